/**
 * Makes addresses that open the page at each of its marks, in browsers that support text fragments.
 *
 * @import { MarkId } from "../shared/messages.js"
 * @import { Mark } from "./marks.js"
 * @import { RangeFinder } from "./ranges.js"
 * @import { Slices } from "./slices.js"
 */
import { FragmentWriter } from "./text-fragment.js";
import { SearchableText } from "./searchable-text.js";

/**
 * @param {Map<MarkId, Mark>} marks
 * @param {RangeFinder} finder
 * @param {Slices} slices
 * @returns {Promise<Record<MarkId, string>>} without marks whose words the browser's search would not find
 */
export async function linksTo(marks, finder, slices) {
  const page = await SearchableText.of(document.body, slices);
  const writer = new FragmentWriter(page.words);
  const [address] = document.location.href.split(":~:");
  const base = address.includes("#") ? address : `${address}#`;
  /** @type {Record<MarkId, string>} */
  const links = {};
  for (const [id, mark] of marks) {
    if (slices.isOver) await slices.next();
    const spans = mark.attribution && mark.attribution.content.length > 0 ? mark.attribution.content : mark.spans;
    const found = spans.flatMap((span) => finder.pieces(span)).flatMap((piece) => page.find(piece) ?? []);
    if (found.length === 0) continue;
    const directive = writer.directive(Math.min(...found), Math.max(...found));
    if (directive) links[id] = `${base}:~:${directive}`;
  }
  return links;
}
