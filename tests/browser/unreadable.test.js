/** Pages that cannot be read say so; pages that forbid everything can be read all the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hoverOver, poll, settled } from "../../scripts/browsers/browser.js";
import { assertMarksCoverTheirWords, inBothBrowsers } from "./with-browsers.js";

const STRICT = {
  "/pages/strict.html": {
    "content-security-policy":
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "interest-cohort=()",
  },
};

inBothBrowsers(
  "Pages at the border",
  (suite) => {
    test("a page of the browser itself", async () => {
      const { browser } = suite;
      await browser.open(browser.name === "firefox" ? "about:support" : "chrome://version/");
      await browser.click();
      const badge = await settled(browser);
      assert.equal(badge.text, "!");
      assert.match(badge.title, /may not read[^]*new tab/);
    });

    test("a page without text", async () => {
      await suite.browser.open(suite.url("pages/empty.html"));
      await suite.browser.click();
      const badge = await settled(suite.browser);
      assert.equal(badge.text, "!");
      assert.match(badge.title, /no text/);
    });

    test("a page whose policy forbids every script, style and request", async () => {
      // Chromium tells a page's new process nothing of a leave that its old one had: where a tab in use moves on to a
      // cross-origin isolated page of the same site, it stays shut until the tab has been elsewhere.
      await suite.browser.open("about:blank");
      await suite.browser.open(suite.url("pages/strict.html"));
      await suite.browser.click();
      const badge = await settled(suite.browser);
      assert.match(badge.text, /^\d+$/, badge.title);
      assert.ok((await assertMarksCoverTheirWords(suite.browser)) > 0);
      await hoverOver(suite.browser, "The harbour master");
      const card = await poll(() => suite.browser.card(), { what: "the card" });
      assert.ok(card.box.right - card.box.left > 200, "the card has its style");
    });

    // The last one: puppeteer now and then loses a tab that leaves Chromium's PDF viewer.
    test("a PDF", async () => {
      await suite.browser.open(suite.url("pages/empty.pdf"));
      await suite.browser.click();
      const badge = await settled(suite.browser);
      assert.equal(badge.text, "!");
      assert.match(badge.title, /PDF/);
    });
  },
  { headers: STRICT },
);
