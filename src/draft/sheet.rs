//! Tables as rows of cells, read from comma- or tab-separated text or from a workbook.

use std::io::Cursor;

use calamine::{Data, Reader};

use crate::printable::is_active;

/// A table: the rows that have a cell, each with its number from 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The rows, from the top.
    pub rows: Vec<SheetRow>,
    /// The name of the sheet within its workbook.
    pub name: Option<String>,
    /// The other sheets of the workbook that are not empty.
    pub others: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// Its number from 1, as a spreadsheet counts.
    pub number: usize,
    /// Its cells, from the left; those at the end that are empty may be left out.
    pub cells: Vec<SheetCell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetCell {
    /// What is in it, on one line and without blanks around it.
    pub text: String,
    /// Whether it holds a number, so that its text has a decimal point whoever reads it.
    pub is_number: bool,
}

impl SheetCell {
    /// A cell of text: blanks and what a terminal would obey become a space each.
    pub fn text(text: &str) -> Self {
        let is_blank = |symbol: char| symbol.is_whitespace() || is_active(symbol);
        let words = text.split(is_blank).filter(|word| !word.is_empty());
        let text = words.collect::<Vec<_>>().join(" ");
        // A spreadsheet's mark for text that is not a formula.
        let marked = text.strip_prefix('\'').filter(|rest| {
            rest.trim_start()
                .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        });
        Self {
            text: marked.map_or_else(|| text.clone(), str::to_owned),
            is_number: false,
        }
    }

    /// A cell that holds a number, with the digits that a spreadsheet keeps: fifteen.
    pub fn number(value: f64) -> Self {
        let rounded = format!("{value:.14e}").parse().unwrap_or(value);
        let value: f64 = if rounded == 0.0 { 0.0 } else { rounded };
        Self {
            text: value.to_string(),
            is_number: value.is_finite(),
        }
    }
}

/// Why a file holds no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Text that is not UTF-8, with the row of the first wrong byte.
    NotUtf8(usize),
    /// A workbook that is damaged, locked or of an unknown kind.
    NotAWorkbook,
    /// A workbook without the sheet that was asked for.
    NoSheet,
}

/// Reads a table from the bytes of a file: a workbook, or text with commas, semicolons or tabs.
///
/// `sheet` names the sheet of a workbook; without it the first one that is not empty is read.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, Unreadable> {
    if is_workbook(bytes) {
        return workbook(bytes, sheet);
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Unreadable::NotUtf8(before.split(|byte| *byte == b'\n').count())
    })?;
    Ok(separated(text.trim_start_matches('\u{feff}')))
}

/// Whether the bytes begin as those of a workbook do: a ZIP archive or an OLE container.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

fn workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Unreadable> {
    let opened = calamine::open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut workbook = opened.map_err(|_reason| Unreadable::NotAWorkbook)?;
    let names = workbook.sheet_names();
    let mut sheets = Vec::new();
    for name in names {
        let range = workbook.worksheet_range(&name);
        let range = range.map_err(|_reason| Unreadable::NotAWorkbook)?;
        let (top, left) = range.start().unwrap_or_default();
        let rows = range.rows().enumerate().map(|(index, cells)| {
            let before = (0..left).map(|_| SheetCell::default());
            SheetRow {
                number: top as usize + index + 1,
                cells: before.chain(cells.iter().map(stored)).collect(),
            }
        });
        sheets.push((name, filled(rows.collect())));
    }
    let chosen = sheets.iter().position(|(name, rows)| match wanted {
        Some(wanted) => name.eq_ignore_ascii_case(wanted),
        None => !rows.is_empty(),
    });
    let (name, rows) = match (chosen, wanted) {
        (Some(chosen), _) => sheets.remove(chosen),
        (None, Some(_)) => return Err(Unreadable::NoSheet),
        (None, None) => return Ok(Sheet::default()),
    };
    let others = sheets.into_iter().filter(|(_, rows)| !rows.is_empty());
    Ok(Sheet {
        rows,
        name: Some(name),
        others: others.map(|(name, _)| name).collect(),
    })
}

/// What a cell of a workbook holds, a date as `2023-03-31`.
fn stored(data: &Data) -> SheetCell {
    match data {
        Data::Empty => SheetCell::default(),
        Data::Float(number) => SheetCell::number(*number),
        Data::Int(number) => SheetCell::number(*number as f64),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            SheetCell::text(&format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(time) => SheetCell::text(time.split('T').next().unwrap_or_default()),
        other => SheetCell::text(&other.to_string()),
    }
}

/// The separators of cells, from the one that text and numbers have most.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How many rows are read to find the separator of cells.
const SAMPLE: usize = 50;

/// The table of a text whose cells are separated as evenly as can be; in doubt by the last separator.
fn separated(text: &str) -> Sheet {
    // With a break at its end the last line counts as the others do.
    let text = &format!("{}\n", text.trim_end_matches(['\r', '\n']));
    let separators = SEPARATORS.into_iter();
    let separator = separators.max_by_key(|separator| evenness(text, *separator));
    Sheet {
        rows: filled(rows(text, separator.unwrap_or(b',')).collect()),
        ..Sheet::default()
    }
}

/// How evenly a separator divides the first rows: how many of it are in the rows that have equally many.
fn evenness(text: &str, separator: u8) -> Option<usize> {
    let sample = rows(text, separator).take(SAMPLE);
    let counts: Vec<usize> = sample
        .map(|row| row.cells.len().saturating_sub(1))
        .collect();
    let rows_like = |count: usize| counts.iter().filter(|other| **other == count).count();
    counts.iter().map(|count| count * rows_like(*count)).max()
}

fn rows(text: &str, separator: u8) -> impl Iterator<Item = SheetRow> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut within = 0;
    std::iter::from_fn(move || {
        // What is UTF-8 and may have any number of cells has no error to tell.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        // A cell of two lines is in one row.
        let breaks = record
            .iter()
            .flat_map(str::chars)
            .filter(|character| *character == '\n');
        within += breaks.count();
        let lines = reader.position().line() as usize - 1;
        Some(SheetRow {
            number: (lines - within.min(lines)).max(1),
            cells: record.iter().map(SheetCell::text).collect(),
        })
    })
}

/// The rows that have a cell.
fn filled(rows: Vec<SheetRow>) -> Vec<SheetRow> {
    let has_cell = |row: &SheetRow| row.cells.iter().any(|cell| !cell.text.is_empty());
    rows.into_iter().filter(has_cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text.as_bytes(), None).expect("the test writes UTF-8");
        let texts = |row: SheetRow| row.cells.into_iter().map(|cell| cell.text).collect();
        let rows = sheet.rows.into_iter();
        rows.map(|row| (row.number, texts(row))).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn reads_commas_semicolons_and_tabs() {
        let expected = [row(1, &["a", "b,c"]), row(2, &["1,5", "2"])];
        assert_eq!(cells("a,\"b,c\"\n\"1,5\",2\n"), expected);
        assert_eq!(cells("a;b,c\r\n1,5;2"), expected);
        assert_eq!(cells("\u{feff}a\tb,c\n1,5\t2\n"), expected);
    }

    #[test]
    fn counts_rows_as_a_spreadsheet_does() {
        let text = "a,b\n\n\"two\nlines\",c\n,\nd,e";
        let expected = [
            row(1, &["a", "b"]),
            row(3, &["two lines", "c"]),
            row(5, &["d", "e"]),
        ];
        assert_eq!(cells(text), expected);
    }

    #[test]
    fn leaves_out_what_a_terminal_would_obey() {
        assert_eq!(SheetCell::text("a\u{1b}[31m\tb\u{a0}").text, "a [31m b");
        assert_eq!(SheetCell::text("'=1+1").text, "=1+1");
        assert_eq!(SheetCell::text("'t Hooft").text, "'t Hooft");
    }

    #[test]
    fn keeps_the_digits_that_a_spreadsheet_keeps() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (4_681_000.0, "4681000"),
            (-0.0, "0"),
            (1.215, "1.215"),
        ] {
            assert_eq!(SheetCell::number(number).text, text);
        }
    }

    #[test]
    fn names_the_row_that_is_not_utf_8() {
        assert_eq!(read(b"a\nb\xff\n", None), Err(Unreadable::NotUtf8(2)));
    }
}
