//! Reads a dataset file, and says where and why when it cannot.

use std::fmt;

use serde::de::IgnoredAny;
use serde_path_to_error::{Path, Segment};

use super::Dataset;
use super::locate::{Position, escape, locate, locate_key, text_of};
use super::problem::Problem;

/// Why a text is no dataset, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The place in the file.
    pub position: Position,
    /// The JSON pointer of the offending value, empty for a text that is not JSON.
    pub pointer: String,
    /// What is wrong there.
    pub problem: Problem,
    /// The same in the words of the parser.
    message: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.position, self.message)
    }
}

/// Reads a dataset from the text of a file.
///
/// Only the shape is checked: keys, types, numbers, dates. What the words and numbers mean
/// together is for the review in [`crate::check`].
pub fn load(source: &str) -> Result<Dataset, Invalid> {
    // A text that is not JSON has no places that a pointer could name, so this comes first.
    serde_json::from_str::<IgnoredAny>(source).map_err(|error| not_json(source, &error))?;
    let mut json = serde_json::Deserializer::from_str(source);
    serde_path_to_error::deserialize(&mut json)
        .map_err(|error| invalid(source, pointer(error.path()), error.inner()))
}

fn not_json(source: &str, error: &serde_json::Error) -> Invalid {
    let message = message(error);
    Invalid {
        position: syntax_position(source, error),
        pointer: String::new(),
        problem: Problem::NotJson(message.clone()),
        message,
    }
}

fn invalid(source: &str, mut pointer: String, error: &serde_json::Error) -> Invalid {
    let message = message(error);
    let value = text_of(source, &pointer).unwrap_or_default();
    let problem = Problem::read(&message, &pointer, value);
    let key = match &problem {
        Problem::NotJson(_) => return not_json(source, error),
        Problem::Repeated(key) => Some(key),
        // The only key of an object, or a language.
        Problem::UnknownWord { word, .. } => Some(word).filter(|_| value.starts_with('{')),
        _ => None,
    };
    if let Some(key) = key {
        pointer = format!("{pointer}/{}", escape(key));
    }
    let position = if key.is_some() || matches!(problem, Problem::UnknownKey { .. }) {
        locate_key(source, &pointer)
    } else {
        locate(source, &pointer)
    };
    Invalid {
        position,
        pointer,
        problem,
        message,
    }
}

/// What the parser says, without the place.
fn message(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let message = full.rsplit_once(" at line ").map(|(message, _)| message);
    message.unwrap_or(&full).to_owned()
}

/// The place `serde_json` names, with its column, which counts bytes, turned into characters.
fn syntax_position(source: &str, error: &serde_json::Error) -> Position {
    let line = source.lines().nth(error.line().saturating_sub(1));
    let before = line.and_then(|line| line.get(..error.column().saturating_sub(1)));
    Position {
        line: error.line().max(1),
        column: before.map_or_else(|| error.column().max(1), |text| text.chars().count() + 1),
    }
}

fn pointer(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } | Segment::Enum { variant: key } => format!("/{}", escape(key)),
            Segment::Unknown => String::new(),
        })
        .collect()
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
    use super::super::BUILT_IN;
    use super::*;

    /// What is wrong with the built-in dataset after an edit, and what stands at that place.
    fn invalid<'s>(source: &'s mut String, from: &str, to: &str) -> (Problem, &'s str) {
        assert!(BUILT_IN.contains(from), "the dataset has no {from}");
        *source = BUILT_IN.replacen(from, to, 1);
        let error = load(source).expect_err("the edit breaks it");
        let line = source.lines().nth(error.position.line - 1);
        let start = line.and_then(|it| it.char_indices().nth(error.position.column - 1));
        let rest = start.and_then(|(index, _)| line?.get(index..));
        (error.problem, rest.unwrap_or_default())
    }

    fn strings(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
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
            let known = strings(known);
            assert_eq!(problem, Problem::UnknownWord { word, known });
        }
    }

    #[test]
    fn places_keys_that_are_there_twice() {
        let mut source = String::new();
        let twice = "\"format\": 1, \"format\": 2";
        let (problem, place) = invalid(&mut source, "\"format\": 1", twice);
        assert_eq!(problem, Problem::Repeated("format".to_owned()));
        assert!(place.starts_with("\"format\": 2"), "{place}");
        let twice = "\"en\": \"A\", \"en\": ";
        let (problem, place) = invalid(&mut source, "\"en\": ", twice);
        assert_eq!(problem, Problem::Repeated("en".to_owned()));
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
            ("4.681e6", "\"4.681e6\"", "a number", "\"4.681e6\""),
            (
                "4.681e6",
                "1e-20",
                "a last digit between 1e-15 and 1e15",
                "1e-20",
            ),
            (
                "4.681e6",
                "1e400",
                "a last digit between 1e-15 and 1e15",
                "1e400",
            ),
            (
                "4.681e6",
                "12345678901234567890",
                "at most 15 digits",
                "12345678901234567890",
            ),
            (
                "{ \"ratio\": [",
                "{ \"ratio\": [\"net-emissions\", ",
                "an array of length 2",
                "[\"net-emissions\",",
            ),
            (
                "{ \"ratio\":",
                "{ \"per-day\": \"pue\", \"ratio\":",
                "one formula",
                "{ \"per-day\": \"pue\"",
            ),
            (
                "\"cards\":",
                "\"mix\": { \"parts\": [] }, \"cards\":",
                "one kind of panel",
                "{ \"mix\":",
            ),
        ] {
            let (problem, place) = invalid(&mut source, from, to);
            let Problem::Unexpected {
                expected: said,
                found: quoted,
            } = problem
            else {
                panic!("{to}: {problem:?}");
            };
            assert_eq!(said, expected, "{to}");
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
