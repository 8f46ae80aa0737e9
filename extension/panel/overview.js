/**
 * The overview at the top of the panel: how much of the page comes from which source. Everything that is drawn is also
 * stated in words, and these words are the buttons that filter the lists.
 *
 * @import { Filter } from "./filter.js"
 * @import { Ledger } from "../shared/ledger.js"
 */
import { element, say, section } from "../shared/dom.js";
import { percentage } from "../shared/ledger.js";

const number = new Intl.NumberFormat();

/**
 * @param {Ledger} ledger
 * @param {Filter} filter
 */
export function overview(ledger, filter) {
  const { sources, words, attributedWords, hedgeGroups } = ledger;
  const statements = sources.reduce((sum, source) => sum + source.statements.length, 0);
  const made = section(
    "panelOverview",
    element("p", "", say("panelCounts", [number.format(statements), number.format(sources.length)])),
    element("p", "faint", say("panelShare", [percentage(attributedWords / Math.max(words, 1))])),
    bar(ledger),
    kinds(ledger, filter),
  );
  if (hedgeGroups.length > 0)
    made.append(
      element("h3", "", say("panelStrengths")),
      scale(ledger),
      element("p", "faint scale", say("panelScale")),
    );
  return made;
}

/** Each source's share of the attributed words, in the pattern of its identity. @param {Ledger} ledger */
function bar({ sources, identities }) {
  const made = element("div", "bar");
  made.setAttribute("aria-hidden", "true");
  for (const { identity } of identities) {
    for (const source of sources.filter((source) => source.identity === identity && source.words > 0)) {
      const part = element("span", `fill ${identity}`);
      part.style.flexGrow = String(source.words);
      part.title = `${source.name} · ${percentage(source.share)}`;
      made.append(part);
    }
  }
  return made;
}

/**
 * @param {Ledger} ledger
 * @param {Filter} filter
 */
function kinds({ identities, attributedWords, hedgeGroups }, filter) {
  const list = element("ul", "kinds");
  list.setAttribute("aria-label", say("panelFilter"));
  for (const { identity, sources, words } of identities) {
    if (sources === 0) continue;
    const share = percentage(words / Math.max(attributedWords, 1));
    const label = say(`label_identity_${identity}`);
    list.append(
      element("li", "", filter.toggle(identity, label, say("panelKindCount", [number.format(sources), share]))),
    );
  }
  const hedges = hedgeGroups.reduce((sum, { hedges }) => sum + hedges.length, 0);
  if (hedges > 0) list.append(element("li", "", filter.toggle("hedge", say("panelHedges"), number.format(hedges))));
  return list;
}

/** How many hedges there are of each strength, on one scale. @param {Ledger} ledger */
function scale({ hedgeGroups }) {
  const list = element("ul", "strengths");
  for (const { range, label, hedges } of hedgeGroups) {
    const row = element(
      "li",
      "",
      element("span", "label", label),
      ranged(range),
      element("span", "count", number.format(hedges.length)),
    );
    list.append(row);
  }
  return list;
}

/** @param {string | null} range in per cent, "55-80" */
export function ranged(range) {
  if (!range) return element("span", "range none", say("panelNoNumber"));
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.insetInlineStart = `${low}%`;
  filled.style.inlineSize = `${high - low}%`;
  const track = element("span", "track", filled);
  track.setAttribute("aria-hidden", "true");
  return element("span", "range", track, element("span", "numbers", `${low}–${high} %`));
}
