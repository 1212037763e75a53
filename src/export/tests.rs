//! What the pictures promise, proven on their pixels.

use std::io::Cursor;

use ::png::{Decoder, Transformations};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Canvas, Meta, Rgb, Scene, is_drawn, missing, png, svg};

const WHITE: Rgb = Rgb(255, 255, 255);
const BLACK: Rgb = Rgb(0, 0, 0);
const NIGHT: Canvas = Canvas::new(WHITE, BLACK);

/// A decoded picture.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    fn decoded(bytes: &[u8]) -> Self {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG header");
        let mut data = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut data).expect("a frame");
        let pixels = data.as_chunks::<4>().0.to_vec();
        Self {
            width: info.width as usize,
            height: info.height as usize,
            pixels,
        }
    }

    fn of(buf: &Buffer, scale: f32) -> Self {
        Self::decoded(&png(&Scene::new(buf, &NIGHT), scale, &Meta::default()))
    }

    fn of_lines(lines: &[&str], scale: f32) -> Self {
        Self::of(&Buffer::with_lines(lines.iter().copied()), scale)
    }

    fn red(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x][0]
    }

    /// Columns that hold a light pixel in `rows`, first and last.
    fn extent(&self, rows: std::ops::Range<usize>) -> Option<(usize, usize)> {
        let is_lit = |&x: &usize| rows.clone().any(|y| self.red(x, y) > 127);
        let first = (0..self.width).find(is_lit)?;
        Some((first, (0..self.width).rfind(is_lit)?))
    }

    /// Counts the areas of light pixels, or of dark ones.
    fn areas(&self, is_light: bool) -> usize {
        let is_wanted = |x: usize, y: usize| (self.red(x, y) > 127) == is_light;
        let mut seen = vec![false; self.pixels.len()];
        let mut count = 0;
        for start in 0..self.pixels.len() {
            let mut open = vec![start];
            let mut is_new = false;
            while let Some(place) = open.pop() {
                let [x, y] = [place % self.width, place / self.width];
                if seen[place] || !is_wanted(x, y) {
                    continue;
                }
                seen[place] = true;
                is_new = true;
                open.extend((x > 0).then(|| place - 1));
                open.extend((x + 1 < self.width).then(|| place + 1));
                open.extend((y > 0).then(|| place - self.width));
                open.extend((y + 1 < self.height).then(|| place + self.width));
            }
            count += usize::from(is_new);
        }
        count
    }
}

fn set(text: &str, style: Style) -> Buffer {
    let mut buf = Buffer::with_lines([text]);
    buf.set_style(buf.area, style);
    buf
}

/// Puts clusters into a row of cells one by one, as a terminal gets them.
fn cells(symbols: &[&str]) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, symbols.len() as u16, 1));
    for (cell, symbol) in buf.content.iter_mut().zip(symbols) {
        cell.set_symbol(symbol);
    }
    buf
}

/// The pixels that somebody else makes of our vectors.
fn repainted(svg: &str, scale: f32, [width, height]: [usize; 2]) -> Pixmap {
    let tree = Tree::from_str(svg, &Options::default()).expect("an SVG");
    let mut pixels = Pixmap::new(width as u32, height as u32).expect("a size");
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels
}

fn page() -> Buffer {
    let mut buf = Buffer::with_lines([
        "╭─ พลังงานและน้ำ ────────╮",
        "│ ████▍▒▒░░ 1,234.5 tCO₂e │",
        "│ ▲ 12.4% ▼ ● ◆ ⣿⡇ ▁▂▃▄▅▆▇ │",
        "╰═══━━━╌╌╌───────────────╯",
    ]);
    buf.set_style(
        Rect::new(2, 1, 9, 1),
        Style::new().fg(Color::Rgb(76, 195, 138)),
    );
    buf.set_style(
        Rect::new(2, 2, 4, 1),
        Style::new()
            .bg(Color::Indexed(60))
            .add_modifier(Modifier::BOLD),
    );
    buf.set_style(
        Rect::new(12, 1, 6, 1),
        Style::new().add_modifier(Modifier::UNDERLINED),
    );
    buf
}

#[test]
fn blocks_meet_without_a_seam() {
    for scale in [1.0, 1.5, 2.0] {
        let picture = Picture::of_lines(&["████", "████", "████"], scale);
        assert!(
            picture.pixels.iter().all(|pixel| pixel == &[255; 4]),
            "at scale {scale}"
        );
    }
}

#[test]
fn eighths_have_sharp_edges_and_grow() {
    for scale in [1.0, 2.0] {
        for bars in ["▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉█"] {
            let mut last = 0;
            for bar in bars.chars() {
                let picture = Picture::of_lines(&[&bar.to_string()], scale);
                assert!(
                    picture
                        .pixels
                        .iter()
                        .all(|pixel| matches!(pixel[0], 0 | 255)),
                    "{bar}"
                );
                let size = picture
                    .pixels
                    .iter()
                    .filter(|pixel| pixel[0] == 255)
                    .count();
                assert!(size > last, "{bar}");
                last = size;
            }
            assert_eq!(last, (15.0 * 30.0 * scale * scale) as usize);
        }
    }
}

#[test]
fn complements_fill_the_cell_exactly() {
    let pairs = [
        ("▀", "▄"),
        ("▌", "▐"),
        ("▘", "▟"),
        ("▝", "▙"),
        ("▖", "▜"),
        ("▗", "▛"),
        ("▚", "▞"),
    ];
    for scale in [1.0, 2.0] {
        for (one, other) in pairs {
            let [one_picture, other_picture] =
                [one, other].map(|block| Picture::of_lines(&[block], scale));
            for (a, b) in one_picture.pixels.iter().zip(&other_picture.pixels) {
                assert_eq!(a[0].checked_add(b[0]), Some(255), "{one} and {other}");
            }
        }
        for block in "▁▂▃▄▅▆▇▏▎▍▌▋▊▉▔▕".chars().map(String::from) {
            let plain = Picture::of_lines(&[&block], scale);
            let turned = Picture::of(&set(&block, Style::new().reversed()), scale);
            for (a, b) in plain.pixels.iter().zip(&turned.pixels) {
                assert_eq!(a[0].checked_add(b[0]), Some(255), "{block}");
            }
        }
    }
}

#[test]
fn lines_run_on_across_cells() {
    for scale in [1.0, 2.0] {
        for line in ["───", "━━━", "═══", "─━─", "╴─╶", "▔▔▔"] {
            let picture = Picture::of_lines(&[line], scale);
            let is_whole = |y: usize| (0..picture.width).all(|x| picture.red(x, y) == 255);
            let expected = !line.contains('╴');
            assert_eq!(
                (0..picture.height).any(is_whole),
                expected,
                "{line} at scale {scale}"
            );
        }
        for line in ["│", "┃", "║"] {
            let picture = Picture::of_lines(&[line; 3], scale);
            let is_whole = |x: usize| (0..picture.height).all(|y| picture.red(x, y) == 255);
            assert!((0..picture.width).any(is_whole), "{line} at scale {scale}");
        }
    }
}

#[test]
fn light_lines_are_two_pixels_wide() {
    let picture = Picture::of_lines(&["─"], 1.0);
    assert_eq!((0..30).filter(|&y| picture.red(7, y) > 0).count(), 2);
}

#[test]
fn corners_and_crossings_close_their_windows() {
    let frames: [(&[&str], usize, usize); 8] = [
        (&["┌─┬─┐", "│ │ │", "├─┼─┤", "│ │ │", "└─┴─┘"], 1, 5),
        (&["╭─┬─╮", "│ │ │", "├─┼─┤", "│ │ │", "╰─┴─╯"], 1, 5),
        (&["┏━┳━┓", "┃ ┃ ┃", "┣━╋━┫", "┃ ┃ ┃", "┗━┻━┛"], 1, 5),
        (&["┍━┯━┑", "│ │ │", "┝━┿━┥", "│ │ │", "┕━┷━┙"], 1, 5),
        (&["┎─┰─┒", "┃ ┃ ┃", "┠─╂─┨", "┃ ┃ ┃", "┖─┸─┚"], 1, 5),
        // An outer ring and one ring around each window; the gap between them is one area.
        (&["╔═╦═╗", "║ ║ ║", "╠═╬═╣", "║ ║ ║", "╚═╩═╝"], 5, 6),
        (&["╒═╤═╕", "│ │ │", "╞═╪═╡", "│ │ │", "╘═╧═╛"], 1, 9),
        (&["╓─╥─╖", "║ ║ ║", "╟─╫─╢", "║ ║ ║", "╙─╨─╜"], 1, 9),
    ];
    for scale in [1.0, 2.0] {
        for (frame, light, dark) in frames {
            let picture = Picture::of_lines(frame, scale);
            let found = (picture.areas(true), picture.areas(false));
            assert_eq!(found, (light, dark), "{frame:#?} at scale {scale}");
        }
    }
}

#[test]
fn a_frame_of_one_ink_is_one_path_without_a_gap() {
    let frame = Buffer::with_lines(["╭──╮", "│  │", "╰──╯"]);
    let vectors = svg(&Scene::new(&frame, &NIGHT), &Meta::default());
    let inks = vectors.matches("fill=\"#").count();
    assert_eq!(inks, 2, "the page and the frame");
    // The straight lines weigh the same everywhere, also in the pixel in which a corner begins.
    let pixels = repainted(&vectors, 1.31, [79, 118]);
    let red = |x: u32, y: u32| u32::from(pixels.pixel(x, y).expect("a pixel inside").red());
    let column = |x: u32| (12..28).map(|y| red(x, y)).sum::<u32>();
    let row = |y: u32| (4..20).map(|x| red(x, y)).sum::<u32>();
    for x in 19..59 {
        assert!(column(x).abs_diff(column(39)) <= 16, "column {x}");
    }
    for y in 39..79 {
        assert!(row(y).abs_diff(row(59)) <= 16, "row {y}");
    }
}

#[test]
fn draws_every_block_line_and_dot() {
    for ch in ('\u{2500}'..='\u{259f}').chain('\u{2801}'..='\u{28ff}') {
        assert!(is_drawn(ch), "{ch}");
        let picture = Picture::of_lines(&[&ch.to_string()], 1.0);
        assert!(picture.pixels.iter().any(|pixel| pixel[0] > 60), "{ch}");
    }
}

#[test]
fn shades_darken_and_all_but_the_hatched_one_are_even() {
    let levels = ["░", "▒", "▓", "█"].map(|shade| {
        let picture = Picture::of_lines(&[shade.repeat(2)].each_ref().map(String::as_str), 1.0);
        let is_even = picture
            .pixels
            .iter()
            .all(|pixel| pixel == &picture.pixels[0]);
        assert_eq!(is_even, shade != "▒", "{shade}");
        let sum: u32 = picture.pixels.iter().map(|pixel| u32::from(pixel[0])).sum();
        sum / picture.pixels.len() as u32
    });
    assert_eq!(levels, [64, 127, 191, 255]);
}

/// A bar on a track: the ink of its blocks, and of what lies under them.
const BAR: Style = Style::new()
    .fg(Color::Rgb(200, 100, 0))
    .bg(Color::Rgb(20, 30, 40));

/// The colours of a bar that is not solid, and of the block at its end.
const HATCH: Style = Style::new()
    .fg(Color::Rgb(200, 200, 200))
    .bg(Color::Rgb(100, 100, 100));
const HATCH_END: Style = Style::new().fg(Color::Rgb(150, 150, 150));

/// Puts clusters into a row of cells, each in a style.
fn styled(cells: &[(&str, Style)]) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, cells.len() as u16, 1));
    for (cell, (symbol, style)) in buf.content.iter_mut().zip(cells) {
        cell.set_symbol(symbol).set_style(*style);
    }
    buf
}

/// The rectangles of a page, from below.
fn areas(buf: &Buffer) -> Vec<[u32; 4]> {
    let scene = Scene::new(buf, &NIGHT);
    scene.fills.iter().map(|fill| fill.area).collect()
}

#[test]
fn a_bar_and_its_ground_are_one_shape_each() {
    let ground = Style::new().fg(Color::Rgb(20, 30, 40));
    let bar = styled(&[("█", BAR), ("▌", BAR), ("█", ground), (" ", BAR)]);
    assert_eq!(areas(&bar), [[15, 0, 60, 30], [0, 0, 23, 30]]);
    let scene = Scene::new(&bar, &NIGHT);
    let vectors = svg(&scene, &Meta::default());
    assert_eq!(vectors.matches("<path fill").count(), 3, "and the page");
}

#[test]
fn no_gap_opens_where_two_inks_meet() {
    let [one, other] = [200, 160].map(|level| Color::Rgb(level, level, level));
    let bar = Style::new().fg(one).bg(other);
    for cells in [
        [("█", bar), ("█", bar.fg(other))],
        [("█", bar), (" ", bar)],
        [(" ", bar), ("█", bar)],
        [("█", bar.fg(other)), ("▌", bar)],
    ] {
        let scene = Scene::new(&styled(&cells), &NIGHT);
        // Not every reader puts edges on whole pixels; here a pixel sees half of each cell.
        let vectors = svg(&scene, &Meta::default()).replace("crispEdges", "auto");
        let pixels = repainted(&vectors, 0.9, [27, 27]);
        let [left, middle, right] =
            [12, 13, 14].map(|x| pixels.pixel(x, 9).expect("a pixel inside").red());
        let expected = left.min(right)..=left.max(right);
        assert!(
            expected.contains(&middle),
            "{middle} in {expected:?} of {cells:?}"
        );
    }
}

#[test]
fn each_part_of_a_stack_lies_above_the_next() {
    let part = |fg: u8, bg: u8| {
        let [fg, bg] = [fg, bg].map(|red| Color::Rgb(red, 0, 0));
        ("▌", Style::new().fg(fg).bg(bg))
    };
    let reds = |buf: &Buffer| {
        let picture = Picture::of(buf, 1.0);
        let count = buf.content.len();
        (0..2 * count)
            .map(|half| picture.red(half * 15 / 2 + 3, 9))
            .collect::<Vec<_>>()
    };
    let chain = styled(&[part(90, 30), part(30, 60), part(60, 10)]);
    assert_eq!(reds(&chain), [90, 30, 30, 60, 60, 10]);
    assert_eq!(areas(&chain).len(), 4);
    // No order suits these; they are drawn all the same.
    let circle = styled(&[part(90, 30), part(30, 60), part(60, 90)]);
    assert_eq!(reds(&circle), [90, 30, 30, 60, 60, 90]);
}

#[test]
fn a_hatched_bar_ends_within_a_cell_as_one_shape() {
    let bars = [
        styled(&[("▒", HATCH), ("▌", HATCH_END)]),
        // Without colours.
        styled(&[("▒", Style::new()), ("▌", Style::new().dim())]),
        // Before another part of a stack.
        styled(&[("▒", HATCH), ("▌", HATCH_END.bg(Color::Rgb(20, 30, 40)))]),
    ];
    for bar in bars {
        let scene = Scene::new(&bar, &NIGHT);
        let hatched: Vec<[u32; 4]> = scene
            .fills
            .iter()
            .filter(|fill| fill.ink.hatch.is_some())
            .map(|fill| fill.area)
            .collect();
        assert_eq!(hatched, [[0, 0, 23, 30]]);
    }
    // Behind another part of a stack.
    let part = BAR.bg(Color::Rgb(150, 150, 150));
    assert_eq!(
        areas(&styled(&[("▌", part), ("▒", HATCH)])),
        [[0, 0, 30, 30], [0, 0, 8, 30]]
    );
}

#[test]
fn a_hatch_goes_on_across_rows_and_bars() {
    for scale in [0.5, 1.0, 1.31, 2.0] {
        let picture = Picture::of_lines(&["▒▒ ▒▒", "▒▒ ▒▒", "▒▒ ▒▒"], scale);
        let [left, right] = [30.0, 45.0].map(|x: f32| (x * scale).round() as usize);
        let is_hatched = |x: usize| !(left..right).contains(&x);
        for x in (1..picture.width).filter(|&x| is_hatched(x - 1) && is_hatched(x)) {
            for y in 1..picture.height {
                let one_stripe = [picture.red(x - 1, y), picture.red(x, y - 1)];
                assert_eq!(one_stripe[0], one_stripe[1], "{x}, {y} at scale {scale}");
            }
        }
    }
}

#[test]
fn prints_the_same_bytes_twice() {
    let [one, other] = [0, 0].map(|_| Scene::new(&page(), &NIGHT));
    assert_eq!(svg(&one, &Meta::default()), svg(&other, &Meta::default()));
    assert_eq!(
        png(&one, 1.0, &Meta::default()),
        png(&other, 1.0, &Meta::default())
    );
}

#[test]
fn both_printers_show_the_same_picture() {
    let scene = Scene::new(&page(), &NIGHT);
    let vectors = svg(&scene, &Meta::default());
    for scale in [1.0, 2.0] {
        let ours = Picture::decoded(&png(&scene, scale, &Meta::default()));
        let theirs = repainted(&vectors, scale, [ours.width, ours.height]);
        let differences: Vec<u8> = ours
            .pixels
            .as_flattened()
            .iter()
            .zip(theirs.data())
            .map(|(&one, &other)| one.abs_diff(other))
            .collect();
        let worst = differences.iter().max();
        let mean =
            differences.iter().map(|&one| f64::from(one)).sum::<f64>() / differences.len() as f64;
        // Coverage is rounded in another place: no channel is off by more than an eighth.
        assert!(
            worst < Some(&32) && mean < 0.05,
            "{worst:?} {mean} at scale {scale}"
        );
    }
}

#[test]
fn svg_needs_nothing_else_and_escapes_text() {
    let meta = Meta {
        title: "A & <B>".to_owned(),
        description: "น้ำ\u{8}".to_owned(),
        source: "report \"2024\"".to_owned(),
        command: "esg-tui --page 'a<b'".to_owned(),
        data: r#"{"total":1234.5}"#.to_owned(),
    };
    let scene = Scene::new(&page(), &NIGHT);
    let printed = svg(&scene, &meta);
    let size = format!(
        "width=\"{}\" height=\"{}\" viewBox=\"0 0 ",
        scene.width(),
        scene.height()
    );
    assert!(printed.contains("role=\"img\"") && printed.contains(&size));
    assert!(printed.contains("<title>A &amp; &lt;B&gt;</title>\n<desc>น้ำ</desc>"));
    assert!(printed.contains(
        r#"<metadata>{"command":"esg-tui --page 'a&lt;b'","source":"report \"2024\"","data":{"total":1234.5}}</metadata>"#
    ));
    for foreign in [
        "<text",
        "<image",
        "url(",
        "@font",
        "font-family",
        "href=\"http",
    ] {
        assert!(!printed.contains(foreign), "{foreign}");
    }
    for reference in printed.split("xlink:href=\"#").skip(1) {
        let id = reference.split('"').next().unwrap_or_default();
        assert_eq!(
            printed.matches(&format!("<path id=\"{id}\"")).count(),
            1,
            "{id}"
        );
    }
}

#[test]
fn the_vectors_reach_over_the_edge_of_the_page() {
    let buf = Buffer::empty(Rect::new(0, 0, 128, 36));
    let clear = Canvas {
        transparent: true,
        ..NIGHT
    };
    let [painted, speck] =
        [NIGHT, clear].map(|canvas| svg(&Scene::new(&buf, &canvas), &Meta::default()));
    assert!(painted.contains("<path fill=\"#000000\" d=\"M-.1-.1h1920.2v1080.2H-.1z\"/>"));
    assert!(speck.contains("<path d=\"M-.1-.1h.05v.05h-.05z\"/>"));
    for scale in [0.7, 1.0, 8.0] {
        let pixels = repainted(&speck, scale, [100, 60]);
        assert!(pixels.data().iter().all(|&channel| channel == 0));
        let pixels = repainted(&painted, scale, [70, 40]);
        assert!(
            pixels
                .data()
                .as_chunks::<4>()
                .0
                .iter()
                .all(|pixel| pixel == &[0, 0, 0, 255])
        );
    }
}

#[test]
fn png_has_its_size_and_says_what_it_shows() {
    let meta = Meta {
        title: "ภาพรวม".to_owned(),
        description: "bars".to_owned(),
        source: "report".to_owned(),
        command: "esg-tui export".to_owned(),
        data: String::new(),
    };
    let scene = Scene::new(&Buffer::empty(Rect::new(0, 0, 128, 36)), &NIGHT);
    for (scale, size) in [(1.0, (1920, 1080)), (2.0, (3840, 2160))] {
        let bytes = png(&scene, scale, &meta);
        let reader = Decoder::new(Cursor::new(&bytes))
            .read_info()
            .expect("a PNG");
        assert_eq!(reader.info().size(), size);
        let texts: Vec<(String, String)> = reader
            .info()
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("text")))
            .collect();
        let expected = [
            ("Title", "ภาพรวม"),
            ("Description", "bars"),
            ("Source", "report"),
            ("Comment", "esg-tui export"),
        ];
        assert_eq!(
            texts,
            expected.map(|(keyword, text)| (keyword.to_owned(), text.to_owned()))
        );
    }
}

#[test]
fn whole_and_split_sara_am_look_alike() {
    let pairs: [(&[&str], &[&str]); 3] = [
        (&["น้ำ", " "], &["น\u{e4d}\u{e49}", "\u{e32}"]),
        (&["กำ", " ", "ไ", "ร"], &["ก\u{e4d}", "\u{e32}", "ไ", "ร"]),
        (&["ท", "ำ"], &["ท\u{e4d}", "\u{e32}"]),
    ];
    for (whole, split) in pairs {
        let [one, other] = [whole, split].map(|symbols| Scene::new(&cells(symbols), &NIGHT));
        assert_eq!(one, other, "{whole:?}");
        assert_ne!(one, Scene::new(&cells(&["น", "า"]), &NIGHT));
    }
}

#[test]
fn tone_marks_stand_over_their_letter() {
    for word in ["ก่", "ก้", "กิ๊", "บ้าน", "น้ำ", "ที่"] {
        for style in [Style::new(), Style::new().bold()] {
            let marked = Picture::of(&set(word, style), 2.0);
            // Above the letters there are marks alone; the first letter ends in the first cell.
            let (first, last) = marked.extent(0..14).expect("a mark");
            let (left, _) = marked.extent(24..46).expect("a letter");
            assert!(
                first + 6 > left && last < 32,
                "{word}: {first} to {last} over {left}"
            );
        }
    }
}

#[test]
fn stacked_marks_stay_within_the_row() {
    for style in [Style::new(), Style::new().bold()] {
        let mut buf = Buffer::with_lines(["", "น้ำ ปี๊ ป๊ำ ที่ กื้ ฟ้ำ ก็ พันธุ์ ปู ผู้ ญู ฐู โ ไ ใ", ""]);
        buf.set_style(buf.area, style);
        let picture = Picture::of(&buf, 2.0);
        let outside = [picture.extent(0..60), picture.extent(120..180)];
        assert_eq!(outside, [None, None], "{style:?}");
    }
}

#[test]
fn thai_stays_within_its_cells() {
    let buf = Buffer::with_lines(["ปริมาณน้ำ|"]);
    let picture = Picture::of(&buf, 1.0);
    let bar = picture.width - 15;
    assert!((bar - 2..bar).all(|x| (0..30).all(|y| picture.red(x, y) < 128)));
    assert!(picture.extent(10..23).is_some_and(|(first, _)| first < 6));
}

#[test]
fn survives_no_room() {
    let nothing = Buffer::empty(Rect::ZERO);
    assert_eq!(Picture::of(&nothing, 1.0).pixels.len(), 1);
    let one = Buffer::empty(Rect::new(3, 5, 1, 1));
    assert_eq!(Picture::of(&one, 1.0).pixels.len(), 15 * 30);
    assert!(missing(&nothing).is_empty());
}

#[test]
fn bold_is_heavier() {
    let weight = |text: &str, style: Style| -> u64 {
        Picture::of(&set(text, style), 1.0)
            .pixels
            .iter()
            .map(|pixel| u64::from(pixel[0]))
            .sum()
    };
    for text in ["Energy", "พลังงาน"] {
        assert!(
            weight(text, Style::new().bold()) > weight(text, Style::new()) * 11 / 10,
            "{text}"
        );
    }
}

#[test]
fn a_wide_cluster_is_backed_over_both_cells() {
    let mut buf = Buffer::with_lines(["กำ"]);
    buf.content[0].set_bg(Color::Rgb(90, 0, 0));
    let picture = Picture::of(&buf, 1.0);
    assert_eq!([0, 14, 15, 29].map(|x| picture.red(x, 29)), [90; 4]);
}

#[test]
fn modifiers_are_drawn() {
    let red_at = |style: Style, x: usize, y: usize| Picture::of(&set(" ", style), 1.0).red(x, y);
    assert_eq!(red_at(Style::new().underlined(), 0, 26), 255);
    assert_eq!(red_at(Style::new().crossed_out(), 14, 16), 255);
    assert_eq!(red_at(Style::new().reversed(), 3, 3), 255);
    let level = |style: Style| Picture::of(&set("█", style), 1.0).red(3, 3);
    assert_eq!(level(Style::new().dim()), 153);
    assert_eq!(level(Style::new().hidden()), 0);
    let plain = Scene::new(&set("l", Style::new()), &NIGHT);
    assert_ne!(plain, Scene::new(&set("l", Style::new().italic()), &NIGHT));
}

#[test]
fn a_transparent_page_is_not_painted() {
    let clear = Canvas {
        transparent: true,
        ..NIGHT
    };
    let mut buf = Buffer::with_lines([" █░▒"]);
    buf.content[3].set_bg(Color::Rgb(100, 100, 100));
    let scene = Scene::new(&buf, &clear);
    let picture = Picture::decoded(&png(&scene, 1.0, &Meta::default()));
    let pixels = [0, 15, 30, 45, 51].map(|x| picture.pixels[x]);
    let clear = [[0; 4], [255; 4], [255, 255, 255, 64]];
    let hatch = [[100, 100, 100, 255], [255; 4]];
    assert_eq!(pixels, [&clear[..], &hatch].concat()[..]);
    assert!(!svg(&scene, &Meta::default()).contains("#000000"));
}

#[test]
fn names_the_characters_it_cannot_show() {
    assert_eq!(missing(&Buffer::with_lines(["a中ก☃ ▲", "中"])), ['☃', '中']);
    let picture = Picture::of_lines(&["中"], 1.0);
    assert_eq!(picture.areas(false), 2, "a box with an inside");
}

#[test]
fn shows_every_character_of_an_interface() {
    let texts = [
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789",
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
        "– — ‘ ’ “ ” … • · † ‡ ‰ ′ ″ ≈ ≤ ≥ ≠ ± − × ÷ √ ∞ ∑ Δ Ω µ",
        "₀₁₂₃₄₅₆₇₈₉ ⁰¹²³⁴⁵⁶⁷⁸⁹ ½ ¼ ¾ → ← ↑ ↓ ↔ ⏎ ↵ § ¶ © ® ™ € ฿ ¥ £ № ✓ ✗ ⚠ ❯",
        "▲▼▶◀▸◂▴▾△▽▷◁●○◉■□▪▫◆◇☐☑ tCO₂e kWh/m² m³ Žižek naïve Łódź",
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛",
    ];
    for text in texts {
        let lost: String = text.chars().filter(|&ch| !is_drawn(ch)).collect();
        assert_eq!(lost, "");
    }
}
