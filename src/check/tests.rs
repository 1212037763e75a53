//! For each code the smallest edit of a sound dataset that brings it about.

use std::collections::BTreeSet;

use super::*;
use crate::dataset::BUILT_IN;
use crate::locale::Lang;
use crate::locale::finding::Code;
use crate::printable::is_active;

/// A sound dataset: one printed and stated change, shares that make a whole, an index with its
/// height above the floor, a ratio, a hedged count as of a month.
const BASE: &str = r#"{
  "format": 1,
  "report": {
    "organisation": { "en": "Acme", "th": "แอคมี" },
    "title": { "en": "Report of 2023", "th": "รายงานปี 2566" },
    "periods": [
      { "id": "FY1", "start": "2021-04-01", "end": "2022-03-31" },
      { "id": "FY2", "start": "2022-04-01", "end": "2023-03-31" }
    ],
    "documents": [
      { "id": "book", "title": { "en": "Book", "th": "หนังสือ" }, "sections": [ { "en": "One", "th": "หนึ่ง" } ] }
    ]
  },
  "units": [
    { "id": "gas", "style": "mass", "symbol": { "en": "t CO₂e", "th": "ตัน CO₂e" } },
    { "id": "percent", "style": "share", "symbol": { "en": "%", "th": "%" } },
    { "id": "people", "style": "count", "symbol": { "en": "people", "th": "คน" } },
    { "id": "index", "style": "index", "symbol": { "en": "", "th": "" } },
    { "id": "plain", "style": "rate", "symbol": { "en": "", "th": "" } },
    { "id": "each", "style": "rate", "symbol": { "en": "t/person", "th": "ตัน/คน" } }
  ],
  "figures": [
    { "id": "own", "unit": "gas", "account": "inventory", "better": "lower",
      "name": { "en": "Own", "th": "ของเรา" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [
        { "period": "FY1", "value": 5.00e6 },
        { "period": "FY2", "value": 4.50e6 }
      ],
      "changes": [ { "from": "FY1", "to": "FY2", "percent": -10.0 } ],
      "notes": [ { "en": "Scopes 1 to 3, from {own@FY1}", "th": "Scope 1 ถึง 3 จาก {own@FY1}" } ],
      "source": { "document": "book", "section": 1, "item": 1 }
    },
    { "id": "others", "unit": "gas", "account": "avoided", "better": "higher",
      "name": { "en": "Others", "th": "ผู้อื่น" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "period": "FY2", "value": 2.25e6 } ],
      "changes": [ { "from": "FY1", "to": "FY2", "percent": 128.9 } ],
      "source": { "document": "book", "section": 1, "item": 2 }
    },
    { "id": "clean", "unit": "percent",
      "name": { "en": "Clean", "th": "สะอาด" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "period": "FY1", "value": 21.6 }, { "period": "FY2", "value": 53.9 } ],
      "source": { "document": "book", "section": 1, "item": 3 }
    },
    { "id": "dirty", "unit": "percent",
      "name": { "en": "Dirty", "th": "อื่น" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "period": "FY1", "value": 78.4 }, { "period": "FY2", "value": 46.1 } ],
      "source": { "document": "book", "section": 1, "item": 3 }
    },
    { "id": "staff", "unit": "people",
      "name": { "en": "Staff", "th": "พนักงาน" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "period": "FY2", "value": 118746 } ],
      "source": { "document": "book", "section": 1, "item": 4 }
    },
    { "id": "guests", "unit": "people",
      "name": { "en": "Guests", "th": "แขก" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "as-of": "2023-03", "value": 320e3, "hedge": "more-than" } ],
      "source": { "document": "book", "section": 1, "item": 5 }
    },
    { "id": "pue", "unit": "index",
      "name": { "en": "PUE", "th": "PUE" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "values": [ { "period": "FY1", "value": 1.247 }, { "period": "FY2", "value": 1.215 } ],
      "source": { "document": "book", "section": 1, "item": 6 }
    },
    { "id": "overhead", "unit": "plain",
      "name": { "en": "Overhead", "th": "ส่วนเกิน" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "derived": { "above": { "figure": "pue", "floor": 1 } }
    },
    { "id": "per-head", "unit": "each",
      "name": { "en": "Per head", "th": "ต่อคน" }, "boundary": { "en": "All", "th": "ทั้งหมด" },
      "derived": { "ratio": ["own", "staff"] }
    }
  ],
  "tabs": [
    { "id": "first",
      "title": { "en": "First", "th": "แรก" },
      "message": { "en": "Own emissions fell {own.change} to {own} in 2023", "th": "ลดลง {own.change} เหลือ {own} ใน 2566" },
      "notes": [ { "en": "Clean: {clean.rest} left", "th": "สะอาด เหลือ {clean.rest}" } ],
      "rows": [
        {
          "panels": [
            { "columns": { "figure": "own", "scale": "mass" } },
            { "columns": { "figure": "overhead" } },
            { "gauge": { "figure": "clean" } },
            { "mix": { "parts": ["clean", "dirty"] } }
          ]
        },
        {
          "panels": [
            { "bars": { "figures": ["staff", "guests"], "note": { "en": "At two times", "th": "คนละเวลา" } } },
            { "cards": { "figures": ["per-head", "pue"] } },
            { "cards": { "figures": ["others"] } }
          ]
        }
      ]
    }
  ]
}
"#;

/// An edit of [`BASE`], what it brings about, and a text on the line where it is found.
struct Case {
    code: Code,
    from: &'static str,
    to: &'static str,
    line: &'static str,
}

const fn case(code: Code, from: &'static str, to: &'static str, line: &'static str) -> Case {
    Case {
        code,
        from,
        to,
        line,
    }
}

const CASES: &[Case] = &[
    case(Code::NotJson, "\"tabs\": [", "\"tabs\": ]", "\"tabs\""),
    case(Code::WrongShape, "4.50e6", "\"4.50e6\"", "\"4.50e6\""),
    case(Code::WrongShape, "2022-03-31", "2022-02-30", "2022-02-30"),
    case(Code::WrongShape, "\"format\": 1,", "", "{"),
    case(
        Code::WrongShape,
        "\"format\": 1,",
        "\"format\": 1, \"format\":\n1,",
        "\"format\": 1,",
    ),
    case(
        Code::WrongShape,
        "\"ratio\": [",
        "\"ratio\": [\"own\", ",
        "\"ratio\"",
    ),
    case(
        Code::WrongShape,
        "{ \"gauge\":",
        "{ \"cards\": { \"figures\": [] }, \"gauge\":",
        "\"gauge\"",
    ),
    case(Code::UnknownKey, "\"hedge\"", "\"hegde\"", "hegde"),
    case(
        Code::UnknownKey,
        "\"th\": \"พนักงาน\"",
        "\"de\": \"Belegschaft\"",
        "Belegschaft",
    ),
    case(
        Code::UnknownKey,
        "\"mass\", \"symbol\"",
        "\"masse\", \"symbol\"",
        "masse",
    ),
    case(
        Code::UnsupportedFormat,
        "\"format\": 1",
        "\"format\": 2, \"new\": 0",
        "\"new\"",
    ),
    case(Code::ControlCharacter, "Acme", r"Ac\u001b[31mme", "u001b"),
    case(
        Code::ControlCharacter,
        "\"en\": \"Guests\"",
        r#""en": "Gu\u202eests""#,
        "u202e",
    ),
    case(Code::ControlCharacter, "Acme", r"Ac\u2060me", "u2060"),
    case(Code::ControlCharacter, "Acme", r"Ac\udb40\udc41me", "udb40"),
    case(
        Code::BadId,
        "\"id\": \"first\"",
        "\"id\": \"the first\"",
        "the first",
    ),
    case(
        Code::DuplicateId,
        "{ \"id\": \"plain\"",
        "{ \"id\": \"gas\", \"style\": \"count\", \"symbol\": { \"en\": \"x\", \"th\": \"x\" } },\n{ \"id\": \"plain\"",
        "\"gas\", \"style\": \"count\"",
    ),
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
        Code::UnknownSection,
        "\"section\": 1, \"item\": 2",
        "\"section\": 2, \"item\": 2",
        "\"section\": 2",
    ),
    case(
        Code::UnknownSection,
        "\"section\": 1, \"item\": 2",
        "\"section\": 1, \"item\": 0",
        "\"item\": 0",
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
    case(Code::NoPeriod, "", "", "\"periods\": []"),
    case(
        Code::ReversedPeriod,
        "\"start\": \"2022-04-01\"",
        "\"start\": \"2024-04-01\"",
        "2024-04-01",
    ),
    case(
        Code::NoValue,
        "\"values\": [ { \"period\": \"FY2\", \"value\": 2.25e6 } ],",
        "",
        "\"others\", \"unit\"",
    ),
    case(
        Code::PrintedAndDerived,
        "\"derived\": { \"above\"",
        "\"values\": [ { \"period\": \"FY2\", \"value\": 0.2 } ], \"derived\": { \"above\"",
        "\"overhead\", \"unit\"",
    ),
    case(
        Code::ValueTime,
        "\"period\": \"FY2\", \"value\": 118746",
        "\"period\": \"FY2\", \"as-of\": \"2023-03\", \"value\": 118746",
        "118746",
    ),
    case(
        Code::ValueTime,
        "{ \"period\": \"FY1\", \"value\": 5.00e6 },",
        "{ \"value\": 5.00e6 },",
        "5.00e6",
    ),
    case(
        Code::RepeatedValue,
        "{ \"period\": \"FY2\", \"value\": 4.50e6 }",
        "{ \"period\": \"FY2\", \"value\": 4.50e6 },\n{ \"period\": \"FY2\", \"value\": 4.51e6 }",
        "4.51e6",
    ),
    case(
        Code::RepeatedValue,
        "\"percent\": 128.9 }",
        "\"percent\": 128.9 },\n{ \"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 129 }",
        "\"percent\": 129 ",
    ),
    case(
        Code::DerivedCycle,
        "[\"own\", \"staff\"]",
        "[\"own\", \"per-head\"]",
        "\"ratio\"",
    ),
    case(
        Code::NoCommonTime,
        "[\"own\", \"staff\"]",
        "[\"own\", \"guests\"]",
        "\"ratio\"",
    ),
    case(
        Code::NoCommonTime,
        "\"ratio\": [\"own\", \"staff\"]",
        "\"per-day\": \"guests\"",
        "\"per-day\"",
    ),
    case(
        Code::NoCommonTime,
        "{ \"period\": \"FY1\", \"value\": 78.4 }, { \"period\": \"FY2\", \"value\": 46.1 }",
        "{ \"as-of\": \"2023-03\", \"value\": 46.1 }",
        "\"mix\"",
    ),
    case(Code::DivisionByZero, "118746", "0", "\"ratio\""),
    case(
        Code::OpenResult,
        "\"ratio\": [\"own\", \"staff\"]",
        "\"ratio\": [\"guests\", \"guests\"]",
        "\"ratio\"",
    ),
    case(Code::ImpossibleChange, "128.9", "-128.9", "-128.9"),
    case(Code::ImpossibleChange, "2.25e6", "-2.25e6", "128.9"),
    case(Code::ShareRange, "46.1", "146.1", "146.1"),
    case(Code::NoTabs, "", "", "\"tabs\": []"),
    case(Code::EmptyTab, "", "", "\"rows\": []"),
    case(
        Code::EmptyRow,
        "\"rows\": [\n",
        "\"rows\": [\n{ \"panels\": [] },\n",
        "\"panels\": []",
    ),
    case(
        Code::EmptyPanel,
        "{ \"columns\": { \"figure\": \"overhead\" } }",
        "{ \"columns\": { \"figure\": \"overhead\" } }, { \"cards\": { \"figures\": [] } }",
        "\"figures\": []",
    ),
    case(
        Code::NotAShare,
        "\"gauge\": { \"figure\": \"clean\"",
        "\"gauge\": { \"figure\": \"staff\"",
        "\"gauge\"",
    ),
    case(
        Code::MixedUnits,
        "\"ratio\": [\"own\", \"staff\"]",
        "\"ratio\": [\"own\", \"clean\"]",
        "\"ratio\"",
    ),
    case(
        Code::MixedUnits,
        "[\"staff\", \"guests\"]",
        "[\"staff\", \"guests\", \"per-head\"]",
        "\"bars\"",
    ),
    case(
        Code::MixedUnits,
        "\"ratio\": [",
        "\"difference\": [",
        "\"difference\"",
    ),
    case(
        Code::MixedUnits,
        "\"ratio\": [\"own\", \"staff\"]",
        "\"difference\": [\"staff\", \"staff\"]",
        "\"difference\"",
    ),
    case(
        Code::NegativeBar,
        "\"floor\": 1 ",
        "\"floor\": 1.22 ",
        "\"columns\": { \"figure\": \"overhead\"",
    ),
    case(Code::MixOver, "46.1", "46.3", "\"mix\""),
    case(
        Code::EmptyText,
        "{ \"en\": \"First\", \"th\": \"แรก\" }",
        "{}",
        "\"title\": {}",
    ),
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
        Code::NoSource,
        ",\n      \"source\": { \"document\": \"book\", \"section\": 1, \"item\": 4 }",
        "",
        "\"staff\", \"unit\"",
    ),
    case(
        Code::NoBoundary,
        "\"name\": { \"en\": \"Staff\", \"th\": \"พนักงาน\" }, \"boundary\": { \"en\": \"All\", \"th\": \"ทั้งหมด\" },",
        "\"name\": { \"en\": \"Staff\", \"th\": \"พนักงาน\" },",
        "\"staff\", \"unit\"",
    ),
    case(
        Code::NoAccount,
        "\"unit\": \"gas\", \"account\": \"avoided\"",
        "\"unit\": \"gas\"",
        "\"others\", \"unit\"",
    ),
    case(
        Code::OddDirection,
        "\"better\": \"lower\"",
        "\"better\": \"higher\"",
        "\"own\", \"unit\"",
    ),
    case(
        Code::UnusedFigure,
        "{ \"cards\": { \"figures\": [\"per-head\", \"pue\"] } }",
        "{ \"cards\": { \"figures\": [\"per-head\"] } }",
        "\"pue\", \"unit\"",
    ),
    case(
        Code::UnusedDefinition,
        "\"units\": [\n",
        "\"units\": [\n{ \"id\": \"old\", \"style\": \"count\", \"symbol\": { \"en\": \"x\", \"th\": \"x\" } },\n",
        "\"old\"",
    ),
    case(
        Code::UnusedDefinition,
        "\"periods\": [\n",
        "\"periods\": [\n{ \"id\": \"FY0\", \"start\": \"2020-04-01\", \"end\": \"2021-03-31\" },\n",
        "\"FY0\"",
    ),
    case(Code::PeriodOrder, "2022-04-01", "2022-03-30", "2022-03-30"),
    case(
        Code::StrayTime,
        "\"as-of\": \"2023-03\"",
        "\"as-of\": \"2023-04\"",
        "2023-04",
    ),
    case(
        Code::BuddhistYear,
        "\"as-of\": \"2023-03\"",
        "\"as-of\": \"2566-03\"",
        "2566-03",
    ),
    // In no era a year of a report.
    case(
        Code::StrayTime,
        "\"as-of\": \"2023-03\"",
        "\"as-of\": \"9023-03\"",
        "9023-03",
    ),
    case(
        Code::StateAndFlow,
        "{ \"period\": \"FY1\", \"value\": 1.247 }",
        "{ \"as-of\": \"2022-03\", \"value\": 1.247 }",
        "1.247",
    ),
    case(
        Code::UnequalPeriods,
        "2021-04-01",
        "2021-10-01",
        "\"own\", \"unit\"",
    ),
    case(
        Code::BackwardChange,
        "\"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 128.9",
        "\"from\": \"FY2\", \"to\": \"FY1\", \"percent\": 128.9",
        "128.9",
    ),
    case(
        Code::LooseChange,
        "{ \"period\": \"FY2\", \"value\": 2.25e6 }",
        "{ \"period\": \"FY1\", \"value\": 2.25e6 }",
        "128.9",
    ),
    case(
        Code::ChangeMismatch,
        "\"percent\": -10.0",
        "\"percent\": -11.0",
        "-11.0",
    ),
    case(
        Code::MisleadingPercent,
        "{ \"period\": \"FY2\", \"value\": 53.9 } ],",
        "{ \"period\": \"FY2\", \"value\": 53.9 } ],\n\"changes\": [ { \"from\": \"FY1\", \"to\": \"FY2\", \"percent\": 149.5 } ],",
        "149.5",
    ),
    case(Code::MisleadingPercent, "", "", "-10.0"),
    case(
        Code::HedgedCount,
        "118746",
        "118746, \"hedge\": \"more-than\"",
        "118746",
    ),
    case(
        Code::HedgedCount,
        "320e3, \"hedge\": \"more-than\"",
        "0, \"hedge\": \"less-than\"",
        "less-than",
    ),
    case(Code::NotACount, "118746", "118.5", "118.5"),
    case(
        Code::NotACount,
        "320e3, \"hedge\": \"more-than\"",
        "0.5",
        "\"as-of\"",
    ),
    case(Code::FalsePrecision, "2.25e6", "2250000", "2250000"),
    case(Code::FalsePrecision, "320e3", "320000", "320000"),
    case(
        Code::FalsePrecision,
        "118746",
        "400, \"hedge\": \"about\"",
        "400, ",
    ),
    case(Code::MixShort, "46.1", "45.9", "\"mix\""),
    case(
        Code::MixedAccounts,
        "[\"others\"]",
        "[\"others\", \"own\"]",
        "\"others\", \"own\"",
    ),
    case(
        Code::MixedAccounts,
        "\"ratio\": [\"own\", \"staff\"]",
        "\"ratio\": [\"others\", \"own\"]",
        "\"ratio\"",
    ),
    case(
        Code::RatioUnit,
        "\"per-head\", \"unit\": \"each\"",
        "\"per-head\", \"unit\": \"people\"",
        "\"ratio\"",
    ),
    case(
        Code::MixedTimes,
        ", \"note\": { \"en\": \"At two times\", \"th\": \"คนละเวลา\" }",
        "",
        "\"bars\"",
    ),
    case(Code::HiddenGap, "", "", "\"figure\": \"own\""),
    case(
        Code::UnmatchedPart,
        "{ \"period\": \"FY1\", \"value\": 78.4 }, ",
        "",
        "\"mix\"",
    ),
    case(
        Code::SplitScale,
        "\"figure\": \"overhead\"",
        "\"figure\": \"overhead\", \"scale\": \"mass\"",
        "\"overhead\", \"scale\"",
    ),
    case(
        Code::IndexBars,
        "{ \"columns\": { \"figure\": \"overhead\" } },",
        "{ \"columns\": { \"figure\": \"overhead\" } }, { \"columns\": { \"figure\": \"pue\" } },",
        "\"figure\": \"pue\" }",
    ),
    case(
        Code::RepeatedFigure,
        "[\"per-head\", \"pue\"]",
        "[\"per-head\", \"pue\", \"pue\"]",
        "\"pue\", \"pue\"",
    ),
    case(
        Code::ZeroWeight,
        "\"figure\": \"clean\"",
        "\"figure\": \"clean\", \"weight\": 0",
        "\"weight\": 0",
    ),
    case(Code::ManyTabs, "", "", "\"tab9\""),
    case(
        Code::TypedNumber,
        "fell {own.change}",
        "fell {own.change} or 10.5% ",
        "10.5%",
    ),
    case(Code::TypedNumber, "left\"", "left of 118,746\"", "118,746"),
    case(
        Code::TypedNumber,
        "\"สะอาด เหลือ",
        "\"สะอาด ๑๑๘,๗๔๖ เหลือ",
        "๑๑๘",
    ),
    case(
        Code::WrongDirection,
        "Own emissions fell",
        "Own emissions rose",
        "rose",
    ),
    case(
        Code::WrongDirection,
        "\"ลดลง {own.change}",
        "\"เพิ่มขึ้น {own.change}",
        "เพิ่มขึ้น",
    ),
    case(
        Code::UnequalTranslations,
        "เหลือ {own} ใน",
        "เหลือ {own@FY1} ใน",
        "{own@FY1} ใน",
    ),
    case(
        Code::IdlePlaceholder,
        "\"en\": \"Guests\"",
        "\"en\": \"Guests {guests}\"",
        "{guests}",
    ),
    case(Code::AmbiguousUnit, "\"ตัน CO₂e\"", "\"MtCO₂e\"", "MtCO₂e"),
    case(
        Code::ScaledUnit,
        "\"en\": \"t CO₂e\"",
        "\"en\": \"million t CO₂e\"",
        "million t",
    ),
    case(
        Code::ScaledUnit,
        "\"th\": \"คน\"",
        "\"th\": \"แสนคน\"",
        "แสนคน",
    ),
    case(
        Code::PercentSign,
        "\"rate\", \"symbol\": { \"en\": \"t/person\"",
        "\"rate\", \"symbol\": { \"en\": \"%\"",
        "\"each\", \"style\"",
    ),
];

/// The edits that remove more than a line, and so are not written as text.
fn edited(case: &Case) -> String {
    let between = |start: &str, end: &str, new: &str| {
        let (before, rest) = BASE.split_once(start).expect("the base has the start");
        let (_, after) = rest.split_once(end).expect("the base has the end");
        format!("{before}{new}{after}")
    };
    match (case.code, case.from) {
        (Code::NoPeriod, _) => between("\"periods\": [", "    ],", "\"periods\": [],"),
        (Code::NoTabs, _) => between("\"tabs\": [", "  ]\n}\n", "\"tabs\": []\n}\n"),
        (Code::EmptyTab, _) => between("\"rows\": [", "      ]\n    }\n", "\"rows\": []\n    }\n"),
        // On a card and in no sentence, for neither bars nor words fit values below zero.
        (Code::MisleadingPercent, "") => BASE
            .replacen("5.00e6", "-5.00e6", 1)
            .replacen("4.50e6", "-4.50e6", 1)
            .replacen(
                "\"columns\": { \"figure\": \"own\", \"scale\": \"mass\" }",
                "\"cards\": { \"figures\": [\"own\"] }",
                1,
            )
            .replace("fell {own.change} to", "is")
            .replace("ลดลง {own.change} เหลือ", "คือ"),
        (Code::HiddenGap, _) => {
            let period = "{ \"id\": \"FY0\", \"start\": \"2018-04-01\", \"end\": \"2019-03-31\" },";
            let value = "{ \"period\": \"FY0\", \"value\": 5.50e6 },";
            let earlier =
                |key, it| move |text: String| text.replacen(key, &format!("{key}{it}"), 1);
            let with_period = earlier("\"periods\": [", period)(BASE.to_owned());
            earlier("\"values\": [", value)(with_period)
        }
        (Code::ManyTabs, _) => {
            let tab = |number: u32| {
                let text = format!("{{ \"en\": \"T{number}\", \"th\": \"T{number}\" }}");
                format!(
                    "{{ \"id\": \"tab{number}\", \"title\": {text}, \"message\": {text}, \
                     \"rows\": [ {{ \"panels\": [ {{ \"cards\": {{ \"figures\": [\"own\"] }} }} ] }} ] }}"
                )
            };
            let tabs: Vec<String> = (1..=9).map(tab).collect();
            BASE.replace(
                "    }\n  ]\n}\n",
                &format!("    }},\n{}\n  ]\n}}\n", tabs.join(",\n")),
            )
        }
        (_, from) => {
            assert!(BASE.contains(from), "the base has no {from}");
            BASE.replacen(from, case.to, 1)
        }
    }
}

fn listed(source: &str, findings: &[Finding]) -> String {
    format!("{}\n{source}", text("base", findings, Lang::En))
}

#[test]
fn finds_nothing_wrong_with_a_sound_dataset() {
    let (dataset, findings) = check(BASE);
    assert!(dataset.is_some());
    assert_eq!(findings, [], "{}", listed("", &findings));
}

#[test]
fn finds_nothing_wrong_with_the_built_in_dataset() {
    let (_, findings) = check(BUILT_IN);
    assert!(is_valid(&findings, true), "{}", listed("", &findings));
}

/// What some edits cannot but bring about besides: references to what they removed.
fn besides(code: Code) -> &'static [Code] {
    match code {
        Code::NoTabs | Code::EmptyTab => &[Code::UnusedFigure],
        Code::RatioUnit => &[Code::UnusedDefinition],
        _ => &[],
    }
}

#[test]
fn finds_each_code_where_it_is_brought_about_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in CASES {
        let source = edited(case);
        let (_, findings) = check(&source);
        let found = findings.iter().find(|finding| finding.code == case.code);
        let line = source.lines().position(|line| line.contains(case.line));
        let is_expected =
            |it: &Finding| it.code == case.code || besides(case.code).contains(&it.code);
        let is_there = found.is_some() && found.map(|it| it.position.line - 1) == line;
        if !is_there || !findings.iter().all(is_expected) {
            let listed = text("base", &findings, Lang::En);
            wrong.push(format!("{:?}, {:?}:\n{listed}", case.code, case.to));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lets_pass_what_only_looks_wrong() {
    let edits = [
        // A round count may be hedged, and may be exact.
        ("118746", "118740, \"hedge\": \"more-than\""),
        ("118746", "1000"),
        ("2.25e6", "2250000.5"),
        // The two values give a fall of 10.00%, give or take 0.19 for their rounding.
        ("\"percent\": -10.0", "\"percent\": -10.2"),
        ("\"percent\": -10.0", "\"percent\": -10"),
        // 53.9 and 46.2, give or take 0.05 each, may be the whole.
        ("46.1", "46.2"),
        (
            "[\"clean\", \"dirty\"] } }",
            "[\"clean\"], \"rest\": { \"en\": \"Rest\", \"th\": \"อื่น\" } } }, { \"gauge\": { \"figure\": \"dirty\" } }",
        ),
        // A month of any period, and the words of every direction that fits.
        ("\"as-of\": \"2023-03\"", "\"as-of\": \"2021-04\""),
        (
            "\"en\": \"Own emissions fell",
            "\"en\": \"Growth was weak; own emissions fell",
        ),
        (
            "\"en\": \"Own emissions fell",
            "\"en\": \"The rise of others; own emissions changed",
        ),
        // Scopes, years and words with digits are no typed numbers, and a note may count.
        ("in 2023\"", "in 2023, Scopes 1 and 2 (CO2)\""),
        ("ใน 2566", "ใน ๒๕๖๖ ขอบเขตที่ 1 และ 2"),
        ("left\"", "left in 12 places, since 23 July 2024\""),
        // A note may explain the ambiguous unit; other words may contain its letters.
        ("left\"", "left; “Mt” means a metric ton\""),
        (
            "\"en\": \"Guests\"",
            "\"en\": \"Guests of Mt. Fuji and AMtech\"",
        ),
        // Own emissions and own reductions may stand side by side where there is no axis.
        ("\"account\": \"avoided\"", "\"account\": \"reduction\""),
        (
            "\"figure\": \"overhead\"",
            "\"figure\": \"overhead\", \"scale\": \"other\"",
        ),
        // A year of 53 weeks is as long as one of 52, and a gap between two columns hides nothing.
        ("\"start\": \"2021-04-01\"", "\"start\": \"2021-03-25\""),
        (
            "\"start\": \"2021-04-01\", \"end\": \"2022-03-31\"",
            "\"start\": \"2019-04-01\", \"end\": \"2020-03-31\"",
        ),
    ];
    for (from, to) in edits {
        assert!(BASE.contains(from), "the base has no {from}");
        let (_, findings) = check(&BASE.replacen(from, to, 1));
        assert_eq!(findings, [], "{to}: {}", text("base", &findings, Lang::En));
    }
}

#[test]
fn divides_by_no_days_of_a_reversed_period() {
    let source = BASE.replacen(
        "\"ratio\": [\"own\", \"staff\"]",
        "\"per-day\": \"others\"",
        1,
    );
    for start in ["2024-04-01", "2023-04-01"] {
        let (_, findings) = check(&source.replacen("2022-04-01", start, 1));
        let errors = findings.iter().map(|it| it.code);
        let errors = errors.filter(|code| code.severity() == Severity::Error);
        assert_eq!(errors.collect::<Vec<_>>(), [Code::ReversedPeriod]);
    }
}

#[test]
fn knows_the_unit_that_a_formula_gives() {
    let codes = |style: &str, formula: &str| {
        let source = BASE
            .replacen(
                "\"each\", \"style\": \"rate\"",
                &format!("\"each\", \"style\": \"{style}\""),
                1,
            )
            .replacen("\"ratio\": [\"own\", \"staff\"]", formula, 1);
        let (_, findings) = check(&source);
        findings.iter().map(|it| it.code).collect::<Vec<_>>()
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
    let cases: BTreeSet<Code> = CASES.iter().map(|case| case.code).collect();
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
    for case in CASES {
        let (_, findings) = check(&edited(case));
        for finding in &findings {
            for lang in Lang::ALL {
                let said = finding.message(lang) + &finding.suggestion(lang).unwrap_or_default();
                for index in 0..3 {
                    assert!(!said.contains(&format!("{{{index}}}")), "{said}");
                }
                assert!(!finding.message(lang).ends_with('.'), "{said}");
                assert!(!said.contains(is_active), "{said}");
            }
        }
    }
}

#[test]
fn says_as_much_in_thai_as_in_english() {
    let slots = |text: &str| {
        (0..4)
            .map(|it| text.contains(&format!("{{{it}}}")))
            .collect::<Vec<_>>()
    };
    for code in Code::ALL {
        let [en, th] = [Lang::En, Lang::Th].map(|lang| code.phrase(lang));
        assert_eq!(slots(en.message), slots(th.message), "{}", code.name());
        let fixes = [en, th].map(|it| slots(it.fix.unwrap_or_default()));
        assert_eq!(fixes[0], fixes[1], "{}", code.name());
        let is_thai = |text: &str| text.contains(|it: char| ('ก'..='๛').contains(&it));
        assert!(is_thai(th.title) && is_thai(th.message), "{}", code.name());
    }
}

#[test]
fn says_in_every_language_what_the_parser_says() {
    let said = |from, to, lang| {
        let (_, findings) = check(&BASE.replacen(from, to, 1));
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
        ("4.50e6", "\"4.5\"", "expected a number, found \"4.5\""),
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
        ("\"more-than\"", "\"over\"", "less-than, almost, about"),
        ("\"boundary\"", "\"zzz\"", schema),
        (
            "\"format\": 1,",
            "\"format\": 1,,",
            "the file is not JSON: expected a key in double quotes",
        ),
    ] {
        let said_in = |lang| said(from, to, lang);
        assert!(
            said_in(Lang::En).contains(expected),
            "{}",
            said_in(Lang::En)
        );
        assert!(!said_in(Lang::Th).contains("expected"), "{to}");
    }
}

#[test]
fn asks_once_for_a_language_that_no_text_has() {
    let mut file: serde_json::Value = serde_json::from_str(BASE).expect("the base is JSON");
    remove(&mut file, "th");
    let (_, findings) = check(&file.to_string());
    let listed = text("base", &findings, Lang::En);
    let [finding] = findings.as_slice() else {
        panic!("{listed}");
    };
    assert_eq!(finding.pointer, "/report/organisation");
    assert!(listed.contains("every text is missing in th"), "{listed}");
}

/// Takes every member with this key out of `value`.
fn remove(value: &mut serde_json::Value, key: &str) {
    match value {
        serde_json::Value::Array(items) => items.iter_mut().for_each(|it| remove(it, key)),
        serde_json::Value::Object(members) => {
            members.remove(key);
            members.values_mut().for_each(|it| remove(it, key));
        }
        _ => {}
    }
}

#[test]
fn lists_findings_like_a_compiler() {
    let source = BASE.replacen("\"unit\": \"each\"", "\"unit\": \"eahc\"", 1);
    let (_, findings) = check(&source);
    let unknown: Vec<Finding> = findings
        .into_iter()
        .filter(|it| it.code == Code::UnknownUnit)
        .collect();
    assert_eq!(
        text("report.json", &unknown, Lang::En),
        "report.json:68:33: error[unknown-unit]: the unit \"eahc\" is not defined; did you mean \"each\"?\n  \
         at /figures/8/unit\n1 error\n"
    );
    assert_eq!(text("report.json", &[], Lang::En), "no findings\n");
    let object: serde_json::Value =
        serde_json::from_str(&json("report.json", &unknown, Lang::Th)).expect("it is JSON");
    assert_eq!(object[0]["code"], "unknown-unit");
    assert_eq!(object[0]["line"], 68);
    assert_eq!(object[0]["suggestion"], "หมายถึง \"each\" หรือไม่");
}

#[test]
fn tolerates_warnings_unless_strict() {
    let (_, warned) = check(&BASE.replacen("2.25e6", "2250000", 1));
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
            let (dataset, findings) = check(&BASE.replacen(original, number, 1));
            assert!(dataset.is_some());
            for lang in Lang::ALL {
                assert!(!text("base", &findings, lang).contains("NaN"));
            }
        }
    }
}

#[test]
fn spells_out_what_a_terminal_would_obey() {
    let source = BASE.replacen("\"id\": \"first\"", r#""id": "fi\u001b[2Jrst x""#, 1);
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
    let base: serde_json::Value = serde_json::from_str(BASE).expect("the base is JSON");
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
