/**
 * The page's tree as it is drawn, read past what a page can put in the way.
 *
 * A form answers to the names of its fields: where one is called `firstChild`, the form's own `firstChild` is that
 * field. What is asked of any element at all is therefore asked through the prototypes. Children are taken as they are
 * when an element is entered, so that a page that changes while it is read can lead nowhere.
 *
 * The functions are looked up once: a look into a global of the page's costs content scripts in Firefox a microsecond, and
 * a walk asks ten thousand times.
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

const { ELEMENT_NODE, TEXT_NODE, DOCUMENT_NODE, DOCUMENT_FRAGMENT_NODE } = Node;
const { getRootNode } = Node.prototype;
const { checkVisibility, getAttribute } = Element.prototype;

/** The name of the one element of ours that a page holds. */
export const HOST = "sourcelight-ui";

export const getComputedStyle = window.getComputedStyle.bind(window);

const firstChild = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "firstChild");
const nextSibling = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "nextSibling");
const openShadowRoot = /** @type {typeof getter<ShadowRoot | null>} */ (getter)(Element.prototype, "shadowRoot");
const nodeType = /** @type {typeof getter<number>} */ (getter)(Node.prototype, "nodeType");
const parentElement = /** @type {typeof getter<Element | null>} */ (getter)(Node.prototype, "parentElement");
export const localName = /** @type {typeof getter<string>} */ (getter)(Element.prototype, "localName");

/** Shown to extensions alone, by each browser in its way. @param {Element} element @returns {ShadowRoot | null} */
const closedShadowRoot = (element) =>
  /** @type {any} */ (element).openOrClosedShadowRoot ??
  globalThis.chrome?.dom?.openOrClosedShadowRoot(/** @type {HTMLElement} */ (element)) ??
  null;

/** @param {Element} element @param {string} name @returns {string | null} */
export const attribute = (element, name) => getAttribute.call(element, name);

/** @param {Node} node @returns {node is Element} */
export const isElement = (node) => nodeType(node) === ELEMENT_NODE;

/** @param {Node} node @returns {node is Document} */
export const isDocument = (node) => nodeType(node) === DOCUMENT_NODE;

/** @param {Node} node in whatever tree @returns {Element | null} the element around it, that of its shadow tree or frame too */
export function elementAround(node) {
  const parent = parentElement(node);
  if (parent) return parent;
  const root = getRootNode.call(node);
  if (isDocument(root)) return root.defaultView?.frameElement ?? null;
  return nodeType(root) === DOCUMENT_FRAGMENT_NODE ? (/** @type {ShadowRoot} */ (root).host ?? null) : null;
}

/** @param {Element} element @returns {boolean} whether its text is drawn: in itself or, where it has no box, around it */
export function isShown(element) {
  for (let each = /** @type {Element | null} */ (element); each; each = elementAround(each)) {
    const { display, contentVisibility } = getComputedStyle(each);
    if (contentVisibility === "hidden") return false;
    if (checkVisibility.call(each, { visibilityProperty: true })) return true;
    if (display !== "contents") return false;
  }
  return false;
}

/** @param {string} name of an element */
const isFrame = (name) => name === "iframe" || name === "frame";

/** @param {Element} element @returns {Document | null} what it frames, where pages of its own site are let see it */
const framedBy = (element) => /** @type {HTMLIFrameElement} */ (element).contentDocument;

/** @param {Element} element @param {string} name its own @returns {ShadowRoot | null} */
const shadowRoot = (element, name) =>
  openShadowRoot(element) ?? (name.includes("-") ? closedShadowRoot(element) : null);

/** A tree with all shadow trees and framed documents within, however deep. @param {Root} root @returns {Generator<Root>} */
export function* treesIn(root) {
  yield root;
  for (const element of root.querySelectorAll("*")) {
    const name = localName(element);
    const inner = isFrame(name) ? framedBy(element) : shadowRoot(element, name);
    if (inner) yield* treesIn(inner);
  }
}

/**
 * The nodes that are drawn in an element: those of its shadow tree before its own, those that a slot was given, those of
 * the document in a frame.
 *
 * @param {Element} element
 * @param {Set<Root>} trees gets the other tree that they stand in
 * @returns {Node[]}
 */
export function childrenOf(element, trees) {
  const name = localName(element);
  if (isFrame(name)) {
    const framed = framedBy(element);
    if (framed) trees.add(framed);
    return framed?.body ? [framed.body] : [];
  }
  const shadow = shadowRoot(element, name);
  if (shadow) trees.add(shadow);
  if (name === "slot") {
    const given = /** @type {HTMLSlotElement} */ (element).assignedNodes();
    if (given.length > 0) return given;
  }
  const isShut = name === "details" && attribute(element, "open") === null;
  const children = [];
  for (let child = firstChild(shadow ?? element); child; child = nextSibling(child)) {
    if (isShut && !(isElement(child) && localName(child) === "summary")) continue;
    children.push(child);
    if (isShut) break;
  }
  return children;
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
    if (inner !== null) path.push({ element, inner, children: childrenOf(element, trees), next: 0 });
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
    else if (nodeType(node) === TEXT_NODE) visitor.text(/** @type {Text} */ (node), last.inner);
  }
  return trees;
}
