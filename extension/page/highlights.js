/**
 * Draws marks with the CSS Custom Highlight API: the page's DOM is not touched.
 *
 * What was registered is kept here, since Firefox lets no content script walk the registry.
 *
 * @import { Offsets } from "../../target/core/core.js"
 * @import { Settings } from "../settings.js"
 * @import { Mark } from "./marks.js"
 * @import { RangeFinder } from "./ranges.js"
 */
import { STYLES } from "../settings.js";
import { highlightStyles } from "./highlight-styles.js";

const FOCUS = "sourcelight-focus";
/** Below the marks, which stay to be seen in it. */
const FOCUS_PRIORITY = -1;

/** Every name of ours in the page's registry. */
export const NAMES = [...STYLES.map((style) => `sourcelight-${style}`), FOCUS];

export class Highlights {
  #finder;
  #sheet;

  /**
   * @param {RangeFinder} finder
   * @param {Settings["looks"]} looks
   */
  constructor(finder, looks) {
    this.#finder = finder;
    this.#sheet = adopt(document, highlightStyles(looks));
  }

  /** @param {Mark[]} marks */
  show(marks) {
    for (const [priority, style] of STYLES.entries()) {
      const spans = marks.flatMap((mark) => mark.rest.filter((part) => part.style === style).map((part) => part.span));
      this.#register(`sourcelight-${style}`, spans, priority);
    }
  }

  /** @param {Offsets[]} spans what the pointer or the keyboard is on */
  focus(spans) {
    this.#register(FOCUS, spans, FOCUS_PRIORITY);
  }

  end() {
    for (const name of NAMES) CSS.highlights.delete(name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /**
   * @param {string} name
   * @param {Offsets[]} spans
   * @param {number} priority
   */
  #register(name, spans, priority) {
    const highlight = new Highlight();
    highlight.priority = priority;
    for (const span of spans) for (const range of this.#finder.ranges(span)) highlight.add(range);
    CSS.highlights.set(name, highlight);
  }
}

/** Whether it is the marks' sheet of this page side or of one before. @param {CSSStyleSheet} sheet */
export const isOurSheet = ({ cssRules }) => cssRules[0]?.cssText.startsWith(`::highlight(${NAMES[0]})`) ?? false;

/**
 * @param {Document | ShadowRoot} root
 * @param {string} css
 */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return sheet;
}
