//! Which pages are drawn: those of the tabs, or of one figure.

use crate::cli::Export;
use crate::command::CommandError;
use crate::dataset::{Panel, Tab, nearest};
use crate::derive::Ledger;
use crate::locale::fill;
use crate::pictures::Preset;
use crate::printable::spell;
use crate::view::{Layer, Mode, Stop, View};

/// Lists the pages to draw: one a tab, or in presenter mode one a panel; those of one figure if it is named.
pub(super) fn views(
    options: &Export,
    ledger: &Ledger<'_>,
    view: &View,
    tabs: &[usize],
) -> Result<Vec<View>, CommandError> {
    let layer = options.layer.map(|kind| Layer { kind, scroll: 0 });
    let figure = match &options.figure {
        None => None,
        Some(name) => Some(figure(name, ledger, view, tabs)?),
    };
    let mut views = Vec::new();
    // A whole talk has pages around its panels.
    let is_talk = view.mode == Mode::Presenter
        && figure.is_none()
        && layer.is_none()
        && tabs.len() == ledger.dataset.tabs.len();
    let around = |stop| View {
        stop,
        ..view.clone()
    };
    views.extend(is_talk.then(|| around(Stop::Cover)));
    let is_narrow = options.shape().is_some_and(Preset::is_narrow);
    for &tab in tabs {
        let page = &ledger.dataset.tabs[tab];
        if is_narrow && figure.is_none() && layer.is_none() && view.mode == Mode::Dashboard {
            views.push(main_slide(
                page,
                View {
                    tab,
                    ..view.clone()
                },
            ));
            continue;
        }
        let figures = ledger.of_tab(page);
        let figures: Vec<&String> = figures.iter().map(|fact| &fact.figure.id).collect();
        let focus = |id: &String| figures.iter().position(|other| *other == id);
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
    views.extend(is_talk.then(|| around(Stop::Unsaid)));
    Ok(views)
}

/// The panel that a tab is about, alone: that of its lead, or else its first.
fn main_slide(tab: &Tab, view: View) -> View {
    let is_main = |panel: &Panel| {
        tab.lead
            .as_ref()
            .is_some_and(|lead| panel.figures.contains(lead))
    };
    View {
        mode: Mode::Presenter,
        slide: tab.panels().position(is_main).unwrap_or(0),
        ..view
    }
}

/// Finds the id of the figure on the tabs that has this one, in capitals or not.
fn figure<'a>(
    name: &str,
    ledger: &Ledger<'a>,
    view: &View,
    tabs: &[usize],
) -> Result<&'a String, CommandError> {
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
    let what = [spell(name), spell(&ids.join(", "))];
    Err(CommandError::Usage(match nearest(name, ids.into_iter()) {
        Some(nearest) => {
            let [name, ids] = what;
            fill(talk.no_figure_but, &[name, ids, spell(nearest)])
        }
        None => fill(talk.no_figure, &what),
    }))
}
