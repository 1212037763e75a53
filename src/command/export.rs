//! `export`: pages as picture files.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use color_eyre::Result;
use color_eyre::eyre::{WrapErr, bail};

use super::{Failure, print, say, tab, wrote};
use crate::cli::Export;
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::pictures::{self, Format, Picture};
use crate::view::{Mode, View};

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
pub(super) fn run(options: &Export, ledger: &Ledger<'_>, view: &View) -> Result<ExitCode, Failure> {
    let lang = view.lang;
    let talk = &lang.words().talk;
    let tabs = if options.tabs.is_empty() {
        (0..ledger.dataset.tabs.len()).collect()
    } else {
        let indexes = options.tabs.iter().map(|id| tab(id, ledger.dataset, lang));
        once(indexes.collect::<Result<Vec<_>, _>>()?)
    };
    let formats = formats(options);
    let pages = pages(ledger, view, &tabs);
    let count = pages.len() * formats.len();
    let target = target(options, count, lang)?;
    if matches!(target, Target::Stdout) && formats == [Format::Png] && io::stdout().is_terminal() {
        return Err(Failure::Usage(talk.no_png.to_owned()));
    }
    if !options.force {
        // Before the first picture is written: all of them, or none.
        let names = pages.iter().map(|(_, _, name)| name);
        let paths = names.flat_map(|name| formats.iter().map(|it| target.path(name, *it)));
        refuse_existing(paths.flatten(), lang)?;
    }
    if let Target::Folder(folder) = &target {
        fs::create_dir_all(folder).wrap_err_with(|| folder.display().to_string())?;
    }
    let mut missing = BTreeSet::new();
    let mut progress = Progress::of(count, lang);
    for (tab, slide, name) in pages {
        let (width, height) = options.size;
        let picture = Picture {
            view: View {
                tab,
                slide,
                ..view.clone()
            },
            width,
            height,
            scale: options.scale,
            is_transparent: options.transparent,
        };
        progress.show();
        let (files, lacking) = picture.print(ledger, &formats);
        progress.clear();
        missing.extend(lacking);
        for (format, bytes) in formats.iter().zip(files) {
            let Some(path) = target.path(&name, *format) else {
                print(&bytes, lang)?;
                continue;
            };
            pictures::write(&path, &bytes, options.force, lang)?;
            say(&wrote(&path, lang));
            progress.done += 1;
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
    match paths.find(|path| path.symlink_metadata().is_ok()) {
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

/// The pages to draw: tab, panel, and the name of the file; in presenter mode one a panel.
fn pages(ledger: &Ledger<'_>, view: &View, tabs: &[usize]) -> Vec<(usize, usize, String)> {
    let pages = tabs.iter().flat_map(|&tab| {
        let page = &ledger.dataset.tabs[tab];
        let slides = match view.mode {
            Mode::Presenter => page.panels().count(),
            Mode::Dashboard | Mode::Blank => 1,
        };
        (0..slides).map(move |slide| {
            let number = if slides > 1 {
                format!("-{}", slide + 1)
            } else {
                String::new()
            };
            (tab, slide, format!("{}{number}", page.id))
        })
    });
    pages.collect()
}

/// The formats asked for, or else that of the output's name, or else PNG.
fn formats(options: &Export) -> Vec<Format> {
    if !options.format.is_empty() {
        return once(options.format.clone());
    }
    let extension = options.output.as_deref().and_then(Path::extension);
    let named = extension.and_then(|extension| Format::from_name(extension.to_str()?));
    vec![named.unwrap_or(Format::Png)]
}

/// Each item once, in the order of the first: naming a thing twice asks for it once.
fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

fn target(options: &Export, count: usize, lang: Lang) -> Result<Target<'_>, Failure> {
    let Some(output) = options.output.as_deref() else {
        return Ok(Target::Folder(PathBuf::new()));
    };
    let is_stdout = output.as_os_str() == "-";
    let is_folder = output.is_dir() || output.extension().is_none();
    match (is_stdout, is_folder) {
        (false, true) => Ok(Target::Folder(output.to_path_buf())),
        _ if count > 1 => {
            let what = [count.to_string(), output.display().to_string()];
            Err(Failure::Usage(fill(lang.words().talk.too_many, &what)))
        }
        (true, _) => Ok(Target::Stdout),
        (false, false) => Ok(Target::File(output)),
    }
}
