//! Results below a plan that name its works by their numbers: "TT | Kết quả đạt được | Đánh giá" over "2 | Mua được 10/20 bộ | Đang thực hiện".

use std::sync::Arc;

use super::File;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind, Origin, Status};
use crate::phrase;
use crate::phrase::status::StatusPhrase;
use crate::read::grid::{Grid, Row};
use crate::read::record::{Taken, spans};
use crate::read::rows::{Line, Reason};
use crate::read::table::Table;
use crate::text;

/// What the school makes of it itself, before what it tells. Folded.
const VERDICTS: &[&str] = &["danh gia", "tinh trang", "trang thai", "muc do", "tien do"];
const TELLS: &[&str] = &["ket qua", "kq", "tinh hinh"];

impl File<'_> {
    /// Gives the works of a plan that say nothing of themselves what stands under their numbers below it; what has none of them is told.
    pub(super) fn by_number(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], taken: &mut Taken, school_id: &str) {
        let other = |line: &Line| match line {
            Line::Left { row, reason: Reason::OtherTable } => Some(*row),
            _ => None,
        };
        let rows: Vec<&Row> = lines.iter().filter_map(other).filter_map(|row| table.row(row)).collect();
        let Some((titles, rows)) = rows.split_first().filter(|_| table.header.form.kind == FormKind::Plan) else { return };
        let columns = columns(titles);
        if columns.is_empty() || rows.is_empty() {
            return;
        }
        let (mut count, mut unnamed) = (0, Vec::new());
        for row in rows {
            // Who signs below it has no number.
            let number = row.cells.first().map(|cell| bare(&cell.text)).filter(|number| number.parse::<u16>().is_ok());
            let Some(number) = number else { continue };
            let mut named = (0..taken.improved.len()).filter(|at| bare(&taken.improved[*at].ordinal) == number);
            let (Some(at), None) = (named.next(), named.next()) else {
                unnamed.push(row.index);
                continue;
            };
            let action = &mut taken.reading.actions[at];
            let said = |column: &u32| row.get(*column).map(|cell| cell.text.as_str()).filter(|text| !phrase::status::is_nothing(text));
            let Some(first) = columns.iter().find(|column| said(column).is_some()).filter(|_| action.status == Status::NoReport) else {
                continue;
            };
            let read = columns.iter().filter_map(said).find_map(phrase::status::state);
            let cell = Address::new(row.index, *first);
            let StatusPhrase { status, late_stated } = read.unwrap_or_else(|| {
                let told = Finding::new(&finding::STATUS_UNREAD).of_school(school_id).field(Field::Status.title());
                self.on_sheet(grid, Finding { cell: Some(cell), ..told.raw(said(first).unwrap_or_default()) });
                StatusPhrase { status: Status::InProgress, late_stated: false }
            });
            let told: Vec<&str> = columns.iter().rev().filter_map(said).collect();
            (action.status, action.late_stated, action.done_text) = (status, late_stated, told.join("; "));
            action.result_origin = Some(Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell });
            count += 1;
        }
        let title = titles.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
        let cell = Some(Address::new(titles.index, titles.cells[0].column));
        if count > 0 {
            let told = Finding::new(&finding::RESULTS_BY_NUMBER).of_school(school_id).raw(&title).with("count", count);
            self.on_sheet(grid, Finding { cell, ..told });
        }
        if !unnamed.is_empty() {
            let told = Finding::new(&finding::RESULTS_WITHOUT_WORK).of_school(school_id).raw(&title).with("rows", spans(&unnamed));
            self.on_sheet(grid, Finding { cell, ..told });
        }
    }
}

/// The columns of results, those of verdicts first; none where some title speaks of other things: "TT | Họ và tên | Đánh giá".
fn columns(titles: &Row) -> Vec<u32> {
    const BESIDE: &[&str] = &["ghi chu", "thoi gian", "ngay", "minh chung", "ly do", "nguyen nhan", "ton tai", "han che"];
    let opens = |text: &str, words: &[&str]| {
        let folded = text::fold(text);
        words.iter().any(|words| folded.starts_with(words))
    };
    let cells = || titles.cells.iter().skip(1);
    if !cells().all(|cell| opens(&cell.text, VERDICTS) || opens(&cell.text, TELLS) || opens(&cell.text, BESIDE)) {
        return Vec::new();
    }
    let of = |words| cells().filter(move |cell| opens(&cell.text, words)).map(|cell| cell.column);
    of(VERDICTS).chain(of(TELLS)).collect()
}

/// "1.", "(1)", "01".
fn bare(number: &str) -> &str {
    number.trim_matches(['.', ')', '(', ' ']).trim_start_matches('0')
}
