//! The direction of improvement against what a figure measures.

use super::finding::Finding;
use super::review::Review;
use super::word::first_of;
use crate::dataset::{Better, Figure};
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for (index, figure) in review.dataset().figures.iter().enumerate() {
        // What contradicts an account has its own finding.
        let Some(better) = figure.better.filter(|_| figure.account.is_none()) else {
            continue;
        };
        if let Some(word) = against(figure, better) {
            let finding = Finding::new(Code::OddPolarity, format!("/figures/{index}/better"));
            review.report(finding.plain(&figure.id).plain(better.name()).plain(word));
        }
    }
}

/// The word of a figure's name that says that the other direction is the better one.
fn against(figure: &Figure, better: Better) -> Option<&'static str> {
    figure.name.iter().find_map(|(_, name)| {
        let name = name.to_lowercase();
        // A name may have words of another language.
        let found = |list: fn(&'static CheckWords) -> &'static [&'static str]| {
            let mut all = Lang::ALL.into_iter().map(|lang| &lang.words().check);
            all.find_map(|words| first_of(&name, list(words)))
        };
        let harm = found(|words| words.harms);
        let gain = found(|words| words.gains);
        let is_turned = found(|words| words.lessening).is_some();
        match better {
            _ if is_turned => None,
            Better::Higher => harm.filter(|_| gain.is_none()),
            Better::Lower => gain.filter(|_| harm.is_none()),
        }
    })
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::OddPolarity,
            "\"id\": \"pue\",",
            "\"id\": \"pue\", \"better\": \"higher\",",
            "\"id\": \"pue\"",
        ),
        case(
            Code::OddPolarity,
            "\"id\": \"clean\",",
            "\"id\": \"clean\", \"better\": \"lower\",",
            "\"id\": \"clean\"",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        (
            "\"id\": \"pue\",",
            "\"id\": \"pue\", \"better\": \"lower\",",
        ),
        // Less waste is more of it avoided.
        (
            "\"unit\": \"people\",\n      \"name\": { \"en\": \"Guests\"",
            "\"unit\": \"people\", \"better\": \"higher\",\n      \"name\": { \"en\": \"Waste avoided\"",
        ),
    ];
}
