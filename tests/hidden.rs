//! Characters that nobody sees, in a dataset, never leave the program.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use esg_tui::dataset::BUILT_IN;
use esg_tui::printable::is_hidden;

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esg-tui"));
    command.args(arguments).output().expect("the program runs")
}

/// What a command writes to standard output when all is well.
fn written(arguments: &[&str]) -> String {
    let output = run(arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {stderr}");
    String::from_utf8(output.stdout).expect("it writes text")
}

/// The built-in dataset with hidden characters in every text.
fn hidden(folder: &Path) -> String {
    let mut file: Value = serde_json::from_str(BUILT_IN).expect("the dataset is JSON");
    hide(&mut file, false);
    let path = folder.join("hidden.json");
    fs::write(&path, file.to_string()).expect("there is room");
    path.to_string_lossy().into_owned()
}

fn hide(value: &mut Value, is_text: bool) {
    match value {
        Value::String(text) if is_text => {
            let words: Vec<String> = text
                .split(' ')
                .map(|word| format!("{word}\u{200b}"))
                .collect();
            let words = words.join("\u{61c} \u{ad}");
            *text = format!("\u{200e}{words}\u{200f}");
        }
        Value::Array(items) => items.iter_mut().for_each(|item| hide(item, is_text)),
        Value::Object(members) => {
            for (key, member) in members {
                hide(member, matches!(key.as_str(), "en" | "th" | "url"));
            }
        }
        _ => {}
    }
}

/// Whether an output shows nothing of `symbol` and does not need it: line ends, and the escapes of a
/// picture for a terminal.
fn is_stray(symbol: char) -> bool {
    is_hidden(symbol) && !matches!(symbol, '\r' | '\n' | '\u{1b}')
}

#[test]
fn drops_what_only_directs_how_a_text_is_set() {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let file = hidden(folder.path());
    // Numbers lose their digits in `Value`, so both files are written by it.
    let plain = folder.path().join("plain.json");
    let value: Value = serde_json::from_str(BUILT_IN).expect("the dataset is JSON");
    fs::write(&plain, value.to_string()).expect("there is room");
    let plain = plain.to_string_lossy();
    for lang in ["en", "th"] {
        for format in ["text", "md", "csv", "json"] {
            let print = |file| written(&["print", "--data", file, "--lang", lang, "-f", format]);
            let printed = print(&file);
            assert!(!printed.contains(is_stray), "{format}");
            if format != "text" {
                assert_eq!(printed, print(&plain), "{format}");
            }
        }
        for format in ["svg", "txt", "ansi"] {
            for layer in ["page", "sources", "table"] {
                let mut arguments = vec!["export", "emissions", "--data", &file, "--lang", lang];
                arguments.extend(["-f", format, "-o", "-"]);
                if layer != "page" {
                    arguments.extend(["--layer", layer]);
                }
                let picture = written(&arguments);
                assert!(!picture.contains(is_stray), "{format} of {layer}");
            }
        }
    }
}
