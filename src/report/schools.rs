//! One row a school with all its figures: sheets *Theo trường*, what it has reached, and *Việc theo trường*, what it does.

use std::collections::BTreeSet;

use super::basis::{Basis, Entry, UNKNOWN};
use super::live::{column, table};
use super::{levels, page, submission, wording, work};
use crate::table::{Block, Cell, Column, Sheet, Table, Tone};

pub const NAME: &str = "Theo trường";
pub const WORK_NAME: &str = "Việc theo trường";

/// Number, code and name of the school: they stay in view.
const SCHOOL_COLUMNS: usize = 3;

pub fn levels_sheet(basis: &Basis) -> Sheet {
    let counted = "Tiêu chí đạt ở một mức tính trên số tiêu chí có mức đó; mức của trường theo quy tắc của bộ tiêu chuẩn; trường xếp theo xã, phường, loại hình và tên, không xếp hạng";
    let empty = "Ô trống: trường chưa có báo cáo hoặc chưa có tự đánh giá, không phải là không đạt";
    sheet(basis, NAME, "Mức đạt của từng trường", [counted, empty], levels_list(basis))
}

pub fn work_sheet(basis: &Basis) -> Sheet {
    let counted =
        "Công việc của từng trường theo kế hoạch và kết quả đã báo cáo; trường xếp theo xã, phường, loại hình và tên, không xếp hạng";
    let empty = "Ô trống: trường chưa có báo cáo. Số lỗi, Cần xem lại: số vấn đề trong các tệp của trường (xem trang Vấn đề)";
    sheet(basis, WORK_NAME, "Công việc cải tiến của từng trường", [counted, empty], work_list(basis))
}

fn sheet(basis: &Basis, name: &str, title: &str, counted: [&str; 2], list: Table) -> Sheet {
    let mut sheet = basis.sheet(name, title, &counted);
    sheet.freeze = Some(0);
    sheet.frozen_columns = SCHOOL_COLUMNS;
    sheet.blocks.push(Block::Table(list));
    sheet
}

/// The levels any school was judged at.
fn judged_levels(basis: &Basis) -> Vec<u8> {
    let levels: BTreeSet<u8> = basis.schools.iter().flat_map(|entry| entry.figures.criteria_met.keys().copied()).collect();
    levels.into_iter().collect()
}

fn levels_list(basis: &Basis) -> Table {
    let judged = judged_levels(basis);
    let mut columns = vec![
        Column::centred("TT", 4.0),
        Column::text(column::SCHOOL_ID, 10.0),
        Column::text(column::SCHOOL, 25.0),
        Column::text(column::COMMUNE, 14.0),
        Column::text(column::KIND, 10.0),
        Column::text(column::FRAMEWORK, 10.0),
        Column::text(column::SUBMISSION, 10.0),
        Column::text(column::SCHOOL_LEVEL, 11.0),
        Column::text("Mức trường tự nhận", 10.0),
    ];
    for level in &judged {
        columns.push(Column::number(&format!("Đạt Mức {level}"), 6.0));
        columns.push(Column::number(&format!("Số tiêu chí Mức {level}"), 6.0));
        columns.push(Column::number(&format!("Tỷ lệ Mức {level}"), 8.0).with_bars());
    }
    let assessed: BTreeSet<(&str, u8)> =
        basis.source.reading.assessments.iter().map(|assessment| (assessment.school_id.as_str(), assessment.level)).collect();
    let row = |(index, entry)| page::row(levels_row(entry, &judged, &assessed, index + 1));
    let rows = basis.schools.iter().enumerate().map(row).collect();
    Table { id: table::SCHOOL_LEVELS.to_owned(), columns, rows, filter: true }
}

fn levels_row(entry: &Entry, judged: &[u8], assessed: &BTreeSet<(&str, u8)>, number: usize) -> Vec<Cell> {
    let figures = entry.figures;
    let declared = figures.declared_level.map(wording::level).unwrap_or_default();
    let differs = figures.declared_level.is_some() && figures.level.is_some() && figures.declared_level != figures.level;
    let mut cells = school(entry, number);
    cells.extend([
        Cell::text(if entry.framework().is_empty() { UNKNOWN } else { entry.framework() }),
        standing(entry),
        Cell::text(levels::words(entry)).tone(levels::tone(entry)),
        Cell::text(if differs { format!("{declared} (khác kết quả tính)") } else { declared }).tone(if differs {
            Tone::Warning
        } else {
            Tone::Plain
        }),
    ]);
    for level in judged {
        // Who sent no list of Mức 4 has not failed it.
        let untold = *level == 4 && !assessed.contains(&(figures.school_id.as_str(), *level));
        match figures.criteria_met.get(level) {
            Some((0, of)) if untold => cells.extend([Cell::empty(), Cell::count(*of), Cell::empty()]),
            Some((met, of)) => cells.extend([Cell::count(*met), Cell::count(*of), Cell::share(*met, *of)]),
            None => cells.extend([Cell::empty(), Cell::empty(), Cell::empty()]),
        }
    }
    cells
}

fn work_list(basis: &Basis) -> Table {
    let mut columns = vec![
        Column::centred("TT", 5.0),
        Column::text(column::SCHOOL_ID, 12.0),
        Column::text(column::SCHOOL, 32.0),
        Column::text(column::COMMUNE, 16.0),
        Column::text(column::KIND, 12.0),
        Column::text(column::SUBMISSION, 12.0),
    ];
    columns.extend(work::columns());
    columns.extend([Column::number("Chưa rõ hạn", 9.0), Column::number("Số lỗi", 7.0), Column::number("Cần xem lại", 8.0)]);
    let rows = basis.schools.iter().enumerate().map(|(index, entry)| page::row(work_row(entry, index + 1))).collect();
    Table { id: "school_work".to_owned(), columns, rows, filter: true }
}

fn work_row(entry: &Entry, number: usize) -> Vec<Cell> {
    let figures = entry.figures;
    let counts = &figures.actions;
    let mut cells = school(entry, number);
    cells.push(standing(entry));
    if figures.submission.counts() {
        cells.push(Cell::count(counts.total));
        cells.extend(work::STATUS_ROLES.map(|(status, _)| Cell::count(work::of_status(counts, status))));
        cells.push(page::toned(Cell::count(counts.overdue), counts.overdue, Tone::Bad));
        cells.push(page::toned(Cell::count(counts.possibly_overdue), counts.possibly_overdue, Tone::Warning));
        cells.push(Cell::count(counts.undetermined));
    } else {
        cells.extend((0..8).map(|_| Cell::empty()));
    }
    cells.push(page::toned(Cell::count(figures.findings.error), figures.findings.error, Tone::Bad));
    cells.push(page::toned(Cell::count(figures.findings.warning), figures.findings.warning, Tone::Warning));
    cells
}

/// Number, code, name, commune and kind.
fn school(entry: &Entry, number: usize) -> Vec<Cell> {
    vec![
        Cell::count(number),
        Cell::text(&entry.figures.school_id),
        Cell::text(&entry.figures.name),
        Cell::text(entry.commune()),
        Cell::text(entry.kind()),
    ]
}

fn standing(entry: &Entry) -> Cell {
    let submission = entry.figures.submission;
    Cell::text(submission.title()).tone(submission::tone(submission))
}
