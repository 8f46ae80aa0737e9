/**
 * Notices when the page has changed, and has it read again once it is calm.
 *
 * Nothing is polled. A page that never becomes calm is read now and then, as often as the allowance permits. A page in a
 * hidden tab is not watched; it is read when the tab is shown again.
 *
 * @import { Tree } from "./tree.js"
 */
import { Allowance } from "./allowance.js";
import { HOST, isDead, localName } from "./tree.js";

/** A page is calm when it has not changed for so long. */
const CALM_MS = 150;
/** A page that does not become calm is read this long after its first change. */
const PATIENCE_MS = 1_000;

/** Attributes that can show or hide text or change what it is. */
const ATTRIBUTES = ["class", "style", "hidden", "open", "lang", "contenteditable", "aria-hidden", "slot"];

/** Style sheets can show or hide text at these events without any change of the DOM. */
const EVENTS = ["change", "transitionend", "animationend", "fullscreenchange"];
/** Elements that can show or hide text, or bring some, when they have loaded. */
const LOADED = new Set(["link", "style", "iframe", "frame"]);

export class Watch {
  /** @type {Set<Tree>} */
  #trees = new Set([document]);
  #observer = new MutationObserver((records) => !records.every(isOfOurs) && this.changed());
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
   * @param {() => Promise<number>} read reads the page and resolves to the time that it took, in milliseconds
   * @param {AbortSignal} signal ends the watch
   */
  constructor(read, signal) {
    this.#read = read;
    this.#signal = signal;
    const options = { capture: true, passive: true, signal };
    for (const event of EVENTS) document.addEventListener(event, () => this.changed(), options);
    document.addEventListener(
      "load",
      ({ target }) => LOADED.has(localName(/** @type {Node} */ (target))) && this.changed(),
      options,
    );
    window.addEventListener("resize", () => this.changed(), options);
    document.addEventListener("visibilitychange", () => this.#visibilityChanged(), options);
    signal.addEventListener("abort", () => this.#rest());
    this.#observe();
  }

  /** The first reading, which the reader asked for; the allowance is not charged for it. */
  async first() {
    this.#isReading = true;
    await this.#read();
    this.#wasRead();
  }

  /** @param {Set<Tree>} trees in which text was found; an observer of the document does not report changes in the others */
  follow(trees) {
    if (trees.size === this.#trees.size && [...trees].every((tree) => this.#trees.has(tree))) return;
    if (this.#observer.takeRecords().length > 0) this.changed();
    this.#trees = trees;
    this.#observer.disconnect();
    this.#observe();
  }

  #observe() {
    if (document.hidden || this.#signal.aborted) return;
    for (const tree of this.#trees) {
      if (isDead(tree)) continue;
      this.#observer.observe(tree, {
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

  #visibilityChanged() {
    this.#rest();
    if (document.hidden) return;
    this.#observe();
    this.changed();
  }

  /** The page is to be read again, because it has changed or because the reader wants to see something else of it. */
  changed() {
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

  /** The page may have changed during the wait. To look again then is cheaper than a new timer for every change. */
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

/** @param {MutationRecord} record @returns {boolean} whether it only adds or removes our own element */
function isOfOurs({ type, addedNodes, removedNodes }) {
  return (
    type === "childList" &&
    [...addedNodes, ...removedNodes].every((node) => /** @type {Element} */ (node).localName === HOST)
  );
}
