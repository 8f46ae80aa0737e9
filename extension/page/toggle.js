/**
 * Injected after main.js when the reader presses the toolbar's button: turns the marks on or off.
 */
const { sourcelight } = /** @type {{ sourcelight?: import("./reader.js").Reader }} */ (globalThis);
sourcelight?.toggle();
