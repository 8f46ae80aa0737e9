/**
 * Pages of other people, as their sites served them, with and without their scripts: the right words are marked, and
 * nothing is left behind.
 *
 * A usual run reads every sixth English page and all German ones, `PAGES=all` reads them all. The longest turn on each page
 * is reported.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { costOf, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { ALONE, assertMarksCoverTheirWords, documentOf, inBothBrowsers, SHARED, sharedPages } from "./with-browsers.js";

/** Of each collection of pages, every how many are read. */
const COLLECTIONS = { pages: process.env.PAGES === "all" ? 1 : 6, "pages-de": 1 };

/** What each page may do: use its own styles or, in addition, the scripts that came with it. No requests in either case. */
const POLICIES = { shared: ALONE, scripted: `${ALONE}; script-src 'unsafe-inline' 'unsafe-eval'` };
/** When a page has not changed for so long, its scripts have finished starting. */
const RESTS_FOR_MS = 1_000;
/** Some pages never stop changing; they are read after this time. */
const GIVES_UP_AFTER_MS = 10_000;
/** Resolves when the page has not changed for a while. */
const RESTS = `
  await new Promise((resolve) => {
    let timer = setTimeout(resolve, values[0]);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, values[0]);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(resolve, values[1]);
  });`;

/** Pages in Spanish and Japanese, which are not read. */
const OTHER_LANGUAGES = new Set(["pages/readability-nytimes-5", "pages/readability-yahoo-4"]);

const pages = Object.entries(COLLECTIONS).flatMap(([folder, every]) =>
  sharedPages(folder).filter((_, index) => index % every === 0),
);

if (pages.length === 0) {
  test("real pages", (context) => context.skip(`SKIPPED: ${SHARED} is not there`));
} else {
  for (const [mount, policy] of Object.entries(POLICIES)) {
    const path = (/** @type {string} */ name) => `${mount}/${name}/source.html`;
    const headers = pages.map((name) => [`/${path(name)}`, { "content-security-policy": policy }]);
    inBothBrowsers(
      mount === "scripted" ? "Real pages with their scripts" : "Real pages",
      (suite) => {
        /**
         * Opens a page and waits until its scripts have finished starting; null where they lead to another page.
         *
         * @param {string} name
         * @param {number} [milliseconds] to wait in addition
         */
        const open = async (name, milliseconds = 0) => {
          await suite.browser.open(suite.url(path(name))).catch((error) => {
            if (!/error page/.test(error)) throw error;
          });
          if (mount === "scripted") {
            await suite.browser.page(RESTS, RESTS_FOR_MS, GIVES_UP_AFTER_MS).catch(() => {});
            // The comparison needs a page that was left alone for exactly as long; nothing is waited for.
            await pause(milliseconds);
          }
          const isHere = await suite.browser.page(`return location.hostname === "127.0.0.1"`);
          return isHere ? documentOf(suite.browser) : null;
        };
        for (const name of pages) {
          test(name, async (context) => {
            const { browser } = suite;
            const before = await open(name);
            if (before === null) return context.skip("its scripts lead to its own site, which is out of reach here");
            const began = Date.now();
            await browser.click();
            const badge = await settled(browser);
            assert.match(badge.text, OTHER_LANGUAGES.has(name) ? /^!$/ : /^\d+$/, badge.title);
            if (!OTHER_LANGUAGES.has(name)) await assertMarksCoverTheirWords(browser);
            const { longest, total } = await costOf(browser);
            await browser.click();
            await switchedOff(browser);
            const after = await documentOf(browser);
            // Does the page also change by itself, in the same time?
            const alone = after === before ? after : await open(name, Date.now() - began);
            if (mount === "shared" || alone === before) assert.equal(after, before);
            else assert.doesNotMatch(after, /sourcelight/i);
            context.diagnostic(
              `${name} in ${browser.name}: ${badge.text} marks, longest turn ${longest.toFixed(1)} ms of ${total.toFixed(1)}` +
                (after === before ? "" : "; the page changes by itself"),
            );
          });
        }
      },
      { headers: Object.fromEntries(headers), others: true },
    );
  }
}
