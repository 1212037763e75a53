//! The placeholders in a text: where a number goes, and which.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A stretch of a text: words, the inside of a placeholder, or a brace without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words between placeholders.
    Words(&'t str),
    /// What is between two braces.
    Name(&'t str),
    /// A brace without its partner.
    Brace(&'t str),
}

/// The pieces of a text, in order; put together, with braces around the names, they are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['{', '}']) {
        pieces.push(Piece::Words(before));
        let brace = rest.get(before.len()..=before.len()).unwrap_or_default();
        let name = after.split_once('}').filter(|_| brace == "{");
        if let Some((name, after)) = name.filter(|(name, _)| !name.contains('{')) {
            pieces.push(Piece::Name(name));
            rest = after;
        } else {
            pieces.push(Piece::Brace(brace));
            rest = after;
        }
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// A placeholder that was read: which figure it names, and what of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder<'t> {
    /// The figure's id.
    pub id: &'t str,
    /// Which of its numbers.
    pub asked: Asked<'t>,
}

/// Which number of a figure a placeholder asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'t> {
    /// `{id}`: the latest value.
    Latest,
    /// `{id@PERIOD}`: the value of a period.
    Period(&'t str),
    /// `{id.change}` and its like: a part.
    Part(Part),
    /// A part that no figure has.
    Unknown(&'t str),
}

/// A part of a figure that a placeholder may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    /// The latest change, in the form in which it is best said.
    Change,
    /// The latest change in the figure's own unit.
    Difference,
    /// The latest value as a multiple of the one before.
    Multiple,
    /// What a share leaves of the whole.
    Rest,
}

impl Part {
    /// The word after the dot.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl<'t> Placeholder<'t> {
    /// Reads what is between two braces; `None` when something before or after a sign is missing.
    pub fn read(name: &'t str) -> Option<Self> {
        if name.split(['@', '.']).any(str::is_empty) {
            return None;
        }
        let (id, asked) = if let Some((id, period)) = name.split_once('@') {
            (id, Asked::Period(period))
        } else if let Some((id, word)) = name.split_once('.') {
            let part = word.parse();
            (id, part.map_or(Asked::Unknown(word), Asked::Part))
        } else {
            (name, Asked::Latest)
        };
        Some(Self { id, asked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_text_apart_and_loses_nothing() {
        for text in ["", "{a} and {b@P}", "{a {b} c} d", "}{", "ลด{a.change}แล้ว"] {
            let whole = |piece: Piece<'_>| match piece {
                Piece::Words(words) | Piece::Brace(words) => words.to_owned(),
                Piece::Name(name) => format!("{{{name}}}"),
            };
            let together: String = pieces(text).into_iter().map(whole).collect();
            assert_eq!(together, text);
        }
        let names = pieces("{a {b} c}").into_iter();
        let names = names.filter(|piece| matches!(piece, Piece::Name(_)));
        assert_eq!(names.collect::<Vec<_>>(), [Piece::Name("b")]);
    }

    #[test]
    fn reads_what_a_placeholder_asks_for() {
        let read =
            |name| Placeholder::read(name).map(|placeholder| (placeholder.id, placeholder.asked));
        assert_eq!(read("a"), Some(("a", Asked::Latest)));
        assert_eq!(read("a@H1.2023"), Some(("a", Asked::Period("H1.2023"))));
        assert_eq!(read("a.rest"), Some(("a", Asked::Part(Part::Rest))));
        assert_eq!(read("a.reset"), Some(("a", Asked::Unknown("reset"))));
        for broken in ["", "a.", "@P", "a@", ".rest"] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
