//! Any dataset that the review accepts is drawn at any size in any view, inside its page.

#![no_main]

use esg_tui::derive::Ledger;
use esg_tui_fuzz::{accepted, draw, split};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((choice, file)) = split(input) else {
        return;
    };
    let Some(dataset) = accepted(file) else {
        return;
    };
    let page = draw(&Ledger::new(&dataset), &choice);
    assert_eq!(
        (page.area.width, page.area.height),
        (choice.width, choice.height)
    );
    for cell in &page.content {
        assert!(
            !cell.symbol().chars().any(char::is_control),
            "{:?} is in a cell",
            cell.symbol()
        );
    }
});
