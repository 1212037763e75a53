//! The figures of a tab as a table; where the columns have no room, in groups or as a list of all
//! the same cells.

use std::collections::HashMap;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Overlay, Row};
use crate::phrase::story::{self, TableRow};
use crate::text;

/// The narrowest a figure's name may get before its values get their own rows.
const MIN_NAME: usize = 18;

/// The columns of the table, in the order of [`TableRow::cells`].
const NAME: usize = 0;
const VALUE: usize = 1;
const UNIT: usize = 2;
const TIME: usize = 3;
const CHANGE: usize = 4;
const STATUS: usize = 5;
const SOURCE: usize = 6;

/// What is in columns below the name where the width does not hold all columns.
const NARROW: [usize; 4] = [TIME, VALUE, CHANGE, STATUS];

pub(super) fn rows(overlay: &Overlay<'_>, width: usize) -> Vec<Row> {
    let facts = overlay.facts();
    let rows = story::table(overlay.ledger, overlay.view.lang, &facts);
    let titles = story::table_titles(overlay.view.lang.words());
    let ids = facts.iter().enumerate();
    let ids: HashMap<&str, usize> = ids
        .map(|(entry, fact)| (fact.figure.id.as_str(), entry))
        .collect();
    let entry = |row: &TableRow| ids.get(row.id.as_str()).copied();
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
    if room < MIN_NAME.min(widths[NAME]) {
        let narrow: usize = NARROW.iter().map(|column| widths[*column] + 2).sum();
        return if narrow <= width {
            grouped(overlay, &rows, entry, &titles, &widths, width)
        } else {
            list(overlay, &rows, entry, &titles, width)
        };
    }
    widths[NAME] = widths[NAME].min(room);

    let titles = titles.map(str::to_owned);
    let rule = "─".repeat(widths.iter().sum::<usize>() + 12);
    let all = std::array::from_fn::<usize, 7, _>(|column| column);
    let mut lines = vec![
        (None, row_line(&titles, &all, &widths, overlay.theme.quiet)),
        (None, Line::styled(rule, overlay.theme.rule)),
    ];
    for row in &rows {
        let entry = entry(row);
        let style = if entry == Some(overlay.view.focus) {
            overlay.theme.selected
        } else {
            overlay.theme.label
        };
        for (index, name) in text::wrap(&row.cells[NAME], widths[NAME])
            .into_iter()
            .enumerate()
        {
            let mut cells = if index == 0 {
                row.cells.clone()
            } else {
                Default::default()
            };
            cells[NAME] = name;
            let line = row_line(&cells, &all, &widths, style).style(style);
            lines.push((entry, line));
        }
    }
    lines
}

/// One row of some of the columns: values and changes right, the rest left.
fn row_line(
    cells: &[String; 7],
    columns: &[usize],
    widths: &[usize; 7],
    style: Style,
) -> Line<'static> {
    let spans = columns.iter().enumerate().map(|(index, &column)| {
        let cell = &cells[column];
        let padding = " ".repeat(widths[column].saturating_sub(text::width(cell)));
        let gap = if index + 1 == columns.len() { "" } else { "  " };
        let padded = if matches!(column, VALUE | CHANGE) {
            format!("{padding}{cell}{gap}")
        } else {
            format!("{cell}{padding}{gap}")
        };
        Span::styled(padded, style)
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// Name, unit and source once for each figure, and below them a row for each of its values.
fn grouped(
    overlay: &Overlay<'_>,
    rows: &[TableRow],
    entry: impl Fn(&TableRow) -> Option<usize>,
    titles: &[&'static str; 7],
    widths: &[usize; 7],
    width: usize,
) -> Vec<Row> {
    let theme = overlay.theme;
    let head = |cells: [&str; 3]| {
        let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        text::wrap(&cells.join(" · "), width)
    };
    let indented = |cells: &[String; 7], style| {
        let mut line = row_line(cells, &NARROW, widths, style);
        line.spans.insert(0, Span::raw("  "));
        line
    };
    let mut lines: Vec<Row> = head([titles[NAME], titles[UNIT], titles[SOURCE]])
        .into_iter()
        .map(|line| (None, Line::styled(line, theme.quiet)))
        .collect();
    lines.push((None, indented(&titles.map(str::to_owned), theme.quiet)));
    let rule = "─".repeat(width);
    lines.push((None, Line::styled(rule, theme.rule)));
    let mut before = None;
    for row in rows {
        let entry = entry(row);
        let (name, cell) = if entry == Some(overlay.view.focus) {
            (theme.selected, theme.layer_title)
        } else {
            (theme.layer_title, theme.label)
        };
        if before != Some(&row.id) {
            let cells = [NAME, UNIT, SOURCE].map(|column| row.cells[column].as_str());
            lines.extend(
                head(cells)
                    .into_iter()
                    .map(|line| (entry, Line::styled(line, name))),
            );
        }
        before = Some(&row.id);
        lines.push((entry, indented(&row.cells, cell)));
    }
    lines
}

/// All cells of a value below each other, each with its title.
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
