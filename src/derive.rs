//! Computes what follows from the printed figures, with the interval that their rounding leaves.
//!
//! Nothing is computed that the file does not ask for or that a reader could not check: the value
//! before a stated change, the change between two values, the remainder of a share, and the
//! declared ratios, differences, amounts a day and heights above a floor. Every figure of the file
//! has a [`Fact`]; what a wrong file keeps from being computed, the fact lists with the reason.

mod change;
mod declared;
mod fact;
mod formula;
mod index;
mod listing;
mod missing;
mod prior;
mod reading;
mod sequence;

use std::collections::HashSet;

use crate::dataset::{
    Dataset, Derived, Document, Figure, Kind, Order, Panel, Period, Source, Tab, Unit, UnitStyle,
    Value, When,
};
use crate::quantity::{Domain, Operation, Quantity};

use fact::UNDEFINED;
use index::Index;
use listing::Listed;
use sequence::Sequence;

pub use change::{Change, Measure, Verdict, is_comparable};
pub use fact::Fact;
pub use formula::{Formula, Statement, Term};
pub use missing::{Cause, Missing};
pub use reading::Reading;

/// Every figure of a dataset with all its values, printed and derived.
#[derive(Debug)]
pub struct Ledger<'d> {
    /// The dataset it was computed from.
    pub dataset: &'d Dataset,
    /// The figures, in the order of the file.
    pub facts: Vec<Fact<'d>>,
    /// The figures that are computed from themselves, by their positions: each is an input of the
    /// one before it, and the first of the last.
    pub circles: Vec<Vec<usize>>,
    index: Index<'d>,
    tabs: Vec<Vec<Listed>>,
}

impl<'d> Ledger<'d> {
    /// Computes everything that follows from `dataset`, in time that grows with its size.
    pub fn new(dataset: &'d Dataset) -> Self {
        let index = Index::new(dataset);
        let Sequence { positions, circles } = Sequence::new(&dataset.figures, &index.figures);
        let mut facts: Vec<Option<Fact<'d>>> = vec![None; dataset.figures.len()];
        for position in positions {
            let fact = compute(&dataset.figures[position], &index, &facts);
            facts[position] = Some(fact);
        }
        let mut ledger = Self {
            dataset,
            facts: facts.into_iter().flatten().collect(),
            circles,
            index,
            tabs: Vec::new(),
        };
        ledger.tabs = dataset.tabs.iter().map(|tab| ledger.list(tab)).collect();
        ledger
    }

    /// The figure named `id`; of several the first.
    pub fn fact(&self, id: &str) -> Option<&Fact<'d>> {
        let position = self.index.figures.get(id)?;
        self.facts.get(*position)
    }

    /// The unit named `id`; of several the first.
    pub fn unit(&self, id: &str) -> Option<&'d Unit> {
        self.index.units.get(id).copied()
    }

    /// The period named `id`; of several the first.
    pub fn period(&self, id: &str) -> Option<&'d Period> {
        self.index.periods.get(id).copied()
    }

    /// The document named `id`; of several the first.
    pub fn document(&self, id: &str) -> Option<&'d Document> {
        self.index.documents.get(id).copied()
    }

    /// Where a figure was printed, or where its inputs were; each citation once.
    pub fn sources(&self, fact: &Fact<'d>) -> Vec<&'d Source> {
        let mut sources = Vec::new();
        let mut waiting = vec![fact];
        let (mut seen, mut cited) = (HashSet::new(), HashSet::new());
        while let Some(fact) = waiting.pop() {
            let figure = fact.figure;
            if !seen.insert(figure.id.as_str()) {
                continue;
            }
            let source = figure.source.as_ref();
            sources.extend(source.filter(|source| cited.insert(*source)));
            let inputs = figure.derived.iter().flat_map(Derived::inputs).rev();
            waiting.extend(inputs.filter_map(|id| self.fact(id)));
        }
        sources
    }

    /// The documents that figures or their inputs were printed in, in the order of the file; the only
    /// one of a report always.
    pub fn documents_of(&self, facts: &[&Fact<'d>]) -> Vec<&'d Document> {
        let documents = self.dataset.report.documents.iter();
        if documents.len() < 2 {
            return documents.collect();
        }
        let sources = facts.iter().flat_map(|fact| self.sources(fact));
        let cited: HashSet<&str> = sources.map(|source| source.document.as_str()).collect();
        documents
            .filter(|document| cited.contains(document.id.as_str()))
            .collect()
    }

    /// The number of a document among several, from 1; `None` where there is only one.
    pub fn number_of_document(&self, id: &str) -> Option<usize> {
        let documents = &self.dataset.report.documents;
        let position = documents.iter().position(|document| document.id == id)?;
        (documents.len() > 1).then_some(position + 1)
    }

    /// The figures that a panel shows, in the order in which it shows them.
    pub fn of_panel(&self, panel: &Panel) -> Vec<&Fact<'d>> {
        let mut facts: Vec<_> = panel
            .figures
            .iter()
            .filter_map(|id| self.fact(id))
            .collect();
        if panel.kind == Kind::Bars && panel.order == Order::Longest {
            // A bar draws the latest value, whatever there was before.
            let length = |fact: &Fact<'_>| {
                fact.latest()
                    .map_or(0.0, |latest| latest.value.quantity.value)
            };
            facts.sort_by(|a, b| length(b).total_cmp(&length(a)));
        }
        facts
    }

    /// The figures of a tab in reading order, each once.
    pub fn of_tab(&self, tab: &Tab) -> Vec<&Fact<'d>> {
        let mut seen = HashSet::new();
        let facts = tab.panels().flat_map(|panel| self.of_panel(panel));
        facts
            .filter(|fact| seen.insert(fact.figure.id.as_str()))
            .collect()
    }

    /// The times at which every figure of a panel has a value, oldest first.
    pub fn common_times(&self, panel: &Panel) -> Vec<When<'d>> {
        let facts = self.of_panel(panel);
        let times = facts.first().into_iter().flat_map(|fact| &fact.readings);
        times
            .map(|reading| reading.when)
            .filter(|when| facts.iter().all(|fact| fact.at(*when).is_some()))
            .collect()
    }

    /// The periods of the report, as long as that of `before`, that lie between the periods of two times.
    pub fn between<'a>(
        &self,
        before: When<'a>,
        after: When<'a>,
    ) -> impl Iterator<Item = &'d Period> + use<'a, 'd> {
        let periods = &self.dataset.report.periods;
        let gap = before.period().zip(after.period()).into_iter();
        gap.flat_map(|(before, after)| {
            let first = periods.partition_point(|period| period.end <= before.end);
            let later = periods[first..].iter();
            later
                .take_while(|period| period.end < after.start)
                .filter(|period| period.start > before.end && period.is_as_long_as(before))
        })
    }

    /// What the parts of a mix leave of the whole at a time, if anything.
    pub fn remainder(&self, panel: &Panel, when: When<'_>) -> Option<Statement<'d>> {
        let share = |fact: &Fact<'d>| {
            let reading = fact.at(when)?;
            Some(Term::value(
                fact.figure,
                reading.when,
                reading.value.quantity,
            ))
        };
        let shares = self.of_panel(panel).into_iter().map(share);
        rest(shares.collect::<Option<_>>()?)
    }
}

/// A figure with what follows from it and from the facts of its inputs.
fn compute<'d>(figure: &'d Figure, index: &Index<'d>, facts: &[Option<Fact<'d>>]) -> Fact<'d> {
    let mut missing = Vec::new();
    let unit = index.units.get(figure.unit.as_str()).copied();
    let unit = unit.unwrap_or_else(|| {
        missing.push(Missing::Unit);
        &UNDEFINED
    });
    let domain = unit.style.domain();
    let mut is_counted = unit.style == UnitStyle::Count;
    let mut readings = Vec::new();
    match &figure.derived {
        None => readings = printed(figure, index, domain),
        Some(derived) => match inputs(derived, index, facts) {
            Some(inputs) => {
                let is_ratio = matches!(derived, Derived::Ratio(_));
                is_counted |= unit.style == UnitStyle::Rate && is_ratio && inputs[0].is_counted;
                let (computed, lack) = declared::readings(derived, unit, &inputs);
                readings = computed;
                missing.extend(lack);
            }
            None => missing.push(Missing::Input),
        },
    }
    prior::add(figure, domain, index, &mut readings, &mut missing);
    readings.sort_by_key(|reading| reading.when.end());
    // There may be very many figures, most with a value or two.
    readings.shrink_to_fit();
    if unit.style == UnitStyle::Share {
        for reading in &mut readings {
            let share = Term::value(figure, reading.when, reading.value.quantity);
            reading.rest = rest(vec![share]);
        }
    }
    let change = change::latest(figure, unit, &readings);
    let others = change::others(figure, unit, index, &readings, change.as_ref());
    Fact {
        figure,
        unit,
        is_counted,
        readings,
        change,
        others,
        missing,
    }
}

/// The facts that a figure is computed from, if all of them are known.
fn inputs<'f, 'd>(
    derived: &Derived,
    index: &Index<'d>,
    facts: &'f [Option<Fact<'d>>],
) -> Option<Vec<&'f Fact<'d>>> {
    let input = |id: &String| {
        let position = index.figures.get(id.as_str())?;
        let fact = facts[*position].as_ref()?;
        Some(fact).filter(|fact| fact.has_inputs())
    };
    derived.inputs().iter().map(input).collect()
}

/// The printed values of a figure that name a time, in the order of the file.
fn printed<'d>(figure: &Figure, index: &Index<'d>, domain: Domain) -> Vec<Reading<'d>> {
    let reading = |value: &Value| {
        let period = value.period.as_ref();
        let when = match period {
            Some(id) => When::Period(index.periods.get(id.as_str())?),
            None => value.time_without_period()?,
        };
        let quantity = Quantity::printed(&value.literal()?, value.hedge, domain);
        Some(Reading::new(when, Statement::printed(quantity)))
    };
    figure.values.iter().filter_map(reading).collect()
}

/// What shares leave of the whole, if anything.
fn rest(shares: Vec<Term<'_>>) -> Option<Statement<'_>> {
    let terms = [vec![Term::whole()], shares].concat();
    let rest = Formula::statement(Operation::Difference, terms, Domain::Share)?;
    (rest.quantity.value > 0.0).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load;

    fn figure(id: &str, rest: &str) -> String {
        format!(r#"{{ "id": "{id}", "name": {{}}, "unit": "t"{rest} }}"#).replace('\'', "\"")
    }

    fn dataset(figures: &[String]) -> Dataset {
        let report = r#""report": { "organisation": {}, "title": {}, "documents": [], "periods": [
            { "id": "P", "start": "2023-01-01", "end": "2023-12-31" } ] }"#;
        let units = r#""units": [ { "id": "t", "style": "mass", "symbol": {} } ]"#;
        let figures = figures.join(", ");
        let file = format!(
            r#"{{ "format": 1, {report}, {units}, "figures": [ {figures} ], "tabs": [] }}"#
        );
        load(&file).expect("the test writes a dataset")
    }

    const PRINTED: &str = ", 'values': [ { 'period': 'P', 'value': 730 } ]";

    #[test]
    fn computes_inputs_before_what_is_computed_from_them() {
        let dataset = dataset(&[
            figure("late", ", 'derived': { 'ratio': ['middle', 'printed'] }"),
            figure("middle", ", 'derived': { 'per-day': 'printed' }"),
            figure("circle", ", 'derived': { 'ratio': ['printed', 'other'] }"),
            figure("other", ", 'derived': { 'per-day': 'circle' }"),
            figure("orphan", ", 'derived': { 'per-day': 'nothing' }"),
            figure("child", ", 'derived': { 'per-day': 'orphan' }"),
            figure("printed", PRINTED),
        ]);
        let ledger = Ledger::new(&dataset);
        let values = ledger.facts.iter().map(|fact| {
            let latest = fact.latest()?;
            Some(latest.value.quantity.value)
        });
        let values: Vec<Option<f64>> = values.collect();
        let late = 2.0 / 730.0;
        assert_eq!(
            values,
            [Some(late), Some(2.0), None, None, None, None, Some(730.0)]
        );
        for id in ["circle", "other", "orphan", "child"] {
            let fact = ledger.fact(id).expect("every figure has a fact");
            assert_eq!(fact.missing, [Missing::Input], "{id}");
        }
        assert_eq!(ledger.circles, [[2, 3]]);
    }

    #[test]
    fn follows_a_long_chain_of_formulas() {
        let link = |number: u32| {
            let next = format!(
                ", 'derived': {{ 'difference': ['f{}', 'zero'] }}",
                number + 1
            );
            figure(&format!("f{number}"), &next)
        };
        let zero = PRINTED.replace("730", "0");
        let ends = [figure("f10000", PRINTED), figure("zero", &zero)];
        let figures: Vec<String> = (0..10_000).map(link).chain(ends).collect();
        let dataset = dataset(&figures);
        let ledger = Ledger::new(&dataset);
        let first = ledger.facts[0].latest().expect("it has a value");
        assert!((first.value.quantity.value - 730.0).abs() < 0.5);
        assert_eq!(ledger.sources(&ledger.facts[0]), [] as [&Source; 0]);
    }
}
