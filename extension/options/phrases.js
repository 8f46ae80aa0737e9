/**
 * The reader's own phrases on the options page: groups, each with a name, a line and a phrase a line, tried at once on a
 * sample. What cannot be used is named with its line; the rest is saved and used.
 *
 * @import { PhraseGroup } from "../shared/phrases.js"
 * @import { Tried } from "../shared/messages.js"
 */
import { download } from "../shared/download.js";
import { button, counted, element, say } from "../shared/dom.js";
import { isOne, sendToBackground, TRIED } from "../shared/messages.js";
import { loadPhrases, onPhrasesChange, savePhrases } from "../shared/phrases.js";
import { DEFAULTS, LINES } from "../shared/settings.js";
import { underline } from "../shared/underline.js";
import { read, written } from "./phrases-file.js";

/** The phrases are saved, and tried on the sample, when the reader has not written for so long. */
const PAUSE_MS = 400;

/** @param {HTMLElement} section @param {(words: string) => void} showStatus */
export async function showPhrases(section, showStatus) {
  const list = element("div", "groups");
  const sample = document.createElement("textarea");
  const shown = element("p", "sample");
  const problems = element("ul", "problems");
  const file = document.createElement("input");
  /** Runs while something is not saved. @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const groupsShown = () => /** @type {HTMLElement[]} */ ([...list.children]).map(groupOf);

  const tryOut = async () => {
    const groups = groupsShown();
    const tried = await sendToBackground({ type: "try", text: sample.value, groups });
    if (isOne(TRIED, tried)) {
      shown.replaceChildren(...marked(sample.value, tried, groups));
      problems.replaceChildren(...tried.problems.map((problem) => element("li", "", problemIn(problem, groups))));
    }
  };
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    await savePhrases(groupsShown());
    showStatus(say("optionsSaved"));
  };
  const changed = () => {
    clearTimeout(timer);
    showStatus("");
    timer = setTimeout(async () => {
      await save();
      await tryOut();
    }, PAUSE_MS);
  };
  /** @param {PhraseGroup[]} groups */
  const show = (groups) => {
    list.replaceChildren(...groups.map((group) => groupForm(group, changed)));
    void tryOut();
  };

  sample.rows = 3;
  sample.value = say("phrasesSample");
  sample.setAttribute("aria-label", say("phrasesTry"));
  sample.addEventListener("input", () => void tryOut());
  shown.setAttribute("aria-live", "polite");
  problems.setAttribute("aria-live", "polite");
  list.addEventListener("input", changed);
  file.type = "file";
  file.accept = "text/plain,.txt";
  file.hidden = true;
  file.addEventListener("change", async () => {
    const added = read((await file.files?.[0]?.text()) ?? "");
    file.value = "";
    show([...groupsShown(), ...added]);
    await save();
  });
  const add = button("add", say("phrasesAdd"), () => {
    const made = groupForm({ name: "", line: "dashed", phrases: [] }, changed);
    list.append(made);
    made.querySelector("input")?.focus();
  });
  const toFile = button("to-file", say("phrasesExport"), () =>
    download("sourcelight-phrases.txt", written(groupsShown()), "text/plain"),
  );
  const fromFile = button("from-file", say("phrasesImport"), () => file.click());
  section.append(list, add, fromFile, toFile, file, problems, element("h3", "", say("phrasesTry")), sample, shown);
  // The reader can be faster than the pause.
  window.addEventListener("pagehide", () => timer !== undefined && void save());
  show(await loadPhrases());
  // Another window changed them; here the reader is not writing.
  onPhrasesChange(async () => {
    if (!list.contains(document.activeElement)) show(await loadPhrases());
  });
}

/** @param {PhraseGroup} group @param {() => void} changed */
function groupForm({ name, line, phrases }, changed) {
  const title = document.createElement("input");
  title.value = name;
  title.placeholder = say("phrasesName");
  title.setAttribute("aria-label", say("phrasesName"));
  const style = document.createElement("select");
  style.setAttribute("aria-label", say("optionsLine"));
  for (const value of LINES) style.add(new Option(say(`line_${value}`), value, false, value === line));
  const words = document.createElement("textarea");
  words.rows = Math.min(Math.max(phrases.length, 3), 12);
  words.spellcheck = false;
  words.value = phrases.join("\n");
  words.setAttribute("aria-label", say("phrasesLines"));
  const made = element("div", "group");
  const remove = button("remove", say("phrasesRemove"), () => {
    made.remove();
    changed();
  });
  made.append(element("div", "", title, style, remove), words);
  return made;
}

/** @param {HTMLElement} form @returns {PhraseGroup} */
function groupOf(form) {
  const [name, line, words] = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input, select, textarea")]);
  return {
    name: name.value.trim(),
    line: /** @type {PhraseGroup["line"]} */ (line.value),
    phrases: words.value
      .split("\n")
      .map((phrase) => phrase.trim())
      .filter(Boolean),
  };
}

/** The sample with what was found in it underlined. @param {string} text @param {Tried} tried @param {PhraseGroup[]} groups */
function marked(text, { phrases }, groups) {
  /** @type {(string | Node)[]} */
  const parts = [];
  let from = 0;
  for (const {
    span: [start, end],
    group,
  } of phrases) {
    const words = element("span", "", text.slice(start, end));
    words.style.textDecoration = underline(`phrase-${groups[group].line}`, DEFAULTS.looks, "var(--ink)");
    words.title = groups[group].name;
    parts.push(text.slice(from, start), words);
    from = end;
  }
  return [...parts, text.slice(from), ` — ${counted("phrasesFound", phrases.length)}`];
}

/** @param {Tried["problems"][number]} problem @param {PhraseGroup[]} groups */
function problemIn({ group, line, kind, detail }, groups) {
  const { name, phrases } = groups[group];
  return say("phrasesProblem", [
    phrases[line],
    name,
    [say(`phrasesProblem_${kind}`), detail && `(${detail.replace(/^error: /, "")})`].filter(Boolean).join(" "),
  ]);
}
