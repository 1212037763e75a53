//! The report as GitHub Flavored Markdown: a table for each tab, lists for the rest.

use super::{Edition, entries};
use crate::locale::Words;
use crate::phrase::story::{self, Entry};

pub(super) fn write(edition: Edition<'_>, tabs: &[usize]) -> String {
    let Edition { ledger, lang } = edition;
    let words = lang.words();
    let report = &ledger.dataset.report;
    let mut blocks = vec![format!(
        "# {}: {}",
        inline(report.organisation.get(lang)),
        inline(report.title.get(lang))
    )];
    blocks.extend(edition.period().map(|period| paragraph(&period)));
    blocks.push(paragraph(words.legend));
    for (_, tab) in edition.tabs(tabs) {
        let facts = ledger.of_tab(tab);
        blocks.push(format!("## {}", inline(tab.title.get(lang))));
        blocks.push(paragraph(&edition.message(tab, None)));
        blocks.push(table(words, &story::table(ledger, lang, &facts)));
        let notes = story::filled(ledger, lang, &tab.notes);
        if !notes.is_empty() {
            blocks.push(list(notes.iter().map(|note| paragraph(note))));
        }
        for fact in facts {
            blocks.push(format!(
                "### {}",
                inline(&story::heading(ledger, lang, fact))
            ));
            let entries = entries(edition, tab, fact);
            blocks.push(list(entries.iter().map(|item| entry(words, item))));
        }
    }
    let documents: Vec<_> = report.documents.iter().collect();
    let entries = story::documents(ledger, lang, &documents);
    for (document, entry) in documents.into_iter().zip(entries) {
        blocks.push(format!("## {}", inline(&entry.label)));
        let url = document.url.as_deref();
        let title = document.title.get(lang);
        let lines = entry.lines.iter().map(|line| match url {
            Some(url) if url == line => link(title, url),
            _ => paragraph(line),
        });
        blocks.push(list(lines));
    }
    blocks.join("\n\n") + "\n"
}

fn table(words: &Words, rows: &[story::TableRow]) -> String {
    let titles = row(&story::table_titles(words).map(str::to_owned));
    // Values and changes are right-aligned, so that their digits line up.
    let rule = "| --- | ---: | --- | --- | ---: | --- | --- |".to_owned();
    let rows = rows.iter().map(|figure| row(&figure.cells));
    let lines: Vec<String> = [titles, rule].into_iter().chain(rows).collect();
    lines.join("\n")
}

fn row(cells: &[String; 7]) -> String {
    let cells = cells.each_ref().map(|cell| inline(cell));
    format!("| {} |", cells.join(" | "))
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    items.join("\n")
}

/// A label with its line, or with its lines as a list inside the list.
fn entry(words: &Words, entry: &Entry) -> String {
    let label = format!("**{}:**", inline(&entry.label));
    let line = |line: &String| {
        if entry.is_formula {
            formula(words, line)
        } else {
            paragraph(line)
        }
    };
    match entry.lines.as_slice() {
        [only] => format!("{label} {}", line(only)),
        lines => {
            let lines: Vec<String> = lines
                .iter()
                .map(|below| format!("\n  - {}", line(below)))
                .collect();
            format!("{label}{}", lines.concat())
        }
    }
}

/// A formula as code, its label before it as words; bounds are words.
fn formula(words: &Words, line: &str) -> String {
    if line.starts_with(&format!("{}: ", words.interval)) {
        return paragraph(line);
    }
    let mut ends = [words.at_least, words.at_most].into_iter();
    let labelled = ends.find_map(|label| {
        let formula = line.strip_prefix(label)?.strip_prefix(": ")?;
        Some(format!("{}: {}", inline(label), code(formula)))
    });
    labelled.unwrap_or_else(|| code(line))
}

/// A code span whose fence is longer than any run of backticks in it.
fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A link, or the bare words when the address is not one of the web.
fn link(title: &str, url: &str) -> String {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    let is_plain = !url
        .chars()
        .any(|letter| letter.is_whitespace() || letter.is_control() || "<>\\".contains(letter));
    if is_web && is_plain {
        format!("[{}](<{url}>)", inline(title))
    } else {
        paragraph(url)
    }
}

/// Text at the start of a block, where a few more signs have a meaning.
fn paragraph(text: &str) -> String {
    let text = inline(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    match (number, rest.chars().next()) {
        ("", Some('#' | '+' | '-' | '=')) => format!("\\{rest}"),
        ("", _) | (_, None) => text,
        (number, Some('.' | ')')) => format!("{number}\\{rest}"),
        _ => text,
    }
}

/// Text that says what it says and nothing else, in one line.
fn inline(text: &str) -> String {
    let mut escaped = String::new();
    for letter in one_line(text).chars() {
        if "\\`*_[]<>|~&$".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn one_line(text: &str) -> String {
    let is_break = |letter: char| letter.is_whitespace() || letter.is_control();
    let words: Vec<&str> = text
        .split(is_break)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_would_be_markup() {
        assert_eq!(inline("a|b\\c<d>\n*e*"), "a\\|b\\\\c\\<d\\> \\*e\\*");
        assert_eq!(paragraph("1. first"), "1\\. first");
        assert_eq!(paragraph("- item"), "\\- item");
        assert_eq!(paragraph("2,580 people"), "2,580 people");
    }

    #[test]
    fn fences_code_that_has_backticks() {
        assert_eq!(code("a ÷ b"), "`a ÷ b`");
        assert_eq!(code("a `` b"), "``` a `` b ```");
    }

    #[test]
    fn links_to_the_web_only() {
        assert_eq!(link("t", "https://a.b/c"), "[t](<https://a.b/c>)");
        assert_eq!(link("t", "javascript:x"), "javascript:x");
    }
}
