/**
 * Reads the same texts with the core and with what others offer JavaScript for English text, in turns, so that their ratio does
 * not depend on what else the machine is doing. Runs in a page of either browser and in Node.
 *
 * They do different work: the core finds who says what; wink-nlp and compromise find sentences and parts of speech; harper.js
 * checks the grammar.
 */
import nlp from "compromise";
import { LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import instantiate, { Core } from "../../target/core/core.js";

/** Of each reader: its first text with all that has to be loaded for it, and every text after that. @typedef {Record<string, number[]>} Times */

/** What makes a reader ready and returns it. @type {Record<string, (core: BufferSource) => Promise<(text: string) => unknown>>} */
const READERS = {
  async sourcelight(bytes) {
    await instantiate({ module_or_path: bytes });
    const core = new Core();
    return (text) => core.analyze(text);
  },
  async "wink-nlp"() {
    const wink = winkNLP(model, ["sbd", "pos"]);
    return (text) => {
      const doc = wink.readDoc(text);
      doc.sentences().out();
      doc.tokens().out(wink.its.pos);
    };
  },
  async compromise() {
    return (text) => nlp(text).sentences().json();
  },
  async "harper.js"() {
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return (text) => linter.lint(text);
  },
};

/** Those that take a hundred times as long read only one text of so many. */
const SELDOM = 20;
const SLOW = new Set(["compromise", "harper.js"]);

/**
 * @param {string[]} texts
 * @param {BufferSource} core the compiled core
 * @returns {Promise<Times>} milliseconds
 */
export async function readAll(texts, core) {
  /** @type {Times} */
  const times = {};
  /** @type {Record<string, (text: string) => unknown>} */
  const readers = {};
  for (const [name, prepare] of Object.entries(READERS)) {
    const began = performance.now();
    readers[name] = await prepare(core);
    await readers[name](texts[0]);
    times[name] = [performance.now() - began];
  }
  for (const [number, text] of texts.slice(1).entries()) {
    for (const [name, read] of Object.entries(readers)) {
      if (SLOW.has(name) && number % SELDOM > 0) continue;
      const began = performance.now();
      await read(text);
      times[name].push(performance.now() - began);
    }
  }
  return times;
}
