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

/** @param {number} tabId @param {string[]} files */
async function inject(tabId, files) {
  for (const wait of [...RETRIES_AFTER_MS, null]) {
    try {
      const [frame] = await chrome.scripting.executeScript({ target: { tabId }, files });
      // Firefox does not fail on a page of its own, where nothing was injected: it tells of no frame.
      if (frame) return;
      throw new Error("nothing may be injected");
    } catch (error) {
      if (wait === null) throw error;
      await pause(wait);
    }
  }
}

/**
 * Sends a message to a tab's page side.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {ToPage} message
 */
export function sendTo(tab, message) {
  return reach(tab, async (tabId) => {
    if (!isOwn(tab)) await inject(tabId, ["page.js"]);
    await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  });
}

/**
 * Turns a tab's marks on or off. The page side is told so by a script that is injected with it: a message would wait until
 * the background has heard that the page side is there.
 *
 * @param {chrome.tabs.Tab} tab
 */
export function toggle(tab) {
  if (isOwn(tab)) return sendTo(tab, { type: "toggle" });
  return reach(tab, (tabId) => inject(tabId, ["page.js", "toggle.js"]));
}

/** Our own page for newcomers has the script already. @param {chrome.tabs.Tab} tab */
const isOwn = (tab) => tab.url?.startsWith(chrome.runtime.getURL("")) ?? false;

/**
 * Does something with a tab's page. Where the page may not be read, the toolbar says why.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {(tabId: number) => Promise<unknown>} act fails where the page may not be read
 */
async function reach(tab, act) {
  if (tab.id === undefined) return;
  try {
    await act(tab.id);
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
