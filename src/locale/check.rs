//! What the review of a dataset says, as typed templates.

/// The words of the review: labels, and a phrase for each kind of finding.
///
/// `{0}`, `{1}`, … in a template are the arguments of the finding.
#[derive(Clone, Copy, Debug)]
pub struct CheckWords {
    /// Labels a finding that keeps a dataset from being shown.
    pub error: &'static str,
    /// Labels a finding that should keep a dataset from being published.
    pub warning: &'static str,
    /// There is nothing to report.
    pub no_findings: &'static str,
    /// The number of errors: of one, and of more.
    pub errors: [&'static str; 2],
    /// The number of warnings: of one, and of more.
    pub warnings: [&'static str; 2],
    /// Proposes the nearest known word.
    pub did_you_mean: &'static str,
    /// Before the JSON pointer of a finding.
    pub at: &'static str,
    /// A unit, within a sentence.
    pub unit: &'static str,
    /// A period, within a sentence.
    pub period: &'static str,
    /// A document, within a sentence.
    pub document: &'static str,
    /// A figure, within a sentence.
    pub figure: &'static str,
    /// A tab, within a sentence.
    pub tab: &'static str,
    /// A value has neither of two things.
    pub neither: &'static str,
    /// A value has both of two things.
    pub both: &'static str,
    /// How a share changes.
    pub points: &'static str,
    /// How an index changes.
    pub differences: &'static str,
    /// A key that has to be there is not, as a template.
    pub missing: &'static str,
    /// A key is there twice, as a template.
    pub repeated: &'static str,
    /// A value has another shape than expected, as a template.
    pub unexpected: &'static str,
    /// The words that are known in a place, as a template.
    pub known_words: &'static str,
    /// Where all keys and words are listed.
    pub schema: &'static str,
    /// What to do about a key that is there twice.
    pub keep_one: &'static str,
    /// One text.
    pub this_text: &'static str,
    /// All texts.
    pub every_text: &'static str,
    /// Why a percentage of some values is none.
    pub no_base: &'static str,
    /// Why a fall by the whole leads back to no value.
    pub nothing_left: &'static str,
    /// What two units cannot do: share an axis.
    pub no_axis: &'static str,
    /// What two units cannot do: be subtracted.
    pub no_difference: &'static str,
    /// What two units cannot be: of a difference and of what it is of.
    pub other_difference: &'static str,
    /// What two units cannot be: of a part and its whole.
    pub no_share: &'static str,
    /// Why a share and an amount make no ratio.
    pub part_of_share: &'static str,
    /// What the JSON parser says.
    pub parser: ParserWords,
    /// Words before a change that say it is a rise.
    pub rising: &'static [&'static str],
    /// Words before a change that say it is a fall.
    pub falling: &'static [&'static str],
    /// Words before the number of a scope of the GHG Protocol.
    pub scopes: &'static [&'static str],
    /// Words between the numbers of two scopes.
    pub joiners: &'static [&'static str],
    /// Words and signs for powers of ten that stand at an end of a unit.
    pub magnitudes: &'static [&'static str],
    /// Before what a unit is counted per.
    pub per: &'static str,

    /// The file is no JSON, so nothing in it can be read.
    pub not_json: Phrase,
    /// A value is missing, doubled or of another type than the format asks for.
    pub wrong_shape: Phrase,
    /// A key or a word the format does not know, which would be passed over in silence.
    pub unknown_key: Phrase,
    /// The file is written in another version of the format, whose keys may mean other things.
    pub unsupported_format: Phrase,
    /// A character that a terminal obeys instead of showing, such as an escape code or a reversal of the writing direction.
    pub control_character: Phrase,
    /// An id that is empty or holds a character with a meaning in placeholders, so nothing can name it.
    pub bad_id: Phrase,
    /// Two things of one kind with one id: a reference could mean either.
    pub duplicate_id: Phrase,
    /// A figure in a unit that is not defined: its number would stand without one.
    pub unknown_unit: Phrase,
    /// A value or change of a period that is not defined: it would have no place in time.
    pub unknown_period: Phrase,
    /// A source in a document that is not defined: nobody could look it up.
    pub unknown_document: Phrase,
    /// A source in a section or item that does not exist: both count from 1, and the document lists its sections.
    pub unknown_section: Phrase,
    /// A panel, formula or placeholder names a figure that is not defined.
    pub unknown_figure: Phrase,
    /// A report without a period: no reader could tell when its numbers were true.
    pub no_period: Phrase,
    /// A period that ends before it starts has no days to cover or to divide by.
    pub reversed_period: Phrase,
    /// A figure that is neither printed nor derived has nothing to show.
    pub no_value: Phrase,
    /// A figure both printed and derived: the reader could not tell which of the two is shown.
    pub printed_and_derived: Phrase,
    /// A value needs one time, a period or a month: with none or both, nobody knows when it was true.
    pub value_time: Phrase,
    /// Two values of a figure at one time, or two changes over one span: they contradict or repeat each other.
    pub repeated_value: Phrase,
    /// A figure computed from itself has no value.
    pub derived_cycle: Phrase,
    /// A formula or a mix whose figures have no time in common: numbers of different times do not combine.
    pub no_common_time: Phrase,
    /// A ratio whose divisor is zero has no value.
    pub division_by_zero: Phrase,
    /// A formula whose inputs' bounds leave its result open both ways, such as `more than` less `more than`.
    pub open_result: Phrase,
    /// A change that leaves no earlier value to compute: a fall by the whole or more, or one of a negative value.
    pub impossible_change: Phrase,
    /// A share below 0 or above 100 percent is no part of a whole.
    pub share_range: Phrase,
    /// A dataset without tabs has no page to open.
    pub no_tabs: Phrase,
    /// A tab without rows is an empty page.
    pub empty_tab: Phrase,
    /// A row without panels is a hole in the page.
    pub empty_row: Phrase,
    /// A panel without figures is a frame around nothing.
    pub empty_panel: Phrase,
    /// A gauge or a mix of a figure that is no share: there is no whole it could fill.
    pub not_a_share: Phrase,
    /// Two units on one axis, in one difference or in a part and its whole: their lengths and differences mean nothing.
    pub mixed_units: Phrase,
    /// A bar is drawn from zero upwards: a value below zero would be drawn as nothing, which is false.
    pub negative_bar: Phrase,
    /// Parts that are more than their whole cannot be stacked to it.
    pub mix_over: Phrase,
    /// A text with no language at all leaves a blank where readers expect words.
    pub empty_text: Phrase,
    /// A brace without its partner, or a placeholder with an empty part: the reader would see it, and no number.
    pub broken_placeholder: Phrase,
    /// A placeholder asks for a part of a figure that no figure has.
    pub unknown_part: Phrase,
    /// A placeholder for a number the figure does not have: the reader would see the placeholder.
    pub unfilled_placeholder: Phrase,
    /// A text that is missing in a language: its readers would meet a sentence they may not read.
    pub missing_language: Phrase,
    /// A printed figure without a source: nobody can look it up.
    pub no_source: Phrase,
    /// A figure without a boundary: nobody can tell what it covers.
    pub no_boundary: Phrase,
    /// An amount of emissions that names no account: it could be own emissions or avoided ones, which never mix.
    pub no_account: Phrase,
    /// A direction of improvement that contradicts the account: more emissions are not better, fewer reductions neither.
    pub odd_direction: Phrase,
    /// A figure on no tab: it was read and never shown. Being an input of a shown figure does not show it.
    pub unused_figure: Phrase,
    /// A unit, period or document that nothing refers to: a leftover, or a sign of a figure that is missing.
    pub unused_definition: Phrase,
    /// Periods that overlap or are not listed oldest first: the last one is taken for the report's own.
    pub period_order: Phrase,
    /// A state as of a month outside every period: it may be of another report.
    pub stray_time: Phrase,
    /// A date in a year of the Buddhist era: dates of the file count years of the common era.
    pub buddhist_year: Phrase,
    /// Values over periods and values as of months in one figure: what adds up over a time and what is true at one do not compare.
    pub state_and_flow: Phrase,
    /// An amount compared over periods of different length, such as a half-year with a year: a longer time makes a larger amount.
    pub unequal_periods: Phrase,
    /// A change whose later period is not the later one: its sign would be read the wrong way round.
    pub backward_change: Phrase,
    /// A stated change to a period the figure has no value for: it can neither be shown nor checked.
    pub loose_change: Phrase,
    /// A stated change that the two values do not give, whatever their rounding: one of the three is wrong or restated.
    pub change_mismatch: Phrase,
    /// A percent change of a share, an index or a value that is not above zero: 20% to 30% is ten percentage points, and the others have no base to take percent of.
    pub misleading_percent: Phrase,
    /// A hedge before a count printed to the last one: `more than 118,746` is either exact or rounded, not both.
    pub hedged_count: Phrase,
    /// A count below zero or with a fraction: things and people come whole.
    pub not_a_count: Phrase,
    /// A long run of zeros, or any after `about`: every written digit counts as known, and a document that prints `4.681 million` knows only four.
    pub false_precision: Phrase,
    /// Parts without a named rest that do not make the whole: something is missing and not said.
    pub mix_short: Phrase,
    /// A time at which only some parts of a mix have a value: it is not drawn.
    pub unmatched_part: Phrase,
    /// Own emissions and avoided ones in one panel, or any two accounts on one axis or in one formula: readers would net or add them.
    pub mixed_accounts: Phrase,
    /// A ratio in the unit of one of its inputs: tonnes divided by people are no tonnes.
    pub ratio_unit: Phrase,
    /// Bars of different times side by side, with no note that says so.
    pub mixed_times: Phrase,
    /// Columns of times that are not equally far apart, with no note that says so: they stand at equal distances.
    pub hidden_gap: Phrase,
    /// Columns of two units under one scale name: the scale is shared within a unit only, so the name promises what is not so.
    pub split_scale: Phrase,
    /// Bars of an index from a zero that it cannot reach: they look alike whatever changed.
    pub index_bars: Phrase,
    /// A figure twice on one panel: in a mix it counts twice, elsewhere it repeats itself.
    pub repeated_figure: Phrase,
    /// A row or panel with no share of the room: it would not be seen.
    pub zero_weight: Phrase,
    /// More tabs than the keys 1 to 9 can reach.
    pub many_tabs: Phrase,
    /// A number typed into a sentence: it stays when the figure changes, and carries no hedge and no unit.
    pub typed_number: Phrase,
    /// A word for a rise before a change that is a fall, or the reverse: changes are filled in without their sign.
    pub wrong_direction: Phrase,
    /// Translations with different placeholders: readers of two languages would get different numbers.
    pub unequal_translations: Phrase,
    /// A placeholder in a text that is shown as it is: only messages, notes and panel titles are filled in.
    pub idle_placeholder: Phrase,
    /// `Mt` is a million tonnes to one reader and a metric ton to the next: a factor of a million.
    pub ambiguous_unit: Phrase,
    /// A unit with a magnitude, such as a million, at one of its ends: the program says those itself, and would say them twice.
    pub scaled_unit: Phrase,
    /// A unit that ends in a percent sign and is no share: its changes would be said in percent of a percentage.
    pub percent_sign: Phrase,
}

/// What the JSON parser says: what keeps a file from being JSON, then what it expected in a place.
#[derive(Clone, Copy, Debug)]
pub struct ParserWords {
    /// The file ends too early.
    pub end_of_file: &'static str,
    /// A comma stands before a closing bracket.
    pub trailing_comma: &'static str,
    /// Something follows the end.
    pub trailing_characters: &'static str,
    /// A key was expected.
    pub key: &'static str,
    /// A value was expected.
    pub expected_value: &'static str,
    /// A colon was expected.
    pub colon: &'static str,
    /// A comma or the end of a list was expected.
    pub comma_in_list: &'static str,
    /// A comma or the end of an object was expected.
    pub comma_in_object: &'static str,
    /// A number is none.
    pub invalid_number: &'static str,
    /// A backslash stands where it means nothing.
    pub invalid_escape: &'static str,
    /// A control character stands in a text.
    pub control_character: &'static str,
    /// Brackets are nested too deeply.
    pub recursion_limit: &'static str,
    /// What is expected: a text.
    pub text: &'static str,
    /// A text that no escape leaves incomplete.
    pub whole_text: &'static str,
    /// A number.
    pub number: &'static str,
    /// A number of few enough digits.
    pub digits: &'static str,
    /// A number whose last digit is in reach.
    pub last_digit: &'static str,
    /// A day.
    pub day: &'static str,
    /// A month.
    pub month: &'static str,
    /// A text by language.
    pub map: &'static str,
    /// A list.
    pub list: &'static str,
    /// An object.
    pub object: &'static str,
    /// A whole number of 16 bits.
    pub u16: &'static str,
    /// A whole number of 32 bits.
    pub u32: &'static str,
    /// A list of two ids.
    pub two_ids: &'static str,
    /// One kind of panel.
    pub panel_kind: &'static str,
    /// One formula.
    pub formula: &'static str,
    /// A word.
    pub word: &'static str,
}

/// What is said about one kind of finding.
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
    pub(super) const fn new(title: &'static str, message: &'static str) -> Self {
        Self {
            title,
            message,
            fix: None,
        }
    }

    pub(super) const fn fix(self, fix: &'static str) -> Self {
        Self {
            fix: Some(fix),
            ..self
        }
    }
}
