//! Numbers typed into sentences, which stay when a figure changes.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::review::Review;
use super::texts::Role;
use crate::dataset::Dataset;
use crate::dataset::placeholder::{Piece, pieces};
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;

/// By how many times a sentence may count a number in larger steps than the figure does.
const SCALES: [f64; 4] = [1.0, 1e3, 1e6, 1e9];

/// How far apart two numbers may be, of their size, and still be the same one.
const TOLERANCE: f64 = 1e-9;

/// How many years before and after the periods of a report a message may name, and a note.
const REACH_OF_MESSAGE: i32 = 30;
const REACH_OF_NOTE: i32 = 1;

pub(super) fn review(review: &mut Review<'_>) {
    let known = Known::new(review.dataset());
    for site in review.texts.iter().filter(|site| site.role.is_filled()) {
        for (lang, text) in site.text.iter() {
            for piece in pieces(text) {
                let Piece::Words(words) = piece else { continue };
                for typed in typed_numbers(&lang.words().check, words) {
                    if let Some(placeholder) = known.instead_of(&typed, site.role) {
                        let pointer = format!("{}/{}", site.pointer, lang.code());
                        let finding = Finding::new(Code::TypedNumber, pointer);
                        review.report(finding.plain(typed).plain(placeholder));
                    }
                }
            }
        }
    }
}

/// The numbers in a text that are not part of a word (`CO2`, `5G`) or the name of a scope.
fn typed_numbers(words: &CheckWords, text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut between = String::new();
    let mut after_scope = false;
    let mut symbols = text.chars().peekable();
    while let Some(symbol) = symbols.next() {
        let Some(digit) = digit(symbol) else {
            between.push(symbol);
            continue;
        };
        let mut number = String::from(digit);
        while let Some(next) = symbols.peek().copied() {
            let mut ahead = symbols.clone();
            ahead.next();
            let goes_on = ahead
                .next()
                .is_some_and(|symbol| self::digit(symbol).is_some());
            match (self::digit(next), next) {
                (Some(digit), _) => number.push(digit),
                (None, '.' | ',') if goes_on => number.push(next),
                _ => break,
            }
            symbols.next();
        }
        let next_is_letter = symbols.peek().is_some_and(char::is_ascii_alphabetic);
        let is_in_word = ends_in_word(&between) || (number.len() == 1 && next_is_letter);
        let is_scope = ["1", "2", "3"].contains(&number.as_str())
            && (names_scope(words, &between) || (after_scope && joins(words, &between)));
        if !is_in_word && !is_scope {
            numbers.push(number);
        }
        after_scope = is_scope;
        between.clear();
    }
    numbers
}

/// An ASCII or Thai digit as an ASCII digit.
fn digit(symbol: char) -> Option<char> {
    match symbol {
        '0'..='9' => Some(symbol),
        '๐'..='๙' => char::from_digit(u32::from(symbol) - u32::from('๐'), 10),
        _ => None,
    }
}

/// Whether what is before a digit makes it part of a word: `CO`, `COVID-`.
fn ends_in_word(before: &str) -> bool {
    let stem = before.strip_suffix(['-', '_']).unwrap_or(before);
    stem.ends_with(|symbol: char| symbol.is_ascii_alphabetic())
}

fn names_scope(words: &CheckWords, between: &str) -> bool {
    let between = between.trim_end().to_lowercase();
    words.scopes.iter().any(|scope| between.ends_with(scope))
}

fn joins(words: &CheckWords, between: &str) -> bool {
    let is_sign = |symbol: char| symbol.is_whitespace() || "+,-–&".contains(symbol);
    let word = between.trim_matches(is_sign);
    word.is_empty() || words.joiners.contains(&word)
}

/// A number that a figure prints.
#[derive(Clone, Copy)]
struct Printed {
    size: f64,
    /// The position of the figure, and of the value or change in it.
    figure: usize,
    position: usize,
}

/// What the figures and periods of a report print: each number once, where it first is.
struct Known<'d> {
    dataset: &'d Dataset,
    values: Vec<Printed>,
    percentages: Vec<Printed>,
    /// The years in which the periods start and end.
    years: BTreeSet<(i32, i32)>,
}

impl<'d> Known<'d> {
    fn new(dataset: &'d Dataset) -> Self {
        let (mut values, mut percentages) = (Vec::new(), Vec::new());
        for (figure, printed) in dataset.figures.iter().enumerate() {
            let number = |(position, number): (usize, f64)| Printed {
                size: number.abs(),
                figure,
                position,
            };
            let printed_values = printed
                .values
                .iter()
                .map(|value| value.value.literal.value());
            values.extend(printed_values.enumerate().map(number));
            let changes = printed
                .changes
                .iter()
                .map(|change| change.percent.literal.value());
            percentages.extend(changes.enumerate().map(number));
        }
        for list in [&mut values, &mut percentages] {
            // The sort is stable, so the first of equal numbers stays the first.
            list.sort_by(|a, b| a.size.total_cmp(&b.size));
            list.dedup_by(|a, b| a.size.total_cmp(&b.size).is_eq());
        }
        let periods = dataset.report.periods.iter();
        let years = periods.map(|period| (period.start.year, period.end.year));
        Self {
            dataset,
            values,
            percentages,
            years: years.collect(),
        }
    }

    /// The placeholder to use instead of a typed number: in a message instead of any but
    /// a year, elsewhere instead of a figure's.
    fn instead_of(&self, typed: &str, role: Role) -> Option<String> {
        let placeholder = self.placeholder(typed);
        if role == Role::Message {
            let is_year = placeholder.is_none() && self.is_year(typed, REACH_OF_MESSAGE);
            (!is_year).then(|| placeholder.unwrap_or_else(|| "{figure}".to_owned()))
        } else {
            placeholder.filter(|_| !self.is_year(typed, REACH_OF_NOTE))
        }
    }

    /// The placeholder that would print a typed number, if a figure has it.
    ///
    /// Short whole numbers are too common to be told from a figure's.
    fn placeholder(&self, typed: &str) -> Option<String> {
        let number: f64 = typed.replace(',', "").parse().ok()?;
        if !typed.contains('.') && number < 100.0 {
            return None;
        }
        let values = SCALES.iter().filter_map(|scale| {
            let value = nearest_to(&self.values, number * scale)?;
            Some((value.figure, false, value.position))
        });
        let percentage = nearest_to(&self.percentages, number);
        let percentage = percentage.map(|change| (change.figure, true, change.position));
        let (figure, is_change, position) = values.chain(percentage).min()?;
        let figure = self.dataset.figures.get(figure)?;
        let id = &figure.id;
        if is_change {
            return Some(format!("{{{id}.change}}"));
        }
        let is_latest = position + 1 == figure.values.len();
        let period = figure.values.get(position)?.period.as_ref();
        Some(match period.filter(|_| !is_latest) {
            Some(period) => format!("{{{id}@{period}}}"),
            None => format!("{{{id}}}"),
        })
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

/// The printed number of this size, if there is one.
fn nearest_to(printed: &[Printed], size: f64) -> Option<Printed> {
    let tolerance = TOLERANCE * size;
    let below = printed.partition_point(|number| number.size <= size - tolerance);
    let mut same = printed[below..]
        .iter()
        .take_while(|number| number.size < size + tolerance);
    same.next().copied()
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
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
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // Scopes, years and words with digits are not typed numbers, and a note may count.
        ("in 2023\"", "in 2023, Scopes 1 and 2 (CO2)\""),
        ("ใน 2566", "ใน ๒๕๖๖ ขอบเขตที่ 1 และ 2"),
        ("left\"", "left in 12 places, since 23 July 2024\""),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_typed_numbers_from_words_and_scopes() {
        let typed = |text| typed_numbers(&Lang::En.words().check, text);
        let none: [&str; 0] = [];
        for text in [
            "CO2 and FY2023, COVID-19, 5G",
            "Scope 1, 2 and 3+",
            "Scopes 1 and 2",
        ] {
            assert_eq!(typed(text), none, "{text}");
        }
        assert_eq!(
            typed("fell −12.9% to 1,460, in 2023."),
            ["12.9", "1,460", "2023"]
        );
        assert_eq!(typed("ลดลง๑๒.๙%"), ["12.9"]);
        assert_eq!(typed("4 schools and scope 1 with 2"), ["4", "2"]);
    }
}
