import { QUIET_SETTINGS } from "../../build/host-server.ts";

/** The user's settings that the tests in the extension host count on. */
export const TEST_SETTINGS: Readonly<Record<string, unknown>> = {
  ...QUIET_SETTINGS,
  // On in any workbench that runs in a browser, after a second.
  "files.autoSave": "off",
  // A workbench in a browser asks before it shows a file of 50 MB, that on the desktop one of 1 GB.
  "workbench.editorLargeFileConfirmation": 1024,
};
