//! What fills the templates of a finding: names and numbers of the dataset, and words.

use crate::locale::check::{CheckWords, ParserWords};
use crate::locale::fill;
use crate::printable::spell;

/// A word of the reader's language for what the parser says.
type Said = fn(&ParserWords) -> &'static str;

/// How the words of the JSON parser begin: first about what is no JSON, then what it expected.
const PARSER: [(&str, Said); 29] = [
    ("EOF", |words| words.end_of_file),
    ("trailing comma", |words| words.trailing_comma),
    ("trailing characters", |words| words.trailing_characters),
    ("key must be a string", |words| words.key),
    ("expected value", |words| words.expected_value),
    ("expected `:`", |words| words.colon),
    ("expected `,` or `]`", |words| words.comma_in_list),
    ("expected `,` or `}`", |words| words.comma_in_object),
    ("expected ident", |words| words.expected_value),
    ("invalid number", |words| words.invalid_number),
    ("invalid escape", |words| words.invalid_escape),
    ("control character", |words| words.control_character),
    ("recursion limit", |words| words.recursion_limit),
    ("a string", |words| words.text),
    ("a whole text", |words| words.whole_text),
    ("a number", |words| words.number),
    ("at most 15 digits", |words| words.digits),
    ("a last digit", |words| words.last_digit),
    ("a day", |words| words.day),
    ("a month", |words| words.month),
    ("a map", |words| words.map),
    ("a sequence", |words| words.list),
    ("struct", |words| words.object),
    ("u16", |words| words.u16),
    ("u32", |words| words.u32),
    ("an array of length 2", |words| words.two_ids),
    ("one kind of panel", |words| words.panel_kind),
    ("one formula", |words| words.formula),
    ("a word", |words| words.word),
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
            Self::Plain(text) => spell(text),
            Self::Term(term, arguments) => {
                let said: Vec<String> = arguments.iter().map(|it| it.said(words)).collect();
                fill(term.words(words), &said)
            }
            Self::Parser(message) => {
                let mut known = PARSER.iter();
                match known.find(|(start, _)| message.starts_with(start)) {
                    Some((_, said)) => said(&words.parser).to_owned(),
                    None => spell(message),
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
    PartOfShare,
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
            Self::PartOfShare => words.part_of_share,
        }
    }
}
