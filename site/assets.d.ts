/** What the bundler puts into the scripts; see scripts/site.js. */
declare module "*.txt" {
  const text: string;
  export default text;
}

declare module "*.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The messages of the interface in English. */
declare const MESSAGES: import("../scripts/locales.js").Messages;

/** Of the extension. */
declare const VERSION: string;
