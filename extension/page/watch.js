/**
 * Notices that the page is no longer the one that was read, and asks for another reading once it is calm.
 *
 * Nothing is polled. A page that never calms down is read now and then, as often as the allowance lets it; a page in
 * a hidden tab is not even watched, and read when it is seen again.
 */
import { Allowance } from "./allowance.js";
import { HOST, localName } from "./tree.js";

/** So long nothing must have changed. */
const CALM_MS = 150;
/** A page that is never so calm is read this long after its first change. */
const PATIENCE_MS = 1_000;

/** Changes of attributes that show, hide or make another thing of text. */
const ATTRIBUTES = ["class", "style", "hidden", "open", "lang", "contenteditable", "aria-hidden", "slot"];

/** What shows or hides text with no change of the DOM: style sheets that ask for states and times. */
const EVENTS = ["change", "transitionend", "animationend", "fullscreenchange"];
/** What does when it has loaded. */
const LOADED = new Set(["link", "style", "iframe", "frame"]);

/** @typedef {Document | ShadowRoot} Root */

export class Watch {
  /** @type {Set<Root>} */
  #roots = new Set([document]);
  #observer = new MutationObserver((records) => !records.every(isOfOurs) && this.#touch());
  #allowance = new Allowance(performance.now());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** When the page first and last changed since it was read. */
  #first = Infinity;
  #last = 0;
  #isReading = false;
  #read;
  #signal;

  /**
   * @param {() => Promise<number>} read reads the page and resolves to what that cost, in milliseconds
   * @param {AbortSignal} signal ends the watch
   */
  constructor(read, signal) {
    this.#read = read;
    this.#signal = signal;
    const options = { capture: true, passive: true, signal };
    for (const event of EVENTS) document.addEventListener(event, () => this.#touch(), options);
    document.addEventListener(
      "load",
      ({ target }) => LOADED.has(localName(/** @type {Node} */ (target))) && this.#touch(),
      options,
    );
    window.addEventListener("resize", () => this.#touch(), options);
    document.addEventListener("visibilitychange", () => this.#seenOrNot(), options);
    signal.addEventListener("abort", () => this.#rest());
    this.#observe();
  }

  /** The reading that the reader asked for: it is not paid for from the allowance. */
  async first() {
    this.#isReading = true;
    await this.#read();
    this.#wasRead();
  }

  /** @param {Set<Root>} roots all that text was found in: changes in other trees than the document's are not heard there */
  follow(roots) {
    if (roots.size === this.#roots.size && [...roots].every((root) => this.#roots.has(root))) return;
    if (this.#observer.takeRecords().length > 0) this.#touch();
    this.#roots = roots;
    this.#observer.disconnect();
    this.#observe();
  }

  #observe() {
    if (document.hidden || this.#signal.aborted) return;
    for (const root of this.#roots) {
      this.#observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ATTRIBUTES,
      });
    }
  }

  #rest() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #seenOrNot() {
    this.#rest();
    if (document.hidden) return;
    this.#observe();
    this.#touch();
  }

  #touch() {
    this.#last = performance.now();
    this.#first = Math.min(this.#first, this.#last);
    if (this.#timer === undefined && !this.#isReading) this.#wait();
  }

  #wait() {
    if (document.hidden || this.#signal.aborted) return;
    const left = this.#due - performance.now();
    this.#timer = setTimeout(() => this.#look(), Math.max(0, left));
  }

  /** When the page is to be read next. */
  get #due() {
    const calm = Math.min(this.#last + CALM_MS, this.#first + PATIENCE_MS);
    return Math.max(calm, this.#allowance.readyAt);
  }

  /** The page may have changed while it was waited for, or never rest: looking once is cheaper than a timer per change. */
  #look() {
    this.#timer = undefined;
    if (performance.now() < this.#due - 1) this.#wait();
    else void this.#again();
  }

  async #again() {
    this.#first = Infinity;
    this.#isReading = true;
    const cost = await this.#read();
    this.#allowance.spend(cost, performance.now());
    this.#wasRead();
  }

  #wasRead() {
    this.#isReading = false;
    if (this.#first < Infinity) this.#wait();
  }
}

/** @param {MutationRecord} record @returns {boolean} whether it is about the element of ours that the page holds */
function isOfOurs({ type, addedNodes, removedNodes }) {
  return (
    type === "childList" &&
    [...addedNodes, ...removedNodes].every((node) => /** @type {Element} */ (node).localName === HOST)
  );
}
