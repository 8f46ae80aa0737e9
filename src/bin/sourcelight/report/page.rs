//! The report as one page of HTML: no script, nothing from elsewhere, and all words of the archive escaped and kept in
//! their own direction of writing.

use super::plot;
use super::tally::{Counts, NO_OUTLET, OTHERS, Source, Tally, share};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sourcelight::analysis::Standing;
use sourcelight::kinds::{Field, VALUES};
use sourcelight::report::STANDINGS;
use std::collections::BTreeMap;

/// Rows of the tables.
const OUTLETS: usize = 50;
const OUTLETS_BY_MONTH: usize = 20;
const SOURCES: usize = 40;
/// Years that are told month by month; the years themselves where there are more.
const YEARS: usize = 5;
/// Below so many documents a share is as good as chance.
const FEW: u64 = 10;

/// Something that is counted for outlets and times.
struct Measure {
    title: &'static str,
    /// The style sheet's name for its colour.
    class: &'static str,
    of: fn(&Counts) -> Option<f64>,
    told: fn(f64) -> String,
}

const MEASURES: [Measure; 2] = [
    Measure { title: "Unnamed sourcing", class: "unnamed", of: Counts::unnamed_share, told: percent },
    Measure { title: "Hedges in 1,000 words", class: "hedge", of: Counts::hedges_per_thousand, told: decimal },
];

/// How a page begins, by which an earlier one is told from a file that nobody may overwrite.
pub const BEGINNING: &str = concat!(
    r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">"#,
    r#"<meta name="generator" content="Sourcelight">"#
);

/// The whole page.
pub fn page(tally: &Tally) -> String {
    let all = tally.all();
    let months = tally.by_month();
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="generator" content="Sourcelight";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Sources in " (count(all.documents)) " documents" }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body {
                header {
                    h1 { "Who speaks in these " (count(all.documents)) " documents" }
                    p.quiet { (extent(tally, &all, &months)) }
                }
                (headline_figures(&all))
                (standings(&all))
                @if months.len() > 1 { (by_month(&months)) }
                (by_outlet(tally))
                (by_outlet_and_month(tally, &months))
                (ranked(tally, &all))
                (notes(tally))
            }
        }
    };
    markup.into_string() + "\n"
}

fn extent(tally: &Tally, all: &Counts, months: &BTreeMap<&str, Counts>) -> String {
    let outlets = tally.outlets.keys().filter(|outlet| *outlet != NO_OUTLET).count();
    let mut told = format!("{} words", count(all.words));
    if outlets > 0 {
        told += &format!(" of {} {}", count(outlets as u64), if outlets == 1 { "outlet" } else { "outlets" });
    }
    if let (Some((first, _)), Some((last, _))) = (months.first_key_value(), months.last_key_value()) {
        told += &if first == last { format!(", {first}") } else { format!(", {first} to {last}") };
    }
    if tally.failed > 0 {
        told += &format!(". {} more could not be read and are not counted", count(tally.failed));
    }
    told + "."
}

fn headline_figures(all: &Counts) -> Markup {
    let statements = count(all.all_statements());
    let own = share(all.own_hedges, all.hedges)
        .map_or_else(String::new, |own| format!(", {} of them the pages’ own", percent(own)));
    let figure = |class, value: Option<f64>, told: fn(f64) -> String, what: String| {
        html! { li.(class) { b { (value.map_or("–".to_owned(), told)) } (what) } }
    };
    html! {
        ul.figures {
            (figure("unnamed", all.unnamed_share(), percent, format!("of {statements} statements come from a source that is not named")))
            (figure("unnamed", share(all.with_unnamed, all.documents), percent, "of documents have at least one such statement".to_owned()))
            (figure("named", share(all.attributed_words, all.words), percent, "of all words are attributed to somebody".to_owned()))
            (figure("hedge", all.hedges_per_thousand(), decimal, format!("hedges in 1,000 words{own}")))
        }
    }
}

fn standings(all: &Counts) -> Markup {
    let statements = all.all_statements();
    let shares =
        STANDINGS.map(|standing| (standing, share(all.statements[standing as usize], statements).unwrap_or(0.0)));
    html! {
        h2 { "Who statements come from" }
        div.standings role="img" aria-label="The shares that are told below, as a bar" {
            @for (standing, part) in shares {
                @if part > 0.0 { span.(class(standing)) style=(format!("flex:{part:.4}")) {} }
            }
        }
        dl {
            @for (standing, part) in shares {
                dt.key.(class(standing)) { (label(standing)) ": " (percent(part)) ", " (count(all.statements[standing as usize])) }
                dd { (meaning(standing)) }
            }
        }
    }
}

fn by_month(months: &BTreeMap<&str, Counts>) -> Markup {
    let times: Vec<&str> = months.keys().copied().collect();
    html! {
        h2 { "Month by month" }
        @for Measure { title, class, of, told } in &MEASURES {
            figure.(class) {
                figcaption { (title) }
                (plot::course(&times, &months.values().map(of).collect::<Vec<_>>(), &format!("{title} month by month"), *told))
            }
        }
    }
}

fn by_outlet(tally: &Tally) -> Markup {
    let outlets = tally.by_outlet();
    let tops =
        MEASURES.map(|measure| outlets.iter().filter_map(|(_, counts)| (measure.of)(counts)).fold(0.0, f64::max));
    html! {
        h2 { "By outlet" }
        (left_out(outlets.len(), OUTLETS, "outlets with fewer documents"))
        div.wide {
            table {
                thead {
                    tr {
                        th { "outlet" } th { "documents" } th { "words" } th { "attributed" } th { "statements" }
                        @for measure in &MEASURES { th colspan="2" { (measure.title.to_lowercase()) } }
                    }
                }
                tbody {
                    @for (name, counts) in outlets.iter().take(OUTLETS) {
                        tr {
                            th { (outlet(name)) }
                            td { (count(counts.documents)) }
                            td { (count(counts.words)) }
                            td { (share(counts.attributed_words, counts.words).map_or("–".to_owned(), percent)) }
                            td { (count(counts.all_statements())) }
                            @for (Measure { class, of, told, .. }, top) in MEASURES.iter().zip(tops) {
                                td { (of(counts).map_or("–".to_owned(), told)) }
                                td.bar.(class) { (bar(of(counts).unwrap_or(0.0), top)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Tables of outlets and months, one for each year; or of outlets and years, where those would be too many.
fn by_outlet_and_month(tally: &Tally, months: &BTreeMap<&str, Counts>) -> Markup {
    let year_of = |month: &&str| month.split('-').next().unwrap_or_default().to_owned();
    let mut years: Vec<String> = months.keys().map(year_of).collect();
    years.dedup();
    let is_by_month = years.len() <= YEARS;
    let times: Vec<&str> =
        if is_by_month { months.keys().copied().collect() } else { years.iter().map(String::as_str).collect() };
    if times.len() < 2 || tally.outlets.len() < 2 {
        return html! {};
    }
    let outlets = tally.by_outlet();
    let tables = times.chunk_by(|a, b| !is_by_month || a[..4] == b[..4]);
    let tables: Vec<(&[&str], Vec<Row>)> = tables.map(|times| (times, rows(tally, &outlets, times))).collect();
    html! {
        h2 { "By outlet and " (if is_by_month { "month" } else { "year" }) }
        p.quiet { "The darker, the more. Slanted and grey: fewer than " (FEW) " documents." }
        (left_out(outlets.len(), OUTLETS_BY_MONTH, "outlets with fewer documents"))
        @for measure in &MEASURES {
            @let cells = tables.iter().flat_map(|(_, rows)| rows).flat_map(|(_, cells)| cells);
            @let top = cells.filter(|counts| counts.documents >= FEW).filter_map(measure.of).fold(0.0, f64::max);
            h3 { (measure.title) }
            @for (times, rows) in &tables { (heat(measure, times, rows, top)) }
        }
    }
}

/// An outlet, and what is counted of it at each time.
type Row<'t> = (&'t str, Vec<Counts>);

fn rows<'t>(tally: &Tally, outlets: &[(&'t str, Counts)], times: &[&str]) -> Vec<Row<'t>> {
    let sum = |name: &str, time: &str| {
        let mut counts = Counts::default();
        let months = tally.outlets[name].iter().filter(|(month, _)| month.starts_with(time));
        months.for_each(|(_, more)| counts += *more);
        counts
    };
    let shown = outlets.iter().take(OUTLETS_BY_MONTH);
    shown.map(|&(name, _)| (name, times.iter().map(|time| sum(name, time)).collect())).collect()
}

/// One table; what is counted most, in any of them, is darkest.
fn heat(measure: &Measure, times: &[&str], rows: &[Row], top: f64) -> Markup {
    let Measure { class, of, told, .. } = measure;
    html! {
        div.wide {
            table.heat.(class) {
                thead { tr { th { "outlet" } @for time in times { th { (time) } } } }
                tbody {
                    @for (name, cells) in rows {
                        tr {
                            th { (outlet(name)) }
                            @for counts in cells {
                                @let value = of(counts);
                                @let part = if counts.documents >= FEW && top > 0.0 { value.unwrap_or(0.0) / top } else { 0.0 };
                                td.few[counts.documents < FEW] style=(format!("--part:{part:.2}")) { (value.map_or(String::new(), told)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn ranked(tally: &Tally, all: &Counts) -> Markup {
    html! {
        h2 { "Sources, ranked by what they say" }
        p.quiet {
            "Joined where the documents spell a name alike. “Share” is of all statements."
            @if tally.forgotten > 0 {
                " There are more sources than are remembered: each may have up to " (count(tally.forgotten)) " statements more."
            }
        }
        @for standing in [Standing::Named, Standing::Unnamed, Standing::Institution] {
            @let sources = tally.ranked(standing);
            @if !sources.is_empty() {
                h3 { (capital(label(standing))) }
                (left_out(sources.len(), SOURCES, "sources that say less"))
                (source_table(&sources[..sources.len().min(SOURCES)], class(standing), all))
            }
        }
    }
}

fn source_table(sources: &[Source], class: &str, all: &Counts) -> Markup {
    let top = sources.first().map_or(0, |source| source.statements) as f64;
    html! {
        div.wide {
            table {
                thead { tr { th { "source" } th { "documents" } th { "words" } th { "statements" } th { "share" } th {} } }
                tbody {
                    @for source in sources {
                        tr {
                            th { bdi { (shortened(&source.name)) } }
                            td { (count(source.documents)) }
                            td { (count(source.words)) }
                            td { (count(source.statements)) }
                            td { (share(source.statements, all.all_statements()).map_or(String::new(), percent)) }
                            td.bar.(class) { (bar(source.statements as f64, top)) }
                        }
                    }
                }
            }
        }
    }
}

fn notes(tally: &Tally) -> Markup {
    html! {
        h2 { "How to read this" }
        p {
            "Sourcelight " (env!("CARGO_PKG_VERSION")) " marked who says, thinks or shows what in each document, and which "
            "claims are hedged. It counts what the documents say about their own sources and judges nothing: a share is no "
            "score, and a source may have good reasons not to be named."
        }
        p {
            "The marks are made by a machine and some are wrong; Sourcelight’s README tells how many, measured on articles "
            "that people marked. Differences between outlets of a few per cent can be chance, and documents that repeat each "
            "other count each time."
        }
        @if tally.outlets.contains_key(NO_OUTLET) {
            p { "Documents that tell neither an outlet nor an address stand together as “" (outlet(NO_OUTLET)) "”." }
        }
    }
}

fn left_out(all: usize, shown: usize, what: &str) -> Markup {
    html! { @if all > shown { p.quiet { "The first " (shown) "; " (count((all - shown) as u64)) " " (what) " are not shown." } } }
}

fn bar(value: f64, top: f64) -> Markup {
    let part = if top > 0.0 { value / top * 100.0 } else { 0.0 };
    html! { i style=(format!("width:{part:.1}%")) {} }
}

fn outlet(name: &str) -> Markup {
    match name {
        NO_OUTLET => html! { "no outlet told" },
        OTHERS => html! { "all other outlets" },
        _ => html! { bdi { (shortened(name)) } },
    }
}

/// What is long is no name, and must not push a table out of the page.
fn shortened(name: &str) -> String {
    const MOST: usize = 80;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

fn value(standing: Standing) -> (&'static str, &'static str) {
    let name = class(standing);
    let row = VALUES.iter().find(|value| value.field == Field::Standing && value.name == name);
    row.map_or((name, ""), |row| (row.label, row.meaning))
}

fn label(standing: Standing) -> &'static str {
    value(standing).0
}

fn meaning(standing: Standing) -> &'static str {
    value(standing).1
}

/// The name of the value, which the style sheet uses as well.
fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Named => "named",
        Standing::Institution => "institution",
        Standing::Unnamed => "unnamed",
        Standing::Loose => "loose",
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "12.3 %", with a space that does not break.
fn percent(share: f64) -> String {
    format!("{:.1}\u{a0}%", share * 100.0)
}

fn decimal(value: f64) -> String {
    format!("{value:.1}")
}

/// "1,234,567".
fn count(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}
