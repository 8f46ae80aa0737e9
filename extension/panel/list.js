/**
 * The lists of the panel: every source with its statements in the order of the text, and the hedges by strength. Each entry
 * is one line until the reader opens it.
 *
 * @import { Hedge, Source, Statement, Ledger } from "../shared/ledger.js"
 */
import { anonymityNotes, anonymityRows, rowsOf } from "../shared/rows.js";
import { button, counted, element, foreign, say, section } from "../shared/dom.js";
import { nameInText, percentage, scaleNotice, shortName, standingLabel } from "../shared/ledger.js";

/** @param {Ledger} ledger */
export function sourceSection({ sources }) {
  const made = section("panelSources");
  for (const source of sources) made.append(sourceEntry(source));
  return made;
}

/** @param {Ledger} ledger */
export function hedgeSection(ledger) {
  const made = section("panelHedges", element("p", "faint scale", scaleNotice(ledger)));
  for (const { range, label, hedges } of ledger.hedgeGroups) {
    const list = element("ol", "statements", ...hedges.map(hedgeItem));
    const summary = [element("h3", "name", label), ranged(range), element("span", "share", `${hedges.length}`)];
    made.append(entry("hedge", `hedge ${label}`, summary, [list]));
  }
  return made;
}

/** The reader's own phrases that the page has. @param {Ledger} ledger */
export function phraseSection({ phraseGroups }) {
  const made = section("phrasesTitle");
  for (const { name, places } of phraseGroups) {
    const items = places.map(({ id, words, phrase }) =>
      jumpButton(id, element("span", "how", say("phraseListed", [phrase])), excerpted(words)),
    );
    const summary = [element("h3", "name", foreign(name)), element("span", "share", `${places.length}`)];
    made.append(entry("phrase", `phrase ${name}`, summary, [element("ol", "statements", ...items)]));
  }
  return made;
}

/**
 * An entry of a list: one line, and what opens below it.
 *
 * @param {string} kind by which it is filtered
 * @param {string} id by which it stays open when the page changes
 * @param {Node[]} line
 * @param {Node[]} details
 */
function entry(kind, id, line, details) {
  const folded = document.createElement("details");
  folded.dataset.entry = id;
  folded.append(element("summary", "", element("span", `swatch fill ${kind}`), ...line), ...details);
  const made = element("article", `entry ${kind}`, folded);
  made.dataset.kind = kind;
  return made;
}

/** @param {Source} source */
function sourceEntry(source) {
  const { standing, description, anonymity, share, statements } = source;
  const name = nameInText(source);
  const short = shortName(source);
  const told = description ? say("quoted", [description]) : short === name ? "" : name;
  const line = [
    element("h3", "name", foreign(short)),
    element("span", "faint", standingLabel(source)),
    element("span", "share", percentage(share)),
  ];
  return entry(standing, `${standing} ${name}`, line, [
    element("p", "faint", counted("panelStatements", statements.length)),
    ...(told ? [element("p", "description", foreign(told))] : []),
    ...(anonymity ? [anonymityBox(anonymity)] : []),
    element("ol", "statements", ...statements.map((statement) => statementItem(statement, source))),
  ]);
}

/** @param {NonNullable<Source["anonymity"]>} anonymity */
function anonymityBox(anonymity) {
  const list = rowsOf(...anonymityRows(anonymity));
  const grade = element("p", "", say("panelTold", [say(`label_grade_${anonymity.grade}`)]));
  return element("div", "anonymity", grade, ...(list.hasChildNodes() ? [list] : []), ...anonymityNotes(anonymity));
}

/** @param {Statement} statement @param {Source} source */
function statementItem({ id, words, cue, called, attribution }, { isUnclear }) {
  const { attitude, quoting, depth, is_probable } = attribution;
  const how = isUnclear && called ? `${called} ${cue}` : cue;
  const said = how ? foreign(say("quoted", [how])) : say(`label_attitude_${attitude}`);
  const manner = [
    say(`label_quoting_${quoting}`),
    ...(depth > 0 ? [say("panelInside")] : []),
    ...(is_probable ? [say("panelProbably")] : []),
  ];
  const heading = element("span", "how", said, ` · ${manner.join(" · ")}`);
  return jumpButton(id, heading, element("span", "words", foreign(words)));
}

/** @param {Hedge} hedge */
function hedgeItem({ id, words, hedge }) {
  return jumpButton(id, element("span", "how", say(`label_scope_${hedge.scope}`)), excerpted(words));
}

/** @param {import("../shared/ledger.js").Excerpt} words */
const excerpted = ([before, words, after]) =>
  element("span", "words", element("bdi", "", before, element("strong", "", words), after));

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

/** @param {string | null} range in per cent, "55-80" */
function ranged(range) {
  if (!range) return element("span", "range none", say("panelNoNumber"));
  const [low, high] = range.split("-").map(Number);
  const filled = element("span", "filled");
  filled.style.insetInlineStart = `${low}%`;
  filled.style.inlineSize = `${high - low}%`;
  const track = element("span", "track", filled);
  track.setAttribute("aria-hidden", "true");
  return element("span", "range", track, element("span", "numbers", `${low}–${high} %`));
}
