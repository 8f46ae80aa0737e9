/** Only messages of ours are accepted, wherever they come from. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ANSWER, FOUND, FROM_PAGE, FROM_PANEL, isOne, TO_PAGE, TO_PANEL } from "../../extension/shared/messages.js";

const REPORT = { words: 4, attributed_words: 2, sources: [], standings: [], passages: [], hedges: [], own_hedges: [] };
const ATTRIBUTION = {
  source: [[0, 3]],
  cue: [[4, 8]],
  content: [],
  mentions: [],
  identity: "named",
  standing: "named",
  attitude: "statement",
  quoting: "direct",
  speaker: null,
  is_probable: false,
  anonymity: null,
  reason: { rule: "model", words: [] },
};
const HEDGE = { span: [0, 3], kind: "modal", range: null, language: "en", reason: { rule: "modal", words: [] } };
const PHRASE = { span: [9, 11], group: 0, name: "Weasel words", phrase: "so" };
/** @param {object} analysis */
const found = (analysis) => ({
  text: "Ann said so.",
  analysis: {
    attributions: [ATTRIBUTION],
    hedges: [HEDGE],
    phrases: [PHRASE],
    read_to: null,
    report: REPORT,
    ...analysis,
  },
});
const PAGE = { title: "", url: "https://example.org/", published: null };

/** @param {import("valibot").GenericSchema} schema @param {unknown[]} good @param {unknown[]} bad */
function check(schema, good, bad) {
  for (const message of good) assert.ok(isOne(schema, message), JSON.stringify(message));
  for (const message of bad) assert.ok(!isOne(schema, message), JSON.stringify(message));
}

test("what the background takes", () => {
  const settings = { sureness: "more", beliefs: true, asides: true };
  check(
    FROM_PAGE,
    [
      { type: "analyze", text: "", settings },
      { type: "analyze", text: "", settings, without: { attributions: [0], hedges: [] } },
      { type: "options" },
      { type: "state", tab: { state: "on", count: 3, extent: "whole" } },
    ],
    [
      undefined,
      null,
      "options",
      [],
      { type: "toString" },
      { type: "analyze", text: 5, settings },
      { type: "analyze", text: "", settings, without: { attributions: [-1], hedges: [] } },
      { type: "analyze", text: "", settings: { sureness: "all", beliefs: true, asides: true } },
      { type: "state", tab: { state: "on", count: -1, extent: "whole" } },
      { type: "state", tab: { state: "problem", problem: "actionOn" } },
    ],
  );
});

test("what the page side takes", () => {
  check(
    TO_PAGE,
    [{ type: "toggle" }, { type: "step", by: -1, to: "unnamed" }],
    [{}, { type: "step", by: 2, to: "mark" }, { type: "step", by: 1 }, { type: "analyze" }],
  );
  check(FROM_PANEL, [{ type: "jump", mark: "a12" }], [{ type: "jump", mark: "__proto__" }, { type: "jump" }]);
});

test("what the background answers", () => {
  check(
    ANSWER,
    [{ analysis: {}, milliseconds: 0.5 }, { error: "Error: no memory" }],
    [null, {}, { analysis: {} }, { analysis: {}, milliseconds: -1 }, { analysis: {}, milliseconds: NaN }],
  );
});

test("an analysis points into its text, and its report into the analysis", () => {
  const source = {
    identity: "named",
    standing: "named",
    is_unclear: false,
    is_probable: false,
    statements: [0],
    told_by: 0,
    words: 2,
    hedges: [],
  };
  check(
    FOUND,
    [found({}), found({ report: { ...REPORT, sources: [source] } })],
    [
      { text: "Ann said so.", analysis: undefined },
      found({ hedges: [{ ...HEDGE, span: [5, 13] }] }),
      found({ hedges: [{ ...HEDGE, span: [5, 5] }] }),
      found({ hedges: [{ ...HEDGE, span: [-1, 5] }] }),
      found({ hedges: [{ ...HEDGE, span: [0.5, 5] }] }),
      found({ attributions: [{ ...ATTRIBUTION, source: null }] }),
      found({ report: { ...REPORT, sources: [{ ...source, told_by: 1 }] } }),
      found({ report: { ...REPORT, hedges: [{ range: null, hedges: [7] }] } }),
      found({ report: { ...REPORT, hedges: [{ range: null, hedges: ["length"] }] } }),
      found({ report: { ...REPORT, sources: [{ ...source, statements: "0" }] } }),
      found({ hedges: { 0: HEDGE } }),
      found({ hedges: [null] }),
      found({ phrases: [{ ...PHRASE, span: [9, 13] }] }),
      found({ phrases: [{ ...PHRASE, name: null }] }),
      found({ report: { ...REPORT, passages: [{ statement: 1, start: 0, words: 1 }] } }),
    ],
  );
});

test("what a panel takes leads to pages and nowhere else", () => {
  check(
    TO_PANEL,
    [
      { type: "found", found: null, extent: "whole", page: PAGE },
      { type: "at", mark: null },
      { type: "links", links: { a0: "https://example.org/#:~:text=so" } },
    ],
    [
      { type: "found", found: null, extent: "whole", page: { ...PAGE, url: "javascript:run()" } },
      { type: "found", found: null, extent: "whole", page: { ...PAGE, url: "no address" } },
      { type: "found", found: null, extent: "some", page: PAGE },
      { type: "links", links: { a0: "javascript:run()" } },
      { type: "links", links: { a0: "data:text/html,x" } },
    ],
  );
});

test("nobody else is listened to", () => {
  const manifest = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
  assert.equal(manifest.externally_connectable, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
});
