/**
 * Takes the pictures for the stores, of what is in dist/chromium on the sample article, into extension/store/pictures:
 * node scripts/store-pictures.js
 *
 * A store shows them small, so the article is enlarged.
 *
 * @import { Browser } from "./browsers/browser.js"
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { cardIsClosed, cardSays, hoverOver, settled, start } from "./browsers/browser.js";
import { CHROMIUM } from "./browsers/chromium-launch.js";
import { poll } from "./browsers/wait.js";
import { serve } from "./serve.js";

const FOLDER = "extension/store/pictures";
const SIZE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const ZOOM = 1.3;
/** What the ledger names; browsers take it for this machine. */
const SITE = "news.localhost";
/** Of the panel beside the page. */
const PANEL_WIDTH = 460;

/** @param {string} name */
const picture = (name) => /** @type {`${string}.png`} */ (`${FOLDER}/${name}.png`);

/** @param {Browser} browser */
async function takePage(browser) {
  await browser.look(SIZE);
  await browser.screenshot(picture("light"));
  await browser.look({ ...SIZE, scheme: "dark" });
  await browser.screenshot(picture("dark"));
  await browser.look(SIZE);
  await hoverOver(browser, "two officials briefed on");
  await cardSays(browser, /./);
  await browser.screenshot(picture("card"));
  await browser.press("Escape");
  await cardIsClosed(browser);
}

/** Page and panel are two pictures first: a side panel cannot be taken together with its page. @param {Browser} browser */
async function takeLedger(browser) {
  const parts = { page: picture("ledger-page"), panel: picture("ledger-panel") };
  await browser.look({ width: SIZE.width - PANEL_WIDTH, height: SIZE.height });
  const panel = await browser.panel();
  await panel.look({ width: PANEL_WIDTH, height: SIZE.height });
  await poll(() => panel.run(`return document.querySelector("[aria-current]") !== null`), { what: "the ledger" });
  await panel.run(`scrollTo({ top: 0, behavior: "instant" })`);
  await panel.screenshot(parts.panel);
  await panel.close();
  await browser.screenshot(parts.page);
  const [left, right] = [parts.page, parts.panel].map(
    (path) => `data:image/png;base64,${readFileSync(path, "base64")}`,
  );
  await draw(
    "ledger",
    SIZE,
    `<body style="margin: 0; display: flex; align-items: start; overflow: hidden">
       <img src="${left}"><img src="${right}" style="box-shadow: 0 0 0 1px #8888">`,
  );
  for (const path of Object.values(parts)) rmSync(path);
}

/** A picture of some HTML of our own. @param {string} name @param {{ width: number, height: number }} size @param {string} html */
async function draw(name, size, html) {
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(html);
  await page.screenshot({ path: picture(name) });
  await browser.close();
}

mkdirSync(FOLDER, { recursive: true });
const server = await serve({ pages: "tests/browser/pages" });
const browser = await start("chromium");
await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
await browser.open(server.url("pages/article.html").replace("127.0.0.1", SITE));
await browser.page(`document.body.style.zoom = ${ZOOM}`);
await browser.click();
await settled(browser);
await takePage(browser);
await takeLedger(browser);
await browser.close();
server.close();
const tile = readFileSync("extension/store/tile.html", "utf8");
await draw("tile", TILE, tile.replace("<!-- icon -->", readFileSync("extension/icons/icon.svg", "utf8")));
console.log(`The pictures are in ${FOLDER}`);
