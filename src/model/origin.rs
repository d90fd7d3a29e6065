//! Where a value was read: file, sheet, cell.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A cell by its place on the sheet, from 0: row 13, column 1 is `B14`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    pub row: u32,
    pub column: u32,
}

impl Address {
    pub const fn new(row: u32, column: u32) -> Self {
        Address { row, column }
    }

    /// What Excel calls a column: `B` for the second.
    pub fn letters(column: u32) -> String {
        let (letters, at) = spelled(column);
        letters[at..].iter().map(|letter| char::from(*letter)).collect()
    }
}

/// The letters of a column, and where they begin: no memory is asked for, there are as many addresses as cells.
fn spelled(column: u32) -> ([u8; 7], usize) {
    let mut letters = [0u8; 7];
    let mut at = letters.len();
    let mut rest = column + 1;
    while rest > 0 {
        at -= 1;
        letters[at] = b'A' + ((rest - 1) % 26) as u8;
        rest = (rest - 1) / 26;
    }
    (letters, at)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (letters, at) = spelled(self.column);
        f.write_str(str::from_utf8(&letters[at..]).unwrap_or_default())?;
        write!(f, "{}", self.row + 1)
    }
}

impl FromStr for Address {
    type Err = String;

    /// Reads exactly what `Display` writes.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{text}\" không phải địa chỉ ô như B14");
        let digits = text.find(|letter: char| letter.is_ascii_digit()).ok_or_else(wrong)?;
        let (letters, row) = text.split_at(digits);
        if letters.is_empty() || letters.len() > 6 || !letters.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(wrong());
        }
        let column = letters.bytes().fold(0u32, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
        let row: u32 = row.parse().map_err(|_| wrong())?;
        Ok(Address { row: row.checked_sub(1).ok_or_else(wrong)?, column: column - 1 })
    }
}

/// The cell a record was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The file as the user knows it: its path below the given folder, `/` between parts.
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    pub cell: Address,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]{}!{}", self.file, self.sheet, self.cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_excel_does() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(Address::letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn an_address_reads_as_in_excel() {
        for (row, column, text) in [(13, 1, "B14"), (0, 0, "A1"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")] {
            assert_eq!(Address::new(row, column).to_string(), text);
            assert_eq!(text.parse(), Ok(Address::new(row, column)));
        }
        for text in ["", "B", "14", "b14", "B0", "B1x", "ABCDEFG1", "B99999999999"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
