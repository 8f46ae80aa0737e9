/**
 * The keyboard's focus on one of our pop-ups: it comes from an element of the page and goes back there when the pop-up
 * closes, unless the reader has put it elsewhere since.
 */
export class KeyboardFocus {
  #popover;
  /** The element of the page that had it before. @type {HTMLElement | null} */
  #before = null;

  /** @param {HTMLElement} popover */
  constructor(popover) {
    this.#popover = popover;
  }

  get #root() {
    return /** @type {ShadowRoot} */ (this.#popover.getRootNode());
  }

  get #isInside() {
    return this.#popover.contains(this.#root.activeElement);
  }

  /** Moves it into the pop-up, where it is not there already. @param {HTMLElement} to the pop-up or something in it */
  take(to = this.#popover) {
    if (this.#isInside) return;
    const active = document.activeElement;
    const isOfThePage = active instanceof HTMLElement && active !== this.#root.host && active !== document.body;
    this.#before = isOfThePage ? active : null;
    to.focus({ preventScroll: true });
  }

  /** Hides the pop-up. */
  hide() {
    const isInside = this.#isInside;
    if (this.#popover.matches(":popover-open")) this.#popover.hidePopover();
    if (isInside && this.#before?.isConnected) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }
}
