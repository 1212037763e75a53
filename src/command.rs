//! Runs what the command line asks for: reads the dataset, hands the work over, returns the exit code.

mod ability;
pub mod completion;
mod export;
mod follow;
mod import;
mod init;
mod input;
mod live;
mod manual;
mod open;
mod source;

use std::env;
use std::io;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;

use color_eyre::Result;
use color_eyre::eyre::{Report, eyre};

use crate::check;
use crate::cli::{Check, CheckFormat, Choice, Cli, ColorChoice, Command, Options};
use crate::dataset::{self, Dataset};
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::pictures;
use crate::printable::{spell_lines, spell_path};
use crate::report::{self, ReportFormat};
use crate::system;
use crate::theme::{Level, ThemeKind};
use crate::view::{Mode, Stop, View};

use follow::Follower;
use input::Input;

/// Why the program ends other than well.
enum CommandError {
    /// A run-time failure: exit code 1.
    Failed(Report),
    /// The command line names something that is not there: 2.
    Usage(String),
    /// The dataset cannot be read or understood: 3.
    Dataset(String),
    /// The dashboard has a terminal to show itself on and none to read keys from: 4.
    NoKeyboard,
}

impl From<Report> for CommandError {
    fn from(report: Report) -> Self {
        Self::Failed(report)
    }
}

impl CommandError {
    /// The exit code of the process.
    const fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
            Self::Dataset(_) => 3,
            Self::NoKeyboard => 4,
        }
    }

    /// What is said on standard error.
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Failed(report) => pictures::explain(report),
            Self::Usage(text) | Self::Dataset(text) => text.clone(),
            Self::NoKeyboard => lang.words().talk.no_keyboard.to_owned(),
        }
    }
}

/// Does what the command line asks for; a failure is reported on standard error.
pub fn run(cli: &Cli) -> ExitCode {
    let lang = match cli.options.lang {
        Choice::Auto => ability::lang(environment),
        Choice::Of(lang) => lang,
    };
    start(cli, lang).unwrap_or_else(|failure| report(&failure, lang))
}

/// Prints what is answered instead of running a command: help, the version or a usage error.
pub fn print_answer(answer: &clap::Error) -> ExitCode {
    match answer.print() {
        Err(error) if !answer.use_stderr() && error.kind() != ErrorKind::BrokenPipe => {
            let lang = ability::lang(environment);
            report(&failed_output(&error, lang).into(), lang)
        }
        _ => ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(1)),
    }
}

/// Reports a failure on standard error.
fn report(failure: &CommandError, lang: Lang) -> ExitCode {
    say(&failure.text(lang));
    ExitCode::from(failure.code())
}

fn start(cli: &Cli, lang: Lang) -> Result<ExitCode, CommandError> {
    let options = &open::options(cli, lang)?;
    // These need no dataset, or look at one that may be wrong.
    match &cli.command {
        Some(Command::Check(check)) => return review(check, options, lang),
        Some(Command::Import(import)) => return import::run(import, options, lang),
        Some(Command::Init(init)) => return init::run(init, options, lang),
        Some(Command::Schema) => return written(dataset::SCHEMA, lang),
        Some(Command::Completions { shell }) => return written(&completion::script(*shell), lang),
        Some(Command::Man) => return written(&manual::page(), lang),
        Some(Command::Export(_) | Command::Print(_)) | None => {}
    }
    let path = options.data.as_deref();
    let input = Input::read(path, lang)?;
    let dataset = input.dataset(lang)?;
    let ledger = Ledger::new(&dataset);
    // The tests hold the built-in dataset to be without errors.
    if path.is_some() {
        input.review(&ledger, lang)?;
    }
    drop(input);
    let view = view(options, lang, &dataset)?;
    match &cli.command {
        Some(Command::Export(export)) => {
            let tabs = chosen(&export.tabs, options, &ledger, &view)?;
            export::run(export, options, &ledger, &view, &tabs)
        }
        Some(Command::Print(print)) => {
            let tabs = chosen(&print.tabs, options, &ledger, &view)?;
            write_report(&ledger, &view, &tabs, print.format)
        }
        None if !has_screen() => {
            let tabs = chosen(&[], options, &ledger, &view)?;
            write_report(&ledger, &view, &tabs, ReportFormat::Text)
        }
        _ => live::show(&ledger, on_screen(options, view), options),
    }
}

/// Reviews a dataset: the findings on standard output, exit code 3 when it fails.
fn review(check: &Check, options: &Options, lang: Lang) -> Result<ExitCode, CommandError> {
    if let Some(code) = check.explain {
        return written(&check::explain(code, lang), lang);
    }
    let path = check.file.as_deref().or(options.data.as_deref());
    if check.watch {
        return watch(path, check, options, lang);
    }
    let input = match (Input::read(path, lang), path, check.format) {
        (Err(CommandError::Dataset(reason)), Some(path), CheckFormat::Json) => {
            let name = source::name(path, lang);
            let output = check::unreadable_json(&name, &reason, lang);
            print(output.as_bytes(), lang)?;
            return Ok(ExitCode::from(3));
        }
        (input, ..) => input?,
    };
    let (output, code) = findings(&input, check, options, lang);
    print(output.as_bytes(), lang)?;
    Ok(code)
}

/// The list of findings, and the exit code for them.
fn findings(input: &Input, check: &Check, options: &Options, lang: Lang) -> (String, ExitCode) {
    let (_, findings) = check::check(&input.text);
    let output = match check.format {
        CheckFormat::Text => input.listing(lang, is_coloured(options)).text(&findings),
        CheckFormat::Json => check::json(&input.name, &findings, lang),
    };
    let code = if check::is_valid(&findings, check.strict) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(3)
    };
    (output, code)
}

/// Reviews a file now and after each change, until a signal ends the process or nobody reads on.
fn watch(
    path: Option<&Path>,
    check: &Check,
    options: &Options,
    lang: Lang,
) -> Result<ExitCode, CommandError> {
    let talk = &lang.words().talk;
    let file =
        source::file(path).ok_or_else(|| CommandError::Usage(talk.nothing_to_watch.to_owned()))?;
    let (sender, changes) = mpsc::channel();
    // This function takes the changes as long as it lives.
    let _follower = Follower::start(file, move |_| {
        let _ = sender.send(());
    })?;
    let mut gap = "";
    loop {
        match Input::read(path, lang) {
            Ok(input) => {
                let (output, _) = findings(&input, check, options, lang);
                match write_out(format!("{gap}{output}").as_bytes()) {
                    Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
                    written => written.map_err(|error| failed_output(&error, lang))?,
                }
            }
            Err(failure) => say(&failure.text(lang)),
        }
        gap = "\n";
        if changes.recv().is_err() {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether what is listed on standard output has colours.
fn is_coloured(options: &Options) -> bool {
    match options.color {
        ColorChoice::Always => true,
        choice => io::stdout().is_terminal() && ability::level(choice, environment) != Level::None,
    }
}

/// Writes a text to the file asked for, or to standard output.
fn write_file(path: &Path, text: &str, force: bool, lang: Lang) -> Result<ExitCode, CommandError> {
    if path.as_os_str() == "-" {
        return written(text, lang);
    }
    pictures::sweep(pictures::folder(path));
    let target = pictures::write(path, text.as_bytes(), force, lang)?;
    say(&wrote(path, &target, lang));
    Ok(ExitCode::SUCCESS)
}

fn written(text: &str, lang: Lang) -> Result<ExitCode, CommandError> {
    print(text.as_bytes(), lang)?;
    Ok(ExitCode::SUCCESS)
}

/// The tabs that are named, each once, or else that of `--tab`, or else every tab.
fn chosen(
    names: &[String],
    options: &Options,
    ledger: &Ledger<'_>,
    view: &View,
) -> Result<Vec<usize>, CommandError> {
    if names.is_empty() {
        return Ok(match options.tab {
            Some(_) => vec![view.tab],
            None => (0..ledger.dataset.tabs.len()).collect(),
        });
    }
    let mut tabs = Vec::new();
    for name in names {
        let tab = open::tab(name, ledger.dataset, view.lang)?;
        if !tabs.contains(&tab) {
            tabs.push(tab);
        }
    }
    Ok(tabs)
}

/// Writes the report to standard output, as wide as the terminal when it is one.
fn write_report(
    ledger: &Ledger<'_>,
    view: &View,
    tabs: &[usize],
    format: ReportFormat,
) -> Result<ExitCode, CommandError> {
    let width = system::columns().map_or(100, usize::from);
    let report = report::report(ledger, view.lang, tabs, format, width);
    // Data has its own character set, whatever the terminal has.
    let is_read = matches!(format, ReportFormat::Text | ReportFormat::Markdown);
    let is_ascii = view.is_ascii || is_read && ability::is_ascii(environment);
    if is_ascii {
        written(&report::to_ascii(&report, format), view.lang)
    } else {
        written(&report, view.lang)
    }
}

/// Whether standard output is a terminal on which a page can be drawn.
fn has_screen() -> bool {
    io::stdout().is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Writes to standard output; a reader that has gone is a normal end.
fn print(bytes: &[u8], lang: Lang) -> Result<()> {
    match write_out(bytes) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(failed_output(&error, lang)),
        _ => Ok(()),
    }
}

/// Says that standard output takes nothing, and why.
fn failed_output(error: &io::Error, lang: Lang) -> Report {
    let output = lang.words().talk.standard_output;
    eyre!("{output}: {}", pictures::reason(error))
}

/// Says that a file was written, and where a symbolic link of that name leads.
fn wrote(path: &Path, target: &Path, lang: Lang) -> String {
    let mut name = spell_path(path);
    if target != path {
        name = format!("{name} -> {}", spell_path(target));
    }
    fill(lang.words().talk.wrote, &[name])
}

/// Tells the user something on standard error; when that is gone there is nobody left to tell.
///
/// Names in it are spelled by those who put them there: here a line break is one of the message.
fn say(text: &str) {
    let _ = writeln!(io::stderr(), "esg-tui: {}", spell_lines(text));
}

/// A variable of the environment that is set and not empty.
fn environment(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// What is shown, whatever it is shown on.
fn view(options: &Options, lang: Lang, dataset: &Dataset) -> Result<View, CommandError> {
    let tab = match &options.tab {
        None => 0,
        Some(id) => open::tab(id, dataset, lang)?,
    };
    let theme = match options.theme {
        Choice::Auto => ThemeKind::default(),
        Choice::Of(kind) => kind,
    };
    Ok(View {
        tab,
        lang,
        theme,
        level: match options.color {
            ColorChoice::Never => Level::None,
            ColorChoice::Auto | ColorChoice::Always => Level::TrueColor,
        },
        mode: if options.present {
            Mode::Presenter
        } else {
            Mode::Dashboard
        },
        is_ascii: options.ascii,
        has_mouse: !options.no_mouse,
        ..View::default()
    })
}

/// The same view in what the terminal can show.
fn on_screen(options: &Options, view: View) -> View {
    let theme = match options.theme {
        Choice::Auto => ability::kind(environment),
        Choice::Of(kind) => kind,
    };
    let is_talk = options.autoplay.is_some() || view.mode == Mode::Presenter;
    View {
        theme,
        stop: if is_talk { Stop::Cover } else { view.stop },
        level: ability::level(options.color, environment),
        mode: if options.autoplay.is_some() {
            Mode::Presenter
        } else {
            view.mode
        },
        is_ascii: view.is_ascii || ability::is_ascii(environment),
        ..view
    }
}
