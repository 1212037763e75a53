//! The footer: what the fills mean, and the keys; in a picture, where the numbers come from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Screen;
use crate::dataset::{Kind, Tab};
use crate::widget::{Tip, text};

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(notice) = &screen.view.notice
        && !screen.view.is_picture
    {
        Line::styled(
            text::fit(notice, usize::from(area.width)),
            screen.theme.message,
        )
        .render(area, buf);
        return;
    }
    if screen.view.is_picture {
        render_source(screen, "", area, buf);
        return;
    }
    let width = usize::from(area.width);
    let everything = hints(screen, width);
    // A legend stays as long as the keys beside it are most of those that fit without it.
    for with_tips in [true, false] {
        let legend = legend(screen, with_tips);
        let beside = hints(screen, width.saturating_sub(legend.width() + 3));
        if beside.width() * 2 >= everything.width() {
            text::fit_line(legend, width).render(area, buf);
            beside.right_aligned().render(area, buf);
            return;
        }
    }
    everything.right_aligned().render(area, buf);
}

/// The legend, where the numbers come from, and the place in a sequence.
pub(super) fn render_source(screen: &Screen<'_>, place: &str, area: Rect, buf: &mut Buffer) {
    let legend = legend(screen, true);
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("  {place}")
    };
    let taken = legend.width() + 2 + text::width(&place);
    let room = usize::from(area.width).saturating_sub(taken);
    let source = if room >= LEAST_SOURCE {
        text::fit(&source(screen), room)
    } else {
        String::new()
    };
    let beside = usize::from(area.width).saturating_sub(text::width(&place));
    text::fit_line(legend, beside).render(area, buf);
    let line = Line::from(vec![
        Span::styled(source, screen.theme.quiet),
        Span::styled(place, screen.theme.label),
    ]);
    line.right_aligned().render(area, buf);
}

/// The fewest cells in which a cut source still says something.
const LEAST_SOURCE: usize = 16;

/// `█ reported  ▒ derived ≈  ▸ or more`: what fills and, if wished, the tips of the tab mean.
fn legend(screen: &Screen<'_>, with_tips: bool) -> Line<'static> {
    let hue = screen.context().hue;
    let words = screen.view.lang.words();
    let quiet = screen.theme.quiet;
    let mut spans = vec![
        Span::styled("█", hue.reported),
        Span::styled(format!(" {}  ", words.reported), quiet),
        Span::styled("▒", hue.derived),
        Span::styled(format!(" {} ≈", words.derived), quiet),
    ];
    for (tip, meaning) in [(Tip::Higher, words.or_more), (Tip::Lower, words.or_less)] {
        if with_tips && tips(screen).contains(&tip) {
            spans.push(Span::styled(format!("  {}", tip.symbol()), hue.accent));
            spans.push(Span::styled(format!(" {meaning}"), quiet));
        }
    }
    Line::from(spans)
}

/// The open tips of the bars on the tab.
fn tips(screen: &Screen<'_>) -> Vec<Tip> {
    let panels = screen.tab().into_iter().flat_map(Tab::panels);
    let bars = panels.filter(|panel| panel.kind == Kind::Bars);
    let facts = bars.flat_map(|panel| screen.ledger.of_panel(panel));
    let hedges = facts.filter_map(|fact| fact.latest()?.value.quantity.hedge);
    hedges.filter_map(Tip::of).collect()
}

/// As many keys as fit, the most useful ones, in the order of the keymap.
fn hints(screen: &Screen<'_>, width: usize) -> Line<'static> {
    let words = screen.view.lang.words();
    let mut ranked: Vec<_> = screen
        .hints
        .iter()
        .enumerate()
        .filter_map(|(index, hint)| Some((hint.footer?, index)))
        .collect();
    ranked.sort_unstable();
    let said = |index: usize| {
        let hint = screen.hints[index];
        let keys = hint.shown(screen.view.is_ascii);
        (keys, (hint.action)(&words.actions).short)
    };
    let mut chosen = Vec::new();
    let mut used = 0;
    for (_, index) in ranked {
        let (keys, what) = said(index);
        let wanted =
            text::width(&keys) + 1 + text::width(what) + if chosen.is_empty() { 0 } else { 2 };
        if used + wanted > width {
            break;
        }
        used += wanted;
        chosen.push(index);
    }
    chosen.sort_unstable();
    let mut spans = Vec::new();
    for (count, index) in chosen.into_iter().enumerate() {
        let (keys, what) = said(index);
        if count > 0 {
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(keys, screen.theme.key));
        spans.push(Span::styled(format!(" {what}"), screen.theme.hint));
    }
    Line::from(spans)
}

/// The document that the numbers come from, for a picture that stands alone.
fn source(screen: &Screen<'_>) -> String {
    let words = screen.view.lang.words();
    let documents = &screen.ledger.dataset.report.documents;
    let titles: Vec<&str> = documents
        .iter()
        .map(|document| document.title.get(screen.view.lang))
        .collect();
    format!("{}: {}", words.source, titles.join(" · "))
}
