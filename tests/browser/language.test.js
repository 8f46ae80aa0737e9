/** English and German are read: on a page in another language the toolbar says so, and of a mixed page the rest is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, drawn, hoverOver, settled } from "../../scripts/browsers/browser.js";
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

  test("English and German on one page are both read, and the ledger holds both", async () => {
    const badge = await open("pages/mixed.html");
    assert.match(badge.text, /^\d+$/);
    assert.match(badge.title, /English and German parts/);
    const words = (await drawn(suite.browser)).map(({ text }) => text);
    assert.ok(words.includes("Mayor Anna Beck"), words.join("|"));
    assert.ok(words.includes("ihr Betreiber"), words.join("|"));
    assert.ok(!words.some((text) => /Паром/.test(text)), words.join("|"));
    await assertMarksCoverTheirWords(suite.browser);
    const panel = await suite.browser.panel();
    const says = () => /** @type {Promise<string>} */ (panel.run(`return document.querySelector("main").textContent`));
    await poll(async () => /Only the English and German text/.test(await says()), { what: "the notice in the ledger" });
    for (const words of ["Anna Beck", "ihr Betreiber", "zwei Beamte", "two officials"])
      assert.ok((await says()).includes(words), words);
    assert.match(await says(), /for English words, which gives none for most\. German words have the figure/);
    await panel.close();
  });

  test("a card says that the scale is English, and of a German word that its figure is that of a translation", async () => {
    await open("pages/mixed.html");
    await hoverOver(suite.browser, "likely");
    await cardSays(suite.browser, /55–80 % on the published scale ICD 203, which is for English words/);
    await hoverOver(suite.browser, "wahrscheinlich");
    await cardSays(
      suite.browser,
      /55–80 % on the published scale ICD 203 for the English word that this one translates/,
    );
  });

  test("where the marks come on by themselves, a page in another language says so in the toolbar alone", async () => {
    await allowSite(suite);
    await suite.browser.open(suite.url("pages/ukrainian.html"));
    await settled(suite.browser);
    const notices = () => suite.browser.ours(`return root?.querySelectorAll(":popover-open").length ?? 0`);
    await poll(async () => (await notices()) === 0, { what: "a page without a notice", lasting: 700 });
  });
});
