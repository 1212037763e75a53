//! Says figures in words: numbers with hedge, magnitude and unit, times, changes, formulas, places.

mod magnitude;
pub mod story;

use std::cmp::Ordering;

use crate::dataset::placeholder::{Asked, Part, Piece, Placeholder, pieces};
use crate::dataset::{Date, Document, Month, Source, Text, Unit, UnitStyle, When};
use crate::derive::{Change, Fact, Formula, Ledger, Measure, Reading, Statement, Term};
use crate::locale::Lang;
use crate::printable::without_breaks;
use crate::quantity::{Hedge, Interval, Quantity, digits};

pub use magnitude::Magnitude;

/// The words before a number: `more than`, `almost`; empty for a plain number.
///
/// Below zero, where *more* could be meant either way, the words are `above` and `below`.
fn hedge(lang: Lang, fact: &Fact<'_>, measure: Measure, quantity: &Quantity) -> &'static str {
    let words = lang.words();
    match quantity.hedge {
        None => "",
        Some(Hedge::About) => words.about,
        Some(Hedge::MoreThan) if quantity.value < 0.0 => words.above,
        Some(_) if quantity.value < 0.0 => words.below,
        Some(Hedge::MoreThan) => words.more_than,
        Some(Hedge::LessThan) if fact.is_counted && measure == Measure::Unit => words.fewer_than,
        Some(Hedge::LessThan) => words.less_than,
        Some(Hedge::Almost) => words.almost,
    }
}

/// What goes before the digits of a value: the hedge, or `≈` when the value was computed.
pub fn prefix(lang: Lang, fact: &Fact<'_>, statement: &Statement<'_>) -> String {
    let quantity = &statement.quantity;
    mark(lang, fact, Measure::Unit, quantity, statement.is_derived())
}

fn mark(
    lang: Lang,
    fact: &Fact<'_>,
    measure: Measure,
    quantity: &Quantity,
    is_derived: bool,
) -> String {
    match (hedge(lang, fact, measure, quantity), is_derived) {
        ("", true) => "≈ ".to_owned(),
        ("", false) => String::new(),
        (hedge, _) => format!("{hedge} "),
    }
}

/// A number with what is behind it, for each way of counting.
fn counted(
    lang: Lang,
    unit: &Unit,
    measure: Measure,
    magnitude: Magnitude,
    value: f64,
    exponent: i32,
) -> String {
    let words = lang.words();
    match (measure, unit.style) {
        (Measure::Percent, _) | (Measure::Unit, UnitStyle::Share) => {
            format!("{}%", digits(value, exponent))
        }
        (Measure::Points, _) => format!("{} {}", digits(value, exponent), words.percentage_points),
        (Measure::Times, _) => format!("{} {}", digits(value, exponent), words.times),
        (Measure::Unit, _) => {
            let number = magnitude.number(value, exponent);
            format!("{number} {}", magnitude.unit(lang, unit))
                .trim_end()
                .to_owned()
        }
    }
}

/// A statement in full: `≈ 5.37 million t CO₂e`, `more than 320,000 people`, `≈ 32.3 percentage points`.
pub fn statement(
    lang: Lang,
    fact: &Fact<'_>,
    measure: Measure,
    statement: &Statement<'_>,
) -> String {
    in_full(
        lang,
        fact,
        measure,
        &statement.quantity,
        statement.is_derived(),
        "",
    )
}

/// A quantity in full, with a sign before its digits.
fn in_full(
    lang: Lang,
    fact: &Fact<'_>,
    measure: Measure,
    quantity: &Quantity,
    is_derived: bool,
    sign: &str,
) -> String {
    let number = counted(
        lang,
        fact.unit,
        measure,
        Magnitude::of(fact).for_quantity(quantity),
        quantity.value,
        quantity.exponent,
    );
    let mark = mark(lang, fact, measure, quantity, is_derived);
    format!("{mark}{sign}{number}")
}

/// A value in full.
pub fn value(lang: Lang, fact: &Fact<'_>, reading: &Reading<'_>) -> String {
    statement(lang, fact, Measure::Unit, &reading.value)
}

/// A value's digits with `≈` or a one-sign hedge, for the end of a bar: `≈ 5.37`, `> 320,000`.
pub fn short_value(magnitude: Magnitude, fact: &Fact<'_>, statement: &Statement<'_>) -> String {
    let sign = match (statement.quantity.hedge, statement.is_derived()) {
        (Some(Hedge::MoreThan), _) => "> ",
        (Some(Hedge::LessThan | Hedge::Almost), _) => "< ",
        (Some(Hedge::About), _) => "~ ",
        (None, true) => "≈ ",
        (None, false) => "",
    };
    format!("{sign}{}", number(magnitude, fact, &statement.quantity))
}

/// The digits alone, and for a share the sign that belongs to them.
pub fn number(magnitude: Magnitude, fact: &Fact<'_>, quantity: &Quantity) -> String {
    match fact.unit.style {
        UnitStyle::Share => format!("{}%", digits(quantity.value, quantity.exponent)),
        _ => magnitude.number(quantity.value, quantity.exponent),
    }
}

/// What is behind such a number; empty for a share, whose sign belongs to its digits.
pub fn unit(magnitude: Magnitude, lang: Lang, fact: &Fact<'_>) -> String {
    match fact.unit.style {
        UnitStyle::Share => String::new(),
        _ => magnitude.unit(lang, fact.unit),
    }
}

/// A statement without its sign, for sentences that say the direction in words.
fn size(lang: Lang, fact: &Fact<'_>, measure: Measure, statement: &Statement<'_>) -> String {
    in_full(
        lang,
        fact,
        measure,
        &statement.quantity.size(),
        statement.is_derived(),
        "",
    )
}

/// The headline of a change without its sign, in a short form: `12.9%`, `≈ 32.3 pp`.
pub fn short_change(lang: Lang, fact: &Fact<'_>, change: &Change<'_>) -> Option<String> {
    let (measure, statement) = change.headline()?;
    if measure != Measure::Points {
        return Some(size(lang, fact, measure, statement));
    }
    let size = statement.quantity.size();
    let mark = mark(lang, fact, measure, &size, statement.is_derived());
    let number = digits(size.value, size.exponent);
    Some(format!("{mark}{number} {}", lang.words().points))
}

/// The headline of a change in words: `12.9% less`, `≈ 32.3 percentage points more`.
fn moved(lang: Lang, fact: &Fact<'_>, change: &Change<'_>) -> Option<String> {
    let words = lang.words();
    let (measure, statement) = change.headline()?;
    let pattern = match statement.quantity.direction() {
        Ordering::Greater => words.more,
        Ordering::Less => words.less,
        Ordering::Equal => return Some(words.unchanged.to_owned()),
    };
    Some(crate::locale::fill(
        pattern,
        &[size(lang, fact, measure, statement)],
    ))
}

/// What the change to the latest value compares with, where a figure has more than two values and it
/// could be another: `vs FY2022`.
pub fn versus(lang: Lang, fact: &Fact<'_>, change: &Change<'_>) -> Option<String> {
    let from = (fact.readings.len() > 2).then(|| short_when(lang, change.from))?;
    Some(crate::locale::fill(lang.words().versus, &[from]))
}

/// A change with its sign: `−12.9%`, `≈ +32.3 percentage points`, `below −24.2%`.
pub fn signed_change(
    lang: Lang,
    fact: &Fact<'_>,
    measure: Measure,
    statement: &Statement<'_>,
) -> String {
    let is_rise = statement.quantity.direction().is_gt() && measure != Measure::Times;
    let sign = if is_rise { "+" } else { "" };
    in_full(
        lang,
        fact,
        measure,
        &statement.quantity,
        statement.is_derived(),
        sign,
    )
}

/// The bounds of a statement as they are shown, and the power of ten of their last digit.
///
/// A printed number that is a bound itself has no more digits than were printed.
pub fn shown_bounds(statement: &Statement<'_>) -> (Interval, i32) {
    let Quantity {
        exponent,
        interval,
        hedge,
        ..
    } = statement.quantity;
    if !statement.is_derived() && hedge.is_some() {
        (interval.outward(exponent), exponent)
    } else {
        statement.quantity.shown_bounds()
    }
}

/// The interval of a statement with its unit: `5.3706 to 5.3780 million t CO₂e`.
pub fn bounds(lang: Lang, fact: &Fact<'_>, measure: Measure, statement: &Statement<'_>) -> String {
    let words = lang.words();
    let Interval { low, high } = statement.quantity.interval;
    let (shown, exponent) = shown_bounds(statement);
    let magnitude = Magnitude::of(fact).for_quantity(&statement.quantity);
    let with_unit = |value| counted(lang, fact.unit, measure, magnitude, value, exponent);
    let plain = |value: f64| match measure {
        Measure::Unit if fact.unit.style != UnitStyle::Share => magnitude.number(value, exponent),
        _ => digits(value, exponent),
    };
    let bound = |hedge, end: f64, shown: f64| {
        let quantity = Quantity {
            value: end,
            hedge: Some(hedge),
            ..statement.quantity
        };
        let hedge = self::hedge(lang, fact, measure, &quantity);
        format!("{hedge} {}", with_unit(shown))
    };
    let hedge = statement.quantity.hedge;
    if low < high && hedge.is_some_and(Hedge::is_floor) {
        bound(Hedge::MoreThan, low, shown.low)
    } else if low < high && hedge.is_some_and(Hedge::is_ceiling) {
        bound(Hedge::LessThan, high, shown.high)
    } else if low >= high {
        words.as_printed.to_owned()
    } else {
        format!(
            "{} {} {}",
            plain(shown.low),
            words.to,
            with_unit(shown.high)
        )
    }
}

/// A period's name, the month of a state or a total, or that no time is stated: `FY2023`,
/// `as of Mar 2023`, `total up to Mar 2023`, `time not stated`.
pub fn when(lang: Lang, when: When<'_>) -> String {
    let words = lang.words();
    let month =
        |before: &str, month: Month| format!("{before} {}", words.month(month.year, month.month));
    match when {
        When::AsOf(date) => month(words.as_of, date),
        When::UpTo(date) => month(words.up_to, date),
        When::NotStated => words.time_not_stated.to_owned(),
        When::Period(period) => {
            if let Some(name) = &period.name {
                return name.get(lang).to_owned();
            }
            let prefix = match (period.is_year(), period.start.month) {
                (false, _) => None,
                (true, 1) => words.calendar_year,
                (true, _) => words.fiscal_year,
            };
            match prefix {
                Some(prefix) => format!("{prefix} {}", period.end.year + words.year_offset),
                None => period.id.clone(),
            }
        }
    }
}

/// A time for a narrow place, such as the end of a bar: `to Mar 2023` for a total up to a month.
pub fn short_when(lang: Lang, when: When<'_>) -> String {
    let words = lang.words();
    match when {
        When::UpTo(month) => format!("{} {}", words.to, words.month(month.year, month.month)),
        When::Period(_) | When::AsOf(_) | When::NotStated => self::when(lang, when),
    }
}

/// The days that a time covers: `1 Apr 2022 – 31 Mar 2023`; empty for any but a period.
pub fn span(lang: Lang, when: When<'_>) -> String {
    let day = |date: Date| lang.words().day(date.year, date.month, date.day);
    match when {
        When::AsOf(_) | When::UpTo(_) | When::NotStated => String::new(),
        When::Period(period) => format!("{} – {}", day(period.start), day(period.end)),
    }
}

/// The day that a document carries: `document of 23 Jul 2024`.
pub fn dated(lang: Lang, date: Date) -> String {
    let words = lang.words();
    let day = words.day(date.year, date.month, date.day);
    crate::locale::fill(words.dated, &[day])
}

/// The place in the document, for a panel's footer: `§1.4`, or `[2] §1.4` in the second of several.
pub fn source_mark(ledger: &Ledger<'_>, source: &Source) -> String {
    let place = format!("§{}.{}", source.section, source.item);
    format!("{}{place}", document_mark(ledger, &source.document))
}

/// The number of a document and a space; empty where the report has only one.
fn document_mark(ledger: &Ledger<'_>, id: &str) -> String {
    let number = ledger.number_of_document(id);
    number.map_or_else(String::new, |number| format!("[{number}] "))
}

/// The title of a document, behind its number where there are several.
pub fn document_title(ledger: &Ledger<'_>, lang: Lang, document: &Document) -> String {
    let mark = document_mark(ledger, &document.id);
    format!("{mark}{}", document.title.get(lang))
}

/// The place in the document in words: `section 1, item 4`.
pub fn source_words(lang: Lang, source: &Source) -> String {
    let words = lang.words();
    format!(
        "{} {} {} {}",
        words.section, source.section, words.item, source.item
    )
}

/// A formula with the names of its terms.
pub fn formula_names(lang: Lang, formula: &Formula<'_>) -> String {
    let names: Vec<String> = formula
        .terms
        .iter()
        .map(|term| term_name(lang, term))
        .collect();
    // A stated fall keeps its sign in the notation, so its name needs none.
    formula.operation.notation(&names)
}

fn term_name(lang: Lang, term: &Term<'_>) -> String {
    let words = lang.words();
    match term {
        Term::Value(figure, time, _) => {
            format!("[{}, {}]", figure.name.get(lang), when(lang, *time))
        }
        Term::Change(_, from, to, _) => {
            format!(
                "[{} {} → {}]",
                words.change,
                when(lang, *from),
                when(lang, *to)
            )
        }
        Term::Days(period, _) => format!("[{}, {}]", words.days, when(lang, When::Period(period))),
        Term::Constant(number) => digits(number.value, number.exponent),
        Term::Whole(_) => "100%".to_owned(),
    }
}

/// A formula with its numbers, as printed.
pub fn formula_numbers(ledger: &Ledger<'_>, lang: Lang, formula: &Formula<'_>) -> String {
    let number = |term: &Term<'_>| {
        let Quantity {
            value,
            exponent,
            interval,
            hedge,
        } = term.quantity();
        let finer = exponent - further_digits(ledger, term);
        // A bound was rounded to the safe side; the formula starts from the bound itself.
        let value = match hedge {
            Some(hedge) if hedge.is_floor() => interval.outward(finer).low,
            Some(hedge) if hedge.is_ceiling() => interval.outward(finer).high,
            _ => value,
        };
        term_number(ledger, lang, term, value, finer)
    };
    let numbers: Vec<String> = formula.terms.iter().map(number).collect();
    formula.operation.notation(&numbers)
}

/// A formula with the numbers of a corner of its terms' intervals, which have one more digit.
///
/// They are rounded away from the terms, so that what is computed from them bounds the result.
pub fn formula_corner(
    ledger: &Ledger<'_>,
    lang: Lang,
    formula: &Formula<'_>,
    corner: &[f64],
) -> String {
    let number = |(term, value): (&Term<'_>, &f64)| {
        let Quantity {
            exponent,
            interval,
            hedge,
            ..
        } = term.quantity();
        let is_exact = interval.low >= interval.high || hedge.is_some();
        let exponent =
            if is_exact { exponent } else { exponent - 1 } - further_digits(ledger, term);
        let outward = Interval::point(*value).outward(exponent);
        let value = if *value <= interval.low {
            outward.low
        } else {
            outward.high
        };
        term_number(ledger, lang, term, value, exponent)
    };
    let numbers: Vec<String> = formula.terms.iter().zip(corner).map(number).collect();
    formula.operation.notation(&numbers)
}

/// How many more digits of a term a formula shows than its figure does: a computed one was rounded
/// for reading, and what is computed from it could not be recomputed from that. They are two, unless
/// the numbers that it was computed from have no more.
fn further_digits(ledger: &Ledger<'_>, term: &Term<'_>) -> i32 {
    let Term::Value(figure, time, quantity) = term else {
        return 0;
    };
    let reading = ledger.fact(&figure.id).and_then(|fact| fact.at(*time));
    let formula = reading.and_then(|reading| reading.value.formula.as_ref());
    formula.map_or(0, |formula| {
        (quantity.exponent - formula.finest_exponent(quantity)).clamp(0, 2)
    })
}

/// The number of a term, with its word of magnitude and without its unit.
fn term_number(
    ledger: &Ledger<'_>,
    lang: Lang,
    term: &Term<'_>,
    value: f64,
    exponent: i32,
) -> String {
    if value.is_infinite() {
        return "∞".to_owned();
    }
    let percent = || format!("{}%", digits(value, exponent));
    match term {
        Term::Change(..) | Term::Whole(_) => percent(),
        Term::Days(..) | Term::Constant(_) => digits(value, exponent),
        Term::Value(figure, _, quantity) => match ledger.fact(&figure.id) {
            Some(fact) if fact.unit.style == UnitStyle::Share => percent(),
            Some(fact) => {
                let magnitude = Magnitude::of(fact).for_quantity(quantity);
                let word = magnitude.word(lang.words()).trim_end();
                format!("{} {word}", magnitude.number(value, exponent))
                    .trim_end()
                    .to_owned()
            }
            None => digits(value, exponent),
        },
    }
}

/// A text of the dataset with its placeholders filled in.
///
/// `{id}` is the latest value, `{id@PERIOD}` that of a period, `{id.change}`, `{id.difference}`
/// and `{id.multiple}` the change without its sign, `{id.rest}` the rest of a share.
/// A placeholder that cannot be filled stays as it is, for the review to report.
pub fn fill(lang: Lang, ledger: &Ledger<'_>, text: &Text) -> String {
    fill_in(lang, ledger, text.get(lang))
}

/// The same text with [`BREAK`](crate::printable::BREAK) where its author lets a line break.
pub fn fill_breakable(lang: Lang, ledger: &Ledger<'_>, text: &Text) -> String {
    fill_in(lang, ledger, text.breakable(lang))
}

fn fill_in(lang: Lang, ledger: &Ledger<'_>, template: &str) -> String {
    let mut text = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) | Piece::Brace(words) => text.push_str(words),
            Piece::Name(name) => {
                match placeholder(lang, ledger, &without_breaks(name.to_owned())) {
                    Some(words) => text.push_str(&words),
                    None => text.extend(["{", name, "}"]),
                }
            }
        }
    }
    text
}

/// What a placeholder stands for; `None` when there is no such value.
pub fn placeholder(lang: Lang, ledger: &Ledger<'_>, name: &str) -> Option<String> {
    let Placeholder { id, asked } = Placeholder::read(name)?;
    let fact = ledger.fact(id)?;
    let change = fact.change.as_ref();
    match asked {
        Asked::Latest => Some(value(lang, fact, fact.latest()?)),
        Asked::Period(period) => Some(value(lang, fact, fact.of_period(period)?)),
        Asked::Part(Part::Change) => {
            let (measure, statement) = change?.headline()?;
            Some(size(lang, fact, measure, statement))
        }
        Asked::Part(Part::Difference) => {
            let difference = change?.difference.as_ref()?;
            Some(size(lang, fact, Measure::Unit, difference))
        }
        Asked::Part(Part::Multiple) => {
            let multiple = change?.multiple.as_ref()?;
            Some(size(lang, fact, Measure::Times, multiple))
        }
        Asked::Part(Part::Rest) => {
            let rest = fact.latest()?.rest.as_ref()?;
            Some(statement(lang, fact, Measure::Unit, rest))
        }
        Asked::Unknown(_) => None,
    }
}
