/** Where a reader finds the source ledger: in the card, in the legend, in the options, and in the menu of the button. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, hoverOver, pressOurs, settled } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

/** @import { Suite } from "./with-browsers.js" */

/** How many ledgers are open, in a side panel or in a window. */
const LEDGERS = `return (await chrome.runtime.getContexts({}))
  .filter(({ documentUrl }) => documentUrl?.includes("panel.html")).length`;

/** @param {Suite} suite */
async function openCard({ browser, url }) {
  await browser.open(url("pages/article.html"));
  await browser.click();
  await settled(browser);
  await hoverOver(browser, "Mayor Anna Beck");
  await cardSays(browser, /Anna Beck/);
}

/** Each place with a browser of its own: a ledger that is open already would answer for the next. @type {Record<string, (suite: Suite) => Promise<void>>} */
const PLACES = {
  card: async (suite) => {
    await openCard(suite);
    await pressOurs(suite.browser, ".card .ledger");
  },
  legend: async (suite) => {
    await openCard(suite);
    await pressOurs(suite.browser, ".about");
    await poll(() => suite.browser.ours(`return root.querySelector(".legend:popover-open") !== null`), {
      what: "the legend",
    });
    await pressOurs(suite.browser, ".legend .ledger");
  },
  options: async ({ browser }) => (await browser.options()).press("#open-ledger"),
};

for (const [place, openLedger] of Object.entries(PLACES)) {
  inBothBrowsers(`The ledger is found in the ${place}`, (suite) => {
    test("and opens", async () => {
      assert.equal(await suite.browser.extension(LEDGERS), 0);
      await openLedger(suite);
      await poll(() => suite.browser.extension(LEDGERS), { what: "a ledger" });
    });
  });
}

inBothBrowsers("The menu of the button", (suite) => {
  /** Sends the background the event of a choice in it. @param {string} entry */
  const choose = (entry) =>
    suite.browser.extension(
      `chrome.contextMenus.onClicked.dispatch({ menuItemId: values[0] }, await chrome.tabs.get(tabId))`,
      entry,
    );

  test("offers the ledger, the next unnamed source, always on, settings and help", async () => {
    // Browsers tell no list of entries, but refuse to change one that is not there.
    for (const entry of ["panel", "next-unnamed", "always-on", "settings", "help"]) {
      await suite.browser.extension(`await chrome.contextMenus.update(values[0], {})`, entry);
    }
    await assert.rejects(() => suite.browser.extension(`await chrome.contextMenus.update("nothing", {})`));
  });

  test("goes to the next unnamed source and opens the settings", async (context) => {
    if (suite.browser.name === "firefox") return context.skip("only Chromium lets a test choose an entry");
    await suite.browser.open(suite.url("pages/article.html"));
    await suite.browser.click();
    await settled(suite.browser);
    await choose("next-unnamed");
    await cardSays(suite.browser, /Unnamed source/);
    await choose("settings");
    await poll(
      () =>
        suite.browser.extension(
          `return (await chrome.runtime.getContexts({})).some(({ documentUrl }) => documentUrl?.includes("options.html"))`,
        ),
      { what: "the options page" },
    );
  });
});
