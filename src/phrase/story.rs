//! What there is to say about a figure, a tab and its documents: the same entries for layer and report.

use super::{
    Magnitude, bounds, dated, document_title, fill, fill_breakable, formula_corner, formula_names,
    formula_numbers, moved, signed_change, source_mark, source_words, span, statement, value,
    versus, when,
};
use crate::dataset::{Better, Document, Panel, Source, Tab, Text, UnitStyle, When};
use crate::derive::{Change, Fact, Formula, Ledger, Measure, Statement, Verdict};
use crate::locale::{Lang, Words};

/// A label and what is behind it, a line or paragraph each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The label, such as `Unit`.
    pub label: String,
    /// Lines or paragraphs, never empty.
    pub lines: Vec<String>,
    /// Whether the lines are a formula and its bounds rather than words.
    pub is_formula: bool,
}

fn entry(label: impl Into<String>, lines: Vec<String>) -> Option<Entry> {
    let label = label.into();
    (!lines.is_empty()).then_some(Entry {
        label,
        lines,
        is_formula: false,
    })
}

/// Everything about a figure: values, unit, period, boundary, direction, change, formulas, source, notes.
pub fn card(ledger: &Ledger<'_>, lang: Lang, fact: &Fact<'_>) -> Vec<Entry> {
    let words = lang.words();
    let figure = fact.figure;
    let symbol = fact.unit.symbol.get(lang);
    let unit = match (&fact.unit.name, symbol) {
        (Some(name), "") => name.get(lang).to_owned(),
        (Some(name), symbol) if name.get(lang) != symbol => {
            format!("{symbol} ({})", name.get(lang))
        }
        _ => symbol.to_owned(),
    };
    let direction = figure.judged_by().map(|better| match better {
        Better::Lower => words.lower_is_better.to_owned(),
        Better::Higher => words.higher_is_better.to_owned(),
    });
    let boundary = figure
        .boundary
        .iter()
        .map(|text| text.get(lang).to_owned())
        .collect();
    let notes = filled(ledger, lang, &figure.notes);
    let mut entries: Vec<Entry> = [
        entry(words.value, values(lang, fact)),
        entry(
            words.status,
            vec![status(words, fact.is_derived()).to_owned()],
        ),
        entry(words.period, periods(lang, fact)),
        entry(words.unit, vec![unit]),
        entry(words.covers, boundary),
        entry(words.direction, direction.into_iter().collect()),
        entry(words.change, changes(lang, fact)),
        entry(words.interval, intervals(lang, fact)),
    ]
    .into_iter()
    .flatten()
    .collect();
    entries.extend(formulas(ledger, lang, fact));
    entries.extend(entry(words.source, sources(ledger, lang, fact)));
    entries.extend(entry(words.notes, notes));
    entries
}

/// The word for where a value comes from.
pub const fn status(words: &'static Words, is_derived: bool) -> &'static str {
    if is_derived {
        words.derived
    } else {
        words.reported
    }
}

/// The values, the latest first, each with its time and status: `FY2023: 8.7 t (reported)`.
pub fn values(lang: Lang, fact: &Fact<'_>) -> Vec<String> {
    let words = lang.words();
    let mut lines: Vec<String> = fact
        .readings
        .iter()
        .rev()
        .map(|reading| {
            let status = status(words, reading.value.is_derived());
            format!(
                "{}: {} ({status})",
                when(lang, reading.when),
                value(lang, fact, reading)
            )
        })
        .collect();
    for reading in fact.readings.iter().rev() {
        if let Some(rest) = &reading.rest {
            let text = statement(lang, fact, Measure::Unit, rest);
            lines.push(format!(
                "{}, {}: {text} ({})",
                when(lang, reading.when),
                words.rest,
                words.derived
            ));
        }
    }
    if fact.readings.len() == 1 {
        lines.push(format!("{}: {}", words.earlier, words.not_in_document));
    }
    lines
}

fn periods(lang: Lang, fact: &Fact<'_>) -> Vec<String> {
    let line = |reading: &crate::derive::Reading<'_>| match span(lang, reading.when).as_str() {
        "" => when(lang, reading.when),
        span => format!("{}: {span}", when(lang, reading.when)),
    };
    fact.readings.iter().rev().map(line).collect()
}

/// Every change in every form: `FY2022 to FY2023: −12.9%, better (reported)`.
pub fn changes(lang: Lang, fact: &Fact<'_>) -> Vec<String> {
    let words = lang.words();
    let mut lines = Vec::new();
    for change in fact.changes() {
        let verdict = match change.verdict {
            Verdict::Better => format!(", {}", words.better),
            Verdict::Worse => format!(", {}", words.worse),
            Verdict::Neutral => String::new(),
        };
        let times = span_of(lang, change);
        for (index, (measure, statement)) in change.forms().enumerate() {
            let verdict = if index == 0 { verdict.as_str() } else { "" };
            lines.push(format!(
                "{times}: {}{verdict} ({})",
                signed_change(lang, fact, measure, statement),
                status(words, statement.is_derived())
            ));
        }
    }
    lines
}

/// The times a change leads from and to: `FY2022 to FY2023`.
fn span_of(lang: Lang, change: &Change<'_>) -> String {
    let to = lang.words().to;
    format!("{} {to} {}", when(lang, change.from), when(lang, change.to))
}

fn intervals(lang: Lang, fact: &Fact<'_>) -> Vec<String> {
    let line = |reading: &crate::derive::Reading<'_>| {
        format!(
            "{}: {}",
            when(lang, reading.when),
            bounds(lang, fact, Measure::Unit, &reading.value)
        )
    };
    // Those of derived values are with their formulas.
    let printed = fact
        .readings
        .iter()
        .rev()
        .filter(|reading| !reading.value.is_derived());
    printed.map(line).collect()
}

/// One entry for each derived value: the formula in names, in numbers, and at its bounds.
fn formulas(ledger: &Ledger<'_>, lang: Lang, fact: &Fact<'_>) -> Vec<Entry> {
    let words = lang.words();
    let readings = fact.readings.iter().rev().flat_map(|reading| {
        let rest = reading.rest.as_ref().map(|rest| {
            (
                format!("{}, {}", when(lang, reading.when), words.rest),
                rest,
            )
        });
        [(when(lang, reading.when), &reading.value)]
            .into_iter()
            .chain(rest)
    });
    let values = readings.map(|(name, statement)| (name, Measure::Unit, statement));
    // Only where there are several, a change needs its times to be told from the others.
    let name = |change: &Change<'_>| match fact.others.as_slice() {
        [] => words.change.to_owned(),
        _ => format!("{} {}", words.change, span_of(lang, change)),
    };
    let changes = fact.changes().flat_map(|change| {
        let forms = change.forms();
        forms.map(move |(measure, statement)| (name(change), measure, statement))
    });
    values
        .chain(changes)
        .filter_map(|(name, measure, statement)| {
            let formula = statement.formula.as_ref()?;
            let lines = formula_lines(ledger, lang, fact, measure, statement, formula);
            let entry = entry(format!("{} · {name}", words.formula), lines)?;
            Some(Entry {
                is_formula: true,
                ..entry
            })
        })
        .collect()
}

fn formula_lines(
    ledger: &Ledger<'_>,
    lang: Lang,
    fact: &Fact<'_>,
    measure: Measure,
    result: &Statement<'_>,
    formula: &Formula<'_>,
) -> Vec<String> {
    let words = lang.words();
    let numbers = formula_numbers(ledger, lang, formula);
    let text = statement(lang, fact, measure, result);
    let last = if result.quantity.hedge.is_some() {
        format!("{numbers}: {text}")
    } else {
        format!("{numbers} {text}")
    };
    let mut lines = vec![formula_names(lang, formula), last];
    let interval = result.quantity.interval;
    if interval.low < interval.high {
        let labels = [words.at_least, words.at_most];
        let ends = formula.corners().into_iter().flatten().zip(labels);
        // Beyond an open end there is nothing to compute.
        for (corner, label) in ends.filter(|(corner, _)| !corner.is_open) {
            let numbers = formula_corner(ledger, lang, formula, &corner.terms);
            lines.push(format!("{label}: {numbers}"));
        }
        lines.push(format!(
            "{}: {}",
            words.interval,
            bounds(lang, fact, measure, result)
        ));
    }
    lines
}

fn sources(ledger: &Ledger<'_>, lang: Lang, fact: &Fact<'_>) -> Vec<String> {
    let sources = ledger.sources(fact).into_iter();
    sources
        .map(|source| full_source(ledger, lang, source))
        .collect()
}

/// The place with the section's and the document's titles.
fn full_source(ledger: &Ledger<'_>, lang: Lang, source: &Source) -> String {
    let document = ledger
        .dataset
        .report
        .documents
        .iter()
        .find(|document| document.id == source.document);
    let Some(document) = document else {
        return source_words(lang, source);
    };
    let index = (source.section as usize).checked_sub(1);
    let section = index.and_then(|index| document.sections.get(index));
    let section = section
        .map(|title| format!(" ({})", title.get(lang)))
        .unwrap_or_default();
    format!(
        "{}{section} · {}",
        source_words(lang, source),
        document_title(ledger, lang, document)
    )
}

/// A figure in one sentence with its citation, for pasting elsewhere.
pub fn citation(ledger: &Ledger<'_>, lang: Lang, fact: &Fact<'_>) -> String {
    let report = &ledger.dataset.report;
    let name = fact.figure.name.get(lang);
    let text = fact.latest().map(|reading| {
        let status = status(lang.words(), reading.value.is_derived());
        format!(
            "{} ({}, {status})",
            value(lang, fact, reading),
            when(lang, reading.when)
        )
    });
    let places = sources(ledger, lang, fact);
    let documents = ledger.documents_of(&[fact]).into_iter();
    let urls: Vec<&str> = documents
        .filter_map(|document| document.url.as_deref())
        .collect();
    let report = format!(
        "{}, {}",
        report.organisation.get(lang),
        report.title.get(lang)
    );
    let parts = [
        format!("{name}: {}", text.unwrap_or_default()),
        report,
        places.join("; "),
        urls.join(" "),
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}

/// The sources and notes of a tab: its own notes, each figure's places and notes, the documents.
pub fn sources_and_notes(
    ledger: &Ledger<'_>,
    lang: Lang,
    tab: &Tab,
    facts: &[&Fact<'_>],
) -> Vec<Entry> {
    let words = lang.words();
    let notes = filled(ledger, lang, &tab.notes);
    let mut entries: Vec<Entry> = entry(tab.title.get(lang), notes).into_iter().collect();
    for fact in facts {
        let status = status(words, fact.is_derived()).to_owned();
        let lines = [vec![status], filled(ledger, lang, &fact.figure.notes)].concat();
        entries.extend(entry(heading(ledger, lang, fact), lines));
    }
    entries.extend(documents(ledger, lang, &ledger.documents_of(facts)));
    entries
}

/// What a tab says in one sentence, or one panel of it shown alone: the message of the panel,
/// or else its first figure in words; with the places where a line may break.
pub fn message(ledger: &Ledger<'_>, lang: Lang, tab: &Tab, panel: Option<usize>) -> String {
    let panel = panel.and_then(|panel| tab.panels().nth(panel));
    let message = panel.map_or(Some(&tab.message), |panel| panel.message.as_ref());
    if let Some(message) = message {
        return fill_breakable(lang, ledger, message);
    }
    let facts = panel.map_or_else(Vec::new, |panel| ledger.of_panel(panel));
    facts
        .first()
        .map_or_else(String::new, |fact| headline(lang, fact))
}

/// A figure in one sentence: `Carbon intensity, FY2023: 8.7 t/RMB million, 5.7% less`.
fn headline(lang: Lang, fact: &Fact<'_>) -> String {
    let name = fact.figure.name.get(lang);
    let Some(latest) = fact.latest() else {
        return name.to_owned();
    };
    let time = when(lang, latest.when);
    let text = format!("{name}, {time}: {}", value(lang, fact, latest));
    let moved = fact.change.as_ref().and_then(|change| {
        let moved = moved(lang, fact, change)?;
        Some(compared(lang, fact, change, moved))
    });
    match moved {
        Some(moved) => format!("{text}, {moved}"),
        None => text,
    }
}

/// A change in words with what it compares with, where that is not plain: `5.7% less vs FY2022`.
fn compared(lang: Lang, fact: &Fact<'_>, change: &Change<'_>, moved: String) -> String {
    match versus(lang, fact, change) {
        Some(versus) => format!("{moved} {versus}"),
        None => moved,
    }
}

/// Notes with their placeholders filled in, and with the places where a line may break.
pub fn filled(ledger: &Ledger<'_>, lang: Lang, notes: &[Text]) -> Vec<String> {
    notes
        .iter()
        .map(|note| fill_breakable(lang, ledger, note))
        .collect()
}

/// A figure's name and its places in the documents: `Net emissions §1.1`.
pub fn heading(ledger: &Ledger<'_>, lang: Lang, fact: &Fact<'_>) -> String {
    let marks = source_marks(ledger, fact);
    format!("{} {marks}", fact.figure.name.get(lang))
        .trim_end()
        .to_owned()
}

/// The places in the documents that a figure comes from: `§1.3 §1.6`.
fn source_marks(ledger: &Ledger<'_>, fact: &Fact<'_>) -> String {
    let sources = ledger.sources(fact).into_iter();
    let marks = sources.map(|source| source_mark(ledger, source));
    marks.collect::<Vec<_>>().join(" ")
}

/// What the panels of a tab say around a figure: their titles, notes, and words for the rest.
pub fn panels(ledger: &Ledger<'_>, lang: Lang, tab: &Tab, fact: &Fact<'_>) -> Option<Entry> {
    let words = lang.words();
    let id = &fact.figure.id;
    let filled = |text: &Option<Text>| {
        let text = text.as_ref();
        text.map(|text| fill(lang, ledger, text))
    };
    let line = |panel: &Panel| {
        let parts: Vec<String> = [filled(&panel.title), filled(&panel.note)]
            .into_iter()
            .flatten()
            .collect();
        let rest = filled(&panel.rest).map(|name| format!(" ({}: {name})", words.rest));
        format!("{}{}", parts.join(": "), rest.unwrap_or_default())
            .trim_start()
            .to_owned()
    };
    let lines = |panel: &Panel| {
        let line = Some(line(panel)).filter(|line| !line.is_empty());
        line.into_iter()
            .chain(remainders(ledger, lang, panel, fact))
    };
    let panels = tab.panels().filter(|panel| panel.figures.contains(id));
    let lines = panels.flat_map(|panel| lines(panel).collect::<Vec<_>>());
    let lines = lines.collect();
    entry(words.shown_under, lines)
}

/// What several parts leave of their whole, with the formula, the latest first; that of a single
/// part is with its value.
fn remainders(ledger: &Ledger<'_>, lang: Lang, panel: &Panel, fact: &Fact<'_>) -> Vec<String> {
    let words = lang.words();
    let name = panel.rest.as_ref().filter(|_| panel.figures.len() > 1);
    let line = |(name, time): (&Text, When<'_>)| {
        let remainder = ledger.remainder(panel, time)?;
        let numbers = formula_numbers(ledger, lang, remainder.formula.as_ref()?);
        let text = statement(lang, fact, Measure::Unit, &remainder);
        let (name, time) = (name.get(lang), when(lang, time));
        let status = words.derived;
        Some(format!("{name}, {time}: {numbers} {text} ({status})"))
    };
    let times = ledger.common_times(panel).into_iter().rev();
    let times = times.filter_map(|time| Some((name?, time)));
    times.filter_map(line).collect()
}

/// Documents: where each is, its sections, and what to know about it.
pub fn documents(ledger: &Ledger<'_>, lang: Lang, documents: &[&Document]) -> Vec<Entry> {
    let words = lang.words();
    let mut entries = Vec::new();
    for document in documents {
        let sections = document
            .sections
            .iter()
            .enumerate()
            .map(|(index, title)| format!("§{}: {}", index + 1, title.get(lang)));
        let date = document.date.map(|date| dated(lang, date));
        let lines = date
            .into_iter()
            .chain(document.url.clone())
            .chain(sections)
            .chain(filled(ledger, lang, &document.notes))
            .collect();
        let title = document_title(ledger, lang, document);
        let known = entry(format!("{}: {title}", words.document), lines);
        // One of which nothing else is known is still named.
        entries.extend(known.or_else(|| entry(words.document, vec![title])));
    }
    entries
}

/// A row of the table of a tab: a value of a figure at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The figure's id.
    pub id: String,
    /// Name, value, unit, time, change, status and source, as the table's columns.
    pub cells: [String; 7],
}

/// The titles of the table's columns.
pub const fn table_titles(words: &Words) -> [&'static str; 7] {
    [
        words.figure,
        words.value,
        words.unit,
        words.period,
        words.change,
        words.status,
        words.source,
    ]
}

/// Every value of the figures, a row each, the latest first.
pub fn table(ledger: &Ledger<'_>, lang: Lang, facts: &[&Fact<'_>]) -> Vec<TableRow> {
    let words = lang.words();
    let rows = facts.iter().flat_map(|fact| {
        fact.readings
            .iter()
            .rev()
            .enumerate()
            .map(|(index, reading)| {
                let quantity = reading.value.quantity;
                let magnitude = Magnitude::of(fact).for_quantity(&quantity);
                let number = magnitude.number(quantity.value, quantity.exponent);
                let unit = match fact.unit.style {
                    UnitStyle::Share => "%".to_owned(),
                    _ => magnitude.unit(lang, fact.unit),
                };
                let change = fact.change.as_ref().filter(|_| index == 0);
                let change = change.and_then(|change| {
                    let (measure, form) = change.headline()?;
                    let text = signed_change(lang, fact, measure, form);
                    Some(compared(lang, fact, change, text))
                });
                TableRow {
                    id: fact.figure.id.clone(),
                    cells: [
                        fact.figure.name.get(lang).to_owned(),
                        format!("{}{number}", super::prefix(lang, fact, &reading.value)),
                        unit,
                        when(lang, reading.when),
                        change.unwrap_or_else(|| "–".to_owned()),
                        status(words, reading.value.is_derived()).to_owned(),
                        source_marks(ledger, fact),
                    ],
                }
            })
    });
    rows.collect()
}
