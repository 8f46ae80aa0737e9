/**
 * Card, legend, notice, ledger, options and the page for newcomers in narrow windows, dark and forced colours, from right to left and at a high zoom.
 * Pictures of all of them are in `target/looks` afterwards.
 *
 * @import { Look, OwnPage } from "../../scripts/browsers/browser.js"
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { before, test } from "node:test";
import { cardSays, hoverOver, pressOurs, settled } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

/**
 * The zoom comes last, because Chromium keeps it.
 *
 * @type {[name: string, look: Look, zoom?: number][]}
 */
const LOOKS = [
  ["in 320 pixels", { width: 320, height: 560 }],
  ["in 320 pixels, dark", { width: 320, height: 560, scheme: "dark" }],
  ["in forced colours", { forcedColors: true }],
  ["with reduced motion", { reducedMotion: true }],
  ["from right to left", {}],
  ["at 200 %", {}, 2],
];

/** Lists what is cut off, moves or is too small to press inside the element `shown`. */
const FAULTS = `
  const view = document.documentElement.clientWidth;
  // A drawing for the eye alone may be cut: everything in it is also stated in words.
  const elements = [shown, ...shown.querySelectorAll("*")].filter(
    (each) => each.checkVisibility() && !each.closest("[aria-hidden]"));
  const named = (each) => each.tagName + "." + each.className + ": " + each.textContent.slice(0, 60);
  const isCut = (each) => {
    const { left, right, width } = each.getBoundingClientRect();
    const isClipped = getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
    return width > 1 && (left < -1 || right > view + 1 || isClipped);
  };
  const isSmall = (each) => {
    const { width, height } = each.getBoundingClientRect();
    // A passage of the strip is as long as its words; the lane around it takes the press, and the list has large buttons.
    return each.matches("button:not(.passage), select, input:not([type=radio], [type=checkbox])") && (width < 23.5 || height < 23.5);
  };
  const moves = matchMedia("(prefers-reduced-motion: reduce)").matches
    && (document.getAnimations().length > 0 || getComputedStyle(document.documentElement).scrollBehavior === "smooth");
  return [
    ...elements.filter(isCut).map((each) => "cut off: " + named(each)),
    ...elements.filter(isSmall).map((each) => "small: " + named(each)),
    ...(moves ? ["it moves"] : []),
  ];`;

inBothBrowsers("Everything that we show", (suite) => {
  const folder = () => `target/looks/${suite.browser.name}`;
  /** The browser's own zoom, of every tab. @param {number} factor */
  const zoom = async (factor) => {
    if (factor === 1) return;
    await suite.browser.extension(
      `for (const { id } of await chrome.tabs.query({})) await chrome.tabs.setZoom(id, values[0])`,
      factor,
    );
  };

  before(() => mkdirSync(folder(), { recursive: true }));

  for (const [name, look, factor = 1] of LOOKS) {
    const direction = name === "from right to left" ? "rtl" : "ltr";
    /** @param {string} surface */
    const picture = (surface) => `${folder()}/${surface} ${name}.png`.replace(/[ ,%]+/g, "-");
    /** @param {string} words */
    const openCard = async (words) => {
      await suite.browser.open(suite.url("pages/story.html"));
      await suite.browser.look(look);
      await zoom(factor);
      await suite.browser.click();
      await settled(suite.browser);
      await suite.browser.page(
        `const paragraphs = [...document.querySelectorAll("p")];
         paragraphs.find((each) => each.textContent.includes(values[0])).scrollIntoView({ block: "center" });`,
        words,
      );
      await hoverOver(suite.browser, words);
      await cardSays(suite.browser, new RegExp(words));
    };
    const faultsOfOurs = async () => {
      const shown = `const shown = root.querySelector(":popover-open");`;
      await suite.browser.ours(`${shown} shown.dir = values[0];`, direction);
      return suite.browser.ours(`${shown} ${FAULTS}`);
    };

    /** @param {OwnPage} page @returns {Promise<string[]>} */
    const faultsOf = async (page) => {
      await page.look(look);
      await zoom(factor);
      await page.run(`document.documentElement.dir = values[0]`, direction);
      return page.run(`const shown = document.querySelector("main"); ${FAULTS}`);
    };

    for (const [surface, words] of [
      ["card of a source", "A person familiar"],
      ["card of a hedge", "likely"],
    ]) {
      test(`the ${surface}, ${name}`, async () => {
        await openCard(words);
        const faults = await faultsOfOurs();
        await suite.browser.screenshot(picture(surface));
        assert.deepEqual(faults, []);
      });
    }

    test(`the legend, ${name}`, async () => {
      await openCard("likely");
      await pressOurs(suite.browser, ".about");
      await poll(() => suite.browser.ours(`return root.querySelector(".legend:popover-open") !== null`), {
        what: "the legend",
      });
      const faults = await faultsOfOurs();
      await suite.browser.screenshot(picture("legend"));
      assert.deepEqual(faults, []);
    });

    test(`the notice of a page that is not read, ${name}`, async () => {
      await suite.browser.open(suite.url("pages/ukrainian.html"));
      await suite.browser.look(look);
      await zoom(factor);
      await suite.browser.click();
      await settled(suite.browser);
      await poll(() => suite.browser.ours(`return root?.querySelector(".notice:popover-open") != null`), {
        what: "the notice",
      });
      const faults = await faultsOfOurs();
      await suite.browser.screenshot(picture("notice"));
      assert.deepEqual(faults, []);
    });

    test(`the page for newcomers, ${name}`, async () => {
      await suite.browser.open(await suite.browser.extension(`return chrome.runtime.getURL("welcome.html")`));
      await suite.browser.look(look);
      await zoom(factor);
      await suite.browser.page(`document.documentElement.dir = values[0]`, direction);
      const faults = await suite.browser.page(`const shown = document.querySelector("main"); ${FAULTS}`);
      await suite.browser.screenshot(picture("welcome"));
      assert.deepEqual(faults, []);
    });

    test(`the ledger, ${name}`, async () => {
      await openCard("likely");
      const panel = await suite.browser.panel();
      await poll(() => panel.run(`return document.querySelector("main h2") !== null`), { what: "the ledger" });
      const faults = await faultsOf(panel);
      await panel.screenshot(picture("ledger"));
      await panel.close();
      assert.deepEqual(faults, []);
    });

    test(`the options, ${name}`, async () => {
      const options = await suite.browser.options();
      const faults = await faultsOf(options);
      await options.screenshot(picture("options"));
      await options.close();
      assert.deepEqual(faults, []);
    });
  }
});
