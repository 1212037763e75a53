//! One panel at a time, to be read from afar: message, panel, source and place in the sequence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Screen, foot};
use crate::panel::{Panel, Scale};
use crate::space::Room;
use crate::text;

/// How many times as large as in the dashboard numbers may be.
const ZOOM: u16 = 3;

/// The regions of a slide, from the top.
struct Regions {
    header: Rect,
    message: Rect,
    body: Rect,
    footer: Rect,
}

fn regions(screen: &Screen<'_>, area: Rect) -> Regions {
    let margin = match area.width {
        100.. => 3,
        60.. => 1,
        _ => 0,
    };
    let mut room = Room::of(area);
    room.take_sides(margin);
    let width = usize::from(room.area().width);
    let message = text::wrap(&screen.message(), width).len().min(3) as u16;
    let rows = |min_height: u16, rows: u16| if area.height >= min_height { rows } else { 0 };
    let gap = rows(20, 1);
    room.take_top(gap);
    room.take_bottom(gap);
    let footer = room.take_bottom(rows(6, 1));
    let header = room.take_top(rows(8, 1));
    room.take_top(gap);
    let message = room.take_top(rows(10, message));
    room.take_top(gap);
    Regions {
        header,
        message,
        body: room.area(),
        footer,
    }
}

/// The panel on screen.
fn panel<'a>(screen: &Screen<'a>) -> Option<Panel<'a>> {
    let panel = screen.tab()?.panels().nth(screen.view.slide)?;
    Some(Panel {
        context: screen.context(),
        panel,
        focus: None,
        scale: Scale::Plain,
        zoom: ZOOM,
        foot: 0,
    })
}

/// Whether the panel has room for everything it draws.
pub(super) fn is_whole(screen: &Screen<'_>, area: Rect) -> bool {
    let body = regions(screen, area).body;
    panel(screen).is_none_or(|panel| panel.is_whole(body))
}

pub(super) fn render(screen: &Screen<'_>, area: Rect, buf: &mut Buffer) {
    let Some(tab) = screen.tab() else {
        return;
    };
    let Regions {
        header,
        message,
        body,
        footer,
    } = regions(screen, area);
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
    screen.render_message(message, buf);
    if let Some(panel) = panel(screen) {
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
