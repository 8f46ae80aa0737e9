/**
 * The page on which anybody can try Sourcelight without installing it: a text, its marks and its ledger.
 *
 * The text stands in one frame and the ledger in another. Both run the very scripts of the extension, which take what
 * browser.js gives them for the browser; this page plays the background. The frames are made here and not files of their
 * own, because a page that is opened from a folder may look into no other file.
 *
 * @import { FromPage } from "../extension/shared/messages.js"
 * @import { Settings } from "../extension/shared/settings.js"
 * @import { Given } from "./given.js"
 */
import { LazyCore } from "../extension/background/core.js";
import { SURENESS } from "../extension/shared/settings.js";
import sample from "../benches/article.txt";
import { initSync } from "../target/core/core.js";
import bytes from "../target/core/core_bg.wasm";
import { browserWithin } from "./browser.js";
import { givenFile, givenText, Unreadable } from "./given.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const input = /** @type {HTMLTextAreaElement} */ (byId("given"));
const chooser = /** @type {HTMLInputElement} */ (byId("file"));
const sureness = /** @type {HTMLSelectElement} */ (byId("sureness"));
const [text, ledger] = ["text", "ledger"].map((id) => /** @type {HTMLIFrameElement} */ (byId(id)));

const core = new LazyCore(async () => initSync({ module: await WebAssembly.compile(/** @type {any} */ (bytes)) }));
const browser = browserWithin(MESSAGES, answer);
/** Where frame.js finds it. */
/** @type {any} */ (globalThis).sourcelightFrames = { text: browser.page, ledger: browser.panel };
/** The toolbar's words are said here. */
/** @type {any} */ (globalThis).chrome = browser.page;

/** @param {FromPage} message @returns {Promise<unknown>} */
async function answer(message) {
  switch (message.type) {
    case "analyze":
      return core.analyze(message.text, message.settings, message.without).catch((error) => ({ error: String(error) }));
    case "state":
      browser.show(message.tab);
      return true;
    case "ledger":
      ledger.scrollIntoView({ block: "nearest" });
      return ledger.contentWindow?.focus();
    case "options":
      return sureness.focus();
    case "try":
      return null;
  }
}

/**
 * Fills a frame with the extension's scripts.
 *
 * @param {HTMLIFrameElement} frame
 * @param {string} styles
 * @param {string[]} scripts
 */
function fill(frame, styles, scripts) {
  const tags = ["frame", ...scripts].map((name) => `<script src="${name}.js" defer></script>`);
  const sheets = ["base", styles].map((name) => `<link rel="stylesheet" href="${name}.css">`);
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${frame.title}</title>${sheets.join("")}${tags.join("")}<body></body></html>`;
  return loaded;
}

/** @param {Given} given */
async function show({ title, language, isPage, nodes }) {
  say("");
  const shown = /** @type {Document} */ (text.contentDocument);
  shown.title = title;
  shown.documentElement.lang = language;
  const main = shown.createElement("main");
  main.append(...nodes);
  shown.body.replaceChildren(main);
  // Who is typing stays where the text has been scrolled to.
  if (document.activeElement !== input) shown.defaultView?.scrollTo(0, 0);
  await choose({ scope: isPage ? "article" : "page" });
}

/** What the visitor chose, which the page side follows by itself. @type {Partial<Settings>} */
let chosen = {};

/** @param {Partial<Settings>} settings */
async function choose(settings) {
  const before = JSON.stringify(chosen);
  chosen = { ...chosen, ...settings };
  if (JSON.stringify(chosen) !== before) await browser.storage.sync.set({ settings: chosen });
}

/** @param {string} words about what was given */
const say = (words) => (byId("problem").textContent = words);

/** @param {File | undefined} file */
async function open(file) {
  if (!file) return;
  try {
    const given = await givenFile(file);
    input.value = "";
    await show(given);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say(error.message);
  }
}

/** Files can be dropped anywhere, on the frames as well. @param {EventTarget} target */
function takeDrops(target) {
  target.addEventListener("dragover", (event) => event.preventDefault());
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    void open(/** @type {DragEvent} */ (event).dataTransfer?.files[0]);
  });
}

function showSample() {
  input.value = "";
  void show(givenText(sample));
}

for (const name of SURENESS) sureness.add(new Option(MESSAGES[`sureness_${name}`].message, name));
sureness.addEventListener("change", () => choose({ sureness: /** @type {Settings["sureness"]} */ (sureness.value) }));
input.addEventListener("input", () => show(givenText(input.value)));
byId("open").addEventListener("click", () => chooser.click());
chooser.addEventListener("change", () => open(chooser.files?.[0]).then(() => (chooser.value = "")));
byId("sample").addEventListener("click", showSample);

async function start() {
  await fill(text, "text", ["page"]);
  await fill(ledger, "panel", ["panel"]);
  for (const target of [window, text.contentWindow, ledger.contentWindow])
    takeDrops(/** @type {EventTarget} */ (target));
  showSample();
  /** @type {any} */ (text.contentWindow).sourcelight.show(false);
}

void start();
