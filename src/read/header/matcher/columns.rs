//! How like a title is to the spellings in, how like it is to the columns of all forms out.
//!
//! A title is like very few of the hundreds of spellings, so each spelling knows its columns, and no column is asked for its spellings.

use std::collections::BTreeSet;

use crate::form::{Field, Form};
use crate::read::header::spelling::{Likenesses, Spellings};

/// What a group must be like for its columns to gain by it.
const UNDER_GROUP: f64 = 0.7;

/// What a title that is only like a spelling is at most, so that "những công việc đã triển khai" is sooner that than "… đang triển khai".
const SLIPPED: f64 = 0.99;

/// The columns of all forms, one form after the other.
pub(super) struct Columns {
    /// By spelling: the columns it is a title of.
    titled: Vec<Vec<usize>>,
    /// By spelling: the columns that stand under it.
    grouped: Vec<Vec<usize>>,
    /// By column: its field.
    fields: Vec<Field>,
    /// By column: whether it stands under a group.
    has_groups: Vec<bool>,
    /// By form: how many columns it has.
    counts: Vec<usize>,
}

impl Columns {
    /// The columns of these forms; their spellings are put among the others.
    pub fn new(forms: &[Form], spellings: &mut Spellings) -> Self {
        let columns: Vec<_> = forms.iter().flat_map(|form| &form.columns).collect();
        let mut places = |texts: &[String]| texts.iter().map(|text| spellings.place(text)).collect::<BTreeSet<usize>>();
        let of_columns: Vec<_> = columns.iter().map(|column| (places(&column.titles), places(&column.groups))).collect();
        let mut titled = vec![Vec::new(); spellings.all.len()];
        let mut grouped = titled.clone();
        for (column, (titles, groups)) in of_columns.iter().enumerate() {
            titles.iter().for_each(|place| titled[*place].push(column));
            groups.iter().for_each(|place| grouped[*place].push(column));
        }
        Columns {
            titled,
            grouped,
            fields: columns.iter().map(|column| column.field).collect(),
            has_groups: of_columns.iter().map(|(_, groups)| !groups.is_empty()).collect(),
            counts: forms.iter().map(|form| form.columns.len()).collect(),
        }
    }

    /// The fields of the columns that a text is so like.
    pub fn fields(&self, likenesses: &Likenesses, least: f64) -> BTreeSet<Field> {
        let alike = likenesses.iter().filter(|(_, likeness)| *likeness >= least);
        alike.flat_map(|(place, _)| &self.titled[place]).map(|column| self.fields[*column]).collect()
    }

    /// Form by form, for each column, from the likenesses of the lowest title, and of those above it and of all together, where some stand
    /// above it.
    pub fn scores(&self, leaf: &Likenesses, above: Option<(&Likenesses, &Likenesses)>) -> Vec<Vec<f64>> {
        let mut scores = vec![0.0; self.fields.len()];
        greatest(&mut scores, leaf, &self.titled);
        if let Some((upper, joined)) = above {
            greatest(&mut scores, joined, &self.titled);
            let mut of_groups = vec![0.0; self.fields.len()];
            greatest(&mut of_groups, upper, &self.grouped);
            for (column, score) in scores.iter_mut().enumerate().filter(|(column, _)| self.has_groups[*column]) {
                let most = if *score >= 1.0 { 1.0 } else { SLIPPED };
                *score = if of_groups[column] >= UNDER_GROUP { (*score + 0.06_f64).min(most) } else { *score * 0.9 };
            }
        }
        let mut scores = scores.into_iter();
        self.counts.iter().map(|count| scores.by_ref().take(*count).collect()).collect()
    }
}

/// Raises what each column has to its likeness.
fn greatest(scores: &mut [f64], likenesses: &Likenesses, columns: &[Vec<usize>]) {
    for (place, likeness) in likenesses.iter() {
        for column in &columns[place] {
            scores[*column] = scores[*column].max(likeness);
        }
    }
}
