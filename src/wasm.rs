//! The only file that knows JavaScript: settings in, an analysis out, offsets in UTF-16 code units.

use crate::phrases::{self, PhraseGroup, PhraseProblem};
use crate::span::Unit;
use crate::view::AnalysisView;
use crate::{Analyzer, Document, Settings};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// The core never panics; should it do so all the same, the console says where, or nobody could mend it.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// The reading engine with its tables loaded; one instance serves any number of pages.
#[wasm_bindgen]
pub struct Core {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Core {
    /// Loads the tables. Without settings the defaults hold.
    ///
    /// # Errors
    /// Where a setting has an unknown value.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: Option<Ts<Settings>>) -> Result<Core, JsError> {
        let settings = settings.map(|given| given.to_rust()).transpose()?.unwrap_or_default();
        Ok(Core { analyzer: Analyzer::new(settings) })
    }

    /// Reads a page whose blocks are separated by `"\n\n"`. A lone surrogate is read as U+FFFD, which is as long.
    ///
    /// # Errors
    /// Where JavaScript cannot hold the answer (out of memory).
    pub fn analyze(&self, text: &str) -> Result<Ts<AnalysisView>, JsError> {
        self.analyze_without(text, &[], &[])
    }

    /// The same without some attributions and hedges, by their numbers in the whole analysis: the report counts the others.
    ///
    /// # Errors
    /// As [`Core::analyze`].
    #[wasm_bindgen(js_name = analyzeWithout)]
    pub fn analyze_without(
        &self,
        text: &str,
        attributions: &[usize],
        hedges: &[usize],
    ) -> Result<Ts<AnalysisView>, JsError> {
        let mut analysis = self.analyzer.analyze(&Document::new(text, "\n\n"));
        analysis.leave_out(attributions, hedges);
        analysis.forget_guesses();
        Ok(AnalysisView::new(&analysis, text, Unit::Utf16).into_ts()?)
    }
}

/// The lines of the reader's own phrases that cannot be used, with the reason.
///
/// # Errors
/// Where JavaScript hands over something else.
#[wasm_bindgen(js_name = phraseProblems)]
pub fn phrase_problems(groups: Vec<Ts<PhraseGroup>>) -> Result<Vec<Ts<PhraseProblem>>, JsError> {
    let groups = groups.iter().map(|group| group.to_rust()).collect::<Result<Vec<_>, _>>()?;
    Ok(phrases::problems(&groups).into_iter().map(|problem| problem.into_ts()).collect::<Result<_, _>>()?)
}

/// Reads one page; loads the tables for it alone (a [`Core`] keeps them).
///
/// # Errors
/// As [`Core::new`] and [`Core::analyze`].
#[wasm_bindgen]
pub fn analyze(text: &str, settings: Option<Ts<Settings>>) -> Result<Ts<AnalysisView>, JsError> {
    Core::new(settings)?.analyze(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use js_sys::{Array, JSON, JsString, Object, Reflect};
    use wasm_bindgen_test::wasm_bindgen_test;

    const PAGE: &str =
        "“We’re ready 🚢🇺🇦,” the mayor of Cafe\u{301}town said.\n\nالوزير: officials said the דלת may open.";

    /// Every span of a JavaScript answer, cut out of the text as JavaScript cuts.
    fn words_seen_by_javascript(text: &str, view: &JsValue) -> Vec<String> {
        let text = JsString::from(text);
        let mut words = Vec::new();
        for attribution in list(view, "attributions") {
            for part in ["source", "cue", "content"] {
                words.extend(list(&attribution, part).iter().map(|span| slice(&text, span)));
            }
        }
        words.extend(list(view, "hedges").iter().map(|hedge| slice(&text, &field(hedge, "span"))));
        words
    }

    fn words_seen_by_the_core(text: &str) -> Vec<String> {
        let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n\n"));
        let attributed = analysis.attributions.iter().flat_map(|a| a.source.iter().chain(&a.cue).chain(&a.content));
        let hedged = analysis.hedges.iter().map(|hedge| &hedge.span);
        attributed.chain(hedged).map(|span| span.of(text).to_owned()).collect()
    }

    fn field(object: &JsValue, name: &str) -> JsValue {
        Reflect::get(object, &name.into()).unwrap()
    }

    fn list(object: &JsValue, name: &str) -> Vec<JsValue> {
        Array::from(&field(object, name)).to_vec()
    }

    fn slice(text: &JsString, span: &JsValue) -> String {
        let ends = Array::from(span);
        let end = |at| ends.get(at).as_f64().unwrap() as u32;
        text.slice(end(0), end(1)).into()
    }

    fn settings(json: &str) -> Option<Ts<Settings>> {
        Some(Ts::new_unchecked(JSON::parse(json).unwrap()))
    }

    #[wasm_bindgen_test]
    fn offsets_count_utf16_units() {
        let seen = words_seen_by_javascript(PAGE, &analyze(PAGE, None).unwrap().into());
        assert!(!seen.is_empty());
        assert_eq!(seen, words_seen_by_the_core(PAGE));
    }

    #[wasm_bindgen_test]
    fn one_core_answers_as_a_fresh_one() {
        let core = Core::new(None).unwrap();
        for text in [PAGE, "", "\n\n\n\n", "\u{fffd}\u{0}", PAGE] {
            let kept = JSON::stringify(&core.analyze(text).unwrap().into()).unwrap();
            let fresh = JSON::stringify(&analyze(text, None).unwrap().into()).unwrap();
            assert_eq!(String::from(kept), String::from(fresh), "{text:?}");
        }
    }

    #[wasm_bindgen_test]
    fn what_is_absent_is_null() {
        for attribution in list(&analyze(PAGE, None).unwrap().into(), "attributions") {
            assert!(!field(&attribution, "speaker").is_undefined());
            assert!(!field(&attribution, "anonymity").is_undefined());
        }
    }

    #[wasm_bindgen_test]
    fn settings_may_be_partial_but_not_wrong() {
        assert!(analyze(PAGE, settings("{}")).is_ok());
        assert!(analyze(PAGE, settings(r#"{"sureness":"fewer","beliefs":false}"#)).is_ok());
        assert!(analyze(PAGE, settings(r#"{"sureness":"utterly"}"#)).is_err());
        assert!(analyze(PAGE, Some(Ts::new_unchecked(Object::new().into()))).is_ok());
    }
}
