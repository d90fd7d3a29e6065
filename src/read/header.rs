//! Titles of a table → which form it is, and which column holds what.

mod judged;
mod matcher;
mod money;
mod moved;
mod own;
mod people;
mod rivals;
mod spelling;
mod title;
mod titles;

use std::collections::BTreeSet;

use crate::form::{Field, Form};

pub(super) use judged::{is_of_overseer, is_sending, names_criteria};
pub(super) use matcher::Matcher;
pub(super) use money::{Holds, MoneyColumn, is_of_spending, unit_of};
pub(super) use own::{may_title, until_others};
pub(super) use rivals::{found_by_others, told_of};
pub(super) use spelling::{likeness, likeness_from};
pub(super) use titles::levels::{are_numbers, names_level};
pub(super) use titles::numbers::{are_codes, is_of_numbers, may_be_codes};
pub(super) use titles::{asks_whether_done, is_title_row};

/// A title is taken for a spelling from this likeness on.
const COLUMN_THRESHOLD: f64 = 0.62;
/// Below this a column's reading is told, so that somebody can look.
const COLUMN_SURE: f64 = 0.72;
/// From this likeness on a title is one of the spellings but for a slip of the hand.
pub(super) const PLAIN: f64 = 0.85;
/// Header rows are at most this many.
const MOST_ROWS: usize = 6;
/// A title longer than this is a sentence.
const LONGEST_TITLE: usize = 140;

/// A recognised header.
#[derive(Debug, Clone)]
pub(super) struct Header<'a> {
    pub form: &'a Form,
    /// First row and the row after the last, by sheet row.
    pub first: u32,
    pub end: u32,
    pub columns: Vec<Assigned>,
    /// Titled columns that the form does not know.
    pub unused: Vec<(u32, String)>,
    /// The columns of money, where there are several; one of them is that of [`Field::Cost`].
    pub money: Vec<MoneyColumn>,
    /// Columns of January's half beside those of May: the field each holds where May says nothing.
    pub stand_ins: Vec<(u32, Field)>,
    /// The column of a plan whose times replace those of its time, row by row, with its title.
    pub adjusted: Option<(u32, String)>,
    /// Needed fields no column was found for.
    pub missing: Vec<Field>,
    /// 0 to 1.
    pub score: f64,
    /// The next best forms, with their scores.
    pub others: Vec<(&'a str, f64)>,
}

/// One column and the field it holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assigned {
    pub field: Field,
    pub column: u32,
    /// As it stands on the sheet, header rows joined.
    pub title: String,
    pub score: f64,
    /// Another field of the form that the title is nearly as like to.
    pub runner_up: Option<(Field, f64)>,
}

impl Assigned {
    /// Whether somebody should look at this reading.
    pub fn is_doubtful(&self) -> bool {
        self.score < COLUMN_SURE || self.runner_up.is_some_and(|(_, score)| self.score < 0.97 && self.score - score < 0.04)
    }
}

impl<'a> Header<'a> {
    /// A header that has no columns yet.
    pub fn empty(form: &'a Form, first: u32, end: u32) -> Self {
        Header {
            form,
            first,
            end,
            columns: Vec::new(),
            unused: Vec::new(),
            money: Vec::new(),
            stand_ins: Vec::new(),
            adjusted: None,
            missing: Vec::new(),
            score: 0.0,
            others: Vec::new(),
        }
    }
}

impl Header<'_> {
    pub fn column(&self, field: Field) -> Option<&Assigned> {
        self.columns.iter().find(|assigned| assigned.field == field)
    }

    pub fn field_at(&self, column: u32) -> Option<Field> {
        self.columns.iter().find(|assigned| assigned.column == column).map(|assigned| assigned.field)
    }

    /// Whether the table makes use of the column.
    pub fn knows(&self, column: u32) -> bool {
        self.field_at(column).is_some()
            || self.money.iter().any(|money| money.column == column)
            || self.adjusted.as_ref().is_some_and(|(adjusted, _)| *adjusted == column)
    }

    /// Whether its titles are as people write them, so that no row of texts is mistaken for them.
    pub fn is_plain(&self) -> bool {
        self.missing.is_empty() && self.unused.len() <= 1 && self.columns.iter().all(|assigned| assigned.score >= PLAIN)
    }

    /// Whether another header means the same columns: the header repeated on the next printed page.
    pub fn repeats(&self, other: &Header<'_>) -> bool {
        let same_fields = || {
            self.columns.len() == other.columns.len()
                && self.columns.iter().zip(&other.columns).all(|(a, b)| a.field == b.field && a.column == b.column)
        };
        self.form.id == other.form.id && (same_fields() || self.titles() == other.titles())
    }

    /// What stands over each column, whether it was read or not: what is below may have told more of one of two equal headers.
    fn titles(&self) -> BTreeSet<(u32, &str)> {
        let read = self.columns.iter().map(|assigned| (assigned.column, assigned.title.as_str()));
        read.chain(self.unused.iter().map(|(column, title)| (*column, title.as_str()))).collect()
    }
}

impl Header<'_> {
    /// Orders headers: by score; every column that is understood counts a little.
    fn rank(&self) -> f64 {
        self.score + 0.004 * self.columns.len() as f64 - 0.05 * self.missing.len() as f64
    }
}
