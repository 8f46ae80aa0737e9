/**
 * The background's connection to the page side of a tab. The page side is injected on first use; what it reports is shown
 * in the toolbar.
 *
 * @import { TabState, ToPage } from "../shared/messages.js"
 */
import { isOne, TAB_STATE } from "../shared/messages.js";
import { showInToolbar } from "./toolbar.js";

/** @type {ToPage} */
const STATE = { type: "state" };
/** @type {TabState} */
const OFF = { state: "off" };

/** Right after a click Chromium sometimes still refuses access to the page, for some milliseconds. */
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
 * Sends a message to a tab's page side. Where the page may not be read, the toolbar says why.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {ToPage} message
 */
export async function sendTo(tab, message) {
  if (tab.id === undefined) return;
  try {
    // Our own page for newcomers has the script already.
    if (!tab.url?.startsWith(chrome.runtime.getURL(""))) await inject(tab.id);
    await chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
  } catch {
    // The reader may have left the page right after the click; the next page has not refused anything.
    const now = await chrome.tabs.get(tab.id).catch(() => null);
    if (now?.url !== tab.url) return;
    const isPdf = /\.pdf$/i.test(tab.url?.split(/[?#]/)[0] ?? "");
    await showInToolbar(tab.id, { state: "problem", problem: isPdf ? "Pdf" : "Forbidden" });
  }
}

/**
 * Shows the state that a tab's page side reported. The tab may have gone to another page in the meantime. The browser
 * clears what was shown before that but not what is shown after it, so the tab is asked once more.
 *
 * @param {number} tabId
 * @param {TabState} reported
 */
export async function report(tabId, reported) {
  await showInToolbar(tabId, reported);
  const now = await chrome.tabs.sendMessage(tabId, STATE, { frameId: 0 }).catch(() => OFF);
  if (isOne(TAB_STATE, now) && JSON.stringify(now) !== JSON.stringify(reported)) await showInToolbar(tabId, now);
}
