//! The languages of texts: which are missing, and whether the others say the same numbers.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::review::Review;
use super::texts::{Role, TextSite, placeholders};
use crate::locale::Lang;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    let absent = absent(review);
    for site in review.texts {
        languages(review, site, &absent);
        if site.role.is_filled() {
            translations(review, site);
        }
    }
}

/// The languages that no text has: a report may well be of one language.
fn absent(review: &Review<'_>) -> Vec<Lang> {
    let is_absent = |lang: &Lang| !review.texts.iter().any(|site| site.text.has(*lang));
    Lang::ALL.into_iter().filter(is_absent).collect()
}

fn codes(langs: &[Lang]) -> String {
    let codes: Vec<&str> = langs.iter().copied().map(Lang::code).collect();
    codes.join(", ")
}

fn languages(review: &mut Review<'_>, site: &TextSite<'_>, absent: &[Lang]) {
    if site.role == Role::NoSymbol {
        return;
    }
    let lacks = |lang: &Lang| !site.text.has(*lang);
    let missing: Vec<Lang> = Lang::ALL.into_iter().filter(lacks).collect();
    let finding = |code| Finding::new(code, site.pointer.clone());
    if missing.len() == Lang::ALL.len() {
        review.report(finding(Code::EmptyText).plain(codes(&missing)));
        return;
    }
    let missing: Vec<Lang> = missing
        .into_iter()
        .filter(|lang| !absent.contains(lang))
        .collect();
    if !missing.is_empty() {
        review.report(finding(Code::MissingLanguage).plain(codes(&missing)));
    }
}

/// Translations with other placeholders than the first language has.
fn translations(review: &mut Review<'_>, site: &TextSite<'_>) {
    let mut translations = site.text.iter().filter(|(lang, _)| site.text.has(*lang));
    let names = |text| -> BTreeSet<&str> { placeholders(text).into_iter().collect() };
    let Some((first, text)) = translations.next() else {
        return;
    };
    let expected = names(text);
    for (lang, text) in translations {
        if names(text) != expected {
            let pointer = format!("{}/{}", site.pointer, lang.code());
            let finding = Finding::new(Code::UnequalTranslations, pointer);
            review.report(finding.plain(first.code()).plain(lang.code()));
        }
    }
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, case};
    use crate::locale::finding::Code;

    pub(in crate::check) const CASES: &[Case] = &[
        case(
            Code::EmptyText,
            "{ \"en\": \"First\", \"th\": \"แรก\" }",
            "{}",
            "\"title\": {}",
        ),
        case(
            Code::MissingLanguage,
            "\"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"derived\": { \"above\"",
            "\"en\": \"All of it\", \"th\": \" \" },\n      \"derived\": { \"above\"",
            "All of it",
        ),
        case(
            Code::MissingLanguage,
            "\"symbol\": { \"en\": \"people\", \"th\": \"คน\" }",
            "\"symbol\": { \"en\": \"people\" }",
            "\"style\": \"count\"",
        ),
        case(
            Code::UnequalTranslations,
            "เหลือ {own} ใน",
            "เหลือ {own@FY1} ใน",
            "{own@FY1} ใน",
        ),
    ];
}
