//! The only file that knows Python: settings and texts in, the command line's JSON out, offsets in Unicode code points.
//!
//! Python gets JSON and no objects, because JSON is made on all cores while other Python threads run. What a line of it holds
//! is told to Python once, by the types of `sourcelight/analysis.py`, which are filled from it.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use sourcelight::phrases::{self, PhraseProblem, ProblemKind};
use sourcelight::span::Unit;
use sourcelight::view::AnalysisView;
use sourcelight::{Analyzer, Document, PhraseGroup, Settings};
use std::borrow::Cow;

#[pymodule]
mod _core {
    #[pymodule_export]
    use super::Core;
}

/// The reading engine with its tables loaded. It never changes: any number of threads may use it at the same time.
#[pyclass(frozen, module = "sourcelight._core")]
struct Core {
    analyzer: Analyzer,
}

#[pymethods]
impl Core {
    /// Loads the tables. Phrases are groups: a name with its lines.
    ///
    /// # Errors
    /// `ValueError` where a setting has an unknown value or a phrase cannot be used.
    #[new]
    fn new(
        sureness: &str,
        beliefs: bool,
        asides: bool,
        hedging: &str,
        language: &str,
        phrases: Vec<(String, Vec<String>)>,
    ) -> PyResult<Self> {
        let phrases: Vec<_> = phrases.into_iter().map(|(name, phrases)| PhraseGroup { name, phrases }).collect();
        let problems = phrases::problems(&phrases);
        if !problems.is_empty() {
            let told: Vec<_> = problems.iter().map(|problem| told(problem, &phrases)).collect();
            return Err(PyValueError::new_err(told.join("; ")));
        }
        let settings = Settings {
            sureness: value("sureness", sureness)?,
            beliefs,
            asides,
            hedging: value("hedging", hedging)?,
            language: value("language", language)?,
            phrases,
        };
        Ok(Self { analyzer: Analyzer::new(settings) })
    }

    /// Reads texts on so many threads, all cores for none; paragraphs are separated by line ends. For each text the line of
    /// JSON that the command line writes, without an id; None stays None.
    ///
    /// Each call has threads of its own: those of a pool that was there before a fork would be missing after it.
    fn read<'py>(
        &self,
        py: Python<'py>,
        texts: Vec<Option<Bound<'py, PyString>>>,
        threads: usize,
    ) -> PyResult<Vec<Option<Bound<'py, PyBytes>>>> {
        let texts = texts.iter().map(|text| text.as_ref().map(readable).transpose()).collect::<PyResult<Vec<_>>>()?;
        let line = |text: &Option<Cow<str>>| text.as_ref().map(|text| self.line(text)).transpose();
        let lines: Result<Vec<Option<String>>, String> = py.detach(|| {
            if threads == 1 || texts.len() == 1 {
                return texts.iter().map(line).collect();
            }
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| e.to_string())?;
            pool.install(|| texts.par_iter().map(line).collect())
        });
        let lines = lines.map_err(PyValueError::new_err)?;
        Ok(lines.into_iter().map(|line| line.map(|line| PyBytes::new(py, line.as_bytes()))).collect())
    }
}

impl Core {
    fn line(&self, text: &str) -> Result<String, String> {
        let analysis = self.analyzer.analyze(&Document::new(text, "\n"));
        serde_json::to_string(&AnalysisView::new(&analysis, text, Unit::CodePoint)).map_err(|e| e.to_string())
    }
}

/// A text as the core can read it. A lone surrogate, which UTF-8 cannot hold, is read as U+FFFD: one code point as well.
fn readable<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Cow<'t, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(Cow::Borrowed(text));
    }
    let code_points = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
    let code_points = code_points.cast::<PyBytes>()?.as_bytes().chunks_exact(4);
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte));
    Ok(code_points.map(|bytes| char::from_u32(number(bytes)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// A setting's value by the name that the core gives it.
fn value<'v, T: Deserialize<'v>>(setting: &str, name: &'v str) -> PyResult<T> {
    let deserializer: StrDeserializer<Error> = name.into_deserializer();
    T::deserialize(deserializer).map_err(|error| PyValueError::new_err(format!("{setting}: {error}")))
}

/// Why a phrase cannot be used.
fn told(problem: &PhraseProblem, groups: &[PhraseGroup]) -> String {
    let group = &groups[problem.group];
    let reason = match problem.kind {
        ProblemKind::Syntax => problem.detail.as_deref().unwrap_or("is no pattern"),
        ProblemKind::Large => "is too large a pattern",
        ProblemKind::Empty => "fits where there is nothing",
        ProblemKind::Many => "is the first of those that are too many",
    };
    format!("phrases: {:?} of {:?}: {reason}", group.phrases[problem.line], group.name)
}
