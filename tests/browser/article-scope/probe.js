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

/**
 * @param {Document} document
 * @param {Part[]} without
 */
export function read(document, without) {
  const start = performance.now();
  const { roots, leftOut } = scopeOf(document, "article");
  const milliseconds = performance.now() - start;
  const { text } = readBlocks({ roots, leftOut });
  const { regions, blocks } = regionsOf(document.body);
  const { parts } = partsOf(regions, blocks, declaredBy(document));
  const leftOutToo = new Set(leftOut);
  blocks.forEach(({ nodes }, index) => {
    const part = parts[index];
    if (part && without.includes(part)) for (const node of nodes) leftOutToo.add(node);
  });
  return { text, comparable: readBlocks({ roots, leftOut: leftOutToo }).text, milliseconds };
}

/** @param {Document} document */
export const readPage = (document) => readBlocks(scopeOf(document, "page")).text;

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
