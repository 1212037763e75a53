//! The review as a whole: every case of every rule, and what none of them may do.

use std::collections::BTreeSet;

use super::case::{Case, Pass, SOUND, replaced};
use super::*;
use crate::dataset::BUILT_IN;
use crate::locale::Lang;
use crate::locale::finding::Code;
use crate::printable::is_active;

/// The cases of all rules.
const CASES: &[&[Case]] = &[
    shape::cases::CASES,
    review::cases::CASES,
    reference::cases::CASES,
    time::cases::CASES,
    figure::cases::CASES,
    formula::cases::CASES,
    change::cases::CASES,
    page::cases::CASES,
    language::cases::CASES,
    placeholder::cases::CASES,
    direction::cases::CASES,
    number::cases::CASES,
    scale::cases::CASES,
    unit::cases::CASES,
    value::cases::CASES,
    polarity::cases::CASES,
    scope::cases::CASES,
    money::cases::CASES,
    sentence::cases::CASES,
];

/// The edits of all rules that leave a dataset sound.
const PASSES: &[&[Pass]] = &[
    figure::cases::PASSES,
    language::cases::PASSES,
    change::cases::PASSES,
    time::cases::PASSES,
    page::cases::PASSES,
    direction::cases::PASSES,
    number::cases::PASSES,
    scale::cases::PASSES,
    unit::cases::PASSES,
    value::cases::PASSES,
    polarity::cases::PASSES,
    money::cases::PASSES,
    sentence::cases::PASSES,
];

/// The findings as they are listed without the lines of their file.
fn text(name: &str, findings: &[Finding], lang: Lang) -> String {
    listed_in(name, "", findings, lang)
}

/// The findings as they are listed with the lines of the text `source`.
fn listed_in(name: &str, source: &str, findings: &[Finding], lang: Lang) -> String {
    let is_coloured = false;
    let listing = Listing {
        name,
        source,
        lang,
        is_coloured,
    };
    listing.text(findings)
}

fn cases() -> impl Iterator<Item = &'static Case> {
    CASES.iter().copied().flatten()
}

fn listed(source: &str, findings: &[Finding]) -> String {
    format!("{}\n{source}", text("base", findings, Lang::En))
}

#[test]
fn finds_nothing_wrong_with_a_sound_dataset() {
    let (dataset, findings) = check(SOUND);
    assert!(dataset.is_some());
    assert_eq!(findings, [], "{}", listed("", &findings));
}

#[test]
fn finds_nothing_wrong_with_the_built_in_dataset() {
    let (_, findings) = check(BUILT_IN);
    assert!(is_valid(&findings, true), "{}", listed("", &findings));
}

#[test]
fn finds_each_code_where_it_is_brought_about_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases() {
        let source = case.source();
        let (_, findings) = check(&source);
        let found = findings.iter().find(|finding| finding.code == case.code);
        let line = source.lines().position(|line| line.contains(case.line));
        let is_expected =
            |finding: &Finding| finding.code == case.code || case.also.contains(&finding.code);
        let is_there = found.is_some() && found.map(|finding| finding.position.line - 1) == line;
        if !is_there || !findings.iter().all(is_expected) {
            let listed = text("base", &findings, Lang::En);
            wrong.push(format!("{:?}, {:?}:\n{listed}", case.code, case.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lets_pass_what_only_looks_wrong() {
    for (from, to) in PASSES.iter().copied().flatten() {
        let (_, findings) = check(&replaced(SOUND, from, to));
        assert_eq!(findings, [], "{to}: {}", text("base", &findings, Lang::En));
    }
}

#[test]
fn divides_by_no_days_of_a_reversed_period() {
    let source = SOUND.replacen(
        "\"ratio\": [\"own\", \"staff\"]",
        "\"per-day\": \"others\"",
        1,
    );
    for start in ["2024-04-01", "2023-04-01"] {
        let (_, findings) = check(&source.replacen("2022-04-01", start, 1));
        let errors = findings.iter().map(|finding| finding.code);
        let errors = errors.filter(|code| code.severity() == Severity::Error);
        assert_eq!(errors.collect::<Vec<_>>(), [Code::ReversedPeriod]);
    }
}

#[test]
fn knows_the_unit_that_a_formula_gives() {
    let codes = |style: &str, formula: &str| {
        let source = SOUND
            .replacen(
                "\"each\", \"style\": \"rate\"",
                &format!("\"each\", \"style\": \"{style}\""),
                1,
            )
            .replacen("\"ratio\": [\"own\", \"staff\"]", formula, 1);
        let (_, findings) = check(&source);
        findings
            .iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>()
    };
    // A part of a whole, in percent; a share of something else; percentage points.
    assert_eq!(codes("share", "\"ratio\": [\"staff\", \"staff\"]"), []);
    let of_others = codes("share", "\"ratio\": [\"staff\", \"own\"]");
    assert_eq!(of_others, [Code::MixedUnits]);
    assert_eq!(codes("rate", "\"difference\": [\"clean\", \"dirty\"]"), []);
    let double = codes("share", "\"ratio\": [\"own\", \"others\"]");
    assert_eq!(double, [Code::ShareRange, Code::MixedAccounts]);
}

#[test]
fn has_a_case_for_every_code() {
    let cases: BTreeSet<Code> = cases().map(|case| case.code).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    assert_eq!(cases, all);
    assert_eq!(all.len(), Code::ALL.len());
}

#[test]
fn names_codes_uniquely_and_errors_first() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    assert!(Code::ALL.is_sorted_by_key(|code| code.severity()));
    assert!(Code::ALL.is_sorted());
}

#[test]
fn fills_every_template_in_every_language() {
    for case in cases() {
        let (_, findings) = check(&case.source());
        for finding in &findings {
            for lang in Lang::ALL {
                let message = finding.message(lang) + &finding.suggestion(lang).unwrap_or_default();
                for index in 0..3 {
                    assert!(!message.contains(&format!("{{{index}}}")), "{message}");
                }
                assert!(!finding.message(lang).ends_with('.'), "{message}");
                assert!(!message.contains(is_active), "{message}");
            }
        }
    }
}

#[test]
fn says_as_much_in_thai_as_in_english() {
    let slots = |text: &str| {
        (0..4)
            .map(|slot| text.contains(&format!("{{{slot}}}")))
            .collect::<Vec<_>>()
    };
    for code in Code::ALL {
        let [en, th] = [Lang::En, Lang::Th].map(|lang| code.phrase(lang));
        assert_eq!(slots(en.message), slots(th.message), "{}", code.name());
        let fixes = [en, th].map(|words| slots(words.fix.unwrap_or_default()));
        assert_eq!(fixes[0], fixes[1], "{}", code.name());
        let is_thai =
            |text: &str| text.contains(|character: char| ('ก'..='๛').contains(&character));
        assert!(is_thai(th.title) && is_thai(th.message), "{}", code.name());
    }
}

#[test]
fn says_in_every_language_what_the_parser_says() {
    let message_of = |from, to, lang| {
        let (_, findings) = check(&SOUND.replacen(from, to, 1));
        let first = findings.first().expect("the edit breaks it");
        let advice = first.suggestion(lang).unwrap_or_default();
        format!("{}; {advice}", first.message(lang))
    };
    let schema = "\"esg-tui schema\" lists every key and word";
    for (from, to, expected) in [
        (
            "4.50e6",
            "1e-20",
            "expected a number whose last digit is between 1e-15 and 1e15, found 1e-20",
        ),
        (
            "4.50e6",
            "\"4,5\"",
            "expected a number, or its digits as a text such as \"4.681e6\", found \"4,5\"",
        ),
        (
            "4.50e6",
            "4.50e6, \"decimals\": 16",
            "expected a whole number from -15 to 15 that leaves the value 15 digits at most, found 16",
        ),
        (
            "\"Acme\"",
            "\"\\ud800\"",
            "a text without incomplete characters",
        ),
        ("\"Acme\"", "nul", "the file is not JSON: expected a value"),
        ("\"Acme\"", "\"\\ud\"", "the file is not JSON"),
        ("\"units\": [", "\"units\": 0, \"x\": [", "found 0"),
        ("\"format\": 1,", "", "the key \"format\" is missing"),
        ("\"en\": \"Acme\", \"th\"", "\"de\"", "use one of en, th"),
        ("\"more-than\"", "\"xyz\"", "less-than, almost, about"),
        ("\"boundary\"", "\"zzz\"", schema),
        (
            "\"format\": 1,",
            "\"format\": 1,,",
            "the file is not JSON: expected a key in double quotes",
        ),
    ] {
        let message_in = |lang| message_of(from, to, lang);
        assert!(
            message_in(Lang::En).contains(expected),
            "{}",
            message_in(Lang::En)
        );
        assert!(!message_in(Lang::Th).contains("expected"), "{to}");
    }
}

/// What people write who know another format, and what they are told in English and Thai.
const SLIPS: &[[&str; 4]] = &[
    [
        "118746",
        "118,746",
        "the file is not JSON: a number has a comma; write the number without commas, such as 1234",
        "ไฟล์นี้ไม่ใช่ JSON ที่ถูกต้อง: ตัวเลขมีจุลภาค; เขียนตัวเลขโดยไม่มีจุลภาค เช่น 1234",
    ],
    [
        "\"format\": 1,",
        "\"format\": 1, // first",
        "the file is not JSON: it contains a comment; remove it; remarks for readers belong into \"notes\"",
        "ไฟล์นี้ไม่ใช่ JSON ที่ถูกต้อง: มีคำอธิบายที่ขึ้นต้นด้วย // หรือ /* ซึ่งไม่ใช่ส่วนหนึ่งของ JSON; ลบออก ข้อความถึงผู้อ่านให้ใส่ใน \"notes\"",
    ],
    [
        "\"pue\"] } }",
        "\"pue\",] } }",
        "the file is not JSON: there is a comma before the closing bracket; remove the comma",
        "ไฟล์นี้ไม่ใช่ JSON ที่ถูกต้อง: มีจุลภาคเกินมาก่อนวงเล็บปิด; ลบจุลภาคออก",
    ],
    [
        "\"better\": \"lower\"",
        "\"better\": 'lower'",
        "the file is not JSON: a text is in single quotes; write texts and keys in double quotes",
        "ไฟล์นี้ไม่ใช่ JSON ที่ถูกต้อง: ข้อความอยู่ในเครื่องหมายคำพูดเดี่ยว; เขียนข้อความและคีย์ในเครื่องหมายคำพูดคู่",
    ],
    [
        "118746",
        "\"118,746\"",
        "this does not follow the dataset format: expected a number, or its digits as a text such as \"4.681e6\", found \"118,746\"; write 118746",
        "โครงสร้างไม่ตรงกับรูปแบบชุดข้อมูล: ต้องเป็นตัวเลข หรือข้อความที่มีแต่ตัวเลข เช่น \"4.681e6\" แต่พบ \"118,746\"; เขียนเป็น 118746",
    ],
    [
        "53.9",
        "\"38%\"",
        "this does not follow the dataset format: expected a number, or its digits as a text such as \"4.681e6\", found \"38%\"; write 38; the unit has the percent sign",
        "โครงสร้างไม่ตรงกับรูปแบบชุดข้อมูล: ต้องเป็นตัวเลข หรือข้อความที่มีแต่ตัวเลข เช่น \"4.681e6\" แต่พบ \"38%\"; เขียนเป็น 38 หน่วยมีเครื่องหมายร้อยละอยู่แล้ว",
    ],
    [
        "\"better\": \"lower\"",
        "\"better\": \"down\"",
        "\"down\" is not known here; did you mean \"lower\"?",
        "ไม่รู้จัก \"down\" ในตำแหน่งนี้; หมายถึง \"lower\" หรือไม่",
    ],
    [
        "\"style\": \"share\"",
        "\"style\": \"percent\"",
        "\"percent\" is not known here; did you mean \"share\"?",
        "ไม่รู้จัก \"percent\" ในตำแหน่งนี้; หมายถึง \"share\" หรือไม่",
    ],
    [
        "\"style\": \"mass\"",
        "\"style\": \"energy\"",
        "\"energy\" is not known here; did you mean \"amount\"?",
        "ไม่รู้จัก \"energy\" ในตำแหน่งนี้; หมายถึง \"amount\" หรือไม่",
    ],
];

#[test]
fn says_what_to_write_instead_of_a_common_slip() {
    let mut wrong = Vec::new();
    for [from, to, english, thai] in SLIPS {
        let (_, findings) = check(&replaced(SOUND, from, to));
        let [finding] = findings.as_slice() else {
            panic!("{to}: {findings:?}");
        };
        let told = [Lang::En, Lang::Th].map(|lang| {
            let advice = finding.suggestion(lang).unwrap_or_default();
            format!("{}; {advice}", finding.message(lang))
        });
        if told != [*english, *thai] {
            wrong.push(format!("{to}: {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn accepts_a_report_of_one_language() {
    let mut file: serde_json::Value = serde_json::from_str(SOUND).expect("the base is JSON");
    remove(&mut file, "th");
    let (_, mut findings) = check(&file.to_string());
    // The way through a JSON value has rewritten the numbers, too.
    findings.retain(|finding| finding.code != Code::RewrittenNumber);
    assert_eq!(findings, [], "{}", listed("", &findings));
}

/// Takes every member with this key out of `value`.
fn remove(value: &mut serde_json::Value, key: &str) {
    match value {
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| remove(item, key)),
        serde_json::Value::Object(members) => {
            members.remove(key);
            members.values_mut().for_each(|member| remove(member, key));
        }
        _ => {}
    }
}

#[test]
fn lists_findings_like_a_compiler() {
    let source = SOUND.replacen("\"unit\": \"each\"", "\"unit\": \"eahc\"", 1);
    let (_, findings) = check(&source);
    let unknown: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| finding.code == Code::UnknownUnit)
        .collect();
    assert_eq!(
        listed_in("report.json", &source, &unknown, Lang::En),
        r#"error[unknown-unit]: the unit "eahc" is not defined; did you mean "each"?
  --> report.json:68:33
   |
68 |     { "id": "per-head", "unit": "eahc",
   |                                 ^^^^^^ /figures/8/unit

1 error
"#
    );
    assert_eq!(text("report.json", &[], Lang::En), "no findings\n");
    let object: serde_json::Value =
        serde_json::from_str(&json("report.json", &unknown, Lang::Th)).expect("it is JSON");
    assert_eq!(object[0]["code"], "unknown-unit");
    assert_eq!(object[0]["line"], 68);
    assert_eq!(object[0]["suggestion"], "หมายถึง \"each\" หรือไม่");
}

#[test]
fn lists_the_first_of_each_kind_and_counts_the_others() {
    let note = r#"{ "en": "Clean: {clean.rest} left, 118,746 and 118,746", "th": "{clean.rest}" }"#;
    let notes = [note; 4].join(",\n");
    let source = replaced(
        SOUND,
        "\"notes\": [ { \"en\": \"Clean",
        &format!("\"notes\": [ {notes}, {{ \"en\": \"Clean"),
    );
    let (_, findings) = check(&source);
    assert_eq!(findings.len(), 8);
    let listed = listed_in("report.json", &source, &findings, Lang::En);
    assert_eq!(listed.matches("warning[typed-number]: ").count(), 5);
    assert_eq!(listed.matches("= help: ").count(), 1, "{listed}");
    assert!(
        listed.ends_with(
            "and 3 more; --format json lists all, --explain typed-number says more\n\n8 warnings\n"
        ),
        "{listed}"
    );
    let listed = listed_in("report.json", &source, &findings, Lang::Th);
    assert!(listed.contains("และอีก 3 รายการ"), "{listed}");
}

#[test]
fn shows_no_line_that_is_hidden_or_endless() {
    let hidden = SOUND.replacen("\"en\": \"Guests\"", "\"en\": \"Gu\u{202e}ests\"", 1);
    let value: serde_json::Value = serde_json::from_str(SOUND).expect("the base is JSON");
    let endless = value
        .to_string()
        .replacen("\"unit\":\"each\"", "\"unit\":\"eahc\"", 1);
    for (source, place) in [(hidden, "base:55:23"), (endless, "base:1:")] {
        let (_, findings) = check(&source);
        let listed = listed_in("base", &source, &findings, Lang::En);
        assert!(listed.contains(place), "{listed}");
        assert!(!listed.contains('\u{202e}'), "{listed}");
        assert!(
            listed.lines().all(|line| line.chars().count() < 200),
            "{listed}"
        );
    }
}

#[test]
fn explains_every_code_in_every_language() {
    for code in Code::ALL {
        for lang in Lang::ALL {
            let told = explain(*code, lang);
            assert!(told.contains(code.name()) && told.contains(code.phrase(lang).title));
            assert!(
                told.contains(code.reason(lang)) && !told.contains("{0}"),
                "{told}"
            );
        }
        let is_thai = |letter: char| ('ก'..='๛').contains(&letter);
        assert!(code.reason(Lang::Th).contains(is_thai), "{}", code.name());
        assert!(code.reason(Lang::En).ends_with('.'), "{}", code.name());
    }
    assert_eq!(
        explain(Code::NegativeReduction, Lang::En),
        "warning[negative-reduction]: negative reduction\n\n\
         A reduction or an avoided amount below zero: its sign says the opposite of its name.\n\n\
         a value of \"…\" is below zero, but reductions and avoided amounts count upwards\n\
         help: write the amount without its sign, or give the figure another account\n"
    );
}

#[test]
fn tolerates_warnings_unless_strict() {
    let (_, warned) = check(&SOUND.replacen("2.25e6", "2250000", 1));
    assert!(is_valid(&warned, false));
    assert!(!is_valid(&warned, true));
    let (_, failed) = check("{}");
    assert!(!is_valid(&failed, false));
}

#[test]
fn gives_one_error_for_a_file_that_was_cut_off() {
    let whole = BUILT_IN.trim_end().len();
    for end in (0..whole).step_by(97) {
        let Some(cut) = BUILT_IN.get(..end) else {
            continue;
        };
        let (dataset, findings) = check(cut);
        assert!(dataset.is_none());
        assert_eq!(findings.len(), 1, "cut at {end}");
        assert_eq!(findings[0].code, Code::NotJson, "cut at {end}");
    }
}

#[test]
fn survives_any_number() {
    for number in [
        "0",
        "-0",
        "1e15",
        "-1e15",
        "1e-15",
        "999999999999999",
        "0e0",
        "100.0",
        "-100",
    ] {
        for original in [
            "4.50e6", "5.00e6", "2.25e6", "118746", "1.215", "-10.0", "128.9", "53.9", "320e3",
        ] {
            let (dataset, findings) = check(&SOUND.replacen(original, number, 1));
            assert!(dataset.is_some());
            for lang in Lang::ALL {
                assert!(!text("base", &findings, lang).contains("NaN"));
            }
        }
    }
}

#[test]
fn spells_out_what_a_terminal_would_obey() {
    let source = SOUND.replacen("\"id\": \"first\"", r#""id": "fi\u001b[2Jrst x""#, 1);
    let (_, findings) = check(&source);
    let listed = text("a\u{1b}b.json", &findings, Lang::En);
    assert!(!listed.contains('\u{1b}'));
    assert!(listed.contains(r"fi\u{1b}[2Jrst"), "{listed}");
    let name = "a\u{9b}\u{202e}\u{200b}b.json";
    let listed = json(name, &findings, Lang::En);
    assert!(listed.contains(r"a\u009b\u202e\u200bb.json"), "{listed}");
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("the list is JSON");
    assert_eq!(listed[0]["file"], name);
}

/// The pointers of every value within `value`.
fn pointers(value: &serde_json::Value, at: &str, all: &mut Vec<String>) {
    let mut child = |key: String, value| {
        let pointer = format!("{at}/{key}");
        pointers(value, &pointer, all);
        all.push(pointer);
    };
    match value {
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                child(index.to_string(), item);
            }
        }
        serde_json::Value::Object(members) => {
            for (key, member) in members {
                child(key.clone(), member);
            }
        }
        _ => {}
    }
}

#[test]
fn survives_any_value_in_any_place() {
    let base: serde_json::Value = serde_json::from_str(SOUND).expect("the base is JSON");
    let mut all = Vec::new();
    pointers(&base, "", &mut all);
    let others = [
        "null",
        "true",
        "[]",
        "[0]",
        "{}",
        "{ \"ratio\": 1 }",
        "\"\"",
        "\"own\"",
        "\"FY1\"",
        "\"{\"",
        "0",
        "-1",
        "1.5",
    ];
    for pointer in &all {
        for other in others {
            let mut edited = base.clone();
            let other = serde_json::from_str(other).expect("the test writes JSON");
            *edited.pointer_mut(pointer).expect("the base has it") = other;
            let (dataset, findings) = check(&edited.to_string());
            assert!(dataset.is_some() || findings.len() == 1, "{pointer}");
            assert!(text("base", &findings, Lang::Th).ends_with('\n'));
            let listed = text("base", &findings, Lang::En);
            let is_vague = listed.contains("not-json") || listed.contains("another kind");
            assert!(!is_vague, "{pointer}: {listed}");
        }
    }
}
