//! Takes what a row of a table says about its figure beyond its values.

use strum::VariantArray;

use super::Collector;
use crate::dataset::{Account, Better};
use crate::draft::figure::{DraftDocument, DraftFigure, DraftFormula, DraftSource};
use crate::draft::table::Record;
use crate::draft::{free, id, slug, word_of};
use crate::locale::Lang;
use crate::locale::draft::Remark;

/// What the words of a row stand for.
struct Details {
    better: Option<Better>,
    account: Option<Account>,
    source: Option<DraftSource>,
    formula: Option<DraftFormula>,
    /// The title of its tab, empty where there is none.
    tab: String,
}

impl<'t> Collector<'t, '_> {
    /// Takes what a row says about its figure; tells where it contradicts an earlier one.
    pub(super) fn details(&mut self, row: Record<'t>, index: usize, name: &str, unit: usize) {
        let details = self.read(row);
        let units = &self.collected.units;
        let Some(figure) = self.collected.figures.get_mut(index) else {
            return;
        };
        let symbol = |unit: usize| units.get(unit).map_or("", |unit| unit.symbol.as_str());
        let pairs = [
            ("name", figure.name.as_str(), name),
            ("unit", symbol(figure.unit), symbol(unit)),
            (
                "boundary",
                figure.boundary.as_deref().unwrap_or_default(),
                row.text("boundary"),
            ),
            (
                "short",
                figure.short.as_deref().unwrap_or_default(),
                row.text("short"),
            ),
            (
                "better",
                figure.better.map_or("", Better::name),
                details.better.map_or("", Better::name),
            ),
            (
                "account",
                figure.account.map_or("", Account::name),
                details.account.map_or("", Account::name),
            ),
        ];
        for (column, known, found) in pairs {
            let differs = !known.is_empty() && !found.is_empty() && known != found;
            if let (true, Some(field)) = (differs, row.field(column)) {
                self.notes.push(field.note(Remark::Differs).text(known));
            }
        }
        fill(figure, row, details);
    }

    /// Reads the words of a row; tells of those that stand for nothing.
    fn read(&mut self, row: Record<'t>) -> Details {
        let better = self.word(row, "better", better_named);
        let account = self.word(row, "account", word_of::<Account>);
        let source = self.source(row);
        let formula = row.field("derivation").and_then(|field| {
            let formula = DraftFormula::read(field.quote());
            if formula.is_none() {
                self.tell(field.note(Remark::Formula));
            }
            formula
        });
        let own = row.text("tab").to_owned();
        let tab = if own.is_empty() {
            self.group_title()
        } else {
            own
        };
        Details {
            better,
            account,
            source,
            formula,
            tab,
        }
    }

    /// Reads a word of a few; tells when it is none of them.
    pub(super) fn word<T: VariantArray + Copy + Into<&'static str>>(
        &mut self,
        row: Record<'t>,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let field = row.field(column)?;
        let word = read(&field.text().to_lowercase());
        if word.is_none() {
            let known: Vec<&'static str> =
                T::VARIANTS.iter().map(|known| (*known).into()).collect();
            self.tell(field.note(Remark::Word).text(known.join(", ")));
        }
        word
    }

    /// The place in a document that a row names; tells when a part of it is missing.
    fn source(&mut self, row: Record<'t>) -> Option<DraftSource> {
        let mut columns = ["document", "section", "item"].into_iter();
        let first = columns.find_map(|column| row.field(column))?;
        // A derived value has the sources of what it is computed from.
        if row.text("status") == "derived" {
            return None;
        }
        let number = |column| {
            row.text(column)
                .parse()
                .ok()
                .filter(|number: &u32| *number > 0)
        };
        let document = row.text("document");
        let (Some(section), Some(item), false) =
            (number("section"), number("item"), document.is_empty())
        else {
            self.once(first.note(Remark::Source));
            return None;
        };
        let documents = &mut self.collected.documents;
        let known = documents.iter().position(|other| other.title == document);
        let known = known.unwrap_or_else(|| {
            let id = id(document);
            let id = if id == document { id } else { slug(document) };
            let id = free(&id, |id| documents.iter().any(|other| other.id == id));
            documents.push(DraftDocument {
                id,
                title: document.to_owned(),
                sections: Vec::new(),
            });
            documents.len() - 1
        });
        Some(DraftSource {
            document: documents.get(known)?.id.clone(),
            section: section as usize,
            item: item as usize,
        })
    }
}

/// The direction that a word names in any language.
fn better_named(text: &str) -> Option<Better> {
    word_of(text).or_else(|| {
        let mut langs = Lang::ALL.into_iter().map(Lang::table);
        langs.find_map(|words| match text {
            _ if words.lower.contains(&text) => Some(Better::Lower),
            _ if words.higher.contains(&text) => Some(Better::Higher),
            _ => None,
        })
    })
}

/// Gives a figure what a row says about it and no earlier one did.
fn fill(figure: &mut DraftFigure, row: Record<'_>, details: Details) {
    let filled = |column| Some(row.text(column).to_owned()).filter(|text| !text.is_empty());
    figure.boundary = figure.boundary.take().or_else(|| filled("boundary"));
    figure.short = figure.short.take().or_else(|| filled("short"));
    figure.better = figure.better.or(details.better);
    figure.account = figure.account.or(details.account);
    figure.source = figure.source.take().or(details.source);
    figure.derived = figure.derived.take().or(details.formula);
    figure
        .notes
        .extend(filled("note").filter(|note| !figure.notes.contains(note)));
    let is_new = !figure.tabs.iter().any(|(known, _)| *known == details.tab);
    if !details.tab.is_empty() && is_new {
        figure.tabs.push((details.tab, row.row.number));
    }
}
