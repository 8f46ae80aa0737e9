/**
 * Where the source ledger opens: Chromium's side panel, Firefox's sidebar, or a window of its own.
 */

const PANEL = "panel.html";
const WINDOW = { width: 440, height: 800 };

/** Puts the ledger into the menu of the toolbar button; browsers keep it from then on. */
export function offerPanel() {
  chrome.contextMenus.removeAll(() =>
    chrome.contextMenus.create({ id: "panel", title: chrome.i18n.getMessage("menuLedger"), contexts: ["action"] }),
  );
}

/**
 * Opens the ledger beside a tab. To be called in the turn of the reader's click or key: browsers open panels only then.
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
