//! Parts of a sum over periods, stacked from zero, with totals.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::division;
use super::labels::{Labels, centred, kept, render_in_column, slots};
use super::upright::{Axis, Stretch};
use super::{Fill, Tip};

/// A part of a pile.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layer {
    /// Its value; what is below zero goes down from there.
    pub value: f64,
    /// How it is filled.
    pub fill: Fill,
}

/// What a pile stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PileKind {
    /// Values that were reached.
    #[default]
    Actual,
    /// What is to be reached, drawn as an open column around the sum of its layers.
    Target,
    /// A period without values, which keeps its place.
    Gap,
}

/// The parts of one period, from zero outwards.
#[derive(Clone, Debug, Default)]
pub struct Pile<'a> {
    /// Its parts, those of every pile in the same order.
    pub layers: Vec<Layer>,
    /// What it stands for.
    pub kind: PileKind,
    /// The open end above it.
    pub tip: Option<Tip>,
    /// What is above it, such as its total.
    pub number: Line<'a>,
    /// What is below it.
    pub name: Line<'a>,
}

/// The rows that a number may be higher than above its pile, for higher ones next to it.
const RISE: u16 = 3;

/// Piles of one scale; time runs from left to right.
///
/// ```text
///  10.0         11.4    ┌───┐
///  ░░░░░        ░░░░░   │8.0│  Scope 3
///  ░░░░░        ░░░░░   │   │
///  ▒▒▒▒▒        ▒▒▒▒▒   │   │  Scope 2
///  █████  ╌╌╌╌  █████   │   │  Scope 1
///  2021   2022  2023    2030
/// ```
///
/// Names thin out evenly where they have no room, numbers with them; the first and the last stay. Every
/// part has a length where the rows let it. Without colours, each row is of one part.
#[derive(Clone, Debug)]
pub struct Stack<'a> {
    piles: Vec<Pile<'a>>,
    labels: Vec<Line<'a>>,
    range: [f64; 2],
    line: Style,
}

impl<'a> Stack<'a> {
    /// Piles whose axis ends at the largest total.
    pub const fn new(piles: Vec<Pile<'a>>) -> Self {
        Self {
            piles,
            labels: Vec::new(),
            range: [0.0; 2],
            line: Style::new(),
        }
    }

    /// What each layer is, from zero outwards, at the height it has in the last pile of actual values.
    #[must_use]
    pub fn labels(mut self, labels: Vec<Line<'a>>) -> Self {
        self.labels = labels;
        self
    }

    /// Lets the axis reach from `lowest` to `highest` at least, so that several charts can share it.
    #[must_use]
    pub const fn range(mut self, lowest: f64, highest: f64) -> Self {
        self.range = [lowest, highest];
        self
    }

    /// The style of the line at zero and of the mark of a gap.
    #[must_use]
    pub const fn line(mut self, line: Style) -> Self {
        self.line = line;
        self
    }

    /// How many piles have room in `width` cells, the labels' included; the earliest give way.
    pub fn capacity(&self, width: u16) -> usize {
        usize::from(width.saturating_sub(self.gutter())).div_ceil(2)
    }

    /// The fewest cells and rows in which every pile, every layer's label and two names have room.
    pub fn min_size(&self) -> (u16, u16) {
        let piles = (self.piles.len() as u16)
            .saturating_mul(2)
            .saturating_sub(1);
        let names = [self.piles.first(), self.piles.last()]
            .map(|pile| pile.map_or(0, |pile| pile.name.width()));
        let names = if self.piles.len() > 1 {
            names[0] + 1 + names[1]
        } else {
            names[0]
        };
        let layers = self.piles.iter().map(|pile| pile.layers.len()).max();
        let rows = layers.unwrap_or(0).max(2) as u16;
        (
            piles.max(names as u16) + self.gutter(),
            self.above() + rows + 1,
        )
    }

    /// The cells that labels take next to the piles.
    fn gutter(&self) -> u16 {
        let widest = self.labels.iter().map(Line::width).max().unwrap_or(0) as u16;
        if widest > 0 { widest + 2 } else { 0 }
    }

    /// The rows that numbers and open ends take above the axis.
    fn above(&self) -> u16 {
        1 + u16::from(self.piles.iter().any(|pile| pile.tip.is_some()))
    }
}

impl Pile<'_> {
    /// What it has below zero and above it.
    fn sums(&self) -> [f64; 2] {
        let sum = |side: fn(f64) -> f64| self.layers.iter().map(|layer| side(layer.value)).sum();
        [sum(|value| value.min(0.0)), sum(|value| value.max(0.0))]
    }

    fn step(&self) -> u32 {
        let is_plain = |layer: &Layer| layer.fill.is_whole || layer.fill.colour().is_none();
        let has_two = self.layers.len() > 1;
        if has_two && self.layers.iter().any(is_plain) {
            8
        } else {
            1
        }
    }

    /// Its stretches on an axis, one for each layer.
    fn stretches(&self, axis: &Axis, step: u32) -> Vec<Stretch> {
        let [depth, height] = self.sums().map(|sum| axis.level(sum));
        let values = |sign: f64| {
            self.layers
                .iter()
                .map(move |layer| layer.value * sign)
                .collect()
        };
        let [down, up]: [Vec<f64>; 2] = [values(-1.0), values(1.0)];
        let down = division::ends(&down, depth.unsigned_abs(), step);
        let up = division::ends(&up, height.unsigned_abs(), step);
        let (mut low, mut high) = (0, 0);
        let stretch = |((layer, down), up): ((&Layer, u32), u32)| {
            let [down, up] = [-down.cast_signed(), up.cast_signed()];
            let stretch = if down < low {
                Stretch {
                    from: down,
                    to: low,
                    fill: layer.fill,
                }
            } else {
                Stretch {
                    from: high,
                    to: up,
                    fill: layer.fill,
                }
            };
            (low, high) = (down, up);
            stretch
        };
        self.layers.iter().zip(down).zip(up).map(stretch).collect()
    }
}

impl Widget for &Stack<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(*buf.area());
        let count = self.piles.len().min(self.capacity(area.width));
        let piles = &self.piles[self.piles.len() - count..];
        let rows = area.height.saturating_sub(self.above() + 1);
        let gutter_width = self.gutter().min(area.width);
        let chart = Rect {
            width: area.width - gutter_width,
            ..area
        };
        let mut range = self.range;
        for [depth, height] in piles.iter().map(Pile::sums) {
            range = [range[0].min(depth), range[1].max(height)];
        }
        let step = piles.iter().map(Pile::step).max().unwrap_or(1);
        let Some(axis) = Axis::new(range[0], range[1], rows, step).filter(|_| count > 0) else {
            return;
        };
        let columns: Vec<Rect> = slots(chart.width, count as u16)
            .into_iter()
            .map(|(x, width)| Rect {
                x: chart.x + x,
                y: chart.y + self.above(),
                width,
                height: rows,
            })
            .collect();
        let mut bodies = Vec::new();
        for (pile, slot) in piles.iter().zip(&columns) {
            let stretches = pile.stretches(&axis, step);
            bodies.push(self.render_pile(pile, &stretches, &axis, *slot, buf));
        }
        let mut labels = Labels::new(chart, bodies.clone());
        render_names(piles, &columns, &bodies, &mut labels, buf);
        axis.baseline(&columns, &labels, self.line, buf);
        let mut shown = piles.iter().zip(&columns).rev();
        let actual = shown.find(|(pile, _)| pile.kind == PileKind::Actual);
        if let Some((pile, slot)) = actual {
            let gutter = Rect {
                x: chart.right() + 2,
                y: slot.y,
                width: gutter_width.saturating_sub(2),
                height: rows,
            };
            let mut names: Vec<_> = pile
                .stretches(&axis, step)
                .into_iter()
                .zip(&self.labels)
                .rev()
                .collect();
            names.sort_by_key(|(stretch, _)| -(stretch.from + stretch.to));
            let names = names.into_iter().map(|(stretch, label)| {
                let body = axis.body(&stretch, *slot);
                (body.y + body.height.saturating_sub(1) / 2, label)
            });
            render_in_column(names.collect(), gutter, buf);
        }
    }
}

impl Stack<'_> {
    /// Draws what a pile stands for and returns its cells.
    fn render_pile(
        &self,
        pile: &Pile<'_>,
        stretches: &[Stretch],
        axis: &Axis,
        slot: Rect,
        buf: &mut Buffer,
    ) -> Rect {
        let [depth, height] = pile.sums().map(|sum| axis.level(sum));
        let whole = Stretch {
            from: depth,
            to: height,
            fill: pile
                .layers
                .last()
                .map_or_else(Fill::default, |layer| layer.fill),
        };
        match pile.kind {
            PileKind::Gap => axis.gap(slot, self.line, buf),
            PileKind::Target => {
                axis.outline(&whole, slot, buf);
                axis.body(&whole, slot)
            }
            PileKind::Actual => {
                axis.paint(stretches, slot, buf);
                let tip = pile.tip.filter(|_| height > 0);
                let above = Stretch { from: 0, ..whole };
                axis.body(&whole, slot)
                    .union(axis.open(&above, tip, slot, buf))
            }
        }
    }
}

/// Draws the names that have room, and above their piles the numbers of those.
fn render_names(
    piles: &[Pile<'_>],
    columns: &[Rect],
    bodies: &[Rect],
    labels: &mut Labels,
    buf: &mut Buffer,
) {
    let area = labels.area();
    let widest = piles
        .iter()
        .map(|pile| pile.name.width())
        .max()
        .unwrap_or(0) as u16;
    let middles: Vec<u16> = columns
        .iter()
        .map(|column| column.x + column.width / 2)
        .collect();
    for index in kept(&middles, widest, area) {
        let (pile, body) = (&piles[index], bodies[index]);
        let number = centred(&pile.number, body, body.y.saturating_sub(1), area);
        labels.rise(&pile.number, number, RISE, buf);
        labels.render(
            &pile.name,
            centred(&pile.name, body, area.bottom() - 1, area),
            buf,
        );
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::Color;

    use super::*;

    const COLOURS: [Color; 3] = [Color::Red, Color::Green, Color::Blue];

    fn pile(values: &[f64], name: &'static str) -> Pile<'static> {
        let layer = |(value, colour): (&f64, Color)| Layer {
            value: *value,
            fill: Fill::solid(Style::new().fg(colour)),
        };
        let total: f64 = values.iter().sum();
        Pile {
            layers: values
                .iter()
                .zip(COLOURS.into_iter().cycle())
                .map(layer)
                .collect(),
            number: total.to_string().into(),
            name: name.into(),
            ..Pile::default()
        }
    }

    fn buffer(stack: &Stack<'_>, width: u16, height: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        stack.render(buf.area, &mut buf);
        buf
    }

    fn drawn(stack: &Stack<'_>, width: u16, height: u16) -> Vec<String> {
        let buf = buffer(stack, width, height);
        let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect();
        buf.content
            .chunks(usize::from(width.max(1)))
            .map(row)
            .collect()
    }

    /// The colours of a column from below, a letter for each eighth of a cell.
    fn eighths(buf: &Buffer, x: u16) -> String {
        let letter = |colour: Color| match colour {
            Color::Red => 'r',
            Color::Green => 'g',
            Color::Blue => 'b',
            _ => ' ',
        };
        let rows = (1..buf.area.height - 1).rev();
        let cell = |y: u16| {
            let cell = &buf[(x, y)];
            let part = "▁▂▃▄▅▆▇█"
                .chars()
                .position(|block| cell.symbol().starts_with(block));
            let part = part.map_or(0, |part| part + 1);
            let [below, above] = [cell.fg, cell.bg].map(|colour| letter(colour).to_string());
            below.repeat(part) + &above.repeat(8 - part)
        };
        rows.map(cell).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn stacks_parts_with_totals_and_names() {
        let stack = Stack::new(vec![
            pile(&[2.0, 1.0, 1.0], "21"),
            pile(&[1.0, 0.5, 0.0], "22"),
        ]);
        let buf = buffer(&stack, 12, 6);
        assert_eq!(
            drawn(&stack, 12, 6),
            [
                "  4         ",
                " ████       ",
                " ████  1.5  ",
                " ████  ▄▄▄▄ ",
                " ████  ████ ",
                "  21    22  ",
            ]
        );
        assert_eq!(
            eighths(&buf, 1),
            format!("{}{}{}", "r".repeat(16), "g".repeat(8), "b".repeat(8))
        );
        assert_eq!(
            eighths(&buf, 7),
            format!("{}{}", "r".repeat(8), "g".repeat(4))
        );
    }

    #[test]
    fn draws_values_below_zero_below_it() {
        let stack = Stack::new(vec![pile(&[2.0, -1.0], "21"), pile(&[1.0, 1.0], "22")]);
        assert_eq!(
            drawn(&stack, 12, 5),
            [
                "  1     2   ",
                " ████  ████ ",
                " ████▁▁████ ",
                " ████       ",
                "  21    22  ",
            ]
        );
        let buf = buffer(&stack, 12, 5);
        assert_eq!(
            eighths(&buf, 1),
            format!("{}{}", "g".repeat(8), "r".repeat(16))
        );
    }

    #[test]
    fn marks_a_gap_and_opens_a_target() {
        let mut gap = pile(&[], "22");
        gap.kind = PileKind::Gap;
        gap.number = "–".into();
        let mut target = pile(&[1.0, 1.0], "30");
        target.kind = PileKind::Target;
        let stack = Stack::new(vec![pile(&[2.0, 2.0], "21"), gap, target]);
        assert_eq!(
            drawn(&stack, 17, 6),
            [
                " 4               ",
                "████             ",
                "████         2   ",
                "████   –    ┌──┐ ",
                "████  ╌╌╌╌  │  │ ",
                " 21    22    30  ",
            ]
        );
    }

    #[test]
    fn opens_the_end_of_a_bound() {
        let mut bound = pile(&[2.0], "21");
        bound.tip = Some(Tip::Higher);
        let stack = Stack::new(vec![bound, pile(&[1.0], "22")]);
        let rows = drawn(&stack, 12, 5);
        assert_eq!(
            rows[..3],
            ["  2         ", "  ▴         ", " ████   1   "].map(str::to_owned)
        );
    }

    #[test]
    fn names_its_layers_at_the_height_they_have_in_the_last_actual_pile() {
        let mut target = pile(&[1.0], "30");
        target.kind = PileKind::Target;
        let stack = Stack::new(vec![pile(&[1.0, 1.0, 2.0], "21"), target]);
        let stack = stack.labels(vec!["one".into(), "two".into(), "three".into()]);
        let rows = drawn(&stack, 19, 10);
        let row = |label: &str| rows.iter().position(|row| row.ends_with(label));
        assert_eq!(
            ["three", "two  ", "one  "].map(row),
            [Some(2), Some(5), Some(7)],
            "{rows:#?}"
        );
        assert!(rows[0].starts_with("  4"), "{rows:#?}");
    }

    #[test]
    fn keeps_names_of_layers_apart() {
        let stack = Stack::new(vec![pile(&[1e-3, 1e-3, 1e-3, 5.0], "21")]);
        let stack = stack.labels(["a", "b", "c", "d"].map(Line::from).to_vec());
        let rows = drawn(&stack, 12, 7);
        let ends: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.trim_end().split(' ').next_back())
            .collect();
        assert_eq!(ends[2..6], ["d", "c", "b", "a"], "{rows:#?}");
    }

    #[test]
    fn thins_names_evenly_and_numbers_with_them() {
        let names = ["14", "15", "16", "17", "18", "19", "20"];
        let piles = names.map(|name| pile(&[1.0], name));
        let rows = drawn(&Stack::new(piles.to_vec()), 13, 4);
        assert_eq!(rows[3], "14   17    20");
        assert_eq!(rows[0].matches('1').count(), 3);
    }

    #[test]
    fn keeps_the_first_and_the_last_name_at_every_width() {
        for count in 2..31_usize {
            let names: Vec<String> = (0..count)
                .map(|index| format!("{}", 1994 + index))
                .collect();
            let piles = names.iter().map(|name| Pile {
                name: name.as_str().into(),
                ..pile(&[1.0], "")
            });
            let stack = Stack::new(piles.collect());
            let (width, height) = stack.min_size();
            for width in width..width + 70 {
                let rows = drawn(&stack, width, height);
                let shown: Vec<&str> = rows[usize::from(height) - 1].split_whitespace().collect();
                assert_eq!(shown[0], names[0], "{width}: {shown:?}");
                assert_eq!(
                    shown[shown.len() - 1],
                    names[count - 1],
                    "{width}: {shown:?}"
                );
                let years: Vec<i32> = shown
                    .iter()
                    .map(|year| year.parse().expect("a year"))
                    .collect();
                let steps = years.windows(2).map(|two| two[1] - two[0]);
                let (fewest, most) = (steps.clone().min(), steps.max());
                assert!(
                    most <= fewest.map(|fewest| fewest + 1),
                    "{width}: {shown:?}"
                );
            }
        }
    }

    #[test]
    fn gives_each_row_to_one_part_without_colours() {
        let mut plain = pile(&[1.0, 1.2], "21");
        for layer in &mut plain.layers {
            layer.fill = Fill::default();
        }
        plain.layers[1].fill.texture = Some(("▒", Style::new()));
        let rows = drawn(&Stack::new(vec![plain]), 5, 7);
        assert_eq!(
            rows[1..6].concat().replace(' ', ""),
            "▒".repeat(12) + &"█".repeat(8)
        );
    }

    #[test]
    fn adds_up_to_the_total_and_keeps_order_at_every_size() {
        let totals = [0.0, 1e-6, 1.0, 3.0, 3.001, 50.0, 99.9, 100.0];
        for rows in 1..60 {
            for step in [1, 8] {
                let axis = Axis::new(0.0, 100.0, rows, step).expect("there is room");
                let mut before = 0;
                for total in totals {
                    let pile = pile(&[total * 0.5, 0.0, total * 0.01, total * 0.49], "");
                    let stretches = pile.stretches(&axis, step);
                    let level = axis.level(pile.sums()[1]);
                    let length = |stretch: &Stretch| stretch.to - stretch.from;
                    assert_eq!(stretches.iter().map(length).sum::<i32>(), level);
                    assert_eq!(length(&stretches[1]), 0);
                    assert!(level >= before && (level > 0) == (total > 0.0));
                    let is_roomy = level >= 24;
                    for (stretch, layer) in stretches.iter().zip(&pile.layers) {
                        assert!(
                            layer.value <= 0.0 || length(stretch) > 0 || !is_roomy,
                            "{stretches:?}"
                        );
                    }
                    before = level;
                }
            }
        }
    }

    #[test]
    fn costs_what_is_visible() {
        let layers = vec![1.0; 10_000];
        let stack = Stack::new(vec![pile(&layers, "21"); 3]);
        assert_eq!(drawn(&stack, 20, 10)[0].matches("10000").count(), 3);
        let stack = Stack::new(vec![pile(&[1.0], ""); 10_000]);
        assert_eq!(drawn(&stack, 9, 4)[2], "█ █ █ █ █");
    }

    #[test]
    fn keeps_thai_names_in_their_cells() {
        let stack = Stack::new(vec![pile(&[1.0], "น้ำ"), pile(&[2.0], "ปี 2566")]);
        let stack = stack.labels(vec!["ถ่านหิน".into()]);
        let rows = drawn(&stack, 40, 5);
        assert!(
            rows[4].contains("น้ำ") && rows[4].contains("ปี 2566"),
            "{rows:#?}"
        );
        assert!(rows.iter().any(|row| row.ends_with("ถ่านหิน")), "{rows:#?}");
    }

    #[test]
    fn survives_no_room() {
        for width in 0..16 {
            for height in 0..6 {
                let mut target = pile(&[-3.0], "x");
                target.kind = PileKind::Target;
                target.tip = Some(Tip::Lower);
                let piles = vec![
                    pile(&[1.0, -2.0, f64::NAN], "name"),
                    target,
                    pile(&[f64::INFINITY], "x"),
                ];
                drawn(
                    &Stack::new(piles).labels(vec!["label".into(); 3]),
                    width,
                    height,
                );
                drawn(&Stack::new(Vec::new()), width, height);
            }
        }
    }
}
