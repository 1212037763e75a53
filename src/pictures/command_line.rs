//! The command line that makes a picture again.

use super::picture::Picture;
use crate::derive::Ledger;
use crate::printable;
use crate::theme::Level;
use crate::view::{LayerKind, View};

/// Writes the command line that makes the picture again; a comment says what no option can.
pub(super) fn command_line(picture: &Picture, ledger: &Ledger<'_>) -> String {
    let View {
        theme, lang, level, ..
    } = picture.view;
    let tab = ledger.dataset.tabs.get(picture.view.tab);
    let top = picture.view.top();
    let figures = tab.map_or_else(Vec::new, |tab| ledger.of_tab(tab));
    let focus = figures.get(picture.view.focus).map(|fact| &fact.figure.id);
    let is_of_figure = picture.view.focus > 0
        || picture.panel().is_some()
        || top.is_some_and(|layer| layer.kind == LayerKind::Card);
    let page = format!(
        "--size {}x{} --theme {} --lang {}",
        picture.width,
        picture.height,
        theme.name(),
        lang.code()
    );
    let tab = tab.map(|tab| tab.id.as_str());
    // Behind two dashes nothing is taken for an option.
    let is_dashed = |id: &&str| id.starts_with('-');
    let figure = focus.filter(|_| is_of_figure);
    let is_scaled = (picture.scale - 1.0).abs() > f32::EPSILON;
    let words = lang.words();
    let data = picture.data.as_ref().map(|path| path.display().to_string());
    let options = [
        tab.filter(|id| !is_dashed(id)).map(quoted),
        Some(page),
        data.map(|data| option("--data", &data)),
        picture.panel().map(|_| "--present".to_owned()),
        figure.map(|id| option("--figure", id)),
        top.and_then(|layer| Some(format!("--layer {}", layer.kind.name()?))),
        picture.view.is_ascii.then(|| "--ascii".to_owned()),
        (level == Level::None).then(|| "--color never".to_owned()),
        picture.is_transparent.then(|| "--transparent".to_owned()),
        is_scaled.then(|| format!("--scale {}", picture.scale)),
        tab.filter(is_dashed).map(|id| format!("-- {}", quoted(id))),
        top.and_then(|layer| match layer.kind {
            LayerKind::Find => Some(format!("# {}: {}", words.find_title, picture.view.query)),
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

/// Writes an option with its value, joined where the value would be taken for another option.
fn option(name: &str, value: &str) -> String {
    let is_option = value.starts_with('-') && value != "-";
    let between = if is_option { '=' } else { ' ' };
    format!("{name}{between}{}", quoted(value))
}

/// Writes a word as a shell reads it back.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+,@%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if word.contains(printable::is_hidden) {
        let escaped: String = word.chars().map(escaped).collect();
        format!("$'{escaped}'")
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Writes a symbol of a word between `$'` and `'`.
fn escaped(symbol: char) -> String {
    match symbol {
        '\'' | '\\' => format!("\\{symbol}"),
        _ if printable::is_hidden(symbol) => format!("\\U{:08x}", u32::from(symbol)),
        _ => symbol.to_string(),
    }
}
