//! What stands beside the results of works under "Tồn tại", "Nguyên nhân", "Ghi chú": "Đã thực hiện | Chưa mua được 2 máy".
//!
//! It is no state of its own, so it changes no figure; where it says otherwise than the result, or there is none, it is told.

use std::collections::BTreeMap;

use super::File;
use crate::finding::{self, Finding, Rule};
use crate::form::Field;
use crate::model::{Address, Status};
use crate::phrase;
use crate::phrase::status::Doubt;
use crate::read::content;
use crate::read::grid::Grid;
use crate::read::header::Header;
use crate::read::monthly;
use crate::read::rows::{Line, LogicalRow};
use crate::read::table::Table;
use crate::reading::Reading;
use crate::text;

/// What such a column is called. Folded.
const TITLES: &[&str] =
    &["ton tai", "han che", "nguyen nhan", "ly do", "vuong mac", "kho khan", "chua dat", "chua lam", "chua thuc hien", "giai trinh"];
const RESULTS: [Field; 5] = [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status, Field::Outcome];

impl File<'_> {
    /// `read`: what became of the table's rows.
    pub(super) fn shortcomings(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], read: &Reading, school_id: &str) {
        let Some(columns) = beside_results(&table.header) else { return };
        let actions = read.actions.iter().map(|action| (action.origin.cell.row, action.status));
        let reports = read.reports.iter().map(|report| (report.origin.cell.row, report.status));
        let states: BTreeMap<u32, Status> = actions.chain(reports).collect();
        let rows = lines.iter().filter_map(|line| if let Line::Data(row) = line { Some(row) } else { None });
        let rows: Vec<(&LogicalRow, Status)> =
            rows.filter_map(|row| Some((row, *row.rows.iter().find_map(|at| states.get(at))?))).collect();
        for (column, title, is_named) in columns {
            let said = |row: &LogicalRow| {
                let cells = row.rows.iter().filter_map(|at| Some((Address::new(*at, column), table.row(*at)?.get(column)?)));
                let mut told = cells.map(|(at, cell)| (at, monthly::without_record(&cell.text).to_owned()));
                told.find(|(_, text)| !phrase::status::is_nothing(text) && !phrase::status::is_placeholder(text))
            };
            let silent = |row: &LogicalRow| RESULTS.iter().all(|field| phrase::status::is_nothing(row.text(*field)));
            let of = |wanted: Status, is: &dyn Fn(&LogicalRow, &str) -> bool| -> Vec<(Address, String)> {
                let own = rows.iter().filter(|(_, status)| *status == wanted).filter_map(|(row, _)| Some((row, said(row)?)));
                own.filter(|(row, (_, text))| is(row, text)).map(|(_, told)| told).collect()
            };
            let undone = of(Status::Completed, &|_, text| leaves_open(text));
            let unsaid = of(Status::NoReport, &|row, text| silent(row) && (is_named || leaves_open(text) || content::tells_state(text)));
            for (rule, told) in [(&finding::SHORT_OF_DONE, undone), (&finding::REASON_WITHOUT_RESULT, unsaid)] {
                self.told_beside(grid, rule, &title, &told, school_id);
            }
        }
    }

    fn told_beside(&mut self, grid: &Grid, rule: &'static Rule, title: &str, told: &[(Address, String)], school_id: &str) {
        let Some((first, text)) = told.first() else { return };
        let cells = told.iter().map(|(at, _)| at.to_string()).collect::<Vec<_>>().join(", ");
        let finding = Finding::new(rule).of_school(school_id).raw(finding::shortened(text));
        let finding = finding.with("count", told.len()).with("column", title).with("cells", cells);
        self.on_sheet(grid, Finding { cell: Some(*first), ..finding });
    }
}

/// The columns behind the first that tells results, with their titles, and whether the title names a shortcoming.
fn beside_results(header: &Header<'_>) -> Option<Vec<(u32, String, bool)>> {
    let results = header.columns.iter().filter(|assigned| RESULTS[..4].contains(&assigned.field));
    let first = results.map(|assigned| assigned.column).min()?;
    let named = |title: &str| {
        let folded = text::fold(title);
        TITLES.iter().any(|words| folded.contains(words))
    };
    let beside = header.columns.iter().filter(|assigned| !RESULTS.contains(&assigned.field));
    let notes = beside.filter(|assigned| assigned.field == Field::Note || named(&assigned.title));
    let columns = notes.map(|assigned| (assigned.column, &assigned.title));
    let columns = columns.chain(header.unused.iter().filter(|(_, title)| named(title)).map(|(column, title)| (*column, title)));
    let columns: Vec<_> =
        columns.filter(|(column, _)| *column > first).map(|(column, title)| (column, title.clone(), named(title))).collect();
    (!columns.is_empty()).then_some(columns)
}

/// "Chưa mua được 2 máy", "Còn thiếu 1 phòng", "Đạt 60%", "Mới xong phần thô".
fn leaves_open(text: &str) -> bool {
    // "Còn bảo hành đến 2025", "Biên bản còn lưu" leave nothing open.
    const KEPT: &[&str] = &["con bao hanh", "con luu", "con han", "con hieu luc", "con su dung", "con dung", "con tot", "con moi"];
    let folded = text::fold(text);
    let kept = KEPT.iter().any(|words| folded.contains(words)) && !folded.split(' ').any(|word| matches!(word, "chua" | "thieu"));
    if kept {
        return false;
    }
    let state = || phrase::status::state(text).map(|said| said.status).filter(|_| content::says_state(text));
    text.to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| word == "chưa")
        || phrase::status::doubt(text) == Some(Doubt::Left)
        || matches!(state(), Some(Status::InProgress | Status::NotStarted))
}
