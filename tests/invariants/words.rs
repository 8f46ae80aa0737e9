//! What the engine reacts to: the property tests and the fuzzer make texts of it, where random characters would hardly
//! ever spell a single cue.

use std::sync::LazyLock;

/// Marks, words and turns of phrase of both languages that no list holds but that decide between readings.
pub static OTHERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "“|”|\"|‘|’|'|``|''|«|»|„|‹|›|—|–|-|--|:|;|,|.|?|!|…|...|(|)|[|]|[his]|[sic]|{|}|•|*|·|/|&|%|$|€|#\
    |’s|'s|n't|’re|U.S.|Dr.|Mr.|Jr.|a.m.|Inc.|Ines Aldana|Ek|Aldana’s|Ann Ek, 45,|Oslo|Kyiv|Reuters|(AP)|Aldana\u{a0}Ek\
    |Tuesday|45|45-year-old|10 %|3.5 million|$2bn|20 km|1,000|2019|’90s|rain|bridge|town|slept|opened|MAYOR EK:|Q:|A:\
    |Aldana: No.|1.|@ek|#rain|www.ek.no|https://ek.no/a?b=c|it is|is said to be believed|is likely to|would not\
    |very likely believed|the minister, Jo Ek, who|one of the|two of them|such as|Reuters reported, citing|told reporters\
    |the letter|sent a letter|he|she|they|who|his|I|The|It|She said|İ|ß|𝒜|👩‍👩‍👧|👍🏽|שָׁלוֹם|مرحبا|言った|e\u{301}|\u{301}|\u{0}|\u{7f}\
    |„|»|›|‹|Sprecher:innen|Expert*innen|Ilse Wöhrl|Köln|Dienstag|45-jährige|bzw.|z. B.|Mio.|die|der|sie|er|ihr|Die|Es|dass\
    |sagte|teilte|mit|heißt es|sei|habe|werde|könne|solle|so der Minister|nach Angaben der Polizei|laut|zufolge|wie es hieß\
    |eine Sprecherin|aus Kreisen|hieß es am Dienstag|sagte sie|der dpa|mu\u{308}sse|soll gesagt haben\
    |\u{ad}|\u{a0}|\u{85}|\u{2028}|\u{200b}|\u{200d}|\u{feff}|\u{202e}|\u{2066}|\u{fffd}|\u{fdd0}|\t|\r"
        .split('|')
        .collect()
});

const ENGLISH_PATTERNS: &str = include_str!("../../src/language/english/patterns.txt");
const ENGLISH_HEDGE_CUES: &str = include_str!("../../src/language/english/hedge-cues.txt");
const GERMAN_PATTERNS: &str = include_str!("../../src/language/german/patterns.txt");
const GERMAN_HEDGE_CUES: &str = include_str!("../../src/language/german/hedge-cues.txt");

/// The lists that decide who says what and how surely.
const LISTS: [&str; 18] = [
    ENGLISH_PATTERNS,
    ENGLISH_HEDGE_CUES,
    include_str!("../../src/language/english/function-words.txt"),
    include_str!("../../src/language/english/reporting-adjectives.txt"),
    include_str!("../../src/language/english/reporting-nouns.txt"),
    include_str!("../../src/language/english/reporting-verbs.txt"),
    include_str!("../../src/language/english/nouns.txt"),
    include_str!("../../src/language/english/roles.txt"),
    include_str!("../../src/language/english/titles.txt"),
    GERMAN_PATTERNS,
    GERMAN_HEDGE_CUES,
    include_str!("../../src/language/german/function-words.txt"),
    include_str!("../../src/language/german/nouns.txt"),
    include_str!("../../src/language/german/reporting-adjectives.txt"),
    include_str!("../../src/language/german/reporting-nouns.txt"),
    include_str!("../../src/language/german/reporting-verbs.txt"),
    include_str!("../../src/language/german/roles.txt"),
    include_str!("../../src/language/german/titles.txt"),
];

/// The words of all lists, one by one.
pub static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<_> =
        LISTS.into_iter().flat_map(entries).flat_map(|line| line.split([' ', '|', '/', '?'])).collect();
    words.sort_unstable();
    words.dedup();
    words.retain(|word| !word.is_empty());
    words
});

/// The hedges and the phrases about anonymity as they stand on a page, of several words each.
pub static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = |lists: [&'static str; 2]| lists.into_iter().flat_map(entries).filter_map(|line| line.split_once(" | "));
    let patterns = rows([ENGLISH_PATTERNS, GERMAN_PATTERNS]).map(|(_, pattern)| pattern);
    let cues = rows([ENGLISH_HEDGE_CUES, GERMAN_HEDGE_CUES]).map(|(cue, _)| cue);
    let first_choice = |element: &str| element.split(['/', '?']).next().unwrap_or_default().to_owned();
    patterns.chain(cues).map(|row| row.split(' ').map(first_choice).collect::<Vec<_>>().join(" ")).collect()
});

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

pub fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
