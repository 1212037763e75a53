//! Texts: their languages, their placeholders, and the numbers and units typed into them.

use std::collections::BTreeSet;

use crate::dataset::placeholder::{Asked, Part, Piece, Placeholder, pieces};
use crate::dataset::{Dataset, Text, UnitStyle, nearest};
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;

use super::argument::Term;
use super::timeline::Timeline;
use super::{Finding, Review};

/// A text of the dataset and where it is shown.
pub(super) struct Prose<'d> {
    /// The JSON pointer of the text in all its languages.
    pub(super) pointer: String,
    text: &'d Text,
    role: Role,
}

/// What a text is for, which decides whether placeholders in it are filled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A name or title that is shown as it is.
    Label,
    /// The symbol of a unit that may do without one.
    NoSymbol,
    /// The one sentence of a tab.
    Message,
    /// A note, or the title of a panel.
    Note,
}

impl Role {
    const fn is_filled(self) -> bool {
        matches!(self, Self::Message | Self::Note)
    }
}

/// Every text of the dataset.
pub(super) fn texts(dataset: &Dataset) -> Vec<Prose<'_>> {
    let mut texts = Texts(Vec::new());
    let report = &dataset.report;
    texts.add("/report/organisation", Role::Label, &report.organisation);
    texts.add("/report/title", Role::Label, &report.title);
    for (index, period) in report.periods.iter().enumerate() {
        let at = format!("/report/periods/{index}/name");
        texts.add(&at, Role::Label, &period.name);
    }
    for (index, document) in report.documents.iter().enumerate() {
        let at = format!("/report/documents/{index}");
        texts.add(&format!("{at}/title"), Role::Label, &document.title);
        texts.list(&format!("{at}/sections"), Role::Label, &document.sections);
        texts.list(&format!("{at}/notes"), Role::Note, &document.notes);
    }
    for (index, unit) in dataset.units.iter().enumerate() {
        let at = format!("/units/{index}");
        let is_plain = matches!(unit.style, UnitStyle::Index | UnitStyle::Rate);
        let is_blank = unit.symbol.iter().all(|(_, text)| text.trim().is_empty());
        let role = if is_plain && is_blank {
            Role::NoSymbol
        } else {
            Role::Label
        };
        texts.add(&format!("{at}/symbol"), role, &unit.symbol);
        texts.add(&format!("{at}/name"), Role::Label, &unit.name);
    }
    for (index, figure) in dataset.figures.iter().enumerate() {
        let at = format!("/figures/{index}");
        texts.add(&format!("{at}/name"), Role::Label, &figure.name);
        texts.add(&format!("{at}/short"), Role::Label, &figure.short);
        texts.add(&format!("{at}/boundary"), Role::Label, &figure.boundary);
        texts.list(&format!("{at}/notes"), Role::Note, &figure.notes);
    }
    for (index, tab) in dataset.tabs.iter().enumerate() {
        let at = format!("/tabs/{index}");
        texts.add(&format!("{at}/title"), Role::Label, &tab.title);
        texts.add(&format!("{at}/message"), Role::Message, &tab.message);
        texts.list(&format!("{at}/notes"), Role::Note, &tab.notes);
    }
    for place in super::page::places(dataset) {
        let (at, panel) = (&place.pointer, place.panel);
        texts.add(&format!("{at}/title"), Role::Note, &panel.title);
        texts.add(&format!("{at}/note"), Role::Note, &panel.note);
        texts.add(&format!("{at}/rest"), Role::Label, &panel.rest);
    }
    texts.0
}

struct Texts<'d>(Vec<Prose<'d>>);

impl<'d> Texts<'d> {
    fn add(&mut self, pointer: &str, role: Role, text: impl Into<Option<&'d Text>>) {
        if let Some(text) = text.into() {
            self.0.push(Prose {
                pointer: pointer.to_owned(),
                text,
                role,
            });
        }
    }

    fn list(&mut self, pointer: &str, role: Role, list: &'d [Text]) {
        for (index, text) in list.iter().enumerate() {
            self.add(&format!("{pointer}/{index}"), role, text);
        }
    }
}

/// The figures that the placeholders of a text name.
pub(super) fn figures_named<'d>(prose: &Prose<'d>) -> BTreeSet<&'d str> {
    let names = prose.text.iter().flat_map(|(_, text)| names(text));
    let names = names.filter(|_| prose.role.is_filled());
    names
        .filter_map(|name| Some(Placeholder::read(name)?.id))
        .collect()
}

fn names(text: &str) -> Vec<&str> {
    let name = |piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Words(_) | Piece::Brace(_) => None,
    };
    pieces(text).into_iter().filter_map(name).collect()
}

pub(super) fn review(review: &mut Review<'_>) {
    let texts = texts(review.dataset);
    let absent = absent_languages(review, &texts);
    for prose in texts {
        languages(review, &prose, &absent);
        for (lang, text) in prose.text.iter() {
            let at = format!("{}/{}", prose.pointer, lang.code());
            if prose.role.is_filled() {
                placeholders(review, text, &at);
                directions(review, lang, text, &at);
                numbers(review, prose.role, lang, text, &at);
            } else {
                unfilled(review, text, &at);
            }
            if prose.role != Role::Note && says_mt(text) {
                review.report(Finding::new(Code::AmbiguousUnit, at));
            }
        }
    }
}

/// The languages that no text has: a dataset in one language is one finding, not one a text.
fn absent_languages(review: &mut Review<'_>, texts: &[Prose<'_>]) -> Vec<Lang> {
    let is_absent = |lang: &Lang| !texts.iter().any(|prose| prose.text.has(*lang));
    let absent: Vec<Lang> = Lang::ALL.into_iter().filter(is_absent).collect();
    if !absent.is_empty() && absent.len() < Lang::ALL.len() {
        let finding = Finding::new(Code::MissingLanguage, "/report/organisation".to_owned());
        review.report(finding.term(Term::EveryText).plain(codes(&absent)));
    }
    absent
}

fn codes(langs: &[Lang]) -> String {
    let codes: Vec<&str> = langs.iter().copied().map(Lang::code).collect();
    codes.join(", ")
}

fn languages(review: &mut Review<'_>, prose: &Prose<'_>, absent: &[Lang]) {
    if prose.role == Role::NoSymbol {
        return;
    }
    let lacks = |lang: &Lang| !prose.text.has(*lang);
    let missing: Vec<Lang> = Lang::ALL.into_iter().filter(lacks).collect();
    let finding = |code| Finding::new(code, prose.pointer.clone());
    if missing.len() == Lang::ALL.len() {
        review.report(finding(Code::EmptyText).plain(codes(&missing)));
    } else if missing.iter().any(|lang| !absent.contains(lang)) {
        let finding = finding(Code::MissingLanguage).term(Term::ThisText);
        review.report(finding.plain(codes(&missing)));
    }
    if !prose.role.is_filled() {
        return;
    }
    let there: Vec<(Lang, BTreeSet<&str>)> = prose
        .text
        .iter()
        .filter(|(lang, _)| prose.text.has(*lang))
        .map(|(lang, text)| (lang, names(text).into_iter().collect()))
        .collect();
    let Some(((first, expected), others)) = there.split_first() else {
        return;
    };
    for (lang, _) in others.iter().filter(|(_, names)| names != expected) {
        let pointer = format!("{}/{}", prose.pointer, lang.code());
        let finding = Finding::new(Code::UnequalTranslations, pointer);
        review.report(finding.plain(first.code()).plain(lang.code()));
    }
}

fn unfilled(review: &mut Review<'_>, text: &str, at: &str) {
    for piece in pieces(text) {
        if let Piece::Name(name) = piece {
            let finding = Finding::new(Code::IdlePlaceholder, at.to_owned());
            review.report(finding.plain(name));
        }
    }
}

fn placeholders(review: &mut Review<'_>, text: &str, at: &str) {
    for piece in pieces(text) {
        match piece {
            Piece::Words(_) => {}
            Piece::Brace(brace) => broken(review, brace, at),
            Piece::Name(name) => placeholder(review, name, at),
        }
    }
}

fn broken(review: &mut Review<'_>, shown: &str, at: &str) {
    let finding = Finding::new(Code::BrokenPlaceholder, at.to_owned());
    review.report(finding.plain(shown));
}

fn placeholder(review: &mut Review<'_>, name: &str, at: &str) {
    let Some(Placeholder { id, asked }) = Placeholder::read(name) else {
        return broken(review, &format!("{{{name}}}"), at);
    };
    let figures = review.dataset.figures.iter().map(|it| it.id.as_str());
    let pointer = || at.to_owned();
    if !review.expect_known(Code::UnknownFigure, id, figures, pointer) {
        return;
    }
    if let Asked::Period(period) = asked
        && !review.expect_period(period, pointer)
    {
        return;
    }
    if let Asked::Unknown(part) = asked {
        let parts = Part::ALL.map(Part::name);
        review.report(
            Finding::new(Code::UnknownPart, pointer())
                .plain(name)
                .plain(part)
                .plain(parts.join(", "))
                .nearest(nearest(part, parts.into_iter())),
        );
        return;
    }
    // A figure without any value has its own finding.
    let timeline = review.timelines.get(id);
    let timeline = timeline.filter(|it| !it.readings.is_empty());
    if timeline.is_some_and(|it| !has(it, asked)) {
        review.report(Finding::new(Code::UnfilledPlaceholder, pointer()).plain(name));
    }
}

/// Whether a figure that has values has the number that a placeholder asks for.
fn has(timeline: &Timeline<'_>, asked: Asked<'_>) -> bool {
    let part = match asked {
        Asked::Latest => return true,
        Asked::Period(period) => return timeline.of_period(period).is_some(),
        Asked::Part(part) => part,
        Asked::Unknown(_) => return false,
    };
    let change = timeline.change();
    match part {
        Part::Change => change.is_some(),
        Part::Difference => change.is_some_and(|it| it.difference.is_some()),
        Part::Multiple => change.is_some_and(|it| it.multiple.is_some()),
        Part::Rest => {
            let latest = timeline.latest();
            timeline.is_style(UnitStyle::Share)
                && latest.is_some_and(|it| it.quantity.value < 100.0)
        }
    }
}

/// Words for a rise or a fall before a change that went the other way.
fn directions(review: &mut Review<'_>, lang: Lang, text: &str, at: &str) {
    let words = &lang.words().check;
    let mut before = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Words(text) => before.push_str(text),
            Piece::Brace(_) => {}
            Piece::Name(name) => {
                if let Some(word) = contradiction(review, words, &before, name) {
                    let finding = Finding::new(Code::WrongDirection, at.to_owned());
                    review.report(finding.plain(word).plain(name));
                }
                before.clear();
            }
        }
    }
}

fn contradiction(
    review: &Review<'_>,
    words: &CheckWords,
    before: &str,
    name: &str,
) -> Option<&'static str> {
    let Placeholder { id, asked } = Placeholder::read(name)?;
    match asked {
        Asked::Part(Part::Change | Part::Difference) => {}
        _ => return None,
    }
    let change = review.timelines.get(id)?.change()?;
    let clause = before.rsplit(['.', ';']).next()?.to_lowercase();
    let last = |list: &[&'static str]| {
        let found = list
            .iter()
            .filter_map(|word| Some((last_word(&clause, word)?, *word)));
        found.max()
    };
    let (rise, fall) = (last(words.rising), last(words.falling));
    if rise > fall && change.is_fall() {
        rise.map(|(_, word)| word)
    } else if fall > rise && change.is_rise() {
        fall.map(|(_, word)| word)
    } else {
        None
    }
}

/// Where `word` stands last in `text`: as a whole word, in scripts that put spaces between words.
fn last_word(text: &str, word: &str) -> Option<usize> {
    let is_letter = |symbol: Option<char>| symbol.is_some_and(|it| it.is_ascii_alphabetic());
    let mut found = text.rmatch_indices(word).map(|(index, _)| index);
    found.find(|index| {
        let before = text.get(..*index).and_then(|it| it.chars().next_back());
        let after = text
            .get(index + word.len()..)
            .and_then(|it| it.chars().next());
        !word.is_ascii() || !(is_letter(before) || is_letter(after))
    })
}

/// Numbers typed into a sentence: any in a message, elsewhere those of a figure.
fn numbers(review: &mut Review<'_>, role: Role, lang: Lang, text: &str, at: &str) {
    let words = &lang.words().check;
    for piece in pieces(text) {
        let Piece::Words(text) = piece else { continue };
        for typed in typed_numbers(words, text) {
            let placeholder = placeholder_for(review.dataset, &typed);
            let is_allowed = match role {
                Role::Message => placeholder.is_none() && is_year(review.dataset, &typed, 30),
                _ => placeholder.is_none() || is_year(review.dataset, &typed, 1),
            };
            if !is_allowed {
                let placeholder = placeholder.unwrap_or_else(|| "{figure}".to_owned());
                let finding = Finding::new(Code::TypedNumber, at.to_owned());
                review.report(finding.plain(typed).plain(placeholder));
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
            let goes_on = ahead.next().is_some_and(|it| self::digit(it).is_some());
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

/// Whether what stands before a digit makes it part of a word: `CO`, `COVID-`.
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

/// Whether a number is written as a year, of either era, near the report's periods.
fn is_year(dataset: &Dataset, typed: &str, reach: i32) -> bool {
    let plain = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    let Some(year) = typed.parse::<i32>().ok().filter(|_| plain) else {
        return false;
    };
    let eras = Lang::ALL.map(|lang| year - lang.words().year_offset);
    let periods = &dataset.report.periods;
    periods.is_empty()
        || periods.iter().any(|period| {
            let near = period.start.year - reach..=period.end.year + reach;
            eras.iter().any(|year| near.contains(year))
        })
}

/// The placeholder that would print a typed number, if a figure has it.
///
/// Short whole numbers are too common to be told from a figure's.
fn placeholder_for(dataset: &Dataset, typed: &str) -> Option<String> {
    let number: f64 = typed.replace(',', "").parse().ok()?;
    if !typed.contains('.') && number < 100.0 {
        return None;
    }
    let is_it = |value: f64| {
        [1.0, 1e3, 1e6, 1e9]
            .iter()
            .any(|scale| (value.abs() / scale - number).abs() < 1e-9 * number)
    };
    dataset.figures.iter().find_map(|figure| {
        let id = &figure.id;
        let values = &figure.values;
        if let Some(index) = values.iter().position(|it| is_it(it.value.value())) {
            return match &values[index].period {
                Some(period) if index + 1 < values.len() => Some(format!("{{{id}@{period}}}")),
                _ => Some(format!("{{{id}}}")),
            };
        }
        let mut changes = figure.changes.iter().map(|it| it.percent.value().abs());
        changes
            .any(|percent| (percent - number).abs() < 1e-9 * number)
            .then(|| format!("{{{id}.change}}"))
    })
}

/// Whether a text has the unit `Mt`, alone or before carbon dioxide.
fn says_mt(text: &str) -> bool {
    text.match_indices("Mt").any(|(index, mt)| {
        let before = text.get(..index).and_then(|it| it.chars().next_back());
        let after = text.get(index + mt.len()..).unwrap_or_default();
        let is_start = !before.is_some_and(|symbol| symbol.is_ascii_alphanumeric());
        let is_end = !after.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '.');
        let is_gas = ["CO2", "CO₂"].iter().any(|gas| after.starts_with(gas));
        is_start && (is_end || is_gas)
    })
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
