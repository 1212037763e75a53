//! The footer: what the fills mean, and the keys; in a picture, where the numbers come from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Screen;
use crate::dataset::{Kind, Panel, Tab};
use crate::derive::{Fact, Statement};
use crate::text;
use crate::view::Mode;
use crate::widget::Tip;

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
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

/// The notice, upwards from the last row of `area`, over whatever is there; never in a picture.
pub(super) fn render_notice(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let notice = screen.view.notice.as_deref();
    let notice = notice
        .filter(|_| !screen.view.is_picture)
        .unwrap_or_default();
    let rows = usize::from(area.height.min(NOTICE));
    let lines = text::wrap_to(notice, usize::from(area.width), rows);
    let slots = area.rows().rev();
    for (line, slot) in lines.into_iter().rev().zip(slots) {
        super::clear(slot, screen.theme.page, buf);
        Line::styled(line, screen.theme.message).render(slot, buf);
    }
}

/// The most rows that a notice takes.
const NOTICE: u16 = 3;

/// The legend, where the numbers come from, and the place in a sequence.
pub(super) fn render_source(screen: &Screen<'_>, place: &str, area: Rect, buf: &mut Buffer) {
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("  {place}")
    };
    // The source stays whole as long as there is room for it, whatever the legend loses.
    let source = source(screen);
    let width = usize::from(area.width).saturating_sub(text::width(&place));
    let legends = [legend(screen, true), legend(screen, false), Line::default()];
    let fits = |it: &Line<'_>| it.width() + 2 + text::width(&source) <= width;
    let legend = legends.into_iter().find(fits).unwrap_or_default();
    let source = text::fit(&source, width);
    let beside = usize::from(area.width).saturating_sub(text::width(&place));
    text::fit_line(legend, beside).render(area, buf);
    let line = Line::from(vec![
        Span::styled(source, screen.theme.quiet),
        Span::styled(place, screen.theme.label),
    ]);
    line.right_aligned().render(area, buf);
}

/// `█ reported  ▒ derived ≈  ▸ or more`: what the fills and, if wished, the tips of the tab mean.
fn legend(screen: &Screen<'_>, with_tips: bool) -> Line<'static> {
    let hue = screen.context().hue;
    let words = screen.view.lang.words();
    let charts = charts(screen);
    let reported = ("█", hue.reported, words.reported.to_owned());
    let derived = ("▒", hue.derived, format!("{} ≈", words.derived));
    let mut entries = Vec::new();
    entries.extend(charts.iter().any(|it| !it.is_derived).then_some(reported));
    entries.extend(charts.iter().any(|it| it.is_derived).then_some(derived));
    let tips = charts.iter().filter_map(|it| it.tip);
    let tips: Vec<Tip> = tips.filter(|_| with_tips).collect();
    for (tip, meaning) in [(Tip::Higher, words.or_more), (Tip::Lower, words.or_less)] {
        let entry = (tip.symbol(), hue.accent, meaning.to_owned());
        entries.extend(tips.contains(&tip).then_some(entry));
    }
    let mut spans = Vec::new();
    for (index, (sign, style, meaning)) in entries.into_iter().enumerate() {
        let gap = if index > 0 { "  " } else { "" };
        spans.push(Span::raw(gap));
        spans.push(Span::styled(sign, style));
        spans.push(Span::styled(format!(" {meaning}"), screen.theme.quiet));
    }
    Line::from(spans)
}

/// How a chart draws a value.
struct Drawn {
    is_derived: bool,
    tip: Option<Tip>,
}

impl Drawn {
    fn new(value: &Statement<'_>) -> Self {
        Self {
            is_derived: value.is_derived(),
            tip: value.quantity.hedge.and_then(Tip::of),
        }
    }
}

/// How the charts of the page draw their values: their fills and tips want a legend.
fn charts(screen: &Screen<'_>) -> Vec<Drawn> {
    let ledger = screen.ledger;
    let panels = screen.tab().into_iter().flat_map(Tab::panels).enumerate();
    let is_shown = |index: usize| match screen.view.mode {
        Mode::Dashboard | Mode::Blank => true,
        Mode::Presenter => index == screen.view.slide,
    };
    let shown = panels.filter(|(index, _)| is_shown(*index));
    let drawn = |panel: &Panel| -> Vec<Drawn> {
        let facts = ledger.of_panel(panel).into_iter();
        let times = || ledger.common_times(panel).into_iter();
        match panel.kind {
            Kind::Cards => Vec::new(),
            Kind::Bars => {
                let latest = facts.filter_map(Fact::latest);
                latest.map(|it| Drawn::new(&it.value)).collect()
            }
            Kind::Columns | Kind::Gauge => {
                let readings = facts.flat_map(|fact| &fact.readings);
                readings.map(|it| Drawn::new(&it.value)).collect()
            }
            Kind::Mix => {
                let parts = facts.flat_map(|fact| times().filter_map(|time| fact.at(time)));
                let rest = times().filter(|_| panel.rest.is_some());
                let rest = rest.filter_map(|time| ledger.remainder(panel, time));
                let rest = rest.map(|it| Drawn::new(&it));
                parts.map(|it| Drawn::new(&it.value)).chain(rest).collect()
            }
        }
    };
    shown.flat_map(|(_, panel)| drawn(panel)).collect()
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
