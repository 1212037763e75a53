//! Marks drawn by hand: rounded corners, diagonals, braille, triangles, discs and other signs
//! that a font would set too small, too low, or not at all.

use super::grid::{CENTRE, HEIGHT, WIDTH};
use super::outline::{Outline, Point, Step};

/// Half of a light line.
const HALF: f32 = 1.0;

/// Returns the shape of a character that is drawn by hand, within its cell.
pub(super) fn symbol(ch: char) -> Option<Outline> {
    stroke(ch)
        .or_else(|| triangle(ch))
        .or_else(|| round(ch))
        .or_else(|| angular(ch))
}

/// Returns the shape of a diagonal or of dots, which make the lines of a chart.
fn stroke(ch: char) -> Option<Outline> {
    let [right, bottom] = [WIDTH as f32, HEIGHT as f32];
    let rising = |shape| diagonal(shape, [0.0, bottom], [right, 0.0]);
    let falling = |shape| diagonal(shape, [0.0, 0.0], [right, bottom]);
    let shape = Outline::default();
    Some(match ch {
        '╱' => rising(shape),
        '╲' => falling(shape),
        '╳' => falling(rising(shape)),
        '\u{2801}'..='\u{28ff}' => dots(ch as u32 - 0x2800),
        _ => return None,
    })
}

/// The corners of a triangle.
type Triangle = [Point; 3];

/// The filled triangles.
const FILLED: [(char, Triangle); 10] = [
    ('▲', UP),
    ('▼', DOWN),
    ('▶', RIGHT),
    ('►', RIGHT),
    ('◀', LEFT),
    ('◄', LEFT),
    ('▴', [[7.5, 11.0], [12.0, 19.0], [3.0, 19.0]]),
    ('▾', [[7.5, 19.0], [3.0, 11.0], [12.0, 11.0]]),
    ('▸', [[12.0, 15.0], [4.0, 20.0], [4.0, 10.0]]),
    ('◂', [[3.0, 15.0], [11.0, 10.0], [11.0, 20.0]]),
];

/// The triangles with a hole, and its corners.
const HOLLOW: [(char, Triangle, Triangle); 4] = [
    ('△', UP, [[7.5, 12.4], [11.2, 19.3], [3.8, 19.3]]),
    ('▽', DOWN, [[7.5, 17.6], [3.8, 10.7], [11.2, 10.7]]),
    ('▷', RIGHT, [[10.5, 15.0], [3.7, 18.7], [3.7, 11.3]]),
    ('◁', LEFT, [[4.5, 15.0], [11.3, 11.3], [11.3, 18.7]]),
];

const UP: Triangle = [[7.5, 9.0], [14.0, 21.0], [1.0, 21.0]];
const DOWN: Triangle = [[7.5, 21.0], [1.0, 9.0], [14.0, 9.0]];
const LEFT: Triangle = [[1.0, 15.0], [13.0, 8.5], [13.0, 21.5]];
const RIGHT: Triangle = [[14.0, 15.0], [2.0, 21.5], [2.0, 8.5]];

fn triangle(ch: char) -> Option<Outline> {
    let filled = FILLED.iter().find(|(symbol, _)| *symbol == ch);
    if let Some((_, points)) = filled {
        return Some(Outline::default().polygon(points));
    }
    let (_, points, hole) = HOLLOW.iter().find(|(symbol, ..)| *symbol == ch)?;
    Some(Outline::default().polygon(points).hole(hole))
}

/// Returns the shape of a disc or a ring.
fn round(ch: char) -> Option<Outline> {
    let disc = Outline::default().disc([7.5, 15.0], 6.0);
    Some(match ch {
        '●' => disc,
        '○' => disc.disc([7.5, 15.0], -4.2),
        '◉' => disc.disc([7.5, 15.0], -4.4).disc([7.5, 15.0], 2.6),
        _ => return None,
    })
}

/// Returns the shape of a square, a box to tick, a diamond or a key.
fn angular(ch: char) -> Option<Outline> {
    let shape = Outline::default();
    Some(match ch {
        '■' => square(shape, 2.0, 9.0, 11.0),
        '□' | '☐' => hollow(shape, 2.0, 9.0, 11.0),
        '☑' => hollow(shape, 2.0, 9.0, 11.0).polygon(&TICK),
        '▪' => square(shape, 4.0, 11.0, 7.0),
        '▫' => hollow(shape, 4.0, 11.0, 7.0),
        '◆' => diamond(shape, 7.0, false),
        '◇' => diamond(diamond(shape, 7.0, false), 4.5, true),
        '↵' | '⏎' => shape.polygon(&RETURN),
        _ => return None,
    })
}

const TICK: [Point; 6] = [
    [4.6, 14.4],
    [6.6, 16.2],
    [10.4, 11.4],
    [11.6, 12.4],
    [6.8, 18.2],
    [3.6, 15.4],
];

const RETURN: [Point; 9] = [
    [11.0, 9.0],
    [13.0, 9.0],
    [13.0, 18.0],
    [6.5, 18.0],
    [6.5, 21.5],
    [1.5, 17.0],
    [6.5, 12.5],
    [6.5, 16.0],
    [11.0, 16.0],
];

/// Returns the box that stands for a character no font has, `cells` wide.
pub(super) fn unknown(cells: u16) -> Outline {
    let right = f32::from(cells) * WIDTH as f32 - 2.0;
    Outline::default()
        .polygon(&[[2.0, 5.0], [right, 5.0], [right, 23.0], [2.0, 23.0]])
        .hole(&[
            [4.0, 7.0],
            [right - 2.0, 7.0],
            [right - 2.0, 21.0],
            [4.0, 21.0],
        ])
}

/// Returns the shape of a rounded corner, which joins the lines of a frame, within its cell.
pub(super) fn corner(ch: char) -> Option<Outline> {
    let [right, bottom] = [WIDTH as f32, HEIGHT as f32];
    Some(match ch {
        '╭' => turn(right, bottom),
        '╮' => turn(0.0, bottom),
        '╯' => turn(0.0, 0.0),
        '╰' => turn(right, 0.0),
        _ => return None,
    })
}

/// Joins the side at `edge_x` with the top or bottom at `edge_y` by a quarter of a circle, clockwise
/// as rectangles are drawn: where shapes of one path meet, their coverage adds up.
fn turn(edge_x: f32, edge_y: f32) -> Outline {
    let [x, y] = CENTRE.map(|value| value as f32);
    let across = (edge_x - x).signum();
    let along = (edge_y - y).signum();
    let radius = WIDTH as f32 - x;
    let turn = [x + across * radius, y + along * radius];
    let mut shape = Outline::default();
    let from = |offset: f32| {
        [
            [x - across * offset, turn[1]],
            [turn[0], y - along * offset],
        ]
    };
    let there = HALF * across * along;
    let [end, side] = from(there);
    shape.push(Step::Move([end[0], edge_y]));
    shape.push(Step::Line(end));
    shape.quarter(end, [end[0], side[1]], side);
    shape.push(Step::Line([edge_x, side[1]]));
    let [end, side] = from(-there);
    shape.push(Step::Line([edge_x, side[1]]));
    shape.push(Step::Line(side));
    shape.quarter(side, [end[0], side[1]], end);
    shape.push(Step::Line([end[0], edge_y]));
    shape.push(Step::Close);
    shape
}

fn diagonal(shape: Outline, [from_x, from_y]: Point, [to_x, to_y]: Point) -> Outline {
    let length = (to_x - from_x).hypot(to_y - from_y);
    let [across, along] = [(to_y - from_y) / length, (from_x - to_x) / length];
    shape.polygon(&[
        [from_x + across, from_y + along],
        [from_x - across, from_y - along],
        [to_x - across, to_y - along],
        [to_x + across, to_y + along],
    ])
}

/// Makes the eight dots of a braille pattern squares that fill their cell: dots are what lines in a
/// terminal are made of, and a line has no holes.
fn dots(pattern: u32) -> Outline {
    const PLACES: [(f32, f32); 8] = [
        (0.0, 0.0),
        (0.0, 1.0),
        (0.0, 2.0),
        (1.0, 0.0),
        (1.0, 1.0),
        (1.0, 2.0),
        (0.0, 3.0),
        (1.0, 3.0),
    ];
    PLACES
        .into_iter()
        .enumerate()
        .filter(|(bit, _)| pattern >> bit & 1 == 1)
        .fold(Outline::default(), |shape, (_, (column, row))| {
            square(shape, 7.5 * column, 7.5 * row, 7.5)
        })
}

fn square(shape: Outline, left: f32, top: f32, side: f32) -> Outline {
    shape.polygon(&[
        [left, top],
        [left + side, top],
        [left + side, top + side],
        [left, top + side],
    ])
}

fn hollow(shape: Outline, left: f32, top: f32, side: f32) -> Outline {
    let (near_x, near_y, far_x, far_y) =
        (left + 2.0, top + 2.0, left + side - 2.0, top + side - 2.0);
    square(shape, left, top, side).hole(&[
        [near_x, near_y],
        [far_x, near_y],
        [far_x, far_y],
        [near_x, far_y],
    ])
}

fn diamond(shape: Outline, reach: f32, is_hole: bool) -> Outline {
    let [x, y] = [7.5, 15.0];
    let points = [
        [x, y - reach],
        [x + reach, y],
        [x, y + reach],
        [x - reach, y],
    ];
    if is_hole {
        shape.hole(&points)
    } else {
        shape.polygon(&points)
    }
}
