//! Reads a text once more after an error, to say what is wrong and where.
//!
//! The errors of `serde_json` are sentences. Here an error is a value with a place, and the reader is
//! slower for it.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use struson::reader::{
    JsonReader, JsonStreamReader, JsonSyntaxError, ReaderError, ReaderSettings, SyntaxErrorKind,
    ValueType,
};

use super::locate::{Position, escape};
use super::number;
use super::problem::Shape;

/// What keeps a value from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    Missing(&'static str),
    Repeated(&'static str),
    Unexpected(Shape),
    /// The text is not JSON after all.
    NotJson,
}

/// Where a key or a value starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) position: Position,
    /// The byte of the text.
    pub(super) offset: usize,
}

/// A fault on its way out of the values that hold it.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) fault: Fault,
    /// Where it is, as soon as a value or key that it belongs to is known.
    pub(super) place: Option<Place>,
    /// The keys and indices that lead there, innermost first.
    path: Vec<String>,
}

impl Failure {
    const fn new(fault: Fault) -> Self {
        Self {
            fault,
            place: None,
            path: Vec::new(),
        }
    }

    /// The JSON pointer of the key or value.
    pub(super) fn pointer(&self) -> String {
        let segments = self.path.iter().rev();
        segments
            .flat_map(|segment| ["/".to_owned(), escape(segment)])
            .collect()
    }

    /// The fault as one of the key or value at `place`, unless it is of one within.
    fn at(mut self, place: Place) -> Self {
        self.place = self.place.or(Some(place));
        self
    }

    /// Whether no key or value is known yet that the fault is of.
    const fn is_open(&self) -> bool {
        self.place.is_none()
    }

    /// The fault of a value of which no more is known than that it has to be of this shape.
    fn expecting(mut self, shape: Shape) -> Self {
        if self.is_open() && self.fault == Fault::Unexpected(Shape::Other) {
            self.fault = Fault::Unexpected(shape);
        }
        self
    }

    /// The fault within the member or item `segment`.
    fn within(mut self, segment: String) -> Self {
        self.path.push(segment);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.fault, self.pointer())
    }
}

impl std::error::Error for Failure {}

impl Error for Failure {
    /// An error of a type of this crate is a [`Shape`].
    fn custom<T: fmt::Display>(message: T) -> Self {
        let shape = message.to_string().parse();
        Self::new(Fault::Unexpected(shape.unwrap_or(Shape::Other)))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownWord(variant.to_owned(), expected))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownKey(field.to_owned(), expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Fault::Missing(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Fault::Repeated(field))
    }
}

impl From<ReaderError> for Failure {
    fn from(error: ReaderError) -> Self {
        let is_half = matches!(
            error,
            ReaderError::SyntaxError(JsonSyntaxError {
                kind: SyntaxErrorKind::UnpairedSurrogatePairEscapeSequence,
                ..
            })
        );
        Self::new(if is_half {
            Fault::Unexpected(Shape::WholeText)
        } else {
            Fault::NotJson
        })
    }
}

/// Reads a JSON text value by value.
pub(super) struct Reader<'s> {
    json: JsonStreamReader<&'s [u8]>,
}

/// A reader of JSON without extensions, as deep as `serde_json` reads and with numbers of any size.
pub(super) fn json(source: &str, has_path: bool) -> JsonStreamReader<&[u8]> {
    let settings = ReaderSettings {
        track_path: has_path,
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    JsonStreamReader::new_custom(source.as_bytes(), settings)
}

/// The place that `json` has read up to.
pub(super) fn here(json: &impl JsonReader) -> Place {
    let here = json.current_position(false);
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let position = here.line_pos.map_or(Position::START, |place| Position {
        line: number(place.line).saturating_add(1),
        column: number(place.column).saturating_add(1),
    });
    Place {
        position,
        offset: number(here.data_pos.unwrap_or_default()),
    }
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let json = json(source, false);
        Self { json }
    }

    /// Reads the value that comes next; a fault in it has a place.
    pub(super) fn value<'de, S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, Failure> {
        // White space and the colon before a value are read with its first character only.
        self.json.peek()?;
        let place = here(&self.json);
        seed.deserialize(&mut *self)
            .map_err(|failure| failure.at(place))
    }

    /// Reads any value, where `visitor` takes one of this shape.
    fn shaped<'de, V: Visitor<'de>>(
        &mut self,
        visitor: V,
        shape: Shape,
    ) -> Result<V::Value, Failure> {
        self.any(visitor)
            .map_err(|failure| failure.expecting(shape))
    }

    fn any<'de, V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Failure> {
        match self.json.peek()? {
            ValueType::Array => {
                self.json.begin_array()?;
                let items = Items {
                    reader: self,
                    index: 0,
                };
                let value = visitor.visit_seq(items)?;
                self.end()?;
                self.json.end_array()?;
                Ok(value)
            }
            ValueType::Object => {
                self.json.begin_object()?;
                let mut members = Members::new(self);
                let value = visitor.visit_map(&mut members);
                let value = value.map_err(|failure| members.own(failure))?;
                self.json.end_object()?;
                Ok(value)
            }
            ValueType::String => visitor.visit_string(self.json.next_string()?),
            ValueType::Number => {
                let number = self.json.next_number_as_str()?;
                match (number.parse(), number.parse()) {
                    (Ok(whole), _) => visitor.visit_u64(whole),
                    (_, Ok(negative)) => visitor.visit_i64(negative),
                    _ => visitor.visit_f64(number.parse().unwrap_or(f64::NAN)),
                }
            }
            ValueType::Boolean => visitor.visit_bool(self.json.next_bool()?),
            ValueType::Null => {
                self.json.next_null()?;
                visitor.visit_unit()
            }
        }
    }

    /// Refuses more items or members than were read.
    fn end(&mut self) -> Result<(), Failure> {
        if self.json.has_next()? {
            Err(Failure::new(Fault::Unexpected(Shape::Other)))
        } else {
            Ok(())
        }
    }
}

/// Methods that read any value, and the shape of the one that they are called for.
macro_rules! shaped {
    ($($method:ident($($argument:ident: $kind:ty),*) => $shape:expr;)*) => {$(
        fn $method<V: Visitor<'de>>(
            self,
            $($argument: $kind,)*
            visitor: V,
        ) -> Result<V::Value, Failure> {
            self.shaped(visitor, $shape)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Failure;

    shaped! {
        // Only a text is read as whatever it is.
        deserialize_any() => Shape::Texts;
        deserialize_string() => Shape::Text;
        deserialize_i8() => Shape::Decimals;
        deserialize_u16() => Shape::U16;
        deserialize_u32() => Shape::U32;
        deserialize_seq() => Shape::List;
        deserialize_tuple(_len: usize) => Shape::TwoIds;
        deserialize_struct(_name: &'static str, _keys: &'static [&'static str]) => Shape::Object;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        if self.json.peek()? == ValueType::Null {
            self.json.next_null()?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        if name != number::NAME {
            return visitor.visit_newtype_struct(self);
        }
        match self.json.peek()? {
            ValueType::Number => visitor.visit_str(self.json.next_number_as_str()?),
            ValueType::String => visitor.visit_string(self.json.next_string()?),
            _ => Err(Failure::new(Fault::Unexpected(Shape::Number))),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let shape = match name {
            "Panel" => Shape::PanelKind,
            "Derived" => Shape::Formula,
            _ => Shape::Word,
        };
        let value = match self.json.peek()? {
            ValueType::String => visitor.visit_enum(self.json.next_string()?.into_deserializer()),
            ValueType::Object => {
                self.json.begin_object()?;
                let members = MapAccessDeserializer::new(Members::new(self));
                let value = visitor.visit_enum(members);
                value.and_then(|value| {
                    self.end()?;
                    self.json.end_object()?;
                    Ok(value)
                })
            }
            _ => Err(Failure::new(Fault::Unexpected(shape))),
        };
        value.map_err(|failure| failure.expecting(shape))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.json.skip_value()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i16 i32 i64 i128 u8 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        tuple_struct identifier map
    }
}

/// The items of a list.
struct Items<'r, 's> {
    reader: &'r mut Reader<'s>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Failure;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Failure> {
        if !self.reader.json.has_next()? {
            return Ok(None);
        }
        let item = self.reader.value(seed);
        let item = item.map_err(|failure| failure.within(self.index.to_string()))?;
        self.index += 1;
        Ok(Some(item))
    }
}

/// The members of an object, with the last key that was read.
struct Members<'r, 's> {
    reader: &'r mut Reader<'s>,
    key: Option<(String, Place)>,
}

impl<'r, 's> Members<'r, 's> {
    const fn new(reader: &'r mut Reader<'s>) -> Self {
        Self { reader, key: None }
    }

    /// A failure of the object itself, at its last key if that is there twice.
    fn own(&self, failure: Failure) -> Failure {
        match &self.key {
            Some((key, place))
                if failure.is_open() && matches!(failure.fault, Fault::Repeated(_)) =>
            {
                failure.at(*place).within(key.clone())
            }
            _ => failure,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_, '_> {
    type Error = Failure;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Failure> {
        let json = &mut self.reader.json;
        if !json.has_next()? {
            return Ok(None);
        }
        let place = here(json);
        let key = json.next_name_owned()?;
        let text: StrDeserializer<'_, Failure> = key.as_str().into_deserializer();
        let value = seed.deserialize(text);
        let value = value.map_err(|failure| failure.at(place).within(key.clone()))?;
        self.key = Some((key, place));
        Ok(Some(value))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Failure> {
        self.reader.value(seed).map_err(|failure| match &self.key {
            Some((key, _)) => failure.within(key.clone()),
            None => failure,
        })
    }
}
