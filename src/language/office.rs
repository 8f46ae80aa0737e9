//! Who holds or held an office: public facts, for pages that name somebody and say "the prime minister" elsewhere.

use super::list::{List, Problems};
use rustc_hash::FxHashMap;

/// Somebody who holds or held an office. All words are normal forms.
#[derive(Debug, Clone)]
pub struct OfficeHolder {
    pub family_name: &'static str,
    pub given_name: &'static str,
    /// What stands before the noun of the office: "prime".
    pub before: Vec<&'static str>,
    /// Words for its country or body: "france", "french".
    pub country: Vec<&'static str>,
}

/// The office-holders of a language's list, by the noun of their office.
#[derive(Debug, Default)]
pub struct OfficeHolders(FxHashMap<&'static str, Vec<OfficeHolder>>);

impl OfficeHolders {
    #[inline(never)]
    pub fn load(list: List, problems: &mut Problems) -> Self {
        let mut by_noun: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for row in list.rows::<5>(problems) {
            let [family_name, given_name, office, ..] = row.columns;
            let _: Option<u16> = row.value(4, problems);
            let country = row.words(3, problems);
            let mut before: Vec<_> = office.split(' ').collect();
            let nouns = before.pop().into_iter().flat_map(|nouns| nouns.split('/'));
            let holder = OfficeHolder { family_name, given_name, before, country };
            for noun in nouns {
                by_noun.entry(noun).or_default().push(holder.clone());
            }
        }
        Self(by_noun)
    }

    /// Those whose office has this noun.
    pub fn of(&self, noun: &str) -> &[OfficeHolder] {
        self.0.get(noun).map(Vec::as_slice).unwrap_or_default()
    }
}
