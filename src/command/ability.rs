//! What the reader's terminal can show: colours, symbols, language, a dark or a light page.

use std::collections::BTreeMap;
use std::io;
use std::io::IsTerminal;
use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode};
use termprofile::{DetectorSettings, TermProfile, TermVars};

use crate::cli::ColorChoice;
use crate::locale::Lang;
use crate::system;
use crate::theme::{Level, ThemeKind};

/// Looks a variable of the environment up; an empty one counts as absent.
pub(super) trait Environment: Fn(&str) -> Option<String> {}
impl<F: Fn(&str) -> Option<String>> Environment for F {}

/// The variables that say what colours a terminal shows.
const COLOR_VARIABLES: [&str; 8] = [
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TMUX",
];

/// The colours of the terminal behind standard output.
///
/// The option decides, then `NO_COLOR`, `FORCE_COLOR` and `CLICOLOR_FORCE`, `COLORTERM`, `TERM`.
pub(super) fn level(choice: ColorChoice, env: impl Environment) -> Level {
    let is_refused = env("NO_COLOR").is_some();
    match choice {
        ColorChoice::Never => Level::None,
        ColorChoice::Auto if is_refused => Level::None,
        ColorChoice::Auto => detected(env),
        ColorChoice::Always => match detected(env) {
            Level::None => Level::Ansi16,
            level => level,
        },
    }
}

fn detected(env: impl Environment) -> Level {
    let mut variables: BTreeMap<String, String> = COLOR_VARIABLES
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), env(name)?)))
        .collect();
    // That there is a terminal is known by now.
    variables.insert("TTY_FORCE".to_owned(), "1".to_owned());
    let vars = TermVars::from_source(&variables, &io::stdout(), DetectorSettings::default());
    match TermProfile::detect_with_vars(vars) {
        TermProfile::TrueColor => Level::TrueColor,
        TermProfile::Ansi256 => Level::Ansi256,
        TermProfile::Ansi16 => Level::Ansi16,
        TermProfile::NoColor | TermProfile::NoTty => Level::None,
    }
}

/// Whether the terminal erases with the selected background.
///
/// Almost all do. GNU screen does not, and neither may what else calls itself by its name.
pub(super) fn erases_in_colour(env: impl Environment) -> bool {
    !env("TERM").is_some_and(|term| term.starts_with("screen"))
}

/// The language of the environment, by the rules of POSIX: the first variable that is set decides.
pub(super) fn lang(env: impl Environment) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(env);
    set.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Whether the environment names a character set that is not UTF-8, which leaves ASCII.
///
/// A locale that is not set at all says nothing, and terminals of today show UTF-8.
pub(super) fn is_ascii(env: impl Environment) -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env);
    set.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        let charset = locale.split_once('.').map(|(_, charset)| charset);
        let is_utf8 = charset
            .is_some_and(|charset| charset.starts_with("utf-8") || charset.starts_with("utf8"));
        // A name without a character set, such as a BCP 47 tag, is not a reason to doubt the terminal.
        let is_plain = charset.is_none() && !matches!(locale.as_str(), "c" | "posix");
        !is_utf8 && !is_plain
    })
}

/// How long a terminal may take to say what its background is.
const TIMEOUT: Duration = Duration::from_millis(200);

/// The kind of page that suits the terminal's own background.
///
/// `COLORFGBG` tells without asking. A terminal is only asked when it is known to answer, before
/// anything else reads from it; when it does not answer in time, what comes late is thrown away.
pub(super) fn kind(env: impl Environment) -> ThemeKind {
    if let Some(kind) = env("COLORFGBG").and_then(|colors| stated_background(&colors)) {
        return kind;
    }
    let has_terminal = io::stdout().is_terminal() && io::stdin().is_terminal();
    if !has_terminal || !is_known_to_answer(env) {
        return ThemeKind::Dark;
    }
    let mut options = QueryOptions::default();
    options.timeout = TIMEOUT;
    match terminal_colorsaurus::theme_mode(options) {
        Ok(ThemeMode::Light) => ThemeKind::Light,
        Ok(ThemeMode::Dark) => ThemeKind::Dark,
        Err(_) => {
            system::discard_input();
            ThemeKind::Dark
        }
    }
}

/// The background of `COLORFGBG`: an ANSI colour after the last semicolon.
fn stated_background(colors: &str) -> Option<ThemeKind> {
    match colors.rsplit(';').next()?.parse::<u8>().ok()? {
        7 | 9..=15 => Some(ThemeKind::Light),
        0..=6 | 8 => Some(ThemeKind::Dark),
        _ => None,
    }
}

/// Whether the terminal is one that answers OSC 11 and has been seen to do so.
fn is_known_to_answer(env: impl Environment) -> bool {
    let is_multiplexed = env("TMUX").is_some() || env("STY").is_some();
    let has = |name: &str| env(name).is_some();
    let names_itself = [
        "KITTY_WINDOW_ID",
        "VTE_VERSION",
        "KONSOLE_VERSION",
        "WT_SESSION",
        "XTERM_VERSION",
    ];
    let term = env("TERM").unwrap_or_default();
    let program = env("TERM_PROGRAM").unwrap_or_default();
    let terms = [
        "xterm-kitty",
        "alacritty",
        "foot",
        "foot-extra",
        "xterm-ghostty",
    ];
    let programs = ["iTerm.app", "WezTerm", "ghostty", "Apple_Terminal"];
    !is_multiplexed
        && (names_itself.into_iter().any(has)
            || terms.contains(&term.as_str())
            || programs.contains(&program.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(variables: &'static [(&'static str, &'static str)]) -> impl Environment {
        |name: &str| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found
                .map(|(_, value)| (*value).to_owned())
                .filter(|value| !value.is_empty())
        }
    }

    #[test]
    fn reads_the_colours_of_terminals() {
        let auto = |variables| level(ColorChoice::Auto, env(variables));
        assert_eq!(
            auto(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]),
            Level::TrueColor
        );
        assert_eq!(auto(&[("TERM", "xterm-256color")]), Level::Ansi256);
        assert_eq!(auto(&[("TERM", "xterm-kitty")]), Level::TrueColor);
        assert_eq!(auto(&[("TERM", "linux")]), Level::Ansi16);
        assert_eq!(
            auto(&[("TERM", "xterm"), ("FORCE_COLOR", "1")]),
            Level::Ansi16
        );
    }

    #[test]
    fn lets_the_option_overrule_the_environment() {
        let refused = &[("TERM", "xterm-256color"), ("NO_COLOR", "1")];
        assert_eq!(level(ColorChoice::Auto, env(refused)), Level::None);
        assert_eq!(level(ColorChoice::Always, env(refused)), Level::Ansi256);
        assert_eq!(
            level(ColorChoice::Never, env(&[("COLORTERM", "truecolor")])),
            Level::None
        );
        let empty = &[("TERM", "xterm-256color"), ("NO_COLOR", "")];
        assert_eq!(level(ColorChoice::Auto, env(empty)), Level::Ansi256);
    }

    #[test]
    fn takes_the_first_locale_that_is_set() {
        assert_eq!(
            lang(env(&[("LC_ALL", "th_TH.UTF-8"), ("LANG", "en_US.UTF-8")])),
            Lang::Th
        );
        assert_eq!(
            lang(env(&[
                ("LC_ALL", ""),
                ("LC_MESSAGES", "en_GB"),
                ("LANG", "th_TH")
            ])),
            Lang::En
        );
        assert_eq!(lang(env(&[])), Lang::En);
    }

    #[test]
    fn doubts_only_locales_that_name_another_character_set() {
        for (locale, expected) in [
            ("en_US.UTF-8", false),
            ("C.utf8", false),
            ("th-TH", false),
            ("th_TH", false),
            ("C", true),
            ("POSIX", true),
            ("th_TH.TIS-620", true),
            ("de_DE.ISO-8859-1", true),
        ] {
            let set = |name: &str| (name == "LANG").then(|| locale.to_owned());
            assert_eq!(is_ascii(set), expected, "{locale}");
        }
        assert!(!is_ascii(env(&[])));
    }

    #[test]
    fn reads_a_stated_background() {
        assert_eq!(stated_background("15;0"), Some(ThemeKind::Dark));
        assert_eq!(stated_background("0;default;15"), Some(ThemeKind::Light));
        assert_eq!(stated_background("0;default"), None);
    }

    #[test]
    fn trusts_all_but_screen_to_erase_in_colour() {
        assert!(erases_in_colour(env(&[("TERM", "xterm-256color")])));
        assert!(erases_in_colour(env(&[("TERM", "tmux-256color")])));
        assert!(!erases_in_colour(env(&[("TERM", "screen.xterm-256color")])));
    }

    #[test]
    fn asks_only_terminals_known_to_answer() {
        assert!(is_known_to_answer(env(&[("VTE_VERSION", "7003")])));
        assert!(is_known_to_answer(env(&[("TERM", "foot")])));
        assert!(!is_known_to_answer(env(&[("TERM", "xterm-256color")])));
        assert!(!is_known_to_answer(env(&[
            ("TERM", "tmux-256color"),
            ("TMUX", "/x"),
            ("KITTY_WINDOW_ID", "1")
        ])));
    }
}
