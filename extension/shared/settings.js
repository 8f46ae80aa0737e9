/**
 * The reader's settings, kept in `storage.sync` and nowhere else: what is marked, how sure it must be, how it looks.
 *
 * Whatever is stored or imported passes {@link checked}: it may be of another version, or of somebody else's making.
 *
 * @import { HedgeView, Settings as CoreSettings } from "../../target/core/core.js"
 */

/** The kinds of mark, the least important first: where two overlap, the later one is drawn on top. */
export const STYLES = /** @type {const} */ (["attribution", "unnamed", "hedge"]);
/** How a mark is drawn. @typedef {(typeof STYLES)[number]} Style */

/** Which text is read. */
export const SCOPES = /** @type {const} */ (["article", "page"]);

export const SURENESS = /** @type {const} */ (["fewer", "balanced", "more"]);

/** CSS text-decoration-style. */
export const LINES = /** @type {const} */ (["solid", "double", "dashed", "dotted", "wavy"]);
/** @typedef {{ color: string, line: (typeof LINES)[number] }} Look */

/** How sure a hedge says it is: by its range on the published scale, or none. */
export const STRENGTHS = /** @type {const} */ (["unlikely", "even", "likely", "certain", "open"]);
/** @typedef {(typeof STRENGTHS)[number]} Strength */

/**
 * @typedef {object} Settings
 * @property {(typeof SCOPES)[number]} scope the article alone, or the whole page
 * @property {Record<Style, boolean>} kinds which are marked
 * @property {boolean} beliefs whether thoughts, wishes and intentions are marked beside statements
 * @property {(typeof SURENESS)[number]} sureness fewer and surer marks, or more
 * @property {Record<Strength, boolean>} strengths which hedges are marked
 * @property {Record<Style, Look>} looks
 */

/**
 * Colours of Okabe and Ito's set for the colour-blind, of middling lightness; each kind has a line of its own shape.
 *
 * @type {Settings}
 */
export const DEFAULTS = {
  scope: "article",
  kinds: { attribution: true, unnamed: true, hedge: true },
  beliefs: true,
  sureness: "balanced",
  strengths: { unlikely: true, even: true, likely: true, certain: true, open: true },
  looks: {
    attribution: { color: "#0072b2", line: "solid" },
    unnamed: { color: "#d55e00", line: "wavy" },
    hedge: { color: "#009e73", line: "dotted" },
  },
};

const KEY = "settings";
const LEGEND_KEY = "legendWasShown";

/**
 * What of a value are settings, the defaults for the rest.
 *
 * @param {any} given
 * @returns {Settings}
 */
export function checked(given) {
  const { scope, kinds, beliefs, sureness, strengths, looks } = given ?? {};
  return {
    scope: SCOPES.includes(scope) ? scope : DEFAULTS.scope,
    kinds: switches(STYLES, kinds),
    beliefs: typeof beliefs === "boolean" ? beliefs : DEFAULTS.beliefs,
    sureness: SURENESS.includes(sureness) ? sureness : DEFAULTS.sureness,
    strengths: switches(STRENGTHS, strengths),
    looks: {
      attribution: lookOf("attribution", looks),
      unnamed: lookOf("unnamed", looks),
      hedge: lookOf("hedge", looks),
    },
  };
}

/**
 * @template {string} Name
 * @param {readonly Name[]} names
 * @param {any} given
 */
const switches = (names, given) =>
  /** @type {Record<Name, boolean>} */ (Object.fromEntries(names.map((name) => [name, given?.[name] !== false])));

/** @param {Style} style @param {any} looks @returns {Look} */
function lookOf(style, looks) {
  const { color, line } = looks?.[style] ?? {};
  return {
    color: /^#[0-9a-f]{6}$/i.test(color) ? color : DEFAULTS.looks[style].color,
    line: LINES.includes(line) ? line : DEFAULTS.looks[style].line,
  };
}

/** @returns {Promise<Settings>} */
export async function load() {
  return checked((await chrome.storage.sync.get(KEY))[KEY]);
}

/** @param {Settings} settings */
export const save = (settings) => chrome.storage.sync.set({ [KEY]: settings });

/** What the core needs to know of them. @param {Settings} settings @returns {Required<CoreSettings>} */
export const coreSettings = ({ sureness, beliefs }) => ({ sureness, beliefs });

/** @param {HedgeView} hedge @returns {Strength} */
export function strengthOf({ range }) {
  if (!range) return "open";
  const [low] = range.split("-").map(Number);
  if (low < 45) return "unlikely";
  if (low < 55) return "even";
  return low < 80 ? "likely" : "certain";
}

/**
 * Calls back whenever the settings change, in whatever window that was.
 *
 * @param {(settings: Settings) => void} changed
 * @returns {() => void} stops it, unless the extension itself has gone from under the page side
 */
export function onChange(changed) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listener = (changes) => KEY in changes && changed(checked(changes[KEY].newValue));
  chrome.storage.sync.onChanged.addListener(listener);
  return () => {
    if (chrome.runtime?.id) chrome.storage.sync.onChanged.removeListener(listener);
  };
}

/** Whether this is the first time that the legend would be shown; only once it says so. */
export async function isFirstUse() {
  const wasShown = (await chrome.storage.sync.get(LEGEND_KEY))[LEGEND_KEY] === true;
  if (!wasShown) await chrome.storage.sync.set({ [LEGEND_KEY]: true });
  return !wasShown;
}
