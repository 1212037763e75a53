//! What the command line asks for, done: the dataset read, the work handed over, the exit code.

mod export;

use std::env;
use std::io;
use std::io::{IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use color_eyre::Result;
use color_eyre::eyre::WrapErr;

use crate::cli::{Cli, Command, LangChoice, Options, ThemeChoice};
use crate::dashboard::Dashboard;
use crate::dataset::{self, Dataset};
use crate::derive::Ledger;
use crate::locale::Lang;
use crate::run::{self, Exit};
use crate::theme::Kind;
use crate::view::{Mode, View};

/// Why the program ends other than well.
enum Failure {
    /// A run-time failure: exit code 1.
    Failed(color_eyre::Report),
    /// The command line names something that is not there: 2.
    Usage(String),
    /// The dataset cannot be read or understood: 3.
    Dataset(String),
    /// The dashboard was asked for and there is no terminal: 4.
    NoTerminal,
}

impl From<color_eyre::Report> for Failure {
    fn from(report: color_eyre::Report) -> Self {
        Self::Failed(report)
    }
}

/// Does what the command line asks for; a failure is told on standard error.
pub fn run(cli: &Cli) -> ExitCode {
    let (code, text) = match start(cli) {
        Ok(code) => return code,
        Err(Failure::Failed(report)) => (1, format!("{report:#}")),
        Err(Failure::Usage(text)) => (2, text),
        Err(Failure::Dataset(text)) => (3, text),
        Err(Failure::NoTerminal) => (
            4,
            "the dashboard needs a terminal, and standard output is none".to_owned(),
        ),
    };
    say(&text);
    ExitCode::from(code)
}

fn start(cli: &Cli) -> Result<ExitCode, Failure> {
    let dataset = read(cli.options.data.as_deref())?;
    let ledger = Ledger::new(&dataset);
    let view = view(&cli.options, &dataset)?;
    match &cli.command {
        Some(Command::Export(options)) => export::run(options, &ledger, &view),
        None => dashboard(&ledger, view, cli.options.autoplay),
    }
}

fn dashboard(
    ledger: &Ledger<'_>,
    view: View,
    autoplay: Option<Duration>,
) -> Result<ExitCode, Failure> {
    if !io::stdout().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let options = run::Options {
        mouse: view.has_mouse,
    };
    let mut dashboard = Dashboard::new(ledger, view).autoplay(autoplay);
    let exit = run::run(&mut dashboard, options).wrap_err("the terminal failed")?;
    Ok(match exit {
        Exit::Done => ExitCode::SUCCESS,
        Exit::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)),
    })
}

/// Writes to standard output; a reader that has gone is a normal end.
fn print(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).wrap_err("standard output")
        }
        _ => Ok(()),
    }
}

/// Tells the user something on standard error; when that is gone there is nobody left to tell.
fn say(text: &str) {
    let _ = writeln!(io::stderr(), "esg-tui: {text}");
}

/// The index of the tab named `id`.
fn tab(id: &str, dataset: &Dataset) -> Result<usize, Failure> {
    let index = dataset.tabs.iter().position(|tab| tab.id == id);
    index.ok_or_else(|| {
        let ids: Vec<&str> = dataset.tabs.iter().map(|tab| tab.id.as_str()).collect();
        let ids = ids.join(", ");
        Failure::Usage(format!("there is no tab `{id}`; the tabs are {ids}"))
    })
}

/// Reads the dataset of a file, of standard input, or the built-in one.
fn read(path: Option<&Path>) -> Result<Dataset, Failure> {
    let Some(path) = path else {
        return parse("built-in dataset", dataset::BUILT_IN);
    };
    let (name, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::Dataset(format!("standard input: {error}")))?;
        ("standard input".to_owned(), bytes)
    } else {
        let name = path.display().to_string();
        let bytes =
            std::fs::read(path).map_err(|error| Failure::Dataset(format!("{name}: {error}")))?;
        (name, bytes)
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure::Dataset(format!(
            "{name}: byte {offset} is not UTF-8, expected a JSON file in UTF-8"
        ))
    })?;
    parse(&name, &text)
}

fn parse(name: &str, text: &str) -> Result<Dataset, Failure> {
    dataset::load(text).map_err(|invalid| Failure::Dataset(format!("{name}:{invalid}")))
}

fn view(options: &Options, dataset: &Dataset) -> Result<View, Failure> {
    let tab = match &options.tab {
        None => 0,
        Some(id) => tab(id, dataset)?,
    };
    Ok(View {
        tab,
        lang: match options.lang {
            LangChoice::Auto => locale(),
            LangChoice::Lang(lang) => lang,
        },
        theme: match options.theme {
            ThemeChoice::Auto => Kind::Dark,
            ThemeChoice::Theme(kind) => kind,
        },
        mode: if options.present || options.autoplay.is_some() {
            Mode::Presenter
        } else {
            Mode::Dashboard
        },
        has_mouse: !options.no_mouse,
        ..View::default()
    })
}

/// The language of the environment, by the rules of POSIX: the first variable that is set decides.
fn locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok());
    let first = set.into_iter().find(|value| !value.is_empty());
    first
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or_default()
}
