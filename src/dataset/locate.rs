//! Finds the line and column of a JSON pointer in the text of a file.

use std::fmt;
use std::ops::Range;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
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
    let found = find(source, pointer);
    Position::of(source, found.map_or(0, |it| span(source, it.value).start))
}

/// The position of the key of the member that `pointer` names, or of its nearest ancestor's value.
pub fn locate_key(source: &str, pointer: &str) -> Position {
    let found = find(source, pointer);
    let offset = found.map_or(0, |it| {
        let start = span(source, it.value).start;
        it.key.filter(|_| it.is_complete).unwrap_or(start)
    });
    Position::of(source, offset)
}

/// The text of the value that `pointer` names, if it exists.
pub(super) fn text_of<'s>(source: &'s str, pointer: &str) -> Option<&'s str> {
    let found = find(source, pointer)?;
    found.is_complete.then(|| found.value.get())
}

/// The deepest value on the way to a pointer.
struct Found<'s> {
    value: &'s RawValue,
    /// The offset of its key, if it is the member of an object.
    key: Option<usize>,
    /// Whether the pointer goes no deeper.
    is_complete: bool,
}

fn find<'s>(source: &'s str, pointer: &str) -> Option<Found<'s>> {
    let mut found = Found {
        value: serde_json::from_str(source).ok()?,
        key: None,
        is_complete: true,
    };
    for segment in pointer.split('/').skip(1) {
        let segment = unescape(segment);
        let Some((key, value)) = child(source, found.value, &segment) else {
            found.is_complete = false;
            break;
        };
        (found.key, found.value) = (key, value);
    }
    Some(found)
}

/// A member or item of a value, with the offset of its key; of members with one name the last.
fn child<'s>(
    source: &'s str,
    parent: &'s RawValue,
    name: &str,
) -> Option<(Option<usize>, &'s RawValue)> {
    if !parent.get().starts_with('{') {
        let items: Vec<&RawValue> = serde_json::from_str(parent.get()).ok()?;
        let item = items.get(name.parse::<usize>().ok()?)?;
        return Some((None, item));
    }
    let Members(members) = serde_json::from_str(parent.get()).ok()?;
    let index = members.iter().rposition(|(it, _)| it == name)?;
    let before = match index.checked_sub(1) {
        Some(index) => span(source, members[index].1).end,
        None => span(source, parent).start,
    };
    let key = source.get(before..)?.find('"')?;
    Some((Some(before + key), members[index].1))
}

/// Every member of an object, in the order of the file, with names that repeat.
struct Members<'s>(Vec<(String, &'s RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(Object)
    }
}

/// The bytes of `source` that a value is.
fn span(source: &str, value: &RawValue) -> Range<usize> {
    let start = value.get().as_ptr().addr() - source.as_ptr().addr();
    start..start + value.get().len()
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
    fn finds_keys_and_not_texts_like_them() {
        let source = r#"{ "a": "b", "b": 1, "b": "b" }"#;
        let of = |pointer| locate_key(source, pointer).column;
        assert_eq!((of("/a"), of("/b"), of("/c")), (3, 21, 1));
        assert_eq!(text_of(source, "/b"), Some("\"b\""));
        assert_eq!(text_of(source, "/c"), None);
    }

    #[test]
    fn falls_back_to_the_nearest_ancestor() {
        assert_eq!(locate(SOURCE, "/ก/7/x"), locate(SOURCE, "/ก"));
        assert_eq!(locate("not json", "/a"), Position { line: 1, column: 1 });
    }
}
