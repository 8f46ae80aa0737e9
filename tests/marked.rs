//! Runs the fixtures: pages with their marks written into them, in `tests/marked/*.md` and in the comments of the rules.
//!
//! ```markdown
//! # Unnamed officials, mixed quotation
//! Prose says why the case is there.
//!
//! > {source:unnamed Two officials} {cue:statement said} {content:mixed a deal “{hedge:modal could} still fail”}.
//! - grade: role
//! ```
//!
//! A run of `>` lines is one page, each line a block. Marks are `{source:identity …}`, `{cue:attitude …}`,
//! `{content:quoting …}` and `{hedge:kind …}`; text outside braces asserts that there is no mark. Attributions are
//! numbered through the page in the order of their first words; the number (`source#2`) is written where a block
//! holds parts of more than one. Of two marks that cross, the one that starts later is cut where the other ends.
//!
//! `- fact: value` lines after a page check what braces cannot show, and only what they name: `speaker`, `depth`,
//! `count`, `role`, `basis`, `reason`, `clause`, `boilerplate`, `via`, `grade`, `confidence` (rounded to tenths),
//! `rule` and `evidence` of an attribution, `scope`, `range` and `hedge-rule` of a hedge. `- speaker#2:` asks the second attribution
//! (or hedge) of the page; without a number it is the first. A fact that is absent is `none`. `- hedging: conll-2010` reads
//! the page by the wider definition of hedges; see `sourcelight::Hedging`.
//!
//! A rule's own file holds its example and its cases in the same notation, behind `//!` and `//`.
//!
//! `UPDATE=1 cargo test --test marked` rewrites every page and fact to what the engine finds; read the diff.

use sourcelight::analysis::{Attribution, Hedge};
use sourcelight::kinds::{RULES, RuleId};
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analysis, Analyzer, Document, Hedging, Settings, Span};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

#[test]
fn fixtures_come_out_as_they_are_written() {
    let update = std::env::var_os("UPDATE").is_some();
    let engines = Engines::new();
    let mut failures = String::new();
    for (file, written) in FIXTURES.iter() {
        let name = file.display();
        let found = rewritten(written, &engines).unwrap_or_else(|error| panic!("{name}:{error}")).text;
        if update && found != *written {
            std::fs::write(file, found).unwrap();
        } else {
            for (number, (expected, found)) in written.lines().zip(found.lines()).enumerate() {
                if expected != found {
                    writeln!(failures, "{name}:{}\n  expected {expected}\n  found    {found}", number + 1).unwrap();
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}\nUPDATE=1 cargo test --test marked accepts what was found");
}

/// A rule without a fixture can break unseen.
#[test]
fn every_rule_is_reached_by_a_fixture() {
    let engines = Engines::new();
    let reached: BTreeSet<RuleId> = FIXTURES
        .iter()
        .flat_map(|(_, written)| rewritten(written, &engines).map(|file| file.rules).unwrap_or_default())
        .collect();
    let missed: Vec<_> = RULES.iter().filter(|rule| !reached.contains(&rule.id)).map(|rule| rule.name).collect();
    assert!(missed.is_empty(), "no fixture reaches {missed:?}");
}

/// The files with fixtures, and their texts: read once, so that no test reads what another is rewriting.
static FIXTURES: LazyLock<Vec<(PathBuf, String)>> = LazyLock::new(fixtures);

fn fixtures() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("tests/marked"), root.join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md" || ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// What reads the pages of the fixtures.
struct Engines {
    page: Analyzer,
    /// With hedges by the definition of CoNLL-2010.
    wide: Analyzer,
}

impl Engines {
    fn new() -> Self {
        let wide = Settings { hedging: Hedging::Conll2010, ..Settings::default() };
        Self { page: Analyzer::new(Settings::default()), wide: Analyzer::new(wide) }
    }
}

/// The fact that asks for the wider definition.
const WIDE: &str = "hedging: conll-2010";

/// A fixture file as it would read if everything the engine finds were right.
struct Rewritten {
    text: String,
    /// The rules that decided a mark, and the facts that support one.
    rules: Vec<RuleId>,
}

/// The sign of a comment of Rust before a fixture's line, none in Markdown; and the line.
fn uncommented(line: &str) -> (&str, &str) {
    let sign = ["//! ", "// "].into_iter().find(|sign| line.starts_with(sign)).unwrap_or_default();
    line.split_at(sign.len())
}

fn rewritten(file: &str, engines: &Engines) -> Result<Rewritten, String> {
    let lines: Vec<(&str, &str)> = file.lines().map(uncommented).collect();
    let mut out = Rewritten { text: String::new(), rules: Vec::new() };
    let mut at = 0;
    while at < lines.len() {
        let sign = lines[at].0;
        let length = lines[at..].iter().take_while(|line| line.0 == sign && line.1.starts_with("> ")).count();
        if length == 0 {
            if sign.is_empty() && lines[at].1.starts_with("- ") {
                return Err(format!("{}: a fact that does not follow a page", at + 1));
            }
            out.text += &format!("{sign}{}\n", lines[at].1);
            at += 1;
            continue;
        }
        let mut blocks = Vec::new();
        for (number, (_, line)) in (at + 1..).zip(&lines[at..at + length]) {
            blocks.push(unbraced(line[1..].trim()).map_err(|error| format!("{number}: {error}"))?);
        }
        let text = blocks.join("\n");
        let document = Document::new(&text, "\n");
        let facts = lines[at + length..].iter().map_while(|(_, line)| line.strip_prefix("- "));
        let is_wide = facts.into_iter().any(|fact| fact == WIDE);
        let found = if is_wide { &engines.wide } else { &engines.page }.analyze(&document);
        let page = Page::new(document, found);
        out.rules.extend(page.rules());
        for block in &page.document.blocks {
            out.text += &format!("{sign}> {}\n", page.braced(*block));
        }
        at += length;
        while let Some(fact) = lines.get(at).and_then(|(_, line)| line.strip_prefix("- ")) {
            if fact == WIDE {
                out.text += &format!("{sign}- {WIDE}\n");
            } else {
                let name = fact.split(':').next().unwrap_or_default();
                let value = page.fact(name).map_err(|error| format!("{}: {error}", at + 1))?;
                out.text += &format!("{sign}- {name}: {value}\n");
            }
            at += 1;
        }
    }
    Ok(out)
}

/// The text of a block without its braces.
fn unbraced(line: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut open = 0;
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        text += &rest[..at];
        if rest[at..].starts_with('{') {
            let (mark, inside) = rest[at + 1..].split_once(' ').ok_or("a brace without a mark's name and a space")?;
            let role = mark.split([':', '#']).next().unwrap_or_default();
            if !["source", "cue", "content", "hedge"].contains(&role) {
                return Err(format!("unknown mark {{{mark}"));
            }
            open += 1;
            rest = inside;
        } else {
            open -= 1;
            rest = &rest[at + 1..];
        }
    }
    text += rest;
    if text.is_empty() {
        return Err("a block without text".to_owned());
    }
    if open == 0 { Ok(text) } else { Err("braces do not pair".to_owned()) }
}

/// A fixture's page and what the engine finds on it.
struct Page<'t> {
    document: Document<'t>,
    /// In the order of their first words.
    attributions: Vec<Attribution>,
    hedges: Vec<Hedge>,
    /// The same, with values as the contracts name them.
    view: AnalysisView,
}

/// A piece of a mark.
struct Mark {
    span: Span,
    /// Of two marks with the same words the lower rank stands outside.
    rank: usize,
    role: &'static str,
    class: String,
    /// Index of the attribution; none for hedges.
    attribution: Option<usize>,
}

impl<'t> Page<'t> {
    fn new(document: Document<'t>, mut found: Analysis) -> Self {
        found.attributions.sort_by_key(|a| (parts(a).map(|(_, _, span)| span.start).min(), a.depth));
        let view = AnalysisView::new(&found, document.text, Unit::CodePoint);
        Self { document, attributions: found.attributions, hedges: found.hedges, view }
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (number, attribution) in self.attributions.iter().enumerate() {
            for (rank, role, span) in parts(attribution) {
                let class = match role {
                    "source" => word(attribution.identity),
                    "cue" => word(attribution.attitude),
                    _ => word(attribution.quoting),
                };
                marks.push(Mark { span, rank, role, class, attribution: Some(number) });
            }
        }
        for hedge in &self.hedges {
            marks.push(Mark { span: hedge.span, rank: 3, role: "hedge", class: word(hedge.kind), attribution: None });
        }
        marks
    }

    /// The text of one block with its marks as nested braces.
    fn braced(&self, block: Span) -> String {
        let mut pieces: Vec<Mark> = self.marks();
        pieces.retain_mut(|mark| {
            mark.span = Span::new(mark.span.start.max(block.start), mark.span.end.min(block.end));
            !mark.span.is_empty() && block.contains(mark.span)
        });
        let mut numbers: Vec<_> = pieces.iter().filter_map(|mark| mark.attribution).collect();
        numbers.dedup();
        let numbered = numbers.iter().any(|n| *n != numbers[0]);
        let mut out = String::new();
        let mut at = block.start;
        let mut open: Vec<usize> = Vec::new();
        loop {
            pieces.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.rank, m.attribution));
            let next = pieces.first().map_or(block.end, |mark| mark.span.start);
            while let Some(end) = open.pop_if(|end| *end <= next) {
                out += &self.document.text[at..end];
                out.push('}');
                at = end;
            }
            out += &self.document.text[at..next];
            at = next;
            if pieces.is_empty() {
                break;
            }
            let mut mark = pieces.remove(0);
            if let Some(&limit) = open.last().filter(|limit| **limit < mark.span.end) {
                let rest = self.document.text[limit..mark.span.end].trim_start().len();
                pieces.push(Mark {
                    span: Span::new(mark.span.end - rest, mark.span.end),
                    class: mark.class.clone(),
                    ..mark
                });
                mark.span.end = limit;
            }
            let number = mark.attribution.filter(|_| numbered).map_or(String::new(), |n| format!("#{}", n + 1));
            out += &format!("{{{}{number}:{} ", mark.role, mark.class);
            open.push(mark.span.end);
        }
        out
    }

    fn rules(&self) -> impl Iterator<Item = RuleId> + '_ {
        let attributed = self.attributions.iter().flat_map(|a| [&a.why].into_iter().chain(&a.evidence));
        attributed.chain(self.hedges.iter().map(|hedge| &hedge.why)).map(|why| why.rule)
    }

    /// The value of a fact, as the contracts write it.
    fn fact(&self, name: &str) -> Result<String, String> {
        let (name, number) = name.split_once('#').unwrap_or((name, "1"));
        let number: usize = number.parse().map_err(|_| format!("no number: {number}"))?;
        let subject = match name {
            "scope" | "range" | "hedge-rule" => {
                serde_json::to_value(number.checked_sub(1).and_then(|n| self.view.hedges.get(n)))
            }
            _ => serde_json::to_value(number.checked_sub(1).and_then(|n| self.view.attributions.get(n))),
        };
        let subject = subject.map_err(|error| error.to_string())?;
        let value = match name {
            "speaker" | "depth" | "scope" | "range" => &subject[name],
            "rule" | "hedge-rule" => &subject["reason"]["rule"],
            "confidence" => return Ok(format!("{:.1}", subject[name].as_f64().unwrap_or_default())),
            "count" | "role" | "basis" | "reason" | "clause" | "boilerplate" | "via" | "grade" => {
                &subject["anonymity"][name]
            }
            "evidence" => {
                let facts = subject[name].as_array().into_iter().flatten();
                let told: Vec<_> = facts.filter_map(|fact| fact["rule"].as_str()).collect();
                return Ok(if told.is_empty() { "none".to_owned() } else { told.join(" ") });
            }
            _ => return Err(format!("unknown fact {name}")),
        };
        Ok(value.as_str().map_or_else(|| value.to_string().replace("null", "none"), str::to_owned))
    }
}

/// The pieces of an attribution: rank, role, place.
fn parts(attribution: &Attribution) -> impl Iterator<Item = (usize, &'static str, Span)> + '_ {
    let content = attribution.content.iter().map(|&span| (0, "content", span));
    let source = attribution.source.iter().map(|&span| (1, "source", span));
    content.chain(source).chain(attribution.cue.iter().map(|&span| (2, "cue", span)))
}

/// An enum's value as the contracts write it.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

#[test]
fn braces_nest_number_and_cut() {
    use sourcelight::analysis::{Attitude, HedgeKind, Identity, Quoting, Scope, Standing, Why};
    use sourcelight::language::Tongue;

    let text = "Ek said Li denied it may rain.\nHe left.";
    let place = |words: &str| Span::new(text.find(words).unwrap(), text.find(words).unwrap() + words.len());
    let why = Why { rule: RuleId::Model, words: vec![] };
    let attribution = |source: &str, cue: &str, content: &str, depth| Attribution {
        source: vec![place(source)],
        cue: vec![place(cue)],
        content: vec![place(content)],
        attitude: Attitude::Statement,
        quoting: Quoting::Indirect,
        depth,
        identity: Identity::Named,
        standing: Standing::Named,
        speaker: None,
        key: None,
        anonymity: None,
        confidence: 0.96,
        why: why.clone(),
        evidence: vec![],
    };
    let found = Analysis {
        attributions: vec![
            attribution("Li", "denied", "it may rain.\nHe left", 1),
            attribution("Ek", "said", "Li denied it may", 0),
        ],
        hedges: vec![Hedge {
            span: place("may rain"),
            kind: HedgeKind::Modal,
            scope: Scope::Source,
            range: None,
            language: Tongue::English,
            why: why.clone(),
        }],
        phrases: vec![],
        read_to: None,
    };
    let page = Page::new(Document::new(text, "\n"), found);
    let braced: Vec<_> = page.document.blocks.iter().map(|block| page.braced(*block)).collect();
    assert_eq!(
        braced,
        [
            "{source#1:named Ek} {cue#1:statement said} {content#1:indirect {source#2:named Li} {cue#2:statement denied} \
             {content#2:indirect it {hedge:modal may}}} {content#2:indirect {hedge:modal rain}.}",
            "{content:indirect He left}."
        ]
    );
    assert_eq!(braced.iter().map(|line| unbraced(line).unwrap()).collect::<Vec<_>>().join("\n"), text);
    assert_eq!(page.fact("depth#2").as_deref(), Ok("1"));
    assert_eq!(page.fact("range").as_deref(), Ok("none"));
    assert_eq!(page.fact("confidence").as_deref(), Ok("1.0"));
}
