/**
 * What the visitor gives to be read: a text, or a file with a text or a web page in it. A web page is taken without its
 * scripts, styles and media, since nothing of it may run or be asked for.
 */

/** A longer text is read to a limit anyway; see page/blocks.js. */
const MOST_BYTES = 5_000_000;

/** What is shown and read. @typedef {{ title: string, language: string, isPage: boolean, nodes: Node[] }} Given */

/** Elements that are left out with everything in them. */
const LEFT_OUT = new Set(
  "script style link base template noscript iframe frame object embed img picture video audio source canvas svg math".split(
    " ",
  ),
);

/** What tells the reader's script which text is the article's, whose and when. No attribute that loads or runs anything. */
const KEPT = [
  "class",
  "id",
  "lang",
  "dir",
  "hidden",
  "role",
  "aria-hidden",
  "itemprop",
  "property",
  "name",
  "content",
  "datetime",
];

/** What the visitor is told where a file cannot be read. */
export class Unreadable extends Error {}

/**
 * A text's paragraphs stand on lines of their own, or are separated by empty lines where it has any.
 *
 * @param {string} text
 * @param {string} [name] of its file
 * @returns {Given}
 */
export function givenText(text, name) {
  const paragraphs = text
    .split(/\n\s*\n/.test(text.trim()) ? /\n\s*\n/ : /\n/)
    .map((words) => words.trim())
    .filter(Boolean);
  const nodes = paragraphs.map((words) => {
    const made = document.createElement("p");
    made.textContent = words;
    return made;
  });
  return { title: name ?? paragraphs[0]?.slice(0, 80) ?? "", language: "en", isPage: false, nodes };
}

/** @param {string} markup @param {string} name of its file @returns {Given} */
function givenPage(markup, name) {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  const nodes = [...parsed.head.querySelectorAll("meta[content]"), ...parsed.body.childNodes].flatMap(harmless);
  return { title: parsed.title || name, language: parsed.documentElement.lang, isPage: true, nodes };
}

/** A copy of a node that can neither run nor load anything. @param {Node} node @returns {Node[]} none where it is left out */
function harmless(node) {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof HTMLElement) || LEFT_OUT.has(node.localName)) return [];
  // Some pages stand in a form from top to bottom, and a form could send something.
  const made = document.createElement(node.localName === "form" ? "div" : node.localName);
  for (const name of KEPT) {
    const value = node.getAttribute(name);
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...[...node.childNodes].flatMap(harmless));
  return [made];
}

/**
 * @param {File} file
 * @returns {Promise<Given>}
 * @throws {Unreadable} where it is too large or no text
 */
export async function givenFile(file) {
  const { name } = file;
  if (file.size > MOST_BYTES) throw new Unreadable(`“${name}” is too large: files of up to 5 MB are read.`);
  const words = textIn(new Uint8Array(await file.arrayBuffer()));
  if (words === null) {
    throw new Unreadable(
      `“${name}” is not a text file. Copy the text out of the program that shows it, and paste it here.`,
    );
  }
  return /\.x?html?$/i.test(name) || file.type === "text/html" ? givenPage(words, name) : givenText(words, name);
}

/** @param {Uint8Array} bytes @returns {string | null} null where they are no text in UTF-8, or in UTF-16 that says so itself */
function textIn(bytes) {
  const encoding = { "255,254": "utf-16le", "254,255": "utf-16be" }[bytes.subarray(0, 2).join()] ?? "utf-8";
  try {
    const words = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return words.includes("\0") ? null : words;
  } catch {
    return null;
  }
}
