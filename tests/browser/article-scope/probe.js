/**
 * Bundled and run in a page by measure.js and by the tests: the text in scope, whole and without some of its parts.
 *
 * @import { Part } from "../../../extension/page/article/parts.js"
 */
import { scopeOf } from "../../../extension/page/article.js";
import { declaredBy } from "../../../extension/page/article/declared.js";
import { partsOf } from "../../../extension/page/article/parts.js";
import { regionsOf } from "../../../extension/page/article/regions.js";
import { readBlocks } from "../../../extension/page/blocks.js";
import { Cost, Slices } from "../../../extension/page/slices.js";

const slicesOf = (/** @type {Cost} */ cost) => new Slices(cost, new AbortController().signal);

/**
 * @param {Document} document
 * @param {Part[]} without
 */
export async function read(document, without) {
  const cost = new Cost();
  const slices = slicesOf(cost);
  const { roots, leftOut, trees } = await scopeOf(document, "article", slices);
  slices.end();
  const milliseconds = cost.total;
  const { text } = await readBlocks({ roots, leftOut, trees }, slices);
  const { regions, blocks } = await regionsOf(document.body, slices);
  const { parts } = await partsOf(regions, blocks, declaredBy(document), slices);
  const leftOutToo = new Set(leftOut);
  blocks.forEach(({ nodes }, index) => {
    const part = parts[index];
    if (part && without.includes(part)) for (const node of nodes) leftOutToo.add(node);
  });
  return { text, comparable: (await readBlocks({ roots, leftOut: leftOutToo, trees }, slices)).text, milliseconds };
}

/** @param {Document} document */
export async function readPage(document) {
  const slices = slicesOf(new Cost());
  return (await readBlocks(await scopeOf(document, "page", slices), slices)).text;
}

/**
 * @param {string} html
 * @returns {string} its text, with blocks kept apart
 */
export function textOf(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("script,style,noscript,svg,iframe")) element.remove();
  for (const element of body.querySelectorAll("*")) {
    if (!element.matches("a,abbr,b,cite,code,em,i,q,small,span,strong,sub,sup,time,u")) element.append(" ");
  }
  return body.textContent ?? "";
}
