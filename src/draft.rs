//! Datasets that the program writes itself: from a table of a spreadsheet, or to start from.
//!
//! ```text
//! csv, tsv, xlsx ──sheet──► cells ──heading──► columns ──collect──► figures ──page──► tabs ──json──► text
//!                                                 number, time, unit read what is in the cells
//! ```
//!
//! Nothing is assumed and nothing left out in silence: each is a [`Note`], with its row and column.

mod collect;
mod figure;
mod heading;
mod json;
mod mark;
mod number;
mod page;
mod settle;
mod sheet;
mod table;
mod template;
mod time;
mod unit;

use std::fmt::Display;

use strum::VariantArray;

use crate::locale::draft::{Remark, RemarkKind};
use crate::locale::{Lang, fill};

use figure::{Collected, DraftDocument};
use json::Json;
use settle::{Defaults, settle};
use table::Table;

pub use number::DecimalMark;
pub use sheet::{Sheet, SheetCell, SheetRow, Unreadable, is_workbook, read};
pub use template::template;
pub use time::YearEnd;

/// What is said about a table, beyond what is in it.
#[derive(Clone, Debug, Default)]
pub struct DraftOptions {
    /// The language of its texts; recognised by their letters where it is not said.
    pub lang: Option<Lang>,
    /// The organisation that reports.
    pub organisation: Option<String>,
    /// The name of the table's file.
    pub file: Option<String>,
    /// What the figures cover, where the table does not say it.
    pub boundary: Option<String>,
    /// The mark before decimals; recognised by the numbers where it is not said.
    pub decimal: Option<DecimalMark>,
    /// The last day of a fiscal year.
    pub year_end: Option<YearEnd>,
}

/// A dataset made from a table.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file.
    pub text: String,
    /// What was assumed, and what has no place in the file.
    pub notes: Vec<Note>,
}

/// Something that is told about a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    remark: Remark,
    arguments: Vec<NoteArgument>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum NoteArgument {
    Text(String),
    Location(Location),
}

/// A cell, or what is left of a row, by numbers from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Location {
    row: usize,
    column: usize,
    heading: String,
}

/// What a cell says, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Quote {
    text: String,
    location: Location,
}

/// How much of a cell is quoted.
const QUOTED: usize = 60;

impl Note {
    const fn new(remark: Remark) -> Self {
        Self {
            remark,
            arguments: Vec::new(),
        }
    }

    fn text(mut self, text: impl Display) -> Self {
        let text = text.to_string();
        let more = if text.chars().nth(QUOTED).is_some() {
            "…"
        } else {
            ""
        };
        let text: String = text.chars().take(QUOTED).collect();
        self.arguments.push(NoteArgument::Text(text + more));
        self
    }

    fn location(mut self, location: Location) -> Self {
        self.arguments.push(NoteArgument::Location(location));
        self
    }

    /// Whether something was assumed, not placed, or keeps the table from being read.
    pub const fn kind(&self) -> RemarkKind {
        self.remark.kind()
    }

    /// The note in words.
    pub fn text_in(&self, lang: Lang) -> String {
        let words = lang.draft();
        let text = |argument: &NoteArgument| match argument {
            NoteArgument::Text(text) => text.clone(),
            NoteArgument::Location(Location {
                row,
                column,
                heading,
            }) => {
                let template = if heading.is_empty() {
                    words.bare_cell
                } else {
                    words.cell
                };
                fill(
                    template,
                    &[row.to_string(), column.to_string(), heading.clone()],
                )
            }
        };
        let arguments: Vec<String> = self.arguments.iter().map(text).collect();
        let text = fill(self.remark.words(lang), &arguments);
        match self.kind() {
            RemarkKind::Assumed => fill(words.assumed, &[text]),
            RemarkKind::NotPlaced => fill(words.not_placed, &[text]),
            RemarkKind::Refused => text,
        }
    }
}

impl Quote {
    /// A note that quotes the cell and says where it is.
    fn note(&self, remark: Remark) -> Note {
        let note = Note::new(remark).location(self.location.clone());
        note.text(&self.text)
    }
}

/// Makes a dataset of a table; the notes say why when there is none in it.
pub fn import(sheet: &Sheet, options: &DraftOptions) -> Result<Draft, Vec<Note>> {
    let table = heading::find(sheet, options.year_end);
    let table = table.ok_or_else(|| vec![Note::new(Remark::NoTable)])?;
    let mut notes = sheet_notes(sheet, &table);
    let (mark, note) = mark::mark(&table, options.decimal).map_err(|note| vec![note])?;
    notes.extend(note);
    let mut collected = collect::collect(&table, mark, options.year_end, &mut notes);
    let lang = options.lang.unwrap_or_else(|| {
        let lang = language(&collected);
        notes.push(Note::new(Remark::Language).text(lang.code()));
        lang
    });
    let file = options
        .file
        .as_deref()
        .map(|file| SheetCell::text(file).text);
    let words = lang.draft();
    let title = file.as_deref().unwrap_or(words.table);
    let defaults = Defaults {
        boundary: options.boundary.clone(),
        document: DraftDocument {
            id: "table".to_owned(),
            title: title.to_owned(),
            sections: sheet.name.iter().cloned().collect(),
        },
    };
    settle(&mut collected, defaults, &mut notes);
    if collected.figures.is_empty() {
        notes.retain(|note| note.kind() == RemarkKind::NotPlaced);
        notes.push(Note::new(Remark::Empty));
        return Err(notes);
    }
    let organisation = options.organisation.clone().unwrap_or_else(|| {
        let name = file.as_deref().map_or(words.organisation, stem).to_owned();
        notes.push(Note::new(Remark::Organisation).text(&name));
        name
    });
    let text = dataset(&collected, &organisation, lang).file();
    notes.sort_by_key(|note| note.kind() == RemarkKind::NotPlaced);
    Ok(Draft { text, notes })
}

/// The name of a file without its extension.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// What is told about where the table is.
fn sheet_notes(sheet: &Sheet, table: &Table<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(name) = &sheet.name {
        if !sheet.others.is_empty() {
            let others = sheet.others.join(", ");
            notes.push(Note::new(Remark::Sheet).text(name).text(others));
        }
        notes.push(Note::new(Remark::Stored));
    }
    let is_first = sheet.rows.first().map(|row| row.number) == Some(table.headings.number);
    if !is_first {
        notes.push(Note::new(Remark::Headings).text(table.headings.number));
    }
    if let Some(names) = table.assumed_names {
        notes.push(Note::new(Remark::Names).text(names + 1));
    }
    notes
}

/// The language whose letters the names of the figures have; English where none tells.
fn language(collected: &Collected) -> Lang {
    let is_thai = |symbol: char| ('\u{e00}'..='\u{e7f}').contains(&symbol);
    let names = || collected.figures.iter().map(|figure| &figure.name);
    let thai = names().filter(|name| name.contains(is_thai)).count();
    if thai * 2 > names().count() {
        Lang::Th
    } else {
        Lang::En
    }
}

/// The dataset as a file has it.
fn dataset(collected: &Collected, organisation: &str, lang: Lang) -> Json {
    let text = |text: &str| Json::Object(vec![(lang.code(), Json::text(braceless(text)))]);
    let figures = collected.figures.iter().map(|figure| {
        let unit = collected.units.get(figure.unit);
        figure.json(unit.map_or("", |unit| &unit.id), &text)
    });
    let documents = collected.documents.iter();
    let documents = documents.map(|document| document.json(&text));
    let units = collected.units.iter().map(|unit| unit.json(&text));
    let tabs = page::tabs(collected, lang).into_iter();
    let tabs = tabs.map(|tab| tab.json(&text));
    let report = Json::Object(vec![
        ("organisation", text(organisation)),
        ("title", text(lang.draft().report)),
        (
            "periods",
            Json::list(collected.periods.iter().map(figure::period_json)),
        ),
        ("documents", Json::list(documents)),
    ]);
    Json::Object(vec![
        ("format", Json::Number(crate::dataset::FORMAT as usize)),
        ("report", report),
        ("units", Json::list(units)),
        ("figures", Json::list(figures)),
        ("tabs", Json::list(tabs)),
    ])
}

/// A text of a table without braces, which would be placeholders.
fn braceless(text: &str) -> String {
    text.replace('{', "(").replace('}', ")")
}

/// What can be named after a text: its letters and digits, joined by hyphens, in small letters.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for symbol in text.to_lowercase().chars() {
        let symbol = match symbol {
            '₂' | '²' => '2',
            '₃' | '³' => '3',
            _ => symbol,
        };
        let is_mark = ('\u{e31}'..='\u{e4e}').contains(&symbol);
        if symbol.is_alphanumeric() || is_mark {
            slug.push(symbol);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The id that a cell gives, without what no id may hold.
fn id(text: &str) -> String {
    let id: Vec<&str> = text
        .split(|symbol: char| symbol.is_whitespace() || "{}@.".contains(symbol))
        .filter(|part| !part.is_empty())
        .collect();
    id.join("-")
}

/// What a word of a dataset file stands for.
fn word_of<T: VariantArray + Copy + Into<&'static str>>(word: &str) -> Option<T> {
    let mut variants = T::VARIANTS.iter().copied();
    variants.find(|variant| (*variant).into() == word)
}

/// The first of `id`, `id-2`, `id-3`, … that is not taken.
fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut free = id.to_owned();
    let mut number = 1_u32;
    while is_taken(&free) {
        number += 1;
        free = format!("{id}-{number}");
    }
    free
}

/// Whether a text has a number other than that of a scope of the GHG Protocol.
fn has_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut before = String::new();
    lower.chars().any(|symbol| {
        let is_digit = symbol.is_numeric() && !matches!(symbol, '₀'..='₉' | '²' | '³');
        let mut scopes = Lang::ALL
            .into_iter()
            .flat_map(|lang| lang.words().check.scopes);
        let is_scope = scopes.any(|scope| before.trim_end().ends_with(scope));
        before.push(symbol);
        is_digit && !is_scope
    })
}
