/**
 * Does every step of the stories in `tests/story`, of the seed article and of a German one with the interface in German, and
 * compares what is then seen.
 *
 * @import { OwnPage } from "../../scripts/browsers/browser.js"
 * @import { Suite } from "./with-browsers.js"
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { cardIsClosed, pressOurs, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { LINES, LIT, MARKED, PLACE } from "../story/seen.js";
import { block, parsed, written } from "../story/steps.js";
import { inBothBrowsers } from "./with-browsers.js";

/** `language` is that of the interface. @typedef {{ folder: string, article: string, language: string }} Told */

/** @type {Record<string, Told>} */
const STORIES = {
  "The story of the seed article": { folder: "tests/story", article: "pages/seed-article.html", language: "en" },
  "The story of a German article": {
    folder: "tests/story/german",
    article: "pages/german-article.html",
    language: "de",
  },
};
const PICTURES = "target/story";

/** The ending of each format's files. @type {Record<string, string>} */
const ENDINGS = { Markdown: "md", CSV: "csv", JSON: "json" };

/** Whether the stories are rewritten. Chromium rewrites them, and Firefox must then show the same. */
const isUpdate = process.env.UPDATE === "1";

for (const [title, told] of Object.entries(STORIES)) {
  inBothBrowsers(title, (suite) => tell(suite, told), { firstUse: true, language: told.language });
}

/** @param {Suite} suite @param {Told} told */
function tell(suite, { folder, article, language }) {
  const story = parsed(readFileSync(`${folder}/README.md`, "utf8"));
  const messages = messagesOf(language);
  const pictures = () => `${PICTURES}/${language}/${suite.browser.name}`;
  /** The place of a mark among all marks, "4 of 21". */
  const place = new RegExp(messages.cardPlace.message.replace(/\$\d/g, "(\\d+)"));
  /** @type {OwnPage | null} */
  let ledger = null;
  /** @type {Set<string>} the places of the marks whose card was seen */
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
    const path = `${folder}/ledger.${ENDINGS[format]}`;
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
        await pressInLedger(messages.panelSave.message);
        const notice = () =>
          /** @type {OwnPage} */ (ledger).run(`return document.querySelector(".notice").textContent`);
        const said = await poll(async () => (await notice()).includes(ENDINGS[format]) && (await notice()), {
          what: "the name of the file",
        });
        const name = said.match(/[\p{L}\p{N}-]+\.\w+/u)?.[0] ?? "";
        compareFile(format, await suite.browser.saved(name));
        return [said];
      },
    ],
    [
      /^Copy the ledger as (\w+)$/,
      async (format) => {
        await choose(format);
        await pressInLedger(messages.panelCopy.message);
        const said = () => /** @type {OwnPage} */ (ledger).run(`return document.querySelector(".notice").textContent`);
        await poll(async () => (await said()) === messages.panelCopied.message, { what: "the notice of the copy" });
        compareFile(format, await suite.browser.clipboard());
        return [];
      },
    ],
  ];

  before(async () => {
    mkdirSync(pictures(), { recursive: true });
    await suite.browser.open(suite.url(article));
    await suite.browser.look({});
    untouched = await pageSource();
  });

  for (const [index, step] of story.steps.entries()) {
    test(step.title, async () => {
      const action = ACTIONS.find(([heading]) => heading.test(step.title));
      assert.ok(action, `no such action: ${step.title}`);
      const [, ...words] = /** @type {RegExpMatchArray} */ (step.title.match(action[0]));
      const seen = block(await action[1](...words));
      const at = seen.match(place)?.[0];
      if (at && /^(?:Point at|Press .+ in the card)/.test(step.title)) seenMarks.add(at);
      const slug = step.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 50);
      const picture = `${pictures()}/${String(index + 1).padStart(2, "0")}-${slug}.png`;
      await (/ledger/.test(step.title) && ledger ? ledger : suite.browser).screenshot(picture);
      if (isUpdate && suite.browser.name === "chromium") {
        step.seen = seen;
        writeFileSync(`${folder}/README.md`, written(story));
      }
      assert.equal(seen, step.seen);
    });
  }

  test("every mark has a step", () => {
    const [first = ""] = seenMarks;
    const count = Number(first.match(place)?.[2]);
    assert.ok(count > 0, "marks were seen");
    const all = Array.from({ length: count }, (_, index) => first.replace(/\d+/, String(index + 1)));
    const missing = all.filter((each) => !seenMarks.has(each));
    assert.deepEqual(missing, []);
  });
}
