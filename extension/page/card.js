/**
 * The card: says what the words under the pointer are, whose words they are, and why they are marked.
 *
 * @import { CardFacts, CardActs } from "./card-content.js"
 * @import { Host } from "./host.js"
 * @import { Box } from "./placement.js"
 */
import { fillCard } from "./card-content.js";
import { KeyboardFocus } from "./keyboard-focus.js";
import { placeBeside } from "./placement.js";

/** What the card's border adds to its content. */
const BORDERS = 2;

export class Card {
  #host;
  #popover;
  #acts;
  /** Removes the listeners that only an open card needs. */
  #whileOpen = new AbortController();
  #keyboard;

  /**
   * @param {Host} host
   * @param {CardActs} acts what the card's buttons do
   */
  constructor(host, acts) {
    this.#host = host;
    this.#popover = host.popover("card");
    this.#keyboard = new KeyboardFocus(this.#popover);
    this.#acts = acts;
  }

  /**
   * @param {CardFacts} facts
   * @param {() => Box[]} measure returns what the card must not cover; called again when that moves
   * @param {boolean} focus whether the card gets the keyboard's focus
   */
  open(facts, measure, focus) {
    if (fillCard(this.#popover, facts, this.#acts)) this.#popover.scrollTop = 0;
    this.#popover.showPopover();
    this.#place(measure(), facts.isRightToLeft);
    this.#whileOpen.abort();
    this.#whileOpen = new AbortController();
    const options = { capture: true, passive: true, signal: this.#whileOpen.signal };
    const follow = () => this.#place(measure(), facts.isRightToLeft);
    this.#host.whenEscaped(() => this.#acts.leave(), this.#whileOpen.signal);
    document.addEventListener("scroll", (event) => event.target !== this.#popover && follow(), options);
    window.addEventListener("resize", follow, options);
    // Something was folded or unfolded.
    this.#popover.addEventListener("toggle", follow, options);
    if (focus) this.#keyboard.take();
  }

  get isOpen() {
    return this.#popover.matches(":popover-open");
  }

  close() {
    this.#whileOpen.abort();
    this.#keyboard.hide();
    this.#popover.replaceChildren();
  }

  /**
   * Places the card, or closes it where its words have left the window.
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
