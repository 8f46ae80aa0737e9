/**
 * Builds dist/chromium and dist/firefox from extension/ and target/core.
 *
 * Both browsers get the same files except for the manifest. Its template has a section for each browser, with the keys that
 * only this browser knows.
 *
 * Tests build into a folder of their own, for a repository of their own: node scripts/bundle.js [FOLDER [REPOSITORY]]
 */
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { LANGUAGES, messagesOf } from "./locales.js";
import { notices } from "./third-party.js";
import { leadingTo, REPOSITORY, VERSION } from "./version.js";

const BROWSERS = ["chromium", "firefox"];

/** Files and folders that are copied. */
const ASSETS = {
  "extension/icons": "icons",
  "extension/shared/base.css": "base.css",
  "extension/options/options.html": "options.html",
  "extension/options/options.css": "options.css",
  "extension/panel/panel.html": "panel.html",
  "extension/panel/panel.css": "panel.css",
  "extension/refusal/refusal.html": "refusal.html",
  "extension/refusal/refusal.css": "refusal.css",
  "extension/welcome/welcome.html": "welcome.html",
  "extension/welcome/welcome.css": "welcome.css",
  "target/core/core_bg.wasm": "core_bg.wasm",
};

/** The scripts of our own pages are modules; those that are injected into pages must be classic scripts. */
const SCRIPTS = /** @type {const} */ ([
  { in: "extension/background/main.js", out: "background", format: "esm" },
  { in: "extension/options/main.js", out: "options", format: "esm" },
  { in: "extension/panel.js", out: "panel", format: "esm" },
  { in: "extension/refusal/main.js", out: "refusal", format: "esm" },
  { in: "extension/welcome/main.js", out: "welcome", format: "esm" },
  { in: "extension/page/main.js", out: "page", format: "iife" },
  { in: "extension/page/toggle.js", out: "toggle", format: "iife" },
  { in: "extension/page/always-on.js", out: "always-on", format: "iife" },
]);

/** @param {any} common @param {any} own */
function merged(common, own) {
  const result = { ...common };
  for (const [key, value] of Object.entries(own)) {
    if (Array.isArray(value)) result[key] = [...(result[key] ?? []), ...value];
    else result[key] = result[key] && typeof value === "object" ? merged(result[key], value) : value;
  }
  return result;
}

/** @param {any} template @param {string} browser */
function manifestFor(template, browser) {
  const common = { ...template, version: VERSION };
  for (const name of BROWSERS) delete common[name];
  return merged(common, template[browser]);
}

/** @param {string} folder */
async function bundleInto(folder) {
  for (const { in: input, out, format } of SCRIPTS) {
    await build({
      entryPoints: [input],
      outfile: `${folder}/${out}.js`,
      format,
      bundle: true,
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
      target: ["chrome128", "firefox142"],
      loader: { ".css": "text" },
      dropLabels,
      // The loader of the core would use it to find the module, which we pass to it instead.
      define: { ...define, "import.meta.url": "undefined" },
    });
  }
  for (const [from, to] of Object.entries(ASSETS)) await cp(from, `${folder}/${to}`, { recursive: true });
  for (const language of LANGUAGES) {
    await mkdir(`${folder}/_locales/${language}`, { recursive: true });
    await writeFile(`${folder}/_locales/${language}/messages.json`, JSON.stringify(messagesOf(language), null, 2));
  }
}

const [into = "dist", repository = REPOSITORY] = process.argv.slice(2);
const { define, dropLabels } = leadingTo(repository);
const thirdParty = notices();
const template = JSON.parse(await readFile("extension/manifest.json", "utf8"));
for (const browser of BROWSERS) {
  const folder = `${into}/${browser}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundleInto(folder);
  await writeFile(`${folder}/THIRD-PARTY.md`, thirdParty);
  await writeFile(`${folder}/manifest.json`, `${JSON.stringify(manifestFor(template, browser), null, 2)}\n`);
}
console.log(`${into}/chromium and ${into}/firefox are built`);
