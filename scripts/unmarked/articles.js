/**
 * Articles that nobody marked, read by the engine: for measures that take their answers from elsewhere in the text.
 *
 * They are those of Baly et al., "We Can Detect Your Bias" (EMNLP 2020): 37,554 of 487 sources, 2012-20. They are other
 * people's texts and never stand in this repository.
 *
 *     git clone https://github.com/ramybaly/Article-Bias-Prediction ../articles
 *     cargo build --release && node scripts/unmarked/same-words.js ../articles/data/jsons
 */
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** @typedef {[number, number]} Offsets in code points */
/** @typedef {{ clause: string | null, reason: string | null }} Anonymity */
/** @typedef {{ source: Offsets[], cue: Offsets[], content: Offsets[], identity: string, quoting: string, depth: number, confidence: number, speaker: string | null, is_probable: boolean, speaker_confidence: number | null, anonymity: Anonymity | null }} Attribution */

/** Shorter articles are teasers, longer ones transcripts; in characters. */
const [SHORTEST, LONGEST] = [800, 20_000];

/** The texts of a folder's articles by their ids. @param {string} folder @returns {Map<string, string>} */
export const readArticles = (folder) => {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const file of readdirSync(folder).sort()) {
    /** @type {{ ID: string, title: string, source: string, content_original?: string }} */
    const { ID, title, source, content_original: body = "" } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    // The Hill's pages carry the links of pop-ups inside their sentences.
    const isReadable = body.length >= SHORTEST && body.length <= LONGEST && source !== "The Hill";
    if (isReadable) texts.set(ID, `${title}\n\n${body}`);
  }
  return texts;
};

/** Where each code point of a text stands in its string, and where the last one ends. @param {string[]} points */
export const places = (points) => {
  let place = 0;
  return [0, ...points.map((point) => (place += point.length))];
};

/** What the engine finds in each text, one after the other. @param {Map<string, string>} texts */
export async function* analyze(texts) {
  const engine = spawn(
    "target/release/sourcelight",
    ["analyze", "--from", "jsonl", "--language", "en", "--jsonl", "-"],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  Readable.from([...texts].map(([id, text]) => `${JSON.stringify({ id, text })}\n`)).pipe(engine.stdin);
  for await (const line of createInterface({ input: engine.stdout })) {
    /** @type {{ id: string, attributions: Attribution[] }} */
    const { id, attributions } = JSON.parse(line);
    yield { id, points: [...(texts.get(id) ?? "")], attributions };
  }
}
