//! Pages for the fuzzer to vary as such: blocks of words, where random bytes would hardly ever spell a single cue.

use arbitrary::{Arbitrary, Result, Unstructured};
use std::sync::LazyLock;

/// The blocks of a page; none holds a line end.
#[derive(Debug)]
pub struct Page {
    pub blocks: Vec<String>,
}

/// Marks, and words that no list of the lexicon holds, which decide between readings.
const OTHERS: &str = "“ ” \" ‘ ’ ' « » „ — – - : ; , . ? ! … ( ) % $ 's n't ’s U.S. Dr. Mr. Ines Aldana Ek Oslo Reuters AP \
    Tuesday 45 two 45-year-old 2019 rain bridge town slept Aldana’s İ 👩‍👩‍👧 שָׁלוֹם e\u{301} \u{202e} \u{fffd}";

/// The words of the lists that decide who says what and how surely.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lists = [
        include_str!("../../src/lexicon/anonymity-phrases.txt"),
        include_str!("../../src/lexicon/function-words.txt"),
        include_str!("../../src/lexicon/hedge-cues.txt"),
        include_str!("../../src/lexicon/reporting-adjectives.txt"),
        include_str!("../../src/lexicon/reporting-nouns.txt"),
        include_str!("../../src/lexicon/reporting-verbs.txt"),
        include_str!("../../src/lexicon/source-nouns.txt"),
        include_str!("../../src/lexicon/titles.txt"),
    ];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    let mut words: Vec<_> = lines.flat_map(|line| line.split([' ', '|', '/', '?'])).collect();
    words.sort_unstable();
    words.dedup();
    words.retain(|word| !word.is_empty());
    words
});

impl<'a> Arbitrary<'a> for Page {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let blocks = bytes.arbitrary_iter::<Block>()?.take(6).map(|block| Ok(block?.0));
        Ok(Self { blocks: blocks.collect::<Result<_>>()? })
    }
}

struct Block(String);

impl<'a> Arbitrary<'a> for Block {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let mut block = String::new();
        for word in bytes.arbitrary_iter::<Word>()?.take(30) {
            block.push_str(&word?.0);
        }
        Ok(Self(block.replace(['\n', '\r'], " ")))
    }
}

/// A word with or without the space before it.
struct Word(String);

impl<'a> Arbitrary<'a> for Word {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let others: Vec<&str> = OTHERS.split(' ').collect();
        let word = match bytes.int_in_range(0..=9)? {
            0 => bytes.arbitrary::<&str>()?.chars().take(8).collect(),
            1..=5 => (*bytes.choose(&others)?).to_owned(),
            _ => (*bytes.choose(&WORDS)?).to_owned(),
        };
        let word = if bytes.ratio(1, 6)? { capitalised(&word) } else { word };
        Ok(Self(if bytes.ratio(1, 5)? { word } else { format!(" {word}") }))
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
