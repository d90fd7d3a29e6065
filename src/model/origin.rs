//! Where a value was read: file, sheet, cell.

use std::fmt;
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
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0u8; 7];
        let mut at = letters.len();
        let mut rest = self.column + 1;
        while rest > 0 {
            at -= 1;
            letters[at] = b'A' + ((rest - 1) % 26) as u8;
            rest = (rest - 1) / 26;
        }
        for letter in &letters[at..] {
            write!(f, "{}", char::from(*letter))?;
        }
        write!(f, "{}", self.row + 1)
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
    fn an_address_reads_as_in_excel() {
        for (row, column, text) in [(13, 1, "B14"), (0, 0, "A1"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")] {
            assert_eq!(Address::new(row, column).to_string(), text);
        }
    }
}
