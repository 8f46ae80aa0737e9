/**
 * Where code may import from. A feature's folder does not depend on other features, so that a newcomer who changes the panel
 * need not know the page side. What two features need is in `shared/`. The files directly in `extension/` put features
 * together.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { test } from "node:test";

const ROOT = "extension";
const SHARED = "shared";
const FEATURES = ["background", "export", "options", "page", "panel", "refusal", "welcome"];
/** The core's own types and loader, made by the build. */
const CORE = "target/core/core.js";
/** The core's list of frequent words and its proof, by which the page side tells languages as well. */
const LANGUAGES = ["src/language/frequent-words.json", "src/language/proof-of-language.json"];

/** Imports of code and, in JSDoc, of types. */
const IMPORT = /(?:^|[\s}*])(?:from|import)\s*\(?\s*"([^"]+)"/g;

const files = readdirSync(ROOT, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(?:js|ts)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** @param {string} file @returns {string[]} the files of this repository that it imports */
const importsOf = (file) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)]
    .map(([, path]) => path)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(file, "..", path)));

/** @param {string} file @returns {string} the folder of the extension that it is in; empty for a file directly in `extension/` */
const folderOf = (file) => file.match(/^extension\/([^/]+)\//)?.[1] ?? "";

test("every folder with code is a feature or shared", () => {
  const folders = new Set(files.map(folderOf).filter(Boolean));
  assert.deepEqual([...folders].sort(), [...FEATURES, SHARED].sort());
});

for (const folder of [...FEATURES, SHARED]) {
  test(`${folder}/ imports from itself${folder === SHARED ? "" : ", from shared/"} and from the core alone`, () => {
    const allowed = new Set([folder, SHARED]);
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
      .filter(
        ({ path }) =>
          path !== CORE && !LANGUAGES.includes(path) && !(path.startsWith(`${ROOT}/`) && allowed.has(folderOf(path))),
      )
      .map(({ file, path }) => `${file} imports ${path}`);
    assert.deepEqual(wrong, []);
  });
}

test("what is in shared/ is used by two features or more", () => {
  /** @type {Map<string, Set<string>>} */
  const users = new Map(
    files.filter((file) => folderOf(file) === SHARED && file.endsWith(".js")).map((file) => [file, new Set()]),
  );
  const note = (/** @type {string} */ file, /** @type {string} */ user) => {
    const known = users.get(file);
    if (!known || known.has(user)) return;
    known.add(user);
    for (const inner of importsOf(file)) note(inner, user);
  };
  for (const file of files.filter((each) => folderOf(each) !== SHARED)) {
    for (const path of importsOf(file)) note(path, folderOf(file));
  }
  const lonely = [...users]
    .filter(([, features]) => features.size < 2)
    .map(([file, features]) => `${file}: ${[...features]}`);
  assert.deepEqual(lonely, []);
});
