//! `export`: pages as picture files.

use std::fs;
use std::io;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use color_eyre::eyre::WrapErr;

use super::{Failure, print, say, tab};
use crate::cli::Export;
use crate::derive::Ledger;
use crate::pictures::{self, Format, Picture};
use crate::view::{Mode, View};

/// Where the pictures go.
enum Target<'a> {
    Stdout,
    File(&'a Path),
    Folder(PathBuf),
}

/// Writes pages as pictures, and says on standard error what was written.
pub(super) fn run(options: &Export, ledger: &Ledger<'_>, view: &View) -> Result<ExitCode, Failure> {
    let tabs = if options.tabs.is_empty() {
        (0..ledger.dataset.tabs.len()).collect()
    } else {
        let indexes = options.tabs.iter().map(|id| tab(id, ledger.dataset));
        indexes.collect::<Result<Vec<_>, _>>()?
    };
    let formats = formats(options);
    let count = pages(ledger, view, &tabs).len() * formats.len();
    let target = target(options, count)?;
    if matches!(target, Target::Stdout) && formats == [Format::Png] && io::stdout().is_terminal() {
        return Err(Failure::Usage(
            "a PNG is not for a terminal; name a file with --output".to_owned(),
        ));
    }
    for (tab, slide, name) in pages(ledger, view, &tabs) {
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
        let (files, missing) = picture.print(ledger, &formats);
        if !missing.is_empty() {
            let missing = String::from_iter(missing);
            say(&format!(
                "warning: the fonts lack these, which are drawn as boxes: {missing}"
            ));
        }
        for (format, bytes) in formats.iter().zip(files) {
            let path = match &target {
                Target::Stdout => {
                    print(&bytes)?;
                    continue;
                }
                Target::File(path) => path.to_path_buf(),
                Target::Folder(folder) => {
                    fs::create_dir_all(folder).wrap_err_with(|| folder.display().to_string())?;
                    folder.join(format!("{name}.{}", format.name()))
                }
            };
            pictures::write(&path, &bytes, options.force)?;
            say(&format!("wrote {}", path.display()));
        }
    }
    Ok(ExitCode::SUCCESS)
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
        return options.format.clone();
    }
    let extension = options.output.as_deref().and_then(Path::extension);
    let named = extension.and_then(|extension| Format::from_name(extension.to_str()?));
    vec![named.unwrap_or(Format::Png)]
}

fn target(options: &Export, count: usize) -> Result<Target<'_>, Failure> {
    let Some(output) = options.output.as_deref() else {
        return Ok(Target::Folder(PathBuf::new()));
    };
    let is_stdout = output.as_os_str() == "-";
    let is_folder = output.is_dir() || output.extension().is_none();
    match (is_stdout, is_folder) {
        (false, true) => Ok(Target::Folder(output.to_path_buf())),
        _ if count > 1 => Err(Failure::Usage(format!(
            "{count} pictures do not fit into {}; name a tab and a format, or a folder",
            output.display()
        ))),
        (true, _) => Ok(Target::Stdout),
        (false, false) => Ok(Target::File(output)),
    }
}
