/**
 * Firefox for Android has no menus, keyboard commands, sidebars or windows: the background starts all the same, and the
 * ledger opens as a tab.
 */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openPanel } from "../../extension/shared/open-panel.js";

/** As it is built, which is not checked for types again. @type {string} */
const BACKGROUND = "../../dist/firefox/background.js";

/** @type {Record<string, (...values: any[]) => any>} the listeners of the background, by the name of their event */
let listeners;
/** @type {[name: string, ...values: any[]][]} what was asked of the browser */
let asked;

/** @param {string} name */
const event = (name) => ({ addListener: (/** @type {any} */ listener) => void (listeners[name] = listener) });
/** @param {string} name @param {unknown} [answer] */
const method =
  (name, answer) =>
  async (/** @type {any[]} */ ...values) => {
    asked.push([name, ...values]);
    return answer;
  };

beforeEach(() => {
  listeners = {};
  asked = [];
  /** @type {any} */ (globalThis).chrome = {
    action: { onClicked: event("click") },
    permissions: { onAdded: event("added"), onRemoved: event("removed"), getAll: method("permissions", {}) },
    runtime: { onInstalled: event("installed"), onMessage: event("message") },
    scripting: {
      executeScript: method("inject", [{ frameId: 0 }]),
      getRegisteredContentScripts: method("scripts", []),
    },
    tabs: { create: method("open"), sendMessage: method("send") },
  };
});

test("the background starts and a touch on the button switches the marks on", async () => {
  await import(BACKGROUND);
  await listeners.click({ id: 7, windowId: 1 });
  assert.deepEqual(
    asked.map(([name]) => name),
    ["inject"],
  );
  assert.deepEqual(asked[0][1], { target: { tabId: 7 }, files: ["page.js", "toggle.js"] });
});

test("the ledger opens as a tab", async () => {
  await openPanel(/** @type {chrome.tabs.Tab} */ ({ id: 7, windowId: 1 }));
  assert.deepEqual(asked, [["open", { url: "panel.html?tab=7" }]]);
});
