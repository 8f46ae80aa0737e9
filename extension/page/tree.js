/**
 * Reads the page's tree as it is drawn, whatever the page puts in the way.
 *
 * The fields of a form shadow the properties of the form: where a field is called `firstChild`, the form's `firstChild` is
 * that field. Properties are therefore read through the prototypes. The children of an element are listed when the walk
 * enters it, so that a page that changes during the walk cannot lead it astray.
 *
 * The getters are looked up once, because each access to a global of the page costs content scripts in Firefox a
 * microsecond, and a walk makes ten thousand of them.
 *
 * @import { Slices } from "./slices.js"
 */

/** A document or shadow tree. Observers and style sheets work inside one of them. @typedef {Document | ShadowRoot} Tree */

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

/** The name of the one element that we add to a page. */
export const HOST = "sourcelight-ui";

export const getComputedStyle = window.getComputedStyle.bind(window);

const firstChild = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "firstChild");
const nextSibling = /** @type {typeof getter<Node | null>} */ (getter)(Node.prototype, "nextSibling");
const openShadowRoot = /** @type {typeof getter<ShadowRoot | null>} */ (getter)(Element.prototype, "shadowRoot");
const nodeType = /** @type {typeof getter<number>} */ (getter)(Node.prototype, "nodeType");
const parentElement = /** @type {typeof getter<Element | null>} */ (getter)(Node.prototype, "parentElement");
export const localName = /** @type {typeof getter<string>} */ (getter)(Element.prototype, "localName");

/** Extensions may see closed shadow trees; each browser has its own function for it. @param {Element} element @returns {ShadowRoot | null} */
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

/** Whether an object is gone: Firefox lets nobody touch what belonged to a frame that was removed. @param {object} object */
export function isDead(object) {
  try {
    Reflect.has(object, "");
    return false;
  } catch {
    return true;
  }
}

/** @param {Node} node in any tree @returns {Element | null} its parent, or the element that holds its shadow tree or frame */
export function elementAround(node) {
  const parent = parentElement(node);
  if (parent) return parent;
  const root = getRootNode.call(node);
  if (isDocument(root)) return root.defaultView?.frameElement ?? null;
  return nodeType(root) === DOCUMENT_FRAGMENT_NODE ? (/** @type {ShadowRoot} */ (root).host ?? null) : null;
}

/** @param {Element} element @returns {boolean} whether its text is drawn; an element without a box is drawn as a part of its parent */
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

/** @param {Element} element @returns {Document | null} its document, where that is of the same site */
const framedBy = (element) => /** @type {HTMLIFrameElement} */ (element).contentDocument;

/** @param {Element} element @param {string} name its own @returns {ShadowRoot | null} */
const shadowRoot = (element, name) =>
  openShadowRoot(element) ?? (name.includes("-") ? closedShadowRoot(element) : null);

/** A tree and all shadow trees and documents of frames inside it, at any depth. @param {Tree} tree @returns {Generator<Tree>} */
export function* treesIn(tree) {
  yield tree;
  for (const element of tree.querySelectorAll("*")) {
    const name = localName(element);
    const inner = isFrame(name) ? framedBy(element) : shadowRoot(element, name);
    if (inner) yield* treesIn(inner);
  }
}

/**
 * The nodes that are drawn inside an element: those of its shadow tree where it has one, those assigned to a slot, those
 * of the document in a frame.
 *
 * @param {Element} element
 * @param {Set<Tree>} trees the tree of these nodes is added to it where that is another one
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
 * Is called for everything that a walk meets.
 *
 * @template C what the visitor knows about the surroundings of a node
 * @typedef {object} Visitor
 * @property {(element: Element, outer: C) => C | null} enter returns what is known inside the element, or null to skip it
 * @property {(node: Text, around: C) => void} text
 * @property {(element: Element, inner: C) => void} leave
 */

/**
 * Walks through everything that is drawn in an element, in the order of the page. Without recursion, so that no depth is
 * too much.
 *
 * @template C
 * @param {Element} root
 * @param {C} around
 * @param {Visitor<C>} visitor
 * @param {Slices} slices
 * @returns {Promise<Set<Tree>>} the trees inside it other than the element's own
 */
export async function walk(root, around, visitor, slices) {
  /** @type {Set<Tree>} */
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
