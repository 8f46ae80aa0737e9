/**
 * The packages for the stores are the same to the byte when somebody else builds them from the package of the source. Here
 * the compiled core is shared and shown to name no folder; `./build.sh test package` compiles it once more as well.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { VERSION } from "../../scripts/version.js";

const STORES = ["chromium", "firefox"].map((browser) => `dist/sourcelight-${browser}-${VERSION}.zip`);
const SOURCE = `dist/sourcelight-${VERSION}-source.zip`;
/** What bundling and packing need of the packages; links would give files other names. */
const TOOLS = ["esbuild", "@esbuild", "fflate", "valibot"].map((name) => `node_modules/${name}`);
/** As far from here as a time zone can be, and with other habits of sorting. */
const ELSEWHERE = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "C" };

/** @param {string} script @param {import("node:child_process").ExecFileSyncOptions} [options] */
const run = (script, options) => execFileSync(process.execPath, [script], options);

/** @type {string} */
let folder;
before(() => void (folder = mkdtempSync(join(tmpdir(), "sourcelight-"))));
after(() => rmSync(folder, { recursive: true }));

test("the package of the source builds the same packages in another folder", () => {
  run("scripts/package.js");
  execFileSync("unzip", ["-q", SOURCE, "-d", folder]);
  assert.ok(statSync(join(folder, "build.sh")).mode & 0o100, "build.sh can be run");
  for (const path of ["target/core", ...TOOLS]) cpSync(path, join(folder, path), { recursive: true });
  for (const script of ["scripts/bundle.js", "scripts/package.js"]) run(script, { cwd: folder, env: ELSEWHERE });
  for (const path of STORES) assert.ok(readFileSync(path).equals(readFileSync(join(folder, path))), path);
  assert.ok(!existsSync(join(folder, SOURCE)), "what is no checkout makes no package of the source");
});

test("the core names no folder of the machine that compiled it", () => {
  const core = readFileSync("target/core/core_bg.wasm");
  for (const path of [process.cwd(), homedir(), process.env.CARGO_HOME ?? ".cargo/"])
    assert.ok(!core.includes(path), path);
});
