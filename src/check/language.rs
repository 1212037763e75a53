//! The languages of texts: which are missing, and whether the others say the same numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Finding;
use super::review::Review;
use super::scanned::{amounts, scopes};
use super::texts::{Role, TextSite, placeholders};
use crate::dataset::Text;
use crate::locale::Lang;
use crate::locale::finding::Code;

pub(super) fn review(review: &mut Review<'_>) {
    let absent = absent(review);
    for site in review.texts {
        languages(review, site, &absent);
        if site.role.is_filled() {
            translations(review, site);
        } else {
            numbers(review, site);
        }
    }
}

/// The languages that no text has: a report may well be of one language.
fn absent(review: &Review<'_>) -> Vec<Lang> {
    let is_in = |text: &Text, lang| text.has(lang) && !text.is_common();
    let is_absent = |lang: &Lang| !review.texts.iter().any(|site| is_in(site.text, *lang));
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
            let pointer = site.text.pointer(&site.pointer, lang);
            let finding = Finding::new(Code::UnequalTranslations, pointer);
            review.report(finding.plain(first.code()).plain(lang.code()));
        }
    }
}

/// Translations of a name or a boundary that each have a scope or another number of their own.
fn numbers(review: &mut Review<'_>, site: &TextSite<'_>) {
    let mut translations = site.text.iter();
    let Some((first, text)) = translations.next() else {
        return;
    };
    let expected = (scopes(&first.words().check, text), amounts(first, text));
    for (lang, text) in translations {
        let (named, counted) = (scopes(&lang.words().check, text), amounts(lang, text));
        let one = expected.0.difference(&named).next().cloned();
        let of_scopes = one.zip(named.difference(&expected.0).next().cloned());
        let of_amounts = || own(&expected.1, &counted).zip(own(&counted, &expected.1));
        let contradiction = of_scopes.or_else(of_amounts);
        if let Some((one, other)) = contradiction {
            let pointer = site.text.pointer(&site.pointer, lang);
            let finding = Finding::new(Code::UnequalNumbers, pointer);
            let finding = finding.plain(first.code()).plain(one);
            review.report(finding.plain(lang.code()).plain(other));
        }
    }
}

/// The first number that only the one of two texts has, as it is or as a year.
fn own(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Option<String> {
    let years: BTreeSet<&String> = other.values().collect();
    let is_shared =
        |(number, year): &(&String, &String)| other.contains_key(*number) || years.contains(year);
    let mut numbers = one.iter();
    numbers
        .find(|pair| !is_shared(pair))
        .map(|(number, _)| number.clone())
}

#[cfg(test)]
pub(super) mod cases {
    use crate::check::case::{Case, Pass, case};
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
        case(
            Code::UnequalNumbers,
            "\"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"values\": [\n",
            "\"boundary\": { \"en\": \"Scopes 1 and 2\", \"th\": \"ขอบเขตที่ 1 และ 3\" },\n      \"values\": [\n",
            "Scopes 1 and 2",
        ),
        case(
            Code::UnequalNumbers,
            "\"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"values\": [\n",
            "\"boundary\": { \"en\": \"All 12 sites\", \"th\": \"ทั้ง 11 แห่ง\" },\n      \"values\": [\n",
            "12 sites",
        ),
    ];

    pub(in crate::check) const PASSES: &[Pass] = &[
        // The same scopes and the same year, each as its language writes them.
        (
            "\"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"values\": [\n",
            "\"boundary\": { \"en\": \"Scopes 1 to 3 since 2020\", \"th\": \"ขอบเขตที่ 1, 2 และ 3 ตั้งแต่ปี 2563\" },\n      \"values\": [\n",
        ),
        // The same number, which is no year.
        (
            "\"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"values\": [\n",
            "\"boundary\": { \"en\": \"Site 2566\", \"th\": \"แห่งที่ 2566\" },\n      \"values\": [\n",
        ),
        // A number that the other language has as a word.
        (
            "\"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },\n      \"values\": [\n",
            "\"boundary\": { \"en\": \"All 12 sites\", \"th\": \"ทุกแห่ง\" },\n      \"values\": [\n",
        ),
    ];
}
