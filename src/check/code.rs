//! The kinds of findings: a stable code, a fixed severity, and the reason for each.

use crate::locale::check::{CheckWords, Phrase};

use super::Severity;

/// What a finding is about. Errors come first: a dataset that has one cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is no JSON, so nothing in it can be read.
    NotJson,
    /// A value is missing, doubled or of another type than the format asks for.
    WrongShape,
    /// A key or a word the format does not know, which would be passed over in silence.
    UnknownKey,
    /// The file is written in another version of the format, whose keys may mean other things.
    UnsupportedFormat,
    /// A character that a terminal obeys instead of showing, such as an escape code or a reversal of the writing direction.
    ControlCharacter,
    /// An id that is empty or holds a character with a meaning in placeholders, so nothing can name it.
    BadId,
    /// Two things of one kind with one id: a reference could mean either.
    DuplicateId,
    /// A figure in a unit that is not defined: its number would stand without one.
    UnknownUnit,
    /// A value or change of a period that is not defined: it would have no place in time.
    UnknownPeriod,
    /// A source in a document that is not defined: nobody could look it up.
    UnknownDocument,
    /// A source in a section or item that does not exist: both count from 1, and the document lists its sections.
    UnknownSection,
    /// A panel, formula or placeholder names a figure that is not defined.
    UnknownFigure,
    /// A report without a period: no reader could tell when its numbers were true.
    NoPeriod,
    /// A period that ends before it starts has no days to cover or to divide by.
    ReversedPeriod,
    /// A figure that is neither printed nor derived has nothing to show.
    NoValue,
    /// A figure both printed and derived: the reader could not tell which of the two is shown.
    PrintedAndDerived,
    /// A value needs one time, a period or a month: with none or both, nobody knows when it was true.
    ValueTime,
    /// Two values of a figure at one time, or two changes over one span: they contradict or repeat each other.
    RepeatedValue,
    /// A figure computed from itself has no value.
    DerivedCycle,
    /// A formula or a mix whose figures have no time in common: numbers of different times do not combine.
    NoCommonTime,
    /// A ratio whose divisor is zero has no value.
    DivisionByZero,
    /// A formula whose inputs' bounds leave its result open both ways, such as `more than` less `more than`.
    OpenResult,
    /// A change that leaves no earlier value to compute: a fall by the whole or more, or one of a negative value.
    ImpossibleChange,
    /// A share below 0 or above 100 percent is no part of a whole.
    ShareRange,
    /// A dataset without tabs has no page to open.
    NoTabs,
    /// A tab without rows is an empty page.
    EmptyTab,
    /// A row without panels is a hole in the page.
    EmptyRow,
    /// A panel without figures is a frame around nothing.
    EmptyPanel,
    /// A gauge or a mix of a figure that is no share: there is no whole it could fill.
    NotAShare,
    /// Two units on one axis, in one difference or in a part and its whole: their lengths and differences mean nothing.
    MixedUnits,
    /// A bar is drawn from zero upwards: a value below zero would be drawn as nothing, which is false.
    NegativeBar,
    /// Parts that are more than their whole cannot be stacked to it.
    MixOver,
    /// A text with no language at all leaves a blank where readers expect words.
    EmptyText,
    /// A brace without its partner, or a placeholder with an empty part: the reader would see it, and no number.
    BrokenPlaceholder,
    /// A placeholder asks for a part of a figure that no figure has.
    UnknownPart,
    /// A placeholder for a number the figure does not have: the reader would see the placeholder.
    UnfilledPlaceholder,
    /// A text that is missing in a language: its readers would meet a sentence they may not read.
    MissingLanguage,
    /// A printed figure without a source: nobody can look it up.
    NoSource,
    /// A figure without a boundary: nobody can tell what it covers.
    NoBoundary,
    /// An amount of emissions that names no account: it could be own emissions or avoided ones, which never mix.
    NoAccount,
    /// A direction of improvement that contradicts the account: more emissions are not better, fewer reductions neither.
    OddDirection,
    /// A figure on no tab: it was read and never shown. Being an input of a shown figure does not show it.
    UnusedFigure,
    /// A unit, period or document that nothing refers to: a leftover, or a sign of a figure that is missing.
    UnusedDefinition,
    /// Periods that overlap or are not listed oldest first: the last one is taken for the report's own.
    PeriodOrder,
    /// A state as of a month outside every period: it may be of another report.
    StrayTime,
    /// A date in a year of the Buddhist era: dates of the file count years of the common era.
    BuddhistYear,
    /// Values over periods and values as of months in one figure: what adds up over a time and what is true at one do not compare.
    StateAndFlow,
    /// An amount compared over periods of different length, such as a half-year with a year: a longer time makes a larger amount.
    UnequalPeriods,
    /// A change whose later period is not the later one: its sign would be read the wrong way round.
    BackwardChange,
    /// A stated change to a period the figure has no value for: it can neither be shown nor checked.
    LooseChange,
    /// A stated change that the two values do not give, whatever their rounding: one of the three is wrong or restated.
    ChangeMismatch,
    /// A percent change of a share, an index or a value that is not above zero: 20% to 30% is ten percentage points, and the others have no base to take percent of.
    MisleadingPercent,
    /// A hedge before a count printed to the last one: `more than 118,746` is either exact or rounded, not both.
    HedgedCount,
    /// A count below zero or with a fraction: things and people come whole.
    NotACount,
    /// A long run of zeros, or any after `about`: every written digit counts as known, and a document that prints `4.681 million` knows only four.
    FalsePrecision,
    /// Parts without a named rest that do not make the whole: something is missing and not said.
    MixShort,
    /// A time at which only some parts of a mix have a value: it is not drawn.
    UnmatchedPart,
    /// Own emissions and avoided ones in one panel, or any two accounts on one axis or in one formula: readers would net or add them.
    MixedAccounts,
    /// A ratio in the unit of one of its inputs: tonnes divided by people are no tonnes.
    RatioUnit,
    /// Bars of different times side by side, with no note that says so.
    MixedTimes,
    /// Columns of times that are not equally far apart, with no note that says so: they stand at equal distances.
    HiddenGap,
    /// Columns of two units under one scale name: the scale is shared within a unit only, so the name promises what is not so.
    SplitScale,
    /// Bars of an index from a zero that it cannot reach: they look alike whatever changed.
    IndexBars,
    /// A figure twice on one panel: in a mix it counts twice, elsewhere it repeats itself.
    RepeatedFigure,
    /// A row or panel with no share of the room: it would not be seen.
    ZeroWeight,
    /// More tabs than the keys 1 to 9 can reach.
    ManyTabs,
    /// A number typed into a sentence: it stays when the figure changes, and carries no hedge and no unit.
    TypedNumber,
    /// A word for a rise before a change that is a fall, or the reverse: changes are filled in without their sign.
    WrongDirection,
    /// Translations with different placeholders: readers of two languages would get different numbers.
    UnequalTranslations,
    /// A placeholder in a text that is shown as it is: only messages, notes and panel titles are filled in.
    IdlePlaceholder,
    /// `Mt` is a million tonnes to one reader and a metric ton to the next: a factor of a million.
    AmbiguousUnit,
    /// A unit with a magnitude, such as a million, at one of its ends: the program says those itself, and would say them twice.
    ScaledUnit,
    /// A unit that ends in a percent sign and is no share: its changes would be said in percent of a percentage.
    PercentSign,
}

impl Code {
    /// Every code, errors first.
    pub const ALL: [Self; 73] = [
        Self::NotJson,
        Self::WrongShape,
        Self::UnknownKey,
        Self::UnsupportedFormat,
        Self::ControlCharacter,
        Self::BadId,
        Self::DuplicateId,
        Self::UnknownUnit,
        Self::UnknownPeriod,
        Self::UnknownDocument,
        Self::UnknownSection,
        Self::UnknownFigure,
        Self::NoPeriod,
        Self::ReversedPeriod,
        Self::NoValue,
        Self::PrintedAndDerived,
        Self::ValueTime,
        Self::RepeatedValue,
        Self::DerivedCycle,
        Self::NoCommonTime,
        Self::DivisionByZero,
        Self::OpenResult,
        Self::ImpossibleChange,
        Self::ShareRange,
        Self::NoTabs,
        Self::EmptyTab,
        Self::EmptyRow,
        Self::EmptyPanel,
        Self::NotAShare,
        Self::MixedUnits,
        Self::NegativeBar,
        Self::MixOver,
        Self::EmptyText,
        Self::BrokenPlaceholder,
        Self::UnknownPart,
        Self::UnfilledPlaceholder,
        Self::MissingLanguage,
        Self::NoSource,
        Self::NoBoundary,
        Self::NoAccount,
        Self::OddDirection,
        Self::UnusedFigure,
        Self::UnusedDefinition,
        Self::PeriodOrder,
        Self::StrayTime,
        Self::BuddhistYear,
        Self::StateAndFlow,
        Self::UnequalPeriods,
        Self::BackwardChange,
        Self::LooseChange,
        Self::ChangeMismatch,
        Self::MisleadingPercent,
        Self::HedgedCount,
        Self::NotACount,
        Self::FalsePrecision,
        Self::MixShort,
        Self::UnmatchedPart,
        Self::MixedAccounts,
        Self::RatioUnit,
        Self::MixedTimes,
        Self::HiddenGap,
        Self::SplitScale,
        Self::IndexBars,
        Self::RepeatedFigure,
        Self::ZeroWeight,
        Self::ManyTabs,
        Self::TypedNumber,
        Self::WrongDirection,
        Self::UnequalTranslations,
        Self::IdlePlaceholder,
        Self::AmbiguousUnit,
        Self::ScaledUnit,
        Self::PercentSign,
    ];

    /// The code as reports and scripts write it, such as `unknown-unit`; it never changes.
    pub const fn name(self) -> &'static str {
        self.entry().1
    }

    /// Whether a dataset with such a finding cannot be shown, or should not be published.
    pub const fn severity(self) -> Severity {
        self.entry().0
    }

    const fn entry(self) -> (Severity, &'static str) {
        use Severity::{Error, Warning};
        match self {
            Self::NotJson => (Error, "not-json"),
            Self::WrongShape => (Error, "wrong-shape"),
            Self::UnknownKey => (Error, "unknown-key"),
            Self::UnsupportedFormat => (Error, "unsupported-format"),
            Self::ControlCharacter => (Error, "control-character"),
            Self::BadId => (Error, "bad-id"),
            Self::DuplicateId => (Error, "duplicate-id"),
            Self::UnknownUnit => (Error, "unknown-unit"),
            Self::UnknownPeriod => (Error, "unknown-period"),
            Self::UnknownDocument => (Error, "unknown-document"),
            Self::UnknownSection => (Error, "unknown-section"),
            Self::UnknownFigure => (Error, "unknown-figure"),
            Self::NoPeriod => (Error, "no-period"),
            Self::ReversedPeriod => (Error, "reversed-period"),
            Self::NoValue => (Error, "no-value"),
            Self::PrintedAndDerived => (Error, "printed-and-derived"),
            Self::ValueTime => (Error, "value-time"),
            Self::RepeatedValue => (Error, "repeated-value"),
            Self::DerivedCycle => (Error, "derived-cycle"),
            Self::NoCommonTime => (Error, "no-common-time"),
            Self::DivisionByZero => (Error, "division-by-zero"),
            Self::OpenResult => (Error, "open-result"),
            Self::ImpossibleChange => (Error, "impossible-change"),
            Self::ShareRange => (Error, "share-range"),
            Self::NoTabs => (Error, "no-tabs"),
            Self::EmptyTab => (Error, "empty-tab"),
            Self::EmptyRow => (Error, "empty-row"),
            Self::EmptyPanel => (Error, "empty-panel"),
            Self::NotAShare => (Error, "not-a-share"),
            Self::MixedUnits => (Error, "mixed-units"),
            Self::NegativeBar => (Error, "negative-bar"),
            Self::MixOver => (Error, "mix-over"),
            Self::EmptyText => (Error, "empty-text"),
            Self::BrokenPlaceholder => (Error, "broken-placeholder"),
            Self::UnknownPart => (Error, "unknown-part"),
            Self::UnfilledPlaceholder => (Error, "unfilled-placeholder"),
            Self::MissingLanguage => (Warning, "missing-language"),
            Self::NoSource => (Warning, "no-source"),
            Self::NoBoundary => (Warning, "no-boundary"),
            Self::NoAccount => (Warning, "no-account"),
            Self::OddDirection => (Warning, "odd-direction"),
            Self::UnusedFigure => (Warning, "unused-figure"),
            Self::UnusedDefinition => (Warning, "unused-definition"),
            Self::PeriodOrder => (Warning, "period-order"),
            Self::StrayTime => (Warning, "stray-time"),
            Self::BuddhistYear => (Warning, "buddhist-year"),
            Self::StateAndFlow => (Warning, "state-and-flow"),
            Self::UnequalPeriods => (Warning, "unequal-periods"),
            Self::BackwardChange => (Warning, "backward-change"),
            Self::LooseChange => (Warning, "loose-change"),
            Self::ChangeMismatch => (Warning, "change-mismatch"),
            Self::MisleadingPercent => (Warning, "misleading-percent"),
            Self::HedgedCount => (Warning, "hedged-count"),
            Self::NotACount => (Warning, "not-a-count"),
            Self::FalsePrecision => (Warning, "false-precision"),
            Self::MixShort => (Warning, "mix-short"),
            Self::UnmatchedPart => (Warning, "unmatched-part"),
            Self::MixedAccounts => (Warning, "mixed-accounts"),
            Self::RatioUnit => (Warning, "ratio-unit"),
            Self::MixedTimes => (Warning, "mixed-times"),
            Self::HiddenGap => (Warning, "hidden-gap"),
            Self::SplitScale => (Warning, "split-scale"),
            Self::IndexBars => (Warning, "index-bars"),
            Self::RepeatedFigure => (Warning, "repeated-figure"),
            Self::ZeroWeight => (Warning, "zero-weight"),
            Self::ManyTabs => (Warning, "many-tabs"),
            Self::TypedNumber => (Warning, "typed-number"),
            Self::WrongDirection => (Warning, "wrong-direction"),
            Self::UnequalTranslations => (Warning, "unequal-translations"),
            Self::IdlePlaceholder => (Warning, "idle-placeholder"),
            Self::AmbiguousUnit => (Warning, "ambiguous-unit"),
            Self::ScaledUnit => (Warning, "scaled-unit"),
            Self::PercentSign => (Warning, "percent-sign"),
        }
    }

    pub(super) const fn phrase(self, words: &CheckWords) -> &Phrase {
        match self {
            Self::NotJson => &words.not_json,
            Self::WrongShape => &words.wrong_shape,
            Self::UnknownKey => &words.unknown_key,
            Self::UnsupportedFormat => &words.unsupported_format,
            Self::ControlCharacter => &words.control_character,
            Self::BadId => &words.bad_id,
            Self::DuplicateId => &words.duplicate_id,
            Self::UnknownUnit => &words.unknown_unit,
            Self::UnknownPeriod => &words.unknown_period,
            Self::UnknownDocument => &words.unknown_document,
            Self::UnknownSection => &words.unknown_section,
            Self::UnknownFigure => &words.unknown_figure,
            Self::NoPeriod => &words.no_period,
            Self::ReversedPeriod => &words.reversed_period,
            Self::NoValue => &words.no_value,
            Self::PrintedAndDerived => &words.printed_and_derived,
            Self::ValueTime => &words.value_time,
            Self::RepeatedValue => &words.repeated_value,
            Self::DerivedCycle => &words.derived_cycle,
            Self::NoCommonTime => &words.no_common_time,
            Self::DivisionByZero => &words.division_by_zero,
            Self::OpenResult => &words.open_result,
            Self::ImpossibleChange => &words.impossible_change,
            Self::ShareRange => &words.share_range,
            Self::NoTabs => &words.no_tabs,
            Self::EmptyTab => &words.empty_tab,
            Self::EmptyRow => &words.empty_row,
            Self::EmptyPanel => &words.empty_panel,
            Self::NotAShare => &words.not_a_share,
            Self::MixedUnits => &words.mixed_units,
            Self::NegativeBar => &words.negative_bar,
            Self::MixOver => &words.mix_over,
            Self::EmptyText => &words.empty_text,
            Self::BrokenPlaceholder => &words.broken_placeholder,
            Self::UnknownPart => &words.unknown_part,
            Self::UnfilledPlaceholder => &words.unfilled_placeholder,
            Self::MissingLanguage => &words.missing_language,
            Self::NoSource => &words.no_source,
            Self::NoBoundary => &words.no_boundary,
            Self::NoAccount => &words.no_account,
            Self::OddDirection => &words.odd_direction,
            Self::UnusedFigure => &words.unused_figure,
            Self::UnusedDefinition => &words.unused_definition,
            Self::PeriodOrder => &words.period_order,
            Self::StrayTime => &words.stray_time,
            Self::BuddhistYear => &words.buddhist_year,
            Self::StateAndFlow => &words.state_and_flow,
            Self::UnequalPeriods => &words.unequal_periods,
            Self::BackwardChange => &words.backward_change,
            Self::LooseChange => &words.loose_change,
            Self::ChangeMismatch => &words.change_mismatch,
            Self::MisleadingPercent => &words.misleading_percent,
            Self::HedgedCount => &words.hedged_count,
            Self::NotACount => &words.not_a_count,
            Self::FalsePrecision => &words.false_precision,
            Self::MixShort => &words.mix_short,
            Self::UnmatchedPart => &words.unmatched_part,
            Self::MixedAccounts => &words.mixed_accounts,
            Self::RatioUnit => &words.ratio_unit,
            Self::MixedTimes => &words.mixed_times,
            Self::HiddenGap => &words.hidden_gap,
            Self::SplitScale => &words.split_scale,
            Self::IndexBars => &words.index_bars,
            Self::RepeatedFigure => &words.repeated_figure,
            Self::ZeroWeight => &words.zero_weight,
            Self::ManyTabs => &words.many_tabs,
            Self::TypedNumber => &words.typed_number,
            Self::WrongDirection => &words.wrong_direction,
            Self::UnequalTranslations => &words.unequal_translations,
            Self::IdlePlaceholder => &words.idle_placeholder,
            Self::AmbiguousUnit => &words.ambiguous_unit,
            Self::ScaledUnit => &words.scaled_unit,
            Self::PercentSign => &words.percent_sign,
        }
    }
}
