/** The source ledger beside a page: what it says, how it leads to the page and follows it, its filters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, hoverOver, lit, markedOn, settled, step } from "../../scripts/browsers/browser.js";
import { marksOf } from "../../extension/page/marks.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { AUDIT, inBothBrowsers } from "./with-browsers.js";

/** @import { OwnPage } from "../../scripts/browsers/browser.js" */

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
      panel.run(`return document.querySelector("[data-mark][aria-current]")?.dataset.mark ?? null`)
    );
  const openAll = (/** @type {OwnPage} */ panel) =>
    panel.run(`for (const each of document.querySelectorAll("details")) each.open = true;`);
  const litWords = async () => (await lit(suite.browser)).join(" ");
  const isEmpty = (/** @type {OwnPage} */ panel) => panel.run(`return document.querySelector(".nothing") !== null`);

  test("lists every source and hedge that the core reported, each statement once", () =>
    withPanel(async (panel) => {
      const found = await markedOn(suite.browser);
      assert.ok(found);
      const { attributions, hedges } = found.analysis;
      const marks = await panel.run(
        `return [...document.querySelectorAll("li > [data-mark]")].map((each) => each.dataset.mark)`,
      );
      const expected = [...attributions.map((_, at) => `a${at}`), ...hedges.map((_, at) => `h${at}`)];
      assert.deepEqual(/** @type {string[]} */ (marks).sort(), expected.sort());
      assert.match((await texts(panel, "h1")).join(), /Harbour bridge/);
    }));

  test("the first screen answers who says most, how many voices there are, who is not named, what is hedged and where each speaks", () =>
    withPanel(async (panel) => {
      await panel.look({ width: 400, height: 800 });
      const [overview] = await texts(panel, "section:has(#panelOverview)");
      assert.match(
        overview,
        /\d+ voices; \d+.?% of the attributed words come from Anna Beck; 3 sources are not named\./,
      );
      assert.match(overview, /Percentages are of the \d+ words attributed to somebody, out of \d+ on the page\./);
      assert.match(overview, /Not named: “two officials briefed on the plans”/);
      assert.match(overview, /9 hedges: the page itself 2, Marek Dunn 2/);
      assert.deepEqual((await texts(panel, ".leaders .name")).slice(0, 2), ["Anna Beck", "Marek Dunn"]);
      assert.ok((await texts(panel, ".bar .fill.named .label")).includes("Anna Beck"));
      const [end, room] = await panel.run(
        `return [document.querySelector("section:has(#panelOverview)").getBoundingClientRect().bottom, innerHeight]`,
      );
      assert.ok(end <= room, `the overview ends at ${end} of ${room}`);
      await panel.look({});
    }));

  test("shares add up to all attributed words, and passages lie in the order of the page", () =>
    withPanel(async (panel) => {
      const shares = (await texts(panel, ".kind .count")).map((text) => Number(text.match(/(\d+).?%/)?.[1]));
      const sum = shares.reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 100) <= shares.length / 2, shares.join());
      const places = /** @type {number[][]} */ (
        await panel.run(`return [...document.querySelectorAll(".lane")].map((lane) =>
          [...lane.querySelectorAll(".passage")].map((each) => each.getBoundingClientRect().left))`)
      );
      assert.ok(places.length > 3 && places.flat().length > 10, JSON.stringify(places));
      for (const lane of places) {
        assert.deepEqual(
          lane,
          lane.toSorted((a, b) => a - b),
        );
      }
    }));

  test("a passage of the strip leads to its place, with the pointer and with the keyboard alone", () =>
    withPanel(async (panel) => {
      await suite.browser.page("scrollTo(0, 0)");
      const marks = /** @type {string[]} */ (
        await panel.run(`return [...document.querySelector(".lane").children].map((each) => each.dataset.mark)`)
      );
      assert.ok(marks.length > 1, marks.join());
      await panel.press(`.lane [data-mark="${marks.at(-1)}"]`);
      await poll(async () => (await current(panel)) === marks.at(-1), { what: "the mark that was pressed" });
      assert.ok((await litWords()).length > 0);
      assert.equal(
        await panel.run(`return document.querySelectorAll(".lane [tabindex='0']").length`),
        await panel.run(`return document.querySelectorAll(".lane").length`),
        "one stop for each lane",
      );
      const focused = await panel.run(`
        const [first] = document.querySelector(".lane").children;
        first.focus();
        const key = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        key("ArrowRight");
        const second = document.activeElement.dataset.mark;
        key("End");
        const last = document.activeElement.dataset.mark;
        key("ArrowRight");
        key("Home");
        document.activeElement.click();
        return [second, last, document.activeElement.dataset.mark];`);
      assert.deepEqual(focused, [marks[1], marks.at(-1), marks[0]]);
      await poll(async () => (await current(panel)) === marks[0], { what: "the mark that the keyboard chose" });
    }));

  test("sources are folded, one line each, and open with what is told about them", () =>
    withPanel(async (panel) => {
      assert.deepEqual(await texts(panel, "article [data-mark]"), []);
      await panel.press("article.unnamed summary");
      await eventually(async () =>
        assert.match((await texts(panel, "article.unnamed dl")).join(), /briefed on the plans/),
      );
      assert.ok((await texts(panel, "article.unnamed [data-mark]")).length > 0);
      const heights = /** @type {number[]} */ (
        await panel.run(`return [...document.querySelectorAll("summary")].map((each) => each.offsetHeight)`)
      );
      assert.ok(Math.max(...heights) < 60, heights.join());
    }));

  test("a statement leads to its place on the page", () =>
    withPanel(async (panel) => {
      await openAll(panel);
      await suite.browser.page("scrollTo(0, 0)");
      const last = /** @type {string} */ (
        await panel.run(`return [...document.querySelectorAll("li > [data-mark^=a]")].map((each) => each.dataset.mark)
          .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))).at(-1)`)
      );
      await panel.press(`li > [data-mark="${last}"]`);
      const words = await poll(litWords, { what: "the lit words" });
      const shown = (await texts(panel, `[data-mark="${last}"] .words`))[0];
      assert.ok(
        shown.split(" … ").some((part) => words.includes(part)),
        `${words} / ${shown}`,
      );
      await poll(async () => Number(await suite.browser.page("return scrollY")) > 300, { what: "the scrolling" });
      await poll(async () => (await current(panel)) === last, { what: "the mark in the panel" });
    }));

  /**
   * Chooses a mark in the ledger, goes to the next one on the page, and returns that one's number.
   *
   * @param {OwnPage} panel
   * @param {string} id
   */
  const nextAfter = async (panel, id) => {
    await openAll(panel);
    await panel.press(`li > [data-mark="${id}"]`);
    await poll(async () => (await current(panel)) === id, { what: "the mark in the panel" });
    await step(suite.browser);
    return Number((await cardSays(suite.browser, /\d+ of \d+/)).text.match(/(\d+) of/)?.[1]);
  };

  test("from a statement that was chosen the keyboard goes on to the mark after it", () =>
    withPanel(async (panel) => {
      const found = await markedOn(suite.browser);
      assert.ok(found);
      const all = marksOf(found.analysis, []);
      const statement = all.findIndex(({ attribution }) => attribution === found.analysis.attributions[4]);
      assert.equal(await nextAfter(panel, "a4"), statement + 2);
    }));

  test("from a hedge that was chosen while hedges are not marked it goes on to the mark behind it", async () => {
    const { browser } = suite;
    /** @param {object} settings */
    const save = (settings) => browser.extension(`await chrome.storage.sync.set({ settings: values[0] })`, settings);
    /** @type {Awaited<ReturnType<typeof markedOn>>} */
    let found = null;
    await withPanel(async () => void (found = await markedOn(browser)));
    assert.ok(found);
    const { analysis } = /** @type {NonNullable<Awaited<ReturnType<typeof markedOn>>>} */ (found);
    await save({ kinds: { hedge: false } });
    try {
      await poll(async () => (await markedOn(browser))?.analysis.hedges.length === 0, {
        what: "a page without hedges",
      });
      // Opened only now: its lists are drawn again when the settings change.
      const panel = await browser.panel();
      try {
        await poll(() => current(panel), { what: "the reader's place in the ledger" });
        const from = analysis.hedges[4].span[0];
        const before = marksOf(analysis, []).filter(({ attribution, spans }) => attribution && spans[0][0] < from);
        assert.equal(await nextAfter(panel, "h4"), before.length + 1);
      } finally {
        await panel.close();
      }
    } finally {
      await save({});
    }
  });

  test("scrolling the page and the pointer on a mark move the panel along", () =>
    withPanel(async (panel) => {
      await openAll(panel);
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

  test("a panel that is opened again shows the reader's place", async () => {
    /** @type {string | null} */
    let place = null;
    await withPanel(async (panel) => void (place = await current(panel)));
    const again = await suite.browser.panel();
    try {
      await eventually(async () => assert.equal(await current(again), place));
    } finally {
      await again.close();
    }
  });

  test("kinds and words filter the lists; a search opens what it finds", () =>
    withPanel(async (panel) => {
      const all = (await texts(panel, "article")).length;
      const statements = await panel.run(`return document.querySelectorAll("li > [data-mark]").length`);
      await panel.press(".kind:has(.swatch.unnamed)");
      await eventually(async () => {
        const unnamed = await texts(panel, "article");
        assert.ok(unnamed.length > 0 && (await texts(panel, "article.unnamed")).length === unnamed.length);
        assert.match((await texts(panel, "[role=status]")).join(), new RegExp(`\\d+ of ${statements}`));
      });
      await panel.press(".kind:has(.swatch.unnamed)");
      await eventually(async () => assert.equal((await texts(panel, "article")).length, all));
      await panel.press("search input");
      await panel.write("CABLES");
      await eventually(async () => {
        const found = await texts(panel, "li > [data-mark] .words");
        assert.ok(
          found.length > 0 && found.length < statements && found.every((words) => /cables/i.test(words)),
          found.join("|"),
        );
      });
    }));

  test("works when the background ends, the marks are switched off and the page changes", () =>
    withPanel(async (panel) => {
      const { browser } = suite;
      await browser.sleep();
      await panel.press(`.lane [data-mark="a0"]`);
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

  test("what the reader has chosen stays when the page changes, and so does the keyboard", () =>
    withPanel(async (panel) => {
      await panel.press("search input");
      await panel.write("Beck");
      await panel.run(`document.querySelector("select").value = "csv"`);
      for (const [number, control] of [".kind", "select", ".actions button", "search input"].entries()) {
        await panel.run(`document.querySelector(values[0]).focus()`, control);
        const said = `That makes ${number + 2} boats`;
        await suite.browser.page(
          `location.hash = values[0];
           const added = document.createElement("p");
           added.textContent = "“" + values[1] + ", and no more,” Anna Beck said on Tuesday.";
           document.querySelector("article p:last-of-type").after(added);`,
          `part-${number}`,
          said,
        );
        await poll(() => panel.run(`return document.querySelector("main").textContent.includes(values[0])`, said), {
          what: "the new statement",
        });
        assert.ok(
          await panel.run(`return document.activeElement.matches(values[0])`, control),
          `the keyboard is on ${control}`,
        );
        const chosen = await panel.run(
          `return [document.querySelector("search input").value, document.querySelector("select").value]`,
        );
        assert.deepEqual(chosen, ["Beck", "csv"]);
      }
    }));

  test("the page's words are never markup", () =>
    withPanel(async (panel) => {
      assert.equal(await panel.run(`return document.querySelectorAll("main img, main script, main b").length`), 0);
      await openAll(panel);
      const shown = await texts(panel, "h1, .words");
      assert.equal(shown.filter((words) => words.includes("<img src=x onerror=alert(1)>")).length, 2, shown.join("|"));
    }, "pages/markup.html"));

  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe-core finds nothing, ${scheme}; nothing is cut off at 320 pixels`, () =>
      withPanel(async (panel) => {
        await panel.look({ scheme, width: 320, height: 800 });
        assert.deepEqual(await panel.run(AUDIT), []);
        const [wide, room] = await panel.run(`return [document.documentElement.scrollWidth, innerWidth]`);
        assert.ok(wide <= room, `${wide} of ${room}`);
        await suite.browser.click();
        await poll(() => isEmpty(panel), { what: "the notice" });
        assert.deepEqual(await panel.run(AUDIT), []);
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
