//! Says what keeps a text from being JSON, and where.

use struson::reader::json_path::JsonPathPiece;
use struson::reader::{
    JsonReader, JsonReaderPosition, JsonSyntaxError, ReaderError, SyntaxErrorKind,
};

use super::locate::Position;
use super::problem::Syntax;
use super::reader::json;

/// What keeps `source` from being JSON, if anything does.
///
/// Escapes of half characters are left to who reads their texts.
pub(super) fn fault(source: &str, error: &serde_json::Error) -> Option<(Position, Syntax)> {
    let mut json = json(source, true);
    let read = json.skip_value();
    let (location, syntax) = match read
        .and_then(|()| json.consume_trailing_whitespace())
        .err()?
    {
        ReaderError::SyntaxError(JsonSyntaxError { kind, location }) => {
            let syntax = syntax(source, kind, &location)?;
            let is_token = matches!(syntax, Syntax::Value | Syntax::Number);
            if is_token && error.is_eof() {
                (location, Syntax::EndOfFile)
            } else {
                (location, syntax)
            }
        }
        ReaderError::MaxNestingDepthExceeded { location, .. } => (location, Syntax::Depth),
        _ => return None,
    };
    let offset = match syntax {
        Syntax::EndOfFile => source.trim_end().len(),
        _ => offset(&location),
    };
    Some((Position::of(source, offset), syntax))
}

fn offset(location: &JsonReaderPosition) -> usize {
    usize::try_from(location.data_pos.unwrap_or_default()).unwrap_or(usize::MAX)
}

fn syntax(source: &str, kind: SyntaxErrorKind, location: &JsonReaderPosition) -> Option<Syntax> {
    let path = location.path.as_deref().unwrap_or_default();
    let is_member = matches!(path.last(), Some(JsonPathPiece::ObjectMember(_)));
    let (before, after) = source
        .split_at_checked(offset(location))
        .unwrap_or_default();
    let before = before.trim_end();
    if after.starts_with('\'') {
        return Some(Syntax::SingleQuote);
    }
    if is_member && has_thousands(before, after) {
        return Some(Syntax::ThousandsComma);
    }
    Some(match kind {
        SyntaxErrorKind::IncompleteDocument => Syntax::EndOfFile,
        SyntaxErrorKind::TrailingCommaNotEnabled => Syntax::TrailingComma,
        SyntaxErrorKind::TrailingData => Syntax::TrailingCharacters,
        SyntaxErrorKind::MissingColon => Syntax::Colon,
        SyntaxErrorKind::MalformedNumber | SyntaxErrorKind::TrailingDataAfterNumber => {
            Syntax::Number
        }
        SyntaxErrorKind::UnknownEscapeSequence | SyntaxErrorKind::MalformedEscapeSequence => {
            Syntax::Escape
        }
        SyntaxErrorKind::NotEscapedControlCharacter => Syntax::ControlCharacter,
        SyntaxErrorKind::CommentsNotEnabled
        | SyntaxErrorKind::IncompleteComment
        | SyntaxErrorKind::BlockCommentNotClosed => Syntax::Comment,
        SyntaxErrorKind::UnpairedSurrogatePairEscapeSequence => return None,
        // Something is where it cannot be: what could be there depends on what is before it.
        _ => match before.chars().next_back() {
            Some('{') => Syntax::Key,
            Some(',') if is_member => Syntax::Key,
            Some(',' | '[' | ':') | None => Syntax::Value,
            Some(_) if is_member => Syntax::CommaInObject,
            Some(_) => Syntax::CommaInList,
        },
    })
}

/// Whether a number ends in a comma and goes on with three digits, as `1,234` does.
fn has_thousands(before: &str, after: &str) -> bool {
    let is_digit = |symbol: char| symbol.is_ascii_digit();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
        && before
            .strip_suffix(',')
            .is_some_and(|before| before.ends_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_could_stand_there_and_where() {
        for (source, column, expected) in [
            ("", 1, Syntax::EndOfFile),
            ("[1, 2 ", 6, Syntax::EndOfFile),
            ("{\"a\": tr", 9, Syntax::EndOfFile),
            ("{\"a\": 1,}", 8, Syntax::TrailingComma),
            ("[1,]", 3, Syntax::TrailingComma),
            ("[1] x", 5, Syntax::TrailingCharacters),
            ("{1: 2}", 2, Syntax::Key),
            ("{\"a\": 1,, }", 9, Syntax::Key),
            ("{\"a\": ]", 7, Syntax::Value),
            ("[1,, 2]", 4, Syntax::Value),
            ("['a']", 2, Syntax::SingleQuote),
            ("{'a': 1}", 2, Syntax::SingleQuote),
            ("{\"a\": 1,234}", 9, Syntax::ThousandsComma),
            ("{\"a\": 1,23}", 9, Syntax::Key),
            ("nul ", 1, Syntax::Value),
            ("{\"a\" 1}", 6, Syntax::Colon),
            ("[1 2]", 4, Syntax::CommaInList),
            ("[1}", 3, Syntax::CommaInList),
            ("{\"a\": 1 \"b\": 2}", 9, Syntax::CommaInObject),
            ("{\"a\": 1]", 8, Syntax::CommaInObject),
            ("[01]", 2, Syntax::Number),
            ("[1e]", 2, Syntax::Number),
            ("[\"ก\\x\"]", 4, Syntax::Escape),
            ("[\"\\ud\"]", 3, Syntax::Escape),
            ("[\"a\nb\"]", 4, Syntax::ControlCharacter),
            ("[ // one\n1]", 3, Syntax::Comment),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(source).expect_err(source);
            let column = Position { line: 1, column };
            assert_eq!(fault(source, &error), Some((column, expected)), "{source}");
        }
        let deep = "[".repeat(1000) + &"]".repeat(1000);
        let error = serde_json::from_str::<serde_json::Value>(&deep).expect_err("it is too deep");
        let (_, syntax) = fault(&deep, &error).expect("it is too deep");
        assert_eq!(syntax, Syntax::Depth);
    }
}
