/**
 * Converts offsets in the page's text to ranges in its DOM, and does nothing else.
 *
 * The ranges are static. The browser updates live ranges at every change of the page, and thousands of them would slow the
 * page down.
 *
 * @import { Offsets } from "../../target/core/core.js"
 * @import { Run } from "./blocks.js"
 */

/** A part of one text node. @typedef {{ node: Text, start: number, end: number }} Piece */

export class RangeFinder {
  #runs;

  /** @param {Run[]} runs in the order of the text */
  constructor(runs) {
    this.#runs = runs;
  }

  /**
   * The runs that overlap with a span.
   *
   * @param {Offsets} span
   */
  #runsOf([start, end]) {
    const runs = this.#runs;
    let low = 0;
    for (let high = runs.length; low < high;) {
      const middle = (low + high) >> 1;
      if (runs[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < runs.length && runs[last].start < end) last++;
    return runs.slice(low, last);
  }

  /**
   * The parts of text nodes that a span covers.
   *
   * @param {Offsets} span
   * @returns {(Piece & { follows: boolean })[]}
   */
  pieces(span) {
    return this.#runsOf(span).map((run) => ({
      node: run.node,
      start: run.offset + Math.max(span[0], run.start) - run.start,
      end: run.offset + Math.min(span[1], run.end) - run.start,
      follows: run.follows,
    }));
  }

  /**
   * The ranges that cover a span: a single one, unless it contains the end of a block or text that was left out.
   *
   * @param {Offsets} span
   * @returns {StaticRangeInit[]}
   */
  ranges(span) {
    /** @type {StaticRangeInit[]} */
    const ranges = [];
    for (const { node, start, end, follows } of this.pieces(span)) {
      const open = ranges.at(-1);
      if (open && follows) {
        open.endContainer = node;
        open.endOffset = end;
      } else {
        ranges.push({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
      }
    }
    return ranges;
  }

  /**
   * The boxes of a span in the tab's window, line by line. Where the page has changed since it was read, some of the span
   * may be missing.
   *
   * @param {Offsets} span
   * @returns {DOMRect[]}
   */
  lines(span) {
    return this.pieces(span).flatMap(({ node, start, end }) => {
      const range = document.createRange();
      range.setStart(node, Math.min(start, node.length));
      range.setEnd(node, Math.min(end, node.length));
      const [left, top] = offsetOf(node);
      return [...range.getClientRects()].map((box) => new DOMRect(box.x + left, box.y + top, box.width, box.height));
    });
  }
}

/** @param {Node} node @returns {[number, number]} the distance of its document's window from the tab's, to the right and down */
function offsetOf(node) {
  let [left, top] = [0, 0];
  for (let frame = node.ownerDocument?.defaultView?.frameElement; frame;) {
    const box = frame.getBoundingClientRect();
    left += box.left + frame.clientLeft;
    top += box.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  return [left, top];
}
