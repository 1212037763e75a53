//! Any file is reviewed without a panic, and a finding says where it is and what it is about.

#![no_main]

use esg_tui::check;
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::report::{ReportFormat, report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    let (dataset, findings) = check::check(file);
    for finding in &findings {
        for lang in [Lang::En, Lang::Th] {
            let message = finding.message(lang);
            assert!(!message.is_empty(), "{finding:?} says nothing");
            assert!(
                !message.chars().any(char::is_control),
                "{message:?} is not safe to print"
            );
        }
    }
    let Some(dataset) = dataset.filter(|_| check::is_valid(&findings, false)) else {
        return;
    };
    let ledger = Ledger::new(&dataset);
    let tabs: Vec<usize> = (0..dataset.tabs.len()).collect();
    for format in ReportFormat::ALL {
        let text = report(&ledger, Lang::En, &tabs, format, 80);
        assert!(
            !text.contains('\u{1b}'),
            "an escape code left in {format:?}"
        );
    }
});
