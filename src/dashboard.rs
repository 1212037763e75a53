//! The dashboard as the loop drives it: events become messages, messages a new view and effects.

use std::cell::Cell;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use crate::app::{self, Effect, Message};
use crate::dataset::Dataset;
use crate::derive::Ledger;
use crate::export;
use crate::keymap;
use crate::locale::fill;
use crate::pictures::{self, Picture, PictureFormat};
use crate::printable::{self, spell_path};
use crate::run::{Draw, Flow, Program};
use crate::view::{Autoplay, Hint, Stop, View};

/// The dashboard of one dataset.
#[derive(Debug)]
pub struct Dashboard<'a> {
    ledger: &'a Ledger<'a>,
    view: View,
    hints: Arc<[Hint]>,
    /// The window that was last drawn, which bounds how far a layer scrolls.
    area: Cell<Rect>,
    autoplay: Option<Duration>,
    data: Option<PathBuf>,
    followed: Option<&'a Followed>,
    next: Option<Dataset>,
    late_answer: LateAnswer,
}

/// A file that may change while it is shown.
pub struct Followed {
    /// What was read of it since the last wake.
    pub news: Receiver<News>,
    /// Has it read although it may not have changed.
    pub ask: Box<dyn Fn()>,
}

impl fmt::Debug for Followed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Followed").finish_non_exhaustive()
    }
}

/// What was read of a file that has changed.
#[derive(Debug)]
pub enum News {
    /// A dataset without errors.
    Dataset(Box<Dataset>),
    /// What is wrong with it, in one line.
    Problem(String),
}

/// Swallows an answer of the terminal that came too late, and would else be read as keys.
///
/// An answer such as `ESC ] 11 ; rgb:… ESC \` reaches the program as Alt-], letters and Alt-\.
#[derive(Debug, Default)]
struct LateAnswer {
    /// How many letters may still belong to it.
    left: u8,
}

impl LateAnswer {
    /// The most letters an answer about a colour has, with room to spare.
    const LONGEST: u8 = 40;

    const fn swallows(&mut self, event: &Event) -> bool {
        let Event::Key(key) = event else {
            return false;
        };
        let is_alt = key.modifiers.contains(KeyModifiers::ALT);
        match (key.code, is_alt) {
            (KeyCode::Char(']'), true) => {
                self.left = Self::LONGEST;
                true
            }
            _ if self.left == 0 => false,
            // The end of the answer: ST, or BEL, which is Ctrl-G.
            (KeyCode::Char('\\'), true) => {
                self.left = 0;
                true
            }
            (KeyCode::Char('g'), _) if key.modifiers.contains(KeyModifiers::CONTROL) => {
                self.left = 0;
                true
            }
            (KeyCode::Char(_), false) if !key.modifiers.contains(KeyModifiers::CONTROL) => {
                self.left -= 1;
                true
            }
            _ => {
                self.left = 0;
                false
            }
        }
    }
}

/// The scale of saved pictures: 4K for a page of the size that dashboards are designed for.
const CRISP: f32 = 2.0;

impl<'a> Dashboard<'a> {
    /// The dashboard, starting at `view`.
    pub fn new(ledger: &'a Ledger<'a>, view: View) -> Self {
        Self {
            ledger,
            view,
            hints: keymap::hints().into(),
            area: Cell::new(Rect::ZERO),
            autoplay: None,
            data: None,
            followed: None,
            next: None,
            late_answer: LateAnswer::default(),
        }
    }

    /// Moves on by itself after this long, in presenter mode.
    #[must_use]
    pub const fn autoplay(mut self, after: Option<Duration>) -> Self {
        self.autoplay = after;
        if after.is_some() {
            self.view.autoplay = Autoplay::On;
        }
        self
    }

    /// Names the dataset in saved pictures as it was asked for; `None` for the built-in one.
    #[must_use]
    pub fn data(mut self, path: Option<PathBuf>) -> Self {
        self.data = path;
        self
    }

    /// Takes the news of a file; `None` for the built-in dataset and for standard input.
    #[must_use]
    pub const fn follow(mut self, followed: Option<&'a Followed>) -> Self {
        self.followed = followed;
        self
    }

    /// What was on screen at the end, and the dataset to show next if there is one.
    pub fn into_parts(self) -> (View, Option<Dataset>) {
        (self.view, self.next)
    }

    /// Has the file read again, or says that there is none.
    fn reload(&mut self) -> Flow {
        match self.followed {
            Some(followed) => (followed.ask)(),
            None => self.view.notice = Some(self.view.lang.words().no_file.to_owned()),
        }
        Flow::Draw
    }

    fn update(&mut self, message: Message) -> Option<Effect> {
        let area = self.area.get();
        app::update(&mut self.view, self.ledger, &self.hints, area, message)
    }

    /// Types a text into the search, line breaks as spaces; elsewhere letters would be keys, so nothing happens.
    fn paste(&mut self, text: &str) -> Flow {
        if !self.view.is_typing() {
            return Flow::Ignore;
        }
        for symbol in text.chars() {
            let symbol = if symbol.is_whitespace() { ' ' } else { symbol };
            self.type_in(symbol);
        }
        Flow::Draw
    }

    /// Types a symbol into the search, unless nobody would see it.
    fn type_in(&mut self, symbol: char) -> Option<Effect> {
        if printable::is_active(symbol) {
            return None;
        }
        self.update(Message::Type(symbol))
    }

    /// Puts a text into the clipboard of the terminal, by OSC 52.
    fn copy(&mut self, text: &str) -> Flow {
        let mut bytes = String::new();
        // Writing into a string cannot fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut bytes);
        self.view.notice = Some(format!("{}: {text}", self.view.lang.words().copied));
        Flow::Write(bytes.into_bytes())
    }

    /// Saves what is on screen into the current folder, and says where.
    fn save(&mut self) -> Flow {
        let Rect { width, height, .. } = self.area.get();
        let view = self.view.clone();
        let picture = Picture {
            view,
            width,
            height,
            preset: None,
            scale: CRISP,
            is_transparent: false,
            data: self.data.clone(),
        };
        let formats = [PictureFormat::Svg, PictureFormat::Png];
        let printed = picture.print(self.ledger, &formats);
        let files: Vec<(PictureFormat, Vec<u8>)> = formats.into_iter().zip(printed.files).collect();
        let name = picture.name(self.ledger);
        let words = self.view.lang.words();
        let notice = match pictures::save(Path::new("."), &name, &files, self.view.lang) {
            Ok(paths) => {
                let names: Vec<String> = paths.iter().map(|path| spell_path(path)).collect();
                let saved = format!("{}: {}", words.saved, names.join(", "));
                if printed.leaves_out {
                    format!("{saved} · {}", words.left_out)
                } else {
                    saved
                }
            }
            Err(error) => format!("{}: {error:#}", words.not_saved),
        };
        self.view.notice = Some(notice);
        Flow::Draw
    }
}

/// The dashboard as it is at one time.
#[derive(Debug)]
pub struct Snapshot<'a> {
    ledger: &'a Ledger<'a>,
    view: View,
    hints: Arc<[Hint]>,
}

impl Snapshot<'_> {
    fn page(&self) -> app::Page<'_> {
        app::Page {
            ledger: self.ledger,
            view: &self.view,
            hints: &self.hints,
        }
    }
}

impl Draw for Snapshot<'_> {
    fn draw(&self, buffer: &mut Buffer) {
        self.page().render(buffer.area, buffer);
        app::for_terminal(buffer);
    }

    fn cursor(&self, area: Rect) -> Option<Position> {
        self.page().cursor(area)
    }
}

impl<'a> Program for Dashboard<'a> {
    type Page = Snapshot<'a>;

    fn page(&self, area: Rect) -> Snapshot<'a> {
        self.area.set(area);
        Snapshot {
            ledger: self.ledger,
            view: self.view.clone(),
            hints: Arc::clone(&self.hints),
        }
    }

    fn handle(&mut self, event: Event) -> Flow {
        if self.late_answer.swallows(&event) {
            return Flow::Ignore;
        }
        if let Event::Paste(text) = &event {
            return self.paste(text);
        }
        let Some(message) = keymap::message(&event, &self.view) else {
            let is_told = self.view.notice.take().is_some();
            return if is_told { Flow::Draw } else { Flow::Ignore };
        };
        let effect = match message {
            Message::Type(symbol) => self.type_in(symbol),
            message => self.update(message),
        };
        match effect {
            None => Flow::Draw,
            Some(Effect::Quit { leave_page }) => Flow::Quit { leave_page },
            Some(Effect::Reload) => self.reload(),
            Some(Effect::Redraw) => Flow::Redraw,
            Some(Effect::Suspend) => Flow::Suspend,
            Some(Effect::Mouse(on)) => Flow::Mouse(on),
            Some(Effect::Copy(text)) => self.copy(&text),
            Some(Effect::Save) => self.save(),
        }
    }

    fn wake(&mut self) -> Flow {
        let news = self
            .followed
            .and_then(|followed| followed.news.try_iter().last());
        match news {
            None => Flow::Ignore,
            Some(News::Dataset(dataset)) => {
                self.next = Some(*dataset);
                Flow::Replace
            }
            Some(News::Problem(problem)) => {
                let outdated = self.view.lang.words().outdated;
                self.view.problem = Some(fill(outdated, &[problem]));
                Flow::Draw
            }
        }
    }

    fn idle_timeout(&self) -> Option<Duration> {
        let View { autoplay, stop, .. } = self.view;
        let goes_on = autoplay == Autoplay::On && stop != Stop::End && self.view.has_slides();
        self.autoplay.filter(|_| goes_on)
    }

    fn timeout(&mut self) -> Flow {
        self.update(Message::TurnPage(1));
        Flow::Draw
    }

    fn exit_text(&self, page: &Buffer) -> String {
        export::ansi(page)
    }
}

#[cfg(test)]
mod pseudo;
