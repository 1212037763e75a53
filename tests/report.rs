//! The report holds everything that the dashboard shows, in forms that others can read.

#[path = "support/built_in.rs"]
mod built_in;

use std::collections::HashSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use esg_tui::dataset::{self, Dataset};
use esg_tui::derive::{Ledger, Statement};
use esg_tui::locale::Lang;
use esg_tui::phrase::story::{self, Entry};
use esg_tui::report::{self, ReportFormat};
use esg_tui::text;

use built_in::built_in;

/// Every number that the document prints, with its hedge: 20 values and 3 changes.
const PRINTED: [&str; 23] = [
    "4.681 million t CO₂e",
    "−12.9%",
    "1.419 million t CO₂e",
    "+128.9%",
    "8.7 t CO₂e/RMB million",
    "−5.7%",
    "22.907 million t CO₂e",
    "21.6%",
    "53.9%",
    "1.247",
    "1.215",
    "6.863 million t CO₂e",
    "2,580 organisations",
    "184,000 t",
    "187 million users",
    "118,746 people",
    "102 schools",
    "more than 60,000 people",
    "more than 900,000 uses",
    "more than 320,000 people",
    "more than 1,460 centres",
    "almost 50,000 stations",
    "14,002 people",
];

/// A name that tries to be a formula, a table, a tag and an escape code.
const HOSTILE: &str = r#"=1+1, \"a\"\n|b| <i> \\ \u001b[31m"#;

fn hostile() -> Dataset {
    let text = dataset::BUILT_IN.replace(
        "Net emissions from own operations\"",
        &format!("{HOSTILE}\""),
    );
    dataset::load(&text).expect("a name may hold anything")
}

fn written(dataset: &Dataset, lang: Lang, format: ReportFormat, width: usize) -> String {
    let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
    report::report(&Ledger::new(dataset), lang, &tabs, format, width)
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// The records of a CSV report, the header first.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.expect("every record has as many cells as the header");
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}

/// Whether a number of a report is a value before any rounding for readers.
fn is_value(number: f64, statement: &Statement<'_>) -> bool {
    let quantity = statement.quantity;
    let value = match quantity.hedge {
        Some(hedge) if statement.is_derived() => quantity.interval.end(hedge),
        _ => quantity.value,
    };
    (number - value).abs() <= 1e-14 * value.abs()
}

/// Whether the ends of a report hold the bounds, and are open where those are.
fn holds(low: Option<f64>, high: Option<f64>, statement: &Statement<'_>) -> bool {
    let interval = statement.quantity.interval;
    let slack = 1e-9 * statement.quantity.value.abs();
    let is_low = low.map_or_else(
        || interval.low.is_infinite(),
        |low| low <= interval.low + slack,
    );
    let is_high = high.map_or_else(
        || interval.high.is_infinite(),
        |high| high >= interval.high - slack,
    );
    is_low && is_high
}

#[test]
fn says_everything_that_the_layers_show() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let mut shown: HashSet<String> = HashSet::new();
        let mut show = |entries: Vec<Entry>| {
            for entry in entries {
                shown.insert(entry.label);
                shown.extend(entry.lines);
            }
        };
        for tab in &dataset.tabs {
            let facts = ledger.of_tab(tab);
            for fact in &facts {
                show(story::card(&ledger, lang, fact));
            }
            show(story::sources_and_notes(&ledger, lang, tab, &facts));
        }
        for tab in &dataset.tabs {
            let rows = story::table(&ledger, lang, &ledger.of_tab(tab));
            shown.extend(rows.into_iter().flat_map(|row| row.cells));
            shown.extend(tab.panels().flat_map(|panel| {
                let texts = [&panel.title, &panel.note, &panel.rest]
                    .into_iter()
                    .flatten();
                let texts = texts.map(|text| esg_tui::phrase::fill(lang, &ledger, text));
                texts.collect::<Vec<_>>()
            }));
        }
        assert!(shown.len() > 300);
        for width in [40, 100] {
            let report = without_blanks(&written(&dataset, lang, ReportFormat::Text, width));
            for text in &shown {
                assert!(
                    report.contains(&without_blanks(text)),
                    "{lang:?}, {width}: {text}"
                );
            }
        }
    }
}

#[test]
fn holds_every_printed_number_with_its_hedge() {
    let dataset = built_in();
    for format in [
        ReportFormat::Text,
        ReportFormat::Markdown,
        ReportFormat::Json,
    ] {
        let report = written(&dataset, Lang::En, format, 100);
        for number in PRINTED {
            assert!(report.contains(number), "{format:?}: {number}");
        }
    }
}

#[test]
fn is_text_that_can_be_read_aloud() {
    for dataset in [built_in(), hostile()] {
        for lang in Lang::ALL {
            for width in [20, 80] {
                for line in written(&dataset, lang, ReportFormat::Text, width).lines() {
                    let is_art = |letter: char| ('\u{2500}'..='\u{259f}').contains(&letter);
                    assert!(!line.contains(is_art), "{line}");
                    assert!(!line.contains(['▲', '▼']), "{line}");
                    assert!(!line.contains(char::is_control), "{line:?}");
                    assert_eq!(line, line.trim_end());
                    assert!(
                        text::width(line) <= width || line.contains("https://"),
                        "{line}"
                    );
                }
            }
        }
    }
}

#[test]
fn reads_well_in_english() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    insta::assert_snapshot!(report::report(
        &ledger,
        Lang::En,
        &[2],
        ReportFormat::Text,
        80
    ));
}

#[test]
fn reads_well_in_thai() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    insta::assert_snapshot!(report::report(
        &ledger,
        Lang::Th,
        &[2],
        ReportFormat::Text,
        80
    ));
}

#[test]
fn writes_markdown_tables_whose_rows_are_equally_long() {
    for dataset in [built_in(), hostile()] {
        for lang in Lang::ALL {
            let report = written(&dataset, lang, ReportFormat::Markdown, 0);
            let rows: Vec<&str> = report
                .lines()
                .filter(|line| line.starts_with('|'))
                .collect();
            let readings = Ledger::new(&dataset);
            let readings = dataset.tabs.iter().flat_map(|tab| readings.of_tab(tab));
            let readings: usize = readings.map(|fact| fact.readings.len()).sum();
            assert_eq!(rows.len(), readings + 2 * dataset.tabs.len());
            for row in rows {
                let cells = row
                    .replace("\\\\", "")
                    .replace("\\|", "")
                    .matches('|')
                    .count()
                    - 1;
                assert_eq!(cells, 7, "{row}");
            }
            // In the code span of a formula a tag is plain text.
            let mut words = report.lines().filter(|line| !line.contains('`'));
            assert!(
                !words.any(|line| line.replace("\\<", "").contains('<') && !line.contains("](<"))
            );
        }
    }
}

#[test]
fn writes_the_numbers_of_the_ledger_as_csv() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let report = written(&dataset, lang, ReportFormat::Csv, 0);
        assert_eq!(report.matches('\n').count(), report.matches("\r\n").count());
        let records = records(&report);
        let (header, mut rows) = (&records[0], records[1..].iter());
        for fact in dataset.tabs.iter().flat_map(|tab| ledger.of_tab(tab)) {
            for reading in fact.readings.iter().rev() {
                let row = rows.next().expect("every value has a row");
                let cell = |name: &str| {
                    let column = header.iter().position(|heading| heading == name);
                    row[column.expect("the column is there")].as_str()
                };
                let number = |name: &str| cell(name).parse::<f64>().ok();
                assert_eq!(cell("id"), fact.figure.id);
                assert!(
                    number("value").is_some_and(|number| is_value(number, &reading.value)),
                    "{row:?}"
                );
                assert!(
                    holds(number("low"), number("high"), &reading.value),
                    "{row:?}"
                );
                assert_eq!(cell("formula").is_empty(), !reading.value.is_derived());
                assert_eq!(number("rest").is_some(), reading.rest.is_some());
                let change = fact
                    .change
                    .as_ref()
                    .filter(|change| change.to == reading.when);
                let percent = change.and_then(|change| change.percent.as_ref());
                assert_eq!(number("change_percent").is_some(), percent.is_some());
                if let (Some(number), Some(percent)) = (number("change_percent"), percent) {
                    assert!(is_value(number, percent), "{row:?}");
                }
            }
        }
        assert_eq!(rows.next(), None);
    }
}

#[test]
fn writes_a_change_since_a_base_year_next_to_the_latest_in_one_row() {
    let period = r#"{ "id": "FY2022", "start""#;
    let base = r#"{ "id": "FY1990", "start": "1989-04-01", "end": "1990-03-31" },"#;
    let change = r#""changes": [ { "from": "FY2022", "to": "FY2023", "percent": "-12.9" } ]"#;
    let changes = r#""changes": [ { "from": "FY1990", "to": "FY2023", "percent": -40 },
        { "from": "FY2022", "to": "FY2023", "percent": -12.9 } ]"#;
    assert_eq!(dataset::BUILT_IN.matches(change).count(), 1);
    let text = dataset::BUILT_IN.replace(period, &format!("{base}{period}"));
    let dataset = dataset::load(&text.replace(change, changes)).expect("it is a dataset");
    let records = records(&written(&dataset, Lang::En, ReportFormat::Csv, 0));
    let plain = self::records(&written(&built_in(), Lang::En, ReportFormat::Csv, 0));
    let width = plain[0].len();
    // All columns of before are where they were, and those of the further change follow.
    assert_eq!(records[0][..width], plain[0]);
    assert_eq!(records[0][width], "change_2_from");
    assert_eq!(records[0].len(), width + 8);
    let column = |name: &str| records[0].iter().position(|heading| heading == name);
    let cell = |row: usize, name: &str| {
        let column = column(name).expect("the column is there");
        records[row][column].as_str()
    };
    let rows = 1..records.len();
    let of_figure: Vec<usize> = rows
        .filter(|row| cell(*row, "id") == "net-emissions")
        .collect();
    let periods: Vec<&str> = of_figure.iter().map(|row| cell(*row, "period")).collect();
    assert_eq!(periods, ["FY2023", "FY2022", "FY1990"]);
    let names = [
        "change_from",
        "change_percent",
        "change_2_from",
        "change_2_percent",
    ];
    let cells = names.map(|name| cell(of_figure[0], name));
    assert_eq!(cells, ["FY2022", "-12.9", "FY1990", "-40"]);
    for row in &of_figure[1..] {
        assert_eq!(names.map(|name| cell(*row, name)), [""; 4]);
    }
    // One more value, one more row; nothing has two.
    assert_eq!(records.len(), plain.len() + 1);
}

#[test]
fn writes_computed_numbers_in_full_next_to_what_is_printed() {
    let dataset = built_in();
    let records = records(&written(&dataset, Lang::En, ReportFormat::Csv, 0));
    let cells = |row: usize, names: [&str; 4]| {
        names.map(|name| {
            let column = records[0].iter().position(|heading| heading == name);
            records[row][column.expect("the column is there")].as_str()
        })
    };
    let found = cells(2, ["value", "printed", "low", "high"]);
    let printed = "≈ 5.37 million t CO₂e";
    assert_eq!(found, ["5374282.43398393", printed, "5370000", "5378000"]);
    let found = cells(
        1,
        [
            "value",
            "change_difference",
            "change_percent",
            "change_printed",
        ],
    );
    assert_eq!(found, ["4681000", "-693282.433983927", "-12.9", "−12.9%"]);
    let report = written(&dataset, Lang::En, ReportFormat::Json, 0);
    let report: Value = serde_json::from_str(&report).expect("the report is JSON");
    let change = &report["tabs"][0]["figures"][0]["change"]["difference"];
    assert_eq!(change["value"], json!(-693_282.433_983_927));
    assert_eq!(change["printed"], "≈ −0.69 million t CO₂e");
    assert_eq!(
        change["interval"],
        json!({ "low": -697_000, "high": -690_000 })
    );
}

#[test]
fn shows_no_more_digits_in_a_formula_than_the_data_has() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let report = written(&dataset, lang, ReportFormat::Text, 100);
        assert!(report.contains("0.215 ÷ 0.247"), "{report}");
        let facts = dataset.tabs.iter().flat_map(|tab| ledger.of_tab(tab));
        for entry in facts.flat_map(|fact| story::card(&ledger, lang, fact)) {
            for line in entry.lines {
                assert!(
                    !line.contains("0.2150") && !line.contains("0.21450"),
                    "{line}"
                );
            }
        }
    }
}

#[test]
fn writes_the_numbers_of_the_ledger_as_json() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let report: Value = serde_json::from_str(&written(&dataset, lang, ReportFormat::Json, 0))
            .expect("the report is JSON");
        for (tab, written) in dataset
            .tabs
            .iter()
            .zip(report["tabs"].as_array().expect("tabs"))
        {
            let message = written["message"].as_str().expect("a message");
            assert!(!message.contains('{'), "{message}");
            let figures = written["figures"].as_array().expect("figures");
            let facts = ledger.of_tab(tab);
            assert_eq!(figures.len(), facts.len());
            for (fact, figure) in facts.iter().zip(figures) {
                assert_eq!(figure["id"], json!(fact.figure.id));
                let values = figure["values"].as_array().expect("values");
                assert_eq!(values.len(), fact.readings.len());
                for (reading, value) in fact.readings.iter().rev().zip(values) {
                    same(&reading.value, value);
                    match &reading.rest {
                        Some(rest) => same(rest, &value["rest"]),
                        None => assert!(value["rest"].is_null()),
                    }
                }
                let change = &figure["change"];
                let Some(expected) = &fact.change else {
                    assert!(change.is_null());
                    continue;
                };
                let forms = [
                    ("percent", &expected.percent),
                    ("points", &expected.points),
                    ("difference", &expected.difference),
                    ("multiple", &expected.multiple),
                ];
                for (name, form) in forms {
                    match form {
                        Some(form) => same(form, &change[name]),
                        None => assert!(change[name].is_null()),
                    }
                }
            }
        }
    }
}

/// Asserts that a JSON value is the statement.
fn same(statement: &Statement<'_>, value: &Value) {
    assert!(
        value["value"]
            .as_f64()
            .is_some_and(|number| is_value(number, statement)),
        "{value}"
    );
    let interval = &value["interval"];
    assert!(
        holds(
            interval["low"].as_f64(),
            interval["high"].as_f64(),
            statement
        ),
        "{value}"
    );
    assert_eq!(value["hedge"].is_null(), statement.quantity.hedge.is_none());
    assert_eq!(value["formula"].is_null(), !statement.is_derived());
}

#[test]
fn keeps_whole_numbers_whole_and_open_bounds_null() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let figures = &report::tab_json(&ledger, Lang::En, 3, None)["tab"]["figures"];
    let first = &figures[0]["values"][0];
    assert_eq!(first["value"].to_string(), "320000");
    assert_eq!(first["interval"], json!({ "low": 320_000, "high": null }));
    assert_eq!(first["hedge"], "more-than");
    let centres = &report::tab_json(&ledger, Lang::En, 2, None)["tab"]["figures"][2]["values"][0];
    assert_eq!(centres["interval"]["low"].to_string(), "1460");
    let schools = &figures[5]["values"][0]["interval"];
    assert_eq!(*schools, json!({ "low": 102, "high": 102 }));
}

#[test]
fn writes_no_text_that_a_spreadsheet_would_run() {
    let dataset = hostile();
    let records = records(&written(&dataset, Lang::En, ReportFormat::Csv, 0));
    for cell in records.iter().flatten() {
        let is_number = serde_json::from_str::<f64>(cell).is_ok();
        assert!(
            is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell}"
        );
    }
    assert_eq!(records[1][2], "'=1+1, \"a\"\n|b| <i> \\ \u{1b}[31m");
}

#[test]
fn keeps_a_hostile_name_in_json() {
    let dataset = hostile();
    let ledger = Ledger::new(&dataset);
    let name = &report::tab_json(&ledger, Lang::En, 0, None)["tab"]["figures"][0]["name"];
    assert_eq!(name, "=1+1, \"a\"\n|b| <i> \\ \u{1b}[31m");
}

#[test]
fn puts_a_tab_into_words() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let words = report::tab_words(&ledger, Lang::En, 2, None);
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!(lines.len(), 1 + ledger.of_tab(&dataset.tabs[2]).len());
    assert_eq!(
        lines[4],
        "Delivery stations in villages and towns: as of Mar 2023: almost 50,000 stations \
         (reported); earlier: not in the document"
    );
    assert_eq!(report::tab_words(&ledger, Lang::En, 9, None), "");
    assert_eq!(report::tab_json(&ledger, Lang::En, 9, None), Value::Null);
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esg-tui"));
    command.env_clear().env("LANG", "en_US.UTF-8");
    command
}

fn printed(arguments: &[&str]) -> Output {
    let output = program().args(arguments).output();
    output.expect("the program starts")
}

fn text_of(output: Output) -> String {
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("the report is UTF-8")
}

#[test]
fn prints_the_library_s_own_bytes() {
    let dataset = built_in();
    let plain = written(&dataset, Lang::En, ReportFormat::Text, 100);
    assert_eq!(text_of(printed(&[])), plain);
    assert_eq!(text_of(printed(&["print"])), plain);
    for format in ReportFormat::ALL {
        let arguments = ["print", "--lang", "th", "--format", format.name()];
        let report = written(&dataset, Lang::Th, format, 100);
        assert_eq!(text_of(printed(&arguments)), report);
    }
}

#[test]
fn prints_the_tabs_that_are_asked_for() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    let report = |tabs: &[usize]| report::report(&ledger, Lang::En, tabs, ReportFormat::Text, 100);
    assert_eq!(
        text_of(printed(&["print", "social", "emissions"])),
        report(&[3, 0])
    );
    assert_eq!(
        text_of(printed(&["print", "--tab", "social"])),
        report(&[3])
    );
    assert_eq!(text_of(printed(&["--tab", "social"])), report(&[3]));
    let wrong = printed(&["print", "socal"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("there is no tab `socal`"));
    assert!(wrong.stdout.is_empty());
}

#[test]
fn an_environment_of_ascii_holds_for_text_and_not_for_data() {
    for (format, is_ascii) in [
        ("text", true),
        ("md", true),
        ("csv", false),
        ("json", false),
    ] {
        let mut command = program();
        command
            .args(["print", "--format", format])
            .env("LC_ALL", "C");
        let output = command.output().expect("the program starts");
        assert_eq!(text_of(output).is_ascii(), is_ascii, "{format}");
    }
}

#[test]
fn lists_no_option_where_it_does_nothing() {
    for (command, shown, hidden) in [
        ("schema", "--help", "--"),
        ("init", "--lang", "--theme"),
        ("check", "--data", "--mouse"),
        ("print", "--ascii", "--autoplay"),
        ("export", "--color", "--no-mouse"),
    ] {
        let help = text_of(printed(&[command, "--help"]));
        assert!(help.contains(shown), "{command}: {help}");
        let help = help.replace("--help", "");
        assert!(!help.contains(hidden), "{command}: {help}");
    }
}

#[test]
fn says_everything_in_one_manual_page() {
    let page = text_of(printed(&["man"])).replace("\\-", "-");
    for words in [
        ".SS \"esg-tui export [OPTIONS] [TAB]...\"",
        "--transparent",
        ".SH \"KEYS\"",
        "quit and leave the page in the scrollback",
        ".SH \"ENVIRONMENT\"",
        "ESG_TUI_NO_MOUSE",
        "NO_COLOR",
        ".SH \"FILES\"",
        ".SH \"EXIT STATUS\"",
        "128+n",
        ".SH \"EXAMPLES\"",
        ".SH \"SEE ALSO\"",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(
        !page.contains("esg-tui-export(1)"),
        "no page that nobody has"
    );
}

#[test]
fn ends_well_when_its_reader_has_left() {
    for arguments in [
        &["--data", "-"][..],
        &["print", "--format", "json", "--data", "-"],
    ] {
        let mut child = program()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // The program waits for its dataset, so the pipe is closed before it writes.
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        stdin
            .write_all(dataset::BUILT_IN.as_bytes())
            .expect("the program reads");
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}
