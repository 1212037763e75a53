//! Days and months of the proleptic Gregorian calendar, as ISO 8601 writes them.

use std::fmt;

use serde::Deserialize;

use super::problem::Shape;

/// A day, written `2023-03-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "String"))]
#[serde(try_from = "String")]
pub struct Date {
    /// The year of the common era.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

/// A month, written `2023-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "String"))]
#[serde(try_from = "String")]
pub struct Month {
    /// The year of the common era.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Date {
    /// Days since 1 March of the year 0, after Howard Hinnant's `days_from_civil`.
    pub const fn day_number(self) -> i64 {
        let year = self.year as i64 - (self.month < 3) as i64;
        let month = (self.month as i64 + 9) % 12;
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + self.day as i64
            - 1
    }

    /// The month the day is in.
    pub const fn month(self) -> Month {
        Month {
            year: self.year,
            month: self.month,
        }
    }
}

const fn days_in(month: Month) -> u8 {
    let year = month.year;
    match month.month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl TryFrom<String> for Month {
    type Error = Shape;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        fields(&text)
            .and_then(|fields| match fields[..] {
                [year, month] => month_of(year, month),
                _ => None,
            })
            .ok_or(Shape::Month)
    }
}

impl TryFrom<String> for Date {
    type Error = Shape;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        fields(&text)
            .and_then(|fields| match fields[..] {
                [year, month, day] => {
                    let month = month_of(year, month)?;
                    let day = u8::try_from(day).ok()?;
                    (1..=days_in(month)).contains(&day).then_some(Self {
                        year: month.year,
                        month: month.month,
                        day,
                    })
                }
                _ => None,
            })
            .ok_or(Shape::Day)
    }
}

/// The numbers between the hyphens: four digits for the year, two for the others.
fn fields(text: &str) -> Option<Vec<u32>> {
    text.split('-')
        .enumerate()
        .map(|(index, field)| {
            let digits = if index == 0 { 4 } else { 2 };
            let plain = field.len() == digits && field.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| field.parse().ok()).flatten()
        })
        .collect()
}

fn month_of(year: u32, month: u32) -> Option<Month> {
    let month = u8::try_from(month).ok()?;
    (1..=12).contains(&month).then_some(Month {
        year: i32::try_from(year).ok()?,
        month,
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month(), self.day)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::try_from(text.to_owned()).expect("the test writes a day")
    }

    #[test]
    fn counts_the_days_of_a_fiscal_year() {
        assert_eq!(
            date("2023-03-31").day_number() - date("2022-04-01").day_number() + 1,
            365
        );
        assert_eq!(
            date("2024-03-31").day_number() - date("2023-04-01").day_number() + 1,
            366
        );
        assert_eq!(
            date("2000-03-01").day_number() - date("2000-02-28").day_number(),
            2
        );
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "2023-1-1",
            "2023-04-31",
            "+123-01-01",
        ] {
            assert!(Date::try_from(text.to_owned()).is_err(), "{text}");
        }
        assert!(Date::try_from("2024-02-29".to_owned()).is_ok());
        assert!(Month::try_from("2023-03-01".to_owned()).is_err());
    }
}
