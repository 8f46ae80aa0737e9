//! What must hold for any text whatever: no panic, valid offsets in every unit, order, nesting, sums that add up.

mod invariants;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sourcelight::text::{OffsetMap, Unit};
use sourcelight::{Analysis, Analyzer, Document, Settings};
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(Settings::default()));

/// Words and marks that the engine reacts to, and characters that break careless offset arithmetic.
fn piece() -> impl Strategy<Value = String> {
    const FRAGMENTS: &[&str] = &[
        "said",
        "says",
        "according to",
        "told",
        "reporters",
        "that",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "—",
        "–",
        ":",
        ",",
        ".",
        "?",
        "…",
        "(",
        ")",
        "Dr.",
        "U.S.",
        "Ines Aldana",
        "officials",
        "people familiar with the matter",
        "it is",
        "believed",
        "may",
        "very likely",
        "citing",
        "who",
        "he",
        "on condition of anonymity",
        "because",
        "\n",
        "\n\n",
        "👩‍👩‍👧",
        "e\u{301}",
        "שָׁלוֹם",
        "مرحبا",
        "\u{202e}",
        "\u{0}",
        "𝒜",
        "n't",
        "’s",
        "10",
        "%",
        "$",
        "-",
        "«",
        "»",
        "could",
        "seems to",
        "accused of",
        "was",
        "asked not to be named",
        "The",
        "minister",
        "was told by",
    ];
    prop_oneof![
        4 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    (prop::collection::vec(piece(), 0..60), any::<bool>())
        .prop_map(|(pieces, spaced)| pieces.join(if spaced { " " } else { "" }))
}

proptest! {
    // The same texts on every run: a commit passes or it does not. New ones are what `./build.sh fuzz` is for.
    #![proptest_config(ProptestConfig { cases: 10_000, rng_seed: RngSeed::Fixed(20), ..ProptestConfig::default() })]

    #[test]
    fn every_invariant_holds(text in text()) {
        invariants::check(&text, &ANALYZER.analyze(&Document::new(&text, "\n")));
    }

    #[test]
    fn offsets_translate_exactly(text in "\\PC{0,200}") {
        let utf16 = OffsetMap::new(&text, Unit::Utf16);
        let code_points = OffsetMap::new(&text, Unit::CodePoint);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            prop_assert_eq!(utf16.offset(byte), text[..byte].encode_utf16().count());
            prop_assert_eq!(code_points.offset(byte), text[..byte].chars().count());
        }
    }

    #[test]
    fn a_block_keeps_to_itself_when_a_bare_one_follows(text in text()) {
        let text = text.replace('\n', " ");
        let alone = ANALYZER.analyze(&Document::new(&text, "\n"));
        let longer = format!("{text}\nRain fell.");
        let together = ANALYZER.analyze(&Document::new(&longer, "\n"));
        // The scope is left out: an attribution at the end of a block may reach into the next one.
        let marks = |found: &Analysis| found.hedges.iter().map(|h| (h.span, h.kind, h.range)).collect::<Vec<_>>();
        prop_assert_eq!(marks(&alone), marks(&together));
    }
}
