import { updateLocalFile } from "../../client/node/update-file.ts";

/**
 * A window of its own, for tests: adds entries to a list, one after the other, each in a change of its own.
 *
 *     node add-entries.ts FILE NAME COUNT [PADDING]
 */
const [file = "", name = "", count = "1", padding = "0"] = process.argv.slice(2);
for (let number = 0; number < Number(count); number++) {
  await updateLocalFile(file, async (text) => {
    const list = JSON.parse(text ?? "[]") as string[];
    // A window asks its server in between.
    await new Promise((resolve) => setTimeout(resolve, 1));
    return JSON.stringify([...list, `${name}-${number}${"x".repeat(Number(padding))}`]);
  });
}
