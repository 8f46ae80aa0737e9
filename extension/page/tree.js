/**
 * The page's tree as it is drawn, read past what a page can put in the way.
 *
 * A form answers to the names of its fields: where one is called `firstChild`, the form's own `firstChild` is that
 * field. What is asked of any element at all is therefore asked through the prototypes. Children are taken as they are
 * when an element is entered, so that a page that changes while it is read can lead nowhere.
 *
 * @import { Slices } from "./slices.js"
 * @import { Root } from "./watch.js"
 */

/**
 * @template T
 * @param {object} prototype
 * @param {string} name
 * @returns {(node: Node) => T}
 */
function getter(prototype, name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node);
}

const firstChild = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "firstChild");
const nextSibling = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "nextSibling");
const nodeType = /** @type {typeof getter<number>} */ (getter)(Node.prototype, "nodeType");
export const parentElement = /** @type {typeof getter<Element | null>} */ (getter)(Node.prototype, "parentElement");
export const localName = /** @type {typeof getter<string>} */ (getter)(Element.prototype, "localName");

/** @param {Element} element @param {string} name @returns {string | null} */
export const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);

/** @param {Node} node @returns {node is Element} */
export const isElement = (node) => nodeType(node) === Node.ELEMENT_NODE;

/** @param {Element} element @returns {boolean} whether it is drawn, itself or (where it has no box) in its parent's */
export function isShown(element) {
  for (let each = /** @type {Element | null} */ (element); each; each = parentElement(each)) {
    if (Element.prototype.checkVisibility.call(each, { visibilityProperty: true })) return true;
    if (getComputedStyle(each).display !== "contents") return false;
  }
  return false;
}

/** @param {Element} element @returns {Node[]} what is drawn in it */
export function childrenOf(element) {
  const nodes = [];
  for (let child = firstChild(element); child; child = nextSibling(child)) nodes.push(child);
  return nodes;
}

/**
 * What a walk meets.
 *
 * @template C what is known of the surroundings
 * @typedef {object} Visitor
 * @property {(element: Element, outer: C) => C | null} enter returns what holds inside, or null to pass the element by
 * @property {(node: Text, around: C) => void} text
 * @property {(element: Element, inner: C) => void} leave
 */

/**
 * Walks all that is drawn in an element, in the order of the page; however deep, without recursion.
 *
 * @template C
 * @param {Element} root
 * @param {C} around
 * @param {Visitor<C>} visitor
 * @param {Slices} slices
 * @returns {Promise<Set<Root>>} the trees inside it that are not the element's own
 */
export async function walk(root, around, visitor, slices) {
  /** @type {Set<Root>} */
  const trees = new Set();
  /** @type {{ element: Element, inner: C, children: Node[], next: number }[]} */
  const path = [];
  const enter = (/** @type {Element} */ element, /** @type {C} */ outer) => {
    const inner = visitor.enter(element, outer);
    if (inner !== null) path.push({ element, inner, children: childrenOf(element), next: 0 });
  };
  enter(root, around);
  for (let last; (last = path.at(-1));) {
    if (slices.isOver) await slices.next();
    const node = last.children[last.next++];
    if (!node) {
      path.pop();
      visitor.leave(last.element, last.inner);
      continue;
    }
    if (isElement(node)) enter(node, last.inner);
    else if (nodeType(node) === Node.TEXT_NODE) visitor.text(/** @type {Text} */ (node), last.inner);
  }
  return trees;
}
