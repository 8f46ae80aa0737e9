/** What the built extension is able to do: powers that it does not have cannot be turned against the reader. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

/** Ways to the network, ways from text to code or markup, ways to keep what was read. */
const POWERS =
  /\b(?:fetch|eval|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts|new Function|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|document\.write|localStorage|sessionStorage|indexedDB|document\.cookie|storage\.session|storage\.local(?!\.(?:get|onChanged)\b))\b/g;

/**
 * The background loads the core from its own package. The options page alone writes the reader's own phrases; the others read
 * them. @type {Record<string, string[]>}
 */
const USED = { "background.js": ["fetch"], "options.js": ["storage.local"] };

for (const browser of ["chromium", "firefox"]) {
  test(`the package for ${browser} opens nothing to pages and reaches for no site by itself`, async () => {
    const manifest = JSON.parse(await readFile(`dist/${browser}/manifest.json`, "utf8"));
    for (const key of ["web_accessible_resources", "externally_connectable", "content_scripts", "host_permissions"])
      assert.equal(manifest[key], undefined, key);
    assert.equal(
      manifest.content_security_policy.extension_pages,
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; connect-src 'self'",
    );
  });

  test(`no script of the package for ${browser} turns text into code or markup, asks the network or keeps what was read`, async () => {
    for (const script of [
      "always-on.js",
      "background.js",
      "options.js",
      "page.js",
      "panel.js",
      "refusal.js",
      "toggle.js",
    ]) {
      const found = (await readFile(`dist/${browser}/${script}`, "utf8")).match(POWERS) ?? [];
      assert.deepEqual([...new Set(found)], USED[script] ?? [], script);
    }
  });
}

test("no script of the web page turns text into code or markup, asks the network or keeps what was read", async () => {
  for (const script of ["frame.js", "main.js", "page.js", "panel.js"]) {
    const source = await readFile(`dist/site/${script}`, "utf8");
    // The core itself, which is written in a script as base64, could spell anything.
    const found = source.replace(/"[A-Za-z0-9+/=]{1000,}"/, "").match(POWERS) ?? [];
    assert.deepEqual([...new Set(found)], [], script);
  }
  for (const name of ["index", "manual", "accuracy", "performance"]) {
    const page = await readFile(`dist/site/${name}.html`, "utf8");
    assert.match(page, /content="default-src 'none'; [^"]*connect-src 'none';/, name);
    assert.doesNotMatch(page, /<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?\/\//, name);
  }
});
