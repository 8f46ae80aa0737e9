/**
 * A short notice at the top right, where the toolbar's button is. It closes by itself, with Escape, or with a click anywhere.
 *
 * @import { Host } from "./host.js"
 */
import { button, element } from "../shared/dom.js";

/** Time to read two lines twice. While the pointer is on the notice it stays. */
const CLOSES_AFTER_MS = 12_000;

/** What the reader can do about it. @typedef {{ name: string, act: () => void }} Offer */

export class Notice {
  #host;
  #popover;
  #closed;
  #stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Host} host
   * @param {() => void} [closed]
   */
  constructor(host, closed = () => {}) {
    this.#host = host;
    this.#closed = closed;
    this.#popover = host.popover("notice");
    this.#popover.setAttribute("role", "status");
  }

  /**
   * @param {string} words
   * @param {Offer} [offer]
   */
  show(words, offer) {
    if (!this.#host.attach()) return;
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const close = () => this.close();
    const offered = offer && button("offer", offer.name, offer.act);
    this.#popover.replaceChildren(element("p", "", words), ...(offered ? [offered] : []));
    this.#popover.showPopover();
    this.#host.announce(words);
    offered?.focus({ preventScroll: true });
    this.#host.whenEscaped(close, signal);
    // The click that led here is still under way.
    setTimeout(() => signal.aborted || document.addEventListener("click", close, { signal }));
    this.#popover.addEventListener("pointerenter", () => clearTimeout(this.#timer), { signal });
    this.#popover.addEventListener("pointerleave", () => this.#closeLater(), { signal });
    this.#closeLater();
  }

  #closeLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), CLOSES_AFTER_MS);
  }

  close() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    if (!this.#popover.matches(":popover-open")) return;
    this.#popover.hidePopover();
    this.#closed();
  }
}
