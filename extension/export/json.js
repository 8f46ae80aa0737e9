/**
 * The ledger as JSON, for programs. Names and values are those of the command line's output, with words instead of
 * offsets.
 *
 * @import { Export } from "./section.js"
 */

/** @param {Export} given */
export function json({ ledger, page, extent, read, links }) {
  const { words, attributedWords, standings, sources, hedgeGroups, phraseGroups } = ledger;
  const exported = {
    page: { ...page, part: extent, read, words, attributed_words: attributedWords },
    standings,
    sources: sources.map(({ identity, standing, name, nameIs, description, anonymity, words, share, statements }) => ({
      identity,
      standing,
      name,
      is_probable: nameIs === "probable",
      description,
      anonymity,
      words,
      share: Math.round(share * 1000) / 1000,
      statements: statements.map(({ id, words, cue, attribution }) => {
        const { attitude, quoting, depth, confidence, speaker_confidence: source_confidence, why } = attribution;
        const link = links[id] ?? null;
        return { text: words, cue, attitude, quoting, depth, confidence, source_confidence, why, link };
      }),
    })),
    hedges: hedgeGroups.flatMap(({ hedges }) =>
      hedges.map(({ id, words: [before, phrase, after], hedge: { kind, range, language, scope, why } }) => {
        return {
          phrase,
          text: `${before}${phrase}${after}`,
          kind,
          range,
          language,
          scope,
          why,
          link: links[id] ?? null,
        };
      }),
    ),
    phrases: phraseGroups.flatMap(({ name, places }) =>
      places.map(({ id, words, phrase }) => ({ group: name, phrase, text: words.join(""), link: links[id] ?? null })),
    ),
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
