/**
 * The reading engine in the background: started on first use, kept as long as the browser lets the background live.
 *
 * It runs here and not in the page because Chromium applies a page's Content-Security-Policy to WebAssembly in content
 * scripts.
 *
 * @import { AnalysisView, Settings } from "../../target/core/core.js"
 */
import instantiate, { Core } from "../../target/core/core.js";

/** @type {Promise<unknown> | undefined} */
let module;
/** The core with the settings it was made for: it reads page after page with the same. @type {Core | undefined} */
let core;
let settingsOfCore = "";

async function start() {
  const bytes = await fetch(chrome.runtime.getURL("core_bg.wasm"));
  return instantiate({ module_or_path: await bytes.arrayBuffer() });
}

/**
 * Reads a page's text, its blocks separated by an empty line.
 *
 * @param {string} text
 * @param {Settings} settings
 * @returns {Promise<{ analysis: AnalysisView, milliseconds: number }>} offsets in UTF-16 code units, as JavaScript's
 *   strings count; how long the core was at work
 */
export async function analyze(text, settings) {
  module ??= start();
  await module;
  const wanted = JSON.stringify(settings);
  if (!core || wanted !== settingsOfCore) {
    core?.free();
    core = new Core(settings);
    settingsOfCore = wanted;
  }
  const began = performance.now();
  const analysis = core.analyze(text);
  return { analysis, milliseconds: performance.now() - began };
}
