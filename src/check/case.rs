//! The smallest edits of a sound dataset that bring a finding about, and those that bring none.

use crate::locale::finding::Code;

/// A sound dataset: one printed and stated change, shares that make a whole, an index with its
/// height above the floor, a ratio, a hedged count as of a month.
pub(super) const SOUND: &str = include_str!("sound.json");

/// An edit of [`SOUND`] and the finding that it brings about.
pub(super) struct Case {
    pub(super) code: Code,
    edit: Edit,
    /// A text on the line where the finding is.
    pub(super) line: &'static str,
    /// Other findings that the edit cannot avoid, such as of references to what it removed.
    pub(super) also: &'static [Code],
}

/// An edit of [`SOUND`] that brings nothing about: what is replaced, and by what.
pub(super) type Pass = (&'static str, &'static str);

enum Edit {
    /// Replaces a text where it first is.
    Replace(&'static str, &'static str),
    /// Replaces several.
    ReplaceAll(&'static [(&'static str, &'static str)]),
    /// Anything else.
    Make(fn(&str) -> String),
}

/// A case that replaces `from` by `to`.
pub(super) const fn case(
    code: Code,
    from: &'static str,
    to: &'static str,
    line: &'static str,
) -> Case {
    Case::new(code, Edit::Replace(from, to), line)
}

/// A case that replaces several texts.
pub(super) const fn edited(
    code: Code,
    edits: &'static [(&'static str, &'static str)],
    line: &'static str,
) -> Case {
    Case::new(code, Edit::ReplaceAll(edits), line)
}

/// A case that `make` makes of the sound dataset.
pub(super) const fn made(code: Code, make: fn(&str) -> String, line: &'static str) -> Case {
    Case::new(code, Edit::Make(make), line)
}

impl Case {
    const fn new(code: Code, edit: Edit, line: &'static str) -> Self {
        Self {
            code,
            edit,
            line,
            also: &[],
        }
    }

    /// The same with other findings that the edit cannot avoid.
    pub(super) const fn with(self, also: &'static [Code]) -> Self {
        Self { also, ..self }
    }

    /// The sound dataset after the edit.
    pub(super) fn source(&self) -> String {
        match self.edit {
            Edit::Replace(from, to) => replaced(SOUND, from, to),
            Edit::ReplaceAll(edits) => {
                let edit = |text: String, (from, to): &(&str, &str)| replaced(&text, from, to);
                edits.iter().fold(SOUND.to_owned(), edit)
            }
            Edit::Make(make) => make(SOUND),
        }
    }
}

/// A text with `from` replaced by `to` where it first is.
pub(super) fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the sound dataset has no {from}");
    text.replacen(from, to, 1)
}

/// A text with everything from `start` to `end` replaced by `new`.
pub(super) fn between(text: &str, start: &str, end: &str, new: &str) -> String {
    let (before, rest) = text.split_once(start).expect("the text has the start");
    let (_, after) = rest.split_once(end).expect("the text has the end");
    format!("{before}{new}{after}")
}

/// The codes of the findings in the sound dataset after some edits.
pub(super) fn codes(edits: &[(&str, &str)]) -> Vec<Code> {
    let edit = |text: String, (from, to): &(&str, &str)| replaced(&text, from, to);
    let source = edits.iter().fold(SOUND.to_owned(), edit);
    let (_, findings) = super::check(&source);
    findings.iter().map(|finding| finding.code).collect()
}
