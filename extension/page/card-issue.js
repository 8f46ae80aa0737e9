/**
 * A report as an issue: a link to the form of the repository (`.github/ISSUE_TEMPLATE/wrong-mark.yml`) with its fields filled
 * in. Nothing is asked of the network unless the reader follows it, and nothing is sent by the form before they say so there.
 * Only an extension that knows its repository has this; see scripts/version.js.
 */
import { element, say } from "../shared/dom.js";

/** The field of each fact in the form. @typedef {{ sentence: string, found: string, version: string }} Fields */

/** Servers refuse addresses that are much longer; letters beyond ASCII take up to twelve of these characters. */
const LONGEST_FIELD = 2_500;

/** @param {string} words @returns {string} as much of them as a field takes in an address */
function fitting(words) {
  let length = 0;
  let fits = "";
  for (const sign of words) {
    length += String(new URLSearchParams([["", sign]])).length;
    if (length > LONGEST_FIELD) return `${fits}…`;
    fits += sign;
  }
  return fits;
}

/**
 * @param {string} repository its address
 * @param {Fields} fields
 */
export function issueAddress(repository, fields) {
  const filled = Object.entries(fields).map(([name, words]) => [name, fitting(words)]);
  const query = new URLSearchParams([["template", "wrong-mark.yml"], ...filled]);
  return `${repository.replace(/(?:\.git)?\/?$/, "")}/issues/new?${query}`;
}

/** @param {Fields} fields */
export function issueLink(fields) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "issue", say("wrongIssue")));
  link.href = issueAddress(REPOSITORY, fields);
  link.target = "_blank";
  // The tracker is not told which page the reader comes from.
  link.rel = "noopener noreferrer";
  return link;
}
