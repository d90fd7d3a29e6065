//! A table of criteria across with a row for each school, as an office puts its schools together, in; for each school its slips out.

use super::codes;
use crate::model::Address;
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::read::grid::{Grid, Row};
use crate::read::slip::Slip;

/// What a row says of one school.
pub(in crate::read) struct OfSchool {
    pub name: (Address, String),
    pub slips: Vec<Slip>,
}

/// The schools from above downwards, and the sheet without their rows. `None` where there are none.
pub(in crate::read) fn taken(grid: &Grid) -> Option<(Vec<OfSchool>, Grid)> {
    let mut schools = Vec::new();
    let mut used: Vec<u32> = Vec::new();
    for at in 0..grid.rows.len() {
        let Some(codes) = codes(&grid.rows[at]) else { continue };
        let Some(first) = codes.keys().next() else { continue };
        let below = grid.rows[at + 1..].iter().map_while(|row| Some((row, name(row, *first)?)));
        let rows: Vec<(&Row, (Address, String))> = below.collect();
        let marks = rows.iter().flat_map(|(row, _)| row.cells.iter().filter(|cell| codes.contains_key(&cell.column)));
        let read = marks.clone().filter(|cell| matches!(phrase::levels::reached(&cell.text), Some(Reached::Up(_)))).count();
        if read == 0 || read * 2 < marks.count() {
            continue;
        }
        for (row, name) in rows {
            let slips = codes.iter().map(|(column, criterion)| {
                let cell = Address::new(row.index, *column);
                let mut slip = Slip::of(*criterion, cell, row.index + 1);
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
            });
            schools.push(OfSchool { name, slips: slips.collect() });
            used.push(row.index);
        }
        used.push(grid.rows[at].index);
    }
    if schools.is_empty() {
        return None;
    }
    let mut rest = grid.clone();
    rest.rows.retain(|row| !used.contains(&row.index));
    Some((schools, rest))
}

/// The school that a row names before its marks.
fn name(row: &Row, first: u32) -> Option<(Address, String)> {
    let named = row.cells.iter().filter(|cell| cell.column < first).find(|cell| {
        let school = phrase::school::parse(&cell.text);
        school.name.is_some() && school.kind.is_some()
    });
    named.map(|cell| (Address::new(row.index, cell.column), cell.text.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    #[test]
    fn each_row_is_of_its_school() {
        let rows: &[&[&str]] = &[
            &["TT", "Tên trường", "1.1", "1.2", "1.3"],
            &["1", "Trường THCS Hoa Sen", "Mức 2", "Không đạt", "?"],
            &["2", "Trường THCS Sao Mai", "3", "", "Mức 1"],
            &["", "", "", "", "TRƯỞNG PHÒNG"],
        ];
        let (schools, rest) = taken(&grid(rows)).expect("a table");
        let said = |slip: &Slip| match (slip.conclusions.first(), slip.unread.is_empty()) {
            (Some((level, _)), _) => level.to_string(),
            (None, true) => "-".to_owned(),
            (None, false) => "!".to_owned(),
        };
        let shown: Vec<String> =
            schools.iter().map(|school| format!("{}: {}", school.name.1, school.slips.iter().map(said).collect::<String>())).collect();
        assert_eq!(shown, ["Trường THCS Hoa Sen: 20!", "Trường THCS Sao Mai: 3-1"]);
        assert_eq!(lines(&rest), ["4:TRƯỞNG PHÒNG"]);
    }

    #[test]
    fn rows_of_campuses_and_of_marks_stay() {
        for rows in [
            [&["Nội dung", "1.1", "1.2", "1.3"][..], &["Điểm trường chính", "Mức 2", "Mức 1", "Mức 2"]],
            [&["Trường", "1.1", "1.2", "1.3"][..], &["Trường THCS Hoa Sen", "có kế hoạch", "đủ", "12 lớp"]],
        ] {
            assert!(taken(&grid(&rows)).is_none(), "{rows:?}");
        }
    }
}
