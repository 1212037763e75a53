//! Reviews a dataset the way a careful analyst would, and says where, why and what to do.
//!
//! [`check`] reads the text of a file and gives its dataset, if it has one, with all findings in
//! the order of the file. An error is something that cannot be shown; a warning is something that
//! should not be published. What each finding is about, and why, stands at its [`Code`].

mod argument;
mod change;
mod figure;
mod list;
mod page;
mod prose;
mod reference;
mod shape;
mod time;
mod timeline;
mod unit;

use std::fmt::Display;

use crate::dataset::{Dataset, Position, load, locate, nearest};
use crate::locale::finding::{Code, Severity};
use crate::locale::{Lang, fill};
use crate::printable::spell;

use argument::{Argument, Term};
use timeline::Timelines;

pub use list::{json, text};

/// One thing that is wrong with a dataset, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// The JSON pointer (RFC 6901) of the value, empty for the whole file.
    pub pointer: String,
    /// The place in the file.
    pub position: Position,
    /// What fills the templates of its message and suggestion.
    arguments: Vec<Argument>,
    /// The known word that was probably meant.
    nearest: Option<String>,
}

impl Finding {
    const fn new(code: Code, pointer: String) -> Self {
        Self {
            code,
            pointer,
            position: Position { line: 1, column: 1 },
            arguments: Vec::new(),
            nearest: None,
        }
    }

    fn plain(mut self, argument: impl Display) -> Self {
        self.arguments.push(Argument::Plain(argument.to_string()));
        self
    }

    fn term(mut self, term: Term) -> Self {
        self.arguments.push(Argument::Term(term, Vec::new()));
        self
    }

    fn argument(mut self, argument: Argument) -> Self {
        self.arguments.push(argument);
        self
    }

    fn nearest(mut self, word: Option<&str>) -> Self {
        self.nearest = word.map(str::to_owned);
        self
    }

    /// Whether the dataset cannot be shown, or should not be published.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What kind of finding it is, in two or three words.
    pub const fn title(&self, lang: Lang) -> &'static str {
        self.code.phrase(lang).title
    }

    /// What is wrong and why it matters, in one sentence without a full stop.
    ///
    /// Hidden characters of the dataset are spelled out, so the sentence is safe to print.
    pub fn message(&self, lang: Lang) -> String {
        self.filled(lang, self.code.phrase(lang).message)
    }

    /// What to do about it: the word that was probably meant, or else what usually helps.
    pub fn suggestion(&self, lang: Lang) -> Option<String> {
        match &self.nearest {
            Some(word) => Some(fill(lang.words().check.did_you_mean, &[spell(word)])),
            None => self.fix(lang),
        }
    }

    fn fix(&self, lang: Lang) -> Option<String> {
        let template = self.code.phrase(lang).fix?;
        Some(self.filled(lang, template))
    }

    fn filled(&self, lang: Lang, template: &str) -> String {
        let words = &lang.words().check;
        let said: Vec<String> = self.arguments.iter().map(|it| it.said(words)).collect();
        fill(template, &said)
    }
}

/// Reads and reviews the text of a dataset file.
///
/// The dataset is there whenever the text has its shape, with errors or without; the findings are
/// in the order of the file. A text without the shape gives exactly one finding.
pub fn check(source: &str) -> (Option<Dataset>, Vec<Finding>) {
    if let Some(finding) = shape::other_format(source) {
        return (None, placed(source, vec![finding]));
    }
    match load(source) {
        Ok(dataset) => {
            let findings = review(source, &dataset);
            (Some(dataset), placed(source, findings))
        }
        Err(invalid) => (None, vec![shape::finding(&invalid)]),
    }
}

/// Whether a dataset with these findings may be used; `strict` tolerates no warning either.
pub fn is_valid(findings: &[Finding], strict: bool) -> bool {
    !findings
        .iter()
        .any(|finding| strict || finding.severity() == Severity::Error)
}

fn review(source: &str, dataset: &Dataset) -> Vec<Finding> {
    let mut review = Review {
        dataset,
        timelines: Timelines::new(dataset),
        findings: shape::control_characters(source),
    };
    reference::review(&mut review);
    time::review(&mut review);
    figure::review(&mut review);
    page::review(&mut review);
    unit::review(&mut review);
    prose::review(&mut review);
    review.findings
}

fn placed(source: &str, mut findings: Vec<Finding>) -> Vec<Finding> {
    for finding in &mut findings {
        finding.position = locate(source, &finding.pointer);
    }
    findings.sort_by_key(|finding| (finding.position, finding.code));
    findings
}

/// A review under way: what is reviewed, what follows from it, and what was found.
struct Review<'d> {
    dataset: &'d Dataset,
    timelines: Timelines<'d>,
    findings: Vec<Finding>,
}

impl Review<'_> {
    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Reports an id that none of `known` is, with the nearest that is.
    fn expect_known<'k>(
        &mut self,
        code: Code,
        id: &str,
        known: impl Iterator<Item = &'k str> + Clone,
        pointer: impl FnOnce() -> String,
    ) -> bool {
        let is_known = known.clone().any(|it| it == id);
        if !is_known {
            let nearest = nearest(id, known);
            self.report(Finding::new(code, pointer()).plain(id).nearest(nearest));
        }
        is_known
    }

    /// Reports a period that is not defined, unless the report has none at all: that is one
    /// mistake, not one at every value.
    fn expect_period(&mut self, id: &str, pointer: impl FnOnce() -> String) -> bool {
        let periods = &self.dataset.report.periods;
        let known = periods.iter().map(|period| period.id.as_str());
        !periods.is_empty() && self.expect_known(Code::UnknownPeriod, id, known, pointer)
    }
}

#[cfg(test)]
mod tests;
