/**
 * What is read, English and German, is recognised by the text itself; a text that is too short for that has no known language.
 * Sentences of other languages: those of tests/languages.rs, which asks the core.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { languageOf } from "../../extension/page/language.js";

/** @type {[what: string, expected: string, text: string][]} */
const CASES = [
  [
    "a paragraph",
    "readable",
    "The harbour bridge could close for two years from March, two officials briefed on the plans said, because its cables are worn.",
  ],
  [
    "speech",
    "readable",
    "“We will not take any risk with the people who cross it every day,” the mayor said. “I am sure of that.”",
  ],
  [
    "many names",
    "readable",
    "The foreign ministers of Germany, France and Spain met in Brussels with Kaja Kallas and Antonio Tajani to talk about it.",
  ],
  ["a headline", "unknown", "Harbour bridge closed"],
  ["nothing", "unknown", ""],
  ["figures", "unknown", "12 34 56 78 90 – 11 22 33 44 55"],
  [
    "German",
    "readable",
    "Die Brücke könnte zwei Jahre lang geschlossen bleiben, sagten zwei Beamte, die mit den Plänen vertraut sind, am Montag.",
  ],
  [
    "French",
    "other",
    "Le pont pourrait fermer pendant deux ans, ont déclaré lundi deux responsables qui connaissent le projet de la ville.",
  ],
  [
    "Spanish",
    "other",
    "El puente podría cerrar durante dos años, dijeron el lunes dos funcionarios que conocen los planes de la ciudad.",
  ],
  [
    "Italian",
    "other",
    "Il ponte potrebbe chiudere per due anni, hanno detto lunedì due funzionari che conoscono i piani della città.",
  ],
  [
    "Portuguese",
    "other",
    "A ponte poderá fechar durante dois anos, disseram na segunda-feira dois funcionários que conhecem os planos da cidade.",
  ],
  [
    "Dutch",
    "other",
    "De brug kan twee jaar dicht blijven, zeiden maandag twee ambtenaren die de plannen van de stad kennen en niet met naam genoemd willen worden.",
  ],
  [
    "Swedish",
    "other",
    "Bron kan vara stängd i två år, sade två tjänstemän som känner till planerna på måndagen, och det är inte säkert att den öppnar.",
  ],
  [
    "Polish",
    "other",
    "Most może być zamknięty przez dwa lata, powiedzieli w poniedziałek dwaj urzędnicy, którzy znają plany miasta i nie chcą podać nazwisk.",
  ],
  [
    "Ukrainian",
    "other",
    "Міст можуть закрити на два роки, сказали в понеділок двоє посадовців, обізнаних із планами міста.",
  ],
  ["Arabic", "other", "قد يغلق الجسر لمدة عامين، حسبما قال مسؤولان مطلعان على الخطط يوم الاثنين."],
  ["Chinese", "other", "两名了解计划的官员周一表示,这座大桥可能会关闭两年,因为主要缆索的磨损程度超出预期。"],
  [
    "Greek with an English name",
    "other",
    "Η γέφυρα μπορεί να κλείσει για δύο χρόνια, δήλωσαν τη Δευτέρα δύο αξιωματούχοι της Harbour Bridge Authority.",
  ],
  [
    "Turkish",
    "other",
    "Planları bilen iki yetkili pazartesi günü yaptığı açıklamada köprünün iki yıl boyunca kapalı kalabileceğini çünkü ana kablolarının beklenenden daha fazla aşınmış olduğunu belediye meclisine bildirdiklerini söyledi.",
  ],
];

for (const [what, expected, text] of CASES) {
  test(`${what} is ${expected}`, () => assert.equal(languageOf(text), expected));
}

/** @type {Map<string, string[]>} */
const FOREIGN = new Map();
for (const line of readFileSync("tests/foreign-sentences.txt", "utf8").trim().split("\n")) {
  if (line.startsWith("#")) continue;
  const [language, sentence] = line.split(" | ");
  FOREIGN.set(language, [...(FOREIGN.get(language) ?? []), sentence]);
}

test("there are two hundred sentences in other languages", () =>
  assert.equal([...FOREIGN.values()].flat().length, 200));

for (const [language, sentences] of FOREIGN) {
  test(`${language} is never taken for a language that is read`, () => {
    for (const sentence of sentences) assert.notEqual(languageOf(sentence), "readable", sentence);
    assert.equal(languageOf(sentences.join(" ")), "other");
  });
}
