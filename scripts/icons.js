/**
 * Draws the toolbar's PNG icons from extension/icons/icon.svg, for when the drawing changes: node scripts/icons.js
 */
import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { CHROMIUM } from "./browsers/chromium-launch.js";

const GROUNDS = { on: "#1d4f8c", off: "#7a8594" };
const LIGHTS = { on: "#ffc64d", off: "#d5dae1" };
const SIZES = [16, 32, 48, 128];

const svg = await readFile("extension/icons/icon.svg", "utf8");
const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const variant of /** @type {const} */ (["on", "off"])) {
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    const style = `svg{display:block;--ground:${GROUNDS[variant]};--light:${LIGHTS[variant]}}body{margin:0}`;
    await page.setContent(`<style>${style}</style>${svg}`);
    await page.screenshot({ path: `extension/icons/${variant}-${size}.png`, omitBackground: true });
  }
}
await browser.close();
