//! The review against the parts of the program that rely on it.

#[path = "support/generator.rs"]
mod generator;

use strum::VariantArray;

use esg_tui::check::check;
use esg_tui::dataset::placeholder::Part;
use esg_tui::dataset::{BUILT_IN, load};
use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::locale::finding::Code;
use esg_tui::phrase;

use generator::{Made, report};

/// A placeholder is reported exactly when the page would show it unfilled.
#[test]
fn reports_the_placeholders_that_stay_unfilled() {
    let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
    let ledger = Ledger::new(&dataset);
    let mut names = Vec::new();
    for figure in &dataset.figures {
        let id = &figure.id;
        names.push(id.clone());
        for part in Part::VARIANTS {
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
            .any(|finding| finding.pointer == pointer && finding.code == Code::UnfilledPlaceholder);
        let is_filled = phrase::placeholder(Lang::En, &ledger, name).is_some();
        assert_eq!(is_reported, !is_filled, "{name}");
    }
}

/// What the benchmark of large reports measures is what it says.
#[test]
fn reviews_generated_reports() {
    for made in Made::ALL {
        let (dataset, findings) = check(&report(200, made));
        let dataset = dataset.expect("a generated report is a dataset");
        let ledger = Ledger::new(&dataset);
        assert_eq!(ledger.facts.len(), 200, "{made:?}");
        let expected = match made {
            Made::Plain | Made::Chain => 0,
            // And one for the document that no figure names.
            Made::Findings => 401,
        };
        assert_eq!(findings.len(), expected, "{made:?}: {:?}", findings.first());
    }
}
