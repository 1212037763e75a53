//! Reads a dataset file, and says where and why when it cannot.

use std::marker::PhantomData;

use serde_json::value::RawValue;

use super::Dataset;
use super::locate::Position;
use super::problem::{Problem, Syntax};
use super::reader::{Fault, Reader};
use super::syntax;

/// Why a text is not a dataset, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The place in the file.
    pub position: Position,
    /// The JSON pointer of the offending value, empty for a text that is not JSON.
    pub pointer: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// Reads a dataset from the text of a file.
///
/// Only the shape is checked: keys, types, numbers, dates. What the words and numbers mean
/// together is for the review in [`crate::check`].
pub fn load(source: &str) -> Result<Dataset, Invalid> {
    let dataset = serde_json::from_str(source).map_err(|error| {
        // A text that is not JSON has no values that a pointer could name, so this comes first.
        match syntax::fault(source, &error) {
            Some((position, syntax)) => not_json(position, syntax),
            None => invalid(source).unwrap_or_else(|| {
                let line = source.lines().nth(error.line().saturating_sub(1));
                let before = line.and_then(|line| line.get(..error.column().saturating_sub(1)));
                let position = Position {
                    line: error.line().max(1),
                    column: before.map_or(1, |before| before.chars().count() + 1),
                };
                not_json(position, Syntax::Value)
            }),
        }
    });
    dataset.map(|mut dataset: Dataset| {
        dataset.fill_defaults();
        dataset
    })
}

const fn not_json(position: Position, syntax: Syntax) -> Invalid {
    Invalid {
        position,
        pointer: String::new(),
        problem: Problem::NotJson(syntax),
    }
}

/// What keeps a JSON text from being a dataset.
fn invalid(source: &str) -> Option<Invalid> {
    let failure = Reader::new(source).value(PhantomData::<Dataset>).err()?;
    let place = failure.place?;
    let pointer = failure.pointer();
    let problem = match failure.fault {
        Fault::UnknownKey(key, known) => Problem::UnknownKey { key, known },
        Fault::UnknownWord(word, known) => Problem::UnknownWord { word, known },
        Fault::Missing(key) => Problem::Missing(key),
        Fault::Repeated(key) => Problem::Repeated(key),
        Fault::Unexpected(expected) => Problem::Unexpected {
            expected,
            found: beginning(source.get(place.offset..)?),
        },
        Fault::NotJson => return None,
    };
    Some(Invalid {
        position: place.position,
        pointer,
        problem,
    })
}

/// The most characters of an unexpected value that are quoted.
const QUOTED: usize = 40;

/// The first characters of the value that `rest` begins with, on one line.
fn beginning(rest: &str) -> String {
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
    let value = values.next().and_then(Result::ok).map_or("", RawValue::get);
    let mut line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(QUOTED) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// The candidate most like `word`, in small letters or large, if any is alike enough to be what was
/// meant.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let likeness = |candidate: &str| strsim::jaro_winkler(&word, &candidate.to_lowercase());
    candidates
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::super::{BUILT_IN, Shape};
    use super::*;

    /// What is wrong with the built-in dataset after an edit, and what is at that place.
    fn invalid<'s>(source: &'s mut String, from: &str, to: &str) -> (Problem, &'s str) {
        assert!(BUILT_IN.contains(from), "the dataset has no {from}");
        *source = BUILT_IN.replacen(from, to, 1);
        let error = load(source).expect_err("the edit breaks it");
        let line = source.lines().nth(error.position.line - 1);
        let start = line.and_then(|line| line.char_indices().nth(error.position.column - 1));
        let rest = start.and_then(|(index, _)| line?.get(index..));
        (error.problem, rest.unwrap_or_default())
    }

    #[test]
    fn reads_the_built_in_dataset() {
        let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
        assert_eq!(dataset.tabs.len(), 4);
    }

    #[test]
    fn places_unknown_keys_and_words() {
        let mut source = String::new();
        let (problem, place) = invalid(&mut source, "\"hedge\"", "\"hegde\"");
        assert!(matches!(problem, Problem::UnknownKey { key, .. } if key == "hegde"));
        assert!(place.starts_with("\"hegde\":"), "{place}");
        for (from, to, known) in [
            ("\"en\": ", "\"de\": ", &["en", "th"][..]),
            (
                "{ \"ratio\"",
                "{ \"rate\"",
                &["ratio", "difference", "per-day", "above"],
            ),
            ("\"lower\"", "\"less\"", &["lower", "higher"]),
        ] {
            let (problem, place) = invalid(&mut source, from, to);
            let word = to.split('"').nth(1).unwrap_or_default().to_owned();
            assert!(place.starts_with(&format!("\"{word}\"")), "{place}");
            assert_eq!(problem, Problem::UnknownWord { word, known });
        }
    }

    #[test]
    fn places_keys_that_are_there_twice() {
        let mut source = String::new();
        let twice = "\"format\": 1, \"format\": 2";
        let (problem, place) = invalid(&mut source, "\"format\": 1", twice);
        assert_eq!(problem, Problem::Repeated("format"));
        assert!(place.starts_with("\"format\": 2"), "{place}");
        let twice = "\"en\": \"A\", \"en\": ";
        let (problem, place) = invalid(&mut source, "\"en\": ", twice);
        assert_eq!(problem, Problem::Repeated("en"));
        assert!(
            place.starts_with("\"en\": ") && !place.contains("\"A\""),
            "{place}"
        );
    }

    #[test]
    fn places_a_syntax_error() {
        let error = load("{\n  \"format\": 1,\n  \"report\": ]\n}").expect_err("it is not JSON");
        assert_eq!((error.position.line, error.position.column), (3, 13));
        assert!(matches!(error.problem, Problem::NotJson(_)));
    }

    #[test]
    fn says_what_was_expected_and_what_is_there() {
        let mut source = String::new();
        for (from, to, expected, found) in [
            (
                "\"4.681e6\"",
                "\"4.681 million\"",
                Shape::Number,
                "\"4.681 million\"",
            ),
            ("\"4.681e6\"", "\"1,5\"", Shape::Number, "\"1,5\""),
            ("\"4.681e6\"", "true", Shape::Number, "true"),
            ("4.681e6", "1e-20", Shape::LastDigit, "\"1e-20\""),
            ("\"4.681e6\"", "1e400", Shape::LastDigit, "1e400"),
            (
                "\"4.681e6\"",
                "12345678901234567890",
                Shape::Digits,
                "12345678901234567890",
            ),
            (
                "\"4.681e6\"",
                "4681000, \"decimals\": -3.5",
                Shape::Decimals,
                "-3.5",
            ),
            (
                "\"4.681e6\"",
                "4681000, \"decimals\": -3, \"hedge\": 5",
                Shape::Word,
                "5",
            ),
            (
                "{ \"ratio\": [",
                "{ \"ratio\": [\"net-emissions\", ",
                Shape::TwoIds,
                "[\"net-emissions\",",
            ),
            (
                "{ \"ratio\":",
                "{ \"per-day\": \"pue\", \"ratio\":",
                Shape::Formula,
                "{ \"per-day\": \"pue\"",
            ),
            (
                "\"cards\":",
                "\"mix\": { \"parts\": [] }, \"cards\":",
                Shape::PanelKind,
                "{ \"mix\":",
            ),
        ] {
            let (problem, place) = invalid(&mut source, from, to);
            let Problem::Unexpected {
                expected: reported,
                found: quoted,
            } = problem
            else {
                panic!("{to}: {problem:?}");
            };
            assert_eq!(reported, expected, "{to}");
            assert!(quoted.starts_with(found), "{quoted}");
            assert_eq!(place.get(..1), found.get(..1), "{place}");
        }
    }

    #[test]
    fn refuses_what_follows_the_dataset() {
        let error = load(&format!("{BUILT_IN} x")).expect_err("there is more");
        assert!(matches!(error.problem, Problem::NotJson(_)));
    }

    #[test]
    fn finds_the_nearest_word_in_small_letters_or_large() {
        assert_eq!(nearest("T", ["kg", "t"].into_iter()), Some("t"));
        assert_eq!(nearest("fy2023", ["FY2023"].into_iter()), Some("FY2023"));
        assert_eq!(nearest("over", ["more-than", "about"].into_iter()), None);
    }
}
