//! `man`: one manual page with every command, its options, the keys, the environment, the files and the
//! exit codes, and with examples.

use std::io;
use std::io::Write;

use clap::Command;
use clap_mangen::Man;

use crate::cli::{Cli, ENVIRONMENT, EXIT_CODES};
use crate::keymap;
use crate::locale::{Lang, MANUAL, fill};
use crate::view::{ActiveIn, Hint};

/// The manual page in roff.
pub(super) fn page() -> String {
    let command = Cli::definition();
    let man = Man::new(command.clone());
    let mut page = text(|page| {
        man.render_title(page)?;
        man.render_name_section(page)?;
        man.render_synopsis_section(page)?;
        man.render_description_section(page)?;
        man.render_options_section(page)
    });
    page.push_str(&section(MANUAL.commands));
    for command in command.get_subcommands() {
        if command.get_name() != "help" {
            page.push_str(&subsection(command));
        }
    }
    page.push_str(&section(MANUAL.keys));
    page.push_str(&keys());
    page.push_str(&section(MANUAL.environment));
    for argument in command.get_arguments() {
        if let (Some(variable), Some(option)) = (argument.get_env(), argument.get_long()) {
            let meaning = fill(MANUAL.stands_for, &[format!("--{option}")]);
            page.push_str(&entry(&variable.to_string_lossy(), &meaning));
        }
    }
    page.push_str(&entries(&ENVIRONMENT));
    page.push_str(&section(MANUAL.files));
    page.push_str(&entries(&MANUAL.file_list));
    page.push_str(&section(MANUAL.exit_status));
    page.push_str(&entries(&EXIT_CODES));
    page.push_str(&section(MANUAL.examples));
    page.push_str(&entries(&MANUAL.example_list));
    page.push_str(&section(MANUAL.see_also));
    page.push_str(&escaped(MANUAL.see_also_text));
    page.push('\n');
    page + &text(|page| man.render_version_section(page))
}

/// The keys of the dashboard, as its help lists them.
fn keys() -> String {
    let words = Lang::En.words();
    let key = |hint: Hint| {
        let keys = format!("{} {}", hint.keys, hint.aliases);
        let action = (hint.action)(&words.actions).long;
        let meaning = match hint.active_in {
            ActiveIn::Everywhere | ActiveIn::Dashboard => action.to_owned(),
            ActiveIn::Presenter => format!("{action} ({})", MANUAL.presenter),
        };
        entry(keys.trim_end(), &meaning)
    };
    keymap::hints().into_iter().map(key).collect()
}

/// The heading of a section.
fn section(title: &str) -> String {
    format!(".SH \"{}\"\n", escaped(title))
}

/// A command with its arguments, but for those that every command has.
fn subsection(command: &Command) -> String {
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
    let options = text(|page| man.render_options_section(page));
    let options = options
        .split_once(".SH OPTIONS\n")
        .map_or("", |(_, list)| list);
    let about = escaped(&about.unwrap_or_default());
    format!(".SS \"{}\"\n{about}.\n{options}", escaped(usage))
}

/// A name and what it means.
fn entry(name: &str, meaning: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(meaning))
}

/// Names, each with what it means.
fn entries(entries: &[(&str, &str)]) -> String {
    let entries = entries.iter();
    entries
        .map(|(name, meaning)| entry(name, meaning))
        .collect()
}

/// Text in which roff sees nothing to obey.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}

/// What a part of the page writes.
fn text(part: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut roff = Vec::new();
    part(&mut roff).expect("memory takes every byte");
    String::from_utf8_lossy(&roff).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_examples_that_the_command_line_takes() {
        for (_, example) in MANUAL.example_list {
            for command in example.split("&&") {
                let (_, command) = command.split_once("esg-tui").expect("it runs the program");
                let command = command.trim_end_matches(')');
                let (command, _) = command.split_once('>').unwrap_or((command, ""));
                let words = ["esg-tui"].into_iter().chain(command.split_whitespace());
                let read = Cli::definition().try_get_matches_from(words);
                assert!(read.is_ok(), "{example}: {read:?}");
            }
        }
    }
}
