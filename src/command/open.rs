//! Opens what is typed: a file, a tab, or both, without an option before them.

use std::path::{Path, PathBuf};

use super::{CommandError, import};
use crate::cli::{Cli, Options};
use crate::dataset::{Dataset, Tab, nearest};
use crate::locale::{Lang, fill};
use crate::printable::spell;

/// The options with what is typed without one: a file to read, a tab to start on.
pub(super) fn options(cli: &Cli, lang: Lang) -> Result<Options, CommandError> {
    let talk = &lang.words().talk;
    let mut options = cli.options.clone();
    let [mut file, mut tab] = [None, None];
    for what in &cli.what {
        let place = if is_file(what) { &mut file } else { &mut tab };
        if let Some(other) = place.replace(what) {
            return Err(CommandError::Usage(fill(
                talk.two_of_a_kind,
                &[spell(other), spell(what)],
            )));
        }
    }
    if let (Some(what), Some(_)) = (cli.what.first(), &cli.command) {
        return Err(CommandError::Usage(fill(
            talk.before_command,
            &[spell(what)],
        )));
    }
    if let Some(file) = file {
        options.data = Some(PathBuf::from(file));
    }
    if let Some(tab) = tab {
        options.tab = Some(tab.clone());
    }
    Ok(options)
}

/// Whether a name is that of a file: by a folder or an extension in it, or because the file is there.
fn is_file(name: &str) -> bool {
    let path = Path::new(name);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_dataset = extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    name == "-"
        || is_dataset
        || import::is_named_as_table(path)
        || name.contains(['/', '\\'])
        || path.is_file()
}

/// The index of the tab that a name stands for: its id, its number from 1, or the beginning of the id
/// or title of no other tab, in capitals or not.
pub(super) fn tab(name: &str, dataset: &Dataset, lang: Lang) -> Result<usize, CommandError> {
    let tabs = &dataset.tabs;
    let wanted = name.to_lowercase();
    let is_number = |number: &usize| number.to_string() == name;
    let exact = tabs.iter().position(|tab| tab.id == name);
    let alike = || tabs.iter().position(|tab| tab.id.to_lowercase() == wanted);
    let numbered = || (1..=tabs.len()).position(|number| is_number(&number));
    let found = exact
        .or_else(alike)
        .or_else(numbered)
        .or_else(|| beginning(&wanted, tabs));
    found.ok_or_else(|| CommandError::Usage(unknown(name, tabs, lang)))
}

/// That there is no such tab, with the name that may have been meant.
fn unknown(name: &str, tabs: &[Tab], lang: Lang) -> String {
    let talk = &lang.words().talk;
    let ids: Vec<&str> = tabs.iter().map(|tab| tab.id.as_str()).collect();
    let listed = [spell(name), spell(&ids.join(", "))];
    let command = Cli::definition();
    let commands = command.get_subcommands().map(clap::Command::get_name);
    match nearest(name, ids.iter().copied().chain(commands)) {
        None => fill(talk.no_tab, &listed),
        Some(nearest) => {
            let [name, listed] = listed;
            let template = if ids.contains(&nearest) {
                talk.no_tab_but
            } else {
                talk.no_tab_but_command
            };
            fill(template, &[name, listed, spell(nearest)])
        }
    }
}

/// The only tab whose id or title begins with `name`.
fn beginning(name: &str, tabs: &[Tab]) -> Option<usize> {
    let begins = |text: &str| text.to_lowercase().starts_with(name);
    let is_it = |tab: &Tab| begins(&tab.id) || tab.title.iter().any(|(_, title)| begins(title));
    let mut found = tabs.iter().enumerate().filter(|(_, tab)| is_it(tab));
    match (found.next(), found.next()) {
        (Some((index, _)), None) if !name.is_empty() => Some(index),
        _ => None,
    }
}
