/**
 * Put after the reader into pages of the sites that the reader chose: the marks come on by themselves, on a page that the
 * browser prepares in advance once it is shown.
 */
const { sourcelight } = /** @type {{ sourcelight?: import("./reader.js").Reader }} */ (globalThis);
const show = () => void sourcelight?.show();

if (/** @type {any} */ (document).prerendering) document.addEventListener("prerenderingchange", show, { once: true });
else show();
