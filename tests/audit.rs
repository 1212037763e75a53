//! What an auditor would strike out of the built-in report, and of any report.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/csv.rs"]
mod csv;
#[path = "support/page.rs"]
mod page;

use esg_tui::check;
use esg_tui::dataset::{BUILT_IN, load};
use esg_tui::derive::{Ledger, Verdict};
use esg_tui::locale::Lang;
use esg_tui::locale::finding::Code;
use esg_tui::phrase;
use esg_tui::phrase::story;
use esg_tui::report::{self, ReportFormat};
use esg_tui::view::{Layer, LayerKind, Mode, View};

use built_in::built_in;

/// A report of two years with one figure of this `body` and one panel of it.
fn report_of(body: &str, panel: &str) -> String {
    format!(
        r#"{{ "format": 1,
  "report": {{ "organisation": {{ "en": "Any" }}, "title": {{ "en": "Report" }}, "documents": [],
    "periods": [ {{ "id": "2022", "start": "2022-01-01", "end": "2022-12-31" }},
                 {{ "id": "2023", "start": "2023-01-01", "end": "2023-12-31" }} ] }},
  "units": [ {{ "id": "t", "style": "mass", "symbol": {{ "en": "t CO₂e" }} }},
             {{ "id": "n", "style": "count", "symbol": {{ "en": "users" }} }} ],
  "figures": [ {{ "id": "a", "name": {{ "en": "Figure a" }}, {body} }} ],
  "tabs": [ {{ "id": "tab", "title": {{ "en": "Tab" }}, "message": {{ "en": "The tab's message" }},
    "rows": [ {{ "panels": [ {panel} ] }} ] }} ] }}"#
    )
}

const CARDS: &str = r#"{ "cards": { "figures": ["a"] } }"#;

/// The first page of a report, as text.
fn page_of(ledger: &Ledger<'_>, view: &View) -> String {
    page::rows(&page::draw(ledger, view, 128, 36)).join("\n")
}

#[test]
fn judges_outcomes_and_no_activities() {
    let values =
        r#""values": [ { "period": "2022", "value": 4.0 }, { "period": "2023", "value": 9.0 } ]"#;
    for (account, better, verdict) in [
        ("inventory", r#""better": "lower","#, Verdict::Worse),
        ("reduction", r#""better": "higher","#, Verdict::Neutral),
        ("avoided", r#""better": "higher","#, Verdict::Neutral),
        ("inventory", "", Verdict::Neutral),
    ] {
        let body = format!(r#""unit": "t", "account": "{account}", {better} {values}"#);
        let dataset = load(&report_of(&body, CARDS)).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        let change = ledger.facts[0].change.as_ref().expect("there is a change");
        assert_eq!(change.verdict, verdict, "{body}");
        let page = page_of(&ledger, &View::default());
        let is_judged = verdict != Verdict::Neutral;
        assert_eq!(page.contains("▲ ≈ 130% worse"), is_judged, "{page}");
        assert_eq!(page.contains("▲ ≈ 130% more"), !is_judged, "{page}");
        let card = story::card(&ledger, Lang::En, &ledger.facts[0]);
        let has_direction = card.iter().any(|entry| entry.label == "Direction");
        assert_eq!(has_direction, is_judged, "{body}");
    }
}

#[test]
fn says_no_multiple_behind_a_verdict() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for tab in 0..dataset.tabs.len() {
        let view = View {
            tab,
            ..View::default()
        };
        for row in page_of(&ledger, &view).lines() {
            let is_judged = row.contains("better") || row.contains("worse");
            assert!(!(is_judged && row.contains("times")), "{row}");
        }
    }
    let text = report::report(&ledger, Lang::En, &[1], ReportFormat::Text, 80);
    assert!(!text.contains("better · ≈"), "{text}");
}

/// The slide of a panel of a tab, as text.
fn slide_of(ledger: &Ledger<'_>, lang: Lang, tab: usize, slide: usize) -> String {
    let view = View {
        tab,
        slide,
        lang,
        mode: Mode::Presenter,
        ..View::default()
    };
    page_of(ledger, &view)
}

/// A slide shows one panel, so what the tab says of another figure is not above it.
#[test]
fn gives_every_slide_the_message_of_its_panel() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        for (tab, content) in dataset.tabs.iter().enumerate() {
            for (slide, panel) in content.panels().enumerate() {
                let own = panel.message.as_ref().expect("every panel has a message");
                let own = phrase::fill(lang, &ledger, own);
                let page = slide_of(&ledger, lang, tab, slide);
                let words: String = page.split_whitespace().collect();
                let expected: String = own.split_whitespace().collect();
                assert!(words.contains(&expected), "{own}\n{page}");
                let words = report::tab_words(&ledger, lang, tab, Some(slide));
                assert!(words.starts_with(&own), "{words}");
            }
        }
        for slide in [1, 2] {
            let page = slide_of(&ledger, lang, 0, slide);
            assert!(!page.contains("12.9%"), "{page}");
        }
    }
}

#[test]
fn says_the_first_figure_of_a_panel_without_a_message() {
    let of = |value: &str| {
        let values = format!(
            r#""unit": "t", "values": [ {{ "period": "2022", "value": 4.0 }}, {{ "period": "2023", "value": {value} }} ]"#
        );
        let dataset = load(&report_of(&values, CARDS)).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        let page = slide_of(&ledger, Lang::En, 0, 0);
        assert!(!page.contains("The tab's message"), "{page}");
        story::message(&ledger, Lang::En, &dataset.tabs[0], Some(0))
    };
    assert_eq!(of("9.0"), "Figure a, 2023: 9.0 t CO₂e, ≈ 130% more");
    assert_eq!(of("2.0"), "Figure a, 2023: 2.0 t CO₂e, ≈ 50% less");
    let message = r#"{ "cards": { "figures": ["a"], "message": { "en": "It is {a}" } } }"#;
    let body = r#""unit": "t", "values": [ { "period": "2023", "value": 9.0 } ]"#;
    let dataset = load(&report_of(body, message)).expect("the test writes a dataset");
    let ledger = Ledger::new(&dataset);
    let page = slide_of(&ledger, Lang::En, 0, 0);
    assert!(page.contains("It is 9.0 t CO₂e"), "{page}");
}

/// The document is dated after the data, so its day is next to their time where there is room.
#[test]
fn says_when_the_document_is_dated_and_where_it_is() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let url = dataset.report.documents[0].url.as_deref();
    let url = url.expect("the document has an address");
    for (lang, expected) in [
        (Lang::En, "document of 23 Jul 2024"),
        (Lang::Th, "เอกสารลงวันที่ 23 ก.ค. 2567"),
    ] {
        let documents = story::documents(&ledger, lang, &ledger.documents_of(&[]));
        assert_eq!(documents[0].lines[0], expected);
        for (tab, content) in dataset.tabs.iter().enumerate() {
            for is_picture in [false, true] {
                let view = View {
                    tab,
                    lang,
                    is_picture,
                    ..View::default()
                };
                let page = page_of(&ledger, &view);
                assert!(page.contains(expected), "{page}");
                // On screen the keys are there, and the sources are a key away.
                assert_eq!(page.contains(url), is_picture, "{page}");
            }
            for slide in 0..content.panels().count() {
                let page = slide_of(&ledger, lang, tab, slide);
                assert!(page.contains(expected) && page.contains(url), "{page}");
            }
        }
    }
}

/// The rows in which a slide draws the column that has the number above it.
fn height_of_last_column(slide: &str, number: &str) -> usize {
    let rows: Vec<Vec<char>> = slide.lines().map(|row| row.chars().collect()).collect();
    let digits: Vec<char> = number.chars().collect();
    // The number is also in words, with no column below it.
    let heights = rows.iter().enumerate().filter_map(|(y, row)| {
        let x = row.windows(digits.len()).rposition(|part| part == digits)?;
        let is_filled = |row: &&Vec<char>| {
            row.get(x + 2)
                .is_some_and(|symbol| "▁▂▃▄▅▆▇█".contains(*symbol))
        };
        Some(rows.iter().skip(y + 1).take_while(is_filled).count())
    });
    heights.max().expect("the number is above its column")
}

#[test]
fn keeps_the_scales_of_a_page_on_its_slides() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let slide = |slide, width, height| {
        let view = View {
            slide,
            mode: Mode::Presenter,
            ..View::default()
        };
        page::rows(&page::draw(&ledger, &view, width, height)).join("\n")
    };
    for (width, height) in [(128, 36), (160, 50), (80, 24)] {
        let net = slide(0, width, height);
        let reductions = slide(1, width, height);
        assert!(net.contains("same scale"), "{net}");
        assert!(reductions.contains("same scale"), "{reductions}");
        let long = height_of_last_column(&net, "4.681");
        let short = height_of_last_column(&reductions, "1.419");
        assert!(long >= 4, "{net}");
        // A column ends within a row.
        let expected = long as f64 * 1.419 / 4.681;
        assert!(
            (short as f64 - expected).abs() <= 1.0,
            "{short} of {long}\n{reductions}"
        );
        for (index, is_own) in [(2, false), (3, true), (4, false)] {
            let page = slide(index, width, height);
            assert_eq!(page.contains("own scale"), is_own, "{page}");
        }
    }
}

/// A count without a date, a total up to a month, a state as of one and an amount of a period.
#[test]
fn shows_a_change_with_as_many_digits_as_a_person_writes() {
    for (unit, earlier, later, expected) in [
        // 7.0946, known to ±0.0016, and 7.0957, known exactly.
        ("t", "31600", "33842", "≈ +7.1%"),
        ("n", "14093", "15093", "≈ +7.1%"),
        ("t", "1000000", "129490", "≈ −87.1%"),
        ("n", "4000", "50123", "≈ +1,150%"),
        ("n", "100000", "100253", "≈ +0.25%"),
        ("n", "100000", "99997", "≈ −0.0030%"),
        ("t", "2.0e6", "1.9e6", "≈ −5%"),
    ] {
        let body = format!(
            r#""unit": "{unit}", "values": [ {{ "period": "2022", "value": "{earlier}" }},
                {{ "period": "2023", "value": "{later}" }} ]"#
        );
        let dataset = load(&report_of(&body, CARDS)).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        let fact = &ledger.facts[0];
        let change = fact.change.as_ref().expect("there is a change");
        let (measure, form) = change.headline().expect("it has a form");
        let found = phrase::signed_change(Lang::En, fact, measure, form);
        assert_eq!(found, expected, "{earlier} to {later}");
        let (bounds, value) = (form.quantity.shown_bounds().0, form.quantity.value);
        let error = 1e-12 * value.abs();
        assert!(
            bounds.low - error <= value && value <= bounds.high + error,
            "{earlier} to {later}: {bounds:?}"
        );
    }
}

#[test]
fn says_what_a_change_compares_where_there_are_more_than_two_values() {
    let values = |count: usize| {
        let years = ["2021", "2022", "2023"];
        let values = years[3 - count..].iter().zip([1000, 1071, 1100]);
        let values: Vec<String> = values
            .map(|(year, value)| format!(r#"{{ "period": "{year}", "value": {value} }}"#))
            .collect();
        format!(r#""unit": "n", "values": [ {} ]"#, values.join(", "))
    };
    let columns = r#"{ "columns": { "figure": "a" } }"#;
    let period = r#""periods": [ "#;
    let earlier = r#""periods": [ { "id": "2021", "start": "2021-01-01", "end": "2021-12-31" }, "#;
    for (count, is_said) in [(2, false), (3, true)] {
        let text = report_of(&values(count), columns).replace(period, earlier);
        let dataset = load(&text).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        for (lang, versus) in [(Lang::En, "vs 2022"), (Lang::Th, "เทียบกับ ปี 2565")]
        {
            let view = View {
                lang,
                ..View::default()
            };
            let page = page_of(&ledger, &view);
            assert_eq!(page.contains(versus), is_said, "{page}");
            let table = story::table(&ledger, lang, &[&ledger.facts[0]]);
            assert_eq!(table[0].cells[4].ends_with(versus), is_said, "{table:?}");
        }
    }
}

#[test]
fn names_the_documents_of_a_tab_and_says_which_of_them_a_place_is_in() {
    let documents = r#""documents": [ { "id": "old", "title": { "en": "Old book" } },
        { "id": "new", "title": { "en": "New book" }, "url": "https://example.com/new" },
        { "id": "other", "title": { "en": "Other book" } } ]"#;
    let figure = |id: &str, document: &str| {
        format!(
            r#"{{ "id": "{id}", "name": {{ "en": "Figure {id}" }}, "unit": "n",
            "values": [ {{ "period": "2023", "value": 5 }} ],
            "source": {{ "document": "{document}", "section": 1, "item": 4 }} }}"#
        )
    };
    let figures = [figure("b", "new"), figure("c", "other")].join(", ");
    let tabs = r#""tabs": [ { "id": "first", "title": { "en": "First" }, "message": { "en": "One" },
        "rows": [ { "panels": [ { "cards": { "figures": ["b", "c"] } } ] } ] }, "#;
    let body = r#""unit": "n", "values": [ { "period": "2023", "value": 4 } ],
        "source": { "document": "old", "section": 2, "item": 1 }"#;
    let text = report_of(body, CARDS)
        .replace(r#""documents": []"#, documents)
        .replace(
            r#""figures": [ {"#,
            &format!(r#""figures": [ {figures}, {{"#),
        )
        .replace(r#""tabs": [ "#, tabs);
    let dataset = load(&text).expect("the test writes a dataset");
    let ledger = Ledger::new(&dataset);
    for (tab, own, others) in [
        (
            0,
            &["[2] New book", "[3] Other book", "[2] §1.4", "[3] §1.4"][..],
            &["Old book"][..],
        ),
        (
            1,
            &["[1] Old book", "[1] §2.1"],
            &["New book", "Other book"],
        ),
    ] {
        let view = View {
            tab,
            is_picture: true,
            ..View::default()
        };
        let page = page_of(&ledger, &view);
        let facts = ledger.of_tab(&dataset.tabs[tab]);
        let layer = story::sources_and_notes(&ledger, Lang::En, &dataset.tabs[tab], &facts);
        let notes = report::tab_notes(&ledger, Lang::En, tab, None).join("\n");
        let json = report::tab_json(&ledger, Lang::En, tab, None);
        for text in own {
            assert!(page.contains(text), "{page}");
            assert!(format!("{layer:?}").contains(text), "{layer:?}");
            assert!(notes.contains(text), "{notes}");
        }
        for text in others {
            assert!(!page.contains(text), "{page}");
            assert!(!format!("{layer:?}").contains(text), "{layer:?}");
            assert!(!notes.contains(text), "{notes}");
            assert!(!json.to_string().contains(text), "{json}");
        }
        assert_eq!(page.contains("example.com"), tab == 0, "{page}");
    }
}

#[test]
fn tells_the_kinds_of_time_apart() {
    for (time, expected, columns) in [
        (
            r#""time": "not-stated""#,
            "time not stated",
            ["", "", "not-stated"],
        ),
        (
            r#""up-to": "2023-03""#,
            "total up to Mar 2023",
            ["", "2023-03", "up-to"],
        ),
        (
            r#""as-of": "2023-03""#,
            "as of Mar 2023",
            ["2023-03", "", "as-of"],
        ),
        (r#""period": "2023""#, "2023", ["", "", "period"]),
    ] {
        let body = format!(r#""unit": "n", "values": [ {{ {time}, "value": 2580 }} ]"#);
        let dataset = load(&report_of(&body, CARDS)).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        let page = page_of(&ledger, &View::default());
        let short = expected.replace("total up to", "to");
        assert!(page.contains(&short), "{short}\n{page}");
        let fact = &ledger.facts[0];
        let card = story::card(&ledger, Lang::En, fact);
        let lines: Vec<&str> = card
            .iter()
            .flat_map(|entry| &entry.lines)
            .map(String::as_str)
            .collect();
        let value = format!("{expected}: 2,580 users (reported)");
        assert!(lines.contains(&value.as_str()), "{lines:?}");
        // A number without a hedge says nothing about rounding.
        let interval = format!("{expected}: as printed; not stated whether rounded");
        assert!(lines.contains(&interval.as_str()), "{lines:?}");
        let table = story::table(&ledger, Lang::En, &[fact]);
        assert!(table[0].cells.contains(&expected.to_owned()), "{table:?}");
        let file = report::report(&ledger, Lang::En, &[0], ReportFormat::Csv, 80);
        let rows = csv::rows(&file);
        assert_eq!(
            ["as_of", "up_to", "time"].map(|name| csv::cell(&rows[0], name)),
            columns
        );
        let json = report::tab_json(&ledger, Lang::En, 0, None);
        let value = &json["tab"]["figures"][0]["values"][0];
        let members =
            ["as_of", "up_to", "time"].map(|name| value[name].as_str().unwrap_or_default());
        assert_eq!(members, columns);
    }
}

#[test]
fn wants_one_time_of_every_value() {
    let codes = |times: &str| {
        let body = format!(r#""unit": "n", "values": [ {{ {times} "value": 2580 }} ]"#);
        let (_, findings) = check::check(&report_of(&body, CARDS));
        let codes = findings.into_iter().map(|finding| finding.code);
        codes.filter(|code| *code == Code::ValueTime).count()
    };
    assert_eq!(codes(""), 1);
    assert_eq!(codes(r#""period": "2023", "time": "not-stated","#), 1);
    assert_eq!(codes(r#""as-of": "2023-03", "up-to": "2023-03","#), 1);
    for time in [
        r#""time": "not-stated","#,
        r#""up-to": "2023-03","#,
        r#""as-of": "2023-03","#,
        r#""period": "2023","#,
    ] {
        assert_eq!(codes(time), 0, "{time}");
    }
}

/// Values whose times are not stated need not be of one time.
#[test]
fn combines_no_values_without_a_time() {
    let ratio = |time: &str| {
        let file = format!(
            r#""unit": "n", "values": [ {{ {time}, "value": 2580 }} ] }},
               {{ "id": "b", "name": {{ "en": "b" }}, "unit": "n", "values": [ {{ {time}, "value": 10 }} ] }},
               {{ "id": "c", "name": {{ "en": "c" }}, "unit": "n", "derived": {{ "difference": ["a", "b"] }}"#
        );
        let dataset = load(&report_of(&file, CARDS)).expect("the test writes a dataset");
        let ledger = Ledger::new(&dataset);
        ledger.fact("c").map_or(0, |fact| fact.readings.len())
    };
    assert_eq!(ratio(r#""period": "2023""#), 1);
    assert_eq!(ratio(r#""up-to": "2023-03""#), 1);
    assert_eq!(ratio(r#""time": "not-stated""#), 0);
}

/// The document prints March 2023 for the launch of the platform, not for what it counts.
#[test]
fn gives_the_organisations_no_date() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let fact = ledger
            .fact("energy-expert-organisations")
            .expect("it is there");
        let table = story::table(&ledger, lang, &[fact]);
        assert_eq!(table[0].cells[3], lang.words().time_not_stated);
        let citation = story::citation(&ledger, lang, fact);
        assert!(!citation.contains("2023, reported"), "{citation}");
    }
    for id in ["alzheimer-screenings", "doctors-trained", "wheelchair-uses"] {
        let fact = ledger.fact(id).expect("it is there");
        let citation = story::citation(&ledger, Lang::En, fact);
        assert!(citation.contains("total up to Mar 2023"), "{citation}");
    }
}

/// A reader of the document looks for its own words.
#[test]
fn finds_the_words_of_the_document() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for (word, figures) in [
        ("ศูนย์รับส่ง", &["village-stations", "stations-per-centre"][..]),
        ("การมองเห็น", &["visually-impaired-users"]),
        ("ราย", &["visually-impaired-users", "carbon-ledger-users"]),
        ("รายรับ", &["carbon-intensity"]),
    ] {
        let view = View {
            lang: Lang::Th,
            layers: vec![Layer {
                kind: LayerKind::Find,
                scroll: 0,
            }],
            query: word.to_owned(),
            ..View::default()
        };
        let page: String = page_of(&ledger, &view).split_whitespace().collect();
        for id in figures {
            let figure = ledger.fact(id).expect("the figure is there").figure;
            let name: String = figure.name.get(Lang::Th).split_whitespace().collect();
            assert!(page.contains(&name), "{word}: {name}\n{page}");
        }
    }
}

/// The boundary names nothing that the document does not.
#[test]
fn says_nothing_that_only_follows() {
    for inference in [
        "what measures saved",
        "against a baseline",
        "กรณีฐาน",
        "The platform is a carbon ledger",
        "assurance or target",
        "การสอบทาน",
        "fits Scope 3\"",
        "ตรงกับห่วงโซ่คุณค่า",
        "อ่านว่าเป็น renewable",
        "เพดาน",
    ] {
        assert!(!BUILT_IN.contains(inference), "{inference}");
    }
    // What comes from elsewhere says so.
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let fact = ledger.fact("carbon-intensity").expect("it is there");
    let figure = fact.figure;
    for lang in Lang::ALL {
        let boundary = figure.boundary.as_ref().expect("it has a boundary");
        assert!(!boundary.get(lang).contains("Scope 3"), "{boundary:?}");
        let outside = ["Outside the document", "นอกเอกสาร"];
        let of_scope = figure.notes.iter().map(|note| note.get(lang));
        for note in of_scope.filter(|note| note.contains("Scope 3")) {
            assert!(outside.iter().any(|words| note.contains(words)), "{note}");
        }
    }
}
