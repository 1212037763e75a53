//! Lays the figures of a table out on tabs and panels, by what they are about, their units and the
//! number of their values.

mod group;
mod panel;

use std::cmp::Ordering;

use super::figure::{Collected, DraftFigure, DraftValue, Time};
use super::json::Json;
use super::{braceless, free, has_number, slug};
use crate::locale::draft::DraftWords;
use crate::locale::{Lang, fill};
use crate::quantity::Hedge;

use group::{FigureGroup, groups};
use panel::{DraftPanel, panels, share_scales};

/// How many panels are in a row.
const IN_ROW: usize = 3;

/// How many panels a tab has that nobody asked for.
const ON_TAB: usize = 6;

/// A tab as a dataset has it.
pub(super) struct DraftTab {
    id: String,
    title: String,
    message: String,
    rows: Vec<Vec<DraftPanel>>,
}

impl DraftTab {
    /// The tab as a dataset has it.
    pub(super) fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
        let rows = self.rows.iter().map(|row| {
            let panels = row.iter().map(|panel| panel.json(text));
            Json::Object(vec![("panels", Json::list(panels))])
        });
        // A message has placeholders, which are not part of the table.
        let Json::Object(mut message) = text("") else {
            return Json::List(Vec::new());
        };
        for (_, words) in &mut message {
            *words = Json::text(&self.message);
        }
        Json::Object(vec![
            ("id", Json::text(&self.id)),
            ("title", text(&self.title)),
            ("message", Json::Object(message)),
            ("rows", Json::list(rows)),
        ])
    }
}

/// The tabs of a table.
pub(super) fn tabs(collected: &Collected, lang: Lang) -> Vec<DraftTab> {
    let words = lang.draft();
    let mut tabs = Vec::new();
    for group in groups(collected, words) {
        let mut panels = panels(collected, &group.figures, words);
        let size = on_tab(&group, panels.len());
        for part in 1.. {
            if panels.is_empty() {
                break;
            }
            let others = panels.split_off(size.min(panels.len()));
            let title = match part {
                1 => group.title.clone(),
                _ => format!("{} {part}", group.title),
            };
            let tab = tab(collected, &group, title, panels, words);
            tabs.push(with_free_id(tab, &tabs));
            panels = others;
        }
    }
    tabs
}

/// How many panels each tab of a group has.
fn on_tab(group: &FigureGroup<'_>, panels: usize) -> usize {
    if group.is_asked_for {
        return panels;
    }
    // As even as can be: eight panels make twice four.
    panels.div_ceil(panels.div_ceil(ON_TAB).max(1))
}

/// A tab with some of the panels of a group.
fn tab(
    collected: &Collected,
    group: &FigureGroup<'_>,
    title: String,
    panels: Vec<DraftPanel>,
    words: &DraftWords,
) -> DraftTab {
    let is_shown = |figure: &&DraftFigure| panels.iter().any(|panel| panel.shows(figure));
    let figures: Vec<&DraftFigure> = group.figures.iter().copied().filter(is_shown).collect();
    let mut rows = rows(panels);
    for row in &mut rows {
        share_scales(collected, &figures, row);
    }
    DraftTab {
        id: slug(&title),
        message: message(&figures, &title, words),
        rows,
        title,
    }
}

/// A tab with an id that no other has.
fn with_free_id(tab: DraftTab, tabs: &[DraftTab]) -> DraftTab {
    let id = if tab.id.is_empty() { "tab" } else { &tab.id };
    let id = free(id, |id| tabs.iter().any(|tab| tab.id == id));
    DraftTab { id, ..tab }
}

/// The rows of some panels, as even as can be.
fn rows(panels: Vec<DraftPanel>) -> Vec<Vec<DraftPanel>> {
    let mut remaining = panels.len();
    let mut panels = panels.into_iter();
    let mut rows = Vec::new();
    while remaining > 0 {
        let row = remaining.div_ceil(remaining.div_ceil(IN_ROW));
        rows.push(panels.by_ref().take(row).collect());
        remaining -= row;
    }
    rows
}

/// What a tab says in one sentence: how its first figure changed, or what it is.
///
/// A name with digits may look like a number that was typed, so another figure speaks then, or none.
fn message(figures: &[&DraftFigure], title: &str, words: &DraftWords) -> String {
    let is_plain = |figure: &DraftFigure| !has_number(&figure.name);
    let plain = figures.iter().find(|figure| is_plain(figure));
    let Some(figure) = plain.or_else(|| figures.first()) else {
        return braceless(title);
    };
    let (name, trend) = match plain {
        Some(figure) => (figure.name.as_str(), trend(figure)),
        None => (title, None),
    };
    let name = braceless(name);
    let value = format!("{{{}}}", figure.id);
    let change = format!("{{{}.change}}", figure.id);
    match trend {
        Some(Ordering::Less) => fill(words.fell, &[name, change, value]),
        Some(Ordering::Greater) => fill(words.rose, &[name, change, value]),
        Some(Ordering::Equal) | None => fill(words.is, &[name, value]),
    }
}

/// How the last value of a figure compares with the one before it, where that is sure.
fn trend(figure: &DraftFigure) -> Option<Ordering> {
    let [.., earlier, later] = &figure.values[..] else {
        return None;
    };
    let is_sure = |value: &DraftValue| {
        let is_open = matches!(
            value.hedge,
            Some(Hedge::MoreThan | Hedge::LessThan | Hedge::Almost)
        );
        value.number() > 0.0 && !is_open && matches!(value.time, Time::Period(_))
    };
    let are_sure = is_sure(earlier) && is_sure(later);
    are_sure.then(|| later.number().total_cmp(&earlier.number()))
}
