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
 * @param {number} tabId
 * @param {ToPage} message
 */
const tell = (tabId, message) => chrome.tabs.sendMessage(tabId, message, { frameId: 0 });

/**
 * Switches the marks of a tab on or off; a page that may not be touched gets a word of why.
 *
 * @param {number} tabId
 */
export async function toggle(tabId) {
  try {
    await inject(tabId);
    await tell(tabId, { type: "toggle" });
  } catch {
    show(tabId, { state: "problem", problem: "Forbidden" });
  }
}

/**
 * Moves to the next or previous mark, switching the marks on where they are off.
 *
 * @param {number} tabId
 * @param {1 | -1} by
 */
export async function step(tabId, by) {
  try {
    await inject(tabId);
    await tell(tabId, { type: "step", by });
  } catch {
    show(tabId, { state: "problem", problem: "Forbidden" });
  }
}
