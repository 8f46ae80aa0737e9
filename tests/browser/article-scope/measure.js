/**
 * Measures how well the text that we read agrees with the text that others extracted from 76 English and ten German news
 * pages (../shared/pages, ../shared/pages-de), in real Chromium with the pages' scripts off. `node tests/browser/article-scope/measure.js` prints the table.
 *
 * Words are compared by count, without their order. Each collection of expected texts leaves out some parts on principle;
 * these are left out on our side as well (`comparable`). `raw` is the score of everything that is read.
 *
 * @import { Browser } from "../../../scripts/browsers/browser.js"
 * @import { Part } from "../../../extension/page/article/parts.js"
 */
import { build } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { start } from "../../../scripts/browsers/browser.js";
import { serve } from "../../../scripts/serve.js";
import { ALONE, SHARED, sharedPages } from "../with-browsers.js";

/**
 * The parts that each collection of expected texts leaves out on principle. fundus: headline, standfirst and body by the publisher's
 * own selectors, without captions, and german the same; aeb (article-extraction-benchmark): the body alone; readability:
 * the body and its figures, without the headline.
 *
 * @type {Record<string, Part[]>}
 */
const NOT_EXPECTED = {
  fundus: ["caption"],
  german: ["caption"],
  aeb: ["headline", "standfirst", "caption"],
  readability: ["headline"],
};

/** @typedef {{ precision: number, recall: number, f1: number }} Score */
/** @typedef {{ name: string, words: number, raw: Score, comparable: Score, milliseconds: number }} Row */

/** @returns {Promise<string>} the script that defines `Scope`, to be run in a page */
export async function probe() {
  const { outputFiles } = await build({
    entryPoints: ["tests/browser/article-scope/probe.js"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Scope",
    charset: "utf8",
  });
  return outputFiles[0].text;
}

/** @param {string} text */
const wordsIn = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * @param {string} found
 * @param {string} expected
 * @returns {Score}
 */
function score(found, expected) {
  /** @type {Map<string, number>} */
  const left = new Map();
  const expectedWords = wordsIn(expected);
  const foundWords = wordsIn(found);
  for (const word of expectedWords) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of foundWords) {
    const count = left.get(word) ?? 0;
    if (count > 0) hits++;
    left.set(word, count - 1);
  }
  const precision = hits / Math.max(1, foundWords.length);
  const recall = hits / Math.max(1, expectedWords.length);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall) };
}

export const pageNames = () => sharedPages("pages", "pages-de");

/** The collection of a page's expected text. @param {string} name */
const collectionOf = (name) => (name.startsWith("pages-de/") ? "german" : basename(name).split("-")[0]);

/**
 * @param {Browser} browser
 * @returns {Promise<Row[]>}
 */
export async function measure(browser) {
  const names = pageNames();
  const alone = names.map((name) => [`/shared/${name}/source.html`, { "content-security-policy": ALONE }]);
  const server = await serve({ shared: SHARED }, Object.fromEntries(alone));
  const script = await probe();
  const rows = [];
  for (const name of names) {
    await browser.open(server.url(`shared/${name}/source.html`));
    const without = NOT_EXPECTED[collectionOf(name)];
    const found = /** @type {{ text: string, comparable: string, milliseconds: number }} */ (
      await browser.page(`${script}; return Scope.read(document, values[0]);`, without)
    );
    const isText = existsSync(`${SHARED}/${name}/expected.txt`);
    const file = readFileSync(`${SHARED}/${name}/expected.${isText ? "txt" : "html"}`, "utf8");
    const expected = isText
      ? file
      : /** @type {string} */ (await browser.page(`${script}; return Scope.textOf(values[0]);`, file));
    rows.push({
      name,
      words: wordsIn(expected).length,
      raw: score(found.text, expected),
      comparable: score(found.comparable, expected),
      milliseconds: found.milliseconds,
    });
  }
  server.close();
  return rows;
}

/**
 * @param {number[]} values
 * @param {number} at 0.5 for the median
 */
export function quantile(values, at) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * at;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
}

/** @param {Row} row */
const publisherOf = ({ name }) =>
  basename(name)
    .replace(/^\w+?-/, "")
    .toLowerCase()
    .split(/[-_]/)[0];

/**
 * The sets that figures are given for; the halves share no publisher.
 *
 * @param {Row[]} rows
 * @returns {Record<string, Row[]>}
 */
export function setsOf(rows) {
  const german = rows.filter(({ name }) => collectionOf(name) === "german");
  const english = rows.filter((row) => !german.includes(row));
  const publishers = [...new Set(english.map(publisherOf))].sort();
  const inFirstHalf = (/** @type {Row} */ row) => publishers.indexOf(publisherOf(row)) % 2 === 0;
  return {
    fundus: english.filter(({ name }) => collectionOf(name) === "fundus"),
    others: english.filter(({ name }) => collectionOf(name) !== "fundus"),
    "first half": english.filter(inFirstHalf),
    "second half": english.filter((row) => !inFirstHalf(row)),
    german,
    all: rows,
  };
}

/** @param {Score[]} scores */
export const figuresOf = (scores) => ({
  meanF1: scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length,
  medianPrecision: quantile(
    scores.map(({ precision }) => precision),
    0.5,
  ),
  medianRecall: quantile(
    scores.map(({ recall }) => recall),
    0.5,
  ),
  tenthF1: quantile(
    scores.map(({ f1 }) => f1),
    0.1,
  ),
});

/** @param {Row[]} rows */
function print(rows) {
  const three = (/** @type {number[]} */ ...values) => values.map((value) => value.toFixed(3).padStart(7)).join("");
  console.log("set            pages  mean F1  med P  med R  p10 F1");
  for (const [name, set] of Object.entries(setsOf(rows))) {
    for (const kind of /** @type {const} */ (["comparable", "raw"])) {
      const { meanF1, medianPrecision, medianRecall, tenthF1 } = figuresOf(set.map((row) => row[kind]));
      const label = kind === "raw" ? "  raw" : name;
      console.log(
        label.padEnd(14),
        String(set.length).padStart(4),
        three(meanF1, medianPrecision, medianRecall, tenthF1),
      );
    }
  }
  const times = rows.map(({ milliseconds }) => milliseconds);
  console.log(`ms: median ${three(quantile(times, 0.5))}, p90 ${three(quantile(times, 0.9))}`);
  console.log("worst ten (F1, precision, recall, raw F1, expected words)");
  const worst = [...rows].sort((one, other) => one.comparable.f1 - other.comparable.f1).slice(0, 10);
  for (const { name, words, comparable, raw } of worst) {
    console.log(three(comparable.f1, comparable.precision, comparable.recall, raw.f1), String(words).padStart(6), name);
  }
}

if (process.argv[1]?.endsWith("article-scope/measure.js")) {
  const browser = await start("chromium");
  print(await measure(browser));
  await browser.close();
}
