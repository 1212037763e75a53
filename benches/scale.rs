//! How load, derivation and review grow with a report, as ratios to parsing the same file with
//! `serde_json` into a `Value`, and how much memory they take.
//!
//! `cargo bench --bench scale` prints the table; `cargo bench --bench scale -- 1000` one size of it.

#![expect(clippy::print_stdout, reason = "the table is what is asked for")]

#[path = "../tests/support/generator.rs"]
mod generator;

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use esg_tui::check::check;
use esg_tui::dataset::load;
use esg_tui::derive::Ledger;

use generator::{Made, report};

/// How often each time is taken; the least counts.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [job, path] = arguments.as_slice() {
        // A process of its own, for its peak of memory.
        run(
            job,
            &fs::read_to_string(path).expect("the parent wrote the file"),
        );
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        println!("{}", peak.unwrap_or_default());
        return;
    }
    let mut sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000, 100_000];
    }
    println!("figures  made of   file     Value     load+derive     check       peak: load  check");
    for size in sizes {
        for made in Made::ALL {
            row(size, made);
        }
    }
}

fn row(figures: usize, made: Made) {
    let source = report(figures, made);
    let file = tempfile::NamedTempFile::new().expect("there is a folder for temporary files");
    fs::write(file.path(), &source).expect("there is room for the file");
    let value = least(|| run("value", &source));
    let time = |job| {
        let time = least(|| run(job, &source));
        let ratio = time.as_secs_f64() / value.as_secs_f64();
        format!("{:7.1} ms {ratio:5.2}x", milliseconds(time))
    };
    let megabytes = source.len() as f64 / 1e6;
    let memory = |job| match peak(job, file.path()) {
        Some(bytes) => format!("{:6.1} MB", bytes as f64 / 1e6),
        None => "unknown".to_owned(),
    };
    println!(
        "{figures:7}  {:8}  {megabytes:5.1} MB {:7.1} ms  {}  {}  {}  {}  limit {:.1} MB",
        format!("{made:?}"),
        milliseconds(value),
        time("load"),
        time("check"),
        memory("load"),
        memory("check"),
        (5 * source.len() + (10 << 20)) as f64 / 1e6,
    );
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn least(job: impl Fn()) -> Duration {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        job();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn run(job: &str, source: &str) {
    match job {
        "value" => {
            black_box(serde_json::from_str::<Value>(source).expect("the report is JSON"));
        }
        "load" => {
            let dataset = load(source).expect("the report is a dataset");
            black_box(Ledger::new(&dataset));
        }
        "check" => {
            black_box(check(source));
        }
        _ => {}
    }
}

/// The most memory in bytes that a process for `job` takes, where the system tells.
fn peak(job: &str, path: &Path) -> Option<usize> {
    let program = env::current_exe().ok()?;
    let output = Command::new(program).arg(job).arg(path).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let kilobytes: usize = text.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
