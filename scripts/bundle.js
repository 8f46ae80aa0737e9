/**
 * Puts the extension together: dist/chromium and dist/firefox from extension/ and target/core.
 *
 * Both browsers get the same files but for the manifest, whose template holds what only one of them knows under that
 * browser's name.
 */
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";

const BROWSERS = ["chromium", "firefox"];

/** @param {any} common @param {any} own */
function merged(common, own) {
  const result = { ...common };
  for (const [key, value] of Object.entries(own)) {
    const nested = value && typeof value === "object" && !Array.isArray(value) && result[key];
    result[key] = nested ? merged(result[key], value) : value;
  }
  return result;
}

/** @param {any} template @param {string} browser */
function manifestFor(template, browser) {
  const common = { ...template };
  for (const name of BROWSERS) delete common[name];
  return merged(common, template[browser]);
}

const template = JSON.parse(await readFile("extension/manifest.json", "utf8"));

for (const browser of BROWSERS) {
  const folder = `dist/${browser}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    bundle: true,
    outdir: folder,
    target: ["chrome128", "firefox142"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    entryPoints: [{ in: "extension/background/main.js", out: "background" }],
    format: "esm",
    define: { "import.meta.url": "undefined" },
  });
  await build({
    bundle: true,
    outdir: folder,
    target: ["chrome128", "firefox142"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    entryPoints: [{ in: "extension/page/main.js", out: "page" }],
    format: "iife",
    loader: { ".css": "text" },
  });
  for (const asset of ["icons", "_locales"]) await cp(`extension/${asset}`, `${folder}/${asset}`, { recursive: true });
  await cp("target/core/core_bg.wasm", `${folder}/core_bg.wasm`);
  await writeFile(`${folder}/manifest.json`, JSON.stringify(manifestFor(template, browser), null, 2) + "\n");
}
console.log("dist/chromium and dist/firefox are built");
