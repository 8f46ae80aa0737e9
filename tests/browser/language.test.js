/** English and German are read: on a page in another language the toolbar says so, and of a mixed page the rest is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, settled } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { allowSite, assertMarksCoverTheirWords, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("Languages", (suite) => {
  const open = async (/** @type {string} */ page) => {
    await suite.browser.open(suite.url(page));
    await suite.browser.click();
    return settled(suite.browser);
  };

  test("a page in another language says so and gets no marks, whatever it declares", async () => {
    const badge = await open("pages/ukrainian.html");
    assert.equal(badge.text, "!");
    assert.match(badge.title, /English and German/);
    assert.deepEqual(await drawn(suite.browser), []);
    const panel = await suite.browser.panel();
    const says = () => /** @type {Promise<string>} */ (panel.run(`return document.querySelector("main").textContent`));
    await poll(async () => /English and German/.test(await says()), { what: "the reason in the ledger" });
    assert.doesNotMatch(await says(), /Click the Sourcelight button/);
    await panel.close();
  });

  test("English and German on one page are both read", async () => {
    const badge = await open("pages/mixed.html");
    assert.match(badge.text, /^\d+$/);
    assert.match(badge.title, /English and German parts/);
    const words = (await drawn(suite.browser)).map(({ text }) => text);
    assert.ok(words.includes("Mayor Anna Beck"), words.join("|"));
    assert.ok(words.includes("ihr Betreiber"), words.join("|"));
    assert.ok(!words.some((text) => /Паром/.test(text)), words.join("|"));
    await assertMarksCoverTheirWords(suite.browser);
    const panel = await suite.browser.panel();
    await poll(
      () => panel.run(`return /Only the English and German text/.test(document.querySelector("main").textContent)`),
      {
        what: "the notice in the ledger",
      },
    );
    await panel.close();
  });

  test("where the marks come on by themselves, a page in another language says so in the toolbar alone", async () => {
    await allowSite(suite);
    await suite.browser.open(suite.url("pages/ukrainian.html"));
    await settled(suite.browser);
    const notices = () => suite.browser.ours(`return root?.querySelectorAll(":popover-open").length ?? 0`);
    await poll(async () => (await notices()) === 0, { what: "a page without a notice", lasting: 700 });
  });
});
