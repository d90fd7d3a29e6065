//! What sheets are made of: title block, notes, rows, signature.

use jiff::civil::Date;

use super::{Signature, wording};
use crate::model::UnitName;
use crate::table::{Block, Cell, Row, RowKind, Rows, Sheet, Table, Tone};

/// Says how to print what is not.
const PRINT_ALL: &str = "muốn in hết thì bỏ vùng in của trang (Page Layout, Print Area, Clear Print Area)";

/// Prints of a list, the last table of a sheet, no more than `most` rows from its first on, where it has groups these whole; and says so
/// below the title. `kinds` are those of its rows.
pub fn print_in_part(most: usize, sheet: &mut Sheet, kinds: &[RowKind]) {
    if kinds.len() <= most {
        return;
    }
    let opens = |row: &usize| kinds.get(*row) == Some(&RowKind::Group);
    let grouped = (0..kinds.len()).any(|row| opens(&row));
    let printed = if grouped { (0..=most).rev().find(opens).unwrap_or(0) } else { most };
    let plain = |kinds: &[RowKind]| wording::count(kinds.iter().filter(|kind| **kind == RowKind::Plain).count());
    let (all, groups) = (plain(kinds), kinds[..printed].iter().filter(|kind| **kind == RowKind::Group).count());
    sheet.printed_rows = Some(printed);
    sheet.subtitle.push(match (printed, groups) {
        (0, _) => format!("Danh sách {all} dòng để xem trên máy, không in; {PRINT_ALL}"),
        (_, 0) => format!("Danh sách {all} dòng: khi in chỉ in {} dòng đầu, còn lại xem trên máy; {PRINT_ALL}", plain(&kinds[..printed])),
        (_, groups) => format!(
            "Danh sách {all} dòng: khi in chỉ in {groups} nhóm đầu ({} dòng), còn lại xem trên máy; {PRINT_ALL}",
            plain(&kinds[..printed])
        ),
    });
}

/// The kinds of the rows of a table.
pub fn kinds(table: &Table) -> Vec<RowKind> {
    table.rows.iter().map(|row| row.kind).collect()
}

/// An empty sheet under the letterhead of a unit.
pub fn titled(unit: &UnitName, name: &str, title: &str, subtitle: Vec<String>) -> Sheet {
    let letterhead = [&unit.parent, &unit.name].into_iter().filter(|line| !line.is_empty()).cloned().collect();
    Sheet { name: name.to_owned(), letterhead, title: title.to_uppercase(), subtitle, landscape: true, ..Sheet::default() }
}

/// Rows that a table on a worksheet can have for sure, whatever stands above and below it.
pub fn table_rows(sheet_rows: u32) -> usize {
    const AROUND: u32 = 200;
    sheet_rows.saturating_sub(AROUND) as usize
}

/// Says of a sheet whose table is too long for one worksheet where the rest of it stands.
pub fn say_where_it_goes_on(sheet: &mut Sheet, sheet_rows: u32) {
    let longest = sheet.blocks.iter().filter_map(Block::rows).map(Rows::len).max().unwrap_or(0);
    if longest > table_rows(sheet_rows) {
        sheet.subtitle.push(format!(
            "{} dòng, nhiều hơn một trang tính chứa được: bảng tiếp ở trang {name}_2 và các trang sau, không dòng nào bị bỏ",
            wording::count(longest),
            name = sheet.name
        ));
    }
}

/// Who signs, where the settings name somebody.
pub fn signature(signature: Signature, day: Date) -> Option<Block> {
    let named = !signature.title.is_empty() || !signature.name.is_empty();
    named.then(|| Block::Signature {
        place_and_date: wording::place_and_date(signature.place, day),
        title: signature.title.to_owned(),
        name: signature.name.to_owned(),
    })
}

pub fn note(text: impl Into<String>) -> Block {
    Block::Note { text: text.into(), tone: Tone::Plain }
}

pub fn muted(text: impl Into<String>) -> Block {
    Block::Note { text: text.into(), tone: Tone::Muted }
}

pub fn heading(text: impl Into<String>) -> Block {
    Block::Heading(text.into())
}

pub fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Plain, cells }
}

pub fn total(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Total, cells }
}

/// Opens a group: the text stands in the first of `width` cells.
pub fn group(text: impl Into<String>, width: usize) -> Row {
    let mut cells = vec![Cell::text(text)];
    cells.resize(width, Cell::empty());
    Row { kind: RowKind::Group, cells }
}

/// A text that means something only where it says something.
pub fn flagged(text: impl Into<String>, tone: Tone) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::empty() } else { Cell::text(text).tone(tone) }
}

/// A count that is only worth a colour when it is not nothing.
pub fn toned(cell: Cell, count: usize, tone: Tone) -> Cell {
    if count > 0 { cell.tone(tone) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(most: usize, kinds: &str) -> (Option<usize>, Vec<String>) {
        let kinds: Vec<RowKind> = kinds.chars().map(|sign| if sign == '#' { RowKind::Group } else { RowKind::Plain }).collect();
        let mut sheet = Sheet::default();
        print_in_part(most, &mut sheet, &kinds);
        (sheet.printed_rows, sheet.subtitle)
    }

    #[test]
    fn a_long_list_is_printed_in_whole_groups_from_its_first_on_and_says_so() {
        assert_eq!(printed(9, "#...#...."), (None, Vec::new()));
        let (rows, said) = printed(6, "#..#..#...");
        assert_eq!(rows, Some(6));
        assert!(said[0].starts_with("Danh sách 7 dòng: khi in chỉ in 2 nhóm đầu (4 dòng)"), "{said:?}");
        // A group is not cut: where the first is too long, none is printed.
        let (rows, said) = printed(6, "#.........#..");
        assert_eq!(rows, Some(0));
        assert!(said[0].starts_with("Danh sách 11 dòng để xem trên máy, không in"), "{said:?}");
        let (rows, said) = printed(3, ".....");
        assert_eq!(rows, Some(3));
        assert!(said[0].starts_with("Danh sách 5 dòng: khi in chỉ in 3 dòng đầu"), "{said:?}");
    }
}
