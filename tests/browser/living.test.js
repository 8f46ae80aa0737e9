/** Pages that change under the reader's eyes: marks follow, soon and cheaply, and nothing of the reader's is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { drawn, hoverOver, poll, settled } from "../../scripts/browsers/browser.js";
import { assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

/** Marks must be there this long after a page's last change; the rest is the driver's own time on a busy machine. */
const SOON = { milliseconds: 500 + 1_500 };

/** A paragraph as a live blog would add it. @param {string} name */
const statement = (name) =>
  `Councillor ${name} told reporters that the ferry owners were likely to ask the city for more money in spring.`;

inBothBrowsers("A living page", (suite) => {
  const open = async (page = "pages/living.html") => {
    await suite.browser.open(suite.url(page));
    await suite.browser.click();
    return settled(suite.browser);
  };
  const marked = async () => (await drawn(suite.browser)).map(({ text }) => text.replace(/\s+/g, " "));
  const isMarked = (/** @type {string} */ words) =>
    poll(async () => (await marked()).includes(words), { ...SOON, what: `a mark on ${words}` });
  const isGone = (/** @type {string} */ words) =>
    poll(async () => !(await marked()).includes(words), { ...SOON, what: `no mark on ${words}` });
  const add = (/** @type {string} */ name, before = "nothing") =>
    suite.browser.page(
      `const added = document.createElement("p");
       added.textContent = values[0];
       document.querySelector("article").insertBefore(added, document.querySelector("article > " + values[1]));`,
      statement(name),
      before,
    );
  const cost = () =>
    /** @type {Promise<{ longest: number, total: number, turns: number }>} */ (
      suite.browser.extension(`return chrome.tabs.sendMessage(tabId, { type: "cost" }, { frameId: 0 })`)
    );

  test("text that comes, changes and goes has its marks", async () => {
    const before = Number((await open()).text);
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    const badge = await poll(async () => {
      const { text } = await suite.browser.badge();
      return Number(text) > before && text;
    });
    assert.equal(Number(badge), before + 2);
    await suite.browser.page(
      `document.querySelector("article p:last-child").firstChild.data = values[0]`,
      statement("Omar Lind"),
    );
    await isMarked("Councillor Omar Lind");
    await isGone("Councillor Ruth Vale");
    await suite.browser.page(`document.querySelector("article p:last-child").remove()`);
    await isGone("Councillor Omar Lind");
    await poll(async () => Number((await suite.browser.badge()).text) === before, { what: "the old count" });
    await assertMarksCoverTheirWords(suite.browser);
  });

  test("marks that are still there stay as they are", async () => {
    await open();
    await suite.browser.page(`
      window.kept = [...CSS.highlights.get("sourcelight-attribution")];
      window.highlight = CSS.highlights.get("sourcelight-attribution");`);
    await add("Ruth Vale", "#first");
    await isMarked("Councillor Ruth Vale");
    assert.ok(
      await suite.browser.page(`
        const now = CSS.highlights.get("sourcelight-attribution");
        return now === window.highlight && window.kept.length > 3 && window.kept.every((range) => now.has(range));`),
    );
  });

  test("text that is shown and hidden", async () => {
    await open();
    await suite.browser.page(
      `
      const more = document.createElement("div");
      more.className = "rest";
      more.style.display = "none";
      more.innerHTML = "<p>" + values[0] + "</p>";
      document.querySelector("article").append(more);`,
      statement("Ruth Vale"),
    );
    await pause(700);
    assert.ok(!(await marked()).includes("Councillor Ruth Vale"));
    await suite.browser.page(`document.querySelector(".rest").style.display = ""`);
    await isMarked("Councillor Ruth Vale");
    await suite.browser.page(`document.querySelector(".rest").hidden = true`);
    await isGone("Councillor Ruth Vale");
  });

  test("text that a style sheet alone shows", async () => {
    await open();
    await suite.browser.page(
      `const more = document.createElement("div");
       more.innerHTML = "<style>.rest { display: none } :checked ~ .rest { display: block }</style>" +
         "<input type=checkbox><p class=rest>" + values[0] + "</p>";
       document.querySelector("article").append(more);`,
      statement("Ruth Vale"),
    );
    await pause(700);
    assert.ok(!(await marked()).includes("Councillor Ruth Vale"));
    await suite.browser.page(`document.querySelector("input").click()`);
    await isMarked("Councillor Ruth Vale");
  });

  test("shadow trees and frames live as well", async () => {
    await open();
    await suite.browser.page(`
      const host = document.createElement("story-text");
      window.shadow = host.attachShadow({ mode: "closed" });
      const frame = document.createElement("iframe");
      document.querySelector("article").append(host, frame);`);
    await pause(500);
    await suite.browser.page(`window.shadow.innerHTML = "<p>" + values[0] + "</p>"`, statement("Ruth Vale"));
    await isMarked("Councillor Ruth Vale");
    await suite.browser.page(
      `document.querySelector("iframe").contentDocument.body.innerHTML = "<p>" + values[0] + "</p>"`,
      statement("Omar Lind"),
    );
    await poll(
      () => suite.browser.page(`return document.querySelector("iframe").contentWindow.CSS.highlights.size > 0`),
      { ...SOON, what: "marks in the frame" },
    );
  });

  test("an open card stays open while other text comes, and goes with its words", async () => {
    const count = Number((await open()).text);
    await hoverOver(suite.browser, "Mayor Anna Beck");
    const before = await poll(() => suite.browser.card(), { what: "the card" });
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    const after = await poll(
      async () => {
        const card = await suite.browser.card();
        return card?.text.includes(`of ${count + 2}`) && card;
      },
      { what: "the card with the new count" },
    );
    assert.match(before.text, /Anna Beck/);
    assert.match(after.text, /Anna Beck/);
    await suite.browser.page(`document.querySelector("#second").remove()`);
    await poll(async () => !(await suite.browser.card()), { what: "the card's end" });
    assert.deepEqual(
      (await drawn(suite.browser)).filter(({ name }) => name === "sourcelight-focus"),
      [],
    );
    await hoverOver(suite.browser, "Marek Dunn");
    await poll(async () => (await suite.browser.card())?.text.includes("Marek Dunn"), { what: "the next card" });
  });

  test("the keyboard goes on from where it was", async () => {
    await open();
    const step = async () => {
      await suite.browser.extension(
        `await chrome.tabs.sendMessage(tabId, { type: "step", by: 1, to: "mark" }, { frameId: 0 })`,
      );
      return (await poll(() => suite.browser.card(), { what: "the card" })).text;
    };
    await step();
    const second = await step();
    await add("Ruth Vale", "#first");
    await isMarked("Councillor Ruth Vale");
    assert.match(second, /2 of/);
    assert.match((await suite.browser.card())?.text ?? "", /4 of/);
    assert.match(await step(), /5 of/);
  });

  test("the ledger follows", async () => {
    await open();
    const panel = await suite.browser.panel();
    try {
      const shows = (/** @type {string} */ words) =>
        poll(() => panel.run(`return document.querySelector("main").textContent.includes(values[0])`, words), {
          what: `${words} in the ledger`,
        });
      await shows("Marek Dunn");
      await panel.press("input");
      await panel.write("ferry");
      await add("Ruth Vale");
      await shows("Ruth Vale");
      const [words, hasFocus, seen] = await panel.run(`
        const input = document.querySelector("input");
        const seen = [...document.querySelectorAll("main article")].filter((each) => each.checkVisibility());
        return [input.value, document.activeElement === input, seen.map((each) => each.textContent).join("|")];`);
      assert.deepEqual([words, hasFocus], ["ferry", true]);
      assert.match(seen, /Ruth Vale/);
      assert.doesNotMatch(seen, /Anna Beck/);
    } finally {
      await panel.close();
    }
  });

  test("a new body, and one in which everything is new", async () => {
    await open();
    await suite.browser.page(
      `
      const body = document.createElement("body");
      body.innerHTML = "<article><h1>Another vote</h1>" + values.map((text) => "<p>" + text + "</p>").join("") + "</article>";
      document.body.replaceWith(body);`,
      statement("Ruth Vale"),
      statement("Omar Lind"),
    );
    await isMarked("Councillor Ruth Vale");
    await isMarked("Councillor Omar Lind");
    assert.ok(!(await marked()).includes("Mayor Anna Beck"));
    await hoverOver(suite.browser, "Councillor Omar Lind");
    await poll(() => suite.browser.card(), { what: "the card" });
  });

  test("navigation within the page starts afresh", async () => {
    await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await poll(() => suite.browser.card(), { what: "the card" });
    const go = (/** @type {string} */ path, /** @type {string} */ name) =>
      suite.browser.page(
        `history.pushState(null, "", values[0]);
         document.title = values[0];
         document.querySelector("article").innerHTML = "<h1>" + values[0] + "</h1>" + ("<p>" + values[1] + "</p>").repeat(2);`,
        path,
        statement(name),
      );
    await go("next-story", "Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    await poll(async () => !(await suite.browser.card()), { what: "the card's end" });
    await isGone("Mayor Anna Beck");
    await go("last-story", "Omar Lind");
    await isMarked("Councillor Omar Lind");
    await assertMarksCoverTheirWords(suite.browser);
  });

  test("a page that gets its text later, and another language by translation", async () => {
    await suite.browser.open(suite.url("pages/living.html"));
    await suite.browser.page(`window.article = document.querySelector("article"); window.article.remove()`);
    await suite.browser.click();
    assert.equal((await settled(suite.browser)).text, "!");
    await suite.browser.page(`document.body.append(window.article)`);
    await isMarked("Mayor Anna Beck");
    await suite.browser.page(`
      window.english = window.article.innerHTML;
      document.documentElement.lang = "de";
      for (const p of document.querySelectorAll("p")) {
        p.innerHTML = "<font><font>Die Brücke könnte ab März für zwei Jahre geschlossen werden, sagten zwei mit den Plänen vertraute Beamte, weil die Kabel stärker verschlissen sind als erwartet.</font></font>";
      }`);
    await isGone("Mayor Anna Beck");
    await poll(async () => /English only/.test((await suite.browser.badge()).title), { what: "the plain word" });
    await suite.browser.page(`document.documentElement.lang = "en"; window.article.innerHTML = window.english;`);
    await isMarked("Mayor Anna Beck");
  });

  test("there and back again: the page comes from the browser's cache with its marks", async () => {
    const { text } = await open();
    await suite.browser.page(`window.isTheSame = true`);
    await suite.browser.open(suite.url("pages/strict.html"));
    await suite.browser.page(`history.back()`).catch(() => {});
    await poll(() => suite.browser.page(`return window.isTheSame === true`).catch(() => false), { what: "the page" });
    await poll(async () => (await suite.browser.badge()).text === text, { what: "the badge" });
    await isMarked("Mayor Anna Beck");
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await poll(() => suite.browser.card(), { what: "the card" });
  });

  test("a page that never rests costs a twentieth of a core at most, and its marks follow all the same", async () => {
    await open();
    await suite.browser.page(`
      const template = document.querySelector("article").cloneNode(true);
      for (let copy = 0; copy < 60; copy++) document.body.append(template.cloneNode(true));`);
    await pause(3_000);
    await suite.browser.page(
      `
      let turn = 0;
      window.ticking = setInterval(() => {
        const added = document.createElement("p");
        added.textContent = values[0] + " " + turn++;
        document.querySelector("article").append(added);
      }, 50);`,
      statement("Ruth Vale"),
    );
    const [began, before] = [performance.now(), await cost()];
    await pause(8_000);
    const [ended, after] = [performance.now(), await cost()];
    const share = (after.total - before.total) / (ended - began);
    assert.ok(share > 0, "it was read");
    assert.ok(share <= 0.05 + 400 / 8_000, `${share} of a core`);
    assert.ok((await marked()).includes("Councillor Ruth Vale"));
    await suite.browser.page(`clearInterval(window.ticking)`);
  });

  test("marks keep pace with a large page that changes every second or so", async () => {
    await suite.browser.open(suite.url("pages/living.html"));
    await suite.browser.page(
      `const article = document.querySelector("article");
       for (let copy = 0; copy < 80; copy++) {
         article.insertAdjacentHTML("beforeend", "<p class='text'>" + values[1].repeat(4) + copy + "</p>");
         if (copy % 4 === 0) article.insertAdjacentHTML("beforeend", "<p class='text'>" + values[0] + "</p>");
       }
       const link = "<li class='item'><div class='teaser wide'><a href='#'><span class='name'>Elsewhere</span></a></div></li>";
       document.body.insertAdjacentHTML("beforeend", "<section class='rest'><ul>" + link.repeat(500) + "</ul></section>");`,
      statement("Clara Moss"),
      "The pier is made of wood and stone, and boats lie beside it all day long, as they did a hundred years ago. ",
    );
    await suite.browser.click();
    await settled(suite.browser);
    // Each change looks whether the one before it has its mark.
    await suite.browser.page(
      `window.marked = [];
       let last = null;
       window.ticking = setInterval(() => {
         const isMarked = () => [...CSS.highlights.get("sourcelight-attribution")].some((range) => range.startContainer === last);
         if (last) window.marked.push(isMarked());
         const added = document.createElement("p");
         added.textContent = values[0] + " " + window.marked.length;
         document.querySelector("article").append(added);
         last = added.firstChild;
       }, 1_200);`,
      statement("Ruth Vale"),
    );
    await pause(16 * 1_200);
    const [, , ...kept] = await suite.browser.page(`clearInterval(window.ticking); return window.marked`);
    const late = kept.filter((/** @type {boolean} */ isMarked) => !isMarked).length;
    assert.ok(kept.length > 8 && late <= kept.length / 2, `${late} of ${kept.length} late`);
  });

  test("a hidden tab costs nothing, and is read when it is seen again", async () => {
    await open();
    await suite.browser.page(
      `setInterval(() => {
         const added = document.createElement("p");
         added.textContent = values[0];
         document.querySelector("article").append(added);
       }, 50);`,
      statement("Ruth Vale"),
    );
    const other = await suite.browser.options();
    const costs = () =>
      other.run(
        `const { chrome } = window.wrappedJSObject ?? window;
         const tabs = await chrome.tabs.query({});
         const ask = ({ id }) => chrome.tabs.sendMessage(id, { type: "cost" }, { frameId: 0 }).catch(() => null);
         return JSON.stringify(await Promise.all(tabs.map(ask)));`,
      );
    await pause(1_500);
    const before = await costs();
    await pause(3_000);
    assert.equal(await costs(), before);
    assert.match(before, /total/);
    await other.close();
    await isMarked("Councillor Ruth Vale");
  });

  test("switched off, nothing is watched and the page is its own", async () => {
    await open();
    await suite.browser.click();
    await poll(async () => (await suite.browser.badge()).text === "");
    const before = await cost();
    await add("Ruth Vale");
    const document = await documentOf(suite.browser);
    await pause(1_000);
    assert.deepEqual(await cost(), before);
    assert.deepEqual(await drawn(suite.browser), []);
    assert.equal(await documentOf(suite.browser), document);
  });
});
