/**
 * A real browser with the extension in it, as tests, benches and `./build.sh run` use it: one interface, two drivers.
 *
 * @import { MarkedText } from "../../extension/shared/messages.js"
 */
import { readFile } from "node:fs/promises";
import { eventually, poll } from "./wait.js";

// A script that is killed ends its browsers with it: they are ended when the process exits, which a signal alone does not tell.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/**
 * A range of a highlight, as the page sees it in `CSS.highlights`.
 *
 * @typedef {{ name: string, text: string }} Drawn
 */

/**
 * `extension` is the folder of another one than ours; `where` can be asked of a browser on a screen with `controls`.
 *
 * @typedef {{ headless?: boolean, controls?: boolean, size?: { width: number, height: number }, extension?: string }} StartOptions
 */

/** The entries that the menu of our button has, in their order. */
export const MENU = ["panel", "next-unnamed", "always-on", "settings", "help"];

/**
 * A control of the browser itself: our button in the toolbar, an entry of its menu (see {@link MENU}), an answer to the question
 * for a permission.
 *
 * @typedef {"button" | "allow" | "deny" | string} Control
 */

/** @typedef {{ x: number, y: number }} Point */

/**
 * @typedef {object} Browser
 * @property {string} name "chromium" or "firefox"
 * @property {() => Promise<string[]>} problems the errors in the consoles of page and extension since the start
 * @property {(url: string) => Promise<void>} open shows a page in the tab
 * @property {(url: string, options?: TabOptions) => Promise<void>} openTab shows a page in a tab of its own; everything
 *   after happens there
 * @property {(number: number) => Promise<void>} goToTab returns to a tab, by its number in the order of opening from 0
 * @property {() => Promise<void>} closeTab closes the tab opened last and returns to the one before
 * @property {() => Promise<void>} crash ends the process of the tab
 * @property {() => Promise<void>} click the toolbar action
 * @property {(control: Control) => Promise<Point | null>} where the middle of a control is on the screen; null where it is not seen
 * @property {() => Promise<string>} inFront the address of the page that the reader sees
 * @property {() => Promise<{ text: string, title: string }>} badge of the tab
 * @property {() => Promise<string | null>} popup what the popup of the toolbar action says, while it is open
 * @property {() => Promise<void>} closePopup
 * @property {<T>(script: string, ...values: any[]) => Promise<T>} page runs the body of a function in the page's world
 * @property {<T>(script: string, ...values: any[]) => Promise<T>} extension runs the body of an async function, which
 *   gets `tabId`, with the extension's rights
 * @property {() => Promise<CardText | null>} card what the open card says
 * @property {<T>(script: string, ...values: any[]) => Promise<T>} ours runs the body of a function, which gets the
 *   `root` of our element on the page or null
 * @property {(x: number, y: number) => Promise<void>} hover moves the pointer
 * @property {(x: number, y: number) => Promise<void>} pressAt presses the pointer's button
 * @property {(x: number, y: number) => Promise<void>} tap with a finger
 * @property {(key: string) => Promise<void>} press a key, by its name in UI Events
 * @property {(look: Look) => Promise<void>} look at pages as a reader with such a window and such preferences does
 * @property {() => Promise<Uint8Array>} print the page on paper, as PDF
 * @property {() => Promise<string>} clipboard what was copied last
 * @property {(name: string) => Promise<string>} saved the content of a file that was downloaded
 * @property {() => Promise<OwnPage>} panel opens the source ledger as its menu item does, in a window of its own
 * @property {() => Promise<string>} side opens the browser's own side panel or sidebar, where it is not open, and
 *   returns its document's title
 * @property {() => Promise<OwnPage>} options the options page, in a tab of its own
 * @property {(pattern: string) => Promise<void>} agree answers the browser's question for a site's permission
 *   beforehand with yes, since a protocol cannot press its buttons
 * @property {() => Promise<void>} sleep ends the background, as the browser itself does when it is idle
 * @property {(enabled: boolean) => Promise<void>} enable switches the extension itself off or on again
 * @property {(options?: { inPrivate?: boolean }) => Promise<void>} reinstall removes the extension and installs it again,
 *   as an update does, or so that it may read in private windows
 * @property {(file: string) => Promise<void>} screenshot of the window, as PNG
 * @property {() => Promise<void>} closed when the reader closes the window
 * @property {() => Promise<Request[]>} close ends the browser and returns what pages and extensions asked of the network,
 *   from the browser's own log
 */

/**
 * A page of the extension's own.
 *
 * @typedef {object} OwnPage
 * @property {<T>(script: string, ...values: any[]) => Promise<T>} run runs the body of an async function in it
 * @property {(selector: string) => Promise<void>} press presses the pointer's button on an element
 * @property {(text: string) => Promise<void>} write writes where the keyboard is
 * @property {(selector: string, file: string) => Promise<void>} choose a file in a file input
 * @property {(look: Look) => Promise<void>} look as {@link Browser}'s
 * @property {() => Promise<Uint8Array>} print as {@link Browser}'s
 * @property {(file: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} TabOptions
 * @property {boolean} [isPrivate] in a private window
 * @property {boolean} [isAlone] without a look into its consoles and into our element there: Chromium prepares no pages in
 *   advance for a tab that is watched
 */

/**
 * How a reader's browser is set up.
 *
 * @typedef {object} Look
 * @property {number} [width] of the window, in CSS pixels: half as many stand for a zoom of 200 %
 * @property {number} [height]
 * @property {"light" | "dark"} [scheme]
 * @property {boolean} [forcedColors]
 * @property {boolean} [reducedMotion]
 */

/** An address, and the page or extension that asked for it. @typedef {{ url: string, by: string }} Request */

/** @typedef {{ text: string, box: { left: number, top: number, right: number, bottom: number } }} CardText */

/** What a file holds once it is there, for {@link Browser}'s drivers. @param {string} path */
export const savedFile = (path) => poll(() => readFile(path, "utf8").catch(() => null), { what: path });

/** Whether the options page can be used, for {@link Browser}'s drivers. */
export const IS_READY = `return document.querySelector("main:not([inert])") !== null`;

/** The end of the address of the page that opens after the installation. {@link Browser}'s drivers wait for it and close it. */
export const WELCOME = "/welcome.html";

/** Whether a ledger's document is there to be asked, for {@link Browser}'s drivers. */
export const IS_LOADED = `return location.search !== "" && document.readyState === "complete"`;

/**
 * Scrolls an element into the middle of its window. Whether a press would hit it there: a panel that follows its page can
 * still scroll, and its search field can cover what is at the top. For {@link Browser}'s drivers.
 */
export const IS_IN_REACH = `
  const element = document.querySelector(values[0]);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element?.getBoundingClientRect();
  // Options of a drop-down list have no box of their own.
  return Boolean(box) && (box.width === 0 || element.contains(
    document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)));`;
/** For so many milliseconds it must stay in reach. */
export const IN_REACH_MS = 100;

/** The end of the address of the toolbar action's popup, without what it is told, for {@link Browser}'s drivers. */
export const POPUP = "/refusal.html";

/** The text and box of the open card, for {@link Browser}'s drivers. */
export const CARD = `
  const card = root?.querySelector(".card:popover-open");
  return card ? { text: card.innerText, box: card.getBoundingClientRect().toJSON() } : null;`;

/**
 * Presses a button of ours on the page.
 *
 * @param {Browser} browser
 * @param {string} selector
 */
export async function pressOurs(browser, selector) {
  const box = await browser.ours(
    `const button = root.querySelector(values[0]);
     button.scrollIntoView({ block: "nearest" });
     return button.getBoundingClientRect().toJSON();`,
    selector,
  );
  await browser.pressAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/**
 * Waits until the tab shows its marks (or why there are none) and returns the badge.
 *
 * @param {Browser} browser
 * @param {number} [lasting] for how many milliseconds the badge must show them, where it may still change
 */
export function settled(browser, lasting = 0) {
  return poll(
    async () => {
      const badge = await browser.badge();
      return badge.text !== "" && badge.text !== "…" && badge;
    },
    { what: "the end of the reading", lasting },
  );
}

/**
 * Waits until the marks are off.
 *
 * @param {Browser} browser
 * @param {number} [lasting] for how many milliseconds the badge must be empty, where it may still change
 */
export const switchedOff = (browser, lasting = 0) =>
  poll(async () => (await browser.badge()).text === "", { what: "the end of the marks", lasting });

/**
 * Waits until a card is open that says something, and returns it.
 *
 * @param {Browser} browser
 * @param {RegExp} words
 */
export const cardSays = (browser, words) =>
  eventually(async () => {
    const card = await browser.card();
    if (!card) throw new Error(`no card is open that says ${words}`);
    if (!words.test(card.text)) throw new Error(`the card does not say ${words} but: ${card.text}`);
    return card;
  });

/** @param {Browser} browser */
export const cardIsClosed = (browser) => poll(async () => !(await browser.card()), { what: "the end of the card" });

/** What reading has cost the page's thread so far. @typedef {{ longest: number, total: number, turns: number }} Cost */

/** @param {Browser} browser @returns {Promise<Cost>} */
export const costOf = (browser) =>
  browser.extension(`return chrome.tabs.sendMessage(tabId, { type: "cost" }, { frameId: 0 })`);

/**
 * Goes to another mark, as the keyboard's commands do.
 *
 * @param {Browser} browser
 * @param {number} [by]
 * @param {"mark" | "unnamed"} [to]
 */
export const step = (browser, by = 1, to = "mark") =>
  browser.extension(
    `await chrome.tabs.sendMessage(tabId, { type: "step", by: values[0], to: values[1] }, { frameId: 0 })`,
    by,
    to,
  );

/** @param {Browser} browser @returns {Promise<string[]>} the words that are lit because the pointer or the keyboard is on their mark */
export const lit = async (browser) =>
  (await drawn(browser))
    .filter(({ name }) => name === "sourcelight-focus")
    .map(({ text }) => text.replace(/\s+/g, " "));

/** The page side notices that the pointer has left a mark after less time than this. */
const AWAY_MS = 600;

/**
 * Moves the pointer away from some words and back to them until their card is open. For cards that were closed by other
 * means, and which open again only when the pointer has been elsewhere.
 *
 * @param {Browser} browser
 * @param {string} words
 * @param {{ x: number, y: number }} elsewhere
 */
export const pointAgain = (browser, words, elsewhere) =>
  poll(
    async () => {
      await browser.hover(elsewhere.x, elsewhere.y);
      await poll(async () => !(await browser.card()) && (await lit(browser)).length === 0, {
        what: "the end of the card",
        lasting: AWAY_MS,
      });
      await hoverOver(browser, words);
      return poll(() => browser.card(), { milliseconds: 1_500 }).catch(() => null);
    },
    { what: `the card of ${words}` },
  );

/**
 * @param {Browser} browser
 * @returns {Promise<MarkedText | null>} the page's text and what is marked in it; null while the marks are off
 */
export const markedOn = (browser) =>
  browser.extension(`return chrome.tabs.sendMessage(tabId, { type: "marked" }, { frameId: 0 })`);

/** Sends the background the event of a click on the menu item. */
export const MENU_CLICK = `chrome.contextMenus.onClicked.dispatch({ menuItemId: "panel" }, await chrome.tabs.get(tabId))`;

/**
 * @param {Browser} browser
 * @returns {Promise<Drawn[]>} everything that is marked or lit, without the finer highlights that draw it
 */
export const drawn = (browser) =>
  browser.page(`
    const marks = [...CSS.highlights].filter(([name]) => !/^sourcelight-(?:line-|content)/.test(name));
    return marks.flatMap(([name, highlight]) => [...highlight].map((given) => {
      const range = document.createRange();
      range.setStart(given.startContainer, given.startOffset);
      range.setEnd(given.endContainer, given.endOffset);
      return { name, text: range.toString() };
    }));
  `);

/**
 * The box of some words in the window, or of their first line.
 *
 * @param {Browser} browser
 * @param {string} words within one text node
 * @returns {Promise<DOMRect>}
 */
export const boxOf = (browser, words) =>
  browser.page(
    `
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode()); ) {
      const at = node.data.indexOf(values[0]);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + values[0].length);
      return range.getClientRects()[0].toJSON();
    }
    throw new Error("not on the page: " + values[0]);`,
    words,
  );

/**
 * Moves the pointer onto some words of the page.
 *
 * @param {Browser} browser
 * @param {string} words within one text node
 */
export async function hoverOver(browser, words) {
  const box = await boxOf(browser, words);
  await browser.hover((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/**
 * @param {"chromium" | "firefox"} name
 * @param {StartOptions} [options]
 * @returns {Promise<Browser>}
 */
export async function start(name, options) {
  if (name === "firefox") return (await import("./firefox.js")).FirefoxBrowser.start(options);
  return (await import("./chromium.js")).ChromiumBrowser.start(options);
}
