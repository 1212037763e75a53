//! The search over the figures of all tabs, by name, id and unit.

use ratatui::text::{Line, Span};

use super::{Overlay, TextRow};
use crate::derive::Fact;
use crate::locale::Lang;
use crate::panel::Context;
use crate::phrase;
use crate::text::{self, Fitter};
use crate::view::View;

/// Where a figure is that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The tab, from 0.
    pub tab: usize,
    /// The figure among those of the tab, from 0.
    pub figure: usize,
}

/// The figures whose name, id or unit holds every word of the view's query, in the order of the tabs.
pub fn hits(context: &Context<'_>, query: &str) -> Vec<Hit> {
    let found = found(context, query).into_iter();
    found.map(|(hit, _)| hit).collect()
}

/// The same with the figures.
fn found<'a>(context: &Context<'a>, query: &str) -> Vec<(Hit, &'a Fact<'a>)> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for (tab, page) in context.ledger.dataset.tabs.iter().enumerate() {
        for (figure, fact) in context.ledger.of_tab(page).into_iter().enumerate() {
            let haystack = haystack(context.lang, fact);
            if words.iter().all(|word| haystack.contains(word)) {
                found.push((Hit { tab, figure }, fact));
            }
        }
    }
    found
}

/// What a figure is found by.
fn haystack(lang: Lang, fact: &Fact<'_>) -> String {
    let Fact { figure, unit, .. } = fact;
    let name = figure.name.get(lang);
    let short = figure.short.as_ref().map_or("", |short| short.get(lang));
    let symbol = unit.symbol.get(lang);
    let unit = unit.name.as_ref().map_or("", |name| name.get(lang));
    format!("{name} {short} {} {symbol} {unit}", figure.id).to_lowercase()
}

/// The prompt and as much of the query's end as leaves room for the cursor.
pub(super) fn query(view: &View, width: usize) -> String {
    let room = width.saturating_sub(text::width(PROMPT) + 1);
    let mut shown = view.query.as_str();
    while text::width(shown) > room {
        let mut letters = shown.chars();
        letters.next();
        shown = letters.as_str();
    }
    format!("{PROMPT}{shown}")
}

const PROMPT: &str = "/ ";

pub(super) fn rows(overlay: &Overlay<'_>, width: usize, fitter: &mut Fitter) -> Vec<TextRow> {
    let theme = overlay.theme;
    let words = overlay.view.lang.words();
    let context = overlay.context();
    let found = found(&context, &overlay.view.query);
    let count = if found.is_empty() {
        words.nothing_found.to_owned()
    } else {
        format!("{} {}", found.len(), words.found)
    };
    let query = query(overlay.view, width);
    let cursor = if overlay.view.is_picture { "" } else { "▏" };
    let mut rows = vec![
        (
            None,
            Line::from(vec![
                Span::styled(query, theme.number),
                Span::styled(cursor, theme.key),
            ]),
        ),
        (None, Line::styled(count, theme.quiet)),
    ];
    for (index, (hit, fact)) in found.into_iter().enumerate() {
        let Some(latest) = fact.latest() else {
            continue;
        };
        let tab = overlay.ledger.dataset.tabs[hit.tab].title.get(context.lang);
        let value = phrase::value(context.lang, fact, latest);
        let name = format!("{tab} › {}", fact.figure.name.get(context.lang));
        let room = width.saturating_sub(text::width(&value) + 2);
        let style = if index == overlay.view.hit {
            theme.selected
        } else {
            theme.label
        };
        let mut push = |line: String| rows.push((Some(index), Line::styled(line, style)));
        if room >= 16 {
            let name = fitter.fit(&name, room);
            let padding =
                " ".repeat(width.saturating_sub(text::width(&name) + text::width(&value)));
            push(format!("{name}{padding}{value}"));
        } else {
            push(fitter.fit(&name, width));
            for line in text::wrap(&value, width.saturating_sub(2)) {
                push(format!("  {line}"));
            }
        }
    }
    rows
}
