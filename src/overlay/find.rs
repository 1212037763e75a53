//! The search over the figures of all tabs, by name, id and unit.

use ratatui::text::{Line, Span};

use super::{Overlay, Row};
use crate::derive::Ledger;
use crate::locale::Lang;
use crate::panel::Context;
use crate::phrase;
use crate::view::View;
use crate::widget::text;

/// A figure that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The tab, from 0.
    pub tab: usize,
    /// The figure among those of the tab, from 0.
    pub figure: usize,
    /// The figure's id.
    pub id: String,
}

/// The figures whose name, id or unit holds every word of the view's query, in the order of the tabs.
pub fn hits(context: &Context<'_>, query: &str) -> Vec<Hit> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    for (tab, page) in context.ledger.dataset.tabs.iter().enumerate() {
        for (figure, fact) in context.ledger.of_tab(page).into_iter().enumerate() {
            let haystack = haystack(context.ledger, context.lang, &fact.figure.id);
            if words.iter().all(|word| haystack.contains(word)) {
                hits.push(Hit {
                    tab,
                    figure,
                    id: fact.figure.id.clone(),
                });
            }
        }
    }
    hits
}

fn haystack(ledger: &Ledger<'_>, lang: Lang, id: &str) -> String {
    let Some(fact) = ledger.fact(id) else {
        return String::new();
    };
    let name = fact.figure.name.get(lang);
    let short = fact
        .figure
        .short
        .as_ref()
        .map_or("", |short| short.get(lang));
    let unit = fact.unit.name.as_ref().map_or("", |name| name.get(lang));
    format!("{name} {short} {id} {} {unit}", fact.unit.symbol.get(lang)).to_lowercase()
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

pub(super) fn rows(overlay: &Overlay<'_>, width: usize) -> Vec<Row> {
    let theme = overlay.theme;
    let words = overlay.view.lang.words();
    let context = overlay.context();
    let hits = hits(&context, &overlay.view.query);
    let count = if hits.is_empty() {
        words.nothing_found.to_owned()
    } else {
        format!("{} {}", hits.len(), words.found)
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
    for (index, hit) in hits.iter().enumerate() {
        let Some((fact, latest)) = overlay
            .ledger
            .fact(&hit.id)
            .and_then(|fact| Some((fact, fact.latest()?)))
        else {
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
            let name = text::fit(&name, room);
            let padding =
                " ".repeat(width.saturating_sub(text::width(&name) + text::width(&value)));
            push(format!("{name}{padding}{value}"));
        } else {
            push(text::fit(&name, width));
            for line in text::wrap(&value, width.saturating_sub(2)) {
                push(format!("  {line}"));
            }
        }
    }
    rows
}
