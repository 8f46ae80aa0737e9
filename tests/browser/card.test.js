/** The card: what it says, where it is placed, and how a reader opens it, moves in it and closes it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf } from "../../extension/page/marks.js";
import {
  boxOf,
  cardIsClosed,
  cardSays,
  hoverOver,
  lit,
  markedOn,
  pressOurs,
  settled,
  step,
} from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { messagesOf } from "../../scripts/locales.js";
import { inBothBrowsers } from "./with-browsers.js";

const MESSAGES = messagesOf("en");

/** A message as the card shows it. @param {string} name @param {string[]} words for its placeholders */
const sentence = (name, words = []) =>
  MESSAGES[name.replace(/\W/g, "_")].message.replace(/\$(\d)/g, (_, number) => words[number - 1]);

inBothBrowsers("The card", (suite) => {
  const open = async (page = "pages/article.html", look = {}) => {
    await suite.browser.open(suite.url(page));
    await suite.browser.look(look);
    await suite.browser.click();
    await settled(suite.browser);
  };
  /** @param {RegExp} words */
  const says = (words) => cardSays(suite.browser, words);
  const isClosed = () => cardIsClosed(suite.browser);
  /** The attribution whose source begins with some words. @param {string} words */
  const attributionOf = async (words) => {
    const marked = await markedOn(suite.browser);
    const isOf = (/** @type {[number, number][]} */ spans) =>
      spans.some(([from, to]) => marked?.text.slice(from, to).startsWith(words));
    const attribution = marked?.analysis.attributions.find(({ source }) => isOf(source));
    assert.ok(attribution, words);
    return attribution;
  };
  const announced = () => suite.browser.ours(`return root.querySelector("[aria-live]").textContent`);
  test("says who, how and why", async () => {
    await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const { text } = await says(/Anna Beck/);
    assert.match(text, /Named source[^]*“said” · word for word/);
    const { reason } = await attributionOf("Mayor Anna Beck");
    const why = sentence(`rule_${reason.rule}`, reason.words);
    assert.ok(!text.includes(why), text);
    await pressOurs(suite.browser, ".why summary");
    assert.ok((await says(/Rule:/)).text.includes(why), why);
  });

  test("says what speaks for a mark that no pattern explains", async () => {
    await open("pages/learnt.html");
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await says(/Anna Beck/);
    await pressOurs(suite.browser, ".why summary");
    const { text } = await says(/Rule:/);
    const { reason, evidence } = await attributionOf("Mayor Anna Beck");
    assert.equal(reason.rule, "model");
    assert.ok(text.includes(sentence("rule_model", reason.words)), text);
    assert.ok(evidence.length >= 3, `${evidence.length} facts`);
    for (const { rule, words } of evidence) assert.ok(text.includes(sentence(`evidence_${rule}`, words)), rule);
  });

  test("says what is known of a source that is not named", async () => {
    await open();
    await hoverOver(suite.browser, "A person familiar");
    const { text } = await says(/Unnamed source/);
    for (const said of [/How many\s+one/, /How they know\s+“familiar with the talks”/, /standard phrase/])
      assert.match(text, said);
    assert.ok(text.includes(sentence("grade_role+basis")) && text.includes(sentence("gradeStep", ["4", "5"])), text);
  });

  test("tells the source's full name and goes to where it is spelled out", async () => {
    await open();
    await hoverOver(suite.browser, "Dunn said");
    assert.match((await says(/Marek Dunn/)).text, /Here: “Dunn”[^]*Introduced as\s+“Marek Dunn, who runs the ferry”/);
    await pressOurs(suite.browser, ".mention");
    await isClosed();
    assert.deepEqual(await lit(suite.browser), ["Marek Dunn"]);
    assert.match(await announced(), /Marek Dunn/);
  });

  test("names nobody where it is not clear who is meant, and says on what a probable name rests", async () => {
    await open("pages/doubtful.html");
    await hoverOver(suite.browser, "He said");
    const unclear = await says(/“He”: not clear who/);
    assert.ok(unclear.text.includes(sentence("knownUnclear")), unclear.text);
    assert.ok(unclear.text.startsWith(sentence("kindUnclear")), unclear.text);
    await open("pages/seed-article.html");
    await suite.browser.page(
      `const all = [...document.querySelectorAll("article > *")];
       all.find((each) => each.textContent.trim().startsWith("We estimate")).scrollIntoView({ block: "center" });`,
    );
    await hoverOver(suite.browser, "We");
    assert.match((await says(/Probably/)).text, /Here: “We”[^]*This rests on\s+“.*Kim Yong-hyun”/);
  });

  test("turns to another mark on the same words", async () => {
    await open();
    await hoverOver(suite.browser, "is believed");
    const first = (await says(/On the same words/)).text;
    await pressOurs(suite.browser, ".other");
    const second = (await says(/Nobody is named[^]*On the same words\s+Hedge/)).text;
    assert.notEqual(first, second);
    await pressOurs(suite.browser, ".other");
    await eventually(async () => assert.equal((await suite.browser.card())?.text, first));
  });

  test("turns to it also after the page was read again", async () => {
    await open();
    await hoverOver(suite.browser, "is believed");
    await says(/On the same words/);
    await suite.browser.page(
      `const added = document.createElement("p");
       added.textContent = "Snow fell on the harbour, and the gulls slept on the roofs.";
       document.querySelector("article p:nth-of-type(2)").before(added);`,
    );
    await poll(async () => (await markedOn(suite.browser))?.text.includes("Snow fell"), { what: "another reading" });
    await pressOurs(suite.browser, ".other");
    await says(/No source given\s+‹\s+[1-9]\d* of \d+[^]*On the same words\s+Hedge/);
  });

  test("copies the statement with its speaker, outlet, date and a link to the place", async () => {
    await open();
    await hoverOver(suite.browser, "Dunn said");
    await says(/Marek Dunn/);
    await pressOurs(suite.browser, ".copy");
    await says(/Copied/);
    const [words, from, link] = (await suite.browser.clipboard()).split("\n");
    assert.match(words, /a second boat was probably on its way$/);
    assert.equal(from, "— Marek Dunn (paraphrase), The Harbour Post, November 5, 2024");
    assert.ok(link.startsWith(`${suite.url("pages/article.html")}#:~:text=`), link);
  });

  test("draws a scale for a hedge with a published range, and mentions no number for one without", async () => {
    await open();
    await hoverOver(suite.browser, "likely");
    assert.match((await says(/likely/)).text, /55–80 % on the published scale ICD 203, which is for English words/);
    const { left, right, from, to } = await suite.browser.ours(`
      const [scale, filled] = [".scale", ".filled"].map((part) => root.querySelector(part).getBoundingClientRect());
      return { left: scale.left, right: scale.right, from: filled.left, to: filled.right };`);
    assert.ok(
      Math.abs((from - left) / (right - left) - 0.55) < 0.02 && Math.abs((to - left) / (right - left) - 0.8) < 0.02,
    );
    await hoverOver(suite.browser, "may");
    assert.doesNotMatch((await says(/“may”/)).text, /%|scale/);
  });

  test("says whose doubt it is", async () => {
    await open();
    await hoverOver(suite.browser, "probably");
    assert.match((await says(/probably/)).text, /Whose doubt\s+Marek Dunn/);
    await hoverOver(suite.browser, "may");
    assert.ok((await says(/“may”/)).text.includes(sentence("scope_author")));
  });

  test("steps through all from one source and stays until a click elsewhere", async () => {
    await open();
    const isAt = (/** @type {number} */ number) => new RegExp(`All 3 from this source\\s+‹\\s+${number} of 3`);
    await hoverOver(suite.browser, "Marek Dunn");
    await says(isAt(1));
    await pressOurs(suite.browser, ".source-next");
    await says(isAt(2));
    await suite.browser.hover(5, 300);
    await poll(async () => isAt(2).test((await suite.browser.card())?.text ?? ""), {
      what: "a card that stays",
      lasting: 700,
    });
    await pressOurs(suite.browser, ".source-previous");
    await says(isAt(1));
    await suite.browser.pressAt(5, 300);
    await isClosed();
    assert.deepEqual(await lit(suite.browser), []);
  });

  test("takes the keyboard, lets it walk through its buttons and gives it back", async () => {
    await open();
    await suite.browser.page(`document.querySelector("nav a").focus()`);
    await step(suite.browser);
    await says(/1 of/);
    const keyboardIsOn = (/** @type {string} */ name) =>
      eventually(async () => {
        assert.equal(await suite.browser.ours(`return root.activeElement?.className`), name);
      });
    await keyboardIsOn("card");
    assert.match(await announced(), /1 of \d+/);
    await suite.browser.press("Tab");
    await keyboardIsOn("mark-previous");
    await suite.browser.press("Tab");
    await keyboardIsOn("mark-next");
    await suite.browser.press("Enter");
    await says(/2 of/);
    await keyboardIsOn("mark-next");
    await suite.browser.press("Escape");
    await isClosed();
    await eventually(async () => {
      assert.equal(await suite.browser.page(`return document.activeElement.textContent`), "Home");
    });
  });

  test("leaves the keyboard where the reader has put it since", async () => {
    await open();
    await suite.browser.page(`document.querySelector("nav a").focus()`);
    await step(suite.browser);
    await says(/1 of/);
    await suite.browser.page(`document.querySelector("article a").focus()`);
    await suite.browser.press("Escape");
    await isClosed();
    assert.equal(await suite.browser.page(`return document.activeElement.textContent`), "more worn than expected");
  });

  /** What the card says about its place at each of the unnamed sources. @returns {Promise<RegExp[]>} */
  const placesOfUnnamed = async () => {
    const marked = await markedOn(suite.browser);
    assert.ok(marked);
    const marks = marksOf(marked.analysis, []);
    const numbers = marks.flatMap(({ line }, at) => (line === "unnamed" ? [at + 1] : []));
    assert.ok(numbers.length >= 3, `${numbers.length} unnamed sources`);
    assert.ok(
      marks.slice(0, numbers.at(-1)).some(({ line }) => line === "loose"),
      "a loose group, which is passed over",
    );
    return numbers.map((number) => new RegExp(`\\b${number} of ${marks.length}\\b`));
  };

  test("the keyboard goes from one unnamed source to the next", async () => {
    await open("pages/story.html");
    const places = await placesOfUnnamed();
    const [first, second] = places;
    for (const place of [...places, first]) {
      await step(suite.browser, 1, "unnamed");
      await says(place);
    }
    await step(suite.browser, -1, "unnamed");
    await says(places[places.length - 1]);
    await step(suite.browser, 1, "unnamed");
    await says(first);
    await suite.browser.press("u");
    await says(second);
    await suite.browser.press("U");
    await says(first);
  });

  test("every command of the manifest but the toolbar's does what it says", async (context) => {
    if (suite.browser.name === "firefox") return context.skip("only Chromium lets a test send a command");
    await open("pages/story.html");
    const [first, second] = await placesOfUnnamed();
    const send = (/** @type {string} */ name) =>
      suite.browser.extension(`chrome.commands.onCommand.dispatch(values[0], await chrome.tabs.get(tabId))`, name);
    await send("next-mark");
    await says(/\b1 of \d/);
    await send("next-mark");
    await says(/\b2 of \d/);
    await send("previous-mark");
    await says(/\b1 of \d/);
    await send("next-unnamed");
    await says(first);
    await send("next-unnamed");
    await says(second);
    await send("previous-unnamed");
    await says(first);
  });

  test("a press on the words opens it, a press beside them closes it", async () => {
    await open();
    const box = await boxOf(suite.browser, "Mayor Anna Beck");
    await suite.browser.pressAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await says(/Anna Beck/);
    await suite.browser.pressAt(5, 500);
    await isClosed();
  });

  test("a tap opens it, a tap beside closes it", async () => {
    await open("pages/article.html", { width: 400, height: 700 });
    const box = await boxOf(suite.browser, "Mayor Anna Beck");
    await suite.browser.tap((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await says(/Anna Beck/);
    await suite.browser.tap(5, 30);
    await isClosed();
  });

  for (const [title, page, look] of /** @type {const} */ ([
    ["in a wide window", "pages/article.html", {}],
    ["in one of 320 pixels", "pages/article.html", { width: 320, height: 560 }],
    ["in one that is low as well, as at a high zoom", "pages/article.html", { width: 320, height: 280 }],
    ["from right to left", "pages/right-to-left.html", {}],
    ["from right to left in 320 pixels", "pages/right-to-left.html", { width: 320, height: 480 }],
  ])) {
    test(`stays in the window and off the words for every mark: ${title}`, async () => {
      await open(page, look);
      const marked = await markedOn(suite.browser);
      assert.ok(marked);
      const marks = marksOf(marked.analysis, []);
      for (const [index, mark] of marks.entries()) {
        await step(suite.browser);
        const { box } = await says(new RegExp(`\\b${index + 1} of ${marks.length}\\b`));
        const [from, to] = mark.spans[0];
        const { line, view } = await suite.browser.page(
          `for (const given of CSS.highlights.get("sourcelight-focus")) {
             const range = document.createRange();
             range.setStart(given.startContainer, given.startOffset);
             range.setEnd(given.endContainer, given.endOffset);
             if (range.toString().replace(/\\s+/g, " ") !== values[0]) continue;
             const view = { right: document.documentElement.clientWidth, bottom: innerHeight };
             return { line: range.getClientRects()[0].toJSON(), view };
           }
           throw new Error("not lit: " + values[0]);`,
          marked.text.slice(from, to),
        );
        const where = JSON.stringify({ words: marked.text.slice(from, to), box, line, view });
        assert.ok(box.left >= 0 && box.top >= 0 && box.right <= view.right && box.bottom <= view.bottom, where);
        assert.ok(box.bottom - box.top >= 60 && box.right - box.left >= 180, where);
        const isApart =
          box.top >= line.bottom || box.bottom <= line.top || box.left >= line.right || box.right <= line.left;
        assert.ok(isApart, where);
      }
    });
  }
});
