//! Lists findings: as lines for people, as JSON for programs.

use serde_json::{Value, json as object};

use super::finding::Finding;
use crate::dataset::Position;
use crate::locale::finding::Severity;
use crate::locale::{Lang, fill};
use crate::printable::{escape_json, spell};

/// The findings of the file `name` as plain lines, and how many there are.
///
/// ```text
/// report.json:12:7: error[unknown-unit]: the unit "tCO2" is not defined; did you mean "tCO2e"?
///   at /figures/3/unit
/// 1 error
/// ```
///
/// Each line ends with a line feed. No colour, and no character that a terminal would obey.
pub fn text(name: &str, findings: &[Finding], lang: Lang) -> String {
    let words = &lang.words().check;
    let name = spell(name);
    let mut text = String::new();
    for finding in findings {
        let severity = match finding.severity() {
            Severity::Error => words.error,
            Severity::Warning => words.warning,
        };
        let position = finding.position;
        let (code, message) = (finding.code.name(), finding.message(lang));
        let line = format!("{name}:{position}: {severity}[{code}]: {message}");
        let place = match finding.pointer.as_str() {
            "" => None,
            pointer => Some(format!("{} {}", words.at, spell(pointer))),
        };
        // The word that was meant belongs to what is wrong; advice is on the second line.
        let (line, advice) = match (&finding.nearest, finding.suggestion(lang)) {
            (Some(_), Some(meant)) => (format!("{line}; {meant}"), None),
            (_, advice) => (line, advice),
        };
        text.push_str(&line);
        text.push('\n');
        let second: Vec<String> = place.into_iter().chain(advice).collect();
        if !second.is_empty() {
            text.push_str("  ");
            text.push_str(&second.join(": "));
            text.push('\n');
        }
    }
    text.push_str(&count(findings, lang));
    text.push('\n');
    text
}

/// How many errors and warnings there are: `2 errors, 1 warning`.
fn count(findings: &[Finding], lang: Lang) -> String {
    let words = &lang.words().check;
    let of = |severity, [one, more]: [&str; 2]| {
        let number = findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count();
        let template = if number == 1 { one } else { more };
        (number > 0).then(|| fill(template, &[number.to_string()]))
    };
    let counts: Vec<String> = [
        of(Severity::Error, words.errors),
        of(Severity::Warning, words.warnings),
    ]
    .into_iter()
    .flatten()
    .collect();
    if counts.is_empty() {
        words.no_findings.to_owned()
    } else {
        counts.join(", ")
    }
}

/// The findings of the file `name` as a JSON array of objects, with a line feed at the end.
///
/// Keys, codes and severities are the same in every language; messages and suggestions are not.
pub fn json(name: &str, findings: &[Finding], lang: Lang) -> String {
    let objects: Vec<Value> = findings
        .iter()
        .map(|finding| {
            object!({
                "code": finding.code.name(),
                "severity": finding.severity().name(),
                "file": name,
                "line": finding.position.line,
                "column": finding.position.column,
                "pointer": finding.pointer,
                "title": finding.title(lang),
                "message": finding.message(lang),
                "suggestion": finding.suggestion(lang),
            })
        })
        .collect();
    written(objects)
}

/// A file that could not be read as such an array: one error of the code `unreadable` at its beginning.
pub fn unreadable_json(name: &str, reason: &str, lang: Lang) -> String {
    let start = Position::START;
    written(vec![object!({
        "code": "unreadable",
        "severity": Severity::Error.name(),
        "file": name,
        "line": start.line,
        "column": start.column,
        "pointer": "",
        "title": lang.words().check.unreadable,
        "message": reason,
        "suggestion": null,
    })])
}

fn written(objects: Vec<Value>) -> String {
    escape_json(&format!("{:#}\n", Value::Array(objects)))
}
