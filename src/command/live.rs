//! The dashboard of a dataset that may be written again while it is shown.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};

use color_eyre::Result;
use color_eyre::eyre::WrapErr;

use super::follow::{Follower, Reason};
use super::input::Input;
use super::{CommandError, ability, environment, source};
use crate::app::Anchor;
use crate::cli::Options;
use crate::dashboard::{Dashboard, Followed, News};
use crate::dataset::Dataset;
use crate::derive::Ledger;
use crate::locale::{Lang, fill};
use crate::printable::spell_path;
use crate::run::{EventLoop, Exit, Settings, Waker};
use crate::system;
use crate::view::View;

/// Shows the dashboard, and each later version of its file, until the reader quits.
pub(super) fn show(
    ledger: &Ledger<'_>,
    view: View,
    options: &Options,
) -> Result<ExitCode, CommandError> {
    if !system::has_keyboard() {
        return Err(CommandError::NoKeyboard);
    }
    let settings = Settings {
        mouse: view.has_mouse,
        erases_in_colour: ability::erases_in_colour(environment),
    };
    let terminal_failed = view.lang.words().talk.terminal_failed;
    let mut events = EventLoop::open(settings).wrap_err(terminal_failed)?;
    let followed = source::file(options.data.as_deref())
        .map(|path| follow(path, view.lang, events.waker()))
        .transpose()?;
    let show = Show {
        options,
        followed: followed.as_ref().map(|(followed, _)| followed),
    };
    let mut end = show.one(&mut events, ledger, view);
    loop {
        match end.wrap_err(terminal_failed)? {
            ShowEnd::Exit(exit) => return Ok(ExitCode::from(exit.code())),
            ShowEnd::Replaced(next) => {
                let ledger = Ledger::new(&next.dataset);
                let view = next.view(&ledger, options);
                end = show.one(&mut events, &ledger, view);
            }
        }
    }
}

/// What all versions of a report have in common.
struct Show<'a> {
    options: &'a Options,
    followed: Option<&'a Followed>,
}

/// How the show of one version ends.
enum ShowEnd {
    /// The reader leaves.
    Exit(Exit),
    /// There is another version.
    Replaced(Box<Next>),
}

/// The next version, and where the reader was.
struct Next {
    dataset: Dataset,
    view: View,
    anchor: Anchor,
}

impl Show<'_> {
    /// Shows one version.
    fn one(&self, events: &mut EventLoop, ledger: &Ledger<'_>, view: View) -> Result<ShowEnd> {
        let mut dashboard = Dashboard::new(ledger, view)
            .autoplay(self.options.autoplay)
            .data(self.options.data.clone())
            .follow(self.followed);
        let exit = events.run(&mut dashboard)?;
        let (view, next) = dashboard.into_parts();
        Ok(match next {
            Some(dataset) if exit == Exit::Replaced => {
                let anchor = Anchor::of(&view, ledger);
                ShowEnd::Replaced(Box::new(Next {
                    dataset,
                    view,
                    anchor,
                }))
            }
            _ => ShowEnd::Exit(exit),
        })
    }
}

impl Next {
    /// The same place in the next version, and a notice that it is another one.
    fn view(&self, ledger: &Ledger<'_>, options: &Options) -> View {
        let mut view = self.view.clone();
        self.anchor.apply(&mut view, ledger);
        let name = options.data.as_deref().map(spell_path).unwrap_or_default();
        view.notice = Some(fill(view.lang.words().reloaded, &[name]));
        view.problem = None;
        view
    }
}

/// Follows the file: each version, or what is wrong with it, is news for the dashboard.
fn follow(path: &Path, lang: Lang, waker: Waker) -> Result<(Followed, Follower), CommandError> {
    let (sender, news) = mpsc::channel();
    let mut reader = Reader {
        path: path.to_owned(),
        lang,
        seen: None,
        sender,
        waker,
    };
    let follower = Follower::start(path, move |reason| reader.read(reason))
        .map_err(|error| CommandError::Failed(error.wrap_err(spell_path(path))))?;
    let file = Followed {
        news,
        ask: Box::new(follower.requests()),
    };
    Ok((file, follower))
}

/// Reads the file whenever it may have changed.
struct Reader {
    path: PathBuf,
    lang: Lang,
    /// What was read last, so that the same is no news.
    seen: Option<Result<String, String>>,
    sender: Sender<News>,
    waker: Waker,
}

impl Reader {
    /// Reads it; the same as before is news only where it was asked for.
    fn read(&mut self, reason: Reason) {
        let input = Input::read(Some(&self.path), self.lang);
        let input = input.map_err(|failure| first_line(&failure.text(self.lang)));
        let seen = input.as_ref().map(|input| input.text.clone());
        let seen = seen.map_err(Clone::clone);
        if reason == Reason::Change && self.seen.as_ref() == Some(&seen) {
            return;
        }
        self.seen = Some(seen);
        let news = match input.and_then(|input| input.sound(self.lang)) {
            Ok(dataset) => News::Dataset(Box::new(dataset)),
            Err(problem) => News::Problem(problem),
        };
        // The dashboard may have ended.
        if self.sender.send(news).is_ok() {
            self.waker.wake();
        }
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
