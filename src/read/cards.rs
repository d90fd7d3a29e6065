//! Cards of work, label beside value ("Tiêu chí | 1.9", "Việc cải tiến | …", "Thời gian | …", and again for the next work), in; one table with the
//! labels as its titles and a row a card out, and where each of its cells stood.

mod across;
mod lines;
mod planned;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Cell, Grid, Row, Workbook};
use super::header::Matcher;
use super::stood::Stood;
use super::{slip, table};
use crate::finding::{self, Finding};
use crate::model::{Address, FormKind};
use crate::text;

use across::Blocks;

/// Cards that make a sheet of them.
const FEWEST_CARDS: usize = 2;
/// Lines that each of them has.
const FEWEST_LABELS: usize = 3;
/// A longer text is no label.
const LONGEST_LABEL: usize = 60;

/// What became of the cards of a workbook.
#[derive(Default)]
pub(super) struct Sheets {
    /// Cell of a table → cell of the card.
    pub stood: Stood,
    /// Sheets whose cards are no table, by number, and where the first begins.
    pub unread: Vec<(usize, Address)>,
}

/// Works side by side, their labels at the left, laid out as the table they make, where it is one of a form; and where its cells stood.
pub(super) fn side_by_side<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Stood) {
    let (mut laid, mut stood) = (Cow::Borrowed(workbook), Stood::default());
    // One work alone on its sheet is a card where others stand on theirs.
    let alone = workbook.grids.iter().filter_map(Blocks::of).filter(Blocks::is_one_work).count();
    for (at, grid) in workbook.grids.iter().enumerate() {
        if let Some(blocks) = Blocks::of(grid).filter(|blocks| blocks.side_by_side() > 1 || blocks.is_one_work() && alone >= FEWEST_CARDS)
            && table::find(grid, matcher, &[], &[]).tables.iter().all(|table| blocks.allows(table.header.first))
            && let (table, own) = blocks.table()
            && makes_a_form(&table, blocks.labels.first, matcher)
        {
            stood.add(&table.name, own);
            laid.to_mut().grids[at] = table;
        }
    }
    (laid, stood)
}

/// Lays the cards of each sheet out, where the table they make is one of a form.
pub(super) fn laid(workbook: &mut Cow<'_, Workbook>, matcher: &mut Matcher<'_>) -> Sheets {
    let mut sheets = Sheets::default();
    for at in 0..workbook.grids.len() {
        if let Some((table, stood, first)) = planned::laid(&workbook.grids[at])
            && makes_a_form(&table, first, matcher)
        {
            sheets.stood.add(&table.name, stood);
            workbook.to_mut().grids[at] = table;
            continue;
        }
        let whole = &workbook.grids[at];
        let parted = lines::with_criteria_apart(whole);
        let grid = parted.as_ref().unwrap_or(whole);
        let Some(labels) = Labels::of(grid) else {
            if let Some((table, stood)) = of_lines(whole, matcher) {
                sheets.stood.add(&table.name, stood);
                workbook.to_mut().grids[at] = table;
            }
            continue;
        };
        if slip::taken(grid).is_some_and(|(slips, _)| slips.iter().any(slip::Slip::says_something)) {
            continue;
        }
        let made = cards(grid, &labels).map(|cards| table_of(grid, &labels, &cards));
        match made.filter(|(table, _)| makes_a_form(table, labels.first, matcher)) {
            Some((table, mut stood)) => {
                stood.values_mut().for_each(|at| *at = lines::whole(whole, *at));
                sheets.stood.add(&table.name, stood);
                workbook.to_mut().grids[at] = table;
            }
            None if let Some(blocks) = Blocks::of(whole).filter(Blocks::are_several)
                && let (table, stood) = blocks.table()
                && makes_a_form(&table, blocks.labels.first, matcher) =>
            {
                sheets.stood.add(&table.name, stood);
                workbook.to_mut().grids[at] = table;
            }
            None if labels.speak_of_work() => {
                sheets.unread.push((at, lines::whole(whole, labels.first)));
                // What stands beside a label is the row of no table.
                workbook.to_mut().grids[at].rows.retain(|row| !labels.stand_in(row));
            }
            None => {}
        }
    }
    sheets
}

/// The table of cards that are written line by line, each label and its value in one cell.
fn of_lines(grid: &Grid, matcher: &mut Matcher<'_>) -> Option<(Grid, BTreeMap<Address, Address>)> {
    let parted = lines::parted(grid)?;
    let labels = Labels::of(&parted).filter(Labels::speak_of_work)?;
    if !table::find(grid, matcher, &[], &[]).tables.is_empty() {
        return None;
    }
    let (table, mut stood) = table_of(&parted, &labels, &cards(&parted, &labels)?);
    stood.values_mut().for_each(|at| *at = lines::whole(grid, *at));
    makes_a_form(&table, labels.first, matcher).then_some((table, stood))
}

/// Whether a plan or a report of results begins where the labels stand.
fn makes_a_form(grid: &Grid, first: Address, matcher: &mut Matcher<'_>) -> bool {
    let tables = table::find(grid, matcher, &[], &[]).tables;
    tables.iter().any(|table| matches!(table.header.form.kind, FormKind::Plan | FormKind::Result) && table.header.first == first.row)
}

impl Sheets {
    pub fn is_unread(&self, at: usize) -> bool {
        self.unread.iter().any(|(sheet, _)| *sheet == at)
    }

    pub fn findings(&self) -> impl Iterator<Item = (usize, Finding)> {
        self.unread.iter().map(|(at, cell)| {
            let mut told = Finding::new(&finding::CARDS_NOT_READ);
            told.cell = Some(*cell);
            (*at, told)
        })
    }
}

/// The labels that stand again and again in one column.
struct Labels {
    /// The first label of the first card.
    first: Address,
    /// Folded, with the order in which they come and the title as written.
    titles: Vec<(String, String)>,
}

/// A row's label and value; either may be missing.
fn line(row: &Row, column: u32) -> Option<(Option<&Cell>, Option<&Cell>)> {
    match &row.cells[..] {
        [label, value] if label.column == column => Some((Some(label), Some(value))),
        [only] if only.column == column => Some((Some(only), None)),
        [only] if only.column > column => Some((None, Some(only))),
        _ => None,
    }
}

fn is_label(text: &str) -> bool {
    text.chars().count() <= LONGEST_LABEL && text.starts_with(char::is_alphabetic)
}

impl Labels {
    fn of(grid: &Grid) -> Option<Labels> {
        let mut counts: BTreeMap<(u32, String), usize> = BTreeMap::new();
        for row in &grid.rows {
            // "Kinh phí" may be empty in every card.
            if let [label] | [label, _] = &row.cells[..]
                && is_label(&label.text)
            {
                *counts.entry((label.column, text::fold(&label.text))).or_default() += 1;
            }
        }
        let again = |label: &Cell| counts.get(&(label.column, text::fold(&label.text))).is_some_and(|count| *count >= FEWEST_CARDS);
        let begins = |row: &&Row| matches!(&row.cells[..], [label, _] if is_label(&label.text) && again(label));
        let first = grid.rows.iter().find(begins)?;
        let column = first.cells[0].column;
        let mut titles: Vec<(String, String)> = Vec::new();
        let lines = || grid.rows.iter().filter_map(|row| Some((row.index, line(row, column)?)));
        let labels: BTreeMap<u32, &Cell> =
            lines().filter_map(|(row, (label, _))| Some((row, label?))).filter(|(_, label)| again(label)).collect();
        let last = labels.keys().next_back().copied()?;
        for (row, (label, value)) in lines() {
            let Some(label) = label.filter(|label| is_label(&label.text)) else { continue };
            // "Kết quả" may be said of one of them only.
            let said_once = || value.is_some() && row < last && row.checked_sub(1).is_some_and(|above| labels.contains_key(&above));
            let folded = text::fold(&label.text);
            if (again(label) || row > first.index && said_once()) && titles.iter().all(|(known, _)| *known != folded) {
                titles.push((folded, label.text.trim_end_matches([':', ' ']).to_owned()));
            }
        }
        (titles.len() >= FEWEST_LABELS).then(|| Labels { first: Address::new(first.index, column), titles })
    }

    /// Whether a row is a label, with its value or without.
    fn stand_in(&self, row: &Row) -> bool {
        let label = line(row, self.first.column).and_then(|(label, _)| label);
        row.index >= self.first.row && label.is_some_and(|label| self.place(&label.text).is_some())
    }

    fn place(&self, label: &str) -> Option<usize> {
        let folded = text::fold(label);
        self.titles.iter().position(|(known, _)| *known == folded)
    }

    /// The label below that of the criterion again: another work that improves the same.
    fn begins_another(&self, place: usize, card: &BTreeMap<usize, (Address, Cell)>) -> bool {
        place == 1 && card.contains_key(&place) && names_criterion(&self.titles[0].0)
    }

    fn name_a_criterion(&self) -> bool {
        self.titles.iter().any(|(label, _)| names_criterion(label))
    }

    /// Labels of a work and of who does it or when; "Nội dung" is a work where both stand below it.
    fn speak_of_work(&self) -> bool {
        let any = |words: &[&str]| self.titles.iter().any(|(label, _)| words.iter().any(|word| label.contains(word)));
        let timed = any(&["thoi gian", "thoi han", "thoi diem", "han hoan thanh", "tien do", "hoan thanh truoc"]);
        let led = any(&["phu trach", "nguoi thuc hien", "phan cong", "bo phan", "ca nhan", "chu tri", "nguoi lam"]);
        let named = any(&[
            "viec",
            "noi dung cai tien",
            "noi dung thuc hien",
            "ke hoach cai tien",
            "giai phap",
            "bien phap",
            "hoat dong",
            "nhiem vu",
        ]);
        named && (timed || led) || timed && led && self.place("Nội dung").is_some()
    }
}

fn names_criterion(label: &str) -> bool {
    text::holds_words(label, "tieu chi") || matches!(label, "tc" | "ma tc")
}

/// The row each card begins on, and its values by label.
type Card = (u32, BTreeMap<usize, (Address, Cell)>);

/// `None` where a label stands twice in a card, or something else stands between them.
fn cards(grid: &Grid, labels: &Labels) -> Option<Vec<Card>> {
    let start = grid.rows.partition_point(|row| row.index < labels.first.row);
    let mut cards: Vec<Card> = Vec::new();
    let mut last: Option<usize> = None;
    let mut rows = grid.rows[start..].iter().peekable();
    let mut ended = false;
    while let Some(row) = rows.next() {
        let Some((label, value)) = line(row, labels.first.column) else {
            ended = true;
            break;
        };
        match label {
            Some(label) => {
                let Some(place) = labels.place(&label.text) else {
                    let opens = |row: &&Row| row.cells.first().is_some_and(|cell| labels.place(&cell.text) == Some(0));
                    if value.is_none() && counts_cards(&label.text) && rows.peek().is_some_and(opens) {
                        last = None;
                        continue;
                    }
                    ended = true;
                    break;
                };
                if place == 0 {
                    cards.push((row.index, BTreeMap::new()));
                } else if let Some((_, above)) = cards.last()
                    && labels.begins_another(place, above)
                {
                    let criterion = above.get(&0).cloned().into_iter().map(|criterion| (0, criterion));
                    cards.push((row.index, criterion.collect()));
                }
                let (_, values) = cards.last_mut()?;
                if values.contains_key(&place) {
                    return None;
                }
                let at = |cell: &Cell| Address::new(row.index, cell.column);
                let empty = || (at(label), Cell { text: String::new(), raw: None, ..label.clone() });
                values.insert(place, value.map_or_else(empty, |value| (at(value), value.clone())));
                last = Some(place);
            }
            // The value goes on below.
            None => {
                let (_, cell) = cards.last_mut()?.1.get_mut(&last?)?;
                let more = value?;
                cell.text = format!("{}\n{}", cell.text, more.text).trim().to_owned();
                cell.kind = super::grid::CellKind::Text;
            }
        }
    }
    let again = ended && rows.any(|row| row.cells.first().is_some_and(|cell| labels.place(&cell.text) == Some(0)));
    let shared: BTreeSet<usize> = cards.first()?.1.keys().copied().collect();
    let alike = cards.iter().skip(1).all(|(_, values)| values.keys().filter(|place| shared.contains(place)).count() >= FEWEST_LABELS);
    (!again && alike && cards.len() >= FEWEST_CARDS).then_some(cards)
}

/// "Việc 2", "Nội dung số 3:", "3": a card by its number.
fn counts_cards(text: &str) -> bool {
    let folded = text::fold(text);
    if lines::is_number(text.trim_end_matches(['.', ')', ':', ' '])) {
        return true;
    }
    let rest = ["viec", "cong viec", "noi dung", "phieu", "nhiem vu", "hoat dong", "the"].iter().find_map(|word| folded.strip_prefix(word));
    let number = rest.map(|rest| rest.trim_start().trim_start_matches("so").trim());
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The sheet with the cards as a table: the labels where the first card begins, its values a row below, the other cards where each begins.
fn table_of(grid: &Grid, labels: &Labels, cards: &[Card]) -> (Grid, BTreeMap<Address, Address>) {
    let column = |place: usize| labels.first.column + u32::try_from(place).unwrap_or_default();
    let last = cards.iter().flat_map(|(_, values)| values.values().map(|(at, _)| at.row)).max().unwrap_or(labels.first.row);
    let within = labels.first.row..=last;
    let mut stood = BTreeMap::new();
    let title = |(place, (_, title)): (usize, &(String, String))| Cell {
        column: column(place),
        text: title.clone(),
        raw: None,
        kind: super::grid::CellKind::Text,
    };
    let mut rows = vec![Row { index: labels.first.row, cells: labels.titles.iter().enumerate().map(title).collect() }];
    for place in 0..labels.titles.len() {
        stood.insert(Address::new(labels.first.row, column(place)), labels.first);
    }
    for (at, (row, values)) in cards.iter().enumerate() {
        let index = row + u32::from(at == 0);
        let filled = values.iter().filter(|(_, (_, cell))| !cell.text.is_empty());
        let mut cells = Vec::new();
        for (place, (own, cell)) in filled {
            stood.insert(Address::new(index, column(*place)), *own);
            cells.push(Cell { column: column(*place), ..cell.clone() });
        }
        rows.push(Row { index, cells });
    }
    let mut table = grid.clone();
    table.rows.retain(|row| !within.contains(&row.index));
    table.rows.extend(rows);
    table.rows.sort_by_key(|row| row.index);
    table.merges.retain(|area| !within.contains(&area.first.row));
    (table, stood)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    fn laid(rows: &[&[&str]]) -> Option<Vec<String>> {
        let grid = grid(rows);
        let labels = Labels::of(&grid)?;
        Some(lines(&table_of(&grid, &labels, &cards(&grid, &labels)?).0))
    }

    #[test]
    fn cards_are_rows_under_their_labels() {
        let rows: &[&[&str]] = &[
            &["PHIẾU CẢI TIẾN"],
            &["Tiêu chí", "1.9"],
            &["Việc cải tiến:", "Bổ sung quy chế"],
            &["", "và niêm yết"],
            &["Thời gian", "Tháng 3/2024"],
            &[],
            &["Tiêu chí", "2.1"],
            &["Việc cải tiến:", "Đi học"],
            &["Thời gian", "Tháng 5/2024"],
            &["Nơi nhận:", "HIỆU TRƯỞNG"],
        ];
        let table = laid(rows).expect("two cards");
        assert_eq!(table.len(), 5, "{table:?}");
        assert!(table[1].contains("Tiêu chí") && table[1].contains("Thời gian") && table[2].contains("Bổ sung quy chế"), "{table:?}");
        assert!(table[3].contains("2.1") && table[4].contains("HIỆU TRƯỞNG"), "{table:?}");
    }

    #[test]
    fn the_number_of_a_card_parts_it_from_the_one_above() {
        let rows: &[&[&str]] = &[
            &["Việc 1"],
            &["Tiêu chí", "1.9"],
            &["Nội dung", "Bổ sung quy chế"],
            &["Thời gian", "Tháng 3/2024"],
            &["Việc 2:"],
            &["Tiêu chí", "2.1"],
            &["Nội dung", "Đi học"],
            &["Thời gian", "Tháng 5/2024"],
        ];
        let table = laid(rows).expect("two cards");
        assert!(table.len() == 4 && table[3].contains("2.1") && table[3].contains("Đi học"), "{table:?}");
    }

    #[test]
    fn a_line_above_cards_names_the_criterion_of_each_until_the_next() {
        let rows: &[&[&str]] = &[
            &["1. Tiêu chí 1.9: Quy chế dân chủ"],
            &["Nội dung:", "Bổ sung quy chế"],
            &["Thời gian:", "Tháng 3/2024"],
            &["Kết quả:"],
            &["Nội dung:", "Niêm yết"],
            &["Thời gian:", "Tháng 4/2024"],
            &["Kết quả:"],
            &["2. Tiêu chí 2.1"],
            &["Nội dung:", "Đi học"],
            &["Thời gian:", "Tháng 5/2024"],
            &["Kết quả:", "Xong"],
        ];
        let parted = lines::with_criteria_apart(&grid(rows)).expect("named criteria");
        let labels = Labels::of(&parted).expect("labels");
        let table = lines(&table_of(&parted, &labels, &cards(&parted, &labels).expect("cards")).0);
        let coded: Vec<bool> = table.iter().map(|row| row.contains("1.9")).collect();
        assert_eq!(coded, [false, true, true, false], "{table:?}");
        assert!(table[2].contains("Niêm yết") && table[3].contains("2.1") && table[3].contains("Đi học"), "{table:?}");
    }

    #[test]
    fn pairs_that_do_not_come_again_and_cards_with_two_works_are_none() {
        let sheets: [&[&[&str]]; 3] = [
            &[&["Tiêu chí", "1.9"], &["Việc cải tiến", "a"], &["Thời gian", "b"]],
            &[
                &["Tiêu chí", "1.9"],
                &["Việc", "a"],
                &["Việc", "b"],
                &["Thời gian", "c"],
                &["Tiêu chí", "2.1"],
                &["Việc", "a"],
                &["Thời gian", "c"],
            ],
            &[
                &["Tiêu chí", "1.9"],
                &["Việc", "a"],
                &["Thời gian", "c"],
                &["Một dòng khác"],
                &["Tiêu chí", "2.1"],
                &["Việc", "a"],
                &["Thời gian", "c"],
            ],
        ];
        for rows in sheets {
            assert_eq!(laid(rows), None, "{rows:?}");
        }
    }
}
