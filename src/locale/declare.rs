//! Declares structs of words.

/// Declares structs of words, and of each a map over its words for the tests' pseudo-language.
macro_rules! words {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $kind:ty,)*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)*
        }

        #[cfg(test)]
        impl $crate::locale::pseudo::MapWords for $name {
            fn map_words(self, map: fn(&str) -> String) -> Self {
                use $crate::locale::pseudo::MapWords;
                Self { $($field: MapWords::map_words(self.$field, map),)* }
            }
        }
    )*};
}

pub(super) use words;
