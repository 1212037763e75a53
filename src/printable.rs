//! Characters that nobody sees or that a terminal obeys: which they are, and how messages spell them.

use std::path::Path;

/// Whether `symbol` has no place in a text: a terminal may obey it, or shows nothing of it.
///
/// These are control characters, line and paragraph separators, overrides and isolates of the
/// writing direction, byte order marks, invisible operators, deprecated format characters,
/// annotations and tags.
pub fn is_active(symbol: char) -> bool {
    symbol.is_control()
        || matches!(
            symbol,
            '\u{180e}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A place where a line may break: a zero-width space.
pub const BREAK: char = '\u{200b}';

/// Whether `symbol` only marks a place where a line may break: a zero-width space or a soft hyphen.
pub const fn is_break(symbol: char) -> bool {
    matches!(symbol, BREAK | '\u{ad}')
}

/// Whether `symbol` only tells the writing direction of the letters next to it.
pub const fn is_direction(symbol: char) -> bool {
    matches!(symbol, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether a reader sees nothing of `symbol` where it is.
///
/// Joiners are not among these: scripts and emoji need them.
pub fn is_hidden(symbol: char) -> bool {
    is_active(symbol) || is_break(symbol) || is_direction(symbol)
}

/// Whether `text` may hold a break or a direction, by its bytes alone: almost no text does, and a
/// look at every character of a dataset costs a tenth of the time to the first page.
///
/// In UTF-8 these characters begin with the bytes tested here, and some other characters do too.
pub fn may_direct(text: &str) -> bool {
    let begins = |byte| matches!(byte, 0xc2 | 0xd8 | 0xe2);
    text.bytes().fold(false, |found, byte| found | begins(byte))
}

/// A text without the places where a line may break.
pub fn without_breaks(mut text: String) -> String {
    if text.contains(BREAK) {
        text.retain(|symbol| symbol != BREAK);
    }
    text
}

/// A name or value for a message, safe to print: hidden characters are spelled as `\u{1b}`, line
/// breaks among them.
pub fn spell(text: &str) -> String {
    spelled(text, is_hidden)
}

/// The name of a file for a message, safe to print.
pub fn spell_path(path: &Path) -> String {
    spell(&path.to_string_lossy())
}

/// A whole message, safe to print, with its line breaks.
pub fn spell_lines(text: &str) -> String {
    spelled(text, |symbol| symbol != '\n' && is_hidden(symbol))
}

fn spelled(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    let mut spelled = String::with_capacity(text.len());
    for symbol in text.chars() {
        if is_hidden(symbol) {
            spelled.extend(symbol.escape_unicode());
        } else {
            spelled.push(symbol);
        }
    }
    spelled
}

/// A JSON text with the hidden characters of its strings as escapes, so that it means the same.
pub fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for symbol in json.chars() {
        // The line breaks between the values of a JSON text; within strings they are escaped.
        if symbol == '\n' || !is_hidden(symbol) {
            escaped.push(symbol);
        } else {
            let mut buffer = [0; 2];
            let units = symbol.encode_utf16(&mut buffer).iter();
            escaped.extend(units.map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const HIDDEN: &str = "\u{1b}\u{7f}\u{9b}\u{7}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\
                          \u{2028}\u{202a}\u{202e}\u{2060}\u{2065}\u{2066}\u{2069}\u{206a}\u{206f}\
                          \u{feff}\u{fff9}\u{fffb}\u{e0000}\u{e007f}\t\r";

    #[test]
    fn spells_what_nobody_sees() {
        assert_eq!(spell("a\u{1b}[2Jb\u{202e}"), "a\\u{1b}[2Jb\\u{202e}");
        assert_eq!(spell("a\nb"), "a\\u{a}b");
        assert_eq!(spell_lines("a\nb\u{7}"), "a\nb\\u{7}");
        let spelled = spell(HIDDEN);
        assert!(spelled.is_ascii() && !spelled.contains(char::is_control));
    }

    #[test]
    fn leaves_letters_marks_and_joiners() {
        for text in ["ภาษาไทย ก้าว", "क्‍ष", "می‌خواهم", "👩‍🔬", "é ₂ “—”"]
        {
            assert_eq!(spell(text), text);
        }
    }

    #[test]
    fn finds_breaks_and_directions_by_their_bytes() {
        let directs = |symbol: &char| is_break(*symbol) || is_direction(*symbol);
        for symbol in ('\0'..=char::MAX).filter(directs) {
            assert!(may_direct(&format!("ข{symbol}a")), "{symbol:?}");
        }
        assert!(!may_direct("a plain text, ภาษาไทย"));
    }

    #[test]
    fn escapes_json_without_changing_its_meaning() {
        let json = serde_json::json!({ "a": HIDDEN, "ข": [HIDDEN] });
        let escaped = escape_json(&format!("{json:#}"));
        assert!(
            !escaped
                .chars()
                .any(|symbol| symbol != '\n' && is_hidden(symbol))
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).ok(),
            Some(json)
        );
    }
}
