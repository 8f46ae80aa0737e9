/** Text that a page draws is marked wherever it is in the DOM. Text that is not drawn, or that the reader writes, is not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cardIsClosed, cardSays, pressOurs, settled, switchedOff } from "../../scripts/browsers/browser.js";
import { eventually, poll } from "../../scripts/browsers/wait.js";
import { inBothBrowsers } from "./with-browsers.js";

const ADAM = "Adam Reed told reporters that the ferry owners were likely to ask the city for more money in spring.";
const BETH = "Beth Cole said on Friday that the old cables might be sold to a museum in the north of the country.";

/** A component with a shadow tree. @param {string} shadow @param {string} [light] @param {string} [mode] */
const component = (shadow, light = "", mode = "open") =>
  `<story-text><template shadowrootmode="${mode}">${shadow}</template>${light}</story-text>`;

/** @param {string} html */
const framed = (html) =>
  `<iframe style="width: 90%; height: 8em" srcdoc="${html.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`;

/** In each, Adam's words are drawn and Beth's are not. @type {[name: string, html: string][]} */
const CASES = [
  ["an open shadow tree", component(`<style>p { color: navy }</style><p>${ADAM}</p>`)],
  ["a closed shadow tree", component(`<p>${ADAM}</p>`, "", "closed")],
  ["shadow trees in one another", component(`<div>${component(`<p>${ADAM}</p>`, "", "closed")}</div>`)],
  [
    "a slot, and what no slot is there for",
    component(`<slot name="a"></slot>`, `<p slot="a">${ADAM}</p><p>${BETH}</p>`),
  ],
  ["a slot's own words where it was given none", component(`<slot><p>${ADAM}</p></slot>`)],
  ["a frame of the same site", framed(`<p>${ADAM}</p><p hidden>${BETH}</p>`)],
  ["a shadow tree in a frame in a frame", framed(framed(component(`<p>${ADAM}</p>`)))],
  ["a frame that may not be seen", `<p>${ADAM}</p><iframe sandbox srcdoc="<p>${BETH}</p>"></iframe>`],
  ["a frame that is not drawn", `<p>${ADAM}</p><iframe style="display: none" srcdoc="<p>${BETH}</p>"></iframe>`],
  [
    "templates and scripts",
    `<p>${ADAM}</p><template><p>${BETH}</p></template><script type="text/plain">${BETH}</script>`,
  ],
  [
    "display: none and visibility: hidden",
    `<p>${ADAM}</p><p style="display: none">${BETH}</p><p style="visibility: hidden">${BETH}</p>`,
  ],
  [
    "closed details",
    `<details open><summary>Who</summary>${ADAM}</details><details><summary>Why</summary>${BETH}</details>`,
  ],
  [
    "hidden until found",
    `<p>${ADAM}</p><p hidden="until-found">${BETH}</p><div hidden="until-found"><p>${BETH}</p></div>`,
  ],
  [
    "content-visibility",
    `<div style="content-visibility: auto"><p>${ADAM}</p></div><div style="content-visibility: hidden"><p>${BETH}</p></div>`,
  ],
  [
    "a box that has none",
    `<div style="display: contents"><p>${ADAM}</p></div><div hidden><p style="display: contents">${BETH}</p></div>`,
  ],
  [
    "words in many pieces",
    `<p>${[..."Adam Reed"].map((letter) => `<span>${letter}</span>`).join("")} <a href="#"><b>to</b>l<i>d</i></a>${ADAM.slice(14)}</p>`,
  ],
  [
    "paragraphs made of line breaks",
    `<div>It rained all day in the harbour.<br><br>${ADAM}<br><br>Then it stopped.</div>`,
  ],
  ["a list", `<ul><li>The vote was put off until the spring of next year.</li><li>${ADAM}</li></ul>`],
  [
    "a table",
    `<table><tr><td>The vote was put off until the spring of next year.</td><td><p>${ADAM}</p></td></tr></table>`,
  ],
  ["a caption", `<figure><img alt=""><figcaption>${ADAM}</figcaption></figure>`],
  [
    "what the reader writes",
    `<p>${ADAM}</p><div contenteditable><p>${BETH}</p></div><textarea>${BETH}</textarea><input value="${BETH}">`,
  ],
  ["text from right to left", `<div dir="rtl"><p>${ADAM}</p></div>`],
  ["vertical text", `<div style="writing-mode: vertical-rl; height: 20em"><p>${ADAM}</p></div>`],
  ["text that cannot be selected", `<p style="user-select: none">${ADAM}</p>`],
  ["columns", `<div style="columns: 2"><p>${ADAM}</p><p>The vote was put off until the spring of next year.</p></div>`],
  [
    "pages of old",
    `<center><table><tr><td><font face="Arial" size="4"><p align="left">${ADAM}</font></table></center>`,
  ],
  [
    "a form whose fields bear the names of the DOM",
    `<form id="f">${`<p>${ADAM}</p>`.repeat(8)}${(
      "firstChild nextSibling parentNode parentElement getAttribute children childNodes localName nodeType tagName " +
      "shadowRoot closest contains checkVisibility isContentEditable ownerDocument getRootNode scrollIntoView style"
    )
      .split(" ")
      .map((name) => `<input type="hidden" name="${name}">`)
      .join("")}</form>`,
  ],
  [
    "a document whose pictures bear the names of the DOM",
    `<p>${ADAM}</p>${"body documentElement createRange querySelector adoptedStyleSheets caretPositionFromPoint title"
      .split(" ")
      .map((name) => `<img alt="" name="${name}"><form name="${name}"></form>`)
      .join("")}`,
  ],
];

inBothBrowsers("All the page", (suite) => {
  /** The marked words and where they are, including those in frames. @returns {Promise<{ text: string, left: number, top: number }[]>} */
  const marked = () =>
    suite.browser.page(`
      const windows = (window) => [window, ...Array.from(window).flatMap((frame) => {
        try { return frame.document ? windows(frame) : []; } catch { return []; }
      })];
      const ranges = windows(window).flatMap((window) => [...window.CSS.highlights].flatMap(([name, highlight]) =>
        name === "sourcelight-focus" ? [] : [...highlight].map((given) => [window, given])));
      return ranges.map(([window, given]) => {
        if (given.startContainer.ownerDocument !== window.document) throw new Error("registered where it is not painted");
        const range = new Range();
        range.setStart(given.startContainer, given.startOffset);
        range.setEnd(given.endContainer, given.endOffset);
        const box = range.getClientRects()[0] ?? new DOMRect();
        const at = { left: box.left + box.width / 2, top: box.top + box.height / 2 };
        for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView.frameElement) {
          const outer = frame.getBoundingClientRect();
          at.left += outer.left + frame.clientLeft;
          at.top += outer.top + frame.clientTop;
        }
        return { text: range.toString().replace(/\\s+/g, " "), ...at };
      });`);
  const isMarked = (/** @type {string} */ words) =>
    poll(async () => (await marked()).find(({ text }) => text === words), { what: `a mark on ${words}` });
  const fill = (/** @type {string} */ html) =>
    suite.browser.page(
      `document.querySelector("#third").setHTMLUnsafe("");
       const more = document.createElement("div");
       document.querySelector("article").append(more);
       more.setHTMLUnsafe(values[0]);
       const frames = [...more.querySelectorAll("iframe")];
       await Promise.all(frames.map((frame) => new Promise((resolve) => frame.addEventListener("load", resolve))));`,
      html,
    );

  const html = () =>
    suite.browser.page(`
      return new XMLSerializer().serializeToString(document) + Array.from(window, (frame) => {
        try { return frame.document.documentElement.outerHTML; } catch { return ""; }
      }).join("")`);

  for (const [name, content] of CASES) {
    test(name, async () => {
      await suite.browser.open(suite.url("pages/living.html"));
      await fill(content);
      const before = await html();
      await suite.browser.click();
      const badge = await settled(suite.browser);
      assert.match(badge.text, /^\d+$/, badge.title);
      const { left, top } = await isMarked("Adam Reed");
      assert.ok((await marked()).some(({ text }) => text === "told"));
      assert.ok(!(await marked()).some(({ text }) => text.includes("Beth")));
      await suite.browser.hover(left, top);
      await cardSays(suite.browser, /Adam Reed/);
      await suite.browser.click();
      await switchedOff(suite.browser);
      assert.deepEqual(await marked(), []);
      assert.equal(await html(), before);
    });
  }

  /** @param {string} page @param {string} words */
  const readsAndTells = async (page, words) => {
    await suite.browser.open(suite.url(page));
    await suite.browser.click();
    assert.match((await settled(suite.browser)).text, /^\d+$/);
    const { left, top } = await isMarked(words);
    await suite.browser.hover(left, top);
    const card = await cardSays(suite.browser, new RegExp(words));
    assert.ok(card.box.right - card.box.left > 200, "the card has its style");
  };

  test("XHTML", () => readsAndTells("pages/old.xhtml", "Adam Reed"));

  test("a set of frames", () => readsAndTells("pages/frameset.html", "Mayor Anna Beck"));

  test("Escape closes the card while the keyboard is in a frame", async () => {
    const { browser } = suite;
    await browser.open(suite.url("pages/living.html"));
    await fill(framed(`<p>${ADAM}</p>`));
    await browser.click();
    await settled(browser);
    const { left, top } = await isMarked("Adam Reed");
    await browser.pressAt(left, top);
    await cardSays(browser, /Adam Reed/);
    await eventually(async () => {
      assert.equal(await browser.page(`return document.activeElement.localName`), "iframe");
    });
    await browser.press("Escape");
    await cardIsClosed(browser);
  });

  test("an element in full screen", async () => {
    await suite.browser.open(suite.url("pages/living.html"));
    await suite.browser.page(
      `document.querySelector("h1").onclick = () => document.querySelector("article").requestFullscreen()`,
    );
    await suite.browser.click();
    await settled(suite.browser);
    const title = await suite.browser.page(`return document.querySelector("h1").getBoundingClientRect().toJSON()`);
    await suite.browser.pressAt(title.left + 20, title.top + 20);
    await poll(() => suite.browser.page("return document.fullscreenElement !== null"), { what: "the full screen" });
    await poll(
      async () => {
        const { left, top } = await isMarked("Mayor Anna Beck");
        await suite.browser.hover(left, top);
        const hasCard = async () => (await suite.browser.card())?.text.includes("Anna Beck");
        // While the page changes to full screen it can still move away from under the pointer.
        return poll(hasCard, { milliseconds: 1_500 }).catch(() => false);
      },
      { what: "the card" },
    );
    await pressOurs(suite.browser, ".card .close");
    await cardIsClosed(suite.browser);
    await suite.browser.page("return document.exitFullscreen()");
  });
});
