/**
 * What the toolbar shows for a tab: its icon, the number of marks, or why there are none.
 *
 * @import { Extent, FromToolbar, TabState } from "../shared/messages.js"
 */
import { PROBLEM_BADGE } from "../shared/messages.js";

import { counted, say } from "../shared/dom.js";

const SIZES = [16, 32, 48];
const COLOR_ON = "#1d4f8c";
const COLOR_PROBLEM = "#a4262c";

/** @param {"on" | "off"} variant */
const icon = (variant) => Object.fromEntries(SIZES.map((size) => [size, `icons/${variant}-${size}.png`]));

/** @type {Record<Extent, string>} */
const TITLES_ON = { whole: "actionOn", part: "actionOnPart", beginning: "actionOnBeginning" };

/**
 * How the button shows a state. While a page is read its icon stays as it was: Chromium draws each anew in the background,
 * which has the page's text to read.
 *
 * @param {TabState} tab
 * @returns {{ icon?: "on" | "off", badge: string, color: string, title: string }}
 */
export function looks(tab) {
  switch (tab.state) {
    case "off":
      return { icon: "off", badge: "", color: COLOR_ON, title: say("actionOff") };
    case "reading":
      return { badge: "…", color: COLOR_ON, title: say("actionReading") };
    case "on":
      return {
        icon: "on",
        badge: String(tab.count),
        color: COLOR_ON,
        title: say(TITLES_ON[tab.extent], [counted("marks", tab.count)]),
      };
    case "problem":
      return { icon: "off", badge: PROBLEM_BADGE, color: COLOR_PROBLEM, title: say(`problem${tab.problem}`) };
  }
}

/**
 * @param {number} tabId
 * @param {TabState} tab
 */
export async function showInToolbar(tabId, tab) {
  const { icon: variant, badge, color, title } = looks(tab);
  try {
    await Promise.all([
      chrome.action.setBadgeText({ tabId, text: badge }),
      chrome.action.setBadgeBackgroundColor({ tabId, color }),
      chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      chrome.action.setTitle({ tabId, title }),
      variant && chrome.action.setIcon({ tabId, path: icon(variant) }),
    ]);
    /** @type {FromToolbar} */
    const message = { type: "toolbar", tabId };
    // Nobody answers where no panel is open.
    await chrome.runtime.sendMessage(message).catch(() => {});
  } catch {
    // The tab was closed in the meantime.
  }
}
