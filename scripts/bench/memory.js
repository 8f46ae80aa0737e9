/**
 * What a tab costs in memory, in Chromium: the page's heap with the marks on, less that of the same page before the click.
 * Firefox's protocol reports no heap.
 *
 * @import { Page } from "./pages.js"
 */
import { settled } from "../browsers/browser.js";
import { ChromiumBrowser } from "../browsers/chromium.js";
import { heapOf } from "../browsers/chromium-page.js";
import { serve } from "../serve.js";
import { FOLDERS, headersOf } from "./pages.js";

/** @param {Page[]} pages @returns {Promise<{ tabs: { page: Page, bytes: number }[], background: number }>} the background with all of its WebAssembly memory, which tabs share */
export async function memory(pages) {
  const server = await serve(FOLDERS, headersOf(pages));
  const browser = await ChromiumBrowser.start();
  await browser.extension(`await chrome.storage.sync.set({ legendWasShown: true })`);
  const tabs = [];
  for (const page of pages) {
    await browser.open(server.url(page.path));
    const before = await heapOf((await browser.sessions()).page);
    await browser.click();
    await settled(browser);
    tabs.push({ page, bytes: (await heapOf((await browser.sessions()).page)) - before });
  }
  const { background } = await browser.sessions();
  const { usedSize, backingStorageSize = 0 } = await background.send("Runtime.getHeapUsage");
  await browser.close();
  server.close();
  return { tabs, background: usedSize + backingStorageSize };
}
