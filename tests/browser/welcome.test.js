/**
 * The first minute: the page for newcomers with its live sample, and marks below the window.
 *
 * @import { Suite } from "./with-browsers.js"
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, drawn, hoverOver, lit, pressOurs, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { inBothBrowsers } from "./with-browsers.js";

/** Opens the page for newcomers and waits for its marks. @param {Suite} suite */
async function open({ browser }) {
  // That the page opens after the installation, every start of a browser shows: its driver waits for it.
  await browser.open(await browser.extension(`return chrome.runtime.getURL("welcome.html")`));
  await eventually(async () => assert.ok((await drawn(browser)).length > 10));
}

/**
 * Marks of every kind, all of them in the sample that is shown, at which one can point.
 *
 * @param {Suite} suite
 * @param {string} language of the sample
 * @param {string} statement that lights up where Ines Aldana is pointed at
 */
async function assertLiveSample({ browser }, language, statement) {
  const kinds = await browser.page(`return [...CSS.highlights.keys()].map((name) => name.split("-").at(-1))`);
  for (const kind of ["named", "institution", "unnamed", "loose", "hedge"]) assert.ok(kinds.includes(kind), kind);
  const [shown, ...others] = await browser.page(
    `return [...document.querySelectorAll("article")].map(({ lang, textContent }) => ({ lang, textContent }))`,
  );
  assert.equal(shown.lang, language);
  assert.deepEqual(others, []);
  for (const { text } of await drawn(browser)) assert.ok(shown.textContent.includes(text), text);
  await browser.page(`document.querySelector("article").scrollIntoView({ block: "center" })`);
  await hoverOver(browser, "Ines Aldana");
  await eventually(async () => assert.ok((await lit(browser)).includes(statement)));
}

inBothBrowsers("The first minute", (suite) => {
  test("the page for newcomers has real marks of every kind, at which one can point", async () => {
    await open(suite);
    await assertLiveSample(suite, "en", "“Nobody will have to swim,”");
  });

  test("the button works on it as on any page", async () => {
    await open(suite);
    await suite.browser.click();
    await switchedOff(suite.browser);
    assert.deepEqual(await drawn(suite.browser), []);
  });

  test("the ledger lists what its sample says", async () => {
    await open(suite);
    const panel = await suite.browser.panel();
    try {
      const names = `return [...document.querySelectorAll("article .name")].map((each) => each.textContent)`;
      await eventually(async () => assert.ok((await panel.run(names)).includes("Ines Aldana")));
    } finally {
      await panel.close();
    }
  });

  test("it has three steps and the keys as they are set, and fits into 320 pixels", async () => {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      await open(suite);
      await suite.browser.look({ width: 320, height: 560, scheme });
      assert.equal(await suite.browser.page(`return document.querySelectorAll("ol li").length`), 3);
      assert.ok((await suite.browser.page(`return document.querySelectorAll("#keys kbd").length`)) >= 4);
      const { wide, view } = await suite.browser.page(
        `return { wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth }`,
      );
      assert.ok(wide <= view, `${wide} in ${view}`);
      await suite.browser.look({ scheme });
    }
    await suite.browser.look({});
  });

  test("marks below the window are counted, and the count leads to them", async () => {
    const below = () => suite.browser.ours(`return root?.querySelector(".bottom:popover-open")?.textContent ?? null`);
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.look({ width: 600, height: 300 });
    await suite.browser.click();
    const { text: count } = await settled(suite.browser);
    const says = await poll(below, { what: "the count" });
    const number = Number(says.match(/\d+/)?.[0]);
    assert.ok(number > 0 && number < Number(count), says);
    assert.equal(says, messagesOf("en").below_other.message.replace("$1", String(number)));
    await pressOurs(suite.browser, ".bottom .offer");
    await cardSays(suite.browser, new RegExp(`\\b${Number(count) - number + 1} of ${count}\\b`));
    await poll(async () => (await below()) === null, { what: "the end of the count" });
    await suite.browser.look({});
  });

  test("where all marks are in the window, nothing is counted", async () => {
    await suite.browser.open(suite.url("pages/asides.html"));
    await suite.browser.click();
    await settled(suite.browser);
    await poll(async () => !(await suite.browser.ours(`return root.querySelector(":popover-open") !== null`)), {
      what: "a quiet page",
      lasting: 500,
    });
  });
});

inBothBrowsers(
  "The first minute in German",
  (suite) => {
    test("the sample is a German one", async () => {
      await open(suite);
      await assertLiveSample(suite, "de", "„Niemand muss schwimmen“");
    });

    // The browser is in English.
    test("card, ledger and options say that they are in German", async () => {
      const { browser } = suite;
      await browser.open(suite.url("pages/article.html"));
      await browser.click();
      await settled(browser);
      assert.equal(await browser.ours(`return root.querySelector(".card").lang`), "de");
      for (const page of [await browser.options(), await browser.panel()]) {
        const language = await page.run(`return document.documentElement.lang`);
        await page.close();
        assert.equal(language, "de");
      }
    });
  },
  { language: "de" },
);
