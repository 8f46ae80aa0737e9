/** The card: what it tells, where it stands, and how a reader gets into it, around in it and out of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { marksOf } from "../../extension/page/marks.js";
import { boxOf, drawn, hoverOver, markedOn, poll, pressOurs, settled } from "../../scripts/browsers/browser.js";
import { inBothBrowsers } from "./with-browsers.js";

inBothBrowsers("The card", (suite) => {
  const open = async (page = "pages/article.html", look = {}) => {
    await suite.browser.open(suite.url(page));
    await suite.browser.look(look);
    await suite.browser.click();
    await settled(suite.browser);
  };
  const step = (by = 1, to = "mark") =>
    suite.browser.extension(
      `await chrome.tabs.sendMessage(tabId, { type: "step", by: values[0], to: values[1] }, { frameId: 0 })`,
      by,
      to,
    );
  /** @param {RegExp} said */
  const cardSays = (said) =>
    poll(
      async () => {
        const card = await suite.browser.card();
        return card && said.test(card.text) && card;
      },
      { what: `a card that says ${said}` },
    );
  const cardIsClosed = () => poll(async () => !(await suite.browser.card()), { what: "the card's end" });
  const focused = async () =>
    (await drawn(suite.browser)).filter(({ name }) => name === "sourcelight-focus").map(({ text }) => text);
  const announced = () => suite.browser.ours(`return root.querySelector("[aria-live]").textContent`);
  /** Whether the core in the build resolves sources. @param {import("node:test").TestContext} context */
  const isWithoutSources = async (context) => {
    const found = await markedOn(suite.browser);
    if (found?.analysis.attributions.some(({ speaker }) => speaker)) return false;
    context.skip("SKIPPED: the core of this build resolves no sources yet");
    return true;
  };

  test("says who, how and why", async () => {
    await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const { text } = await cardSays(/Anna Beck/);
    assert.match(text, /Attribution/);
    assert.match(text, /said · “said” · word for word/);
    assert.match(text, /“said” closes what was said/);
  });

  test("says what speaks for a mark that no pattern explains", async () => {
    await open("pages/learnt.html");
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const { text } = await cardSays(/Speaks for it/);
    assert.match(text, /The words around “had high hopes” read as those around a cue of attribution do/);
    for (const fact of [/“hopes” usually tells/, /“Mayor Anna Beck” stands right before it/, /“that” opens/, /“would”/])
      assert.match(text, fact);
  });

  test("says what is known of a source that is not named", async (context) => {
    await open();
    if (await isWithoutSources(context)) return;
    await hoverOver(suite.browser, "A person familiar");
    const { text } = await cardSays(/Unnamed source/);
    for (const said of [/How many\s+one/, /Knows how\s+“familiar with the talks”/, /learns how they know/, /stock one/])
      assert.match(text, said);
  });

  test("tells the source's full name and goes to where it is spelled out", async (context) => {
    await open();
    if (await isWithoutSources(context)) return;
    await hoverOver(suite.browser, "Dunn said");
    assert.match((await cardSays(/Marek Dunn/)).text, /Called “Dunn” here/);
    await pressOurs(suite.browser, ".mention");
    await cardIsClosed();
    assert.deepEqual(await focused(), ["Marek Dunn"]);
    assert.match(await announced(), /Marek Dunn/);
  });

  test("draws a scale for a hedge with a published range, and says that there is none for one without", async () => {
    await open();
    await hoverOver(suite.browser, "likely");
    assert.match((await cardSays(/likely/)).text, /55–80 % on the ICD 203 scale/);
    const { left, right, from, to } = await suite.browser.ours(`
      const [scale, filled] = [".scale", ".filled"].map((part) => root.querySelector(part).getBoundingClientRect());
      return { left: scale.left, right: scale.right, from: filled.left, to: filled.right };`);
    assert.ok(
      Math.abs((from - left) / (right - left) - 0.55) < 0.02 && Math.abs((to - left) / (right - left) - 0.8) < 0.02,
    );
    await hoverOver(suite.browser, "may");
    assert.match((await cardSays(/“may”/)).text, /No number is given for “may”/);
  });

  test("says whose doubt it is", async () => {
    await open();
    await hoverOver(suite.browser, "probably");
    assert.match((await cardSays(/probably/)).text, /inside what a source says/);
    await hoverOver(suite.browser, "may");
    assert.match((await cardSays(/“may”/)).text, /author hedges/);
  });

  test("steps through all from one source and stays until a click elsewhere", async (context) => {
    await open();
    if (await isWithoutSources(context)) return;
    await hoverOver(suite.browser, "Marek Dunn");
    await cardSays(/All 3 from this source\s+‹\s+1 of 3/);
    await pressOurs(suite.browser, ".source-next");
    await cardSays(/2 of 3/);
    await suite.browser.hover(5, 300);
    await pause(700);
    await cardSays(/2 of 3/);
    await pressOurs(suite.browser, ".source-previous");
    await cardSays(/1 of 3/);
    await suite.browser.pressAt(5, 300);
    await cardIsClosed();
    assert.deepEqual(await focused(), []);
  });

  test("takes the keyboard, lets it walk through its buttons and gives it back", async () => {
    await open();
    await suite.browser.page(`document.querySelector("nav a").focus()`);
    await step();
    await cardSays(/1 of/);
    assert.equal(await suite.browser.ours(`return root.activeElement.className`), "card");
    assert.match(await announced(), /1 of \d+/);
    await suite.browser.press("Tab");
    await suite.browser.press("Tab");
    assert.equal(await suite.browser.ours(`return root.activeElement.className`), "mark-next");
    await suite.browser.press("Enter");
    await cardSays(/2 of/);
    assert.equal(await suite.browser.ours(`return root.activeElement.className`), "mark-next");
    await suite.browser.press("Escape");
    await cardIsClosed();
    assert.equal(await suite.browser.page(`return document.activeElement.textContent`), "Home");
  });

  test("the keyboard goes from one unnamed source to the next", async (context) => {
    await open();
    if (await isWithoutSources(context)) return;
    const seen = [];
    for (const by of [1, 1, -1]) {
      await step(by, "unnamed");
      await pause(150);
      seen.push((await cardSays(/source/)).text.split("\n").find((line) => / of \d/.test(line)));
    }
    assert.equal(seen[0], seen[2]);
    assert.notEqual(seen[0], seen[1]);
    await suite.browser.press("u");
    await pause(150);
    assert.equal(
      (await cardSays(/source/)).text.split("\n").find((line) => / of \d/.test(line)),
      seen[1],
    );
  });

  test("every command of the manifest but the toolbar's does what it says", async (context) => {
    if (suite.browser.name === "firefox") return context.skip("only Chromium lets a test send a command");
    await open();
    const send = (/** @type {string} */ name) =>
      suite.browser.extension(`chrome.commands.onCommand.dispatch(values[0], await chrome.tabs.get(tabId))`, name);
    await send("next-mark");
    await cardSays(/1 of \d/);
    await send("next-mark");
    await cardSays(/2 of \d/);
    await send("previous-mark");
    await cardSays(/1 of \d/);
    await send("next-unnamed");
    await cardSays(/source/);
    await send("previous-unnamed");
    await cardSays(/source/);
  });

  test("a press on the words opens it, a press beside them closes it", async () => {
    await open();
    const box = await boxOf(suite.browser, "Mayor Anna Beck");
    await suite.browser.pressAt((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await cardSays(/Anna Beck/);
    await suite.browser.pressAt(5, 500);
    await cardIsClosed();
  });

  test("a tap opens it, a tap beside closes it", async () => {
    await open("pages/article.html", { width: 400, height: 700 });
    const box = await boxOf(suite.browser, "Mayor Anna Beck");
    await suite.browser.tap((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    await cardSays(/Anna Beck/);
    await suite.browser.tap(5, 30);
    await cardIsClosed();
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
      const found = await markedOn(suite.browser);
      assert.ok(found);
      const marks = marksOf(found.analysis);
      for (const [index, mark] of marks.entries()) {
        await step();
        const { box } = await cardSays(new RegExp(`\\b${index + 1} of ${marks.length}\\b`));
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
          found.text.slice(from, to),
        );
        const where = JSON.stringify({ words: found.text.slice(from, to), box, line, view });
        assert.ok(box.left >= 0 && box.top >= 0 && box.right <= view.right && box.bottom <= view.bottom, where);
        assert.ok(box.bottom - box.top >= 60 && box.right - box.left >= 180, where);
        const isApart =
          box.top >= line.bottom || box.bottom <= line.top || box.left >= line.right || box.right <= line.left;
        assert.ok(isApart, where);
      }
    });
  }
});
