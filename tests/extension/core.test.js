/** The background's core: loaded once, ready before it is asked, and of the settings that it is asked with. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LazyCore } from "../../extension/background/core.js";
import { Core, initSync } from "../../target/core/core.js";

const TEXT = "Critics believe that the bridge may close. “We are ready,” Marek Dunn said.";

/** @type {import("../../target/core/core.js").Settings} */
const SETTINGS = { sureness: "fewer", beliefs: true, asides: false, phrases: [] };

function counted() {
  const loads = { count: 0 };
  const load = async () => {
    loads.count++;
    return initSync({ module: readFileSync("target/core/core_bg.wasm") });
  };
  return { loads, core: new LazyCore(load) };
}

test("a core that was prepared answers as one that was not, and is loaded once", async () => {
  const { loads, core } = counted();
  await Promise.all([core.start(), core.prepare(SETTINGS), core.prepare(SETTINGS)]);
  const prepared = await core.analyze(TEXT, SETTINGS);
  assert.equal(loads.count, 1);
  assert.deepEqual(prepared.analysis, (await counted().core.analyze(TEXT, SETTINGS)).analysis);
});

test("what was prepared with other settings than a page asks for is not used for it", async () => {
  const { core } = counted();
  await core.prepare({ ...SETTINGS, phrases: [{ name: "towns", phrases: ["bridge"] }] });
  const { analysis } = await core.analyze(TEXT, { ...SETTINGS, beliefs: false });
  assert.deepEqual(analysis.phrases, []);
  assert.equal(analysis.attributions.length, 1);
});

test("what a page asks does not wait for what the core reads to get ready", async (context) => {
  const warmUp = context.mock.method(Core.prototype, "analyze");
  const asked = context.mock.method(Core.prototype, "analyzeWithout");
  const { core } = counted();
  const ready = core.prepare(SETTINGS);
  await core.start();
  await core.analyze(TEXT, SETTINGS);
  await ready;
  assert.deepEqual(
    asked.mock.calls.map((call) => call.arguments[0]),
    [TEXT],
  );
  assert.equal(warmUp.mock.callCount(), 0);
  await counted().core.prepare(SETTINGS);
  assert.ok(warmUp.mock.callCount() > 1);
});
