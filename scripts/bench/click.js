/**
 * From the click to the first mark and to all marks, with the background asleep and awake, beside the same click on the
 * empty extension. Both browsers stay open and take turns, so that both meet the same noise.
 *
 * @import { Browser } from "../browsers/browser.js"
 * @import { Page } from "./pages.js"
 */
import { setTimeout as pause } from "node:timers/promises";
import { start } from "../browsers/browser.js";
import { poll } from "../browsers/wait.js";
import { serve } from "../serve.js";
import { emptyExtension } from "./empty.js";
import { FOLDERS, headersOf } from "./pages.js";
import { median } from "./statistics.js";

/** All marks are there when none has come for so long. */
const QUIET_MS = 400;

/** In the page: notes when ranges are registered. Timers are never closer than 4 ms, which is the figures' grain. */
const WATCH = `
  const seen = { first: 0, last: 0, count: 0 };
  const look = () => {
    let count = 0;
    for (const [name, { size }] of CSS.highlights) if (name.startsWith("sourcelight-")) count += size;
    if (count !== seen.count) {
      seen.last = Date.now();
      seen.first ||= seen.last;
      seen.count = count;
      document.documentElement.dataset.bench = JSON.stringify(seen);
    }
    setTimeout(look, 1);
  };
  look();`;

/** Milliseconds from the click. @typedef {{ empty: number, first: number, all: number }} Times */

/** @typedef {{ page: Page, isAsleep: boolean, times: Times }} Row */

/**
 * @param {"chromium" | "firefox"} name
 * @param {Page[]} pages
 * @param {number} runs of which the medians are taken
 * @returns {Promise<Row[]>}
 */
export async function clicks(name, pages, runs) {
  const server = await serve(FOLDERS, headersOf(pages));
  const [ours, empty] = [await start(name), await start(name, { extension: emptyExtension(name) })];
  await ours.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
  /** @type {Row[]} */
  const rows = [];
  for (const page of pages) {
    for (const isAsleep of [false, true]) {
      /** @type {Times[]} */
      const times = [];
      // The first run warms up whatever stays warm between clicks.
      for (let run = 0; run <= runs; run++) {
        const withEmpty = await emptyClick(empty, server.url(page.path), isAsleep);
        const withOurs = await ourClick(ours, server.url(page.path), isAsleep);
        if (run > 0) times.push({ empty: withEmpty, ...withOurs });
      }
      const middle = (/** @type {keyof Times} */ key) => median(times.map((each) => each[key]));
      rows.push({ page, isAsleep, times: { empty: middle("empty"), first: middle("first"), all: middle("all") } });
    }
  }
  await ours.close();
  await empty.close();
  server.close();
  return rows;
}

/** @param {Browser} browser @param {string} url @param {boolean} isAsleep */
async function prepare(browser, url, isAsleep) {
  await browser.open(url);
  await browser.badge();
  if (isAsleep) await browser.sleep();
  await pause(QUIET_MS);
}

/** @param {Browser} browser @param {string} url @param {boolean} isAsleep */
async function emptyClick(browser, url, isAsleep) {
  await prepare(browser, url, isAsleep);
  const clicked = Date.now();
  await browser.click();
  await pause(QUIET_MS);
  const injected = await poll(async () => Number((await browser.badge()).title), { what: "the empty script" });
  return injected - clicked;
}

/** @param {Browser} browser @param {string} url @param {boolean} isAsleep */
async function ourClick(browser, url, isAsleep) {
  await prepare(browser, url, isAsleep);
  await browser.page(WATCH);
  const clicked = Date.now();
  await browser.click();
  await pause(QUIET_MS);
  const { first, last } = await poll(
    async () => {
      const seen = JSON.parse((await browser.page(`return document.documentElement.dataset.bench`)) ?? "null");
      return seen && Date.now() - seen.last > QUIET_MS && seen;
    },
    { what: "the marks" },
  );
  return { first: first - clicked, all: last - clicked };
}
