//! The figures of a tab as a table; where the columns have no room, as a list of all the same cells.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Overlay, Row};
use crate::phrase::story::{self, TableRow};
use crate::widget::text;

/// The narrowest a figure's name may get before the table becomes a list.
const LEAST_NAME: usize = 18;

pub(super) fn rows(overlay: &Overlay<'_>, width: usize) -> Vec<Row> {
    let facts = overlay.facts();
    let rows = story::table(overlay.view.lang, &facts);
    let titles = story::table_titles(overlay.view.lang.words());
    let entry = |row: &TableRow| facts.iter().position(|fact| fact.figure.id == row.id);
    let widest = |column: usize| {
        let cells = rows.iter().map(|row| text::width(&row.cells[column]));
        cells
            .chain([text::width(titles[column])])
            .max()
            .unwrap_or(0)
    };
    let mut widths: [usize; 7] = std::array::from_fn(widest);
    let fixed: usize = widths[1..].iter().map(|width| width + 2).sum();
    let room = width.saturating_sub(fixed);
    if room < LEAST_NAME.min(widths[0]) {
        return list(overlay, &rows, entry, &titles, width);
    }
    widths[0] = widths[0].min(room);

    let titles = titles.map(str::to_owned);
    let rule = "─".repeat(widths.iter().sum::<usize>() + 12);
    let mut lines = vec![
        (None, row_line(&titles, &widths, overlay.theme.quiet)),
        (None, Line::styled(rule, overlay.theme.rule)),
    ];
    for row in &rows {
        let entry = entry(row);
        let style = if entry == Some(overlay.view.focus) {
            overlay.theme.selected
        } else {
            overlay.theme.label
        };
        for (index, name) in text::wrap(&row.cells[0], widths[0]).into_iter().enumerate() {
            let mut cells = if index == 0 {
                row.cells.clone()
            } else {
                Default::default()
            };
            cells[0] = name;
            let line = row_line(&cells, &widths, style).style(style);
            lines.push((entry, line));
        }
    }
    lines
}

/// One row: names left, values right, the rest left.
fn row_line(cells: &[String; 7], widths: &[usize; 7], style: Style) -> Line<'static> {
    let spans = cells
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(column, (cell, width))| {
            let padding = " ".repeat(width.saturating_sub(text::width(cell)));
            let gap = if column == 6 { "" } else { "  " };
            let padded = if column == 1 || column == 4 {
                format!("{padding}{cell}{gap}")
            } else {
                format!("{cell}{padding}{gap}")
            };
            Span::styled(padded, style)
        });
    Line::from(spans.collect::<Vec<_>>())
}

fn list(
    overlay: &Overlay<'_>,
    rows: &[TableRow],
    entry: impl Fn(&TableRow) -> Option<usize>,
    titles: &[&'static str; 7],
    width: usize,
) -> Vec<Row> {
    let mut lines = Vec::new();
    for row in rows {
        let entry = entry(row);
        let style = if entry == Some(overlay.view.focus) {
            overlay.theme.selected
        } else {
            overlay.theme.layer_title
        };
        if !lines.is_empty() {
            lines.push((None, Line::raw("")));
        }
        for name in text::wrap(&row.cells[0], width) {
            lines.push((entry, Line::styled(name, style)));
        }
        for (title, cell) in titles.iter().zip(&row.cells).skip(1) {
            for line in text::wrap(&format!("{title}: {cell}"), width.saturating_sub(2)) {
                let line = Line::styled(format!("  {line}"), overlay.theme.label);
                lines.push((entry, line));
            }
        }
    }
    lines
}
