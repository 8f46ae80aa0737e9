/**
 * Marks without their text: reads documents as `../shared/gold.py make` writes them, one a line, and writes the lines of
 * `corpora/marks.jsonl`. The texts are other people's and never stand in this repository.
 */
import { createInterface } from "node:readline";

/** @typedef {[number, number]} Offsets in code points */
/** @typedef {{ source: Offsets[], cue: Offsets[], content: Offsets[], identity: string, attitude: string, depth: number, speaker?: string }} Attribution */
/** @typedef {{ span: Offsets, kind: string, scope: string }} Hedge */

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {{ id: string, text: string, attributions: Attribution[], hedges: Hedge[] }} */
  const { id, text, attributions, hedges } = JSON.parse(line);
  const marks = {
    id,
    length: [...text].length,
    attributions: attributions.map(({ source, cue, content, identity, attitude, depth, speaker }) => ({
      source,
      cue,
      content,
      identity,
      attitude,
      depth,
      ...(speaker && { speaker }),
    })),
    hedges: hedges.map(({ span, kind, scope }) => ({ span, kind, scope })),
  };
  console.log(JSON.stringify(marks));
}
