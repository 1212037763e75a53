//! What keeps a text from being a dataset, read from the words of the JSON parser.

/// What is wrong with a text that is no dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON, for the reason that the parser gives.
    NotJson(String),
    /// A key that is not known where it stands.
    UnknownKey {
        /// The key.
        key: String,
        /// Those that are known.
        known: Vec<String>,
    },
    /// A word that is not one of a few, as a value or as the only key of an object.
    UnknownWord {
        /// The word.
        word: String,
        /// The few.
        known: Vec<String>,
    },
    /// A key that has to be there, and is not.
    Missing(String),
    /// A key that is there twice.
    Repeated(String),
    /// A value of another shape.
    Unexpected {
        /// The shape that was expected, in the words of the parser.
        expected: String,
        /// The beginning of what stands in its place.
        found: String,
    },
}

/// How much of an unexpected value is quoted.
const QUOTED: usize = 40;

impl Problem {
    /// Reads a message of the parser about the value `found` at `pointer`, in a text that is JSON.
    pub(super) fn read(message: &str, pointer: &str, found: &str) -> Self {
        let key = |prefix| message.strip_prefix(prefix)?.split('`').next();
        if let Some(key) = key("missing field `") {
            return Self::Missing(key.to_owned());
        }
        if let Some(key) = key("duplicate field `") {
            return Self::Repeated(key.to_owned());
        }
        if let Some((key, known)) = unknown(message, "unknown field `") {
            return Self::UnknownKey { key, known };
        }
        if let Some((word, known)) = unknown(message, "unknown variant `") {
            return Self::UnknownWord { word, known };
        }
        match expected(message, pointer) {
            Some(expected) => Self::Unexpected {
                expected: expected.to_owned(),
                found: beginning(found),
            },
            None => Self::NotJson(message.to_owned()),
        }
    }
}

/// The word of ``unknown field `boundry`, expected `boundary` or `name` ``, and the known ones.
fn unknown(message: &str, prefix: &str) -> Option<(String, Vec<String>)> {
    let (word, known) = message.strip_prefix(prefix)?.split_once("`, expected ")?;
    let known = known.split('`').skip(1).step_by(2).map(str::to_owned);
    Some((word.to_owned(), known.collect()))
}

fn expected<'m>(message: &'m str, pointer: &str) -> Option<&'m str> {
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    let own = message
        .strip_prefix("expected ")
        .and_then(|it| it.split_once(", found "));
    let expected = match (own, message.rsplit_once(", expected ")) {
        (Some((expected, _)), _) | (None, Some((_, expected))) => expected,
        (None, None) => message,
    };
    match expected {
        "trailing characters" if matches!(name, "ratio" | "difference") => {
            Some("an array of length 2")
        }
        "trailing characters" => Some("struct"),
        // An object with one key, of which there are none or several.
        "expected value" | "newtype variant" if parent.ends_with("/panels") => {
            Some("one kind of panel")
        }
        "expected value" | "newtype variant" if name == "derived" => Some("one formula"),
        "expected value" => Some("a word"),
        // What is JSON letter by letter may still be no text.
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => Some("a whole text"),
        _ => (expected != message).then_some(expected),
    }
}

/// The first characters of a value, on one line.
fn beginning(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut symbols = line.chars();
    let beginning: String = symbols.by_ref().take(QUOTED).collect();
    let more = if symbols.next().is_some() { "…" } else { "" };
    beginning + more
}
