//! Tables of several outputs in, one set of tables out, rows in the one order all datasets have.

use anyhow::Context;
use jiff::civil::Date;
use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray, PolarsResult, SortOptions};

use super::Part;
use crate::dataset::variable::{DAYS_OVERDUE, DUE, FILE, FLAGS, OVERDUE, RESULT_FILE, ROW_ID, SCHOOL_ID, STATUS};
use crate::dataset::{Dataset, SEPARATOR, Variable, of_code};
use crate::model::{Lateness, Status, UnitName, WindowFlag};

/// All rows; each school stands in one part, so that rows of a school stay in the order they have there.
pub fn together(parts: Vec<Part>, as_of: Date) -> anyhow::Result<Dataset> {
    let mut all: Option<Dataset> = None;
    for part in parts {
        let dataset = prepared(part, as_of)?;
        match &mut all {
            None => all = Some(dataset),
            Some(all) => stack(all, &dataset)?,
        }
    }
    let mut all = all.unwrap_or_else(Dataset::empty);
    for (table, by) in [
        (&mut all.schools, &SCHOOL_ID),
        (&mut all.submissions, &FILE),
        (&mut all.assessments, &SCHOOL_ID),
        (&mut all.actions, &SCHOOL_ID),
        (&mut all.evidence, &SCHOOL_ID),
        (&mut all.findings, &FILE),
    ] {
        put_in_order(table, by).context("không xếp được các dòng")?;
    }
    let rows = all.actions.height();
    all.actions.with_column(ROW_ID.numbers((1..).take(rows).map(Some)))?;
    Ok(all)
}

/// Rows by a column, those of one value as they stood. One column after the other, so that no table is held twice.
fn put_in_order(table: &mut DataFrame, by: &Variable) -> anyhow::Result<()> {
    let order = table.column(by.name)?.arg_sort(SortOptions::default().with_maintain_order(true));
    let (rows, columns) = (table.height(), std::mem::take(table).into_columns());
    let columns: PolarsResult<Vec<_>> = columns.into_iter().map(|column| Ok(column.take(&order)?.rechunk())).collect();
    *table = DataFrame::new(rows, columns?)?;
    Ok(())
}

fn stack(all: &mut Dataset, more: &Dataset) -> anyhow::Result<()> {
    for (table, more) in [
        (&mut all.schools, &more.schools),
        (&mut all.submissions, &more.submissions),
        (&mut all.assessments, &more.assessments),
        (&mut all.actions, &more.actions),
        (&mut all.evidence, &more.evidence),
        (&mut all.findings, &more.findings),
    ] {
        table.vstack_mut(more).context("bảng dữ liệu của các đơn vị không cùng cột")?;
    }
    Ok(())
}

/// The tables of one output as they stand in the roll-up: files under the name of their unit, lateness by the day of closing.
fn prepared(part: Part, as_of: Date) -> anyhow::Result<Dataset> {
    let mut dataset = part.dataset;
    if part.stamp.as_of != as_of {
        judge_again(&mut dataset.actions, as_of)?;
    }
    if !part.stamp.rolled_up {
        let folder = folder_of(&part.stamp.unit);
        for table in
            [&mut dataset.submissions, &mut dataset.assessments, &mut dataset.evidence, &mut dataset.findings, &mut dataset.actions]
        {
            put_below(table, &FILE, &folder)?;
        }
        put_below(&mut dataset.actions, &RESULT_FILE, &folder)?;
    }
    Ok(dataset)
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

/// Leaves a school out of every table of rows; its files and findings stay, for they were sent.
pub fn without_school(dataset: &mut Dataset, school_id: &str) -> anyhow::Result<()> {
    for table in [&mut dataset.schools, &mut dataset.assessments, &mut dataset.actions, &mut dataset.evidence] {
        let others = SCHOOL_ID.texts_of(table)?.iter().map(|id| id != Some(school_id));
        *table = table.filter(&BooleanChunked::from_iter_values(SCHOOL_ID.name.into(), others))?;
    }
    each_school(&mut dataset.submissions, |id| (id != school_id).then(|| id.to_owned()))?;
    each_school(&mut dataset.findings, |id| (id != school_id).then(|| id.to_owned()))
}

/// Gives a school another id in every table.
pub fn rename_school(dataset: &mut Dataset, from: &str, to: &str) -> anyhow::Result<()> {
    let renamed = |id: &str| Some(if id == from { to.to_owned() } else { id.to_owned() });
    for table in [
        &mut dataset.schools,
        &mut dataset.submissions,
        &mut dataset.assessments,
        &mut dataset.actions,
        &mut dataset.evidence,
        &mut dataset.findings,
    ] {
        each_school(table, renamed)?;
    }
    Ok(())
}

/// Changes the ids of a column, several in a cell of which may be.
fn each_school(table: &mut DataFrame, change: impl Fn(&str) -> Option<String>) -> anyhow::Result<()> {
    let changed = |ids: &str| {
        let ids: Vec<String> = ids.split(SEPARATOR).filter_map(&change).collect();
        (!ids.is_empty()).then(|| ids.join(SEPARATOR))
    };
    let column = SCHOOL_ID.texts(SCHOOL_ID.texts_of(table)?.iter().map(|ids| ids.and_then(changed)));
    table.with_column(column)?;
    Ok(())
}
