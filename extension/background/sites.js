/**
 * Turns the marks on by themselves on the sites that the reader chose. The browser's permissions are the list of these
 * sites; the content scripts that are registered follow it.
 */
import { letIn } from "./refusal.js";
import { sendTo } from "./tab.js";

const ID = "always-on";

/** Changes are made one after another: two at once would both register the scripts. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** Registers the content scripts for exactly the permitted sites. */
export function followPermissions() {
  turn = turn.then(registerScripts).catch((error) => console.error(error));
}

async function registerScripts() {
  const { origins: matches = [] } = await chrome.permissions.getAll();
  const script = { id: ID, matches, js: ["page.js", "always-on.js"] };
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  } else if (registered) {
    await chrome.scripting.updateContentScripts([script]);
  } else {
    await chrome.scripting.registerContentScripts([script]);
  }
}

/** Turns the marks on in pages that are open when their site is added. @param {chrome.permissions.Permissions} added */
export async function switchOnOpenPages({ origins: url = [] }) {
  if (url.length === 0) return;
  for (const tab of await chrome.tabs.query({ url })) {
    await letIn(tab.id);
    await sendTo(tab, { type: "show" });
  }
}
