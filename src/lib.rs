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
pub use settings::{Hedging, Settings, Sureness};
pub use span::Span;
pub use text::Document;
