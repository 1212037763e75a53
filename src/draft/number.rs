//! Reads numbers as documents and spreadsheets print them: `4.681 million`, `1,234`, `12.9 %`, `(5)`.
//!
//! Which mark is before the decimals is never guessed from one number: `1,234` may be either. The
//! numbers of a whole table usually tell.

use strum::VariantArray;

use crate::locale::Lang;
use crate::locale::table::TableWords;
use crate::quantity::{Hedge, Literal};

/// The mark before the decimals of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// A point: commas part thousands.
    Point,
    /// A comma: points part thousands.
    Comma,
}

impl DecimalMark {
    /// Both marks.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The word of the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    const fn symbol(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What a number says about the mark before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Nothing: it has neither mark.
    None,
    /// It can only have been written with this mark.
    Sure(DecimalMark),
    /// It has one mark, with three digits behind it.
    Either,
}

/// What is in a cell for a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberReading {
    /// A number.
    Number(PrintedNumber),
    /// A word or dash that says that there is no number.
    Nothing,
    /// Anything else.
    Unknown,
}

/// A number as it is printed, whatever its marks mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PrintedNumber {
    /// What is before it as a word or sign.
    pub(super) hedge: Option<Hedge>,
    is_negative: bool,
    /// The digits of ASCII with the marks between them; spaces and apostrophes are left out.
    body: String,
    /// Whether spaces or apostrophes part its thousands.
    is_spaced: bool,
    /// The power of ten of an exponent and of a word such as `million`.
    power: i32,
    /// What is behind it, such as a unit.
    pub(super) unit: String,
}

/// Reads what is in a cell for a value.
pub(super) fn read(text: &str) -> NumberReading {
    let text = text.trim();
    if is_nothing(text) {
        return NumberReading::Nothing;
    }
    printed(text).map_or(NumberReading::Unknown, NumberReading::Number)
}

/// Whether a text says that there is no number: `n/a`, a dash.
fn is_nothing(text: &str) -> bool {
    let is_dash = |symbol: char| "-–—−.…:/*".contains(symbol);
    text.chars().all(is_dash) || is_word(text, |words| words.nothing)
}

/// Whether a text is one of some words in any language, whatever its case.
fn is_word(text: &str, words: fn(&TableWords) -> &'static [&'static str]) -> bool {
    let text = text.to_lowercase();
    let mut all = Lang::ALL.iter().flat_map(|lang| words(lang.table()));
    all.any(|word| *word == text)
}

fn printed(text: &str) -> Option<PrintedNumber> {
    let (hedge, text) = hedge(text);
    let enclosed = text
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    let (before, text) = currency(enclosed.unwrap_or(text));
    let unsigned = text.strip_prefix(['-', '−', '–']);
    let (after, text) = match (before, unsigned) {
        ("", Some(unsigned)) => currency(unsigned.trim_start()),
        _ => ("", unsigned.unwrap_or(text)),
    };
    let text = text.strip_prefix('+').unwrap_or(text);
    let (body, is_spaced, rest) = body(text)?;
    let (exponent, rest) = exponent(rest);
    let (power, rest) = power(rest.trim_start());
    let ((unit, "", "") | ("", unit, "") | ("", "", unit)) = (before, after, rest) else {
        return None;
    };
    let is_unit = |symbol: char| symbol.is_alphabetic() || "%‰°$€£¥฿₩₹(/#".contains(symbol);
    if !unit.is_empty() && !unit.starts_with(is_unit) {
        return None;
    }
    Some(PrintedNumber {
        hedge,
        is_negative: enclosed.is_some() || unsigned.is_some(),
        body,
        is_spaced,
        power: exponent.checked_add(power)?,
        unit: unit.to_owned(),
    })
}

/// The hedge at the beginning of a text, and the rest.
fn hedge(text: &str) -> (Option<Hedge>, &str) {
    let words = |hedge| {
        let of_lang = move |lang: &Lang| {
            let words = lang.table();
            let words = match hedge {
                Hedge::MoreThan => words.more_than,
                Hedge::LessThan => words.less_than,
                Hedge::Almost => words.almost,
                Hedge::About => words.about,
            };
            words.iter().copied()
        };
        let signs: &[&str] = match hedge {
            Hedge::MoreThan => &[">"],
            Hedge::LessThan => &["<"],
            Hedge::Almost => &[],
            Hedge::About => &["~", "≈", "±"],
        };
        let words = Lang::ALL.iter().flat_map(of_lang);
        words.chain(signs.iter().copied())
    };
    let found = Hedge::VARIANTS.iter().find_map(|&hedge| {
        let rest = words(hedge).find_map(|word| without(text, word))?;
        Some((Some(hedge), rest))
    });
    found.unwrap_or((None, text))
}

/// The hedge that a separate cell names: `more-than`, `about`.
pub(super) fn hedge_named(text: &str) -> Option<Hedge> {
    super::word_of(text).or_else(|| match hedge(text) {
        (hedge, "") => hedge,
        _ => None,
    })
}

/// The text behind `word` at its beginning, whatever its case.
fn without<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    let goes_on = word.ends_with(char::is_alphabetic)
        && word.is_ascii()
        && rest.starts_with(|next: char| next.is_ascii_alphabetic());
    let is_it = start.to_lowercase() == word && !goes_on;
    is_it.then(|| rest.trim_start())
}

/// The currency at the beginning of a text, a sign or capitals, and the rest.
fn currency(text: &str) -> (&str, &str) {
    let is_sign = |symbol: char| "$€£¥฿₩₹".contains(symbol);
    let is_letter = |symbol: char| symbol.is_ascii_uppercase() || is_sign(symbol);
    let rest = text.trim_start_matches(is_letter);
    let unit = text.strip_suffix(rest).unwrap_or_default();
    if unit.chars().any(is_sign) || (2..=4).contains(&unit.len()) {
        (unit, rest.trim_start())
    } else {
        ("", text)
    }
}

/// The digits and marks at the beginning of a text, whether they are spaced, and the rest.
fn body(text: &str) -> Option<(String, bool, &str)> {
    let mut body = String::new();
    let mut is_spaced = false;
    let mut rest = text;
    while let Some(symbol) = rest.chars().next() {
        let after = rest.get(symbol.len_utf8()..).unwrap_or_default();
        let are_digits = |count: usize| after.chars().map_while(digit).count() == count;
        match symbol {
            '.' | ',' => body.push(symbol),
            // Thousands are parted before the decimals only.
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’'
                if are_digits(3)
                    && body.bytes().all(|byte| byte.is_ascii_digit())
                    && (is_spaced || (1..=3).contains(&body.len())) =>
            {
                is_spaced = true;
            }
            _ => match digit(symbol) {
                Some(digit) => body.push(digit),
                None => break,
            },
        }
        rest = after;
    }
    // A mark at the end is the end of a sentence.
    let has_digit = body.contains(|character: char| character.is_ascii_digit());
    (has_digit && !body.ends_with(['.', ','])).then_some((body, is_spaced, rest))
}

/// The digit in ASCII.
fn digit(symbol: char) -> Option<char> {
    match symbol {
        '0'..='9' => Some(symbol),
        '๐'..='๙' => char::from_digit(u32::from(symbol) - u32::from('๐'), 10),
        _ => None,
    }
}

/// The exponent at the beginning of a text, and the rest.
fn exponent(text: &str) -> (i32, &str) {
    let found = text.strip_prefix(['e', 'E']).and_then(|after| {
        let unsigned = after.strip_prefix(['+', '-']).unwrap_or(after);
        let rest = unsigned.trim_start_matches(|character: char| character.is_ascii_digit());
        let number = after.strip_suffix(rest)?;
        let number = number.strip_prefix('+').unwrap_or(number);
        Some((number.parse().ok()?, rest))
    });
    found.unwrap_or((0, text))
}

/// The power of ten of the word at the beginning of a text, and the rest.
pub(super) fn power(text: &str) -> (i32, &str) {
    let words = Lang::ALL.iter().flat_map(|lang| lang.table().powers);
    let found = words.filter_map(|(word, power)| Some((without(text, word)?, *power)));
    // Of several words the longest, so that a thousand millions are not a thousand.
    let longest = found.min_by_key(|(rest, _)| rest.len());
    longest.map_or((0, text), |(rest, power)| (power, rest))
}

/// The power of ten that a separate cell names: `million`, `1000`, `10^6`, `k`.
pub(super) fn scale(text: &str) -> Option<i32> {
    let text = text.trim();
    if let (power, "") = power(text)
        && power != 0
    {
        return Some(power);
    }
    let exponent = text.strip_prefix("10^").or_else(|| text.strip_prefix("1e"));
    if let Some(exponent) = exponent {
        return exponent
            .parse()
            .ok()
            .filter(|exponent| (-15..=15).contains(exponent));
    }
    let digits = text.replace([',', '.', ' ', '\''], "");
    let zeros = digits.strip_prefix('1').unwrap_or("x");
    let is_power = zeros.len() <= 15 && zeros.bytes().all(|byte| byte == b'0');
    is_power.then(|| i32::try_from(zeros.len()).unwrap_or(0))
}

impl PrintedNumber {
    /// What its marks say about the mark before decimals.
    pub(super) fn evidence(&self) -> Evidence {
        let marks: Vec<(usize, DecimalMark)> = self.marks().collect();
        let [.., (at, last)] = marks[..] else {
            return Evidence::None;
        };
        let decimals = self.body.len() - at - 1;
        match marks.len() {
            1 if self.is_spaced
                || decimals != 3
                || self.body.starts_with('0')
                || !(1..=3).contains(&at) =>
            {
                Evidence::Sure(last)
            }
            1 => Evidence::Either,
            // Only thousands come more than once.
            _ if marks.iter().all(|(_, mark)| *mark == last) => Evidence::Sure(last.other()),
            _ => Evidence::Sure(last),
        }
    }

    fn marks(&self) -> impl Iterator<Item = (usize, DecimalMark)> {
        let mark = |symbol| {
            DecimalMark::ALL
                .into_iter()
                .find(|mark| mark.symbol() == symbol)
        };
        let symbols = self.body.char_indices();
        symbols.filter_map(move |(at, symbol)| Some((at, mark(symbol)?)))
    }

    /// The number with the digits it is printed with, `power` more powers of ten; `None` when its
    /// marks are not where `mark` has them, or no number holds so many digits.
    pub(super) fn digits(&self, mark: DecimalMark, power: i32) -> Option<PrintedDigits> {
        let (whole, decimals) = match self.body.split_once(mark.symbol()) {
            Some((whole, decimals)) => (whole, decimals),
            None => (self.body.as_str(), ""),
        };
        let other = mark.other().symbol();
        let groups: Vec<&str> = whole.split(other).collect();
        let (first, others) = groups.split_first()?;
        let are_groups = others.is_empty()
            || (1..=3).contains(&first.len())
                && !self.is_spaced
                && others.iter().all(|group| group.len() == 3);
        let are_decimals = decimals.bytes().all(|byte| byte.is_ascii_digit());
        let exponent = power
            .checked_add(self.power)?
            .checked_sub(i32::try_from(decimals.len()).ok()?)?;
        (are_groups && are_decimals).then(|| PrintedDigits {
            is_negative: self.is_negative,
            text: format!("{}{decimals}", groups.concat()),
            exponent,
        })
    }
}

/// A number by its digits, whose last stands for a power of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedDigits {
    is_negative: bool,
    text: String,
    exponent: i32,
}

impl PrintedDigits {
    /// The power of ten of the last digit.
    pub(super) const fn exponent(&self) -> i32 {
        self.exponent
    }

    /// How many zeros it ends in.
    pub(super) fn zeros(&self) -> usize {
        let significant = self.text.trim_end_matches('0');
        if significant.is_empty() {
            0
        } else {
            self.text.len() - significant.len()
        }
    }

    /// The same number with its last digit at another power of ten; `None` when that would lose one
    /// that is not a zero.
    pub(super) fn at(mut self, exponent: i32) -> Option<Self> {
        let distance = usize::try_from(exponent.abs_diff(self.exponent))
            .ok()
            .filter(|width| *width <= 30)?;
        if exponent < self.exponent {
            self.text.extend(std::iter::repeat_n('0', distance));
        } else {
            let kept = self.text.len().checked_sub(distance)?;
            let lost = self.text.split_off(kept);
            if lost.bytes().any(|byte| byte != b'0') {
                return None;
            }
            if self.text.is_empty() {
                self.text.push('0');
            }
        }
        self.exponent = exponent;
        Some(self)
    }

    /// The number as a dataset writes it, such as `4.681e6` or `184e3`; `None` when no dataset holds it.
    pub(super) fn literal(&self) -> Option<Literal> {
        let digits = self.text.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        let length = i32::try_from(digits.len()).ok()?;
        // Counted in the largest power of a thousand that leaves three decimals at most; in thousands
        // only where the last digit stands for more than one.
        let powers = [12, 9, 6, 3].into_iter();
        let mut powers =
            powers.filter(|power| *power >= self.exponent && self.exponent >= power - 3);
        let power = powers
            .find(|power| length + self.exponent > *power && (*power > 3 || self.exponent > 0));
        let power = power.unwrap_or_else(|| self.exponent.max(0));
        let decimals = usize::try_from(power.checked_sub(self.exponent)?).ok()?;
        let padded = if digits.len() <= decimals {
            format!(
                "{digits:0>width$}",
                width = decimals.checked_add(1).filter(|width| *width <= 30)?
            )
        } else {
            digits.to_owned()
        };
        let (whole, decimals) = padded.split_at_checked(padded.len() - decimals)?;
        let point = if decimals.is_empty() { "" } else { "." };
        let sign = if self.is_negative && digits != "0" {
            "-"
        } else {
            ""
        };
        let exponent = if power == 0 {
            String::new()
        } else {
            format!("e{power}")
        };
        Literal::parse(&format!("{sign}{whole}{point}{decimals}{exponent}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> PrintedNumber {
        match read(text) {
            NumberReading::Number(printed) => printed,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn literal(text: &str, mark: DecimalMark) -> Option<String> {
        Some(printed(text).digits(mark, 0)?.literal()?.to_string())
    }

    #[test]
    fn keeps_the_digits_of_a_number() {
        for (text, expected) in [
            ("4.681 million", "4.681e6"),
            ("4.681e6", "4.681e6"),
            ("4.68E+06", "4.68e6"),
            ("1,234", "1234"),
            ("12.9", "12.9"),
            ("12.90 %", "12.90"),
            ("0.215", "0.215"),
            (".5", "0.5"),
            ("-12.9%", "-12.9"),
            ("−3", "-3"),
            ("(1,234.5)", "-1234.5"),
            ("12 345.6", "12345.6"),
            ("1 234 567", "1234567"),
            ("1'234'567", "1234567"),
            ("1,234,567", "1234567"),
            ("00", "0"),
            ("-0.0", "0.0"),
            ("187 million users", "187e6"),
            ("2 thousand", "2e3"),
            ("10.24 thousand", "10.24e3"),
            ("0.5 thousand", "5e2"),
            ("1.5 bn", "1.5e9"),
            ("RMB 868,687 million", "868.687e9"),
            ("€ 5", "5"),
            ("-€5.5", "-5.5"),
            ("๑๒.๙", "12.9"),
        ] {
            assert_eq!(
                literal(text, DecimalMark::Point).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for (text, expected) in [
            ("4,681 million", "4.681e6"),
            ("1.234", "1234"),
            ("12,9", "12.9"),
            ("1.234.567,8", "1234567.8"),
        ] {
            assert_eq!(
                literal(text, DecimalMark::Comma).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_marks_that_stand_elsewhere() {
        for text in [
            "1,23",
            "12,34,567",
            "1.234.567",
            "1,2345",
            "1.234,5",
            "1234,567",
        ] {
            assert_eq!(literal(text, DecimalMark::Point), None, "{text}");
        }
        assert_eq!(literal("12.9", DecimalMark::Comma), None);
        assert_eq!(literal("1234567890123456", DecimalMark::Point), None);
        assert_eq!(literal("1e99", DecimalMark::Point), None);
    }

    #[test]
    fn tells_the_mark_of_decimals_where_a_number_does() {
        let evidence = |text| printed(text).evidence();
        for text in [
            "12.9",
            "0.215",
            "1,234,567",
            "1,234.5",
            "1234.567",
            "12 345.678",
            "4.68E6",
        ] {
            assert_eq!(evidence(text), Evidence::Sure(DecimalMark::Point), "{text}");
        }
        for text in ["12,9", "0,215", "1.234.567", "1.234,5"] {
            assert_eq!(evidence(text), Evidence::Sure(DecimalMark::Comma), "{text}");
        }
        for text in ["1,234", "4.681", "4.681 million"] {
            assert_eq!(evidence(text), Evidence::Either, "{text}");
        }
        for text in ["12", "1 234", "5e3"] {
            assert_eq!(evidence(text), Evidence::None, "{text}");
        }
    }

    #[test]
    fn reads_hedges_units_and_the_absence_of_a_number() {
        let hedge = |text| printed(text).hedge;
        assert_eq!(hedge("more than 1,460 centres"), Some(Hedge::MoreThan));
        assert_eq!(hedge("> 1,460"), Some(Hedge::MoreThan));
        assert_eq!(hedge("Almost 50,000"), Some(Hedge::Almost));
        assert_eq!(hedge("about 5"), Some(Hedge::About));
        assert_eq!(hedge("<5"), Some(Hedge::LessThan));
        assert_eq!(printed("1,460 t CO₂e").unit, "t CO₂e");
        assert_eq!(printed("12.9%").unit, "%");
        assert_eq!(printed("US$ 5 million").unit, "US$");
        for text in ["n/a", "N/A", "-", "–", "not disclosed", ".."] {
            assert_eq!(read(text), NumberReading::Nothing, "{text}");
        }
        for text in [
            "abc", "12.", "1 2", "five", "=1+1", "2021-23", "5 5", "1e", "≥ 5",
        ] {
            let is_number = match read(text) {
                NumberReading::Number(number) => number.unit.is_empty(),
                NumberReading::Nothing | NumberReading::Unknown => false,
            };
            assert!(!is_number, "{text}");
        }
    }

    #[test]
    fn moves_the_last_digit() {
        let digits = printed("4681000")
            .digits(DecimalMark::Point, 0)
            .expect("it is a number");
        assert_eq!(digits.zeros(), 3);
        let moved = digits.clone().at(3).and_then(|digits| digits.literal());
        assert_eq!(
            moved.map(|literal| literal.to_string()).as_deref(),
            Some("4.681e6")
        );
        assert_eq!(digits.clone().at(4), None);
        let moved = digits.at(-1).and_then(|digits| digits.literal());
        assert_eq!(
            moved.map(|literal| literal.to_string()).as_deref(),
            Some("4681000.0")
        );
    }

    #[test]
    fn reads_a_scale_in_a_cell_of_its_own() {
        for (text, power) in [
            ("million", 6),
            ("1000", 3),
            ("1,000", 3),
            ("10^6", 6),
            ("k", 3),
            ("1", 0),
        ] {
            assert_eq!(scale(text), Some(power), "{text}");
        }
        assert_eq!(scale("big"), None);
        assert_eq!(scale("2"), None);
        assert_eq!(scale(""), None);
    }
}
