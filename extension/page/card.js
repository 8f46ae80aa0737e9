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

const GAP = 8;

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
   * @param {DOMRect} box of the words it is about; the card never covers them
   */
  open(mark, index, box) {
    fill(this.#popover, mark, this.#text, { number: index + 1, of: this.#count });
    this.#popover.showPopover();
    this.#place(box);
    this.#whileOpen.abort();
    this.#whileOpen = new AbortController();
    const options = { capture: true, signal: this.#whileOpen.signal };
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave(), options);
    document.addEventListener("scroll", () => this.#leave(), { ...options, passive: true });
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

  /** Below the words, or above where there is no room, always inside the window. @param {DOMRect} box */
  #place(box) {
    const { offsetWidth: width, offsetHeight: height } = this.#popover;
    const { clientWidth, clientHeight } = document.documentElement;
    const fitsBelow = box.bottom + GAP + height <= clientHeight;
    const fitsAbove = box.top - GAP - height >= 0;
    const top = fitsBelow || !fitsAbove ? box.bottom + GAP : box.top - GAP - height;
    const left = Math.max(GAP, Math.min(box.left, clientWidth - width - GAP));
    this.#popover.style.setProperty("top", `${top}px`);
    this.#popover.style.setProperty("left", `${left}px`);
    this.#popover.style.setProperty(
      "max-height",
      `${Math.max(120, clientHeight - (fitsAbove && !fitsBelow ? 0 : top) - GAP)}px`,
    );
  }
}
