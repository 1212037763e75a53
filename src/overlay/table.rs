//! The figures of a tab as a table; where the columns have no room, in groups or as a list of all
//! the same cells.

use std::array;
use std::collections::HashMap;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Overlay, TextRow};
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

/// The rows of the table in so many cells.
pub(super) fn rows(overlay: &Overlay<'_>, width: usize) -> Vec<TextRow> {
    let table = FigureTable::new(overlay, width);
    let fixed: usize = table.widths[1..].iter().map(|width| width + 2).sum();
    let room = width.saturating_sub(fixed);
    if room >= MIN_NAME.min(table.widths[NAME]) {
        return table.whole(room);
    }
    let narrow: usize = NARROW.iter().map(|column| table.widths[*column] + 2).sum();
    if narrow <= width {
        table.grouped()
    } else {
        table.list()
    }
}

/// A table that is laid out.
struct FigureTable<'a> {
    overlay: &'a Overlay<'a>,
    rows: Vec<TableRow>,
    titles: [&'static str; 7],
    /// The widest cell of each column.
    widths: [usize; 7],
    /// The index on the tab of each figure, by its id.
    entries: HashMap<&'a str, usize>,
    width: usize,
}

impl<'a> FigureTable<'a> {
    fn new(overlay: &'a Overlay<'a>, width: usize) -> Self {
        let facts = overlay.facts();
        let rows = story::table(overlay.ledger, overlay.view.lang, &facts);
        let titles = story::table_titles(overlay.view.lang.words());
        let widest = |column: usize| {
            let cells = rows.iter().map(|row| text::width(&row.cells[column]));
            let title = text::width(titles[column]);
            cells.chain([title]).max().unwrap_or(0)
        };
        let ids = facts.iter().map(|fact| fact.figure.id.as_str());
        Self {
            overlay,
            widths: array::from_fn(widest),
            rows,
            titles,
            entries: ids.zip(0..).collect(),
            width,
        }
    }

    /// The index of a row's figure, and whether it is the chosen one.
    fn entry(&self, row: &TableRow) -> (Option<usize>, bool) {
        let entry = self.entries.get(row.id.as_str()).copied();
        (entry, entry == Some(self.overlay.view.focus))
    }

    /// All columns next to each other, where the names have `room`.
    fn whole(&self, room: usize) -> Vec<TextRow> {
        let theme = self.overlay.theme;
        let mut widths = self.widths;
        widths[NAME] = widths[NAME].min(room);
        let all = array::from_fn::<usize, 7, _>(|column| column);
        let titles = row_line(&self.titles.map(str::to_owned), &all, &widths, theme.quiet);
        let rule = "─".repeat(widths.iter().sum::<usize>() + 12);
        let mut lines = vec![(None, titles), (None, Line::styled(rule, theme.rule))];
        for row in &self.rows {
            let (entry, is_chosen) = self.entry(row);
            let style = if is_chosen {
                theme.selected
            } else {
                theme.label
            };
            let mut cells = row.cells.clone();
            for name in text::wrap(&row.cells[NAME], widths[NAME]) {
                cells[NAME] = name;
                let line = row_line(&cells, &all, &widths, style).style(style);
                lines.push((entry, line));
                // Below the first line there is only the remainder of the name.
                cells = Default::default();
            }
        }
        lines
    }

    /// Name, unit and source once for each figure, and below them a row for each of its values.
    fn grouped(&self) -> Vec<TextRow> {
        let theme = self.overlay.theme;
        let indented = |cells: &[String; 7], style| {
            let mut line = row_line(cells, &NARROW, &self.widths, style);
            line.spans.insert(0, Span::raw("  "));
            line
        };
        let titles = self.heading(&self.titles).into_iter();
        let mut lines: Vec<TextRow> = titles
            .map(|line| (None, Line::styled(line, theme.quiet)))
            .collect();
        let titles = self.titles.map(str::to_owned);
        lines.push((None, indented(&titles, theme.quiet)));
        let rule = "─".repeat(self.width);
        lines.push((None, Line::styled(rule, theme.rule)));
        let mut before = None;
        for row in &self.rows {
            let (entry, is_chosen) = self.entry(row);
            let (name, cell) = if is_chosen {
                (theme.selected, theme.layer_title)
            } else {
                (theme.layer_title, theme.label)
            };
            if before != Some(&row.id) {
                let heading = self.heading(&row.cells).into_iter();
                lines.extend(heading.map(|line| (entry, Line::styled(line, name))));
            }
            before = Some(&row.id);
            lines.push((entry, indented(&row.cells, cell)));
        }
        lines
    }

    /// Name, unit and source on one line, or on as many as they need.
    fn heading(&self, cells: &[impl AsRef<str>; 7]) -> Vec<String> {
        let cells = [NAME, UNIT, SOURCE].map(|column| cells[column].as_ref());
        let filled: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        text::wrap(&filled.join(" · "), self.width)
    }

    /// All cells of a value below each other, each with its title.
    fn list(&self) -> Vec<TextRow> {
        let theme = self.overlay.theme;
        let mut lines = Vec::new();
        for row in &self.rows {
            let (entry, is_chosen) = self.entry(row);
            let style = if is_chosen {
                theme.selected
            } else {
                theme.layer_title
            };
            if !lines.is_empty() {
                lines.push((None, Line::raw("")));
            }
            for name in text::wrap(&row.cells[NAME], self.width) {
                lines.push((entry, Line::styled(name, style)));
            }
            for (title, cell) in self.titles.iter().zip(&row.cells).skip(1) {
                let width = self.width.saturating_sub(2);
                for line in text::wrap(&format!("{title}: {cell}"), width) {
                    let line = Line::styled(format!("  {line}"), theme.label);
                    lines.push((entry, line));
                }
            }
        }
        lines
    }
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
