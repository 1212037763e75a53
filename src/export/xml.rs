//! Which characters XML can hold.

/// Tells whether a text in XML can hold `ch`: no control character but a line feed and a tab.
pub(super) fn is_allowed(ch: char) -> bool {
    matches!(ch, '\n' | '\t') || !ch.is_control() && !matches!(ch, '\u{fffe}' | '\u{ffff}')
}

/// Leaves out what XML cannot hold.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|&ch| is_allowed(ch)).collect()
}
