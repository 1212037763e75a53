//! The report as JSON: numbers as numbers next to the words they were printed in, every key always there.

use serde::Serialize;
use serde_json::{Number, Value};

use super::{
    Edition, Months, period_id, plain_bounds, plain_value, status, tab_documents, verdict,
};
use crate::dataset;
use crate::dataset::{Account, Better, When};
use crate::derive::{self, Fact, Measure};
use crate::phrase;
use crate::phrase::story;
use crate::quantity::Hedge;

pub(super) fn write(edition: Edition<'_>, tabs: &[usize]) -> String {
    let Edition { ledger, lang } = edition;
    let report = &ledger.dataset.report;
    let report = ReportJson {
        lang: lang.code(),
        organisation: report.organisation.get(lang),
        title: report.title.get(lang),
        periods: report
            .periods
            .iter()
            .map(|period| PeriodJson::new(edition, period))
            .collect(),
        tabs: edition
            .tabs(tabs)
            .map(|(_, tab)| TabJson::new(edition, tab, None))
            .collect(),
        documents: report
            .documents
            .iter()
            .map(|document| DocumentJson::new(edition, document))
            .collect(),
    };
    let text = serde_json::to_string_pretty(&report);
    text.expect("texts and numbers have a JSON form") + "\n"
}

pub(super) fn tab(edition: Edition<'_>, tab: usize, panel: Option<usize>) -> Value {
    let Edition { ledger, lang } = edition;
    let report = &ledger.dataset.report;
    let documents = tab_documents(ledger, tab, panel);
    let Some(tab) = ledger.dataset.tabs.get(tab) else {
        return Value::Null;
    };
    let page = PageJson {
        lang: lang.code(),
        organisation: report.organisation.get(lang),
        title: report.title.get(lang),
        tab: TabJson::new(edition, tab, panel),
        documents: documents
            .into_iter()
            .map(|document| ReferenceJson::new(edition, document))
            .collect(),
    };
    serde_json::to_value(page).expect("texts and numbers have a JSON form")
}

/// A whole report.
#[derive(Serialize)]
struct ReportJson<'a> {
    lang: &'static str,
    organisation: &'a str,
    title: &'a str,
    periods: Vec<PeriodJson<'a>>,
    tabs: Vec<TabJson<'a>>,
    documents: Vec<DocumentJson<'a>>,
}

/// One tab with what a picture of it should not lose.
#[derive(Serialize)]
struct PageJson<'a> {
    lang: &'static str,
    organisation: &'a str,
    title: &'a str,
    tab: TabJson<'a>,
    documents: Vec<ReferenceJson<'a>>,
}

#[derive(Serialize)]
struct PeriodJson<'a> {
    id: &'a str,
    name: String,
    start: String,
    end: String,
    days: i64,
}

impl<'a> PeriodJson<'a> {
    fn new(edition: Edition<'_>, period: &'a dataset::Period) -> Self {
        Self {
            id: &period.id,
            name: phrase::when(edition.lang, When::Period(period)),
            start: period.start.to_string(),
            end: period.end.to_string(),
            days: period.days(),
        }
    }
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    title: &'a str,
    date: Option<String>,
    url: Option<&'a str>,
    sections: Vec<&'a str>,
    notes: Vec<String>,
}

impl<'a> DocumentJson<'a> {
    fn new(edition: Edition<'_>, document: &'a dataset::Document) -> Self {
        let ReferenceJson {
            id,
            title,
            date,
            url,
        } = ReferenceJson::new(edition, document);
        let lang = edition.lang;
        Self {
            id,
            title,
            date,
            url,
            sections: document
                .sections
                .iter()
                .map(|section| section.get(lang))
                .collect(),
            notes: edition.notes(&document.notes),
        }
    }
}

#[derive(Serialize)]
struct ReferenceJson<'a> {
    id: &'a str,
    title: &'a str,
    date: Option<String>,
    url: Option<&'a str>,
}

impl<'a> ReferenceJson<'a> {
    fn new(edition: Edition<'_>, document: &'a dataset::Document) -> Self {
        Self {
            id: &document.id,
            title: document.title.get(edition.lang),
            date: document.date.map(|date| date.to_string()),
            url: document.url.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct TabJson<'a> {
    id: &'a str,
    title: &'a str,
    message: String,
    notes: Vec<String>,
    figures: Vec<FigureJson<'a>>,
}

impl<'a> TabJson<'a> {
    fn new(edition: Edition<'a>, tab: &'a dataset::Tab, panel: Option<usize>) -> Self {
        let facts = edition.figures(tab, panel);
        Self {
            id: &tab.id,
            title: tab.title.get(edition.lang),
            message: edition.message(tab, panel),
            notes: edition.notes(&tab.notes),
            figures: facts
                .into_iter()
                .map(|fact| FigureJson::new(edition, tab, fact))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct FigureJson<'a> {
    id: &'a str,
    name: &'a str,
    unit: UnitJson<'a>,
    boundary: Option<&'a str>,
    better: Option<&'static str>,
    account: Option<&'static str>,
    status: &'static str,
    values: Vec<ReadingJson<'a>>,
    change: Option<ChangeJson>,
    other_changes: Vec<ChangeJson>,
    sources: Vec<CitationJson<'a>>,
    notes: Vec<String>,
    shown_under: Vec<String>,
}

impl<'a> FigureJson<'a> {
    fn new(edition: Edition<'a>, tab: &dataset::Tab, fact: &'a Fact<'a>) -> Self {
        let Edition { ledger, lang } = edition;
        let figure = fact.figure;
        let panels = story::panels(ledger, lang, tab, fact);
        let readings = fact.readings.iter().rev();
        let sources = ledger.sources(fact);
        Self {
            id: &figure.id,
            name: figure.name.get(lang),
            unit: UnitJson {
                id: &fact.unit.id,
                symbol: fact.unit.symbol.get(lang),
                name: fact.unit.name.as_ref().map(|name| name.get(lang)),
                per: fact.unit.per.as_ref().map(|per| per.literal.value()),
            },
            boundary: figure.boundary.as_ref().map(|boundary| boundary.get(lang)),
            better: figure.judged_by().map(Better::name),
            account: figure.account.map(Account::name),
            status: if fact.is_derived() {
                "derived"
            } else {
                "reported"
            },
            values: readings
                .map(|reading| ReadingJson::new(edition, fact, reading))
                .collect(),
            change: fact
                .change
                .as_ref()
                .map(|change| ChangeJson::new(edition, fact, change)),
            other_changes: fact
                .others
                .iter()
                .map(|change| ChangeJson::new(edition, fact, change))
                .collect(),
            sources: sources.into_iter().map(CitationJson::new).collect(),
            notes: edition.notes(&figure.notes),
            shown_under: panels.map_or_else(Vec::new, |entry| entry.lines),
        }
    }
}

#[derive(Serialize)]
struct UnitJson<'a> {
    id: &'a str,
    symbol: &'a str,
    name: Option<&'a str>,
    per: Option<f64>,
}

#[derive(Serialize)]
struct CitationJson<'a> {
    document: &'a str,
    section: u32,
    item: u32,
}

impl<'a> CitationJson<'a> {
    fn new(source: &'a dataset::Source) -> Self {
        Self {
            document: &source.document,
            section: source.section,
            item: source.item,
        }
    }
}

#[derive(Serialize)]
struct ReadingJson<'a> {
    period: Option<&'a str>,
    as_of: Option<String>,
    up_to: Option<String>,
    time: &'static str,
    start: Option<String>,
    end: Option<String>,
    #[serde(flatten)]
    value: StatementJson,
    rest: Option<StatementJson>,
}

impl<'a> ReadingJson<'a> {
    fn new(edition: Edition<'_>, fact: &Fact<'_>, reading: &derive::Reading<'a>) -> Self {
        let Months { as_of, up_to } = Months::new(reading.when);
        let days = reading.when.period();
        let statement = |statement| StatementJson::new(edition, fact, Measure::Unit, statement);
        Self {
            period: period_id(reading.when),
            as_of,
            up_to,
            time: reading.when.kind().name(),
            start: days.map(|period| period.start.to_string()),
            end: days.map(|period| period.end.to_string()),
            value: statement(&reading.value),
            rest: reading.rest.as_ref().map(statement),
        }
    }
}

#[derive(Serialize)]
struct ChangeJson {
    from: String,
    to: String,
    verdict: Option<&'static str>,
    percent: Option<StatementJson>,
    points: Option<StatementJson>,
    difference: Option<StatementJson>,
    multiple: Option<StatementJson>,
}

impl ChangeJson {
    fn new(edition: Edition<'_>, fact: &Fact<'_>, change: &derive::Change<'_>) -> Self {
        let form = |measure, form: &Option<derive::Statement<'_>>| {
            let form = form.as_ref()?;
            let printed = phrase::signed_change(edition.lang, fact, measure, form);
            Some(StatementJson {
                printed,
                ..StatementJson::new(edition, fact, measure, form)
            })
        };
        Self {
            from: change.from.to_string(),
            to: change.to.to_string(),
            verdict: verdict(change.verdict),
            percent: form(Measure::Percent, &change.percent),
            points: form(Measure::Points, &change.points),
            difference: form(Measure::Unit, &change.difference),
            multiple: form(Measure::Times, &change.multiple),
        }
    }
}

/// A number, its words, its bounds, and how it is known.
#[derive(Serialize)]
struct StatementJson {
    value: Number,
    printed: String,
    interval: IntervalJson,
    hedge: Option<&'static str>,
    status: &'static str,
    formula: Option<FormulaJson>,
}

impl StatementJson {
    fn new(
        edition: Edition<'_>,
        fact: &Fact<'_>,
        measure: Measure,
        statement: &derive::Statement<'_>,
    ) -> Self {
        let Edition { ledger, lang } = edition;
        let [low, high] = plain_bounds(statement).map(|end| end.map(|end| number(&end)));
        Self {
            value: number(&plain_value(statement)),
            printed: phrase::statement(lang, fact, measure, statement),
            interval: IntervalJson { low, high },
            hedge: statement.quantity.hedge.map(Hedge::name),
            status: status(statement),
            formula: statement.formula.as_ref().map(|formula| FormulaJson {
                names: phrase::formula_names(lang, formula),
                numbers: phrase::formula_numbers(ledger, lang, formula),
            }),
        }
    }
}

/// The bounds; null where there is none.
#[derive(Serialize)]
struct IntervalJson {
    low: Option<Number>,
    high: Option<Number>,
}

#[derive(Serialize)]
struct FormulaJson {
    names: String,
    numbers: String,
}

/// A whole number stays whole: `4681000`, not `4681000.0`.
fn number(plain: &str) -> Number {
    plain
        .parse()
        .expect("digits with a point are a JSON number")
}

/// A JSON text in ASCII: other letters, which are only in its strings, as escapes.
pub(super) fn escape(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            plain.push(letter);
            continue;
        }
        let mut buffer = [0; 2];
        let units = letter.encode_utf16(&mut buffer).iter();
        plain.extend(units.map(|unit| format!("\\u{unit:04x}")));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_letters_outside_ascii() {
        assert_eq!(escape("{\"a\": \"₂\"}"), "{\"a\": \"\\u2082\"}");
    }
}
