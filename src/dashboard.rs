//! The dashboard as the loop drives it: events become messages, messages a new view and effects.

use std::cell::Cell;

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use crate::app::{self, Effect, Page};
use crate::derive::Ledger;
use crate::export;
use crate::keymap;
use crate::run::{Flow, Program};
use crate::view::{Hint, View};

/// The dashboard of one dataset.
#[derive(Debug)]
pub struct Dashboard<'a> {
    ledger: &'a Ledger<'a>,
    view: View,
    hints: Vec<Hint>,
    /// The window that was last drawn, which bounds how far a layer scrolls.
    area: Cell<Rect>,
}

impl<'a> Dashboard<'a> {
    /// The dashboard, starting at `view`.
    pub fn new(ledger: &'a Ledger<'a>, view: View) -> Self {
        Self {
            ledger,
            view,
            hints: keymap::hints(),
            area: Cell::new(Rect::ZERO),
        }
    }

    fn page(&self) -> Page<'_> {
        Page {
            ledger: self.ledger,
            view: &self.view,
            hints: &self.hints,
        }
    }
}

impl Program for Dashboard<'_> {
    fn draw(&self, page: &mut Buffer) {
        self.area.set(page.area);
        self.page().render(page.area, page);
        app::for_terminal(page);
    }

    fn handle(&mut self, event: Event) -> Flow {
        let Some(message) = keymap::message(&event, &self.view) else {
            return Flow::Ignore;
        };
        let effect = app::update(
            &mut self.view,
            self.ledger,
            &self.hints,
            self.area.get(),
            message,
        );
        match effect {
            None => Flow::Draw,
            Some(Effect::Quit { leave_page }) => Flow::Quit { leave_page },
            Some(Effect::Redraw) => Flow::Redraw,
            Some(Effect::Suspend) => Flow::Suspend,
            Some(Effect::Mouse(on)) => Flow::Mouse(on),
        }
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.page().cursor(area)
    }

    fn farewell(&self, page: &Buffer) -> String {
        export::ansi(page)
    }
}
