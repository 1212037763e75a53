//! Every word of the interface, as typed constants: a missing phrase does not compile.
//!
//! A language is a file with its words, declared in this one; what is said about a table
//! ([`draft::Remark`]) and found by the review ([`finding::Code`]) is next to what it is.

pub mod check;
mod declare;
pub mod draft;
mod en;
pub mod finding;
#[cfg(test)]
mod pseudo;
pub mod table;
mod th;
mod words;

use serde::Deserialize;

pub use en::MANUAL;
pub use words::{Action, Actions, Talk, Words};

use draft::DraftWords;
use table::TableWords;

/// Declares the languages: each with the module of its words, in the order in which a key press
/// walks them.
macro_rules! languages {
    ($($(#[$meta:meta])* $lang:ident: $module:ident,)*) => {
        /// A language of the interface and of dataset texts.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "lowercase")]
        pub enum Lang {
            $($(#[$meta])* $lang,)*
            /// No language, to find what is cut or left in English; never offered, never read.
            #[cfg(test)]
            #[serde(skip)]
            Pseudo,
        }

        impl Lang {
            /// Every language, in the order in which a key press walks them.
            pub const ALL: [Self; [$(stringify!($lang)),*].len()] = [$(Self::$lang),*];

            /// The words of the language.
            #[cfg_attr(
                not(test),
                expect(clippy::missing_const_for_fn, reason = "the tests compute a language")
            )]
            pub fn words(self) -> &'static Words {
                match self {
                    $(Self::$lang => &$module::WORDS,)*
                    #[cfg(test)]
                    Self::Pseudo => &pseudo::WORDS,
                }
            }

            /// What a dataset made of a table says in the language, and what is told about it.
            pub const fn draft(self) -> &'static DraftWords {
                match self {
                    $(Self::$lang => &$module::DRAFT,)*
                    #[cfg(test)]
                    Self::Pseudo => &en::DRAFT,
                }
            }

            /// What a table may say in the language.
            pub const fn table(self) -> &'static TableWords {
                match self {
                    $(Self::$lang => &$module::TABLE,)*
                    #[cfg(test)]
                    Self::Pseudo => &en::TABLE,
                }
            }
        }
    };
}

languages! {
    /// English.
    #[default]
    En: en,
    /// Thai.
    Th: th,
}

impl Lang {
    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        self.words().code
    }

    /// The next language, wrapping round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|lang| *lang == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The language of a POSIX locale (`th_TH.UTF-8`) or BCP 47 tag (`th-TH`), if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

/// What the manual page says around clap's help, which is in English only.
#[derive(Clone, Copy, Debug)]
pub struct Manual {
    /// The heading of the commands.
    pub commands: &'static str,
    /// The heading of the keys.
    pub keys: &'static str,
    /// Behind what a key does in presenter mode only.
    pub presenter: &'static str,
    /// The heading of the variables of the environment.
    pub environment: &'static str,
    /// The heading of the exit codes.
    pub exit_status: &'static str,
    /// What a variable does that stands for the option `{0}`.
    pub stands_for: &'static str,
    /// The heading of the files.
    pub files: &'static str,
    /// The files that are read and written, each with what it is.
    pub file_list: [(&'static str, &'static str); 2],
    /// The heading of the examples.
    pub examples: &'static str,
    /// What commands do, each with the command.
    pub example_list: [(&'static str, &'static str); 6],
    /// The heading of what else to read.
    pub see_also: &'static str,
    /// What else to read.
    pub see_also_text: &'static str,
}

impl Words {
    /// A day, such as `1 Apr 2022`.
    pub fn day(&self, year: i32, month: u8, day: u8) -> String {
        format!("{day} {}", self.month(year, month))
    }

    /// A month, such as `Mar 2023`.
    pub fn month(&self, year: i32, month: u8) -> String {
        let name = self
            .months
            .get(usize::from(month).saturating_sub(1))
            .unwrap_or(&"");
        format!("{name} {}", year + self.year_offset)
    }
}

/// A template with its numbered placeholders replaced, each once and never within an argument.
pub fn fill(template: &str, arguments: &[String]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let argument = after.split_once('}').and_then(|(index, after)| {
            let index: usize = index.parse().ok()?;
            Some((arguments.get(index)?, after))
        });
        if let Some((argument, after)) = argument {
            text.push_str(argument);
            rest = after;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_posix_and_bcp_47_tags() {
        assert_eq!(Lang::from_tag("th_TH.UTF-8"), Some(Lang::Th));
        assert_eq!(Lang::from_tag("th-TH"), Some(Lang::Th));
        assert_eq!(Lang::from_tag("EN"), Some(Lang::En));
        assert_eq!(Lang::from_tag("thx"), None);
        assert_eq!(Lang::from_tag("C"), None);
    }

    #[test]
    fn counts_thai_years_in_the_buddhist_era() {
        assert_eq!(Lang::Th.words().day(2022, 4, 1), "1 เม.ย. 2565");
        assert_eq!(Lang::En.words().month(2023, 3), "Mar 2023");
    }

    #[test]
    fn walks_every_language() {
        let mut lang = Lang::default();
        for _ in Lang::ALL {
            lang = lang.next();
        }
        assert_eq!(lang, Lang::default());
    }
}
