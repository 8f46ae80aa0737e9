/** Why a page cannot be read, and the popup that says so: there while the page is, and open where the reader waits for it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { explain, problemOf } from "../../extension/background/refusal.js";

/** @type {[name: string, given: object][]} what was asked of the browser */
let asked;
let opens = true;

beforeEach(() => {
  asked = [];
  opens = true;
  /** @type {any} */ (globalThis).chrome = {
    action: {
      setPopup: async (/** @type {object} */ given) => void asked.push(["set", given]),
      openPopup: async (/** @type {object} */ given) => {
        asked.push(["open", given]);
        if (!opens) throw new Error("only after a click");
      },
    },
  };
});

const TAB = /** @type {chrome.tabs.Tab} */ ({ id: 7, windowId: 1 });
const SET = ["set", { tabId: 7, popup: "refusal.html?Forbidden" }];
const OPEN = ["open", { windowId: 1 }];

/** @param {{ isAsked?: boolean, stays?: boolean }} [how] */
const explained = ({ isAsked = true, stays = true } = {}) =>
  explain(TAB, "Forbidden", { isAsked, isStillThere: async () => stays });

test("a new tab is suggested where it can help, and nowhere else", () => {
  for (const [address, problem] of [
    ["", "Forbidden"],
    ["chrome://version/", "Forbidden"],
    ["about:support", "Forbidden"],
    ["view-source:https://news.example/", "Forbidden"],
    ["https://chromewebstore.google.com/detail/x", "Forbidden"],
    ["https://addons.mozilla.org/en-US/firefox/", "Forbidden"],
    ["https://news.example/addons.mozilla.org", "NewTab"],
    ["file:///home/me/page.html", "File"],
    ["file:///home/me/report.pdf#page=2", "Pdf"],
    ["https://news.example/report.PDF?download", "Pdf"],
  ])
    assert.equal(problemOf(address), problem, address);
});

test("the popup opens by itself, or with the next click where the browser does not let us", async () => {
  await explained();
  opens = false;
  await explained();
  assert.deepEqual(asked, [SET, OPEN, SET, OPEN]);
});

test("nothing opens where nobody has asked at the button", async () => {
  await explained({ isAsked: false });
  assert.deepEqual(asked, [SET]);
});

test("a tab that has gone elsewhere has no popup", async () => {
  await explained({ stays: false });
  assert.deepEqual(asked, [SET, ["set", { tabId: 7, popup: "" }]]);
});
