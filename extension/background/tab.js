/**
 * The background's connection to the page side of a tab. The page side is injected on first use; what it reports is shown
 * in the toolbar.
 *
 * @import { TabState, ToPage } from "../shared/messages.js"
 */
import { isOne, TAB_STATE } from "../shared/messages.js";
import { explain, problemOf } from "./refusal.js";
import { showInToolbar } from "./toolbar.js";

/** @type {ToPage} */
const STATE = { type: "state" };
/** @type {TabState} */
const OFF = { state: "off" };

/** Right after a click Chromium sometimes still refuses access to the page, for some milliseconds. */
const RETRIES_AFTER_MS = [15, 60, 200];

/**
 * The browser tells the address of every page that we may read after a click. Of the source of a page that was read before,
 * Chromium tells none, and there it neither injects a script nor says that it does not.
 */
const SILENT_FOR_MS = 600;

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
  const send = async (/** @type {number} */ tabId) => {
    if (!isOwn(tab)) await inject(tabId, ["page.js"]);
    await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  };
  // The marks are shown for a panel, which says itself why there are none, or on a site that was added.
  return reach(tab, send, message.type !== "show");
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
 * @param {boolean} [isAsked] whether the reader waits for an answer at the button
 */
async function reach(tab, act, isAsked = true) {
  const { id: tabId, url = "" } = tab;
  if (tabId === undefined) return;
  try {
    const silence = () => pause(SILENT_FOR_MS).then(() => Promise.reject(new Error("no answer")));
    await Promise.race(tab.url === undefined ? [act(tabId), silence()] : [act(tabId)]);
  } catch {
    // The reader may have left the page right after the click; the next page has not refused anything.
    const isStillThere = async () => (await chrome.tabs.get(tabId).catch(() => null))?.url === tab.url;
    if (!(await isStillThere())) return;
    const problem = problemOf(url);
    await showInToolbar(tabId, { state: "problem", problem });
    await explain(tab, problem, { isAsked, isStillThere });
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
