/**
 * Page sides outlive their extension: when it is updated, disabled or removed, nobody is left to switch off the marks on
 * open pages. Chromium lets such an orphan run on, so it looks for itself and ends; Firefox stops it dead where it is, so
 * that the next page side clears up after it.
 */
import { isOurSheet, NAMES, register } from "./highlights.js";
import { HOST, treesIn } from "./tree.js";

/** How a new page side wakes an old one on the same page. */
const KNOCK = "sourcelight-knock";
/** With each of these the reader may be about to meet the marks. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll", "focus", "visibilitychange", KNOCK];

/**
 * @param {() => void} act called before anything else of ours hears of the event
 * @param {AbortSignal} signal ends the watch
 */
export function whenOrphaned(act, signal) {
  const look = () => chrome.runtime?.id || act();
  for (const sign of SIGNS) window.addEventListener(sign, look, { capture: true, passive: true, signal });
}

/** Ends what an orphan left on the page. */
export function clearRemains() {
  for (const host of document.querySelectorAll(`:root > ${HOST}:empty`)) {
    host.dispatchEvent(new Event(KNOCK));
    host.remove();
  }
  const drawn = NAMES.filter((name) => CSS.highlights.delete(name));
  // Whoever drew anywhere dressed the document too: most pages need not be searched.
  if (drawn.length === 0 && !document.adoptedStyleSheets.some(isOurSheet)) return;
  for (const root of treesIn(document)) {
    const view = /** @type {Document} */ (root).defaultView;
    if (view) for (const name of NAMES) register(/** @type {typeof window} */ (view), name, null);
    if (!root.adoptedStyleSheets.some(isOurSheet)) continue;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !isOurSheet(sheet));
  }
}
