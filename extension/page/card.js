/**
 * The card: what the words under the pointer are, who stands behind them, and why they are marked.
 *
 * @import { CardFacts, CardActs } from "./card-content.js"
 * @import { Host } from "./host.js"
 * @import { Box } from "./placement.js"
 */
import { fill } from "./card-content.js";
import { placeBeside } from "./placement.js";

/** What the card's border adds to its content. */
const BORDERS = 2;

export class Card {
  #host;
  #popover;
  #acts;
  /** Listeners that only an open card needs. */
  #whileOpen = new AbortController();
  /** Where the keyboard was on the page before it came to the card. @type {HTMLElement | null} */
  #before = null;

  /**
   * @param {Host} host
   * @param {CardActs} acts what the card's buttons do
   */
  constructor(host, acts) {
    this.#host = host;
    this.#popover = host.popover("card");
    this.#acts = acts;
  }

  /**
   * @param {CardFacts} facts
   * @param {() => Box[]} measure where the words stand that the card must not cover; asked again when they move
   * @param {boolean} focus whether the keyboard goes to the card
   */
  open(facts, measure, focus) {
    if (fill(this.#popover, facts, this.#acts)) this.#popover.scrollTop = 0;
    this.#popover.showPopover();
    this.#place(measure(), facts.isRightToLeft);
    this.#whileOpen.abort();
    this.#whileOpen = new AbortController();
    const options = { capture: true, passive: true, signal: this.#whileOpen.signal };
    const follow = () => this.#place(measure(), facts.isRightToLeft);
    this.#host.whenEscaped(() => this.#acts.leave(), this.#whileOpen.signal);
    document.addEventListener("scroll", (event) => event.target !== this.#popover && follow(), options);
    window.addEventListener("resize", follow, options);
    if (focus) this.#focus();
  }

  get isOpen() {
    return this.#popover.matches(":popover-open");
  }

  close() {
    this.#whileOpen.abort();
    if (this.isOpen) this.#popover.hidePopover();
    if (this.#before?.isConnected) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }

  #focus() {
    const root = /** @type {ShadowRoot} */ (this.#popover.getRootNode());
    if (this.#popover.contains(root.activeElement)) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== root.host && active !== document.body) this.#before = active;
    this.#popover.focus({ preventScroll: true });
  }

  /**
   * Words that left the window close the card.
   *
   * @param {Box[]} kept
   * @param {boolean} isRightToLeft
   */
  #place(kept, isRightToLeft) {
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const line = kept[kept.length - 1];
    if (line.bottom < 0 || line.top > view.height) return this.#acts.leave();
    const { style } = this.#popover;
    style.removeProperty("max-width");
    style.removeProperty("max-height");
    const size = { width: this.#popover.offsetWidth, height: this.#popover.scrollHeight + BORDERS };
    const { left, top, maxWidth, maxHeight } = placeBeside(size, kept, view, isRightToLeft);
    style.setProperty("inset", `${top}px auto auto ${left}px`);
    style.setProperty("max-width", `${maxWidth}px`);
    style.setProperty("max-height", `${maxHeight}px`);
  }
}
