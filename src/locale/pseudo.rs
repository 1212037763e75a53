//! No language: the English words, each long, marked and without a letter of ASCII, to find what a
//! page cuts or says in English.

use std::sync::LazyLock;

use super::Words;
use super::en;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = en::WORDS.map_words(pseudo);
    Words {
        code: "qps",
        year_offset: 1000,
        fiscal_year: Some("⟦φφψψ⟧"),
        calendar_year: Some("⟦ψψυυ⟧"),
        ..words
    }
});

/// What has words to replace.
pub(super) trait MapWords: Sized {
    fn map_words(self, map: fn(&str) -> String) -> Self;
}

impl MapWords for &'static str {
    fn map_words(self, map: fn(&str) -> String) -> Self {
        map(self).leak()
    }
}

impl<T: MapWords, const N: usize> MapWords for [T; N] {
    fn map_words(self, map: fn(&str) -> String) -> Self {
        self.map(|item| item.map_words(map))
    }
}

impl<T: MapWords + Copy> MapWords for &'static [T] {
    fn map_words(self, map: fn(&str) -> String) -> Self {
        let items: Vec<T> = self.iter().map(|item| item.map_words(map)).collect();
        items.leak()
    }
}

impl<T: MapWords> MapWords for Option<T> {
    fn map_words(self, map: fn(&str) -> String) -> Self {
        self.map(|item| item.map_words(map))
    }
}

impl<T: MapWords> MapWords for (T, T) {
    fn map_words(self, map: fn(&str) -> String) -> Self {
        (self.0.map_words(map), self.1.map_words(map))
    }
}

impl MapWords for char {
    fn map_words(self, _map: fn(&str) -> String) -> Self {
        self
    }
}

impl MapWords for i32 {
    fn map_words(self, _map: fn(&str) -> String) -> Self {
        self
    }
}

/// A text with every letter of ASCII as two Greek ones, in marks. Numbered placeholders stay, and
/// so do the spaces around the text.
fn pseudo(text: &str) -> String {
    let words = text.trim();
    let (before, after) = text.split_once(words).unwrap_or_default();
    let mut mapped = String::new();
    for letter in words.chars() {
        let greek = greek(letter.to_ascii_lowercase());
        let greek = if letter.is_ascii_uppercase() {
            greek.to_uppercase().next().unwrap_or(greek)
        } else {
            greek
        };
        mapped.push(greek);
        if letter.is_ascii_alphabetic() {
            mapped.push(greek);
        }
    }
    format!("{before}⟦{mapped}⟧{after}")
}

/// A Greek letter for each small letter of ASCII; any other character stays.
const fn greek(letter: char) -> char {
    match letter {
        'a' => 'α',
        'b' => 'β',
        'c' => 'ψ',
        'd' => 'δ',
        'e' => 'ε',
        'f' => 'φ',
        'g' => 'γ',
        'h' => 'η',
        'i' => 'ι',
        'j' => 'ξ',
        'k' => 'κ',
        'l' => 'λ',
        'm' => 'μ',
        'n' => 'ν',
        'o' => 'ο',
        'p' => 'π',
        'q' | 'x' => 'χ',
        'r' => 'ρ',
        's' => 'σ',
        't' => 'τ',
        'u' => 'θ',
        'v' => 'ω',
        'w' => 'ς',
        'y' => 'υ',
        'z' => 'ζ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_placeholders_and_the_spaces_around_a_text() {
        assert_eq!(pseudo("Jam {0} & {1} "), "⟦ΞΞααμμ {0} & {1}⟧ ");
    }
}
