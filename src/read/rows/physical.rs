//! One row of the sheet → its cells by field, money apart, and what stands in no column of the form.

use std::collections::BTreeMap;

use super::{Amount, Piece, Side, names_the_row};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::phrase::mark::Sign;
use crate::read::grid::{Cell, CellKind, Grid, Row};
use crate::read::header::{Header, asks_whether_done};
use crate::read::section::{self, TimeTitle};
use crate::text::fold;

/// One row of the sheet, its cells by field.
#[derive(Debug, Clone)]
pub(super) struct Physical {
    pub index: u32,
    pub pieces: BTreeMap<Field, Piece>,
    pub money: BTreeMap<u32, Amount>,
    pub extra: Vec<(Address, String)>,
    pub shifted: Option<Side>,
}

impl Physical {
    pub fn new(row: &Row, header: &Header<'_>, grid: &Grid) -> Self {
        let mut physical = Physical { index: row.index, pieces: BTreeMap::new(), money: BTreeMap::new(), extra: Vec::new(), shifted: None };
        for cell in &row.cells {
            let address = Address::new(row.index, cell.column);
            let piece = || {
                as_answer(
                    as_share(Piece { text: cell.text.clone(), raw: cell.raw.clone(), address, kind: cell.kind }, header),
                    header,
                    grid,
                )
            };
            if header.money.iter().any(|money| money.column == cell.column) {
                let until = grid.merge_at(address).map_or(cell.column, |area| area.last.column);
                physical.money.insert(cell.column, Amount { piece: piece(), until });
            }
            match header.field_at(cell.column) {
                Some(field) if field.level().is_some() => {
                    // A mark merged over several levels is a mark of each.
                    let last = grid.merge_at(address).map_or(cell.column, |area| area.last.column);
                    let levels = (cell.column..=last).filter_map(|column| header.field_at(column)).filter(|field| field.level().is_some());
                    physical.pieces.extend(levels.map(|field| (field, piece())));
                }
                Some(field) => drop(physical.pieces.insert(field, piece())),
                None if header.knows(cell.column) => {}
                None => match covered(header, grid, cell.column).filter(|_| !cell.text.is_empty()) {
                    Some(field) => physical.goes_on(field, piece()),
                    None => match under_title(header, grid, row, cell.column) {
                        Some((field, titled)) => {
                            if header.money.iter().any(|money| money.column == titled) {
                                physical.money.insert(titled, Amount { piece: piece(), until: cell.column });
                            }
                            physical.pieces.insert(field, piece());
                        }
                        None => physical.extra.push((address, cell.text.clone())),
                    },
                },
            }
        }
        physical.measure(header);
        physical.stand_in(row, header);
        physical.adjust(row, header);
        physical
    }

    /// "- | Lập kế hoạch" under one title over two columns: `- Lập kế hoạch`.
    fn goes_on(&mut self, field: Field, piece: Piece) {
        match self.pieces.get_mut(&field).filter(|own| !own.text.is_empty()) {
            Some(own) => {
                own.text = format!("{} {}", own.text.trim_end(), piece.text);
                own.kind = CellKind::Text;
            }
            None => drop(self.pieces.insert(field, piece)),
        }
    }

    /// What the first half says, where the second says nothing.
    fn stand_in(&mut self, row: &Row, header: &Header<'_>) {
        if header.stand_ins.iter().any(|(_, field)| self.has(*field)) {
            return;
        }
        for (column, field) in &header.stand_ins {
            let Some(cell) = row.get(*column).filter(|cell| !cell.text.is_empty()) else { continue };
            let address = Address::new(row.index, *column);
            self.extra.retain(|(at, _)| *at != address);
            self.pieces.insert(*field, Piece { text: cell.text.clone(), raw: cell.raw.clone(), address, kind: cell.kind });
        }
    }

    /// A time that replaces the one planned.
    fn adjust(&mut self, row: &Row, header: &Header<'_>) {
        let Some((column, _)) = &header.adjusted else { return };
        let said = |cell: &&Cell| !phrase::status::is_nothing(&cell.text) && !phrase::status::is_placeholder(&cell.text);
        let Some(cell) = row.get(*column).filter(said) else { return };
        let field = if header.column(Field::End).is_some() { Field::End } else { Field::Time };
        let address = Address::new(row.index, *column);
        self.pieces.insert(field, Piece { text: cell.text.clone(), raw: cell.raw.clone(), address, kind: cell.kind });
    }

    /// "15 | triệu đồng": the unit of a row's amount in a column of its own.
    fn measure(&mut self, header: &Header<'_>) {
        let Some(cost) = header.column(Field::Cost) else { return };
        let beside =
            |column: u32, title: &str| column == cost.column + 1 && matches!(fold(title).as_str(), "don vi tinh" | "dvt" | "don vi");
        let Some((column, _)) = header.unused.iter().find(|(column, title)| beside(*column, title)) else { return };
        let said =
            self.extra.iter().position(|(address, text)| address.column == *column && phrase::money::unit(&format!("({text})")).is_some());
        let Some(at) = said else { return };
        let (_, unit) = self.extra.remove(at);
        let amounts = self.money.get_mut(&cost.column).map(|amount| &mut amount.piece);
        for piece in self.pieces.get_mut(&Field::Cost).into_iter().chain(amounts) {
            let shown = format!("{} {unit}", piece.text.trim());
            piece.raw.get_or_insert(std::mem::replace(&mut piece.text, shown));
            piece.kind = CellKind::Text;
        }
    }

    pub fn text(&self, field: Field) -> &str {
        self.pieces.get(&field).map_or("", |piece| piece.text.as_str())
    }

    /// Whether it has a number of its own, be it a formula whose result nobody kept: "=A10+1".
    pub fn is_numbered(&self) -> bool {
        let uncomputed = |piece: &Piece| piece.kind == CellKind::Uncomputed;
        self.has(Field::Ordinal) || self.pieces.get(&Field::Ordinal).is_some_and(uncomputed)
    }

    pub fn has(&self, field: Field) -> bool {
        !self.text(field).is_empty()
    }

    /// All texts from left to right.
    pub fn texts(&self) -> Vec<(Address, &str)> {
        let mut texts: Vec<(Address, &str)> = self
            .pieces
            .values()
            .map(|piece| (piece.address, piece.text.as_str()))
            .chain(self.extra.iter().map(|(address, text)| (*address, text.as_str())))
            .chain(self.money.values().map(|amount| (amount.piece.address, amount.piece.text.as_str())))
            .collect();
        texts.sort_unstable_by_key(|(address, _)| *address);
        // The cost itself is among the fields and among the money.
        texts.dedup_by_key(|(address, _)| *address);
        texts
    }

    /// The time that the row says, where it says nothing else.
    pub fn time_title(&self) -> Option<TimeTitle> {
        let texts: Vec<(Address, &str)> = self.texts().into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let only = || self.pieces.values().find(|piece| texts.len() == 1 && piece.address == texts[0].0);
        only().and_then(|piece| section::first_of_month(piece.kind, piece.address)).or_else(|| section::time_title(&texts))
    }

    /// Filled fields beside those that only say which row this is; all money is one.
    pub fn content(&self) -> usize {
        let fields = self.pieces.iter().filter(|(field, piece)| !names_the_row(**field) && !piece.text.is_empty()).count();
        let money = !self.pieces.contains_key(&Field::Cost) && self.money.values().any(|amount| !amount.piece.text.is_empty());
        fields + usize::from(money)
    }
}

/// The field of words whose title is merged over this column, too, where the column has no title of its own.
pub(in crate::read) fn covered(header: &Header<'_>, grid: &Grid, column: u32) -> Option<Field> {
    if header.unused.iter().any(|(unused, _)| *unused == column) {
        return None;
    }
    let area = (header.first..header.end).rev().find_map(|row| grid.merge_at(Address::new(row, column)))?;
    let field = header.field_at(area.first.column).filter(|_| area.first.column < column)?;
    matches!(field, Field::Task | Field::Planned | Field::Content | Field::Target | Field::Note | Field::Situation | Field::Lead)
        .then_some(field)
}

/// The field, and its column, whose title is merged over the column of a cell, where the row has nothing before it under that title: a table that was
/// a printed page has its cells beside where their titles begin.
pub(in crate::read) fn under_title(header: &Header<'_>, grid: &Grid, row: &Row, column: u32) -> Option<(Field, u32)> {
    if row.get(column).is_none_or(|cell| cell.text.is_empty()) || header.unused.iter().any(|(unused, _)| *unused == column) {
        return None;
    }
    let area = (header.first..header.end).rev().find_map(|title| grid.merge_at(Address::new(title, column)))?;
    let titled = area.first.column;
    let field = header.field_at(titled).filter(|_| titled < column)?;
    // "Thời gian" over "Bắt đầu" and nothing: what stands behind is no beginning.
    let divided = (area.last.row + 1..header.end).filter_map(|below| grid.row(below)).any(|below| below.get(titled).is_some());
    let before = row.cells.iter().any(|cell| (titled..column).contains(&cell.column) && !cell.text.is_empty());
    (!divided && !before).then_some((field, titled))
}

/// "Có" under "Hoàn thành (Có/Không)": `Hoàn thành`; "Không" there denies the work, and is no empty cell.
fn as_answer(mut piece: Piece, header: &Header<'_>, grid: &Grid) -> Piece {
    const LONGEST: usize = "không".len();
    if piece.text.len() > LONGEST {
        return piece;
    }
    let asked = header.columns.iter().any(|assigned| {
        let asks = || {
            let title = fold(&assigned.title);
            asks_whether_done(&title) || ["co khong", "da chua", "roi chua"].iter().any(|answers| title.ends_with(answers))
        };
        assigned.column == piece.address.column && assigned.field == Field::Status && asks()
    });
    let shown = match fold(&piece.text).as_str() {
        "co" | "da" | "roi" if asked => "Hoàn thành",
        "khong" | "ko" | "chua" if asked => "Chưa thực hiện",
        _ if asked && denies(&piece, header, grid) => "Chưa thực hiện",
        _ if asked && phrase::mark::sign(&piece.text) == Some(Sign::Tick) => "Hoàn thành",
        _ => return piece,
    };
    piece.raw.get_or_insert(std::mem::replace(&mut piece.text, shown.to_owned()));
    piece
}

/// "✗"; "x" is a tick as good as another, unless there are others.
fn denies(piece: &Piece, header: &Header<'_>, grid: &Grid) -> bool {
    let sign_at = |text: &str| phrase::mark::sign(text);
    let is_x = phrase::mark::parse(&piece.text) == Some(phrase::mark::Mark::Yes);
    let column = piece.address.column;
    let below = || grid.rows.iter().filter(|row| row.index >= header.end).filter_map(|row| row.get(column));
    sign_at(&piece.text) == Some(Sign::Cross) && (!is_x || below().any(|cell| sign_at(&cell.text) == Some(Sign::Tick)))
}

/// "50", or 0.5 without its format, under "Tiến độ (%)", "Tiến độ hoàn thành": `50%`.
fn as_share(mut piece: Piece, header: &Header<'_>) -> Piece {
    if !piece.text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return piece;
    }
    let is_share = header.columns.iter().any(|assigned| {
        assigned.column == piece.address.column
            && assigned.field == Field::Status
            && (assigned.title.contains('%') || fold(&assigned.title).contains("tien do"))
    });
    let number = || piece.text.trim().replace(',', ".").parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number));
    let Some(number) = is_share.then(number).flatten() else { return piece };
    // Nobody writes that one per cent is done.
    let share = if number <= 1.0 { number * 100.0 } else { number };
    let shown = format!("{}%", (share * 100.0).round() / 100.0);
    piece.raw.get_or_insert(std::mem::replace(&mut piece.text, shown));
    piece.kind = CellKind::Text;
    piece
}
