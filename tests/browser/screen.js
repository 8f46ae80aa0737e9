/**
 * A virtual screen (Xvfb) with the hands of a reader (xdotool). What belongs to the browser and to no page can be reached by
 * neither browser's protocol: keyboard shortcuts, the button with its menu, the question for a permission.
 *
 * @import { Browser, Control, Point } from "../../scripts/browsers/browser.js"
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { poll } from "../../scripts/browsers/wait.js";

/** The programs that a screen needs. */
export const SCREEN = ["Xvfb", "xdotool"];

/** Whether the browser's own side panel or sidebar is open, for {@link Browser}'s `extension`. */
export const IS_SIDE_OPEN = `
  if (chrome.sidebarAction) return chrome.sidebarAction.isOpen({});
  return (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })).length > 0`;

const LEFT = 1;
const RIGHT = 3;

/** Browsers take no answer to a question that was not there long enough to be read: half a second. */
const READ_WITHIN_MS = 700;
/** After so many milliseconds a press has not been heard, and is made again. */
const HEARD_WITHIN_MS = 3_000;

/**
 * @typedef {object} Screen
 * @property {(keys: string) => void} press keys, in the words of xdotool
 * @property {(at: Point, button?: number) => void} click
 * @property {(browser: Browser) => Promise<void>} focus gives a browser's window the keyboard
 * @property {() => void} end
 */

/** Browsers that are started from here on are shown on it. @returns {Promise<Screen>} */
export async function openScreen() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await once(server.stdout, "data");
  process.env.DISPLAY = `:${String(number).trim()}`;
  /** @param {string[]} words */
  const move = (...words) => execFileSync("xdotool", words, { stdio: "ignore" });
  return {
    press: (keys) => move("key", keys),
    click: ({ x, y }, button = LEFT) => move("mousemove", `${Math.round(x)}`, `${Math.round(y)}`, "click", `${button}`),
    // No window manager is there to do so. Where no window has the keyboard, it follows the pointer, and a menu closes when the
    // pointer comes to it.
    async focus(browser) {
      const focus = () => move("search", "--onlyvisible", "--name", "(Chromium|Firefox)$", "windowfocus");
      await poll(
        () => {
          focus();
          return browser.page("return document.hasFocus()");
        },
        { what: "the window's focus" },
      );
    },
    end: () => server.kill(),
  };
}

/** @param {Browser} browser @param {Control} control @param {number} [lasting] for how long it must rest there */
function restingPlace(browser, control, lasting = 0) {
  let before = "";
  return poll(
    async () => {
      const at = await browser.where(control);
      const rests = JSON.stringify(at) === before;
      before = JSON.stringify(at);
      return rests && at;
    },
    { what: `"${control}" of the browser`, lasting },
  );
}

/** Presses as often as it takes. @param {() => void} press @param {() => Promise<boolean>} isHeard */
const pressUntil = (press, isHeard) =>
  poll(
    () => {
      press();
      return poll(isHeard, { milliseconds: HEARD_WITHIN_MS }).catch(() => false);
    },
    { what: "an answer of the browser" },
  );

/**
 * Chooses an entry in the menu of our button, with the pointer.
 *
 * @param {Browser} browser
 * @param {Screen} screen
 * @param {string} entry
 */
export async function chooseInMenu(browser, screen, entry) {
  const button = await restingPlace(browser, "button");
  await pressUntil(
    () => screen.click(button, RIGHT),
    async () => (await browser.where(entry)) !== null,
  );
  const place = await restingPlace(browser, entry);
  await pressUntil(
    () => screen.click(place),
    async () => (await browser.where(entry)) === null,
  );
}

/**
 * Answers the browser's question for a permission.
 *
 * @param {Browser} browser
 * @param {Screen} screen
 * @param {"allow" | "deny"} answer
 */
export async function answer(browser, screen, answer) {
  const place = await restingPlace(browser, answer, READ_WITHIN_MS);
  await pressUntil(
    () => screen.click(place),
    async () => (await browser.where(answer)) === null,
  );
}
