/**
 * The card: what the words under the pointer are, who stands behind them, and why they are marked.
 *
 * It lives in the closed shadow root of one element of ours, a sibling of `body`, shown as a popover so that no
 * stacking order of the page can cover it. Page text only ever enters it as text.
 *
 * @import { Mark } from "./marks.js"
 */
import { fill } from "./card-content.js";
import styles from "./card.css";
import { adopt } from "./highlights.js";

/** Between the card and the words, and the window's edge. */
const GAP = 8;
/** What the card's border adds to its content. */
const BORDERS = 2;
/** Rather cover words than show less than this. */
const LEAST_HEIGHT = 120;

export class Card {
  host = document.createElement("sourcelight-ui");
  #popover = document.createElement("div");
  #live = document.createElement("div");
  /** Listeners that only an open card needs. */
  #whileOpen = new AbortController();
  #text;
  #count;
  #leave;

  /**
   * @param {string} text the page's text that marks point into
   * @param {number} count how many marks there are
   * @param {() => void} leave called when the reader closes the card
   */
  constructor(text, count, leave) {
    this.#text = text;
    this.#count = count;
    this.#leave = leave;
    const root = this.host.attachShadow({ mode: "closed" });
    adopt(root, styles);
    this.#popover.popover = "manual";
    this.#popover.className = "card";
    this.#popover.setAttribute("role", "dialog");
    this.#live.className = "live";
    this.#live.setAttribute("aria-live", "polite");
    root.append(this.#popover, this.#live);
    document.documentElement.append(this.host);
  }

  /**
   * @param {Mark} mark
   * @param {number} index of the mark on the page, from 0
   * @param {() => DOMRect} measure where the words stand that the card must not cover; asked again when they move
   */
  open(mark, index, measure) {
    fill(this.#popover, mark, this.#text, { number: index + 1, of: this.#count });
    this.#popover.showPopover();
    this.#place(measure());
    this.#whileOpen.abort();
    this.#whileOpen = new AbortController();
    const options = { capture: true, passive: true, signal: this.#whileOpen.signal };
    const follow = () => this.#place(measure());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave(), options);
    document.addEventListener("scroll", follow, options);
    window.addEventListener("resize", follow, options);
  }

  close() {
    this.#whileOpen.abort();
    if (this.#popover.matches(":popover-open")) this.#popover.hidePopover();
  }

  /** @param {string} words for screen readers: what the keyboard came to */
  announce(words) {
    this.#live.textContent = words;
  }

  end() {
    this.#whileOpen.abort();
    this.host.remove();
  }

  /**
   * Below the words, or above where there is no room, always inside the window; words that left it close the card.
   *
   * @param {DOMRect} box
   */
  #place(box) {
    const { clientWidth, clientHeight } = document.documentElement;
    if (box.bottom < 0 || box.top > clientHeight) return this.#leave();
    const { offsetWidth: width, scrollHeight: height } = this.#popover;
    const below = clientHeight - box.bottom - 2 * GAP;
    const above = box.top - 2 * GAP;
    const room = height <= below || below >= above ? below : above;
    const used = Math.min(height + BORDERS, Math.max(room, LEAST_HEIGHT));
    const top = room === below ? box.bottom + GAP : box.top - GAP - used;
    const left = Math.max(GAP, Math.min(box.left, clientWidth - width - GAP));
    const { style } = this.#popover;
    style.setProperty("inset", `${top}px auto auto ${left}px`);
    style.setProperty("max-height", `${used}px`);
  }
}
