/**
 * `./build.sh package`: a package for each browser's store, and the source of both, which the review of add-ons asks for.
 *
 * The same commit gives the same bytes in any folder, time zone and year. Entries are sorted and bear one time, and what
 * compresses them is a pinned package, not the `zip` or the Node.js of the machine.
 *
 * @import { Zippable } from "fflate"
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { zipSync } from "fflate";
import { VERSION } from "./version.js";

/** The earliest time that a zip file can tell, in whatever time zone. */
const TIME = new Date(1980, 0, 1);
/** The system whose file modes the entries bear. */
const UNIX = 3;
const MODE = 0o100644;

/** A file of a package. @typedef {{ name: string, path: string, mode: number }} Entry */

/** @param {string} folder @returns {Entry[]} */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path), path, mode: MODE }));

/** What is under version control. @returns {Entry[]} */
const sources = () =>
  execFileSync("git", ["ls-files", "--stage", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter(Boolean)
    .map((line) => {
      const [about, path] = line.split("\t");
      return { name: path, path, mode: parseInt(about, 8) };
    });

/** @param {string} name @param {Entry[]} entries */
function write(name, entries) {
  /** @type {Zippable} */
  const files = {};
  for (const { name, path, mode } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    files[name] = [readFileSync(path), { attrs: mode << 16, os: UNIX }];
  const bytes = zipSync(files, { level: 9, mtime: TIME });
  writeFileSync(`dist/${name}`, bytes);
  console.log(`dist/${name}: ${entries.length} files, ${Math.round(bytes.length / 1024)} KiB`);
}

for (const browser of ["chromium", "firefox"])
  write(`sourcelight-${browser}-${VERSION}.zip`, filesIn(`dist/${browser}`));
if (existsSync(".git")) {
  write(`sourcelight-${VERSION}-source.zip`, sources());
  if (execFileSync("git", ["status", "--porcelain"]).length > 0)
    console.warn("There are changes that are not committed: these packages are those of no commit.");
} else {
  console.log("No package of the source: this folder is no checkout, but what such a package holds.");
}
