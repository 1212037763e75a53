//! One thing that is wrong with a dataset: what, where, and the words for it.

use std::fmt::Display;

use super::argument::{Argument, Term};
use crate::dataset::Position;
use crate::locale::finding::{Code, Severity};
use crate::locale::{Lang, fill};
use crate::printable::spell;

/// One thing that is wrong with a dataset, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// The JSON pointer (RFC 6901) of the value, empty for the whole file.
    pub pointer: String,
    /// The place in the file.
    pub position: Position,
    /// What fills the templates of its message and suggestion.
    arguments: Vec<Argument>,
    /// The known word that was probably meant.
    pub(super) nearest: Option<String>,
    /// What to do about it, where more is known than of every finding of its kind.
    hint: Option<Argument>,
}

impl Finding {
    pub(super) const fn new(code: Code, pointer: String) -> Self {
        Self {
            code,
            pointer,
            position: Position::START,
            arguments: Vec::new(),
            nearest: None,
            hint: None,
        }
    }

    pub(super) fn plain(mut self, argument: impl Display) -> Self {
        self.arguments.push(Argument::Plain(argument.to_string()));
        self
    }

    pub(super) fn term(mut self, term: Term) -> Self {
        self.arguments.push(Argument::Term(term, Vec::new()));
        self
    }

    pub(super) fn argument(mut self, argument: Argument) -> Self {
        self.arguments.push(argument);
        self
    }

    pub(super) fn nearest(mut self, word: Option<&str>) -> Self {
        self.nearest = word.map(str::to_owned);
        self
    }

    pub(super) fn hint(mut self, hint: Option<Argument>) -> Self {
        self.hint = hint;
        self
    }

    /// Whether the dataset cannot be shown, or should not be published.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What kind of finding it is, in two or three words.
    pub const fn title(&self, lang: Lang) -> &'static str {
        self.code.phrase(lang).title
    }

    /// What is wrong and why it matters, in one sentence without a full stop.
    ///
    /// Hidden characters of the dataset are spelled out, so the sentence is safe to print.
    pub fn message(&self, lang: Lang) -> String {
        self.filled(lang, self.code.phrase(lang).message)
    }

    /// What to do about it: the word that was probably meant, or else what usually helps.
    pub fn suggestion(&self, lang: Lang) -> Option<String> {
        let words = &lang.words().check;
        match (&self.nearest, &self.hint) {
            (Some(word), _) => Some(fill(words.did_you_mean, &[spell(word)])),
            (None, Some(hint)) => Some(hint.text(words)),
            (None, None) => self.fix(lang),
        }
    }

    fn fix(&self, lang: Lang) -> Option<String> {
        let template = self.code.phrase(lang).fix?;
        Some(self.filled(lang, template))
    }

    fn filled(&self, lang: Lang, template: &str) -> String {
        let words = &lang.words().check;
        let arguments = self.arguments.iter();
        let texts: Vec<String> = arguments.map(|argument| argument.text(words)).collect();
        fill(template, &texts)
    }
}

/// Ids as a sentence lists them: `"a", "b"`.
pub(super) fn quoted(ids: &[String]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    quoted.join(", ")
}
