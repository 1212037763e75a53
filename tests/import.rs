//! Tables into datasets: what is read, what is assumed and told, and what comes back.

#[path = "support/workbook.rs"]
mod workbook;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use proptest::prelude::{any, proptest};
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::test_runner::Config;

use esg_tui::check::{check, is_valid};
use esg_tui::dataset::{Dataset, Figure, Kind, Tab, UnitStyle};
use esg_tui::draft::{self, DecimalMark, Draft, DraftOptions, YearEnd};
use esg_tui::locale::Lang;
use esg_tui::locale::draft::RemarkKind as Remark;

/// A table for people: a row a figure, a column a year.
const WIDE: &str = "\
Indicator,Unit,2021,2022,2023
Scope 1 emissions,t CO2e,\"10,873\",\"10,240\",\"9,612\"
Emissions intensity,t CO2e/EUR million,27.4,25.1,22.8
Renewable electricity,%,66.1,78.4,91.0
Employees,people,\"8,643\",\"8,739\",\"8,896\"
Donations,EUR million,1.4,n/a,1.6
";

/// A table for machines: a row a value.
const TIDY: &str = "\
id,name,unit,period,value,hedge,scale,boundary,account,better,document,section,item,tab
scope-1,Scope 1 emissions,t CO2e,2022,10.24,,thousand,Own operations,inventory,lower,Annual report,3,1,Climate
scope-1,Scope 1 emissions,t CO2e,2023,9.61,about,thousand,Own operations,inventory,lower,Annual report,3,1,Climate
schools,Schools,schools,2023,\"1,460\",more-than,,Own programme,,higher,Annual report,4,2,Community
";

fn sheet(text: &str) -> draft::Sheet {
    draft::read(text.as_bytes(), None).expect("the test writes UTF-8")
}

/// The dataset of a table, and what was told about it in English.
fn import(text: &str, request: &DraftOptions) -> Result<(Dataset, Vec<String>), Vec<String>> {
    let texts = |notes: &[draft::Note]| notes.iter().map(|note| note.text_in(Lang::En)).collect();
    match draft::import(&sheet(text), request) {
        Ok(Draft { text, notes }) => {
            let (dataset, findings) = check(&text);
            assert!(is_valid(&findings, false), "{findings:#?}\n{text}");
            Ok((dataset.expect("it is valid"), texts(&notes)))
        }
        Err(notes) => Err(texts(&notes)),
    }
}

fn imported(text: &str) -> (Dataset, Vec<String>) {
    import(text, &DraftOptions::default()).expect("the test writes a table")
}

fn refused(text: &str) -> Vec<String> {
    let draft = draft::import(&sheet(text), &DraftOptions::default());
    let notes = draft.expect_err("the test writes no table");
    notes.iter().map(|note| note.text_in(Lang::En)).collect()
}

fn figure<'d>(dataset: &'d Dataset, id: &str) -> &'d Figure {
    let mut figures = dataset.figures.iter();
    figures
        .find(|figure| figure.id == id)
        .unwrap_or_else(|| panic!("there is no {id}"))
}

/// The values of a figure: times, digits and hedges.
fn values(dataset: &Dataset, id: &str) -> Vec<String> {
    let values = figure(dataset, id).values.iter();
    let texts = values.map(|value| {
        let month = value.as_of.map(|month| month.to_string());
        let time = value.period.clone().or(month).unwrap_or_default();
        let hedge = value.hedge.map_or("", |hedge| hedge.name());
        format!("{time} {} {hedge}", value.value.literal)
            .trim()
            .to_owned()
    });
    texts.collect()
}

fn style(dataset: &Dataset, id: &str) -> Option<UnitStyle> {
    let mut units = dataset.units.iter();
    let unit = units.find(|unit| unit.id == figure(dataset, id).unit)?;
    Some(unit.style)
}

fn not_placed(notes: &[String]) -> Vec<&str> {
    let notes = notes.iter();
    notes
        .filter_map(|note| note.strip_prefix("not placed: "))
        .collect()
}

#[test]
fn reads_a_row_a_figure_and_a_column_a_year() {
    let (dataset, notes) = imported(WIDE);
    assert_eq!(
        values(&dataset, "scope-1-emissions"),
        ["2021 10873", "2022 10240", "2023 9612"]
    );
    assert_eq!(
        values(&dataset, "renewable-electricity"),
        ["2021 66.1", "2022 78.4", "2023 91.0"]
    );
    assert_eq!(values(&dataset, "donations"), ["2021 1.4e6", "2023 1.6e6"]);
    for (id, expected) in [
        ("scope-1-emissions", UnitStyle::Mass),
        ("emissions-intensity", UnitStyle::Rate),
        ("renewable-electricity", UnitStyle::Share),
        ("employees", UnitStyle::Count),
        ("donations", UnitStyle::Amount),
    ] {
        assert_eq!(style(&dataset, id), Some(expected), "{id}");
    }
    assert_eq!(not_placed(&notes), [""; 0]);
    for told in [
        "assumed: a point is the decimal mark, as in \"27.4\" (row 3, column 3 \"2021\")",
        "assumed: calendar years: 2021, 2022, 2023",
        "assumed: \"people\" counts things",
        "assumed: numbers in \"EUR million\" are written in \"EUR\"",
        "assumed: cells that say that there is no value: 1, such as \"n/a\" (row 6, column 4 \"2022\")",
    ] {
        assert!(notes.iter().any(|note| note == told), "{told}\n{notes:#?}");
    }
}

#[test]
fn reads_a_row_a_value() {
    let (dataset, notes) = imported(TIDY);
    assert_eq!(
        values(&dataset, "scope-1"),
        ["2022 10.24e3", "2023 9.61e3 about"]
    );
    assert_eq!(values(&dataset, "schools"), ["2023 1460 more-than"]);
    let source = figure(&dataset, "schools")
        .source
        .clone()
        .expect("the row has a source");
    assert_eq!((source.section, source.item), (4, 2));
    let tabs: Vec<&str> = dataset
        .tabs
        .iter()
        .map(|tab| tab.title.get(Lang::En))
        .collect();
    assert_eq!(tabs, ["Climate", "Community"]);
    assert_eq!(not_placed(&notes), [""; 0]);
}

#[test]
fn passes_the_strict_review_where_the_table_gives_what_it_asks_for() {
    let draft = draft::import(&sheet(TIDY), &DraftOptions::default()).expect("it is a table");
    let (_, findings) = check(&draft.text);
    assert_eq!(findings, [], "{}", draft.text);
}

#[test]
fn writes_a_file_that_a_person_would_write() {
    let text = "figure,unit,2022,2023\nWater,m3,\"1,250\",\"1,190\"\n";
    let request = DraftOptions {
        organisation: Some("Example".to_owned()),
        file: Some("water.csv".to_owned()),
        decimal: Some(DecimalMark::Point),
        ..DraftOptions::default()
    };
    let draft = draft::import(&sheet(text), &request).expect("it is a table");
    insta::assert_snapshot!("wide", draft.text);
}

#[test]
fn reads_decimal_commas_and_thai() {
    let text =
        "ตัวชี้วัด;หน่วย;ปี 2565;ปี 2566\nการปล่อยก๊าซ Scope 1;ตัน CO₂e;10,5;9,25\nพนักงาน;คน;1.234;1.300\n";
    let (dataset, notes) = imported(text);
    assert_eq!(
        values(&dataset, "การปล่อยก๊าซ-scope-1"),
        ["2022 10.5", "2023 9.25"]
    );
    assert_eq!(values(&dataset, "พนักงาน"), ["2022 1234", "2023 1300"]);
    assert_eq!(dataset.tabs[0].title.get(Lang::Th), "ตัวเลข");
    assert!(!dataset.tabs[0].title.has(Lang::En));
    let comma = "assumed: a comma is the decimal mark, as in \"10,5\" (row 2, column 3 \"ปี 2565\")";
    assert!(notes.iter().any(|note| note == comma), "{notes:#?}");
}

#[test]
fn takes_what_a_unit_is_counted_per() {
    let (dataset, _) = imported(
        "id,name,unit,unit_symbol,unit_style,unit_per,period,value,status,derivation\n\
         a,Emissions,t,t,mass,,2023,1.92e6,reported,\n\
         b,Revenue,dkk,DKK,amount,,2023,132.3e9,reported,\n\
         c,Intensity,each,t/DKK million,rate,1e6,2023,14.5,derived,ratio a b\n",
    );
    let unit = dataset.units.iter().find(|unit| unit.id == "each");
    let per = unit.and_then(|unit| unit.per.as_ref());
    assert_eq!(per.map(|per| per.literal.value()), Some(1e6));
}

#[test]
fn never_guesses_what_a_mark_means() {
    let text = "figure,unit,2023\nA,t,\"1,234\"\n";
    assert_eq!(
        refused(text),
        [
            "\"1,234\" (row 2, column 3 \"2023\") may mark thousands or decimals, and no other number tells: import it with --decimal point or --decimal comma"
        ]
    );
    let both = "figure,unit,2022,2023\nA,t,\"1,5\",1.25\n";
    assert!(refused(both)[0].contains("has a point before its decimals and \"1,5\""));
    for (mark, expected) in [
        (DecimalMark::Point, "2023 1234"),
        (DecimalMark::Comma, "2023 1.234"),
    ] {
        let decimal = Some(mark);
        let (dataset, _) = import(
            text,
            &DraftOptions {
                decimal,
                ..DraftOptions::default()
            },
        )
        .expect("it says the mark");
        assert_eq!(values(&dataset, "a"), [expected]);
    }
    let decimal = Some(DecimalMark::Comma);
    let (_, notes) = import(
        both,
        &DraftOptions {
            decimal,
            ..DraftOptions::default()
        },
    )
    .expect("it says the mark");
    assert_eq!(
        not_placed(&notes),
        [
            "row 2, column 4 \"2023\": expected a number with a comma before its decimals and points between thousands, found \"1.25\""
        ]
    );
}

#[test]
fn names_row_and_column_of_what_it_cannot_place() {
    let text = "\
figure,unit,period,value,hedge,better,account,scale,status,section,target,decimals
A,t,2023,5.5,,,,,,,,
A,t,someday,5.5,,,,,,,,
,t,2023,7.5,,,,,,,,
A,kg,2022,6.5,,,,,,,,
B,t,2023,five,,,,,,,,
C,t,2023,4.5,perhaps,sideways,mine,big,,,,
D,t,,4.5,,,,,,,,
E,t,FY2023,4.5,,,,,,,,
F,t,2023,4.5,,,,,restated,3,2,
G,t,2023,12345,,,,,,,,-2
A,t,2023,5.6,,,,,,,,
H,t,2023,4.5 kg,,,,,,,,
";
    let (dataset, notes) = imported(text);
    assert_eq!(
        not_placed(&notes),
        [
            "column 11, \"target\": a dataset has no place for it",
            "row 3, column 3 \"period\": expected a time such as 2023, FY2023, 2022/23, 2023-Q1 or 2023-03, found \"someday\"",
            "row 4, column 4 \"value\": expected the name of a figure for the value \"7.5\"",
            "row 6, column 4 \"value\": expected a number of at most 15 digits such as 1,234 or 4.681 million, found \"five\"",
            "row 7, column 6 \"better\": expected one of lower, higher, found \"sideways\"",
            "row 7, column 7 \"account\": expected one of inventory, reduction, avoided, found \"mine\"",
            "row 7, column 8 \"scale\": expected a power of ten such as 1000 or million, found \"big\"",
            "row 7, column 5 \"hedge\": expected one of more-than, less-than, almost, about, found \"perhaps\"",
            "row 8, column 4 \"value\": expected a time for the value \"4.5\"",
            "row 9, column 3 \"period\": expected the last day of a fiscal year, such as --year-end 03-31, for \"FY2023\"",
            "row 10, column 10 \"section\": expected a document with the number of a section and of an item from 1, found \"3\"",
            "row 10, column 9 \"status\": a dataset has no place for the status \"restated\" of a value",
            "row 11, column 12 \"decimals\": expected a whole number of decimals that keeps every digit of the value, found \"-2\"",
            "row 12, column 4 \"value\": expected one value for each time of the figure, found a second one, \"5.6\"",
            "row 13, column 4 \"value\": expected a value in \"t\", found \"4.5 kg\"",
            "\"B\" has no value and is left out",
            "\"D\" has no value and is left out",
            "\"E\" has no value and is left out",
            "\"H\" has no value and is left out",
        ]
    );
    // A kilogram is another unit, so it is another figure.
    assert_eq!(values(&dataset, "a"), ["2023 5.5"]);
    assert_eq!(values(&dataset, "a-2"), ["2022 6.5"]);
}

#[test]
fn says_where_two_rows_of_a_figure_differ() {
    let text = "id,name,unit,boundary,year,value\na,A,t,Here,2022,1.5\na,A,kg,There,2023,2.5\n";
    let (dataset, notes) = imported(text);
    assert_eq!(
        not_placed(&notes),
        [
            "row 3, column 3 \"unit\": expected \"t\" as in an earlier row of the figure, found \"kg\"",
            "row 3, column 4 \"boundary\": expected \"Here\" as in an earlier row of the figure, found \"There\"",
        ]
    );
    assert_eq!(values(&dataset, "a"), ["2022 1.5"]);
}

#[test]
fn takes_titles_groups_and_units_as_people_write_them() {
    let text = "\
Environmental data 2023,,
,,
,2022,2023
Climate,,
Scope 1 (t CO2e),10.5,9.25
Scope 2 (market-based) (t CO2e),8.5,7.5
Water,,
Withdrawal (m3),120,110.5
Source: annual report,,
";
    let (dataset, notes) = imported(text);
    let tabs: Vec<&str> = dataset
        .tabs
        .iter()
        .map(|tab| tab.title.get(Lang::En))
        .collect();
    assert_eq!(tabs, ["Climate", "Water"]);
    assert_eq!(
        values(&dataset, "scope-2-market-based"),
        ["2022 8.5", "2023 7.5"]
    );
    assert_eq!(
        not_placed(&notes),
        ["row 9, column 1: expected values next to \"Source: annual report\" or below it"]
    );
    for told in [
        "assumed: row 3 holds the headings; rows above it are left out",
        "assumed: column 1 holds the names of the figures",
        "assumed: \"t CO2e\" at the end of \"Scope 1\" is its unit",
        "assumed: \"Climate\" (row 4, column 1) has no values and is the title of a tab",
    ] {
        assert!(notes.iter().any(|note| note == told), "{told}\n{notes:#?}");
    }
}

#[test]
fn knows_the_days_of_fiscal_years_once_they_are_said() {
    let text = "figure,unit,FY2022,FY2023\nA,t,1.5,2.5\n";
    let column = "not placed: column 3, \"FY2022\": expected the last day of a fiscal year, such as --year-end 03-31";
    assert!(refused(text).contains(&column.to_owned()));
    let year_end = YearEnd::read("03-31");
    let (dataset, notes) = import(
        text,
        &DraftOptions {
            year_end,
            ..DraftOptions::default()
        },
    )
    .expect("it says the end");
    let mut periods = dataset.report.periods.iter();
    let period = periods
        .find(|period| period.id == "FY2023")
        .expect("the table has it");
    assert_eq!(
        (period.start.to_string(), period.end.to_string()),
        ("2022-04-01".to_owned(), "2023-03-31".to_owned())
    );
    let told = "assumed: FY2023 runs from 2022-04-01 to 2023-03-31";
    assert!(notes.iter().any(|note| note == told), "{notes:#?}");
}

#[test]
fn takes_trailing_zeros_for_rounding_unless_decimals_say_otherwise() {
    let text = "figure,unit,year,value\nA,t,2023,184000\nB,t,2023,1250\n";
    let (dataset, notes) = imported(text);
    assert_eq!(values(&dataset, "a"), ["2023 184e3"]);
    assert_eq!(values(&dataset, "b"), ["2023 1250"]);
    let told = "assumed: values that end in zeros are taken as rounded: 1, such as \"184000\" (row 2, column 4 \"value\"); a column \"decimals\" says how exact a value is";
    assert!(notes.iter().any(|note| note == told), "{notes:#?}");
    let text = "figure,unit,year,value,decimals\nA,t,2023,184000,0\nB,t,2023,1250,-1\n";
    let (dataset, _) = imported(text);
    assert_eq!(values(&dataset, "a"), ["2023 184000"]);
    assert_eq!(values(&dataset, "b"), ["2023 1.25e3"]);
}

#[test]
fn lays_figures_out_by_what_they_are() {
    let (dataset, _) = imported(WIDE);
    let kinds: Vec<Vec<Kind>> = dataset
        .tabs
        .iter()
        .map(|tab| tab.panels().map(|panel| panel.kind).collect())
        .collect();
    assert_eq!(
        kinds,
        [
            vec![Kind::Columns, Kind::Columns],
            vec![Kind::Gauge, Kind::Columns, Kind::Columns],
        ]
    );
    let text = "figure,unit,year,value\nA,people,2023,12\nB,people,2023,15\nPUE,,2023,1.2\nNet,t,2023,-5.5\n";
    let (dataset, _) = imported(text);
    let panels: Vec<(Kind, usize)> = dataset
        .tabs
        .iter()
        .flat_map(Tab::panels)
        .map(|panel| (panel.kind, panel.figures.len()))
        .collect();
    assert_eq!(panels, [(Kind::Bars, 2), (Kind::Cards, 2)]);
}

#[test]
fn keeps_percentages_that_are_of_no_whole_from_gauges() {
    let text = "figure,unit,2022,2023\nGrowth,%,-3.5,120\nShare,%,33.5,35\n";
    let (dataset, notes) = imported(text);
    assert_eq!(style(&dataset, "growth"), Some(UnitStyle::Rate));
    assert_eq!(style(&dataset, "share"), Some(UnitStyle::Share));
    let told = "assumed: \"Growth\" is a rate and no share of a whole, for -3.5 is not from 0 to 100 % (row 2, column 3 \"2022\")";
    assert!(notes.iter().any(|note| note == told), "{notes:#?}");
}

#[test]
fn reads_workbooks() {
    use workbook::Cell::{Number, Text};
    let figures: &[&[workbook::Cell]] = &[
        &[],
        &[
            Text("Indicator"),
            Text("Unit"),
            Number("2022"),
            Number("2023"),
        ],
        &[
            Text("Energy"),
            Text("MWh"),
            Number("1234.5"),
            Number("1250000"),
        ],
        &[
            Text("Recycled"),
            Text("%"),
            Number("0.129"),
            Number("0.15500000000000003"),
        ],
        &[Text("Share"), Text("%"), Number("12.9"), Number("15.5")],
    ];
    let notes: &[&[workbook::Cell]] = &[&[Text("as agreed")]];
    let bytes = workbook::workbook(&[("Cover", &[]), ("Figures", figures), ("Notes", notes)]);
    let sheet = draft::read(&bytes, None).expect("it is a workbook");
    let draft = draft::import(&sheet, &DraftOptions::default()).expect("it has a table");
    let (dataset, findings) = check(&draft.text);
    assert!(is_valid(&findings, false), "{findings:#?}");
    let dataset = dataset.expect("it is valid");
    assert_eq!(values(&dataset, "energy"), ["2022 1234.5", "2023 1.250e6"]);
    assert_eq!(values(&dataset, "share"), ["2022 12.9", "2023 15.5"]);
    let notes: Vec<String> = draft
        .notes
        .iter()
        .map(|note| note.text_in(Lang::En))
        .collect();
    assert_eq!(
        not_placed(&notes),
        [
            "row 4, column 3 \"2022\": 0.129 may be shown as a percentage a hundred times as large; write it as text, such as 12.9 %",
            "row 4, column 4 \"2023\": 0.155 may be shown as a percentage a hundred times as large; write it as text, such as 12.9 %",
            "\"Recycled\" has no value and is left out",
        ]
    );
    assert!(
        notes.iter().any(|note| note
            == "assumed: the sheet \"Figures\" is read, not Notes; --sheet names another"),
        "{notes:#?}"
    );
    assert_eq!(
        draft::read(&bytes, Some("Nothing")),
        Err(draft::Unreadable::NoSheet)
    );
    let cut = bytes.get(..bytes.len() / 2).expect("half of it");
    assert_eq!(draft::read(cut, None), Err(draft::Unreadable::NotAWorkbook));
}

#[test]
fn says_the_same_in_every_language() {
    let text = "figure,unit,year,value,target\nA,t,someday,five,1\nB,t,2023,184000,\n";
    let draft = draft::import(&sheet(text), &DraftOptions::default()).expect("it is a table");
    for note in &draft.notes {
        let (english, thai) = (note.text_in(Lang::En), note.text_in(Lang::Th));
        assert!(
            !english.contains('{') && !thai.contains('{'),
            "{english} {thai}"
        );
        assert_ne!(english, thai);
    }
    assert!(
        draft
            .notes
            .iter()
            .any(|note| note.kind() == Remark::NotPlaced)
    );
}

/// The program with some arguments, fed with an input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_esg-tui"))
        .args(arguments)
        .env_clear()
        .env("LANG", "en_US.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(input).expect("the program reads it");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program writes UTF-8")
}

#[test]
fn comes_back_from_its_own_csv() {
    for lang in Lang::ALL.map(Lang::code) {
        let printed = run(&["print", "--format", "csv", "--lang", lang], b"");
        let imported = run(&["import", "-", "--lang", lang], &printed.stdout);
        assert_eq!(
            imported.status.code(),
            Some(0),
            "{}",
            text(&imported.stderr)
        );
        assert!(
            !text(&imported.stderr).contains("not placed"),
            "{}",
            text(&imported.stderr)
        );
        let checked = run(&["check", "-", "--lang", "en"], &imported.stdout);
        assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
        let again = run(
            &["--data", "-", "print", "--format", "csv", "--lang", lang],
            &imported.stdout,
        );
        assert_eq!(text(&again.stdout), text(&printed.stdout));
    }
}

#[test]
fn ends_with_a_documented_code() {
    let refused = run(&["import", "-"], b"no,table\n1,2\n");
    assert_eq!(refused.status.code(), Some(3));
    assert!(refused.stdout.is_empty());
    assert!(text(&refused.stderr).starts_with("esg-tui: standard input: found no table"));
    let missing = run(&["import", "/nowhere/figures.csv"], b"");
    assert_eq!(missing.status.code(), Some(3));
    let latin = run(&["import", "-"], b"figure,unit,2023\n\xe9,t,1.5\n");
    assert_eq!(
        text(&latin.stderr),
        "esg-tui: standard input: row 2 is not valid UTF-8; save the table as CSV in UTF-8\n"
    );
}

/// What is in cells, with a preference for what means something.
fn cell() -> impl Strategy<Value = String> {
    let known = select(vec![
        "",
        "figure",
        "id",
        "name",
        "unit",
        "period",
        "year",
        "value",
        "2021",
        "2022",
        "2023",
        "FY2023",
        "2022/23",
        "2023-03",
        "as_of",
        "start",
        "end",
        "decimals",
        "hedge",
        "scale",
        "status",
        "boundary",
        "account",
        "better",
        "document",
        "section",
        "item",
        "tab",
        "derivation",
        "unit_symbol",
        "unit_style",
        "unit_per",
        "change_from",
        "change_percent",
        "change_percent_status",
        "1,234",
        "1.5",
        "12.9 %",
        "-3",
        "(4)",
        "4.681 million",
        "1e14",
        "184000",
        "0",
        "n/a",
        "more than 5",
        "t CO2e",
        "%",
        "people",
        "thousand t",
        "EUR million",
        "Scope 1 emissions",
        "PUE",
        "A {b}",
        "ratio a b",
        "reported",
        "derived",
        "-12.9",
        "ตัน",
        "มากกว่า 5 ล้าน",
        "Net (t)",
        "100",
        "7",
        "2",
    ]);
    proptest::prop_oneof![6 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(400) })]

    #[test]
    fn takes_any_table_without_an_error_of_its_own(
        wide in any::<bool>(),
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..7), 0..9),
    ) {
        let heading: &[&str] = if wide {
            &["figure", "unit", "2022", "2023", "tab"]
        } else {
            &["figure", "unit", "year", "value", "hedge", "boundary"]
        };
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(heading).expect("a record");
        for row in &rows {
            writer.write_record(row).expect("a record");
        }
        let bytes = writer.into_inner().expect("a buffer");
        let sheet = draft::read(&bytes, None).expect("it is UTF-8");
        let decimal = Some(DecimalMark::Point);
        if let Ok(draft) = draft::import(&sheet, &DraftOptions { decimal, ..DraftOptions::default() }) {
            let (_, findings) = check(&draft.text);
            assert!(is_valid(&findings, false), "{findings:#?}\n{}", draft.text);
        }
    }

    #[test]
    fn takes_any_cells_and_bytes_without_a_panic(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..9), 0..9),
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("a record");
        }
        let cells = writer.into_inner().expect("a buffer");
        for bytes in [cells, [b"PK\x03\x04".as_slice(), &bytes].concat(), bytes] {
            if let Ok(sheet) = draft::read(&bytes, None) {
                for year_end in [None, YearEnd::read("06-30")] {
                    let draft = draft::import(&sheet, &DraftOptions { year_end, ..DraftOptions::default() });
                    let notes = draft.map_or_else(|notes| notes, |draft| draft.notes);
                    for note in notes {
                        note.text_in(Lang::Th);
                    }
                }
            }
        }
    }
}
