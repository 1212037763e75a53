//! Completions of a shell that know the data: the tabs and figures of the dataset that is named.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Command;
use clap_complete::engine::{
    ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

use super::input::Input;
use super::{ability, environment, source};
use crate::cli::Cli;
use crate::dataset::{self, Dataset, Text};
use crate::locale::Lang;
use crate::printable::{self, spell};

/// The variable by which a shell asks for completions, with its own name.
const VARIABLE: &str = "ESG_TUI_COMPLETE";

/// The name of the program.
const PROGRAM: &str = "esg-tui";

/// Sizes in cells that are often asked for.
const SIZES: [&str; 3] = ["80x24", "128x36", "160x45"];

/// The script by which a shell asks this program for completions.
pub(super) fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(&shell.to_string()) {
        shell
            .write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)
            .expect("memory takes every byte");
    }
    String::from_utf8_lossy(&script).into_owned()
}

/// Answers a shell that asks for completions; `None` when none does.
pub fn complete() -> Option<ExitCode> {
    env::var_os(VARIABLE)?;
    let source = Source {
        path: path(env::args_os()),
        lang: ability::lang(environment),
    };
    let completed = CompleteEnv::with_factory(|| completing(Cli::definition(), &source))
        .var(VARIABLE)
        .try_complete(env::args_os(), env::current_dir().ok().as_deref());
    match completed {
        Ok(true) => Some(ExitCode::SUCCESS),
        Ok(false) => None,
        Err(error) => Some(super::print_answer(&error)),
    }
}

/// A command whose arguments complete what is in a dataset.
fn completing(command: Command, source: &Source) -> Command {
    let command = command.mut_args(|argument| {
        let source = source.clone();
        match argument.get_id().as_str() {
            "tab" | "tabs" => argument.add(ArgValueCandidates::new(move || source.tabs())),
            "figure" => argument.add(ArgValueCandidates::new(move || source.figures())),
            "what" => argument.add(ArgValueCompleter::new(move |word: &OsStr| {
                let mut candidates = PathCompleter::any().complete(word);
                let begins = |tab: &CompletionCandidate| {
                    let word = word.as_encoded_bytes();
                    tab.get_value().as_encoded_bytes().starts_with(word)
                };
                candidates.extend(source.tabs().into_iter().filter(begins));
                candidates
            })),
            "size" => argument.add(ArgValueCandidates::new(|| {
                SIZES.map(CompletionCandidate::new).into()
            })),
            "from" => argument.add(ArgValueCandidates::new(|| {
                let names = dataset::EXAMPLES.iter();
                names
                    .map(|(name, _)| CompletionCandidate::new(*name))
                    .collect()
            })),
            _ => argument,
        }
    });
    command.mut_subcommands(|command| completing(command, source))
}

/// Where tabs and figures come from, and the language in which they are explained.
#[derive(Clone)]
struct Source {
    /// The file; `None` for the built-in dataset.
    path: Option<PathBuf>,
    lang: Lang,
}

impl Source {
    /// The dataset, unless it cannot be read.
    fn dataset(&self) -> Option<Dataset> {
        // What is typed into standard input is not there yet.
        let path = self.path.as_deref();
        let is_there = path.is_none_or(|path| !source::is_standard_input(path));
        is_there.then(|| Input::read(path, self.lang).ok()?.dataset(self.lang).ok())?
    }

    fn tabs(&self) -> Vec<CompletionCandidate> {
        let tabs = self.dataset().map(|dataset| dataset.tabs);
        let tabs = tabs.unwrap_or_default().into_iter();
        tabs.filter_map(|tab| self.candidate(tab.id, &tab.title))
            .collect()
    }

    fn figures(&self) -> Vec<CompletionCandidate> {
        let figures = self.dataset().map(|dataset| dataset.figures);
        let figures = figures.unwrap_or_default().into_iter();
        figures
            .filter_map(|figure| self.candidate(figure.id, &figure.name))
            .collect()
    }

    /// Offers an id with its name, unless the id has a sign that a shell or a terminal would obey.
    fn candidate(&self, id: String, name: &Text) -> Option<CompletionCandidate> {
        let is_obeyed = |symbol: char| {
            let is_sign = symbol.is_ascii_punctuation() && !"-_./+".contains(symbol);
            is_sign || symbol.is_whitespace() || printable::is_hidden(symbol)
        };
        if id.starts_with('-') || id.contains(is_obeyed) {
            return None;
        }
        let name = spell(name.get(self.lang));
        Some(CompletionCandidate::new(id).help(Some(name.into())))
    }
}

/// The dataset that a command line names which is to be completed, by its option, its variable or as its
/// first word.
fn path(words: impl Iterator<Item = OsString>) -> Option<PathBuf> {
    let words: Vec<OsString> = words.skip_while(|word| word != "--").skip(2).collect();
    let after = words.windows(2).find(|pair| pair[0] == "--data");
    let joined = || {
        let mut values = words
            .iter()
            .filter_map(|word| word.to_str()?.strip_prefix("--data="));
        values.next().map(OsString::from)
    };
    let variable = || env::var_os("ESG_TUI_DATA").filter(|value| !value.is_empty());
    let first = || {
        let first = words.first().filter(|word| Path::new(word).is_file());
        first.cloned()
    };
    let after = after.map(|pair| pair[1].clone());
    let path = after.or_else(joined).or_else(first).or_else(variable)?;
    Some(PathBuf::from(path))
}
