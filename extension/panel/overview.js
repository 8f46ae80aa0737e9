/**
 * What the ledger answers at a glance, on its first screen: how many voices there are and who is not named, who says most,
 * where in the article each speaks, how much is hedged and by whom. Everything that is drawn is also stated in words.
 *
 * @import { Filter } from "./filter.js"
 * @import { Ledger, Source } from "../shared/ledger.js"
 */
import { counted, element, foreign, say, section } from "../shared/dom.js";
import { baseOf, headlineOf, hedgesOf, leadersOf, unnamedOf } from "../shared/glance.js";
import { nameInText, percentage, shortName, standingLabel } from "../shared/ledger.js";
import { lane } from "./strip.js";

/** How many sources have a part of their own in the bar. */
const PARTS = 60;

/**
 * @param {Ledger} ledger
 * @param {Filter} filter
 */
export function overview(ledger, filter) {
  const unnamed = unnamedOf(ledger);
  const made = section(
    "panelOverview",
    element("p", "headline", foreign(headlineOf(ledger))),
    bar(ledger),
    kinds(ledger, filter),
    element("p", "faint base", baseOf(ledger)),
    leaders(ledger),
    ...(unnamed ? [line("unnamed", say("glanceNotNamed"), unnamed)] : []),
    line("hedge", "", hedgesOf(ledger)),
  );
  made.querySelector("h2")?.classList.add("live");
  return made;
}

/** A line with the swatch of what it is about. @param {string} kind @param {string} label @param {string} words */
function line(kind, label, words) {
  const swatch = element("span", `swatch fill ${kind}`);
  const made = element("p", "line", swatch, element("span", "", ...(label ? [`${label} `] : []), foreign(words)));
  made.title = words;
  return made;
}

/** Each source's share of the attributed words, in the pattern of its standing and with its name where that fits. @param {Ledger} ledger */
function bar({ sources, standings }) {
  const made = element("div", "bar");
  made.setAttribute("aria-hidden", "true");
  const parted = sources.filter(({ words }) => words > 0).slice(0, PARTS);
  for (const { standing } of standings) {
    for (const source of parted.filter((source) => source.standing === standing)) {
      const part = element("span", `fill ${standing}`, element("span", "label", foreign(shortName(source))));
      part.style.flexGrow = String(source.words);
      part.title = `${nameInText(source)} · ${percentage(source.share)}`;
      made.append(part);
    }
  }
  return made;
}

/**
 * @param {Ledger} ledger
 * @param {Filter} filter
 */
function kinds({ standings, attributedWords, sources }, filter) {
  const list = element("ul", "kinds");
  list.setAttribute("aria-label", say("panelFilter"));
  for (const { standing, sources: count, words } of standings) {
    if (count === 0) continue;
    const share = percentage(words / Math.max(attributedWords, 1));
    const toggle = filter.toggle(
      standing,
      say(`label_standing_${standing}`),
      say("panelKindCount", [`${count}`, share]),
    );
    toggle.title = say(`standing_${standing}`);
    list.append(element("li", "", toggle));
  }
  list.hidden = sources.length === 0;
  return list;
}

/** Who says most, with their share and where in the article they speak. @param {Ledger} ledger */
function leaders(ledger) {
  const { leaders, others } = leadersOf(ledger);
  if (leaders.length === 0) return element("div", "");
  const list = element(
    "ol",
    "leaders",
    ...leaders.map((source) => leader([source], shortName(source), standingLabel(source))),
  );
  if (others.length > 0) list.append(leader(others, counted("glanceOthers", others.length), ""));
  const ends = element("p", "faint ends", element("span", "", say("stripTop")), element("span", "", say("stripEnd")));
  ends.setAttribute("aria-hidden", "true");
  return element("div", "strip", list, ends);
}

/** @param {Source[]} sources one, or all the others @param {string} name @param {string} standing */
function leader(sources, name, standing) {
  const share = sources.reduce((sum, source) => sum + source.share, 0);
  const heading = element("span", "who", element("span", "name", foreign(name)), element("span", "faint", standing));
  heading.title = sources.map(nameInText).join(", ");
  return element("li", "leader", heading, element("span", "share", percentage(share)), lane(sources, name));
}
