//! `export`: pages as picture files.

mod pages;
mod progress;
mod target;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use color_eyre::Result;

use self::pages::views;
use self::progress::Progress;
use self::target::{Target, formats, refuse_existing, refuse_overflow, refuse_terminal};
use super::{Failure, ability, environment, print, say, wrote};
use crate::cli::{Export, Options};
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::pictures::{self, Format, Picture};
use crate::view::{Mode, View};

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
        let target = Target::of(options);
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
        let folders: BTreeSet<PathBuf> = self
            .paths()
            .map(|path| pictures::folder(&path).to_owned())
            .collect();
        for folder in &folders {
            pictures::sweep(folder);
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
                    let target = pictures::write(&path, &bytes, force, lang)?;
                    say(&wrote(&path, &target, lang));
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
