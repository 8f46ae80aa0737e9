/**
 * Has the same texts read in Chromium, in Firefox, in Node and natively.
 *
 * @import { Times } from "./read.js"
 */
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "../browsers/browser.js";
import { poll } from "../browsers/wait.js";
import { serve } from "../serve.js";

const FOLDER = "target/bench";

/** @param {string[]} texts @returns {Promise<Record<string, Times>>} by where they were read */
export async function readings(texts) {
  mkdirSync(FOLDER, { recursive: true });
  for (const platform of /** @type {const} */ (["browser", "node"])) {
    await build({
      entryPoints: ["scripts/bench/read.js"],
      outfile: `${FOLDER}/read-${platform}.mjs`,
      bundle: true,
      format: "esm",
      platform,
      logLevel: "error",
      // harper.js asks for it in Node alone.
      external: ["fs"],
      define: { "import.meta.url": `"file:///"` },
    });
  }
  const { readAll } = await import(pathToFileURL(resolve(`${FOLDER}/read-node.mjs`)).href);
  return {
    Chromium: await readInBrowser("chromium", texts),
    Firefox: await readInBrowser("firefox", texts),
    Node: await readAll(texts, readFileSync("target/core/core_bg.wasm")),
    natively: { sourcelight: readNatively(texts) },
  };
}

/** @param {"chromium" | "firefox"} name @param {string[]} texts @returns {Promise<Times>} */
async function readInBrowser(name, texts) {
  writeFileSync(`${FOLDER}/texts.json`, JSON.stringify(texts));
  const script = `
    import { readAll } from "./read-browser.mjs";
    const texts = await (await fetch("texts.json")).json();
    const core = await (await fetch("/core/core_bg.wasm")).arrayBuffer();
    readAll(texts, core).then(
      (times) => (document.title = JSON.stringify({ times })),
      (error) => (document.title = JSON.stringify({ error: String(error) })),
    );`;
  writeFileSync(`${FOLDER}/index.html`, `<!doctype html><title></title><script type="module">${script}</script>`);
  const server = await serve({ bench: FOLDER, core: "target/core" });
  const browser = await start(name);
  await browser.open(server.url("bench/index.html"));
  const title = await poll(() => /** @type {Promise<string>} */ (browser.page(`return document.title`)), {
    what: "the readings",
    milliseconds: 600_000,
  });
  await browser.close();
  server.close();
  const { times, error } = JSON.parse(title);
  if (error) throw new Error(error);
  return times;
}

/** @param {string[]} texts */
function readNatively(texts) {
  const file = resolve(`${FOLDER}/texts.jsonl`);
  writeFileSync(file, texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
  const env = { ...process.env, BENCH_TEXTS: file };
  const printed = execFileSync("cargo", ["bench", "--bench", "core"], { encoding: "utf8", env });
  return printed
    .trim()
    .split("\n")
    .filter((line) => /^[\d.]+$/.test(line))
    .map(Number);
}
