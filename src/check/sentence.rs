//! What a sentence adds to its numbers: words before them that their values do not have, and accounts
//! that it nets.

use super::argument::Term;
use super::finding::Finding;
use super::review::Review;
use super::texts::{Role, TextSite};
use super::word::first_of;
use crate::dataset::Account;
use crate::dataset::placeholder::{Asked, Piece, Placeholder, pieces};
use crate::derive::Reading;
use crate::locale::Lang;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for site in review.texts.iter().filter(|site| site.role.is_filled()) {
        for (lang, text) in site.text.iter() {
            hedges(review, site, lang, text);
            let is_headline = site.role == Role::Message || site.pointer.ends_with("/title");
            if is_headline && let Some(word) = netting(review, lang, text) {
                let pointer = site.text.pointer(&site.pointer, lang);
                review.report(Finding::new(Code::NettedAccounts, pointer).plain(word));
            }
        }
    }
}

/// Words such as `about` before a number that brings its own, or has none.
fn hedges(review: &mut Review<'_>, site: &TextSite<'_>, lang: Lang, text: &str) {
    let words = &lang.words().check;
    let mut before = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => before = words.trim_end().to_lowercase(),
            Piece::Brace(_) => before.clear(),
            Piece::Name(name) => {
                let mut hedges = words.hedges.iter();
                let hedge = hedges.find(|hedge| ends_in(&before, hedge, words.comparing));
                if let (Some(hedge), Some(reading)) = (hedge, reading(review, name)) {
                    let has_hedge = reading.value.quantity.hedge.is_some();
                    let term = if has_hedge {
                        Term::HedgeTwice
                    } else {
                        Term::NoHedge
                    };
                    let pointer = site.text.pointer(&site.pointer, lang);
                    let finding = Finding::new(Code::TypedHedge, pointer);
                    review.report(finding.plain(hedge).plain(name).term(term));
                }
                before.clear();
            }
        }
    }
}

/// The value that a placeholder is filled with, if it is one of a time.
fn reading<'d>(review: &Review<'d>, name: &str) -> Option<&'d Reading<'d>> {
    let Placeholder { id, asked } = Placeholder::read(name)?;
    let fact = review.fact(id)?;
    match asked {
        Asked::Latest => fact.latest(),
        Asked::Period(period) => fact.of_period(period),
        Asked::Part(_) | Asked::Unknown(_) => None,
    }
}

/// Whether a text ends in a word, and is no comparison such as `far more than`.
fn ends_in(text: &str, word: &str, comparing: &[&str]) -> bool {
    text.strip_suffix(word).is_some_and(|before| {
        let is_part = before.ends_with(|symbol: char| symbol.is_ascii_alphabetic());
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let is_comparison = comparing.contains(&last);
        !(is_comparison || word.is_ascii() && is_part)
    })
}

/// The word of a headline that takes avoided emissions from own ones.
fn netting(review: &Review<'_>, lang: Lang, text: &str) -> Option<&'static str> {
    let words = &lang.words().check;
    let (mut said, mut is_avoided) = (String::new(), false);
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => said.push_str(&words.to_lowercase()),
            Piece::Brace(_) => {}
            Piece::Name(name) => {
                let fact = Placeholder::read(name).and_then(|asked| review.fact(asked.id));
                let account = fact.and_then(|fact| fact.figure.account);
                is_avoided |= account == Some(Account::Avoided);
                said.push(' ');
            }
        }
    }
    let is_avoided = is_avoided || first_of(&said, words.avoided).is_some();
    let is_denied = first_of(&said, words.denials).is_some();
    first_of(&said, words.netting).filter(|_| is_avoided && !is_denied)
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
    use crate::locale::finding::Code;

    const NOTE: &str = "Clean: {clean.rest} left\", \"th\": \"สะอาด เหลือ {clean.rest}";

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::TypedHedge,
            NOTE,
            "Staff: about {staff}\", \"th\": \"พนักงาน {staff}",
            "about {staff}",
        ),
        // The number itself says more than.
        case(
            Code::TypedHedge,
            NOTE,
            "Guests: over {guests}\", \"th\": \"แขก {guests}",
            "over {guests}",
        ),
        case(
            Code::TypedHedge,
            NOTE,
            "Staff: {staff}\", \"th\": \"พนักงาน ประมาณ {staff}",
            "ประมาณ {staff}",
        ),
        case(
            Code::NettedAccounts,
            "Own emissions fell {own.change}",
            "Carbon negative: {others} avoided after own emissions fell {own.change}",
            "Carbon negative",
        )
        .with(&[Code::UnequalTranslations]),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        (NOTE, "Staff: {staff}\", \"th\": \"พนักงาน {staff}"),
        // A comparison, and a word before a change.
        (
            NOTE,
            "Far more than {staff}, over {own.change}\", \"th\": \"{staff} {own.change}",
        ),
        (
            "Own emissions fell {own.change}",
            "Avoided emissions are not an offset: own ones fell {own.change}",
        ),
    ];
}
