/**
 * Other people's pages, as their sites served them, with the scripts of the page and without: marks on the right words,
 * and nothing left behind.
 *
 * `PAGES=all` reads them all; every sixth is enough for a usual run. What our longest uninterrupted turn took is
 * reported for each.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { costOf, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { ALONE, assertMarksCoverTheirWords, documentOf, inBothBrowsers, SHARED_PAGES } from "./with-browsers.js";

const EVERY = process.env.PAGES === "all" ? 1 : 6;

/** What each page may do: its styles alone, or the scripts that came with it too; no request in either case. */
const POLICIES = { shared: ALONE, scripted: `${ALONE}; script-src 'unsafe-inline' 'unsafe-eval'` };
/** A page whose scripts have left it alone for so long has done what it does at its start. */
const RESTS_FOR_MS = 1_000;
/** Some pages change for ever; they are read as they are then. */
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

/** Pages in Spanish and Japanese, whose readers get a plain word. */
const NOT_ENGLISH = new Set(["readability-nytimes-5", "readability-yahoo-4"]);

const pages = existsSync(SHARED_PAGES)
  ? readdirSync(SHARED_PAGES)
      .filter((name) => existsSync(`${SHARED_PAGES}/${name}/source.html`))
      .filter((_, index) => index % EVERY === 0)
  : [];

if (pages.length === 0) {
  test("real pages", (context) => context.skip(`SKIPPED: ${SHARED_PAGES} is not there`));
} else {
  for (const [mount, policy] of Object.entries(POLICIES)) {
    const path = (/** @type {string} */ name) => `${mount}/${name}/source.html`;
    const headers = pages.map((name) => [`/${path(name)}`, { "content-security-policy": policy }]);
    inBothBrowsers(
      mount === "scripted" ? "Real pages with their scripts" : "Real pages",
      (suite) => {
        /**
         * Opens a page and waits until its scripts rest; null where they lead elsewhere.
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
            // Alone for as long as the marks were on: this is what is compared, and nothing is waited for.
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
            assert.match(badge.text, NOT_ENGLISH.has(name) ? /^!$/ : /^\d+$/, badge.title);
            if (!NOT_ENGLISH.has(name)) await assertMarksCoverTheirWords(browser);
            const { longest, total } = await costOf(browser);
            await browser.click();
            await switchedOff(browser);
            const after = await documentOf(browser);
            // The same page, left alone for as long: does it change by itself?
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
