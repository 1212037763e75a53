//! A text in the languages it was written in.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::locale::Lang;
use crate::printable::{BREAK, is_break, is_direction, may_direct};

/// One text for each language, where there is one.
type Texts = [Option<Box<str>>; Lang::ALL.len()];

/// A text in one or more languages, by language code; or one for readers of every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    plain: Texts,
    /// Whether the first text is for readers of every language.
    is_common: bool,
    /// The texts that say where a line may break, with those places; most say none.
    breakable: Option<Box<Texts>>,
}

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self {
        plain: [const { None }; Lang::ALL.len()],
        is_common: false,
        breakable: None,
    };

    /// The text in `lang`, or else in the first language that has it.
    pub fn get(&self, lang: Lang) -> &str {
        let text = self.index(lang).and_then(|index| of(&self.plain, index));
        text.unwrap_or_default()
    }

    /// The same text, with [`BREAK`] where its author lets a line break.
    pub fn breakable(&self, lang: Lang) -> &str {
        let breakable = self.breakable.as_deref();
        let index = self.index(lang);
        let text = breakable.and_then(|texts| of(texts, index?));
        text.unwrap_or_else(|| self.get(lang))
    }

    /// Whether the text is there in `lang`, or in no language of its own, and is not blank.
    pub fn has(&self, lang: Lang) -> bool {
        let index = if self.is_common { 0 } else { lang as usize };
        of(&self.plain, index).is_some_and(|text| !text.trim().is_empty())
    }

    /// Whether it is one text for readers of every language.
    pub const fn is_common(&self) -> bool {
        self.is_common
    }

    /// The JSON pointer of the text in `lang` within the value at the pointer `at`.
    pub fn pointer(&self, at: &str, lang: Lang) -> String {
        if self.is_common {
            at.to_owned()
        } else {
            format!("{at}/{}", lang.code())
        }
    }

    /// Every language with its text; one for every language once, with the first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        let texts = Lang::ALL.into_iter().zip(&self.plain);
        texts.filter_map(|(lang, text)| Some((lang, text.as_deref()?)))
    }

    /// Where the text of `lang` is, or the one that stands for it.
    fn index(&self, lang: Lang) -> Option<usize> {
        let is_there = |index: &usize| of(&self.plain, *index).is_some();
        Some(lang as usize)
            .filter(is_there)
            .or_else(|| (0..self.plain.len()).find(is_there))
    }

    /// Takes a text as it is written.
    fn insert(&mut self, index: usize, written: String) {
        if may_direct(&written) && written.contains(is_break) {
            let symbols = written.chars().filter(|symbol| !is_direction(*symbol));
            let breakable = symbols.map(|symbol| if is_break(symbol) { BREAK } else { symbol });
            let breakable: String = breakable.collect();
            self.breakable.get_or_insert_default()[index] = Some(breakable.into());
        }
        self.plain[index] = Some(plain(written).into());
    }
}

/// Reads a text of no language.
pub(super) fn one_line<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.map(plain))
}

/// A text without the characters that only direct how it is set.
fn plain(mut text: String) -> String {
    if may_direct(&text) {
        text.retain(|symbol| !is_break(symbol) && !is_direction(symbol));
    }
    text
}

fn of(texts: &Texts, index: usize) -> Option<&str> {
    texts.get(index)?.as_deref()
}

impl<'de> Deserialize<'de> for Text {
    /// Reads a text by language, and refuses a second one in the same: which counts, nobody could
    /// see.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct ByLanguage;

        impl<'de> Visitor<'de> for ByLanguage {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a map")
            }

            fn visit_str<E: Error>(self, written: &str) -> Result<Text, E> {
                self.visit_string(written.to_owned())
            }

            fn visit_string<E: Error>(self, written: String) -> Result<Text, E> {
                let mut text = Text {
                    is_common: true,
                    ..Text::EMPTY
                };
                text.insert(0, written);
                Ok(text)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut text = Text::EMPTY;
                while let Some((lang, written)) = map.next_entry::<Lang, String>()? {
                    let index = lang as usize;
                    if of(&text.plain, index).is_some() {
                        return Err(A::Error::duplicate_field(lang.code()));
                    }
                    text.insert(index, written);
                }
                Ok(text)
            }
        }

        from.deserialize_any(ByLanguage)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text: by language code in one or more languages, or one for every reader.",
            "anyOf": [
                { "type": "object", "additionalProperties": { "type": "string" } },
                { "type": "string" },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Text {
        serde_json::from_str(json).expect("the test writes a text")
    }

    #[test]
    fn falls_back_to_the_first_language_that_is_there() {
        let text = read(r#"{ "th": "ก" }"#);
        assert_eq!((text.get(Lang::En), text.get(Lang::Th)), ("ก", "ก"));
        assert_eq!((text.has(Lang::En), text.has(Lang::Th)), (false, true));
        assert_eq!(text.iter().collect::<Vec<_>>(), [(Lang::Th, "ก")]);
        assert_eq!(Text::EMPTY.get(Lang::Pseudo), "");
    }

    #[test]
    fn takes_a_plain_text_for_readers_of_every_language() {
        let text = read(r#""a\u00adb""#);
        for lang in Lang::ALL {
            assert_eq!((text.get(lang), text.has(lang)), ("ab", true));
            assert_eq!(text.breakable(lang), "a\u{200b}b");
            assert_eq!(text.pointer("/title", lang), "/title");
        }
        assert_eq!(text.iter().count(), 1);
        assert!(!read(r#""""#).has(Lang::En));
        assert_ne!(text, read(r#"{ "en": "ab" }"#));
    }

    #[test]
    fn keeps_places_for_line_breaks_apart() {
        let text = read(r#"{ "en": "a\u00adb\u200ec", "th": "ก\u200bข" }"#);
        assert_eq!((text.get(Lang::En), text.get(Lang::Th)), ("abc", "กข"));
        assert_eq!(text.breakable(Lang::En), "a\u{200b}bc");
        assert_eq!(text.breakable(Lang::Th), "ก\u{200b}ข");
        assert_eq!(read(r#"{ "en": "a\u200eb" }"#), read(r#"{ "en": "ab" }"#));
    }
}
