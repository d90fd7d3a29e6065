//! Tables and files the office settles by hand, where the program is not sure.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Deserializer};

use super::limits;
use crate::form::Field;
use crate::text;

/// A table, its form and its columns, as the office says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    pub file: String,
    pub sheet: String,
    /// The last row of titles, as Excel counts: from 1.
    pub header_row: u32,
    pub form: String,
    /// Columns from 0.
    pub columns: BTreeMap<Field, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PinEntry {
    file: String,
    sheet: String,
    #[serde(deserialize_with = "limits::positive")]
    header_row: u32,
    form: String,
    columns: BTreeMap<Field, Letters>,
}

impl PinEntry {
    /// # Errors
    /// Two fields in one column.
    pub(super) fn pin(self) -> Result<Pin, String> {
        let mut taken: BTreeMap<u32, &str> = BTreeMap::new();
        for letters in self.columns.values() {
            if taken.insert(letters.column, &letters.text).is_some() {
                return Err(format!("cột {} được ghi cho hai nội dung", letters.text));
            }
        }
        let columns = self.columns.iter().map(|(field, letters)| (*field, letters.column)).collect();
        Ok(Pin { file: self.file, sheet: self.sheet, header_row: self.header_row, form: self.form, columns })
    }
}

/// A column as Excel names it: `B`, `AA`.
struct Letters {
    text: String,
    column: u32,
}

impl<'de> Deserialize<'de> for Letters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const LAST_COLUMN: u32 = 16_384;
        let text = String::deserialize(deserializer)?.trim().to_ascii_uppercase();
        let number = match text.len() {
            1..=3 => text
                .bytes()
                .try_fold(0, |number: u32, letter| letter.is_ascii_uppercase().then(|| number * 26 + u32::from(letter - b'A') + 1)),
            _ => None,
        };
        match number {
            Some(number) if number <= LAST_COLUMN => Ok(Letters { text, column: number - 1 }),
            _ => Err(serde::de::Error::custom(format!("cột \"{text}\" không phải chữ cái của cột như B hoặc AA"))),
        }
    }
}

/// A file's name with the folders above it, as somebody writes it who stands further up: of a file in a bundle, from the bundle on.
pub(super) fn full_name(name: &str, path: &Path) -> String {
    let path = path.display().to_string().replace('\\', "/");
    if path.ends_with(name) {
        return path;
    }
    let inside = path.rsplit_once('/').and_then(|(folder, bundle)| Some(format!("{folder}/{}", &name[name.find(bundle)?..])));
    inside.unwrap_or_else(|| name.to_owned())
}

/// Whether a pinned name means the file: the whole path, or its end from some folder on.
pub(super) fn names(pinned: &str, file: &str) -> bool {
    let (pinned, file) = (text::clean(pinned).replace('\\', "/"), text::clean(file));
    let pinned = pinned.trim_start_matches("./");
    file == pinned || file.strip_suffix(pinned).is_some_and(|folder| !pinned.is_empty() && folder.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_as_excel_names_them() {
        let column = |text: &str| Letters::deserialize(toml::Value::from(text)).map(|letters| letters.column).ok();
        for (text, number) in [
            ("A", Some(0)),
            ("b", Some(1)),
            ("Z", Some(25)),
            ("AA", Some(26)),
            ("XFD", Some(16_383)),
            ("XFE", None),
            ("", None),
            ("B2", None),
            ("Đ", None),
            ("AAAA", None),
        ] {
            assert_eq!(column(text), number, "{text}");
        }
    }
}
