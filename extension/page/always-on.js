/** Put after the reader into pages of the sites that the reader chose: the marks come on by themselves. */
/** @type {{ sourcelight?: import("./reader.js").Reader }} */ (globalThis).sourcelight?.show();
