//! The numbers in a text: typed ones, the scopes of the GHG Protocol, and digits within words.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Lang;
use crate::locale::check::CheckWords;

/// A number in a text and what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scanned<'t> {
    /// Its digits, in ASCII, with their marks.
    pub(super) number: String,
    /// The text behind it.
    pub(super) after: &'t str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Typed,
    /// The number of a scope, and whether it ends a range of them.
    Scope {
        ends_range: bool,
    },
    /// A part of a word, such as `CO2` and `5G`.
    InWord,
}

/// The numbers in a text that are not part of a word or the name of a scope.
pub(super) fn typed<'t>(words: &CheckWords, text: &'t str) -> impl Iterator<Item = Scanned<'t>> {
    let numbers = numbers(words, text).into_iter();
    numbers.filter(|scanned| scanned.kind == Kind::Typed)
}

/// The scopes that a text names, as they are written: `3+` is not `3`.
pub(super) fn scopes(words: &CheckWords, text: &str) -> BTreeSet<String> {
    let mut scopes = BTreeSet::new();
    let mut last = 0_u32;
    for scanned in numbers(words, text) {
        let Kind::Scope { ends_range } = scanned.kind else {
            continue;
        };
        let scope: u32 = scanned.number.parse().unwrap_or_default();
        if ends_range {
            scopes.extend((last + 1..scope).map(|between| between.to_string()));
        }
        last = scope;
        // `Scope 3+` is a thing of its own, `Scope 1+2` is two.
        let beyond = scanned.after.strip_prefix('+');
        let has_plus = beyond.is_some_and(|after| !after.starts_with(|next| digit(next).is_some()));
        scopes.insert(format!("{scope}{}", if has_plus { "+" } else { "" }));
    }
    scopes
}

/// The other numbers of a text in the language `lang`, each with what it is as a year of the common
/// era: the number itself where it can be none of another.
pub(super) fn amounts(lang: Lang, text: &str) -> BTreeMap<String, String> {
    let words = lang.words();
    let common = |number: &str| match number.parse::<i32>() {
        Ok(year) if number.len() == 4 => (year - words.year_offset).to_string(),
        _ => number.to_owned(),
    };
    let typed = typed(&words.check, text);
    let pairs = typed.map(|scanned| (common(&scanned.number), scanned.number));
    pairs.map(|(year, number)| (number, year)).collect()
}

fn numbers<'t>(words: &CheckWords, text: &'t str) -> Vec<Scanned<'t>> {
    let mut numbers = Vec::new();
    let mut between = String::new();
    let mut after_scope = false;
    let mut rest = text;
    loop {
        let mut symbols = rest.chars();
        let Some(symbol) = symbols.next() else {
            return numbers;
        };
        if digit(symbol).is_none() {
            between.push(symbol);
            rest = symbols.as_str();
            continue;
        }
        let (number, after) = number(rest);
        let kind = kind(words, &between, after_scope, &number, after);
        after_scope = matches!(kind, Kind::Scope { .. });
        between.clear();
        rest = after;
        numbers.push(Scanned {
            number,
            after,
            kind,
        });
    }
}

/// The number at the beginning of a text, and what follows it.
fn number(text: &str) -> (String, &str) {
    let mut number = String::new();
    let mut symbols = text.chars();
    loop {
        let rest = symbols.as_str();
        let next = symbols.next();
        let goes_on = symbols.clone().next().and_then(digit).is_some();
        match next {
            Some(mark @ ('.' | ',')) if goes_on => number.push(mark),
            next => match next.and_then(digit) {
                Some(digit) => number.push(digit),
                None => return (number, rest),
            },
        }
    }
}

fn kind(words: &CheckWords, between: &str, after_scope: bool, number: &str, after: &str) -> Kind {
    let is_before_letter = after.starts_with(|symbol: char| symbol.is_ascii_alphabetic());
    if ends_in_word(between) || (number.len() == 1 && is_before_letter) {
        return Kind::InWord;
    }
    let is_sign = |symbol: char| symbol.is_whitespace() || "+,-–&".contains(symbol);
    let word = between.trim_matches(is_sign);
    let is_joined = after_scope && (word.is_empty() || words.joiners.contains(&word));
    if !["1", "2", "3"].contains(&number) || !(is_joined || names_scope(words, between)) {
        return Kind::Typed;
    }
    let is_range = ["-", "–"].contains(&between.trim())
        || words.ranges.iter().any(|range| word.starts_with(range));
    Kind::Scope {
        ends_range: after_scope && is_range,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_typed_numbers_from_words_and_scopes() {
        let numbers = |text| -> Vec<String> {
            let words = &Lang::En.words().check;
            typed(words, text).map(|scanned| scanned.number).collect()
        };
        let none: [&str; 0] = [];
        for text in [
            "CO2 and FY2023, COVID-19, 5G",
            "Scope 1, 2 and 3+",
            "Scopes 1 and 2",
        ] {
            assert_eq!(numbers(text), none, "{text}");
        }
        assert_eq!(
            numbers("fell −12.9% to 1,460, in 2023."),
            ["12.9", "1,460", "2023"]
        );
        assert_eq!(numbers("ลดลง๑๒.๙%"), ["12.9"]);
        assert_eq!(numbers("4 schools and scope 1 with 2"), ["4", "2"]);
    }

    #[test]
    fn reads_the_scopes_that_a_text_names() {
        let named = |lang: Lang, text| -> Vec<String> {
            scopes(&lang.words().check, text).into_iter().collect()
        };
        assert_eq!(named(Lang::En, "Scopes 1 to 3"), ["1", "2", "3"]);
        assert_eq!(named(Lang::En, "Scope 1–3"), ["1", "2", "3"]);
        assert_eq!(named(Lang::Th, "Scope 1, 2 และ 3"), ["1", "2", "3"]);
        assert_eq!(named(Lang::Th, "Scope 1 ถึง Scope 3+"), ["1", "2", "3+"]);
        assert_eq!(named(Lang::En, "Scope 1+2, 5 sites"), ["1", "2"]);
    }

    #[test]
    fn reads_years_of_every_era() {
        let years = |lang, text| -> Vec<String> { amounts(lang, text).into_values().collect() };
        assert_eq!(years(Lang::En, "from 2023"), ["2023"]);
        assert_eq!(years(Lang::Th, "ตั้งแต่ 2566 ใน 12 แห่ง"), ["12", "2023"]);
    }
}
