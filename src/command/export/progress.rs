//! How far the work is, in a line on a terminal.

use std::io::{self, IsTerminal, Write};

use crate::locale::{Lang, fill};

/// A line on a terminal that says how far the work is, gone before anything else is said.
pub(super) struct Progress {
    pub(super) done: usize,
    count: usize,
    /// Whether there is a line to show, on a terminal.
    has_line: bool,
    is_shown: bool,
    writing: &'static str,
}

impl Progress {
    /// Starts with nothing done: of one file there is nothing to tell, and only a terminal can take a line
    /// back.
    pub(super) fn of(count: usize, lang: Lang) -> Self {
        Self {
            done: 0,
            count,
            has_line: count > 1 && io::stderr().is_terminal(),
            is_shown: false,
            writing: lang.words().talk.writing,
        }
    }

    /// Shows the line, unless it is there.
    pub(super) fn show(&mut self) {
        if self.has_line && !self.is_shown {
            self.is_shown = true;
            let place = [self.done + 1, self.count].map(|number| number.to_string());
            let line = format!("\resg-tui: {}", fill(self.writing, &place));
            let _ = io::stderr().write_all(line.as_bytes());
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.is_shown {
            self.is_shown = false;
            let _ = io::stderr().write_all(b"\r\x1b[K");
        }
    }
}
