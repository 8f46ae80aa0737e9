/**
 * The lists of the panel: every source with its statements in the order of the text, and the hedges by strength.
 *
 * @import { Hedge, Source, Statement, Ledger } from "../shared/ledger.js"
 */
import { anonymityNotes, anonymityRows, rowsOf } from "../shared/rows.js";
import { button, element, foreign, say, section } from "../shared/dom.js";
import { percentage } from "../shared/ledger.js";
import { ranged } from "./overview.js";

/** @param {Ledger} ledger */
export function sourceSection({ sources }) {
  const made = section("panelSources");
  for (const source of sources) made.append(sourceEntry(source));
  return made;
}

/** @param {Ledger} ledger */
export function hedgeSection({ hedgeGroups }) {
  const made = section("panelHedges");
  for (const { range, label, hedges } of hedgeGroups) {
    const heading = element("h3", "", element("span", "name", label));
    const list = element("ol", "statements", ...hedges.map(hedgeItem));
    const entry = element("article", "entry hedge", heading, ranged(range), list);
    entry.dataset.kind = "hedge";
    made.append(entry);
  }
  return made;
}

/** @param {Source} source */
function sourceEntry(source) {
  const { identity, name, description, anonymity, share, statements } = source;
  const heading = element(
    "h3",
    "",
    element("span", "name", foreign(name)),
    element("span", "share", percentage(share)),
  );
  const meter = element("div", "meter", element("span", `fill ${identity}`));
  /** @type {HTMLElement} */ (meter.firstElementChild).style.inlineSize = `${share * 100}%`;
  meter.setAttribute("aria-hidden", "true");
  const count = say("panelStatements", [String(statements.length)]);
  const entry = element("article", `entry ${identity}`, heading, meter);
  entry.append(element("p", "faint", `${say(`label_identity_${identity}`)} · ${count}`));
  if (description) entry.append(element("p", "description", foreign(say("quoted", [description]))));
  if (anonymity) entry.append(anonymityBox(anonymity));
  entry.append(element("ol", "statements", ...statements.map(statementItem)));
  entry.dataset.kind = identity;
  return entry;
}

/** @param {NonNullable<Source["anonymity"]>} anonymity */
function anonymityBox(anonymity) {
  const list = rowsOf(...anonymityRows(anonymity));
  const grade = element("p", "", say("panelTold", [say(`label_grade_${anonymity.grade}`)]));
  return element("div", "anonymity", grade, ...(list.hasChildNodes() ? [list] : []), ...anonymityNotes(anonymity));
}

/** @param {Statement} statement */
function statementItem({ id, words, cue, attribution }) {
  const { attitude, quoting, depth, is_probable } = attribution;
  const said = cue ? foreign(say("quoted", [cue])) : say(`label_attitude_${attitude}`);
  const how = [
    say(`label_quoting_${quoting}`),
    ...(depth > 0 ? [say("panelInside")] : []),
    ...(is_probable ? [say("panelProbably")] : []),
  ];
  const heading = element("span", "how", said, ` · ${how.join(" · ")}`);
  return jumpButton(id, heading, element("span", "words", foreign(words)));
}

/** @param {Hedge} hedge */
function hedgeItem({ id, words: [before, words, after], hedge }) {
  const shown = element("span", "words", element("bdi", "", before, element("strong", "", words), after));
  return jumpButton(id, element("span", "how", say(`label_scope_${hedge.scope}`)), shown);
}

/**
 * An entry of a list, as a button that leads to its place on the page.
 *
 * @param {string} mark
 * @param {Node[]} children
 */
function jumpButton(mark, ...children) {
  const made = button("place", "", () => {});
  made.append(...children);
  made.dataset.mark = mark;
  made.title = say("panelJump");
  return element("li", "", made);
}
