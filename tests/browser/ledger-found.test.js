/** Where a reader finds the source ledger: in the card, in the legend and in the options; `menu.test.js` has the menu of the button. */
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
