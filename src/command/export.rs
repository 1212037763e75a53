//! `export`: pages as picture files.

mod destination;
mod pages;
mod progress;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use color_eyre::Result;

use self::destination::{Destination, formats, refuse_existing, refuse_overflow, refuse_terminal};
use self::pages::views;
use self::progress::Progress;
use super::{CommandError, ability, environment, print, say, wrote};
use crate::cli::{Export, Options};
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::pictures::{self, DrawnPage, Picture, PictureFormat, Preset};
use crate::printable::spell;
use crate::view::{Mode, View};

/// Writes pages as pictures, and says on standard error what was written.
pub(super) fn run(
    options: &Export,
    common: &Options,
    ledger: &Ledger<'_>,
    view: &View,
    tabs: &[usize],
) -> Result<ExitCode, CommandError> {
    let job = Job::new(options, common, ledger, view, tabs)?;
    job.write(ledger)?;
    Ok(ExitCode::SUCCESS)
}

/// What is written where, after all that could be refused: from here on only the system can say no.
struct Job<'a> {
    destination: Destination<'a>,
    pages: Vec<PageFiles>,
    /// The name of the files that hold all pages, and their formats.
    document: String,
    documents: Vec<PictureFormat>,
    force: bool,
    lang: Lang,
}

/// A page by the name of its files.
struct PageFiles {
    name: String,
    /// One for all formats, or one in ASCII and one that is not.
    drawings: Vec<(Picture, Vec<PictureFormat>)>,
}

impl<'a> Job<'a> {
    fn new(
        options: &'a Export,
        common: &Options,
        ledger: &Ledger<'_>,
        view: &View,
        tabs: &[usize],
    ) -> Result<Self, CommandError> {
        let lang = view.lang;
        let destination = Destination::of(options);
        let formats = formats(options, &destination, lang)?;
        let views = views(options, ledger, view, tabs)?;
        let is_document = |format: &PictureFormat| format.is_document();
        let documents: Vec<PictureFormat> = formats.iter().copied().filter(is_document).collect();
        let count = views.len() * (formats.len() - documents.len()) + documents.len();
        refuse_overflow(options, &destination, count, lang)?;
        refuse_terminal(&destination, &formats, lang)?;
        let pictures: Vec<Picture> = views
            .into_iter()
            .map(|view| picture(options, common, view))
            .collect();
        let job = Self {
            destination,
            document: document(&pictures, ledger),
            pages: pictures
                .iter()
                .map(|picture| PageFiles::new(picture, &formats, ledger))
                .collect(),
            documents,
            force: options.force,
            lang,
        };
        if !job.force {
            refuse_existing(job.paths(), lang)?;
        }
        Ok(job)
    }

    /// The files in the order in which they are written.
    fn paths(&self) -> impl Iterator<Item = PathBuf> {
        let pages = self.pages.iter().flat_map(|page| {
            let formats = page.drawings.iter().flat_map(|(_, formats)| formats);
            let formats = formats.filter(|format| !format.is_document());
            formats.map(|format| (&page.name, *format))
        });
        let documents = self.documents.iter();
        pages
            .chain(documents.map(|format| (&self.document, *format)))
            .filter_map(|(name, format)| self.destination.path(name, format))
    }

    fn write(&self, ledger: &Ledger<'_>) -> Result<()> {
        let lang = self.lang;
        if let Destination::Folder(folder) = &self.destination {
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
        let mut sheets = Vec::new();
        for page in &self.pages {
            let mut leaves_out = false;
            for (picture, formats) in &page.drawings {
                progress.show();
                let sheet = [picture.draw(ledger)];
                missing.extend(sheet[0].missing());
                leaves_out |= sheet[0].leaves_out();
                for format in formats.iter().filter(|format| !format.is_document()) {
                    self.put(&page.name, *format, &sheet, &mut progress)?;
                }
                progress.clear();
                if formats.iter().any(|format| format.is_document()) {
                    sheets.extend(sheet);
                }
            }
            if leaves_out {
                page.say_left_out(lang);
            }
        }
        for format in &self.documents {
            self.put(&self.document, *format, &sheets, &mut progress)?;
        }
        if !missing.is_empty() {
            let missing = String::from_iter(missing);
            say(&fill(lang.words().talk.boxes, &[spell(&missing)]));
        }
        Ok(())
    }

    /// Writes a file with a page, or with all.
    fn put(
        &self,
        name: &str,
        format: PictureFormat,
        sheets: &[DrawnPage<'_>],
        progress: &mut Progress,
    ) -> Result<()> {
        progress.show();
        let files = format.print(sheets);
        progress.clear();
        for bytes in files {
            let Some(path) = self.destination.path(name, format) else {
                print(&bytes, self.lang)?;
                continue;
            };
            let target = pictures::write(&path, &bytes, self.force, self.lang)?;
            say(&wrote(&path, &target, self.lang));
            progress.done += 1;
        }
        Ok(())
    }
}

/// The page of a view as it is asked for.
fn picture(options: &Export, common: &Options, view: View) -> Picture {
    let preset = options.shape();
    let size = options.size.or_else(|| preset.map(Preset::size));
    let (width, height) = size.unwrap_or_default();
    Picture {
        view,
        width,
        height,
        preset,
        scale: options.scale,
        is_transparent: options.transparent,
        data: common.data.clone(),
    }
}

/// Names a document after the tab of its pages, or `report` where there are several.
fn document(pictures: &[Picture], ledger: &Ledger<'_>) -> String {
    match pictures {
        [first, others @ ..] if others.iter().all(|page| page.view.tab == first.view.tab) => {
            first.tab_name(ledger)
        }
        _ => "report".to_owned(),
    }
}

impl PageFiles {
    fn new(picture: &Picture, formats: &[PictureFormat], ledger: &Ledger<'_>) -> Self {
        let is_text_ascii = picture.view.is_ascii || ability::is_ascii(environment);
        let name = picture.name(ledger);
        let is_ascii =
            |format: &PictureFormat| picture.view.is_ascii || is_text_ascii && format.is_text();
        let drawing = |ascii: bool| {
            let formats = formats.iter().copied();
            let formats = formats.filter(|format| is_ascii(format) == ascii);
            let mut picture = picture.clone();
            picture.view.is_ascii = ascii;
            (picture, formats.collect::<Vec<_>>())
        };
        let drawings = [false, true].map(drawing).into_iter();
        Self {
            name,
            drawings: drawings
                .filter(|(_, formats)| !formats.is_empty())
                .collect(),
        }
    }

    /// Says that there was no room for everything, and what would help.
    fn say_left_out(&self, lang: Lang) {
        let talk = &lang.words().talk;
        let Some((picture, _)) = self.drawings.first() else {
            return;
        };
        let layer = picture.view.top().and_then(|layer| layer.kind.name());
        // A layer is as long where one panel is below it.
        let advice = match (layer, picture.view.mode) {
            (Some(_), _) => talk.left_out_layer,
            (None, Mode::Presenter) => talk.left_out_slide,
            (None, Mode::Dashboard | Mode::Blank) => talk.left_out,
        };
        let size = format!("{}x{}", picture.width, picture.height);
        let layer = layer.unwrap_or_default().to_owned();
        say(&fill(advice, &[spell(&self.name), size, layer]));
    }
}
