/**
 * Finds the mark under the pointer.
 *
 * The browser reports the caret nearest to a point. A table from text nodes to marks says which marks are there, and the
 * boxes of their words whether the point is really on them. The cost does not grow with the number of marks.
 *
 * @import { Offsets } from "../../target/core/core.js"
 * @import { Mark } from "./marks.js"
 * @import { Piece, RangeFinder } from "./ranges.js"
 * @import { Slices } from "./slices.js"
 * @import { Tree } from "./tree.js"
 */
import { isDocument } from "./tree.js";

/** The card opens when the pointer has rested for so long. */
const OPEN_AFTER_MS = 120;
/** The card closes when the pointer has been away for so long: the time to reach the card from the words. */
const CLOSE_AFTER_MS = 400;

/** Words of a mark in one text node. @typedef {{ mark: Mark, span: Offsets, piece: Piece }} Hit */

export class Hover {
  /** @type {Map<Node, Hit[]>} */
  #hits = new Map();
  /** @type {Mark | null} */
  #mark = null;
  /** Whether the card was opened by other means; then it stays open until a click or another mark. */
  #held = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();
  /** The documents that have our listeners. @type {WeakSet<Document>} */
  #documents = new WeakSet();
  /** @type {ShadowRoot[]} */
  #shadowRoots = [];
  #host;
  #report;

  /**
   * @param {Element} host our own element, on which the pointer keeps the card open
   * @param {(hit: Hit | null) => void} report called when the pointer comes to a mark or leaves it
   */
  constructor(host, report) {
    this.#host = host;
    this.#report = report;
  }

  /** @param {Document} document */
  #listenTo(document) {
    if (this.#documents.has(document)) return;
    this.#documents.add(document);
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    document.addEventListener("pointermove", (event) => this.#moved(event), options);
    document.addEventListener("click", (event) => this.#moved(event, 0), options);
    document.addEventListener("pointerleave", () => this.#leftWindow(), options);
  }

  /**
   * @param {Mark[]} marks
   * @param {RangeFinder} finder
   * @param {Tree[]} trees all trees that may hold marks
   * @param {Slices} slices
   */
  async show(marks, finder, trees, slices) {
    /** @type {Map<Node, Hit[]>} */
    const table = new Map();
    for (const mark of marks) {
      if (slices.isOver) await slices.next();
      for (const span of mark.spans) {
        for (const piece of finder.pieces(span)) {
          const hits = table.get(piece.node);
          if (hits) hits.push({ mark, span, piece });
          else table.set(piece.node, [{ mark, span, piece }]);
        }
      }
    }
    this.#hits = table;
    this.#shadowRoots = /** @type {ShadowRoot[]} */ (trees.filter((tree) => !isDocument(tree)));
    for (const tree of trees) if (isDocument(tree)) this.#listenTo(tree);
  }

  end() {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** Keeps the card open although the pointer is elsewhere: the keyboard or one of our buttons has gone to a mark. */
  hold() {
    clearTimeout(this.#timer);
    this.#held = true;
    this.#mark = null;
  }

  /**
   * @param {MouseEvent} event
   * @param {number} [delay] 0 for a click
   */
  #moved(event, delay = OPEN_AFTER_MS) {
    if (event.composedPath().includes(this.#host)) return clearTimeout(this.#timer);
    const hit = this.#hitAt(event);
    if (this.#held && !hit && delay > 0) return clearTimeout(this.#timer);
    this.#settle(hit, hit ? delay : CLOSE_AFTER_MS);
  }

  #leftWindow() {
    if (this.#held) clearTimeout(this.#timer);
    else this.#settle(null, CLOSE_AFTER_MS);
  }

  /**
   * @param {Hit | null} hit
   * @param {number} delay
   */
  #settle(hit, delay) {
    clearTimeout(this.#timer);
    if ((hit?.mark ?? null) === this.#mark && !this.#held) return;
    this.#timer = setTimeout(() => {
      this.#held = false;
      this.#mark = hit?.mark ?? null;
      this.#report(hit);
    }, delay);
  }

  /**
   * @param {MouseEvent} event
   * @returns {Hit | null} the mark there; of several the one with the fewest words
   */
  #hitAt({ clientX: x, clientY: y, view }) {
    const caret = (view ?? window).document.caretPositionFromPoint(x, y, { shadowRoots: this.#shadowRoots });
    const hits = caret && this.#hits.get(caret.offsetNode);
    if (!hits) return null;
    const under = hits
      .filter(({ piece }) => piece.start <= caret.offset && caret.offset <= piece.end)
      .filter(({ piece }) => isAt(piece, x, y));
    // Of two marks with the same words the one that lights up less: the other has more words by which it can be reached.
    under.sort((a, b) => width([a.span]) - width([b.span]) || width(a.mark.lit) - width(b.mark.lit));
    return under[0] ?? null;
  }
}

/** @param {Offsets[]} spans */
const width = (spans) => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/**
 * Whether a point is on words and not merely near them.
 *
 * @param {Piece} piece
 * @param {number} x
 * @param {number} y
 */
function isAt({ node, start, end }, x, y) {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
}
