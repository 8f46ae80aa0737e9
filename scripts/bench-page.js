/** What runs in the page for `./build.sh bench`; see bench.js. */
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import instantiate, { Core } from "../target/core/core.js";

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** @param {() => void} work */
function milliseconds(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** @type {any} */ (globalThis).bench = async (/** @type {string[]} */ texts) => {
  const bytes = await (await fetch("/dist/core_bg.wasm")).arrayBuffer();
  const started = performance.now();
  await instantiate({ module_or_path: bytes });
  const core = new Core();
  const start = performance.now() - started;
  const nlp = winkNLP(model, ["sbd", "pos"]);
  const readByWink = (/** @type {string} */ text) => {
    const doc = nlp.readDoc(text);
    doc.sentences().out();
    doc.tokens().out(nlp.its.pos);
  };
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const wink = [];
  for (const text of texts) {
    ours.push(milliseconds(() => core.analyze(text)));
    wink.push(milliseconds(() => readByWink(text)));
  }
  const half = texts.length >> 1;
  const summary = (/** @type {number[]} */ times) => ({
    first: times[0],
    cold: median(times.slice(0, half)),
    warm: median(times.slice(half)),
  });
  return { start, ours: summary(ours), wink: summary(wink) };
};
