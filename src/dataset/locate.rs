//! Finds the lines and columns of JSON pointers in the text of a file.

use std::collections::HashMap;
use std::fmt;

use struson::reader::{JsonReader, ReaderError, ValueType};

use super::reader::{here, json};

/// A place in a text: line and column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Position {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of the byte `offset` of `source`.
    pub fn of(source: &str, offset: usize) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
        }
    }
}

/// The positions of the values that pointers (RFC 6901) name, or of their nearest ancestors that
/// exist, in the order of `pointers`.
///
/// The text is read once, however many pointers there are.
pub fn positions<'p>(
    source: &str,
    pointers: impl Iterator<Item = &'p str> + Clone,
) -> Vec<Position> {
    let mut root = Node::default();
    for pointer in pointers.clone() {
        segments(pointer).fold(&mut root, |node, segment| {
            node.children.entry(segment).or_default()
        });
    }
    // Where the text stops being JSON, the positions found so far are valid.
    let _ = root.find(&mut json(source, false));
    let position = |pointer| {
        let mut position = root.position.unwrap_or(Position::START);
        let mut node = &root;
        for segment in segments(pointer) {
            match node.children.get(&segment) {
                Some(child) if child.position.is_some() => node = child,
                _ => break,
            }
            position = node.position.unwrap_or(position);
        }
        position
    };
    pointers.map(position).collect()
}

/// A value that a pointer names or leads through.
#[derive(Default)]
struct Node {
    position: Option<Position>,
    children: HashMap<String, Self>,
}

impl Node {
    /// Finds the value that `json` comes to next, and those within it.
    fn find(&mut self, json: &mut impl JsonReader) -> Result<(), ReaderError> {
        let kind = json.peek()?;
        self.position = Some(here(json).position);
        match kind {
            _ if self.children.is_empty() => json.skip_value(),
            ValueType::Object => {
                json.begin_object()?;
                while json.has_next()? {
                    match self.children.get_mut(json.next_name()?) {
                        Some(child) => child.find(json)?,
                        None => json.skip_value()?,
                    }
                }
                json.end_object()
            }
            ValueType::Array => {
                json.begin_array()?;
                let mut index = 0_usize;
                while json.has_next()? {
                    match self.children.get_mut(index.to_string().as_str()) {
                        Some(child) => child.find(json)?,
                        None => json.skip_value()?,
                    }
                    index += 1;
                }
                json.end_array()
            }
            _ => json.skip_value(),
        }
    }
}

/// Calls `visit` with the pointer of every text of a JSON file, and the text; keys are not texts.
pub fn for_each_text(source: &str, mut visit: impl FnMut(&str, &str)) {
    // The texts up to where the file stops to be JSON.
    let _ = walk(&mut json(source, false), &mut String::new(), &mut visit);
}

fn walk(
    json: &mut impl JsonReader,
    pointer: &mut String,
    visit: &mut impl FnMut(&str, &str),
) -> Result<(), ReaderError> {
    let length = pointer.len();
    match json.peek()? {
        ValueType::String => visit(pointer, json.next_str()?),
        ValueType::Object => {
            json.begin_object()?;
            while json.has_next()? {
                pointer.push('/');
                pointer.push_str(&escape(json.next_name()?));
                walk(json, pointer, visit)?;
                pointer.truncate(length);
            }
            json.end_object()?;
        }
        ValueType::Array => {
            json.begin_array()?;
            let mut index = 0_usize;
            while json.has_next()? {
                pointer.push('/');
                pointer.push_str(&index.to_string());
                walk(json, pointer, visit)?;
                pointer.truncate(length);
                index += 1;
            }
            json.end_array()?;
        }
        ValueType::Number | ValueType::Boolean | ValueType::Null => json.skip_value()?,
    }
    Ok(())
}

/// The keys and indices of a JSON pointer.
fn segments(pointer: &str) -> impl Iterator<Item = String> {
    let segments = pointer.split('/').skip(1);
    segments.map(|segment| segment.replace("~1", "/").replace("~0", "~"))
}

/// A key as a segment of a JSON pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "{\n  \"ก\": [1, {\"b/c\": true}],\n  \"d\": 2\n}";

    fn places(source: &str, pointers: &[&str]) -> Vec<(usize, usize)> {
        let places = positions(source, pointers.iter().copied());
        places
            .iter()
            .map(|place| (place.line, place.column))
            .collect()
    }

    #[test]
    fn finds_values_by_line_and_character() {
        let places = places(SOURCE, &["/d", "/ก/1/b~1c", "", "/d"]);
        assert_eq!(places, [(3, 8), (2, 20), (1, 1), (3, 8)]);
    }

    #[test]
    fn finds_the_last_value_of_a_repeated_key() {
        let source = r#"{ "a": "b", "b": 1, "b": "b" }"#;
        assert_eq!(places(source, &["/b", "/a"]), [(1, 26), (1, 8)]);
    }

    #[test]
    fn visits_every_text_by_its_pointer() {
        let mut texts = Vec::new();
        let source = r#"{ "a": ["b", 1, { "c/d": "\u0065" }], "f": "g" }"#;
        for_each_text(source, |pointer, text| {
            texts.push(format!("{pointer} {text}"));
        });
        assert_eq!(texts, ["/a/0 b", "/a/2/c~1d e", "/f g"]);
    }

    #[test]
    fn falls_back_to_the_nearest_ancestor() {
        assert_eq!(places(SOURCE, &["/ก/7/x", "/e"]), [(2, 8), (1, 1)]);
        assert_eq!(places("not json", &["/a"]), [(1, 1)]);
    }
}
