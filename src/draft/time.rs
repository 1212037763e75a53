//! Reads the times that tables name: `2023`, `FY2023`, `2022/23`, `2023-Q1`, `Mar 2023`.

use crate::dataset::{Date, Month};
use crate::locale::Lang;
use crate::locale::table::TableWords;

/// A period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The name that values refer to.
    pub(super) id: String,
    /// The first day.
    pub(super) start: Date,
    /// The last day.
    pub(super) end: Date,
    /// Whether the table gives its days.
    pub(super) is_stated: bool,
}

impl Span {
    /// Whether it is a year that begins in January.
    pub(super) fn is_calendar_year(&self) -> bool {
        let [start, end] = [self.start, self.end].map(|date| (date.year, date.month, date.day));
        start == (start.0, 1, 1) && end == (start.0, 12, 31)
    }
}

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotATime {
    /// It names a fiscal year, and nobody said on which day such a year ends.
    YearEnd,
    /// It names no time that is known.
    Unknown,
}

/// The last day of a fiscal year, whatever the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearEnd {
    month: u8,
    day: u8,
}

impl YearEnd {
    /// Reads a month and a day such as `03-31`; `None` when the calendar has no such day.
    pub fn read(text: &str) -> Option<Self> {
        // A leap year has every day.
        let date = Date::try_from(format!("2024-{text}")).ok()?;
        Some(Self {
            month: date.month,
            day: date.day,
        })
    }

    fn of(self, year: i32) -> Option<Date> {
        let mut days = (1..=self.day).rev();
        days.find_map(|day| date(year, self.month, day))
    }
}

/// The period that a text names. A fiscal year is named after the year in which it ends.
pub(super) fn period(text: &str, year_end: Option<YearEnd>) -> Result<Span, NotATime> {
    let text = text.trim().to_lowercase();
    let fiscal = prefixed(&text, |words| words.fiscal_years);
    let calendar = prefixed(&text, |words| words.calendar_years);
    let rest = fiscal.or(calendar).unwrap_or(&text);
    let one_year = || year(rest).or_else(|| short_year(rest));
    let ends_in = two_years(rest).or_else(|| one_year().filter(|_| fiscal.is_some()));
    if let Some(ends_in) = ends_in {
        let id = match (fiscal, two_years(rest)) {
            (_, None) => format!("FY{ends_in}"),
            (Some(_), Some(_)) => format!("FY{rest}"),
            (None, Some(_)) => rest.to_owned(),
        };
        let year_end = year_end.ok_or(NotATime::YearEnd)?;
        return fiscal_year(id, ends_in, year_end).ok_or(NotATime::Unknown);
    }
    if let Some(year) = year(rest) {
        return months(year.to_string(), year, 1, 12).ok_or(NotATime::Unknown);
    }
    let (year, part) = year_and_part(rest).ok_or(NotATime::Unknown)?;
    let number = |text: &str, count: u8| {
        text.parse()
            .ok()
            .filter(|number| (1..=count).contains(number))
    };
    let numbered = |letter: char, count: u8| {
        let rest = part
            .strip_prefix(letter)
            .or_else(|| part.strip_suffix(letter))?;
        number(rest, count)
    };
    let span = if let Some(half) = numbered('h', 2) {
        months(format!("{year}-H{half}"), year, half * 6 - 5, 6)
    } else if let Some(quarter) = numbered('q', 4) {
        months(format!("{year}-Q{quarter}"), year, quarter * 3 - 2, 3)
    } else {
        let month = month_named(&part).or_else(|| number(&part, 12));
        month.and_then(|month| months(format!("{year}-{month:02}"), year, month, 1))
    };
    span.ok_or(NotATime::Unknown)
}

/// The month that a text names, perhaps by a day of it: `2023-03`, `31 Mar 2023`, `as of March 2023`.
pub(super) fn as_of(text: &str) -> Option<Month> {
    let text = text.trim().to_lowercase();
    let text = prefixed(&text, |words| words.as_of).unwrap_or(&text);
    if let Ok(date) = Date::try_from(text.to_owned()) {
        return Some(date.month());
    }
    let span = period(text, None).ok();
    if let Some(span) = span.filter(|span| span.start.month() == span.end.month()) {
        return Some(span.start.month());
    }
    let (year, part) = year_and_part(text)?;
    let is_day = |text: &str| text.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let (first, last) = part.split_once(' ')?;
    let name = match (is_day(first), is_day(last)) {
        (true, false) => last,
        (false, true) => first,
        _ => return None,
    };
    let month = month_named(name)?;
    Some(Month { year, month })
}

/// A day as ISO 8601 writes it.
pub(super) fn day(text: &str) -> Option<Date> {
    Date::try_from(text.trim().to_owned()).ok()
}

/// The text behind one of some words at its beginning.
fn prefixed(text: &str, words: fn(&TableWords) -> &'static [&'static str]) -> Option<&str> {
    let mut words = Lang::ALL.into_iter().flat_map(|lang| words(lang.table()));
    words.find_map(|word| {
        let rest = text.strip_prefix(word)?;
        Some(rest.trim_start_matches([' ', '.', '-']))
    })
}

/// A year of the common era or of the Buddhist one, in four digits.
pub(super) fn year(text: &str) -> Option<i32> {
    let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = text.parse().ok().filter(|_| is_plain)?;
    let eras = Lang::ALL.map(|lang| year - lang.words().year_offset);
    eras.into_iter().find(|year| (1900..2200).contains(year))
}

/// A year of this century in two digits.
fn short_year(text: &str) -> Option<i32> {
    let year = text.trim_start_matches(['\'', '’']);
    let is_plain = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    Some(2000 + year.parse::<i32>().ok().filter(|_| is_plain)?)
}

/// The second of two years in a row: `2022/23`, `2022-2023`. `2011-12` is a month.
fn two_years(text: &str) -> Option<i32> {
    let (first, second) = text.split_once(['/', '-', '–'])?;
    let first = year(first.trim())?;
    let second = second.trim();
    let is_next = match second.len() {
        2 => {
            let is_month =
                !text.contains('/') && second.parse().is_ok_and(|number: u8| number <= 12);
            !is_month && second.parse() == Ok((first + 1).rem_euclid(100))
        }
        _ => year(second) == Some(first + 1),
    };
    is_next.then_some(first + 1)
}

/// The only year in a text, and the rest in small letters.
fn year_and_part(text: &str) -> Option<(i32, String)> {
    let is_digit = |symbol: char| symbol.is_ascii_digit();
    let mut runs = text.split(|symbol: char| !is_digit(symbol));
    let run = runs.find(|run| run.len() == 4)?;
    let (before, after) = text.split_once(run)?;
    let is_edge = |symbol: char| symbol.is_whitespace() || "-–/.,'’()".contains(symbol);
    let parts = [before, after].map(|part| part.trim_matches(is_edge));
    let ([part, ""] | ["", part]) = parts else {
        return None;
    };
    Some((year(run)?, part.to_lowercase()))
}

fn month_named(name: &str) -> Option<u8> {
    let name = name.trim_end_matches('.');
    let is_it = |month: &str| month.to_lowercase().trim_end_matches('.') == name;
    let index = Lang::ALL.into_iter().find_map(|lang| {
        let words = lang.words();
        let long = lang.table().months.iter().position(|month| is_it(month));
        long.or_else(|| words.months.iter().position(|month| is_it(month)))
    });
    u8::try_from(index? + 1).ok()
}

fn fiscal_year(mut id: String, ends_in: i32, year_end: YearEnd) -> Option<Span> {
    let before = year_end.of(ends_in - 1)?;
    id.retain(|symbol| !symbol.is_whitespace());
    Some(Span {
        id,
        start: day_after(before)?,
        end: year_end.of(ends_in)?,
        is_stated: false,
    })
}

/// A span of whole months.
fn months(id: String, year: i32, first: u8, count: u8) -> Option<Span> {
    let last = first + count - 1;
    let mut days = (28..=31).rev();
    Some(Span {
        id,
        start: date(year, first, 1)?,
        end: days.find_map(|day| date(year, last, day))?,
        is_stated: false,
    })
}

fn day_after(date: Date) -> Option<Date> {
    let Date { year, month, day } = date;
    self::date(year, month, day + 1)
        .or_else(|| self::date(year, month + 1, 1))
        .or_else(|| self::date(year + 1, 1, 1))
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::try_from(format!("{year:04}-{month:02}-{day:02}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, year_end: Option<&str>) -> Result<String, NotATime> {
        let year_end = year_end.and_then(YearEnd::read);
        let Span { id, start, end, .. } = period(text, year_end)?;
        Ok(format!("{id} {start} {end}"))
    }

    #[test]
    fn reads_years_and_their_parts() {
        for (text, expected) in [
            ("2023", "2023 2023-01-01 2023-12-31"),
            ("CY2023", "2023 2023-01-01 2023-12-31"),
            ("ปี 2566", "2023 2023-01-01 2023-12-31"),
            ("Q2 2023", "2023-Q2 2023-04-01 2023-06-30"),
            ("2023-Q4", "2023-Q4 2023-10-01 2023-12-31"),
            ("2Q 2023", "2023-Q2 2023-04-01 2023-06-30"),
            ("H1 2024", "2024-H1 2024-01-01 2024-06-30"),
            ("2023-02", "2023-02 2023-02-01 2023-02-28"),
            ("February 2024", "2024-02 2024-02-01 2024-02-29"),
            ("มี.ค. 2566", "2023-03 2023-03-01 2023-03-31"),
        ] {
            assert_eq!(span(text, None).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn asks_for_the_end_of_fiscal_years() {
        for (text, expected) in [
            ("FY2023", "FY2023 2022-04-01 2023-03-31"),
            ("FY 23", "FY2023 2022-04-01 2023-03-31"),
            ("2022/23", "2022/23 2022-04-01 2023-03-31"),
            ("2022-2023", "2022-2023 2022-04-01 2023-03-31"),
            ("FY2022/23", "FY2022/23 2022-04-01 2023-03-31"),
            ("ปีงบประมาณ 2566", "FY2023 2022-04-01 2023-03-31"),
        ] {
            assert_eq!(span(text, None), Err(NotATime::YearEnd), "{text}");
            assert_eq!(span(text, Some("03-31")).as_deref(), Ok(expected), "{text}");
        }
        let leap = span("FY2024", Some("02-29"));
        assert_eq!(leap.as_deref(), Ok("FY2024 2023-03-01 2024-02-29"));
        assert_eq!(YearEnd::read("02-30"), None);
    }

    #[test]
    fn reads_the_month_of_a_state() {
        for text in [
            "2023-03",
            "2023-03-31",
            "31 Mar 2023",
            "March 31, 2023",
            "as of March 2023",
            "ณ มี.ค. 2566",
        ] {
            let month = Month {
                year: 2023,
                month: 3,
            };
            assert_eq!(as_of(text), Some(month), "{text}");
        }
        assert_eq!(as_of("2023"), None);
        assert_eq!(as_of("31/03/2023"), None);
    }

    #[test]
    fn refuses_what_names_no_time() {
        for text in [
            "",
            "total",
            "12",
            "202303",
            "2023 target",
            "1023",
            "2020-2023",
            "2023-13",
            "Q5 2023",
        ] {
            assert_eq!(span(text, Some("03-31")), Err(NotATime::Unknown), "{text}");
        }
    }
}
