/** What is drawn while no card is open, in which shapes, and the legend that explains them once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, drawn, hoverOver, markedOn, pressOurs, settled, step } from "../../scripts/browsers/browser.js";
import { marksOf } from "../../extension/page/marks.js";
import { LINE_KINDS } from "../../extension/shared/underline.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

inBothBrowsers(
  "Marks at rest",
  (suite) => {
    const open = async (look = {}) => {
      await suite.browser.open(suite.url("pages/article.html"));
      await suite.browser.look(look);
      await suite.browser.click();
      return settled(suite.browser);
    };
    /** @returns {Promise<string | null>} what the legend says */
    const legend = () => suite.browser.ours(`return root?.querySelector(".legend:popover-open")?.innerText ?? null`);
    const legendIsOpen = () => poll(legend, { what: "the legend" });
    const legendIsClosed = () => poll(async () => !(await legend()), { what: "the end of the legend" });

    test("a legend is shown on first use and not again", async () => {
      await open();
      const says = await legendIsOpen();
      assert.match(says, /not named[^]*certainty/);
      const { analysis } = /** @type {NonNullable<Awaited<ReturnType<typeof markedOn>>>} */ (
        await markedOn(suite.browser)
      );
      const kinds = /** @type {const} */ (["named", "institution", "unnamed", "loose", "hedge"]);
      const counts = kinds.map((kind) => marksOf(analysis, []).filter(({ line }) => line === kind).length);
      assert.deepEqual(
        [...says.matchAll(/\b(\d+) marks?\b/g)].map(([, count]) => Number(count)),
        counts,
      );
      assert.ok(counts.every((count) => count > 0) && counts.includes(1) && says.includes("1 mark"), `${counts}`);
      await pressOurs(suite.browser, ".legend .close");
      await legendIsClosed();
      await open();
      await poll(async () => (await legend()) === null, { what: "a page without the legend", lasting: 1_000 });
    });

    test("the legend goes to the first mark", async () => {
      await open();
      await hoverOver(suite.browser, "Mayor Anna Beck");
      await cardSays(suite.browser, /Anna Beck/);
      await pressOurs(suite.browser, ".about");
      await legendIsOpen();
      await pressOurs(suite.browser, ".legend .first");
      await legendIsClosed();
      await cardSays(suite.browser, /\b1 of \d/);
    });

    test("the card shows the legend when it is asked to, and Escape closes it", async () => {
      await open();
      await hoverOver(suite.browser, "Mayor Anna Beck");
      await cardSays(suite.browser, /Anna Beck/);
      await pressOurs(suite.browser, ".about");
      await legendIsOpen();
      assert.equal(await suite.browser.card(), null);
      await suite.browser.press("Escape");
      await legendIsClosed();
    });

    test("the legend gives the keyboard back", async () => {
      const { browser } = suite;
      await open();
      await browser.page(`document.querySelector("nav a").focus()`);
      await step(browser);
      await cardSays(browser, /1 of/);
      await pressOurs(browser, ".about");
      await legendIsOpen();
      await eventually(async () => assert.equal(await browser.ours(`return root.activeElement?.className`), "legend"));
      await browser.press("Escape");
      await legendIsClosed();
      assert.equal(await browser.page(`return document.activeElement.textContent`), "Home");
    });

    test("the legend stays inside a narrow and low window", async () => {
      await open({ width: 320, height: 280 });
      await hoverOver(suite.browser, "may");
      await cardSays(suite.browser, /“may”/);
      await pressOurs(suite.browser, ".about");
      await legendIsOpen();
      const box = await suite.browser.ours(`return root.querySelector(".legend").getBoundingClientRect().toJSON()`);
      assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 320 && box.bottom <= 280, JSON.stringify(box));
    });

    test("only source, cue and hedge are drawn, each in a shape of its own", async () => {
      await open();
      const found = await markedOn(suite.browser);
      assert.ok(found);
      const { text, analysis } = found;
      const bare = (/** @type {string} */ words) => words.replace(/\s+/g, " ");
      const marked = (await drawn(suite.browser)).map((range) => bare(range.text));
      assert.ok(analysis.attributions.length > 5);
      for (const { content } of analysis.attributions) {
        for (const [from, to] of content) assert.ok(!marked.includes(text.slice(from, to)), text.slice(from, to));
      }
      const styles = await suite.browser.page(
        `return [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)`,
      );
      const shapes = LINE_KINDS.map((kind) => {
        const name = kind === "hedge" ? "sourcelight-hedge" : `sourcelight-line-${kind}`;
        const css = styles.find((/** @type {string} */ rule) => rule.includes(`(${name})`));
        return `${css.match(/solid|double|dotted|dashed/)?.[0] ?? "solid"} ${css.match(/\d+px/)[0]}`;
      });
      assert.equal(new Set(shapes).size, LINE_KINDS.length, shapes.join(", "));
    });
  },
  { firstUse: true },
);
