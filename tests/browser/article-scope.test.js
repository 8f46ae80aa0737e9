/** Which text of a page is read: each principle on a small page, and the figures on the pages of other people. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { start } from "../../scripts/browsers/browser.js";
import { figuresOf, measure, pageNames, probe, setsOf } from "./article-scope/measure.js";
import { inBothBrowsers, SHARED } from "./with-browsers.js";

const TITLE = "Harbour bridge to close for two years";
const FIRST = "The harbour bridge will close in March for two years, the city council decided on Monday evening.";
const SECOND =
  "Its cables, which were last replaced in 1962, have lost a third of their strength, engineers told the mayor.";
const THIRD = "“We will not take any risk,” the mayor said after the vote, which nobody on the council opposed.";
const BODY = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;
const ARTICLE = [TITLE, FIRST, SECOND, THIRD];
const OTHER = "Ferry owners met on Sunday to agree on fares, and the oldest of them has sailed here since 1971.";

/** @param {object} data */
const linkedData = (data) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** @type {[name: string, html: string, read: string[]][]} */
const CASES = [
  [
    "headline and paragraphs, without any semantic element",
    `<div><a href="#">Home</a></div><div><h1>${TITLE}</h1><div>${BODY}</div></div><div>Imprint</div>`,
    ARTICLE,
  ],
  [
    "a headline that stands outside the body's container",
    `<header><h1>${TITLE}</h1></header><main><article>${BODY}</article></main>`,
    ARTICLE,
  ],
  [
    "a standfirst between them, by its name or by the page's description",
    `<header><h1>${TITLE}</h1><p class="standfirst">Ferries will carry the commuters</p><p>Region</p></header><main>${BODY}</main>`,
    [TITLE, "Ferries will carry the commuters", FIRST, SECOND, THIRD],
  ],
  [
    "sub-headings, lists and block quotes of the body",
    `<article><h1>${TITLE}</h1>${BODY}<h2>What is planned</h2><ul><li>new cables</li><li>a new deck</li></ul>
     <blockquote>Nobody will miss the old deck.</blockquote></article>`,
    [...ARTICLE, "What is planned", "new cables", "a new deck", "Nobody will miss the old deck."],
  ],
  [
    "captions, without who took the picture",
    `<article><h1>${TITLE}</h1><figure><img alt=""><figcaption>The bridge in the fog of last November
     <span class="credit">Jo Lund / Harbour Press</span></figcaption><div class="credit">Jo Lund</div></figure>${BODY}</article>`,
    [TITLE, "The bridge in the fog of last November Jo Lund / Harbour Press", FIRST, SECOND, THIRD],
  ],
  [
    "what a browser shows, not what it hides",
    `<article><h1>${TITLE}</h1>${BODY}<p hidden>${OTHER}</p><p style="display:none">${OTHER}</p></article>`,
    ARTICLE,
  ],
  [
    "no asides, by role",
    `<nav>Every page of ours</nav><article><h1>${TITLE}</h1>${BODY}<aside><p>${OTHER}</p></aside></article>
     <footer><p>${OTHER}</p></footer>`,
    ARTICLE,
  ],
  [
    "no asides, by name",
    `<article><h1>${TITLE}</h1><div class="article-byline">Ines Okafor in the harbour</div>${BODY}
     <div class="newsletterBox"><p>${OTHER}</p></div><div id="related_stories"><p>${OTHER}</p></div></article>
     <section class="comments"><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p></section>`,
    ARTICLE,
  ],
  [
    "a name means nothing on what holds the article",
    `<div class="has-sidebar social-share"><h1>${TITLE}</h1><div class="teaser-content"><div class="article-body">${BODY}</div></div></div>`,
    ARTICLE,
  ],
  [
    "names mean nothing where they would leave nothing",
    `<h1>${TITLE}</h1>${[FIRST, SECOND, THIRD, OTHER].map((text) => `<div class="card"><p>${text}</p></div>`).join("")}`,
    [...ARTICLE, OTHER],
  ],
  [
    "half of a word is no name, and an address made from a headline is none",
    `<article><h1>${TITLE}</h1>${BODY}<div class="shared-column players" id="the-mayor-promoted-her-deputy-today"><p>${OTHER}</p></div></article>`,
    [...ARTICLE, OTHER],
  ],
  [
    "no lists of links, and no paragraph that is one",
    `<article><h1>${TITLE}</h1>${BODY}<ul><li><a href="#">Ferry fares agreed on</a></li><li><a href="#">Oldest ferry</a>, video</li></ul>
     <p><a href="#">Oldest ferry of the harbour sails for the last time</a></p></article>`,
    ARTICLE,
  ],
  [
    "no heading of what is left out",
    `<article><h1>${TITLE}</h1>${BODY}<h3>More of the harbour</h3><ul><li><a href="#">Ferry fares agreed on</a></li></ul></article>`,
    ARTICLE,
  ],
  [
    "no byline and no date, by its wording",
    `<article><h1>${TITLE}</h1><p>By Ines Okafor</p><p>Published on Monday, 3 March 2025 at 9:41 am</p>${BODY}
     <p><em>Write to us at <a href="#">our desk</a>.</em></p></article>`,
    ARTICLE,
  ],
  [
    "no byline and no date, by its wording in German",
    `<article><h1>${TITLE}</h1><p>Von Ines Okafor und Jo Lund</p><p>Bild: Jo Lund</p><p>Veröffentlicht am Montag, 3. März 2025 um 9:41 Uhr</p>
     ${BODY}</article>`,
    ARTICLE,
  ],
  [
    "German sentences that only begin like a byline",
    `<article><h1>${TITLE}</h1>${BODY}<p>Von Montag an ist sie zu.</p><p>Von Bürgermeister Lund kam kein Wort.</p></article>`,
    [...ARTICLE, "Von Montag an ist sie zu.", "Von Bürgermeister Lund kam kein Wort."],
  ],
  [
    "sentences that only begin like a byline",
    `<article><h1>${TITLE}</h1>${BODY}<p>By Monday it had closed.</p>
     <h2>By the numbers</h2><p>Two years, €90 million.</p></article>`,
    [...ARTICLE, "By Monday it had closed.", "By the numbers", "Two years, €90 million."],
  ],
  [
    "paragraphs that stand together before many that stand alone",
    `<div><h1>${TITLE}</h1><div>${BODY}</div></div><div>${`<div><div><p>${OTHER}</p></div></div>`.repeat(6)}</div>`,
    ARTICLE,
  ],
  [
    "the article under the headline, of several that follow one another",
    `<title>${TITLE}</title><main><article><h1>${TITLE}</h1>${BODY.repeat(2)}</article><article><h2>Ferry fares agreed</h2>
     ${`<p>${OTHER}</p>`.repeat(6)}</article></main>`,
    [TITLE, FIRST, SECOND, THIRD, FIRST, SECOND, THIRD],
  ],
  [
    "what the page declares its article's text, whatever it is named",
    `${linkedData({ "@type": "NewsArticle", headline: TITLE, articleBody: [FIRST, SECOND, THIRD, OTHER].join(" ").repeat(2) })}
     <article><h1>${TITLE}</h1>${BODY}<div class="promo"><p>${OTHER}</p></div>${BODY}</article>`,
    [...ARTICLE, OTHER, FIRST, SECOND, THIRD],
  ],
  [
    "no belief in declared text that is not on the page",
    `${linkedData({ articleBody: "Something else altogether, said at length. ".repeat(30) })}<h1>${TITLE}</h1><div>${BODY}</div>`,
    ARTICLE,
  ],
  [
    "broken linked data as none",
    `<script type="application/ld+json">{"articleBody": [</script><h1>${TITLE}</h1>${BODY}`,
    ARTICLE,
  ],
  [
    "custom elements in the line, and elements without a box",
    `<h1>${TITLE}</h1>${BODY}<p>The <x-topic>ferry</x-topic> sails.</p><div style="display:contents">${OTHER}</div>`,
    [...ARTICLE, "The ferry sails.", OTHER],
  ],
  [
    "form fields that take the names of properties",
    `<form id="page"><input name="id"><input name="className"><h1>${TITLE}</h1>${BODY}</form>`,
    ARTICLE,
  ],
  [
    "paragraphs that are lines of one element",
    `<h1>${TITLE}</h1><div class="text">${FIRST}<br><br>${SECOND}<br><br>${THIRD}</div><div><a href="#">Next</a></div>`,
    ARTICLE,
  ],
];

/** Its style sheet hides all but the first paragraphs until a script of its site runs. */
const UNSEEN = "pages-de/NZZ-1";

/** @param {string} text */
const blocksOf = (text) => text.split(/\n+/).filter(Boolean);

inBothBrowsers("Scope", (suite) => {
  /** @type {string} */
  let script;
  before(async () => {
    script = await probe();
  });

  /** @param {string} html @param {string} call */
  async function inPage(html, call) {
    await suite.browser.open(suite.url("pages/empty.html"));
    return /** @type {Promise<[text: string, before: string, after: string]>} */ (
      suite.browser.page(
        `document.documentElement.innerHTML = values[0];
         const before = document.documentElement.outerHTML;
         ${script};
         const text = ${call};
         return [text, before, document.documentElement.outerHTML];`,
        html,
      )
    );
  }

  for (const [name, html, expected] of CASES) {
    test(name, async () => {
      const [text, before, after] = await inPage(html, "(await Scope.read(document, [])).text");
      assert.deepEqual(blocksOf(text), expected);
      assert.equal(after, before, "the page is as it was");
    });
  }

  test("the whole page, where that is asked for", async () => {
    const [text] = await inPage(
      `<nav>Every page of ours</nav><main><h1>${TITLE}</h1>${BODY}</main>`,
      "await Scope.readPage(document)",
    );
    assert.deepEqual(blocksOf(text), ["Every page of ours", ...ARTICLE]);
  });

  test("a page built to exhaust the stack, or without text", async () => {
    const [deep] = await inPage(`${"<div>".repeat(400)}<p>${FIRST}</p>`, "(await Scope.read(document, [])).text");
    assert.deepEqual(blocksOf(deep), [FIRST]);
    const [none] = await inPage("", "(await Scope.read(document, [])).text");
    assert.equal(none, "");
  });
});

if (pageNames().length === 0) {
  test("article scope on real pages", (context) => context.skip(`SKIPPED: ${SHARED} is not there`));
} else {
  describe("Article scope on real pages, in chromium", () => {
    test("agrees with the expected texts", { timeout: 300_000 }, async () => {
      const browser = await start("chromium");
      const rows = await measure(browser).finally(() => browser.close());
      const sets = setsOf(rows);
      const figures = (/** @type {string} */ set) =>
        figuresOf(sets[set].filter(({ name }) => name !== UNSEEN).map(({ comparable }) => comparable));
      const atLeast = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ least) =>
        assert.ok(value >= least, `${what}: ${value.toFixed(3)}, not ${least}`);
      atLeast("mean F1, fundus", figures("fundus").meanF1, 0.96);
      atLeast("mean F1, others", figures("others").meanF1, 0.97);
      atLeast("mean F1, first half of the publishers", figures("first half").meanF1, 0.96);
      atLeast("mean F1, second half of the publishers", figures("second half").meanF1, 0.96);
      atLeast("mean F1, German", figures("german").meanF1, 0.95);
      for (const set of ["fundus", "others"]) {
        atLeast(`median precision, ${set}`, figures(set).medianPrecision, 0.98);
        atLeast(`median recall, ${set}`, figures(set).medianRecall, 0.98);
        atLeast(`10th percentile of F1, ${set}`, figures(set).tenthF1, 0.92);
      }
      atLeast("mean F1 of all that is read, fundus", figuresOf(sets.fundus.map(({ raw }) => raw)).meanF1, 0.94);
      atLeast("mean F1 of all that is read, others", figuresOf(sets.others.map(({ raw }) => raw)).meanF1, 0.94);
    });
  });
}
