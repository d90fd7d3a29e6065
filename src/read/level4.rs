//! The list of Mức 4 under titles that no form knows ("Nội dung | Đạt | Không đạt", "TT | Nội dung | Tự đánh giá", "Tiêu chí | Kết quả")
//! in, the same list under those of its form out. A line above it names Mức 4, and its rows are numbered from 1.

use std::borrow::Cow;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::phrase;
use crate::text;

const ITEM: &str = "Khoản";
const CONTENT: &str = "Nội dung";
const OUTCOME: &str = "Kết quả";
/// Items that make the list; the shortest of the circulars has five, and some may stand on another page.
const FEWEST: usize = 3;
/// Rows of titles.
const TITLES: usize = 2;
/// Lines between the one that names Mức 4 and the titles.
const BETWEEN: usize = 2;
/// A longer line is a sentence about Mức 4.
const LONGEST: usize = 80;

/// The workbook, its lists of Mức 4 titled as their form has them.
pub(super) fn titled(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(lists, |grid, list| list.cells.iter().for_each(|(row, column, text)| write(grid, *row, *column, text)))
}

/// Row, column and text of every cell to be written.
struct List {
    cells: Vec<(u32, u32, String)>,
}

fn lists(grid: &Grid) -> Vec<List> {
    let named = |row: &Row| matches!(&row.cells[..], [only] if names_the_list(&only.text));
    // "Năm học 2023-2024" may stand between.
    let between = |at: usize| grid.rows[at + 1..].iter().take(BETWEEN).take_while(|row| row.cells.len() == 1).count();
    let below = |at: usize| {
        let tables = [at + 1, at + 1 + between(at)];
        let found = tables.into_iter().find_map(|first| (1..=TITLES).find_map(|height| list(grid, first, height)));
        found.or_else(|| told(&grid.rows[at], &grid.rows[at + 1..]))
    };
    (0..grid.rows.len()).filter(|at| named(&grid.rows[*at])).filter_map(below).collect()
}

/// "2. Đánh giá tiêu chí Mức 4", "C. MỨC 4", and not "Mức 1, 2, 3 và 4" nor "Trường đạt Mức 4".
fn names_the_list(line: &str) -> bool {
    if text::has_more_letters(line, LONGEST) {
        return false;
    }
    let folded = text::fold(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let Some(at) = words.windows(2).position(|pair| pair == ["muc", "4"]) else { return false };
    let states = words[..at].last() == Some(&"dat");
    let others =
        words[at + 2..].iter().any(|word| matches!(*word, "1" | "2" | "3")) || words.iter().filter(|word| **word == "muc").count() > 1;
    !states && !others
}

/// "- Khoản 1: Thư viện đạt chuẩn: Đạt", "Khoản 2 - Không đạt" in lines below the one that names Mức 4: that one becomes the titles, each line
/// an item and its mark.
fn told(heading: &Row, below: &[Row]) -> Option<List> {
    let line = |row: &Row, at: u8| {
        let [only] = &row.cells[..] else { return None };
        let text = only.text.trim_start_matches(['-', '–', '+', '•', '*', ' ']);
        let (item, mark) =
            text.rsplit_once([':', '-', '–', '(']).map(|(item, mark)| (item, mark.trim().trim_end_matches(['.', ';', ')'])))?;
        let named = text::fold(text).starts_with("khoan ") && number_of(item) == Some(at);
        (named && phrase::mark::word(mark).is_some()).then(|| (row.index, only.column, item.trim().to_owned(), mark.to_owned()))
    };
    let items: Vec<_> = below.iter().zip(1u8..).map_while(|(row, at)| line(row, at)).collect();
    if items.len() < FEWEST {
        return None;
    }
    let (_, column, ..) = items[0];
    let titles = [(heading.index, column, ITEM.to_owned()), (heading.index, column + 1, OUTCOME.to_owned())];
    let cells = items.into_iter().flat_map(|(row, column, item, mark)| [(row, column, item), (row, column + 1, mark)]);
    Some(List { cells: titles.into_iter().chain(cells).collect() })
}

/// `2` of "Khoản 2, Điều 22: Sân vườn".
fn number_of(item: &str) -> Option<u8> {
    number(item.split([':', ',']).next().unwrap_or_default())
}

/// The list whose titles are the rows from `first` on.
fn list(grid: &Grid, first: usize, height: usize) -> Option<List> {
    let heads = grid.rows.get(first..first + height)?;
    let of_titles = |row: &Row| row.cells.len() >= 2 && row.is_worded() && row.cells.iter().all(|cell| number(&cell.text).is_none());
    let items: &[Row] = grid.rows.get(first + height..)?;
    if !heads.iter().all(of_titles) {
        return None;
    }
    let title = |column: u32| heads.iter().rev().find_map(|row| Some((row.index, row.get(column)?)));
    let columns: Vec<u32> = heads.iter().flat_map(|row| &row.cells).map(|cell| cell.column).collect();
    let counted = |column: u32| {
        items.iter().zip(1u8..).take_while(|(row, at)| row.get(column).and_then(|cell| number(&cell.text)) == Some(*at)).count()
    };
    // A number before the words of the circular counts for less than those words with a number of their own.
    let worded = |column: u32| items.first().and_then(|row| row.get(column)).is_some_and(|cell| cell.text.chars().any(char::is_alphabetic));
    let item = columns
        .iter()
        .copied()
        .filter(|column| counted(*column) >= FEWEST)
        .max_by_key(|column| (worded(*column), std::cmp::Reverse(*column)))?;
    let items = &items[..counted(item)];
    let marked = |column: u32| {
        let cells = || items.iter().filter_map(|row| row.get(column));
        column != item && cells().count() > 0 && cells().all(|cell| phrase::mark::parse(&cell.text).is_some())
    };
    let judged = |words: &[&str]| {
        columns.iter().any(|column| title(*column).is_some_and(|(_, cell)| words.contains(&text::fold(&cell.text).as_str())))
    };
    let (row, named) = heads.iter().find_map(|row| Some((row.index, row.get(item)?)))?;
    let mut titles = vec![(row, item, ITEM)];
    if !(judged(&["dat"]) && judged(&["khong dat", "chua dat", "kd"])) {
        let mut outcomes = columns.iter().copied().filter(|column| marked(*column));
        let outcome = outcomes.next().filter(|_| outcomes.next().is_none())?;
        // Every item is judged there: a column of ticks alone would leave open what an empty cell says.
        let whole = items.iter().all(|row| row.get(outcome).is_some_and(|cell| phrase::mark::word(&cell.text).is_some()));
        let (row, _) = title(outcome).filter(|_| whole)?;
        titles.push((row, outcome, OUTCOME));
    }
    let told = |column: u32| items.iter().filter_map(|row| row.get(column)).any(|cell| text::has_more_letters(&cell.text, 12));
    let contents = columns.iter().copied().find(|column| *column != item && told(*column) && !marked(*column));
    titles.extend(contents.and_then(|column| Some((title(column)?.0, column, CONTENT))));
    // "1. Thư viện" would be a work of its own.
    let bare = items
        .iter()
        .filter_map(|row| Some((row.index, row.get(item)?)))
        .filter(|(_, cell)| cell.text.trim_start().starts_with(|sign: char| sign.is_ascii_digit()));
    let named_items = bare
        .filter(|(_, cell)| worded(item) && cell.text.contains(char::is_alphabetic))
        .map(|(row, cell)| (row, item, format!("{ITEM} {}", cell.text.trim_start())));
    let is_known = text::fold(&named.text).starts_with("khoan");
    let titles = titles.into_iter().filter(|_| !is_known).map(|(row, column, title)| (row, column, title.to_owned()));
    let cells: Vec<_> = titles.chain(named_items).collect();
    (!cells.is_empty()).then_some(List { cells })
}

/// `2` of "Khoản 2, Điều 22", "Tiêu chí 2: …", "2", "2.", "2. Thư viện đạt chuẩn".
fn number(text: &str) -> Option<u8> {
    const WORDS: &[&str] = &["khoan ", "tieu chi ", "danh gia khoan ", "k ", "tc "];
    let folded = text::fold(text);
    // "Điều 22 khoản 1", "Điều 22, khoản 1"
    let article = folded.strip_prefix("dieu ").and_then(|behind| behind.split_once(' ')).map(|(_, behind)| behind);
    let folded = article.filter(|behind| behind.starts_with("khoan ")).unwrap_or(&folded);
    let named = WORDS.iter().find_map(|word| folded.strip_prefix(word));
    let rest = named.unwrap_or(folded);
    let digits = rest.split(' ').next().unwrap_or_default();
    let alone = named.is_some() || rest == digits || is_numbered(text, digits);
    digits.parse().ok().filter(|number| alone && (1..=9).contains(number))
}

/// "2. Thư viện", "2) 100% học sinh", and not "2 phòng", "2.1. Phòng học" nor "2-3 phòng".
fn is_numbered(text: &str, digits: &str) -> bool {
    let words = text.trim_start().strip_prefix(digits).and_then(|rest| rest.trim_start().strip_prefix(['.', ')', ':', '/']));
    words.is_some_and(|words| {
        words.starts_with(|sign: char| sign.is_whitespace() || sign.is_alphabetic()) && words.contains(char::is_alphabetic)
    })
}

fn write(grid: &mut Grid, row: u32, column: u32, title: &str) {
    let Ok(at) = grid.rows.binary_search_by_key(&row, |row| row.index) else { return };
    let cells = &mut grid.rows[at].cells;
    match cells.binary_search_by_key(&column, |cell| cell.column) {
        Ok(at) => {
            let cell = &mut cells[at];
            if title.strip_prefix(ITEM).is_some_and(|item| !item.is_empty()) && cell.text != title {
                cell.raw.get_or_insert_with(|| cell.text.clone());
            }
            title.clone_into(&mut cell.text);
        }
        Err(at) => cells.insert(at, Cell { column, text: title.to_owned(), raw: None, kind: CellKind::Text }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::sketch::{grid, mended};
    use super::*;

    fn titles(rows: &[&[&str]]) -> String {
        mended(grid(rows), titled)[1].clone()
    }

    #[test]
    fn numbered_rows_below_a_line_that_names_the_level_are_its_items() {
        let rows = ["Khoản 1: Thư viện", "Khoản 2: Sân", "Khoản 3: Kết quả"];
        let list = |head: &[&str], row: fn(&'static str) -> Vec<&'static str>| {
            let rows: Vec<Vec<&str>> = rows.iter().map(|text| row(text)).collect();
            let mut all: Vec<&[&str]> = vec![&["2. Đánh giá tiêu chí Mức 4"], head];
            all.extend(rows.iter().map(Vec::as_slice));
            titles(&all)
        };
        assert_eq!(list(&["Nội dung", "Đạt", "Không đạt"], |text| vec![text, "x", ""]), "0:Khoản 1:Đạt 2:Không đạt");
        assert_eq!(list(&["Tiêu chí", "Kết quả"], |text| vec![text, "Đạt"]), "0:Khoản 1:Kết quả");
        let by_article: &[&[&str]] = &[
            &["MỨC 4"],
            &["Nội dung", "Đạt", "Không đạt"],
            &["Điều 22 khoản 1", "x", ""],
            &["Điều 22 khoản 2", "", "x"],
            &["Điều 22, khoản 3", "x", ""],
        ];
        assert_eq!(titles(by_article), "0:Khoản 1:Đạt 2:Không đạt");
        assert_eq!(list(&["Yêu cầu", "Trường tự xếp"], |text| vec![text, "Không đạt"]), "0:Khoản 1:Kết quả");
        let under_year: &[&[&str]] = &[
            &["ĐÁNH GIÁ TIÊU CHÍ MỨC 4"],
            &["Năm học 2023-2024"],
            &["TT", "Nội dung khoản (Điều 22 Thông tư 18/2018/TT-BGDĐT)", "Kết luận"],
            &["1", "Thư viện đạt chuẩn", "Đã đạt"],
            &["2", "Sân vườn rộng rãi", "Chưa đạt"],
            &["3", "Kết quả vượt trội", "Đã đạt"],
        ];
        assert_eq!(mended(grid(under_year), titled)[2], "0:Khoản 1:Nội dung 2:Kết quả");
    }

    #[test]
    fn items_numbered_as_the_circular_numbers_them_are_items() {
        let items = ["1. Kế hoạch giáo dục", "2. 100% học sinh khó khăn", "3) Thư viện"];
        let list = |title: &'static str, items: [&'static str; 3]| {
            let rows = items.map(|item| vec![item, "x", ""]);
            let mut all: Vec<&[&str]> = vec![&["2. Mức 4"]];
            let head = [title, "Đạt", "Không đạt"];
            all.push(&head);
            all.extend(rows.iter().map(Vec::as_slice));
            mended(grid(&all), titled)[1..].to_vec()
        };
        let read = ["0:Khoản 1. Kế hoạch giáo dục 1:x", "0:Khoản 2. 100% học sinh khó khăn 1:x", "0:Khoản 3) Thư viện 1:x"];
        assert_eq!(list("Nội dung", items)[1..], read);
        assert_eq!(list("Nội dung", items)[0], "0:Khoản 1:Đạt 2:Không đạt");
        assert_eq!(list("Khoản", items)[1..], read);
        // Not "1 phòng" nor "1.1. Phòng học".
        for others in [["1 thư viện", "2 sân", "3 phòng"], ["1.1. Thư viện", "1.2. Sân", "1.3. Phòng"]] {
            let kept: Vec<String> = others.iter().map(|item| format!("0:{item} 1:x")).collect();
            assert_eq!(list("Nội dung", others)[1..], kept);
        }
        let works: &[&[&str]] =
            &[&["MỨC 4"], &["Công việc", "Người làm"], &["1. Mua sách", "Lan"], &["2. Sơn tường", "Hoa"], &["3. Xây sân", "Lan"]];
        assert_eq!(mended(grid(works), titled)[2], "0:1. Mua sách 1:Lan");
    }

    #[test]
    fn items_may_be_told_in_lines() {
        let lines: &[&[&str]] =
            &[&["Đánh giá Mức 4:"], &["- Khoản 1: Thư viện: Đạt"], &["- Khoản 2, Điều 22: Sân - vườn: Không đạt."], &["- Khoản 3 (Đạt)"]];
        let expected = ["0:Khoản 1:Kết quả", "0:Khoản 1: Thư viện 1:Đạt", "0:Khoản 2, Điều 22: Sân - vườn 1:Không đạt", "0:Khoản 3 1:Đạt"];
        assert_eq!(mended(grid(lines), titled), expected);
        let open: &[&[&str]] = &[&["MỨC 4"], &["Khoản 1: Thư viện"], &["Khoản 2: Sân vườn"], &["Khoản 3: Kết quả"]];
        assert_eq!(mended(grid(open), titled)[1], "0:Khoản 1: Thư viện");
    }

    #[test]
    fn what_is_no_list_keeps_its_titles() {
        let numbered: &[&[&str]] = &[
            &["MỨC 4"],
            &["TT", "Nội dung", "Tự đánh giá"],
            &["1", "Thư viện đạt chuẩn", "Đạt"],
            &["2", "Sân vườn rộng rãi", "Đạt"],
            &["3", "Kết quả vượt trội", "Đạt"],
        ];
        assert_eq!(titles(numbered), "0:Khoản 1:Nội dung 2:Kết quả");
        let planned: &[&[&str]] = &[
            &["MỨC 4"],
            &["TT", "Công việc", "Người làm"],
            &["1", "Mua sách", "Lan"],
            &["2", "Sơn tường", "Hoa"],
            &["3", "Xây sân", "Lan"],
        ];
        assert_eq!(titles(planned), "0:TT 1:Công việc 2:Người làm");
        for line in ["Trường đạt Mức 4", "Đánh giá Mức 1, Mức 2, Mức 3 và Mức 4", "Mức 3"] {
            assert!(!names_the_list(line), "{line}");
        }
    }
}
