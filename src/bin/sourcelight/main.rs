//! The command line: reads text, prints marks.

mod analyze;
mod code;
mod evaluate;
mod gold;
mod random;
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
    /// Read text and print its marks.
    Analyze(analyze::Options),
    /// Measure the engine on the gold corpora.
    Evaluate(evaluate::Options),
    /// Rebuild the models from the gold corpora.
    Train(train::Options),
}

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Analyze(options) => analyze::run(&options),
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
