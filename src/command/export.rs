//! `export`: pages as picture files.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use color_eyre::Result;
use color_eyre::eyre::bail;

use super::{Failure, ability, environment, print, say, wrote};
use crate::cli::{Export, Options};
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::pictures::{self, Format, Picture};
use crate::view::{Layer, Mode, View};

/// Where the pictures go.
enum Target<'a> {
    Stdout,
    File(&'a Path),
    Folder(PathBuf),
}

impl Target<'_> {
    /// The file that a page goes to in this format; none for standard output.
    fn path(&self, name: &str, format: Format) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path.to_path_buf()),
            Self::Folder(folder) => Some(folder.join(format!("{name}.{}", format.name()))),
        }
    }
}

/// Writes pages as pictures, and says on standard error what was written.
pub(super) fn run(
    options: &Export,
    common: &Options,
    ledger: &Ledger<'_>,
    view: &View,
    tabs: &[usize],
) -> Result<ExitCode, Failure> {
    let lang = view.lang;
    let talk = &lang.words().talk;
    let target = target(options);
    let formats = formats(options, &target, lang)?;
    let (width, height) = options.size;
    let picture = |view| Picture {
        view,
        width,
        height,
        scale: options.scale,
        is_transparent: options.transparent,
        data: common.data.clone(),
    };
    let views = views(options, ledger, view, tabs)?;
    let pictures: Vec<Picture> = views.into_iter().map(picture).collect();
    let count = pictures.len() * formats.len();
    if let (Target::File(_) | Target::Stdout, Some(output), 2..) = (&target, &options.output, count)
    {
        let what = [count.to_string(), output.display().to_string()];
        return Err(Failure::Usage(fill(talk.too_many, &what)));
    }
    if matches!(target, Target::Stdout) && formats == [Format::Png] && io::stdout().is_terminal() {
        return Err(Failure::Usage(talk.no_png.to_owned()));
    }
    if !options.force {
        // Before the first picture is written: all of them, or none.
        let names = pictures.iter().map(|picture| picture.name(ledger));
        let paths = names.flat_map(|name| formats.iter().map(move |it| (name.clone(), *it)));
        refuse_existing(paths.filter_map(|(name, it)| target.path(&name, it)), lang)?;
    }
    if let Target::Folder(folder) = &target {
        pictures::make_folder(folder)?;
    }
    let mut missing = BTreeSet::new();
    let mut progress = Progress::of(count, lang);
    let has_ascii_only = ability::is_ascii(environment);
    let is_ascii = |format: Format| view.is_ascii || has_ascii_only && format.is_text();
    for mut picture in pictures {
        let name = picture.name(ledger);
        let mut leaves_out = false;
        for formats in formats.chunk_by(|a, b| is_ascii(*a) == is_ascii(*b)) {
            picture.view.is_ascii = formats.first().is_some_and(|it| is_ascii(*it));
            progress.show();
            let printed = picture.print(ledger, formats);
            progress.clear();
            missing.extend(printed.missing);
            leaves_out |= printed.leaves_out;
            for (format, bytes) in formats.iter().zip(printed.files) {
                let Some(path) = target.path(&name, *format) else {
                    print(&bytes, lang)?;
                    continue;
                };
                pictures::write(&path, &bytes, options.force, lang)?;
                say(&wrote(&path, lang));
                progress.done += 1;
            }
        }
        if leaves_out {
            let is_slide = view.mode == Mode::Presenter;
            let advice = if is_slide {
                talk.left_out_slide
            } else {
                talk.left_out
            };
            say(&fill(advice, &[name, format!("{width}x{height}")]));
        }
    }
    if !missing.is_empty() {
        let missing = String::from_iter(missing);
        say(&fill(talk.boxes, &[missing]));
    }
    Ok(ExitCode::SUCCESS)
}

/// Fails on the first file that is already there.
fn refuse_existing(mut paths: impl Iterator<Item = PathBuf>, lang: Lang) -> Result<()> {
    match paths.find(|path| pictures::is_taken(path)) {
        Some(path) => bail!(pictures::exists(&path, lang)),
        None => Ok(()),
    }
}

/// A line on a terminal that says how far the work is, gone before anything else is said.
struct Progress {
    done: usize,
    count: usize,
    is_shown: bool,
    writing: &'static str,
}

impl Progress {
    /// Of one picture there is nothing to tell, and only a terminal can take a line back.
    fn of(count: usize, lang: Lang) -> Self {
        Self {
            done: 0,
            count,
            is_shown: count > 1 && io::stderr().is_terminal(),
            writing: lang.words().talk.writing,
        }
    }

    fn show(&self) {
        if self.is_shown {
            let place = [self.done + 1, self.count].map(|number| number.to_string());
            let line = format!("\resg-tui: {}", fill(self.writing, &place));
            let _ = io::stderr().write_all(line.as_bytes());
        }
    }

    fn clear(&self) {
        if self.is_shown {
            let _ = io::stderr().write_all(b"\r\x1b[K");
        }
    }
}

/// The pages to draw: one a tab, or in presenter mode one a panel; those of one figure if it is named.
fn views(
    options: &Export,
    ledger: &Ledger<'_>,
    view: &View,
    tabs: &[usize],
) -> Result<Vec<View>, Failure> {
    let layer = options.layer.map(|kind| Layer { kind, scroll: 0 });
    let figure = options.figure.as_ref();
    let mut views = Vec::new();
    let mut known = Vec::new();
    for &tab in tabs {
        let page = &ledger.dataset.tabs[tab];
        let figures = ledger.of_tab(page);
        let figures: Vec<&String> = figures.iter().map(|fact| &fact.figure.id).collect();
        let focus = |id: &String| figures.iter().position(|it| *it == id);
        let is_shown = |shown: &[String]| figure.is_none_or(|id| shown.contains(id));
        let mut show = |slide: usize, first: Option<&String>| {
            views.push(View {
                tab,
                slide,
                focus: figure.or(first).and_then(focus).unwrap_or(0),
                layers: layer.into_iter().collect(),
                ..view.clone()
            });
        };
        match view.mode {
            Mode::Presenter => {
                let panels = page.panels().enumerate();
                for (slide, panel) in panels.filter(|(_, panel)| is_shown(&panel.figures)) {
                    let first = ledger.of_panel(panel).first().map(|fact| &fact.figure.id);
                    show(slide, first);
                }
            }
            Mode::Dashboard | Mode::Blank if figure.is_none_or(|id| figures.contains(&id)) => {
                show(0, None);
            }
            Mode::Dashboard | Mode::Blank => {}
        }
        known.extend(figures.into_iter().cloned());
    }
    match figure {
        Some(id) if views.is_empty() => {
            let what = [id.clone(), known.join(", ")];
            Err(Failure::Usage(fill(
                view.lang.words().talk.no_figure,
                &what,
            )))
        }
        _ => Ok(views),
    }
}

/// The formats asked for, or else that of the file's name, or else PNG; one file's name and format agree.
fn formats(options: &Export, target: &Target<'_>, lang: Lang) -> Result<Vec<Format>, Failure> {
    let talk = &lang.words().talk;
    let mut formats = Vec::new();
    for format in &options.format {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    let Target::File(file) = target else {
        if formats.is_empty() {
            formats.push(Format::Png);
        }
        return Ok(formats);
    };
    let name = || file.display().to_string();
    let extension = file.extension().and_then(OsStr::to_str);
    let named = extension.and_then(Format::from_name);
    match (formats.as_slice(), named) {
        ([], Some(named)) => Ok(vec![named]),
        ([], None) => {
            let known = Format::ALL.map(|format| format!(".{}", format.name()));
            let what = [name(), known.join(", ")];
            Err(Failure::Usage(fill(talk.no_format, &what)))
        }
        ([format], Some(named)) if *format != named => {
            let what = [name(), named.name().to_owned(), format.name().to_owned()];
            Err(Failure::Usage(fill(talk.other_format, &what)))
        }
        _ => Ok(formats),
    }
}

/// Where the pictures go: a name without an extension is a folder's, and one that ends in a slash.
fn target(options: &Export) -> Target<'_> {
    let Some(output) = options.output.as_deref() else {
        return Target::Folder(PathBuf::new());
    };
    let ends_in_slash = output.as_os_str().as_encoded_bytes().ends_with(b"/");
    if output.as_os_str() == "-" {
        Target::Stdout
    } else if ends_in_slash || output.is_dir() || output.extension().is_none() {
        Target::Folder(output.to_path_buf())
    } else {
        Target::File(output)
    }
}
