/**
 * Injected after main.js into pages of the sites that the reader chose: turns the marks on by itself. A page that the
 * browser prerenders gets its marks when it is shown.
 */
const { sourcelight } = /** @type {{ sourcelight?: import("./reader.js").Reader }} */ (globalThis);
const show = () => void sourcelight?.show(false);

if (/** @type {any} */ (document).prerendering) document.addEventListener("prerenderingchange", show, { once: true });
else show();
