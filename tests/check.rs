//! The review against the parts of the program that rely on it.

use esg_tui::check::check;
use esg_tui::dataset::placeholder::Part;
use esg_tui::dataset::{BUILT_IN, load};
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::locale::finding::Code;
use esg_tui::phrase;

/// A placeholder is reported exactly when the page would show it unfilled.
#[test]
fn reports_the_placeholders_that_stay_unfilled() {
    let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
    let ledger = Ledger::new(&dataset);
    let mut names = Vec::new();
    for figure in &dataset.figures {
        let id = &figure.id;
        names.push(id.clone());
        for part in Part::ALL {
            names.push(format!("{id}.{}", part.name()));
        }
        for period in &dataset.report.periods {
            names.push(format!("{id}@{}", period.id));
        }
    }
    let notes: Vec<String> = names
        .iter()
        .map(|name| format!(r#"{{ "en": "{{{name}}}", "th": "{{{name}}}" }}"#))
        .collect();
    let start = BUILT_IN.rfind("\"tabs\": [").expect("the file has tabs");
    let (before, tabs) = BUILT_IN.split_at(start);
    let with_notes = format!("\"notes\": [ {}, ", notes.join(", "));
    let source = before.to_owned() + &tabs.replacen("\"notes\": [", &with_notes, 1);

    let (_, findings) = check(&source);
    for (index, name) in names.iter().enumerate() {
        let pointer = format!("/tabs/0/notes/{index}/en");
        let is_reported = findings
            .iter()
            .any(|it| it.pointer == pointer && it.code == Code::UnfilledPlaceholder);
        let is_filled = phrase::placeholder(Lang::En, &ledger, name).is_some();
        assert_eq!(is_reported, !is_filled, "{name}");
    }
}
