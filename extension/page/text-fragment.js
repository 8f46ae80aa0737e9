/**
 * Writes text fragments (https://wicg.github.io/scroll-to-text-fragment/): the part of an address that points to a passage
 * by its words.
 *
 * The browser goes to the first place at which all parts of the directive match. Case is ignored, and each part matches
 * whole words inside one block. A directive is therefore made as short as possible at first; words before and after the
 * passage are added until the first match is the right one.
 */

/** Passages up to this length are given in full, longer ones by their first and last words. */
const LONGEST_IN_FULL = 140;
/** How many words stand for the start and for the end of a long passage. */
const WORDS_AT_END = 5;
/** The most words that are added before and after a passage. */
const MOST_CONTEXT = 12;
/** How many characters are searched for them, so that very long paragraphs do not cost more. */
const REACH = 400;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const WORD = /[^\s]*[\p{L}\p{N}][^\s]*/gu;

/** A passage inside one line. @typedef {[start: number, end: number]} Passage */

/** Writes directives for passages of one page. */
export class FragmentWriter {
  #text;
  #seen;

  /** @param {string} text everything on the page that the browser searches, with "\n" at the end of each block */
  constructor(text) {
    this.#text = text;
    this.#seen = fold(text);
  }

  /**
   * @param {number} start of the passage, in UTF-16 code units
   * @param {number} end
   * @returns {string | null} "text=…", encoded for an address; null for a passage without words
   */
  directive(start, end) {
    const text = this.#text;
    const whole = trimmed(text, start, end);
    if (!whole) return null;
    const isShort = whole[1] - whole[0] <= LONGEST_IN_FULL && !text.slice(...whole).includes("\n");
    const [first, last] = isShort ? [whole, null] : endsOf(text, whole);
    for (let count = 0; count <= MOST_CONTEXT; count++) {
      const before = count > 0 ? wordsBefore(text, first[0], count) : null;
      for (const after of count > 0 ? [null, wordsAfter(text, (last ?? first)[1], count)] : [null]) {
        const parts = { before, first, last, after };
        if (isFirstMatch(this.#seen, parts)) return written(text, parts);
      }
    }
    return written(text, { before: wordsBefore(text, first[0], MOST_CONTEXT), first, last, after: null });
  }
}

/**
 * @typedef {object} Directive
 * @property {Passage | null} before
 * @property {Passage} first the passage, or its first words
 * @property {Passage | null} last its last words
 * @property {Passage | null} after
 */

/** @param {string} text @param {Directive} directive */
function written(text, { before, first, last, after }) {
  const encoded = (/** @type {Passage} */ passage) =>
    encodeURIComponent(wellFormed(text.slice(...passage).trim())).replaceAll("-", "%2D");
  const parts = [encoded(first)];
  if (before) parts.unshift(`${encoded(before)}-`);
  if (last) parts.push(encoded(last));
  if (after) parts.push(`-${encoded(after)}`);
  return `text=${parts.join(",")}`;
}

/** Replaces half a surrogate pair, which cannot be encoded. @param {string} text */
const wellFormed = (text) => text.replace(/[\ud800-\udfff]/gu, "\ufffd");

/** Whether the first match in the page is the passage itself. @param {string} seen @param {Directive} directive */
function isFirstMatch(seen, { before, first, last, after }) {
  const from = before ? before[0] : first[0];
  const to = last || !after ? first[1] : after[1];
  if (seen.indexOf(seen.slice(from, to)) !== from) return false;
  return !last || seen.indexOf(seen.slice(last[0], after ? after[1] : last[1]), first[1]) === last[0];
}

/** Removes the differences in case and quotation marks that the browser ignores, without changing any length. @param {string} text */
function fold(text) {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return kept
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, " ");
}

/**
 * Removes quotation marks and the like from both ends: a match begins and ends with a word.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Passage | null}
 */
function trimmed(text, start, end) {
  while (start < end && !WORD_CHARACTER.test(text[start]) && !isSurrogate(text, start)) start++;
  while (start < end && !WORD_CHARACTER.test(text[end - 1]) && !isSurrogate(text, end - 1)) end--;
  return start < end ? [start, end] : null;
}

/** @param {string} text @param {number} at */
const isSurrogate = (text, at) => /[\ud800-\udfff]/.test(text[at]);

/**
 * The first words of a passage's first line and the last words of its last line, without overlap.
 *
 * @param {string} text
 * @param {Passage} passage
 * @returns {[Passage, Passage | null]}
 */
function endsOf(text, [start, end]) {
  const passage = text.slice(start, end);
  const firstLine = passage.split("\n", 1)[0];
  const lastLine = passage.slice(passage.lastIndexOf("\n") + 1);
  const opening = [...firstLine.matchAll(WORD)].slice(0, WORDS_AT_END).at(-1);
  const closing = [...lastLine.matchAll(WORD)].slice(-WORDS_AT_END)[0];
  const first = trimmed(text, start, start + (opening ? opening.index + opening[0].length : firstLine.length));
  const last = trimmed(text, end - lastLine.length + (closing?.index ?? 0), end);
  if (!first) return [[start, end], null];
  return [first, last && last[0] >= first[1] ? last : null];
}

/**
 * The last words before a place, from its line or, at the beginning of a line, from the line before.
 *
 * @param {string} text
 * @param {number} at
 * @param {number} count
 * @returns {Passage | null}
 */
function wordsBefore(text, at, count) {
  const end = text[at - 1] === "\n" ? at - 1 : at;
  const reached = Math.max(0, end - REACH);
  const near = text.slice(reached, end);
  const cut = reached > 0 ? Math.max(0, near.search(/\s/)) : 0;
  const lineStart = reached + Math.max(cut, near.lastIndexOf("\n") + 1);
  const words = [...text.slice(lineStart, end).matchAll(WORD)].slice(-count);
  if (words.length === 0) return null;
  return [trimmed(text, lineStart + words[0].index, end)?.[0] ?? lineStart, at];
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} count
 * @returns {Passage | null}
 */
function wordsAfter(text, at, count) {
  const near = text.slice(at, at + REACH);
  const line = (near.length < REACH ? near : near.replace(/\S*$/, "")).split("\n", 1)[0];
  const words = [...line.matchAll(WORD)].slice(0, count);
  const word = words.at(-1);
  if (!word) return null;
  return [at, trimmed(text, at, at + word.index + word[0].length)?.[1] ?? at + line.length];
}
