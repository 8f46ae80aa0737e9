/**
 * `./build.sh soak [MINUTES]`: the marks are on for ten minutes over a live blog that never rests, in Chromium. Memory and
 * listeners must not grow; what our scripts cost is reported.
 *
 * @import { CDPSession } from "puppeteer-core"
 */
import { setTimeout as pause } from "node:timers/promises";
import { costOf, settled } from "./browsers/browser.js";
import { ChromiumBrowser } from "./browsers/chromium.js";
import { heapOf } from "./browsers/chromium-page.js";
import { serve } from "./serve.js";

const MINUTES = Number(process.argv[2] ?? 10);
/** By then everything is loaded and compiled. */
const COMPARED_WITH_MINUTE = Math.min(2, MINUTES - 1);
/** How much the heap may grow from then on. */
const GROWTH = 1.1;
const SAMPLE_EVERY_MICROSECONDS = 5000;

/** @typedef {{ page: number, background: number, listeners: number, nodes: number }} Figures */

const server = await serve({ pages: "tests/browser/pages" });
const browser = await ChromiumBrowser.start();
await browser.open(server.url("pages/live-blog.html"));
await browser.click();
console.log(`marks: ${(await settled(browser)).text}`);
const { page, background } = await browser.sessions();

/** @returns {Promise<Figures>} */
async function figures() {
  const [ofPage, ofBackground] = [await heapOf(page), await heapOf(background)];
  const { jsEventListeners, nodes } = await page.send("Memory.getDOMCounters");
  return { page: ofPage, background: ofBackground, listeners: jsEventListeners, nodes };
}

/** The share of samples in our scripts or in functions that they called. @param {CDPSession} session */
async function shareOfOurs(session) {
  const { nodes, samples = [] } = (await session.send("Profiler.stop")).profile;
  /** @type {Set<number>} */
  const ours = new Set();
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith("chrome-extension:")) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  return samples.filter((id) => ours.has(id)).length / samples.length;
}

for (const session of [page, background]) {
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY_MICROSECONDS });
  await session.send("Profiler.start");
}
const began = Date.now();
/** @type {Figures[]} */
const minutes = [await figures()];
for (let minute = 1; minute <= MINUTES; minute++) {
  await pause(began + minute * 60_000 - Date.now());
  minutes.push(await figures());
  const { page: ofPage, background: ofBackground, listeners, nodes } = minutes[minute];
  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(
    `minute ${minute}: page ${megabytes(ofPage)}, background ${megabytes(ofBackground)}, ` +
      `${listeners} listeners, ${nodes} nodes`,
  );
}
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`;
const cost = await costOf(browser);
console.log(
  `our scripts' share of a core: page ${percent(await shareOfOurs(page))}, background ${percent(await shareOfOurs(background))}`,
);
console.log(
  `turns in the page: ${cost.turns}, the longest ${cost.longest.toFixed(1)} ms, ${percent(cost.total / (Date.now() - began))} of the time`,
);
const problems = await browser.problems();
const requests = (await browser.close()).filter(({ by }) => by.includes("-extension://"));
server.close();

const then = minutes[COMPARED_WITH_MINUTE];
const now = minutes[MINUTES];
const failures = [
  ...["page", "background"]
    .filter((heap) => now[/** @type {"page"} */ (heap)] > then[/** @type {"page"} */ (heap)] * GROWTH)
    .map((heap) => `the heap of the ${heap} grew`),
  ...(now.listeners > then.listeners ? ["listeners grew"] : []),
  ...problems,
  ...requests.map(({ url }) => `asked for ${url}`),
];
for (const failure of failures) console.error(`soak: ${failure}`);
console.log(failures.length === 0 ? `${MINUTES} minutes passed` : "failed");
process.exit(failures.length === 0 ? 0 : 1);
