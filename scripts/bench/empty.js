/**
 * An extension that injects an empty script and does nothing else: what any extension of this kind costs its reader. When
 * the script has run, the button's title says when.
 */
import { mkdirSync, writeFileSync } from "node:fs";

const BACKGROUND = `
chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: "welcome.html" }));
const inject = (tabId) => chrome.scripting.executeScript({ target: { tabId }, files: ["empty.js"] });
chrome.action.onClicked.addListener(async ({ id: tabId }) => {
  // Right after a click Chromium sometimes still refuses access to the page; see background/tab.js.
  for (let isIn = false; !isIn;) isIn = await inject(tabId).then(() => true, () => new Promise((resolve) => setTimeout(resolve, 15)));
  await chrome.action.setTitle({ tabId, title: String(Date.now()) });
});
`;

/** @param {"chromium" | "firefox"} browser @returns {string} its folder */
export function emptyExtension(browser) {
  const folder = `target/bench/empty-${browser}`;
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Empty",
    version: "1",
    permissions: ["activeTab", "scripting"],
    action: {},
    background: browser === "chromium" ? { service_worker: "background.js" } : { scripts: ["background.js"] },
    options_ui: { page: "options.html", open_in_tab: true },
    ...(browser === "firefox" && { browser_specific_settings: { gecko: { id: "empty@sourcelight.org" } } }),
  };
  const files = {
    "manifest.json": JSON.stringify(manifest),
    "background.js": BACKGROUND,
    "empty.js": "",
    // The drivers use an extension's pages to speak with its rights.
    "welcome.html": "<!doctype html><title>Welcome</title>",
    "options.html": "<!doctype html><title>Options</title><main></main>",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}/${name}`, content);
  return folder;
}
