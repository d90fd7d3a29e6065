//! A sheet as it was sent, for what hands it on: what stands where, before anything is understood.

use std::sync::Arc;

use jiff::civil::Date;

use super::Address;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    pub name: Arc<str>,
    pub hidden: bool,
    /// Filled cells by row, then column.
    pub cells: Vec<(Address, Held)>,
    /// Merged areas: first and last cell.
    pub merges: Vec<(Address, Address)>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// As it stands in the file, not cleaned.
    Text(String),
    /// Decimals that the number format shows, where it fixes them.
    Number(f64, Option<u8>),
    Date(Date),
    Boolean(bool),
}
