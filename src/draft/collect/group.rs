//! Groups of rows: a row with nothing but a name is the heading of those below it.

use super::Collector;
use crate::draft::table::Record;
use crate::draft::{Note, Quote};
use crate::locale::draft::Remark;

/// The heading of a group.
pub(super) struct RowGroup {
    heading: Quote,
    /// Whether it was told that the heading names a tab.
    is_told: bool,
}

impl<'t> Collector<'t, '_> {
    /// Takes a row with nothing but a name for the heading of those below it.
    pub(super) fn begin_group(&mut self, row: Record<'t>) -> bool {
        let filled = row.fields(|_| true).count();
        let named = ["id", "figure", "name"];
        let (Some(name), 1) = (named.iter().find_map(|name| row.field(name)), filled) else {
            return false;
        };
        self.end_group();
        self.group = Some(RowGroup {
            heading: name.quote(),
            is_told: false,
        });
        true
    }

    /// Tells of a heading with nothing below.
    pub(super) fn end_group(&mut self) {
        if let Some(group) = self.group.take().filter(|group| !group.is_told) {
            self.tell(group.heading.note(Remark::Text));
        }
    }

    /// The name of the group that the row is in, empty where it is in none.
    pub(super) fn group_name(&self) -> &str {
        self.group.as_ref().map_or("", |group| &group.heading.text)
    }

    /// The name of the group as the title of a tab, which is told once.
    pub(super) fn group_title(&mut self) -> String {
        if let Some(group) = self.group.as_mut().filter(|group| !group.is_told) {
            group.is_told = true;
            let note = Note::new(Remark::TabHeading).text(&group.heading.text);
            let location = group.heading.location.clone();
            self.notes.push(note.location(location));
        }
        self.group_name().to_owned()
    }
}
