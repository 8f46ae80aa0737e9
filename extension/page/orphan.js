/**
 * When the extension is updated, disabled or removed, the page sides on open pages stay behind, and nothing turns their marks
 * off. In Chromium such a page side keeps running, notices that it is an orphan, and ends. In Firefox it is stopped at once,
 * and the next page side removes what it left.
 */
import { isOurSheet, NAMES, register } from "./highlights.js";
import { HOST, treesIn } from "./tree.js";

/** The event by which a new page side makes an old one on the same page check whether it is an orphan. */
const KNOCK = "sourcelight-knock";
/** Events at which the reader may be about to meet a mark. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll", "focus", "visibilitychange", KNOCK];

/**
 * @param {() => void} act called before our other listeners get the event
 * @param {AbortSignal} signal removes the listeners
 */
export function whenOrphaned(act, signal) {
  const look = () => chrome.runtime?.id || act();
  for (const sign of SIGNS) window.addEventListener(sign, look, { capture: true, passive: true, signal });
}

/** Removes what an orphan left on the page. */
export function clearRemains() {
  for (const host of document.querySelectorAll(`:root > ${HOST}:empty`)) {
    host.dispatchEvent(new Event(KNOCK));
    host.remove();
  }
  const drawn = NAMES.filter((name) => CSS.highlights.delete(name));
  // A page side that drew anything also added its style sheet to the document, so most pages need not be searched.
  if (drawn.length === 0 && !document.adoptedStyleSheets.some(isOurSheet)) return;
  for (const tree of treesIn(document)) {
    const view = /** @type {Document} */ (tree).defaultView;
    if (view) for (const name of NAMES) register(/** @type {typeof window} */ (view), name, null);
    if (!tree.adoptedStyleSheets.some(isOurSheet)) continue;
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => !isOurSheet(sheet));
  }
}
