/**
 * The core in the background: started on first use and kept as long as the browser keeps the background.
 *
 * It runs here and not in the page because Chromium applies a page's Content-Security-Policy to WebAssembly in content
 * scripts.
 *
 * @import { AnalysisView, PhraseGroup, Settings } from "../../target/core/core.js"
 * @import { Numbers } from "../shared/messages.js"
 */
import instantiate, { Core, phraseProblems } from "../../target/core/core.js";

/** Loads the module from the extension's own package. */
export async function fromPackage() {
  const bytes = await fetch(chrome.runtime.getURL("core_bg.wasm"));
  return instantiate({ module_or_path: await bytes.arrayBuffer() });
}

/**
 * Read once, paragraph by paragraph, until the first page's text arrives. Browsers compile a function when it is first called;
 * this text calls most of them.
 */
const WARM_UP =
  `“We will not take any risk,” Mayor Anna Beck said on Tuesday. “The bridge is likely to close.” She told reporters \
that the city was talking to two builders, and that she hoped for an answer.

A person familiar with the talks, who spoke on condition of anonymity because they were not authorised to speak publicly, said \
the cost could be close to €90 million. According to a report by the road agency, one cable in five is worn. Critics say the \
city reacted too late. It is believed that repairs were advised in 2019.

Marek Dunn, who runs the ferry, denied that a strike was planned. “It’s almost certain that we’ll carry them,” he added.`.split(
    "\n\n",
  );

/** Lets a message that waits be answered first. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

export class LazyCore {
  #load;
  /** @type {Promise<unknown> | undefined} */
  #module;
  /** Kept for the next page, since most pages are read with the same settings. @type {Core | undefined} */
  #core;
  #settings = "";
  /** What is still to be read before the first page; nothing is once a page has been. */
  #warmUp = [...WARM_UP];

  /** @param {() => Promise<unknown>} load makes the module usable; called once, when it is needed */
  constructor(load) {
    this.#load = load;
  }

  /** Resolves when the module can be used. */
  start() {
    return (this.#module ??= this.#load());
  }

  /**
   * Gets ready for a page whose text is being collected: what the first page costs then passes while the page side works.
   *
   * @param {Settings} settings with which it will be read
   */
  async prepare(settings) {
    await this.start();
    this.#coreFor(settings);
    while (this.#warmUp.length > 0) {
      await turn();
      const paragraph = this.#warmUp.shift();
      if (paragraph) this.#coreFor(settings).analyze(paragraph);
    }
  }

  /** @param {Settings} settings */
  #coreFor(settings) {
    const wanted = JSON.stringify(settings);
    if (this.#core && wanted === this.#settings) return this.#core;
    this.#core?.free();
    this.#settings = wanted;
    return (this.#core = new Core(settings));
  }

  /**
   * Finds phrases in a sample, before they are used on pages.
   *
   * @param {string} text
   * @param {PhraseGroup[]} groups
   */
  async tryPhrases(text, groups) {
    await this.start();
    const tried = new Core({ phrases: groups });
    const { phrases } = tried.analyze(text);
    tried.free();
    return { phrases, problems: phraseProblems(groups) };
  }

  /**
   * Analyzes a page's text, whose blocks are separated by an empty line.
   *
   * @param {string} text
   * @param {Settings | Promise<Settings>} settings
   * @param {Numbers} [without] marks that are left out
   * @returns {Promise<{ analysis: AnalysisView, milliseconds: number }>} the analysis, with offsets in UTF-16 code units as
   *   in JavaScript's strings, and the time that the core took
   */
  async analyze(text, settings, without = { attributions: [], hedges: [] }) {
    // Before anything is waited for: a paragraph that is read now makes the page wait.
    this.#warmUp = [];
    await this.start();
    const core = this.#coreFor(await settings);
    const began = performance.now();
    const [attributions, hedges] = [without.attributions, without.hedges].map((each) => Uint32Array.from(each));
    const analysis = core.analyzeWithout(text, attributions, hedges);
    return { analysis, milliseconds: performance.now() - began };
  }
}
