//! A file that is edited while the program shows or reviews it.
#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use esg_tui::dataset::BUILT_IN;
use pty::Terminal;
use tempfile::TempDir;

#[path = "support/pty.rs"]
#[expect(dead_code, reason = "the other tests of the terminal use the rest")]
mod pty;

const BIN: &str = env!("CARGO_BIN_EXE_esg-tui");

/// Writes a file the way many editors do: a new one takes the place of the old one.
fn save_by_rename(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let new = path.with_extension("new");
    fs::write(&new, text)?;
    Ok(fs::rename(new, path)?)
}

/// The built-in report under another title, so that each version is told from the others.
fn titled(title: &str) -> String {
    BUILT_IN.replace("Logistics", title)
}

/// A report in a folder of its own, which lives as long as the folder.
fn report(text: &str) -> Result<(TempDir, PathBuf), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("report.json");
    fs::write(&path, text)?;
    Ok((folder, path))
}

fn quit(mut terminal: Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

fn show(path: &Path) -> Terminal {
    let path = path.to_string_lossy();
    let command = pty::command(BIN, ["--data", &path, "--tab", "logistics"]);
    let terminal = Terminal::start(command, 120, 36);
    terminal.wait_for("quit");
    terminal
}

#[test]
fn follows_the_file_and_keeps_the_tab_and_the_card() -> Result<(), Box<dyn Error>> {
    let (_folder, path) = report(&titled("First"))?;
    let mut terminal = show(&path);
    terminal.wait_for("First");
    terminal.keys("\r");
    terminal.wait_until("the card", |screen| screen.contents().contains("Covers"));
    fs::write(&path, titled("Second"))?;
    terminal.wait_for("Second");
    terminal.wait_for("read again: ");
    assert!(terminal.contents().contains("Covers"));
    save_by_rename(&path, &titled("Third"))?;
    terminal.wait_for("Third");
    quit(terminal);
    Ok(())
}

#[test]
fn keeps_the_last_good_page_while_the_file_has_an_error() -> Result<(), Box<dyn Error>> {
    let (_folder, path) = report(&titled("First"))?;
    let mut terminal = show(&path);
    terminal.wait_for("First");
    fs::write(&path, titled("Second").replacen(',', ";", 1))?;
    terminal.wait_for("report.json:2:");
    terminal.wait_for("the last version without errors");
    assert!(terminal.contents().contains("First"));
    // The error stays whatever is pressed.
    terminal.keys("1");
    terminal.wait_for("Emissions");
    terminal.wait_for("report.json:2:");
    fs::remove_file(&path)?;
    terminal.wait_for("No such file");
    save_by_rename(&path, &titled("Third"))?;
    terminal.wait_for("Third");
    terminal.wait_until("no error", |screen| {
        !screen.contents().contains("without errors")
    });
    quit(terminal);
    Ok(())
}

#[test]
fn reads_again_when_it_is_asked_to() -> Result<(), Box<dyn Error>> {
    let (_folder, path) = report(BUILT_IN)?;
    let mut terminal = show(&path);
    terminal.keys("r");
    terminal.wait_for("read again: ");
    quit(terminal);

    let mut terminal = Terminal::start(pty::command(BIN, []), 120, 36);
    terminal.wait_for("quit");
    terminal.keys("r");
    terminal.wait_for("nothing to read again");
    quit(terminal);
    Ok(())
}

#[test]
fn reviews_a_file_after_each_change() -> Result<(), Box<dyn Error>> {
    let (_folder, path) = report(&BUILT_IN.replacen(',', ";", 1))?;
    let mut child = Command::new(BIN)
        .args(["check", "--watch", "--lang", "en"])
        .arg(&path)
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or("the output is a pipe")?;
    let mut lines = BufReader::new(output).lines();
    let mut wait_for = |text: &str| {
        let mut lines = lines.by_ref().map_while(Result::ok);
        assert!(lines.any(|line| line.contains(text)), "{text}");
    };
    wait_for("report.json:2:");
    fs::write(&path, BUILT_IN)?;
    wait_for("no findings");
    child.kill()?;
    child.wait()?;
    Ok(())
}

#[test]
fn watches_no_standard_input() -> Result<(), Box<dyn Error>> {
    let output = Command::new(BIN)
        .args(["check", "--watch", "--lang", "en", "-"])
        .output()?;
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr)?;
    assert_eq!(message, "esg-tui: --watch needs a file; name one\n");
    Ok(())
}
