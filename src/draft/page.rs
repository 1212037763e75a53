//! Lays the figures of a table out on tabs and panels, by what they are about, their units and the
//! number of their values.

use crate::dataset::{Account, UnitStyle};
use crate::locale::draft::DraftWords;
use crate::locale::{Lang, fill};
use crate::quantity::Hedge;

use super::figure::{Collected, DraftFigure, DraftUnit, DraftValue, Time};
use super::json::Json;
use super::unit::{Topic, topic};
use super::{free, slug};

/// How many panels are in a row.
const IN_ROW: usize = 3;

/// How many panels a tab has that nobody asked for.
const ON_TAB: usize = 6;

/// How many figures share a panel.
const ON_PANEL: usize = 6;

/// How much larger than another the columns of one scale may be.
const SAME_SCALE: f64 = 20.0;

/// A tab as a dataset has it.
pub(super) struct DraftTab {
    id: String,
    title: String,
    message: String,
    rows: Vec<Vec<DraftPanel>>,
}

/// A panel as a dataset has it.
struct DraftPanel {
    kind: &'static str,
    figures: Vec<String>,
    scale: Option<String>,
    title: Option<String>,
    note: Option<&'static str>,
}

impl DraftTab {
    /// The tab as a dataset has it.
    pub(super) fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
        let rows = self.rows.iter().map(|row| {
            let panels = row.iter().map(|panel| panel.json(text));
            Json::Object(vec![("panels", Json::List(panels.collect()))])
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
            ("rows", Json::List(rows.collect())),
        ])
    }
}

impl DraftPanel {
    fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
        let mut figures: Vec<Json> = self.figures.iter().map(Json::text).collect();
        let mut entries = match self.kind {
            "columns" | "gauge" => vec![("figure", figures.swap_remove(0))],
            _ => vec![("figures", Json::List(figures))],
        };
        entries.extend(
            self.scale
                .as_ref()
                .map(|scale| ("scale", Json::text(scale))),
        );
        entries.extend(self.title.as_ref().map(|title| ("title", text(title))));
        entries.extend(self.note.map(|note| ("note", text(note))));
        Json::Object(vec![(self.kind, Json::Object(entries))])
    }
}

/// The tabs of a table.
pub(super) fn tabs(collected: &Collected, lang: Lang) -> Vec<DraftTab> {
    let words = lang.draft();
    let mut tabs: Vec<DraftTab> = Vec::new();
    for (title, figures, is_asked_for) in groups(collected, words) {
        let panels = panels(collected, &figures, words);
        let size = if is_asked_for {
            panels.len()
        } else {
            // As even as can be: eight panels make twice four.
            panels.len().div_ceil(panels.len().div_ceil(ON_TAB).max(1))
        };
        let mut panels = panels.into_iter().peekable();
        let mut part = 1;
        while panels.peek().is_some() {
            let panels: Vec<DraftPanel> = panels.by_ref().take(size.max(1)).collect();
            let title = match part {
                1 => title.clone(),
                _ => format!("{title} {part}"),
            };
            let figures: Vec<&DraftFigure> = figures
                .iter()
                .copied()
                .filter(|figure| {
                    panels
                        .iter()
                        .any(|panel| panel.figures.contains(&figure.id))
                })
                .collect();
            let id = slug(&title);
            let id = if id.is_empty() { "tab" } else { &id };
            tabs.push(DraftTab {
                id: free(id, |id| tabs.iter().any(|tab| tab.id == id)),
                message: message(&figures, &title, words),
                rows: rows(panels, |row| scales(collected, &figures, row)),
                title,
            });
            part += 1;
        }
    }
    tabs
}

/// The titles of the tabs with their figures, and whether the table asks for them.
fn groups<'c>(
    collected: &'c Collected,
    words: &DraftWords,
) -> Vec<(String, Vec<&'c DraftFigure>, bool)> {
    let mut asked: Vec<(String, Vec<&DraftFigure>, bool)> = Vec::new();
    let mut topics: Vec<(Topic, Vec<&DraftFigure>)> = Vec::new();
    for figure in &collected.figures {
        for (title, _) in &figure.tabs {
            match asked.iter_mut().find(|(known, ..)| known == title) {
                Some((_, figures, _)) => figures.push(figure),
                None => asked.push((title.clone(), vec![figure], true)),
            }
        }
        if figure.tabs.is_empty() {
            let symbol = collected
                .units
                .get(figure.unit)
                .map_or("", |unit| unit.symbol.as_str());
            let topic = topic(symbol, &figure.name);
            match topics.iter_mut().find(|(known, _)| *known == topic) {
                Some((_, figures)) => figures.push(figure),
                None => topics.push((topic, vec![figure])),
            }
        }
    }
    for (title, figures, _) in &mut asked {
        let row = |figure: &&DraftFigure| {
            let mut tabs = figure.tabs.iter();
            tabs.find(|(tab, _)| tab == title).map(|(_, row)| *row)
        };
        figures.sort_by_key(row);
    }
    // One figure makes no tab where there are others.
    let is_one = topics.len() == 1;
    let (tabs, single): (Vec<_>, Vec<_>) = topics
        .into_iter()
        .partition(|(topic, figures)| is_one || figures.len() > 1 && *topic != Topic::Other);
    let title = |topic| match topic {
        Topic::Known(index) => words
            .topics
            .get(index)
            .copied()
            .unwrap_or(words.other_topic),
        Topic::Other => words.other_topic,
    };
    let titled = |(topic, figures)| (title(topic).to_owned(), figures, false);
    asked.extend(tabs.into_iter().map(titled));
    let others: Vec<&DraftFigure> = single
        .into_iter()
        .flat_map(|(_, figures)| figures)
        .collect();
    if !others.is_empty() {
        let title = if asked.is_empty() {
            words.all_topics
        } else {
            words.other_topic
        };
        asked.push((title.to_owned(), others, false));
    }
    asked
}

/// The panels of some figures, in their order.
fn panels(collected: &Collected, figures: &[&DraftFigure], words: &DraftWords) -> Vec<DraftPanel> {
    let mut panels: Vec<DraftPanel> = Vec::new();
    let mut last: Option<&DraftFigure> = None;
    for figure in figures {
        let Some(unit) = collected.units.get(figure.unit) else {
            continue;
        };
        let kind = kind(figure, unit);
        let joins = |other: &DraftFigure| {
            other.account == figure.account
                && match kind {
                    "bars" => other.unit == figure.unit && latest(other) == latest(figure),
                    "cards" => true,
                    _ => false,
                }
        };
        match (panels.last_mut(), last) {
            (Some(panel), Some(other))
                if panel.kind == kind && joins(other) && panel.figures.len() < ON_PANEL =>
            {
                panel.figures.push(figure.id.clone());
            }
            _ => panels.push(DraftPanel {
                kind,
                figures: vec![figure.id.clone()],
                scale: None,
                title: None,
                note: (kind == "columns" && has_gap(collected, figure)).then_some(words.gaps),
            }),
        }
        last = Some(figure);
    }
    for panel in &mut panels {
        if panel.figures.len() > 1 {
            let unit = figures
                .iter()
                .find(|figure| panel.figures.contains(&figure.id));
            let unit = unit.and_then(|figure| collected.units.get(figure.unit));
            let symbol = unit.map_or("", |unit| unit.symbol.as_str());
            let title = if panel.kind == "bars" {
                symbol
            } else {
                words.cards
            };
            panel.title = Some(title.to_owned());
        } else if panel.kind == "bars" {
            // One bar compares nothing.
            panel.kind = "cards";
        }
    }
    panels
}

/// The kind of panel that shows a figure truthfully.
fn kind(figure: &DraftFigure, unit: &DraftUnit) -> &'static str {
    let is_below = figure.values.iter().any(|value| value.number() < 0.0);
    match unit.style {
        _ if figure.is_derived() || figure.values.is_empty() => "cards",
        Some(UnitStyle::Index) | None => "cards",
        Some(UnitStyle::Share) => "gauge",
        Some(_) if is_below => "cards",
        Some(_) if figure.values.len() > 1 => "columns",
        Some(_) => "bars",
    }
}

fn latest(figure: &DraftFigure) -> Option<&Time> {
    figure.values.last().map(|value| &value.time)
}

/// Whether a figure lacks a value between two that it has.
fn has_gap(collected: &Collected, figure: &DraftFigure) -> bool {
    let span = |value: &DraftValue| match &value.time {
        Time::Period(id) => collected.periods.iter().find(|span| span.id == *id),
        Time::AsOf(_) | Time::UpTo(_) | Time::NotStated => None,
    };
    let spans: Vec<_> = figure.values.iter().map(span).collect();
    spans.windows(2).any(|pair| match pair {
        [Some(before), Some(after)] => after.start.day_number() - before.end.day_number() > 1,
        _ => true,
    })
}

/// Gives one scale to the columns of one unit in a row whose values are of one size.
fn scales(collected: &Collected, figures: &[&DraftFigure], row: &mut [DraftPanel]) {
    let of = |panel: &DraftPanel| {
        let id = panel.figures.first().filter(|_| panel.kind == "columns")?;
        let figure = figures.iter().find(|figure| figure.id == *id)?;
        let largest = figure
            .values
            .iter()
            .map(DraftValue::number)
            .fold(0.0, f64::max);
        Some((figure.unit, figure.account, largest))
    };
    let columns: Vec<Option<(usize, Option<Account>, f64)>> = row.iter().map(of).collect();
    for (panel, own) in row.iter_mut().zip(&columns) {
        let Some((unit, account, _)) = own else {
            continue;
        };
        let alike = columns
            .iter()
            .flatten()
            .filter(|column| (column.0, column.1) == (*unit, *account));
        let sizes: Vec<f64> = alike.map(|column| column.2).collect();
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        if sizes.len() > 1 && sizes.iter().all(|size| size * SAME_SCALE >= largest) {
            let unit = collected.units.get(*unit).map(|unit| unit.id.as_str());
            let account = account.map_or("", Account::name);
            let scale = [unit.unwrap_or_default(), account].join("-");
            panel.scale = Some(scale.trim_end_matches('-').to_owned());
        }
    }
}

/// The rows of some panels, as even as can be, each with its scales.
fn rows(panels: Vec<DraftPanel>, scales: impl Fn(&mut [DraftPanel])) -> Vec<Vec<DraftPanel>> {
    let mut left = panels.len();
    let mut panels = panels.into_iter();
    let mut rows = Vec::new();
    while left > 0 {
        let row = left.div_ceil(left.div_ceil(IN_ROW));
        let mut panels: Vec<DraftPanel> = panels.by_ref().take(row).collect();
        scales(&mut panels);
        rows.push(panels);
        left -= row;
    }
    rows
}

/// What a tab says in one sentence: how its first figure changed, or what it is.
///
/// A name with digits may look like a number that was typed, so another figure speaks then, or none.
fn message(figures: &[&DraftFigure], title: &str, words: &DraftWords) -> String {
    let is_plain = |figure: &&&DraftFigure| !super::has_number(&figure.name);
    let figure = figures.iter().find(is_plain).or_else(|| figures.first());
    let Some(figure) = figure else {
        return super::braceless(title);
    };
    let name = if is_plain(&figure) {
        &figure.name
    } else {
        title
    };
    let name = super::braceless(name);
    let value = format!("{{{}}}", figure.id);
    let change = format!("{{{}.change}}", figure.id);
    let [.., earlier, later] = &figure.values[..] else {
        return fill(words.is, &[name, value]);
    };
    let is_open = |value: &DraftValue| {
        matches!(
            value.hedge,
            Some(Hedge::MoreThan | Hedge::LessThan | Hedge::Almost)
        )
    };
    let are_periods = [earlier, later]
        .iter()
        .all(|value| matches!(value.time, Time::Period(_)));
    let is_sure =
        are_periods && ![earlier, later].iter().any(|value| is_open(value)) && is_plain(&figure);
    match later.number().total_cmp(&earlier.number()) {
        std::cmp::Ordering::Less if is_sure && later.number() > 0.0 => {
            fill(words.fell, &[name, change, value])
        }
        std::cmp::Ordering::Greater if is_sure && earlier.number() > 0.0 => {
            fill(words.rose, &[name, change, value])
        }
        _ => fill(words.is, &[name, value]),
    }
}
