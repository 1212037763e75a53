//! Numbers typed into sentences, which stay when a figure changes.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::review::Review;
use super::scanned::{Scanned, typed};
use super::texts::Role;
use crate::dataset::When;
use crate::dataset::placeholder::{Piece, pieces};
use crate::derive::{Change, Fact, Ledger, Measure};
use crate::locale::Lang;
use crate::locale::finding::Code;

/// By how many times a sentence may count a number in larger steps than the figure does.
const SCALES: [f64; 4] = [1.0, 1e3, 1e6, 1e9];

/// How far apart two numbers may be, of their size, and still be the same one.
const TOLERANCE: f64 = 1e-9;

/// How many years before and after the periods of a report a message may name, and a note.
const REACH_OF_MESSAGE: i32 = 30;
const REACH_OF_NOTE: i32 = 1;

/// How many digits a typed number has at least when it is taken for one that was computed: shorter
/// ones agree by chance.
const COMPUTED_DIGITS: usize = 3;

pub(super) fn review(review: &mut Review<'_>) {
    let known = Known::new(review.ledger);
    for site in review.texts.iter().filter(|site| site.role.is_filled()) {
        for (lang, text) in site.text.iter() {
            for piece in pieces(text) {
                let Piece::Words(words) = piece else { continue };
                for scanned in typed(&lang.words().check, words) {
                    if let Some(placeholder) = known.instead_of(&scanned, lang, site.role) {
                        let pointer = site.text.pointer(&site.pointer, lang);
                        let finding = Finding::new(Code::TypedNumber, pointer);
                        review.report(finding.plain(scanned.number).plain(placeholder));
                    }
                }
            }
        }
    }
}

/// A number that a report shows.
#[derive(Clone, Copy)]
struct Shown<'d> {
    size: f64,
    /// The position of the figure.
    figure: usize,
    part: Part<'d>,
}

/// Which number of its figure it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'d> {
    Of(&'d str),
    Latest,
    Change,
    Difference,
    Multiple,
}

/// What the figures and periods of a report show: each number once, where it first is.
struct Known<'d> {
    ledger: &'d Ledger<'d>,
    /// The printed values.
    values: Vec<Shown<'d>>,
    /// The printed changes.
    percentages: Vec<Shown<'d>>,
    /// What follows from them.
    computed: Vec<Shown<'d>>,
    /// The printed values, once for each unit.
    counted: Vec<Shown<'d>>,
    /// The years in which the periods start and end.
    years: BTreeSet<(i32, i32)>,
}

impl<'d> Known<'d> {
    fn new(ledger: &'d Ledger<'d>) -> Self {
        let facts = || ledger.facts.iter().enumerate();
        let mut values: Vec<Shown<'d>> = facts().flat_map(values_of).collect();
        let mut counted = values.clone();
        let mut percentages: Vec<Shown<'d>> = facts().flat_map(percentages_of).collect();
        let mut computed: Vec<Shown<'d>> = facts().flat_map(computed_of).collect();
        for list in [&mut values, &mut percentages, &mut computed] {
            // The sort is stable, so the first of equal numbers stays the first.
            list.sort_by(|a, b| a.size.total_cmp(&b.size));
            list.dedup_by(|a, b| a.size.total_cmp(&b.size).is_eq());
        }
        let unit = |shown: &Shown<'d>| ledger.facts[shown.figure].figure.unit.as_str();
        let order = |a: &Shown<'d>, b: &Shown<'d>| {
            let sizes = a.size.total_cmp(&b.size);
            sizes.then_with(|| unit(a).cmp(unit(b)))
        };
        counted.sort_by(order);
        counted.dedup_by(|a, b| order(a, b).is_eq());
        let periods = ledger.dataset.report.periods.iter();
        let years = periods.map(|period| (period.start.year, period.end.year));
        Self {
            ledger,
            values,
            percentages,
            computed,
            counted,
            years: years.collect(),
        }
    }

    /// The placeholder to use instead of a typed number: in a message instead of any but
    /// a year, elsewhere instead of a figure's.
    fn instead_of(&self, scanned: &Scanned<'_>, lang: Lang, role: Role) -> Option<String> {
        let typed = scanned.number.as_str();
        let placeholder = self.placeholder(scanned, lang);
        if role == Role::Message {
            let is_year = placeholder.is_none() && self.is_year(typed, REACH_OF_MESSAGE);
            (!is_year).then(|| placeholder.unwrap_or_else(|| "{figure}".to_owned()))
        } else {
            placeholder.filter(|_| !self.is_year(typed, REACH_OF_NOTE))
        }
    }

    /// The placeholder that would show a typed number, if a figure has it.
    fn placeholder(&self, scanned: &Scanned<'_>, lang: Lang) -> Option<String> {
        let typed = scanned.number.replace(',', "");
        let number: f64 = typed.parse().ok()?;
        let shown = if !typed.contains('.') && number < 100.0 {
            self.counted(number, scanned.after, lang)
        } else {
            let printed = self.printed(number);
            printed.or_else(|| self.computed(number, &typed))
        };
        let Shown { figure, part, .. } = shown?;
        let id = &self.ledger.facts.get(figure)?.figure.id;
        Some(match part {
            Part::Of(period) => format!("{{{id}@{period}}}"),
            Part::Latest => format!("{{{id}}}"),
            Part::Change => format!("{{{id}.change}}"),
            Part::Difference => format!("{{{id}.difference}}"),
            Part::Multiple => format!("{{{id}.multiple}}"),
        })
    }

    /// A printed number of this size, in steps that a sentence may count in.
    fn printed(&self, number: f64) -> Option<Shown<'d>> {
        let exact = |list, size: f64| same_size(list, size, TOLERANCE * size).next();
        let values = SCALES.iter().map(|scale| number * scale);
        let values = values.filter_map(|size| exact(&self.values, size));
        let all = values.chain(exact(&self.percentages, number));
        all.min_by_key(|shown| (shown.figure, shown.part)).copied()
    }

    /// A number that was computed and is written so when it is rounded.
    fn computed(&self, number: f64, typed: &str) -> Option<Shown<'d>> {
        let digits = typed.trim_start_matches(['0', '.']).replace('.', "");
        if digits.len() < COMPUTED_DIGITS {
            return None;
        }
        let decimals = typed
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        let step = 10_f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX));
        let mut found = SCALES.iter().filter_map(|scale| {
            same_size(&self.computed, number * scale, scale * step / 2.0).next()
        });
        found.next().copied()
    }

    /// A value or percentage behind which the text goes on as behind its number: short whole numbers
    /// are too common to be told from a figure's without their unit.
    fn counted(&self, number: f64, after: &str, lang: Lang) -> Option<Shown<'d>> {
        let after = after.trim_start();
        let has_unit = |shown: &&Shown<'d>| {
            let symbol = self.ledger.facts[shown.figure].unit.symbol.get(lang);
            !symbol.trim().is_empty() && after.starts_with(symbol)
        };
        let tolerance = TOLERANCE * number;
        let mut values = same_size(&self.counted, number, tolerance);
        let value = values.find(has_unit);
        let percentage = || {
            let mut percentages = same_size(&self.percentages, number, tolerance);
            percentages.next().filter(|_| after.starts_with('%'))
        };
        value.or_else(percentage).copied()
    }

    /// Whether a number is written as a year, of any era, in reach of the report's periods.
    fn is_year(&self, typed: &str, reach: i32) -> bool {
        let is_plain = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
        let Some(year) = typed.parse::<i32>().ok().filter(|_| is_plain) else {
            return false;
        };
        let eras = Lang::ALL.map(|lang| year - lang.words().year_offset);
        let is_near = |(start, end): &(i32, i32)| {
            let near = start - reach..=end + reach;
            eras.iter().any(|year| near.contains(year))
        };
        self.years.is_empty() || self.years.iter().any(is_near)
    }
}

/// The printed values of a figure.
fn values_of<'d>((position, fact): (usize, &'d Fact<'d>)) -> impl Iterator<Item = Shown<'d>> {
    let values = &fact.figure.values;
    values.iter().enumerate().map(move |(index, value)| {
        let earlier = value.period.as_deref().filter(|_| index + 1 < values.len());
        Shown {
            size: value.value.literal.value().abs(),
            figure: position,
            part: earlier.map_or(Part::Latest, Part::Of),
        }
    })
}

/// The printed changes of a figure.
fn percentages_of<'d>((position, fact): (usize, &'d Fact<'d>)) -> impl Iterator<Item = Shown<'d>> {
    let changes = fact.figure.changes.iter();
    changes.map(move |change| Shown {
        size: change.percent.literal.value().abs(),
        figure: position,
        part: Part::Change,
    })
}

/// The values and the latest change of a figure that were computed.
fn computed_of<'d>((position, fact): (usize, &'d Fact<'d>)) -> impl Iterator<Item = Shown<'d>> {
    let last = fact.readings.len().saturating_sub(1);
    let readings = fact.readings.iter().enumerate();
    let readings = readings.map(move |(index, reading)| {
        let part = match reading.when {
            When::Period(period) if index < last => Part::Of(&period.id),
            _ => Part::Latest,
        };
        (part, &reading.value)
    });
    let forms = fact.change.iter().flat_map(Change::forms);
    let forms = forms.map(|(measure, form)| {
        let part = match measure {
            Measure::Percent | Measure::Points => Part::Change,
            Measure::Unit => Part::Difference,
            Measure::Times => Part::Multiple,
        };
        (part, form)
    });
    let computed = readings
        .chain(forms)
        .filter(|(_, value)| value.is_derived());
    computed.map(move |(part, value)| Shown {
        size: value.quantity.value.abs(),
        figure: position,
        part,
    })
}

/// The numbers that differ from `size` by `tolerance` at most.
fn same_size<'a, 'd>(
    shown: &'a [Shown<'d>],
    size: f64,
    tolerance: f64,
) -> impl Iterator<Item = &'a Shown<'d>> {
    let below = shown.partition_point(|number| number.size < size - tolerance);
    let same = shown[below..].iter();
    same.take_while(move |number| number.size <= size + tolerance)
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case, edited};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::TypedNumber,
            "fell {own.change}",
            "fell {own.change} or 10.5% ",
            "10.5%",
        ),
        case(Code::TypedNumber, "left\"", "left of 118,746\"", "118,746"),
        case(
            Code::TypedNumber,
            "\"สะอาด เหลือ",
            "\"สะอาด ๑๑๘,๗๔๖ เหลือ",
            "๑๑๘",
        ),
        // What follows from the figures: a fall of 0.032, and a value 2.289 times the one before.
        case(Code::TypedNumber, "left\"", "left, 0.0320 less\"", "0.0320"),
        case(
            Code::TypedNumber,
            "left\"",
            "left, 2.29 times as much\"",
            "2.29",
        ),
        // A short number, but with the unit or the sign of a figure's.
        edited(
            Code::TypedNumber,
            &[("118746", "42"), ("left\"", "left to 42 people\"")],
            "42 people\"",
        ),
        edited(
            Code::TypedNumber,
            &[("53.9", "54"), ("46.1", "46"), ("left\"", "left of 54%\"")],
            "left of 54%",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // Scopes, years and words with digits are not typed numbers, and a note may count.
        ("in 2023\"", "in 2023, Scopes 1 and 2 (CO2)\""),
        ("ใน 2566", "ใน ๒๕๖๖ ขอบเขตที่ 1 และ 2"),
        ("left\"", "left in 12 places, since 23 July 2024\""),
        // Another thing than that of the figure.
        ("left\"", "left at 10 sites\""),
    ];
}
