//! A column of a table whose rows are numbered, and what it may be of.

use std::collections::BTreeSet;

use crate::form::Field;

/// What a work is called by.
pub(super) const NAMES: &[Field] = &[Field::Task, Field::Planned];
pub(super) const RESULTS: &[Field] = &[Field::Done, Field::Ongoing, Field::NotStarted, Field::Status];

#[derive(Debug, Clone)]
pub(super) struct Column {
    pub at: u32,
    pub title: String,
    /// The title as it is compared.
    pub folded: String,
    pub fields: BTreeSet<Field>,
}

impl Column {
    pub fn is(&self, any: &[Field]) -> bool {
        any.iter().any(|field| self.fields.contains(field))
    }
}
