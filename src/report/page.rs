//! What every sheet has in common: letterhead, title, and the lines that say what is counted, over what, on which day.

use super::basis::{Basis, is_beyond_formulas};
use super::wording;
use crate::model::UnitName;
use crate::table::{Block, Cell, Row, RowKind, Rows, Sheet, Tone};

/// A sheet with its title block; `counted` says what is counted and over what.
pub fn sheet(basis: &Basis, name: &str, title: &str, counted: &[&str]) -> Sheet {
    let statistics = basis.source.statistics;
    let mut subtitle = vec![format!(
        "{}, năm học {} · Số liệu tính đến ngày {}",
        statistics.period.title(),
        statistics.school_year,
        wording::date(statistics.as_of)
    )];
    subtitle.extend(counted.iter().map(|line| (*line).to_owned()));
    titled(&statistics.unit, name, title, subtitle)
}

/// An empty sheet under the letterhead of a unit.
pub fn titled(unit: &UnitName, name: &str, title: &str, subtitle: Vec<String>) -> Sheet {
    let letterhead = [&unit.parent, &unit.name].into_iter().filter(|line| !line.is_empty()).cloned().collect();
    Sheet { name: name.to_owned(), letterhead, title: title.to_uppercase(), subtitle, landscape: true, ..Sheet::default() }
}

/// A sheet whose figures are formulas over the data sheets, or says that they are not.
pub fn live_sheet(basis: &Basis, name: &str, title: &str, counted: &[&str]) -> Sheet {
    let mut sheet = self::sheet(basis, name, title, counted);
    if is_beyond_formulas(basis.source) {
        let options = &basis.source.options;
        let most = wording::count(options.formula_rows.min(table_rows(options.sheet_rows)));
        sheet.subtitle.push(format!("Dữ liệu có hơn {most} dòng nên trang này ghi giá trị đã tính, không dùng công thức"));
    }
    sheet
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
