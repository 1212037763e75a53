//! Finds everything that keeps a text from having the shape of a dataset, not only what is first.
//!
//! After each fault the member or the item of a list that has it is replaced by blanks, and the text
//! is read again: places stay as they are in the file.

use serde_json::value::RawValue;

use super::load::{Invalid, load};
use super::locate::{Position, positions};
use super::problem::Problem;

/// How many faults are found at most: each costs a reading of the text.
const LIMIT: usize = 20;

/// What keeps a text from being a dataset, in the order of the file; nothing for a dataset.
///
/// A text that is not JSON has one fault. Of a list's item only the first fault is found, unless it
/// is an unknown key.
pub fn faults(source: &str) -> Vec<Invalid> {
    let mut search = Search {
        text: source.to_owned(),
        items: Vec::new(),
        members: Vec::new(),
        found: Vec::new(),
    };
    for _ in 0..LIMIT {
        if !search.goes_on() {
            break;
        }
    }
    search.found.sort_by_key(|fault| fault.position);
    search.found
}

/// A search under way.
struct Search {
    /// The text with blanks in place of what was found.
    text: String,
    /// The items that are blank now: the pointer of the list in the file, and the index there.
    items: Vec<(String, usize)>,
    /// The pointers of the objects that have lost a member.
    members: Vec<String>,
    found: Vec<Invalid>,
}

impl Search {
    /// Finds the next fault; returns whether there may be another.
    fn goes_on(&mut self) -> bool {
        let Err(mut fault) = load(&self.text) else {
            return false;
        };
        let is_json = !matches!(fault.problem, Problem::NotJson(_));
        if !is_json && !self.found.is_empty() {
            return false;
        }
        let start = offset(&self.text, fault.position);
        let pointer = self.in_file(&fault.pointer);
        let is_blank = is_json
            && match &fault.problem {
                Problem::UnknownKey { .. } => {
                    let object = pointer.rsplit_once('/').map_or("", |(object, _)| object);
                    self.members.push(object.to_owned());
                    self.blank_member(start)
                }
                _ => self.blank_item(&fault.pointer),
            };
        if !self.follows(&fault, &pointer) {
            fault.pointer = pointer;
            self.found.push(fault);
        }
        is_blank
    }

    /// Whether a fault comes of what was made blank.
    fn follows(&self, fault: &Invalid, pointer: &str) -> bool {
        let within = format!("{pointer}/");
        let mut lists = self.items.iter().map(|(list, _)| list);
        match fault.problem {
            Problem::Missing(_) => self.members.iter().any(|object| object == pointer),
            Problem::Unexpected { .. } => {
                !self.found.is_empty()
                    && lists.any(|list| list == pointer || list.starts_with(&within))
            }
            _ => false,
        }
    }

    /// The pointer that a value has in the file.
    fn in_file(&self, pointer: &str) -> String {
        let mut path = String::new();
        for segment in pointer.split('/').skip(1) {
            let index = segment.parse::<usize>().map(|index| {
                let blank = self.items.iter().filter(|(list, _)| *list == path);
                let mut blank: Vec<usize> = blank.map(|(_, index)| *index).collect();
                blank.sort_unstable();
                let after = |index: usize, before| index + usize::from(before <= index);
                blank.into_iter().fold(index, after).to_string()
            });
            path = format!("{path}/{}", index.as_deref().unwrap_or(segment));
        }
        path
    }

    /// Makes the key at the byte `start` and its value blank; returns whether it could.
    fn blank_member(&mut self, start: usize) -> bool {
        let rest = self.text.get(start..).unwrap_or_default();
        let key = length(rest);
        let value = rest.get(key..).unwrap_or_default();
        let gap = value.len()
            - value
                .trim_start_matches(|symbol: char| symbol.is_whitespace() || symbol == ':')
                .len();
        let value = length(value.get(gap..).unwrap_or_default());
        self.blank(start, key + gap + value)
    }

    /// Makes the innermost item of a list that has the value blank; returns whether there is one.
    fn blank_item(&mut self, pointer: &str) -> bool {
        let mut outer = pointer;
        let item = loop {
            let Some((list, segment)) = outer.rsplit_once('/') else {
                return false;
            };
            if segment.parse::<usize>().is_ok() {
                break outer;
            }
            outer = list;
        };
        let in_file = self.in_file(item);
        let place = positions(&self.text, [item].into_iter()).into_iter().next();
        let start = offset(&self.text, place.unwrap_or(Position::START));
        if let Some((list, index)) = in_file.rsplit_once('/') {
            let index = index.parse().unwrap_or_default();
            self.items.push((list.to_owned(), index));
        }
        let length = length(self.text.get(start..).unwrap_or_default());
        self.blank(start, length)
    }

    /// Makes some bytes blank, and the comma next to them; line feeds stay.
    fn blank(&mut self, start: usize, length: usize) -> bool {
        let end = start + length;
        let (Some(before), Some(inside), Some(after)) = (
            self.text.get(..start),
            self.text.get(start..end),
            self.text.get(end..),
        ) else {
            return false;
        };
        if inside.is_empty() {
            return false;
        }
        let spaces = |text: &str| -> String {
            let space = |symbol| if symbol == '\n' { '\n' } else { ' ' };
            text.chars().map(space).collect()
        };
        let inside = spaces(inside);
        let gap = |text: &str, rest: &str| text.len() - rest.len();
        self.text = match (
            after.trim_start().strip_prefix(','),
            before.trim_end().strip_suffix(','),
        ) {
            (Some(rest), _) => {
                let comma = after.get(..gap(after, rest)).unwrap_or_default();
                format!("{before}{inside}{}{rest}", spaces(comma))
            }
            (None, Some(rest)) => {
                let comma = before.get(rest.len()..).unwrap_or_default();
                format!("{rest}{}{inside}{after}", spaces(comma))
            }
            (None, None) => format!("{before}{inside}{after}"),
        };
        true
    }
}

/// The bytes of the JSON value that a text begins with.
fn length(text: &str) -> usize {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let value = values.next().and_then(Result::ok);
    value.map_or(0, |value| value.get().len())
}

/// The byte at a place of a text.
fn offset(text: &str, position: Position) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(position.line - 1).map(str::len).sum();
    let line = lines.nth(position.line - 1).unwrap_or_default();
    let column = line.char_indices().nth(position.column - 1);
    before + column.map_or(line.len(), |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    fn pointers(edits: &[(&str, &str)]) -> Vec<String> {
        let mut source = BUILT_IN.to_owned();
        for (from, to) in edits {
            assert!(source.contains(from), "the dataset has no {from}");
            source = source.replacen(from, to, 1);
        }
        let faults = faults(&source).into_iter();
        faults.map(|fault| fault.pointer).collect()
    }

    #[test]
    fn finds_nothing_in_a_dataset_and_one_fault_in_what_is_not_json() {
        assert_eq!(faults(BUILT_IN), []);
        assert_eq!(faults("{ \"format\": ]").len(), 1);
        assert_eq!(faults("{}").len(), 1);
        assert_eq!(faults("[]").len(), 1);
    }

    #[test]
    fn finds_every_fault_where_it_is_in_the_file() {
        let found = pointers(&[
            ("\"style\": \"mass\"", "\"style\": \"weight\""),
            ("\"style\": \"count\"", "\"style\": 5"),
            ("\"hedge\": \"almost\"", "\"hegde\": \"almost\""),
            ("\"value\": \"53.9\"", "\"value\": \"53.9%\""),
            ("\"value\": \"1.215\"", "\"value\": true"),
        ]);
        assert_eq!(
            found,
            [
                "/units/0/style",
                "/units/9/style",
                "/figures/4/values/1/value",
                "/figures/5/values/1/value",
                "/figures/19/values/0/hegde",
            ]
        );
    }

    #[test]
    fn tells_a_mistyped_key_once() {
        assert_eq!(
            pointers(&[("\"style\": \"mass\"", "\"stile\": \"mass\"")]),
            ["/units/0/stile"]
        );
        let three = (
            "[\"youth-people\", \"youth-schools\"]",
            "[\"youth-people\", 1]",
        );
        assert_eq!(pointers(&[three]), ["/figures/15/derived/ratio/1"]);
    }
}
