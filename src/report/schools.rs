//! One row a school with all its figures: sheet *Theo trường*.

use super::basis::{Basis, Entry, UNKNOWN};
use super::live::{column, table};
use super::{levels, page, submission, wording, work};
use crate::table::{Block, Cell, Column, Sheet, Table, Tone};

pub const NAME: &str = "Theo trường";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = page::sheet(
        basis,
        NAME,
        "Kết quả của từng trường",
        &[
            "Tiêu chí đạt ở một mức tính trên số tiêu chí có mức đó; mức của trường theo quy tắc của bộ tiêu chuẩn; trường xếp theo xã, phường, loại hình và tên, không xếp hạng",
            "Ô trống: trường chưa có báo cáo hoặc chưa có tự đánh giá, không phải là không đạt",
        ],
    );
    sheet.freeze = Some(0);
    sheet.blocks.push(Block::Table(list(basis)));
    sheet
}

/// The levels any school was judged at.
fn judged_levels(basis: &Basis) -> Vec<u8> {
    let levels: std::collections::BTreeSet<u8> =
        basis.schools.iter().flat_map(|entry| entry.figures.criteria_met.keys().copied()).collect();
    levels.into_iter().collect()
}

fn list(basis: &Basis) -> Table {
    let judged = judged_levels(basis);
    let mut columns = vec![
        Column::centred("TT", 5.0),
        Column::text(column::SCHOOL_ID, 13.0),
        Column::text(column::SCHOOL, 34.0),
        Column::text(column::COMMUNE, 18.0),
        Column::text(column::KIND, 14.0),
        Column::text(column::FRAMEWORK, 13.0),
        Column::text(column::SUBMISSION, 14.0),
        Column::text(column::SCHOOL_LEVEL, 16.0),
        Column::text("Mức trường tự nhận", 16.0),
    ];
    for level in &judged {
        columns.push(Column::number(&format!("Đạt Mức {level}"), 8.0));
        columns.push(Column::number(&format!("Số tiêu chí Mức {level}"), 10.0));
        columns.push(Column::number(&format!("Tỷ lệ Mức {level}"), 10.0).with_bars());
    }
    columns.extend(work::columns());
    columns.extend([Column::number("Chưa rõ hạn", 9.0), Column::number("Số lỗi", 7.0), Column::number("Cần xem lại", 8.0)]);
    let rows = basis.schools.iter().enumerate().map(|(index, entry)| page::row(school(entry, &judged, index + 1))).collect();
    Table { id: table::SCHOOL_LEVELS.to_owned(), columns, rows, filter: true }
}

fn school(entry: &Entry, judged: &[u8], number: usize) -> Vec<Cell> {
    let figures = entry.figures;
    let counts = &figures.actions;
    let declared = figures.declared_level.map(wording::level).unwrap_or_default();
    let differs = figures.declared_level.is_some() && figures.level.is_some() && figures.declared_level != figures.level;
    let mut cells = vec![
        Cell::count(number),
        Cell::text(&figures.school_id),
        Cell::text(&figures.name),
        Cell::text(entry.commune()),
        Cell::text(entry.kind()),
        Cell::text(if entry.framework().is_empty() { UNKNOWN } else { entry.framework() }),
        Cell::text(figures.submission.title()).tone(submission::tone(figures.submission)),
        Cell::text(levels::words(entry)).tone(levels::tone(entry)),
        Cell::text(if differs { format!("{declared} (khác kết quả tính)") } else { declared }).tone(if differs {
            Tone::Warning
        } else {
            Tone::Plain
        }),
    ];
    for level in judged {
        match figures.criteria_met.get(level) {
            Some((met, of)) => cells.extend([Cell::count(*met), Cell::count(*of), Cell::share(*met, *of)]),
            None => cells.extend([Cell::empty(), Cell::empty(), Cell::empty()]),
        }
    }
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
