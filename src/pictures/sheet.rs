//! A page as it was drawn, ready for any printer.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

use super::command_line::command_line;
use super::picture::Picture;
use crate::app::Page;
use crate::dataset::Panel;
use crate::derive::Ledger;
use crate::export::{self, About, Canvas, Link, Meta, Rgb, Scene};
use crate::locale::Lang;
use crate::phrase;
use crate::phrase::story;
use crate::report;
use crate::theme::{Level, Theme};
use crate::view::{Stop, View};

/// The pixels down a screen that pictures are shown on.
const HIGH: f32 = 1080.0;

/// A page as it was drawn, with what it says about itself.
#[derive(Debug)]
pub struct DrawnPage<'a> {
    /// The cells.
    pub(super) page: Buffer,
    /// The shapes.
    pub(super) scene: Scene,
    /// The words that go with it.
    pub(super) meta: Meta,
    /// Pixels of a PNG per unit of the scene.
    pub(super) scale: f32,
    leaves_out: bool,
    ledger: &'a Ledger<'a>,
    view: View,
    panel: Option<usize>,
}

/// What a document says around a page.
pub(super) struct Context {
    /// Names the page: its tab, and the panel shown alone.
    pub(super) headings: Vec<String>,
    /// The sources and the trail of each figure.
    pub(super) notes: Vec<String>,
    /// Where the sources are on the web.
    pub(super) links: Vec<Link>,
}

impl DrawnPage<'_> {
    /// Lists the characters that no embedded font can show.
    pub fn missing(&self) -> Vec<char> {
        export::missing(&self.page)
    }

    /// Tells whether something had no room.
    pub const fn leaves_out(&self) -> bool {
        self.leaves_out
    }

    /// Says what a document says around the page.
    pub(super) fn context(&self) -> Context {
        let Self { ledger, view, .. } = self;
        let lang = view.lang;
        let documents = report::tab_documents(ledger, view.tab, self.panel);
        let links = documents.iter().flat_map(|document| {
            let url = document.url.as_deref().unwrap_or_default();
            [document.title.get(lang), url].map(|text| Link::new(text, url))
        });
        Context {
            headings: headings(ledger, view, self.panel),
            notes: around(ledger, view)
                .unwrap_or_else(|| report::tab_notes(ledger, lang, view.tab, self.panel)),
            links: links.flatten().collect(),
        }
    }

    /// Says what a document of such pages says about itself as a whole.
    pub(super) fn about(&self) -> About {
        let lang = self.view.lang;
        let report = &self.ledger.dataset.report;
        let author = report.organisation.get(lang).to_owned();
        About {
            title: format!("{author} · {}", report.title.get(lang)),
            author,
            lang: lang.code().to_owned(),
        }
    }

    /// Draws the page without colours: where a colour would tell a derived bar from a reported one,
    /// text has only its blocks.
    pub(super) fn uncoloured(&self) -> Buffer {
        let view = View {
            level: Level::None,
            ..self.view.clone()
        };
        let page = Page {
            ledger: self.ledger,
            view: &view,
            hints: &[],
        };
        page.draw(self.page.area.width, self.page.area.height)
    }
}

impl Picture {
    /// Draws the page.
    pub fn draw<'a>(&self, ledger: &'a Ledger<'a>) -> DrawnPage<'a> {
        let view = View {
            level: self.level(),
            is_picture: true,
            notice: None,
            ..self.view.clone()
        };
        let page = Page {
            ledger,
            view: &view,
            hints: &[],
        };
        let drawing = page.drawing(self.width, self.height);
        let mut scene = Scene::with(&drawing.cells, &drawing.large, &self.canvas());
        let mut scale = self.scale;
        if let Some(preset) = self.preset {
            scene = scene.letterboxed(preset.ratio());
            scale *= HIGH / scene.height() as f32;
        }
        DrawnPage {
            scene,
            meta: self.meta(ledger),
            scale,
            page: drawing.cells,
            leaves_out: drawing.leaves_out,
            ledger,
            view,
            panel: self.panel(),
        }
    }

    /// Returns the most colours, but none where the reader wants none.
    const fn level(&self) -> Level {
        match self.view.level {
            Level::None => Level::None,
            Level::Ansi16 | Level::Ansi256 | Level::TrueColor => Level::TrueColor,
        }
    }

    /// Returns the colours that the theme gives the page.
    fn canvas(&self) -> Canvas {
        let Style { fg, bg, .. } = Theme::new(self.view.theme, self.level()).page;
        // A theme without colours is ink on paper.
        let canvas = Canvas::new(
            rgb(fg).unwrap_or(Rgb(0, 0, 0)),
            rgb(bg).unwrap_or(Rgb(255, 255, 255)),
        );
        Canvas {
            transparent: self.is_transparent,
            ..canvas
        }
    }

    /// Says what the picture shows.
    fn meta(&self, ledger: &Ledger<'_>) -> Meta {
        let lang = self.view.lang;
        let report = &ledger.dataset.report;
        let panel = self.panel();
        let mut titles = vec![
            report.organisation.get(lang).to_owned(),
            report.title.get(lang).to_owned(),
        ];
        titles.extend(headings(ledger, &self.view, panel));
        let documents = report::tab_documents(ledger, self.view.tab, panel);
        let documents: Vec<&str> = documents
            .into_iter()
            .map(|document| document.title.get(lang))
            .collect();
        let around = around(ledger, &self.view);
        let is_of_tab = around.is_none();
        let words = || report::tab_words(ledger, lang, self.view.tab, panel);
        let data = is_of_tab.then(|| report::tab_json(ledger, lang, self.view.tab, panel));
        Meta {
            title: titles.join(" · "),
            description: around.map_or_else(words, |lines| lines.join("\n")),
            source: documents.join(" · "),
            command: command_line(self, ledger),
            data: data.map(|data| data.to_string()).unwrap_or_default(),
        }
    }
}

/// Says what a page of a talk says that belongs to no panel, a paragraph each: what the tabs say, or what
/// the notes say.
fn around(ledger: &Ledger<'_>, view: &View) -> Option<Vec<String>> {
    let lang = view.lang;
    let dataset = ledger.dataset;
    let tabs = dataset.tabs.iter();
    match view.stop {
        Stop::Panel => None,
        Stop::Cover => Some(
            tabs.map(|tab| story::message(ledger, lang, tab, None))
                .collect(),
        ),
        Stop::Unsaid | Stop::End => {
            let notes = tabs.flat_map(|tab| story::filled(ledger, lang, &tab.notes));
            Some(notes.collect())
        }
    }
}

/// Names a page: its tab, and the panel shown alone.
fn headings(ledger: &Ledger<'_>, view: &View, panel: Option<usize>) -> Vec<String> {
    let lang = view.lang;
    let Some(tab) = ledger.dataset.tabs.get(view.tab) else {
        return vec![];
    };
    match view.stop {
        Stop::Panel => {}
        Stop::Cover => return vec![ledger.dataset.report.title.get(lang).to_owned()],
        Stop::Unsaid | Stop::End => return vec![lang.words().unsaid.to_owned()],
    }
    let mut headings = vec![tab.title.get(lang).to_owned()];
    let panel = panel.and_then(|panel| tab.panels().nth(panel));
    headings.extend(panel.map(|panel| panel_title(ledger, lang, panel)));
    headings
}

/// Names a panel: its title, or else the names of its figures.
fn panel_title(ledger: &Ledger<'_>, lang: Lang, panel: &Panel) -> String {
    if let Some(title) = &panel.title {
        return phrase::fill(lang, ledger, title);
    }
    let facts = ledger.of_panel(panel).into_iter();
    let names: Vec<&str> = facts.map(|fact| fact.figure.name.get(lang)).collect();
    names.join(", ")
}

const fn rgb(color: Option<Color>) -> Option<Rgb> {
    match color {
        Some(Color::Rgb(red, green, blue)) => Some(Rgb(red, green, blue)),
        _ => None,
    }
}
