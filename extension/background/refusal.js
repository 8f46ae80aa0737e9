/**
 * A page that may not be read: why, and how the reader is told in words. The button gets a popup for as long as the tab shows
 * that page; browsers take it away when the tab goes elsewhere.
 *
 * @import { Problem } from "../shared/messages.js"
 */

/** Sites that browsers keep every extension out of: their stores and their makers' accounts. */
const KEPT_CLOSED = new Set([
  "accounts.firefox.com",
  "addons.mozilla.org",
  "addons.opera.com",
  "chrome.google.com",
  "chromewebstore.google.com",
  "microsoftedge.microsoft.com",
  "support.mozilla.org",
]);

/**
 * Why the browser refuses a page. Chromium refuses some ordinary pages in a tab that was used before, and reads them in a new
 * one; on all others a new tab does not help and is not suggested.
 *
 * @param {string} address of the page; empty where it is not known
 * @returns {Problem}
 */
export function problemOf(address) {
  if (/\.pdf$/i.test(address.split(/[?#]/)[0])) return "Pdf";
  if (!URL.canParse(address)) return "Forbidden";
  const { protocol, hostname } = new URL(address);
  if (protocol === "file:") return "File";
  return /^https?:$/.test(protocol) && !KEPT_CLOSED.has(hostname) ? "NewTab" : "Forbidden";
}

/**
 * Gives the button a popup that says why, and opens it where the reader has asked for something just now and the browser
 * lets us. Where it does not, the next click opens it.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Problem} problem
 * @param {{ isAsked: boolean, isStillThere: () => Promise<boolean> }} how
 */
export async function explain({ id: tabId, windowId }, problem, { isAsked, isStillThere }) {
  await chrome.action.setPopup({ tabId, popup: `refusal.html?${problem}` });
  // The tab may have gone elsewhere before it was set, where it would lie and take the click.
  if (!(await isStillThere())) await letIn(tabId);
  else if (isAsked) await chrome.action.openPopup({ windowId }).catch(() => {});
}

/** A click reads the page again. @param {number | undefined} tabId */
export const letIn = (tabId) => chrome.action.setPopup({ tabId, popup: "" });
