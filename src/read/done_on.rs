//! "Nội dung công việc | Ngày hoàn thành", where some rows say "Chưa thực hiện" instead of a day: on that day the work was completed, so the column
//! tells results: "Đã hoàn thành 24/12/2023". What is planned beside it, a time or who is to do it, makes it a plan's.

use std::borrow::Cow;

use super::grid::{CellKind, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::{Address, Status};
use crate::phrase;
use crate::text;

const TITLE: &str = "Kết quả thực hiện";
/// Titles of days on which work was completed, or is to be. Folded.
const DAYS: &[&str] = &["ngay hoan thanh", "ngay xong", "ngay hoan tat", "hoan thanh ngay", "xong ngay", "ngay da hoan thanh"];
const WORKS: &[&str] = &["cong viec", "noi dung", "nhiem vu", "giai phap", "bien phap", "hoat dong", "viec"];
/// What only a plan has.
const OF_PLAN: &[&str] = &["thoi gian", "thoi han", "han ", "bat dau", "phu trach", "chu tri", "nguoi", "kinh phi"];
/// What tells results itself.
const OF_RESULT: &[&str] = &["tien do", "tinh trang", "trang thai", "ket qua"];
/// By when work is to be done: beside it the day is the one on which it was.
const LIMITS: &[&str] = &["han ", "thoi han", "ngay du kien", "du kien", "thoi gian du kien", "ngay phai xong"];

/// A column of days, and the rows it tells of.
struct Days {
    titles: u32,
    column: u32,
    last: u32,
    /// Its title, where that may as well be said of what is planned.
    doubted: Option<String>,
}

impl Days {
    fn doubt(&self) -> Option<Finding> {
        let told = Finding::new(&finding::COLUMN_BY_CONTENT).raw(self.doubted.as_ref()?).with("column", Address::letters(self.column));
        Some(Finding { cell: Some(Address::new(self.titles, self.column)), ..told.field(TITLE) })
    }
}

/// The workbook, such days told as results; by sheet the columns whose titles do not say so themselves.
pub(super) fn told(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Days>> = workbook.grids.iter().map(|grid| (0..grid.rows.len()).filter_map(|at| found(grid, at)).collect()).collect();
    let of_sheet =
        |(sheet, found): (usize, &Vec<Days>)| found.iter().filter_map(Days::doubt).map(move |told| (sheet, told)).collect::<Vec<_>>();
    let doubts = found.iter().enumerate().flat_map(of_sheet).collect();
    (workbook.mended_where(&found, put), doubts)
}

/// "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG" over the titles, and nothing that speaks of results: the days are those of the plan.
fn is_planned(above: &[Row]) -> bool {
    const RESULTS: &[&str] = &["ket qua", "bao cao", "tinh hinh", "tien do", "da "];
    let lines = || above.iter().filter(|row| row.cells.len() == 1).map(|row| text::fold(&row.cells[0].text));
    lines().any(|line| line.contains("ke hoach")) && !lines().any(|line| RESULTS.iter().any(|words| line.contains(words)))
}

fn found(grid: &Grid, at: usize) -> Option<Days> {
    let titles = &grid.rows[at];
    let folded: Vec<(u32, String)> = titles.cells.iter().map(|cell| (cell.column, text::fold(&cell.text))).collect();
    let bare = |title: &str| title.trim_end_matches(" thuc te").to_owned();
    let (column, title) = folded.iter().find(|(_, title)| DAYS.contains(&bare(title).as_str()))?;
    let opens = |title: &str, words: &[&str]| words.iter().any(|words| title.starts_with(words));
    let work = folded.iter().find(|(at, title)| at < column && opens(title, WORKS))?.0;
    let is_one = |title: &str, words: &[&str]| opens(title, words) || words.iter().any(|words| title == words.trim_end());
    let says_so = *title != bare(title) || title.contains(" da ");
    let limited = folded.iter().any(|(at, title)| at < column && is_one(title, LIMITS) && !title.starts_with("han che"));
    let begun = folded.iter().any(|(_, title)| title.contains("bat dau"));
    let of_plan = !says_so && (!limited || begun);
    if folded.iter().any(|(_, title)| is_one(title, OF_RESULT) || of_plan && is_one(title, OF_PLAN)) {
        return None;
    }
    let next = |row: &&Row| row.get(work).is_some_and(|cell| !cell.text.is_empty());
    let rows: Vec<&Row> = grid.rows[at + 1..].iter().take_while(next).collect();
    let said: Vec<&str> =
        rows.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let open = |text: &&&str| phrase::status::word(text).is_some_and(|said| matches!(said.status, Status::NotStarted | Status::InProgress));
    // A plan gives every work its day; what has been done of it lacks some.
    let partial = said.len() < rows.len() || said.iter().any(|text| open(&text));
    if !(says_so || limited && partial) && is_planned(&grid.rows[..at]) {
        return None;
    }
    let shown = said.iter().any(|text| is_day(text)) && (says_so || limited || said.iter().any(|text| open(&text)));
    let only = said.iter().all(|text| is_day(text) || phrase::status::word(text).is_some() || phrase::status::is_nothing(text));
    let doubted = titles.get(*column).filter(|_| !says_so).map(|cell| cell.text.clone());
    (shown && only).then(|| Days {
        titles: titles.index,
        column: *column,
        last: rows.last().map_or(titles.index, |row| row.index),
        doubted,
    })
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
        sketch::mended(grid(rows), |workbook| told(workbook).0)
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
    fn a_day_beside_the_limit_is_the_one_on_which_it_was_done() {
        for [limit, title] in [["Hạn", "Ngày hoàn thành"], ["Thời hạn", "Ngày xong"], ["Hạn hoàn thành", "Ngày hoàn thành thực tế"]]
        {
            let rows: &[&[&str]] = &[
                &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"],
                &["TT", "Công việc", limit, "Người phụ trách", title],
                &["1", "a", "10/9/2023", "HT", "12/9/2023"],
                &["2", "b", "10/10/2023", "HT", ""],
            ];
            let read = shown(rows);
            assert_eq!(read[2], "0:1 1:a 2:10/9/2023 3:HT 4:Đã hoàn thành 12/9/2023", "{title}");
            assert_eq!(read[3], "0:2 1:b 2:10/10/2023 3:HT");
        }
    }

    #[test]
    fn a_title_that_may_be_of_a_plan_is_told_or_below_its_name_left_to_it() {
        let below = |line: &str, title: &str| {
            let titles = ["TT", "Nội dung công việc", title];
            let rows: &[&[&str]] = &[&[line], &titles, &["1", "a", "12/9/2023"], &["2", "b", "Chưa làm"]];
            let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
            let (mended, doubts) = told(&workbook);
            (mended.grids[0].text(Address::new(2, 2)).to_owned(), doubts.len())
        };
        let read = "Đã hoàn thành 12/9/2023".to_owned();
        assert_eq!(below("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Ngày hoàn thành"), ("12/9/2023".to_owned(), 0));
        assert_eq!(below("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Ngày hoàn thành thực tế"), (read.clone(), 0));
        assert_eq!(below("KẾT QUẢ THỰC HIỆN KẾ HOẠCH", "Ngày hoàn thành"), (read.clone(), 1));
        assert_eq!(below("TRƯỜNG THCS HOA SEN", "Ngày xong"), (read, 1));
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
        let timed: &[&[&str]] = &[
            &["TT", "Công việc", "Bắt đầu", "Ngày hoàn thành"],
            &["1", "a", "10/9/2023", "12/9/2023"],
            &["2", "b", "10/10/2023", "Chưa làm"],
        ];
        let told_apart: &[&[&str]] =
            &[&["TT", "Công việc", "Tình trạng", "Ngày hoàn thành"], &["1", "a", "Xong", "12/9/2023"], &["2", "b", "Chưa làm", "Chưa làm"]];
        let words: &[&[&str]] =
            &[&["TT", "Công việc", "Ngày hoàn thành"], &["1", "a", "12/9/2023"], &["2", "b", "Chưa làm"], &["3", "c", "Mua 5 máy"]];
        let weak: &[&[&str]] = &[
            &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"],
            &["Tiêu chí", "Hạn chế", "Biện pháp", "Ngày hoàn thành"],
            &["1.1", "x", "a", "12/9/2023"],
            &["1.2", "y", "b", "15/11/2023"],
        ];
        let whole: &[&[&str]] = &[
            &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"],
            &["TT", "Công việc", "Thời hạn", "Ngày hoàn thành"],
            &["1", "a", "Quý IV/2023", "12/9/2023"],
            &["2", "b", "HKII", "20/4/2024"],
        ];
        let evidence: &[&[&str]] = &[&["Tiêu chí", "Minh chứng", "Ngày hoàn thành"], &["1.1", "a", "12/9/2023"], &["1.2", "b", "Chưa có"]];
        for rows in [only_days, led, timed, told_apart, words, weak, whole, evidence] {
            assert_eq!(shown(rows), sketch::lines(&grid(rows)), "{rows:?}");
        }
    }
}
