//! English.

use super::check::{CheckWords, ParserWords, Phrase};
use super::{Action, Actions, Manual, Talk, Words};

/// The words of the manual page.
pub const MANUAL: Manual = Manual {
    commands: "COMMANDS",
    environment: "ENVIRONMENT",
    exit_status: "EXIT STATUS",
    stands_for: "stands for {0}, unless it is empty",
};

pub(super) const WORDS: Words = Words {
    code: "en",
    never_first: &[],
    inseparable: &[],
    prefixes: &[],
    million: "million ",
    billion: "billion ",
    trillion: "trillion ",
    more_than: "more than",
    less_than: "less than",
    fewer_than: "fewer than",
    almost: "almost",
    above: "above",
    below: "below",
    about: "about",
    percentage_points: "percentage points",
    points: "pp",
    times: "times",
    to: "to",
    days: "days",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    year_offset: 0,
    fiscal_year: None,
    calendar_year: None,
    as_of: "as of",
    reported: "reported",
    derived: "derived",
    better: "better",
    worse: "worse",
    unchanged: "unchanged",
    same_scale: "same scale",
    own_scale: "own scale",
    or_more: "or more",
    or_less: "or less",
    rest: "rest",
    earlier: "earlier",
    not_in_document: "not in the document",
    earlier_hidden: "{0} earlier not shown",
    chart_hidden: "a taller window shows the chart",
    value: "Value",
    unit: "Unit",
    period: "Period",
    covers: "Covers",
    direction: "Direction",
    lower_is_better: "lower is better",
    higher_is_better: "higher is better",
    no_direction: "neither direction is better",
    status: "Status",
    change: "Change",
    formula: "Formula",
    interval: "Bounds",
    at_least: "Lowest",
    at_most: "Highest",
    exact: "exact",
    source: "Source",
    document: "Document",
    section: "section",
    item: "item",
    notes: "Notes",
    figure: "Figure",
    tab: "Tab",
    of: "of",
    shown_under: "Shown under",
    legend: "“Reported” means printed in the document; “derived” means computed from what is \
             printed, with ≈ before a value that is no bound.",
    sources_title: "Sources and notes",
    table_title: "Table",
    help_title: "Keys",
    find_title: "Find",
    nothing_found: "nothing found",
    found: "found",
    saved: "saved",
    not_saved: "not saved",
    copied: "copied",
    mouse_on: "mouse on",
    mouse_off: "mouse off: mark text as usual",
    left_out: "not everything fits; a larger window shows more",
    talk: Talk {
        no_tab: "there is no tab `{0}`; the tabs are {1}",
        wrote: "wrote {0}",
        writing: "writing {0}/{1} …",
        exists: "{0} exists; --force replaces it",
        is_folder: "{0} is a folder",
        too_many: "{0} pictures do not fit into {1}; name a tab and a format, or a folder",
        no_png: "a PNG is not for a terminal; name a file with --output",
        boxes: "warning: the fonts lack these, which are drawn as boxes: {0}",
        standard_input: "standard input",
        standard_output: "standard output",
        built_in: "the built-in dataset",
        not_utf8: "{0}:{1}: not UTF-8, expected a JSON file in UTF-8",
        no_keyboard: "the dashboard needs a terminal to read keys from, and there is none",
        no_format: "{0} ends in no format of a picture; use {1}, name one with --format, or end a folder in /",
        other_format: "the name {0} asks for {1}, but --format asks for {2}",
        no_figure: "there is no figure `{0}` here; the figures are {1}",
        no_figure_but: "there is no figure `{0}` here, but `{2}`; the figures are {1}",
        left_out: "warning: {0} does not fit into {1}; a larger --size shows more, and --present one panel at a time",
        left_out_slide: "warning: {0} does not fit into {1}; a larger --size shows more",
        left_out_layer: "warning: the {2} layer of {0} does not fit into {1}; a larger --size shows more",
        terminal_failed: "the terminal failed",
    },
    actions: Actions {
        quit: Action {
            long: "quit",
            short: "quit",
        },
        quit_leaving: Action {
            long: "quit and leave the page in the scrollback",
            short: "leave",
        },
        tab: Action {
            long: "next or previous tab",
            short: "tab",
        },
        tab_number: Action {
            long: "the tab of that number",
            short: "tab",
        },
        figure: Action {
            long: "next or previous figure; scroll a layer",
            short: "figure",
        },
        ends: Action {
            long: "first or last figure; ends of a layer",
            short: "ends",
        },
        page: Action {
            long: "a page of figures or of a layer",
            short: "page",
        },
        card: Action {
            long: "everything about the figure",
            short: "card",
        },
        close: Action {
            long: "close the topmost layer",
            short: "close",
        },
        table: Action {
            long: "the tab as a table",
            short: "table",
        },
        sources: Action {
            long: "sources and notes of the tab",
            short: "sources",
        },
        find: Action {
            long: "find a figure in all tabs",
            short: "find",
        },
        next_hit: Action {
            long: "next or previous hit",
            short: "next",
        },
        help: Action {
            long: "this help",
            short: "help",
        },
        save: Action {
            long: "save what is on screen as SVG and PNG",
            short: "save",
        },
        copy: Action {
            long: "copy the figure with its citation",
            short: "copy",
        },
        language: Action {
            long: "language",
            short: "language",
        },
        theme: Action {
            long: "theme",
            short: "theme",
        },
        present: Action {
            long: "presenter mode on or off",
            short: "present",
        },
        blank: Action {
            long: "blank the page",
            short: "blank",
        },
        mouse: Action {
            long: "mouse on or off",
            short: "mouse",
        },
        slide: Action {
            long: "next or previous panel",
            short: "panel",
        },
        slide_ends: Action {
            long: "first or last panel",
            short: "ends",
        },
        leave: Action {
            long: "close the topmost layer, or leave presenter mode",
            short: "leave",
        },
        erase: Action {
            long: "erase the search, or its last word",
            short: "erase",
        },
        redraw: Action {
            long: "draw the screen again",
            short: "redraw",
        },
        suspend: Action {
            long: "suspend; fg brings it back",
            short: "suspend",
        },
    },
    check: CHECK,
};

const CHECK: CheckWords = CheckWords {
    error: "error",
    warning: "warning",
    no_findings: "no findings",
    errors: ["{0} error", "{0} errors"],
    warnings: ["{0} warning", "{0} warnings"],
    did_you_mean: "did you mean \"{0}\"?",
    at: "at",
    unit: "unit",
    period: "period",
    document: "document",
    figure: "figure",
    tab: "tab",
    neither: "neither",
    both: "both",
    points: "a share changes by percentage points",
    differences: "an index changes by differences",
    missing: "the key \"{0}\" is missing",
    repeated: "the key \"{0}\" is there twice",
    unexpected: "expected {0}, found {1}",
    known_words: "write one of {0}",
    schema: "\"esg-tui schema\" lists every key and word",
    keep_one: "keep one of them",
    this_text: "the text",
    every_text: "every text",
    no_base: "a percentage of a value that is not above zero has no clear meaning",
    nothing_left: "a fall by the whole or more may start anywhere",
    no_axis: "which cannot share an axis",
    no_difference: "so one cannot be subtracted from the other",
    other_difference: "but a difference has the unit of what it is computed from",
    no_share: "so one is no share of the other",
    part_of_share: "so the percent sign would be lost in their ratio",
    parser: ParserWords {
        end_of_file: "it ends in the middle",
        trailing_comma: "there is a comma before the closing bracket",
        trailing_characters: "something follows its end",
        key: "expected a key in double quotes",
        expected_value: "expected a value",
        colon: "expected a colon after the key",
        comma_in_list: "expected a comma or the end of the list",
        comma_in_object: "expected a comma or the end of the object",
        invalid_number: "expected a number such as 4.681e6",
        invalid_escape: "a backslash stands before a character that needs none",
        control_character: "a text holds a line break or another control character",
        recursion_limit: "its brackets are nested too deeply",
        text: "a text in double quotes",
        whole_text: "a text without half a character",
        number: "a number",
        digits: "a number of at most 15 digits",
        last_digit: "a number whose last digit stands between 1e-15 and 1e15",
        day: "a day such as 2023-03-31",
        month: "a month such as 2023-03",
        map: "a text by language, such as { \"en\": \"…\", \"th\": \"…\" }",
        list: "a list",
        object: "an object",
        u16: "a whole number from 0 to 65535",
        u32: "a whole number, 0 or more",
        two_ids: "a list of two ids",
        panel_kind: "one kind of panel",
        formula: "one formula",
        word: "a word in double quotes",
    },
    rising: &[
        "rose", "rise", "rises", "risen", "rising", "grew", "grow",
        "grows", "grown", "growth", "increase", "increased", "increases", "climbed",
    ],
    falling: &[
        "fell", "fall", "falls", "fallen", "falling", "dropped", "drop",
        "drops", "decrease", "decreased", "decreases", "declined", "decline", "shrank",
    ],
    scopes: &["scope", "scopes"],
    joiners: &["and", "to"],
    magnitudes: &["thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "bn", "mn", "k", "m"],
    per: " per ",
    not_json: Phrase::new(
        "not JSON",
        "the file is not JSON: {0}",
    ),
    wrong_shape: Phrase::new(
        "wrong shape",
        "this does not have the shape of a dataset: {0}",
    )
    .fix("{1}"),
    unknown_key: Phrase::new(
        "unknown key or word",
        "\"{0}\" is not known here",
    )
    .fix("{1}"),
    unsupported_format: Phrase::new(
        "unsupported format",
        "format {0} is not supported; this program reads format {1}",
    )
    .fix("write \"format\": {1} if the file follows that version"),
    control_character: Phrase::new(
        "control character",
        "the text holds {0}, which a terminal obeys instead of showing",
    )
    .fix("remove it; a text is one line of plain characters"),
    bad_id: Phrase::new(
        "unusable id",
        "\"{1}\" cannot be the id of a {0}: a placeholder or a command could not name it",
    )
    .fix("use letters, digits and hyphens"),
    duplicate_id: Phrase::new(
        "duplicate id",
        "the {0} \"{1}\" is defined twice, so a reference to it could mean either",
    )
    .fix("give one of them another id, or remove it"),
    unknown_unit: Phrase::new(
        "unknown unit",
        "the unit \"{0}\" is not defined",
    )
    .fix("define it in \"units\""),
    unknown_period: Phrase::new(
        "unknown period",
        "the period \"{0}\" is not defined",
    )
    .fix("define it in \"report\", \"periods\""),
    unknown_document: Phrase::new(
        "unknown document",
        "the document \"{0}\" is not defined",
    )
    .fix("define it in \"report\", \"documents\""),
    unknown_section: Phrase::new(
        "unknown section",
        "the document \"{0}\" has no section {1}, item {2}",
    )
    .fix("sections and items count from 1; \"sections\" of the document lists them"),
    unknown_figure: Phrase::new(
        "unknown figure",
        "the figure \"{0}\" is not defined",
    )
    .fix("define it in \"figures\""),
    no_period: Phrase::new(
        "no period",
        "the report has no period, so nobody can tell when its numbers were true",
    )
    .fix("add the report's own period to \"periods\""),
    reversed_period: Phrase::new(
        "reversed period",
        "the period \"{0}\" ends on {2}, before it starts on {1}",
    )
    .fix("exchange or correct the days"),
    no_value: Phrase::new(
        "no value",
        "the figure \"{0}\" has neither values nor a formula, so there is nothing to show",
    )
    .fix("add \"values\" or \"derived\""),
    printed_and_derived: Phrase::new(
        "printed and derived",
        "the figure \"{0}\" has both values and a formula, and only one of them can be shown",
    )
    .fix("keep the printed values, or make two figures"),
    value_time: Phrase::new(
        "value without one time",
        "this value of \"{0}\" needs either a period or a month, and has {1}",
    )
    .fix("write one of \"period\" and \"as-of\""),
    repeated_value: Phrase::new(
        "repeated value",
        "the figure \"{0}\" already has a number for {1}",
    )
    .fix("keep the one the document prints, or make two figures"),
    derived_cycle: Phrase::new(
        "circular formula",
        "the figure is computed from itself: {0}",
    )
    .fix("let one of them be printed"),
    no_common_time: Phrase::new(
        "no common time",
        "there is no time at which {0} can be combined",
    )
    .fix("values combine at one period or one month; an amount a day needs a period"),
    division_by_zero: Phrase::new(
        "division by zero",
        "the ratio divides by \"{0}\", which is zero for {1}",
    )
    .fix("divide by a figure that is never zero"),
    open_result: Phrase::new(
        "open result",
        "the bounds of {0} leave the result for {1} open both ways",
    )
    .fix("derive it from figures whose bounds or signs are known, or leave it out"),
    impossible_change: Phrase::new(
        "impossible change",
        "no earlier value follows from a change of {0}%: {1}",
    )
    .fix("print the earlier value, correct the percentage, or leave it out"),
    share_range: Phrase::new(
        "share outside 0 to 100",
        "{0}% of \"{1}\" is no part of a whole, which lies between 0 and 100%",
    )
    .fix("correct the value, or give the figure another unit"),
    no_tabs: Phrase::new(
        "no tabs",
        "there is no tab, so there is no page to show",
    )
    .fix("add a tab with a row of panels"),
    empty_tab: Phrase::new(
        "tab without rows",
        "the tab \"{0}\" has no rows, so its page is empty",
    )
    .fix("add a row of panels, or remove the tab"),
    empty_row: Phrase::new(
        "row without panels",
        "this row of the tab \"{0}\" has no panels and would be a hole in the page",
    )
    .fix("add a panel, or remove the row"),
    empty_panel: Phrase::new(
        "panel without figures",
        "this panel lists no figures and would be a frame around nothing",
    )
    .fix("list a figure, or remove the panel"),
    not_a_share: Phrase::new(
        "not a share",
        "\"{0}\" is counted in \"{1}\", which is no share, so there is no whole to fill",
    )
    .fix("draw it as columns, bars or cards"),
    mixed_units: Phrase::new(
        "two units",
        "\"{0}\" and \"{1}\" have different units, {2}",
    )
    .fix("give both one unit, or show them apart"),
    negative_bar: Phrase::new(
        "bar below zero",
        "\"{0}\" is below zero for {1}, and a bar from zero would show it as nothing",
    )
    .fix("show it on a card"),
    mix_over: Phrase::new(
        "parts exceed the whole",
        "for {0} the parts add up to at least {1}%, more than their whole",
    )
    .fix("correct the values; parts may not overlap"),
    empty_text: Phrase::new(
        "empty text",
        "the text is empty in every language, and readers would see a blank",
    )
    .fix("write it in {0}"),
    broken_placeholder: Phrase::new(
        "broken placeholder",
        "\"{0}\" is no placeholder, and readers would see it as it is",
    )
    .fix("write \"{figure}\", \"{figure.change}\" or \"{figure@period}\", or remove the brace"),
    unknown_part: Phrase::new(
        "unknown part",
        "the placeholder {{0}} asks for \"{1}\", which no figure has",
    )
    .fix("the parts are {2}"),
    unfilled_placeholder: Phrase::new(
        "placeholder without a number",
        "the figure has no number for {{0}}, so readers would see the placeholder itself",
    )
    .fix("name a value or change that the figure has"),
    missing_language: Phrase::new(
        "missing language",
        "{0} is missing in {1}, so its readers would see another language",
    )
    .fix("add the translation"),
    no_source: Phrase::new(
        "no source",
        "the figure \"{0}\" has no source, so nobody can look it up",
    )
    .fix("add \"source\": document, section and item"),
    no_boundary: Phrase::new(
        "no boundary",
        "the figure \"{0}\" does not say what it covers",
    )
    .fix("add \"boundary\", in the words of the document"),
    no_account: Phrase::new(
        "no account",
        "\"{0}\" counts emissions but does not say whose: own ones and avoided ones must not mix",
    )
    .fix("add \"account\": inventory, reduction or avoided"),
    odd_direction: Phrase::new(
        "odd direction",
        "for \"{0}\" \"{1}\" is called better, against what its account \"{2}\" counts",
    )
    .fix("correct \"better\" or \"account\""),
    unused_figure: Phrase::new(
        "figure not shown",
        "the figure \"{0}\" is on no panel and in no message, so no reader sees it",
    )
    .fix("put it on a panel, or remove it"),
    unused_definition: Phrase::new(
        "unused definition",
        "nothing refers to the {0} \"{1}\"",
    )
    .fix("remove it, or add what is missing"),
    period_order: Phrase::new(
        "period order",
        "the period \"{1}\" starts before \"{0}\" has ended; periods follow each other, oldest first",
    )
    .fix("sort the periods, or correct their days"),
    stray_time: Phrase::new(
        "month outside the report",
        "{0} lies outside every period of the report",
    )
    .fix("correct the month, or add its period"),
    buddhist_year: Phrase::new(
        "Buddhist-era year",
        "{0} is a year of the Buddhist era, and dates count the years of the common era",
    )
    .fix("write {1}, the year less {2}"),
    state_and_flow: Phrase::new(
        "state and flow",
        "\"{0}\" has a value over {1} and one as of {2}, which do not compare",
    )
    .fix("make two figures: one over periods, one as of months"),
    unequal_periods: Phrase::new(
        "periods of different length",
        "\"{0}\" compares {1} ({2} days) with {3} ({4} days), and a longer time makes a larger amount",
    )
    .fix("compare periods of one length, or derive an amount a day (\"per-day\")"),
    backward_change: Phrase::new(
        "backward change",
        "the change runs from \"{0}\" to \"{1}\", which is not later",
    )
    .fix("exchange \"from\" and \"to\""),
    loose_change: Phrase::new(
        "loose change",
        "the figure \"{0}\" has no value for \"{1}\", so this change can neither be shown nor checked",
    )
    .fix("add the value, or remove the change"),
    change_mismatch: Phrase::new(
        "change does not fit",
        "the values give a change between {1}% and {2}%, not {0}%, whatever their rounding",
    )
    .fix("check the three numbers against the document; a restated earlier value needs a note"),
    misleading_percent: Phrase::new(
        "misleading percentage",
        "a change in percent misleads for \"{0}\": {1}",
    )
    .fix("print the two values and let the difference be derived"),
    hedged_count: Phrase::new(
        "hedged count",
        "\"{1}\" contradicts {0}, which is counted to the last one",
    )
    .fix("check the document: remove the hedge, or write only the digits it gives"),
    not_a_count: Phrase::new(
        "not a count",
        "{0} is no number of whole things",
    )
    .fix("correct the value, or give the unit another style"),
    false_precision: Phrase::new(
        "false precision",
        "{0} claims to be known to the last digit",
    )
    .fix("write only the digits the document prints, such as {1}"),
    mix_short: Phrase::new(
        "parts fall short",
        "for {0} the parts add up to at most {1}%, and no rest is named",
    )
    .fix("add the missing part, or name the \"rest\""),
    unmatched_part: Phrase::new(
        "part without a value",
        "\"{0}\" has no value for {1}, so the mix leaves that time out",
    )
    .fix("add the value, or remove that time from the other parts"),
    mixed_accounts: Phrase::new(
        "mixed accounts",
        "\"{0}\" and \"{1}\" belong to different accounts; together they invite adding or netting",
    )
    .fix("give each account its own panel, and do not compute across them"),
    ratio_unit: Phrase::new(
        "unit of a ratio",
        "\"{0}\" divided by \"{1}\" is not in \"{2}\", the unit of one of them",
    )
    .fix("give the ratio a unit of its own, of one thing per another"),
    mixed_times: Phrase::new(
        "mixed times",
        "the bars are of different times ({0} and {1}), and no note says so",
    )
    .fix("add a \"note\" to the panel"),
    hidden_gap: Phrase::new(
        "hidden gap",
        "\"{0}\" has no value between {1} and {2}, which columns at equal distances hide, and no note says so",
    )
    .fix("add the missing values, or a \"note\" to the panel"),
    split_scale: Phrase::new(
        "split scale",
        "\"{0}\" and \"{1}\" name the scale \"{2}\", but have different units and cannot share it",
    )
    .fix("name another scale"),
    index_bars: Phrase::new(
        "bars of an index",
        "\"{0}\" cannot reach zero, so bars from zero hide what changed",
    )
    .fix("draw its height above the floor (\"above\"), or show it on a card"),
    repeated_figure: Phrase::new(
        "repeated figure",
        "the panel lists \"{0}\" twice",
    )
    .fix("remove one of them"),
    zero_weight: Phrase::new(
        "no room",
        "a weight of 0 leaves no room, so this would not be seen",
    )
    .fix("give it a weight of at least 1"),
    many_tabs: Phrase::new(
        "too many tabs",
        "there are {0} tabs, and the number keys reach only {1}",
    )
    .fix("join related tabs"),
    typed_number: Phrase::new(
        "typed number",
        "the sentence has {0} typed in, which would stay when the figure changes",
    )
    .fix("write a placeholder such as {1}"),
    wrong_direction: Phrase::new(
        "wrong direction",
        "\"{0}\" stands before {{1}}, which went the other way",
    )
    .fix("change the word; the number is filled in without its sign"),
    unequal_translations: Phrase::new(
        "unequal translations",
        "{1} has other placeholders than {0}, so their readers get different numbers",
    )
    .fix("use the same placeholders in every language"),
    idle_placeholder: Phrase::new(
        "placeholder not filled in",
        "placeholders are not filled in here, so readers would see {{0}}",
    )
    .fix("move the number to a message, a note or a panel's title"),
    ambiguous_unit: Phrase::new(
        "ambiguous unit",
        "\"Mt\" is read as a metric ton and as a million tonnes",
    )
    .fix("write \"t CO₂e\" and let the number carry the million: 4.681e6"),
    scaled_unit: Phrase::new(
        "scaled unit",
        "the unit itself says \"{0}\", which numbers bring themselves",
    )
    .fix("use the plain unit, and write the value as 4.681e6"),
    percent_sign: Phrase::new(
        "percent sign",
        "the unit \"{0}\" ends in % but is no share, so its changes would be said in percent of a percentage",
    )
    .fix("give it the style \"share\", whose changes are percentage points, or another symbol"),
};
