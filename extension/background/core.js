/**
 * The core in the background: started on first use and kept as long as the browser keeps the background.
 *
 * It runs here and not in the page because Chromium applies a page's Content-Security-Policy to WebAssembly in content
 * scripts.
 *
 * @import { AnalysisView, PhraseGroup, Settings } from "../../target/core/core.js"
 */
import instantiate, { Core, phraseProblems } from "../../target/core/core.js";

/** @type {Promise<unknown> | undefined} */
let module;
/** Kept for the next page, since most pages are read with the same settings. @type {Core | undefined} */
let core;
let settingsOfCore = "";

async function start() {
  const bytes = await fetch(chrome.runtime.getURL("core_bg.wasm"));
  return instantiate({ module_or_path: await bytes.arrayBuffer() });
}

/** Resolves when the module can be used. */
const started = () => (module ??= start());

/**
 * Finds phrases in a sample, before they are used on pages.
 *
 * @param {string} text
 * @param {PhraseGroup[]} groups
 */
export async function tryPhrases(text, groups) {
  await started();
  const tried = new Core({ phrases: groups });
  const { phrases } = tried.analyze(text);
  tried.free();
  return { phrases, problems: phraseProblems(groups) };
}

/**
 * Analyzes a page's text, whose blocks are separated by an empty line.
 *
 * @param {string} text
 * @param {Settings} settings
 * @returns {Promise<{ analysis: AnalysisView, milliseconds: number }>} the analysis, with offsets in UTF-16 code units as
 *   in JavaScript's strings, and the time that the core took
 */
export async function analyze(text, settings) {
  await started();
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
