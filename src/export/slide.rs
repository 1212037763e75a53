//! A page of a document: its shapes, and what the document says around them.

use std::fmt::Write;

use super::meta::Meta;
use super::scene::Scene;

/// A page of a document.
#[derive(Clone, Copy, Debug)]
pub struct Slide<'a> {
    /// What the page shows.
    pub scene: &'a Scene,
    /// Pixels per unit where the page must be a bitmap.
    pub scale: f32,
    /// The words that go with it.
    pub meta: &'a Meta,
    /// Names the page, from the outermost heading to its own.
    pub headings: &'a [String],
    /// What a speaker says or looks up, a paragraph each.
    pub notes: &'a [String],
    /// Where texts of the page lead.
    pub links: &'a [Link],
}

/// A text that leads to an address of the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text, as far as it is on the page.
    pub text: String,
    /// The address, which begins with `http://` or `https://`.
    pub url: String,
}

/// What a document says about itself as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Names the document.
    pub title: String,
    /// Whose report it is.
    pub author: String,
    /// The language as a BCP 47 tag.
    pub lang: String,
}

impl Link {
    /// Creates a link if the address is one of the web.
    pub fn new(text: &str, url: &str) -> Option<Self> {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        is_web.then(|| Self {
            text: text.to_owned(),
            url: encoded(url),
        })
    }
}

/// Encodes what an address may not hold as it is: spaces, quotes, letters beyond ASCII.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_to_the_web_only() {
        let url = |url: &str| Link::new("report", url).map(|link| link.url);
        assert_eq!(
            url("https://a.org/b c/ก?d=1#e%20f").as_deref(),
            Some("https://a.org/b%20c/%E0%B8%81?d=1#e%20f")
        );
        assert_eq!(url("javascript:alert(1)"), None);
        assert_eq!(url("file:///etc/passwd"), None);
    }
}
