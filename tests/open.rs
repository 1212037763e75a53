//! What is opened and what a report starts from, by the program itself.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use esg_tui::check::check;
use esg_tui::dataset::BUILT_IN;

/// What the program says on both outputs, and how it ends.
struct Said {
    code: Option<i32>,
    output: String,
    error: String,
}

fn run(arguments: &[&str]) -> Said {
    fed(arguments, b"")
}

fn fed(arguments: &[&str], input: &[u8]) -> Said {
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
    // A program that does not read may be gone already.
    let _ = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Said {
        code: output.status.code(),
        output: text(output.stdout),
        error: text(output.stderr),
    }
}

/// A file with some text, in a folder that is gone when the test is.
fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("the folder can be written to");
    path
}

const TABLE: &str =
    "Indicator,Unit,2022,2023\nScope 1 emissions,t CO2e,10.5,9.25\nEmployees,people,120,131\n";

#[test]
fn opens_a_tab_by_its_id_number_or_beginning() {
    let expected = run(&["--tab", "social"]).output;
    assert!(expected.contains("Social programmes"), "{expected}");
    for name in ["social", "SOCIAL", "4", "so", "Social prog"] {
        let found = run(&[name]);
        assert_eq!(
            (found.code, found.output.as_str()),
            (Some(0), expected.as_str()),
            "{name}"
        );
        assert_eq!(run(&["print", name]).output, expected, "{name}");
    }
}

#[test]
fn proposes_what_may_have_been_meant() {
    let tabs = "available tabs: emissions, cloud-energy, logistics, social\n";
    for (name, expected) in [
        (
            "emisions",
            "there is no tab `emisions`; did you mean `emissions`? ",
        ),
        (
            "chek",
            "there is no tab or file `chek`; did you mean the command `check`? ",
        ),
        ("nothing", "there is no tab `nothing`; "),
    ] {
        let found = run(&[name]);
        assert_eq!(found.code, Some(2), "{name}");
        assert_eq!(found.error, format!("esg-tui: {expected}{tabs}"));
    }
    assert_eq!(run(&["print", "emisions"]).error, run(&["emisions"]).error);
}

#[test]
fn opens_a_dataset_or_a_table_by_its_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let dataset = file(&folder, "report.json", BUILT_IN);
    let dataset = dataset.to_str().expect("a plain path");
    assert_eq!(run(&[dataset]).output, run(&[]).output);
    assert_eq!(run(&[dataset, "social"]).output, run(&["social"]).output);
    assert_eq!(run(&["social", dataset]).output, run(&["social"]).output);
    assert_eq!(fed(&["-"], BUILT_IN.as_bytes()).output, run(&[]).output);
    let table = file(&folder, "figures.csv", TABLE);
    let table = table.to_str().expect("a plain path");
    for arguments in [
        &[table][..],
        &["--data", table],
        &["print", "--data", table],
    ] {
        let found = run(arguments);
        assert_eq!(found.code, Some(0), "{}", found.error);
        assert!(found.output.contains("9.25 t CO₂e"), "{}", found.output);
        assert!(
            found.error.contains("assumed: calendar years: 2022, 2023"),
            "{}",
            found.error
        );
    }
    let checked = run(&["check", table]);
    assert_eq!(checked.code, Some(0), "{}", checked.output);
    let missing = run(&["no-such.csv"]);
    assert_eq!(missing.code, Some(3));
    assert!(
        missing.error.starts_with("esg-tui: no-such.csv: "),
        "{}",
        missing.error
    );
}

#[test]
fn refuses_two_of_a_kind_and_what_stands_before_a_command() {
    for (arguments, expected) in [
        (
            &["social", "emissions"],
            "cannot open both `social` and `emissions`",
        ),
        (
            &["a.json", "b.json"],
            "cannot open both `a.json` and `b.json`",
        ),
        (&["social", "print"], "`social` comes before the command"),
    ] {
        let found = run(arguments);
        assert_eq!(found.code, Some(2), "{arguments:?}");
        assert!(
            found.error.starts_with(&format!("esg-tui: {expected}")),
            "{}",
            found.error
        );
    }
}

#[test]
fn starts_a_report_small_in_the_language_asked_for() {
    for (arguments, organisation, periods) in [
        (&["init", "-"][..], "Organisation", ["2022", "2023", "2024"]),
        (
            &[
                "init",
                "-",
                "--organisation",
                "City Council",
                "--periods",
                "2021-2023",
            ],
            "City Council",
            ["2021", "2022", "2023"],
        ),
        (
            &[
                "init",
                "-",
                "--minimal",
                "--lang",
                "th",
                "--periods",
                "FY2021-FY2023",
                "--year-end",
                "09-30",
            ],
            "องค์กร",
            ["FY2021", "FY2022", "FY2023"],
        ),
    ] {
        let found = run(arguments);
        assert_eq!(
            (found.code, found.error.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
        assert!(found.output.lines().count() < 70, "{}", found.output);
        assert!(found.output.contains(organisation), "{}", found.output);
        let (dataset, findings) = check(&found.output);
        assert_eq!(findings, [], "{}", found.output);
        let dataset = dataset.expect("it is a dataset");
        let ids: Vec<&str> = dataset
            .report
            .periods
            .iter()
            .map(|period| period.id.as_str())
            .collect();
        assert_eq!(ids, periods);
    }
}

/// Numbers of a plain JSON tool have no trailing zeros and no exponents: `4.681e6` is `4681000.0`.
#[test]
fn survives_a_tool_that_rewrites_the_numbers_of_a_file() {
    let table = fed(
        &["import", "-", "-o", "-", "--boundary", "All"],
        b"\
        figure,unit,period,value,hedge\n\
        Scope 1,t CO2e,2022,4.60 million,\n\
        Scope 1,t CO2e,2023,4.681 million,\n\
        Staff,people,2023,60 thousand,more-than\n\
        Clean energy,%,2023,50.0,\n",
    );
    for source in [
        run(&["init", "-"]).output,
        run(&["init", "-", "--from", "alibaba"]).output,
        table.output,
    ] {
        let value: serde_json::Value = serde_json::from_str(&source).expect("the file is JSON");
        let rewritten = value.to_string();
        for lang in ["en", "th"] {
            for format in ["text", "csv", "json"] {
                let arguments = ["print", "--data", "-", "--format", format, "--lang", lang];
                let report = fed(&arguments, source.as_bytes());
                assert_eq!(report.code, Some(0), "{}", report.error);
                let again = fed(&arguments, rewritten.as_bytes());
                assert_eq!(report.output, again.output, "{format}");
            }
        }
        let [before, after] =
            [&source, &rewritten].map(|text| fed(&["check", "-", "--strict"], text.as_bytes()));
        assert_eq!(before.code, after.code, "{}{}", before.output, after.output);
    }
    let rewritten = serde_json::from_str::<serde_json::Value>(BUILT_IN).expect("it is JSON");
    let found = fed(
        &["check", "-", "--strict"],
        rewritten.to_string().as_bytes(),
    );
    assert_eq!(found.code, Some(0), "{}", found.output);
}

/// Writes texts of one language as plain ones.
fn flatten(value: &mut serde_json::Value) {
    if let Some(text) = value.get("en").filter(|text| text.is_string()) {
        *value = text.clone();
    }
    match value {
        serde_json::Value::Array(items) => items.iter_mut().for_each(flatten),
        serde_json::Value::Object(members) => members.values_mut().for_each(flatten),
        _ => {}
    }
}

#[test]
fn reads_plain_texts_as_those_of_every_language() {
    let source = run(&["init", "-", "--lang", "en"]).output;
    let mut value: serde_json::Value = serde_json::from_str(&source).expect("the file is JSON");
    flatten(&mut value);
    let plain = value.to_string();
    assert!(!plain.contains("\"en\""), "{plain}");
    let checked = fed(&["check", "-", "--strict"], plain.as_bytes());
    assert_eq!(checked.code, Some(0), "{}", checked.output);
    for lang in ["en", "th"] {
        for format in ["text", "md", "csv", "json"] {
            let arguments = ["print", "--data", "-", "--format", format, "--lang", lang];
            let [mapped, found] = [&source, &plain].map(|text| fed(&arguments, text.as_bytes()));
            assert_eq!(mapped.output, found.output, "{lang} {format}");
        }
    }
    let typed = plain.replace("to {scope-1-emissions}", "to 1,177 t");
    assert_ne!(typed, plain);
    let wrong = fed(
        &["check", "-", "--strict", "--format", "json"],
        typed.as_bytes(),
    );
    let list: serde_json::Value = serde_json::from_str(&wrong.output).expect("it is JSON");
    let pointers: Vec<_> = list.as_array().expect("a list").iter().collect();
    let is_at_text = |finding: &&serde_json::Value| {
        let pointer = finding["pointer"].as_str().unwrap_or_default();
        value
            .pointer(pointer)
            .is_some_and(serde_json::Value::is_string)
    };
    assert!(
        pointers.iter().copied().any(|finding| is_at_text(&finding)),
        "{list}"
    );
}

/// What a check says in JSON of a file that cannot be read.
fn unreadable(arguments: &[&str], input: &[u8]) -> serde_json::Value {
    let found = fed(arguments, input);
    assert_eq!((found.code, found.error.as_str()), (Some(3), ""));
    let list: serde_json::Value = serde_json::from_str(&found.output).expect("it is JSON");
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
    assert_eq!(list[0]["code"], "unreadable");
    assert_eq!(list[0]["severity"], "error");
    list[0].clone()
}

#[test]
fn answers_in_json_whatever_is_wrong_with_a_file() {
    let check = ["check", "--format", "json"];
    let missing = unreadable(&[&check[..], &["nowhere.json"]].concat(), b"");
    assert_eq!(missing["file"], "nowhere.json");
    assert_eq!(
        missing["message"],
        "nowhere.json: No such file or directory"
    );
    let folder = unreadable(&[&check[..], &["/"]].concat(), b"");
    assert_eq!(folder["message"], "/: Is a directory");
    let other = unreadable(&[&check[..], &["-"]].concat(), b"{\n \xff");
    let message = "standard input:2:2: not valid UTF-8; expected a JSON file in UTF-8";
    assert_eq!(other["message"], message);
    let thai = unreadable(&[&check[..], &["-", "--lang", "th"]].concat(), b"\xff");
    assert_eq!(thai["title"], "อ่านไฟล์ไม่ได้");
}

#[cfg(unix)]
#[test]
fn refuses_a_file_without_an_end() {
    for command in ["check", "import"] {
        let found = fed(&[command, "/dev/zero"], b"");
        let reason = "esg-tui: /dev/zero: larger than 256 MiB, which no report is\n";
        assert_eq!((found.code, found.error.as_str()), (Some(3), reason));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn fails_where_its_output_has_no_room() {
    for arguments in [
        "--help",
        "--version",
        "schema",
        "man",
        "completions bash",
        "help export",
        "print",
        "check",
        "init -",
        "export social -f txt -o -",
    ] {
        let full = fs::File::create("/dev/full").expect("it takes nothing but opens");
        let output = Command::new(env!("CARGO_BIN_EXE_esg-tui"))
            .args(arguments.split(' '))
            .env("LANG", "en_US.UTF-8")
            .stdout(full)
            .output()
            .expect("the program starts");
        let error = String::from_utf8_lossy(&output.stderr);
        let reason = "esg-tui: standard output: No space left on device\n";
        assert_eq!(
            (output.status.code(), &*error),
            (Some(1), reason),
            "{arguments}"
        );
    }
}

#[test]
fn starts_a_report_from_the_one_in_the_program() {
    for name in ["alibaba", "Alibaba-FY2023"] {
        let found = run(&["init", "-", "--from", name]);
        assert_eq!(found.output, BUILT_IN, "{}", found.error);
    }
    for (arguments, expected) in [
        (
            &["init", "-", "--from", "nobody"][..],
            "no built-in dataset begins with `nobody`",
        ),
        (
            &["init", "-", "--periods", "soon"],
            "expected periods such as 2021-2023",
        ),
        (
            &["init", "-", "--periods", "FY2023"],
            "expected the last day of a fiscal year",
        ),
    ] {
        let found = run(arguments);
        assert_eq!(found.code, Some(2), "{arguments:?}");
        assert!(
            found.error.starts_with(&format!("esg-tui: {expected}")),
            "{}",
            found.error
        );
    }
    assert_eq!(
        run(&["init", "-", "--from", "alibaba", "--minimal"]).code,
        Some(2)
    );
}
