/** The web page, opened from a folder: the extension's marks, card and ledger without the extension. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { eventually } from "../../scripts/browsers/wait.js";
import { kinds } from "../../scripts/locales.js";
import { AUDIT, inBothBrowsers } from "./with-browsers.js";

/** In the frame with the text: the words under a style of mark, or those that are lit. */
const MARKED = `
  const { document, CSS } = frames[0];
  return [...(CSS.highlights.get("sourcelight-" + values[0]) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString().replace(/\\s+/g, " ");
  });`;

/** The middle of the first marked words, in the window. */
const POINT = `
  const { document, CSS } = frames[0];
  const [{ startContainer, startOffset }] = CSS.highlights.get("sourcelight-" + values[0]);
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(startContainer, startOffset + 2);
  const frame = window[0].frameElement.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  return { x: frame.left + (box.left + box.right) / 2, y: frame.top + (box.top + box.bottom) / 2 };`;

/** Whether something of ours lies over the text, which the page's scripts cannot look into. */
const IS_COVERED = `
  const { document, innerWidth, innerHeight } = frames[0];
  for (let x = 10; x < innerWidth; x += 20) for (let y = 10; y < innerHeight; y += 20) {
    if (document.elementFromPoint(x, y)?.localName === "sourcelight-ui") return true;
  }
  return false;`;

const DROP = `
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(values[1])], values[0]));
  frames[values[2] ?? 0].dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));`;

inBothBrowsers(
  "The web page",
  (suite) => {
    let folder = "";
    before(async () => {
      // Any folder will do, also one whose name has to be escaped in addresses.
      folder = await mkdtemp(join(tmpdir(), "source light #"));
      await cp("dist/site", folder, { recursive: true });
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const open = (name = "index") => suite.browser.open(pathToFileURL(join(folder, `${name}.html`)).href);
    const marked = (/** @type {string} */ style) => suite.browser.page(MARKED, style);
    const ledger = () => suite.browser.page(`return frames[1].document.body.innerText`);
    const drop = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) =>
      suite.browser.page(DROP, name, [...bytes]);
    const openSample = async () => {
      await open();
      await eventually(async () => assert.ok((await marked("unnamed")).length > 3));
    };

    test("the sample has its marks, a card where the pointer is, and a ledger that leads to them", async () => {
      await openSample();
      await eventually(async () =>
        assert.match(await ledger(), /\d+ voices; \d+% of the attributed words come from Anna Beck/),
      );
      assert.equal(await suite.browser.page(IS_COVERED), false);
      const { x, y } = await suite.browser.page(POINT, "unnamed");
      await suite.browser.hover(x, y);
      await eventually(async () => {
        assert.ok((await marked("focus")).includes("two officials briefed on the plans"));
        assert.ok(await suite.browser.page(IS_COVERED));
      });
      await suite.browser.page(`frames[1].document.querySelector(".lane [data-mark]").click()`);
      await eventually(async () => assert.match((await marked("focus")).join(), /Anna Beck/));
      const problems = await suite.browser.problems();
      assert.deepEqual(
        problems.filter((problem) => problem.includes(encodeURIComponent("source light #"))),
        [],
      );
    });

    test("what is typed gets its marks, and what is in another language a plain word", async () => {
      await openSample();
      await suite.browser.page(`document.getElementById("given").focus()`);
      for (const key of "Critics say it may rain.") await suite.browser.press(key);
      await eventually(async () => {
        assert.deepEqual(await marked("unnamed"), ["Critics"]);
        assert.deepEqual(await marked("hedge"), ["may"]);
      });
      await suite.browser.page(
        `const given = document.getElementById("given");
         given.select();
         document.execCommand("insertText", false, values[0]);`,
        "Le pont sera rouvert en mai selon la ville, et le maire est très satisfait de ce que les ouvriers ont fait pour les habitants.",
      );
      await eventually(async () => assert.match(await ledger(), /reads English and German/));
    });

    test("of a saved page the article is read and nothing else is taken, and other files are turned away in words", async () => {
      await openSample();
      const page = (await readFile("tests/browser/pages/article.html", "utf8"))
        .replace(
          "<article>",
          `<form action="${suite.url("asked")}"><article><img src="${suite.url("asked.png")}" onerror="alert(1)"><script>alert(2)</script>`,
        )
        .replace("</article>", "</article></form>")
        .replace("</head>", `<link rel="stylesheet" href="${suite.url("asked.css")}"></head>`);
      await drop("page.html", Buffer.from(page));
      await eventually(async () => {
        assert.match(await ledger(), /Harbour bridge to close for two years.*November 5, 2024/s);
        assert.ok((await marked("unnamed")).includes("two officials briefed on the plans"));
      });
      assert.equal(
        await suite.browser.page(
          `return frames[0].document.querySelectorAll("main :is(img, script, link, style, form)").length`,
        ),
        0,
      );
      const problem = () => suite.browser.page(`return document.getElementById("problem").textContent`);
      await drop("picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0));
      await eventually(async () => assert.match(await problem(), /“picture.txt” is not a text file/));
      await suite.browser.page(DROP.replace("new Uint8Array(values[1])", "new Uint8Array(6e6)"), "long.txt", [], 1);
      await eventually(async () => assert.match(await problem(), /“long.txt” is too large/));
    });

    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      test(`each page is ${scheme}, fits into 400 pixels and has no fault that axe-core knows`, async () => {
        for (const name of ["index", "manual", "accuracy", "performance"]) {
          await suite.browser.look({ width: 400, scheme });
          await (name === "index" ? openSample() : open(name));
          const [wide, view] = await suite.browser.page(
            `return [document.documentElement.scrollWidth, document.documentElement.clientWidth]`,
          );
          assert.ok(wide <= view, `${name}: ${wide} in ${view}`);
          assert.deepEqual(await suite.browser.page(AUDIT), [], name);
          for (const picture of await suite.browser.page(
            `return [...document.images].map((each) => each.naturalWidth)`,
          ))
            assert.ok(picture > 0, name);
        }
        await suite.browser.look({});
      });
    }

    test("the manual has an example of every value and every rule, and a German one of what is marked in German", async () => {
      await open("manual");
      const { values, rules } = kinds();
      /** @type {string[]} the languages of the examples below each heading */
      const examples = await suite.browser.page(
        `const entries = [];
         for (const element of document.querySelectorAll("h3, .example:has(mark)")) {
           if (element.localName === "h3") entries.push("");
           else entries.push(entries.pop() + element.lang);
         }
         return entries;`,
      );
      assert.equal(examples.length, values.length + rules.length);
      for (const languages of examples) assert.match(languages, /^(?:en|de|ende)$/);
      const german = readdirSync("src/language/german/hedges").filter((file) => file !== "mod.rs");
      assert.ok(examples.filter((languages) => languages.endsWith("de")).length > german.length);
    });

    test("it may ask nothing of the network, and its frames neither", async () => {
      await openSample();
      await suite.browser.page(
        `for (const view of [window, frames[0], frames[1]]) {
           await view.fetch(values[0]).catch(() => {});
           view.navigator.sendBeacon(values[0]);
           Object.assign(view.document.createElement("img"), { src: values[0] });
           view.document.body.append(Object.assign(view.document.createElement("script"), { src: values[0] }));
         }`,
        suite.url("asked"),
      );
      assert.deepEqual(suite.requested(), []);
    });
  },
  { others: true },
);
