//! Lists findings: with the lines of the file for people, as JSON for programs.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json as object};

use super::finding::Finding;
use crate::dataset::Position;
use crate::locale::finding::{Code, Severity};
use crate::locale::{Lang, fill};
use crate::printable::{escape_json, is_hidden, spell};
use crate::quantity::digits;

/// How many findings of one kind are listed: the others are like them.
const SHOWN: usize = 5;

/// How many bytes a line of the file has at most when it is shown.
const LINE: usize = 4_000;

/// A file and the language in which its findings are listed.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'f> {
    /// The name of the file in messages.
    pub name: &'f str,
    /// The text of the file, whose lines are shown.
    pub source: &'f str,
    /// The language of the messages.
    pub lang: Lang,
    /// Whether a terminal shows colours.
    pub is_coloured: bool,
}

impl Listing<'_> {
    /// The findings by kind, each with its line, and how many there are.
    ///
    /// ```text
    /// error[unknown-unit]: the unit "tCO2" is not defined; did you mean "tCO2e"?
    ///   --> report.json:12:7
    ///    |
    /// 12 |       "unit": "tCO2",
    ///    |               ^^^^^^ /figures/3/unit
    /// 1 error
    /// ```
    ///
    /// Only the first of each kind are listed. The text ends with a line feed, and has no character of
    /// the file that a terminal would obey.
    pub fn text(&self, findings: &[Finding]) -> String {
        let mut kinds: BTreeMap<Code, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            kinds.entry(finding.code).or_default().push(finding);
        }
        let lines: Vec<&str> = self.source.lines().collect();
        let mut text = String::new();
        for found in kinds.values() {
            self.push_kind(&mut text, found, &lines);
        }
        text.push_str(&count(findings, self.lang));
        text.push('\n');
        text
    }

    /// Adds the first findings of one kind, the advice where it is new, and how many are left out.
    fn push_kind(&self, text: &mut String, found: &[&Finding], lines: &[&str]) {
        let mut said = None;
        for finding in found.iter().take(SHOWN) {
            let advice = finding.suggestion(self.lang);
            let is_new = finding.nearest.is_none() && advice != said;
            text.push_str(&self.finding(finding, lines, advice.as_deref().filter(|_| is_new)));
            text.push_str("\n\n");
            said = advice;
        }
        if let Some(left) = found.len().checked_sub(SHOWN).filter(|left| *left > 0) {
            let left = digits(left as f64, 0);
            let name = found.first().map_or("", |finding| finding.code.name());
            text.push_str(&fill(
                self.lang.words().check.more,
                &[left, name.to_owned()],
            ));
            text.push_str("\n\n");
        }
    }

    /// A finding in one line: `report.json:12:7: error[unknown-unit]: the unit "tCO2" is not defined`.
    pub fn line(&self, finding: &Finding) -> String {
        let severity = severity(finding.severity(), self.lang);
        let (name, code) = (spell(self.name), finding.code.name());
        let title = self.title(finding);
        format!("{name}:{}: {severity}[{code}]: {title}", finding.position)
    }

    /// What is wrong, and the word that was meant.
    fn title(&self, finding: &Finding) -> String {
        let message = finding.message(self.lang);
        let meant = finding.suggestion(self.lang);
        match meant.filter(|_| finding.nearest.is_some()) {
            Some(meant) => format!("{message}; {meant}"),
            None => message,
        }
    }

    /// A finding with its line of the file.
    fn finding(&self, finding: &Finding, lines: &[&str], advice: Option<&str>) -> String {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let level = level.with_name(severity(finding.severity(), self.lang));
        let title = self.title(finding);
        let pointer = spell(&finding.pointer);
        let position = finding.position;
        let line = lines.get(position.line - 1).copied().unwrap_or_default();
        let group = level.primary_title(title).id(finding.code.name());
        let name = spell(self.name);
        let group: Group<'_> = if can_be_shown(line) {
            let mark = AnnotationKind::Primary.span(value(line, position.column));
            let snippet = Snippet::source(line).line_start(position.line).path(name);
            group.element(snippet.annotation(mark.label(pointer)))
        } else {
            let origin = Origin::path(name).line(position.line);
            group.element(origin.char_column(position.column))
        };
        let group = match advice {
            Some(advice) => {
                let help = Level::HELP.with_name(self.lang.words().check.help);
                group.element(help.message(advice))
            }
            None => group,
        };
        let renderer = if self.is_coloured {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.render(&[group])
    }
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.words().check.error,
        Severity::Warning => lang.words().check.warning,
    }
}

/// Whether a line of a file has something to see, nothing that is hidden, and an end.
fn can_be_shown(line: &str) -> bool {
    !line.trim().is_empty() && line.len() <= LINE && !line.contains(is_hidden)
}

/// The bytes of the value at a column of a line: a text or a word whole, of a list its bracket.
fn value(line: &str, column: usize) -> Range<usize> {
    let mut symbols = line.char_indices().skip(column - 1);
    let Some((start, first)) = symbols.next() else {
        return line.len()..line.len();
    };
    let mut is_escaped = false;
    let is_last = |(_, symbol): &(usize, char)| {
        let ends = match first {
            '"' => *symbol == '"' && !is_escaped,
            _ => false,
        };
        is_escaped = *symbol == '\\' && !is_escaped;
        ends
    };
    let end = match first {
        '"' => symbols.find(is_last).map(|(index, _)| index + 1),
        '{' | '[' => Some(start + 1),
        _ => {
            let is_outside = |symbol: char| symbol.is_whitespace() || ",]}".contains(symbol);
            let mut rest = symbols.skip_while(|(_, symbol)| !is_outside(*symbol));
            rest.next().map(|(index, _)| index)
        }
    };
    start..end.unwrap_or(line.len())
}

/// How many errors and warnings there are: `2 errors, 1 warning`.
fn count(findings: &[Finding], lang: Lang) -> String {
    let words = &lang.words().check;
    let of = |severity, [one, more]: [&str; 2]| {
        let found = findings.iter();
        let number = found
            .filter(|finding| finding.severity() == severity)
            .count();
        let template = if number == 1 { one } else { more };
        (number > 0).then(|| fill(template, &[digits(number as f64, 0)]))
    };
    let errors = of(Severity::Error, words.errors);
    let warnings = of(Severity::Warning, words.warnings);
    let counts: Vec<String> = errors.into_iter().chain(warnings).collect();
    if counts.is_empty() {
        words.no_findings.to_owned()
    } else {
        counts.join(", ")
    }
}

/// What a kind of finding is about and why it matters, with a line feed at the end.
pub fn explain(code: Code, lang: Lang) -> String {
    let words = &lang.words().check;
    let severity = severity(code.severity(), lang);
    let phrase = code.phrase(lang);
    let (name, title, reason) = (code.name(), phrase.title, code.reason(lang));
    // What fills the templates is known of a finding only.
    let open = ["…"; 5].map(str::to_owned);
    let message = fill(phrase.message, &open);
    let fix = phrase.fix.filter(|fix| !fix.starts_with('{'));
    let fix = fix.map(|fix| format!("{}: {}\n", words.help, fill(fix, &open)));
    let fix = fix.unwrap_or_default();
    format!("{severity}[{name}]: {title}\n\n{reason}\n\n{message}\n{fix}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_a_value_whole() {
        for (line, column, marked) in [
            (r#""ชื่อ": "a \" b", 1"#, 9, r#""a \" b""#),
            ("[4.681e6, 2]", 2, "4.681e6"),
            ("{ \"a\": {", 8, "{"),
            ("true", 1, "true"),
            ("\"open", 1, "\"open"),
            ("", 1, ""),
            ("a", 3, ""),
        ] {
            assert_eq!(line.get(value(line, column)), Some(marked), "{line}");
        }
    }
}
