//! A text in the languages it was written in.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::locale::Lang;

/// A text in one or more languages, by language code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Text(#[serde(deserialize_with = "once_a_language")] BTreeMap<Lang, String>);

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self(BTreeMap::new());

    /// The text in `lang`, or else in the first language that has it.
    pub fn get(&self, lang: Lang) -> &str {
        self.0
            .get(&lang)
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// Whether the text is there in `lang` and is not blank.
    pub fn has(&self, lang: Lang) -> bool {
        self.0
            .get(&lang)
            .is_some_and(|text| !text.trim().is_empty())
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }
}

/// Reads a text by language, and refuses a second one in the same: which counts, nobody could see.
fn once_a_language<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Lang, String>, D::Error> {
    struct Texts;

    impl<'de> Visitor<'de> for Texts {
        type Value = BTreeMap<Lang, String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut texts = BTreeMap::new();
            while let Some((lang, text)) = map.next_entry::<Lang, String>()? {
                if texts.insert(lang, text).is_some() {
                    return Err(A::Error::duplicate_field(lang.code()));
                }
            }
            Ok(texts)
        }
    }

    from.deserialize_map(Texts)
}
