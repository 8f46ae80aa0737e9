/**
 * Draws marks with the CSS Custom Highlight API, which leaves the page's DOM untouched.
 *
 * A highlight for each style says what is marked; that of the hedges also draws it. The others are drawn by finer ones over
 * them, since lines that lie over each other would all be seen.
 *
 * What was registered is remembered here, since Firefox does not let content scripts iterate over the registry. When a page
 * is read again, ranges that have not changed are kept and not drawn again.
 *
 * @import { Offsets } from "../../target/core/core.js"
 * @import { Settings } from "../shared/settings.js"
 * @import { Mark } from "./marks.js"
 * @import { RangeFinder } from "./ranges.js"
 * @import { Slices } from "./slices.js"
 * @import { Tree } from "./tree.js"
 */
import { STYLES } from "../shared/settings.js";
import { DRAWN_KINDS } from "../shared/underline.js";
import { highlightStyles, lineName } from "./highlight-styles.js";
import { isDead } from "./tree.js";

/** What each style marks, in the order in which they lie over each other. */
const OF_STYLES = STYLES.map((style) => `sourcelight-${style}`);
/** Over them, the lines. */
const OF_LINES = DRAWN_KINDS.map(lineName).filter((name) => !OF_STYLES.includes(name));
/** Below the marks, so that their lines stay visible: the lit words, and below these the tinted ones. */
const FOCUS = "sourcelight-focus";
const CONTENT = "sourcelight-content";

/** All our names in the page's registry. */
export const NAMES = [...OF_STYLES, ...OF_LINES, FOCUS, CONTENT];

/** The window that a range belongs to; both of its ends are in one document. */
const windowOf = (/** @type {StaticRangeInit} */ { startContainer }) =>
  /** @type {Window & typeof globalThis} */ (startContainer.ownerDocument?.defaultView ?? window);

/**
 * Registers a highlight in a window, or removes it. In Firefox a content script that accesses the `CSS` of another window
 * gets that of its own window. The registry of a frame is therefore accessed as the frame's own scripts would do it; where
 * these have replaced it by something else, nothing is drawn.
 *
 * @param {Window & typeof globalThis} view
 * @param {string} name
 * @param {Highlight | null} highlight
 */
export function register(view, name, highlight) {
  try {
    const { wrappedJSObject } = /** @type {any} */ (view);
    /** @type {HighlightRegistry} */
    const registry = (view !== window && wrappedJSObject ? wrappedJSObject : view).CSS.highlights;
    if (highlight) registry.set(name, highlight);
    else registry.delete(name);
  } catch (error) {
    if (view === window) throw error;
  }
}

/** All ranges that are drawn under one name, which can be in the registries of several documents. */
class Layer {
  #name;
  #priority;
  /** @type {Map<Window & typeof globalThis, Highlight>} */
  #highlights = new Map();
  /** By the node in which they begin. @type {Map<Node, StaticRange[]>} */
  #ranges = new Map();
  /** Ranges of the last drawing that have not been put again so far. @type {Map<Node, StaticRange[]>} */
  #before = new Map();

  /**
   * @param {string} name
   * @param {number} priority
   */
  constructor(name, priority) {
    this.#name = name;
    this.#priority = priority;
  }

  /** Registers all highlights, again where the page emptied its registry. Frames that are gone are dropped. */
  register() {
    for (const [view, highlight] of this.#highlights) {
      if (isDead(view) || view.closed) this.#highlights.delete(view);
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

  /** Removes the ranges that were not put again. */
  finish() {
    const gone = [...this.#before.values()].flat().filter((range) => !isDead(range));
    this.#before.clear();
    for (const [view, highlight] of this.#highlights) {
      if (isDead(highlight)) continue;
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

/** @param {AbstractRange} range @param {StaticRangeInit} wanted begins in the same node */
const isSame = (range, wanted) =>
  range.startOffset === wanted.startOffset &&
  range.endContainer === wanted.endContainer &&
  range.endOffset === wanted.endOffset;

export class Highlights {
  #css;
  #isTinted;
  /** By name. */
  #layers = new Map([...OF_STYLES, ...OF_LINES].map((name, priority) => [name, new Layer(name, priority)]));
  #focus = new Layer(FOCUS, -1);
  #content = new Layer(CONTENT, -2);
  /** @type {Map<Tree, CSSStyleSheet>} */
  #sheets = new Map();

  /** @param {Settings} settings */
  constructor({ looks, tint }) {
    this.#css = highlightStyles(looks);
    this.#isTinted = tint;
  }

  get #resting() {
    return [...this.#layers.values(), this.#content];
  }

  /**
   * @param {Mark[]} marks
   * @param {RangeFinder} finder
   * @param {Tree[]} trees all trees that may hold marks
   * @param {Slices} slices
   */
  async show(marks, finder, trees, slices) {
    this.#addSheetTo(trees);
    for (const layer of this.#resting) layer.begin();
    for (const { rest, tinted, attribution } of marks) {
      if (slices.isOver) await slices.next();
      for (const { style, line, span } of rest) {
        const names = new Set([`sourcelight-${style}`, lineName(line)]);
        for (const range of finder.ranges(span)) for (const name of names) this.#layers.get(name)?.put(range);
      }
      const shaded = this.#isTinted ? (attribution?.content ?? []) : tinted;
      for (const span of shaded) for (const range of finder.ranges(span)) this.#content.put(range);
    }
    for (const layer of this.#resting) layer.finish();
  }

  /**
   * @param {Offsets[]} spans the words to light up, because the pointer or the keyboard is on their mark
   * @param {RangeFinder} finder
   */
  focus(spans, finder) {
    this.#focus.begin();
    for (const span of spans) for (const range of finder.ranges(span)) this.#focus.put(range);
    this.#focus.finish();
  }

  /** Restores the marks where the page has removed them or their style sheet. */
  restore() {
    this.#addSheetTo([...this.#sheets.keys()]);
    for (const layer of this.#resting) layer.register();
  }

  end() {
    for (const layer of [...this.#resting, this.#focus]) layer.end();
    this.#addSheetTo([]);
  }

  /** Adds the style sheet to each tree: shadow trees need their own, and pages may replace the sheets that they adopted. @param {Tree[]} trees */
  #addSheetTo(trees) {
    const drawn = trees.filter(isDrawn);
    for (const [tree, sheet] of this.#sheets) {
      if (drawn.includes(tree)) continue;
      if (!isDead(tree)) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((each) => each !== sheet);
      this.#sheets.delete(tree);
    }
    for (const tree of drawn) {
      const sheet = this.#sheets.get(tree);
      if (!sheet) this.#sheets.set(tree, adopt(tree, this.#css));
      else if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    }
  }
}

/** @param {Tree} tree */
const viewOf = (tree) => /** @type {Document} */ (tree.ownerDocument ?? tree).defaultView;

/** Whether a tree is still in a window: a frame can be removed while the core works. @param {Tree} tree */
const isDrawn = (tree) => !isDead(tree) && viewOf(tree) !== null;

/** Whether it is the marks' style sheet, of this page side or an earlier one. @param {CSSStyleSheet} sheet */
export const isOurSheet = ({ cssRules }) => cssRules[0]?.cssText.startsWith("::highlight(sourcelight-") ?? false;

/**
 * @param {Tree} tree
 * @param {string} css
 */
export function adopt(tree, css) {
  const sheet = new (viewOf(tree) ?? window).CSSStyleSheet();
  sheet.replaceSync(css);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  return sheet;
}
