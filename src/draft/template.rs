//! A dataset to start from: a few figures of an organisation, with examples for values.

use super::number::DecimalMark;
use super::sheet::{Sheet, SheetCell, SheetRow};
use super::time::{NotATime, YearEnd};
use super::{Draft, DraftOptions, Note, import, time};
use crate::locale::Lang;
use crate::locale::draft::{Remark, RemarkKind};

/// The periods of a template for which nobody names any.
const PERIODS: &str = "2022-2024";

/// The most periods that a template has.
const MOST: i32 = 30;

/// What every figure of a template says, and the column of each.
const COLUMNS: [&str; 10] = [
    "figure", "unit", "boundary", "account", "better", "document", "section", "item", "note", "tab",
];

/// The values of a figure of a template: the first, and by how much each is more than the one before.
struct ExampleValues {
    first: f64,
    step: f64,
    decimals: usize,
}

/// The values of the two figures: emissions and the share of renewable energy.
const SERIES: [ExampleValues; 2] = [
    ExampleValues {
        first: 1251.0,
        step: -37.0,
        decimals: 0,
    },
    ExampleValues {
        first: 31.5,
        step: 1.7,
        decimals: 1,
    },
];

/// A dataset with two figures for the periods that a text names, such as `2021-2023` or
/// `FY2022, FY2023`; the notes say why when it names none.
pub fn template(options: &DraftOptions, periods: Option<&str>) -> Result<Draft, Vec<Note>> {
    let lang = options.lang.unwrap_or_default();
    let periods = listed(periods.unwrap_or(PERIODS), options.year_end);
    let periods = periods.map_err(|note| vec![note])?;
    let organisation = || lang.draft().organisation.to_owned();
    let options = DraftOptions {
        lang: Some(lang),
        decimal: Some(DecimalMark::Point),
        organisation: Some(options.organisation.clone().unwrap_or_else(organisation)),
        ..options.clone()
    };
    let draft = import(&sheet(&periods, lang), &options)?;
    let (lost, notes): (Vec<Note>, Vec<Note>) = draft
        .notes
        .into_iter()
        .partition(|note| note.kind() == RemarkKind::NotPlaced);
    if lost.is_empty() {
        Ok(Draft { notes, ..draft })
    } else {
        Err(lost)
    }
}

/// The table of the two figures, with a column for each period.
fn sheet(periods: &[String], lang: Lang) -> Sheet {
    let texts = &lang.draft().template;
    let [boundary, document, tab] = [texts.boundary, texts.document, texts.tab];
    let [emissions, renewable] = texts.figures;
    let details: [[&str; COLUMNS.len()]; 2] = [
        [
            emissions,
            "t CO₂e",
            boundary,
            "inventory",
            "lower",
            document,
            "1",
            "1",
            texts.note,
            tab,
        ],
        [
            renewable, "%", boundary, "", "higher", document, "1", "2", "", tab,
        ],
    ];
    let headings = COLUMNS.into_iter().map(str::to_owned);
    let mut rows = vec![headings.chain(periods.iter().cloned()).collect()];
    for (details, series) in details.into_iter().zip(SERIES) {
        let details = details.into_iter().map(str::to_owned);
        rows.push(details.chain(series.values().take(periods.len())).collect());
    }
    let row = |(number, texts): (usize, Vec<String>)| SheetRow {
        number,
        cells: texts.iter().map(|text| SheetCell::text(text)).collect(),
    };
    Sheet {
        rows: (1..).zip(rows).map(row).collect(),
        ..Sheet::default()
    }
}

impl ExampleValues {
    /// The values, oldest first, as many as are wanted.
    fn values(self) -> impl Iterator<Item = String> {
        (0..).map(move |index| {
            let value = self.first + self.step * f64::from(index);
            format!("{value:.*}", self.decimals)
        })
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
            Err(NotATime::YearEnd) => return Err(Note::new(Remark::FiscalPeriod).text(period)),
            Err(NotATime::Unknown) => return Err(unknown(period)),
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
