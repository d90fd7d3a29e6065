//! A table of one output in, the same as it stands in the roll-up out: files below their unit, lateness by the day of closing, each school once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray, PolarsResult, SortOptions};

use super::Part;
use crate::dataset::variable::{DAYS_OVERDUE, DUE, FILE, FLAGS, OVERDUE, RESULT_FILE, SCHOOL_ID, STATUS};
use crate::dataset::{SEPARATOR, Variable, of_code};
use crate::model::{Lateness, Status, UnitName, WindowFlag};

/// Schools of an output that another one lists as well, and what was done about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// Left out here; their files and findings stay, for they were sent.
    left_out: BTreeSet<String>,
    /// Known here by another id.
    renamed: BTreeMap<String, String>,
}

impl Settled {
    pub fn leave_out(&mut self, school_id: &str) {
        self.left_out.insert(school_id.to_owned());
    }

    pub fn rename(&mut self, school_id: &str, own: String) {
        self.renamed.insert(school_id.to_owned(), own);
    }

    /// The id in the roll-up; `None` where the school is left out.
    pub fn id<'s>(&'s self, school_id: &'s str) -> Option<&'s str> {
        (!self.left_out.contains(school_id)).then(|| self.renamed.get(school_id).map_or(school_id, String::as_str))
    }

    /// The cell of ids in the roll-up, of which there may be several; `None` where none is left.
    fn ids(&self, cell: &str) -> Option<String> {
        let ids: Vec<&str> = cell.split(SEPARATOR).filter_map(|id| self.id(id)).collect();
        (!ids.is_empty()).then(|| ids.join(SEPARATOR))
    }

    fn changes_nothing(&self) -> bool {
        self.left_out.is_empty() && self.renamed.is_empty()
    }
}

impl Part {
    /// Rows of the table `name`, as they stand in the roll-up.
    pub(super) fn prepared(&self, name: &str, mut table: DataFrame, as_of: Date) -> anyhow::Result<DataFrame> {
        if name == "actions" && self.stamp.as_of != as_of {
            judge_again(&mut table, as_of)?;
        }
        if !self.stamp.rolled_up && name != "schools" {
            let folder = folder_of(&self.stamp.unit);
            put_below(&mut table, &FILE, &folder)?;
            if name == "actions" {
                put_below(&mut table, &RESULT_FILE, &folder)?;
            }
        }
        if self.settled.changes_nothing() {
            return Ok(table);
        }
        if !matches!(name, "submissions" | "findings") {
            let stays = SCHOOL_ID.texts_of(&table)?.iter().map(|id| id.is_none_or(|id| self.settled.id(id).is_some()));
            table = table.filter(&BooleanChunked::from_iter_values(SCHOOL_ID.name.into(), stays))?;
        }
        let column = SCHOOL_ID.texts(SCHOOL_ID.texts_of(&table)?.iter().map(|ids| ids.and_then(|ids| self.settled.ids(ids))));
        table.with_column(column)?;
        Ok(table)
    }
}

/// Rows by a column, those of one value as they stood. One column after the other, so that no table is held twice.
pub fn put_in_order(table: &mut DataFrame, by: &Variable) -> anyhow::Result<()> {
    let order = table.column(by.name)?.arg_sort(SortOptions::default().with_maintain_order(true));
    let (rows, columns) = (table.height(), std::mem::take(table).into_columns());
    let columns: PolarsResult<Vec<_>> = columns.into_iter().map(|column| Ok(column.take(&order)?.rechunk())).collect();
    *table = DataFrame::new(rows, columns?)?;
    Ok(())
}

/// `Sở GD&ĐT tỉnh Ngàn Hoa/UBND xã Ban Mai/`: the same whatever roll-ups lie between.
fn folder_of(unit: &UnitName) -> String {
    let parts = [&unit.parent, &unit.name].into_iter().filter(|part| !part.is_empty());
    parts.map(|part| format!("{}/", part.replace('/', "-"))).collect()
}

fn put_below(table: &mut DataFrame, variable: &Variable, folder: &str) -> anyhow::Result<()> {
    let column = variable.texts(variable.texts_of(table)?.iter().map(|file| file.map(|file| format!("{folder}{file}"))));
    table.with_column(column)?;
    Ok(())
}

/// Lateness by another day of closing.
fn judge_again(actions: &mut DataFrame, as_of: Date) -> anyhow::Result<()> {
    let (statuses, flags) = (STATUS.texts_of(actions)?, FLAGS.texts_of(actions)?);
    let mut lateness = Vec::with_capacity(actions.height());
    for (row, due) in DUE.dates_of(actions)?.enumerate() {
        let status: Status = of_code(statuses.get(row).unwrap_or_default())?;
        let flags = flags.get(row).unwrap_or_default().split(SEPARATOR).filter(|code| !code.is_empty());
        let flags = flags.map(of_code::<WindowFlag>).collect::<anyhow::Result<_>>()?;
        lateness.push((Lateness::of(status, due, &flags, as_of), due));
    }
    let days = |(lateness, due): &(Lateness, Option<Date>)| lateness.days(*due, as_of);
    let columns = [OVERDUE.texts(lateness.iter().map(|(lateness, _)| Some(lateness.code()))), DAYS_OVERDUE.days(lateness.iter().map(days))];
    for column in columns {
        actions.with_column(column)?;
    }
    Ok(())
}
