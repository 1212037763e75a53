//! A dataset to start from: a few figures of an organisation, with examples for values.

use crate::locale::draft::{Kind, Remark};

use super::number::DecimalMark;
use super::sheet::{Cell, Row, Sheet};
use super::time::{NoTime, YearEnd};
use super::{Draft, Note, Request, import, time};

/// The periods of a template for which nobody names any.
const PERIODS: &str = "2022-2024";

/// The most periods that a template has.
const MOST: i32 = 30;

/// What every figure of a template says, and the column of each.
const COLUMNS: [&str; 10] = [
    "figure", "unit", "boundary", "account", "better", "document", "section", "item", "note", "tab",
];

/// A dataset with two figures for the periods that a text names, such as `2021-2023` or
/// `FY2022, FY2023`; the notes say why when it names none.
pub fn template(request: &Request, periods: Option<&str>) -> Result<Draft, Vec<Note>> {
    let lang = request.lang.unwrap_or_default();
    let periods = listed(periods.unwrap_or(PERIODS), request.year_end);
    let periods = periods.map_err(|note| vec![note])?;
    let words = lang.draft();
    let texts = &words.template;
    let [emissions, renewable] = texts.figures;
    let values = |first: f64, step: f64, decimals: usize| {
        let steps = (0..).map(f64::from).take(periods.len());
        steps.map(move |number| Cell::text(&format!("{:.decimals$}", first + step * number)))
    };
    let headings = COLUMNS.iter().map(|column| Cell::text(column));
    let headings = headings.chain(periods.iter().map(|period| Cell::text(period)));
    let figure = |[name, unit, account, better, item, note]: [&str; 6], values: Vec<Cell>| {
        let texts = [
            name,
            unit,
            texts.boundary,
            account,
            better,
            texts.document,
            "1",
            item,
            note,
            texts.tab,
        ];
        let texts = texts.into_iter().map(Cell::text);
        texts.chain(values).collect()
    };
    let rows: [Vec<Cell>; 3] = [
        headings.collect(),
        figure(
            [emissions, "t CO₂e", "inventory", "lower", "1", texts.note],
            values(1251.0, -37.0, 0).collect(),
        ),
        figure(
            [renewable, "%", "", "higher", "2", ""],
            values(31.5, 1.7, 1).collect(),
        ),
    ];
    let rows = (1..).zip(rows).map(|(number, cells)| Row { number, cells });
    let sheet = Sheet {
        rows: rows.collect(),
        ..Sheet::default()
    };
    let request = Request {
        lang: Some(lang),
        decimal: Some(DecimalMark::Point),
        organisation: request
            .organisation
            .clone()
            .or_else(|| Some(words.organisation.to_owned())),
        ..request.clone()
    };
    let draft = import(&sheet, &request)?;
    let (lost, notes): (Vec<Note>, Vec<Note>) = draft
        .notes
        .into_iter()
        .partition(|note| note.kind() == Kind::NotPlaced);
    if lost.is_empty() {
        Ok(Draft { notes, ..draft })
    } else {
        Err(lost)
    }
}

/// The periods that a text lists: names between commas, or the first and last of some years.
fn listed(text: &str, year_end: Option<YearEnd>) -> Result<Vec<String>, Note> {
    let unknown = |text: &str| Note::new(Remark::NoPeriod).text(text);
    let mut periods = Vec::new();
    for part in text.split(',').map(str::trim) {
        let Some((first, last)) = part.split_once(['-', '–']) else {
            periods.push(part.to_owned());
            continue;
        };
        let [(prefix, from), (_, to)] = [first, last].map(prefixed);
        match [from, to].map(time::year) {
            [Some(from), Some(to)] if (0..MOST).contains(&(to - from)) => {
                periods.extend((from..=to).map(|year| format!("{prefix}{year}")));
            }
            [Some(_), Some(_)] => return Err(unknown(part)),
            _ => periods.push(part.to_owned()),
        }
    }
    for period in &periods {
        match time::period(period, year_end) {
            Ok(_) => {}
            Err(NoTime::YearEnd) => return Err(Note::new(Remark::FiscalPeriod).text(period)),
            Err(NoTime::Unknown) => return Err(unknown(period)),
        }
    }
    Ok(periods)
}

/// What is before the digits of a year, and the year.
fn prefixed(text: &str) -> (&str, &str) {
    let text = text.trim();
    let digits = text.trim_start_matches(|symbol: char| !symbol.is_ascii_digit());
    (text.strip_suffix(digits).unwrap_or_default(), digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn lists_years_and_names_of_periods() {
        let end = YearEnd::read("03-31");
        let listed = |text| listed(text, end).map_err(|note| note.text_in(Lang::En));
        let strings = |words: &[&str]| Ok(words.iter().map(|&word| word.to_owned()).collect());
        assert_eq!(listed("2021-2023"), strings(&["2021", "2022", "2023"]));
        assert_eq!(listed("FY2022-FY2023"), strings(&["FY2022", "FY2023"]));
        assert_eq!(listed("2023"), strings(&["2023"]));
        assert_eq!(listed("2023-Q1, 2023-Q2"), strings(&["2023-Q1", "2023-Q2"]));
        for text in ["", "2023-2021", "1900-2100", "soon", "2023,"] {
            let message = listed(text).expect_err("it names no periods");
            assert!(
                message.starts_with("expected periods such as 2021-2023"),
                "{message}"
            );
        }
    }
}
