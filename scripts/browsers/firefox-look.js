/**
 * Firefox's page as a reader with such a window and such preferences sees it.
 *
 * @import { Look } from "./browser.js"
 * @import { Marionette } from "./marionette.js"
 */
import { poll } from "./wait.js";

/** Firefox does not make windows narrower than this; the page is zoomed instead. */
const NARROWEST_WINDOW = 600;

/** @param {Marionette} marionette @param {Look} look */
export async function lookAt(
  marionette,
  { width = 1100, height = 820, scheme = "light", forcedColors = false, reducedMotion = false },
) {
  const inBrowser = (/** @type {string} */ body, /** @type {any[]} */ ...values) =>
    marionette.run("chrome", body, values);
  const zoom = width < NARROWEST_WINDOW ? 2 : 1;
  const preferences = {
    "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
    "browser.display.document_color_use": forcedColors ? 2 : 1,
    "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
  };
  await inBrowser(
    `const [size, zoom, preferences] = values;
     for (const [name, value] of Object.entries(preferences)) Services.prefs.setIntPref(name, value);
     window.ZoomManager.setZoomForBrowser(window.gBrowser.selectedBrowser, zoom);`,
    { width, height },
    zoom,
    preferences,
  );
  const resize = `
    const [size, zoom] = values;
    const { width, height } = window.gBrowser.selectedBrowser.getBoundingClientRect();
    const more = [Math.round(size.width * zoom - width), Math.round(size.height * zoom - height)];
    if (more.some(Boolean)) window.resizeBy(...more);
    return !more.some(Boolean);`;
  await poll(() => inBrowser(resize, { width, height }, zoom), { what: "the window's size" });
  const isSeen = `
    const [width, scheme, forcedColors, reducedMotion] = values;
    const has = (feature) => matchMedia("(" + feature + ")").matches;
    return Math.abs(innerWidth - width) <= 1 && has("prefers-color-scheme: " + scheme) &&
      has("forced-colors: active") === forcedColors && has("prefers-reduced-motion: reduce") === reducedMotion;`;
  await poll(() => marionette.run("content", isSeen, [width, scheme, forcedColors, reducedMotion]), {
    what: "the page's new looks",
  });
}
