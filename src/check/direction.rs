//! Words for a rise or a fall before a change that went the other way.

use std::cmp::Ordering;

use super::finding::Finding;
use super::review::Review;
use super::word::last_place;
use crate::dataset::placeholder::{Asked, Part, Piece, Placeholder, pieces};
use crate::locale::Lang;
use crate::locale::check::CheckWords;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for site in review.texts.iter().filter(|site| site.role.is_filled()) {
        for (lang, text) in site.text.iter() {
            let pointer = || site.text.pointer(&site.pointer, lang);
            directions(review, lang, text, pointer);
        }
    }
}

fn directions(review: &mut Review<'_>, lang: Lang, text: &str, pointer: impl Fn() -> String) {
    let words = &lang.words().check;
    let mut before = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Words(text) => before.push_str(text),
            Piece::Brace(_) => {}
            Piece::Name(name) => {
                if let Some(word) = contradiction(review, words, &before, name) {
                    let finding = Finding::new(Code::WrongDirection, pointer());
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
    let direction = review.fact(id)?.change.as_ref()?.direction();
    let clause = before.rsplit(['.', ';']).next()?.to_lowercase();
    let last = |list: &[&'static str]| {
        let found = list
            .iter()
            .filter_map(|word| Some((last_place(&clause, word)?, *word)));
        found.max()
    };
    let (rise, fall) = (last(words.rising), last(words.falling));
    if rise > fall && direction == Ordering::Less {
        rise.map(|(_, word)| word)
    } else if fall > rise && direction == Ordering::Greater {
        fall.map(|(_, word)| word)
    } else {
        None
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::WrongDirection,
            "Own emissions fell",
            "Own emissions rose",
            "rose",
        ),
        case(
            Code::WrongDirection,
            "Own emissions fell",
            "Own emissions went up by",
            "went up by",
        ),
        case(
            Code::WrongDirection,
            "\"ลดลง {own.change}",
            "\"เพิ่มขึ้น {own.change}",
            "เพิ่มขึ้น",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // The word of another clause or of another figure.
        (
            "\"en\": \"Own emissions fell",
            "\"en\": \"Growth was weak; own emissions fell",
        ),
        (
            "\"en\": \"Own emissions fell",
            "\"en\": \"The rise of others; own emissions changed",
        ),
    ];
}
