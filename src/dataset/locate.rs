//! Finds the line and column of a JSON pointer in the text of a file.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::value::RawValue;

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

/// The position of the value that `pointer` (RFC 6901) names, or of its nearest ancestor that exists.
pub fn locate(source: &str, pointer: &str) -> Position {
    Position::of(source, walk(source, pointer).0)
}

/// The position of the key of the member that `pointer` names, or of its nearest ancestor's value.
pub fn locate_key(source: &str, pointer: &str) -> Position {
    let (offset, depth) = walk(source, pointer);
    let complete = depth == pointer.matches('/').count();
    let key = pointer.rsplit('/').next().map(unescape).unwrap_or_default();
    let quoted = format!("\"{key}\"");
    let before = source.get(..offset).unwrap_or_default();
    let key = before.rfind(&quoted).filter(|_| complete);
    Position::of(source, key.unwrap_or(offset))
}

/// The offset of the deepest value on the way to `pointer`, and how many segments were found.
fn walk(source: &str, pointer: &str) -> (usize, usize) {
    let Ok(mut value) = serde_json::from_str::<&RawValue>(source) else {
        return (0, 0);
    };
    let mut depth = 0;
    for segment in pointer.split('/').skip(1) {
        let Some(child) = child(value, &unescape(segment)) else {
            break;
        };
        value = child;
        depth += 1;
    }
    (value.get().as_ptr().addr() - source.as_ptr().addr(), depth)
}

fn child<'s>(value: &'s RawValue, segment: &str) -> Option<&'s RawValue> {
    if value.get().starts_with('{') {
        let mut members: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).ok()?;
        members.remove(segment)
    } else {
        let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
        items.get(segment.parse::<usize>().ok()?).copied()
    }
}

fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// A key as a segment of a JSON pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "{\n  \"ก\": [1, {\"b/c\": true}],\n  \"d\": 2\n}";

    #[test]
    fn finds_values_by_line_and_character() {
        assert_eq!(
            locate(SOURCE, "/ก/1/b~1c"),
            Position {
                line: 2,
                column: 20
            }
        );
        assert_eq!(locate(SOURCE, "/d"), Position { line: 3, column: 8 });
        assert_eq!(locate_key(SOURCE, "/d"), Position { line: 3, column: 3 });
        assert_eq!(locate(SOURCE, ""), Position { line: 1, column: 1 });
    }

    #[test]
    fn falls_back_to_the_nearest_ancestor() {
        assert_eq!(locate(SOURCE, "/ก/7/x"), locate(SOURCE, "/ก"));
        assert_eq!(locate("not json", "/a"), Position { line: 1, column: 1 });
    }
}
