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
use crate::dataset::nearest;
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
    let plan = Plan::new(options, common, ledger, view, tabs)?;
    plan.write(ledger)?;
    Ok(ExitCode::SUCCESS)
}

/// What is written where, after all that could be refused: from here on only the system can say no.
struct Plan<'a> {
    target: Target<'a>,
    pages: Vec<Page>,
    force: bool,
    lang: Lang,
}

/// A page by the name of its files.
struct Page {
    name: String,
    /// One for all formats, or one in ASCII and one that is not.
    drawings: Vec<(Picture, Vec<Format>)>,
}

impl<'a> Plan<'a> {
    fn new(
        options: &'a Export,
        common: &Options,
        ledger: &Ledger<'_>,
        view: &View,
        tabs: &[usize],
    ) -> Result<Self, Failure> {
        let lang = view.lang;
        let target = target(options);
        let formats = formats(options, &target, lang)?;
        let views = views(options, ledger, view, tabs)?;
        refuse_overflow(options, &target, views.len() * formats.len(), lang)?;
        refuse_terminal(&target, &formats, lang)?;
        let has_ascii_only = ability::is_ascii(environment);
        let is_ascii = |format: Format| view.is_ascii || has_ascii_only && format.is_text();
        let (width, height) = options.size;
        let page = |view: View| {
            let picture = Picture {
                view,
                width,
                height,
                scale: options.scale,
                is_transparent: options.transparent,
                data: common.data.clone(),
            };
            let drawing = |formats: &[Format]| {
                let mut picture = picture.clone();
                picture.view.is_ascii = formats.iter().copied().any(is_ascii);
                (picture, formats.to_vec())
            };
            let alike = formats.chunk_by(|a, b| is_ascii(*a) == is_ascii(*b));
            Page {
                name: picture.name(ledger),
                drawings: alike.map(drawing).collect(),
            }
        };
        let plan = Self {
            target,
            pages: views.into_iter().map(page).collect(),
            force: options.force,
            lang,
        };
        if !plan.force {
            refuse_existing(plan.paths(), lang)?;
        }
        Ok(plan)
    }

    /// The files in the order in which they are written.
    fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.pages.iter().flat_map(|page| {
            let formats = page.drawings.iter().flat_map(|(_, formats)| formats);
            formats.filter_map(|format| self.target.path(&page.name, *format))
        })
    }

    fn write(&self, ledger: &Ledger<'_>) -> Result<()> {
        let Self { lang, force, .. } = *self;
        if let Target::Folder(folder) = &self.target {
            pictures::make_folder(folder)?;
        }
        let mut missing = BTreeSet::new();
        let mut progress = Progress::of(self.paths().count(), lang);
        for page in &self.pages {
            let mut leaves_out = false;
            for (picture, formats) in &page.drawings {
                progress.show();
                let printed = picture.print(ledger, formats);
                progress.clear();
                missing.extend(printed.missing);
                leaves_out |= printed.leaves_out;
                for (format, bytes) in formats.iter().zip(printed.files) {
                    let Some(path) = self.target.path(&page.name, *format) else {
                        print(&bytes, lang)?;
                        continue;
                    };
                    pictures::write(&path, &bytes, force, lang)?;
                    say(&wrote(&path, lang));
                    progress.done += 1;
                }
            }
            if leaves_out {
                page.say_left_out(lang);
            }
        }
        if !missing.is_empty() {
            let missing = String::from_iter(missing);
            say(&fill(lang.words().talk.boxes, &[missing]));
        }
        Ok(())
    }
}

impl Page {
    /// Says that there was no room for everything, and what would help.
    fn say_left_out(&self, lang: Lang) {
        let talk = &lang.words().talk;
        let Some((picture, _)) = self.drawings.first() else {
            return;
        };
        let layer = picture.view.top().and_then(|layer| layer.kind.name());
        // A layer is as long where one panel stands below it.
        let advice = match (layer, picture.view.mode) {
            (Some(_), _) => talk.left_out_layer,
            (None, Mode::Presenter) => talk.left_out_slide,
            (None, Mode::Dashboard | Mode::Blank) => talk.left_out,
        };
        let size = format!("{}x{}", picture.width, picture.height);
        let layer = layer.unwrap_or_default().to_owned();
        say(&fill(advice, &[self.name.clone(), size, layer]));
    }
}

/// Fails if one file, or standard output, would have to hold several pictures.
fn refuse_overflow(
    options: &Export,
    target: &Target<'_>,
    count: usize,
    lang: Lang,
) -> Result<(), Failure> {
    match (target, &options.output) {
        (Target::File(_) | Target::Stdout, Some(output)) if count > 1 => {
            let talk = &lang.words().talk;
            let output = match target {
                Target::Stdout => talk.standard_output.to_owned(),
                Target::File(_) | Target::Folder(_) => output.display().to_string(),
            };
            let what = [count.to_string(), output];
            Err(Failure::Usage(fill(talk.too_many, &what)))
        }
        _ => Ok(()),
    }
}

/// Fails if pixels would go to a terminal.
fn refuse_terminal(target: &Target<'_>, formats: &[Format], lang: Lang) -> Result<(), Failure> {
    let is_terminal = matches!(target, Target::Stdout) && io::stdout().is_terminal();
    if is_terminal && formats == [Format::Png] {
        return Err(Failure::Usage(lang.words().talk.no_png.to_owned()));
    }
    Ok(())
}

/// Fails on the first file that is already there.
fn refuse_existing(mut paths: impl Iterator<Item = PathBuf>, lang: Lang) -> Result<()> {
    match paths.find(|path| pictures::is_taken(path) && !pictures::is_stream(path)) {
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
    let figure = match &options.figure {
        None => None,
        Some(name) => Some(figure(name, ledger, view, tabs)?),
    };
    let mut views = Vec::new();
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
    }
    Ok(views)
}

/// The id of the figure on the tabs that has this one, in capitals or not.
fn figure<'a>(
    name: &str,
    ledger: &Ledger<'a>,
    view: &View,
    tabs: &[usize],
) -> Result<&'a String, Failure> {
    let mut known: Vec<&String> = Vec::new();
    for &tab in tabs {
        for fact in ledger.of_tab(&ledger.dataset.tabs[tab]) {
            if !known.contains(&&fact.figure.id) {
                known.push(&fact.figure.id);
            }
        }
    }
    let is_named = |id: &&&String| id.as_str() == name;
    let is_alike = |id: &&&String| id.to_lowercase() == name.to_lowercase();
    let found = known.iter().find(is_named);
    if let Some(id) = found.or_else(|| known.iter().find(is_alike)) {
        return Ok(id);
    }
    let talk = &view.lang.words().talk;
    let ids: Vec<&str> = known.iter().map(|id| id.as_str()).collect();
    let what = [name.to_owned(), ids.join(", ")];
    Err(Failure::Usage(match nearest(name, ids.into_iter()) {
        Some(nearest) => {
            let [name, ids] = what;
            fill(talk.no_figure_but, &[name, ids, nearest.to_owned()])
        }
        None => fill(talk.no_figure, &what),
    }))
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
    } else if pictures::is_stream(output) {
        Target::File(output)
    } else if ends_in_slash || output.is_dir() || output.extension().is_none() {
        Target::Folder(output.to_path_buf())
    } else {
        Target::File(output)
    }
}
