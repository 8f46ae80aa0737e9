/**
 * Lists the keyboard shortcuts as they are set now, and opens the browser's own page that changes them. Firefox for Android has
 * none: there the section is hidden.
 */
import { element, say } from "./dom.js";

const CHROMIUM_SHORTCUTS = "chrome://extensions/shortcuts";

/** @param {HTMLElement} list @param {HTMLElement} opener */
export async function showKeys(list, opener) {
  if (!chrome.commands) {
    /** @type {HTMLElement} */ (list.closest("section")).hidden = true;
    return;
  }
  opener.addEventListener("click", () => {
    const { openShortcutSettings } = /** @type {any} */ (chrome.commands);
    if (openShortcutSettings) openShortcutSettings();
    else void chrome.tabs.create({ url: CHROMIUM_SHORTCUTS });
  });
  for (const { name, description, shortcut } of await chrome.commands.getAll()) {
    const what = description || (name === "_execute_action" ? say("commandToggle") : (name ?? ""));
    list.append(element("dt", "", what), element("dd", "", shortcut ? element("kbd", "", shortcut) : "–"));
  }
}
