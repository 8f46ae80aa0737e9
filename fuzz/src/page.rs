//! Pages for the fuzzer to vary as such: blocks of words, where random bytes would hardly ever spell a single cue.

use crate::invariants::words::{OTHERS, WORDS, capitalised};
use arbitrary::{Arbitrary, Result, Unstructured};

/// The blocks of a page; none holds a line end.
#[derive(Debug)]
pub struct Page {
    pub blocks: Vec<String>,
}

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
        let word = match bytes.int_in_range(0..=9)? {
            0 => bytes.arbitrary::<&str>()?.chars().take(8).collect(),
            1..=5 => (*bytes.choose(&OTHERS)?).to_owned(),
            _ => (*bytes.choose(&WORDS)?).to_owned(),
        };
        let word = if bytes.ratio(1, 6)? { capitalised(&word) } else { word };
        Ok(Self(if bytes.ratio(1, 5)? { word } else { format!(" {word}") }))
    }
}
