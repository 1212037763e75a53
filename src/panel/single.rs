//! A chart of one figure: its value and change above, its note below, and between them what the kind
//! draws.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::head::Head;
use super::plan::Picture;
use super::{Omission, Panel, Plan, parts};
use crate::derive::Fact;
use crate::space::Room;

/// What a kind draws of a figure.
pub(super) struct Sketch<'a, P> {
    pub(super) picture: P,
    /// The fewest cells and rows that show it.
    pub(super) min_size: (u16, u16),
    /// Whether it takes all rows that it can get, rather than the fewest.
    pub(super) is_high: bool,
    /// The row below it.
    pub(super) caption: Option<Line<'a>>,
}

/// Lays out the panel of one figure, whose chart `sketch` makes for some room; it has none where there
/// is nothing to draw.
pub(super) fn plan<'a, P: Picture + 'a>(
    panel: &Panel<'a>,
    area: Rect,
    plan: &mut Plan<'a>,
    sketch: impl Fn(&Panel<'a>, &'a Fact<'a>, Rect) -> Option<Sketch<'a, P>>,
) {
    let first = panel.facts.first();
    let Some((fact, latest)) = first.and_then(|fact| Some((*fact, fact.latest()?))) else {
        return;
    };
    plan.target(&fact.figure.id, plan.area());
    let mut room = Room::of(area);
    Head::new(panel, fact, latest, area).place(&mut room, plan);
    let note = panel.note_rows(area.width, area.height);
    let fitting = |note: u16| {
        let mut free = Room::of(room.area());
        free.take_bottom(note);
        let free = free.area();
        let sketch = sketch(panel, fact, free)?;
        let (width, height) = sketch.min_size;
        let rows = height + u16::from(sketch.caption.is_some());
        (width <= free.width && rows <= free.height).then_some(sketch)
    };
    let sketch = fitting(note);
    let has_note = sketch.is_some();
    let Some(sketch) = sketch.or_else(|| fitting(0)) else {
        plan.omit(Omission::Chart);
        plan.omit_note(panel);
        parts::earlier_values(panel, fact, &mut room, plan);
        return;
    };
    if has_note {
        parts::note(panel, &mut room, plan);
    } else {
        plan.omit_note(panel);
    }
    place(sketch, room, plan);
}

/// The chart at the middle of its room, with its caption below it.
fn place<'a, P: Picture + 'a>(sketch: Sketch<'a, P>, mut room: Room, plan: &mut Plan<'a>) {
    let caption = u16::from(sketch.caption.is_some());
    let free = room.area().height - caption;
    let height = if sketch.is_high {
        // A blank row above it, where there is more than enough.
        room.take_top(u16::from(free > 2 * sketch.min_size.1));
        room.area().height - caption
    } else {
        room.take_top((free - sketch.min_size.1).div_ceil(2));
        sketch.min_size.1
    };
    plan.draw(room.take_top(height), sketch.picture);
    plan.lines(sketch.caption.into_iter().collect(), &mut room);
}
