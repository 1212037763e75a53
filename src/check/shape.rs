//! What can be said of a file before it is read as a dataset: its format, its shape, its characters.

use serde_json::Value;

use super::argument::{Argument, Term};
use super::finding::Finding;
use crate::dataset::{FORMAT, Invalid, Problem, escape, nearest};
use crate::locale::finding::Code;
use crate::printable::is_active;

/// A finding when the file names another version of the format, whatever its shape.
pub(super) fn other_format(source: &str) -> Option<Finding> {
    let file: Value = serde_json::from_str(source).ok()?;
    let format = file.get("format").filter(|it| it.is_number())?;
    let is_ours = format.as_u64() == Some(u64::from(FORMAT));
    let finding = Finding::new(Code::UnsupportedFormat, "/format".to_owned());
    (!is_ours).then(|| finding.plain(format).plain(FORMAT))
}

/// The finding for a text that is no dataset.
pub(super) fn finding(invalid: &Invalid) -> Finding {
    let plain = |text: &String| Argument::Plain(text.clone());
    let of = |code| Finding::new(code, invalid.pointer.clone());
    let misshapen = |term, arguments, advice| {
        let shape = Argument::Term(term, arguments);
        of(Code::WrongShape).argument(shape).term(advice)
    };
    let unknown = |word: &String, known: &[String], advice| {
        let known = known.iter().map(String::as_str);
        let unknown = of(Code::UnknownKey).plain(word).argument(advice);
        unknown.nearest(nearest(word, known))
    };
    let mut finding = match &invalid.problem {
        Problem::NotJson(message) => of(Code::NotJson).argument(Argument::Parser(message.clone())),
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
            let expected = Argument::Parser(expected.clone());
            misshapen(Term::Unexpected, vec![expected, plain(found)], Term::Schema)
        }
    };
    finding.position = invalid.position;
    finding
}

/// A finding for every text of the file that a terminal would not just show.
pub(super) fn control_characters(source: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Ok(file) = serde_json::from_str(source) {
        walk(&file, "", &mut findings);
    }
    findings
}

fn walk(value: &Value, pointer: &str, findings: &mut Vec<Finding>) {
    match value {
        Value::String(text) => {
            if let Some(symbol) = text.chars().find(|symbol| is_active(*symbol)) {
                let code = format!("U+{:04X}", u32::from(symbol));
                findings.push(Finding::new(Code::ControlCharacter, pointer.to_owned()).plain(code));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), findings);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                walk(member, &format!("{pointer}/{}", escape(key)), findings);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
