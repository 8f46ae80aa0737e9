/** What the ledger says at a glance, in each language: correct plurals, one base for all shares, doubt kept. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LANGUAGES, messagesOf } from "../../scripts/locales.js";

/** @import { Ledger, Source } from "../../extension/shared/ledger.js" */

/** @param {string} language */
function speak(language) {
  const messages = messagesOf(language);
  /** @type {any} */ (globalThis).chrome = {
    i18n: {
      getMessage: (/** @type {string} */ name, /** @type {string[]} */ words = []) =>
        (messages[name]?.message ?? "").replace(/\$(\d)/g, (_, number) => words[number - 1] ?? ""),
    },
  };
}

beforeEach(() => speak("en"));

const { counted } = await import("../../extension/shared/dom.js");
const { baseOf, headlineOf, hedgesOf, leadersOf, unnamedOf } = await import("../../extension/shared/glance.js");

/** @param {Partial<Source> & { name: string }} given @returns {Source} */
const source = (given) => ({
  identity: "named",
  standing: "named",
  isUnclear: false,
  nameIs: "name",
  description: "",
  anonymity: null,
  words: 10,
  share: 0.1,
  hedges: 0,
  statements: [],
  passages: [],
  ...given,
});

/** @param {Source[]} sources @param {number} [ownHedges] @returns {Ledger} */
const ledger = (sources, ownHedges = 0) => ({
  words: 1000,
  attributedWords: 100,
  sources,
  standings: /** @type {const} */ (["named", "institution", "unnamed", "loose"]).map((standing) => {
    const members = sources.filter((each) => each.standing === standing);
    return { standing, sources: members.length, statements: 0, words: 0 };
  }),
  hedgeGroups: [],
  ownHedges,
  phraseGroups: [],
});

const official = source({
  name: "an official",
  nameIs: "description",
  identity: "unnamed",
  standing: "unnamed",
  anonymity: /** @type {any} */ ({ reason: "fear of reprisals", clause: null }),
});

test("numbers have their form in every language", () => {
  /** @type {Record<string, [number, string][]>} */
  const expected = {
    en: [
      [1, "1 voice"],
      [2, "2 voices"],
    ],
    de: [
      [1, "1 Stimme"],
      [2, "2 Stimmen"],
    ],
    es: [
      [1, "1 voz"],
      [2, "2 voces"],
    ],
    fr: [
      [1, "1 voix"],
      [2, "2 voix"],
    ],
    uk: [
      [1, "1 голос"],
      [3, "3 голоси"],
      [5, "5 голосів"],
      [21, "21 голос"],
    ],
  };
  for (const language of LANGUAGES) {
    speak(language);
    for (const [count, words] of expected[language]) assert.equal(counted("glanceVoices", count), words);
  }
});

test("the headline counts voices, says who says most, and how many are not named", () => {
  const beck = source({ name: "Anna Beck", share: 0.61 });
  assert.equal(
    headlineOf(ledger([beck, official])),
    "2 voices; 61% of the attributed words come from Anna Beck; 1 source is not named.",
  );
  const police = source({ name: "police", nameIs: "description", standing: "institution", share: 0.4 });
  assert.equal(
    headlineOf(ledger([police])),
    "1 voice; 40% of the attributed words come from “police”; no unnamed sources.",
  );
});

test("who is only probable, loose or not clear is said to be so", () => {
  const probable = source({ name: "Anna Beck", nameIs: "probable", share: 0.5 });
  const critics = source({ name: "Critics", nameIs: "description", identity: "vague", standing: "loose", share: 0.3 });
  const he = source({ name: "he", nameIs: "description", standing: "loose", isUnclear: true, share: 0.2 });
  assert.equal(
    headlineOf(ledger([probable, critics, he])),
    "1 voice; 50% of the attributed words come from Anna Beck (probably); no unnamed sources. For 20% it is not clear who speaks.",
  );
  assert.equal(headlineOf(ledger([critics])), "No voice on this page can be identified.");
});

test("those who are not named are described in the page's words, three of them, with their reason", () => {
  assert.equal(unnamedOf(ledger([source({ name: "Anna Beck" })])), "");
  assert.equal(unnamedOf(ledger([official])), "“an official” (“fear of reprisals”)");
  assert.match(unnamedOf(ledger(Array(5).fill(official))), /, 2 more$/);
});

test("hedges are the page's or their sources', and add up", () => {
  assert.equal(hedgesOf(ledger([])), "No hedges");
  const hedging = [4, 3, 2, 1].map((hedges, at) => source({ name: `Source ${at}`, hedges }));
  assert.equal(hedgesOf(ledger(hedging, 5)), "15 hedges: the page itself 5, Source 0 4, Source 1 3, others 3");
});

test("five lead, and a sixth is shown where it is the last", () => {
  const many = (/** @type {number} */ count) => ledger(Array(count).fill(source({ name: "A" })));
  assert.deepEqual([leadersOf(many(6)).leaders.length, leadersOf(many(6)).others.length], [6, 0]);
  assert.deepEqual([leadersOf(many(9)).leaders.length, leadersOf(many(9)).others.length], [5, 4]);
});

test("the base of all percentages is said", () => {
  assert.equal(
    baseOf(ledger([])),
    "Percentages are of the 100 words attributed to somebody, out of 1,000 on the page.",
  );
});
