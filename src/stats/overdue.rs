//! Actions in, those past their due date out, the longest overdue first.

use std::cmp::Reverse;

use anyhow::Context;
use polars::prelude::{IntoLazy, StringChunked, lit};

use super::{OriginFigure, Overdue};
use crate::dataset::variable::{CELL, CRITERION, DAYS_OVERDUE, DUE, FILE, LEAD, OVERDUE, SCHOOL_ID, SHEET, STATUS, TASK};
use crate::dataset::{Dataset, of_code};
use crate::model::{Criterion, Lateness};

/// Certainly and possibly overdue work: by days, then school, criterion (those without one last), task and origin.
pub(super) fn list(dataset: &Dataset) -> anyhow::Result<Vec<Overdue>> {
    let is = |lateness: Lateness| OVERDUE.col().eq(lit(lateness.code()));
    let columns =
        [&SCHOOL_ID, &CRITERION, &TASK, &LEAD, &DUE, &DAYS_OVERDUE, &OVERDUE, &STATUS, &FILE, &SHEET, &CELL].map(|variable| variable.col());
    let rows = dataset.actions.clone().lazy().filter(is(Lateness::Certain).or(is(Lateness::Possible))).select(columns).collect()?;
    let (criteria, days, dues) = (CRITERION.texts_of(&rows)?, DAYS_OVERDUE.days_of(&rows)?, DUE.dates_of(&rows)?);
    let [schools, tasks, leads, certainties, statuses] =
        [&SCHOOL_ID, &TASK, &LEAD, &OVERDUE, &STATUS].map(|variable| variable.texts_of(&rows));
    let [files, sheets, cells] = [&FILE, &SHEET, &CELL].map(|variable| variable.texts_of(&rows));
    let (schools, tasks, leads, certainties, statuses) = (schools?, tasks?, leads?, certainties?, statuses?);
    let (files, sheets, cells) = (files?, sheets?, cells?);
    let mut overdue = Vec::with_capacity(rows.height());
    for (row, due) in dues.enumerate() {
        let text = |column: &StringChunked| column.get(row).unwrap_or_default().to_owned();
        overdue.push(Overdue {
            school_id: text(schools),
            criterion: criteria.get(row).map(of_code).transpose()?,
            task: text(tasks),
            lead: text(leads),
            due: due.context("một việc quá hạn không có hạn hoàn thành")?,
            days_overdue: days.get(row).context("một việc quá hạn không có số ngày quá hạn")?,
            certainty: of_code(&text(certainties))?,
            status: of_code(&text(statuses))?,
            origin: OriginFigure { file: text(files), sheet: text(sheets), cell: text(cells) },
        });
    }
    put_in_order(&mut overdue);
    Ok(overdue)
}

/// Stable: actions of one key stay in the order of their origins.
pub(super) fn put_in_order(overdue: &mut [Overdue]) {
    fn key(row: &Overdue) -> (Reverse<i32>, &str, bool, Option<Criterion>, &str) {
        (Reverse(row.days_overdue), &row.school_id, row.criterion.is_none(), row.criterion, &row.task)
    }
    overdue.sort_by(|a, b| key(a).cmp(&key(b)));
}
