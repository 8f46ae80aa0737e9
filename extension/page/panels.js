/**
 * The page's half of the source ledger: tells every open panel what is marked and where the reader is, and brings the
 * reader to what is chosen there.
 *
 * Panel and page talk over a port, without the background, which may end at any moment. An open port is also how the
 * page knows that somebody listens: without one nothing is measured and no listener is there.
 *
 * @import { Extent, Found, FromPanel, MarkId, ToPanel } from "../shared/messages.js"
 * @import { PageText } from "./blocks.js"
 * @import { Mark } from "./marks.js"
 */
import { FROM_PANEL, isOne } from "../shared/messages.js";
import { linksTo } from "./links.js";
import { marksOf } from "./marks.js";
import { pageFacts } from "./page-facts.js";
import { RangeFinder } from "./ranges.js";
import { Cost, Slices } from "./slices.js";

/** Scrolling is followed this often at most. */
const FOLLOW_AFTER_MS = 80;
/** A reader's eyes rest on this part of the window's height, from its top. */
const READING_LINE = 0.35;

/** What a panel may ask of the marks while they are on. @typedef {{ jump: (mark: Mark) => void }} Marks */

/** Everything that a panel shows of a page whose marks are on. */
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

  /** In the order of the text; made when somebody asks, which is seldom. @returns {Map<MarkId, Mark>} */
  get marks() {
    if (this.#marks) return this.#marks;
    const { attributions, hedges } = this.found.analysis;
    /** @type {Map<object | null, MarkId>} */
    const ids = new Map();
    attributions.forEach((attribution, at) => ids.set(attribution, `a${at}`));
    hedges.forEach((hedge, at) => ids.set(hedge, `h${at}`));
    const marks = marksOf(this.found.analysis);
    this.#marks = new Map(marks.map((mark) => [ids.get(mark.attribution ?? mark.hedge) ?? "", mark]));
    return this.#marks;
  }

  /** @param {Mark} mark */
  idOf(mark) {
    for (const [id, { attribution, hedge }] of this.marks) {
      if (attribution === mark.attribution && hedge === mark.hedge) return id;
    }
    return null;
  }

  /** Where a mark begins in the window, from its top. @param {Mark} mark */
  top({ spans: [span] }) {
    const { node, start, end } = this.finder.pieces(span)[0];
    const range = document.createRange();
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(node, Math.min(end, node.length));
    return range.getBoundingClientRect().top;
  }

  /** The last mark that begins above the reading line; the marks are in the order of the text. */
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
  /** What the panels were last told. @type {MarkId | null} */
  #at = null;
  /** Whether the reader chose it, by pointer, key or in a panel: it stays as long as it is in the window. */
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
      if (isOne(FROM_PANEL, message)) this.#hear(port, message);
    });
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
      this.#follow();
    });
    port.postMessage(this.#state());
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
    if (this.#ports.size > 0) this.#tellPlace(this.#shown?.idOf(mark) ?? null, true);
  }

  /** @param {PanelContent | null} shown */
  #change(shown) {
    const isSame = shown?.found.analysis === this.#shown?.found.analysis;
    this.#shown = shown;
    if (!isSame) {
      this.#at = null;
      this.#tell(this.#state());
    }
    this.#follow();
  }

  /** @returns {ToPanel} */
  #state() {
    const { found = null, extent = "whole" } = this.#shown ?? {};
    return { type: "found", found, extent, page: pageFacts(document) };
  }

  /** @param {ToPanel} message */
  #tell(message) {
    for (const port of this.#ports) port.postMessage(message);
  }

  /**
   * @param {chrome.runtime.Port} port
   * @param {FromPanel} message
   */
  #hear(port, message) {
    const shown = this.#shown;
    if (!shown) return;
    switch (message.type) {
      case "jump": {
        const mark = shown.marks.get(message.mark);
        if (!mark) return;
        shown.session.jump(mark);
        this.#tellPlace(message.mark, true);
        break;
      }
      case "links":
        void this.#giveLinks(port, shown);
        break;
    }
  }

  /**
   * @param {chrome.runtime.Port} port
   * @param {PanelContent} shown
   */
  async #giveLinks(port, { marks, finder }) {
    const slices = new Slices(this.#cost, new AbortController().signal);
    const links = await linksTo(marks, finder, slices);
    slices.end();
    if (this.#ports.has(port)) port.postMessage({ type: "links", links });
  }

  /** Listens exactly as long as there is somebody to tell, and to scrolling only where there are marks. */
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

  /** The page goes, perhaps into the browser's cache, from where Firefox would keep its ports open. */
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
    this.#tellPlace(shown.atReadingLine(), false);
  }

  /**
   * @param {MarkId | null} at
   * @param {boolean} isChosen
   */
  #tellPlace(at, isChosen) {
    this.#isChosen = isChosen;
    if (at === this.#at) return;
    this.#at = at;
    this.#tell({ type: "at", mark: at });
  }
}
