//! A text in the languages it was written in.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::locale::Lang;

/// A text in one or more languages, by language code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "std::collections::BTreeMap<Lang, String>"))]
#[serde(transparent)]
pub struct Text(
    /// The languages in their own order; a report has few, and very many texts.
    #[serde(deserialize_with = "once_a_language")]
    Vec<(Lang, String)>,
);

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self(Vec::new());

    /// The text in `lang`, or else in the first language that has it.
    pub fn get(&self, lang: Lang) -> &str {
        let text = self.of(lang).or_else(|| self.iter().next());
        text.map_or("", |(_, text)| text)
    }

    /// Whether the text is there in `lang` and is not blank.
    pub fn has(&self, lang: Lang) -> bool {
        self.of(lang)
            .is_some_and(|(_, text)| !text.trim().is_empty())
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }

    fn of(&self, lang: Lang) -> Option<(Lang, &str)> {
        self.iter().find(|(of, _)| *of == lang)
    }
}

/// Reads a text by language, and refuses a second one in the same: which counts, nobody could see.
fn once_a_language<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(Lang, String)>, D::Error> {
    struct Texts;

    impl<'de> Visitor<'de> for Texts {
        type Value = Vec<(Lang, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut texts: Self::Value = Vec::with_capacity(Lang::ALL.len());
            while let Some((lang, text)) = map.next_entry()? {
                let position = texts.partition_point(|(earlier, _)| *earlier < lang);
                if texts.get(position).is_some_and(|(same, _)| *same == lang) {
                    return Err(A::Error::duplicate_field(lang.code()));
                }
                texts.insert(position, (lang, text));
            }
            Ok(texts)
        }
    }

    from.deserialize_map(Texts)
}
