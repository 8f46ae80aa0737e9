/**
 * Everything that exists only while the marks are on: what was read, what is drawn, and what the reader is at.
 *
 * A page that lives is shown again and again: marks that are still there stay, and with them an open card.
 *
 * @import { AnalysisView, Offsets } from "../../target/core/core.js"
 * @import { MarkedText } from "../shared/messages.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { PageText } from "./blocks.js"
 * @import { CardFacts } from "./card-content.js"
 * @import { Mark } from "./marks.js"
 * @import { Box } from "./placement.js"
 * @import { Slices } from "./slices.js"
 */
import { Card } from "./card.js";
import { kindOf } from "./card-content.js";
import { say } from "../shared/dom.js";
import { wordsAt } from "../shared/words.js";
import { Highlights } from "./highlights.js";
import { Host } from "./host.js";
import { Hover } from "./hover.js";
import { Legend } from "./legend.js";
import { marksOf, wanted } from "./marks.js";
import { RangeFinder } from "./ranges.js";
import { elementAround, isDocument } from "./tree.js";

/** Lit words that end this many pixels from the pointer's are kept uncovered as well: the card is still in reach. */
const NEAR = 120;

/** @type {AnalysisView} */
const NOTHING = { attributions: [], hedges: [], read_to: null, report: /** @type {any} */ ({ sources: [] }) };

export class Session {
  /** @type {MarkedText} */
  marked = { text: "", analysis: NOTHING };
  /** @type {Mark[]} */
  marks = [];
  #found = NOTHING;
  #finder = new RangeFinder([]);
  /** @type {Mark | null} */
  #current = null;
  #settings;
  #entered;
  #host;
  #legend;
  #highlights;
  #card;
  #hover;

  /**
   * @param {Settings} settings
   * @param {(mark: Mark) => void} entered called when the pointer or the keyboard comes to a mark
   */
  constructor(settings, entered) {
    this.#settings = settings;
    this.#entered = entered;
    this.#host = new Host(settings.looks);
    this.#legend = new Legend(this.#host, settings.kinds);
    this.#highlights = new Highlights(settings.looks);
    this.#card = new Card(this.#host, {
      leave: () => this.#leave(),
      step: (by) => this.step(by),
      stepInSource: (by) => this.#stepThrough(this.#sameSource(this.#current), by),
      stepUnnamed: (by) => this.stepUnnamed(by),
      showMention: () => this.#showMention(),
      showLegend: () => this.showLegend(true),
    });
    this.#hover = new Hover(this.#host.element, (hit) => {
      if (hit) this.#enter(hit.mark, hit.span, false);
      else this.#leave();
    });
  }

  /**
   * @param {PageText} page
   * @param {AnalysisView} found all that the core found in it
   * @param {Slices} slices
   */
  async show(page, found, slices) {
    this.#host.attach();
    const analysis = wanted(found, this.#settings);
    if (slices.isOver) await slices.next();
    const marks = marksOf(analysis);
    const finder = new RangeFinder(page.runs);
    const roots = [document, ...page.trees];
    this.#host.documents = roots.filter(isDocument);
    if (slices.isOver) await slices.next();
    await this.#highlights.show(marks, finder, roots, slices);
    await this.#hover.show(marks, finder, roots, slices);
    const here = this.#current && new Place(this.#current, this.#finder, this.marked.text);
    this.marked = { text: page.text, analysis };
    this.marks = marks;
    this.#found = found;
    this.#finder = finder;
    this.#current = (here && marks.find((mark) => here.isOf(mark, finder, page.text))) ?? null;
    if (!this.#current) this.#leave();
    else if (this.#card.isOpen) this.#open(this.#current, this.#current.spans[0], false);
  }

  /** The reader is on another page: what was open was about the one before. */
  startAfresh() {
    this.#leave();
    this.#legend.close();
    this.#current = null;
  }

  announceCount() {
    this.#host.announce(say("announceOn", [String(this.marks.length)]));
  }

  /** @param {1 | -1} by */
  step(by) {
    this.#stepThrough(this.marks, by);
  }

  /** @param {1 | -1} by */
  stepUnnamed(by) {
    this.#stepThrough(
      this.marks.filter(({ style }) => style === "unnamed"),
      by,
    );
  }

  /** Brings the reader to a mark and lights it up, without a card. @param {Mark} mark */
  jump(mark) {
    this.#leave();
    this.#hover.hold();
    this.#scrollTo(mark.spans[0]);
    this.#current = mark;
    this.#highlights.focus(mark.lit, this.#finder);
  }

  /** @param {boolean} focus whether the keyboard goes there */
  showLegend(focus) {
    this.#leave();
    if (this.#host.attach()) this.#legend.open(focus);
  }

  end() {
    this.#hover.end();
    this.#leave();
    this.#legend.close();
    this.#host.end();
    this.#highlights.end();
  }

  /**
   * Goes to the nearest of some marks after (or before) the one the reader is at, and around the end.
   *
   * @param {Mark[]} marks in the order of the text
   * @param {1 | -1} by
   */
  #stepThrough(marks, by) {
    if (marks.length === 0) return this.#host.announce(say("announceNone"));
    const order = new Map(this.marks.map((mark, index) => [mark, index]));
    const here = this.#current ? (order.get(this.#current) ?? -1) : -1;
    const at = (/** @type {Mark} */ mark) => order.get(mark) ?? 0;
    const next = by > 0 ? marks.find((mark) => at(mark) > here) : marks.findLast((mark) => at(mark) < here);
    const mark = next ?? marks[by > 0 ? 0 : marks.length - 1];
    this.#scrollTo(mark.spans[0]);
    this.#hover.hold();
    this.#enter(mark, mark.spans[0], true);
    this.#announce(mark);
  }

  /**
   * @param {Mark} mark
   * @param {Offsets} span of its words that the pointer or the keyboard is on
   * @param {boolean} focus whether the keyboard goes to the card
   */
  #enter(mark, span, focus) {
    this.#current = mark;
    this.#entered(mark);
    this.#open(mark, span, focus);
  }

  /**
   * @param {Mark} mark
   * @param {Offsets} span
   * @param {boolean} focus
   */
  #open(mark, span, focus) {
    this.#highlights.restore();
    this.#highlights.focus(mark.lit, this.#finder);
    if (this.#host.attach()) this.#card.open(this.#factsOf(mark), () => this.#kept(mark, span), focus);
  }

  #leave() {
    this.#highlights.focus([], this.#finder);
    this.#card.close();
  }

  /** To where the source is spelled out in full. */
  #showMention() {
    const mention = this.#current?.attribution?.mentions[0];
    if (!mention) return;
    this.#leave();
    this.#hover.hold();
    this.#scrollTo(mention);
    this.#highlights.focus([mention], this.#finder);
    this.#host.announce(say("announceMention", [wordsAt([mention], this.marked.text)]));
  }

  /** @param {Mark} mark @returns {CardFacts} */
  #factsOf(mark) {
    const { text, analysis } = this.marked;
    const same = this.#sameSource(mark);
    const around = elementAround(this.#finder.pieces(mark.spans[0])[0].node);
    return {
      mark,
      text,
      analysis,
      place: { number: this.marks.indexOf(mark) + 1, of: this.marks.length },
      sameSource: same.length > 0 ? { number: same.indexOf(mark) + 1, of: same.length } : null,
      isRightToLeft: around !== null && getComputedStyle(around).direction === "rtl",
    };
  }

  /** @param {Mark | null} mark @returns {Mark[]} the marks of its source, in the order of the text */
  #sameSource(mark) {
    const { attributions, report } = this.#found;
    const number = mark?.attribution ? attributions.indexOf(mark.attribution) : -1;
    const source = report.sources.find(({ statements }) => statements.includes(number));
    if (!source || source.identity === "unspecified") return [];
    const statements = new Set(source.statements.map((each) => attributions[each]));
    return this.marks.filter(({ attribution }) => attribution && statements.has(attribution));
  }

  /** @param {Mark} mark */
  #announce(mark) {
    const { place, text } = this.#factsOf(mark);
    const { attribution } = mark;
    const words = attribution?.speaker ?? wordsAt(attribution ? attribution.source : mark.spans, text);
    const number = say("cardPlace", [String(place.number), String(place.of)]);
    this.#host.announce([kindOf(mark), words, number].filter(Boolean).join(", "));
  }

  /** @param {Offsets} span */
  #scrollTo(span) {
    const around = elementAround(this.#finder.pieces(span)[0].node);
    if (around) Element.prototype.scrollIntoView.call(around, { block: "nearest", behavior: "instant" });
    const [line] = this.#finder.lines(span);
    if (line) window.scrollBy({ top: line.top - window.innerHeight * 0.4, behavior: "instant" });
  }

  /**
   * What the card must not cover, from the most to the least: what lights up where it ends soon after, the words in
   * question, their first line.
   *
   * @param {Mark} mark
   * @param {Offsets} span
   * @returns {Box[]}
   */
  #kept(mark, span) {
    const lines = this.#finder.lines(span);
    const words = around(lines);
    const near = mark.lit
      .flatMap((lit) => this.#finder.lines(lit))
      .filter(({ top, bottom }) => words.top - top <= NEAR && bottom - words.bottom <= NEAR);
    const lit = around([...near, ...lines]);
    return [
      { ...words, top: lit.top, bottom: lit.bottom },
      words,
      lines.length > 0 ? around(lines.slice(0, 1)) : words,
    ];
  }
}

/** Where a mark stands, to be found again when the page has been read anew. */
class Place {
  #style;
  #words;
  #node;
  #start;

  /**
   * @param {Mark} mark
   * @param {RangeFinder} finder
   * @param {string} text
   */
  constructor({ style, spans }, finder, text) {
    const [{ node, start }] = finder.pieces(spans[0]);
    this.#style = style;
    this.#words = wordsAt(spans, text);
    this.#node = node;
    this.#start = start;
  }

  /**
   * @param {Mark} mark
   * @param {RangeFinder} finder
   * @param {string} text
   */
  isOf({ style, spans }, finder, text) {
    if (style !== this.#style || wordsAt(spans, text) !== this.#words) return false;
    const [{ node, start }] = finder.pieces(spans[0]);
    return !this.#node.isConnected || (node === this.#node && start === this.#start);
  }
}

/** @param {DOMRect[]} boxes @returns {Box} */
const around = (boxes) => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});
