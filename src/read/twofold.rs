//! A column under a title that names two things or three ("Người thực hiện, thời gian", "Thời gian và kinh phí") → a column
//! for each, and where each of their cells stood.
//!
//! A cell is taken apart where what is left is what the title says it is: "Bảo vệ, xong trước 15/10/2023". One that cannot be
//! stands whole in all of them, so that it is read by the one and asked about by the other.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::content;
use super::grid::{Area, Cell, CellKind, Grid, Row, Workbook};
use super::header::Matcher;
use super::stood::Stood;
use crate::form::Field;
use crate::model::{Address, CostKind};
use crate::phrase;
use crate::text;

/// A longer text is no title, in bytes.
const LONGEST_TITLE: usize = 120;
/// A longer cell is not taken apart, in bytes.
const LONGEST: usize = 300;
/// A row of titles has so many cells.
const CELLS: usize = 3;

/// The workbook, such columns parted, and where their cells stand.
pub(super) fn parted<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Stood) {
    let mut stood = Stood::default();
    let mut parted = Cow::Borrowed(workbook);
    for at in 0..workbook.grids.len() {
        for column in columns(&workbook.grids[at], matcher) {
            let grid = &mut parted.to_mut().grids[at];
            let cells = part(grid, &column);
            stood.add(&grid.name, cells);
        }
    }
    (parted, stood)
}

/// One such title, and the rows down to the next.
struct Column {
    column: u32,
    rows: Range<u32>,
    /// What the title names, in its order, and in which words.
    named: Vec<(Field, String)>,
}

fn columns(grid: &Grid, matcher: &mut Matcher<'_>) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::new();
    for row in grid.rows.iter().filter(|row| row.cells.len() >= CELLS && row.is_worded()) {
        for cell in row.cells.iter().filter(|cell| may_name_several(&cell.text)) {
            let wide = grid.merge_at(Address::new(row.index, cell.column)).is_some_and(|area| area.columns() > 1);
            let Some(named) = named(&cell.text, matcher).filter(|_| !wide) else { continue };
            if let Some(above) = found.iter_mut().rev().find(|above| above.column == cell.column) {
                above.rows.end = above.rows.end.min(row.index);
            }
            found.push(Column { column: cell.column, rows: row.index..u32::MAX, named });
        }
    }
    found
}

/// Cheaply: no cell of a body is looked at more closely.
fn may_name_several(title: &str) -> bool {
    const OF_TIME_OR_MONEY: &[&str] =
        &["gian", "GIAN", "hạn", "HẠN", "điểm", "ĐIỂM", "độ", "ĐỘ", "ngày", "Ngày", "NGÀY", "hí", "HÍ", "hi", "HI"];
    title.len() <= LONGEST_TITLE
        && title.contains([',', ';', '/', '-', '–', '&', '+', '\n', 'v', 'V'])
        && !title.bytes().any(|letter| letter.is_ascii_digit())
        && OF_TIME_OR_MONEY.iter().any(|word| title.contains(word))
}

/// The two or three things a title names. A title that is one in many words ("Thời gian thực hiện và hoàn thành") names one.
fn named(title: &str, matcher: &mut Matcher<'_>) -> Option<Vec<(Field, String)>> {
    if !matcher.spelled(title).is_empty() {
        return None;
    }
    let pieces = pieces(title);
    let mut named: Vec<(Field, String)> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        // "Đơn vị/cá nhân phụ trách; thời hạn": the longest that is one title.
        let whole = |end: usize| title[pieces[at].start..pieces[end].end].trim().to_owned();
        let (end, field, words) = (at..pieces.len()).rev().find_map(|end| Some((end, one_of(&whole(end), matcher)?, whole(end))))?;
        match named.iter_mut().find(|(known, _)| *known == field) {
            Some((_, known)) => *known = format!("{known}, {words}"),
            None => named.push((field, words)),
        }
        at = end + 1;
    }
    (named.len() >= 2).then_some(named)
}

/// Who, when or how much.
fn one_of(words: &str, matcher: &mut Matcher<'_>) -> Option<Field> {
    if text::fold(words) == "nguoi" {
        return Some(Field::Lead);
    }
    let spelled = matcher.spelled(words);
    let is = |fields: &[Field]| fields.iter().any(|field| spelled.contains(field));
    let who = is(&[Field::Lead, Field::Partner]).then_some(Field::Lead);
    who.or_else(|| is(&[Field::Time, Field::Start, Field::End]).then_some(Field::Time))
        .or_else(|| is(&[Field::Cost]).then_some(Field::Cost))
}

/// The parts of a title between the signs and words that join them.
fn pieces(title: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut joints: Vec<(usize, usize)> =
        title.match_indices([',', ';', '/', '-', '–', '&', '+', '\n']).map(|(at, sign)| (at, sign.len())).collect();
    joints.extend([" và ", " VÀ ", " Và "].iter().flat_map(|word| title.match_indices(word)).map(|(at, word)| (at, word.len())));
    joints.sort_unstable();
    for (at, length) in joints.into_iter().chain([(title.len(), 0)]) {
        if !title.get(start..at).unwrap_or_default().trim().is_empty() {
            pieces.push(start..at);
        }
        start = at + length;
    }
    pieces
}

/// Parts the column; returns which cell each of the new ones stood in.
fn part(grid: &mut Grid, parted: &Column) -> BTreeMap<Address, Address> {
    let behind = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    let fields: Vec<Field> = parted.named.iter().map(|(field, _)| *field).collect();
    let column_of = |at: usize| if at == 0 { parted.column } else { behind + at as u32 - 1 };
    let mut stood = BTreeMap::new();
    let titles = parted.rows.start;
    for row in grid.rows.iter_mut().filter(|row| parted.rows.contains(&row.index)) {
        let Ok(place) = row.cells.binary_search_by_key(&parted.column, |cell| cell.column) else { continue };
        let own = &row.cells[place];
        let texts =
            if row.index == titles { parted.named.iter().map(|(_, words)| words.clone()).collect() } else { parts(row, own, &fields) };
        let Some(texts) = Some(texts).filter(|texts| !texts.is_empty()) else { continue };
        let whole = own.as_written();
        row.cells.remove(place);
        for (at, text) in texts.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let cell = Cell { column: column_of(at), text, raw: Some(whole.clone()), kind: CellKind::Text };
            stood.insert(Address::new(row.index, cell.column), Address::new(row.index, parted.column));
            let place = row.cells.partition_point(|known| known.column < cell.column);
            row.cells.insert(place, cell);
        }
    }
    // What a merged cell says counts for all rows it covers, in every column it became.
    let tall = |area: &&Area| area.first.column == parted.column && area.columns() == 1 && area.first.row >= titles;
    let tall: Vec<Area> = grid.merges.iter().filter(tall).copied().filter(|area| parted.rows.contains(&area.first.row)).collect();
    for area in tall {
        let moved =
            |at: usize| Area { first: Address::new(area.first.row, column_of(at)), last: Address::new(area.last.row, column_of(at)) };
        grid.merges.extend((1..fields.len()).map(moved));
    }
    grid.merges.sort_unstable();
    stood
}

/// What a cell says of each of the fields; nothing where the cell stays as it is.
fn parts(row: &Row, cell: &Cell, fields: &[Field]) -> Vec<String> {
    if !matches!(cell.kind, CellKind::Text | CellKind::Converted | CellKind::Recovered) {
        // A day or an amount, which keeps its kind where its column is the first.
        let of = if matches!(cell.kind, CellKind::Date(_)) { Field::Time } else { Field::Cost };
        return fields.iter().map(|field| if *field == of { cell.text.clone() } else { String::new() }).collect();
    }
    let alone = row.cells.len() < CELLS;
    let folded = text::fold(&cell.text);
    let says = |word: &str| folded.split(' ').any(|own| own == word);
    if alone && says("ngay") && says("thang") && says("nam") {
        // "Hoa Sen, ngày 20 tháng 9 năm 2023", above a signature.
        return Vec::new();
    }
    match by_lines(&cell.text, fields).or_else(|| apart(&cell.text, fields)) {
        Some(texts) if alone && fields.iter().zip(&texts).all(|(field, text)| *field == Field::Lead || text.is_empty()) => Vec::new(),
        Some(texts) => texts,
        None if alone => Vec::new(),
        None => vec![cell.text.clone(); fields.len()],
    }
}

/// "HT: tháng 9/2023" above "Bảo vệ: tháng 10/2023": lines that each say several of the fields.
fn by_lines(whole: &str, fields: &[Field]) -> Option<Vec<String>> {
    let several = |parts: &Vec<String>| parts.iter().filter(|part| !part.is_empty()).count() > 1;
    let lines = whole.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
    let lines: Option<Vec<Vec<String>>> = lines.map(|line| apart(line, fields).filter(several)).collect();
    let lines = lines.filter(|lines| lines.len() > 1)?;
    let of = |at: usize| lines.iter().map(|line| line[at].as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    Some((0..fields.len()).map(of).collect())
}

/// The text as one part for each field, some of them empty; `None` where some part of it is none of them.
fn apart(whole: &str, fields: &[Field]) -> Option<Vec<String>> {
    // Times are read most strictly, names least.
    let order = [Field::Time, Field::Cost, Field::Lead].into_iter().filter(|field| fields.contains(field));
    let found = taken(whole.trim(), &order.collect::<Vec<_>>())?;
    Some(fields.iter().map(|field| found.get(field).cloned().unwrap_or_default()).collect())
}

/// What stands before a time and is no name. Folded.
const TIMING: &[&str] = &["thoi gian", "bat dau", "hoan thanh", "ket thuc", "xong", "han", "thoi han", "du kien"];

fn taken(rest: &str, fields: &[Field]) -> Option<BTreeMap<Field, String>> {
    if rest.len() > LONGEST {
        return None;
    }
    let Some((field, others)) = fields.split_first() else { return rest.is_empty().then(BTreeMap::new) };
    if rest.is_empty() {
        return Some(BTreeMap::new());
    }
    let with = |own: &str, rest: &str| {
        let mut found = taken(rest, others)?;
        found.insert(*field, own.to_owned());
        Some(found)
    };
    let candidates: Vec<(&str, &str)> = split_off(rest).into_iter().filter(|(own, _)| is(own, *field)).collect();
    // "HT tháng 9" and "Bảo vệ: tháng 10" are times as a whole to those who read times; under a title that names people they are who and when.
    let labelled = |left: &str| rest[left.len()..].starts_with(':') && !TIMING.contains(&text::fold(left).as_str());
    let people = |(_, left): &&(&str, &str)| {
        let role = || left.split([';', '\n', ',']).any(content::is_role) || rest.starts_with(left) && labelled(left);
        others.contains(&Field::Lead) && !left.is_empty() && role()
    };
    let preferred = candidates.iter().filter(people).chain(&candidates);
    preferred.filter_map(|(own, left)| with(own, left)).next().or_else(|| taken(rest, others))
}

/// The text as a whole, and as each of its ends beside what is left: those parted by a sign before those parted by a space, the longest first.
fn split_off(text: &str) -> Vec<(&str, &str)> {
    let joint = |letter: char| letter.is_whitespace() || matches!(letter, ';' | '(');
    let joints = text.char_indices().filter(|(_, letter)| joint(*letter)).map(|(at, _)| at);
    let is_sign = |letter: char| matches!(letter, ';' | '(' | ')' | ',' | ':' | '-' | '–' | '\n');
    let signed = |at: usize| text[..at].ends_with(is_sign) || text[at..].trim_start_matches(' ').starts_with(is_sign);
    let ends = joints.flat_map(|at| [(signed(at), text.split_at(at)), (signed(at), (&text[at..], &text[..at]))]);
    let mut found: Vec<(bool, &str, &str)> = ends.map(|(signed, (own, left))| (signed, bare(own), bare(left))).collect();
    found.sort_by_key(|(signed, own, _)| (std::cmp::Reverse(*signed), std::cmp::Reverse(own.len())));
    std::iter::once((text, "")).chain(found.into_iter().map(|(_, own, left)| (own, left))).map(|(own, left)| (bare(own), left)).collect()
}

/// Without the signs that join it to what stands beside it.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '-' | '–' | ':' | '+' | '/' | '.'));
    let closed = text.strip_prefix('(').map_or(text, |text| text.strip_suffix(')').unwrap_or(text));
    if closed.contains('(') == closed.contains(')') { closed } else { text.trim_matches(['(', ')']) }
}

fn is(text: &str, field: Field) -> bool {
    if text.is_empty() {
        return false;
    }
    match field {
        Field::Time => phrase::time::is_time(text),
        Field::Cost => {
            let kind = phrase::money::parse(text).kind;
            kind != CostKind::Unspecified && !content::is_role(text) || text.parse::<f64>().is_ok()
        }
        // Whoever it is, it is no time and no amount that was not understood.
        _ => text.starts_with(char::is_alphabetic) && !speaks_of_time_or_money(text),
    }
}

fn speaks_of_time_or_money(text: &str) -> bool {
    const WORDS: &[&str] = &["thang", "quy", "tuan", "hki", "hkii", "hk", "ky", "dong", "trieu", "tr", "nghin", "truoc"];
    let long_number = text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() >= 3);
    let day =
        text.as_bytes().windows(3).any(|three| three[0].is_ascii_digit() && matches!(three[1], b'/' | b'.') && three[2].is_ascii_digit());
    long_number || day || text::fold(text).split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_taken_apart_where_each_part_is_what_the_title_names() {
        let (who_when, when_money) = (&[Field::Lead, Field::Time], &[Field::Time, Field::Cost]);
        for (text, fields, expected) in [
            ("Hiệu trưởng; tháng 8/2023", who_when, ["Hiệu trưởng", "tháng 8/2023"]),
            ("Từ tháng 9 đến tháng 12 - BGH, GVCN", who_when, ["BGH, GVCN", "Từ tháng 9 đến tháng 12"]),
            ("HT tháng 9/2023", who_when, ["HT", "tháng 9/2023"]),
            ("PHT (tháng 9, 10/2023)", who_when, ["PHT", "tháng 9, 10/2023"]),
            ("Thường xuyên: toàn thể CBGVNV", who_when, ["toàn thể CBGVNV", "Thường xuyên"]),
            ("GV lớp 3, tổ 4", who_when, ["GV lớp 3, tổ 4", ""]),
            ("Tháng 10/2023; 45.000.000đ", when_money, ["Tháng 10/2023", "45.000.000đ"]),
            ("12 triệu (tháng 3/2024)", when_money, ["tháng 3/2024", "12 triệu"]),
            ("Không cần kinh phí, tháng 9", when_money, ["tháng 9", "Không cần kinh phí"]),
            ("Tháng 9, 10 HT", who_when, ["HT", "Tháng 9, 10"]),
            ("NSNN\nHKII", when_money, ["HKII", "NSNN"]),
        ] {
            assert_eq!(apart(text, fields).as_deref(), Some(&expected.map(str::to_owned)[..]), "{text}");
        }
        for text in ["Tháng thứ nhất của đợt, HT", "HT: tháng 9, PHT: thứ hai đầu tháng, GV"] {
            assert_eq!(apart(text, who_when), None, "{text}");
        }
    }
}
