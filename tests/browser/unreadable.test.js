/** For pages that cannot be read, the toolbar says why. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../scripts/browsers/browser.js";
import { inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("Pages at the border", (suite) => {
  test("a page of the browser itself", async () => {
    const { browser } = suite;
    await browser.open(browser.name === "firefox" ? "about:support" : "chrome://version/");
    await browser.click();
    const badge = await settled(browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /cannot read[^]*new tab/);
  });

  test("a page without text", async () => {
    await suite.browser.open(suite.url("pages/empty.html"));
    await suite.browser.click();
    const badge = await settled(suite.browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /no text/);
  });

  // This test is the last one, because puppeteer sometimes loses a tab that leaves Chromium's PDF viewer.
  test("a PDF", async () => {
    await suite.browser.open(suite.url("pages/empty.pdf"));
    await suite.browser.click();
    const badge = await settled(suite.browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /PDF/);
  });
});
