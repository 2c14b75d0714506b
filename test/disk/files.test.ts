import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFile } from "../../server/cli/replace-file.ts";
import { runProgram, temporaryFolder } from "../cli/run-program.ts";
import { readSample } from "../support/samples.ts";
import { FILES_IN_A_FOLDER, PATIENCE } from "./extent.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");
const isPosix = process.platform !== "win32";
const isLinuxRoot = process.platform === "linux" && process.getuid?.() === 0;

function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), "utf8");
}

describe("replacing a file", () => {
  test("that was changed since it was read is refused, and said so", async () => {
    const folder = temporaryFolder({ "a.txt": "new words of somebody else" });
    const path = join(folder, "a.txt");
    const trouble = await replaceFile(path, Buffer.from(clean), Buffer.from(dump));
    expect(trouble).toBe("was changed by another program meanwhile and was left as it is now.");
    expect(readText(path)).toBe("new words of somebody else");
  });

  test("that is gone by then makes none", async () => {
    const folder = temporaryFolder();
    expect(await replaceFile(join(folder, "a.txt"), Buffer.from(clean), Buffer.from(dump))).toMatch(
      /^there is no such file/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!isPosix)("keeps its permissions, whatever new files get (skipped on Windows)", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    chmodSync(join(folder, "a.txt"), 0o666);
    await replaceFile(join(folder, "a.txt"), Buffer.from(clean), Buffer.from(dump));
    expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o666);
  });

  test.skipIf(!isLinuxRoot)("keeps its owner (skipped unless run by root on Linux)", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    chownSync(join(folder, "a.txt"), 65534, 65534);
    await replaceFile(join(folder, "a.txt"), Buffer.from(clean), Buffer.from(dump));
    expect(statSync(join(folder, "a.txt"))).toMatchObject({ uid: 65534, gid: 65534 });
  });
});

test.skipIf(!isLinuxRoot)(
  "a full disk: nothing is torn, one line says why (skipped unless run by root on Linux)",
  async () => {
    const folder = temporaryFolder();
    const disk = join(folder, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], { stdio: "pipe" });
    } catch (error) {
      console.log(`Skipped: no file system can be mounted here (${String(error).split("\n")[0]}).`);
      return;
    }
    try {
      writeFileSync(join(disk, "a.txt"), dump);
      fill(join(disk, "ballast"));
      const written = await runProgram(["clean", "--write", "a.txt"], { folder: disk });
      expect(written).toEqual({
        code: 2,
        output: "",
        errors: "pressmark: a.txt: the disk is full. It was left as it was.\n",
      });
      expect(readText(disk, "a.txt")).toBe(dump);
      expect(readdirSync(disk).sort()).toEqual(["a.txt", "ballast"]);

      writeFileSync(join(folder, "b.txt"), dump);
      const copied = await runProgram(
        ["clean", "--out-dir", "disk", "--manifest", "disk/manifest.jsonl", "b.txt"],
        { folder },
      );
      expect({ code: copied.code, lines: copied.errors.trimEnd().split("\n") }).toEqual({
        code: 2,
        lines: [
          expect.stringMatching(/^pressmark: b\.txt: disk\/b\.txt could not be written: the disk is full\.$/),
        ],
      });

      const shell = `"${process.execPath}" "${join(import.meta.dirname, "../../dist/cli.js")}" clean --stdout b.txt > disk/out.txt`;
      const redirected = execFileSync("sh", ["-c", `${shell}; echo $?`], {
        cwd: folder,
        encoding: "utf8",
        stdio: "pipe",
      });
      expect(redirected.trim()).toBe("2");
    } finally {
      execFileSync("umount", [disk]);
    }
  },
);

function fill(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(1 << 20));
  } catch {
    // It is as large as the disk by then.
  }
}

describe.skipIf(!isPosix)("names and kinds of files (skipped on Windows)", () => {
  test("names with line breaks, with bytes that are no UTF-8, and as long as they can be", async () => {
    const folder = temporaryFolder({ "raw/one\ntwo.txt": dump, [`raw/${"漢".repeat(83)}.txt`]: dump });
    const odd = Buffer.concat([
      Buffer.from(`${folder}/raw/caf`),
      Buffer.from([0xe9, 0xff]),
      Buffer.from(".txt"),
    ]);
    const inOdd = Buffer.concat([Buffer.from(`${folder}/raw/d`), Buffer.from([0xc3]), Buffer.from("ir")]);
    try {
      writeFileSync(odd, dump);
      mkdirSync(inOdd);
    } catch (error) {
      console.log(`Names that are no UTF-8 are left out: this file system has none (${String(error)}).`);
    }
    const checked = await runProgram(["check", "--format", "json", "raw"], { folder });
    const paths = checked.output
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { path: string }).path);
    expect(checked.errors).toBe("");
    expect(paths).toEqual(["raw/one\ntwo.txt", `raw/${"漢".repeat(83)}.txt`, "raw/caf\\xE9\\xFF.txt"]);

    writeFileSync(Buffer.concat([inOdd, Buffer.from("/b.txt")]), dump);
    const copied = await runProgram(["clean", "--out-dir", "out", "raw"], { folder });
    expect(copied).toMatchObject({ code: 0, errors: "" });
    const rawNames = readdirSync(Buffer.from(join(folder, "raw")), { encoding: "buffer" })
      .map(String)
      .sort();
    const outNames = readdirSync(Buffer.from(join(folder, "out")), { encoding: "buffer" })
      .map(String)
      .sort();
    expect(outNames).toEqual(rawNames);

    const written = await runProgram(["clean", "--write", "raw"], { folder });
    expect(written).toMatchObject({ code: 0, errors: "" });
    expect(readFileSync(odd, "utf8")).toBe(clean);
    expect(readFileSync(Buffer.concat([inOdd, Buffer.from("/b.txt")]), "utf8")).toBe(clean);
    expect(readText(folder, "raw", "one\ntwo.txt")).toBe(clean);
    expect(readdirSync(join(folder, "raw"))).toHaveLength(4);
  });

  test("what is said of a name stays on one line", async () => {
    const folder = temporaryFolder({ "a\n\u001b[31mb.txt": Buffer.from([0x61, 0xff, 0xfe, 0x80]) });
    const { code, errors } = await runProgram(["check", "."], { folder });
    expect(code).toBe(2);
    expect(errors.trimEnd().split("\n")).toHaveLength(1);
    expect(errors).not.toContain("\u001b");
  });

  test("links that lead round in a circle, and links that would multiply, end", async () => {
    const folder = temporaryFolder({ "d0/a.txt": dump });
    symlinkSync("self.txt", join(folder, "self.txt"));
    symlinkSync("..", join(folder, "d0", "up"));
    for (let level = 0; level < 24; level++) {
      mkdirSync(join(folder, `deep/${level}`), { recursive: true });
      symlinkSync(`../${level + 1}`, join(folder, `deep/${level}/one`));
      symlinkSync(`../${level + 1}`, join(folder, `deep/${level}/two`));
    }
    mkdirSync(join(folder, "deep/24"));
    const { code, output, errors } = await runProgram(["check", "--summary", "."], { folder });
    expect(code).toBe(2);
    expect(errors).toMatch(/^pressmark: self\.txt: is a link that leads back to itself\.$/mu);
    expect(errors).toMatch(
      /^pressmark: d0\/up: is a link back to a folder that it lies in; it was left out\.$/mu,
    );
    expect(errors).toMatch(/is reached by more than 16 links; the others were left out\./u);
    expect(output).toMatch(/1 file/u);
  });

  test("pipes, devices and sockets are nothing to read", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    symlinkSync("/dev/zero", join(folder, "endless.txt"));
    const inFolder = await runProgram(["outline", "--format", "json", "."], { folder });
    expect(inFolder.code).toBe(0);
    expect(inFolder.output.trimEnd().split("\n")).toHaveLength(1);
    const named = await runProgram(["check", "pipe.txt", "endless.txt"], { folder });
    expect(named.code).toBe(2);
    expect(named.errors).toBe(
      "pressmark: pipe.txt: is neither a file nor a folder.\npressmark: endless.txt: is neither a file nor a folder.\n",
    );
  });

  test("an ignore file that is a pipe is said to be none, and nobody waits for it", async () => {
    const folder = temporaryFolder({ "a.txt": dump });
    mkdirSync(join(folder, ".pressmark"));
    execFileSync("mkfifo", [join(folder, ".pressmark/ignore.json")]);
    const { code, errors } = await runProgram(["check", "a.txt"], { folder });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: expect.stringMatching(/ignore\.json: is no file, so nothing is ignored\.\n$/),
    });
  });
});

test(
  `a folder of ${FILES_IN_A_FOLDER} files is checked in memory that does not grow with it`,
  async () => {
    const text =
      "https://news.example/20200105/a-1.html\nA Title of a Story\nA Title of a Story\n2020-01-05T10:00:00+0900\n";
    const peak = async (count: number): Promise<number> => {
      const folder = temporaryFolder();
      for (let number = 0; number < count; number++) {
        if (number % 1000 === 0) mkdirSync(join(folder, String(number)));
        writeFileSync(join(folder, String(number - (number % 1000)), `${number}.txt`), text);
      }
      const started = performance.now();
      const told = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
      const { code, errors } = await runProgram(
        ["check", "--summary", "--fail-on", "error", "--jobs", "1", "."],
        {
          folder,
          environment: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(told)}` },
        },
      );
      expect(code).toBe(0);
      const kilobytes = Number(/peak (\d+)/u.exec(errors)?.[1]);
      const seconds = (performance.now() - started) / 1000;
      console.log(`${count} files: ${seconds.toFixed(1)} s, at most ${Math.round(kilobytes / 1024)} MB.`);
      rmSync(folder, { recursive: true });
      return kilobytes;
    };
    const few = await peak(FILES_IN_A_FOLDER / 10);
    const many = await peak(FILES_IN_A_FOLDER);
    expect(few).toBeGreaterThan(0);
    // Names and sizes are kept, some 300 bytes a file; texts and findings are not.
    expect(many - few).toBeLessThan(60_000 + 0.4 * FILES_IN_A_FOLDER);
  },
  PATIENCE,
);
