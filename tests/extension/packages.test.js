/**
 * The packages that the extension contains and is built with: those that are shipped are listed here, every version is
 * pinned with the hash of its contents, and every licence permits our use.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

/** Packages that become part of the extension and run with its permissions. */
const SHIPPED = { valibot: "MIT" };

/** Licences of tools that we may run; "BSD" is how the package winreg spells BSD-2-Clause. */
const LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Python-2.0",
  "Zlib",
]);

/** @param {string} file */
const json = async (file) => JSON.parse(await readFile(file, "utf8"));

/** @param {string} licence an SPDX expression without nesting */
const isFine = (licence) => {
  const names = licence.replace(/[()]/g, "");
  return names.includes(" AND ")
    ? names.split(" AND ").every((name) => LICENCES.has(name))
    : names.split(" OR ").some((name) => LICENCES.has(name));
};

test("what becomes part of the extension is known, and brings nothing along", async () => {
  const { dependencies } = await json("package.json");
  const { packages } = await json("package-lock.json");
  assert.deepEqual(Object.keys(dependencies), Object.keys(SHIPPED));
  for (const [name, licence] of Object.entries(SHIPPED)) {
    const { license, dependencies: more } = packages[`node_modules/${name}`];
    assert.deepEqual([license, more], [licence, undefined], name);
  }
});

test("every package is pinned and locked, and its licence lets us use it", async () => {
  const { dependencies, devDependencies } = await json("package.json");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
  }
  const { packages } = await json("package-lock.json");
  for (const [path, { integrity, license }] of Object.entries(packages)) {
    if (path === "") continue;
    assert.ok(integrity, `${path} is locked without the hash of its contents`);
    assert.ok(isFine(license ?? ""), `${path}: ${license}`);
  }
});

test("the extension names what others wrote, with the texts of the licences", async () => {
  const notices = await readFile("dist/chromium/THIRD-PARTY.md", "utf8");
  const table = (await readFile("Cargo.toml", "utf8")).match(/^\[dependencies\]\n([\s\S]*?)\n\[/m)?.[1] ?? "";
  const crates = [...table.matchAll(/^([\w-]+) =/gm)].map((match) => match[1]);
  assert.ok(crates.includes("strum"));
  for (const name of [...crates, ...Object.keys(SHIPPED)]) {
    assert.match(notices, new RegExp(`^\\| ${name} \\|`, "m"), name);
    assert.match(notices, new RegExp(`^## (?:.*, )?${name}(?:,|$)`, "m"), name);
  }
});
