/**
 * The reader's settings, kept in `storage.sync` and nowhere else: what is marked, how certain the marks must be, and how
 * they look.
 *
 * What is stored or imported passes {@link checked}, because it may come from another version of the extension or have
 * been edited by hand. One wrong value costs the reader that value and no other.
 *
 * @import { HedgeView, Settings as CoreSettings } from "../../target/core/core.js"
 */
import * as v from "valibot";

/** The kinds of mark, the least important first: where two overlap, the later one is drawn on top. */
export const STYLES = /** @type {const} */ (["attribution", "unnamed", "hedge"]);
/** @typedef {(typeof STYLES)[number]} Style */

/** The text that is read: the article alone, or the whole page. */
const SCOPES = /** @type {const} */ (["article", "page"]);

/** Fewer marks that are more certain, or more marks. */
export const SURENESS = /** @type {const} */ (["fewer", "balanced", "more"]);

/** CSS text-decoration-style. */
export const LINES = /** @type {const} */ (["solid", "double", "dashed", "dotted", "wavy"]);

/** @template {readonly [string, ...string[]]} Names @param {Names} names @param {Names[number]} initial */
const choice = (names, initial) => v.fallback(v.picklist(names), initial);

/** What can be switched off. */
const SWITCH = v.fallback(v.boolean(), true);

/**
 * Settings that belong together. Where the whole group is missing, each of its values falls back to its default.
 *
 * @template {v.ObjectEntries} Entries
 * @param {Entries} entries
 */
function group(entries) {
  const schema = v.object(entries);
  return v.fallback(schema, () => v.parse(schema, {}));
}

/** @param {string} color @param {(typeof LINES)[number]} line */
const look = (color, line) =>
  group({ color: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), color), line: choice(LINES, line) });

/** Each setting with its default. */
const SETTINGS = group({
  scope: choice(SCOPES, "article"),
  /** Which kinds are marked. */
  kinds: group({ attribution: SWITCH, unnamed: SWITCH, hedge: SWITCH }),
  /** Whether thoughts, wishes and intentions are marked as well as statements. */
  beliefs: SWITCH,
  sureness: choice(SURENESS, "fewer"),
  /** Which hedges are marked, by the range that the published scale gives them; `open` are those without a range. */
  strengths: group({ unlikely: SWITCH, even: SWITCH, likely: SWITCH, certain: SWITCH, open: SWITCH }),
  /** Whether attributed words have a quiet tint while no mark is pointed at. */
  tint: v.fallback(v.boolean(), false),
  /**
   * Colours of medium lightness that the colour-blind can tell apart: Okabe and Ito's, but for a slate where theirs would
   * look like a link. Each kind also has its own shape of line.
   */
  looks: group({
    attribution: look("#6f8fd0", "solid"),
    unnamed: look("#e67300", "solid"),
    hedge: look("#009e73", "dotted"),
  }),
});
/** @typedef {v.InferOutput<typeof SETTINGS>} Settings */
/** @typedef {Settings["looks"][Style]} Look */
/** @typedef {keyof Settings["strengths"]} Strength */

/** Returns the settings in a value, with the default for each that is wrong or missing. @param {unknown} value @returns {Settings} */
export const checked = (value) => v.parse(SETTINGS, value);

export const DEFAULTS = checked({});

const KEY = "settings";
const LEGEND_KEY = "legendWasShown";

/** @returns {Promise<Settings>} */
export async function load() {
  return checked((await chrome.storage.sync.get(KEY))[KEY]);
}

/** @param {Settings} settings */
export const save = (settings) => chrome.storage.sync.set({ [KEY]: settings });

/**
 * The settings of the reader that the core needs; which definition of hedges holds is nothing to choose, the core tells the
 * language by itself, and the background adds the reader's own phrases. Asides between the page and its reader ("you want to") are for those who want all marks.
 *
 * @param {Settings} settings
 * @returns {Required<Omit<CoreSettings, "hedging" | "language" | "phrases">>}
 */
export const coreSettings = ({ sureness, beliefs }) => ({ sureness, beliefs, asides: sureness === "more" });

/** @param {HedgeView} hedge @returns {Strength} */
export function strengthOf({ range }) {
  if (!range) return "open";
  const [low] = range.split("-").map(Number);
  if (low < 45) return "unlikely";
  if (low < 55) return "even";
  return low < 80 ? "likely" : "certain";
}

/**
 * Calls back whenever the settings change, whichever window they were changed in.
 *
 * @param {(settings: Settings) => void} changed
 * @returns {() => void} stops this; does nothing where the extension was removed and the page side outlived it
 */
export function onChange(changed) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listener = (changes) => KEY in changes && changed(checked(changes[KEY].newValue));
  chrome.storage.sync.onChanged.addListener(listener);
  return () => {
    if (chrome.runtime?.id) chrome.storage.sync.onChanged.removeListener(listener);
  };
}

/** Whether the legend has never been shown. Returns true once and notes that it has been shown. */
export async function isFirstUse() {
  const wasShown = (await chrome.storage.sync.get(LEGEND_KEY))[LEGEND_KEY] === true;
  if (!wasShown) await chrome.storage.sync.set({ [LEGEND_KEY]: true });
  return !wasShown;
}
