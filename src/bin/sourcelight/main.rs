//! The command line: reads text, prints marks.

mod analyze;
mod archive;
mod code;
mod evaluate;
mod gold;
mod random;
mod report;
mod tokens;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Marks who says what, who is not named, and what is hedged.
#[derive(Debug, Parser)]
#[command(version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read documents and tell their marks.
    Analyze(analyze::Options),
    /// Write a page about an archive: who speaks in it, how much is unnamed or hedged, by outlet and month.
    Report(report::Options),
    /// Measure the engine on the gold corpora.
    Evaluate(evaluate::Options),
    /// Rebuild the models from the gold corpora.
    Train(train::Options),
}

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Analyze(options) => analyze::run(&options),
        Command::Report(options) => report::run(&options),
        Command::Evaluate(options) => evaluate::run(&options),
        Command::Train(options) => train::run(&options, evaluate::print_figures),
    };
    match result {
        Ok(code) => code,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("sourcelight: {error}");
            ExitCode::FAILURE
        }
    }
}
