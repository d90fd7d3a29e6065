//! Lines around the rows of a table that say how its work went: "Ghi chú: việc số 2 chuyển sang học kỳ II", "Màu đỏ: chưa làm".
//!
//! They belong to no row and change no figure, so they are told.

use super::File;
use crate::finding::{self, Finding};
use crate::model::{Address, FormKind};
use crate::read::grid::Grid;
use crate::read::rows::{Line, Reason};
use crate::read::table::Table;
use crate::text;

/// What such a line opens with. Folded.
const OPENINGS: &[&str] = &["ghi chu", "luu y", "chu thich", "chu y", "giai trinh", "giai thich", "bo sung", "rieng"];
/// How far work has come, or where it went.
const STATES: &[&str] = &[
    "hoàn thành",
    "xong",
    "chưa",
    "đang",
    "chuyển sang",
    "dời",
    "lùi",
    "hoãn",
    "dừng",
    "không thực hiện",
    "không làm",
    "bỏ",
    "kéo dài",
    "gia hạn",
    "điều chỉnh",
    "thay bằng",
    "hủy",
    "huỷ",
];
/// Words before the numbers of rows, and colours that stand for a state. Folded.
const ROWS: &[&str] = &["viec", "noi dung", "muc", "stt", "tt", "dong", "nhiem vu", "tieu chi", "tc", "hoat dong", "giai phap", "y"];
const COLOURS: &[&str] = &["mau xanh", "mau do", "mau vang", "mau cam", "mau tim", "mau xam", "mau hong", "mau trang", "to mau", "boi mau"];

impl File<'_> {
    /// What stands below the first row of a table, belongs to none, and speaks of them. Of a form of ours as of any other.
    pub(super) fn remarks(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], school_id: &str) {
        if table.header.form.kind == FormKind::Assessment {
            return;
        }
        let work = lines.iter().filter_map(|line| if let Line::Data(row) = line { row.rows.last().copied() } else { None });
        let Some(last) = work.max() else { return };
        let left = lines.iter().filter_map(|line| match line {
            Line::Left { row, reason: Reason::Section | Reason::AfterTable } => table.row(*row),
            _ => None,
        });
        for row in left {
            let Some(cell) = row.cells.iter().find(|cell| speaks_of_rows(&cell.text, row.index > last)) else { continue };
            let mut told = Finding::new(&finding::REMARK_ON_WORK).of_school(school_id).raw(finding::shortened(&cell.text));
            told.cell = Some(Address::new(row.index, cell.column));
            self.on_sheet(grid, told);
        }
    }
}

/// Whether a line says of some rows how their work went. Between the rows only what opens as a note does.
fn speaks_of_rows(line: &str, below: bool) -> bool {
    let folded = text::fold(line);
    let opens = line.trim_start().starts_with(['*', '(', '-', '+']) || OPENINGS.iter().any(|opening| folded.starts_with(opening));
    (opens || below) && says_a_state(line, &folded) && (COLOURS.iter().any(|colour| folded.contains(colour)) || names_rows(&folded))
}

fn says_a_state(line: &str, folded: &str) -> bool {
    let holds = |text: &str, words: &str| {
        let whole = |(at, _): (usize, &str)| {
            let part = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
            !part(text[..at].chars().next_back()) && !part(text[at + words.len()..].chars().next())
        };
        text.match_indices(words).any(whole)
    };
    if line.is_ascii() {
        return STATES.iter().any(|words| holds(folded, &text::fold(words)));
    }
    let lower = line.to_lowercase();
    STATES.iter().any(|words| holds(&lower, words))
}

/// "việc số 2", "các nội dung 2, 3", "mục thứ 4", "tiêu chí 1.3".
fn names_rows(folded: &str) -> bool {
    ROWS.iter().any(|word| {
        folded.match_indices(word).any(|(at, _)| {
            let rest = folded[at + word.len()..].strip_prefix(' ');
            let number = rest.map(|rest| rest.strip_prefix("so ").or_else(|| rest.strip_prefix("thu ")).unwrap_or(rest));
            let begins = at == 0 || folded[..at].ends_with(' ');
            begins && number.is_some_and(|number| number.starts_with(|sign: char| sign.is_ascii_digit()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_speaks_of_rows_where_it_names_them_and_says_how_they_went() {
        for line in [
            "Ghi chú: Việc số 2 chuyển sang học kỳ II; việc số 3 đã xong tháng 11.",
            "* Lưu ý: các nội dung 2, 3 chưa thực hiện được do thiếu kinh phí",
            "Riêng tiêu chí 3.5 đang chờ phê duyệt",
            "Ghi chu: muc 4 chua lam",
            "Chú thích: màu đỏ là chưa làm, màu xanh là đã xong",
        ] {
            assert!(speaks_of_rows(line, false), "{line}");
        }
        for line in [
            "Ghi chú: đánh dấu x vào ô tương ứng",
            "* Đơn vị tính: triệu đồng",
            "Lưu ý: trường chưa có phòng học bộ môn",
            "Ghi chú: sửa chữa theo mục 3 của kế hoạch số 12",
            "II. Nội dung 2: hoàn thành thư viện",
            "HIỆU TRƯỞNG",
        ] {
            assert!(!speaks_of_rows(line, false), "{line}");
        }
        assert!(speaks_of_rows("Việc 2 dời sang tháng 3", true));
    }
}
