/**
 * A click or a key on the toolbar becomes an order to the page side, which is put into the page on first use; what the
 * page side reports becomes the toolbar's looks.
 *
 * @import { TabState, ToPage } from "../shared/messages.js"
 */
import { isOne, TAB_STATE } from "../shared/messages.js";
import { show } from "./toolbar.js";

/** @type {ToPage} */
const STATE = { type: "state" };
/** @type {TabState} */
const OFF = { state: "off" };

/** Right after a click Chromium now and then still refuses the page; it relents within milliseconds. */
const RETRIES_AFTER_MS = [15, 60, 200];

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {number} tabId */
async function inject(tabId) {
  for (const wait of [...RETRIES_AFTER_MS, null]) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: ["page.js"] });
      return;
    } catch (error) {
      if (wait === null) throw error;
      await pause(wait);
    }
  }
}

/**
 * Gives an order to a tab's page side; a page that may not be touched gets a word of why.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {ToPage} order
 */
export async function command(tab, order) {
  if (tab.id === undefined) return;
  try {
    await inject(tab.id);
    await chrome.tabs.sendMessage(tab.id, order, { frameId: 0 });
  } catch {
    // A page that was left right after the click took the order with it; the next one has refused nothing.
    const now = await chrome.tabs.get(tab.id).catch(() => null);
    if (now?.url !== tab.url) return;
    const isPdf = /\.pdf$/i.test(tab.url?.split(/[?#]/)[0] ?? "");
    await show(tab.id, { state: "problem", problem: isPdf ? "Pdf" : "Forbidden" });
  }
}

/**
 * Shows what a tab's page side reported. The tab may have moved on before the report came, and the browser takes away only
 * what was shown before that; so the tab is asked again afterwards.
 *
 * @param {number} tabId
 * @param {TabState} reported
 */
export async function report(tabId, reported) {
  await show(tabId, reported);
  const now = await chrome.tabs.sendMessage(tabId, STATE, { frameId: 0 }).catch(() => OFF);
  if (isOne(TAB_STATE, now) && JSON.stringify(now) !== JSON.stringify(reported)) await show(tabId, now);
}
