//! The choice between the candidates of a source: boosted trees over their numbers, learnt from news whose speakers are
//! marked by name.

use super::Resolver;
use crate::analysis::{Identity, PROBABLE};
use crate::language::Role;
use crate::source::referent::Referent;

/// A candidate less likely than this is not named: for a pronoun, which must mean somebody of the page, and for a noun,
/// which need not.
const PRONOUN: f32 = 0.08;
const NOUN: f32 = 0.12;
/// For a name that several people of the page share.
const NAMESAKE: f32 = 0.45;
/// How many times as likely as any other one of them must be.
const AHEAD: f32 = 2.0;
/// For a source that the rules take for somebody whom the page does not name, or for many whom nobody could.
const UNNAMED: f32 = 0.3;

impl Resolver<'_, '_> {
    /// Whom a source stands for: the likeliest candidate, or nobody. Where there is nobody to choose from, what the rules
    /// say.
    pub fn chosen(&self, number: usize, rules: Referent) -> Referent {
        let Some(choice) = self.choice else { return rules };
        let candidates = self.candidates(number, &rules);
        let odds: Vec<f32> = candidates.iter().map(|candidate| choice.log_odds(&candidate.numbers).exp()).collect();
        // Beside nobody, whose odds are 1.
        let all = 1.0 + odds.iter().sum::<f32>();
        let likelihoods: Vec<f32> = odds.into_iter().map(|odds| odds / all).collect();
        let Some(likelihood) = likelihoods.iter().copied().max_by(f32::total_cmp) else { return rules };
        let rivals = likelihoods.iter().filter(|&&other| other * AHEAD > likelihood).count();
        let Some((_, best)) = likelihoods.into_iter().zip(candidates).find(|(other, _)| *other == likelihood) else {
            return rules;
        };
        if self.is_ambiguous(&rules) && rivals > 1 {
            return rules;
        }
        let least = match rules.phrase {
            _ if self.is_ambiguous(&rules) => NAMESAKE,
            // "An official" is named only where the reader sees the name.
            Some(ref phrase) if rules.identity == Identity::Unnamed && phrase.is_indefinite() => PROBABLE,
            _ if rules.identity == Identity::Unnamed => UNNAMED,
            _ if rules.identity == Identity::Vague && (rules.phrase.is_some() || rules.plural) => UNNAMED,
            None => PRONOUN,
            Some(_) => NOUN,
        };
        if likelihood >= least {
            // "I", or a quotation that goes on, is no surer than who spoke before.
            let source = self.relations[number].source.first();
            let goes_on = source
                .is_none_or(|source| self.text.is(source.start, Role::FirstPersonSingular | Role::FirstPersonPlural));
            let likelihood = if goes_on { likelihood.min(best.referent.likelihood) } else { likelihood };
            let Referent { who, chain, personal, plural, .. } = best.referent;
            let plural = plural || rules.plural && !personal;
            // The noun of a pronoun is that of whom the rules take it for.
            let noun = rules.noun.filter(|_| rules.phrase.is_some() || who == rules.who);
            return Referent { identity: Identity::Named, who, chain, personal, plural, likelihood, noun, ..rules };
        }
        if rules.who.is_empty() || self.is_ambiguous(&rules) {
            rules
        } else {
            Referent { who: Vec::new(), chain: Vec::new(), ..rules }
        }
    }
}
