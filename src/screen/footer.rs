//! The footer: what the fills mean, and the keys; in a picture, where the numbers come from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Screen;
use super::page::PagePlan;
use crate::dataset::Document;
use crate::panel::Mark;
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::view::{Mode, View};
use crate::widget::Tip;

pub(super) fn plan<'a>(screen: &Screen<'a>, area: Rect, page: &mut PagePlan<'a>) {
    if screen.view.is_picture {
        plan_source(screen, "", area, page);
        return;
    }
    let width = usize::from(area.width);
    let everything = hints(screen, width);
    let marks: Vec<Mark> = page.marks().collect();
    // Where all bars are alike, the keys are worth more.
    let is_told_apart = marks.iter().any(|mark| *mark != Mark::default());
    // A legend stays as long as the keys next to it are most of those that fit without it.
    for with_tips in [true, false].into_iter().filter(|_| is_told_apart) {
        let legend = legend(screen, &marks, with_tips);
        let keys = hints(screen, width.saturating_sub(legend.width() + 3));
        if keys.width() * 2 >= everything.width() {
            let mut room = Room::of(area);
            let end = room.take_right(keys.width() as u16);
            page.line(end, keys);
            page.line(room.area(), text::fit_line(legend, width));
            return;
        }
    }
    let mut room = Room::of(area);
    page.line(room.take_right(everything.width() as u16), everything);
    // For screenshots made by hand, where the keys leave room.
    let source = source(screen);
    if text::width(&source) + 3 <= usize::from(room.area().width) {
        page.line(room.area(), Line::styled(source, screen.theme.quiet));
    }
}

/// What is said over the page, if anything; nothing in a picture.
pub(super) fn notice(view: &View) -> Option<&str> {
    let notice = view.notice.as_deref().or(view.problem.as_deref());
    notice.filter(|_| !view.is_picture)
}

/// Draws the notice upwards from the last row of `area`, over whatever is there.
pub(super) fn render_notice(screen: &Screen<'_>, notice: &str, area: Rect, buf: &mut Buffer) {
    let rows = usize::from(area.height.min(NOTICE));
    let lines = text::wrap_to(notice, usize::from(area.width), rows);
    let slots = area.rows().rev();
    for (line, slot) in lines.into_iter().rev().zip(slots) {
        // The whole row: panels reach further to the sides than the text.
        let row = Rect {
            x: buf.area.x,
            width: buf.area.width,
            ..slot
        };
        super::clear(row, screen.theme.page, buf);
        Line::styled(line, screen.theme.message).render(slot, buf);
    }
}

/// The most rows that a notice takes.
const NOTICE: u16 = 3;

/// The legend, where the numbers come from, and a counter such as the number of a slide.
pub(super) fn plan_source<'a>(
    screen: &Screen<'a>,
    counter: &str,
    area: Rect,
    page: &mut PagePlan<'a>,
) {
    let counter = if counter.is_empty() {
        String::new()
    } else {
        format!("  {counter}")
    };
    let mut rows = Room::of(area);
    let mut room = Room::of(rows.take_top(1));
    let end = room.take_right(text::width(&counter) as u16);
    page.line(end, Line::styled(counter, screen.theme.label));
    let (addresses, below) = (addresses(screen), rows.area());
    let width = usize::from(below.width);
    if text::width(&source(screen)) > usize::from(room.area().width)
        && text::width(&addresses) > width
    {
        // No room for an address, and none for the source in one row.
        plan_long_source(screen, room.area(), below, page);
        return;
    }
    let addresses = Line::styled(addresses, screen.theme.quiet).right_aligned();
    page.line(below, addresses);
    // The source stays whole as long as there is room for it, whatever the legend loses.
    let width = usize::from(room.area().width);
    let source = page.fitter().fit(&source(screen), width);
    let end = room.take_right(text::width(&source) as u16);
    page.line(end, Line::styled(source, screen.theme.quiet));
    let width = usize::from(room.area().width);
    let marks: Vec<Mark> = page.marks().collect();
    let legends = [true, false].map(|with_tips| legend(screen, &marks, with_tips));
    let fits = |legend: &Line<'_>| legend.width() + 2 <= width;
    if let Some(legend) = legends.into_iter().find(fits) {
        page.line(room.area(), legend);
    }
}

/// The source in a row and the one below it, or cut if there is none.
fn plan_long_source<'a>(screen: &Screen<'a>, first: Rect, below: Rect, page: &mut PagePlan<'a>) {
    let width = usize::from(first.width);
    let rows = 1 + usize::from(below.height);
    let lines = page.fitter().wrap_to(&source(screen), width, rows);
    for (line, slot) in lines.into_iter().zip([first, below]) {
        page.line(slot, Line::styled(line, screen.theme.quiet));
    }
}

/// `█ reported  ▒ derived ≈  ▸ or more`: what the fills and, if wished, the tips of the tab mean.
fn legend(screen: &Screen<'_>, marks: &[Mark], with_tips: bool) -> Line<'static> {
    let hue = screen.context().hue;
    let words = screen.view.lang.words();
    let reported = ("█", hue.reported, words.reported.to_owned());
    let derived = ("▒", hue.derived, format!("{} ≈", words.derived));
    let mut entries = Vec::new();
    entries.extend(
        marks
            .iter()
            .any(|mark| !mark.is_derived)
            .then_some(reported),
    );
    entries.extend(marks.iter().any(|mark| mark.is_derived).then_some(derived));
    for (tip, meaning) in [(Tip::Higher, words.or_more), (Tip::Lower, words.or_less)] {
        let entry = (tip.symbol(), hue.accent, meaning.to_owned());
        let is_drawn = marks.iter().any(|mark| mark.tip == Some(tip));
        entries.extend((with_tips && is_drawn).then_some(entry));
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
    let hint = |index: usize| {
        let hint = screen.hints[index];
        let keys = hint.shown(screen.view.is_ascii);
        (keys, (hint.action)(&words.actions).short)
    };
    let mut chosen = Vec::new();
    let mut used = 0;
    for (_, index) in ranked {
        let (keys, what) = hint(index);
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
        let (keys, what) = hint(index);
        if count > 0 {
            spans.push(Span::raw("  "));
        }
        spans.push(Span::styled(keys, screen.theme.key));
        spans.push(Span::styled(format!(" {what}"), screen.theme.hint));
    }
    Line::from(spans)
}

/// Where the documents are, or what they point to.
fn addresses(screen: &Screen<'_>) -> String {
    let documents = documents(screen).into_iter();
    let addresses = documents.filter_map(|document| document.url.as_deref());
    addresses.collect::<Vec<_>>().join(" · ")
}

/// The rows that a page has below that of the source: one for the addresses where they are whole, for
/// an address in pieces leads nowhere, or else one for the end of a source that is longer than a row.
/// None on a page whose footer names keys instead.
pub(super) fn address_rows(screen: &Screen<'_>, width: u16) -> u16 {
    let has_source = screen.view.is_picture || screen.view.mode == Mode::Presenter;
    let width = usize::from(width);
    let has_addresses = (1..=width).contains(&text::width(&addresses(screen)));
    let is_long = text::width(&source(screen)) + COUNTER > width;
    u16::from(has_source && (has_addresses || is_long))
}

/// The cells of a counter and the gap before it, at most.
const COUNTER: usize = 9;

/// The document that the numbers come from, for a picture shown alone.
fn source(screen: &Screen<'_>) -> String {
    let words = screen.view.lang.words();
    let titles: Vec<String> = documents(screen)
        .into_iter()
        .map(|document| phrase::document_title(screen.ledger, screen.view.lang, document))
        .collect();
    if titles.is_empty() {
        return String::new();
    }
    format!("{}: {}", words.source, titles.join(" · "))
}

/// The documents of the tab that is shown.
fn documents<'a>(screen: &Screen<'a>) -> Vec<&'a Document> {
    let Screen { ledger, view, .. } = screen;
    let tab = ledger.dataset.tabs.get(view.tab);
    let facts = tab.map_or_else(Vec::new, |tab| ledger.of_tab(tab));
    ledger.documents_of(&facts)
}
