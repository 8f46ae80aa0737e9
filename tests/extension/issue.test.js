/** The link to the form for a wrong mark: what it fills in, and that there is none where no repository is known. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { issueAddress } from "../../extension/page/card-issue.js";

const REPOSITORY = "https://forge.example/we/sourcelight";
const FIELDS = { sentence: "“It may rain,” he said.", found: "Hedge, “may”\nRule: modal may", version: "0.1.0" };
const FORM = readFileSync(".github/ISSUE_TEMPLATE/wrong-mark.yml", "utf8");

test("the form's own fields are filled in", () => {
  for (const repository of [REPOSITORY, `${REPOSITORY}/`, `${REPOSITORY}.git`]) {
    const address = new URL(issueAddress(repository, FIELDS));
    assert.equal(address.origin + address.pathname, `${REPOSITORY}/issues/new`);
    assert.deepEqual(Object.fromEntries(address.searchParams), { template: "wrong-mark.yml", ...FIELDS });
  }
  for (const field of Object.keys(FIELDS)) assert.ok(FORM.includes(`\n    id: ${field}\n`), field);
});

test("a long sentence is cut, whatever it consists of", () => {
  for (const letter of ["a", "ї", "語", "👩‍🚒", "\ud83d", "&", "%00"]) {
    const words = letter.repeat(20_000);
    const address = issueAddress(REPOSITORY, { ...FIELDS, sentence: words, found: words });
    assert.ok(address.length < 6_000, `${letter}: ${address.length}`);
    const sentence = new URL(address).searchParams.get("sentence") ?? "";
    assert.ok(sentence.length > 200 && sentence.endsWith("…"), letter);
    if (letter !== "\ud83d") assert.ok(words.startsWith(sentence.slice(0, -1)), letter);
  }
});

test("without a repository nothing of it is in the extension", () => {
  const folder = mkdtempSync(join(tmpdir(), "sourcelight-"));
  const page = (/** @type {string} */ repository) => {
    execFileSync(process.execPath, ["scripts/bundle.js", folder, repository]);
    return readFileSync(join(folder, "chromium/page.js"), "utf8");
  };
  const TRACES = /ISSUE:|wrongIssue|issues\/new/;
  assert.doesNotMatch(page(""), TRACES);
  assert.match(page(REPOSITORY), TRACES);
  rmSync(folder, { recursive: true });
});
