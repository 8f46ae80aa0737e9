/**
 * A click or a key on the toolbar becomes an order to the page side, which is put into the page on first use.
 *
 * @import { ToPage } from "../messages.js"
 */
import { show } from "./toolbar.js";

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
    const isPdf = /\.pdf$/i.test(tab.url?.split(/[?#]/)[0] ?? "");
    await show(tab.id, { state: "problem", problem: isPdf ? "Pdf" : "Forbidden" });
  }
}
