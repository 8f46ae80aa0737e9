/** Other people's pages, as their sites served them: marks on the right words, and nothing left behind. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { poll, settled } from "../../scripts/browsers/browser.js";
import { ALONE, assertMarksCoverTheirWords, documentOf, inBothBrowsers, SHARED_PAGES } from "./with-browsers.js";

/** Enough for every run; `PAGES=all` reads them all. */
const EVERY = process.env.PAGES === "all" ? 1 : 6;

const pages = existsSync(SHARED_PAGES)
  ? readdirSync(SHARED_PAGES)
      .filter((name) => existsSync(`${SHARED_PAGES}/${name}/source.html`))
      .filter((_, index) => index % EVERY === 0)
  : [];

if (pages.length === 0) {
  test("real pages", (context) => context.skip(`SKIPPED: ${SHARED_PAGES} is not there`));
} else {
  const alone = pages.map((name) => [`/shared/${name}/source.html`, { "content-security-policy": ALONE }]);
  inBothBrowsers(
    "Real pages",
    (suite) => {
      for (const name of pages) {
        test(name, async () => {
          const { browser } = suite;
          await browser.open(suite.url(`shared/${name}/source.html`));
          const before = await documentOf(browser);
          await browser.click();
          const badge = await settled(browser);
          assert.match(badge.text, /^\d+$/, badge.title);
          await assertMarksCoverTheirWords(browser);
          await browser.click();
          await poll(async () => (await browser.badge()).text === "");
          assert.equal(await documentOf(browser), before);
        });
      }
    },
    { headers: Object.fromEntries(alone), others: true },
  );
}
