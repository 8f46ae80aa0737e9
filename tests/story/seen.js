/**
 * What is seen, as scripts that run in the page or in one of our own: the lines of a card, legend or ledger, the marks of the
 * page, the lit words, and where some words stand.
 */

/** The text of an element in lines, as it is read: rows are joined, and names come before their values. */
export const LINES = `
  const ROW = "h1, h2, h3, p, li, dt, dd, header, footer, .how, .words, .range.none, summary, button:not([aria-label])";
  const BEFORE = { H1: "# ", H2: "## ", H3: "### ", LI: "- " };
  const linesOf = (shown) => {
    const lines = [];
    let last = null;
    const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) {
      const part = text.parentElement.closest(":not(bdi)");
      const words = text.data.replace(/\\s+/g, " ").trim();
      if (!words || !part.checkVisibility() || part.closest("[aria-hidden], [aria-label]:is(button, select)")) continue;
      const row = part.closest(ROW) ?? part;
      if (row === last?.row) lines.push(lines.pop() + (part === last.part ? " " : " · ") + words);
      else if (last?.row.matches("dt")) lines.push(lines.pop() + ": " + words);
      else lines.push((BEFORE[row.tagName] ?? "") + (row.matches(".actions button, .card button, .legend button, .card summary") ? "[" + words + "]" : words));
      last = { row, part };
    }
    return lines;
  };`;

/** The paragraphs of the page with their marks in braces. */
export const MARKED = `
  const places = [...CSS.highlights].filter(([name]) => /^sourcelight-(?:attribution|unnamed|hedge|content)$/.test(name)).flatMap(([name, highlight]) =>
    [...highlight].map((range) => ({ style: name.replace("sourcelight-", ""), range })));
  return [...document.querySelectorAll("article > *")].map((paragraph) => {
    const text = paragraph.firstChild;
    const here = places.filter(({ range }) => range.startContainer === text);
    const borders = [0, ...here.flatMap(({ range }) => [range.startOffset, range.endOffset]), text.length];
    const sorted = [...new Set(borders)].sort((a, b) => a - b);
    return sorted.slice(0, -1).map((from, index) => {
      const words = text.data.slice(from, sorted[index + 1]);
      const styles = here.filter(({ range }) => range.startOffset <= from && from < range.endOffset);
      return styles.length ? "{" + styles.map(({ style }) => style).join("+") + ": " + words + "}" : words;
    }).join("");
  });`;

/** The lit words, in the order of the text. */
export const LIT = `
  const ranges = [...(CSS.highlights.get("sourcelight-focus") ?? [])].map((given) => {
    const range = document.createRange();
    range.setStart(given.startContainer, given.startOffset);
    range.setEnd(given.endContainer, given.endOffset);
    return range;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map((range) => range.toString());`;

/** The box of some words of the page in the window; \`[…]\` selects a part of them. */
export const PLACE = `
  const words = values[0].replace(/[[\\]]/g, "");
  const from = Math.max(values[0].indexOf("["), 0);
  const length = values[0].includes("]") ? values[0].indexOf("]") - 1 - from : words.length;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    if (!text.data.includes(words)) continue;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(words) + from);
    range.setEnd(text, text.data.indexOf(words) + from + length);
    text.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    return range.getClientRects()[0].toJSON();
  }
  throw new Error("not on the page: " + values[0]);`;
