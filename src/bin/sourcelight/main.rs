//! The command line: reads text, prints marks.

mod analyze;

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
}

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Analyze(options) => analyze::run(&options),
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
