/**
 * The page side's end of the panels: sends every open panel what was found and which mark the reader is at, and scrolls to
 * what the reader chooses in a panel.
 *
 * Panel and page side talk over a port and without the background, which may end at any moment. An open port also shows
 * that a panel is open: without one, nothing is measured and no listener is added to the page.
 *
 * @import { Extent, Found, FromPanel, MarkId, ToPanel } from "../shared/messages.js"
 * @import { PageText } from "./blocks.js"
 * @import { Mark } from "./marks.js"
 */
import { FROM_PANEL, isOne } from "../shared/messages.js";
import { linksTo } from "./links.js";
import { isSameMark, marksOf } from "./marks.js";
import { pageFacts } from "./page-facts.js";
import { RangeFinder } from "./ranges.js";
import { Cost, Slices } from "./slices.js";

/** The least time between two looks at where the reader has scrolled to. */
const FOLLOW_AFTER_MS = 80;
/** Readers read at about this share of the window's height, from its top. */
const READING_LINE = 0.35;

/** What panels may do with the marks. @typedef {{ jump: (mark: Mark) => void }} Marks */

/** What the panels show while the marks are on. */
class PanelContent {
  /** @type {Map<MarkId, Mark> | undefined} */
  #marks;

  /**
   * @param {Found} found
   * @param {Extent} extent
   * @param {PageText} page
   * @param {Marks} session
   */
  constructor(found, extent, page, session) {
    this.found = found;
    this.extent = extent;
    this.finder = new RangeFinder(page.runs);
    this.session = session;
  }

  /** In the order of the text; made only when it is needed, which is seldom. @returns {Map<MarkId, Mark>} */
  get marks() {
    if (this.#marks) return this.#marks;
    const { attributions, hedges, phrases } = this.found.analysis;
    /** @type {Map<object | null, MarkId>} */
    const ids = new Map();
    attributions.forEach((attribution, at) => ids.set(attribution, `a${at}`));
    hedges.forEach((hedge, at) => ids.set(hedge, `h${at}`));
    phrases.forEach((phrase, at) => ids.set(phrase, `p${at}`));
    const marks = marksOf(this.found.analysis, []);
    this.#marks = new Map(marks.map((mark) => [ids.get(mark.attribution ?? mark.hedge ?? mark.phrase) ?? "", mark]));
    return this.#marks;
  }

  /** @param {Mark} mark */
  idOf(mark) {
    for (const [id, each] of this.marks) if (isSameMark(each, mark)) return id;
    return null;
  }

  /** The distance of a mark from the top of the window. @param {Mark} mark */
  top({ spans: [span] }) {
    const { node, start, end } = this.finder.pieces(span)[0];
    const range = document.createRange();
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(node, Math.min(end, node.length));
    return range.getBoundingClientRect().top;
  }

  /** The last mark that begins above the reading line, found by halving: the marks are in the order of the text. */
  atReadingLine() {
    const line = window.innerHeight * READING_LINE;
    const marks = [...this.marks];
    let low = 0;
    for (let high = marks.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.top(marks[middle][1]) <= line) low = middle + 1;
      else high = middle;
    }
    return marks[Math.max(low - 1, 0)]?.[0] ?? null;
  }
}

export class Panels {
  /** @type {Set<chrome.runtime.Port>} */
  #ports = new Set();
  /** @type {PanelContent | null} */
  #shown = null;
  /** The mark that was last sent to the panels. @type {MarkId | null} */
  #at = null;
  /** Whether the reader chose it, with the pointer, a key or a panel. Then scrolling does not change it while it is in view. */
  #isChosen = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #following = new AbortController();
  #cost;

  /** @param {Cost} cost what the page's thread has spent on us */
  constructor(cost) {
    this.#cost = cost;
  }

  /** @param {chrome.runtime.Port} port of a panel that opened */
  connect(port) {
    this.#ports.add(port);
    port.onMessage.addListener((message) => {
      if (isOne(FROM_PANEL, message)) this.#receive(port, message);
    });
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
      this.#follow();
    });
    port.postMessage(this.#state());
    if (this.#at) port.postMessage({ type: "at", mark: this.#at });
    this.#follow();
  }

  /**
   * @param {Found} found
   * @param {Extent} extent
   * @param {PageText} page
   * @param {Marks} session
   */
  show(found, extent, page, session) {
    this.#change(new PanelContent(found, extent, page, session));
  }

  /** The marks are off. */
  clear() {
    this.#change(null);
  }

  /** The pointer or the keyboard is on a mark. @param {Mark} mark */
  entered(mark) {
    if (this.#ports.size > 0) this.#sendPlace(this.#shown?.idOf(mark) ?? null, true);
  }

  /** @param {PanelContent | null} shown */
  #change(shown) {
    const isSame = shown?.found.analysis === this.#shown?.found.analysis;
    this.#shown = shown;
    if (!isSame) {
      this.#at = null;
      this.#send(this.#state());
    }
    this.#follow();
  }

  /** @returns {ToPanel} */
  #state() {
    const { found = null, extent = "whole" } = this.#shown ?? {};
    return { type: "found", found, extent, page: pageFacts(document) };
  }

  /** @param {ToPanel} message */
  #send(message) {
    for (const port of this.#ports) port.postMessage(message);
  }

  /**
   * @param {chrome.runtime.Port} port
   * @param {FromPanel} message
   */
  #receive(port, message) {
    const shown = this.#shown;
    if (!shown) return;
    switch (message.type) {
      case "jump": {
        const mark = shown.marks.get(message.mark);
        if (!mark) return;
        shown.session.jump(mark);
        this.#sendPlace(message.mark, true);
        break;
      }
      case "links":
        void this.#sendLinks(port, shown);
        break;
    }
  }

  /**
   * @param {chrome.runtime.Port} port
   * @param {PanelContent} shown
   */
  async #sendLinks(port, { marks, finder }) {
    const slices = new Slices(this.#cost, new AbortController().signal);
    const links = await linksTo(marks, finder, slices);
    slices.end();
    if (this.#ports.has(port)) port.postMessage({ type: "links", links });
  }

  /** Adds or removes listeners: there are none without an open panel, and none for scrolling without marks. */
  #follow() {
    this.#following.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#ports.size === 0) return;
    this.#following = new AbortController();
    const options = { capture: true, passive: true, signal: this.#following.signal };
    window.addEventListener("pagehide", () => this.#leave(), options);
    if (!this.#shown) return;
    document.addEventListener(
      "scroll",
      () => (this.#timer ??= setTimeout(() => this.#look(), FOLLOW_AFTER_MS)),
      options,
    );
    this.#look();
  }

  /** Closes the ports when the page is left: Firefox would keep them open for a page in its back/forward cache. */
  #leave() {
    for (const port of this.#ports) port.disconnect();
    this.#ports.clear();
    this.#follow();
  }

  #look() {
    this.#timer = undefined;
    const shown = this.#shown;
    if (!shown) return;
    const chosen = this.#isChosen && this.#at ? shown.marks.get(this.#at) : undefined;
    if (chosen) {
      const top = shown.top(chosen);
      if (top >= 0 && top < window.innerHeight) return;
    }
    this.#sendPlace(shown.atReadingLine(), false);
  }

  /**
   * @param {MarkId | null} at
   * @param {boolean} isChosen
   */
  #sendPlace(at, isChosen) {
    this.#isChosen = isChosen;
    if (at === this.#at) return;
    this.#at = at;
    this.#send({ type: "at", mark: at });
  }
}
