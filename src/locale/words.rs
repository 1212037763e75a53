//! The words of the interface, by what they say.

use super::check::CheckWords;
use super::declare::words;

words! {
    /// What a language calls everything the interface says.
    pub struct Words {
        /// The ISO 639-1 code.
        pub code: &'static str,

        // Lines.
        /// Letters that belong to what is before them and begin no line.
        pub never_first: &'static [char],
        /// Words with the one after them that no line break parts from them.
        pub inseparable: &'static [(&'static str, &'static str)],
        /// Words that make one word with the one after them.
        pub prefixes: &'static [&'static str],

        // Numbers.
        /// Between a number of millions and its unit, with any space that follows.
        pub million: &'static str,
        /// Between a number of billions (10⁹) and its unit, with any space that follows.
        pub billion: &'static str,
        /// Between a number of trillions (10¹²) and its unit, with any space that follows.
        pub trillion: &'static str,
        /// Before a lower bound.
        pub more_than: &'static str,
        /// Before an upper bound of an amount.
        pub less_than: &'static str,
        /// Before an upper bound of a count.
        pub fewer_than: &'static str,
        /// Before an upper bound that is near.
        pub almost: &'static str,
        /// Before a lower bound below zero.
        pub above: &'static str,
        /// Before an upper bound below zero.
        pub below: &'static str,
        /// Before a rough number.
        pub about: &'static str,
        /// After a number of percentage points.
        pub percentage_points: &'static str,
        /// The same where there is little room.
        pub points: &'static str,
        /// After a multiple.
        pub times: &'static str,
        /// Between the ends of a range, in numbers or time.
        pub to: &'static str,
        /// `day` and the days of a period in a formula.
        pub days: &'static str,

        // Time.
        /// Abbreviated months, January first.
        pub months: [&'static str; 12],
        /// What is added to a year of the common era.
        pub year_offset: i32,
        /// What is before the number of a fiscal year; `None` shows the period's id.
        pub fiscal_year: Option<&'static str>,
        /// What is before the number of a calendar year used as a period.
        pub calendar_year: Option<&'static str>,
        /// The day of a document; `{0}` is the day.
        pub dated: &'static str,
        /// Before the month of a state.
        pub as_of: &'static str,
        /// Before the last month of a running total.
        pub up_to: &'static str,
        /// A time that the document does not state.
        pub time_not_stated: &'static str,

        // Figures.
        /// Printed in the document.
        pub reported: &'static str,
        /// Computed from what is printed.
        pub derived: &'static str,
        /// An improvement.
        pub better: &'static str,
        /// The opposite.
        pub worse: &'static str,
        /// A rise that is not judged; `{0}` is its size.
        pub more: &'static str,
        /// A fall that is not judged; `{0}` is its size.
        pub less: &'static str,
        /// What a change compares with; `{0}` is the earlier time.
        pub versus: &'static str,
        /// A change that is none as far as the digits say.
        pub unchanged: &'static str,
        /// Columns of one unit drawn to one scale.
        pub same_scale: &'static str,
        /// A chart whose scale is its own.
        pub own_scale: &'static str,
        /// An axis that starts elsewhere than zero; `{0}` is where.
        pub axis_from: &'static str,
        /// An open tip: the true value is higher.
        pub or_more: &'static str,
        /// An open tip: the true value is lower.
        pub or_less: &'static str,
        /// What is left of a whole, where the dataset has no word for it.
        pub rest: &'static str,
        /// The title of the page with the notes of a talk.
        pub unsaid: &'static str,
        /// The last page of a talk.
        pub end_of_talk: &'static str,
        /// A talk goes on by itself; the key that stops it.
        pub playing: &'static str,
        /// A talk was stopped; the key that lets it go on.
        pub paused: &'static str,
        /// Labels the value of an earlier period.
        pub earlier: &'static str,
        /// A value the document does not give.
        pub not_in_document: &'static str,
        /// How many earlier periods a chart has no room for; `{0}` is the number.
        pub earlier_hidden: &'static str,
        /// The last line of a panel whose chart found no room.
        pub chart_hidden: &'static str,

        // The card.
        /// Labels a value.
        pub value: &'static str,
        /// Labels a unit.
        pub unit: &'static str,
        /// Labels a period.
        pub period: &'static str,
        /// Labels the boundary.
        pub covers: &'static str,
        /// Labels the direction.
        pub direction: &'static str,
        /// Less is better.
        pub lower_is_better: &'static str,
        /// More is better.
        pub higher_is_better: &'static str,
        /// Labels reported or derived.
        pub status: &'static str,
        /// Labels a change.
        pub change: &'static str,
        /// Labels a formula.
        pub formula: &'static str,
        /// Labels the bounds that rounding and hedges leave.
        pub interval: &'static str,
        /// Labels the lower bound.
        pub at_least: &'static str,
        /// Labels the upper bound.
        pub at_most: &'static str,
        /// A count as it was printed, of which nothing says whether it was rounded.
        pub as_printed: &'static str,
        /// Labels the place in the document.
        pub source: &'static str,
        /// Labels a document.
        pub document: &'static str,
        /// Names a section of a document.
        pub section: &'static str,
        /// Names an item of a section.
        pub item: &'static str,
        /// Labels notes.
        pub notes: &'static str,
        /// Labels a figure.
        pub figure: &'static str,

        // The linear report.
        /// Names a tab, before its number.
        pub tab: &'static str,
        /// Between a number and how many there are: `1 of 4`.
        pub of: &'static str,
        /// Labels what the panels of a figure say.
        pub shown_under: &'static str,
        /// How the words for the two kinds of values are to be read.
        pub legend: &'static str,

        // Layers and the page.
        /// The title of the sources and notes.
        pub sources_title: &'static str,
        /// The title of the table.
        pub table_title: &'static str,
        /// The title of the help.
        pub help_title: &'static str,
        /// The title of the search.
        pub find_title: &'static str,
        /// Nothing was found.
        pub nothing_found: &'static str,
        /// How many were found, after the number.
        pub found: &'static str,
        /// Pictures were saved, before their names.
        pub saved: &'static str,
        /// Pictures could not be saved, before the reason.
        pub not_saved: &'static str,
        /// A figure was put into the clipboard, before it.
        pub copied: &'static str,
        /// The mouse is reported again.
        pub mouse_on: &'static str,
        /// The mouse is left to the terminal, so that text can be marked.
        pub mouse_off: &'static str,
        /// Pictures were saved that have no room for everything.
        pub left_out: &'static str,
        /// The file was read again; `{0}` is its name.
        pub reloaded: &'static str,
        /// There is no file to read again.
        pub no_file: &'static str,
        /// The file has an error, so the page is older; `{0}` is the error.
        pub outdated: &'static str,
        /// What the commands say.
        pub talk: Talk,
        /// What the keys do.
        pub actions: Actions,
        /// What the review of a dataset says.
        pub check: CheckWords,
    }

    /// What the commands say on standard error; `{0}` and `{1}` are filled in.
    pub struct Talk {
        /// A tab that is not there, and those that are.
        pub no_tab: &'static str,
        /// A file was written.
        pub wrote: &'static str,
        /// Which picture of how many is being written.
        pub writing: &'static str,
        /// A file is there already.
        pub exists: &'static str,
        /// A folder where a file is to be written.
        pub is_folder: &'static str,
        /// More pictures than the output can hold.
        pub too_many: &'static str,
        /// Bytes of the format `{0}` were to be written to a terminal.
        pub no_binary: &'static str,
        /// Characters that no embedded font has.
        pub boxes: &'static str,
        /// What standard input is called in messages.
        pub standard_input: &'static str,
        /// What standard output is called in messages.
        pub standard_output: &'static str,
        /// What the built-in dataset is called in messages.
        pub built_in: &'static str,
        /// A file that is too large to be read, with its name and the most mebibytes.
        pub too_large: &'static str,
        /// A dataset that is not UTF-8, with its name and place.
        pub not_utf8: &'static str,
        /// A dataset in the program that is not there, and those that are.
        pub no_example: &'static str,
        /// A tab that is not there, those that are, and the one that may have been meant.
        pub no_tab_but: &'static str,
        /// The same with a command that may have been meant.
        pub no_tab_but_command: &'static str,
        /// Two files, or two tabs, to open.
        pub two_of_a_kind: &'static str,
        /// Something to open before a command.
        pub before_command: &'static str,
        /// The dataset that is made of a table.
        pub dataset_of: &'static str,
        /// A table that is not UTF-8, with its row.
        pub table_not_utf8: &'static str,
        /// A workbook that cannot be read.
        pub no_workbook: &'static str,
        /// A sheet that a workbook does not have.
        pub no_sheet: &'static str,
        /// There is no terminal to read keys from.
        pub no_keyboard: &'static str,
        /// A file whose name says no format, with those that there are.
        pub no_format: &'static str,
        /// A file whose name says another format than the option.
        pub other_format: &'static str,
        /// A figure that is not there, and those that are.
        pub no_figure: &'static str,
        /// The same with the figure that may have been meant.
        pub no_figure_but: &'static str,
        /// There is no file whose changes could be watched.
        pub nothing_to_watch: &'static str,
        /// A picture that has no room for everything, with its name and size.
        pub left_out: &'static str,
        /// The same of one panel.
        pub left_out_slide: &'static str,
        /// The same of a layer, with its name.
        pub left_out_layer: &'static str,
        /// The terminal could not be used.
        pub terminal_failed: &'static str,
    }

    /// What the keys do: a long form for the help and a short one for the footer.
    pub struct Actions {
        /// Leave.
        pub quit: Action,
        /// Leave, and keep the page in the scrollback.
        pub quit_leaving: Action,
        /// The next and previous tab.
        pub tab: Action,
        /// A tab by its number.
        pub tab_number: Action,
        /// The next and previous figure.
        pub figure: Action,
        /// The first and last figure.
        pub ends: Action,
        /// A page of figures or lines.
        pub page: Action,
        /// The card of a figure.
        pub card: Action,
        /// Close the topmost layer.
        pub close: Action,
        /// Chart or table.
        pub table: Action,
        /// Sources and notes.
        pub sources: Action,
        /// Find in all tabs.
        pub find: Action,
        /// The next and previous hit.
        pub next_hit: Action,
        /// The help.
        pub help: Action,
        /// Save what is on screen.
        pub save: Action,
        /// Copy the figure.
        pub copy: Action,
        /// The language.
        pub language: Action,
        /// The theme.
        pub theme: Action,
        /// Presenter mode.
        pub present: Action,
        /// Blank the page.
        pub blank: Action,
        /// Pause a talk that goes on by itself.
        pub pause: Action,
        /// The mouse.
        pub mouse: Action,
        /// The next and previous panel.
        pub slide: Action,
        /// The first and last panel.
        pub slide_ends: Action,
        /// Close the topmost layer, or leave presenter mode.
        pub leave: Action,
        /// Erase what is searched for.
        pub erase: Action,
        /// Read the file again.
        pub reload: Action,
        /// Draw again.
        pub redraw: Action,
        /// Suspend.
        pub suspend: Action,
    }

    /// What a key does, in a long and a short form.
    pub struct Action {
        /// For the help.
        pub long: &'static str,
        /// For the footer.
        pub short: &'static str,
    }
}
