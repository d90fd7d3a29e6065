//! A dataset in, every figure of `thong-ke.json` out. One question a file; each query is polars, each answer a plain struct.

mod actions;
mod affected;
mod by_criterion;
mod by_school;
mod by_standard;
mod cost;
mod figure;
mod findings;
mod group;
mod lagging;
mod overdue;
mod rulebook;
mod scale;
mod school_level;
mod submission;
mod tally;
mod together;
mod verdict;

#[cfg(test)]
pub(crate) mod tests;

use anyhow::Context;

pub use figure::*;
pub use group::Groups;
pub use rulebook::rulebook;
pub use tally::{by_unit, whole};

use crate::dataset::{Dataset, Question};
use crate::framework::Frameworks;

/// All figures. `target_level` gives the level at or below which an unmet criterion counts against a school, by id of framework.
///
/// # Errors
/// A table of the dataset lacks a column, or holds what no table of ours holds.
pub fn compute(
    dataset: &Dataset,
    frameworks: &Frameworks,
    target_level: impl Fn(&str) -> u8,
    unit: UnitName,
    question: &Question,
) -> anyhow::Result<Statistics> {
    let scales = scale::followed(dataset, frameworks, target_level).context("không đếm được trường theo bộ tiêu chuẩn")?;
    let verdicts = verdict::of_schools(dataset, &scales).context("không tổng hợp được kết quả tự đánh giá")?;
    let affected = affected::pairs(dataset, &scales, &verdicts).context("không xác định được trường bị ảnh hưởng")?;
    let by_criterion = by_criterion::figures(dataset, &scales, &verdicts, &affected).context("không tính được số liệu theo tiêu chí")?;
    Ok(Statistics {
        schema: SCHEMA.to_owned(),
        unit,
        school_year: question.school_year,
        period: question.period,
        as_of: question.as_of,
        target_level: scales.targets(),
        schools: submission::counts(dataset, question.expected).context("không đếm được trường đã nộp")?,
        by_school: by_school::figures(dataset, frameworks, &scales, &verdicts).context("không tính được số liệu theo trường")?,
        by_standard: by_standard::figures(dataset, &scales, &by_criterion, &affected).context("không tính được số liệu theo tiêu chuẩn")?,
        actions: actions::of_all(dataset).context("không đếm được công việc")?,
        overdue: overdue::list(dataset).context("không lập được danh sách việc quá hạn")?,
        lagging: lagging::list(&by_criterion, &affected),
        cost: cost::planned(dataset).context("không cộng được kinh phí")?,
        by_criterion,
        by_unit: Vec::new(),
        by_group: Vec::new(),
        missing_units: Vec::new(),
    })
}
