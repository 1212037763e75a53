//! What the review says about each kind of finding in English.

use super::{Code, Phrase};

phrases! {
    NotJson: Phrase::new("not JSON", "the file is not JSON: {0}"),
    WrongShape: Phrase::new("wrong shape", "this does not follow the dataset format: {0}")
        .fix("{1}"),
    UnknownKey: Phrase::new("unknown key or word", "\"{0}\" is not known here")
        .fix("{1}"),
    UnsupportedFormat: Phrase::new(
        "unsupported format",
        "format {0} is not supported; this program reads format {1}",
    )
    .fix("write \"format\": {1} if the file follows that version"),
    ControlCharacter: Phrase::new(
        "control character",
        "the text contains {0}, which a terminal acts on or does not show",
    )
    .fix("remove it; a text is one line of plain characters"),
    BadId: Phrase::new(
        "unusable id",
        "\"{1}\" cannot be the id of a {0}, because placeholders and commands could not refer to it",
    )
    .fix("use letters, digits and hyphens"),
    DuplicateId: Phrase::new(
        "duplicate id",
        "the {0} \"{1}\" is defined twice, so references to it are ambiguous",
    )
    .fix("give one of them another id, or remove it"),
    UnknownUnit: Phrase::new("unknown unit", "the unit \"{0}\" is not defined")
        .fix("define it in \"units\""),
    UnknownPeriod: Phrase::new("unknown period", "the period \"{0}\" is not defined")
        .fix("define it in \"report\", \"periods\""),
    UnknownDocument: Phrase::new("unknown document", "the document \"{0}\" is not defined")
        .fix("define it in \"report\", \"documents\""),
    UnknownSection: Phrase::new("unknown section", "the document \"{0}\" has no section {1}, item {2}")
        .fix("sections and items count from 1; \"sections\" of the document lists them"),
    UnknownFigure: Phrase::new("unknown figure", "the figure \"{0}\" is not defined")
        .fix("define it in \"figures\""),
    NoPeriod: Phrase::new(
        "no period",
        "the report has no period, so its numbers have no time",
    )
    .fix("add the reporting period to \"periods\""),
    ReversedPeriod: Phrase::new(
        "reversed period",
        "the period \"{0}\" ends on {2}, before it starts on {1}",
    )
    .fix("swap or correct the days"),
    NoValue: Phrase::new(
        "no value",
        "the figure \"{0}\" has neither values nor a formula, so there is nothing to show",
    )
    .fix("add \"values\" or \"derived\""),
    PrintedAndDerived: Phrase::new(
        "printed and derived",
        "the figure \"{0}\" has both values and a formula, but only one of them can be shown",
    )
    .fix("keep the printed values, or define two figures"),
    ValueTime: Phrase::new(
        "value needs one time",
        "this value of \"{0}\" needs one time, but has {1}",
    )
    .fix("write one of \"period\", \"as-of\", \"up-to\" and \"time\": \"not-stated\""),
    RepeatedValue: Phrase::new("repeated value", "the figure \"{0}\" already has a number for {1}")
        .fix("keep the one the document prints, or define two figures"),
    DerivedCycle: Phrase::new("circular formula", "the figure is computed from itself: {0}")
        .fix("give one of them printed values"),
    NoCommonTime: Phrase::new("no common time", "there is no time at which {0} can be combined")
        .fix("values are combined for the same period or month; an amount per day needs a period"),
    DivisionByZero: Phrase::new("division by zero", "the ratio divides by \"{0}\", which is zero for {1}")
        .fix("divide by a figure that is never zero"),
    OpenResult: Phrase::new("unbounded result", "the bounds of {0} leave the result for {1} without any bound")
        .fix("derive it from figures whose bounds or signs are known, or remove it"),
    ImpossibleChange: Phrase::new("impossible change", "the earlier value cannot be computed from a change of {0}%: {1}")
        .fix("add the printed earlier value, correct the percentage, or remove the change"),
    ShareRange: Phrase::new(
        "share outside 0 to 100",
        "\"{1}\" is {0}%, but a share is between 0 and 100%",
    )
    .fix("correct the value, or give the figure another unit"),
    NoTabs: Phrase::new("no tabs", "there are no tabs, so there is no page to show")
        .fix("add a tab with a row of panels"),
    EmptyTab: Phrase::new("tab without rows", "the tab \"{0}\" has no rows, so its page is empty")
        .fix("add a row of panels, or remove the tab"),
    EmptyRow: Phrase::new(
        "row without panels",
        "this row of the tab \"{0}\" has no panels, so it would leave a gap in the page",
    )
    .fix("add a panel, or remove the row"),
    EmptyPanel: Phrase::new(
        "panel without figures",
        "this panel lists no figures, so it would be empty",
    )
    .fix("list a figure, or remove the panel"),
    NotAShare: Phrase::new(
        "not a share",
        "\"{0}\" is measured in \"{1}\", which is not a share, so there is no whole to fill",
    )
    .fix("show it as columns, bars or cards"),
    MixedUnits: Phrase::new("two units", "\"{0}\" and \"{1}\" have different units, {2}")
        .fix("use one unit for both, or show them separately"),
    NoUnits: Phrase::new(
        "nothing to show in squares",
        "\"{0}\" is not above zero for {1}, so there is no square to draw",
    )
    .fix("show it as columns or on a card"),
    SingleValue: Phrase::new(
        "single value",
        "\"{0}\" has no earlier value of the same kind, so there is no step to draw",
    )
    .fix("add the earlier value, or show it on a card"),
    BeforeAxis: Phrase::new(
        "value outside the axis",
        "\"{0}\" is below {1} for {2}, where its axis starts, so it would not be drawn",
    )
    .fix("lower \"start\", or correct the value"),
    MixOver: Phrase::new(
        "parts exceed the whole",
        "for {0} the parts add up to at least {1}%, more than the whole",
    )
    .fix("correct the values; parts must not overlap"),
    UnitScale: Phrase::new(
        "scale of a unit",
        "ratios in \"{0}\" are computed per {2}, but its words say per {1}",
    )
    .fix("give the unit \"per\": \"{1}\", or other words"),
    EmptyText: Phrase::new(
        "empty text",
        "the text is empty in every language, so readers would see a blank",
    )
    .fix("write it in {0}"),
    BrokenPlaceholder: Phrase::new(
        "broken placeholder",
        "\"{0}\" is not a placeholder, so readers would see it as it is",
    )
    .fix("write \"{figure}\", \"{figure.change}\" or \"{figure@period}\", or remove the brace"),
    UnknownPart: Phrase::new(
        "unknown part",
        "the placeholder {{0}} asks for \"{1}\", which figures do not have",
    )
    .fix("use one of {2}"),
    UnfilledPlaceholder: Phrase::new(
        "placeholder without a number",
        "the figure has no number for {{0}}, so readers would see the placeholder itself",
    )
    .fix("use a value or change that the figure has"),
    MissingLanguage: Phrase::new(
        "missing language",
        "the text is missing in {0}, so its readers would see another language",
    )
    .fix("add the translation"),
    NoSource: Phrase::new("no source", "the figure \"{0}\" has no source, so readers cannot verify it")
        .fix("add \"source\": document, section and item"),
    NoBoundary: Phrase::new("no boundary", "the figure \"{0}\" does not say what it covers")
        .fix("add \"boundary\", in the words of the document"),
    NoAccount: Phrase::new(
        "no account",
        "\"{0}\" counts emissions but does not say whose: own and avoided emissions must not be mixed",
    )
    .fix("add \"account\": inventory, reduction or avoided"),
    OddDirection: Phrase::new(
        "contradictory direction",
        "\"{1}\" is marked as better for \"{0}\", which contradicts its account \"{2}\"",
    )
    .fix("correct \"better\" or \"account\""),
    UnusedFigure: Phrase::new(
        "figure not shown",
        "the figure \"{0}\" is on no panel and in no message, so no reader sees it",
    )
    .fix("put it on a panel, or remove it"),
    UnusedDefinition: Phrase::new("unused definition", "the {0} \"{1}\" is not used")
        .fix("remove it, or add what is missing"),
    PeriodOrder: Phrase::new(
        "period order",
        "the period \"{1}\" starts before \"{0}\" has ended; list periods one after the other, oldest first",
    )
    .fix("sort the periods, or correct their days"),
    StrayTime: Phrase::new("month outside the report", "{0} is outside every period of the report")
        .fix("correct the month, or add its period"),
    BuddhistYear: Phrase::new(
        "Buddhist-era year",
        "{0} is a Buddhist-era year, but dates use the common era",
    )
    .fix("write {1}, the year minus {2}"),
    StateAndFlow: Phrase::new(
        "state and flow",
        "\"{0}\" has a value over {1} and one as of {2}, which cannot be compared",
    )
    .fix("define two figures: one over periods, one as of months"),
    UnequalPeriods: Phrase::new(
        "periods of different length",
        "\"{0}\" compares {1} ({2} days) with {3} ({4} days), and a longer period has a larger amount",
    )
    .fix("compare periods of equal length, or derive an amount per day (\"per-day\")"),
    BackwardChange: Phrase::new(
        "backward change",
        "the change runs from \"{0}\" to \"{1}\", which is not later",
    )
    .fix("swap \"from\" and \"to\""),
    LooseChange: Phrase::new(
        "change without a value",
        "the figure \"{0}\" has no value for \"{1}\", so this change can be neither shown nor checked",
    )
    .fix("add the value, or remove the change"),
    ChangeMismatch: Phrase::new(
        "change does not match",
        "the values give a change between {1}% and {2}%, not {0}%, even with rounding",
    )
    .fix("check the three numbers against the document; a restated value needs a note that says \"restated\""),
    MisleadingPercent: Phrase::new("misleading percentage", "a change in percent is misleading for \"{0}\": {1}")
        .fix("enter the two values and let the program derive the difference"),
    HedgedCount: Phrase::new("hedged count", "\"{1}\" contradicts {0}, which is an exact count")
        .fix("check the document: remove the hedge, or write only the digits it gives"),
    NotACount: Phrase::new("not a count", "{0} is not a whole number")
        .fix("correct the value, or give the unit another style"),
    FalsePrecision: Phrase::new("false precision", "{0} claims to be exact to the last digit")
        .fix("write only the digits the document prints, such as \"{1}\""),
    RewrittenNumber: Phrase::new(
        "rewritten number",
        "{0} looks rewritten by a tool, and claims to be exact to a tenth",
    )
    .fix("write the printed digits as a text, such as \"{1}\", or say their \"decimals\""),
    MixShort: Phrase::new(
        "parts fall short",
        "for {0} the parts add up to at most {1}%, and the remainder has no name",
    )
    .fix("add the missing part, or name it with \"rest\""),
    UnmatchedPart: Phrase::new(
        "part without a value",
        "\"{0}\" has no value for {1}, so the mix does not show that time",
    )
    .fix("add the value, or remove that time from the other parts"),
    MixedAccounts: Phrase::new(
        "mixed accounts",
        "\"{0}\" and \"{1}\" belong to different accounts; shown together, they invite adding or netting",
    )
    .fix("give each account its own panel, and do not compute across accounts"),
    RatioUnit: Phrase::new(
        "unit of a ratio",
        "\"{0}\" divided by \"{1}\" cannot have the unit \"{2}\", which one of them has",
    )
    .fix("give the ratio its own unit, of one thing per another"),
    MixedTimes: Phrase::new(
        "mixed times",
        "the bars show different times ({0} and {1}), and no note says so",
    )
    .fix("add a \"note\" to the panel"),
    HiddenGap: Phrase::new(
        "hidden gap",
        "\"{0}\" has no value between {1} and {2}; evenly spaced columns hide that, and no note says so",
    )
    .fix("add the missing values, or a \"note\" to the panel"),
    SplitScale: Phrase::new(
        "split scale",
        "\"{0}\" and \"{1}\" name the scale \"{2}\", but have different units, so they cannot share it",
    )
    .fix("name another scale"),
    IndexBars: Phrase::new(
        "bars of an index",
        "\"{0}\" cannot reach zero, so bars that start at zero hide its changes",
    )
    .fix("show its height above the floor (\"above\"), or show it on a card"),
    RepeatedFigure: Phrase::new("repeated figure", "the panel lists \"{0}\" twice")
        .fix("remove one of them"),
    ZeroWeight: Phrase::new("zero weight", "a weight of 0 leaves no space, so this would not be seen")
        .fix("give it a weight of at least 1"),
    ManyTabs: Phrase::new("too many tabs", "there are {0} tabs, but the number keys reach only {1}")
        .fix("combine related tabs"),
    TypedNumber: Phrase::new(
        "typed number",
        "the sentence contains {0} as plain text, which would stay when the figure changes",
    )
    .fix("use a placeholder such as {1}"),
    WrongDirection: Phrase::new("wrong direction", "\"{0}\" is followed by {{1}}, which went the other way")
        .fix("change the word; the number appears without its sign"),
    UnequalTranslations: Phrase::new(
        "unequal translations",
        "{1} has different placeholders from {0}, so readers of the two languages get different numbers",
    )
    .fix("use the same placeholders in every language"),
    IdlePlaceholder: Phrase::new(
        "placeholder not filled in",
        "placeholders are not filled in here, so readers would see {{0}}",
    )
    .fix("move the number to a message, a note or a panel's title"),
    AmbiguousUnit: Phrase::new("ambiguous unit", "\"Mt\" can mean a metric ton or a million tonnes")
        .fix("write \"t CO₂e\" and put the million into the number: \"4.681e6\""),
    ScaledUnit: Phrase::new(
        "scaled unit",
        "the unit contains \"{0}\", which the program adds to numbers itself",
    )
    .fix("use the plain unit, and write the value as \"4.681e6\""),
    PercentSign: Phrase::new(
        "percent sign",
        "the unit \"{0}\" ends in % but is not a share, so its changes would be shown in percent of a percentage",
    )
    .fix("give it the style \"share\", whose changes are percentage points, or another symbol"),
    NegativeReduction: Phrase::new(
        "negative reduction",
        "a value of \"{0}\" is below zero, but reductions and avoided amounts count upwards",
    )
    .fix("write the amount without its sign, or give the figure another account"),
    SuddenJump: Phrase::new(
        "sudden jump",
        "\"{0}\" differs by a factor of {3} between {1} and {2}, and no note says why",
    )
    .fix("check the unit and the decimal point of both values, or add a note"),
    ConflictingValues: Phrase::new(
        "conflicting values",
        "\"{0}\" and \"{1}\" have the same name, unit and boundary, but different values for {2}",
    )
    .fix("give them names that tell them apart, or keep one of them"),
    FractionShare: Phrase::new(
        "share as a fraction",
        "{0}% of \"{1}\" stands next to shares such as {2}%, so it looks like a fraction of one",
    ),
    OddPolarity: Phrase::new(
        "unlikely direction",
        "\"{1}\" is marked as better for \"{0}\", whose name says \"{2}\"",
    )
    .fix("correct \"better\", or remove it where neither direction is better"),
    UnequalNumbers: Phrase::new(
        "unequal numbers",
        "the text says {1} in {0} but {3} in {2}, so readers of the two languages learn different things",
    )
    .fix("compare both with the document and correct one"),
    TotalAmongParts: Phrase::new(
        "total among its parts",
        "the bar of \"{0}\" is a total that already contains \"{1}\", so the bars count it twice",
    )
    .fix("show the total on a card, or only the parts as bars"),
    PartsMismatch: Phrase::new(
        "parts do not add up",
        "for {1} the parts of \"{0}\" add up to between {2} and {3}, not {4}, even with rounding",
    )
    .fix("check the values against the document"),
    MixedMethods: Phrase::new(
        "two methods",
        "\"{0}\" and \"{1}\" count electricity in two ways, market-based and location-based, and no note says so",
    )
    .fix("show one method, or add a note that explains both"),
    ChangedConsolidation: Phrase::new(
        "changed consolidation",
        "\"{0}\" has values over time, but its texts name two approaches: \"{1}\" and \"{2}\"",
    )
    .fix("define one figure for each approach, or add a note that says that earlier values were restated"),
    MixedCurrencies: Phrase::new(
        "mixed currencies",
        "\"{0}\" counts {1} and \"{2}\" counts {3} in {4}, and amounts of two currencies do not compare",
    )
    .fix("give each currency its own unit and panel, or convert one of them"),
    TypedHedge: Phrase::new("typed hedge", "the sentence puts \"{0}\" before {{1}}, {2}")
        .fix("remove the word; what the document hedges belongs into \"hedge\" of the value"),
    NettedAccounts: Phrase::new(
        "netted accounts",
        "\"{0}\" takes avoided emissions from own ones, which are two accounts",
    )
    .fix("say each account in a sentence of its own"),
}
