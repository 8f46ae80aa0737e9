/**
 * Everything that exists only while the marks are on: what was read, what is drawn, and the mark that the reader is at.
 *
 * A page that changes is shown again and again. Marks whose words have not changed stay as they are, and an open card
 * stays open.
 *
 * @import { AnalysisView, Offsets } from "../../target/core/core.js"
 * @import { MarkedText } from "../shared/messages.js"
 * @import { PhraseGroup } from "../shared/phrases.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { PageText } from "./blocks.js"
 * @import { CardFacts } from "./card-content.js"
 * @import { Mark } from "./marks.js"
 * @import { Box } from "./placement.js"
 */
import { Anchor } from "./anchor.js";
import { Card } from "./card.js";
import { kindOf, subjectOf } from "./speaker.js";
import { copy } from "./clipboard.js";
import { counted, say } from "../shared/dom.js";
import { HiddenMarks } from "./hidden.js";
import { linksTo } from "./links.js";
import { sendToBackground } from "../shared/messages.js";
import { quotationOf } from "./quotation.js";
import { Cost, Slices } from "./slices.js";
import { wordsAt } from "../shared/words.js";
import { Highlights } from "./highlights.js";
import { Host } from "./host.js";
import { Hover } from "./hover.js";
import { Legend } from "./legend.js";
import { isSameMark, marksOf, wanted } from "./marks.js";
import { Notice } from "./notice.js";
import { RangeFinder } from "./ranges.js";
import { elementAround, isDocument } from "./tree.js";

/** The card also avoids lit words that end within this many pixels of the words under the pointer: it is still in reach. */
const NEAR = 120;

/** A mark that is scrolled to comes to rest at this share of the window's height, with room for a card below it. */
const COMFORTABLE_HEIGHT = 0.4;

/** @type {AnalysisView} */
const NOTHING = {
  attributions: [],
  hedges: [],
  phrases: [],
  read_to: null,
  report: /** @type {any} */ ({ sources: [] }),
};

/**
 * @typedef {object} SessionActs
 * @property {(mark: Mark) => void} entered called when the pointer or the keyboard comes to a mark
 * @property {() => void} changed called when other marks of the page are to be shown
 */

export class Session {
  /** The page's text and what is marked in it. @type {MarkedText} */
  marked = { text: "", analysis: NOTHING };
  /** @type {Mark[]} */
  marks = [];
  /** Everything that was found, marked or not. */
  #analysis = NOTHING;
  #finder = new RangeFinder([]);
  /** @type {Mark | null} */
  #current = null;
  /** The words on which its card was opened. @type {Offsets} */
  #pointed = [0, 0];
  #settings;
  #phrases;
  #cost;
  #hidden;
  #acts;
  #notice;
  #below;
  #host;
  #legend;
  #highlights;
  #card;
  #hover;

  /**
   * @param {Settings} settings
   * @param {PhraseGroup[]} phrases the reader's own
   * @param {Cost} cost what the page's thread has spent on us
   * @param {HiddenMarks} hidden
   * @param {SessionActs} acts
   */
  constructor(settings, phrases, cost, hidden, acts) {
    this.#settings = settings;
    this.#phrases = phrases;
    this.#cost = cost;
    this.#hidden = hidden;
    this.#acts = acts;
    this.#host = new Host(settings.looks);
    this.#legend = new Legend(this.#host, settings.kinds, phrases, () => this.#toFirst());
    this.#notice = new Notice(this.#host, "top");
    this.#below = new Notice(this.#host, "bottom");
    this.#highlights = new Highlights(settings);
    this.#card = new Card(this.#host, {
      leave: () => this.#leave(),
      step: (by) => this.step(by),
      stepInSource: (by) => this.#stepThrough(this.#sameSource(this.#current), by),
      stepUnnamed: (by) => this.stepUnnamed(by),
      turnTo: (number) => this.#turnTo(number),
      showMention: () => this.#showMention(),
      copyQuote: () => this.#copyQuote(),
      hide: () => this.#hide(),
      copyReport: (report) => this.#copy(report),
      showLedger: () => void sendToBackground({ type: "ledger" }),
      showLegend: () => this.showLegend(true),
    });
    this.#hover = new Hover(this.#host.element, (hit) => {
      if (hit) this.#enter(hit.mark, hit.span, false);
      else this.#leave();
    });
  }

  /**
   * @param {PageText} page
   * @param {AnalysisView} whole everything that the core found in it, without what the reader has hidden
   * @param {Slices} slices
   */
  async show(page, whole, slices) {
    this.#host.attach();
    const analysis = wanted(whole, this.#settings);
    if (slices.isOver) await slices.next();
    const marks = marksOf(analysis, this.#phrases);
    const finder = new RangeFinder(page.runs);
    const trees = [document, ...page.trees];
    this.#host.documents = trees.filter(isDocument);
    if (slices.isOver) await slices.next();
    await this.#highlights.show(marks, finder, trees, slices);
    await this.#hover.show(marks, finder, trees, slices);
    const here = this.#current && new Anchor(this.#current, this.#finder, this.marked.text);
    this.marked = { text: page.text, analysis };
    this.marks = marks;
    this.#analysis = whole;
    this.#finder = finder;
    this.#current = (here && marks.find((mark) => here.isOf(mark, finder, page.text))) ?? null;
    if (!this.#current) this.#leave();
    else if (this.#card.isOpen) this.#open(this.#current, this.#current.spans[0], false);
  }

  /** Closes what was open on the page before, since the reader has gone to another page. */
  startAfresh() {
    this.#leave();
    this.#legend.close();
    this.#current = null;
  }

  announceCount() {
    this.#host.announce(say("announceOn", [counted("marks", this.marks.length)]));
  }

  /** Says how many marks lie below the window, where the reader cannot see them yet. */
  announceBelow() {
    const first = this.#firstBelow();
    const count = this.marks.length - first;
    if (count > 0) this.#below.show("", { name: counted("below", count), act: () => this.#goTo(this.marks[first]) });
  }

  /** The number of the first mark below the window, found by halving: the marks are in the order of the text. */
  #firstBelow() {
    let low = 0;
    for (let high = this.marks.length; low < high;) {
      const middle = (low + high) >> 1;
      const [line] = this.#finder.lines(this.marks[middle].spans[0]);
      if (line && line.top >= window.innerHeight) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** @param {1 | -1} by */
  step(by) {
    this.#stepThrough(this.marks, by);
  }

  /** Goes to another source that the ledger counts as unnamed. @param {1 | -1} by */
  stepUnnamed(by) {
    this.#stepThrough(
      this.marks.filter(({ line }) => line === "unnamed"),
      by,
    );
  }

  /** Scrolls to a mark and lights it up, without a card. @param {Mark} mark can be of a kind that is not marked */
  jump(mark) {
    this.#leave();
    this.#hover.hold();
    this.#scrollTo(mark.spans[0]);
    this.#current = this.marks.find((each) => isSameMark(each, mark)) ?? mark;
    this.#highlights.focus(mark.lit, this.#finder);
  }

  /** @param {boolean} focus whether the keyboard goes there */
  showLegend(focus) {
    this.#leave();
    if (this.#host.attach()) this.#legend.open(this.marks, focus);
  }

  #toFirst() {
    this.#legend.close();
    this.#current = null;
    this.step(1);
  }

  end() {
    this.#hover.end();
    this.#leave();
    this.#legend.close();
    this.#notice.close();
    this.#below.close();
    this.#host.end();
    this.#highlights.end();
  }

  /**
   * Goes to the next or previous of some marks, from the one that the reader is at; after the last comes the first.
   *
   * @param {Mark[]} marks in the order of the text
   * @param {1 | -1} by
   */
  #stepThrough(marks, by) {
    if (marks.length === 0) return this.#host.announce(say("announceNone"));
    const order = new Map(this.marks.map((mark, index) => [mark, index]));
    const at = (/** @type {Mark} */ mark) => order.get(mark) ?? this.#firstFrom(mark) - 0.5;
    const here = this.#current ? at(this.#current) : -1;
    const next = by > 0 ? marks.find((mark) => at(mark) > here) : marks.findLast((mark) => at(mark) < here);
    this.#goTo(next ?? marks[by > 0 ? 0 : marks.length - 1]);
  }

  /** The number of the first mark that begins where another one does or after it. @param {Mark} mark */
  #firstFrom({ spans: [[from]] }) {
    const first = this.marks.findIndex(({ spans: [[start]] }) => start >= from);
    return first < 0 ? this.marks.length : first;
  }

  /** Scrolls to a mark and opens its card, which gets the keyboard. @param {Mark} mark */
  #goTo(mark) {
    this.#scrollTo(mark.spans[0]);
    this.#hover.hold();
    this.#enter(mark, mark.spans[0], true);
    this.#announce(mark);
  }

  /**
   * @param {Mark} mark
   * @param {Offsets} span the words of the mark that the pointer or the keyboard is on
   * @param {boolean} focus whether the keyboard goes to the card
   */
  #enter(mark, span, focus) {
    this.#current = mark;
    this.#below.close();
    this.#acts.entered(mark);
    this.#open(mark, span, focus);
  }

  /**
   * @param {Mark} mark
   * @param {Offsets} span
   * @param {boolean} focus
   */
  #open(mark, span, focus) {
    this.#pointed = span;
    this.#highlights.restore();
    this.#highlights.focus(mark.lit, this.#finder);
    if (this.#host.attach()) this.#card.open(this.#factsOf(mark), () => this.#kept(mark, span), focus);
  }

  /** Opens the card of another mark on the same words. @param {number} number */
  #turnTo(number) {
    const other = this.#current && this.#factsOf(this.#current).others[number];
    if (other) this.#enter(other, this.#pointed, false);
  }

  #leave() {
    this.#highlights.focus([], this.#finder);
    this.#card.close();
  }

  /** Goes to where the source is named in full. */
  #showMention() {
    const mention = this.#current?.attribution?.mentions[0];
    if (!mention) return;
    this.#leave();
    this.#hover.hold();
    this.#scrollTo(mention);
    this.#highlights.focus([mention], this.#finder);
    this.#host.announce(say("announceMention", [wordsAt([mention], this.marked.text)]));
  }

  /** Copies the statement that the card is about. @returns {Promise<boolean>} whether that succeeded */
  async #copyQuote() {
    const mark = this.#current;
    if (!mark?.attribution) return false;
    const slices = new Slices(this.#cost, new AbortController().signal);
    const { a0: link } = await linksTo(new Map([["a0", mark]]), this.#finder, slices);
    slices.end();
    return this.#copy(quotationOf(mark.attribution, this.marked.text, link));
  }

  /** @param {string} words */
  #copy(words) {
    const isCopied = copy(words);
    this.#host.announce(say(isCopied ? "cardCopied" : "cardNotCopied"));
    return isCopied;
  }

  /** Hides the mark that the card is about, and offers to bring it back. */
  #hide() {
    const mark = this.#current;
    const { text } = this.marked;
    if (!mark) return;
    this.#leave();
    this.#hidden.hide(mark, text);
    this.#acts.changed();
    const undo = () => {
      this.#notice.close();
      this.#hidden.restore(mark, text);
      this.#acts.changed();
    };
    this.#notice.show(say("noticeHidden"), { name: say("noticeUndo"), act: undo });
    this.#notice.focus();
  }

  /** @param {Mark} mark @returns {CardFacts} */
  #factsOf(mark) {
    const { text, analysis } = this.marked;
    const same = this.#sameSource(mark);
    const around = elementAround(this.#finder.pieces(mark.spans[0])[0].node);
    const [place] = this.#pointed;
    const isAt = (/** @type {Offsets} */ [start, end]) => start <= place && place < end;
    return {
      mark,
      text,
      analysis,
      place: { number: this.marks.indexOf(mark) + 1, of: this.marks.length },
      sameSource: same.length > 0 ? { number: same.indexOf(mark) + 1, of: same.length } : null,
      others: this.marks.filter((other) => other !== mark && other.spans.some(isAt)),
      isRightToLeft: around !== null && getComputedStyle(around).direction === "rtl",
    };
  }

  /** @param {Mark | null} mark @returns {Mark[]} all marks of the same source, in the order of the text */
  #sameSource(mark) {
    const { attributions, report } = this.#analysis;
    const number = mark?.attribution ? attributions.indexOf(mark.attribution) : -1;
    const source = report.sources.find(({ statements }) => statements.includes(number));
    if (!source || source.identity === "unspecified") return [];
    const statements = new Set(source.statements.map((each) => attributions[each]));
    return this.marks.filter(({ attribution }) => attribution && statements.has(attribution));
  }

  /** @param {Mark} mark */
  #announce(mark) {
    const number = say("cardPlace", [String(this.marks.indexOf(mark) + 1), String(this.marks.length)]);
    this.#host.announce([kindOf(mark), subjectOf(mark, this.marked.text), number].join(", "));
  }

  /** @param {Offsets} span */
  #scrollTo(span) {
    const around = elementAround(this.#finder.pieces(span)[0].node);
    if (around) Element.prototype.scrollIntoView.call(around, { block: "nearest", behavior: "instant" });
    const [line] = this.#finder.lines(span);
    if (line) window.scrollBy({ top: line.top - window.innerHeight * COMFORTABLE_HEIGHT, behavior: "instant" });
  }

  /**
   * What the card must not cover, the largest box first: the lit words nearby, the words under the pointer, their first
   * line. The card keeps clear of as much as there is room for.
   *
   * @param {Mark} mark
   * @param {Offsets} span
   * @returns {Box[]}
   */
  #kept(mark, span) {
    const lines = this.#finder.lines(span);
    const words = boxAround(lines);
    const near = mark.lit
      .flatMap((lit) => this.#finder.lines(lit))
      .filter(({ top, bottom }) => words.top - top <= NEAR && bottom - words.bottom <= NEAR);
    const lit = boxAround([...near, ...lines]);
    return [
      { ...words, top: lit.top, bottom: lit.bottom },
      words,
      lines.length > 0 ? boxAround(lines.slice(0, 1)) : words,
    ];
  }
}

/** @param {DOMRect[]} boxes @returns {Box} */
const boxAround = (boxes) => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});
