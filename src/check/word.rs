//! Words in texts: whole ones in scripts that put spaces between words, any place in the others.

use crate::dataset::{Figure, Text};

/// The first word of `list` that is in `text`, whose letters are small.
pub(super) fn first_of(text: &str, list: &[&'static str]) -> Option<&'static str> {
    let mut words = list.iter().copied();
    words.find(|word| last_place(text, word).is_some())
}

/// The last position of `word` in `text`.
pub(super) fn last_place(text: &str, word: &str) -> Option<usize> {
    let is_letter =
        |symbol: Option<char>| symbol.is_some_and(|symbol| symbol.is_ascii_alphabetic());
    let mut found = text.rmatch_indices(word).map(|(index, _)| index);
    found.find(|index| {
        let before = text
            .get(..*index)
            .and_then(|before| before.chars().next_back());
        let after = text
            .get(index + word.len()..)
            .and_then(|after| after.chars().next());
        !word.is_ascii() || !(is_letter(before) || is_letter(after))
    })
}

/// Whether a note says that numbers of a figure are restated or rounded.
pub(super) fn is_restated(figure: &Figure) -> bool {
    let mut notes = figure.notes.iter().flat_map(Text::iter);
    notes.any(|(lang, text)| {
        let text = text.to_lowercase();
        let mut words = lang.words().check.restating.iter();
        words.any(|word| text.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_and_words_of_scripts_without_spaces() {
        assert_eq!(first_of("a pue of 1.2", &["wue", "pue"]), Some("pue"));
        assert_eq!(first_of("the rescued", &["cue"]), None);
        assert_eq!(first_of("ปริมาณที่ลดได้", &["ลด"]), Some("ลด"));
        assert_eq!(last_place("up, then up", "up"), Some(9));
    }
}
