/**
 * A picture of the overview, as shapes: rectangles in the patterns of the four standings, and lines of text. It is made from
 * the ledger alone, without a look at the panel; `svg.js` and `png.js` draw the shapes.
 *
 * @import { Source } from "../shared/ledger.js"
 * @import { Export } from "./section.js"
 */
import { counted, say } from "../shared/dom.js";
import { baseOf, headlineOf, hedgesOf, leadersOf, unnamedOf } from "../shared/glance.js";
import { extentNotice, percentage, shortName, standingLabel } from "../shared/ledger.js";

/** A rectangle; `fill` is a colour or the name of a pattern. @typedef {{ x: number, y: number, width: number, height: number, fill: string }} Box */

/** A line of text; `y` is its baseline. @typedef {{ text: string, x: number, y: number, size: number, isBold: boolean, color: string, end: boolean }} Line */

/** @typedef {{ width: number, height: number, title: string, description: string, shapes: (Box | Line)[] }} Picture */

/** How wide a text is. @typedef {(text: string, size: number, isBold: boolean) => number} Measure */

const WIDTH = 800;
const MARGIN = 32;
const ROOM = WIDTH - 2 * MARGIN;
const INK = "#1b2430";
const FAINT = "#55616f";
const PAPER = "#ffffff";
const GROUND = "#f1f4f7";
/** The least width of a part of the bar that has a name in it. */
const NAMED_FROM = 56;

/** Tiles that are repeated: their side, and what is filled with colour in them. @type {Record<string, { side: number, color: string, path: string }>} */
export const PATTERNS = {
  named: { side: 4, color: "#0072b2", path: "M0 0h4v4h-4z" },
  institution: { side: 5, color: "#7a5aa6", path: "M0 0h5v3h-5z" },
  unnamed: { side: 8, color: "#c65100", path: "M0 8L8 0H3L0 3zM8 5v3H5z" },
  loose: { side: 5, color: "#77828f", path: "M1 2.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z" },
};

/** @param {Export} given @param {Measure} measure @returns {Picture} */
export function picture({ ledger, page, extent, read }, measure) {
  const drawing = new Drawing(measure);
  const host = new URL(page.url).hostname;
  const headline = headlineOf(ledger);
  const notice = extentNotice(extent);
  drawing.paragraph(page.title || host, { size: 22, isBold: true, most: 2 });
  drawing.paragraph([host, page.published].filter(Boolean).join(" · "), { size: 14, color: FAINT, most: 1 });
  drawing.paragraph(headline, { size: 18, isBold: true, most: 4 });
  if (notice) drawing.paragraph(notice, { size: 14, color: FAINT, most: 2 });
  drawing.bar(ledger.sources);
  for (const { standing, sources, words } of ledger.standings) {
    if (sources === 0) continue;
    const share = percentage(words / Math.max(ledger.attributedWords, 1));
    drawing.key(standing, `${say(`label_standing_${standing}`)}: ${say("panelKindCount", [`${sources}`, share])}`);
  }
  drawing.below(10);
  const { leaders, others } = leadersOf(ledger);
  for (const source of leaders) drawing.lane([source], shortName(source), standingLabel(source));
  if (others.length > 0) drawing.lane(others, counted("glanceOthers", others.length), "");
  if (leaders.length > 0) drawing.ends(say("stripTop"), say("stripEnd"));
  const unnamed = unnamedOf(ledger);
  if (unnamed) drawing.paragraph(`${say("glanceNotNamed")} ${unnamed}`, { size: 15, most: 4 });
  drawing.paragraph(hedgesOf(ledger), { size: 15, most: 2 });
  drawing.paragraph(baseOf(ledger), { size: 13, color: FAINT, most: 2 });
  drawing.paragraph(`${say("exportRead", [read])} · ${page.url}`, { size: 13, color: FAINT, most: 2 });
  return {
    width: WIDTH,
    height: drawing.y + MARGIN,
    title: page.title || host,
    description: headline,
    shapes: drawing.shapes,
  };
}

/** Lays shapes out from top to bottom. */
class Drawing {
  /** @type {(Box | Line)[]} */
  shapes = [];
  y = MARGIN - 8;
  #measure;

  /** @param {Measure} measure */
  constructor(measure) {
    this.#measure = measure;
  }

  /** @param {number} space */
  below(space) {
    this.y += space;
  }

  /** @param {string} text @param {{ size: number, isBold?: boolean, color?: string, most: number }} look `most` lines are drawn */
  paragraph(text, { size, isBold = false, color = INK, most }) {
    for (const line of this.#wrapped(text, size, isBold, most)) {
      this.y += Math.round(size * 1.35);
      this.#text(line, MARGIN, this.y, { size, isBold, color });
    }
    this.below(8);
  }

  /** @param {Source[]} sources */
  bar(sources) {
    const speaking = sources.filter(({ words }) => words > 0);
    const order = Object.keys(PATTERNS);
    speaking.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
    let x = MARGIN;
    this.below(4);
    for (const source of speaking) {
      const width = ROOM * source.share;
      this.#box(x, this.y, Math.max(width - 2, 1), 34, source.standing);
      const name = this.#cut(shortName(source), width - 20, 13, false);
      if (width > NAMED_FROM) {
        this.#box(x + 5, this.y + 7, this.#measure(name, 13, false) + 8, 20, PAPER);
        this.#text(name, x + 9, this.y + 22, { size: 13 });
      }
      x += width;
    }
    this.below(34 + 10);
  }

  /** What a pattern means. @param {string} pattern @param {string} words */
  key(pattern, words) {
    this.#box(MARGIN, this.y + 4, 16, 12, pattern);
    this.#text(words, MARGIN + 24, this.y + 15, { size: 14 });
    this.below(22);
  }

  /** @param {Source[]} sources one, or all the others @param {string} name @param {string} label */
  lane(sources, name, label) {
    const share = percentage(sources.reduce((sum, source) => sum + source.share, 0));
    const shown = this.#cut(name, ROOM - 220, 15, true);
    this.#text(shown, MARGIN, this.y + 15, { size: 15, isBold: true });
    this.#text(label, MARGIN + this.#measure(shown, 15, true) + 8, this.y + 15, { size: 13, color: FAINT });
    this.#text(share, WIDTH - MARGIN, this.y + 15, { size: 14, color: FAINT, end: true });
    this.#box(MARGIN, this.y + 21, ROOM, 14, GROUND);
    for (const { standing, passages } of sources) {
      for (const { from, to } of passages) {
        this.#box(MARGIN + ROOM * from, this.y + 21, Math.max(ROOM * (to - from), 2), 14, standing);
      }
    }
    this.below(42);
  }

  /** What stands at the two ends of the lanes. @param {string} start @param {string} end */
  ends(start, end) {
    this.#text(start, MARGIN, this.y + 8, { size: 13, color: FAINT });
    this.#text(end, WIDTH - MARGIN, this.y + 8, { size: 13, color: FAINT, end: true });
    this.below(16);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height @param {string} fill */
  #box(x, y, width, height, fill) {
    this.shapes.push({ x, y, width, height, fill });
  }

  /** @param {string} text @param {number} x @param {number} y @param {Partial<Line> & { size: number }} look */
  #text(text, x, y, look) {
    if (text) this.shapes.push({ isBold: false, color: INK, end: false, ...look, text, x, y });
  }

  /** A text that fits, or its beginning. @param {string} text @param {number} room @param {number} size @param {boolean} isBold */
  #cut(text, room, size, isBold) {
    if (this.#measure(text, size, isBold) <= room) return text;
    const letters = [...text];
    while (letters.length > 0 && this.#measure(`${letters.join("")}…`, size, isBold) > room) letters.pop();
    return `${letters.join("").trimEnd()}…`;
  }

  /** @param {string} text @param {number} size @param {boolean} isBold @param {number} most lines */
  #wrapped(text, size, isBold, most) {
    /** @type {string[]} */
    const lines = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      // The last line takes all that is left, and is cut.
      if (line && lines.length < most - 1 && this.#measure(longer, size, isBold) > ROOM) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line].map((each) => this.#cut(each, ROOM, size, isBold));
  }
}
