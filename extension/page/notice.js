/**
 * A short notice: at the top right, where the toolbar's button is, or at the lower edge, about what is further down. It
 * closes by itself, with Escape, or with a click anywhere; the one at the lower edge also when the reader scrolls.
 *
 * @import { Host } from "./host.js"
 */
import { button, element } from "../shared/dom.js";
import { KeyboardFocus } from "./keyboard-focus.js";

/** Time to read two lines twice. While the pointer or the keyboard is on the notice it stays. */
const CLOSES_AFTER_MS = 12_000;

/** What the reader can do about it. @typedef {{ name: string, act: () => void }} Offer */

export class Notice {
  #host;
  #edge;
  #popover;
  #keyboard;
  #closed;
  #stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Host} host
   * @param {"top" | "bottom"} edge of the window
   * @param {() => void} [closed]
   */
  constructor(host, edge, closed = () => {}) {
    this.#host = host;
    this.#edge = edge;
    this.#closed = closed;
    this.#popover = host.popover(`notice ${edge}`);
    this.#popover.setAttribute("role", "status");
    this.#keyboard = new KeyboardFocus(this.#popover);
  }

  /**
   * @param {string} words empty where the offer says it all
   * @param {Offer} [offer]
   */
  show(words, offer) {
    if (!this.#host.attach()) return;
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const close = () => this.close();
    this.#popover.replaceChildren(
      ...(words ? [element("p", "", words)] : []),
      ...(offer ? [button("offer", offer.name, offer.act)] : []),
    );
    this.#popover.showPopover();
    if (words) this.#host.announce(words);
    this.#host.whenEscaped(close, signal);
    if (this.#edge === "bottom") document.addEventListener("scroll", close, { capture: true, passive: true, signal });
    // The click that led here is still under way.
    setTimeout(() => signal.aborted || document.addEventListener("click", close, { signal }));
    for (const comes of ["pointerenter", "focusin"])
      this.#popover.addEventListener(comes, () => clearTimeout(this.#timer), { signal });
    for (const goes of ["pointerleave", "focusout"])
      this.#popover.addEventListener(goes, () => this.#closeLater(), { signal });
    this.#closeLater();
  }

  /** Gives the keyboard to the offer. */
  focus() {
    this.#keyboard.take(this.#popover.querySelector("button") ?? undefined);
  }

  #closeLater() {
    clearTimeout(this.#timer);
    if (this.#popover.matches(":hover, :focus-within")) return;
    this.#timer = setTimeout(() => this.close(), CLOSES_AFTER_MS);
  }

  close() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    if (!this.#popover.matches(":popover-open")) return;
    this.#keyboard.hide();
    this.#closed();
  }
}
