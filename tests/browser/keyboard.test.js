/**
 * The keyboard shortcuts, pressed as a reader presses them. The shortcuts of a browser cannot be reached by its protocol.
 * The browser is therefore shown on a virtual screen (Xvfb), whose server sends the keys.
 *
 * Some letters open menus of Firefox (Alt+Shift+S is its history), others are refused by Chromium (P, R, Z). Those in the
 * manifest are free in both.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { cardIsClosed, cardSays, settled, start, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { serve } from "../../scripts/serve.js";
import { missing } from "./commands.js";

/** @import { Browser } from "../../scripts/browsers/browser.js" */

/** @returns {Promise<{ display: string, end: () => void }>} a virtual screen */
async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await once(server.stdout, "data");
  return { display: `:${String(number).trim()}`, end: () => server.kill() };
}

const IS_SIDE_OPEN = `
  if (chrome.sidebarAction) return chrome.sidebarAction.isOpen({});
  return (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })).length > 0`;

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  describe(`The keyboard, in ${name}`, { skip: missing("Xvfb", "xdotool") }, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof screen>>} */
    let shown;
    before(async () => {
      shown = await screen();
      process.env.DISPLAY = shown.display;
      server = await serve({ pages: "tests/browser/pages" });
      browser = await start(name, { headless: false });
      await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
      await browser.open(server.url("pages/article.html"));
      // Without a window manager, the window that was clicked last gets the keys.
      await poll(
        () => {
          execFileSync("xdotool", ["mousemove", "300", "700", "click", "1"]);
          return browser.page("return document.hasFocus()");
        },
        { what: "the window's focus" },
      );
    });
    after(async () => {
      await browser.close();
      server.close();
      shown.end();
    });

    /** @param {string} keys */
    const press = (keys) => execFileSync("xdotool", ["key", keys]);
    /** @param {RegExp} words */
    const says = (words) => cardSays(browser, words);

    test("switches on, steps from mark to mark, and switches off", async () => {
      press("alt+shift+g");
      await settled(browser);
      press("alt+shift+j");
      await says(/1 of \d/);
      press("alt+shift+j");
      await says(/2 of \d/);
      press("alt+shift+k");
      await says(/1 of \d/);
      // Chromium allows extensions no more than four shortcuts.
      if (name === "firefox") {
        press("alt+shift+u");
        await says(/Unnamed source/);
        press("alt+shift+i");
        await says(/No source given/);
      }
      press("Escape");
      await cardIsClosed(browser);
      press("alt+shift+g");
      await switchedOff(browser);
    });

    test("opens the ledger beside the page and reads the page for it", async () => {
      press("alt+shift+q");
      await settled(browser);
      await poll(() => browser.extension(IS_SIDE_OPEN), { what: "the side panel" });
    });
  });
}
