/**
 * A page's text as the browser's own search sees it, navigation and teasers included: that is where a text fragment
 * must be unique. Lines end where no match may reach across: at blocks, line breaks and pictures.
 *
 * Beside blocks.js, which reads an article for the core, this reads everything and keeps no order of prose.
 *
 * @import { Piece } from "./ranges.js"
 */

/** Not searched, and no border either. */
const UNSEEN = new Set(["script", "style", "noscript", "template", "sourcelight-ui"]);
/** Not searched, and drawn as one piece that no match reaches across. */
const REPLACED = new Set(
  "img svg math canvas audio video picture iframe object embed select textarea input meter progress".split(" "),
);

const BLOCK = /^(?:block|table|flow-root|grid|flex|list-item|table-(?:cell|row|caption))/;

/** White space as it is drawn, and what is drawn as nothing. */
const UNDRAWN = /\s+|[\u00ad\u200b\u2060]+/g;

/** Words of one text node. @typedef {{ at: number, offset: number, length: number }} Stretch */

export class SearchableText {
  text = "";
  /** @type {Map<Text, Stretch[]>} */
  #stretches = new Map();
  #gap = "";

  /** @param {Element} root */
  constructor(root) {
    this.#readElement(root);
  }

  /**
   * Where a piece of the page begins and ends in the text; null where the browser's search does not see it.
   *
   * @param {Piece} piece
   * @returns {[number, number] | null}
   */
  find({ node, start, end }) {
    const touched = (this.#stretches.get(node) ?? []).filter(
      ({ offset, length }) => offset < end && offset + length > start,
    );
    const [first, last] = [touched[0], touched[touched.length - 1]];
    if (!first) return null;
    return [first.at + Math.max(0, start - first.offset), last.at + Math.min(last.length, end - last.offset)];
  }

  /** @param {Element} element */
  #readElement(element) {
    const name = element.localName;
    if (UNSEEN.has(name)) return;
    if (name === "br" || REPLACED.has(name)) return this.#separate("\n");
    const { display, visibility } = getComputedStyle(element);
    if (display === "none") return;
    const isBlock = BLOCK.test(display);
    if (isBlock) this.#separate("\n");
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.ELEMENT_NODE) this.#readElement(/** @type {Element} */ (child));
      else if (child.nodeType === Node.TEXT_NODE && visibility === "visible")
        this.#readText(/** @type {Text} */ (child));
    }
    if (isBlock) this.#separate("\n");
  }

  /** @param {Text} node */
  #readText(node) {
    let from = 0;
    for (const hit of node.data.matchAll(UNDRAWN)) {
      this.#add(node, from, hit.index);
      if (/\s/.test(hit[0])) this.#separate(" ");
      from = hit.index + hit[0].length;
    }
    this.#add(node, from, node.data.length);
  }

  /** @param {string} gap */
  #separate(gap) {
    if (this.#gap !== "\n") this.#gap = gap;
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   */
  #add(node, from, to) {
    if (from >= to) return;
    if (this.text !== "") this.text += this.#gap;
    this.#gap = "";
    const stretch = { at: this.text.length, offset: from, length: to - from };
    const stretches = this.#stretches.get(node);
    if (stretches) stretches.push(stretch);
    else this.#stretches.set(node, [stretch]);
    this.text += node.data.slice(from, to);
  }
}
