//! Chooses the panels of figures: their kinds, which figures share one, and which share a scale.

use crate::dataset::{Account, UnitStyle};
use crate::draft::figure::{Collected, DraftFigure, DraftUnit, DraftValue, Time};
use crate::draft::json::Json;
use crate::locale::draft::DraftWords;

/// How many figures share a panel.
const ON_PANEL: usize = 6;

/// How much larger than another the columns of one scale may be.
const SAME_SCALE: f64 = 20.0;

/// A panel as a dataset has it.
pub(super) struct DraftPanel {
    kind: &'static str,
    figures: Vec<String>,
    scale: Option<String>,
    title: Option<String>,
    note: Option<&'static str>,
}

impl DraftPanel {
    /// Whether the panel shows a figure.
    pub(super) fn shows(&self, figure: &DraftFigure) -> bool {
        self.figures.contains(&figure.id)
    }

    /// The panel as a dataset has it.
    pub(super) fn json(&self, text: &impl Fn(&str) -> Json) -> Json {
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

/// The panels of some figures, in their order.
pub(super) fn panels(
    collected: &Collected,
    figures: &[&DraftFigure],
    words: &DraftWords,
) -> Vec<DraftPanel> {
    let mut panels: Vec<DraftPanel> = Vec::new();
    let mut last: Option<&DraftFigure> = None;
    for figure in figures {
        let Some(unit) = collected.units.get(figure.unit) else {
            continue;
        };
        let kind = kind(figure, unit);
        let joins = |panel: &&mut DraftPanel| {
            panel.kind == kind
                && panel.figures.len() < ON_PANEL
                && last.is_some_and(|last| can_share(kind, last, figure))
        };
        if let Some(panel) = panels.last_mut().filter(joins) {
            panel.figures.push(figure.id.clone());
        } else {
            panels.push(DraftPanel {
                kind,
                figures: vec![figure.id.clone()],
                scale: None,
                title: None,
                note: (kind == "columns" && has_gap(collected, figure)).then_some(words.gaps),
            });
        }
        last = Some(figure);
    }
    for panel in &mut panels {
        name(panel, collected, figures, words);
    }
    panels
}

/// Whether two figures can share a panel of a kind.
fn can_share(kind: &str, one: &DraftFigure, other: &DraftFigure) -> bool {
    one.account == other.account
        && match kind {
            "bars" => one.unit == other.unit && latest(one) == latest(other),
            "cards" => true,
            _ => false,
        }
}

/// Gives a panel of several figures its title.
fn name(
    panel: &mut DraftPanel,
    collected: &Collected,
    figures: &[&DraftFigure],
    words: &DraftWords,
) {
    if panel.figures.len() > 1 {
        let first = figures.iter().find(|figure| panel.shows(figure));
        let unit = first.and_then(|figure| collected.units.get(figure.unit));
        let symbol = unit.map_or("", |unit| unit.symbol.as_str());
        let is_bars = panel.kind == "bars";
        let title = if is_bars { symbol } else { words.cards };
        panel.title = Some(title.to_owned());
    } else if panel.kind == "bars" {
        // One bar compares nothing.
        panel.kind = "cards";
    }
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
pub(super) fn share_scales(
    collected: &Collected,
    figures: &[&DraftFigure],
    row: &mut [DraftPanel],
) {
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
