//! Turns `src/kinds.json`, the table of everything a mark can say, into Rust: an enum of the rules and constant rows.
//!
//! The extension's locales and `sourcelight train` read and write the same file, which is why it is JSON. A row with an
//! unknown field or without a needed one stops the build and is named.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    values: Vec<Value>,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    field: String,
    name: String,
    label: Sentences,
    meaning: Sentences,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    mark: String,
    feature: Option<u8>,
    trust: Option<String>,
    precision: Option<f32>,
    sentence: Sentences,
}

/// One sentence in each language of the interface.
type Sentences = BTreeMap<String, String>;

const LANGUAGES: [&str; 5] = ["de", "en", "es", "fr", "uk"];

fn main() {
    println!("cargo::rerun-if-changed=src/kinds.json");
    let json = std::fs::read_to_string("src/kinds.json").expect("src/kinds.json is readable");
    let kinds: Kinds = serde_json::from_str(&json).unwrap_or_else(|error| panic!("src/kinds.json: {error}"));
    let folder = std::env::var_os("OUT_DIR").expect("cargo names a folder for what is generated");
    std::fs::write(Path::new(&folder).join("kinds.rs"), generated(&kinds)).expect("that folder is writable");
}

fn generated(kinds: &Kinds) -> String {
    let mut out = String::from("/// The rules, in the order of `src/kinds.json`.\n");
    out += "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum RuleId {\n";
    for rule in &kinds.rules {
        writeln!(out, "    /// {}\n    {},", english(&rule.name, &rule.sentence), variant(&rule.name)).unwrap();
    }
    write!(out, "}}\n\n/// Every rule.\npub const RULES: [Rule; {}] = [\n", kinds.rules.len()).unwrap();
    for rule in &kinds.rules {
        let missing = LANGUAGES.iter().find(|language| !rule.sentence.contains_key(**language));
        assert!(missing.is_none(), "src/kinds.json: the rule {} has no sentence in {missing:?}", rule.name);
        let attribution = rule.mark == "attribution";
        assert!(
            attribution == rule.feature.is_some(),
            "src/kinds.json: {}: attribution rules have a feature",
            rule.name
        );
        assert!(attribution == rule.trust.is_some(), "src/kinds.json: {}: attribution rules have a trust", rule.name);
        writeln!(
            out,
            "    Rule {{ id: RuleId::{}, name: {:?}, mark: Mark::{}, feature: {:?}, trust: Trust::{}, precision: {:?}, \
             sentence: {:?} }},",
            variant(&rule.name),
            rule.name,
            variant(&rule.mark),
            rule.feature.unwrap_or_default(),
            variant(rule.trust.as_deref().unwrap_or("proposes")),
            rule.precision.unwrap_or_default(),
            english(&rule.name, &rule.sentence),
        )
        .unwrap();
    }
    write!(out, "];\n\n/// Every value.\npub const VALUES: [Value; {}] = [\n", kinds.values.len()).unwrap();
    for value in &kinds.values {
        writeln!(
            out,
            "    Value {{ field: Field::{}, name: {:?}, label: {:?}, meaning: {:?} }},",
            variant(&value.field),
            value.name,
            english(&value.name, &value.label),
            english(&value.name, &value.meaning),
        )
        .unwrap();
    }
    out + "];\n"
}

fn english<'s>(name: &str, sentences: &'s Sentences) -> &'s str {
    sentences.get("en").unwrap_or_else(|| panic!("src/kinds.json: {name} has no English sentence"))
}

/// "that-clause" as a name of a variant: `ThatClause`.
fn variant(name: &str) -> String {
    let capitalised = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('-').map(capitalised).collect()
}
