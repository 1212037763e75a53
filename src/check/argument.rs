//! What fills the templates of a finding: names and numbers of the dataset, and words.

use crate::locale::check::CheckWords;

use super::{clean, fill};

/// What fills a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// A name or number of the dataset.
    Plain(String),
    /// A word of the reader's language, or a clause with arguments of its own.
    Term(Term, Vec<Self>),
    /// Words of the JSON parser, said in the reader's language where that has its own for them.
    Parser(String),
}

impl Argument {
    /// As it is said in the language of `words`, safe to print.
    pub(super) fn said(&self, words: &CheckWords) -> String {
        match self {
            Self::Plain(text) => clean(text),
            Self::Term(term, arguments) => {
                let said: Vec<String> = arguments.iter().map(|it| it.said(words)).collect();
                fill(term.words(words), &said)
            }
            Self::Parser(message) => {
                let mut known = words.parser.iter();
                match known.find(|(start, _)| message.starts_with(start)) {
                    Some((_, said)) => (*said).to_owned(),
                    None => clean(message),
                }
            }
        }
    }
}

/// A word or clause that is said in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Unit,
    Period,
    Document,
    Figure,
    Tab,
    Neither,
    Both,
    Points,
    Differences,
    Missing,
    Repeated,
    Unexpected,
    KnownWords,
    Schema,
    ThisText,
    EveryText,
    NoBase,
    NothingLeft,
    NoAxis,
    NoDifference,
    OtherDifference,
    NoShare,
}

impl Term {
    const fn words(self, words: &CheckWords) -> &'static str {
        match self {
            Self::Unit => words.unit,
            Self::Period => words.period,
            Self::Document => words.document,
            Self::Figure => words.figure,
            Self::Tab => words.tab,
            Self::Neither => words.neither,
            Self::Both => words.both,
            Self::Points => words.points,
            Self::Differences => words.differences,
            Self::Missing => words.missing,
            Self::Repeated => words.repeated,
            Self::Unexpected => words.unexpected,
            Self::KnownWords => words.known_words,
            Self::Schema => words.schema,
            Self::ThisText => words.this_text,
            Self::EveryText => words.every_text,
            Self::NoBase => words.no_base,
            Self::NothingLeft => words.nothing_left,
            Self::NoAxis => words.no_axis,
            Self::NoDifference => words.no_difference,
            Self::OtherDifference => words.other_difference,
            Self::NoShare => words.no_share,
        }
    }
}
