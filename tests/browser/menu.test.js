/**
 * The menu of our button, in which a reader chooses with the pointer, and the browser's question for a site's permission, which
 * only the reader can answer. Both are shown on a virtual screen.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardSays, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { answer, chooseInMenu, IS_SIDE_OPEN } from "./screen.js";
import { assertMarksCoverTheirWords, inBothBrowsers } from "./with-browsers.js";

inBothBrowsers(
  "The menu of the button",
  (suite) => {
    const permitted = () => suite.browser.extension(`return (await chrome.permissions.getAll()).origins ?? []`);
    const registered = () => suite.browser.extension(`return chrome.scripting.getRegisteredContentScripts()`);
    const stored = () =>
      suite.browser.extension(`return Promise.all(
        [chrome.storage.local, chrome.storage.sync, chrome.storage.session].map((area) => area.get()))`);
    const choose = (/** @type {string} */ entry) => chooseInMenu(suite.browser, suite.screen, entry);
    /** @param {string} [page] */
    const open = async (page = "pages/article.html") => {
      await suite.browser.open(suite.url(page));
      await suite.screen.focus(suite.browser);
    };

    test("always on: where the reader denies it, nothing comes of it", async () => {
      await open();
      await choose("always-on");
      await answer(suite.browser, suite.screen, "deny");
      await switchedOff(suite.browser, 1_000);
      assert.deepEqual(await permitted(), []);
      assert.deepEqual(await registered(), []);
    });

    test("always on: marks come at once, after loading again and on the next page, until it is taken back", async () => {
      const { browser, screen } = suite;
      const before = await stored();
      await open();
      await switchedOff(browser);
      await choose("always-on");
      await answer(browser, screen, "allow");
      await settled(browser);
      assert.ok((await assertMarksCoverTheirWords(browser)) > 0);
      assert.deepEqual(await permitted(), ["*://127.0.0.1/*"]);
      await eventually(async () => {
        assert.deepEqual(
          (await registered()).map((/** @type {{ matches: string[] }} */ { matches }) => matches),
          [["*://127.0.0.1/*"]],
        );
      });
      for (const page of ["pages/article.html", "pages/strict.html"]) {
        await browser.open(suite.url(page));
        assert.match((await settled(browser)).text, /^\d+$/);
        assert.ok((await assertMarksCoverTheirWords(browser)) > 0);
      }

      const options = await browser.options();
      await options.press(".remove");
      await poll(async () => (await permitted()).length === 0, { what: "the end of the permission" });
      await poll(async () => (await registered()).length === 0, { what: "the end of the registration" });
      await options.close();
      await browser.open(suite.url("pages/article.html"));
      await switchedOff(browser, 1_000);
      assert.deepEqual(await stored(), before);
    });

    test("next unnamed source: reads the page and opens its card", async () => {
      await open();
      await choose("next-unnamed");
      await cardSays(suite.browser, /Unnamed source/);
    });

    test("source ledger: opens beside the page and reads it", async () => {
      await open();
      await choose("panel");
      await settled(suite.browser);
      await poll(() => suite.browser.extension(IS_SIDE_OPEN), { what: "the ledger" });
    });

    for (const [entry, page] of [
      ["settings", "options.html"],
      ["help", "welcome.html"],
    ]) {
      test(`${entry}: comes to the front`, async () => {
        await open();
        await choose(entry);
        await poll(async () => (await suite.browser.inFront()).endsWith(page), { what: page });
        await suite.browser.goToTab(0);
      });
    }
  },
  { isOnScreen: true },
);
