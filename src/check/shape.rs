//! What is wrong with a file before it is read as a dataset: its format, its shape, its characters.

use serde::Deserialize;
use serde_json::Number;

use super::argument::{Argument, Term};
use super::finding::Finding;
use crate::dataset::{FORMAT, Invalid, Problem, Shape, Syntax, for_each_text, nearest};
use crate::locale::finding::Code;
use crate::printable::is_active;

/// A finding when the file names another version of the format, whatever its shape.
pub(super) fn other_format(source: &str) -> Option<Finding> {
    #[derive(Deserialize)]
    struct File {
        format: Number,
    }

    let File { format } = serde_json::from_str(source).ok()?;
    let is_ours = format.as_u64() == Some(u64::from(FORMAT));
    let finding = Finding::new(Code::UnsupportedFormat, "/format".to_owned());
    (!is_ours).then(|| finding.plain(format).plain(FORMAT))
}

/// The finding for a text that is not a dataset.
pub(super) fn finding(invalid: &Invalid) -> Finding {
    let plain = |text: &str| Argument::Plain(text.to_owned());
    let of = |code| Finding::new(code, invalid.pointer.clone());
    let misshapen = |term, arguments, advice| {
        let shape = Argument::Term(term, arguments);
        of(Code::WrongShape).argument(shape).term(advice)
    };
    let unknown = |word: &str, known: &[&'static str], advice| {
        let unknown = of(Code::UnknownKey).plain(word).argument(advice);
        unknown.nearest(meant(word, known))
    };
    let mut finding = match &invalid.problem {
        Problem::NotJson(syntax) => {
            let finding = of(Code::NotJson).argument(Argument::Syntax(*syntax));
            finding.hint(after_syntax(*syntax).map(|term| Argument::Term(term, Vec::new())))
        }
        Problem::UnknownKey { key, known } => {
            unknown(key, known, Argument::Term(Term::Schema, Vec::new()))
        }
        Problem::UnknownWord { word, known } => {
            let list = Argument::Plain(known.join(", "));
            unknown(word, known, Argument::Term(Term::KnownWords, vec![list]))
        }
        Problem::Missing(key) => misshapen(Term::Missing, vec![plain(key)], Term::Schema),
        Problem::Repeated(key) => misshapen(Term::Repeated, vec![plain(key)], Term::KeepOne),
        Problem::Unexpected { expected, found } => {
            let shape = Argument::Shape(*expected);
            let finding = misshapen(Term::Unexpected, vec![shape, plain(found)], Term::Schema);
            finding.hint(after_value(*expected, found))
        }
    };
    finding.position = invalid.position;
    finding
}

/// Words that people write for those of the format.
const SYNONYMS: &[(&str, &str)] = &[
    ("%", "share"),
    ("percent", "share"),
    ("percentage", "share"),
    ("energy", "amount"),
    ("money", "amount"),
    ("currency", "amount"),
    ("volume", "amount"),
    ("weight", "mass"),
    ("number", "count"),
    ("people", "count"),
    ("intensity", "rate"),
    ("ratio", "rate"),
    ("up", "higher"),
    ("more", "higher"),
    ("increase", "higher"),
    ("down", "lower"),
    ("less", "lower"),
    ("decrease", "lower"),
    ("over", "more-than"),
    ("at-least", "more-than"),
    ("under", "less-than"),
    ("nearly", "almost"),
    ("around", "about"),
    ("approximately", "about"),
    ("circa", "about"),
    ("pie", "mix"),
];

/// The known word that was probably meant: by its sense, or else by its letters.
fn meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let small = word.to_lowercase();
    let mut synonyms = SYNONYMS.iter();
    let synonym = synonyms.find(|(other, word)| *other == small && known.contains(word));
    synonym.map_or_else(
        || nearest(word, known.iter().copied()),
        |(_, word)| Some(*word),
    )
}

/// What to do about a common slip that keeps a file from being JSON.
const fn after_syntax(syntax: Syntax) -> Option<Term> {
    match syntax {
        Syntax::Comment => Some(Term::DropComment),
        Syntax::TrailingComma => Some(Term::DropComma),
        Syntax::SingleQuote => Some(Term::UseDoubleQuotes),
        Syntax::ThousandsComma => Some(Term::DropThousands),
        _ => None,
    }
}

/// A number without the commas between its thousands; `None` when a comma means something else.
fn without_thousands(number: &str) -> Option<String> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let is_short = groups
        .next()
        .is_some_and(|first| first.len() <= 3 || !whole.contains(','));
    let plain = number.replace(',', "");
    let is_number = plain.parse::<f64>().is_ok() && !decimals.contains(',');
    (is_short && groups.all(|group| group.len() == 3) && is_number).then_some(plain)
}

/// What to write instead of a common slip in a value, which begins with `found`.
fn after_value(expected: Shape, found: &str) -> Option<Argument> {
    let text = found.strip_prefix('"')?.strip_suffix('"')?;
    let (term, better) = match expected {
        Shape::Texts => (Term::WriteText, text.to_owned()),
        Shape::Number => {
            let number = text.trim_end_matches('%').trim_end();
            let plain = without_thousands(number)?;
            let term = if number == text {
                Term::WriteNumber
            } else {
                Term::DropPercent
            };
            (term, plain)
        }
        _ => return None,
    };
    Some(Argument::Term(term, vec![Argument::Plain(better)]))
}

/// A finding for every text of the file that a terminal would not just show.
pub(super) fn control_characters(source: &str) -> Vec<Finding> {
    let is_control = |symbol| is_active(symbol) && !matches!(symbol, '\t' | '\r' | '\n');
    // A text without escapes has only the characters that are there to see.
    if !source.contains("\\u") && !source.contains(is_control) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for_each_text(source, |pointer, text| {
        if let Some(symbol) = text.chars().find(|symbol| is_active(*symbol)) {
            let code = format!("U+{:04X}", u32::from(symbol));
            findings.push(Finding::new(Code::ControlCharacter, pointer.to_owned()).plain(code));
        }
    });
    findings
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(Code::NotJson, "\"tabs\": [", "\"tabs\": ]", "\"tabs\""),
        case(Code::WrongShape, "4.50e6", "\"4,50e6\"", "\"4,50e6\""),
        case(Code::WrongShape, "2022-03-31", "2022-02-30", "2022-02-30"),
        case(Code::WrongShape, "\"format\": 1,", "", "{"),
        case(
            Code::WrongShape,
            "\"format\": 1,",
            "\"format\": 1, \"format\":\n1,",
            "\"format\": 1,",
        ),
        case(
            Code::WrongShape,
            "\"ratio\": [",
            "\"ratio\": [\"own\", ",
            "\"ratio\"",
        ),
        case(
            Code::WrongShape,
            "{ \"gauge\":",
            "{ \"cards\": { \"figures\": [] }, \"gauge\":",
            "\"gauge\"",
        ),
        case(Code::UnknownKey, "\"hedge\"", "\"hegde\"", "hegde"),
        case(
            Code::UnknownKey,
            "\"th\": \"พนักงาน\"",
            "\"de\": \"Belegschaft\"",
            "Belegschaft",
        ),
        case(
            Code::UnknownKey,
            "\"mass\", \"symbol\"",
            "\"masse\", \"symbol\"",
            "masse",
        ),
        case(
            Code::UnsupportedFormat,
            "\"format\": 1",
            "\"format\": 2, \"new\": 0",
            "\"new\"",
        ),
        case(Code::ControlCharacter, "Acme", r"Ac\u001b[31mme", "u001b"),
        case(
            Code::ControlCharacter,
            "\"en\": \"Guests\"",
            r#""en": "Gu\u202eests""#,
            "u202e",
        ),
        case(Code::ControlCharacter, "Acme", r"Ac\u2060me", "u2060"),
        case(Code::ControlCharacter, "Acme", r"Ac\udb40\udc41me", "udb40"),
    ];
}
