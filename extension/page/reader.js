/**
 * The life of the marks on one page: on, off, and what the pointer or the keyboard is on.
 *
 * @import { AnalysisView, Offsets } from "../../target/core/core.js"
 * @import { Answer, FromPage, Ledger, Problem, TabState } from "../messages.js"
 * @import { Mark } from "./marks.js"
 * @import { PageText } from "./blocks.js"
 */
import { readBlocks } from "./blocks.js";
import { Card } from "./card.js";
import { Highlights } from "./highlights.js";
import { Hover } from "./hover.js";
import { marksOf } from "./marks.js";
import { RangeFinder } from "./ranges.js";
import { articleOf } from "./scope.js";

/** @param {FromPage} message @returns {Promise<any>} */
const tell = (message) => chrome.runtime.sendMessage(message);

/** @param {TabState} tab */
const showState = (tab) => void tell({ type: "state", tab }).catch(() => {});

/** Lit words that end this many pixels from the pointer's are kept uncovered as well: the card is still in reach. */
const NEAR = 120;

/** Everything that exists only while the marks are on. */
class Session {
  /**
   * @param {PageText} page
   * @param {AnalysisView} analysis
   */
  constructor(page, analysis) {
    this.ledger = { text: page.text, analysis };
    this.marks = marksOf(analysis);
    this.finder = new RangeFinder(page.runs);
    this.highlights = new Highlights(this.finder);
    this.highlights.show(this.marks);
    this.card = new Card(page.text, this.marks.length, () => this.leave());
    this.hover = new Hover(this.finder, this.marks, this.card.host, (hit) =>
      hit ? this.enter(hit.mark, hit.span) : this.leave(),
    );
    /** @type {Mark | null} */
    this.current = null;
  }

  /**
   * @param {Mark} mark
   * @param {Offsets} span of its words that the pointer or the keyboard is on
   */
  enter(mark, span) {
    this.current = mark;
    this.highlights.focus(mark);
    this.card.open(mark, this.marks.indexOf(mark), () => this.#uncovered(mark, span));
  }

  leave() {
    this.highlights.focus(null);
    this.card.close();
  }

  /** @param {1 | -1} by */
  step(by) {
    const { marks } = this;
    if (marks.length === 0) return;
    const from = this.current ? marks.indexOf(this.current) : by > 0 ? -1 : 0;
    const mark = marks[(from + by + marks.length) % marks.length];
    const span = mark.spans[0];
    this.finder.pieces(span)[0].node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    this.enter(mark, span);
  }

  /**
   * What the card must not cover: the words in question, and what lights up with them where it ends soon after.
   *
   * @param {Mark} mark
   * @param {Offsets} span
   */
  #uncovered(mark, span) {
    const box = this.finder.box(span);
    const litBoxes = mark.lit.map((lit) => this.finder.box(lit));
    const top = Math.min(box.top, ...litBoxes.map((lit) => lit.top));
    const bottom = Math.max(box.bottom, ...litBoxes.map((lit) => lit.bottom));
    const from = box.top - top <= NEAR ? top : box.top;
    const to = bottom - box.bottom <= NEAR ? bottom : box.bottom;
    return new DOMRect(box.left, from, box.width, to - from);
  }

  end() {
    this.hover.end();
    this.card.end();
    this.highlights.end();
  }
}

export class Reader {
  /** @type {Session | null} */
  #session = null;
  /** Counts switchings, so that an answer that comes late for a switched-off page is dropped. */
  #turn = 0;
  #on = false;

  /** @returns {boolean} whether the marks are on now */
  toggle() {
    if (this.#on) this.#switchOff();
    else void this.#switchOn();
    return this.#on;
  }

  /** @param {1 | -1} by */
  async step(by) {
    if (!this.#on) await this.#switchOn();
    this.#session?.step(by);
  }

  /** @returns {Ledger | null} */
  get ledger() {
    return this.#session?.ledger ?? null;
  }

  async #switchOn() {
    const turn = ++this.#turn;
    this.#on = true;
    showState({ state: "reading" });
    if (document.contentType === "application/pdf") return this.#giveUp("Pdf");
    const page = readBlocks(articleOf(document));
    if (page.text === "") return this.#giveUp("NoText");
    /** @type {Answer} */
    const answer = await tell({ type: "analyze", text: page.text }).catch((error) => ({ error: String(error) }));
    if (turn !== this.#turn) return;
    if ("error" in answer) return this.#giveUp("Failed");
    this.#session = new Session(page, answer.analysis);
    showState({ state: "on", count: this.#session.marks.length });
  }

  /** @param {Problem} problem */
  #giveUp(problem) {
    this.#on = false;
    showState({ state: "problem", problem });
  }

  #switchOff() {
    this.#turn++;
    this.#on = false;
    this.#session?.end();
    this.#session = null;
    showState({ state: "off" });
  }
}
