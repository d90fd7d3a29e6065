//! "Nội dung công việc | Ngày hoàn thành", where some rows say "Chưa thực hiện" instead of a day: on that day the work was completed, so the column
//! tells results: "Đã hoàn thành 24/12/2023". What is planned beside it, a time or who is to do it, makes it a plan's.

use std::borrow::Cow;

use super::grid::{CellKind, Grid, Row, Workbook};
use crate::model::Status;
use crate::phrase;
use crate::text;

const TITLE: &str = "Kết quả thực hiện";
/// Titles of days on which work was completed, or is to be. Folded.
const DAYS: &[&str] = &["ngay hoan thanh", "ngay xong", "ngay hoan tat", "hoan thanh ngay", "xong ngay", "ngay da hoan thanh"];
const WORKS: &[&str] = &["cong viec", "noi dung", "nhiem vu", "giai phap", "bien phap", "hoat dong", "viec"];
/// What only a plan has, and what tells results itself.
const OTHERS: &[&str] = &[
    "thoi gian",
    "thoi han",
    "han ",
    "bat dau",
    "tien do",
    "tinh trang",
    "trang thai",
    "ket qua",
    "phu trach",
    "chu tri",
    "nguoi",
    "kinh phi",
];

/// A column of days, and the rows it tells of.
struct Days {
    titles: u32,
    column: u32,
    last: u32,
}

pub(super) fn told(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(|grid| (0..grid.rows.len()).filter_map(|at| found(grid, at)).collect(), put)
}

fn found(grid: &Grid, at: usize) -> Option<Days> {
    let titles = &grid.rows[at];
    let folded: Vec<(u32, String)> = titles.cells.iter().map(|cell| (cell.column, text::fold(&cell.text))).collect();
    let bare = |title: &str| title.trim_end_matches(" thuc te").to_owned();
    let (column, title) = folded.iter().find(|(_, title)| DAYS.contains(&bare(title).as_str()))?;
    let opens = |title: &str, words: &[&str]| words.iter().any(|words| title.starts_with(words));
    let work = folded.iter().find(|(at, title)| at < column && opens(title, WORKS))?.0;
    if folded.iter().any(|(_, title)| OTHERS.iter().any(|words| title.starts_with(words) || title == words.trim_end())) {
        return None;
    }
    let next = |row: &&Row| row.get(work).is_some_and(|cell| !cell.text.is_empty());
    let rows: Vec<&Row> = grid.rows[at + 1..].iter().take_while(next).collect();
    let said: Vec<&str> =
        rows.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let open = |text: &&&str| phrase::status::word(text).is_some_and(|said| matches!(said.status, Status::NotStarted | Status::InProgress));
    let shown = said.iter().any(|text| is_day(text)) && (title != &bare(title) || said.iter().any(|text| open(&text)));
    let only = said.iter().all(|text| is_day(text) || phrase::status::word(text).is_some() || phrase::status::is_nothing(text));
    (shown && only).then(|| Days { titles: titles.index, column: *column, last: rows.last().map_or(titles.index, |row| row.index) })
}

/// "12/9/2023", "15/11", "Ngày 3/10/2023".
fn is_day(text: &str) -> bool {
    phrase::time::is_time(text) && text.contains(|letter: char| letter.is_ascii_digit()) && phrase::status::word(text).is_none()
}

fn put(grid: &mut Grid, days: &Days) {
    for row in grid.rows.iter_mut().filter(|row| (days.titles..=days.last).contains(&row.index)) {
        let is_title = row.index == days.titles;
        let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == days.column) else { continue };
        if is_title || is_day(&cell.text) {
            cell.raw = Some(cell.as_written());
            cell.text = if is_title { TITLE.to_owned() } else { format!("Đã hoàn thành {}", cell.text.trim()) };
            cell.kind = CellKind::Text;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(rows: &[&[&str]]) -> Vec<String> {
        sketch::mended(grid(rows), told)
    }

    #[test]
    fn days_beside_states_say_when_work_was_completed() {
        for title in ["Ngày hoàn thành", "Ngày hoàn thành thực tế", "Ngày xong", "NGÀY HOÀN TẤT"] {
            let rows: &[&[&str]] = &[
                &["TT", "Nội dung công việc", title],
                &["1", "a", "12/9/2023"],
                &["2", "b", "Chưa làm"],
                &["3", "c", ""],
                &["HIỆU TRƯỞNG"],
            ];
            assert_eq!(
                shown(rows),
                [
                    "0:TT 1:Nội dung công việc 2:Kết quả thực hiện",
                    "0:1 1:a 2:Đã hoàn thành 12/9/2023",
                    "0:2 1:b 2:Chưa làm",
                    "0:3 1:c",
                    "0:HIỆU TRƯỞNG"
                ]
            );
        }
        let real: &[&[&str]] = &[&["Công việc", "Ngày hoàn thành thực tế"], &["Mua sách", "12/9/2023"], &["Mua tủ", "15/11/2023"]];
        assert_eq!(shown(real)[1], "0:Mua sách 1:Đã hoàn thành 12/9/2023");
    }

    #[test]
    fn days_of_a_plan_stay() {
        let only_days: &[&[&str]] =
            &[&["TT", "Nội dung công việc", "Ngày hoàn thành"], &["1", "a", "12/9/2023"], &["2", "b", "15/11/2023"]];
        let led: &[&[&str]] = &[
            &["TT", "Công việc", "Người phụ trách", "Ngày hoàn thành"],
            &["1", "a", "Kế toán", "12/9/2023"],
            &["2", "b", "Kế toán", "Chưa làm"],
        ];
        let timed: &[&[&str]] =
            &[&["TT", "Công việc", "Hạn", "Ngày hoàn thành"], &["1", "a", "10/9/2023", "12/9/2023"], &["2", "b", "10/10/2023", "Chưa làm"]];
        let told_apart: &[&[&str]] =
            &[&["TT", "Công việc", "Tình trạng", "Ngày hoàn thành"], &["1", "a", "Xong", "12/9/2023"], &["2", "b", "Chưa làm", "Chưa làm"]];
        let words: &[&[&str]] =
            &[&["TT", "Công việc", "Ngày hoàn thành"], &["1", "a", "12/9/2023"], &["2", "b", "Chưa làm"], &["3", "c", "Mua 5 máy"]];
        let evidence: &[&[&str]] = &[&["Tiêu chí", "Minh chứng", "Ngày hoàn thành"], &["1.1", "a", "12/9/2023"], &["1.2", "b", "Chưa có"]];
        for rows in [only_days, led, timed, told_apart, words, evidence] {
            assert_eq!(shown(rows), sketch::lines(&grid(rows)), "{rows:?}");
        }
    }
}
