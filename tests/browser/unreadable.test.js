/**
 * For pages that cannot be read, the toolbar says why, and so does the ledger; on those that let us in a notice does, on those
 * that do not a popup of the button.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { documentOf, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("Pages at the border", (suite) => {
  const notice = () => suite.browser.ours(`return root?.querySelector(".notice:popover-open")?.innerText ?? null`);
  const noticeCloses = () => poll(async () => (await notice()) === null, { what: "the end of the notice" });

  /** @param {RegExp} reason */
  async function ledgerSays(reason) {
    const panel = await suite.browser.panel();
    const says = () => /** @type {Promise<string>} */ (panel.run(`return document.querySelector("main").textContent`));
    await poll(async () => reason.test(await says()), { what: `${reason} in the ledger` });
    assert.doesNotMatch(await says(), /Click the Sourcelight button/);
    await panel.close();
  }

  const ofTheBrowser = () => (suite.browser.name === "firefox" ? "about:support" : "chrome://version/");
  const popup = () => poll(() => suite.browser.popup(), { what: "the popup" });
  const popupIsSet = () => suite.browser.extension(`return (await chrome.action.getPopup({ tabId })) !== ""`);

  test("a page of the browser itself: the first click says so in words, and so does the next", async () => {
    const { browser } = suite;
    await browser.open(ofTheBrowser());
    for (const _ of ["first", "next"]) {
      await browser.click();
      assert.match(await popup(), /cannot read this page[^]*every extension/);
      await browser.closePopup();
    }
    const badge = await settled(browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /cannot read/);
    assert.doesNotMatch(badge.title, /new tab/);
    await ledgerSays(/cannot read this page/);
  });

  test("the popup is gone with the page, and the next page is read", async () => {
    const { browser } = suite;
    for (const next of [ofTheBrowser(), suite.url("pages/article.html")]) {
      await browser.open(ofTheBrowser());
      await browser.click();
      await popup();
      await browser.closePopup();
      assert.equal(await popupIsSet(), true);
      await browser.open(next);
      await poll(async () => !(await popupIsSet()), { what: "the end of the popup" });
    }
    await browser.click();
    assert.match((await settled(browser)).text, /^\d+$/);
    assert.equal(await popupIsSet(), false);
    assert.equal(await browser.popup(), null);
  });

  test("the source of a page, also in a tab where the page was read before", async () => {
    const { browser } = suite;
    await browser.open(suite.url("pages/article.html"));
    await browser.click();
    await settled(browser);
    await browser.open(`view-source:${suite.url("pages/article.html")}`);
    await browser.click();
    assert.match(await popup(), /cannot read this page/);
    assert.equal((await settled(browser)).text, "!");
    await browser.closePopup();
  });

  test("a page without text", async () => {
    await suite.browser.open(suite.url("pages/empty.html"));
    await suite.browser.click();
    const badge = await settled(suite.browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /no text/);
    assert.match(await poll(notice, { what: "a notice" }), /no text/);
    await ledgerSays(/no text/);
  });

  for (const [how, close] of /** @type {[string, () => Promise<void>][]} */ ([
    ["Escape", () => suite.browser.press("Escape")],
    ["a click on the page", () => suite.browser.pressAt(300, 500)],
    [
      "the button",
      async () => {
        await suite.browser.click();
        await switchedOff(suite.browser);
      },
    ],
  ])) {
    test(`a page in another language says so, and ${how} closes it without a trace`, async () => {
      await suite.browser.open(suite.url("pages/ukrainian.html"));
      const before = await documentOf(suite.browser);
      await suite.browser.click();
      await settled(suite.browser);
      assert.match(await poll(notice, { what: "a notice" }), /reads English and German/);
      const { right, top, view } = await suite.browser.ours(
        `const { right, top } = root.querySelector(".notice").getBoundingClientRect();
         return { right, top, view: document.documentElement.clientWidth };`,
      );
      assert.ok(top >= 0 && top < 40 && right <= view && right > view - 40, `${right}, ${top} in ${view}`);
      await close();
      await noticeCloses();
      assert.equal(await documentOf(suite.browser), before);
    });
  }

  // This test is the last one, because puppeteer sometimes loses a tab that leaves Chromium's PDF viewer.
  test("a PDF", async () => {
    await suite.browser.open(suite.url("pages/empty.pdf"));
    await suite.browser.click();
    const badge = await settled(suite.browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /PDF/);
    // Chromium lets us in beside its viewer.
    if (suite.browser.name === "firefox") {
      assert.match(await popup(), /PDF documents[^]*viewer/);
      await suite.browser.closePopup();
    } else assert.match(await poll(notice, { what: "a notice" }), /PDF/);
    await ledgerSays(/PDF/);
  });
});

inBothBrowsers(
  "A page at the border, in the reader's language",
  (suite) => {
    test("the popup speaks it, with nothing to press", async () => {
      const { browser } = suite;
      await browser.open(browser.name === "firefox" ? "about:support" : "chrome://version/");
      await browser.click();
      const { problemForbidden, problemForbiddenMore } = messagesOf("uk");
      const words = await poll(() => browser.popup(), { what: "the popup" });
      assert.equal(words.replace(/\s+/g, " "), `${problemForbidden.message} ${problemForbiddenMore.message}`);
      await browser.closePopup();
    });
  },
  { language: "uk" },
);
