//! The parts of a whole by period, stacked to 100%, with their names and numbers.

use std::borrow::Cow;
use std::collections::HashSet;

use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::{Axis, Context, Form, Omission, Panel, Plan, parts};
use crate::dataset;
use crate::dataset::When;
use crate::derive::{Fact, Ledger, Statement};
use crate::phrase;
use crate::space::Room;
use crate::text;
use crate::widget::{Mix, Part, Tip};

pub(super) const FORM: Form = Form {
    plan,
    min_size: |ledger, panel, _| (26, 2 + min_rows(ledger, panel)),
    good_height: |ledger, panel| 8.max(4 + min_rows(ledger, panel)),
    axis: Axis::None,
    is_of_one_time: false,
    has_short_title: false,
};

/// A named part of the whole at one time.
struct Slice<'a> {
    name: &'a str,
    value: Cow<'a, Statement<'a>>,
    fact: &'a Fact<'a>,
    part: Part,
}

/// The parts at a time; none where no time has them all.
type Stack<'a> = (When<'a>, Vec<Slice<'a>>);

/// How the rows of a mix are shared. With few of them the note gives way first, then the earlier
/// times and all but some parts of the legend, and at last what the legend says besides.
struct Rows {
    has_note: bool,
    /// How many of the earliest times have no bar.
    hidden: usize,
    has_heading: bool,
    has_remainder: bool,
    /// The parts that the legend has room for.
    parts: u16,
}

impl Rows {
    /// Shares the rows of `area` among so many times and parts, and the remainder if there is one.
    fn new(panel: &Panel<'_>, times: usize, parts: u16, remainder: bool, area: Rect) -> Self {
        let heading = times > 1;
        let legend = |has_heading: bool, has_remainder: bool| {
            u16::from(has_heading) + u16::from(has_remainder)
        };
        let note = panel.note_rows(area.width, area.height);
        let wanted = parts.saturating_add(legend(heading, remainder) + note);
        let has_note = usize::from(area.height) >= times + usize::from(wanted);
        let rows = area.height - if has_note { note } else { 0 };
        // A bar, and a row that says how many have none.
        let bars = times.min(2) as u16;
        let choices = [
            (bars, heading, remainder),
            (bars, false, remainder),
            (1, false, remainder),
            (1, false, false),
        ];
        let mut shares = choices.into_iter().map(|(bars, heading, remainder)| {
            let left = rows.saturating_sub(bars + legend(heading, remainder));
            (heading, remainder, left.min(parts))
        });
        let (has_heading, has_remainder, parts) = shares
            .find(|(_, _, parts)| *parts > 0)
            .unwrap_or((false, false, 0));
        let bars = rows - legend(has_heading, has_remainder) - parts;
        Self {
            has_note,
            hidden: parts::hidden(times, bars),
            has_heading,
            has_remainder,
            parts,
        }
    }

    /// The rows of the legend.
    const fn legend(&self) -> u16 {
        self.parts + self.has_heading as u16 + self.has_remainder as u16
    }
}

fn plan<'a>(panel: &Panel<'a>, area: Rect, plan: &mut Plan<'a>) {
    let context = &panel.context;
    let (times, stacks) = stacks(panel, area);
    if stacks.is_empty() {
        return;
    }
    let parts = panel.facts.len().min(usize::from(area.height)) as u16;
    // A remainder may be left at some times only.
    let mut sizes = stacks.iter().map(|(_, slices)| slices.len());
    let remainder = sizes.any(|size| size > panel.facts.len());
    let rows = Rows::new(panel, times, parts, remainder, area);

    let mut room = Room::of(area);
    if rows.has_note {
        parts::note(panel, &mut room, plan);
    } else {
        plan.omit_note(panel);
    }
    let legend = room.take_bottom(rows.legend());
    if rows.parts > 0 {
        place_legend(panel, &stacks, &rows, legend, plan);
    }
    if rows.parts == 0 || rows.has_remainder != remainder {
        plan.omit(Omission::Legend);
    }
    if let Some(fact) = panel.facts.first() {
        plan.target(&fact.figure.id, plan.area());
    }
    let shown = times - rows.hidden;
    if rows.hidden > 0 {
        plan.omit(Omission::Periods);
        if usize::from(room.area().height) > shown {
            parts::say_hidden(context, rows.hidden, &mut room, plan);
        }
    }
    let first = stacks.len() - shown;
    place_bars(
        panel,
        stacks.into_iter().skip(first).collect(),
        room.area(),
        plan,
    );
}

/// How many times there are, and the parts at the latest of them, as many as the area could show.
fn stacks<'a>(panel: &Panel<'a>, area: Rect) -> (usize, Vec<Stack<'a>>) {
    let ledger = panel.context.ledger;
    let common = ledger.common_times(panel.panel).into_iter();
    let times = parts::with_gaps(ledger, common.map(|time| (time, ())));
    // The legend has a column of three cells or more for each time.
    let most = usize::from(area.height.max(area.width / 3));
    let latest = &times[times.len().saturating_sub(most)..];
    let stacks = latest.iter().map(|(time, is_given)| {
        let slices = is_given.map_or_else(Vec::new, |()| slices(panel, *time));
        (*time, slices)
    });
    let mut stacks: Vec<Stack<'_>> = stacks.collect();
    tag(&panel.context, &mut stacks);
    (times.len(), stacks)
}

/// A bar for each time, no further apart than they are thick, at the middle of their room.
fn place_bars<'a>(panel: &Panel<'a>, stacks: Vec<Stack<'a>>, area: Rect, plan: &mut Plan<'a>) {
    let context = &panel.context;
    let name = |(time, _): &Stack<'_>| phrase::short_when(context.lang, *time);
    let names = stacks.iter().map(|stack| text::width(&name(stack)));
    let names = names.max().unwrap_or(0) as u16;
    let count = stacks.len() as u16;
    let thickness = parts::thickness(area.height / count);
    let pitch = match count {
        1 => thickness,
        more => (area.height.saturating_sub(thickness) / (more - 1)).clamp(1, 2 * thickness),
    };
    let thickness = thickness.min(pitch);
    let used = (count - 1) * pitch + thickness;
    let mut room = Room::of(area);
    room.take_top(area.height.saturating_sub(used) / 2);
    for stack in stacks {
        let mut bar = Room::of(Room::of(room.take_top(pitch)).take_top(thickness));
        let mut middle = Room::of(bar.take_left(names));
        middle.take_top((thickness - 1) / 2);
        let name = Line::styled(name(&stack), context.theme.label);
        plan.lines(vec![name], &mut middle);
        bar.take_left(2);
        let bar = bar.area();
        for slice in &stack.1 {
            plan.mark(&slice.value);
        }
        if stack.1.len() > usize::from(bar.width) {
            plan.omit(Omission::Figures);
        }
        if stack.1.is_empty() {
            place_missing(context, bar, plan);
        } else {
            let parts = stack.1.into_iter().map(|slice| slice.part);
            plan.draw(bar, Mix::new(parts.collect()));
        }
    }
}

/// The place of a bar without parts, which says so in words where they have room.
fn place_missing(context: &Context<'_>, bar: Rect, plan: &mut Plan<'_>) {
    let words = format!("╌╌ {}", context.words().not_in_document);
    let text = if text::width(&words) <= usize::from(bar.width) {
        words
    } else {
        "╌".repeat(usize::from(bar.width.min(2)))
    };
    let mut room = Room::of(bar);
    room.take_top(bar.height.saturating_sub(1) / 2);
    plan.lines(vec![Line::styled(text, context.theme.quiet)], &mut room);
}

/// The rows that show every part and its share: bars of two times, and the legend.
fn min_rows(ledger: &Ledger<'_>, panel: &dataset::Panel) -> u16 {
    let times = ledger.common_times(panel).len();
    let parts = super::count(panel) + u16::from(panel.rest.is_some());
    times.min(2) as u16 + parts + u16::from(times > 1)
}

/// The parts at a time; the last is what is left of the whole, when the panel has a name for it.
fn slices<'a>(panel: &Panel<'a>, time: When<'_>) -> Vec<Slice<'a>> {
    let context = &panel.context;
    let style = |index: usize| context.theme.mix[index % context.theme.mix.len()];
    let slice = |(index, fact): (usize, &&'a Fact<'a>)| {
        let value = &fact.at(time)?.value;
        Some(Slice {
            name: fact.figure.short_name(context.lang),
            part: part(context, value, style(index)),
            value: Cow::Borrowed(value),
            fact,
        })
    };
    let facts = panel.facts.iter().enumerate();
    let mut slices: Vec<Slice<'a>> = facts.filter_map(slice).collect();
    if let (Some(fact), Some(name)) = (panel.facts.first(), &panel.panel.rest)
        && let Some(value) = context.ledger.remainder(panel.panel, time)
    {
        slices.push(Slice {
            name: name.get(context.lang),
            part: part(context, &value, style(panel.facts.len())),
            value: Cow::Owned(value),
            fact,
        });
    }
    slices
}

fn part(context: &Context<'_>, value: &Statement<'_>, style: Style) -> Part {
    let (symbol, edge) = if value.is_derived() {
        ("▒", context.theme.shade(style))
    } else {
        ("█", style.fg.unwrap_or(Color::Reset))
    };
    Part {
        share: value.quantity.value,
        style,
        symbol,
        edge,
        tip: value.quantity.hedge.and_then(Tip::of),
        tag: None,
    }
}

/// The letters of parts; further ones begin again.
const TAGS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Gives each part a letter where two of them would look alike: without colours, or with more parts
/// than there are.
fn tag(context: &Context<'_>, stacks: &mut [Stack<'_>]) {
    let look = |slice: &Slice<'_>| {
        // What ASCII is read on may show no colours.
        let color = slice.part.style.fg.filter(|_| !context.is_ascii);
        (slice.part.symbol, color)
    };
    let is_unique = |(_, slices): &Stack<'_>| {
        let mut looks = HashSet::new();
        slices.iter().all(|slice| looks.insert(look(slice)))
    };
    if stacks.iter().all(is_unique) {
        return;
    }
    for (_, slices) in stacks {
        for (slice, tag) in slices.iter_mut().zip(TAGS.chars().cycle()) {
            slice.part.tag = Some(tag);
        }
    }
}

/// The parts that have room, each with its share at the latest times that fit, and the remainder.
fn place_legend<'a>(
    panel: &Panel<'a>,
    stacks: &[Stack<'a>],
    rows: &Rows,
    area: Rect,
    plan: &mut Plan<'a>,
) {
    let theme = panel.context.theme;
    let longest = stacks.iter().max_by_key(|(_, slices)| slices.len());
    let Some((_, slices)) = longest else {
        return;
    };
    let mut room = Room::of(area);
    let count = panel.facts.len();
    let shown = plan.choose(panel.focused(), count, usize::from(rows.parts));
    let remainder = if rows.has_remainder {
        count..slices.len()
    } else {
        0..0
    };
    let parts: Vec<usize> = shown.chain(remainder).collect();
    let shares = Shares::new(panel, stacks, &parts, slices, area.width);
    let cells = |row: usize| -> Vec<Span<'_>> {
        let cell = |(column, is_latest): (&Column, bool)| {
            let style = match (row, is_latest) {
                (0, _) => theme.quiet,
                (_, true) => theme.number,
                (_, false) => theme.label,
            };
            Span::styled(column.cell(row), style)
        };
        shares.columns().map(cell).collect()
    };
    if rows.has_heading {
        let blank = Span::raw(" ".repeat(shares.names));
        let line: Line<'_> = [blank].into_iter().chain(cells(0)).collect();
        plan.lines(vec![line], &mut room);
    }
    for (row, index) in parts.into_iter().enumerate() {
        let label = label(panel, index, &slices[index], shares.names, plan);
        let line: Line<'_> = label.into_iter().chain(cells(row + 1)).collect();
        if let Some(fact) = panel.facts.get(index) {
            plan.target(&fact.figure.id, Room::of(room.area()).take_top(1));
        }
        plan.lines(vec![line], &mut room);
    }
}

/// The sign and the name of a part in so many cells.
fn label<'a>(
    panel: &Panel<'_>,
    index: usize,
    slice: &Slice<'_>,
    cells: usize,
    plan: &mut Plan<'_>,
) -> [Span<'a>; 3] {
    let part = &slice.part;
    let sign = match part.tag {
        Some(tag) => Span::styled(tag.to_string(), part.tag_style()),
        None => Span::styled(part.symbol, part.style),
    };
    let width = cells.saturating_sub(2);
    let name = plan.fitter().fit(slice.name, width);
    let pad = " ".repeat(width.saturating_sub(text::width(&name)));
    let fact = panel.facts.get(index).filter(|_| panel.facts.len() > 1);
    let style = if fact.is_some_and(|fact| panel.is_focused(fact)) {
        panel.context.hue.accent
    } else {
        panel.context.theme.label
    };
    let name = Span::styled(format!("{name}{pad}"), style);
    [sign, Span::raw(" "), name]
}

/// The shares of some parts, a column for each time.
struct Shares {
    all: Vec<Column>,
    /// The first time that has room.
    first: usize,
    /// The cells for signs and names.
    names: usize,
}

/// The shares at a time, with its name above them.
struct Column {
    cells: Vec<String>,
    width: usize,
}

impl Column {
    fn cell(&self, row: usize) -> String {
        let cell = self.cells.get(row).map_or("", String::as_str);
        let pad = " ".repeat(self.width.saturating_sub(text::width(cell)));
        format!("{pad}{cell}")
    }
}

impl Shares {
    /// The columns of the latest times that fit into `width` next to the names of the parts.
    fn new(
        panel: &Panel<'_>,
        stacks: &[Stack<'_>],
        parts: &[usize],
        slices: &[Slice<'_>],
        width: u16,
    ) -> Self {
        let width = usize::from(width);
        let column = |(time, slices): &Stack<'_>| {
            let share = |slice: &Slice<'_>| {
                phrase::short_value(phrase::Magnitude::One, slice.fact, &slice.value)
            };
            let share = |part: &usize| slices.get(*part).map_or_else(|| "–".to_owned(), share);
            let heading = phrase::short_when(panel.context.lang, *time);
            let cells = [heading].into_iter().chain(parts.iter().map(share));
            let cells: Vec<String> = cells.collect();
            let widest = cells.iter().map(|cell| text::width(cell)).max();
            Column {
                cells,
                width: widest.unwrap_or(0) + 2,
            }
        };
        let mut all: Vec<Column> = stacks.iter().map(column).collect();
        let names = parts.iter().map(|part| text::width(slices[*part].name));
        let names = names.max().unwrap_or(0) + 2;
        let taken = |columns: &[Column]| columns.iter().map(|column| column.width).sum::<usize>();
        let latest = all.len().saturating_sub(1);
        let fits = |first: &usize| names + taken(&all[*first..]) <= width;
        let first = (0..latest).find(fits).unwrap_or(latest);
        // A narrow panel has the latest column only, a cell from the names.
        if let [only] = &mut all[first..] {
            only.width -= 1;
        }
        Self {
            names: names.min(width.saturating_sub(taken(&all[first..]))),
            all,
            first,
        }
    }

    /// The columns that have room, and whether each is the latest.
    fn columns(&self) -> impl Iterator<Item = (&Column, bool)> {
        let latest = self.all.len().saturating_sub(1);
        let columns = self.all.iter().enumerate().skip(self.first);
        columns.map(move |(index, column)| (column, index == latest))
    }
}
