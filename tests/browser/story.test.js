/**
 * Does every step of the story in `tests/story/README.md` on the seed article, and compares what is then seen.
 *
 * @import { OwnPage } from "../../scripts/browsers/browser.js"
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { cardIsClosed, pressOurs, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { block, parsed, written } from "../story/steps.js";
import { inBothBrowsers } from "./with-browsers.js";

const FOLDER = "tests/story";
const PICTURES = "target/story";
const ARTICLE = "pages/seed-article.html";

const MESSAGES = messagesOf("en");

/** The ending of each format's files. @type {Record<string, string>} */
const ENDINGS = { Markdown: "md", CSV: "csv", JSON: "json" };

const story = parsed(readFileSync(`${FOLDER}/README.md`, "utf8"));
/** Whether the story is rewritten. Chromium rewrites it, and Firefox must then show the same. */
const isUpdate = process.env.UPDATE === "1";

/** The text of an element in lines, as it is read: rows are joined, and names come before their values. */
const LINES = `
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
const MARKED = `
  const places = [...CSS.highlights].filter(([name]) => /^sourcelight-(?:attribution|unnamed|hedge)$/.test(name)).flatMap(([name, highlight]) =>
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
const LIT = `
  const ranges = [...(CSS.highlights.get("sourcelight-focus") ?? [])].map((given) => {
    const range = document.createRange();
    range.setStart(given.startContainer, given.startOffset);
    range.setEnd(given.endContainer, given.endOffset);
    return range;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map((range) => range.toString());`;

/** The box of some words of the page in the window; \`[…]\` selects a part of them. */
const PLACE = `
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

inBothBrowsers(
  "The story of the seed article",
  (suite) => {
    /** @type {OwnPage | null} */
    let ledger = null;
    /** @type {Set<string>} the marks whose card was seen, "4 of 21" */
    const seenMarks = new Set();
    /** The page before the marks were switched on. */
    let untouched = "";

    const pageSource = () => suite.browser.page("return document.documentElement.outerHTML");

    /** The text of the card or legend, and the lit words. @returns {Promise<string[]>} */
    async function shown() {
      const opened = await suite.browser.ours(
        `${LINES} return [...root?.querySelectorAll(":popover-open") ?? []].flatMap(linesOf);`,
      );
      const lit = /** @type {string[]} */ (await suite.browser.page(LIT));
      return [...(opened ?? []), ...(lit.length > 0 ? [`Lit: ${lit.map((words) => `“${words}”`).join(" … ")}`] : [])];
    }

    /** @param {() => Promise<string[]>} look @param {() => Promise<void>} act @returns {Promise<string[]>} what is seen when that has changed */
    async function changed(look, act) {
      const was = block(await look());
      await act();
      return poll(
        async () => {
          const is = await look();
          return block(is) !== was && block(is) === block(await look()) && is;
        },
        { what: "a change" },
      );
    }

    const ofLedger = () =>
      /** @type {OwnPage} */ (ledger).run(
        `${LINES} const main = document.querySelector("main"); return main ? linesOf(main) : [];`,
      );

    /** The line of an entry of the ledger. @param {string} name */
    const entryOf = (name) => `[data-entry*="${name}"] > summary`;

    /** @param {string} name */
    const ofEntry = (name) => () =>
      /** @type {OwnPage} */ (ledger).run(
        `${LINES} return linesOf(document.querySelector(values[0]).parentElement);`,
        entryOf(name),
      );

    /** @param {string} words of a button of the ledger */
    const pressInLedger = async (words) => {
      const opened = /** @type {OwnPage} */ (ledger);
      await opened.run(
        `for (const old of document.querySelectorAll("[data-pressed]")) delete old.dataset.pressed;
         const button = [...document.querySelectorAll("button")].find((each) => each.textContent.includes(values[0]));
         button.dataset.pressed = "";`,
        words,
      );
      await opened.press("[data-pressed]");
    };

    /** Drop-down lists need another driver call in each browser. @param {string} format */
    const choose = async (format) => {
      const { run, press, write } = /** @type {OwnPage} */ (ledger);
      if (suite.browser.name === "firefox") return press(`option[value="${ENDINGS[format]}"]`);
      await run(`document.querySelector("select").focus()`);
      await write(format);
    };

    /** Replaces addresses and dates, which differ from run to run. @param {string} text */
    const anywhere = (text) =>
      text
        .replaceAll(suite.url("pages/"), "https://news.example/")
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2024-10-09T08:00:00.000Z");

    /** @param {string} format @param {string} text */
    const compareFile = (format, text) => {
      const path = `${FOLDER}/ledger.${ENDINGS[format]}`;
      if (isUpdate && suite.browser.name === "chromium") writeFileSync(path, anywhere(text));
      assert.equal(anywhere(text), readFileSync(path, "utf8"), path);
    };

    /** The actions that headings can name. @type {[heading: RegExp, act: (...words: string[]) => Promise<string[]>][]} */
    const ACTIONS = [
      [
        /^Click on the toolbar button$/,
        async () => {
          const isOn = (await suite.browser.badge()).text !== "";
          await suite.browser.click();
          if (isOn) {
            await switchedOff(suite.browser);
            assert.equal(await pageSource(), untouched, "the page is as it was");
          } else await settled(suite.browser);
          const { text, title } = await suite.browser.badge();
          const toolbar = [text && `[${text}]`, title].filter(Boolean).join(" ");
          if (isOn) return [toolbar];
          const legend = await poll(async () => (await shown()).length > 0 && (await shown()), { what: "the legend" });
          return [toolbar, "", ...legend, "", ...(await suite.browser.page(MARKED))];
        },
      ],
      [/^Press (\w+)$/, (key) => changed(shown, () => suite.browser.press(key))],
      [
        /^Point at “(.+)”$/,
        async (words) => {
          await suite.browser.press("Escape");
          await cardIsClosed(suite.browser);
          return changed(shown, async () => {
            const box = await suite.browser.page(PLACE, words);
            await suite.browser.hover((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            await poll(() => suite.browser.card(), { what: `a card for “${words}”` });
          });
        },
      ],
      [
        /^Press “(.+)” in the card$/,
        (name) =>
          changed(shown, async () => {
            const selector = await suite.browser.ours(
              `const button = [...root.querySelectorAll(".card button")]
                 .find((each) => [each.textContent, each.getAttribute("aria-label")].includes(values[0]));
               return "." + button.className;`,
              name,
            );
            await pressOurs(suite.browser, selector);
          }),
      ],
      [
        /^Choose “(.+)” in the settings$/,
        async (words) => {
          const toolbar = async () => {
            const { text, title } = await settled(suite.browser);
            return [`[${text}] ${title}`];
          };
          return changed(toolbar, async () => {
            const options = await suite.browser.options();
            await options.run(
              `const label = [...document.querySelectorAll("label")].find((each) => each.textContent.includes(values[0]));
               label.querySelector("input").dataset.pressed = "";`,
              words,
            );
            await options.press("[data-pressed]");
            await options.close();
          });
        },
      ],
      [
        /^Open the source ledger$/,
        async () => {
          ledger = await suite.browser.panel();
          await poll(async () => (await ofLedger()).length > 10, { what: "the ledger" });
          await poll(
            () => /** @type {OwnPage} */ (ledger).run(`return document.querySelector("[aria-current]") !== null`),
            {
              what: "the reader's place in the ledger",
            },
          );
          return ofLedger();
        },
      ],
      [
        /^Close the source ledger$/,
        async () => {
          await ledger?.close();
          ledger = null;
          return [];
        },
      ],
      [
        /^Open “(.+)” in the ledger$/,
        (name) =>
          changed(ofEntry(name), async () => {
            await /** @type {OwnPage} */ (ledger).press(entryOf(name));
          }),
      ],
      [
        /^Press the first passage of “(.+)” in the strip$/,
        (name) =>
          changed(shown, () => /** @type {OwnPage} */ (ledger).press(`.lane[aria-label$="${name}"] > :first-child`)),
      ],
      [/^Choose “(.+)” in the ledger$/, (words) => changed(shown, () => pressInLedger(words))],
      [/^Filter by “(.+)” in the ledger$/, (words) => changed(ofLedger, () => pressInLedger(words))],
      [
        /^Save the ledger as (\w+)$/,
        async (format) => {
          await choose(format);
          await pressInLedger("Save");
          const notice = () =>
            /** @type {OwnPage} */ (ledger).run(`return document.querySelector(".notice").textContent`);
          const said = await poll(async () => (await notice()).includes(ENDINGS[format]) && (await notice()), {
            what: "the name of the file",
          });
          const name = said.match(/[\w-]+\.\w+/)?.[0] ?? "";
          compareFile(format, await suite.browser.saved(name));
          return [said];
        },
      ],
      [
        /^Copy the ledger as (\w+)$/,
        async (format) => {
          await choose(format);
          await pressInLedger("Copy");
          const said = () =>
            /** @type {OwnPage} */ (ledger).run(`return document.querySelector(".notice").textContent`);
          await poll(async () => (await said()) === MESSAGES.panelCopied.message, { what: "the notice of the copy" });
          compareFile(format, await suite.browser.clipboard());
          return [];
        },
      ],
    ];

    before(async () => {
      mkdirSync(`${PICTURES}/${suite.browser.name}`, { recursive: true });
      await suite.browser.open(suite.url(ARTICLE));
      await suite.browser.look({});
      untouched = await pageSource();
    });

    for (const [index, step] of story.steps.entries()) {
      test(step.title, async () => {
        const action = ACTIONS.find(([heading]) => heading.test(step.title));
        assert.ok(action, `no such action: ${step.title}`);
        const [, ...words] = /** @type {RegExpMatchArray} */ (step.title.match(action[0]));
        const seen = block(await action[1](...words));
        const place = seen.match(/\d+ of \d+/)?.[0];
        if (place && /^Point/.test(step.title)) seenMarks.add(place);
        const slug = step.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 50);
        const picture = `${PICTURES}/${suite.browser.name}/${String(index + 1).padStart(2, "0")}-${slug}.png`;
        await (/ledger/.test(step.title) && ledger ? ledger : suite.browser).screenshot(picture);
        if (isUpdate && suite.browser.name === "chromium") {
          step.seen = seen;
          writeFileSync(`${FOLDER}/README.md`, written(story));
        }
        assert.equal(seen, step.seen);
      });
    }

    test("every mark has a step", () => {
      const [first] = seenMarks;
      const count = Number(first?.split(" ").at(-1));
      const missing = Array.from({ length: count }, (_, at) => `${at + 1} of ${count}`).filter(
        (place) => !seenMarks.has(place),
      );
      assert.deepEqual(missing, []);
    });
  },
  { firstUse: true },
);
