//! Pictures of pages as files: drawn, printed in a format, written whole or not at all.

use std::error::Error;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use color_eyre::Result;
use color_eyre::eyre::{Report, WrapErr, eyre};
use ratatui::style::{Color, Style};
use tempfile::NamedTempFile;

use crate::app::Page;
use crate::dataset::Panel;
use crate::derive::Ledger;
use crate::export::{self, Canvas, Meta, Rgb, Scene};
use crate::locale::{Lang, fill};
use crate::phrase;
use crate::report;
use crate::theme::{Level, Theme};
use crate::view::{LayerKind, Mode, View};

/// A format that a page can be printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Vectors.
    Svg,
    /// Pixels.
    Png,
    /// Text.
    Txt,
    /// Text with the escape codes of its colours.
    Ansi,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Txt, Self::Ansi];

    /// The name, which is also the extension of its files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Txt => "txt",
            Self::Ansi => "ansi",
        }
    }

    /// Whether it is read in a terminal rather than looked at in a picture.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Txt | Self::Ansi)
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }
}

/// A page about to be printed: the view it shows, its size in cells, how large its pixels are.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What is on the page.
    pub view: View,
    /// The width in cells.
    pub width: u16,
    /// The height in cells.
    pub height: u16,
    /// Pixels of a PNG per unit of a page of 15 by 30 units a cell.
    pub scale: f32,
    /// Whether the page is left unpainted.
    pub is_transparent: bool,
    /// The dataset as it was asked for; `None` for the built-in one.
    pub data: Option<PathBuf>,
}

/// A page as it was printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The bytes of a file in each format.
    pub files: Vec<Vec<u8>>,
    /// What no embedded font can show.
    pub missing: Vec<char>,
    /// Whether something had no room.
    pub leaves_out: bool,
}

impl Picture {
    /// What its files are called, without an extension: as the tab and, in presenter mode, its panel.
    pub fn name(&self, ledger: &Ledger<'_>) -> String {
        let tab = ledger.dataset.tabs.get(self.view.tab);
        let tab = tab.map_or("page", |tab| &tab.id);
        // A dataset names files, and no folders.
        let tab = tab.replace('/', "-");
        match self.panel() {
            Some(panel) => format!("{tab}-slide{}", panel + 1),
            None => tab,
        }
    }

    /// The panel that stands alone, in presenter mode.
    fn panel(&self) -> Option<usize> {
        (self.view.mode == Mode::Presenter).then_some(self.view.slide)
    }

    /// Draws the page once and prints it in each format.
    pub fn print(&self, ledger: &Ledger<'_>, formats: &[Format]) -> Printed {
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
        let leaves_out = page.leaves_out(self.width, self.height);
        // Where a colour would tell a derived bar from a reported one, text has only its blocks.
        let uncoloured = || {
            let view = View {
                level: Level::None,
                ..view.clone()
            };
            let page = Page {
                view: &view,
                ..page
            };
            page.draw(self.width, self.height)
        };
        let text = || export::text(&uncoloured()).into_bytes();
        let page = page.draw(self.width, self.height);
        let scene = Scene::new(&page, &self.canvas());
        let meta = self.meta(ledger);
        let print = |format: &Format| match format {
            Format::Svg => export::svg(&scene, &meta).into_bytes(),
            Format::Png => export::png(&scene, self.scale, &meta),
            Format::Txt => text(),
            Format::Ansi => export::ansi(&page).into_bytes(),
        };
        Printed {
            files: formats.iter().map(print).collect(),
            missing: export::missing(&page),
            leaves_out,
        }
    }

    /// Every colour, but none where the reader wants none.
    const fn level(&self) -> Level {
        match self.view.level {
            Level::None => Level::None,
            Level::Ansi16 | Level::Ansi256 | Level::TrueColor => Level::TrueColor,
        }
    }

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

    fn meta(&self, ledger: &Ledger<'_>) -> Meta {
        let lang = self.view.lang;
        let report = &ledger.dataset.report;
        let tab = ledger.dataset.tabs.get(self.view.tab);
        let panel = self.panel();
        let shown = tab.and_then(|tab| tab.panels().nth(panel?));
        let mut titles = vec![
            report.organisation.get(lang).to_owned(),
            report.title.get(lang).to_owned(),
        ];
        titles.extend(tab.map(|tab| tab.title.get(lang).to_owned()));
        titles.extend(shown.map(|panel| self.panel_title(ledger, panel)));
        let documents: Vec<&str> = report
            .documents
            .iter()
            .map(|document| document.title.get(lang))
            .collect();
        Meta {
            title: titles.join(" · "),
            description: report::tab_words(ledger, lang, self.view.tab, panel),
            source: documents.join(" · "),
            command: self.command(ledger),
            data: report::tab_json(ledger, lang, self.view.tab, panel).to_string(),
        }
    }

    /// What a panel is called: its title, or else the names of its figures.
    fn panel_title(&self, ledger: &Ledger<'_>, panel: &Panel) -> String {
        let lang = self.view.lang;
        if let Some(title) = &panel.title {
            return phrase::fill(lang, ledger, title.get(lang));
        }
        let facts = ledger.of_panel(panel).into_iter();
        let names: Vec<&str> = facts.map(|fact| fact.figure.name.get(lang)).collect();
        names.join(", ")
    }

    /// The command line that makes the picture again; a comment says what no option can.
    fn command(&self, ledger: &Ledger<'_>) -> String {
        let View {
            theme, lang, level, ..
        } = self.view;
        let tab = ledger.dataset.tabs.get(self.view.tab);
        let top = self.view.top();
        let figures = tab.map_or_else(Vec::new, |tab| ledger.of_tab(tab));
        let focus = figures.get(self.view.focus).map(|fact| &fact.figure.id);
        let is_of_figure = self.view.focus > 0
            || self.panel().is_some()
            || top.is_some_and(|layer| layer.kind == LayerKind::Card);
        let page = format!(
            "--size {}x{} --theme {} --lang {}",
            self.width,
            self.height,
            theme.name(),
            lang.code()
        );
        let tab = tab.map(|tab| tab.id.as_str());
        // Behind two dashes nothing is taken for an option.
        let is_dashed = |id: &&str| id.starts_with('-');
        let figure = focus.filter(|_| is_of_figure);
        let is_scaled = (self.scale - 1.0).abs() > f32::EPSILON;
        let words = lang.words();
        let data = self.data.as_ref().map(|path| path.display().to_string());
        let options = [
            tab.filter(|id| !is_dashed(id)).map(quoted),
            Some(page),
            data.map(|data| option("--data", &data)),
            self.panel().map(|_| "--present".to_owned()),
            figure.map(|id| option("--figure", id)),
            top.and_then(|layer| Some(format!("--layer {}", layer.kind.name()?))),
            self.view.is_ascii.then(|| "--ascii".to_owned()),
            (level == Level::None).then(|| "--color never".to_owned()),
            self.is_transparent.then(|| "--transparent".to_owned()),
            is_scaled.then(|| format!("--scale {}", self.scale)),
            tab.filter(is_dashed).map(|id| format!("-- {}", quoted(id))),
            top.and_then(|layer| match layer.kind {
                LayerKind::Find => Some(format!("# {}: {}", words.find_title, self.view.query)),
                LayerKind::Help => Some(format!("# {}", words.help_title)),
                _ if layer.scroll > 0 => Some(format!("# ↓ {}", layer.scroll)),
                _ => None,
            }),
        ];
        let mut command = "esg-tui export".to_owned();
        for option in options.into_iter().flatten() {
            command.push(' ');
            command.push_str(&option);
        }
        command
    }
}

/// An option with its value, joined where the value would be taken for an option of its own.
fn option(name: &str, value: &str) -> String {
    let is_option = value.starts_with('-') && value != "-";
    let between = if is_option { '=' } else { ' ' };
    format!("{name}{between}{}", quoted(value))
}

/// A word as a shell reads it back.
fn quoted(word: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || "/._-+,@%".contains(it);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

const fn rgb(color: Option<Color>) -> Option<Rgb> {
    match color {
        Some(Color::Rgb(red, green, blue)) => Some(Rgb(red, green, blue)),
        _ => None,
    }
}

/// Writes a file whole or not at all; an existing one is refused unless `force` is set, a folder always.
/// A device or a pipe is written to and never replaced.
pub fn write(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<()> {
    if path.is_dir() {
        return Err(eyre!(exists(path, lang)));
    }
    if is_stream(path) {
        return fs::write(path, bytes).map_err(|error| failed(path, &error));
    }
    let draft = draft(path, bytes)?;
    let kept = if force {
        draft.persist(path)
    } else {
        draft.persist_noclobber(path)
    };
    kept.map(|_| ())
        .map_err(|error| not_kept(path, &error.error, lang))
}

/// The bytes in a file beside `path` that goes away unless it gets a name.
fn draft(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::Builder::new()
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder.unwrap_or_else(|| Path::new(".")))
        .map_err(|error| failed(path, &error))?;
    let written = file.as_file_mut().write_all(bytes);
    written.map_err(|error| failed(path, &error))?;
    Ok(file)
}

/// Says why a draft could not get its name.
fn not_kept(path: &Path, error: &io::Error, lang: Lang) -> Report {
    if error.kind() == ErrorKind::AlreadyExists {
        eyre!(exists(path, lang))
    } else {
        failed(path, error)
    }
}

/// Makes a folder if only its last part is missing.
pub fn make_folder(path: &Path) -> Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    fs::create_dir(path).map_err(|error| failed(path, &error))
}

/// Says what could not be done to a file, and why.
fn failed(path: &Path, error: &io::Error) -> Report {
    eyre!("{}: {}", path.display(), reason(error))
}

/// What the system says about a failure, such as `Permission denied`, and nothing else.
pub fn reason(error: &io::Error) -> String {
    // What makes a temporary file puts its name, which says nothing to the user, around the error.
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    let said = cause.unwrap_or(error).to_string();
    match said.split_once(" (os error ") {
        Some((said, _)) => said.to_owned(),
        None => said,
    }
}

/// Whether something has this name, be it a link to nothing.
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether what has this name takes bytes without keeping them, such as a device or a pipe.
pub fn is_stream(path: &Path) -> bool {
    let kind = path.metadata().map(|it| it.file_type());
    kind.is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// Says that a file is there already, or a folder, which nothing replaces.
pub fn exists(path: &Path, lang: Lang) -> String {
    let talk = &lang.words().talk;
    let said = if path.is_dir() {
        talk.is_folder
    } else {
        talk.exists
    };
    fill(said, &[path.display().to_string()])
}

/// Writes to the first of `name.EXT`, `name-2.EXT`, … that is free for every extension: all files or none.
pub fn save(
    folder: &Path,
    name: &str,
    files: &[(Format, Vec<u8>)],
    lang: Lang,
) -> Result<Vec<PathBuf>> {
    for number in 1..10_000 {
        let stem = if number == 1 {
            name.to_owned()
        } else {
            format!("{name}-{number}")
        };
        let path = |format: Format| folder.join(format!("{stem}.{}", format.name()));
        let paths: Vec<PathBuf> = files.iter().map(|(format, _)| path(*format)).collect();
        if paths.iter().any(|path| is_taken(path)) {
            continue;
        }
        let drafts = paths.iter().zip(files);
        let drafts: Vec<NamedTempFile> = drafts
            .map(|(path, (_, bytes))| draft(path, bytes))
            .collect::<Result<_>>()?;
        for (index, (path, draft)) in paths.iter().zip(drafts).enumerate() {
            if let Err(error) = draft.persist_noclobber(path) {
                for written in &paths[..index] {
                    // What cannot be removed either is told by the folder itself.
                    let _ = fs::remove_file(written);
                }
                return Err(not_kept(path, &error.error, lang));
            }
        }
        return Ok(paths);
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
        .wrap_err_with(|| format!("{name}-1 … {name}-9999"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    const FILES: [(Format, Vec<u8>); 2] = [(Format::Svg, Vec::new()), (Format::Ansi, Vec::new())];

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let names = entries.map(|entry| entry.expect("a file has a name").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn saves_nothing_where_the_second_file_cannot_be_written() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        // A name has 255 bytes at most, which leaves room for one extension and not for the other.
        let name = "a".repeat(251);
        let error = save(folder.path(), &name, &FILES, Lang::En).expect_err("the name is too long");
        assert!(error.to_string().contains(".ansi: "), "{error}");
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn saves_beside_a_link_to_nothing() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let link = folder.path().join("page.ansi");
        symlink("nowhere", link).expect("the folder takes a link");
        let saved = save(folder.path(), "page", &FILES, Lang::En).expect("there is room");
        assert_eq!(saved.len(), 2);
        let expected = ["page-2.ansi", "page-2.svg", "page.ansi"];
        assert_eq!(names(folder.path()), expected);
    }
}
