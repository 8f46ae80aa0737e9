/**
 * A phone: a small window, fingers instead of a pointer, and a browser without sidebars, windows, menus and keyboard commands,
 * as Firefox for Android is.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, cardIsClosed, cardSays, drawn, settled } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

const PHONE = { width: 360, height: 740 };

/** How far a page can be moved to the side, in pixels. */
const SIDEWAYS = `return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`;

inBothBrowsers(
  "A phone",
  (suite) => {
    const open = async () => {
      const { browser } = suite;
      await browser.open(suite.url("pages/article.html"));
      await browser.look(PHONE);
      await browser.click();
      await settled(browser);
    };
    /** @param {{ left: number, top: number, right: number, bottom: number }} box */
    const tapOn = ({ left, top, right, bottom }) => suite.browser.tap((left + right) / 2, (top + bottom) / 2);
    /** Taps on marked words and waits for their card. @param {string} words @param {RegExp} said */
    const openCard = async (words, said) => {
      await tapOn(await boxOf(suite.browser, words));
      return cardSays(suite.browser, said);
    };
    /** @param {string} selector of a button in the card */
    const tapOurs = async (selector) =>
      tapOn(
        await suite.browser.ours(
          `const button = root.querySelector(values[0]);
           button.scrollIntoView({ block: "nearest" });
           return button.getBoundingClientRect().toJSON();`,
          selector,
        ),
      );

    test("a tap on a mark opens its card within the window, a tap beside it closes it", async () => {
      await open();
      const before = await suite.browser.page(SIDEWAYS);
      for (const [words, said] of /** @type {const} */ ([
        ["Mayor Anna Beck", /Anna Beck/],
        ["likely", /likely/],
      ])) {
        const { box } = await openCard(words, said);
        assert.ok(box.left >= 0 && box.top >= 0, JSON.stringify(box));
        assert.ok(box.right <= PHONE.width && box.bottom <= PHONE.height, JSON.stringify(box));
        assert.equal(await suite.browser.page(SIDEWAYS), before, "nothing of ours makes the page wider");
        await suite.browser.tap(5, 30);
        await cardIsClosed(suite.browser);
      }
    });

    test("the card's buttons answer a finger", async () => {
      await open();
      await openCard("Mayor Anna Beck", /Anna Beck/);
      await tapOurs(".why summary");
      await cardSays(suite.browser, /Rule:/);
      await suite.browser.tap(5, 30);
      await cardIsClosed(suite.browser);
    });

    test("the ledger opens as a tab", async () => {
      await open();
      await openCard("Mayor Anna Beck", /Anna Beck/);
      await tapOurs(".ledger");
      /** @type {{ id: number, windowId: number }[]} */
      const [page, ledger] = await poll(
        () =>
          suite.browser.extension(`
            const all = await chrome.tabs.query({});
            const ledger = all.find(({ url }) => url?.startsWith(chrome.runtime.getURL("panel.html?tab=")));
            const page = all.find(({ id }) => id === Number(ledger?.url.split("=")[1]));
            return page && [page, ledger].map(({ id, windowId }) => ({ id, windowId }));`),
        { what: "the ledger's tab" },
      );
      await suite.browser.extension(`await chrome.tabs.remove(values[0])`, ledger.id);
      assert.equal(ledger.windowId, page.windowId, "a tab beside the page's, and no window");
    });

    const headings = `return [...document.querySelectorAll("h2")].filter((each) => each.checkVisibility()).map(({ id }) => id)`;

    test("the options work, and list no keys", async () => {
      const options = await suite.browser.options();
      const shown = /** @type {string[]} */ (await options.run(headings));
      await options.close();
      assert.ok(shown.includes("phrases-title") && shown.includes("backup-title"), shown.join());
      assert.ok(!shown.includes("keys-title"), shown.join());
    });

    test("the page for newcomers speaks neither of keys nor of a toolbar", async () => {
      const { browser } = suite;
      await browser.open(await browser.extension(`return chrome.runtime.getURL("welcome.html")`));
      await eventually(async () => assert.ok((await drawn(browser)).length > 0));
      assert.deepEqual(await browser.page(headings), ["try-title"]);
    });
  },
  { isOnPhone: true },
);
