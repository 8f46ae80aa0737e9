//! Turns `src/kinds.json`, the table of everything a mark can say, into Rust: an enum of the rules and constant rows.
//!
//! The extension's locales and `sourcelight train` read and write the same file, which is why it is JSON. A row with an
//! unknown field or without a needed one stops the build and is named. `src/language/frequent-words.json` and
//! `proof-of-language.json`, which the extension reads as well, become a table and constants of Rust. Word lists are copied
//! without their comments.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
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
    let write = |file: &str, text: String| std::fs::write(Path::new(&folder).join(file), text).expect("it is writable");
    write("kinds.rs", generated(&kinds));
    write("english_hedges.rs", registered("src/language/english/hedges", &kinds, "crate::hedge::Test", "test"));
    write("german_hedges.rs", registered("src/language/german/hedges", &kinds, "crate::hedge::Test", "test"));
    for language in ["english", "german"] {
        copy_lists(language, Path::new(&folder));
    }
    pack("models/attribution-de.bin", Path::new(&folder));
    write("frequent_words.rs", frequent_words("src/language/frequent-words.json"));
    write("proof_of_language.rs", constants("src/language/proof-of-language.json"));
    write("attribution_rules.rs", registered("src/attribution/rules", &kinds, "Finds", "FINDS"));
}

/// The modules of a folder of rules, a file each, and the table of the item of some type that each file offers, in the
/// order of the rows.
fn registered(folder: &str, kinds: &Kinds, offers: &str, item: &str) -> String {
    println!("cargo::rerun-if-changed={folder}");
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the project");
    let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let files = files.map(|file| file.expect("a readable folder").file_name().to_string_lossy().into_owned());
    let stems: BTreeSet<String> =
        files.filter_map(|file| Some(file.strip_suffix(".rs")?.to_owned())).filter(|stem| stem != "mod").collect();
    let mut out = String::new();
    for stem in &stems {
        let rule = stem.replace('_', "-");
        let is_listed = kinds.rules.iter().any(|row| row.name == rule);
        assert!(is_listed, "{folder}/{stem}.rs: src/kinds.json has no rule {rule}");
        writeln!(out, "#[path = {:?}]\nmod {stem};", format!("{root}/{folder}/{stem}.rs")).unwrap();
    }
    writeln!(out, "\nconst REGISTERED: &[(crate::kinds::RuleId, {offers})] = &[").unwrap();
    for row in kinds.rules.iter().filter(|row| stems.contains(&row.name.replace('-', "_"))) {
        writeln!(out, "    (crate::kinds::RuleId::{}, {}::{item}),", variant(&row.name), row.name.replace('-', "_"))
            .unwrap();
    }
    out + "];\n"
}

/// Copies a language's word lists into a folder, without the words of their comments: nobody reads them in a browser. The
/// lines keep their numbers.
fn copy_lists(language: &str, to: &Path) {
    let from = format!("src/language/{language}");
    println!("cargo::rerun-if-changed={from}");
    std::fs::create_dir_all(to.join(language)).expect("it is writable");
    for file in std::fs::read_dir(&from).unwrap_or_else(|error| panic!("{from}: {error}")) {
        let path = file.expect("a readable folder").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let list = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let lines = list.lines().map(|line| if line.starts_with('#') { "#\n".to_owned() } else { format!("{line}\n") });
        let name = path.file_name().expect("a file has a name");
        std::fs::write(to.join(language).join(name), lines.collect::<String>()).expect("it is writable");
    }
}

/// Puts a file into a folder deflated: a model that most readers never load takes two thirds of its bytes in the module.
fn pack(file: &str, to: &Path) {
    println!("cargo::rerun-if-changed={file}");
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let name = Path::new(file).file_name().expect("a file has a name");
    std::fs::write(to.join(name), miniz_oxide::deflate::compress_to_vec(&bytes, 10)).expect("it is writable");
}

/// The frequent words of each language, by its name.
fn frequent_words(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    let json = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let words: BTreeMap<String, String> = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{file}: {error}"));
    let words: Vec<_> = words.into_iter().collect();
    format!("const FREQUENT: [(&str, &str); {}] = {words:?};\n", words.len())
}

/// The numbers of a file as constants.
fn constants(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    let json = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let numbers: BTreeMap<String, usize> =
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{file}: {error}"));
    numbers.iter().map(|(name, number)| format!("const {}: usize = {number};\n", name.to_uppercase())).collect()
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
