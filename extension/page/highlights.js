/**
 * Draws marks with the CSS Custom Highlight API: the page's DOM is not touched.
 *
 * What was registered is kept here, since Firefox lets no content script walk the registry. Where a page is read again,
 * what is still the same stays as it is and is not drawn anew.
 *
 * @import { Offsets } from "../../target/core/core.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { Mark } from "./marks.js"
 * @import { RangeFinder } from "./ranges.js"
 * @import { Slices } from "./slices.js"
 * @import { Root } from "./watch.js"
 */
import { STYLES } from "../shared/settings.js";
import { highlightStyles } from "./highlight-styles.js";

/** Below the marks, which stay to be seen in it. */
const FOCUS_PRIORITY = -1;
const FOCUS = "sourcelight-focus";

/** Every name of ours in the page's registry. */
export const NAMES = [...STYLES.map((style) => `sourcelight-${style}`), FOCUS];

/** A range, whose two ends are in one document. */
const windowOf = (/** @type {StaticRangeInit} */ { startContainer }) =>
  /** @type {Window & typeof globalThis} */ (startContainer.ownerDocument?.defaultView ?? window);

/**
 * Registers a highlight in a window, or takes it out again. What Firefox shows a content script of another window's `CSS`
 * leads back to the content script's own window, so that a frame's is asked for as its page would; where that page has
 * put something else in its place, nothing is drawn.
 *
 * @param {Window & typeof globalThis} view
 * @param {string} name
 * @param {Highlight | null} highlight
 */
export function register(view, name, highlight) {
  const { wrappedJSObject } = /** @type {any} */ (view);
  try {
    /** @type {HighlightRegistry} */
    const registry = (view !== window && wrappedJSObject ? wrappedJSObject : view).CSS.highlights;
    if (highlight) registry.set(name, highlight);
    else registry.delete(name);
  } catch (error) {
    if (view === window) throw error;
  }
}

/** All that is drawn under one name, in the registry of each document that has some of it. */
class Layer {
  #name;
  #priority;
  /** @type {Map<Window & typeof globalThis, Highlight>} */
  #highlights = new Map();
  /** @type {Map<Node, StaticRange[]>} by the node where they begin */
  #ranges = new Map();
  /** What was there before and is not there again yet. @type {Map<Node, StaticRange[]>} */
  #before = new Map();

  /**
   * @param {string} name
   * @param {number} priority
   */
  constructor(name, priority) {
    this.#name = name;
    this.#priority = priority;
  }

  /** Puts it where it belongs, again where the page emptied its registry; a frame that is gone has none. */
  register() {
    for (const [view, highlight] of this.#highlights) {
      if (view.closed) this.#highlights.delete(view);
      else register(view, this.#name, highlight);
    }
  }

  begin() {
    this.register();
    for (const [node, ranges] of this.#ranges) this.#before.set(node, [...(this.#before.get(node) ?? []), ...ranges]);
    this.#ranges = new Map();
  }

  /** @param {StaticRangeInit} wanted */
  put(wanted) {
    const old = this.#before.get(wanted.startContainer) ?? [];
    const at = old.findIndex((range) => isSame(range, wanted));
    const range = at < 0 ? this.#draw(wanted) : old.splice(at, 1)[0];
    const ranges = this.#ranges.get(wanted.startContainer);
    if (ranges) ranges.push(range);
    else this.#ranges.set(wanted.startContainer, [range]);
  }

  /** Takes away what was not put again. */
  finish() {
    const gone = [...this.#before.values()].flat();
    this.#before.clear();
    for (const [view, highlight] of this.#highlights) {
      for (const range of gone) highlight.delete(range);
      if (highlight.size > 0) continue;
      register(view, this.#name, null);
      this.#highlights.delete(view);
    }
  }

  end() {
    for (const view of this.#highlights.keys()) register(view, this.#name, null);
  }

  /** @param {StaticRangeInit} wanted */
  #draw(wanted) {
    const view = windowOf(wanted);
    const range = new view.StaticRange(wanted);
    let highlight = this.#highlights.get(view);
    if (!highlight) {
      highlight = new view.Highlight();
      highlight.priority = this.#priority;
      this.#highlights.set(view, highlight);
      register(view, this.#name, highlight);
    }
    highlight.add(range);
    return range;
  }
}

/** @param {AbstractRange} range @param {StaticRangeInit} wanted that begins in the same node */
const isSame = (range, wanted) =>
  range.startOffset === wanted.startOffset &&
  range.endContainer === wanted.endContainer &&
  range.endOffset === wanted.endOffset;

export class Highlights {
  #css;
  #layers = new Map(STYLES.map((style, priority) => [style, new Layer(`sourcelight-${style}`, priority)]));
  #focus = new Layer(FOCUS, FOCUS_PRIORITY);
  /** @type {Map<Root, CSSStyleSheet>} */
  #sheets = new Map();

  /** @param {Settings["looks"]} looks */
  constructor(looks) {
    this.#css = highlightStyles(looks);
  }

  /**
   * @param {Mark[]} marks
   * @param {RangeFinder} finder
   * @param {Root[]} roots all that the marks stand in
   * @param {Slices} slices
   */
  async show(marks, finder, roots, slices) {
    this.#dress(roots);
    for (const layer of this.#layers.values()) layer.begin();
    for (const { rest } of marks) {
      if (slices.isOver) await slices.next();
      for (const { style, span } of rest) for (const range of finder.ranges(span)) this.#layers.get(style)?.put(range);
    }
    for (const layer of this.#layers.values()) layer.finish();
  }

  /**
   * @param {Offsets[]} spans what the pointer or the keyboard is on
   * @param {RangeFinder} finder
   */
  focus(spans, finder) {
    this.#focus.begin();
    for (const span of spans) for (const range of finder.ranges(span)) this.#focus.put(range);
    this.#focus.finish();
  }

  /** Brings back the marks where the page removed them or their style, which it may do again. */
  restore() {
    this.#dress([...this.#sheets.keys()]);
    for (const layer of this.#layers.values()) layer.register();
  }

  end() {
    for (const layer of [...this.#layers.values(), this.#focus]) layer.end();
    this.#dress([]);
  }

  /** Highlights in a shadow tree take their style from there, and pages may replace what they have adopted. @param {Root[]} roots */
  #dress(roots) {
    for (const [root, sheet] of this.#sheets) {
      if (roots.includes(root)) continue;
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
      this.#sheets.delete(root);
    }
    for (const root of roots) {
      const sheet = this.#sheets.get(root);
      if (!sheet) this.#sheets.set(root, adopt(root, this.#css));
      else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }
}

/** Whether it is the marks' sheet of this page side or of one before. @param {CSSStyleSheet} sheet */
export const isOurSheet = ({ cssRules }) => cssRules[0]?.cssText.startsWith(`::highlight(${NAMES[0]})`) ?? false;

/**
 * @param {Root} root
 * @param {string} css
 */
export function adopt(root, css) {
  const { defaultView } = /** @type {Document} */ (root.ownerDocument ?? root);
  const sheet = new (defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return sheet;
}
