//! Text measured in cells: width, ellipsis, line breaks at word boundaries of any script.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use ratatui::buffer::CellWidth;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::printable::without_breaks;

/// The width of `text` in cells.
pub fn width(text: &str) -> usize {
    if text.chars().all(is_simple) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// How many cells the symbol of a cell covers: at least the one it is in.
pub fn covered(symbol: &str) -> u16 {
    if let [b' '..=b'~'] = symbol.as_bytes() {
        return 1;
    }
    let is_block = |letter: char| matches!(letter, '\u{2500}'..='\u{259f}');
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (None, _) => 1,
        (Some(letter), None) if is_simple(letter) || is_block(letter) => 1,
        _ => symbol.cell_width().max(1),
    }
}

/// Whether a symbol takes one cell and is never part of a larger cluster without others that say so.
///
/// Most texts of European languages have no others, and need no search for clusters.
const fn is_simple(symbol: char) -> bool {
    matches!(
        symbol,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '–' | '—' | '…' | '≈' | '₀'..='₉'
    )
}

/// `text` if it fits into `cells`, or as much of it as fits before an ellipsis.
///
/// A cluster, such as a Thai consonant with its marks, is kept whole or left out.
pub fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut room = cells.saturating_sub(1);
    let mut kept: String = text
        .graphemes(true)
        .take_while(|cluster| {
            let next = room.checked_sub(cluster.width());
            room = next.unwrap_or(0);
            next.is_some()
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    if cells > 0 {
        kept.push('…');
    }
    kept
}

/// `line` if it fits into `cells`, or as much of it as fits before an ellipsis.
pub fn fit_line(mut line: Line<'_>, cells: usize) -> Line<'_> {
    if line.width() <= cells {
        return line;
    }
    let mut room = cells;
    let mut kept = Vec::new();
    for span in line.spans {
        let next = room.checked_sub(span.width()).filter(|room| *room > 0);
        let Some(next) = next else {
            // More text follows, so the ellipsis is there even if this span alone would fit.
            let cut = fit(&format!("{}…", span.content), room);
            kept.push(Span::styled(cut, span.style));
            break;
        };
        room = next;
        kept.push(span);
    }
    line.spans = kept;
    line
}

/// Fits texts into their room and remembers whether any of them lost its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fitter {
    is_cut: bool,
}

impl Fitter {
    /// Whether any text lost its end.
    pub const fn is_cut(self) -> bool {
        self.is_cut
    }

    /// Remembers that a text lost its end elsewhere.
    pub const fn note_cut(&mut self, is_cut: bool) {
        self.is_cut |= is_cut;
    }

    /// The same as [`fit`].
    pub fn fit(&mut self, text: &str, cells: usize) -> String {
        self.is_cut |= width(text) > cells;
        fit(text, cells)
    }

    /// The same as [`fit_line`].
    pub fn fit_line<'a>(&mut self, line: Line<'a>, cells: usize) -> Line<'a> {
        self.is_cut |= line.width() > cells;
        fit_line(line, cells)
    }

    /// The same as [`wrap_to`].
    pub fn wrap_to(&mut self, text: &str, cells: usize, rows: usize) -> Vec<String> {
        let (lines, is_cut) = wrap_and_cut(text, cells, rows);
        self.is_cut |= is_cut;
        lines
    }
}

/// The first `rows` lines of `text`, the last one ending in an ellipsis if there are more.
pub fn wrap_to(text: &str, cells: usize, rows: usize) -> Vec<String> {
    wrap_and_cut(text, cells, rows).0
}

/// What [`wrap_to`] returns, and whether there are more lines.
fn wrap_and_cut(text: &str, cells: usize, rows: usize) -> (Vec<String>, bool) {
    let mut lines = wrap(beginning(text, cells, rows), cells);
    let is_cut = lines.len() > rows;
    if is_cut {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            // A whole word goes rather than the last digits of a number.
            if width(last) + 2 > cells
                && let Some((kept, _)) = last.rsplit_once(' ')
            {
                *last = kept.to_owned();
            }
            *last = fit(&format!("{last} …"), cells);
        }
    }
    (lines, is_cut)
}

/// The fewest cells, up to `cells`, in which a text takes no more rows: its lines are as even as they can be.
///
/// All of `cells` where it takes more rows than `most`.
pub fn even_width(text: &str, cells: usize, most: usize) -> usize {
    let needed = rows(text, cells, most);
    if needed > most {
        return cells;
    }
    let (mut low, mut high) = (cells / 2, cells);
    while low < high {
        let middle = usize::midpoint(low, high);
        if rows(text, middle, most) <= needed {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

/// The rows that `text` takes in `cells`, or one more than `most` if it takes more than that.
pub fn rows(text: &str, cells: usize, most: usize) -> usize {
    let lines = wrap(beginning(text, cells, most), cells);
    lines.len().min(most + 1)
}

/// As much of `text` as cannot be shorter than its first `rows` lines and the one after them.
///
/// A long text is costly to break, and what is below the last row does not matter.
fn beginning(text: &str, cells: usize, rows: usize) -> &str {
    let most = (rows + 2).saturating_mul(cells.max(1));
    if text.len() <= most {
        return text;
    }
    let mut taken = 0;
    let end = text.grapheme_indices(true).find(|(_, cluster)| {
        let is_blank = cluster.trim().is_empty();
        taken += if is_blank { 0 } else { cluster.width() };
        taken > most
    });
    match end {
        Some((end, _)) => text.split_at(end).0,
        None => text,
    }
}

/// The lines of `text` when none may be wider than `cells`.
///
/// Lines break where Unicode (UAX 14) allows it, in Thai between words; a word that is wider than
/// a line is split between clusters. Empty lines of the text are kept; what only marks a place for a
/// break is not.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    text.lines()
        .flat_map(|line| wrap_line(line, cells))
        .map(without_breaks)
        .collect()
}

fn wrap_line(text: &str, cells: usize) -> Vec<String> {
    if width(text) <= cells {
        return vec![text.to_owned()];
    }
    let mut lines = LineFiller::new(cells);
    let mut start = 0;
    for end in breaks(text, cells) {
        lines.push(text.get(start..end).unwrap_or_default());
        start = end;
    }
    lines.finish()
}

/// Where a line of `text` may end when none may be wider than `cells`.
fn breaks(text: &str, cells: usize) -> Vec<usize> {
    let segmenter = LineSegmenter::new_lstm(LineBreakOptions::default());
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    // A unit such as `people/school` is one word, unlike an address.
    let is_address = text.contains("://");
    let is_break = |index: &usize| {
        let (before, after) = text.split_at(ends[*index]);
        let last = before.get(ends[index - 1]..).unwrap_or_default();
        let next = ends
            .get(index + 1)
            .and_then(|end| text.get(ends[*index]..*end));
        // Where a line does not hold both, better a break before the word than one within it.
        let has_room = next.is_some_and(|next| width(last) + width(next.trim_end()) <= cells);
        let is_one = is_one_word(before, after) || has_room && is_prefix(last);
        !is_one && (is_address || !before.ends_with('/'))
    };
    let breaks = (1..ends.len()).filter(is_break);
    breaks.map(|index| ends[index]).collect()
}

/// Lines that are filled word by word.
struct LineFiller {
    complete: Vec<String>,
    line: String,
    /// How many cells of the line are taken.
    taken: usize,
    /// How many cells a line has.
    cells: usize,
}

impl LineFiller {
    const fn new(cells: usize) -> Self {
        Self {
            complete: Vec::new(),
            line: String::new(),
            taken: 0,
            cells,
        }
    }

    /// Adds a word, on a line of its own where the last one does not hold it.
    fn push(&mut self, word: &str) {
        if !self.line.is_empty() && self.taken + width(word.trim_end()) > self.cells {
            self.end_line();
        }
        if self.taken + width(word) <= self.cells {
            self.line.push_str(word);
            self.taken += width(word);
            return;
        }
        // A blank at the end of a line has no cell; a word that no line holds is split.
        for cluster in word.graphemes(true) {
            let is_blank = cluster.trim().is_empty();
            if !is_blank && self.taken + cluster.width() > self.cells {
                self.end_line();
            }
            self.line.push_str(cluster);
            self.taken += cluster.width();
        }
    }

    fn end_line(&mut self) {
        self.complete.push(self.line.trim_end().to_owned());
        self.line.clear();
        self.taken = 0;
    }

    fn finish(mut self) -> Vec<String> {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.complete
    }
}

/// Whether a language reads on from one text to the other although Unicode would part them.
///
/// A text may hold words of any language, whichever the reader chose.
fn is_one_word(before: &str, after: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let words = lang.words();
        let is_pair =
            |(one, other): &(&str, &str)| before.ends_with(one) && after.starts_with(other);
        after.starts_with(words.never_first) || words.inseparable.iter().any(is_pair)
    })
}

/// Whether a word makes one with the word after it, whatever bracket or quote is before it.
fn is_prefix(word: &str) -> bool {
    let word = word.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let mut langs = Lang::ALL.into_iter();
    langs.any(|lang| lang.words().prefixes.contains(&word))
}

/// The ASCII sign of the same width for a symbol, `None` for what has none, such as a letter of Thai.
pub fn ascii(symbol: char) -> Option<&'static str> {
    if let '₀'..='₉' = symbol {
        const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        return Some(DIGITS[symbol as usize - '₀' as usize]);
    }
    if let '\u{2801}'..='\u{28ff}' = symbol {
        // Dots 1, 2, 4 and 5 of a braille pattern are its upper half.
        const UPPER: u32 = 0b0001_1011;
        let dots = symbol as u32 - 0x2800;
        return Some(match (dots & UPPER > 0, dots & !UPPER > 0) {
            (true, false) => "'",
            (false, _) => ".",
            (true, true) => ":",
        });
    }
    let signs = SIGNS.iter().find(|(symbols, _)| symbols.contains(symbol));
    signs.map(|(_, sign)| *sign)
}

/// `text` with every symbol that has one replaced by its ASCII sign.
pub fn to_ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match ascii(letter) {
            Some(sign) => plain.push_str(sign),
            None => plain.push(letter),
        }
    }
    plain
}

/// Symbols and the sign that stands for each of them.
const SIGNS: [(&str, &str); 24] = [
    ("─━–—−╌┄▔", "-"),
    ("═", "="),
    ("│┃║▏▎▍", "|"),
    ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛", "+"),
    ("█▌▋▊▉▅▆▇▄▙▛▜▟▚▞▀▐", "#"),
    ("▁▂▃", "_"),
    ("▘▝‘’", "'"),
    ("▖▗░·•", "."),
    ("▒▓", ":"),
    ("●", "*"),
    ("○", "o"),
    ("◉", "@"),
    ("▲▴↑", "^"),
    ("▼▾↓", "v"),
    ("▸▶▷►→›", ">"),
    ("◂◀◁◄←‹", "<"),
    ("≈…", "~"),
    ("×", "x"),
    ("÷", "/"),
    ("“”", "\""),
    ("§", "S"),
    ("∞", "8"),
    ("±", "+"),
    ("µ", "u"),
];

#[cfg(test)]
mod tests {
    use ratatui::style::Stylize;

    use super::*;

    #[test]
    fn breaks_where_a_text_lets_it() {
        assert_eq!(wrap("ab\u{200b}cd", 3), ["ab", "cd"]);
        assert_eq!(wrap("ab\u{200b}cd", 4), ["abcd"]);
        assert_eq!(wrap("การ\u{200b}เงิน", 3), ["การ", "เงิน"]);
    }

    #[test]
    fn measures_simple_symbols_as_any_other() {
        let simple: Vec<char> = ('\0'..=char::MAX)
            .filter(|symbol| is_simple(*symbol))
            .collect();
        assert!(simple.len() > 600);
        for symbol in &simple {
            assert_eq!(symbol.to_string().width(), 1, "{symbol:?}");
        }
        let text = String::from_iter(&simple);
        assert_eq!(text.graphemes(true).count(), simple.len());
        for text in ["e\u{301}", "…\u{fe0f}", "a\u{200d}b", "x\r\n", "\u{ad}"] {
            let expected: usize = text.graphemes(true).map(UnicodeWidthStr::width).sum();
            assert_eq!(width(text), expected, "{text:?}");
        }
    }

    #[test]
    fn counts_the_cells_under_a_symbol() {
        for symbol in [
            "",
            " ",
            "a",
            "█",
            "─",
            "界",
            "น้ำ",
            "é",
            "e\u{301}",
            "❤\u{fe0f}",
            "\u{200b}",
        ] {
            assert_eq!(covered(symbol), symbol.cell_width().max(1), "{symbol:?}");
        }
    }

    #[test]
    fn measures_cells_rather_than_characters() {
        assert_eq!(width("น้ำ"), 2);
        assert_eq!(width("ตัน CO₂e"), 7);
    }

    #[test]
    fn ends_a_cut_with_an_ellipsis_and_keeps_clusters_whole() {
        assert_eq!(fit("emissions", 6), "emiss…");
        assert_eq!(fit("emissions", 9), "emissions");
        assert_eq!(fit("ที่มา", 2), "ที่…");
        assert_eq!(fit("น้ำมัน", 2), "…");
        assert_eq!(fit("abc", 0), "");
    }

    #[test]
    fn cuts_a_line_of_spans_and_keeps_their_styles() {
        let line = || Line::from(vec![Span::raw("net "), Span::raw("emissions").bold()]);
        assert_eq!(fit_line(line(), 13), line());
        assert_eq!(
            fit_line(line(), 9),
            Line::from(vec![Span::raw("net "), Span::raw("emis…").bold()])
        );
        assert_eq!(fit_line(line(), 4), Line::from("net…"));
        assert_eq!(fit_line(line(), 0).width(), 0);
    }

    #[test]
    fn ends_in_an_ellipsis_where_rows_are_few() {
        assert_eq!(wrap_to("net emissions fell", 9, 2), ["net", "emission…"]);
        assert_eq!(wrap_to("net of it fell", 9, 1), ["net of …"]);
        assert_eq!(wrap_to("net fell", 9, 1), ["net fell"]);
    }

    #[test]
    fn remembers_what_was_cut() {
        let mut fitter = Fitter::default();
        fitter.fit("net", 3);
        fitter.fit_line(Line::from("net"), 3);
        fitter.wrap_to("net emissions", 9, 2);
        assert!(!fitter.is_cut());
        let cut = |fit: fn(&mut Fitter)| {
            let mut fitter = Fitter::default();
            fit(&mut fitter);
            fitter.is_cut()
        };
        assert!(cut(|fitter| drop(fitter.fit("net", 2))));
        assert!(cut(|fitter| drop(fitter.fit_line(Line::from("net"), 2))));
        assert!(cut(|fitter| drop(fitter.wrap_to("net of it", 3, 2))));
    }

    #[test]
    fn counts_rows_up_to_a_limit() {
        let text = "net emissions fell";
        assert_eq!(
            [0, 1, 2, 3, 9].map(|most| rows(text, 9, most)),
            [1, 2, 3, 3, 3]
        );
        assert_eq!(rows("", 9, 5), 0);
    }

    #[test]
    fn begins_a_long_text_as_it_begins_the_whole() {
        let words = "การปล่อยก๊าซเรือนกระจก net emissions     from (own) operations – ";
        let long = words.repeat(40);
        for cells in 1..40 {
            let whole = wrap(&long, cells);
            for rows in 1..9 {
                let first = wrap(beginning(&long, cells, rows), cells);
                assert_eq!(first[..rows], whole[..rows], "{cells}x{rows}");
                assert!(first.len() > rows);
            }
        }
    }

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("net emissions fell", 9), ["net", "emissions", "fell"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
    }

    #[test]
    fn breaks_thai_between_words() {
        assert_eq!(
            wrap("การปล่อยก๊าซเรือนกระจกจากการดำเนินงาน", 14),
            ["การปล่อยก๊าซเรือน", "กระจกจาก", "การดำเนินงาน"]
        );
    }

    #[test]
    fn keeps_a_prefix_with_its_word_as_far_as_a_line_holds_both() {
        assert_eq!(
            wrap("สัดส่วน [การเปลี่ยนแปลง]", 14),
            ["สัดส่วน", "[การเปลี่ยนแปลง]"]
        );
        assert_eq!(wrap("และความสามารถ", 11), ["และ", "ความสามารถ"]);
        assert_eq!(wrap("ความสามารถ", 8), ["ความ", "สามารถ"]);
        // A word that only ends in the same letters is none.
        assert_eq!(wrap("โครงการใหม่", 7), ["โครงการ", "ใหม่"]);
    }

    #[test]
    fn replaces_symbols_and_keeps_letters() {
        assert_eq!(
            to_ascii("≈ 4.681 million t CO₂e – “net”"),
            "~ 4.681 million t CO2e - \"net\""
        );
        assert_eq!(to_ascii("⠉⠒⠤⣀⡇"), "''..:");
        assert_eq!(to_ascii("ตัน"), "ตัน");
    }

    #[test]
    fn never_starts_a_line_with_a_sign_of_abbreviation_or_repetition() {
        for cells in 3..30 {
            for line in wrap("ปีงบฯ 2566 และปีงบฯ 2565 ไฮไลต์ด้านอื่นๆ จากรายงาน", cells)
            {
                let is_sign = line.starts_with(['ฯ', 'ๆ']);
                assert!(!is_sign || cells < 6, "{cells}: {line}");
            }
        }
    }

    #[test]
    fn keeps_a_thai_verb_and_its_direction_together() {
        for verb in ["ดีขึ้น", "แย่ลง", "เพิ่มขึ้น", "ลดลง"]
        {
            for cells in 8..30 {
                let lines = wrap(&format!("การเปลี่ยนแปลง +32.3 จุดเปอร์เซ็นต์, {verb}"), cells);
                assert!(lines.iter().any(|line| line.contains(verb)), "{lines:?}");
            }
        }
    }

    #[test]
    fn splits_a_word_wider_than_the_line() {
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }
}
