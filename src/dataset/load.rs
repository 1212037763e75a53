//! Reads a dataset file, and says where and why when it cannot.

use std::fmt;

use serde_path_to_error::{Path, Segment};

use super::Dataset;
use super::locate::{Position, escape, locate, locate_key};

/// Why a text is no dataset, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The place in the file.
    pub position: Position,
    /// The JSON pointer of the offending value, empty for a text that is not JSON.
    pub pointer: String,
    /// Whether the text is not even JSON.
    pub is_syntax: bool,
    /// What is wrong, and what was expected.
    pub message: String,
    /// The nearest word that would have been right.
    pub suggestion: Option<String>,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.position, self.message)?;
        match &self.suggestion {
            Some(word) => write!(f, "; did you mean `{word}`?"),
            None => Ok(()),
        }
    }
}

/// Reads a dataset from the text of a file.
///
/// Only the shape is checked: keys, types, numbers, dates. What the words and numbers mean
/// together is for the review in [`crate::check`].
pub fn load(source: &str) -> Result<Dataset, Invalid> {
    let mut json = serde_json::Deserializer::from_str(source);
    let dataset = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer(error.path());
        invalid(source, pointer, error.inner())
    })?;
    json.end()
        .map_err(|error| invalid(source, String::new(), &error))?;
    Ok(dataset)
}

fn invalid(source: &str, pointer: String, error: &serde_json::Error) -> Invalid {
    let full = error.to_string();
    let message = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(message, _)| message)
        .to_owned();
    let is_syntax = !error.is_data();
    let known: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let is_unknown = message.starts_with("unknown ");
    let suggestion = match known.split_first() {
        Some((word, known)) if is_unknown => nearest(word, known.iter().copied()),
        _ => None,
    };
    let position = if is_syntax {
        syntax_position(source, error)
    } else if message.starts_with("unknown field") || message.starts_with("duplicate field") {
        locate_key(source, &pointer)
    } else {
        locate(source, &pointer)
    };
    Invalid {
        position,
        pointer,
        is_syntax,
        suggestion: suggestion.map(str::to_owned),
        message,
    }
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

/// The candidate most like `word`, if any is alike enough to be what was meant.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    #[test]
    fn reads_the_built_in_dataset() {
        let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
        assert_eq!(dataset.tabs.len(), 4);
    }

    #[test]
    fn names_an_unknown_key_and_the_nearest_known_one() {
        let source = BUILT_IN.replacen("\"hedge\"", "\"hegde\"", 1);
        let error = load(&source).expect_err("the key is unknown");
        let line = source.lines().position(|line| line.contains("hegde"));
        assert_eq!(Some(error.position.line - 1), line);
        assert!(error.message.contains("hegde"), "{error}");
        assert_eq!(error.suggestion.as_deref(), Some("hedge"));
    }

    #[test]
    fn places_a_syntax_error() {
        let error = load("{\n  \"format\": 1,\n  \"report\": ]\n}").expect_err("it is not JSON");
        assert_eq!(
            (error.position, error.is_syntax),
            (
                Position {
                    line: 3,
                    column: 13
                },
                true
            )
        );
    }

    #[test]
    fn places_a_number_that_is_none() {
        let source = BUILT_IN.replacen("4.681e6", "\"4.681e6\"", 1);
        let error = load(&source).expect_err("a text is no number");
        assert!(error.message.contains("expected a number"), "{error}");
        let line = source.lines().position(|line| line.contains("\"4.681e6\""));
        assert_eq!(Some(error.position.line - 1), line);
    }

    #[test]
    fn refuses_what_follows_the_dataset() {
        let error = load(&format!("{BUILT_IN} x")).expect_err("there is more");
        assert!(error.is_syntax);
    }
}
