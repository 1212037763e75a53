//! Computes what follows from the printed figures, with the interval that their rounding leaves.
//!
//! Nothing is computed that the file does not ask for or that a reader could not check: the value
//! before a stated change, the change between two values, the rest of a share, and the declared
//! ratios, differences, amounts a day and heights above a floor.

mod change;
mod formula;

use crate::dataset::{
    Dataset, Derived, Figure, Kind, Operand, Order, Panel, Point, Prior, Source, Tab, Unit,
    UnitStyle, When,
};
use crate::quantity::{Domain, Operation, Quantity};

pub use change::{Change, Measure, Verdict};
pub use formula::{Formula, Term};

/// Every figure of a dataset with all its values, printed and derived.
#[derive(Debug)]
pub struct Ledger<'d> {
    /// The dataset it was computed from.
    pub dataset: &'d Dataset,
    /// The figures, in the order of the file.
    pub facts: Vec<Fact<'d>>,
}

/// One figure with its values over time and what changed.
#[derive(Clone, Debug)]
pub struct Fact<'d> {
    /// The figure of the file.
    pub figure: &'d Figure,
    /// Its unit.
    pub unit: &'d Unit,
    /// Whether it counts whole things, at least above the line of a fraction.
    pub is_counted: bool,
    /// Its values, oldest first.
    pub readings: Vec<Reading<'d>>,
    /// The change to the latest value from the one before.
    pub change: Option<Change<'d>>,
    /// The other changes that were printed, such as one since a base year.
    pub others: Vec<Change<'d>>,
    /// Where it was printed, or where its inputs were; each place once.
    pub sources: Vec<&'d Source>,
}

/// A value at a time.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    /// The period or month.
    pub when: When<'d>,
    /// The value and where it comes from.
    pub value: Statement<'d>,
    /// What is left of the whole, for a share.
    pub rest: Option<Statement<'d>>,
}

/// A quantity and how it is known.
#[derive(Clone, Debug)]
pub struct Statement<'d> {
    /// The number with its bounds.
    pub quantity: Quantity,
    /// How it was computed; `None` when it was printed.
    pub formula: Option<Formula<'d>>,
}

impl Statement<'_> {
    /// Whether the value was computed rather than printed.
    pub const fn is_derived(&self) -> bool {
        self.formula.is_some()
    }
}

impl<'d> Ledger<'d> {
    /// Computes everything that follows from `dataset`.
    ///
    /// Figures whose unit or inputs are unknown, or that depend on themselves, get no values:
    /// the review reports them.
    pub fn new(dataset: &'d Dataset) -> Self {
        let mut ledger = Self {
            dataset,
            facts: Vec::new(),
        };
        for figure in dataset.figures_by_need() {
            let fact = ledger.compute(figure);
            ledger.facts.extend(fact);
        }
        let place = |fact: &Fact<'_>| {
            dataset
                .figures
                .iter()
                .position(|it| it.id == fact.figure.id)
        };
        ledger.facts.sort_by_key(place);
        ledger
    }

    /// The figure named `id`.
    pub fn fact(&self, id: &str) -> Option<&Fact<'d>> {
        self.facts.iter().find(|fact| fact.figure.id == id)
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
            let length = |fact: &Fact<'_>| fact.latest().map_or(0.0, |it| it.value.quantity.value);
            facts.sort_by(|a, b| length(b).total_cmp(&length(a)));
        }
        facts
    }

    /// The figures of a tab in reading order, each once.
    pub fn of_tab(&self, tab: &Tab) -> Vec<&Fact<'d>> {
        let mut facts: Vec<&Fact<'d>> = Vec::new();
        for fact in tab.panels().flat_map(|panel| self.of_panel(panel)) {
            if !facts.iter().any(|it| it.figure.id == fact.figure.id) {
                facts.push(fact);
            }
        }
        facts
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

    /// A figure with its values; `None` when its unit or one of its inputs has none.
    fn compute(&self, figure: &'d Figure) -> Option<Fact<'d>> {
        let unit = self.dataset.unit(&figure.unit)?;
        let inputs = figure.derived.iter().flat_map(Derived::inputs);
        let inputs: Vec<&Fact<'d>> = inputs.map(|id| self.fact(id)).collect::<Option<_>>()?;
        let mut readings: Vec<Reading<'d>> = match &figure.derived {
            None => self.printed(figure, unit),
            Some(derived) => self.declared(derived, unit),
        };
        self.add_priors(figure, unit, &mut readings);
        readings.sort_by_key(|reading| reading.when.end());
        if unit.style == UnitStyle::Share {
            for reading in &mut readings {
                let share = Term::value(figure, reading.when, reading.value.quantity);
                reading.rest = rest(vec![share]);
            }
        }
        let change = change::latest(figure, unit, &readings);
        let others = change::others(figure, unit, &readings, change.as_ref());
        let mut sources: Vec<&Source> = figure.source.iter().collect();
        for source in inputs.iter().flat_map(|input| &input.sources) {
            if !sources.contains(source) {
                sources.push(source);
            }
        }
        let is_counted = match (unit.style, &figure.derived) {
            (UnitStyle::Count, _) => true,
            (UnitStyle::Rate, Some(Derived::Ratio(_))) => inputs[0].is_counted,
            _ => false,
        };
        Some(Fact {
            figure,
            unit,
            is_counted,
            readings,
            change,
            others,
            sources,
        })
    }

    fn printed(&self, figure: &Figure, unit: &Unit) -> Vec<Reading<'d>> {
        let points = self.dataset.printed(figure, unit.style).into_iter();
        let statement = |quantity| Statement {
            quantity,
            formula: None,
        };
        points
            .map(|it| Reading::new(it.when, statement(it.quantity)))
            .collect()
    }

    /// The values before stated changes, where they were not printed.
    fn add_priors(&self, figure: &'d Figure, unit: &Unit, readings: &mut Vec<Reading<'d>>) {
        let known: Vec<Point<'d>> = readings.iter().map(Reading::point).collect();
        for Prior {
            earlier,
            later,
            change,
        } in self.dataset.priors(figure, unit.style, &known)
        {
            let terms = vec![
                Term::value(figure, later.when, later.quantity),
                Term::change(figure, earlier.when, later.when, change),
            ];
            let prior = Formula::statement(Operation::Prior, terms, unit.style.domain());
            readings.extend(prior.map(|prior| Reading::new(earlier.when, prior)));
        }
    }

    /// The values of a declared figure: one for every time at which all its inputs have one.
    fn declared(&self, derived: &'d Derived, unit: &Unit) -> Vec<Reading<'d>> {
        let operation = derived.operation(unit.style);
        let at = |when: When<'d>| {
            let term = |operand| match operand {
                Operand::Figure(id) => {
                    let fact = self.fact(id)?;
                    let quantity = fact.at(when)?.value.quantity;
                    Some(Term::value(fact.figure, when, quantity))
                }
                Operand::Days => when.period().map(Term::days),
                Operand::Constant(literal) => Some(Term::constant(literal)),
            };
            let terms = derived.operands().into_iter().map(term);
            let value = Formula::statement(
                operation,
                terms.collect::<Option<_>>()?,
                derived.domain(unit.style),
            )?;
            Some(Reading::new(when, value))
        };
        let first = derived.inputs().first().and_then(|id| self.fact(id));
        let readings = first.iter().flat_map(|fact| &fact.readings);
        readings.filter_map(|reading| at(reading.when)).collect()
    }
}

impl<'d> Fact<'d> {
    /// Every change, the latest first.
    pub fn changes(&self) -> impl Iterator<Item = &Change<'d>> {
        self.change.iter().chain(&self.others)
    }

    /// The latest value.
    pub fn latest(&self) -> Option<&Reading<'d>> {
        self.readings.last()
    }

    /// The value at a time.
    pub fn at(&self, when: When<'_>) -> Option<&Reading<'d>> {
        self.readings.iter().find(|reading| reading.when == when)
    }

    /// The value of the period named `id`.
    pub fn of_period(&self, id: &str) -> Option<&Reading<'d>> {
        self.readings.iter().find(|it| it.when.is_named(id))
    }

    /// The largest value of any time, zero when there is none.
    pub fn largest(&self) -> f64 {
        self.readings
            .iter()
            .map(|it| it.value.quantity.value)
            .fold(0.0, f64::max)
    }

    /// Whether a value of any time is a bound.
    pub fn is_bound(&self) -> bool {
        let mut hedges = self.readings.iter().map(|it| it.value.quantity.hedge);
        hedges.any(|hedge| hedge.is_some_and(|it| it.is_floor() || it.is_ceiling()))
    }

    /// Whether the whole figure is computed rather than printed.
    pub const fn is_derived(&self) -> bool {
        self.figure.derived.is_some()
    }
}

impl<'d> Reading<'d> {
    const fn new(when: When<'d>, value: Statement<'d>) -> Self {
        Self {
            when,
            value,
            rest: None,
        }
    }

    const fn point(&self) -> Point<'d> {
        Point {
            when: self.when,
            quantity: self.value.quantity,
            is_printed: !self.value.is_derived(),
        }
    }
}

/// What shares leave of the whole, if anything.
fn rest(shares: Vec<Term<'_>>) -> Option<Statement<'_>> {
    let terms = [vec![Term::whole()], shares].concat();
    let rest = Formula::statement(Operation::Difference, terms, Domain::Share)?;
    (rest.quantity.value > 0.0).then_some(rest)
}
