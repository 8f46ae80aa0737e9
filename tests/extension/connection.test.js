/** The panel's connection to its page, in a browser that is closing the panel. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";

const TAB = 7;

/** An event of the browser, and how it is brought about. */
function event() {
  /** @type {((...values: any[]) => void)[]} */
  const listeners = [];
  return {
    addListener: (/** @type {(...values: any[]) => void} */ listener) => void listeners.push(listener),
    emit: (/** @type {any[]} */ ...values) => listeners.forEach((listener) => listener(...values)),
  };
}

test("a panel that Firefox is closing, and which may ask nothing any more, fails in silence", async () => {
  let isClosing = false;
  /** @template T @param {T} answer @returns {() => T} what Firefox does with a call of its interface */
  const asked = (answer) => () => {
    if (isClosing) throw new DOMException("An exception was thrown", "InvalidStateError");
    return answer;
  };
  const port = { disconnect() {}, onMessage: event(), onDisconnect: event() };
  const [onMessage, onUpdated] = [event(), event()];
  Object.assign(globalThis, {
    location: { search: `?tab=${TAB}` },
    chrome: {
      action: { getBadgeText: asked(Promise.resolve("")), getTitle: asked(Promise.resolve("Sourcelight")) },
      runtime: { id: "sourcelight", onMessage, lastError: undefined },
      tabs: { connect: asked(port), onUpdated },
    },
  });
  const { Connection } = await import("../../extension/panel/connection.js");
  /** @type {unknown[][]} */
  const changes = [];
  await new Connection({ changed: (...change) => void changes.push(change), moved() {} }).start();
  await setImmediate();
  assert.deepEqual(changes, [[null, null]]);

  isClosing = true;
  port.onDisconnect.emit();
  await setImmediate();
  onUpdated.emit(TAB, { status: "complete" });
  onMessage.emit({ type: "toolbar", tabId: TAB }, { id: "sourcelight" });
  await setImmediate();
  assert.ok(changes.every(([received, problem]) => received === null && problem === null));
});
