//! Sourcelight's reading engine: who says what on a news page, who is not named, and what is hedged.
//!
//! The core is a straight pipeline, each stage reading only what stands before it:
//!
//! ```text
//! Document ─▶ text (tokens, sentences, quotations) ─▶ attribution (who says what)
//!          ─▶ source (who that is) ─▶ hedge (how sure) ─▶ Analysis ─▶ report (what it adds up to)
//!          ─▶ view (offsets of the boundary)
//! ```
//!
//! ```
//! use sourcelight::{Analyzer, Document, Settings};
//!
//! let text = "“The bridge may close,” Mayor Anna Beck said.";
//! let analysis = Analyzer::new(Settings::default()).analyze(&Document::new(text, "\n"));
//!
//! let said = &analysis.attributions[0];
//! assert_eq!(said.source[0].of(text), "Mayor Anna Beck");
//! assert_eq!(said.content[0].of(text), "“The bridge may close,”");
//! assert_eq!(analysis.hedges[0].span.of(text), "may");
//! ```
//!
//! The feature `cli`, on by default, is the command line `sourcelight` with all that it reads and writes; the library needs
//! none of it: `default-features = false`.
//!
//! It knows no browser, does no I/O, has no global state and never panics: any text is a valid input.
//! Offsets are bytes of the document's text everywhere but in [`view`], which speaks the unit of its boundary.

// What wasm-bindgen writes for the boundary is the one exception.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod analysis;
pub mod attribution;
pub mod hedge;
pub mod kinds;
pub mod language;
mod noun_phrase;
mod order;
pub mod phrases;
pub mod report;
mod settings;
pub mod source;
pub mod span;
pub mod text;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;

mod analyzer;

pub use analysis::Analysis;
pub use analyzer::Analyzer;
pub use phrases::PhraseGroup;
pub use settings::{Hedging, PageLanguage, Settings, Sureness};
pub use span::Span;
pub use text::Document;
