/**
 * The keyboard shortcuts, pressed as a reader presses them. The shortcuts of a browser cannot be reached by its protocol.
 * The browser is therefore shown on a virtual screen, whose server sends the keys.
 *
 * Some letters open menus of Firefox (Alt+Shift+S is its history), others are refused by Chromium (P, R, Z). Those in the
 * manifest are free in both.
 */
import { before, test } from "node:test";
import { cardIsClosed, cardSays, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { IS_SIDE_OPEN } from "./screen.js";
import { inBothBrowsers } from "./with-browsers.js";

inBothBrowsers(
  "The keyboard",
  (suite) => {
    before(async () => {
      await suite.browser.open(suite.url("pages/article.html"));
      await suite.screen.focus(suite.browser);
    });

    /** @param {string} keys */
    const press = (keys) => suite.screen.press(keys);
    /** @param {RegExp} words */
    const says = (words) => cardSays(suite.browser, words);

    test("switches on, steps from mark to mark, and switches off", async () => {
      press("alt+shift+g");
      await settled(suite.browser);
      press("alt+shift+j");
      await says(/1 of \d/);
      press("alt+shift+j");
      await says(/2 of \d/);
      press("alt+shift+k");
      await says(/1 of \d/);
      // Chromium allows extensions no more than four shortcuts.
      if (suite.browser.name === "firefox") {
        press("alt+shift+u");
        await says(/two officials briefed on the plans/i);
        press("alt+shift+i");
        await says(/a person familiar with the talks/i);
      }
      press("Escape");
      await cardIsClosed(suite.browser);
      press("alt+shift+g");
      await switchedOff(suite.browser);
    });

    test("opens the ledger beside the page and reads the page for it", async () => {
      press("alt+shift+q");
      await settled(suite.browser);
      await poll(() => suite.browser.extension(IS_SIDE_OPEN), { what: "the side panel" });
    });
  },
  { isOnScreen: true },
);
