//! What is true of one language and is no list of words.

use super::{Role, Tongue, VerbForm};
use enumset::EnumSet;
use std::fmt::Debug;

/// The rules of a language's spelling and word forms.
pub trait Grammar: Debug + Sync {
    /// Whose rules these are.
    fn tongue(&self) -> Tongue;

    /// Where the clitic of a word starts, in bytes, if the word has one ("Trump’s": before the apostrophe).
    fn clitic_start(&self, word: &str) -> Option<usize>;

    /// Whether a word may bear the possessive mark alone, an apostrophe without a letter ("officials’").
    fn takes_bare_possessive(&self, word: &str) -> bool;

    /// Whether a word in capitals is a name whose lower-case twin is a word of a closed class ("US", "WHO").
    fn is_acronym(&self, word: &str) -> bool;

    /// Whether nouns have a capital that does not make them names.
    fn capitalises_nouns(&self) -> bool {
        false
    }

    /// Whether words often carry soft hyphens, which only say where a line may break and are read over.
    fn has_soft_hyphens(&self) -> bool {
        false
    }

    /// Whether an article behind a noun opens a noun phrase of its own, in the genitive ("eine Sprecherin der Stadt").
    fn has_genitive_articles(&self) -> bool {
        false
    }

    /// Whether a word bears an ending that adjectives have behind an article ("die zuständige Behörde").
    fn is_inflected_adjective(&self, _norm: &str) -> bool {
        false
    }

    /// Whether a noun for people that looks singular means several where no article stands before it ("Kritiker sagen").
    fn is_plural_without_article(&self, _norm: &str) -> bool {
        false
    }

    /// Whether a mark inside a word, with what follows it, makes a form for all genders ("Expert:innen").
    fn is_gender_mark(&self, _mark: char, _after: &str) -> bool {
        false
    }

    /// Whether a quotation of whole sentences, behind one whose speaker is told, is marked as one of its own.
    fn parts_quotations(&self) -> bool {
        false
    }

    /// Whether the parts of a verb frame their clause ("hat … gesagt", "teilte … mit").
    fn has_verb_frames(&self) -> bool {
        false
    }

    /// Whether verbs have a mood for what somebody else said ("er sei müde").
    fn has_reported_mood(&self) -> bool {
        false
    }

    /// Visits the forms under which a noun may be listed that are not the form on the page, the likeliest first, each with
    /// whether the form on the page is then a plural; until `found` answers that it is the one.
    fn singulars(&self, norm: &str, found: &mut dyn FnMut(&str, bool) -> bool);

    /// The forms under which a title may be listed: without its full stop, the last part of a compound.
    fn titles<'w>(&self, norm: &'w str) -> [&'w str; 2] {
        let word = norm.strip_suffix('.').unwrap_or(norm);
        [word, word.rsplit('-').next().unwrap_or(word)]
    }

    /// The form of a reporting verb that a list names beside its base form.
    fn verb_form(&self, norm: &str) -> VerbForm;

    /// A word without its plural ending, in one of its spellings where it has two: words with the same stem are taken
    /// for the same word.
    fn stem<'w>(&self, norm: &'w str) -> &'w str;

    /// A name without the ending that it bears where it owns something ("Kochs").
    fn without_genitive<'w>(&self, norm: &'w str) -> &'w str {
        norm
    }

    /// A name without the ending of the genitive that the word before it asks for ("des Militärs").
    fn after_article<'w>(&self, _article: &str, name: &'w str) -> &'w str {
        name
    }

    /// The word between the last two of several names.
    fn coordinator(&self) -> &'static str;

    /// The number of a word's ending among those that tell what kind of word it is, 0 for none. A number never changes
    /// its ending: the models know words that no list holds by it.
    fn ending(&self, norm: &str) -> u8;

    /// What the spelling tells of a word, whether a list has it or not: endings of participles, of plurals, of people.
    fn roles_by_spelling(&self, norm: &str) -> EnumSet<Role>;
}

/// Whether a character is one of the marks that are written as an apostrophe.
pub fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '＇')
}
