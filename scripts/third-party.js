/**
 * The notices of what others wrote and the extension contains: every package with its licence, and the texts of the
 * licences. They are part of the extension, and made anew with each build, so that they are never out of date.
 *
 * What is only used to build (macros and the like) is not in them. `./build.sh audit` checks that the licences go with ours.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string[]} texts of its licences
 */

/** @param {string} program @param {string[]} args */
const ask = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

/** The crates that are compiled into the core. @returns {Package[]} */
function crates() {
  const target = ["--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"];
  const tree = ask("cargo", "tree", "--locked", ...target, "--prefix", "none", "--format", "{p}");
  const compiled = new Set(tree.split("\n").map((line) => line.split(" ", 2).join(" ")));
  const { packages } = JSON.parse(ask("cargo", "metadata", "--locked", "--format-version", "1"));
  return packages
    .filter((/** @type {any} */ { name, version, source }) => source && compiled.has(`${name} v${version}`))
    .map((/** @type {any} */ { name, version, license, manifest_path }) => ({
      name,
      version,
      licence: license,
      texts: textsIn(dirname(manifest_path)),
    }));
}

/** It comes with the texts of its licences without names. @returns {Package} */
function standardLibrary() {
  const version = ask("rustc", "--version").split(" ")[1];
  const folder = join(ask("rustc", "--print", "sysroot").trim(), "share/doc/rust/licenses");
  const [mit, unicode] = ["MIT", "Unicode-3.0"].map((name) => readFileSync(join(folder, `${name}.txt`), "utf8").trim());
  const texts = [mit.replace("<year> <copyright holders>", "The Rust Project Contributors"), unicode];
  return { name: "Rust's standard library", version, licence: "(MIT OR Apache-2.0) AND Unicode-3.0", texts };
}

/** The packages that are bundled with the scripts. @returns {Package[]} */
function modules() {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.keys(dependencies).map((name) => {
    const folder = `node_modules/${name}`;
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    return { name, version, licence: license, texts: textsIn(folder) };
  });
}

/** Of two licences that a package offers, MIT is taken: its text is the one with the names. @param {string} folder */
function textsIn(folder) {
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file) && !/apache/i.test(file));
  if (files.length === 0) throw new Error(`${folder} has no text of a licence that we take`);
  return files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
}

/** @returns {string} the notices as Markdown */
export function notices() {
  const packages = [...crates(), ...modules(), standardLibrary()];
  /** @type {Map<string, string[]>} the packages that come with a text */
  const texts = new Map();
  for (const each of packages) for (const text of each.texts) texts.set(text, [...(texts.get(text) ?? []), each.name]);
  return [
    "# What others wrote",
    "Sourcelight contains these packages. The texts of their licences follow.",
    ["| package | version | licence |", "|---|---|---|", ...packages.map(row)].join("\n"),
    ...[...texts].map(([text, names]) => `## ${names.join(", ")}\n\n\`\`\`text\n${text}\n\`\`\``),
    "",
  ].join("\n\n");
}

/** @param {Package} of */
const row = ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`;
