//! What the review can find: for each kind of finding its code, its severity and the reason for it.
//!
//! A new kind is one entry here, its words in the file of each language, and one rule in
//! [`crate::check`].

use strum::{EnumString, IntoStaticStr};

use super::Lang;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// The dataset cannot be shown.
    Error,
    /// The dataset can be shown, but should not be published.
    Warning,
}

impl Severity {
    /// The severity as scripts read it, the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What is said about one kind of finding; `{0}`, `{1}`, … are the arguments of the finding.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The kind in two or three words.
    pub title: &'static str,
    /// What is wrong and why it matters, as a template.
    pub message: &'static str,
    /// What to do about it, as a template.
    pub fix: Option<&'static str>,
}

impl Phrase {
    const fn new(title: &'static str, message: &'static str) -> Self {
        Self {
            title,
            message,
            fix: None,
        }
    }

    const fn fix(self, fix: &'static str) -> Self {
        Self {
            fix: Some(fix),
            ..self
        }
    }
}

/// Declares [`Code`] from entries of reason, severity and name.
macro_rules! codes {
    ($($(#[doc = $reason:literal])+ $severity:ident $code:ident,)+) => {
        /// What a finding is about. Errors come first: a dataset that has one cannot be shown.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr,
        )]
        #[strum(serialize_all = "kebab-case")]
        pub enum Code {
            $($(#[doc = $reason])+ $code,)+
        }

        impl Code {
            /// Every code, errors first.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// What it is about, and why it matters, in English.
            const fn doc(self) -> &'static str {
                match self {
                    $(Self::$code => concat!($($reason),+),)+
                }
            }

            /// Whether a dataset with such a finding cannot be shown, or should not be published.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }
        }
    };
}

/// Declares what one language says about every code.
macro_rules! phrases {
    ($($code:ident: $phrase:expr,)+) => {
        pub(super) const fn phrase(code: Code) -> Phrase {
            match code {
                $(Code::$code => $phrase,)+
            }
        }
    };
}

/// Declares what every code is about and why it matters, in a language other than English.
macro_rules! reasons {
    ($($code:ident: $reason:literal,)+) => {
        pub(super) const fn reason(code: Code) -> &'static str {
            match code {
                $(Code::$code => $reason,)+
            }
        }
    };
}

mod en;
mod th;

impl Code {
    /// The code as reports and scripts write it, such as `unknown-unit`; it never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is about and why it matters, in the language `lang`: a sentence or two.
    pub fn reason(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Th => th::reason(self),
            #[cfg(test)]
            Lang::Pseudo => self.reason(Lang::En),
            Lang::En => self.doc().trim_start(),
        }
    }

    /// What is said about it in the language `lang`.
    pub const fn phrase(self, lang: Lang) -> Phrase {
        match lang {
            Lang::Th => th::phrase(self),
            #[cfg(test)]
            Lang::Pseudo => en::phrase(self),
            Lang::En => en::phrase(self),
        }
    }
}

codes! {
    /// The file is not JSON, so nothing in it can be read.
    Error NotJson,
    /// A value is missing, doubled or of another type than the format asks for.
    Error WrongShape,
    /// A key or a word the format does not know, which would be ignored silently.
    Error UnknownKey,
    /// The file is written in another version of the format, whose keys may mean other things.
    Error UnsupportedFormat,
    /// A character that a terminal obeys or does not show, such as an escape code, a reversal of the
    /// writing direction or an invisible operator.
    Error ControlCharacter,
    /// An id that is empty or holds a character with a meaning in placeholders, so nothing can name
    /// it.
    Error BadId,
    /// Two things of one kind with one id: a reference could mean either.
    Error DuplicateId,
    /// A figure in a unit that is not defined: its number would have none.
    Error UnknownUnit,
    /// A value or change of a period that is not defined: it would have no place in time.
    Error UnknownPeriod,
    /// A source in a document that is not defined: nobody could look it up.
    Error UnknownDocument,
    /// A source in a section or item that does not exist: both count from 1, and the document lists
    /// its sections.
    Error UnknownSection,
    /// A panel, formula or placeholder names a figure that is not defined.
    Error UnknownFigure,
    /// A report without a period: no reader could tell when its numbers were true.
    Error NoPeriod,
    /// A period that ends before it starts has no days to cover or to divide by.
    Error ReversedPeriod,
    /// A figure that is neither printed nor derived has nothing to show.
    Error NoValue,
    /// A figure both printed and derived: the reader could not tell which of the two is shown.
    Error PrintedAndDerived,
    /// A value needs one time, a period or a month, or the word that none is stated: with none or
    /// several, nobody knows when it was true.
    Error ValueTime,
    /// Two values of a figure at one time, or two changes over one span: they contradict or repeat
    /// each other.
    Error RepeatedValue,
    /// A figure computed from itself has no value.
    Error DerivedCycle,
    /// A formula or a mix whose figures have no time in common: numbers of different times do not
    /// combine.
    Error NoCommonTime,
    /// A ratio whose divisor is zero has no value.
    Error DivisionByZero,
    /// A formula whose inputs' bounds leave its result open both ways, such as `more than` less
    /// `more than`.
    Error OpenResult,
    /// A change that leaves no earlier value to compute: a decrease of 100% or more, or one of a
    /// negative value.
    Error ImpossibleChange,
    /// A share below 0 or above 100 percent is not part of a whole.
    Error ShareRange,
    /// A dataset without tabs has no page to open.
    Error NoTabs,
    /// A tab without rows is an empty page.
    Error EmptyTab,
    /// A row without panels is a gap in the page.
    Error EmptyRow,
    /// A panel without figures is an empty frame.
    Error EmptyPanel,
    /// A gauge or a mix of a figure that is not a share: there is no whole it could fill.
    Error NotAShare,
    /// Two units on one axis, in one difference or in a part and its whole: their lengths and
    /// differences mean nothing.
    Error MixedUnits,
    /// Squares that stand for an amount cannot show a value that is not above zero.
    Error NoUnits,
    /// A dumbbell or a bridge leads from one value to the next: with a single one there is none to lead
    /// from.
    Error SingleValue,
    /// A value before the start of its axis has no place on it.
    Error BeforeAxis,
    /// Parts that are more than their whole cannot be stacked to it.
    Error MixOver,
    /// A ratio whose unit says a million and is computed with one: wrong by a factor of a million.
    Error UnitScale,
    /// A text with no language at all leaves a blank where readers expect words.
    Error EmptyText,
    /// A brace without its partner, or a placeholder with an empty part: the reader would see it,
    /// and no number.
    Error BrokenPlaceholder,
    /// A placeholder asks for a part of a figure that no figure has.
    Error UnknownPart,
    /// A placeholder for a number the figure does not have: the reader would see the placeholder.
    Error UnfilledPlaceholder,
    /// A text that is missing in a language that other texts have: its readers would meet a sentence
    /// they may not read.
    Warning MissingLanguage,
    /// A printed figure without a source: nobody can look it up.
    Warning NoSource,
    /// A figure without a boundary: nobody can tell what it covers.
    Warning NoBoundary,
    /// An amount of emissions that names no account: it could be own emissions or avoided ones,
    /// which never mix.
    Warning NoAccount,
    /// A direction of improvement that contradicts the account: more emissions are not better,
    /// fewer reductions neither.
    Warning OddDirection,
    /// A figure on no tab: it was read and never shown. Being an input of a shown figure does not
    /// show it.
    Warning UnusedFigure,
    /// A unit, period or document that nothing refers to: a leftover, or a sign of a figure that is
    /// missing.
    Warning UnusedDefinition,
    /// Periods that overlap or are not listed oldest first: the last one is taken for the report's
    /// own.
    Warning PeriodOrder,
    /// A state as of a month outside every period: it may be of another report.
    Warning StrayTime,
    /// A date in a year of the Buddhist era: dates of the file count years of the common era.
    Warning BuddhistYear,
    /// Values over periods and values as of months in one figure: what adds up over a time and what
    /// is true at one do not compare.
    Warning StateAndFlow,
    /// An amount compared over periods of different length, such as a half-year with a year: a
    /// longer time makes a larger amount.
    Warning UnequalPeriods,
    /// A change whose later period is not the later one: its sign would be read the wrong way
    /// round.
    Warning BackwardChange,
    /// A stated change to a period the figure has no value for: it can neither be shown nor
    /// checked.
    Warning LooseChange,
    /// A stated change that the two values do not give, whatever their rounding: one of the three
    /// is wrong or restated.
    Warning ChangeMismatch,
    /// A percent change of a share, an index or a value that is not above zero: 20% to 30% is ten
    /// percentage points, and the others have no base to take percent of.
    Warning MisleadingPercent,
    /// A hedge before a count printed to the last one: `more than 118,746` is either exact or
    /// rounded, not both.
    Warning HedgedCount,
    /// A count below zero or with a fraction: there are no fractions of things or people.
    Warning NotACount,
    /// A long run of zeros, or any after `about`: every written digit counts as known, and a
    /// document that prints `4.681 million` knows only four.
    Warning FalsePrecision,
    /// A number with the `.0` of a tool that has read and written the file: the printed digits, and
    /// with them the interval, are lost.
    Warning RewrittenNumber,
    /// Parts without a named rest that do not make the whole: something is missing and not said.
    Warning MixShort,
    /// A time at which only some parts of a mix have a value: it is not drawn.
    Warning UnmatchedPart,
    /// Own emissions and avoided ones in one panel, or any two accounts on one axis or in one
    /// formula: readers would net or add them.
    Warning MixedAccounts,
    /// A ratio in the unit of one of its inputs: tonnes divided by people are not tonnes.
    Warning RatioUnit,
    /// Bars of different times side by side, with no note that says so.
    Warning MixedTimes,
    /// Columns of times that are not equally far apart, with no note that says so: they are at
    /// equal distances.
    Warning HiddenGap,
    /// Columns of two units under one scale name: the scale is shared within a unit only, so the
    /// name promises what is not so.
    Warning SplitScale,
    /// Bars of an index from a zero that it cannot reach: they look alike whatever changed.
    Warning IndexBars,
    /// A figure twice on one panel: in a mix it counts twice, elsewhere it repeats itself.
    Warning RepeatedFigure,
    /// A row or panel with no share of the room: it would not be seen.
    Warning ZeroWeight,
    /// More tabs than the keys 1 to 9 can reach.
    Warning ManyTabs,
    /// A number typed into a sentence: it stays when the figure changes, and carries no hedge and
    /// no unit.
    Warning TypedNumber,
    /// A word for a rise before a change that is a fall, or the reverse: changes are filled in
    /// without their sign.
    Warning WrongDirection,
    /// Translations with different placeholders: readers of two languages would get different
    /// numbers.
    Warning UnequalTranslations,
    /// A placeholder in a text that is shown as it is: only messages, notes and panel titles are
    /// filled in.
    Warning IdlePlaceholder,
    /// `Mt` is a million tonnes to one reader and a metric ton to the next: a factor of a million.
    Warning AmbiguousUnit,
    /// A unit with a magnitude, such as a million, at one of its ends: the program says those
    /// itself, and would say them twice.
    Warning ScaledUnit,
    /// A unit that ends in a percent sign and is not a share: its changes would be said in percent of
    /// a percentage.
    Warning PercentSign,
    /// A reduction or an avoided amount below zero: its sign says the opposite of its name.
    Warning NegativeReduction,
    /// A value ten times its neighbour or a tenth of it, with no note: a unit or a decimal point is
    /// likely to be wrong.
    Warning SuddenJump,
    /// Two figures of one name, unit and boundary with different values at one time: readers take them
    /// for one figure.
    Warning ConflictingValues,
    /// A share written as a fraction of one next to shares in percent: a hundredth of what is meant.
    Warning FractionShare,
    /// A direction of improvement against what the name of the figure says it measures, such as a higher
    /// PUE.
    Warning OddPolarity,
    /// A name or a boundary with a scope or another number in one language and a different one in
    /// another: readers of the two languages would take the figure for different things.
    Warning UnequalNumbers,
    /// A bar of a total next to bars of its parts: it looks like one part more.
    Warning TotalAmongParts,
    /// Scopes that do not add up to their total in the same panel, whatever their rounding.
    Warning PartsMismatch,
    /// Market-based and location-based emissions in one panel or formula, with no note: they count the
    /// same electricity in two ways.
    Warning MixedMethods,
    /// A figure over time whose texts name two approaches to consolidation: its values are of two
    /// organisations.
    Warning ChangedConsolidation,
    /// Amounts of two currencies under one unit or in one panel, which neither add up nor compare.
    Warning MixedCurrencies,
    /// A word such as `about` typed before a number whose value has none, or brings its own.
    Warning TypedHedge,
    /// A headline that takes what others avoided from own emissions, such as `carbon negative`: the GHG
    /// Protocol keeps the two apart.
    Warning NettedAccounts,
}
