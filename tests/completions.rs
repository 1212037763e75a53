//! Completions, as a shell asks for them.

use std::fs;
use std::process::{Command, Output};

use esg_tui::dataset::BUILT_IN;
use tempfile::{Builder, NamedTempFile};

/// What the program offers for the last of some words.
fn offered(words: &[&str]) -> Vec<String> {
    let output = asked(words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    assert!(output.stderr.is_empty(), "{words:?}: {output:?}");
    let text = String::from_utf8(output.stdout).expect("an answer is text");
    let lines = text.split('\n').filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// A file with a report, which lives as long as this.
fn report(text: &str) -> NamedTempFile {
    let file = Builder::new().suffix(".json").tempfile();
    let file = file.expect("the folder takes a file");
    fs::write(&file, text).expect("the file can be written");
    file
}

fn asked(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_esg-tui"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("ESG_TUI_DATA")
        .env("ESG_TUI_COMPLETE", "bash")
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "false")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .args(["--", "esg-tui"])
        .args(words)
        .output()
        .expect("the program starts")
}

#[test]
fn offers_the_tabs_and_figures_of_the_dataset() {
    assert_eq!(offered(&["print", "emi"]), ["emissions"]);
    assert_eq!(offered(&["--tab", "emi"]), ["emissions"]);
    assert!(offered(&["emi"]).contains(&"emissions".to_owned()));
    assert_eq!(
        offered(&["export", "--figure", "net-em"]),
        ["net-emissions"]
    );
}

#[test]
fn offers_the_tabs_of_the_file_that_is_named() {
    let file = report(&BUILT_IN.replace("\"id\": \"emissions\"", "\"id\": \"footprint\""));
    let path = file.path().to_str().expect("the path is text");
    assert_eq!(offered(&["print", "--data", path, "foot"]), ["footprint"]);
    let joined = format!("--data={path}");
    assert_eq!(offered(&["print", &joined, "foot"]), ["footprint"]);
    assert_eq!(offered(&[path, "foot"]), ["footprint"]);
}

#[test]
fn offers_the_words_that_an_option_takes() {
    assert_eq!(offered(&["--theme", "li"]), ["light"]);
    assert_eq!(offered(&["--lang", "t"]), ["th"]);
    assert_eq!(offered(&["export", "--size", "128"]), ["128x36"]);
    assert_eq!(offered(&["export", "--format", "sv"]), ["svg"]);
    assert_eq!(offered(&["init", "--from", "al"]), ["alibaba-fy2023"]);
}

#[test]
fn offers_no_file_where_none_is_wanted() {
    for words in [
        &["print", "Cargo"][..],
        &["export", "--figure", "Cargo"],
        &["import", "table.csv", "--organisation", "Cargo"],
        &["--theme", "Cargo"],
    ] {
        assert_eq!(offered(words), [""; 0], "{words:?}");
    }
    assert_eq!(offered(&["check", "Cargo."]), ["Cargo.lock", "Cargo.toml"]);
}

#[test]
fn offers_no_id_that_a_shell_would_obey() {
    let hostile = BUILT_IN.replace("\"id\": \"emissions\"", "\"id\": \"emissions;$(id)\"");
    let file = report(&hostile);
    let path = file.path().to_str().expect("the path is text");
    let tabs = offered(&["print", "--data", path, ""]);
    assert!(tabs.contains(&"logistics".to_owned()), "{tabs:?}");
    assert!(
        !tabs.iter().any(|tab| tab.contains("emissions")),
        "{tabs:?}"
    );
}

#[test]
fn offers_nothing_of_a_dataset_that_cannot_be_read() {
    for path in ["nowhere.json", "Cargo.toml", "-"] {
        assert_eq!(offered(&["print", "--data", path, "emi"]), [""; 0]);
    }
}

#[test]
fn writes_a_script_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = Command::new(env!("CARGO_BIN_EXE_esg-tui"))
            .args(["completions", shell])
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{shell}: {output:?}");
        let script = String::from_utf8(output.stdout).expect("a script is text");
        assert!(script.contains("ESG_TUI_COMPLETE"), "{shell}: {script}");
    }
}
