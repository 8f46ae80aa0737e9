/**
 * The one element that we add to a page: a sibling of `body` with a closed shadow root, for card, legend and live region.
 *
 * @import { Settings } from "../shared/settings.js"
 */
import base from "../shared/base.css";
import styles from "./card.css";
import { setLanguage } from "../shared/dom.js";
import { DRAWN_KINDS, underline } from "../shared/underline.js";
import { adopt } from "./highlights.js";
import { HOST, isDead } from "./tree.js";

export class Host {
  /** Created in a document without scripts: a page that has defined an element of this name could look into it otherwise. */
  element = document.implementation.createHTMLDocument().createElement(HOST);
  root = this.element.attachShadow({ mode: "closed" });
  /** The documents of the page and of its frames that are read; the keyboard can be in any of them. @type {Document[]} */
  documents = [document];
  #live = document.createElement("div");
  #css;

  /** @param {Settings["looks"]} looks of the marks, which card and legend also show */
  constructor(looks) {
    this.#css = `${base}\n${styles}\n${lineStyles(looks)}`;
    this.#live.className = "live";
    this.#live.setAttribute("aria-live", "polite");
    this.root.append(this.#live);
    this.attach();
  }

  /**
   * Adds the element to the page, again where the page removed or moved it.
   *
   * @returns {boolean} whether the page leaves it there
   */
  attach() {
    if (this.element.parentNode !== document.documentElement) document.documentElement?.append(this.element);
    const { isConnected } = this.element;
    // A tree that is moved to another document loses its style sheets.
    if (isConnected && this.root.adoptedStyleSheets.length === 0) adopt(this.root, this.#css);
    return isConnected;
  }

  /**
   * Adds a pop-up in the top layer, where nothing of the page can cover it.
   *
   * @param {string} className
   */
  popover(className) {
    const made = document.createElement("div");
    made.popover = "manual";
    made.className = className;
    setLanguage(made);
    made.setAttribute("role", "dialog");
    made.tabIndex = -1;
    this.root.append(made);
    return made;
  }

  /**
   * @param {() => void} act called when the reader presses Escape, wherever the keyboard is
   * @param {AbortSignal} signal removes the listeners
   */
  whenEscaped(act, signal) {
    const options = { capture: true, passive: true, signal };
    for (const each of this.documents) {
      if (!isDead(each)) each.addEventListener("keydown", (event) => event.key === "Escape" && act(), options);
    }
  }

  /** @param {string} words for screen readers */
  announce(words) {
    this.#live.textContent = words;
  }

  end() {
    this.element.remove();
  }
}

/** @param {Settings["looks"]} looks */
const lineStyles = (looks) =>
  DRAWN_KINDS.map((kind) => `.line.${kind}::before { text-decoration: ${underline(kind, looks, "var(--ink)")}; }`).join(
    "\n",
  );
