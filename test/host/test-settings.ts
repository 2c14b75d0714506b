import { QUIET_SETTINGS } from "../../build/host-server.ts";

/** The user's settings that the tests in the extension host count on. */
export const TEST_SETTINGS: Readonly<Record<string, unknown>> = {
  ...QUIET_SETTINGS,
  // On in any workbench that runs in a browser, after a second.
  "files.autoSave": "off",
};
