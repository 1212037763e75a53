//! The command line: what can be asked, and where each option may also come from.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{BoolishValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue};
use clap::{
    Arg, ArgAction, ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};
use clap_complete::Shell;

use crate::draft::{Mark, YearEnd};
use crate::locale::Lang;
use crate::pictures::Format;
use crate::report;
use crate::theme::Kind;
use crate::view::LayerKind;

/// An organisation's ESG report in a terminal: every number with its trail.
///
/// Without a command: the dashboard, or the report as text when standard output is no terminal.
#[derive(Debug, Parser)]
#[command(version, about, after_help = exit_codes(), max_term_width = 100)]
#[command(subcommand_precedence_over_arg = true)]
pub struct Cli {
    /// What is opened: a dataset or a table by its file, a tab by its id or number, or both
    #[arg(value_name = "FILE|TAB", num_args = 0..=2)]
    pub what: Vec<String>,

    /// What is done instead of opening the dashboard.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// What holds for every command.
    #[command(flatten)]
    pub options: Options,
}

impl Cli {
    /// What this process was asked for; wrong usage ends it with a message.
    pub fn read() -> Self {
        // The command line alone says which variables its command heeds; what is wrong beyond it
        // comes from one of those.
        let alone = Self::heeding(|_| false).try_get_matches();
        let command = alone.as_ref().ok().and_then(ArgMatches::subcommand_name);
        let used = USED.iter().find(|(name, _)| Some(*name) == command);
        let matches = Self::heeding(|id| used.is_none_or(|(_, used)| used.contains(&id)))
            .try_get_matches()
            .map_err(|error| match alone {
                Ok(_) => of_variable(error),
                Err(_) => error,
            });
        matches
            .and_then(|matches| Self::from_arg_matches(&matches))
            .unwrap_or_else(|error| error.exit())
    }

    /// The command line for readers and shells: no empty variable, no option where it does nothing.
    pub fn definition() -> clap::Command {
        Self::heeding(|_| true)
    }

    /// The same with the variables of those options only that are heeded, by their ids.
    fn heeding(is_heeded: impl Fn(&str) -> bool) -> clap::Command {
        let is_blank = |name: &OsStr| env::var_os(name).is_some_and(|value| value.is_empty());
        let mut command = Self::command().mut_args(|arg| {
            if arg.get_env().is_some_and(is_blank) || !is_heeded(arg.get_id().as_str()) {
                arg.env(None)
            } else {
                arg
            }
        });
        // From here on every command has the options that hold for all of them.
        command.build();
        USED.iter().fold(command, |command, (name, used)| {
            command.mut_subcommand(name, |command| {
                command.mut_args(|arg| {
                    let is_idle = arg.is_global_set() && !used.contains(&arg.get_id().as_str());
                    if is_idle { arg.hide(true) } else { arg }
                })
            })
        })
    }
}

/// The error of an option's value as one of its variable, where the value did come from.
fn of_variable(mut error: clap::Error) -> clap::Error {
    let command = Cli::definition();
    let name = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    let option = command
        .get_arguments()
        .find(|option| Some(option.to_string()) == name);
    if let Some(variable) = option.and_then(Arg::get_env) {
        let variable = variable.to_string_lossy().into_owned();
        error.insert(ContextKind::InvalidArg, ContextValue::String(variable));
    }
    error
}

/// The options for all commands that a command has a use for; its help lists no others.
const USED: [(&str, &[&str]); 8] = [
    ("print", &["data", "tab", "lang", "ascii"]),
    (
        "export",
        &["data", "tab", "lang", "theme", "color", "ascii", "present"],
    ),
    ("check", &["data", "lang"]),
    ("import", &["lang"]),
    ("init", &["lang"]),
    ("schema", &[]),
    ("completions", &[]),
    ("man", &[]),
];

/// What is done instead of opening the dashboard.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Write the report as text or data: every figure with its period, bounds, formula and source
    Print(Print),
    /// Write pages as pictures, the same as on the screen
    Export(Export),
    /// Review a dataset the way a careful analyst would
    Check(Check),
    /// Make a dataset of a table: CSV, TSV or a workbook such as XLSX
    Import(Import),
    /// Write a small dataset to start from, or one of those in the program
    Init(Init),
    /// Write the JSON Schema of a dataset
    Schema,
    /// Write the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the manual page
    Man,
}

/// Which dataset is reviewed, and how.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// The dataset; - reads standard input [default: that of --data, or the built-in one]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Let warnings fail, too
    #[arg(long)]
    pub strict: bool,

    /// The format
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        ignore_case = true,
        default_value = "text"
    )]
    pub format: CheckFormat,
}

/// How findings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A line each, with advice.
    Text,
    /// An array of objects.
    Json,
}

/// Which table is read, and how.
#[derive(Args, Clone, Debug)]
pub struct Import {
    /// The table, with a row for each value or a column for each year; - reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// The file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// The organisation that reports [default: the name of the table's file]
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,

    /// What the figures cover where the table does not say it, such as "Operational control"
    #[arg(long, value_name = "TEXT")]
    pub boundary: Option<String>,

    /// The mark before decimals [default: the one that the numbers show]
    #[arg(long, value_name = "MARK", ignore_case = true)]
    pub decimal: Option<Mark>,

    /// The last day of a fiscal year, such as 03-31
    #[arg(long, value_name = "MM-DD", value_parser = year_end)]
    pub year_end: Option<YearEnd>,

    /// The sheet of a workbook [default: the first that is not empty]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,

    /// Replace a file that exists
    #[arg(long)]
    pub force: bool,
}

impl ValueEnum for Mark {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Reads the last day of a fiscal year.
fn year_end(text: &str) -> Result<YearEnd, String> {
    YearEnd::read(text).ok_or_else(|| "expected a month and a day such as 03-31".to_owned())
}

/// Which dataset to start from is written, and where.
#[derive(Args, Clone, Debug)]
pub struct Init {
    /// The file; - writes to standard output
    #[arg(value_name = "FILE", default_value = "report.json")]
    pub file: PathBuf,

    /// Write the small dataset, which is what is written without --from
    #[arg(long)]
    pub minimal: bool,

    /// The organisation that reports
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,

    /// The periods, such as 2021-2023 or FY2022,FY2023
    #[arg(long, value_name = "PERIODS")]
    pub periods: Option<String>,

    /// The last day of a fiscal year, such as 03-31
    #[arg(long, value_name = "MM-DD", value_parser = year_end)]
    pub year_end: Option<YearEnd>,

    /// A dataset in the program, by its name or the beginning of it
    #[arg(long, value_name = "NAME", conflicts_with_all = ["minimal", "organisation", "periods", "year_end"])]
    pub from: Option<String>,

    /// Replace a file that exists; a symbolic link stays, and the file it leads to is replaced
    #[arg(long)]
    pub force: bool,
}

/// What of the report is written, and as what.
#[derive(Args, Clone, Debug)]
pub struct Print {
    /// The tabs, by id or number [default: that of --tab, or else all]
    #[arg(value_name = "TAB")]
    pub tabs: Vec<String>,

    /// The format
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        ignore_case = true,
        default_value = "text"
    )]
    pub format: report::Format,
}

impl ValueEnum for report::Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Which pages are written, where, and how.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// The tabs, by id or number [default: that of --tab, or else all]
    #[arg(value_name = "TAB")]
    pub tabs: Vec<String>,

    /// Only the page, or in presenter mode the panel, that shows this figure
    #[arg(long, value_name = "ID")]
    pub figure: Option<String>,

    /// Draw a layer over the page: the card of the figure, the table or the sources of the tab
    #[arg(long, value_name = "LAYER", ignore_case = true, value_parser = layer())]
    pub layer: Option<LayerKind>,

    /// The format, more than once for several; pdf and pptx hold all pages in one file
    /// [default: that of --output, else png]
    #[arg(short, long, value_name = "FORMAT", ignore_case = true)]
    pub format: Vec<Format>,

    /// The file, or the folder for several, which is made if only its last part is missing;
    /// - writes to standard output
    #[arg(short, long, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,

    /// The size in cells
    #[arg(long, value_name = "WxH", default_value = "128x36", value_parser = size)]
    pub size: (u16, u16),

    /// How large a PNG is: 1 is 1920x1080 at the default size, 2 is 3840x2160
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale, allow_negative_numbers = true)]
    pub scale: f32,

    /// Leave the page unpainted
    #[arg(long)]
    pub transparent: bool,

    /// Replace files that exist; a symbolic link stays, and the file it leads to is replaced
    #[arg(long)]
    pub force: bool,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Reads a size such as `128x36`: at least 20x6 cells, at most 500x200.
fn size(text: &str) -> Result<(u16, u16), String> {
    let parse = || {
        let (width, height) = text.split_once(['x', '×'])?;
        let (width, height) = (width.parse().ok()?, height.parse().ok()?);
        ((20..=500).contains(&width) && (6..=200).contains(&height)).then_some((width, height))
    };
    parse().ok_or_else(|| "expected WIDTHxHEIGHT in cells, from 20x6 to 500x200".to_owned())
}

/// Reads a number of seconds between a tenth and a day.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds| (0.1..=86_400.0).contains(seconds));
    let seconds = seconds.map(Duration::from_secs_f64);
    seconds.ok_or_else(|| "expected a number of seconds from 0.1 to 86400".to_owned())
}

/// Reads a scale between a quarter and eight.
fn scale(text: &str) -> Result<f32, String> {
    let scale = text
        .parse()
        .ok()
        .filter(|scale| (0.25..=8.0).contains(scale));
    scale.ok_or_else(|| "expected a number from 0.25 to 8".to_owned())
}

/// What the exit codes mean.
pub const EXIT_CODES: [(&str, &str); 6] = [
    ("0", "done"),
    ("1", "failed"),
    ("2", "wrong usage"),
    ("3", "the dataset is invalid or cannot be read"),
    ("4", "there is no keyboard for the dashboard"),
    ("128+n", "ended by signal n"),
];

fn exit_codes() -> String {
    let codes = EXIT_CODES.map(|(code, meaning)| format!("{code} {meaning}"));
    format!("Exit codes: {}.", codes.join(", "))
}

/// What is read from the environment beside the variables of the options.
pub const ENVIRONMENT: [(&str, &str); 5] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "the language; the first that is set decides",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "a character set other than UTF-8 stands for --ascii, but for SVG, PNG, CSV and JSON",
    ),
    ("NO_COLOR", "no colours in the dashboard"),
    (
        "FORCE_COLOR, CLICOLOR_FORCE, COLORTERM, TERM",
        "the colours of the terminal; the linear report where TERM is dumb",
    ),
    ("COLORFGBG", "a dark or a light theme"),
];

/// Reads the name of a layer that a picture can have.
fn layer() -> impl TypedValueParser<Value = LayerKind> {
    let names = LayerKind::ALL.into_iter().filter_map(LayerKind::name);
    PossibleValuesParser::new(names).try_map(|name| {
        let mut kinds = LayerKind::ALL.into_iter();
        kinds
            .find(|kind| kind.name().is_some_and(|it| it.eq_ignore_ascii_case(&name)))
            .ok_or("no layer")
    })
}

/// What holds for every command.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// The dataset to show instead of the built-in one; - reads standard input
    #[arg(short, long, value_name = "FILE", env = "ESG_TUI_DATA", global = true)]
    pub data: Option<PathBuf>,

    /// The tab to start on, or the only one to print or export, by id or number
    #[arg(long, value_name = "ID", env = "ESG_TUI_TAB", global = true)]
    pub tab: Option<String>,

    /// The language
    #[arg(
        long,
        value_name = "LANG",
        env = "ESG_TUI_LANG",
        ignore_case = true,
        default_value = "auto",
        value_parser = choice(Lang::ALL.map(|lang| (lang.code(), lang))),
        global = true
    )]
    pub lang: Choice<Lang>,

    /// The theme
    #[arg(
        long,
        value_name = "THEME",
        env = "ESG_TUI_THEME",
        ignore_case = true,
        default_value = "auto",
        value_parser = choice(Kind::ALL.map(|kind| (kind.name(), kind))),
        global = true
    )]
    pub theme: Choice<Kind>,

    /// When to use colours
    #[arg(
        long,
        value_name = "WHEN",
        env = "ESG_TUI_COLOR",
        ignore_case = true,
        default_value = "auto",
        global = true
    )]
    pub color: ColorChoice,

    /// Draw with ASCII only; texts keep the letters of their language
    #[arg(long, env = "ESG_TUI_ASCII", action = ArgAction::SetTrue, value_parser = BoolishValueParser::new(), global = true)]
    pub ascii: bool,

    /// One panel at a time, in large numerals
    #[arg(long, env = "ESG_TUI_PRESENT", action = ArgAction::SetTrue, value_parser = BoolishValueParser::new(), global = true)]
    pub present: bool,

    /// Start the dashboard in presenter mode, and go on by itself after so many seconds
    #[arg(
        long,
        value_name = "SECONDS",
        env = "ESG_TUI_AUTOPLAY",
        value_parser = seconds,
        allow_negative_numbers = true,
        global = true
    )]
    pub autoplay: Option<Duration>,

    /// Leave the mouse to the terminal
    #[arg(long, env = "ESG_TUI_NO_MOUSE", action = ArgAction::SetTrue, value_parser = BoolishValueParser::new(), global = true)]
    pub no_mouse: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// As the terminal and the environment allow.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A choice, or whatever suits the terminal and the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    /// Whatever suits.
    Auto,
    /// This.
    Of(T),
}

/// Reads `auto` or one of the names.
fn choice<T: Copy + Send + Sync + 'static>(
    choices: impl IntoIterator<Item = (&'static str, T)>,
) -> impl TypedValueParser<Value = Choice<T>> {
    let choices: Vec<(&str, T)> = choices.into_iter().collect();
    let names = choices.iter().map(|(name, _)| *name);
    let names: Vec<&str> = ["auto"].into_iter().chain(names).collect();
    PossibleValuesParser::new(names).map(move |chosen| {
        let found = choices
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&chosen));
        found.map_or(Choice::Auto, |(_, value)| Choice::Of(*value))
    })
}
