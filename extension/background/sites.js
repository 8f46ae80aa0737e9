/**
 * Keeps the reader's chosen sites switched on: what the browser permits is what is registered with it.
 */
import { command } from "./tab.js";

const ID = "always-on";

/** One change after the other, or two of them would register twice. @type {Promise<unknown>} */
let turn = Promise.resolve();

/** Brings what is registered into step with what is permitted. */
export function followPermissions() {
  turn = turn.then(register).catch((error) => console.error(error));
}

async function register() {
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

/** Pages of a site that is open when it is added. @param {chrome.permissions.Permissions} added */
export async function switchOnOpenPages({ origins: url = [] }) {
  if (url.length === 0) return;
  for (const tab of await chrome.tabs.query({ url })) await command(tab, { type: "show" });
}
