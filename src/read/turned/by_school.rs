//! Levels of several schools in one table, as an office or the form it asks with puts them together, in; for each school its slips out: a row
//! for each school and its criteria across ("Tên trường | 1.1 | 1.2"), or a row for each criterion and the schools across.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Address, Criterion, FormKind};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{Mark, Verdict};
use crate::read::content;
use crate::read::grid::{Cell, Grid, Row};
use crate::read::header::is_sending;
use crate::read::slip::Slip;
use crate::text;

use super::asked::{asked, asks_for_the_school};
use super::counts_of_schools;
use super::of_school::{Collected, OfSchool, Resent, Unused, names_down, names_school};
use super::resent::{self, Answer};

/// Titles side by side that make such a table.
const FEWEST: usize = 2;

/// The schools from above downwards or from left to right, and the sheet without their rows. `None` where there are none.
pub(in crate::read) fn taken(grid: &Grid) -> Option<(Collected, Grid)> {
    let mut collected = Collected::default();
    for (at, titles) in grid.rows.iter().enumerate() {
        if !collected.used.contains(&titles.index) {
            let below = &grid.rows[at + 1..];
            let _ = rows_of_schools(grid, titles, below, &mut collected)
                .or_else(|| columns_of_schools(grid, titles, below, &mut collected))
                .or_else(|| counts_of_schools::rows(grid, at, &mut collected));
        }
    }
    if collected.schools.is_empty() {
        return None;
    }
    let mut rest = grid.clone();
    rest.rows.retain(|row| !collected.used.contains(&row.index));
    Some((collected, rest))
}

/// "Tên trường | 1.1 | 1.2" over a row for each school.
fn rows_of_schools(grid: &Grid, titles: &Row, below: &[Row], collected: &mut Collected) -> Option<()> {
    let codes: BTreeMap<u32, Criterion> = titles.cells.iter().filter_map(|cell| Some((cell.column, asked(&cell.text)?))).collect();
    let rises = codes.values().zip(codes.values().skip(1)).all(|(one, next)| one < next);
    if codes.len() < FEWEST || !rises {
        return None;
    }
    let levels_in =
        |row: &Row| row.cells.iter().filter(|cell| codes.contains_key(&cell.column)).filter(|cell| is_level(&cell.text)).count();
    let rows: Vec<&Row> = below.iter().take_while(|row| levels_in(row) > 0).collect();
    let names = names_down(&rows, |column| !codes.contains_key(&column))?;
    let filled = rows.iter().flat_map(|row| &row.cells).filter(|cell| codes.contains_key(&cell.column)).count();
    if rows.iter().map(|row| levels_in(row)).sum::<usize>() * 2 < filled {
        return None;
    }
    let reached = titles.cells.iter().map(|cell| (cell.column, &cell.text)).filter(|(column, _)| *column != names);
    let mut reached = reached.filter(|(_, title)| asks_for_the_school(title)).map(|(column, _)| column);
    let reached = reached.next().filter(|_| reached.next().is_none());
    let level_at = |cell: &Cell| if let Some(Reached::Up(level)) = phrase::levels::reached(&cell.text) { Some(level) } else { None };
    let mut schools = Vec::new();
    for row in &rows {
        let whole = reached.and_then(|column| Some((Address::new(row.index, column), level_at(row.get(column)?)?)));
        let slips = codes.iter().map(|(column, criterion)| slip(grid, *criterion, Address::new(row.index, *column))).collect();
        let name = row.get(names).map(|cell| cell.text.clone()).unwrap_or_default();
        schools.push(OfSchool { name: (Address::new(row.index, names), name), slips, reached: whole, counts: Vec::new() });
    }
    if let Some(sending) = titles.cells.iter().find(|cell| is_sending(&text::fold(&cell.text))) {
        let text = |row: &Row, column: u32| row.get(column).map(|cell| cell.text.clone()).unwrap_or_default();
        let places = titles.cells.iter().filter(|cell| cell.column != names && resent::asks_for_place(&text::fold(&cell.text)));
        let places: Vec<u32> = places.map(|cell| cell.column).filter(|column| !codes.contains_key(column)).collect();
        let place = |row: &Row| places.iter().map(|column| text(row, *column)).collect::<Vec<_>>().join(" ");
        let answer = |row: &&Row| Answer { row: row.index, school: text(row, names), place: place(row), sent: text(row, sending.column) };
        schools = collected.last_answers(schools, &rows.iter().map(answer).collect::<Vec<_>>());
    }
    collected.schools.extend(schools);
    let is_read = |column: u32| rows.iter().filter_map(|row| row.get(column)).all(|cell| level_at(cell).is_some());
    let reached = reached.filter(|column| is_read(*column));
    collected.leave(titles, &rows, |column| column == names || Some(column) == reached || codes.contains_key(&column));
    Some(())
}

/// "Tiêu chí | THCS Hoa Sen | THCS Sao Mai" over a row for each criterion; under each school its level, or marks under "Mức 1 | Mức 2 | Mức 3".
fn columns_of_schools(grid: &Grid, titles: &Row, below: &[Row], collected: &mut Collected) -> Option<()> {
    let schools: Vec<&Cell> = titles.cells.iter().filter(|cell| names_school(&cell.text)).collect();
    let distinct: BTreeSet<String> = schools.iter().map(|cell| text::fold(&cell.text)).collect();
    let first = schools.first()?.column;
    if schools.len() < FEWEST || distinct.len() < schools.len() {
        return None;
    }
    let of_levels = below.first().map(|row| levels_under(&schools, row)).filter(|of| of.iter().all(|levels| levels.len() >= FEWEST));
    let below = if of_levels.is_some() { &below[1..] } else { below };
    let columns: Vec<Vec<(u32, Option<u8>)>> = match &of_levels {
        Some(of) => of.iter().map(|levels| levels.iter().map(|(column, level)| (*column, Some(*level))).collect()).collect(),
        None => schools.iter().map(|school| vec![(school.column, None)]).collect(),
    };
    let code = |row: &Row| row.cells.iter().filter(|cell| cell.column < first).find_map(|cell| asked(&cell.text));
    let of_school = |cell: &&Cell| columns.iter().flatten().any(|(column, _)| *column == cell.column);
    let is_said = |cell: &Cell| if of_levels.is_some() { phrase::mark::verdict(&cell.text).is_some() } else { is_level(&cell.text) };
    let says = |row: &&Row| code(row).is_some() && row.cells.iter().filter(of_school).any(is_said);
    // Titles of standards stand between the criteria.
    let last = below.iter().rposition(|row| says(&row))?;
    let rows: Vec<&Row> = below[..=last].iter().filter(|row| code(row).is_some()).collect();
    let criteria: BTreeSet<Criterion> = rows.iter().filter_map(|row| code(row)).collect();
    let filled = || rows.iter().flat_map(|row| &row.cells).filter(of_school);
    let said = filled().filter(|cell| is_said(cell)).count();
    if criteria.len() < FEWEST || criteria.len() < rows.len() || said * 2 < filled().count() {
        return None;
    }
    for (school, columns) in schools.iter().zip(&columns) {
        let of_row = |row: &&Row| {
            let criterion = code(row)?;
            Some(match &columns[..] {
                [(column, None)] => slip(grid, criterion, Address::new(row.index, *column)),
                marks => marked(grid, criterion, row.index, marks),
            })
        };
        let name = (Address::new(titles.index, school.column), school.text.clone());
        collected.schools.push(OfSchool { name, slips: rows.iter().filter_map(of_row).collect(), reached: None, counts: Vec::new() });
    }
    let read = |column| column < first || columns.iter().flatten().any(|(read, _)| *read == column);
    collected.leave(titles, &rows, read);
    collected.used.extend(of_levels.and(grid.rows.iter().map(|row| row.index).find(|row| *row > titles.index)));
    Some(())
}

/// By school the columns from its own to the next school's that are titled as levels.
fn levels_under(schools: &[&Cell], row: &Row) -> Vec<Vec<(u32, u8)>> {
    let until = |at: usize| schools.get(at + 1).map_or(u32::MAX, |next| next.column);
    let of = |(at, school): (usize, &&Cell)| {
        let own = row.cells.iter().filter(|cell| (school.column..until(at)).contains(&cell.column));
        own.map_while(|cell| Some((cell.column, phrase::levels::named(&cell.text).filter(|level| *level <= 3)?))).collect()
    };
    schools.iter().enumerate().map(of).collect()
}

/// A mark under each level: what is not marked above the highest that is, is not met.
fn marked(grid: &Grid, criterion: Criterion, row: u32, levels: &[(u32, Option<u8>)]) -> Slip {
    let mut slip = Slip::of(criterion, Address::new(row, levels[0].0), row + 1);
    let mut blank: Vec<(u8, Address)> = Vec::new();
    for (column, level) in levels {
        let (at, Some(level)) = (Address::new(row, *column), *level) else { continue };
        let text = grid.text(at);
        if text.is_empty() {
            blank.push((level, at));
            continue;
        }
        slip.written.insert(at, text.to_owned());
        match phrase::mark::verdict(text) {
            Some(Verdict::Said(Mark::Dash)) => blank.push((level, at)),
            Some(Verdict::Said(mark)) => slip.levels.entry(level).or_default().stated.push((mark == Mark::Yes, at)),
            Some(Verdict::Contradicts) | None => slip.unread.push((at, text.to_owned())),
        }
    }
    slip.unmet_above(blank);
    slip
}

impl Collected {
    /// The schools once each: what each said last, and of criteria it left empty then, what it said before.
    fn last_answers(&mut self, schools: Vec<OfSchool>, answers: &[Answer]) -> Vec<OfSchool> {
        let Some(grouped) = resent::by_school(answers) else { return schools };
        let is_blank = |slip: &Slip| !slip.says_something() && slip.unread.is_empty();
        let mut once = Vec::new();
        for of in grouped {
            let (last, earlier) = of.split_last().expect("a school has an answer");
            let mut school = schools[*last].clone();
            for (at, slip) in school.slips.iter_mut().enumerate().filter(|(_, slip)| is_blank(slip)) {
                let before = earlier.iter().rev().map(|other| &schools[*other].slips[at]).find(|before| !is_blank(before));
                *slip = before.unwrap_or(slip).clone();
            }
            let sent = |at: &usize| (answers[*at].row, answers[*at].sent.clone());
            if !earlier.is_empty() {
                self.resent.push(Resent { school: school.name.1.clone(), last: sent(last), earlier: earlier.iter().map(sent).collect() });
            }
            once.push(school);
        }
        once
    }

    pub(super) fn leave(&mut self, titles: &Row, rows: &[&Row], is_read: impl Fn(u32) -> bool) {
        self.used.insert(titles.index);
        self.used.extend(rows.iter().map(|row| row.index));
        let columns: BTreeSet<u32> =
            rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).filter(|column| !is_read(*column)).collect();
        for column in columns {
            let texts: Vec<String> = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.clone()).collect();
            // "1", "2", "3"
            if texts.iter().enumerate().all(|(at, text)| text.trim_end_matches('.').parse() == Ok(at + 1)) {
                continue;
            }
            let title = titles.get(column).map(|cell| cell.text.clone()).unwrap_or_default();
            let of = |kind| content::counted(rows, column, kind).filter(|_| !is_sending(&text::fold(&title)));
            let counted = of(FormKind::Assessment).or_else(|| of(FormKind::Plan));
            self.unused.push(Unused { at: Address::new(titles.index, column), title, texts, counted });
        }
    }
}

fn is_level(text: &str) -> bool {
    matches!(phrase::levels::reached(text), Some(Reached::Up(_)))
}

fn slip(grid: &Grid, criterion: Criterion, cell: Address) -> Slip {
    let mut slip = Slip::of(criterion, cell, cell.row + 1);
    let text = grid.text(cell);
    if !text.is_empty() {
        slip.written.insert(cell, text.to_owned());
    }
    match phrase::levels::reached(text) {
        Some(Reached::Up(level)) => slip.conclusions.push((level, cell)),
        _ if text.is_empty() => {}
        _ => slip.unread.push((cell, text.to_owned())),
    }
    slip
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    /// `Trường THCS Hoa Sen: 20!`: the level of each criterion, `-` for none, `!` for what cannot be read.
    fn shown(collected: &Collected) -> Vec<String> {
        let said = |slip: &Slip| match (slip.conclusions.first(), slip.unread.is_empty()) {
            (Some((level, _)), _) => level.to_string(),
            (None, true) => "-".to_owned(),
            (None, false) => "!".to_owned(),
        };
        let said = |slip: &Slip| {
            let marks: String = slip.levels.values().flat_map(|level| &level.stated).map(|(met, _)| if *met { 'x' } else { 'o' }).collect();
            if marks.is_empty() { said(slip) } else { format!("{marks} ") }
        };
        let of = |school: &OfSchool| format!("{}: {}", school.name.1, school.slips.iter().map(said).collect::<String>());
        collected.schools.iter().map(of).collect()
    }

    fn titles(collected: &Collected) -> Vec<&str> {
        collected.unused.iter().map(|unused| unused.title.as_str()).collect()
    }

    #[test]
    fn each_row_is_of_its_school() {
        let rows: &[&[&str]] = &[
            &["TT", "Tên trường", "1.1", "1.2", "1.3", "Ghi chú"],
            &["1", "Trường THCS Hoa Sen", "Mức 2", "Không đạt", "?", "mới"],
            &["2", "Sao Mai", "2"],
            &["3", "Trường THCS Sao Mai", "3", "", "Mức 1"],
            &["", "", "", "", "TRƯỞNG PHÒNG"],
        ];
        let (collected, rest) = taken(&grid(rows)).expect("a table");
        assert_eq!(shown(&collected), ["Trường THCS Hoa Sen: 20!", "Sao Mai: 2--", "Trường THCS Sao Mai: 3-1"]);
        assert_eq!(titles(&collected), ["Ghi chú"]);
        assert_eq!(lines(&rest), ["4:TRƯỞNG PHÒNG"]);
    }

    #[test]
    fn what_a_school_comes_to_stands_beside_its_criteria() {
        for (title, levels, read) in [
            ("Mức đạt", ["Mức 1", "Không đạt"], true),
            ("Trường tự đánh giá đạt mức chung", ["1", "0"], true),
            ("Kết quả chung", ["Mức 2", "Chưa rõ"], false),
            ("Mức đạt năm 2021", ["Mức 1", "Mức 2"], false),
            ("Mức đăng ký", ["Mức 1", "Mức 2"], false),
        ] {
            let titled = ["Tên trường", "1.1", "1.2", title];
            let row = |name, level| [name, "Mức 2", "Mức 1", level];
            let rows = [titled, row("Trường THCS Hoa Sen", levels[0]), row("Trường THCS Sao Mai", levels[1])];
            let (collected, _) = taken(&grid(&rows.each_ref().map(|row| &row[..]))).expect("a table");
            assert_eq!(titles(&collected).is_empty(), read, "{title}");
            let reached: Vec<u8> = collected.schools.iter().filter_map(|school| Some(school.reached?.1)).collect();
            assert_eq!(reached.len(), if read { 2 } else { usize::from(title == "Kết quả chung") }, "{title}");
        }
    }

    #[test]
    fn answers_to_an_online_form_are_rows_of_schools() {
        let rows: &[&[&str]] = &[
            &[
                "Dấu thời gian",
                "Email",
                "Đơn vị",
                "Tiêu chí 1.1: Phương hướng, chiến lược",
                "1.2. Hội đồng trường",
                "Tự đánh giá [Tiêu chí 1.3]",
            ],
            &["08/05/2024 9:12:33", "a@b.vn", "THCS Hoa Sen", "Mức 2", "Mức 1", "Không đạt"],
            &["09/05/2024 7:02:11", "c@b.vn", "THCS Sao Mai", "Mức 3", "Mức 2", "Mức 2"],
        ];
        let (collected, _) = taken(&grid(rows)).expect("a table");
        assert_eq!(shown(&collected), ["THCS Hoa Sen: 210", "THCS Sao Mai: 322"]);
        assert_eq!(titles(&collected), ["Dấu thời gian", "Email"]);
    }

    #[test]
    fn a_school_that_answers_again_is_taken_at_its_last_word() {
        let rows: &[&[&str]] = &[
            &["Dấu thời gian", "Đơn vị", "1.1", "1.2", "1.3"],
            &["08/01/2024 9:00:00", "Trường THCS Hoa Sen", "Mức 2", "", "Mức 1"],
            &["06/01/2024 9:00:00", "THCS Sao Mai", "Mức 2", "Mức 1", "Mức 1"],
            &["05/01/2024 8:10:11", "THCS Hoa Sen", "Mức 1", "Mức 3", "Không đạt"],
        ];
        let (collected, _) = taken(&grid(rows)).expect("a table");
        assert_eq!(shown(&collected), ["Trường THCS Hoa Sen: 231", "THCS Sao Mai: 211"]);
        assert_eq!((collected.resent[0].last.0, collected.resent[0].earlier[0].0, collected.resent.len()), (1, 3, 1));
        // Two schools of one name.
        for (title, places) in [("Xã", ["Mai Động", "Mai Động", "Bản Lầu"]), ("Người gửi", ["Lan", "Mai", "Lan"])] {
            let placed: Vec<Vec<&str>> =
                rows.iter().zip([title].into_iter().chain(places)).map(|(row, place)| [&row[..2], &[place], &row[2..]].concat()).collect();
            let placed: Vec<&[&str]> = placed.iter().map(Vec::as_slice).collect();
            let schools = if title == "Xã" { 3 } else { 2 };
            assert_eq!(taken(&grid(&placed)).expect("a table").0.schools.len(), schools, "{title}");
        }
        let mut named = rows.to_vec();
        let elsewhere = [&["05/01/2024 8:10:11", "THCS Hoa Sen xã Bản Lầu"][..], &rows[3][2..]].concat();
        named[3] = &elsewhere;
        assert_eq!(taken(&grid(&named)).expect("a table").0.schools.len(), 3);
        let untimed: Vec<Vec<&str>> = rows.iter().map(|row| row[1..].to_vec()).collect();
        let untimed: Vec<&[&str]> = untimed.iter().map(Vec::as_slice).collect();
        assert_eq!(taken(&grid(&untimed)).expect("a table").0.schools.len(), 3, "without a time nobody knows which holds");
    }

    #[test]
    fn each_column_may_be_of_its_school() {
        let rows: &[&[&str]] = &[
            &["TT", "Tiêu chí", "THCS Hoa Sen", "THCS Sao Mai", "Ghi chú"],
            &["", "Tiêu chuẩn 1"],
            &["1", "1.1", "Mức 2", "Mức 3"],
            &["2", "1.2", "Không đạt", "khá", "xem lại"],
            &["", "Tiêu chuẩn 2"],
            &["3", "2.1", "", "Mức 1"],
            &["", "", "", "TRƯỞNG PHÒNG"],
        ];
        let (collected, rest) = taken(&grid(rows)).expect("a table");
        assert_eq!(shown(&collected), ["THCS Hoa Sen: 20-", "THCS Sao Mai: 3!1"]);
        assert_eq!(titles(&collected), ["Ghi chú"]);
        assert_eq!(lines(&rest).last().map(String::as_str), Some("3:TRƯỞNG PHÒNG"));
    }

    #[test]
    fn schools_may_have_a_column_for_each_level() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "THCS Hoa Sen", "", "", "THCS Sao Mai", "", ""],
            &["", "Mức 1", "Mức 2", "Mức 3", "Mức 1", "Mức 2", "Mức 3"],
            &["1.1", "x", "x", "", "x", "x", "x"],
            &["1.2", "x", "", "", "-", "", ""],
        ];
        let (collected, rest) = taken(&grid(rows)).expect("a table");
        assert_eq!(shown(&collected), ["THCS Hoa Sen: xxo xoo ", "THCS Sao Mai: xxx -"]);
        assert!(lines(&rest).is_empty() && titles(&collected).is_empty());
    }

    #[test]
    fn rows_of_campuses_and_of_marks_stay() {
        let sheets: [&[&[&str]]; 5] = [
            &[&["Nội dung", "1.1", "1.2", "1.3"], &["Điểm trường chính", "Mức 2", "Mức 1", "Mức 2"]],
            &[&["Trường", "1.1", "1.2", "1.3"], &["Trường THCS Hoa Sen", "có kế hoạch", "đủ", "12 lớp"]],
            &[&["Tiêu chí", "Trường tự đánh giá", "Phòng đánh giá"], &["1.1", "Mức 2", "Mức 1"], &["1.2", "Mức 2", "Mức 1"]],
            &[&["Tiêu chí", "THCS Hoa Sen"], &["1.1", "Mức 2"], &["1.2", "Mức 2"]],
            &[&["Tiêu chí", "THCS Hoa Sen", "THCS Sao Mai"], &["1.1", "12 lớp", "9 lớp"], &["1.2", "đủ", "thiếu"]],
        ];
        for rows in sheets {
            assert!(taken(&grid(rows)).is_none(), "{rows:?}");
        }
    }
}
