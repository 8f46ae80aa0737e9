//! Who the source of a matched attribution is: identity, attitude, resolved speaker.

use super::errors::told;
use super::relation::Comparison;
use super::tally::{Belief, Tally};
use crate::gold::GoldDocument;
use crate::tokens::is_same_name;
use sourcelight::analysis::Analysis;

pub fn score(document: &GoldDocument, analysis: &Analysis) -> Tally {
    let mut tally = Tally::default();
    for (gold, found) in Comparison::new(document, &analysis.attributions).pairs {
        let (gold, found) = (&document.attributions[gold], &analysis.attributions[found]);
        let place = || format!("[{}] <{}>", told(&document.text, &found.source), told(&document.text, &found.cue));
        if let Some(identity) = gold.identity {
            tally.judge("identity", identity == found.identity);
            if identity != found.identity {
                tally.error(format!("identity {identity:?} read as {:?}", found.identity), place());
            }
        }
        if let Some(attitude) = gold.attitude {
            tally.judge("attitude", attitude == found.attitude);
            if attitude != found.attitude {
                tally.error(format!("attitude {attitude:?} read as {:?}", found.attitude), place());
            }
        }
        let resolved = found.speaker.as_ref().map(|speaker| speaker.name.as_str());
        let right = resolved
            .is_some_and(|resolved| gold.speaker.as_ref().is_some_and(|speaker| is_same_name(speaker, resolved)));
        if let Some(named) = &found.speaker {
            tally.beliefs.push(Belief { about: "speaker", confidence: named.confidence, right });
            if !named.is_probable() {
                tally.judge("speaker[stated, right]", right);
            }
        }
        let Some(speaker) = &gold.speaker else { continue };
        let source: Vec<&str> = gold.source.iter().map(|span| span.of(&document.text)).collect();
        tally.judge("speaker", right);
        tally.judge("speaker[stated]", found.speaker.as_ref().is_some_and(|speaker| !speaker.is_probable()));
        if !source.join(" ").contains(speaker.as_str()) {
            tally.judge("speaker[not spelled out]", right);
        }
        match resolved {
            _ if right => {}
            None => tally.error("speaker left open", format!("{} is {speaker}", place())),
            Some(resolved) => tally.error("another speaker", format!("{} is {speaker}, not {resolved}", place())),
        }
    }
    tally
}
