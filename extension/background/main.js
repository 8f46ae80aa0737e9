/**
 * The background: hears the toolbar and the keyboard, holds the core, keeps no state.
 *
 * The browser may end it at any moment and start it again for the next event, so whatever must last lives in the page
 * side (the marks), in the browser (badge, icon) or in storage (settings). Every listener is registered in the first
 * turn, as the browsers demand of a background that sleeps.
 *
 * @import { Settings as CoreSettings } from "../../target/core/core.js"
 * @import { Answer, ToPage } from "../shared/messages.js"
 */
import { FROM_PAGE, isOne, isOurs } from "../shared/messages.js";
import { analyze } from "./core.js";
import { offerPanel, openPanel } from "./panel.js";
import { followPermissions, switchOnOpenPages } from "./sites.js";
import { command, report } from "./tab.js";

/** What the keyboard commands of the manifest ask of the page. @type {Record<string, ToPage>} */
const ORDERS = {
  "next-mark": { type: "step", by: 1, to: "mark" },
  "previous-mark": { type: "step", by: -1, to: "mark" },
  "next-unnamed": { type: "step", by: 1, to: "unnamed" },
  "previous-unnamed": { type: "step", by: -1, to: "unnamed" },
};

chrome.action.onClicked.addListener((tab) => command(tab, { type: "toggle" }));

chrome.runtime.onInstalled.addListener(offerPanel);

chrome.contextMenus.onClicked.addListener((_, tab) => {
  if (tab) showPanel(tab);
});

chrome.commands.onCommand.addListener((name, tab) => {
  if (tab && name === "open-ledger") showPanel(tab);
  else if (tab && ORDERS[name]) command(tab, ORDERS[name]);
});

/** @param {chrome.tabs.Tab} tab whose page is then read, if it is not yet */
function showPanel(tab) {
  void openPanel(tab);
  command(tab, { type: "show" });
}

chrome.runtime.onInstalled.addListener(followPermissions);
chrome.permissions.onRemoved.addListener(followPermissions);
chrome.permissions.onAdded.addListener((added) => {
  followPermissions();
  void switchOnOpenPages(added);
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const tabId = sender.tab?.id;
  if (!isOurs(sender) || tabId === undefined || !isOne(FROM_PAGE, message)) return false;
  switch (message.type) {
    case "analyze":
      answer(message).then(respond);
      return true;
    case "state":
      // A page that is prepared in advance or framed in another has no say in what the toolbar shows.
      if (sender.frameId === 0) void report(tabId, message.tab);
      return false;
    case "options":
      void chrome.runtime.openOptionsPage();
      return false;
  }
});

/**
 * @param {{ text: string, settings: CoreSettings }} question
 * @returns {Promise<Answer>}
 */
async function answer({ text, settings }) {
  try {
    return await analyze(text, settings);
  } catch (error) {
    return { error: String(error) };
  }
}
