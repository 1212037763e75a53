//! Groups the figures of a table: one group for each tab that the table names, and one for each topic.

use crate::draft::figure::{Collected, DraftFigure};
use crate::draft::unit::{Topic, topic};
use crate::locale::draft::DraftWords;

/// The figures that share a tab, or several of one title.
pub(super) struct FigureGroup<'c> {
    /// The title of the tab.
    pub(super) title: String,
    /// The figures, in their order.
    pub(super) figures: Vec<&'c DraftFigure>,
    /// Whether the table names the tab.
    pub(super) is_asked_for: bool,
}

/// The groups of the figures of a table.
pub(super) fn groups<'c>(collected: &'c Collected, words: &DraftWords) -> Vec<FigureGroup<'c>> {
    let mut groups = asked_for(collected);
    let topics = topics(collected);
    // One figure makes no tab where there are others.
    let is_one = topics.len() == 1;
    let (tabs, single): (Vec<_>, Vec<_>) = topics
        .into_iter()
        .partition(|(topic, figures)| is_one || figures.len() > 1 && *topic != Topic::Other);
    groups.extend(tabs.into_iter().map(|(topic, figures)| FigureGroup {
        title: title(topic, words).to_owned(),
        figures,
        is_asked_for: false,
    }));
    if !single.is_empty() {
        let title = if groups.is_empty() {
            words.all_topics
        } else {
            words.other_topic
        };
        let figures = single.into_iter().flat_map(|(_, figures)| figures);
        groups.push(FigureGroup {
            title: title.to_owned(),
            figures: figures.collect(),
            is_asked_for: false,
        });
    }
    groups
}

/// The groups that the table names, each in the order of its rows.
fn asked_for(collected: &Collected) -> Vec<FigureGroup<'_>> {
    let mut groups: Vec<FigureGroup<'_>> = Vec::new();
    for figure in &collected.figures {
        for (title, _) in &figure.tabs {
            match groups.iter_mut().find(|group| group.title == *title) {
                Some(group) => group.figures.push(figure),
                None => groups.push(FigureGroup {
                    title: title.clone(),
                    figures: vec![figure],
                    is_asked_for: true,
                }),
            }
        }
    }
    for FigureGroup { title, figures, .. } in &mut groups {
        figures.sort_by_key(|figure| {
            let mut tabs = figure.tabs.iter();
            tabs.find(|(tab, _)| tab == title).map(|(_, row)| *row)
        });
    }
    groups
}

/// The figures that the table puts on no tab, by what they are about.
fn topics(collected: &Collected) -> Vec<(Topic, Vec<&DraftFigure>)> {
    let mut topics: Vec<(Topic, Vec<&DraftFigure>)> = Vec::new();
    let figures = collected.figures.iter();
    for figure in figures.filter(|figure| figure.tabs.is_empty()) {
        let unit = collected.units.get(figure.unit);
        let symbol = unit.map_or("", |unit| unit.symbol.as_str());
        let topic = topic(symbol, &figure.name);
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, figures)) => figures.push(figure),
            None => topics.push((topic, vec![figure])),
        }
    }
    topics
}

fn title(topic: Topic, words: &DraftWords) -> &'static str {
    let known = match topic {
        Topic::Known(index) => words.topics.get(index).copied(),
        Topic::Other => None,
    };
    known.unwrap_or(words.other_topic)
}
