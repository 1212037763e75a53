//! What a picture says about itself, for those who cannot see it and for those who check it.

/// The words that go with a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Names the page in a few words.
    pub title: String,
    /// Says in words what the picture shows, for those who cannot see it.
    pub description: String,
    /// Names where the figures come from.
    pub source: String,
    /// The command line that makes the same picture again.
    pub command: String,
    /// The figures behind the picture as JSON, or nothing.
    pub data: String,
}
