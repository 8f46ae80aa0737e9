/** A mark that is wrong can be hidden and brought back, and a report of it can be taken along. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardIsClosed, cardSays, drawn, hoverOver, pressOurs, settled, step } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { REPOSITORY, VERSION } from "../../scripts/version.js";
import { assertMarksCoverTheirWords, copyOf, inBothBrowsers } from "./with-browsers.js";

/** Longer than a notice stays by itself. */
const NOTICE_MS = 12_500;

inBothBrowsers("A wrong mark", (suite) => {
  const open = async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    await settled(suite.browser);
    await hoverOver(suite.browser, "likely");
    await cardSays(suite.browser, /likely/);
    await pressOurs(suite.browser, ".wrong summary");
  };
  const isMarked = async (/** @type {string} */ words) =>
    (await drawn(suite.browser)).some(({ name, text }) => name !== "sourcelight-focus" && text === words);
  const hide = async () => {
    await pressOurs(suite.browser, ".hide");
    await cardIsClosed(suite.browser);
    await poll(async () => !(await isMarked("likely")), { what: "the end of the mark" });
  };

  test("is hidden, with all others where they were, and comes back", async () => {
    await open();
    const { text: count } = await settled(suite.browser);
    const others = (await drawn(suite.browser)).length;
    await hide();
    assert.equal(Number((await settled(suite.browser)).text), Number(count) - 1);
    await assertMarksCoverTheirWords(suite.browser);
    assert.ok(await isMarked("probably"));
    await pressOurs(suite.browser, ".offer");
    await poll(() => isMarked("likely"), { what: "the mark" });
    assert.equal((await settled(suite.browser)).text, count);
    assert.equal((await drawn(suite.browser)).filter(({ name }) => name !== "sourcelight-focus").length, others - 1);
  });

  test("the offer to undo it stays while the keyboard is on it, and gives the keyboard back", async () => {
    const { browser } = suite;
    await open();
    await browser.page(`document.querySelector("nav a").focus()`);
    await step(browser);
    await poll(() => browser.ours(`return root.activeElement?.className === "card"`), {
      what: "the keyboard on the card",
    });
    await pressOurs(browser, ".hide");
    const isOnOffer = () => browser.ours(`return root.activeElement?.className === "offer"`);
    await poll(isOnOffer, { what: "the keyboard on the offer", lasting: NOTICE_MS });
    await browser.press("Escape");
    await eventually(async () => assert.equal(await browser.page(`return document.activeElement.textContent`), "Home"));
  });

  test("stays hidden while the page changes and after off and on, but not on the page loaded again", async () => {
    await open();
    await hide();
    await suite.browser.page(
      `const paragraph = document.createElement("p");
       paragraph.textContent = "Ruth Hale, who leads the council, said that the pier was open.";
       document.querySelector("article p:last-of-type").after(paragraph);`,
    );
    await poll(() => isMarked("Ruth Hale, who leads the council,"), { what: "the new mark" });
    assert.equal(await isMarked("likely"), false);
    await suite.browser.click();
    await poll(async () => (await drawn(suite.browser)).length === 0, { what: "the end of the marks" });
    await suite.browser.click();
    await poll(() => isMarked("probably"), { what: "the marks" });
    assert.equal(await isMarked("likely"), false);
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    await poll(() => isMarked("likely"), { what: "the mark" });
  });

  test("is not in the ledger either, and comes back there as well", async () => {
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    await settled(suite.browser);
    const panel = await suite.browser.panel();
    const voices = async () =>
      Number((await panel.run(`return document.querySelector("main").textContent.match(/(\\d+) voices/)?.[1]`)) ?? 0);
    const lists = () => panel.run(`return document.querySelector('[data-entry*="two officials"]') !== null`);
    await poll(lists, { what: "the ledger" });
    const before = await voices();
    await hoverOver(suite.browser, "two officials briefed on the plans");
    await cardSays(suite.browser, /two officials/);
    await pressOurs(suite.browser, ".wrong summary");
    await pressOurs(suite.browser, ".hide");
    await poll(async () => !(await lists()), { what: "a ledger without the mark" });
    assert.equal(await voices(), before - 1);
    assert.doesNotMatch(await copyOf(panel, "json"), /"name": "two officials/);
    await pressOurs(suite.browser, ".offer");
    await poll(lists, { what: "the mark in the ledger" });
    assert.equal(await voices(), before);
    assert.match(await copyOf(panel, "json"), /"name": "two officials/);
    await panel.close();
  });

  test("is reported with its sentence, version and rule, and nothing else", async () => {
    await open();
    const expected = [
      `Sourcelight ${VERSION}`,
      "Sentence: “The bridge is likely to need new cables.”",
      "Mark: Hedge, “likely”",
      "Rule: likely",
    ].join("\n");
    assert.equal(await suite.browser.ours(`return root.querySelector(".report").textContent`), expected);
    assert.equal(await suite.browser.ours(`return root.querySelector(".issue") !== null`), REPOSITORY !== "");
    await pressOurs(suite.browser, ".copy-report");
    await cardSays(suite.browser, /Copied/);
    assert.equal(await suite.browser.clipboard(), expected);
  });
});

inBothBrowsers(
  "A wrong mark, where there is a tracker",
  (suite) => {
    test("is opened as an issue in a new tab by the reader's click, with the report and nothing else", async () => {
      const { browser } = suite;
      await browser.open(suite.url("pages/article.html"));
      await browser.click();
      await settled(browser);
      await hoverOver(browser, "likely");
      await cardSays(browser, /likely/);
      await pressOurs(browser, ".wrong summary");
      await cardSays(browser, /Open as an issue[^]*public tracker/);
      const query = new URLSearchParams({
        template: "wrong-mark.yml",
        sentence: "“The bridge is likely to need new cables.”",
        found: "Hedge, “likely”\nRule: likely",
        version: VERSION,
      });
      const link = `const { href, rel } = root.querySelector(".issue"); return { href, rel };`;
      assert.deepEqual(await browser.ours(link), {
        href: `${suite.url("pages/issues/new")}?${query}`,
        rel: "noopener noreferrer",
      });
      const isAsked = () => suite.requested().includes("/pages/issues/new");
      assert.equal(isAsked(), false);
      await pressOurs(browser, ".issue");
      await poll(isAsked, { what: "the form" });
      assert.match(await browser.page("return location.pathname"), /article/, "the page stays");
    });
  },
  { repository: "pages" },
);
