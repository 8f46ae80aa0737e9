//! Text built to be slow: whatever stands on a page, reading it costs no more than a small multiple of reading news.
//!
//! Only ratios are asserted, of the processor time of this thread, so that the test holds on a slow or busy machine:
//! each kind against news of the same length (it may cost [`AGAINST_NEWS`] times as much), and ten times the text against
//! the text (at most [`TEN_TIMES_THE_TEXT`] times as much; a quadratic place makes it a hundred times).
//!
//! `HOSTILE_BYTES=1000000 cargo test --release --test hostile -- --nocapture` prints the table for a megabyte.

use cpu_time::ThreadTime;
use sourcelight::analysis::MOST_MARKS;
use sourcelight::span::Unit;
use sourcelight::text::MOST_TOKENS;
use sourcelight::view::AnalysisView;
use sourcelight::{Analyzer, Document, PageLanguage, Settings};

const AGAINST_NEWS: f64 = 3.0;
const TEN_TIMES_THE_TEXT: f64 = 12.0;

/// Below this share of what news costs, the time is that of getting memory.
const NOTHING: f64 = 0.4;

/// How often a kind is measured before it is called slow, each time with one run more: others use the machine as well.
const TRIES: usize = 4;

/// News of our own writing.
const NEWS: &str = include_str!("../benches/article.txt");
const GERMAN_NEWS: &str = include_str!("../benches/article-de.txt");

/// A kind of hostile text: its name, and how to write about so many bytes of it.
type Kind = (&'static str, fn(usize) -> String);

const KINDS: &[Kind] = &[
    ("quotation marks only, straight", |bytes| fill("\"", bytes)),
    ("quotation marks only, spaced", |bytes| fill("\" ", bytes)),
    ("quotation marks only, opening", |bytes| fill("“", bytes)),
    ("quotation marks only, of all shapes", |bytes| fill("“ \"«a„ ‘'“”‚``", bytes)),
    ("opening marks before words", |bytes| fill("“a ", bytes)),
    ("straight opening marks before words", |bytes| fill("\"a ", bytes)),
    ("single opening marks before words", |bytes| fill("‘a ", bytes)),
    ("nested quotations", |bytes| nest("“a ", " b”", bytes)),
    ("nested quotations, spelled out", |bytes| nest("he said “", "” she said. ", bytes)),
    ("a quotation that never closes, paragraph after paragraph", |bytes| fill("“a b c.\n", bytes)),
    ("a quotation that runs on, handed over", |bytes| format!("Officials said: {}", fill("“a b c.\n", bytes))),
    ("a quotation that runs on, a cue before each mark", |bytes| fill("“he said:\n", bytes)),
    ("a quotation that runs on, signed in each paragraph", |bytes| fill("“a b c — Ana.\n", bytes)),
    ("a quotation that runs on, said and said", |bytes| {
        fill(&format!("{}“b,” officials said{}.\n", "“a b c.\n".repeat(200), " and said".repeat(80)), bytes)
    }),
    ("short quotations", |bytes| fill("“a” ", bytes)),
    ("one quotation in one long sentence", |bytes| format!("“{}”", fill("word ", bytes))),
    ("said said said", |bytes| fill("said ", bytes)),
    ("a cue in every word", |bytes| fill(&format!("… {}› \n", "Alleged ".repeat(22)), bytes)),
    ("he said he said", |bytes| fill("he said ", bytes)),
    ("he said, he said", |bytes| fill("he said, ", bytes)),
    ("he said. he said.", |bytes| fill("He said. ", bytes)),
    ("he said that he said that", |bytes| fill("he said that ", bytes)),
    ("“a,” he said.", |bytes| fill("“a,” he said. ", bytes)),
    ("according to", |bytes| fill("according to ", bytes)),
    ("according to officials citing officials", |bytes| fill("according to officials, citing officials, ", bytes)),
    ("saying that", |bytes| fill("saying that ", bytes)),
    ("A said in every paragraph", |bytes| fill("Ann said it.\n", bytes)),
    ("one letter in every paragraph", |bytes| fill("a\n", bytes)),
    ("one paragraph without a full stop", |bytes| fill("the road to the town was long and it rained ", bytes)),
    ("one paragraph of news", |bytes| fill(&NEWS.replace('\n', " "), bytes)),
    ("one paragraph of news without full stops", |bytes| fill(&NEWS.replace(['\n', '.'], " "), bytes)),
    ("one endless word", |bytes| fill("a", bytes)),
    ("one endless capital word", |bytes| fill("A", bytes)),
    ("one endless word with full stops", |bytes| fill("a.", bytes)),
    ("one endless word with long parts", |bytes| fill("abc.", bytes)),
    ("one endless word with apostrophes", |bytes| fill("a'", bytes)),
    ("one endless word with hyphens", |bytes| fill("a-", bytes)),
    ("one endless address", |bytes| format!("https://{}", fill("a", bytes))),
    ("addresses", |bytes| fill("www.a ", bytes)),
    ("digits", |bytes| fill("1", bytes)),
    ("digits with commas", |bytes| fill("1,", bytes)),
    ("numbers", |bytes| fill("12 ", bytes)),
    ("brackets, opening", |bytes| fill("(", bytes)),
    ("brackets, nested", |bytes| nest("(", ")", bytes)),
    ("brackets around names", |bytes| fill("(AP) ", bytes)),
    ("newlines", |bytes| fill("\n", bytes)),
    ("spaces", |bytes| fill(" ", bytes)),
    ("full stops", |bytes| fill(".", bytes)),
    ("full stops, spaced", |bytes| fill(". ", bytes)),
    ("commas", |bytes| fill(", ", bytes)),
    ("dashes", |bytes| fill("— ", bytes)),
    ("colons", |bytes| fill("a: ", bytes)),
    ("dialogue of dashes", |bytes| fill("We won, — said the mayor. ", bytes)),
    ("one name", |bytes| fill("Ann Ek ", bytes)),
    ("one name, sentences", |bytes| fill("Ann Ek slept. ", bytes)),
    ("one name says", |bytes| fill("Ann Ek said it rained. ", bytes)),
    ("names, all different", |bytes| number("Ann Ek", " said it rained. ", bytes)),
    ("names with one first name", |bytes| number("Ann X", " slept. ", bytes)),
    ("names with one last name", |bytes| number("X", " Ek slept. Ek said no. ", bytes)),
    ("a name without end", |bytes| {
        format!("Tom {} slept. {}", format!("A{} ", "a".repeat(180)).repeat(40), fill("He said no. ", bytes))
    }),
    ("names before a pronoun", |bytes| fill(&format!("{}he said it rained. ", "Ann Ek, ".repeat(100)), bytes)),
    ("names inside what a pronoun says", |bytes| fill("he said “Ann Ek, Ann Berg”, and Ann Dahl slept, ", bytes)),
    ("titles", |bytes| fill("President ", bytes)),
    ("titled names", |bytes| number("President X", ", ", bytes)),
    ("capitals", |bytes| fill("THE MAYOR SAID NO ", bytes)),
    ("capitalised words", |bytes| fill("Rain ", bytes)),
    ("capitalised words of bodies", |bytes| fill("Committee of the ", bytes)),
    ("bodies with an owner", |bytes| number("X", "'s health ministry said no. ", bytes)),
    ("officials", |bytes| fill("officials ", bytes)),
    ("officials said", |bytes| fill("Officials said it rained. ", bytes)),
    ("the minister said", |bytes| fill("The minister said it rained. ", bytes)),
    ("the minister and her name", |bytes| number("The minister, Ann X", ", said it. The minister slept. ", bytes)),
    ("names before an office", |bytes| {
        number("Ann X", " slept. ", bytes / 2) + &fill("The president said no. ", bytes / 2)
    }),
    ("names before a short form of a body", |bytes| {
        format!(
            "The Intelligence Committee met. {}{}",
            number("Ann X", " slept. ", bytes / 2),
            fill("said Intel, ", bytes / 2)
        )
    }),
    ("capitals before colons", |bytes| fill("AA ", bytes / 2) + &fill(": ", bytes / 2)),
    ("signatures before commas", |bytes| fill("\" - ", bytes / 2) + &fill(",", bytes / 2)),
    ("exclamation marks", |bytes| fill("!", bytes)),
    ("ages", |bytes| fill("Ann Ek, 45, said no. The 45-year-old said yes. ", bytes)),
    ("conditions of anonymity", |bytes| fill("on condition of anonymity because ", bytes)),
    ("conditions of anonymity of one source", |bytes| {
        format!("An official said no. {}", fill("The official spoke on condition of anonymity. ", bytes))
    }),
    ("reasons", |bytes| fill("because he was not authorised to speak publicly ", bytes)),
    ("people familiar with people", |bytes| fill("people familiar with ", bytes)),
    ("chains of outlets", |bytes| fill("Reuters reported, citing two officials, ", bytes)),
    ("letters that were sent", |bytes| fill("rain sent a letter, rain sent a letter, the letter said no. ", bytes)),
    ("letters that were sent in one sentence", |bytes| {
        fill(&format!("{}the letter said no. ", "sent letter ".repeat(30)), bytes)
    }),
    ("who who who", |bytes| fill("who ", bytes)),
    ("who said who said", |bytes| fill("people who said ", bytes)),
    ("hedges", |bytes| fill("may ", bytes)),
    ("hedges, mixed", |bytes| fill("perhaps it could possibly be likely that it might seem ", bytes)),
    ("is believed to be believed", |bytes| fill("is believed to ", bytes)),
    ("it is believed", |bytes| fill("It is believed that it rained. ", bytes)),
    ("and and and", |bytes| fill("and ", bytes)),
    ("lists of names", |bytes| fill("Ann Ek, Jo Berg and ", bytes)),
    ("possessors", |bytes| fill("Ann's ", bytes)),
    ("possessors in a chain", |bytes| fill("the mayor's ", bytes)),
    ("plural possessors", |bytes| fill("officials’ ", bytes)),
    ("emoji", |bytes| fill("👩‍👩‍👧", bytes)),
    ("joiners", |bytes| fill("\u{200d}", bytes)),
    ("combining marks", |bytes| format!("e{}", fill("\u{301}", bytes))),
    ("bidi controls", |bytes| fill("\u{202e}a\u{202c}", bytes)),
    ("right to left", |bytes| fill("שָׁלוֹם ", bytes)),
    ("replaced surrogates", |bytes| fill("\u{fffd}", bytes)),
    ("control characters", |bytes| fill("\u{0}", bytes)),
    ("letters that grow in lower case", |bytes| fill("İ", bytes)),
    ("every word once", |bytes| number("w", " ", bytes)),
    ("mixed case", |bytes| fill("iPhone eBay ", bytes)),
    ("abbreviations", |bytes| fill("U.S. Dr. ", bytes)),
    ("headlines", |bytes| fill("Mayor Says Bridge May Close\n", bytes)),
    ("one paragraph of German news", |bytes| fill(&GERMAN_NEWS.replace('\n', " "), bytes)),
    ("sagte sagte sagte", |bytes| fill("sagte ", bytes)),
    ("sagte er, sagte sie", |bytes| fill("sagte er, sagte sie, ", bytes)),
    ("er sagte, dass er sagte", |bytes| fill("er sagte, dass ", bytes)),
    ("„a“, sagte er.", |bytes| fill("„a“, sagte er. ", bytes)),
    ("German opening marks before words", |bytes| fill("„a »b ‚c ", bytes)),
    ("verbs before one prefix", |bytes| format!("{}mit.", fill("teilte er, ", bytes))),
    ("prefixes behind one verb", |bytes| format!("Er teilte {}.", fill("mit, ", bytes))),
    ("verbs with their prefixes", |bytes| fill("Er teilte es mit. ", bytes)),
    ("a frame that never closes", |bytes| format!("Er hat {}.", fill("der Stadt und dem Land ", bytes))),
    ("frames in frames", |bytes| nest("er hat, wie es heißt, ", "gesagt, ", bytes)),
    ("a run of reported mood", |bytes| format!("Er sagte es. {}", fill("Sie sei müde. ", bytes))),
    ("reported mood in one sentence", |bytes| fill("er sei, sie habe, es werde, ", bytes)),
    ("so the minister, so the minister", |bytes| fill("so der Minister, ", bytes)),
    ("laut laut laut", |bytes| fill("laut Polizei, ", bytes)),
    ("nach Angaben von", |bytes| fill("nach Angaben von ", bytes)),
    ("zufolge", |bytes| fill("Beamten zufolge ", bytes)),
    ("paired forms", |bytes| fill("Expert*innen Sprecher:innen ", bytes)),
    ("one endless paired form", |bytes| fill("sprecher:in", bytes)),
    ("one endless compound", |bytes| fill("ministeriums", bytes)),
    ("compounds of every length", |bytes| number("regierungs", "sprecherinnen ", bytes)),
    ("words as long as words may be", |bytes| number(&"verkehrs".repeat(20), " ", bytes)),
    ("nouns with capitals", |bytes| fill("Regen Brücke Straße ", bytes)),
    ("umlauts in two characters", |bytes| fill("mu\u{308}sste ko\u{308}nnte ", bytes)),
    ("marks on marks", |bytes| fill("u\u{308}\u{301}", bytes)),
    ("evidential soll", |bytes| fill("er soll es gesagt haben, ", bytes)),
];

fn fill(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

fn nest(open: &str, close: &str, bytes: usize) -> String {
    let depth = bytes / (open.len() + close.len()) + 1;
    open.repeat(depth) + &close.repeat(depth)
}

/// The piece with another number, in letters, at its end each time.
fn number(before: &str, after: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64);
    for mut number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(before);
        while number > 0 {
            text.push((b'a' + (number % 26) as u8) as char);
            number /= 26;
        }
        text.push_str(after);
    }
    text
}

/// What reading a text costs, to what crosses the boundary: the least processor time of some runs.
fn cost(analyzer: &Analyzer, text: &str, runs: usize) -> f64 {
    let one = |_| {
        let started = ThreadTime::now();
        std::hint::black_box(AnalysisView::new(&analyzer.analyze(&Document::new(text, "\n")), text, Unit::Utf16));
        started.elapsed().as_secs_f64()
    };
    (0..runs).map(one).fold(f64::MAX, f64::min)
}

#[test]
fn hostile_text_costs_no_more_than_a_few_times_news() {
    let bytes = std::env::var("HOSTILE_BYTES").ok().and_then(|bytes| bytes.parse().ok()).unwrap_or(8_000);
    for (language, news) in [(PageLanguage::English, NEWS), (PageLanguage::German, GERMAN_NEWS)] {
        let analyzer = Analyzer::new(Settings { language, ..Settings::default() });
        let news = fill(news, bytes);
        println!("{language:?}: {bytes} bytes of news take {:.1} ms; of", cost(&analyzer, &news, 3) * 1e3);
        let slow: Vec<_> =
            KINDS.iter().filter(|kind| (1..=TRIES).all(|runs| is_slow(&analyzer, kind, &news, runs))).collect();
        assert!(slow.is_empty(), "slow: {:?}", slow.iter().map(|(name, _)| name).collect::<Vec<_>>());
    }
}

/// Whether a kind is out of proportion when it is measured as often.
/// News is read beside the text each time: the speed of a machine changes from second to second.
fn is_slow(analyzer: &Analyzer, (name, write): &Kind, news: &str, runs: usize) -> bool {
    let bytes = news.len();
    let news = cost(analyzer, news, runs + 1);
    let once = cost(analyzer, &write(bytes), runs);
    let tenfold = cost(analyzer, &write(10 * bytes), runs) / once.max(news * NOTHING);
    println!("  {name}: {:.2} times that, of tenfold text {tenfold:.1} times as much", once / news);
    once / news > AGAINST_NEWS || tenfold > TEN_TIMES_THE_TEXT
}

/// Reads some more pieces than the most that are read of them.
fn check_end(piece: &str, most: usize, marks: usize) {
    let text = piece.repeat(most + 9);
    let analyzer = Analyzer::new(Settings { language: PageLanguage::English, ..Settings::default() });
    assert_eq!(analyzer.analyze(&Document::new(piece, "\n")).read_to, None);
    let view = AnalysisView::new(&analyzer.analyze(&Document::new(&text, "\n")), &text, Unit::CodePoint);
    let end = view.read_to.expect("the text is too long to be read to its end");
    assert_eq!(text.chars().take(end).collect::<String>().trim_end(), piece.repeat(most).trim_end());
    assert_eq!((view.report.words, view.hedges.len()), (most, marks));
}

#[test]
fn where_reading_stops_is_told() {
    check_end("ü ", MOST_TOKENS, 0);
    check_end("perhaps – ", MOST_MARKS, MOST_MARKS);
}
