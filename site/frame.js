/** The first script of each frame: gives the extension's own scripts, which follow, what they take for the browser. */
const { frameElement } = window;
/** @type {any} */ (globalThis).chrome = /** @type {any} */ (window.parent).sourcelightFrames[frameElement?.id ?? ""];
