/**
 * `./build.sh bench`: measures speed, memory and size, and writes the one report: the generated part of docs/performance.md and
 * of the README, and its plot.
 *
 * Machines are noisy. What is compared takes turns in one run, and the figures are medians; what counts are the ratios.
 *
 * @import { Row } from "./bench/click.js"
 * @import { Times } from "./bench/read.js"
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { clicks } from "./bench/click.js";
import { memory } from "./bench/memory.js";
import { hasShared, pages, texts } from "./bench/pages.js";
import { plot } from "./bench/plot.js";
import { readings } from "./bench/reading.js";
import { sizes } from "./bench/size.js";
import { median } from "./bench/statistics.js";

const WORDS = 1000;
const TEXTS = 161;
/** Of each kind. */
const CLICKS = 7;

const BROWSERS = /** @type {const} */ ({ Chromium: "chromium", Firefox: "firefox" });
const READERS = ["sourcelight", "wink-nlp", "compromise", "harper.js"];

/** @param {number} number */
const two = (number) => (number < 100 ? number.toPrecision(2) : Math.round(number).toString());

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** @param {Record<string, Times>} read */
function readingTable(read) {
  const cell = (/** @type {number[] | undefined} */ times) =>
    times ? `${two(median(times.slice(times.length >> 1)))} (${two(times[0])})` : "–";
  return table(
    ["reader", ...Object.keys(read)],
    READERS.map((reader) => [reader, ...Object.values(read).map((times) => cell(times[reader]))]),
  );
}

/** @param {Record<string, Row[]>} clicked */
function clickTable(clicked) {
  const rows = Object.entries(clicked).flatMap(([browser, rows]) =>
    rows.map(({ page, isAsleep, times: { empty, first, all } }) => [
      `${browser}, ${page.name}, ${isAsleep ? "asleep" : "awake"}`,
      page.words.toLocaleString("en"),
      two(empty),
      two(first),
      two(all),
      (first / empty).toFixed(1),
    ]),
  );
  return table(["click", "words", "empty extension", "first mark", "all marks", "ratio"], rows);
}

const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;

/** @param {string} file @param {string} report */
function insert(file, report) {
  const before = readFileSync(file, "utf8");
  const after = before.replace(
    /(<!-- performance -->\n).*(\n<!-- end of performance -->)/s,
    (_, start, end) => `${start}\n${report}\n${end}`,
  );
  if (after === before && !before.includes(report)) throw new Error(`${file} has no place for the report`);
  writeFileSync(file, after);
}

const chosen = pages();
const read = await readings(texts(TEXTS, WORDS));
/** @type {Record<string, Row[]>} */
const clicked = {};
for (const [label, name] of Object.entries(BROWSERS)) clicked[label] = await clicks(name, chosen, CLICKS);
const { tabs, background } = await memory(chosen);
const parts = sizes();

const machine = `${cpus().length} cores (${cpus()[0].model.trim()})`;
const busy = Math.round(loadavg()[2]);

/** @param {string} picture its path from the file */
const report = (picture) =>
  `Milliseconds, medians, on ${machine} that other programs shared:
${busy} processes wanted to run at any time while this was measured, so everything takes several times as long as on an idle
machine. Compare what took turns: the readers in one place, and the two extensions at one click.
${hasShared ? "" : "Other people's pages were not there, our own stand in.\n"}
${WORDS.toLocaleString("en")} words of news, when warm, and in brackets the first text with all that has to be loaded for it. The four do different
work: Sourcelight's answer is who says what and what is hedged; wink-nlp and compromise find sentences and parts of speech,
harper.js checks the grammar.

${readingTable(read)}

From the click to the marks, beside the same click on an extension that injects an empty script; with the background asleep, as
after half a minute without a click, and awake:

${clickTable(clicked)}

![From the click to the first mark, beside an empty extension](${picture})

A tab with the marks on takes, in Chromium, ${tabs.map(({ page, bytes }) => `${kilobytes(bytes)} (${page.name} page)`).join(", ")} more of the page's heap than
without; the background, which all tabs share, has a heap of ${kilobytes(background)} without its compiled code.

${table(
  ["part", "size", "packed"],
  parts.map(({ part, bytes, packed }) => [part, kilobytes(bytes), kilobytes(packed)]),
)}`;

insert("docs/performance.md", report("performance.svg"));
insert("README.md", report("docs/performance.svg"));
writeFileSync("docs/performance.svg", plot(clicked));
console.log(report("docs/performance.svg"));
process.exit(0);
