//! A web page to the article in it: text, title, outlet, address and date, as the page itself tells them.

use super::document::About;
use dom_smoothie::{Article, Config, Readability, TextMode};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::panic;

/// The article of a page.
pub struct Page {
    pub about: About,
    /// The headline and the paragraphs, a line each.
    pub text: String,
}

/// Elements that a page may have; news pages have some thousands.
const MOST_ELEMENTS: usize = 100_000;

/// How deeply elements may be nested, as in Chromium; what finds the article takes a multiple of the time with each level.
const DEEPEST: usize = 512;

/// Elements that may be open at a time as far as their tags tell, which count those that need no end as well: beyond, the
/// parser itself takes too long.
const MOST_OPEN: usize = 20_000;

/// Finds the article of a page.
///
/// # Errors
/// Says why where there is none.
pub fn read(html: &str) -> Result<Page, String> {
    // One page among a hundred thousand that breaks the reader of pages must not end the run.
    let article =
        panic::catch_unwind(|| article(html)).unwrap_or_else(|_| Err("the page cannot be read".to_owned()))?;
    let paragraphs = article.text_content.lines().map(str::trim).filter(|line| !line.is_empty());
    let title = article.title.trim();
    let headline = (!title.is_empty() && !article.text_content.trim_start().starts_with(title)).then_some(title);
    let text = headline.into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n");
    let about = About {
        title: Some(title.to_owned()).filter(|title| !title.is_empty()),
        outlet: article.site_name,
        url: article.url,
        date: article.published_time,
    };
    Ok(Page { about, text })
}

fn article(html: &str) -> Result<Article, String> {
    let too_deep = || Err("its elements are nested too deeply".to_owned());
    if most_open(html) > MOST_OPEN {
        return too_deep();
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).map_err(|error| error.to_string())?;
    if page.doc.root().descendants_it().any(|node| node.ancestors_it(None).nth(DEEPEST).is_some()) {
        return too_deep();
    }
    page.parse().map_err(|error| error.to_string())
}

/// The largest number of tags that are open at a time.
fn most_open(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for pair in html.as_bytes().windows(2) {
        match pair {
            [b'<', b'/'] => open = open.saturating_sub(1),
            [b'<', letter] if letter.is_ascii_alphabetic() => open += 1,
            _ => continue,
        }
        most = most.max(open);
    }
    most
}

/// Bytes to text. A byte order mark decides, then what was declared (`page` is some for a page, with what its sender
/// declared), then whether it can be UTF-8; anything else is read as western Europe wrote before that.
pub fn decode(bytes: Vec<u8>, page: Option<Option<&str>>) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    let declared = page.and_then(|sender| sender.and_then(named).or_else(|| declared_in(&bytes)));
    match declared {
        Some(encoding) if encoding != UTF_8 => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|error| WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned()),
    }
}

fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}

/// The encoding that a page declares in its first kilobyte, as browsers look for it: what can be read so far is not UTF-16,
/// whatever it says.
fn declared_in(html: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&html[..html.len().min(1024)]).to_ascii_lowercase();
    let (_, behind) = head.split_once("charset=")?;
    let label = behind.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '>', '/']).next()?;
    named(label).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::{decode, most_open};

    #[test]
    fn bytes_are_read_in_the_encoding_that_is_told_first() {
        let latin = |head: &str| [head.as_bytes(), b"Caf\xe9"].concat();
        assert!(decode(latin("<meta charset=iso-8859-2>"), Some(None)).ends_with("Café"));
        assert!(
            decode(latin("<meta http-equiv=x content=\"text/html; charset=iso-8859-7\">"), Some(None))
                .ends_with("Cafι")
        );
        assert_eq!(decode(b"<meta charset=utf-16>Ek".to_vec(), Some(None)), "<meta charset=utf-16>Ek");
        // Who sent it is asked before the page, and a text declares nothing.
        assert!(decode(latin("<meta charset=iso-8859-7>"), Some(Some("latin1"))).ends_with("Café"));
        assert!(decode(latin("<meta charset=iso-8859-7>"), None).ends_with("Café"));
        assert_eq!(decode("Café".into(), Some(Some("no such encoding"))), "Café");
        assert_eq!(decode(b"\xff\xfeC\0a\0f\0\xe9\0".to_vec(), None), "Café");
    }

    #[test]
    fn tags_that_are_open_at_a_time() {
        assert_eq!(most_open("<p>1 < 2</p><div><p>a</p></div><br>"), 2);
    }
}
