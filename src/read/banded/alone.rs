//! One state alone over a list of works that stand elsewhere in the workbook, too: "CÁC CÔNG VIỆC CHƯA THỰC HIỆN" over "TT | Nội dung | Lý do"
//! → a column with that state. That the works are those of the plan shows that the title speaks of what became of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, TITLE, WORKS, finding, state};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::read::stood::Stood;
use crate::text;

/// Lines between the title and the table: whose list it is, and of which year.
const MOST_LINES: usize = 4;
/// Folded openings of titles that only a plan or another telling of states has.
const OTHERS: &[&str] = &[
    "thoi gian",
    "thoi han",
    "han",
    "ngay",
    "tinh trang",
    "trang thai",
    "ket qua",
    "tien do",
    "da ",
    "dang ",
    "chua ",
    "hoan thanh",
    "muc do",
];

struct Alone {
    at: Address,
    words: String,
    titles: u32,
    rows: Vec<u32>,
    column: u32,
}

/// The workbook, the state beside the works it stands over; by sheet what is to be told of it, and where the state stands.
pub(in crate::read) fn gathered(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>, Stood) {
    let (mut told, mut stood) = (Vec::new(), Stood::default());
    let found: Vec<Vec<Alone>> = (0..workbook.grids.len()).map(|sheet| found(workbook, sheet).into_iter().collect()).collect();
    for (sheet, alone) in found.iter().enumerate().flat_map(|(sheet, found)| found.iter().map(move |alone| (sheet, alone))) {
        let finding =
            Finding::new(&finding::STATE_FROM_TITLE).with("count", alone.rows.len()).with("states", &alone.words).with("besides", "");
        told.push((sheet, Finding { cell: Some(alone.at), ..finding }));
        let cells: BTreeMap<Address, Address> = alone.rows.iter().map(|row| (Address::new(*row, alone.column), alone.at)).collect();
        stood.add(&workbook.grids[sheet].name, cells);
    }
    (workbook.mended_where(&found, put), told, stood)
}

fn found(workbook: &Workbook, sheet: usize) -> Option<Alone> {
    let grid = &workbook.grids[sheet];
    let titled = grid.rows.iter().enumerate().filter_map(|(place, row)| Some((place, named(row)?)));
    let [(place, words)] = &titled.collect::<Vec<_>>()[..] else { return None };
    let below = &grid.rows[place + 1..];
    let lines = below.iter().take(MOST_LINES).take_while(|row| row.cells.len() == 1).count();
    let titles = below.get(lines)?;
    let folded: Vec<(u32, String)> = titles.cells.iter().map(|cell| (cell.column, text::fold(&cell.text))).collect();
    let opens = |title: &str, words: &[&str]| words.iter().any(|words| title.starts_with(words));
    let work = folded.iter().find(|(_, title)| opens(title, WORKS))?.0;
    if folded.len() < 2 || folded.iter().any(|(_, title)| opens(title, OTHERS)) {
        return None;
    }
    let body: Vec<&Row> = below[lines + 1..].iter().take_while(|row| row.get(work).is_some_and(|cell| !cell.text.is_empty())).collect();
    let (first, last) = (grid.rows[*place].index, body.last()?.index);
    let elsewhere: BTreeSet<String> = workbook
        .grids
        .iter()
        .enumerate()
        .flat_map(|(at, grid)| grid.rows.iter().filter(move |row| at != sheet || !(first..=last).contains(&row.index)))
        .filter(|row| row.cells.len() > 1)
        .flat_map(|row| &row.cells)
        .map(|cell| bare(&cell.text))
        .collect();
    // "Sơn lại tường rào của nhà trường": with a word more it is the same work.
    let goes_on = |text: &str| {
        let words = text.match_indices(' ').skip(2).map(|(at, _)| &text[..at]);
        words.into_iter().any(|opening| elsewhere.contains(opening))
    };
    let is_known = |text: String| elsewhere.contains(&text) || goes_on(&text);
    let known = body.iter().filter_map(|row| row.get(work)).filter(|cell| is_known(bare(&cell.text))).count();
    let column = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max()? + 1;
    (known > 0 && known * 2 >= body.len()).then(|| Alone {
        at: Address::new(first, grid.rows[*place].cells[0].column),
        words: words.clone(),
        titles: titles.index,
        rows: body.iter().map(|row| row.index).collect(),
        column,
    })
}

/// "DANH SÁCH CÁC CÔNG VIỆC CHƯA THỰC HIỆN", "III. Những việc đã hoàn thành": the state of works that a row alone names.
fn named(row: &Row) -> Option<String> {
    const LISTS: &[&str] = &["danh sach", "danh muc", "bang", "thong ke", "tong hop"];
    const PERIODS: &[&str] = &["hoc ky", "hki", "hk1", "hk2", "hkii", "nam hoc", "trong", "den"];
    let [only] = &row.cells[..] else { return None };
    let folded = text::fold(&only.text);
    let listed = LISTS.iter().find(|list| folded.starts_with(**list)).map_or(0, |list| list.split(' ').count());
    let words: Vec<&str> = only.text.split_whitespace().skip(listed).collect();
    let of_works = |word: &&str| matches!(text::fold(word).as_str(), "viec" | "dung" | "vu" | "phap");
    let noun = words.iter().take(6).position(of_works)?;
    // "… chưa thực hiện trong học kỳ I": which half it speaks of is no part of the state.
    let until = (noun + 1..words.len()).find(|at| PERIODS.iter().any(|period| text::fold(&words[*at..].join(" ")).starts_with(period)));
    state(&words[..until.unwrap_or(words.len())].join(" ")).map(|(_, words)| words)
}

/// What a list has before and behind a work is none of its words.
fn bare(text: &str) -> String {
    text::fold(text.trim_matches(['-', '+', '*', '.', ';', ',', ' ']))
}

fn put(grid: &mut Grid, alone: &Alone) {
    // The works are the plan's, so the list tells what became of the plan, whatever it is called.
    const PAPER: &str = "Kết quả thực hiện kế hoạch cải tiến chất lượng";
    for row in &mut grid.rows {
        if row.index == alone.at.row {
            row.cells[0].raw = Some(row.cells[0].as_written());
            row.cells[0].text = PAPER.to_owned();
        }
        let text = if row.index == alone.titles {
            TITLE.to_owned()
        } else if alone.rows.contains(&row.index) {
            alone.words.clone()
        } else {
            continue;
        };
        row.cells.push(Cell { column: alone.column, text, raw: None, kind: CellKind::Text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    const PLAN: &[&[&str]] = &[&["TT", "Nội dung công việc", "Thời gian"], &["1", "Mua sách", "10/2023"], &["2", "Mua tủ", "11/2023"]];

    fn last(title: &str, titles: &[&str], works: &[&[&str]]) -> Vec<String> {
        let heading = [title];
        let below: Vec<&[&str]> = [&heading[..], titles].into_iter().chain(works.iter().copied()).collect();
        sketch::mended(grid(&[PLAN, &below].concat()), |workbook| gathered(workbook).0).split_off(PLAN.len())
    }

    #[test]
    fn a_list_of_works_of_the_plan_has_the_state_in_its_title() {
        for (title, state) in [
            ("DANH SÁCH CÁC CÔNG VIỆC CHƯA THỰC HIỆN", "Chưa thực hiện"),
            ("CÁC CÔNG VIỆC ĐÃ HOÀN THÀNH", "Đã hoàn thành"),
            ("Những việc đang thực hiện:", "Đang thực hiện"),
            ("Danh mục nội dung chưa triển khai trong học kỳ I", "Chưa triển khai"),
        ] {
            let read = last(title, &["TT", "Nội dung", "Lý do"], &[&["2", "- Mua tủ.", "Thiếu kinh phí"]]);
            assert_eq!(
                read[1..],
                ["0:TT 1:Nội dung 2:Lý do 3:Tình trạng".to_owned(), format!("0:2 1:- Mua tủ. 2:Thiếu kinh phí 3:{state}")],
                "{title}"
            );
        }
    }

    #[test]
    fn titles_of_other_lists_give_no_state() {
        let stays = |title: &str, titles: &[&str], works: &[&[&str]]| {
            let read = last(title, titles, works);
            assert!(!read.iter().any(|row| row.contains(":Tình trạng") || row.contains("3:")), "{title}: {read:?}");
        };
        let titles = &["TT", "Nội dung", "Lý do"];
        // Works of which no plan speaks; a state alone; what is to be done; other things.
        stays("CÁC CÔNG VIỆC ĐÃ HOÀN THÀNH", titles, &[&["1", "Xây trường", "b"], &["2", "Lát sân", "b"]]);
        stays("Chưa thực hiện", titles, &[&["2", "Mua tủ", "b"]]);
        stays("CÁC CÔNG VIỆC CẦN THỰC HIỆN", titles, &[&["2", "Mua tủ", "b"]]);
        stays("KẾT QUẢ CÁC CÔNG VIỆC", titles, &[&["2", "Mua tủ", "b"]]);
        stays("CÁC CÔNG VIỆC CHƯA THỰC HIỆN", &["TT", "Nội dung", "Thời gian"], &[&["2", "Mua tủ", "1/2024"]]);
        stays("CÁC CÔNG VIỆC CHƯA THỰC HIỆN", &["TT", "Minh chứng", "Lý do"], &[&["2", "Mua tủ", "b"]]);
    }
}
