//! The view's next state after a message: pure, so that tests and the loop see the same.

use ratatui::layout::{Position, Rect};

use super::{Effect, Message};
use crate::derive::Ledger;
use crate::overlay::{self, Hit, Overlay};
use crate::panel::Context;
use crate::phrase::story;
use crate::screen::{self, Screen, TalkPage, Target};
use crate::theme::Theme;
use crate::view::{Autoplay, Hint, Layer, LayerKind, Mode, Stop, View};

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
    let stage = Stage {
        ledger,
        hints,
        area,
        theme: Theme::new(view.theme, view.level),
    };
    view.notice = None;
    if view.mode == Mode::Blank && message != Message::Blank {
        view.mode = Mode::Presenter;
        if !acts_on_blank_page(message) {
            return None;
        }
    }
    match message {
        Message::Quit { leave_page } => return Some(Effect::Quit { leave_page }),
        Message::Reload => return Some(Effect::Reload),
        Message::Redraw => return Some(Effect::Redraw),
        Message::Suspend => return Some(Effect::Suspend),
        Message::Save => return Some(Effect::Save),
        Message::Copy => return stage.citation(view).map(Effect::Copy),
        Message::Mouse => return Some(switch_mouse(view)),
        Message::TurnTab(by) | Message::TurnPage(by) if view.has_slides() => stage.slide(view, by),
        Message::TurnTab(by) => stage.go_to_tab(view, wrapped(view.tab, by, stage.tabs())),
        Message::Tab(tab) if tab < stage.tabs() => stage.go_to_tab(view, tab),
        Message::Language => view.lang = view.lang.next(),
        Message::Theme => next_theme(view),
        Message::Present => stage.present(view),
        Message::Blank => blank(view),
        Message::Pause => pause(view),
        Message::Toggle(kind) => toggle(view, kind),
        Message::Close => close(view),
        Message::Open => stage.open(view),
        Message::Type(_) | Message::Erase | Message::EraseWord | Message::EraseAll => {
            edit(view, message);
        }
        Message::TurnHit(by) => stage.turn_hit(view, by),
        Message::Step(by) => stage.step(view, by),
        Message::TurnPage(by) => stage.page(view, by),
        Message::First => stage.step_to(view, ListEnd::First),
        Message::Last => stage.step_to(view, ListEnd::Last),
        Message::Press(x, y) => stage.press(view, (x, y).into()),
        Message::Tab(_) => {}
    }
    None
}

/// Whether a message does more on a blank page than to show the page again.
const fn acts_on_blank_page(message: Message) -> bool {
    matches!(
        message,
        Message::Quit { .. } | Message::Suspend | Message::Redraw
    )
}

/// Where the view is shown.
struct Stage<'a> {
    ledger: &'a Ledger<'a>,
    hints: &'a [Hint],
    area: Rect,
    theme: Theme,
}

/// An end of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListEnd {
    First,
    Last,
}

/// How many figures a page of figures is.
const PAGE: isize = 4;

impl<'a> Stage<'a> {
    const fn tabs(&self) -> usize {
        self.ledger.dataset.tabs.len()
    }

    const fn context(&'a self, view: &View) -> Context<'a> {
        Context::new(self.ledger, view, &self.theme)
    }

    const fn overlay<'v>(&'v self, view: &'v View) -> Overlay<'v> {
        Overlay {
            ledger: self.ledger,
            view,
            theme: &self.theme,
            hints: self.hints,
        }
    }

    const fn screen<'v>(&'v self, view: &'v View) -> Screen<'v> {
        Screen {
            ledger: self.ledger,
            view,
            theme: &self.theme,
            hints: self.hints,
        }
    }

    fn figures(&self, view: &View) -> usize {
        self.ledger.count_of_tab(view.tab)
    }

    fn found(&self, view: &View) -> Vec<Hit> {
        overlay::hits(&self.context(view), &view.query)
    }

    /// The focused figure with its citation.
    fn citation(&self, view: &View) -> Option<String> {
        let fact = self.ledger.fact_of_tab(view.tab, view.focus)?;
        Some(story::citation(self.ledger, view.lang, fact))
    }

    fn open(&self, view: &mut View) {
        if !view.is_typing() {
            toggle(view, LayerKind::Card);
        } else if let Some(hit) = self.found(view).get(view.hit) {
            view.layers.clear();
            self.go(view, hit.tab, hit.figure);
        }
    }

    fn turn_hit(&self, view: &mut View, by: isize) {
        let found = self.found(view);
        if view.query.is_empty() || found.is_empty() {
            return;
        }
        view.hit = wrapped(view.hit, by, found.len());
        self.go(view, found[view.hit].tab, found[view.hit].figure);
    }

    fn step(&self, view: &mut View, by: isize) {
        match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find) => {
                view.hit = wrapped(view.hit, by, self.found(view).len());
                self.follow(view);
            }
            None if view.has_slides() => self.slide(view, by),
            Some(LayerKind::Table) | None => {
                self.go(view, view.tab, wrapped(view.focus, by, self.figures(view)));
                self.follow(view);
            }
            Some(kind) => self.scroll(view, kind, by),
        }
    }

    fn page(&self, view: &mut View, by: isize) {
        match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find) => {
                let last = self.found(view).len().saturating_sub(1);
                view.hit = view.hit.saturating_add_signed(by * PAGE).min(last);
                self.follow(view);
            }
            Some(LayerKind::Table) | None => {
                let last = self.figures(view).saturating_sub(1);
                let figure = view.focus.saturating_add_signed(by * PAGE).min(last);
                self.go(view, view.tab, figure);
                self.follow(view);
            }
            Some(kind) => {
                let rows =
                    usize::from(self.overlay(view).layout(kind, self.area).page()).cast_signed();
                self.scroll(view, kind, by * rows);
            }
        }
    }

    fn step_to(&self, view: &mut View, end: ListEnd) {
        let last = |count: usize| {
            if end == ListEnd::Last {
                count.saturating_sub(1)
            } else {
                0
            }
        };
        match view.top().map(|layer| layer.kind) {
            Some(LayerKind::Find) => view.hit = last(self.found(view).len()),
            None if view.has_slides() => {
                let talk = screen::talk(self.ledger.dataset);
                self.show(view, &talk, last(talk.len()));
            }
            Some(LayerKind::Table) | None => self.go(view, view.tab, last(self.figures(view))),
            Some(kind) => {
                let by = if end == ListEnd::Last {
                    isize::MAX
                } else {
                    isize::MIN
                };
                self.scroll(view, kind, by);
            }
        }
        self.follow(view);
    }

    /// Goes to a figure of a tab, and to its panel in presenter mode.
    fn go(&self, view: &mut View, tab: usize, figure: usize) {
        (view.tab, view.focus) = (tab, figure);
        view.stop = Stop::Panel;
        view.slide = self.ledger.panel_of_tab(tab, figure).unwrap_or(0);
    }

    fn go_to_tab(&self, view: &mut View, tab: usize) {
        self.go(view, tab, 0);
        for layer in &mut view.layers {
            layer.scroll = 0;
        }
    }

    /// Enters presenter mode at the panel of the focused figure, or leaves it.
    fn present(&self, view: &mut View) {
        view.mode = match view.mode {
            Mode::Dashboard => Mode::Presenter,
            Mode::Presenter | Mode::Blank => Mode::Dashboard,
        };
        self.go(view, view.tab, view.focus);
    }

    /// Goes on by slides, from the cover to the end and no further: by panels, and where not all
    /// figures of one have room, by pages of them.
    fn slide(&self, view: &mut View, by: isize) {
        if let Some(figure) = self.next_page(view, by) {
            let slide = view.slide;
            self.go(view, view.tab, figure);
            view.slide = slide;
            return;
        }
        let talk = screen::talk(self.ledger.dataset);
        let number = screen::place_in_talk(&talk, view).saturating_add_signed(by);
        self.show(view, &talk, number);
        // Backwards, the last page of a panel comes first.
        while by < 0
            && let Some(figure) = self.next_page(view, 1)
        {
            view.focus = figure;
        }
    }

    /// A figure of the tab on the next page of the panel on screen, or the one before, if it has one.
    fn next_page(&self, view: &View, by: isize) -> Option<usize> {
        if view.stop != Stop::Panel {
            return None;
        }
        let plan = self.screen(view).plan(self.area);
        let window = plan.window()?;
        let next = if by < 0 {
            window.shown.start.checked_sub(1)?
        } else {
            Some(window.shown.end).filter(|next| *next < window.count)?
        };
        let tab = self.ledger.dataset.tabs.get(view.tab)?;
        let panel = tab.panels().nth(view.slide)?;
        let id = &self.ledger.of_panel(panel).get(next)?.figure.id;
        self.ledger.number_in_tab(view.tab, id)
    }

    /// Shows the page with this number in the talk, or its last, with the first figure of a panel in focus.
    fn show(&self, view: &mut View, talk: &[TalkPage], number: usize) {
        let Some(&TalkPage { stop, tab, slide }) = talk.get(number).or_else(|| talk.last()) else {
            return;
        };
        if stop != Stop::Panel {
            view.stop = stop;
            return;
        }
        let page = &self.ledger.dataset.tabs[tab];
        let first = page.panels().nth(slide).and_then(|panel| {
            let first = *self.ledger.of_panel(panel).first()?;
            self.ledger.number_in_tab(tab, &first.figure.id)
        });
        self.go(view, tab, first.unwrap_or(0));
        // The figure may be on an earlier panel, too.
        view.slide = slide;
    }

    fn scroll(&self, view: &mut View, kind: LayerKind, by: isize) {
        let last = self.overlay(view).layout(kind, self.area).last_scroll();
        if let Some(layer) = view.layers.last_mut() {
            let to = usize::from(layer.scroll).saturating_add_signed(by);
            layer.scroll = to.min(usize::from(last)) as u16;
        }
    }

    /// Scrolls a list so that its chosen row is on screen.
    fn follow(&self, view: &mut View) {
        let Some(kind) = view.top().map(|layer| layer.kind) else {
            return;
        };
        let layout = self.overlay(view).layout(kind, self.area);
        let (page, last) = (layout.page(), layout.last_scroll());
        if let (Some(rows), Some(layer)) = (layout.selected_rows(), view.layers.last_mut()) {
            // The rows above the first chosen one are headings, worth showing again at the top.
            let highest = if rows.start <= 2 { 0 } else { rows.start };
            let lowest = rows.end.saturating_sub(page).min(highest);
            layer.scroll = layer.scroll.clamp(lowest, highest).min(last);
        }
    }

    /// A click chooses a tab, a figure or a row, and a second one does what Enter does; next to a
    /// layer it closes the layer, and in presenter mode it goes on.
    fn press(&self, view: &mut View, at: Position) {
        if let Some(kind) = view.top().map(|layer| layer.kind) {
            let layout = self.overlay(view).layout(kind, self.area);
            let entry = layout.entry(at);
            if !layout.covers(at) {
                view.layers.pop();
            } else if entry.is_some() && entry == layout.chosen {
                self.open(view);
            } else if let Some(entry) = entry {
                match kind {
                    LayerKind::Find => view.hit = entry,
                    _ => self.go(view, view.tab, entry),
                }
            }
            return;
        }
        if view.has_slides() {
            return self.slide(view, 1);
        }
        match self.screen(view).target(self.area, at.x, at.y) {
            Some(Target::Tab(tab)) => self.go_to_tab(view, tab),
            Some(Target::Figure(figure)) if figure == view.focus => self.open(view),
            Some(Target::Figure(figure)) => self.go(view, view.tab, figure),
            None => {}
        }
    }
}

/// Stops a talk that goes on by itself, or lets it go on.
const fn pause(view: &mut View) {
    view.autoplay = match view.autoplay {
        Autoplay::Off => Autoplay::Off,
        Autoplay::On => Autoplay::Paused,
        Autoplay::Paused => Autoplay::On,
    };
}

/// `by` places from `at` among `count`, wrapping round.
const fn wrapped(at: usize, by: isize, count: usize) -> usize {
    if count == 0 {
        return 0;
    }
    at.cast_signed()
        .wrapping_add(by)
        .rem_euclid(count.cast_signed())
        .cast_unsigned()
}

/// Gives the mouse to the dashboard, or back to the terminal.
fn switch_mouse(view: &mut View) -> Effect {
    view.has_mouse = !view.has_mouse;
    let words = view.lang.words();
    let notice = if view.has_mouse {
        words.mouse_on
    } else {
        words.mouse_off
    };
    view.notice = Some(notice.to_owned());
    Effect::Mouse(view.has_mouse)
}

fn next_theme(view: &mut View) {
    view.theme = view.theme.next();
    let what = view.lang.words().actions.theme.short;
    view.notice = Some(format!("{what}: {}", view.theme.name()));
}

/// Hides the page in presenter mode, or shows it again.
const fn blank(view: &mut View) {
    view.mode = match view.mode {
        Mode::Dashboard => Mode::Dashboard,
        Mode::Presenter => Mode::Blank,
        Mode::Blank => Mode::Presenter,
    };
}

/// Closes the topmost layer, or else presenter mode.
fn close(view: &mut View) {
    if view.layers.pop().is_none() && view.mode == Mode::Presenter {
        view.mode = Mode::Dashboard;
    }
}

/// The most letters that are searched for.
const LONGEST: usize = 200;

/// Changes the search while it is typed into.
fn edit(view: &mut View, message: Message) {
    if !view.is_typing() {
        return;
    }
    match message {
        Message::Type(letter) if view.query.chars().count() < LONGEST => view.query.push(letter),
        Message::Erase => drop(view.query.pop()),
        Message::EraseWord => {
            let kept = view.query.trim_end();
            let kept = kept.rfind(char::is_whitespace).map_or(0, |space| space + 1);
            view.query.truncate(kept);
        }
        Message::EraseAll => view.query.clear(),
        _ => {}
    }
    view.hit = 0;
    if let Some(layer) = view.layers.last_mut() {
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
