//! What the review of a dataset says around its findings and within their sentences.

use super::declare::words;

words! {
    /// The words of the review: labels, and what fills the templates of [`super::finding::Phrase`].
    pub struct CheckWords {
        /// Labels a finding that keeps a dataset from being shown.
        pub error: &'static str,
        /// Labels a finding that should keep a dataset from being published.
        pub warning: &'static str,
        /// The title of an error: a file that cannot be read at all.
        pub unreadable: &'static str,
        /// There is nothing to report.
        pub no_findings: &'static str,
        /// The number of errors: of one, and of more.
        pub errors: [&'static str; 2],
        /// The number of warnings: of one, and of more.
        pub warnings: [&'static str; 2],
        /// Proposes the nearest known word.
        pub did_you_mean: &'static str,
        /// Before what to do about a finding.
        pub help: &'static str,
        /// How many findings of a kind are not listed, and its code, as a template.
        pub more: &'static str,
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
        /// A value names no time.
        pub no_time: &'static str,
        /// A value names several times.
        pub several_times: &'static str,
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
        /// Why a typed hedge is wrong: the number brings its own.
        pub hedge_twice: &'static str,
        /// Why a typed hedge is wrong: the value has none.
        pub no_hedge: &'static str,
        /// Where two currencies meet: under a unit.
        pub one_unit: &'static str,
        /// Where two currencies meet: in a panel.
        pub one_panel: &'static str,
        /// What to do about a slip: a comment in JSON.
        pub drop_comment: &'static str,
        /// What to do about a slip: a comma before a closing bracket.
        pub drop_comma: &'static str,
        /// What to do about a slip: a text in single quotes.
        pub use_double_quotes: &'static str,
        /// What to do about a slip: a comma between thousands of a number.
        pub drop_thousands: &'static str,
        /// What to do about a slip: a number as a text with commas, as a template.
        pub write_number: &'static str,
        /// What to do about a slip: a number with a percent sign, as a template.
        pub drop_percent: &'static str,
        /// What to do about a slip: a plain text where one by language is expected, as a template.
        pub write_text: &'static str,
        /// What the JSON parser says.
        pub parser: ParserWords,
        /// Words before a change that say it is a rise.
        pub rising: &'static [&'static str],
        /// Words before a change that say it is a fall.
        pub falling: &'static [&'static str],
        /// Words in the name of what is better lower.
        pub harms: &'static [&'static str],
        /// Words in the name of what is better higher.
        pub gains: &'static [&'static str],
        /// Words that turn the meaning of those round.
        pub lessening: &'static [&'static str],
        /// Starts of words with which a note says why numbers do not match.
        pub restating: &'static [&'static str],
        /// Words before the number of a scope of the GHG Protocol.
        pub scopes: &'static [&'static str],
        /// Words in the name of a total.
        pub totals: &'static [&'static str],
        /// Words for Scope 2 by the contracts for electricity.
        pub market_based: &'static [&'static str],
        /// Words for Scope 2 by the grids that electricity comes from.
        pub location_based: &'static [&'static str],
        /// Words for consolidation by operational control.
        pub operational_control: &'static [&'static str],
        /// Words for consolidation by financial control.
        pub financial_control: &'static [&'static str],
        /// Words for consolidation by the share of equity.
        pub equity_share: &'static [&'static str],
        /// Words for the currency CNY.
        pub yuan: &'static [&'static str],
        /// Words for the currency EUR.
        pub euros: &'static [&'static str],
        /// Words for the currency THB.
        pub baht: &'static [&'static str],
        /// Words for the currency JPY.
        pub yen: &'static [&'static str],
        /// Words for the currency INR.
        pub rupees: &'static [&'static str],
        /// Words before a number that say how exact it is.
        pub hedges: &'static [&'static str],
        /// Words before those that make a comparison of them.
        pub comparing: &'static [&'static str],
        /// Words that take one account from another.
        pub netting: &'static [&'static str],
        /// Words for avoided emissions.
        pub avoided: &'static [&'static str],
        /// Words with which a sentence says that something is not so.
        pub denials: &'static [&'static str],
        /// Words between the numbers of two scopes.
        pub joiners: &'static [&'static str],
        /// Words between the first and the last of several scopes.
        pub ranges: &'static [&'static str],
        /// Words and signs for powers of ten at an end of a unit.
        pub magnitudes: &'static [&'static str],
        /// Before what a unit is counted per.
        pub per: &'static str,
    }

    /// What the JSON parser says: what keeps a file from being JSON, then what it expected in a place.
    pub struct ParserWords {
        /// The file ends too early.
        pub end_of_file: &'static str,
        /// A comma is before a closing bracket.
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
        /// A backslash is where it means nothing.
        pub invalid_escape: &'static str,
        /// A control character is in a text.
        pub control_character: &'static str,
        /// There is a comment.
        pub comment: &'static str,
        /// A text is in single quotes.
        pub single_quote: &'static str,
        /// A number has a comma between its thousands.
        pub thousands_comma: &'static str,
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
        /// A number of decimals to round to.
        pub decimals: &'static str,
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
        /// Something else.
        pub other: &'static str,
    }
}
