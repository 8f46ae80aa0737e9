/**
 * The texts and pages that are measured. Other people's are read where they are and never copied; without them our own
 * stand in, and the report says so.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const CORPUS = "../shared/corpora/news-dev.jsonl";
const PAGES = "../shared/pages";
const OWN = "benches/article.txt";

export const hasShared = existsSync(CORPUS) && existsSync(PAGES);

/** News by many authors: reading one text again and again would favour a library that caches words. @returns {string[]} */
function paragraphs() {
  if (!hasShared) return readFileSync(OWN, "utf8").trim().split("\n");
  const lines = readFileSync(CORPUS, "utf8").trim().split("\n");
  return lines.flatMap((line) => /** @type {string} */ (JSON.parse(line).text).split(/\n+/));
}

/** @param {number} count @param {number} words of each */
export function texts(count, words) {
  const source = paragraphs();
  let at = 0;
  return Array.from({ length: count }, () => {
    const text = [];
    for (let left = words; left > 0; at++) {
      const taken = source[at % source.length].split(/\s+/).slice(0, left);
      text.push(taken.join(" "));
      left -= taken.length;
    }
    return text.join("\n\n");
  });
}

/** A page to click on: its path on the benches' server, and how many words its article has. @typedef {{ name: string, path: string, words: number }} Page */

/** A small page of ours, and of other people's the one with the median number of words and the longest. @returns {Page[]} */
export function pages() {
  /** @type {Page} */
  const small = { name: "small", path: "own/article.html", words: 190 };
  if (!hasShared) return [small];
  const lengths = readdirSync(PAGES)
    .filter((name) => existsSync(`${PAGES}/${name}/expected.txt`))
    .map((name) => ({ name, words: readFileSync(`${PAGES}/${name}/expected.txt`, "utf8").split(/\s+/).length }))
    .sort((a, b) => a.words - b.words);
  const at = (/** @type {string} */ name, /** @type {number} */ number) => {
    const { name: folder, words } = lengths[number];
    return { name, path: `shared/${folder}/source.html`, words };
  };
  return [small, at("typical", lengths.length >> 1), at("largest", lengths.length - 1)];
}

/** What the benches' server serves: the pages without their scripts, so that nothing is asked of their sites. */
export const FOLDERS = { own: "tests/browser/pages", shared: PAGES };
const POLICY = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };
/** @param {Page[]} pages */
export const headersOf = (pages) =>
  Object.fromEntries(pages.map(({ path }) => [`/${path}`, path.startsWith("shared/") ? POLICY : {}]));
