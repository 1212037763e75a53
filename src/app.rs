//! The page as a picture of a view, and the view's next state after a message.

mod anchor;
mod glyphs;
mod update;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use crate::derive::Ledger;
use crate::overlay::Overlay;
use crate::screen::{PagePlan, Screen};
use crate::theme::Theme;
use crate::view::{Hint, LayerKind, View};
use crate::widget::Large;

pub use anchor::Anchor;
pub use update::update;

/// What a reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Leave; with the page in the scrollback or without.
    Quit {
        /// Whether the last page stays in the scrollback.
        leave_page: bool,
    },
    /// Go this many tabs to the right, wrapping round; in presenter mode as many panels.
    TurnTab(isize),
    /// Go to the n-th tab, from 0.
    Tab(usize),
    /// Go this many figures on, or panels in presenter mode, or scroll a layer by as many rows.
    Step(isize),
    /// Go to the first figure, panel or row.
    First,
    /// Go to the last figure, panel or row.
    Last,
    /// Open the card of the focused figure, or go to the chosen hit.
    Open,
    /// Open a layer, or close it when it is the topmost.
    Toggle(LayerKind),
    /// Close the topmost layer.
    Close,
    /// Add a letter to the search.
    Type(char),
    /// Take the last letter of the search back.
    Erase,
    /// Take the last word of the search back.
    EraseWord,
    /// Take the whole search back.
    EraseAll,
    /// Go this many hits on.
    TurnHit(isize),
    /// Go to the next language.
    Language,
    /// Go to the next theme.
    Theme,
    /// Presenter mode on or off.
    Present,
    /// Go this many pages on; in presenter mode as many panels, through all tabs.
    TurnPage(isize),
    /// Blank the page, or show it again, in presenter mode.
    Blank,
    /// Stop a talk that goes on by itself, or let it go on.
    Pause,
    /// The mouse on or off.
    Mouse,
    /// Read the dataset again.
    Reload,
    /// Draw everything again.
    Redraw,
    /// Stop until the shell continues the program.
    Suspend,
    /// Press a cell.
    Press(u16, u16),
    /// Copy the focused figure.
    Copy,
    /// Save what is on screen.
    Save,
}

/// What the loop is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End.
    Quit {
        /// Whether the last page stays in the scrollback.
        leave_page: bool,
    },
    /// Read the dataset again.
    Reload,
    /// Draw everything again.
    Redraw,
    /// Stop until the shell continues the program.
    Suspend,
    /// Report the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put this text into the clipboard.
    Copy(String),
    /// Save what is on screen as pictures.
    Save,
}

/// A page as it was drawn.
#[derive(Debug)]
pub struct Drawing {
    /// The cells.
    pub cells: Buffer,
    /// The texts that are larger than a cell; none below a layer.
    pub large: Vec<Large>,
    /// Whether figures, charts or texts had no room.
    pub leaves_out: bool,
}

/// A whole page with its layers, as a reader sees it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The figures.
    pub ledger: &'a Ledger<'a>,
    /// What of them is on screen.
    pub view: &'a View,
    /// The keys for footer and help.
    pub hints: &'a [Hint],
}

impl Page<'_> {
    const fn theme(&self) -> Theme {
        Theme::new(self.view.theme, self.view.level)
    }

    const fn screen<'t>(&'t self, theme: &'t Theme) -> Screen<'t> {
        Screen {
            ledger: self.ledger,
            view: self.view,
            theme,
            hints: self.hints,
        }
    }

    const fn overlay<'t>(&'t self, theme: &'t Theme) -> Overlay<'t> {
        Overlay {
            ledger: self.ledger,
            view: self.view,
            theme,
            hints: self.hints,
        }
    }

    /// Where the terminal's cursor is, while there is something to type.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        self.overlay(&self.theme()).cursor(area)
    }

    /// Whether a page of this size leaves something out: figures or charts without room, the end of a
    /// layer, or the end of a text.
    pub fn leaves_out(&self, width: u16, height: u16) -> bool {
        let theme = self.theme();
        let area = Rect::new(0, 0, width, height);
        !self.is_whole(&theme, &self.screen(&theme).plan(area), area)
    }

    /// Draws the page from one plan, with all that a picture of it needs.
    pub fn drawing(&self, width: u16, height: u16) -> Drawing {
        let theme = self.theme();
        let area = Rect::new(0, 0, width, height);
        let plan = self.screen(&theme).plan(area);
        let mut cells = Buffer::empty(area);
        self.render_plan(&theme, &plan, area, &mut cells);
        Drawing {
            cells,
            large: match self.view.top() {
                Some(_) => Vec::new(),
                None => plan.large().cloned().collect(),
            },
            leaves_out: !self.is_whole(&theme, &plan, area),
        }
    }

    /// Whether all of what is topmost is there: of the page as it is planned, or of the layer over it.
    fn is_whole(&self, theme: &Theme, plan: &PagePlan<'_>, area: Rect) -> bool {
        match self.view.top() {
            Some(layer) => self.overlay(theme).layout(layer.kind, area).is_whole(),
            None => plan.is_whole(),
        }
    }

    fn render_plan(&self, theme: &Theme, plan: &PagePlan<'_>, area: Rect, buf: &mut Buffer) {
        self.screen(theme).render_plan(plan, area, buf);
        self.overlay(theme).render(area, buf);
        self.screen(theme).render_notice(area, buf);
        if self.view.is_ascii {
            glyphs::to_ascii(buf);
        }
        glyphs::style_hidden(buf);
    }

    /// Draws the page into a new buffer.
    pub fn draw(&self, width: u16, height: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        self.render(buf.area, &mut buf);
        buf
    }
}

impl Widget for &Page<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let theme = self.theme();
        let area = area.intersection(buf.area);
        let plan = self.screen(&theme).plan(area);
        self.render_plan(&theme, &plan, area, buf);
    }
}

/// Makes a buffer fit for a terminal: Thai SARA AM is split over its two cells.
///
/// Terminals disagree about the composed letter, and agree about the parts.
pub fn for_terminal(buf: &mut Buffer) {
    glyphs::split_sara_am(buf);
}
