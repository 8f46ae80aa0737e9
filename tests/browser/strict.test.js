/** Pages with every restriction that a page can have are read like any other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, hoverOver, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

/** Switches off every feature that a page can switch off. */
const NO_FEATURES = [
  ...["accelerometer", "autoplay", "camera", "clipboard-read", "clipboard-write", "display-capture", "fullscreen"],
  ...["geolocation", "gyroscope", "idle-detection", "microphone", "midi", "payment", "storage-access", "unload"],
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** @type {Record<string, Record<string, string>>} */
const HEADERS = {
  "/pages/strict.html": {
    "content-security-policy":
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": NO_FEATURES,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
  "/pages/sandboxed.html": { "content-security-policy": "sandbox allow-scripts; script-src 'none'; style-src 'none'" },
};

inBothBrowsers(
  "Strict pages",
  (suite) => {
    const readAndLeave = async () => {
      const { browser } = suite;
      const before = await documentOf(browser);
      await browser.page(`
        window.violations = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective }) => window.violations.push(violatedDirective));`);
      await browser.click();
      const badge = await settled(browser);
      assert.match(badge.text, /^\d+$/, badge.title);
      assert.ok((await assertMarksCoverTheirWords(browser)) > 0);
      await hoverOver(browser, "The harbour master");
      const card = await cardSays(browser, /harbour master/);
      assert.ok(card.box.right - card.box.left > 200, "the card has its style");
      await browser.click();
      await switchedOff(browser);
      assert.equal(await documentOf(browser), before);
      assert.deepEqual(await browser.page(`return window.violations`), []);
    };

    test("no script, style, request or feature allowed, Trusted Types, isolated from every other origin", async () => {
      await suite.browser.openTab(suite.url("pages/strict.html"));
      assert.equal(await suite.browser.page(`return crossOriginIsolated`), true);
      await readAndLeave();
      await suite.browser.closeTab();
    });

    // Chromium keeps the permission of the first click while the tab stays on a site, and does not pass it on to the new
    // process of an isolated page of that site. The page cannot be read there, and another click does not change that.
    test("the same, reached in a tab where the marks were on before: read, or the toolbar suggests a new tab", async () => {
      const { browser } = suite;
      await browser.open(suite.url("pages/article.html"));
      await browser.click();
      await settled(browser);
      await browser.open(suite.url("pages/strict.html"));
      await browser.click();
      const badge = await settled(browser);
      if (badge.text === "!") assert.match(badge.title, /new tab/);
      else assert.match(badge.text, /^\d+$/);
      await browser.openTab(suite.url("pages/strict.html"));
      await readAndLeave();
      await browser.closeTab();
    });

    test("a sandboxed page without scripts, with sandboxed frames", async () => {
      await suite.browser.open("about:blank");
      await suite.browser.open(suite.url("pages/sandboxed.html"));
      assert.equal(await suite.browser.page(`return origin`), "null");
      await readAndLeave();
    });
  },
  { headers: HEADERS },
);
