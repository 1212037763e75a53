//! Pictures of pages as files: drawn, printed in a format, written whole or not at all.

use std::fs::Permissions;
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use color_eyre::Result;
use color_eyre::eyre::{WrapErr, bail};
use ratatui::style::{Color, Style};

use crate::app::Page;
use crate::derive::Ledger;
use crate::export::{self, Canvas, Meta, Rgb, Scene};
use crate::locale::{Lang, fill};
use crate::report;
use crate::theme::{Level, Theme};
use crate::view::{Mode, View};

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
}

impl Picture {
    /// Draws the page once and prints it in each format; also what no embedded font can show.
    pub fn print(&self, ledger: &Ledger<'_>, formats: &[Format]) -> (Vec<Vec<u8>>, Vec<char>) {
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
        }
        .draw(self.width, self.height);
        let scene = Scene::new(&page, &self.canvas());
        let meta = self.meta(ledger);
        let print = |format: &Format| match format {
            Format::Svg => export::svg(&scene, &meta).into_bytes(),
            Format::Png => export::png(&scene, self.scale, &meta),
            Format::Txt => export::text(&page).into_bytes(),
            Format::Ansi => export::ansi(&page).into_bytes(),
        };
        (formats.iter().map(print).collect(), export::missing(&page))
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
        let title = tab.map_or("", |tab| tab.title.get(lang));
        let documents: Vec<&str> = report
            .documents
            .iter()
            .map(|document| document.title.get(lang))
            .collect();
        Meta {
            title: format!(
                "{} · {} · {title}",
                report.organisation.get(lang),
                report.title.get(lang)
            ),
            description: report::tab_words(ledger, lang, self.view.tab),
            source: documents.join(" · "),
            command: self.command(tab.map_or("", |tab| tab.id.as_str())),
            data: report::tab_json(ledger, lang, self.view.tab).to_string(),
        }
    }

    /// The command line that makes the picture again.
    fn command(&self, tab: &str) -> String {
        let theme = self.view.theme.name();
        let lang = self.view.lang.code();
        let mut command = format!(
            "esg-tui export {tab} --size {}x{} --theme {theme} --lang {lang}",
            self.width, self.height
        );
        let is_scaled = (self.scale - 1.0).abs() > f32::EPSILON;
        for (is_set, option) in [
            (self.view.mode == Mode::Presenter, " --present".to_owned()),
            (self.view.is_ascii, " --ascii".to_owned()),
            (self.is_transparent, " --transparent".to_owned()),
            (is_scaled, format!(" --scale {}", self.scale)),
        ] {
            if is_set {
                command.push_str(&option);
            }
        }
        command
    }
}

const fn rgb(color: Option<Color>) -> Option<Rgb> {
    match color {
        Some(Color::Rgb(red, green, blue)) => Some(Rgb(red, green, blue)),
        _ => None,
    }
}

/// Writes a file whole or not at all; an existing one is refused unless `force` is set.
pub fn write(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let name = || path.display().to_string();
    let mut file = tempfile::Builder::new()
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder.unwrap_or_else(|| Path::new(".")))
        // The name of the temporary file, which the error holds, says nothing to the user.
        .map_err(|error| io::Error::from(error.kind()))
        .wrap_err_with(name)?;
    file.as_file_mut().write_all(bytes).wrap_err_with(name)?;
    let kept = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    match kept {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            bail!(exists(path, lang))
        }
        Err(error) => Err(error.error).wrap_err_with(name),
    }
}

/// Says that a file is there already.
pub fn exists(path: &Path, lang: Lang) -> String {
    fill(lang.words().talk.exists, &[path.display().to_string()])
}

/// Writes to the first of `name.EXT`, `name-2.EXT`, … that is free for every extension.
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
        if files.iter().any(|(format, _)| path(*format).exists()) {
            continue;
        }
        for (format, bytes) in files {
            write(&path(*format), bytes, false, lang)?;
        }
        return Ok(files.iter().map(|(format, _)| path(*format)).collect());
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
        .wrap_err_with(|| format!("{name}-1 … {name}-9999"))
}
