/**
 * The menu of the toolbar button: what a reader may want of a page, settings and help.
 */
import { say } from "../shared/dom.js";
import { openPanel } from "../shared/open-panel.js";
import { patternOf } from "../shared/site-patterns.js";
import { sendTo } from "./tab.js";

/** @param {chrome.tabs.Tab} tab whose page is read as well where it has not been */
export function showPanel(tab) {
  void openPanel(tab);
  void sendTo(tab, { type: "show" });
}

/** Asks for the permission of the tab's site; background/sites.js does the rest. @param {chrome.tabs.Tab} tab */
async function alwaysOn(tab) {
  const pattern = patternOf(tab.url ?? "");
  if (pattern) await chrome.permissions.request({ origins: [pattern] });
}

/** The page that says what the extension does and how. */
const openWelcome = () => chrome.tabs.create({ url: "welcome.html" });

/** Once, right after the installation. @param {chrome.runtime.InstalledDetails} details */
export function welcome({ reason }) {
  if (reason === "install") void openWelcome();
}

/** The entries in their order: the message that names each, and what it does. @type {Record<string, [name: string, act: (tab: chrome.tabs.Tab) => unknown]>} */
const ENTRIES = {
  panel: ["menuLedger", showPanel],
  "next-unnamed": ["menuNextUnnamed", (tab) => sendTo(tab, { type: "step", by: 1, to: "unnamed" })],
  "always-on": ["menuAlwaysOn", alwaysOn],
  settings: ["legendSettings", () => chrome.runtime.openOptionsPage()],
  help: ["menuHelp", openWelcome],
};

/** Browsers keep the entries until the next update. */
export function offerMenu() {
  chrome.contextMenus?.removeAll(() => {
    for (const [id, [name]] of Object.entries(ENTRIES)) {
      chrome.contextMenus.create({ id, title: say(name), contexts: ["action"] });
    }
  });
}

/** @param {chrome.contextMenus.OnClickData} click @param {chrome.tabs.Tab} [tab] */
export function chosen({ menuItemId }, tab) {
  if (tab) void ENTRIES[menuItemId]?.[1](tab);
}
