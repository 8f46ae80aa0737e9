/**
 * `./build.sh bench`, in the browser: the core and wink-nlp read the same 1,000 words in turns, in the same page of headless
 * Chromium, so that their ratio does not depend on what else the machine is doing.
 */
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { serve } from "./serve.js";

const WORDS = 1000;
/** The second half of the runs is after the browser's compilers have settled. */
const RUNS = 160;
const FOLDER = "target/bench";

/** News by many authors, where it is there: reading one text again and again would favour a library that caches words. */
const CORPUS = "../shared/corpora/news-dev.jsonl";

/** @returns {Promise<string[]>} paragraphs */
async function paragraphs() {
  if (!existsSync(CORPUS)) {
    console.log(`${CORPUS} is not there: our own article is read over and over instead.`);
    return (await readFile("benches/article.txt", "utf8")).trim().split("\n");
  }
  const lines = (await readFile(CORPUS, "utf8")).trim().split("\n");
  return lines.flatMap((line) => /** @type {string} */ (JSON.parse(line).text).split(/\n+/));
}

/** As many texts as there are runs, of so many words each. */
async function texts() {
  const source = await paragraphs();
  let at = 0;
  return Array.from({ length: RUNS }, () => {
    const text = [];
    for (let words = 0; words < WORDS; at++) {
      const left = source[at % source.length].split(/\s+/).slice(0, WORDS - words);
      text.push(left.join(" "));
      words += left.length;
    }
    return text.join("\n\n");
  });
}

await mkdir(FOLDER, { recursive: true });
await build({
  entryPoints: ["scripts/bench-page.js"],
  outfile: `${FOLDER}/page.js`,
  bundle: true,
  format: "esm",
  logLevel: "error",
  define: { "import.meta.url": "undefined" },
});
await writeFile(`${FOLDER}/index.html`, `<!doctype html><script type="module" src="page.js"></script>`);

const server = await serve({ bench: FOLDER, dist: "dist/chromium" });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
await page.goto(server.url("bench/index.html"));
await page.waitForFunction("globalThis.bench");
const { start, ours, wink } = await page.evaluate(
  (given) => /** @type {any} */ (globalThis).bench(given),
  await texts(),
);
await browser.close();
server.close();

/** @param {number} milliseconds */
const show = (milliseconds) => `${milliseconds.toFixed(2)} ms`;
console.log(`In headless Chromium, ${WORDS} words, medians of ${RUNS / 2} texts:`);
console.log(`  start-up of the core ${show(start)}`);
console.log(`                             first text   cold        warm`);
/** @param {{ first: number, cold: number, warm: number }} times */
const row = ({ first, cold, warm }) => [first, cold, warm].map((time) => show(time).padStart(10)).join("  ");
console.log(`  the core, whole answer    ${row(ours)}`);
console.log(`  wink-nlp, sentences + pos ${row(wink)}`);
console.log(`  ratio, warm ${(ours.warm / wink.warm).toFixed(2)}`);
