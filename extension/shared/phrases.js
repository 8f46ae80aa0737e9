/**
 * The reader's own phrases: groups of words and patterns to watch for, each with a name and a line. They are kept in
 * `storage.local`, since a newsroom's lists are larger than what `storage.sync` takes, and as text files they can be shared.
 *
 * @import { PhraseGroup as CoreGroup } from "../../target/core/core.js"
 */
import * as v from "valibot";
import { LINES } from "./settings.js";

const GROUP = v.object({
  name: v.fallback(v.string(), ""),
  line: v.fallback(v.picklist(LINES), "dashed"),
  phrases: v.fallback(v.array(v.string()), []),
});
/** @typedef {v.InferOutput<typeof GROUP>} PhraseGroup */

const GROUPS = v.fallback(v.array(GROUP), []);

const KEY = "phrases";

/** @param {unknown} value @returns {PhraseGroup[]} */
const checked = (value) => v.parse(GROUPS, value);

/** @returns {Promise<PhraseGroup[]>} */
export const loadPhrases = async () => checked((await chrome.storage.local.get(KEY))[KEY]);

/** @param {PhraseGroup[]} groups */
export const savePhrases = (groups) => chrome.storage.local.set({ [KEY]: groups });

/** What the core needs of them. @param {PhraseGroup[]} groups @returns {CoreGroup[]} */
export const corePhrases = (groups) => groups.map(({ name, phrases }) => ({ name, phrases }));

/**
 * Calls back whenever the phrases change, whichever window they were changed in.
 *
 * @param {() => void} changed
 * @returns {() => void} stops this; does nothing where the extension was removed and the page side outlived it
 */
export function onPhrasesChange(changed) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listener = (changes) => KEY in changes && changed();
  chrome.storage.local.onChanged.addListener(listener);
  return () => {
    if (chrome.runtime?.id) chrome.storage.local.onChanged.removeListener(listener);
  };
}
