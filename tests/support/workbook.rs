//! Small workbooks for tests, written as the archive of XML that they are.

use std::fmt::Write;

/// A cell of a sheet.
pub(crate) enum Cell {
    /// Words.
    Text(&'static str),
    /// A number as it is stored.
    Number(&'static str),
}

/// The bytes of a workbook: the names of its sheets with their rows, from the top left.
pub(crate) fn workbook(sheets: &[(&str, &[&[Cell]])]) -> Vec<u8> {
    let mut types = String::new();
    let mut names = String::new();
    let mut targets = String::new();
    let mut files = Vec::new();
    for (number, (name, rows)) in (1..).zip(sheets) {
        let part = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
        let relation =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let path = format!("worksheets/sheet{number}.xml");
        write!(
            types,
            r#"<Override PartName="/xl/{path}" ContentType="{part}"/>"#
        )
        .expect("a string");
        write!(
            names,
            r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#
        )
        .expect("a string");
        write!(
            targets,
            r#"<Relationship Id="rId{number}" Type="{relation}" Target="{path}"/>"#
        )
        .expect("a string");
        files.push((format!("xl/{path}"), sheet(rows)));
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    files.extend([
        (
            "[Content_Types].xml".to_owned(),
            format!(
                r#"<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{book}"/>{types}</Types>"#
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{names}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(r#"<Relationships xmlns="{package}/relationships">{targets}</Relationships>"#),
        ),
    ]);
    archive(&files)
}

fn sheet(rows: &[&[Cell]]) -> String {
    let mut data = String::new();
    for (number, cells) in (1..).zip(rows) {
        write!(data, r#"<row r="{number}">"#).expect("a string");
        for (column, cell) in ('A'..='Z').zip(*cells) {
            match cell {
                Cell::Text(text) => write!(
                    data,
                    r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#
                ),
                Cell::Number(stored) => {
                    write!(data, r#"<c r="{column}{number}"><v>{stored}</v></c>"#)
                }
            }
            .expect("a string");
        }
        data.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    format!(r#"<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>"#)
}

/// A ZIP archive that stores its files as they are.
fn archive(files: &[(String, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let size = u32::try_from(text.len())
            .expect("a small file")
            .to_le_bytes();
        let length = u16::try_from(name.len())
            .expect("a short name")
            .to_le_bytes();
        let start = u32::try_from(bytes.len())
            .expect("a small archive")
            .to_le_bytes();
        let sum = checksum(text.as_bytes()).to_le_bytes();
        // Version 2.0, no flags, stored, no time.
        let shared = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            &sum[..],
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        bytes.extend([b"PK\x03\x04", &shared[..], name.as_bytes(), text.as_bytes()].concat());
        let place = [&[0; 10][..], &start].concat();
        directory.extend([b"PK\x01\x02\x14\x00", &shared[..], &place, name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len())
        .expect("a few files")
        .to_le_bytes();
    let size = u32::try_from(directory.len())
        .expect("a small archive")
        .to_le_bytes();
    let start = u32::try_from(bytes.len())
        .expect("a small archive")
        .to_le_bytes();
    bytes.extend(directory);
    bytes.extend(
        [
            b"PK\x05\x06\0\0\0\0",
            &count[..],
            &count,
            &size,
            &start,
            &[0, 0],
        ]
        .concat(),
    );
    bytes
}

/// The cyclic redundancy check of a ZIP archive.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    });
    !sum
}
