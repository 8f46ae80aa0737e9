/** What a reader exports: addresses that point to passages, and files that are harmless whatever the page says. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FragmentWriter } from "../../extension/page/text-fragment.js";
import { messagesOf } from "../../scripts/locales.js";

/** @import { Export } from "../../extension/export/section.js" */

const messages = messagesOf("en");

before(() => {
  /** @type {any} */ (globalThis).chrome = {
    i18n: {
      getMessage: (/** @type {string} */ name, /** @type {string[]} */ words = []) =>
        (messages[name]?.message ?? "").replace(/\$(\d)/g, (_, number) => words[number - 1] ?? ""),
    },
  };
});

const textDirective = (/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end) =>
  new FragmentWriter(text).directive(start, end);

/** @param {string} marked text with the passage in brackets @param {string} expected */
function check(marked, expected) {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const directive = textDirective(marked.replace(/[[\]]/g, ""), start, end);
  assert.equal(directive && decodeURIComponent(directive), expected);
}

test("a short passage is given in full, without its quotation marks", () => {
  check("She said that [“the bridge is safe.”] He did not.", "text=the bridge is safe");
});

test("a passage whose words occur earlier on the page gets words around it", () => {
  check("It is late, said Ann.\nToday [it is late], said Bob.", "text=Today-,it is late");
  check("The boat is late.\nThe [boat] is early.", "text=The-,boat,-is early");
  check("One: no.\nOne: [no], he said.", "text=One:-,no,-, he");
});

test("the words after are taken where those before do not help", () => {
  check("a b c d [no] way\na b c d no go", "text=no");
  check("He said [no] but yes. Then he said no.", "text=no");
  check("no\n[no] way", "text=no-,no");
});

test("a long passage is given by its ends, and so is a passage of several blocks", () => {
  const long = "word ".repeat(40).trim();
  check(`It is [first of all ${long} the very last end] of it.`, "text=first of all word word,word the very last end");
  check("He said: [“One two.\nThree four.”]\nEnd.", "text=One two,Three four");
});

test("characters with a meaning in addresses are encoded", () => {
  const text = "A so-called “R&D, first” plan – 100 %";
  assert.equal(
    textDirective(text, 0, text.length),
    "text=A%20so%2Dcalled%20%E2%80%9CR%26D%2C%20first%E2%80%9D%20plan%20%E2%80%93%20100",
  );
});

test("any text is accepted: half surrogate pairs, no words, nothing", () => {
  assert.equal(textDirective("“…”", 0, 3), null);
  assert.equal(textDirective("", 0, 0), null);
  assert.doesNotThrow(() => textDirective("a \ud83d b", 0, 5));
  assert.doesNotThrow(() => textDirective("\udc00 b", 0, 1));
});

/** A ledger with one statement. @param {string} name @param {string} words @returns {Export} */
const given = (name, words) => ({
  page: { title: "On | <b>boats</b>", url: "https://news.example/a?b=(c)", published: null },
  extent: "whole",
  read: "2026-01-02T03:04:05.000Z",
  links: { a0: "https://news.example/a?b=(c)#:~:text=x" },
  ledger: {
    words: 10,
    attributedWords: 5,
    standings: [],
    hedgeGroups: [],
    ownHedges: 0,
    phraseGroups: [],
    sources: [
      {
        identity: "named",
        standing: "named",
        isUnclear: false,
        name,
        nameIs: "name",
        description: "",
        anonymity: null,
        words: 5,
        share: 1,
        hedges: 0,
        passages: [],
        statements: [
          {
            id: "a0",
            words,
            cue: "said",
            called: name,
            attribution: /** @type {any} */ ({
              attitude: "statement",
              quoting: "direct",
              depth: 0,
              confidence: 1,
              speaker_confidence: 0.9,
            }),
          },
        ],
      },
    ],
  },
});

test("no cell of the CSV is a formula, and every cell is one cell", async () => {
  const { csv } = await import("../../extension/export/csv.js");
  for (const name of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]) {
    assert.ok(csv(given(name, "x")).includes(`'${name}`), JSON.stringify(name));
  }
  assert.ok(csv(given("=1,2", 'He said "no", twice\nover')).includes(`"'=1,2"`));
  assert.ok(csv(given("A", 'He said "no", twice')).includes(`"He said ""no"", twice"`));
});

test("the page's words stay words in Markdown", async () => {
  const { markdown } = await import("../../extension/export/markdown.js");
  const text = markdown(given("Rita <img onerror=x> *Moss* [a](javascript:x)", "# no\n- `yes` | <b>"));
  assert.ok(text.includes("### Rita \\<img onerror=x\\> \\*Moss\\* \\[a\\](javascript:x)"), text);
  assert.ok(text.includes("- [\\# no - \\`yes\\` \\| \\<b\\>](<https://news.example/a?b=(c)#:~:text=x>)"), text);
});

test("the JSON holds names, values and addresses", async () => {
  const { json } = await import("../../extension/export/json.js");
  const { page, sources } = JSON.parse(json(given("A", "x")));
  assert.equal(page.title, "On | <b>boats</b>");
  assert.deepEqual(sources[0].statements[0], {
    text: "x",
    cue: "said",
    attitude: "statement",
    quoting: "direct",
    depth: 0,
    confidence: 1,
    source_confidence: 0.9,
    link: "https://news.example/a?b=(c)#:~:text=x",
  });
});

test("exports say so where only a part of the page was read", async () => {
  const { markdown } = await import("../../extension/export/markdown.js");
  const { json } = await import("../../extension/export/json.js");
  const { csv } = await import("../../extension/export/csv.js");
  const beginning = /** @type {const} */ ({ ...given("A", "x"), extent: "beginning" });
  const { message } = messages.panelPartBeginning;
  assert.ok(markdown(beginning).includes(`\n${message}\n`));
  assert.ok(!markdown(given("A", "x")).includes(message));
  assert.equal(JSON.parse(json(beginning)).page.part, "beginning");
  assert.match(csv(beginning), /,page_part,.*\r\n.*,beginning,/);
});

test("the picture is well-formed whatever the page says, and none of it is markup", async () => {
  const { picture } = await import("../../extension/export/picture.js");
  const { svg } = await import("../../extension/export/svg.js");
  const measure = (/** @type {string} */ text, /** @type {number} */ size) => text.length * size * 0.55;
  const name = `</text><script>alert("1")</script> & \u0000\ud83d ${"long ".repeat(60)}`;
  const text = svg(picture(given(name, "x"), measure));
  assert.doesNotMatch(text, /<script|\u0000|\ud83d(?![\udc00-\udfff])/);
  assert.ok(text.includes("&lt;/text&gt;&lt;script&gt;"), text);
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|apos);)/);
  assert.equal(text.match(/<text /g)?.length, text.match(/<\/text>/g)?.length);
});
