//! The frame writer: few bytes that turn what a terminal shows into a page.
//!
//! It compares what is seen rather than what is stored: a blank has no foreground colour, and a row that
//! ends in blanks ends in one erasure.

use std::mem;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

use crate::export::sgr::{Rendition, number};
use crate::text;

/// Starts a frame that the terminal shows as a whole.
const BEGIN: &str = "\x1b[?2026h";

/// Ends it.
const END: &str = "\x1b[?2026l";

const HIDE_CURSOR: &str = "\x1b[?25l";

const SHOW_CURSOR: &str = "\x1b[?25h";

const ERASE_SCREEN: &str = "\x1b[2J";

/// Erases from the cursor to the end of the row.
const ERASE_ROW: &str = "\x1b[K";

/// Erases two cells from the cursor on, which stays.
const ERASE_TWO: &str = "\x1b[2X";

/// From this many blanks on, an erasure is shorter than they are.
const MIN_ERASED: usize = 4;

/// What is seen of a cell without a glyph, besides its background.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// What the terminal shows, and how to make it show something else.
#[derive(Debug)]
pub struct Painter {
    shown: Buffer,
    cursor: Option<Position>,
    is_unknown: bool,
    erases_in_colour: bool,
    frame: String,
}

impl Painter {
    /// A painter that assumes nothing about what the terminal shows.
    ///
    /// `erases_in_colour` says whether the terminal erases with the selected background (terminfo's `bce`).
    pub const fn new(erases_in_colour: bool) -> Self {
        Self {
            shown: Buffer {
                area: Rect::ZERO,
                content: Vec::new(),
            },
            cursor: None,
            is_unknown: true,
            erases_in_colour,
            frame: String::new(),
        }
    }

    /// Assumes nothing about what the terminal shows.
    pub const fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// The page that was painted last.
    pub const fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// The bytes that turn what is shown into `page` with this cursor, none if they are the same.
    ///
    /// The pages are swapped: `page` holds what was shown before.
    pub fn paint(&mut self, page: &mut Buffer, cursor: Option<Position>) -> &[u8] {
        let mut pen = Pen {
            frame: mem::take(&mut self.frame),
            rendition: Rendition::default(),
            position: None,
        };
        pen.frame.clear();
        pen.frame.push_str(BEGIN);
        if self.cursor.is_some() {
            pen.frame.push_str(HIDE_CURSOR);
        }
        let start = pen.frame.len();
        if self.is_unknown || self.shown.area != page.area {
            self.clear(page, &mut pen);
        }
        let width = usize::from(page.area.width).max(1);
        let rows = self.shown.content.chunks(width);
        for (y, (old, new)) in (0..).zip(rows.zip(page.content.chunks(width))) {
            pen.paint_row(y, old, new, self.erases_in_colour);
        }
        if pen.frame.len() == start && cursor == self.cursor {
            pen.frame.clear();
        } else {
            pen.select(Rendition::default());
            if let Some(Position { x, y }) = cursor {
                pen.jump(x, y);
                pen.frame.push_str(SHOW_CURSOR);
            }
            pen.frame.push_str(END);
        }
        self.frame = pen.frame;
        mem::swap(&mut self.shown, page);
        self.cursor = cursor;
        self.is_unknown = false;
        self.frame.as_bytes()
    }

    /// Clears the screen, to the background of the page where the terminal can.
    fn clear(&mut self, page: &Buffer, pen: &mut Pen) {
        let corner = page.content.first().filter(|_| self.erases_in_colour);
        let background = corner.map_or(Color::Reset, |cell| cell.bg);
        pen.frame.push_str("\x1b[0m");
        pen.select(Rendition {
            background,
            ..Rendition::default()
        });
        pen.frame.push_str(ERASE_SCREEN);
        let mut blank = Cell::EMPTY;
        blank.bg = background;
        self.shown = Buffer::filled(page.area, blank);
    }
}

/// Writes cells, and knows what a terminal would do with the next one.
struct Pen {
    frame: String,
    rendition: Rendition,
    /// Where the next glyph lands; `None` where terminals may disagree.
    position: Option<Position>,
}

impl Pen {
    /// Writes what differs in a row.
    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], erases_in_colour: bool) {
        let tail = blank_tail(new, erases_in_colour);
        // Up to here the terminal may show what is left of a wide glyph that was overwritten.
        let mut stale = 0;
        let mut x = 0;
        while x < new.len() {
            let cell = &new[x];
            let cells = width(cell).min(new.len() - x);
            if x >= stale && looks_alike(&old[x], cell) {
                x += cells;
                continue;
            }
            let position = Position::new(x as u16, y);
            if x >= tail && new.len() - x >= MIN_ERASED {
                self.move_to(position);
                self.select_blank(cell);
                self.frame.push_str(ERASE_ROW);
                return;
            }
            for (covered, old) in (x..).zip(&old[x..x + cells]) {
                stale = stale.max(covered + width(old));
            }
            self.write(position, cell, cells);
            x += cells;
        }
    }

    fn write(&mut self, position: Position, cell: &Cell, cells: usize) {
        self.move_to(position);
        if is_blank(cell) {
            self.select_blank(cell);
            self.frame.push(' ');
        } else {
            self.select(Rendition::of(cell));
            let symbol = cell.symbol();
            if symbol.contains('\u{fe0f}') {
                // Some terminals draw an emoji over one cell and leave the other as it was.
                self.frame.push_str(ERASE_TWO);
            }
            self.frame.push_str(symbol);
        }
        let next = Position::new(position.x + 1, position.y);
        self.position = (cells == 1).then_some(next);
    }

    /// Moves the cursor, unless it is there.
    fn move_to(&mut self, to: Position) {
        match self.position {
            Some(from) if from == to => {}
            Some(from) if from.y == to.y && from.x < to.x => {
                self.frame.push_str("\x1b[");
                if to.x - from.x > 1 {
                    number(&mut self.frame, to.x - from.x);
                }
                self.frame.push('C');
            }
            _ => self.jump(to.x, to.y),
        }
    }

    /// Moves the cursor from wherever it is.
    fn jump(&mut self, x: u16, y: u16) {
        self.frame.push_str("\x1b[");
        number(&mut self.frame, y + 1);
        if x > 0 {
            self.frame.push(';');
            number(&mut self.frame, x + 1);
        }
        self.frame.push('H');
    }

    fn select(&mut self, rendition: Rendition) {
        if rendition != self.rendition {
            rendition.switch(self.rendition, &mut self.frame);
            self.rendition = rendition;
        }
    }

    /// Selects the background of a blank, and leaves selected what is not seen on one.
    fn select_blank(&mut self, cell: &Cell) {
        self.select(Rendition {
            background: cell.bg,
            modifier: self.rendition.modifier.difference(SEEN_ON_BLANK),
            ..self.rendition
        });
    }
}

/// Where the blanks begin that a row ends in and that one erasure can write; its length if there are none.
fn blank_tail(row: &[Cell], erases_in_colour: bool) -> usize {
    let Some(last) = row.last() else {
        return 0;
    };
    if last.bg != Color::Reset && !erases_in_colour {
        return row.len();
    }
    let is_other = |cell: &Cell| !is_blank(cell) || cell.bg != last.bg;
    // A wide glyph covers the blanks behind it.
    let end = |index: usize| index + width(&row[index]);
    row.iter().rposition(is_other).map_or(0, end)
}

/// Whether nothing is seen of a cell but its background.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [] | [b' ']) && !cell.modifier.intersects(SEEN_ON_BLANK)
}

/// Whether two cells look the same.
fn looks_alike(one: &Cell, other: &Cell) -> bool {
    one.bg == other.bg
        && is_same(one.symbol(), other.symbol())
        && (one.fg == other.fg && one.modifier == other.modifier
            || is_blank(one) && is_blank(other))
}

/// Whether two symbols are the same; most are a byte each, which needs no call.
fn is_same(one: &str, other: &str) -> bool {
    match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        ([_], _) | (_, [_]) => false,
        (one, other) => one == other,
    }
}

/// How many cells a glyph covers: at least the one it is in.
fn width(cell: &Cell) -> usize {
    text::covered(cell.symbol()).into()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn page(rows: &[(&str, Style)], width: u16) -> Buffer {
        let mut page = Buffer::empty(Rect::new(0, 0, width, rows.len() as u16));
        for (y, (text, style)) in (0..).zip(rows) {
            page.set_string(0, y, text, *style);
        }
        page
    }

    fn painted(painter: &mut Painter, text: &str) -> String {
        let mut page = page(&[(text, Style::new()), ("", Style::new())], 9);
        String::from_utf8_lossy(painter.paint(&mut page, None)).into_owned()
    }

    #[test]
    fn writes_only_what_has_changed() {
        let mut painter = Painter::new(true);
        let first = painted(&mut painter, "emissions");
        let expected = "\x1b[?2026h\x1b[0m\x1b[2J\x1b[1Hemissions\x1b[?2026l";
        assert_eq!(first, expected);
        assert_eq!(painted(&mut painter, "emissions"), "");
        let second = painted(&mut painter, "emission!");
        assert_eq!(second, "\x1b[?2026h\x1b[1;9H!\x1b[?2026l");
    }

    #[test]
    fn writes_everything_after_a_new_size_or_a_doubt() {
        let mut painter = Painter::new(true);
        let first = painted(&mut painter, "emissions");
        painter.forget();
        assert_eq!(painted(&mut painter, "emissions"), first);
        let mut smaller = page(&[("emission", Style::new())], 8);
        let frame = painter.paint(&mut smaller, None);
        assert!(frame.ends_with(b"\x1b[1Hemission\x1b[?2026l"));
    }

    #[test]
    fn erases_the_blanks_that_a_row_ends_in() {
        let mut painter = Painter::new(true);
        painted(&mut painter, "emissions");
        let frame = painted(&mut painter, "emit");
        assert_eq!(frame, "\x1b[?2026h\x1b[1;4Ht\x1b[K\x1b[?2026l");
    }

    #[test]
    fn erases_in_colour_only_where_the_terminal_can() {
        let blue = Style::new().bg(Color::Blue);
        for (erases_in_colour, expected) in [
            (true, "\x1b[0m\x1b[44m\x1b[2J\x1b[1Habc"),
            (false, "\x1b[0m\x1b[2J\x1b[1H\x1b[44mabc    "),
        ] {
            let mut painter = Painter::new(erases_in_colour);
            let mut page = page(&[("abc    ", blue)], 7);
            let frame = String::from_utf8_lossy(painter.paint(&mut page, None)).into_owned();
            assert_eq!(frame, format!("\x1b[?2026h{expected}\x1b[0m\x1b[?2026l"));
        }
    }

    #[test]
    fn leaves_alone_what_is_not_seen() {
        let mut painter = Painter::new(true);
        let red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let mut one = page(&[("a      b", Style::new())], 9);
        let mut other = page(&[("a      ", red), ("", red)], 9);
        other.set_string(0, 0, "a", Style::reset());
        other.set_string(7, 0, "b", Style::reset());
        other.resize(one.area);
        painter.paint(&mut one, None);
        assert_eq!(painter.paint(&mut other, None), b"");
    }

    #[test]
    fn writes_again_what_a_wide_glyph_had_covered() {
        let mut painter = Painter::new(true);
        let mut wide = page(&[("界x", Style::new())], 4);
        let mut narrow = page(&[("a x", Style::new())], 4);
        painter.paint(&mut wide, None);
        let frame = String::from_utf8_lossy(painter.paint(&mut narrow, None)).into_owned();
        assert_eq!(frame, "\x1b[?2026h\x1b[1Ha \x1b[?2026l");
    }

    #[test]
    fn shows_the_cursor_where_it_is() {
        let mut painter = Painter::new(true);
        let blank = || page(&[("", Style::new())], 4);
        painter.paint(&mut blank(), None);
        let cursor = Some(Position::new(2, 0));
        let frame = String::from_utf8_lossy(painter.paint(&mut blank(), cursor)).into_owned();
        assert_eq!(frame, "\x1b[?2026h\x1b[1;3H\x1b[?25h\x1b[?2026l");
        assert_eq!(painter.paint(&mut blank(), cursor), b"");
        let frame = String::from_utf8_lossy(painter.paint(&mut blank(), None)).into_owned();
        assert_eq!(frame, "\x1b[?2026h\x1b[?25l\x1b[?2026l");
    }
}
