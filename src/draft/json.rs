//! JSON as a person writes it: what fits on a line is on one.

use crate::quantity::Literal;

/// A value of JSON whose keys keep their order.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(usize),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(Vec<(&'static str, Self)>),
}

/// How many characters a line may have.
const WIDTH: usize = 130;

impl Json {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A list of some values.
    pub(super) fn list(values: impl IntoIterator<Item = Self>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// A number with the digits that it was printed with, as a text that every tool keeps.
    pub(super) fn literal(literal: &Literal) -> Self {
        Self::Text(literal.to_string())
    }

    /// The file that holds the value.
    pub(super) fn file(&self) -> String {
        let mut file = String::new();
        self.write(0, 0, &mut file);
        file.push('\n');
        file
    }

    /// Writes the value behind `before` characters of a line that is indented by `indent`.
    fn write(&self, indent: usize, before: usize, file: &mut String) {
        let line = self.line();
        let is_short = before + line.chars().count() <= WIDTH;
        let (open, close, items): (_, _, Vec<(String, &Self)>) = match self {
            Self::Object(entries) if !is_short => {
                let key = |key: &str| format!("{}: ", quoted(key));
                let items = entries.iter().map(|(name, value)| (key(name), value));
                ('{', '}', items.collect())
            }
            Self::List(values) if !is_short => {
                let items = values.iter().map(|value| (String::new(), value));
                ('[', ']', items.collect())
            }
            _ => return file.push_str(&line),
        };
        let inner = indent + 2;
        file.push(open);
        for (index, (key, value)) in items.iter().enumerate() {
            file.push_str(if index == 0 { "\n" } else { ",\n" });
            file.push_str(&" ".repeat(inner));
            file.push_str(key);
            // A comma may follow.
            value.write(inner, inner + key.chars().count() + 1, file);
        }
        file.push('\n');
        file.push_str(&" ".repeat(indent));
        file.push(close);
    }

    /// The value on one line.
    fn line(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::List(values) => {
                let values: Vec<String> = values.iter().map(Self::line).collect();
                format!("[{}]", values.join(", "))
            }
            Self::Object(entries) if entries.is_empty() => "{}".to_owned(),
            Self::Object(entries) => {
                let entry =
                    |(key, value): &(&str, Self)| format!("{}: {}", quoted(key), value.line());
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_what_is_too_long_for_a_line() {
        let short = Json::Object(vec![("en", Json::text("a \"b\""))]);
        let list = Json::List(vec![short.clone(), Json::text("x".repeat(120))]);
        let file = Json::Object(vec![("short", short), ("list", list)]).file();
        let long = "x".repeat(120);
        let expected = format!(
            "{{\n  \"short\": {{ \"en\": \"a \\\"b\\\"\" }},\n  \"list\": [\n    {{ \"en\": \"a \\\"b\\\"\" }},\n    \"{long}\"\n  ]\n}}\n"
        );
        assert_eq!(file, expected);
    }
}
