//! The page as a picture of a view, and the view's next state after a message.

mod glyphs;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use crate::derive::Ledger;
use crate::overlay::{self, Hit, Overlay};
use crate::panel::Context;
use crate::screen::{Screen, Target};
use crate::theme::Theme;
use crate::view::{Hint, Layer, LayerKind, View};

/// What a reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// Leave; with the page in the scrollback or without.
    Quit {
        /// Whether the last page stays in the scrollback.
        leave_page: bool,
    },
    /// Go this many tabs to the right, wrapping round.
    TurnTab(isize),
    /// Go to the n-th tab, from 0.
    Tab(usize),
    /// Go this many figures on, or scroll a layer by as many rows.
    Step(isize),
    /// Go this many pages on.
    Page(isize),
    /// Go to the first figure or row.
    First,
    /// Go to the last figure or row.
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
    /// Go this many hits on.
    TurnHit(isize),
    /// Go to the next language.
    Language,
    /// Go to the next theme.
    Theme,
    /// Presenter mode on or off.
    Present,
    /// The mouse on or off.
    Mouse,
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
    /// Draw everything again.
    Redraw,
    /// Stop until the shell continues the program.
    Suspend,
    /// Report the mouse, or leave it to the terminal.
    Mouse(bool),
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

impl<'a> Page<'a> {
    fn theme(&self) -> Theme {
        Theme::new(self.view.theme, self.view.level)
    }

    fn screen<'t>(&'t self, theme: &'t Theme) -> Screen<'t> {
        Screen {
            ledger: self.ledger,
            view: self.view,
            theme,
            hints: self.hints,
        }
    }

    fn overlay<'t>(&'t self, theme: &'t Theme) -> Overlay<'t> {
        Overlay {
            ledger: self.ledger,
            view: self.view,
            theme,
            hints: self.hints,
        }
    }

    /// Where the terminal's cursor stands, while there is something to type.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        self.overlay(&self.theme()).cursor(area)
    }

    /// Draws the page into a buffer of its own.
    pub fn draw(&self, width: u16, height: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        self.render(buf.area, &mut buf);
        buf
    }
}

impl Widget for &Page<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let theme = self.theme();
        self.screen(&theme).render(area, buf);
        self.overlay(&theme).render(area, buf);
        if self.view.is_ascii {
            glyphs::to_ascii(buf);
        }
        glyphs::style_hidden(buf);
    }
}

/// Makes a buffer fit for a terminal: Thai SARA AM is split over its two cells.
///
/// Terminals disagree about the composed letter, and agree about the parts.
pub fn for_terminal(buf: &mut Buffer) {
    glyphs::split_sara_am(buf);
}

/// Brings the view to its next state; what only the loop can do is returned.
///
/// `area` is the window the page is drawn in: it bounds how far a layer scrolls.
pub fn update(
    view: &mut View,
    ledger: &Ledger<'_>,
    hints: &[Hint],
    area: Rect,
    message: Message,
) -> Option<Effect> {
    view.notice = None;
    let theme = Theme::new(view.theme, view.level);
    let figures = |view: &View| figures_of(ledger, view, view.tab);
    match message {
        Message::Quit { leave_page } => return Some(Effect::Quit { leave_page }),
        Message::Redraw => return Some(Effect::Redraw),
        Message::Suspend => return Some(Effect::Suspend),
        Message::Mouse => {
            view.has_mouse = !view.has_mouse;
            return Some(Effect::Mouse(view.has_mouse));
        }
        Message::TurnTab(by) => {
            let next = wrapped(view.tab, by, ledger.dataset.tabs.len());
            go_to_tab(view, next);
        }
        Message::Tab(tab) if tab < ledger.dataset.tabs.len() => go_to_tab(view, tab),
        Message::Tab(_) => {}
        Message::Language => view.lang = view.lang.next(),
        Message::Theme => view.theme = view.theme.next(),
        Message::Present => view.is_presenting = !view.is_presenting,
        Message::Toggle(kind) => toggle(view, kind),
        Message::Close => {
            view.layers.pop();
        }
        Message::Open => match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find) => {
                let hits = found(ledger, view);
                if let Some(hit) = hits.get(view.hit) {
                    view.layers.clear();
                    (view.tab, view.focus) = (hit.tab, hit.figure);
                }
            }
            _ => toggle(view, LayerKind::Card),
        },
        Message::Type(letter) if !letter.is_control() => {
            view.query.push(letter);
            view.hit = 0;
        }
        Message::Type(_) => {}
        Message::Erase => {
            view.query.pop();
            view.hit = 0;
        }
        Message::TurnHit(by) => turn_hit(ledger, view, by),
        Message::Step(by) => match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find) => {
                view.hit = wrapped(view.hit, by, found(ledger, view).len());
                follow(view, ledger, hints, area);
            }
            Some(LayerKind::Table) | None => {
                view.focus = wrapped(view.focus, by, figures(view));
                follow(view, ledger, hints, area);
            }
            Some(kind) => scroll(view, ledger, hints, area, kind, by),
        },
        Message::Page(by) => match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find | LayerKind::Table) | None => {
                let last = figures(view).saturating_sub(1);
                view.focus = view.focus.saturating_add_signed(by * 4).min(last);
                follow(view, ledger, hints, area);
            }
            Some(kind) => {
                let overlay = Overlay {
                    ledger,
                    view,
                    theme: &theme,
                    hints,
                };
                let rows = overlay.page(kind, area) as isize;
                scroll(view, ledger, hints, area, kind, by * rows);
            }
        },
        Message::First | Message::Last => {
            let is_last = message == Message::Last;
            match view.top().map(|layer| layer.kind) {
                Some(LayerKind::Table | LayerKind::Find) | None => {
                    view.focus = if is_last {
                        figures(view).saturating_sub(1)
                    } else {
                        0
                    };
                    follow(view, ledger, hints, area);
                }
                Some(kind) => {
                    let by = if is_last {
                        isize::from(i16::MAX)
                    } else {
                        -isize::from(i16::MAX)
                    };
                    scroll(view, ledger, hints, area, kind, by);
                }
            }
        }
        Message::Press(x, y) => press(view, ledger, hints, area, x, y),
        Message::Copy | Message::Save => {}
    }
    None
}

fn figures_of(ledger: &Ledger<'_>, view: &View, tab: usize) -> usize {
    let theme = Theme::new(view.theme, view.level);
    let context = Context::new(ledger, view, &theme);
    ledger
        .dataset
        .tabs
        .get(tab)
        .map_or(0, |tab| context.figures(tab).len())
}

fn found(ledger: &Ledger<'_>, view: &View) -> Vec<Hit> {
    let theme = Theme::new(view.theme, view.level);
    overlay::hits(&Context::new(ledger, view, &theme), &view.query)
}

/// `by` places from `at` among `count`, wrapping round.
fn wrapped(at: usize, by: isize, count: usize) -> usize {
    let count = isize::try_from(count).unwrap_or(isize::MAX);
    if count == 0 {
        return 0;
    }
    (at as isize + by).rem_euclid(count) as usize
}

fn go_to_tab(view: &mut View, tab: usize) {
    view.tab = tab;
    view.focus = 0;
    for layer in &mut view.layers {
        layer.scroll = 0;
    }
}

/// Opens a layer on top of the others, or closes it when it is already the topmost.
fn toggle(view: &mut View, kind: LayerKind) {
    if view.top().is_some_and(|layer| layer.kind == kind) {
        view.layers.pop();
        return;
    }
    view.layers.retain(|layer| layer.kind != kind);
    view.layers.push(Layer { kind, scroll: 0 });
    if kind == LayerKind::Find {
        view.query.clear();
        view.hit = 0;
    }
}

fn turn_hit(ledger: &Ledger<'_>, view: &mut View, by: isize) {
    let hits = found(ledger, view);
    if view.query.is_empty() || hits.is_empty() {
        return;
    }
    view.hit = wrapped(view.hit, by, hits.len());
    let hit = &hits[view.hit];
    (view.tab, view.focus) = (hit.tab, hit.figure);
}

fn scroll(
    view: &mut View,
    ledger: &Ledger<'_>,
    hints: &[Hint],
    area: Rect,
    kind: LayerKind,
    by: isize,
) {
    let theme = Theme::new(view.theme, view.level);
    let last = Overlay {
        ledger,
        view,
        theme: &theme,
        hints,
    }
    .last_scroll(kind, area);
    if let Some(layer) = view.layers.last_mut() {
        let to = usize::from(layer.scroll).saturating_add_signed(by);
        layer.scroll = to.min(usize::from(last)) as u16;
    }
}

/// Scrolls a list so that its chosen row is on screen.
fn follow(view: &mut View, ledger: &Ledger<'_>, hints: &[Hint], area: Rect) {
    let theme = Theme::new(view.theme, view.level);
    let overlay = Overlay {
        ledger,
        view,
        theme: &theme,
        hints,
    };
    let Some(kind) = view.top().map(|layer| layer.kind) else {
        return;
    };
    let rows = overlay.selected_rows(kind, area);
    let page = overlay.page(kind, area);
    let last = overlay.last_scroll(kind, area);
    if let (Some(rows), Some(layer)) = (rows, view.layers.last_mut()) {
        // The rows above the first chosen one are headings, worth showing again at the top.
        let least = rows.end.saturating_sub(page);
        let most = if rows.start <= 2 { 0 } else { rows.start };
        layer.scroll = layer.scroll.clamp(least.min(most), most).min(last);
    }
}

fn press(view: &mut View, ledger: &Ledger<'_>, hints: &[Hint], area: Rect, x: u16, y: u16) {
    if !view.layers.is_empty() {
        view.layers.pop();
        return;
    }
    let theme = Theme::new(view.theme, view.level);
    let screen = Screen {
        ledger,
        view,
        theme: &theme,
        hints,
    };
    match screen.target(area, x, y) {
        Some(Target::Tab(tab)) => go_to_tab(view, tab),
        // A second click on the focused figure opens its card.
        Some(Target::Figure(figure)) if figure == view.focus => toggle(view, LayerKind::Card),
        Some(Target::Figure(figure)) => view.focus = figure,
        None => {}
    }
}
