//! How many colours the reader can show.

/// A colour ability, from the most to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Any colour.
    TrueColor,
    /// The cube and greys of the 256-colour palette; its first sixteen are left to the terminal's scheme.
    Ansi256,
    /// The sixteen named colours, in the shades of the terminal's own scheme.
    Ansi16,
    /// None: every theme looks as [`ThemeKind::Mono`](super::ThemeKind::Mono).
    None,
}
