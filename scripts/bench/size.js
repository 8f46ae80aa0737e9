/** How large each part of the extension is, unpacked and as it is in the package. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const FOLDER = "dist/chromium";

/** The parts and their files. @type {Record<string, RegExp>} */
const PARTS = {
  "core: engine, words and models": /^core_bg\.wasm$/,
  "what is injected into a page": /^(?:page|toggle|always-on)\.js$/,
  background: /^background\.js$/,
  "ledger and exports": /^panel\./,
  "settings and help": /^(?:options|welcome|refusal)\./,
  "texts of the interface, five languages": /^_locales/,
  "icons, licences and the rest": /./,
};

/** @returns {{ part: string, bytes: number, packed: number }[]} */
export function sizes() {
  const files = readdirSync(FOLDER, { encoding: "utf8", recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1));
  const left = new Set(files);
  return Object.entries(PARTS).map(([part, names]) => {
    const own = [...left].filter((file) => names.test(file));
    let [bytes, packed] = [0, 0];
    for (const file of own) {
      const content = readFileSync(join(FOLDER, file));
      bytes += content.length;
      packed += gzipSync(content, { level: 9 }).length;
      left.delete(file);
    }
    return { part, bytes, packed };
  });
}
