//! A page's pieces by the letters in them: a pattern is tried where what it needs stands, and nowhere else.

use super::fold::folded;
use super::needs::Needs;
use crate::span::Span;

/// Some of a page's pieces, a bit for each.
type Pieces = Vec<u64>;

/// Which pieces hold which three bytes. Other bytes may have the same place, so that every find is looked at.
pub(super) struct Index {
    folded: Vec<Folded>,
    /// For each place the last of its links.
    last: Vec<u32>,
    /// A piece, and the link before it at the same place.
    links: Vec<(u32, u32)>,
}

/// A piece with its letters folded.
pub(super) struct Folded {
    pub(super) text: String,
    /// Whether all its letters and digits are Latin ones.
    pub(super) is_latin: bool,
}

impl Folded {
    fn new(piece: &str) -> Self {
        Self { text: folded(piece), is_latin: piece.is_ascii() || piece.chars().all(is_latin) }
    }

    /// Where some letters begin, in the order of the text. They may begin again inside themselves, as “aa” does in “aaa”.
    pub(super) fn starts(&self, beginnings: &[Box<str>]) -> Vec<usize> {
        let mut starts: Vec<usize> = Vec::new();
        for letters in beginnings {
            let step = letters.chars().next().map_or(1, char::len_utf8);
            let mut from = 0;
            while let Some(at) = self.text[from..].find(&**letters) {
                starts.push(from + at);
                from += at + step;
            }
        }
        starts.sort_unstable();
        starts
    }
}

/// Latin letters, and signs that stand beside them and are no letters: quotation marks, dashes, money.
fn is_latin(sign: char) -> bool {
    matches!(sign, '\0'..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{20a0}'..='\u{20bf}')
}

const PLACES: usize = 1 << 14;
const NO_LINK: u32 = u32::MAX;
const BITS: usize = u64::BITS as usize;

impl Index {
    pub(super) fn new(text: &str, pieces: &[Span]) -> Self {
        let folded: Vec<Folded> = pieces.iter().map(|piece| Folded::new(piece.of(text))).collect();
        let mut last = vec![NO_LINK; PLACES];
        let mut links: Vec<(u32, u32)> = Vec::with_capacity(text.len());
        for (piece, folded) in folded.iter().enumerate() {
            for place in places(&folded.text) {
                let before = last[place];
                if before == NO_LINK || links[before as usize].0 != piece as u32 {
                    last[place] = links.len() as u32;
                    links.push((piece as u32, before));
                }
            }
        }
        Self { folded, last, links }
    }

    /// The pieces that hold what is needed, by their numbers and in their order.
    pub(super) fn with<'i>(&'i self, needs: &Needs) -> impl Iterator<Item = (usize, &'i Folded)> + use<'i> {
        let pieces = self.pieces(needs);
        let holds = move |&(piece, _): &(usize, &Folded)| pieces[piece / BITS] & 1 << (piece % BITS) != 0;
        self.folded.iter().enumerate().filter(holds)
    }

    fn pieces(&self, needs: &Needs) -> Pieces {
        match needs {
            Needs::Letters(letters) => self.pieces_with(letters),
            Needs::All(parts) => self.joined(parts, |pieces, more| *pieces &= more),
            Needs::Any(parts) => self.joined(parts, |pieces, more| *pieces |= more),
        }
    }

    fn joined(&self, parts: &[Needs], join: impl Fn(&mut u64, u64)) -> Pieces {
        let parts = parts.iter().map(|part| self.pieces(part));
        let both = |mut pieces: Pieces, more: Pieces| {
            pieces.iter_mut().zip(more).for_each(|(pieces, more)| join(pieces, more));
            pieces
        };
        parts.reduce(both).unwrap_or_else(|| self.none())
    }

    fn none(&self) -> Pieces {
        vec![0; self.folded.len().div_ceil(BITS)]
    }

    fn pieces_with(&self, letters: &str) -> Pieces {
        let mut pieces = self.none();
        let mut look = |piece: usize| {
            if self.folded[piece].text.contains(letters) {
                pieces[piece / BITS] |= 1 << (piece % BITS);
            }
        };
        let ways = places(letters).map(|place| self.last[place]);
        match ways.reduce(|one, other| self.shorter(one, other)) {
            Some(way) => self.pieces_on(way).for_each(look),
            None => (0..self.folded.len()).for_each(&mut look),
        }
        pieces
    }

    fn pieces_on(&self, way: u32) -> impl Iterator<Item = usize> + '_ {
        let link = |&way: &u32| (way != NO_LINK).then(|| self.links[way as usize].1);
        std::iter::successors(Some(way), link)
            .filter(|&way| way != NO_LINK)
            .map(|way| self.links[way as usize].0 as usize)
    }

    /// The way with fewer pieces on it.
    fn shorter(&self, one: u32, other: u32) -> u32 {
        let (mut one_left, mut other_left) = (self.pieces_on(one), self.pieces_on(other));
        loop {
            match (one_left.next(), other_left.next()) {
                (None, _) => return one,
                (_, None) => return other,
                _ => {}
            }
        }
    }
}

/// The place of every three bytes.
fn places(text: &str) -> impl Iterator<Item = usize> + '_ {
    let place = |bytes: &[u8]| {
        let number = bytes.iter().fold(0_u32, |number, &byte| number << 8 | u32::from(byte));
        (number.wrapping_mul(0x9e37_79b1) >> (u32::BITS - PLACES.trailing_zeros())) as usize
    };
    text.as_bytes().windows(3).map(place)
}
