//! Block elements and box drawing as rectangles on whole picture units, so that neighbours meet
//! without a seam at every whole scale.

use super::grid::{CENTRE, HEIGHT, WIDTH};
use super::ink::Ink;
use super::scene::FilledRect;

/// The rectangles of one character and how much of the foreground they take.
pub(super) struct Solid {
    /// Left, top, right and bottom within the cell.
    pub(super) boxes: Vec<[u32; 4]>,
    /// 1 except in shades.
    pub(super) share: f32,
    /// Tells whether the shade is made of stripes.
    pub(super) is_hatched: bool,
    /// Tells a thin line from a block.
    pub(super) is_line: bool,
}

impl Solid {
    /// Puts the rectangles into the cell whose corner is at `left` and `top`.
    pub(super) fn placed(
        &self,
        [left, top]: [u32; 2],
        ink: Ink,
    ) -> impl Iterator<Item = FilledRect> {
        self.boxes.iter().map(move |&[x0, y0, x1, y1]| FilledRect {
            area: [left + x0, top + y0, left + x1, top + y1],
            ink,
        })
    }

    /// Tells a block that fills its cell from the left.
    pub(super) fn is_left(&self) -> bool {
        matches!(self.boxes[..], [[0, 0, _, HEIGHT]])
    }

    /// Tells a block that leaves nothing of its cell.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.boxes[..], [[0, 0, WIDTH, HEIGHT]])
    }
}

/// The shade of what was derived.
pub(super) const HATCHED: char = '▒';

/// Eighths of a cell's width and height, rounded to whole units.
const WIDTHS: [u32; 9] = [0, 2, 4, 6, 8, 9, 11, 13, 15];
const HEIGHTS: [u32; 9] = [0, 4, 8, 11, 15, 19, 22, 26, 30];

/// Weights of the lines that go up, right, down and left from the centre, for U+2500 onwards:
/// none, light, heavy, double; dots are drawn in another way.
const ARMS: &str = "\
    0101 0202 1010 2020 .... .... .... .... .... .... .... .... 0110 0210 0120 0220 \
    0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120 \
    2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212 \
    0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212 \
    2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 .... .... .... .... \
    0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130 \
    3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 .... .... .... \
    .... .... .... .... 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010 ";

/// Returns the rectangles of a block element or of a straight box line.
pub(super) fn solid(ch: char) -> Option<Solid> {
    let boxes = match ch {
        '\u{2500}'..='\u{257f}' => lines(ch)?,
        '\u{2580}'..='\u{259f}' => blocks(ch),
        _ => return None,
    };
    let share = match ch {
        '░' => 0.25,
        HATCHED => 0.5,
        '▓' => 0.75,
        _ => 1.0,
    };
    Some(Solid {
        boxes,
        share,
        is_hatched: ch == HATCHED,
        is_line: ch < '\u{2580}',
    })
}

fn blocks(ch: char) -> Vec<[u32; 4]> {
    let [middle, half] = CENTRE;
    let code = ch as usize;
    let upper_left = [0, 0, middle, half];
    let upper_right = [middle, 0, WIDTH, half];
    let lower_left = [0, half, middle, HEIGHT];
    let lower_right = [middle, half, WIDTH, HEIGHT];
    match ch {
        '▀' => vec![[0, 0, WIDTH, half]],
        '▁'..='█' => vec![[0, HEIGHT - HEIGHTS[code - 0x2580], WIDTH, HEIGHT]],
        '▉'..='▏' => vec![[0, 0, WIDTHS[0x2590 - code], HEIGHT]],
        '▐' => vec![[middle, 0, WIDTH, HEIGHT]],
        '▔' => vec![[0, 0, WIDTH, HEIGHTS[1]]],
        '▕' => vec![[WIDTHS[7], 0, WIDTH, HEIGHT]],
        '▖' => vec![lower_left],
        '▗' => vec![lower_right],
        '▘' => vec![upper_left],
        '▙' => vec![upper_left, lower_left, lower_right],
        '▚' => vec![upper_left, lower_right],
        '▛' => vec![upper_left, upper_right, lower_left],
        '▜' => vec![upper_left, upper_right, lower_right],
        '▝' => vec![upper_right],
        '▞' => vec![upper_right, lower_left],
        '▟' => vec![upper_right, lower_left, lower_right],
        _ => vec![[0, 0, WIDTH, HEIGHT]],
    }
}

fn lines(ch: char) -> Option<Vec<[u32; 4]>> {
    match ch {
        '┄' => return Some(dashes(3, false, 1)),
        '┅' => return Some(dashes(3, false, 2)),
        '┆' => return Some(dashes(3, true, 1)),
        '┇' => return Some(dashes(3, true, 2)),
        '┈' => return Some(dashes(4, false, 1)),
        '┉' => return Some(dashes(4, false, 2)),
        '┊' => return Some(dashes(4, true, 1)),
        '┋' => return Some(dashes(4, true, 2)),
        '╌' => return Some(dashes(2, false, 1)),
        '╍' => return Some(dashes(2, false, 2)),
        '╎' => return Some(dashes(2, true, 1)),
        '╏' => return Some(dashes(2, true, 2)),
        _ => {}
    }
    let start = (ch as usize - 0x2500) * 5;
    let digits = ARMS.as_bytes().get(start..start + 4)?;
    if digits.contains(&b'.') {
        return None;
    }
    let weights: Vec<i32> = digits
        .iter()
        .map(|&digit| i32::from(digit - b'0'))
        .collect();
    Some((0..4).flat_map(|arm| tracks(&weights, arm)).collect())
}

/// Draws the `arm` (up, right, down, left) of a junction: one line, or two for a double one.
fn tracks(weights: &[i32], arm: usize) -> Vec<[u32; 4]> {
    let [weight, opposite] = [weights[arm], weights[(arm + 2) % 4]];
    let is_upright = arm.is_multiple_of(2);
    let [before, behind] = if is_upright {
        [weights[3], weights[1]]
    } else {
        [weights[0], weights[2]]
    };
    // How far from the centre an arm begins, past it where negative: it covers the line it
    // meets, and ends at the nearer track of a double line.
    let near = |met: i32| if met == 3 { 1 } else { -met };
    let single = match (opposite > 0, before > 0, behind > 0) {
        (true, ..) | (_, false, false) => 0,
        (_, true, true) => near(before.max(behind)),
        _ => -before.max(behind),
    };
    let track = |next: i32, beyond: i32| if next > 0 { near(next) } else { -beyond };
    match weight {
        0 => vec![],
        3 => vec![
            placed(arm, track(before, behind), [-3, -1]),
            placed(arm, track(behind, before), [1, 3]),
        ],
        _ => vec![placed(arm, single, [-weight, weight])],
    }
}

/// Turns a distance from the centre and a span across the arm into a rectangle.
fn placed(arm: usize, start: i32, [low, high]: [i32; 2]) -> [u32; 4] {
    let [x, y] = CENTRE.map(u32::cast_signed);
    let [width, height] = [WIDTH, HEIGHT].map(u32::cast_signed);
    match arm {
        0 => [x + low, 0, x + high, y - start],
        1 => [x + start, y + low, width, y + high],
        2 => [x + low, y + start, x + high, height],
        _ => [0, y + low, x - start, y + high],
    }
    .map(i32::cast_unsigned)
}

fn dashes(count: u32, is_upright: bool, half: u32) -> Vec<[u32; 4]> {
    let [x, y] = CENTRE;
    let (length, margin) = if is_upright { (HEIGHT, 2) } else { (WIDTH, 1) };
    (0..count)
        .map(|index| {
            [
                index * length / count + margin,
                (index + 1) * length / count - margin,
            ]
        })
        .map(|[from, to]| {
            if is_upright {
                [x - half, from, x + half, to]
            } else {
                [from, y - half, to, y + half]
            }
        })
        .collect()
}
