//! Placeholders: whether they can be read, and whether there is a number for each.

use strum::VariantArray;

use super::finding::Finding;
use super::review::Review;
use super::texts::placeholders;
use crate::dataset::nearest;
use crate::dataset::placeholder::{Asked, Part, Piece, Placeholder, pieces};
use crate::derive::Fact;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    for site in review.texts {
        for (lang, text) in site.text.iter() {
            let pointer = || site.text.pointer(&site.pointer, lang);
            if site.role.is_filled() {
                filled(review, text, pointer);
            } else {
                for name in placeholders(text) {
                    let finding = Finding::new(Code::IdlePlaceholder, pointer());
                    review.report(finding.plain(name));
                }
            }
        }
    }
}

/// The placeholders of a text in which they are filled.
fn filled(review: &mut Review<'_>, text: &str, pointer: impl Fn() -> String) {
    let broken = |shown: &str| Finding::new(Code::BrokenPlaceholder, pointer()).plain(shown);
    for piece in pieces(text) {
        match piece {
            Piece::Words(_) => {}
            Piece::Brace(brace) => review.report(broken(brace)),
            Piece::Name(name) => match Placeholder::read(name) {
                Some(placeholder) => number(review, name, placeholder, &pointer),
                None => review.report(broken(&format!("{{{name}}}"))),
            },
        }
    }
}

/// Whether there is a number for the placeholder that is written as `name`.
fn number(
    review: &mut Review<'_>,
    name: &str,
    placeholder: Placeholder<'_>,
    pointer: impl Fn() -> String,
) {
    let Placeholder { id, asked } = placeholder;
    if !review.expect_figure(id, &pointer) {
        return;
    }
    if let Asked::Period(period) = asked
        && !review.expect_period(period, &pointer)
    {
        return;
    }
    if let Asked::Unknown(part) = asked {
        let parts: Vec<&str> = Part::VARIANTS.iter().map(|part| part.name()).collect();
        review.report(
            Finding::new(Code::UnknownPart, pointer())
                .plain(name)
                .plain(part)
                .plain(parts.join(", "))
                .nearest(nearest(part, parts.into_iter())),
        );
        return;
    }
    // A figure without any value has its own finding.
    let fact = review.fact(id).filter(|fact| !fact.readings.is_empty());
    if fact.is_some_and(|fact| !has(fact, asked)) {
        review.report(Finding::new(Code::UnfilledPlaceholder, pointer()).plain(name));
    }
}

/// Whether a figure that has values has the number that a placeholder asks for.
fn has(fact: &Fact<'_>, asked: Asked<'_>) -> bool {
    let change = fact.change.as_ref();
    match asked {
        Asked::Latest => true,
        Asked::Period(period) => fact.of_period(period).is_some(),
        Asked::Part(Part::Change) => change.is_some(),
        Asked::Part(Part::Difference) => change.is_some_and(|change| change.difference.is_some()),
        Asked::Part(Part::Multiple) => change.is_some_and(|change| change.multiple.is_some()),
        Asked::Part(Part::Rest) => fact.latest().is_some_and(|latest| latest.rest.is_some()),
        Asked::Unknown(_) => false,
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(Code::BrokenPlaceholder, "left\"", "left {\"", "left {"),
        case(Code::BrokenPlaceholder, "left\"", "left }\"", "left }"),
        case(
            Code::BrokenPlaceholder,
            "{clean.rest} left\", \"th\": \"สะอาด เหลือ {clean.rest}",
            "{clean.} left\", \"th\": \"สะอาด เหลือ {clean.}",
            "{clean.}",
        ),
        case(
            Code::BrokenPlaceholder,
            "{own@FY1}\", \"th\": \"Scope 1 ถึง 3 จาก {own@FY1}",
            "{@FY1}\", \"th\": \"Scope 1 ถึง 3 จาก {@FY1}",
            "{@FY1}",
        ),
        case(
            Code::UnknownPart,
            "{clean.rest} left\", \"th\": \"สะอาด เหลือ {clean.rest}",
            "{clean.reset} left\", \"th\": \"สะอาด เหลือ {clean.reset}",
            "{clean.reset}",
        ),
        case(
            Code::UnfilledPlaceholder,
            "{clean.rest} left\", \"th\": \"สะอาด เหลือ {clean.rest}",
            "{staff.change} left\", \"th\": \"สะอาด เหลือ {staff.change}",
            "{staff.change}",
        ),
        case(
            Code::UnfilledPlaceholder,
            "{clean.rest} left\", \"th\": \"สะอาด เหลือ {clean.rest}",
            "{staff@FY1} left\", \"th\": \"สะอาด เหลือ {staff@FY1}",
            "{staff@FY1}",
        ),
        case(
            Code::IdlePlaceholder,
            "\"en\": \"Guests\"",
            "\"en\": \"Guests {guests}\"",
            "{guests}",
        ),
    ];
}
