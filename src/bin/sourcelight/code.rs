//! Languages by their codes (ISO 639-1), as options name them.

use clap::ValueEnum;
use sourcelight::PageLanguage;
use sourcelight::language::Tongue;

/// A language that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Code {
    En,
    De,
}

impl Code {
    pub fn tongue(self) -> Tongue {
        match self {
            Self::En => Tongue::English,
            Self::De => Tongue::German,
        }
    }
}

/// The language that a page is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum PageCode {
    /// What each paragraph is written in.
    Auto,
    En,
    De,
}

impl PageCode {
    pub fn setting(self) -> PageLanguage {
        match self {
            Self::Auto => PageLanguage::Auto,
            Self::En => PageLanguage::English,
            Self::De => PageLanguage::German,
        }
    }
}
