//! The words that tables are written in: what is understood, in every language at once.

/// How many topics are known.
pub const TOPICS: usize = 6;

/// What a table may say in one language; all in small letters.
#[derive(Clone, Copy, Debug)]
pub struct TableWords {
    /// Words and signs for powers of ten, before or behind a number or unit.
    pub powers: &'static [(&'static str, i32)],
    /// Words before a lower bound.
    pub more_than: &'static [&'static str],
    /// Words before an upper bound.
    pub less_than: &'static [&'static str],
    /// Words before an upper bound that is near.
    pub almost: &'static [&'static str],
    /// Words before a rough number.
    pub about: &'static [&'static str],
    /// Words for a value that is not there.
    pub nothing: &'static [&'static str],
    /// Words before a fiscal year.
    pub fiscal_years: &'static [&'static str],
    /// Words before a calendar year.
    pub calendar_years: &'static [&'static str],
    /// Words before the month of a state.
    pub as_of: &'static [&'static str],
    /// The months by their whole names, January first.
    pub months: [&'static str; 12],
    /// Percent of a whole, as a unit.
    pub percent: &'static [&'static str],
    /// Units of mass.
    pub masses: &'static [&'static str],
    /// Other units of what is measured rather than counted.
    pub amounts: &'static [&'static str],
    /// Parts of words for what was not emitted.
    pub reductions: &'static [&'static str],
    /// Less is better.
    pub lower: &'static [&'static str],
    /// More is better.
    pub higher: &'static [&'static str],
    /// What headings call a column, and its own name.
    pub columns: &'static [(&'static str, &'static str)],
    /// What is in the units or names of figures about emissions, energy, water, materials, people
    /// and money, in this order; with a space where a word ends.
    pub topics: [&'static [&'static str]; TOPICS],
}
