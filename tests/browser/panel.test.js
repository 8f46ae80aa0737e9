/** The source ledger beside a page: what it says, how it leads to the page and follows it, its filters. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hoverOver, lit, markedOn, settled } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

/** @import { OwnPage } from "../../scripts/browsers/browser.js" */

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

inBothBrowsers("The source ledger", (suite) => {
  /** @param {(panel: OwnPage) => Promise<void>} act */
  const withPanel = async (act, page = "pages/story.html") => {
    const { browser } = suite;
    await browser.open(suite.url(page));
    await browser.click();
    await settled(browser);
    const panel = await browser.panel();
    try {
      await poll(() => panel.run(`return document.querySelector("main h2") !== null`), {
        what: "the ledger's content",
      });
      // It scrolls to the statement that the reader is at; what is pressed before that could move away.
      await poll(() => current(panel), { what: "the reader's place in the ledger" });
      await act(panel);
    } finally {
      await panel.close();
    }
  };
  const texts = (/** @type {OwnPage} */ panel, /** @type {string} */ selector) =>
    /** @type {Promise<string[]>} */ (
      panel.run(
        `return [...document.querySelectorAll(values[0])].filter((each) => each.checkVisibility()).map((each) => each.textContent)`,
        selector,
      )
    );
  const current = (/** @type {OwnPage} */ panel) =>
    /** @type {Promise<string | null>} */ (
      panel.run(`return document.querySelector("[aria-current]")?.dataset.mark ?? null`)
    );
  const litWords = async () => (await lit(suite.browser)).join(" ");
  const isEmpty = (/** @type {OwnPage} */ panel) => panel.run(`return document.querySelector(".nothing") !== null`);

  test("lists every source and hedge that the core reported, each statement once", () =>
    withPanel(async (panel) => {
      const found = await markedOn(suite.browser);
      assert.ok(found);
      const { attributions, hedges } = found.analysis;
      const marks = await panel.run(
        `return [...document.querySelectorAll("[data-mark]")].map((each) => each.dataset.mark)`,
      );
      const expected = [...attributions.map((_, at) => `a${at}`), ...hedges.map((_, at) => `h${at}`)];
      assert.deepEqual(/** @type {string[]} */ (marks).sort(), expected.sort());
      const sources = await texts(panel, "#panelSources ~ article");
      const [count] = await texts(panel, "#panelOverview + p");
      assert.equal(count, `Statements: ${attributions.length} · Sources: ${sources.length}`);
      assert.match((await texts(panel, "h1")).join(), /Harbour bridge/);
    }));

  test("a statement leads to its place on the page", () =>
    withPanel(async (panel) => {
      await suite.browser.page("scrollTo(0, 0)");
      const last = /** @type {string} */ (
        await panel.run(`return [...document.querySelectorAll("[data-mark^=a]")].map((each) => each.dataset.mark)
          .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).at(-1)`)
      );
      await panel.press(`[data-mark="${last}"]`);
      const words = await poll(litWords, { what: "the lit words" });
      const shown = (await texts(panel, `[data-mark="${last}"] .words`))[0];
      assert.ok(
        shown.split(" … ").some((part) => words.includes(part)),
        `${words} / ${shown}`,
      );
      await poll(async () => Number(await suite.browser.page("return scrollY")) > 300, { what: "the scrolling" });
      await poll(async () => (await current(panel)) === last, { what: "the mark in the panel" });
    }));

  test("scrolling the page and the pointer on a mark move the panel along", () =>
    withPanel(async (panel) => {
      await suite.browser.page("scrollTo(0, document.documentElement.scrollHeight)");
      const low = await poll(
        async () => {
          const mark = await current(panel);
          return Number(mark?.slice(1)) > 3 && mark;
        },
        { what: "the panel at the end of the page" },
      );
      await suite.browser.page("scrollTo(0, 0)");
      await poll(async () => (await current(panel)) !== low, { what: "the panel at the beginning of the page" });
      await hoverOver(suite.browser, "Mayor Anna Beck");
      await poll(
        async () => (await texts(panel, "[aria-current] .words")).join().includes("We will not take any risk"),
        {
          what: "the statement under the pointer",
        },
      );
    }));

  test("kinds and words filter the lists", () =>
    withPanel(async (panel) => {
      const all = (await texts(panel, "[data-mark]")).length;
      await panel.press(".kind:has(.swatch.unnamed)");
      await eventually(async () => {
        const unnamed = await texts(panel, "article");
        assert.ok(unnamed.length > 0 && (await texts(panel, "article.unnamed")).length === unnamed.length);
        assert.match((await texts(panel, "[role=status]")).join(), new RegExp(`\\d+ of ${all}`));
      });
      await panel.press(".kind:has(.swatch.unnamed)");
      await eventually(async () => assert.equal((await texts(panel, "[data-mark]")).length, all));
      await panel.press("search input");
      await panel.write("CABLES");
      await eventually(async () => {
        const found = await texts(panel, "[data-mark] .words");
        assert.ok(
          found.length > 0 && found.length < all && found.every((words) => /cables/i.test(words)),
          found.join("|"),
        );
      });
    }));

  test("works when the background ends, the marks are switched off and the page changes", () =>
    withPanel(async (panel) => {
      const { browser } = suite;
      await browser.sleep();
      await panel.press(`[data-mark="a0"]`);
      await poll(litWords, { what: "the lit words" });
      await browser.click();
      await poll(() => isEmpty(panel), { what: "the notice after switching off" });
      await browser.click();
      await poll(async () => !(await isEmpty(panel)), { what: "the ledger after switching on" });
      await browser.open(suite.url("pages/strict.html"));
      await poll(() => isEmpty(panel), { what: "the notice on another page" });
      await browser.click();
      await poll(async () => (await texts(panel, "h1")).join().includes("Ferry"), { what: "the other page's ledger" });
    }));

  test("the page's words are never markup", () =>
    withPanel(async (panel) => {
      assert.equal(await panel.run(`return document.querySelectorAll("main img, main script, main b").length`), 0);
      const shown = await texts(panel, "h1, .words");
      assert.equal(shown.filter((words) => words.includes("<img src=x onerror=alert(1)>")).length, 2, shown.join("|"));
    }, "pages/markup.html"));

  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe-core finds nothing, ${scheme}; nothing is cut off at 320 pixels`, () =>
      withPanel(async (panel) => {
        await panel.look({ scheme, width: 320, height: 800 });
        await panel.run(`${AXE}; window.axe = axe;`);
        const violations = () =>
          panel.run(
            `const { violations } = await axe.run(document);
             return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ").slice(0, 300));`,
          );
        assert.deepEqual(await violations(), []);
        const [wide, room] = await panel.run(`return [document.documentElement.scrollWidth, innerWidth]`);
        assert.ok(wide <= room, `${wide} of ${room}`);
        await suite.browser.click();
        await poll(() => isEmpty(panel), { what: "the notice" });
        assert.deepEqual(await violations(), []);
      }));
  }

  test("in the browser's own side panel it follows the active tab", () =>
    withPanel(async () => {
      const { browser } = suite;
      const shows = (/** @type {RegExp} */ title) =>
        poll(async () => title.test(await browser.side()), { what: `${title} in the side panel` });
      await shows(/Harbour bridge/);
      await browser.openTab("about:blank");
      await shows(/^[^:]+$/);
      await browser.closeTab();
      await shows(/Harbour bridge/);
    }));
});
