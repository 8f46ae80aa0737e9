/**
 * `./build.sh run`: a real browser with the extension switched on, on the sample article, a URL or an HTML file.
 *
 * With a display the window stays open until it is closed; without one, or for a picture, the browser runs headless and the
 * marks are printed.
 *
 * @import { Browser } from "./browsers/browser.js"
 */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { markedOn, settled, start } from "./browsers/browser.js";
import { poll } from "./browsers/wait.js";
import { serve } from "./serve.js";

const SAMPLE = "tests/browser/pages/article.html";

/** @param {string} reason @returns {never} */
function stop(reason) {
  console.error(`run: ${reason}`);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { browser: { type: "string", default: "chromium" }, screenshot: { type: "string" } },
    });
  } catch (error) {
    stop(/** @type {Error} */ (error).message);
  }
}

/**
 * The page's address: a file is served on localhost, where extensions may read it.
 *
 * @param {string} page
 */
async function addressOf(page) {
  if (/^https?:/.test(page)) return page;
  if (!existsSync(page) || !statSync(page).isFile()) stop(`there is no page ${page}`);
  const server = await serve({ page: dirname(resolve(page)) });
  return server.url(`page/${encodeURIComponent(basename(page))}`);
}

/** @param {Browser} browser */
async function printMarks(browser) {
  const found = await markedOn(browser);
  if (!found) return;
  const { text, analysis } = found;
  /** @param {[number, number][]} spans */
  const words = (spans) => spans.map(([from, to]) => text.slice(from, to)).join(" … ");
  for (const { source, cue, content, identity, speaker } of analysis.attributions) {
    const who = words(source) || "nobody";
    console.log(`${identity.padEnd(12)} ${speaker ? `${who} = ${speaker}` : who} | ${words(cue)} | ${words(content)}`);
  }
  for (const { span, kind, range } of analysis.hedges) {
    console.log(`${"hedge".padEnd(12)} ${words([span])} (${kind}${range ? `, ${range} %` : ""})`);
  }
}

/** Rests the pointer on the first unnamed source in the window, or on the first mark. @param {Browser} browser */
async function showOne(browser) {
  const point = await browser.page(`
    for (const name of ["sourcelight-unnamed", "sourcelight-attribution", "sourcelight-hedge"]) {
      for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get(name) ?? []) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { left, top, width, height } = range.getClientRects()[0] ?? new DOMRect();
        if (width > 0 && top > 0 && top + height < innerHeight) return { x: left + width / 2, y: top + height / 2 };
      }
    }`);
  if (!point) return;
  await browser.hover(point.x, point.y);
  await poll(() => browser.card(), { what: "the card" });
}

const { values, positionals } = options();
const { browser: name } = values;
if (name !== "chromium" && name !== "firefox") stop(`there is no browser ${name}: chromium or firefox`);
const [page = SAMPLE, ...rest] = positionals;
if (rest.length > 0) stop(`one page at a time, not ${positionals.join(" ")}`);

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || values.screenshot !== undefined;
const address = await addressOf(page);
const browser = await start(name, { headless });
await browser.open(address);
await browser.click();
const badge = await settled(browser);
console.log(`${badge.text}  ${badge.title}`);
if (headless) {
  const picture = values.screenshot ?? `target/sourcelight-${name}.png`;
  await printMarks(browser);
  await showOne(browser);
  await browser.screenshot(picture);
  console.log(`The picture is in ${resolve(picture)}`);
  await browser.close();
} else {
  console.log("Close the window to end.");
  await browser.closed();
}
process.exit(0);
