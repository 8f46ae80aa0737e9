//! What the models of a language learn from.

use super::corpus::{Corpus, Example};
use super::{FOLDS, fold_of};
use crate::gold::{self, GoldDocument};
use rayon::prelude::*;
use sourcelight::language::{Language, Tongue};
use std::collections::{HashMap, HashSet};
use std::io::{self, ErrorKind};
use std::path::Path;

/// The files of a language.
#[derive(Debug, Clone, Copy)]
pub struct Material {
    pub tongue: Tongue,
    /// News marked by our definition, which is measured by outlet as well.
    pub news: &'static str,
    /// News without marks, which ours were made for.
    raw: &'static str,
    /// News marked by a wider definition.
    polnear: Option<&'static str>,
    /// Our own marks, below the folder of them.
    marks: &'static str,
    /// News that we wrote ourselves to learn from, with its marks, below the same folder.
    written: Option<&'static str>,
    /// The trained models, below their folder.
    pub model: &'static str,
    /// How often a word must stand in lower case to be known.
    pub least_word: u32,
}

pub const ENGLISH: Material = Material {
    tongue: Tongue::English,
    news: "news-dev.jsonl",
    raw: "raw-news.jsonl",
    polnear: Some("polnear-train.jsonl"),
    marks: "marks.jsonl",
    written: None,
    model: "attribution.bin",
    least_word: 8,
};

pub const GERMAN: Material = Material {
    tongue: Tongue::German,
    news: "german-dev.jsonl",
    raw: "raw-news-de.jsonl",
    polnear: None,
    marks: "marks-de.jsonl",
    written: Some("written-de.jsonl"),
    model: "attribution-de.bin",
    least_word: 6,
};

impl Material {
    pub fn of(tongue: Tongue) -> Self {
        match tongue {
            Tongue::English => ENGLISH,
            Tongue::German => GERMAN,
        }
    }

    pub fn language(&self) -> Language {
        match self.tongue {
            Tongue::English => Language::english(),
            Tongue::German => Language::german(),
        }
    }
}

/// The texts that models learn from.
pub struct Corpora {
    pub material: Material,
    polnear: Vec<GoldDocument>,
    marked: Vec<GoldDocument>,
    written: Vec<GoldDocument>,
    news: Vec<GoldDocument>,
}

impl Corpora {
    /// Reads the files of a language, gold from one folder and our own marks from another.
    pub fn read(material: Material, folder: &Path, marks: &Path) -> io::Result<Self> {
        let read = |name: &str| gold::read(&folder.join(name));
        let raw = read(material.raw)?;
        let polnear = material.polnear.map(read).transpose()?.unwrap_or_default();
        let texts = raw.iter().chain(&polnear).map(|document| (document.id.as_str(), document.text.as_str()));
        let texts: HashMap<&str, &str> = texts.collect();
        let text_of = |id: &str| texts.get(id).map(|&text| text.to_owned()).ok_or_else(|| ErrorKind::NotFound.into());
        let marked = gold::read_marks(&marks.join(material.marks), text_of)?;
        let written = material.written.map(|name| gold::read(&marks.join(name))).transpose()?.unwrap_or_default();
        let anew: HashSet<&str> = marked.iter().map(|document| document.id.as_str()).collect();
        let polnear = polnear.into_iter().filter(|document| !anew.contains(document.id.as_str()));
        Ok(Self { material, polnear: polnear.collect(), news: read(material.news)?, marked, written })
    }

    /// All of it, but for the outlets of one part of the news.
    pub fn examples<'c>(&'c self, language: &'c Language, left_out: Option<usize>) -> Vec<Example<'c>> {
        let outlets = self.news.iter().map(GoldDocument::outlet);
        let unseen: HashSet<String> = outlets.filter(|outlet| Some(fold_of(outlet)) == left_out).collect();
        let numbered = |documents: &'c [GoldDocument], corpus| {
            documents.iter().enumerate().map(move |(number, document)| (document, corpus, number % FOLDS))
        };
        let news = self.news.iter().map(|document| (document, Corpus::Ours, fold_of(&document.outlet())));
        let all = numbered(&self.polnear, Corpus::Polnear)
            .chain(numbered(&self.marked, Corpus::Ours))
            .chain(numbered(&self.written, Corpus::Ours))
            .chain(news);
        let chosen: Vec<_> = all.filter(|(document, ..)| !unseen.contains(&document.outlet())).collect();
        chosen.into_par_iter().map(|(document, corpus, fold)| Example::new(document, corpus, fold, language)).collect()
    }
}
