//! What keeps a text from being a dataset.

use strum::{Display, EnumString};

/// What is wrong with a text that is not a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON.
    NotJson(Syntax),
    /// A key that is not known where it is.
    UnknownKey {
        /// The key.
        key: String,
        /// Those that are known.
        known: &'static [&'static str],
    },
    /// A word that is not one of a few, as a value or as the only key of an object.
    UnknownWord {
        /// The word.
        word: String,
        /// The few.
        known: &'static [&'static str],
    },
    /// A key that has to be there, and is not.
    Missing(&'static str),
    /// A key that is there twice.
    Repeated(&'static str),
    /// A value of another shape.
    Unexpected {
        /// The shape that was expected.
        expected: Shape,
        /// The beginning of what is in its place.
        found: String,
    },
}

/// What keeps a text from being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// It ends too early.
    EndOfFile,
    /// A comma is before a closing bracket.
    TrailingComma,
    /// Something follows the end.
    TrailingCharacters,
    /// A key was expected.
    Key,
    /// A value was expected.
    Value,
    /// A colon was expected.
    Colon,
    /// A comma or the end of a list was expected.
    CommaInList,
    /// A comma or the end of an object was expected.
    CommaInObject,
    /// A number is none.
    Number,
    /// A backslash is where it means nothing.
    Escape,
    /// A control character is in a text.
    ControlCharacter,
    /// There is a comment.
    Comment,
    /// A text is in single quotes.
    SingleQuote,
    /// A number has a comma between its thousands.
    ThousandsComma,
    /// Brackets are nested too deeply.
    Depth,
}

/// What a value has to be.
///
/// Serde carries the errors of values as text only; the names are that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Shape {
    /// A text.
    Text,
    /// A text in which no escape stands for half a character.
    WholeText,
    /// A number.
    Number,
    /// A number of few enough digits.
    Digits,
    /// A number whose last digit is in reach.
    LastDigit,
    /// A whole number of decimals that a number may be rounded to.
    Decimals,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A text by language.
    Texts,
    /// A list.
    List,
    /// An object.
    Object,
    /// A whole number of 16 bits.
    U16,
    /// A whole number of 32 bits.
    U32,
    /// A list of two ids.
    TwoIds,
    /// One kind of panel.
    PanelKind,
    /// One formula.
    Formula,
    /// A word.
    Word,
    /// Some other value.
    Other,
}
