//! Reviews a dataset the way a careful analyst would, and says where, why and what to do.
//!
//! [`check`] reads the text of a file and gives its dataset, if it has one, with all findings in
//! the order of the file. An error is something that cannot be shown; a warning is something that
//! should not be published. What each finding is about, and why, is said at its [`Code`].
//!
//! [`Code`]: crate::locale::finding::Code

mod argument;
#[cfg(test)]
mod case;
mod change;
mod direction;
mod figure;
mod finding;
mod formula;
mod language;
mod list;
mod money;
mod number;
mod page;
mod panels;
mod placeholder;
mod polarity;
mod reference;
mod review;
mod scale;
mod scanned;
mod scope;
mod sentence;
mod shape;
mod texts;
mod time;
mod unit;
mod value;
mod word;

use std::slice;

use crate::dataset::{Dataset, FORMAT, faults, load, positions};
use crate::derive::Ledger;
use crate::locale::finding::Severity;

use review::Review;

pub use finding::Finding;
pub use list::{Listing, explain, json, unreadable_json};

/// A rule, or a few that look at the same things.
type Rule = fn(&mut Review<'_>);

/// The rules, each with the most serious of its findings.
const RULES: &[(Severity, Rule)] = &[
    (Severity::Error, reference::review),
    (Severity::Error, time::review),
    (Severity::Error, figure::review),
    (Severity::Error, formula::review),
    (Severity::Error, scale::review),
    (Severity::Error, change::review),
    (Severity::Error, page::review),
    (Severity::Error, language::review),
    (Severity::Error, placeholder::review),
    (Severity::Warning, direction::review),
    (Severity::Warning, number::review),
    (Severity::Warning, unit::review),
    (Severity::Warning, value::review),
    (Severity::Warning, polarity::review),
    (Severity::Warning, scope::review),
    (Severity::Warning, money::review),
    (Severity::Warning, sentence::review),
];

/// Reads and reviews the text of a dataset file.
///
/// The dataset is there whenever the text has its shape, with errors or without; the findings are
/// in the order of the file. A text that is not JSON gives exactly one finding.
pub fn check(source: &str) -> (Option<Dataset>, Vec<Finding>) {
    match read(source) {
        Ok(dataset) => {
            let findings = review(&Ledger::new(&dataset), source, Severity::Warning);
            (Some(dataset), findings)
        }
        Err(findings) => (None, findings),
    }
}

/// Reads the text of a dataset file; one without the shape of a dataset gives findings.
pub fn read(source: &str) -> Result<Dataset, Vec<Finding>> {
    let dataset = load(source);
    let is_ours = dataset.as_ref().map(|dataset| dataset.format == FORMAT);
    // A file of another version may have another shape.
    if is_ours != Ok(true)
        && let Some(mut finding) = shape::other_format(source)
    {
        locate(source, slice::from_mut(&mut finding));
        return Err(vec![finding]);
    }
    match dataset {
        Ok(dataset) => Ok(dataset),
        Err(_) => Err(faults(source).iter().map(shape::finding).collect()),
    }
}

/// Reviews what follows from the dataset of the text `source`: the findings at least as serious
/// as `minimum`, in the order of the file.
pub fn review(ledger: &Ledger<'_>, source: &str, minimum: Severity) -> Vec<Finding> {
    let texts = texts::texts(ledger.dataset);
    let mut review = Review::new(ledger, &texts, minimum);
    for finding in shape::control_characters(source) {
        review.report(finding);
    }
    for (severity, rule) in RULES {
        if review.wants(*severity) {
            rule(&mut review);
        }
    }
    let mut findings = review.findings;
    locate(source, &mut findings);
    findings.sort_by_key(|finding| (finding.position, finding.code));
    findings
}

/// Whether a dataset with these findings may be used; `strict` tolerates no warning either.
pub fn is_valid(findings: &[Finding], strict: bool) -> bool {
    !findings
        .iter()
        .any(|finding| strict || finding.severity() == Severity::Error)
}

/// Gives findings their places in the text.
fn locate(source: &str, findings: &mut [Finding]) {
    if findings.is_empty() {
        return;
    }
    let pointers = findings.iter().map(|finding| finding.pointer.as_str());
    let positions = positions(source, pointers);
    for (finding, position) in findings.iter_mut().zip(positions) {
        finding.position = position;
    }
}

#[cfg(test)]
mod tests;
