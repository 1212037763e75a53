//! A review under way: what is reviewed, which findings are asked for, and those so far.

use super::finding::Finding;
use super::texts::TextSite;
use crate::dataset::{Dataset, nearest};
use crate::derive::{Fact, Ledger};
use crate::locale::finding::{Code, Severity};

/// How many known words are compared with unknown ones, at most, to find what was meant: a file
/// with thousands of unknown ids has another problem than a typing error.
const COMPARISONS: usize = 100_000;

/// A review under way.
pub(super) struct Review<'d> {
    /// What is reviewed.
    pub(super) ledger: &'d Ledger<'d>,
    /// Its texts.
    pub(super) texts: &'d [TextSite<'d>],
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// The least serious findings that are asked for.
    minimum: Severity,
    /// How many words may still be compared.
    comparisons: usize,
}

impl<'d> Review<'d> {
    pub(super) const fn new(
        ledger: &'d Ledger<'d>,
        texts: &'d [TextSite<'d>],
        minimum: Severity,
    ) -> Self {
        Self {
            ledger,
            texts,
            findings: Vec::new(),
            minimum,
            comparisons: COMPARISONS,
        }
    }

    pub(super) const fn dataset(&self) -> &'d Dataset {
        self.ledger.dataset
    }

    /// The figure named `id`, unless it lacks an input: that has its own finding.
    pub(super) fn fact(&self, id: &str) -> Option<&'d Fact<'d>> {
        self.ledger.fact(id).filter(|fact| fact.has_inputs())
    }

    /// Whether findings as serious as this are asked for.
    pub(super) fn wants(&self, severity: Severity) -> bool {
        severity <= self.minimum
    }

    pub(super) fn report(&mut self, finding: Finding) {
        if self.wants(finding.severity()) {
            self.findings.push(finding);
        }
    }

    /// Reports a figure that is not defined.
    pub(super) fn expect_figure(&mut self, id: &str, pointer: impl FnOnce() -> String) -> bool {
        let is_known = self.ledger.fact(id).is_some();
        if !is_known {
            let known = self.dataset().figures.iter();
            let known = known.map(|figure| figure.id.as_str());
            self.unknown(Code::UnknownFigure, id, known, pointer());
        }
        is_known
    }

    /// Reports a unit that is not defined.
    pub(super) fn expect_unit(&mut self, id: &str, pointer: impl FnOnce() -> String) {
        if self.ledger.unit(id).is_none() {
            let known = self.dataset().units.iter().map(|unit| unit.id.as_str());
            self.unknown(Code::UnknownUnit, id, known, pointer());
        }
    }

    /// Reports a document that is not defined.
    pub(super) fn expect_document(&mut self, id: &str, pointer: impl FnOnce() -> String) {
        if self.ledger.document(id).is_none() {
            let known = self.dataset().report.documents.iter();
            let known = known.map(|document| document.id.as_str());
            self.unknown(Code::UnknownDocument, id, known, pointer());
        }
    }

    /// Reports a period that is not defined, unless the report has none at all: that is one
    /// mistake, not one at every value.
    pub(super) fn expect_period(&mut self, id: &str, pointer: impl FnOnce() -> String) -> bool {
        let periods = &self.dataset().report.periods;
        let is_known = self.ledger.period(id).is_some();
        if !is_known && !periods.is_empty() {
            let known = periods.iter().map(|period| period.id.as_str());
            self.unknown(Code::UnknownPeriod, id, known, pointer());
        }
        is_known
    }

    /// Reports an id that none of `known` is, with the nearest that is.
    fn unknown(
        &mut self,
        code: Code,
        id: &str,
        known: impl ExactSizeIterator<Item = &'d str>,
        pointer: String,
    ) {
        let left = self.comparisons.checked_sub(known.len());
        let nearest = left.and_then(|_| nearest(id, known));
        self.comparisons = left.unwrap_or(0);
        self.report(Finding::new(code, pointer).plain(id).nearest(nearest));
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::UnknownUnit,
            "\"unit\": \"gas\", \"account\": \"inv",
            "\"unit\": \"gaz\", \"account\": \"inv",
            "\"gaz\"",
        ),
        case(
            Code::UnknownPeriod,
            "\"FY2\", \"value\": 118746",
            "\"FY3\", \"value\": 118746",
            "FY3",
        ),
        case(
            Code::UnknownPeriod,
            "from {own@FY1}\", \"th\": \"Scope 1 ถึง 3 จาก {own@FY1}",
            "from {own@FY0}\", \"th\": \"Scope 1 ถึง 3 จาก {own@FY0}",
            "FY0",
        ),
        case(
            Code::UnknownDocument,
            "\"book\", \"section\": 1, \"item\": 1",
            "\"boök\", \"section\": 1, \"item\": 1",
            "boök",
        ),
        case(
            Code::UnknownFigure,
            "\"rows\": [",
            "\"lead\": \"owm\", \"rows\": [",
            "owm",
        ),
        case(
            Code::UnknownFigure,
            "[\"own\", \"staff\"]",
            "[\"own\", \"stuff\"]",
            "stuff",
        ),
        case(
            Code::UnknownFigure,
            "[\"staff\", \"guests\"]",
            "[\"staff\", \"guests\", \"ghosts\"]",
            "ghosts",
        ),
        case(
            Code::UnknownFigure,
            "fell {own.change} to {own} in 2023\", \"th\": \"ลดลง {own.change} เหลือ {own}",
            "fell {own.change} to {won} in 2023\", \"th\": \"ลดลง {own.change} เหลือ {won}",
            "{won}",
        ),
    ];
}
