//! What can be said of a file before it is read as a dataset: its format, its shape, its characters.

use serde_json::Value;

use crate::dataset::{FORMAT, Invalid, escape};

use super::{Code, Finding, is_control};

/// A finding when the file names another version of the format, whatever its shape.
pub(super) fn other_format(source: &str) -> Option<Finding> {
    let file: Value = serde_json::from_str(source).ok()?;
    let format = file.get("format").filter(|it| it.is_number())?;
    let is_ours = format.as_u64() == Some(u64::from(FORMAT));
    let finding = Finding::new(Code::UnsupportedFormat, "/format".to_owned());
    (!is_ours).then(|| finding.plain(format).plain(FORMAT))
}

/// The finding for a text that is no dataset.
pub(super) fn finding(invalid: &Invalid) -> Finding {
    let is_unknown = invalid.message.starts_with("unknown ");
    let word = invalid.message.split('`').nth(1).filter(|_| is_unknown);
    let (code, said) = match word {
        Some(word) => (Code::UnknownKey, word),
        None if invalid.is_syntax => (Code::NotJson, invalid.message.as_str()),
        None => (Code::WrongShape, invalid.message.as_str()),
    };
    Finding {
        position: invalid.position,
        ..Finding::new(code, invalid.pointer.clone())
            .plain(said)
            .nearest(invalid.suggestion.as_deref())
    }
}

/// A finding for every text of the file that a terminal would not just show.
pub(super) fn control_characters(source: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Ok(file) = serde_json::from_str(source) {
        walk(&file, "", &mut findings);
    }
    findings
}

fn walk(value: &Value, pointer: &str, findings: &mut Vec<Finding>) {
    match value {
        Value::String(text) => {
            if let Some(symbol) = text.chars().find(|symbol| is_control(*symbol)) {
                let code = format!("U+{:04X}", u32::from(symbol));
                findings.push(Finding::new(Code::ControlCharacter, pointer.to_owned()).plain(code));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), findings);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                walk(member, &format!("{pointer}/{}", escape(key)), findings);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
