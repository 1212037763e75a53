//! The report as lines of text: no art, no escape codes, nothing that only a symbol says.

use super::{Edition, entries};
use crate::phrase::story::{self, Entry};
use crate::text;

/// The fewest cells a line may take.
const MIN_WIDTH: usize = 20;

pub(super) fn write(edition: Edition<'_>, tabs: &[usize], width: usize) -> String {
    let Edition { ledger, lang } = edition;
    let words = lang.words();
    let report = &ledger.dataset.report;
    let mut page = TextPage {
        width: width.max(MIN_WIDTH),
        of: words.of,
        text: String::new(),
    };
    page.line(0, report.organisation.get(lang));
    page.line(0, report.title.get(lang));
    if let Some(period) = edition.period() {
        page.line(0, &format!("{}: {period}", words.period));
    }
    page.gap();
    page.line(0, words.legend);
    let count = ledger.dataset.tabs.len();
    for (number, tab) in edition.tabs(tabs) {
        page.gap();
        page.gap();
        page.heading(words.tab, number, count, tab.title.get(lang));
        page.gap();
        page.line(0, &edition.message(tab, None));
        let notes = story::filled(ledger, lang, &tab.notes);
        if !notes.is_empty() {
            page.gap();
            page.list(0, words.notes, &notes);
        }
        let facts = ledger.of_tab(tab);
        for (number, fact) in facts.iter().enumerate() {
            page.gap();
            let name = story::heading(ledger, lang, fact);
            page.heading(words.figure, number, facts.len(), &name);
            for entry in entries(edition, tab, fact) {
                page.entry(&entry);
            }
        }
    }
    page.gap();
    let documents: Vec<_> = ledger.dataset.report.documents.iter().collect();
    for document in story::documents(ledger, lang, &documents) {
        page.gap();
        page.line(0, &document.label);
        for line in &document.lines {
            page.item(2, line);
        }
    }
    page.text
}

/// Lines of text, none wider than the page.
struct TextPage {
    width: usize,
    of: &'static str,
    text: String,
}

impl TextPage {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph; lines after its first are indented when it is inside a block.
    fn line(&mut self, indent: usize, paragraph: &str) {
        let first = " ".repeat(indent);
        let hanging = " ".repeat(if indent == 0 { 0 } else { indent + 2 });
        self.wrapped(&first, &hanging, paragraph);
    }

    fn item(&mut self, indent: usize, paragraph: &str) {
        let first = format!("{}- ", " ".repeat(indent));
        self.wrapped(&first, &" ".repeat(indent + 2), paragraph);
    }

    fn list(&mut self, indent: usize, label: &str, items: &[String]) {
        self.line(indent, &format!("{label}:"));
        for item in items {
            self.item(indent + 2, item);
        }
    }

    fn heading(&mut self, kind: &str, number: usize, count: usize, name: &str) {
        self.line(
            0,
            &format!("{kind} {} {} {count}: {name}", number + 1, self.of),
        );
    }

    /// A label and its line, or its lines as a list.
    fn entry(&mut self, entry: &Entry) {
        match entry.lines.as_slice() {
            [line] => self.line(2, &format!("{}: {line}", entry.label)),
            lines => self.list(2, &entry.label, lines),
        }
    }

    fn wrapped(&mut self, first: &str, hanging: &str, paragraph: &str) {
        let clean: String = paragraph
            .chars()
            .map(|letter| {
                if letter.is_control() && letter != '\n' {
                    ' '
                } else {
                    letter
                }
            })
            .collect();
        // An address in pieces leads nowhere.
        let is_address = clean.contains("://") && !clean.contains(char::is_whitespace);
        let room = if is_address {
            usize::MAX
        } else {
            self.width - hanging.len().max(first.len())
        };
        for (index, line) in text::wrap(&clean, room).into_iter().enumerate() {
            let margin = if index == 0 { first } else { hanging };
            self.text.push_str(format!("{margin}{line}").trim_end());
            self.text.push('\n');
        }
    }
}
