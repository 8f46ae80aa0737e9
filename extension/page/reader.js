/**
 * The life of the marks on one page: on, off, and what the pointer or the keyboard is on.
 *
 * @import { Answer, FromPage, Ledger, TabState } from "../messages.js"
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

/** Everything that exists only while the marks are on. */
class Session {
  /**
   * @param {PageText} page
   * @param {import("../../target/core/core.js").AnalysisView} analysis
   */
  constructor(page, analysis) {
    this.ledger = { text: page.text, analysis };
    this.marks = marksOf(analysis);
    this.finder = new RangeFinder(page.runs);
    this.highlights = new Highlights(this.finder);
    this.highlights.show(this.marks);
    this.card = new Card(page.text, this.marks.length, () => this.leave());
    this.hover = new Hover(this.finder, this.marks, this.card.host, (mark, box) =>
      mark ? this.enter(mark, box) : this.leave(),
    );
    /** @type {Mark | null} */
    this.current = null;
  }

  /**
   * @param {Mark} mark
   * @param {DOMRect} box of the words the pointer or the keyboard is on
   */
  enter(mark, box) {
    this.current = mark;
    this.highlights.focus(mark);
    this.card.open(mark, this.marks.indexOf(mark), box);
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
    const range = this.finder.liveRange(mark.spans[0]);
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    this.enter(mark, range.getBoundingClientRect());
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

  /** @param {import("../messages.js").Problem} problem */
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
