/** Pages that change while they are read: the marks follow at little cost, and the reader's place is not lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cardIsClosed,
  cardSays,
  costOf,
  drawn,
  hoverOver,
  lit,
  settled,
  step,
  switchedOff,
} from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { assertMarksCoverTheirWords, documentOf, inBothBrowsers } from "./with-browsers.js";

/** A paragraph as a live blog would add it. @param {string} name */
const statement = (name) =>
  `Councillor ${name} told reporters that the ferry owners were likely to ask the city for more money in spring.`;

/** What reading may cost in the long run, as in `extension/page/allowance.js`. */
const EARNED = 0.04;
/** A page that never rests is read every second at most. Longer pauses show that nothing is saved up any more. */
const WAITS_MS = 2_500;
/** No browser promises to keep a page: so often it is asked to before that counts as a failure. */
const JOURNEYS = 3;
/** Long compared with a single reading, so that one more or less makes little difference. */
const MEASURED_MS = 15_000;
/** The longest that a reading may be waited for, at a cost of some seconds on a machine that is busy otherwise. */
const READS_MS = 120_000;
/** With so many copies of its paragraphs the article costs more to read every second than is allowed. */
const COPIES = 500;
const CHANGES = 8;

inBothBrowsers("A living page", (suite) => {
  const open = async (page = "pages/living.html") => {
    await suite.browser.open(suite.url(page));
    await suite.browser.click();
    return settled(suite.browser);
  };
  const marked = async () => (await drawn(suite.browser)).map(({ text }) => text.replace(/\s+/g, " "));
  const isMarked = (/** @type {string} */ words) =>
    poll(async () => (await marked()).includes(words), { what: `a mark on ${words}` });
  const isGone = (/** @type {string} */ words) =>
    poll(async () => !(await marked()).includes(words), { what: `the end of the mark on ${words}` });
  const add = (/** @type {string} */ name, before = "nothing") =>
    suite.browser.page(
      `const added = document.createElement("p");
       added.textContent = values[0];
       document.querySelector("article").insertBefore(added, document.querySelector("article > " + values[1]));`,
      statement(name),
      before,
    );
  const cost = () => costOf(suite.browser);
  /** Leaves the page and comes back, until the browser kept it meanwhile: where it loads it anew, it has no marks. */
  const goAwayAndBack = async () => {
    const address = await suite.browser.page(`return location.href`);
    for (let journey = 0; journey < JOURNEYS; journey++) {
      await suite.browser.page(`window.isTheSame = true`);
      await suite.browser.open(suite.url("pages/strict.html"));
      await suite.browser.page(`history.back()`).catch(() => {});
      const arrived = `return location.href === values[0] && document.readyState === "complete"`;
      await poll(() => suite.browser.page(arrived, address).catch(() => false), { what: "the page" });
      if (await suite.browser.page(`return window.isTheSame === true`)) return;
      await open();
    }
    assert.fail("the browser never kept the page");
  };

  test("text that comes, changes and goes has its marks", async () => {
    const before = Number((await open()).text);
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    await eventually(async () => assert.equal((await suite.browser.badge()).text, String(before + 2)));
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
    await add("Omar Lind");
    await isMarked("Councillor Omar Lind");
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
    await add("Omar Lind");
    await isMarked("Councillor Omar Lind");
    assert.ok(!(await marked()).includes("Councillor Ruth Vale"));
    await suite.browser.page(`document.querySelector("input").click()`);
    await isMarked("Councillor Ruth Vale");
  });

  test("shadow trees and frames that change", async () => {
    await open();
    await suite.browser.page(`
      const host = document.createElement("story-text");
      window.shadow = host.attachShadow({ mode: "closed" });
      const frame = document.createElement("iframe");
      const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.querySelector("article").append(host, frame);
      await isLoaded;`);
    // When this is marked, the page has been read with both trees, and they are observed from then on.
    await add("Clara Moss");
    await isMarked("Councillor Clara Moss");
    await suite.browser.page(`window.shadow.innerHTML = "<p>" + values[0] + "</p>"`, statement("Ruth Vale"));
    await isMarked("Councillor Ruth Vale");
    await suite.browser.page(
      `document.querySelector("iframe").contentDocument.body.innerHTML = "<p>" + values[0] + "</p>"`,
      statement("Omar Lind"),
    );
    await poll(
      () => suite.browser.page(`return document.querySelector("iframe").contentWindow.CSS.highlights.size > 0`),
      { what: "marks in the frame" },
    );
  });

  test("an open card stays open while other text comes, and goes with its words", async () => {
    const count = Number((await open()).text);
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardSays(suite.browser, /Anna Beck/);
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    const { text } = await cardSays(suite.browser, new RegExp(`of ${count + 2}\\b`));
    assert.match(text, /Anna Beck/);
    await suite.browser.page(`document.querySelector("#second").remove()`);
    await cardIsClosed(suite.browser);
    assert.deepEqual(await lit(suite.browser), []);
    await hoverOver(suite.browser, "Marek Dunn");
    await cardSays(suite.browser, /Marek Dunn/);
  });

  test("the keyboard goes on from where it was", async () => {
    await open();
    await step(suite.browser);
    await cardSays(suite.browser, /\b1 of/);
    await step(suite.browser);
    await cardSays(suite.browser, /\b2 of/);
    await add("Ruth Vale", "#first");
    await isMarked("Councillor Ruth Vale");
    await cardSays(suite.browser, /\b4 of/);
    await step(suite.browser);
    await cardSays(suite.browser, /\b5 of/);
  });

  test("the ledger lists nothing that the page no longer shows", async () => {
    await open();
    await suite.browser.page(
      `const more = document.createElement("details");
       more.open = true;
       more.innerHTML = "<summary>More</summary><p>" + values[0] + "</p>";
       document.querySelector("article").append(more);`,
      statement("Ruth Vale"),
    );
    await add("Omar Lind", "details");
    const panel = await suite.browser.panel();
    try {
      const lists = (/** @type {string} */ name) =>
        panel.run(`return document.querySelector('[data-entry*="' + values[0] + '"]') !== null`, name);
      await poll(async () => (await lists("Ruth Vale")) && (await lists("Omar Lind")), { what: "both in the ledger" });
      await suite.browser.page(`document.querySelector("details").open = false`);
      await poll(async () => !(await lists("Ruth Vale")), { what: "a ledger without what is folded" });
      assert.ok(await lists("Omar Lind"));
      await suite.browser.page(
        `const sheet = document.createElement("style");
         sheet.textContent = "article > p:nth-last-of-type(1) { display: none }";
         document.head.append(sheet);`,
      );
      await poll(async () => !(await lists("Omar Lind")), { what: "a ledger without what is hidden" });
    } finally {
      await panel.close();
    }
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
      await eventually(async () => {
        const [words, hasFocus, seen] = await panel.run(`
          const input = document.querySelector("input");
          const seen = [...document.querySelectorAll("main article")].filter((each) => each.checkVisibility());
          return [input.value, document.activeElement === input, seen.map((each) => each.textContent).join("|")];`);
        assert.deepEqual([words, hasFocus], ["ferry", true]);
        assert.match(seen, /Ruth Vale/);
        assert.doesNotMatch(seen, /Anna Beck/);
      });
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
    await isGone("Mayor Anna Beck");
    await hoverOver(suite.browser, "Councillor Omar Lind");
    await cardSays(suite.browser, /Omar Lind/);
  });

  test("navigation within the page starts afresh", async () => {
    await open();
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardSays(suite.browser, /Anna Beck/);
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
    await cardIsClosed(suite.browser);
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
      document.documentElement.lang = "fr";
      for (const p of document.querySelectorAll("p")) {
        p.innerHTML = "<font><font>Le pont pourrait fermer pendant deux ans à partir de mars, ont déclaré deux responsables qui connaissent le projet, parce que les câbles sont plus usés que prévu.</font></font>";
      }`);
    await isGone("Mayor Anna Beck");
    await poll(async () => /English and German, and/.test((await suite.browser.badge()).title), { what: "the notice" });
    await suite.browser.page(`document.documentElement.lang = "en"; window.article.innerHTML = window.english;`);
    await isMarked("Mayor Anna Beck");
  });

  test("there and back again: the page comes from the browser's cache with its marks", async () => {
    const { text } = await open();
    await goAwayAndBack();
    await poll(async () => (await suite.browser.badge()).text === text, { what: "the badge" });
    await isMarked("Mayor Anna Beck");
    await add("Ruth Vale");
    await isMarked("Councillor Ruth Vale");
    await hoverOver(suite.browser, "Mayor Anna Beck");
    await cardSays(suite.browser, /Anna Beck/);
  });

  test("a page that never rests costs a twentieth of a core at most, and its marks follow all the same", async () => {
    await suite.browser.open(suite.url("pages/living.html"));
    await suite.browser.page(`
      const article = document.querySelector("article");
      article.insertAdjacentHTML("beforeend", article.innerHTML.repeat(${COPIES}));`);
    await suite.browser.click();
    await settled(suite.browser);
    await suite.browser.page(
      `let turn = 0;
       window.ticking = setInterval(() => {
         const added = document.createElement("p");
         added.textContent = values[0] + " " + turn++;
         document.querySelector("article").append(added);
       }, 50);`,
      statement("Ruth Vale"),
    );
    /** Waits until the page was read once more. */
    const read = async () => {
      const { turns } = await cost();
      const next = async () => {
        const now = await cost();
        return now.turns > turns && { at: performance.now(), ...now };
      };
      return poll(next, { what: "a reading", milliseconds: READS_MS });
    };
    // At first the page is read every second, until the time that was saved up is spent. From then on the limit holds.
    let last = -1;
    await poll(
      async () => {
        const { turns } = await cost();
        const isWaiting = turns === last;
        last = turns;
        return isWaiting;
      },
      { what: "the end of what was saved up", lasting: WAITS_MS, milliseconds: 90_000 },
    );
    // Measured from the end of one reading to the end of another: on a slow machine they are far apart.
    const before = await read();
    let after = await read();
    while (after.at - before.at < MEASURED_MS) after = await read();
    const share = (after.total - before.total) / (after.at - before.at);
    assert.ok(share > 0, "it was read");
    assert.ok(share <= 0.05, `${share} of a core`);
    await isMarked("Councillor Ruth Vale");
    await suite.browser.page(`clearInterval(window.ticking)`);
  });

  test("on a large page each change has its marks before the next, at the pace that reading may cost", async () => {
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
    const before = await cost();
    await suite.browser.page(
      `const change = async () => {
         const added = document.createElement("p");
         added.textContent = values[0];
         document.querySelector("article").append(added);
         const isMarked = () =>
           [...CSS.highlights.get("sourcelight-attribution")].some((range) => range.startContainer === added.firstChild);
         while (!isMarked()) await new Promise((resolve) => setTimeout(resolve, 20));
       };
       const changes = async () => {
         const began = performance.now();
         for (let count = 0; count < values[1]; count++) await change();
         window.took = performance.now() - began;
       };
       void changes();`,
      statement("Ruth Vale"),
      CHANGES,
    );
    const took = await poll(
      () => /** @type {Promise<number | undefined>} */ (suite.browser.page(`return window.took`)),
      {
        what: "the marks of the last change",
        milliseconds: 120_000,
      },
    );
    const spent = (await cost()).total - before.total;
    // For each change a second, as on a page that costs next to nothing to read, and the wait that the allowance demands for
    // the cost of reading; twice that, since the allowance also counts the core's time.
    const most = 2 * (spent / EARNED) + CHANGES * 1_000;
    assert.ok(took <= most, `${took} ms for ${CHANGES} changes whose reading cost ${spent} ms`);
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
    let before = await costs();
    assert.match(before, /total/);
    await poll(
      async () => {
        const [last, now] = [before, await costs()];
        before = now;
        return now === last;
      },
      { what: "an end of the readings", lasting: 3_000 },
    );
    await other.close();
    await isMarked("Councillor Ruth Vale");
  });

  test("switched off, nothing is watched and the page is its own", async () => {
    await open();
    await suite.browser.click();
    await switchedOff(suite.browser);
    const before = await cost();
    await add("Ruth Vale");
    const document = await documentOf(suite.browser);
    await poll(async () => (await cost()).turns === before.turns, { what: "no further turn", lasting: 1_500 });
    assert.deepEqual(await cost(), before);
    assert.deepEqual(await drawn(suite.browser), []);
    assert.equal(await documentOf(suite.browser), document);
  });
});
