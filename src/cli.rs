//! The command line: what can be asked, and where each option may also come from.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};

use crate::locale::Lang;
use crate::theme::Kind;

/// An organisation's ESG report in a terminal: every number with its trail.
#[derive(Debug, Parser)]
#[command(version, about, after_help = AFTER, max_term_width = 100)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub options: Options,
}

const AFTER: &str = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the dataset is invalid, \
4 there is no terminal for the dashboard, 128+n ended by signal n.";

/// What holds for every command.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// The dataset to show instead of the built-in one; - reads standard input
    #[arg(short, long, value_name = "FILE", env = "ESG_TUI_DATA", global = true)]
    pub data: Option<PathBuf>,

    /// The tab to start on
    #[arg(long, value_name = "ID", env = "ESG_TUI_TAB", global = true)]
    pub tab: Option<String>,

    /// The language
    #[arg(
        long,
        value_name = "LANG",
        env = "ESG_TUI_LANG",
        default_value = "auto",
        global = true
    )]
    pub lang: LangChoice,

    /// The theme
    #[arg(
        long,
        value_name = "THEME",
        env = "ESG_TUI_THEME",
        default_value = "auto",
        global = true
    )]
    pub theme: ThemeChoice,

    /// Leave the mouse to the terminal
    #[arg(long, env = "ESG_TUI_NO_MOUSE", global = true)]
    pub no_mouse: bool,
}

/// A language, or whichever the environment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LangChoice {
    /// The language of the environment.
    Auto,
    /// This one.
    Lang(Lang),
}

impl ValueEnum for LangChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const CHOICES: [LangChoice; 1 + Lang::ALL.len()] = {
            let mut choices = [LangChoice::Auto; 1 + Lang::ALL.len()];
            let mut index = 0;
            while index < Lang::ALL.len() {
                choices[index + 1] = LangChoice::Lang(Lang::ALL[index]);
                index += 1;
            }
            choices
        };
        &CHOICES
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(match self {
            Self::Auto => clap::builder::PossibleValue::new("auto"),
            Self::Lang(lang) => clap::builder::PossibleValue::new(lang.code()),
        })
    }
}

/// A theme, or whichever suits the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Whatever suits the terminal.
    Auto,
    /// This one.
    Theme(Kind),
}

impl ValueEnum for ThemeChoice {
    fn value_variants<'a>() -> &'a [Self] {
        const CHOICES: [ThemeChoice; 1 + Kind::ALL.len()] = {
            let mut choices = [ThemeChoice::Auto; 1 + Kind::ALL.len()];
            let mut index = 0;
            while index < Kind::ALL.len() {
                choices[index + 1] = ThemeChoice::Theme(Kind::ALL[index]);
                index += 1;
            }
            choices
        };
        &CHOICES
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(match self {
            Self::Auto => clap::builder::PossibleValue::new("auto"),
            Self::Theme(kind) => clap::builder::PossibleValue::new(kind.name()),
        })
    }
}
