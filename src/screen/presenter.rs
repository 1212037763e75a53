//! One panel at a time, to be read from afar: message, panel, source and place in the sequence.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Screen, foot};
use crate::panel::{Panel, Scale};
use crate::widget::text;

/// How many times as large as in the dashboard numbers may be.
const ZOOM: u16 = 3;

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let Some(tab) = screen.tab() else {
        return;
    };
    let margin = match area.width {
        100.. => 3,
        60.. => 1,
        _ => 0,
    };
    let inner = Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    };
    let message = text::wrap(&screen.message(), usize::from(inner.width));
    let air = u16::from(area.height >= 20);
    let rows = [
        Constraint::Length(air),
        Constraint::Length(u16::from(area.height >= 8)),
        Constraint::Length(air),
        Constraint::Length(if area.height >= 10 {
            message.len().min(3) as u16
        } else {
            0
        }),
        Constraint::Length(air),
        Constraint::Fill(1),
        Constraint::Length(u16::from(area.height >= 6)),
        Constraint::Length(air),
    ];
    let [_, header, _, sentence, _, body, footer, _] = inner.layout(&Layout::vertical(rows));
    let title = Line::from(vec![
        Span::styled(
            format!(" {} ", tab.title.get(screen.view.lang)),
            screen.context().hue.tab,
        ),
        Span::raw("  "),
    ]);
    let title = text::fit_line(title, usize::from(header.width));
    let width = title.width() as u16;
    title.render(header, buf);
    screen.render_header(
        Rect {
            x: header.x + width,
            width: header.width.saturating_sub(width),
            ..header
        },
        buf,
    );
    screen.render_message(sentence, buf);
    if let Some(panel) = tab.panels().nth(screen.view.slide) {
        let panel = Panel {
            context: screen.context(),
            panel,
            focus: None,
            scale: Scale::Plain,
            zoom: ZOOM,
            foot: 0,
        };
        panel.render(body, buf);
    }
    let counts = screen
        .ledger
        .dataset
        .tabs
        .iter()
        .map(|tab| tab.panels().count());
    let before: usize = counts.clone().take(screen.view.tab).sum();
    let place = format!(
        "{}/{}",
        before + screen.view.slide + 1,
        counts.sum::<usize>()
    );
    foot::render_source(screen, &place, footer, buf);
}
