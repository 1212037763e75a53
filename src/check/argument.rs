//! What fills the templates of a finding: names and numbers of the dataset, and words.

use crate::dataset::{Shape, Syntax};
use crate::locale::check::{CheckWords, ParserWords};
use crate::locale::fill;
use crate::printable::spell;

/// What fills a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// A name or number of the dataset.
    Plain(String),
    /// A word of the reader's language, or a clause with its own arguments.
    Term(Term, Vec<Self>),
    /// What keeps a text from being JSON.
    Syntax(Syntax),
    /// What a value has to be.
    Shape(Shape),
}

impl Argument {
    /// The text in the language of `words`, safe to print.
    pub(super) fn text(&self, words: &CheckWords) -> String {
        match self {
            Self::Plain(text) => spell(text),
            Self::Term(term, arguments) => {
                let texts: Vec<String> = arguments
                    .iter()
                    .map(|argument| argument.text(words))
                    .collect();
                fill(term.words(words), &texts)
            }
            Self::Syntax(syntax) => syntax_text(*syntax, &words.parser).to_owned(),
            Self::Shape(shape) => shape_text(*shape, &words.parser).to_owned(),
        }
    }
}

/// A word or clause in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Unit,
    Period,
    Document,
    Figure,
    Tab,
    NoTime,
    SeveralTimes,
    Points,
    Differences,
    Missing,
    Repeated,
    Unexpected,
    KnownWords,
    Schema,
    KeepOne,
    NoBase,
    NothingLeft,
    NoAxis,
    NoDifference,
    OtherDifference,
    NoShare,
    PartOfShare,
    HedgeTwice,
    NoHedge,
    OneUnit,
    OnePanel,
    DropComment,
    DropComma,
    UseDoubleQuotes,
    DropThousands,
    WriteNumber,
    DropPercent,
    WriteText,
}

impl Term {
    const fn words(self, words: &CheckWords) -> &'static str {
        match self {
            Self::Unit => words.unit,
            Self::Period => words.period,
            Self::Document => words.document,
            Self::Figure => words.figure,
            Self::Tab => words.tab,
            Self::NoTime => words.no_time,
            Self::SeveralTimes => words.several_times,
            Self::Points => words.points,
            Self::Differences => words.differences,
            Self::Missing => words.missing,
            Self::Repeated => words.repeated,
            Self::Unexpected => words.unexpected,
            Self::KnownWords => words.known_words,
            Self::Schema => words.schema,
            Self::KeepOne => words.keep_one,
            Self::NoBase => words.no_base,
            Self::NothingLeft => words.nothing_left,
            Self::NoAxis => words.no_axis,
            Self::NoDifference => words.no_difference,
            Self::OtherDifference => words.other_difference,
            Self::NoShare => words.no_share,
            Self::PartOfShare => words.part_of_share,
            Self::HedgeTwice => words.hedge_twice,
            Self::NoHedge => words.no_hedge,
            Self::OneUnit => words.one_unit,
            Self::OnePanel => words.one_panel,
            Self::DropComment => words.drop_comment,
            Self::DropComma => words.drop_comma,
            Self::UseDoubleQuotes => words.use_double_quotes,
            Self::DropThousands => words.drop_thousands,
            Self::WriteNumber => words.write_number,
            Self::DropPercent => words.drop_percent,
            Self::WriteText => words.write_text,
        }
    }
}

const fn syntax_text(syntax: Syntax, words: &ParserWords) -> &'static str {
    match syntax {
        Syntax::EndOfFile => words.end_of_file,
        Syntax::TrailingComma => words.trailing_comma,
        Syntax::TrailingCharacters => words.trailing_characters,
        Syntax::Key => words.key,
        Syntax::Value => words.expected_value,
        Syntax::Colon => words.colon,
        Syntax::CommaInList => words.comma_in_list,
        Syntax::CommaInObject => words.comma_in_object,
        Syntax::Number => words.invalid_number,
        Syntax::Escape => words.invalid_escape,
        Syntax::ControlCharacter => words.control_character,
        Syntax::Comment => words.comment,
        Syntax::SingleQuote => words.single_quote,
        Syntax::ThousandsComma => words.thousands_comma,
        Syntax::Depth => words.recursion_limit,
    }
}

const fn shape_text(shape: Shape, words: &ParserWords) -> &'static str {
    match shape {
        Shape::Text => words.text,
        Shape::WholeText => words.whole_text,
        Shape::Number => words.number,
        Shape::Digits => words.digits,
        Shape::LastDigit => words.last_digit,
        Shape::Decimals => words.decimals,
        Shape::Day => words.day,
        Shape::Month => words.month,
        Shape::Texts => words.map,
        Shape::List => words.list,
        Shape::Object => words.object,
        Shape::U16 => words.u16,
        Shape::U32 => words.u32,
        Shape::TwoIds => words.two_ids,
        Shape::PanelKind => words.panel_kind,
        Shape::Formula => words.formula,
        Shape::Word => words.word,
        Shape::Other => words.other,
    }
}
