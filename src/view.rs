//! The complete answer to what is on screen, in one small value.

use crate::locale::{Action, Actions, Lang};
use crate::theme::{Level, ThemeKind};

/// What is on screen, apart from the dataset and the size of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The tab, from 0.
    pub tab: usize,
    /// The focused figure among those of the tab, from 0, in reading order.
    pub focus: usize,
    /// How the page is shown.
    pub mode: Mode,
    /// The panel on screen in presenter mode, from 0 on each tab.
    pub slide: usize,
    /// The page of the talk in presenter mode.
    pub stop: Stop,
    /// Whether the talk goes on by itself.
    pub autoplay: Autoplay,
    /// The layers over the page, the topmost last.
    pub layers: Vec<Layer>,
    /// What is searched for.
    pub query: String,
    /// The chosen hit of the search, from 0.
    pub hit: usize,
    /// The reader's language.
    pub lang: Lang,
    /// The kind of page.
    pub theme: ThemeKind,
    /// The colours of whatever the page is read on.
    pub level: Level,
    /// Whether only ASCII may be drawn, apart from the texts of a language that needs more.
    pub is_ascii: bool,
    /// Whether the page is a picture: a source line instead of key hints, no focus.
    pub is_picture: bool,
    /// Whether the mouse is captured.
    pub has_mouse: bool,
    /// A message at the bottom of the page until the next key; never in a picture.
    pub notice: Option<String>,
    /// Why the page is not that of the file as it is now; below a notice, never in a picture.
    pub problem: Option<String>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            tab: 0,
            focus: 0,
            layers: Vec::new(),
            query: String::new(),
            hit: 0,
            lang: Lang::En,
            theme: ThemeKind::Dark,
            level: Level::TrueColor,
            is_ascii: false,
            is_picture: false,
            mode: Mode::Dashboard,
            slide: 0,
            stop: Stop::Panel,
            autoplay: Autoplay::Off,
            has_mouse: true,
            notice: None,
            problem: None,
        }
    }
}

impl View {
    /// The topmost layer.
    pub fn top(&self) -> Option<&Layer> {
        self.layers.last()
    }

    /// Whether the keys go from panel to panel: in presenter mode, while no layer is open.
    pub fn has_slides(&self) -> bool {
        self.mode == Mode::Presenter && self.layers.is_empty()
    }

    /// Whether letters are typed into the search.
    pub fn is_typing(&self) -> bool {
        self.top()
            .is_some_and(|layer| layer.kind == LayerKind::Find)
    }
}

/// How the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// All panels of a tab.
    #[default]
    Dashboard,
    /// One panel at a time, in large numerals.
    Presenter,
    /// Nothing, until the next key.
    Blank,
}

/// A page of a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stop {
    /// Organisation, report, period, and the figure that each tab is about.
    Cover,
    /// A panel with its message.
    #[default]
    Panel,
    /// What the document does not say.
    Unsaid,
    /// The end.
    End,
}

/// Whether a talk goes on by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Autoplay {
    /// It was not asked to.
    #[default]
    Off,
    /// It does.
    On,
    /// It was asked to, and was stopped.
    Paused,
}

/// A layer over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// What it shows.
    pub kind: LayerKind,
    /// The first row of its text that is visible, from 0.
    pub scroll: u16,
}

/// What a layer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerKind {
    /// Everything about the focused figure.
    Card,
    /// The sources and notes of the tab.
    Sources,
    /// The figures of the tab as a table.
    Table,
    /// The search over all tabs.
    Find,
    /// What the keys do.
    Help,
}

/// A key and what it does, for the footer and the help.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// The keys as they are shown.
    pub keys: &'static str,
    /// Other keys that do the same, for the help only.
    pub aliases: &'static str,
    /// What they do.
    pub action: fn(&Actions) -> Action,
    /// Where they do it.
    pub active_in: ActiveIn,
    /// The place in the footer, the most useful first; `None` for the help only.
    pub footer: Option<u8>,
}

/// Where a key does what its hint says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActiveIn {
    /// In every mode.
    Everywhere,
    /// On the dashboard.
    Dashboard,
    /// In presenter mode.
    Presenter,
}

impl LayerKind {
    /// Every kind of layer.
    pub const ALL: [Self; 5] = [
        Self::Card,
        Self::Sources,
        Self::Table,
        Self::Find,
        Self::Help,
    ];

    /// The name of a layer that needs no typing, so that a command can ask for it.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Card => Some("card"),
            Self::Sources => Some("sources"),
            Self::Table => Some("table"),
            Self::Find | Self::Help => None,
        }
    }
}

impl Hint {
    /// Whether the keys do this in a mode.
    pub const fn is_for(&self, mode: Mode) -> bool {
        match self.active_in {
            ActiveIn::Everywhere => true,
            ActiveIn::Dashboard => matches!(mode, Mode::Dashboard),
            ActiveIn::Presenter => matches!(mode, Mode::Presenter | Mode::Blank),
        }
    }

    /// The keys as they are shown, in words where there are no symbols.
    pub fn shown(&self, is_ascii: bool) -> String {
        if is_ascii {
            self.keys.replace('⏎', "Enter")
        } else {
            self.keys.to_owned()
        }
    }

    /// Every key that does it, for the help.
    pub fn all(&self, is_ascii: bool) -> String {
        format!("{} {}", self.shown(is_ascii), self.aliases)
            .trim_end()
            .to_owned()
    }
}
