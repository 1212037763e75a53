//! The command line that makes a picture again.

use super::picture::Picture;
use crate::derive::Ledger;
use crate::printable;
use crate::theme::Level;
use crate::view::{Layer, LayerKind, View};

/// Writes the command line that makes the picture again; a comment says what no option can.
pub(super) fn command_line(picture: &Picture, ledger: &Ledger<'_>) -> String {
    let view = &picture.view;
    let tab = ledger.dataset.tabs.get(view.tab);
    let top = view.top();
    let is_of_figure = view.focus > 0
        || picture.panel().is_some()
        || top.is_some_and(|layer| layer.kind == LayerKind::Card);
    let figure = ledger.fact_of_tab(view.tab, view.focus);
    let figure = figure.filter(|_| is_of_figure);
    let size = match picture.preset {
        Some(preset) => format!("--for {}", preset.name()),
        None => format!("--size {}x{}", picture.width, picture.height),
    };
    let page = format!(
        "{size} --theme {} --lang {}",
        view.theme.name(),
        view.lang.code()
    );
    let tab = tab.map(|tab| tab.id.as_str());
    // Behind two dashes nothing is taken for an option.
    let is_dashed = |id: &&str| id.starts_with('-');
    let is_scaled = (picture.scale - 1.0).abs() > f32::EPSILON;
    let data = picture.data.as_ref().map(|path| path.display().to_string());
    let options = [
        tab.filter(|id| !is_dashed(id)).map(quoted),
        Some(page),
        data.map(|data| option("--data", &data)),
        picture.panel().map(|_| "--present".to_owned()),
        figure.map(|fact| option("--figure", &fact.figure.id)),
        top.and_then(|layer| Some(format!("--layer {}", layer.kind.name()?))),
        view.is_ascii.then(|| "--ascii".to_owned()),
        (view.level == Level::None).then(|| "--color never".to_owned()),
        picture.is_transparent.then(|| "--transparent".to_owned()),
        is_scaled.then(|| format!("--scale {}", picture.scale)),
        tab.filter(is_dashed).map(|id| format!("-- {}", quoted(id))),
        top.and_then(|layer| comment(*layer, view)),
    ];
    let options = options.into_iter().flatten();
    let words: Vec<String> = ["esg-tui export".to_owned()]
        .into_iter()
        .chain(options)
        .collect();
    words.join(" ")
}

/// Writes what no option can say of a layer.
fn comment(layer: Layer, view: &View) -> Option<String> {
    let words = view.lang.words();
    match layer.kind {
        LayerKind::Find => Some(format!("# {}: {}", words.find_title, view.query)),
        LayerKind::Help => Some(format!("# {}", words.help_title)),
        _ if layer.scroll > 0 => Some(format!("# ↓ {}", layer.scroll)),
        _ => None,
    }
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
