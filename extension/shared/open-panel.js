/**
 * Opens the panel with the source ledger: in Chromium's side panel, in Firefox's sidebar, in a window of its own, or in a tab where
 * a browser has no windows (Firefox for Android).
 */

const PANEL = "panel.html";
const WINDOW = { width: 440, height: 800 };

/**
 * Opens the panel beside a tab. Browsers allow this only in the same turn as the reader's click or key.
 *
 * @param {chrome.tabs.Tab} tab
 */
export function openPanel(tab) {
  return openBeside(tab.windowId).catch(() => openWindow(tab));
}

/** @param {number} windowId */
async function openBeside(windowId) {
  const { sidePanel, sidebarAction } = /** @type {any} */ (chrome);
  if (sidePanel) await sidePanel.open({ windowId });
  else await sidebarAction.open();
}

/** @param {chrome.tabs.Tab} tab */
async function openWindow(tab) {
  const url = `${PANEL}?tab=${tab.id}`;
  try {
    await chrome.windows.create({ url, type: "popup", ...WINDOW });
  } catch {
    await chrome.tabs.create({ url });
  }
}
