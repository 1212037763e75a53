//! The command line: what can be asked, and where each option may also come from.

mod usage;
mod value;

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::BoolishValueParser;
use clap::{
    ArgAction, ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
};
use clap_complete::Shell;

use crate::draft::{DecimalMark, YearEnd};
use crate::locale::Lang;
use crate::locale::finding::Code;
use crate::pictures::{PictureFormat, Preset};
use crate::report::ReportFormat;
use crate::theme::ThemeKind;
use crate::view::LayerKind;

pub use value::Choice;

use usage::{of_variable, spelled};
use value::{choice, code, layer, scale, seconds, size, year_end};

/// An organisation's ESG report in a terminal: every number with its trail.
///
/// Without a command: the dashboard, or the report as text when standard output is not a terminal.
#[derive(Debug, Parser)]
#[command(version, about, after_help = exit_codes(), max_term_width = 100)]
#[command(subcommand_precedence_over_arg = true)]
pub struct Cli {
    /// What is opened: a dataset or a table by its file, a tab by its id or number, or both
    #[arg(value_name = "FILE|TAB", num_args = 0..=2)]
    pub what: Vec<String>,

    /// The command to run instead of the dashboard.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The options of all commands.
    #[command(flatten)]
    pub options: Options,
}

impl Cli {
    /// What this process was asked for, or what to print instead: help, the version or a usage error.
    pub fn read() -> Result<Self, clap::Error> {
        Self::matches()
            .and_then(|matches| Self::from_arg_matches(&matches))
            .map_err(spelled)
    }

    fn matches() -> Result<ArgMatches, clap::Error> {
        // The command line alone says which variables its command reads.
        let alone = Self::reading(|_| false).try_get_matches();
        let is_ours = |(name, value): (OsString, OsString)| {
            name.as_encoded_bytes().starts_with(PREFIX.as_bytes()) && !value.is_empty()
        };
        // Most often no variable is set, and reading once is enough.
        if alone.is_ok() && !env::vars_os().any(is_ours) {
            return alone;
        }
        let command = alone.as_ref().ok().and_then(ArgMatches::subcommand_name);
        let used = USED.iter().find(|(name, _)| Some(*name) == command);
        let matches = Self::reading(|id| used.is_none_or(|(_, used)| used.contains(&id)));
        matches.try_get_matches().map_err(|error| match alone {
            // What is wrong beyond the command line comes from one of the variables.
            Ok(_) => of_variable(error),
            Err(_) => error,
        })
    }

    /// The command line for readers and shells: no empty variable, no option where it does nothing.
    pub fn definition() -> clap::Command {
        Self::reading(|_| true)
    }

    /// The command line that reads the variables of some options only; `reads_env` tells by their ids.
    fn reading(reads_env: impl Fn(&str) -> bool) -> clap::Command {
        let is_blank = |name: &OsStr| env::var_os(name).is_some_and(|value| value.is_empty());
        let mut command = Self::command().mut_args(|option| {
            if option.get_env().is_some_and(is_blank) || !reads_env(option.get_id().as_str()) {
                option.env(None)
            } else {
                option
            }
        });
        // From here on every command has the options of all commands.
        command.build();
        USED.iter().fold(command, |command, (name, used)| {
            command.mut_subcommand(name, |command| {
                command.mut_args(|option| {
                    let is_unused =
                        option.is_global_set() && !used.contains(&option.get_id().as_str());
                    if is_unused { option.hide(true) } else { option }
                })
            })
        })
    }
}

/// How the variables of the options begin.
const PREFIX: &str = "ESG_TUI_";

/// The options of all commands that each command uses; its help lists no others.
const USED: [(&str, &[&str]); 8] = [
    ("print", &["data", "tab", "lang", "ascii"]),
    (
        "export",
        &["data", "tab", "lang", "theme", "color", "ascii", "present"],
    ),
    ("check", &["data", "lang", "color"]),
    ("import", &["lang"]),
    ("init", &["lang"]),
    ("schema", &[]),
    ("completions", &[]),
    ("man", &[]),
];

/// How a dataset says how exact a value is.
const PRECISION: &str = "A value is a text with the digits that were printed, such as \"4.681e6\", \
    which are its precision;\nor a number with \"decimals\" next to it, -3 for one rounded to thousands.";

/// The commands.
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
    #[command(after_help = PRECISION)]
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
#[derive(Clone, Debug, Args)]
pub struct Check {
    /// The dataset, or - for standard input [default: --data, or else the built-in one]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,

    /// Review the file again after each change, until Ctrl-C
    #[arg(long)]
    pub watch: bool,

    /// The format
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        ignore_case = true,
        default_value = "text"
    )]
    pub format: CheckFormat,

    /// Say what a kind of finding is about instead, by its code such as typed-number
    #[arg(
        long,
        value_name = "CODE",
        value_parser = code(),
        hide_possible_values = true,
        conflicts_with_all = ["file", "strict", "format"]
    )]
    pub explain: Option<Code>,
}

/// How findings are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// One line per finding, with advice.
    Text,
    /// An array of objects.
    Json,
}

/// Which table is read, and how.
#[derive(Clone, Debug, Args)]
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
    pub decimal: Option<DecimalMark>,

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

/// Which dataset to start from is written, and where.
#[derive(Clone, Debug, Args)]
pub struct Init {
    /// The file, or - for standard output
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

/// Which tabs are written, and in which format.
#[derive(Clone, Debug, Args)]
pub struct Print {
    /// Tabs, by id or number [default: --tab, or else all]
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
    pub format: ReportFormat,
}

/// Which pages are written, where, and how.
#[derive(Clone, Debug, Args)]
pub struct Export {
    /// Tabs, by id or number [default: --tab, or else all]
    #[arg(value_name = "TAB")]
    pub tabs: Vec<String>,

    /// Only the page (with --present, the panel) that shows this figure
    #[arg(long, value_name = "ID")]
    pub figure: Option<String>,

    /// Draw a layer over the page: the card of the figure, the table or the sources of the tab
    #[arg(long, value_name = "LAYER", ignore_case = true, value_parser = layer())]
    pub layer: Option<LayerKind>,

    /// The format; may be given several times; pdf and pptx hold all pages in one file
    /// [default: from --output, or else png]
    #[arg(short, long, value_name = "FORMAT", ignore_case = true)]
    pub format: Vec<PictureFormat>,

    /// The file, the folder (created if only its last part is missing), or - for standard output
    #[arg(short, long, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,

    /// What the picture is for: a slide (16:9), half a slide (8:9) or a page of a feed (4:5); the last two
    /// show the main panel of a tab [default: slide]
    #[arg(
        long = "for",
        value_name = "SHAPE",
        ignore_case = true,
        conflicts_with = "size"
    )]
    pub preset: Option<Preset>,

    /// The size in cells, instead of a shape: 128x36 has more room than a slide, and smaller letters
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(u16, u16)>,

    /// The scale of a PNG: for a slide 1 is 1920x1080 and 2 is 3840x2160
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale, allow_negative_numbers = true)]
    pub scale: f32,

    /// Leave the background transparent
    #[arg(long)]
    pub transparent: bool,

    /// Replace files that exist; a symbolic link stays, and the file it leads to is replaced
    #[arg(long)]
    pub force: bool,
}

impl Export {
    /// The shape of the pictures, unless they have a size.
    pub fn shape(&self) -> Option<Preset> {
        let default = self.size.is_none().then_some(Preset::Slide);
        self.preset.or(default)
    }
}

/// What the exit codes mean.
pub const EXIT_CODES: [(&str, &str); 6] = [
    ("0", "done"),
    ("1", "failed"),
    ("2", "usage error"),
    ("3", "the dataset is invalid or cannot be read"),
    ("4", "no terminal to read the dashboard's keys from"),
    ("128+n", "ended by signal n"),
];

fn exit_codes() -> String {
    let codes = EXIT_CODES.map(|(code, meaning)| format!("{code} {meaning}"));
    format!("Exit codes: {}.", codes.join(", "))
}

/// What is read from the environment besides the variables of the options.
pub const ENVIRONMENT: [(&str, &str); 5] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "the language; the first that is set decides",
    ),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "a character set other than UTF-8 turns --ascii on, except for SVG, PNG, CSV and JSON",
    ),
    ("NO_COLOR", "no colours in the dashboard"),
    (
        "FORCE_COLOR, CLICOLOR_FORCE, COLORTERM, TERM",
        "the colours of the terminal; the linear report where TERM is dumb",
    ),
    ("COLORFGBG", "a dark or a light theme"),
];

/// The options of all commands.
#[derive(Clone, Debug, Args)]
pub struct Options {
    /// The dataset to show instead of the built-in one, or - for standard input
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
        value_parser = choice(ThemeKind::ALL.map(|kind| (kind.name(), kind))),
        global = true
    )]
    pub theme: Choice<ThemeKind>,

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

    /// Show one panel at a time, in large numerals
    #[arg(long, env = "ESG_TUI_PRESENT", action = ArgAction::SetTrue, value_parser = BoolishValueParser::new(), global = true)]
    pub present: bool,

    /// Start the dashboard in presenter mode, and show the next panel every SECONDS
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

#[cfg(test)]
mod tests {
    use clap::Arg;

    use super::*;

    #[test]
    fn begins_the_name_of_every_variable_alike() {
        let command = Cli::command();
        let variables: Vec<&OsStr> = command.get_arguments().filter_map(Arg::get_env).collect();
        assert_eq!(variables.len(), 9);
        for name in variables {
            assert!(
                name.as_encoded_bytes().starts_with(PREFIX.as_bytes()),
                "{name:?}"
            );
        }
    }
}
