/**
 * The reading engine in the background: started on first use, kept as long as the browser lets the background live.
 *
 * It runs here and not in the page because Chromium applies a page's Content-Security-Policy to WebAssembly in content
 * scripts.
 *
 * @import { AnalysisView } from "../../target/core/core.js"
 */
import instantiate, { Core } from "../../target/core/core.js";

/** @type {Promise<Core> | undefined} */
let core;

async function start() {
  const module = await fetch(chrome.runtime.getURL("core_bg.wasm"));
  await instantiate({ module_or_path: await module.arrayBuffer() });
  return new Core();
}

/**
 * Reads a page's text, its blocks separated by an empty line.
 *
 * @param {string} text
 * @returns {Promise<AnalysisView>} offsets in UTF-16 code units, as JavaScript's strings count
 */
export async function analyze(text) {
  core ??= start();
  return (await core).analyze(text);
}
