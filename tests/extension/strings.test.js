/** Every string in every language, every string used, and every permission with its reason. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { kinds, LANGUAGES, messagesOf } from "../../scripts/locales.js";
import { VERSION } from "../../scripts/version.js";

const read = (/** @type {string} */ file) => readFileSync(file, "utf8");
const english = messagesOf("en");
const manifest = JSON.parse(read("extension/manifest.json"));

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(js|html|json)$/.test(entry.name) && !entry.parentPath.includes("_locales"))
    .map((entry) => join(entry.parentPath, entry.name));

const sources = filesIn("extension").map(read).join("\n");

/** The placeholders of a message, in order of number. @param {string} message */
const quotes = (message) => [...new Set(message.match(/\$\d/g))].sort();

test("the interface speaks five languages, and its description fits into the stores", () => {
  assert.deepEqual([...LANGUAGES].sort(), ["de", "en", "es", "fr", "uk"]);
  for (const language of LANGUAGES) assert.ok(messagesOf(language).description.message.length <= 132, language);
});

/** What is counted: "marks" for `counted("marks", …)`. */
const countedThings = [...new Set([...sources.matchAll(/\bcounted\("(\w+)"/g)].map(([, name]) => name))];

/** The names of the messages for a number of something in a language. @param {string} language */
const formsIn = (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return countedThings.flatMap((name) => pluralCategories.map((form) => `${name}_${form}`));
};

for (const language of LANGUAGES) {
  test(`${language} has every string, quoting the same, and every form that a number can ask for`, () => {
    const messages = messagesOf(language);
    const isForm = (/** @type {string} */ name) => countedThings.includes(name.replace(/_[a-z]+$/, ""));
    const expected = [...Object.keys(english).filter((name) => !isForm(name)), ...formsIn(language)];
    assert.deepEqual(Object.keys(messages).sort(), expected.sort());
    for (const [name, { message }] of Object.entries(messages)) {
      assert.ok(message.trim(), name);
      const same = isForm(name) ? name.replace(/_[a-z]+$/, "_other") : name;
      assert.deepEqual(quotes(message), quotes(english[same].message), name);
    }
  });

  test(`${language} says for itself by which rules it counts`, () => {
    assert.equal(messagesOf(language).locale.message, language);
  });
}

test("every string that is named in full is there", () => {
  const named = [
    ...sources.matchAll(/\b(?:say|getMessage)\("(\w+)"/g),
    ...sources.matchAll(/__MSG_(\w+)__/g),
    ...sources.matchAll(/data-say="(\w+)"/g),
  ].map((match) => match[1]);
  assert.ok(named.length > 20);
  for (const name of named) assert.ok(english[name], name);
});

test("every string is used", () => {
  const prefixes = [...sources.matchAll(/`(\w+)\$\{/g)].map((match) => match[1]).filter((prefix) => prefix !== "");
  for (const name of Object.keys(english)) {
    if (formsIn("en").includes(name)) continue;
    assert.ok(sources.includes(name) || prefixes.some((prefix) => name.startsWith(prefix)), name);
  }
});

test("every rule is explained in every language, quoting the page's words at most once", () => {
  for (const { name, sentence } of kinds().rules) {
    assert.deepEqual(Object.keys(sentence).sort(), [...LANGUAGES].sort(), name);
    for (const text of Object.values(sentence)) assert.ok(text.split("{}").length <= 2, `${name}: ${text}`);
  }
});

test("the README and the store's form give a reason for every permission", () => {
  const permissions = [manifest, manifest.chromium, manifest.firefox].flatMap((part) => part.permissions ?? []);
  for (const file of ["README.md", "extension/store/permissions.md"])
    for (const permission of [...permissions, ...manifest.optional_host_permissions])
      assert.ok(read(file).includes(`\n| \`${permission}\``), `${file}: ${permission}`);
});

test("the stores get a description in every language, of a length that each of them takes", () => {
  for (const language of LANGUAGES) {
    const { length } = read(`extension/store/descriptions/${language}.txt`);
    assert.ok(length >= 250 && length <= 10_000, `${language}: ${length}`);
  }
});

test("the version is in one place, and one that stores take", () => {
  assert.match(VERSION, /^\d+\.\d+\.\d+$/);
  for (const file of ["extension/manifest.json", "package.json"])
    assert.equal(JSON.parse(read(file)).version, undefined);
  for (const browser of ["chromium", "firefox"])
    assert.equal(JSON.parse(read(`dist/${browser}/manifest.json`)).version, VERSION);
});
