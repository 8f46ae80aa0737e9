/** For pages that cannot be read, the toolbar says why, and so do the ledger and, on those that let us in, a notice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
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

  test("a page of the browser itself", async () => {
    const { browser } = suite;
    await browser.open(browser.name === "firefox" ? "about:support" : "chrome://version/");
    await browser.click();
    const badge = await settled(browser);
    assert.equal(badge.text, "!");
    assert.match(badge.title, /cannot read[^]*new tab/);
    await ledgerSays(/cannot read this page/);
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
    await ledgerSays(/PDF/);
  });
});
