/** The reader's own phrases as a text file: what is written is read again, and what people write by hand is understood. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, written } from "../../extension/options/phrases-file.js";

test("what is written is read again", () => {
  /** @type {import("../../extension/shared/phrases.js").PhraseGroup[]} */
  const groups = [
    { name: "Weasel words", line: "dotted", phrases: ["some say", "/so-called \\w+/", "C#"] },
    { name: "", line: "wavy", phrases: [] },
  ];
  assert.deepEqual(read(written(groups)), groups);
});

test("a file by hand needs no line, no group and no order", () => {
  assert.deepEqual(read("\ufeffslammed\r\n\r\n#Names|crooked\r\n  Ann Ek \r\n"), [
    { name: "", line: "dashed", phrases: ["slammed"] },
    { name: "Names", line: "dashed", phrases: ["Ann Ek"] },
  ]);
  assert.deepEqual(read(""), []);
});
