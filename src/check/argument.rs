//! What fills the templates of a finding: names and numbers of the dataset, and words.

use crate::locale::check::CheckWords;

use super::{clean, fill};

/// How the words of the JSON parser begin: first about what is no JSON, then what it expected.
const PARSER: [&str; 27] = [
    "EOF",
    "trailing comma",
    "trailing characters",
    "key must be a string",
    "expected value",
    "expected `:`",
    "expected `,` or `]`",
    "expected `,` or `}`",
    "invalid number",
    "invalid escape",
    "control character",
    "recursion limit",
    "a string",
    "a number",
    "at most 15 digits",
    "a last digit",
    "a day",
    "a month",
    "a map",
    "a sequence",
    "struct",
    "u16",
    "u32",
    "an array of length 2",
    "one kind of panel",
    "one formula",
    "a word",
];

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
                let mut known = PARSER.iter().zip(words.parser);
                match known.find(|(start, _)| message.starts_with(**start)) {
                    Some((_, said)) => said.to_owned(),
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
    KeepOne,
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
            Self::KeepOne => words.keep_one,
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
