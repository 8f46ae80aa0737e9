//! Letters without their case, so that words can be compared and looked up byte by byte.

/// A text with small letters for large ones. What the `regex` crate takes for the same
/// letter in another case is the same here; the reverse need not hold.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Replaces what `into` holds.
pub(super) fn fold_into(into: &mut String, text: &str) {
    into.clear();
    if text.is_ascii() {
        into.push_str(text);
        into.make_ascii_lowercase();
    } else {
        into.extend(text.chars().map(fold));
    }
}

/// By way of the capital letter, so that `ſ` becomes `s` and `ς` becomes `σ`.
fn fold(letter: char) -> char {
    match letter {
        // Written in two ways, with no capital letter that is one letter.
        '\u{1fd3}' => '\u{390}',
        '\u{1fe3}' => '\u{3b0}',
        '\u{fb05}' => '\u{fb06}',
        letter if letter.is_ascii() => letter.to_ascii_lowercase(),
        letter => single(single(letter, letter.to_uppercase()), single(letter, letter.to_uppercase()).to_lowercase()),
    }
}

/// The one letter that there is, or else the letter itself.
fn single(letter: char, mut others: impl Iterator<Item = char>) -> char {
    others.next().filter(|_| others.next().is_none()).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::{fold, folded};
    use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

    #[test]
    fn letters_lose_their_case() {
        assert_eq!(folded("It’s ÜBER Straße, ΌΧΙ ΟΔΟΣ"), "it’s über straße, όχι οδοσ");
    }

    /// What is looked for before a pattern is tried must be there wherever the pattern fits.
    #[test]
    fn letters_that_a_pattern_takes_for_the_same_are_the_same() {
        for letter in (0..0x2_0000).filter_map(char::from_u32) {
            let mut class = ClassUnicode::new([ClassUnicodeRange::new(letter, letter)]);
            class.case_fold_simple();
            for same in class.iter().flat_map(|range| range.start()..=range.end()) {
                assert_eq!(fold(same), fold(letter), "{same} and {letter}");
            }
        }
    }
}
