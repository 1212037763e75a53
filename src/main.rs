//! The command line of the dashboard: parse, hand over, exit with a documented code.

use std::process::ExitCode;

use color_eyre::Result;

use esg_tui::cli::Cli;
use esg_tui::command::{self, completion};

fn main() -> Result<ExitCode> {
    // Before the loop starts, so that the terminal is restored before a panic is reported.
    color_eyre::install()?;
    if let Some(code) = completion::complete() {
        return Ok(code);
    }
    Ok(match Cli::read() {
        Ok(cli) => command::run(&cli),
        Err(answer) => command::print_answer(&answer),
    })
}
