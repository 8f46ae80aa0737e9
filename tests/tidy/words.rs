//! No word of a language is spelled out in the engine: that is what `src/language/` is for.

use super::sources;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What has letters and is no word of a language: how addresses of the web begin.
const NO_WORDS: [&str; 3] = ["http://", "https://", "www."];

/// Speaks the syntax of patterns, which the reader's own phrases are made into; the words are the reader's.
const PATTERNS: &str = "phrases/pattern.rs";

/// Macros whose literals are names of files and variables, or examples that are built for tests alone (the rows of
/// `source/identity/table.rs`).
const APART: [&str; 6] = ["include", "include_str", "include_bytes", "concat", "env", "table"];

#[test]
fn only_language_packs_spell_out_words() {
    let mut found = Vec::new();
    for source in sources() {
        let is_engine = !source.path.starts_with("language/") && !source.path.starts_with("bin/");
        if is_engine && source.path != PATTERNS {
            literals(source.text.parse().unwrap(), &source.path, &mut found);
        }
    }
    assert!(found.is_empty(), "\nspelled out in the engine:\n{}", found.join("\n"));
}

#[test]
fn a_spelled_out_word_is_found_wherever_it_stands() {
    let code = r##"
        //! "Documentation" is none.
        #[serde(rename = "attribute")]
        const WORDS: [&str; 1] = ["said"];
        fn f(text: &str) -> bool { matches!(text, "who" | ",") || text.ends_with('s') || text == "«" }
        #[cfg(test)]
        mod tests { const CASE: &str = "a test may"; }
        const TABLE: &str = include_str!("table.txt");
    "##;
    let mut found = Vec::new();
    literals(code.parse().unwrap(), "f.rs", &mut found);
    assert_eq!(found, ["f.rs:4: \"said\"", "f.rs:5: \"who\"", "f.rs:5: 's'"]);
}

/// Adds the literals with letters, outside attributes, tests and names of files.
fn literals(code: TokenStream, path: &str, found: &mut Vec<String>) {
    let mut tokens = code.into_iter().peekable();
    let mut is_test = false;
    let mut stands_apart = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Punct(_)) = tokens.peek() {
                    tokens.next();
                }
                let attribute = tokens.next().map(|group| group.to_string()).unwrap_or_default();
                is_test |= attribute.replace(' ', "") == "[cfg(test)]";
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => is_test = false,
            TokenTree::Punct(_) => {}
            TokenTree::Ident(name) => stands_apart = APART.contains(&name.to_string().as_str()),
            TokenTree::Group(group) => {
                let ends_item = group.delimiter() == Delimiter::Brace;
                if !is_test && !stands_apart {
                    literals(group.stream(), path, found);
                }
                is_test &= !ends_item;
                stands_apart = false;
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let quoted = text.starts_with(['"', '\'', 'r']);
                let body = text.trim_matches(['"', '\'']);
                let letters = unescaped(body).chars().any(char::is_alphabetic);
                if quoted && letters && !is_test && !NO_WORDS.contains(&body) {
                    found.push(format!("{path}:{}: {text}", literal.span().start().line));
                }
            }
        }
    }
}

/// A literal's body without its escapes, which have letters of their own.
fn unescaped(body: &str) -> String {
    let mut pieces = body.split('\\');
    let first = pieces.next().unwrap_or_default().to_owned();
    first
        + &pieces
            .map(|piece| piece.split_once('}').map_or(piece.get(1..), |(_, rest)| Some(rest)).unwrap_or_default())
            .collect::<String>()
}
