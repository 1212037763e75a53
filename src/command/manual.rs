//! `man`: one manual page with every command, its options, the environment and the exit codes.

use std::io;

use clap::Command;
use clap_mangen::Man;

use crate::cli::{Cli, ENVIRONMENT, EXIT_CODES};

/// The manual page in roff.
pub(super) fn page() -> io::Result<String> {
    let command = Cli::definition();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut page = text(&page);
    page.push_str(".SH COMMANDS\n");
    for command in command.get_subcommands() {
        if command.get_name() != "help" {
            page.push_str(&subsection(command)?);
        }
    }
    page.push_str(".SH ENVIRONMENT\n");
    for argument in command.get_arguments() {
        if let (Some(variable), Some(option)) = (argument.get_env(), argument.get_long()) {
            let meaning = format!("stands for --{option}, unless it is empty");
            page.push_str(&entry(&variable.to_string_lossy(), &meaning));
        }
    }
    let entries = |entries: &[(&str, &str)]| -> String {
        let entries = entries.iter();
        entries
            .map(|(name, meaning)| entry(name, meaning))
            .collect()
    };
    page.push_str(&entries(&ENVIRONMENT));
    page.push_str(".SH \"EXIT STATUS\"\n");
    page.push_str(&entries(&EXIT_CODES));
    let mut version = Vec::new();
    man.render_version_section(&mut version)?;
    Ok(page + &text(&version))
}

/// A command with its arguments, but for those that every command has.
fn subsection(command: &Command) -> io::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let own = command.clone().mut_args(|argument| {
        let is_common = argument.is_global_set() || argument.get_id() == "help";
        if is_common {
            argument.hide(true)
        } else {
            argument
        }
    });
    let about = own.get_about().map(ToString::to_string);
    let man = Man::new(own);
    let mut options = Vec::new();
    man.render_options_section(&mut options)?;
    let options = text(&options);
    let options = options
        .split_once(".SH OPTIONS\n")
        .map_or("", |(_, list)| list);
    let about = escaped(&about.unwrap_or_default());
    Ok(format!(".SS \"{}\"\n{about}.\n{options}", escaped(usage)))
}

/// A name and what it means.
fn entry(name: &str, meaning: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(meaning))
}

/// Text in which roff sees nothing to obey.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}

fn text(roff: &[u8]) -> String {
    String::from_utf8_lossy(roff).into_owned()
}
