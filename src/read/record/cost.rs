//! What a row says of money → one cost. Where a table has several columns of money: the total, its parts by who pays, and what is left aside; nothing is counted twice.

mod scale;

use std::collections::{BTreeMap, BTreeSet};

use self::scale::{Scale, is_bare};
use super::Place;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, Cost, CostKind, CostPart, CostSource};
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::read::grid::CellKind;
use crate::read::header::{Holds, MoneyColumn};
use crate::read::rows::{Amount, LogicalRow, Piece, is_ditto};
use crate::text;

/// The columns of money of one table, each with its part in the amount of a row.
pub(super) struct Money<'h> {
    columns: Vec<(&'h MoneyColumn, Role)>,
    scales: BTreeMap<u32, Scale>,
}

/// What a column does for the amount of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It is the amount.
    Total,
    /// It is the amount where it says one.
    InPlace,
    /// It is added.
    Part,
    /// It says who pays.
    Payer,
    /// It means something else.
    Apart,
}

/// One row's amounts by column, as far as they are amounts.
type Amounts = BTreeMap<u32, i64>;

impl<'h> Money<'h> {
    /// Settles what the titles leave open by the sums of the rows; what stays open is told.
    pub(super) fn of(place: &Place<'h>, rows: &[&LogicalRow], findings: &mut Vec<Finding>) -> Self {
        let all = &place.header.money;
        let scales = scales(place, rows);
        let Some(cost) = place.header.column(Field::Cost).filter(|_| !all.is_empty()) else { return Money { columns: Vec::new(), scales } };
        let amounts: Vec<Amounts> = rows.iter().map(|row| amounts(&scales, row)).collect();
        let filled = |column: u32| rows.iter().any(|row| row.money.get(&column).is_some_and(|amount| !amount.piece.text.is_empty()));
        let parts: Vec<u32> =
            all.iter().filter(|money| matches!(money.holds, Holds::Part(_) | Holds::OfYear)).map(|money| money.column).collect();
        let open: Vec<u32> = all
            .iter()
            .filter(|money| matches!(money.holds, Holds::Unclear | Holds::Plain | Holds::Total) && money.column != cost.column)
            .map(|money| money.column)
            .collect();
        let principal = all.iter().find(|money| money.column == cost.column).map(|money| &money.holds);
        let has_total = principal == Some(&Holds::Total);
        let every: Vec<u32> = parts.iter().chain(&open).copied().collect();
        // Of amounts whose titles do not say so, only the sums of the rows show that they are parts of the total.
        let open_are_parts = !open.is_empty() && has_total && adds_up(&amounts, cost.column, &every) == Some(true);
        let among = all.iter().any(|money| money.among && money.column != cost.column);
        let plain_is_total =
            principal == Some(&Holds::Plain) && !parts.is_empty() && (among || adds_up(&amounts, cost.column, &parts) != Some(false));
        let only_asked = parts.is_empty() && open.is_empty() && !has_total;
        let role = |money: &MoneyColumn| match &money.holds {
            _ if money.column == cost.column => {
                if matches!(money.holds, Holds::Part(_) | Holds::OfYear) {
                    Role::Part
                } else {
                    Role::Total
                }
            }
            Holds::Part(_) | Holds::OfYear if has_total || plain_is_total || principal != Some(&Holds::Plain) => Role::Part,
            Holds::Payer => Role::Payer,
            Holds::Granted if only_asked => Role::InPlace,
            Holds::Unclear | Holds::Plain | Holds::Total if open_are_parts => Role::Part,
            _ => Role::Apart,
        };
        let columns: Vec<(&MoneyColumn, Role)> = all.iter().map(|money| (money, role(money))).collect();
        for (money, _) in columns.iter().filter(|(money, role)| *role == Role::Apart && filled(money.column)) {
            let what = match money.holds {
                Holds::Spent => Some("số tiền đã chi"),
                Holds::UnitPrice => Some("đơn giá"),
                Holds::OfEarlierYear => Some("số tiền của năm trước năm học này"),
                _ if has_total => Some("số tiền không phải phần của cột tổng"),
                _ => None,
            };
            let cell = Address::new(place.header.first, money.column);
            let told = match what {
                Some(what) => place.finding(&finding::COST_APART, cell).with("what", what),
                None => place.finding(&finding::COST_IN_SEVERAL_COLUMNS, cell),
            };
            findings.push(told.raw(&money.title).with("taken", &cost.title));
        }
        for (money, _) in columns.iter().filter(|(_, role)| *role == Role::InPlace) {
            let count = rows.iter().filter(|row| grants(row, money.column)).count();
            let told = place.finding(&finding::COST_GRANTED, Address::new(place.header.first, money.column));
            findings.extend((count > 0).then(|| told.raw(&money.title).with("count", count).with("taken", &cost.title)));
        }
        let years: Vec<&str> = columns
            .iter()
            .filter(|(money, role)| money.holds == Holds::OfYear && *role == Role::Part && filled(money.column))
            .map(|(money, _)| money.name())
            .collect();
        if years.len() > 1 && !columns.iter().any(|(_, role)| *role == Role::Total) {
            let told = place.finding(&finding::COST_OF_YEARS, Address::new(place.header.first, cost.column));
            findings.push(told.field(Field::Cost.title()).with("years", years.join(", ")));
        }
        Money { columns, scales }
    }
}

/// What a bare number counts in every column of money.
fn scales(place: &Place<'_>, rows: &[&LogicalRow]) -> BTreeMap<u32, Scale> {
    let single = place.header.column(Field::Cost).map(|cost| cost.column);
    let columns: BTreeSet<u32> = place.header.money.iter().map(|money| money.column).chain(single).collect();
    let own = |row: &LogicalRow, piece: &Piece| row.rows.contains(&piece.address.row) && !piece.text.is_empty();
    let scale = |column: u32| {
        let pieces = rows.iter().filter_map(|row| {
            let in_several = row.money.get(&column).map(|amount| &amount.piece);
            in_several.or_else(|| row.pieces.get(&Field::Cost).filter(|_| single == Some(column))).filter(|piece| own(row, piece))
        });
        Scale::of(unit(place, column), pieces)
    };
    columns.into_iter().map(|column| (column, scale(column))).collect()
}

impl Money<'_> {
    fn scale(&self, column: u32) -> Scale {
        self.scales.get(&column).copied().unwrap_or_default()
    }
}

/// Whether the columns add up to the total wherever both stand; `None` where they nowhere do.
fn adds_up(rows: &[Amounts], total: u32, parts: &[u32]) -> Option<bool> {
    let sums: Vec<bool> = rows
        .iter()
        .filter_map(|amounts| {
            let total = amounts.get(&total)?;
            let mut parts = parts.iter().filter_map(|part| amounts.get(part)).peekable();
            parts.peek()?;
            Some(parts.sum::<i64>() == *total)
        })
        .collect();
    (!sums.is_empty()).then(|| sums.iter().all(|fits| *fits))
}

/// Whether the row says in this column how much it is given; "Chưa duyệt", "Chờ" leave what was asked for.
fn grants(row: &LogicalRow, column: u32) -> bool {
    let text = row.money.get(&column).map_or("", |amount| amount.piece.text.as_str());
    let folded = text::fold(text);
    let open = ["chua", "cho", "dang"].iter().any(|opening| text::opens_with_words(&folded, opening));
    !folded.is_empty() && !open
}

fn amounts(scales: &BTreeMap<u32, Scale>, row: &LogicalRow) -> Amounts {
    let own = row.money.iter().filter(|(_, amount)| row.rows.contains(&amount.piece.address.row));
    let scale = |column: &u32| scales.get(column).copied().unwrap_or_default();
    own.filter_map(|(column, amount)| Some((*column, scale(column).weigh(&amount.piece).cost.amount_vnd?))).collect()
}

/// What the money cells of a row say, as they stand: "Ngân sách: 5; Xã hội hóa: 2".
pub(super) fn text(row: &LogicalRow, money: &Money<'_>) -> String {
    if money.columns.is_empty() {
        return row.text(Field::Cost).to_owned();
    }
    let said = money.columns.iter().filter(|(_, role)| *role != Role::Apart).filter_map(|(money, _)| {
        let text = row.money.get(&money.column).map(|amount| amount.piece.text.as_str()).filter(|text| !text.is_empty())?;
        Some(format!("{}: {text}", money.name()))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// The cost of a row.
pub(super) fn of_row(place: &Place<'_>, row: &LogicalRow, money: &Money<'_>, findings: &mut Vec<Finding>) -> Cost {
    if money.columns.is_empty() {
        let Some(piece) = row.pieces.get(&Field::Cost).filter(|piece| !piece.text.is_empty()) else { return Cost::default() };
        // In a row that was put right its own cell stands beside the column.
        let column = place.header.column(Field::Cost).map_or(piece.address.column, |cost| cost.column);
        return of_piece(place, row, piece, money.scale(column), findings);
    }
    let mut total: Option<Cost> = None;
    let mut parts: Vec<CostPart> = Vec::new();
    let (mut sources, mut whole) = (BTreeSet::new(), true);
    let granted = money.columns.iter().any(|(column, role)| *role == Role::InPlace && grants(row, column.column));
    for (column, role) in &money.columns {
        let role = match role {
            Role::Total if granted => &Role::Apart,
            Role::InPlace => {
                if granted {
                    &Role::Total
                } else {
                    &Role::Apart
                }
            }
            role => role,
        };
        let Some(Amount { piece, until }) = row.money.get(&column.column).filter(|amount| !amount.piece.text.is_empty()) else { continue };
        if *role == Role::Apart {
            continue;
        }
        let covered = || money.columns.iter().filter(|(other, _)| (column.column..=*until).contains(&other.column));
        let covers_total = covered().any(|(other, role)| *role == Role::Total && other.column != column.column);
        let payers: BTreeSet<CostSource> = covered()
            .filter_map(|(other, _)| if let Holds::Part(sources) = &other.holds { Some(sources) } else { None })
            .flatten()
            .copied()
            .collect();
        if *role == Role::Part && is_mark(&piece.text) {
            sources.extend(payers);
            continue;
        }
        if *role == Role::Payer {
            let named = phrase::money::parse_in(&piece.text, money.scale(column.column).unit_vnd.unwrap_or(1));
            sources.extend(named.sources.iter().copied());
            total = total.or((named.kind == CostKind::Amount).then_some(named));
            continue;
        }
        let read = of_piece(place, row, piece, money.scale(column.column), findings);
        sources.extend(read.sources.iter().copied());
        if *role == Role::Total || covers_total {
            total = Some(read);
            continue;
        }
        let own = if read.sources.is_empty() { payers } else { read.sources };
        match read.amount_vnd {
            Some(amount_vnd) => parts.push(CostPart { sources: own, amount_vnd }),
            None => {
                whole &= read.kind == CostKind::None;
                sources.extend(if read.kind == CostKind::None { BTreeSet::new() } else { own });
            }
        }
    }
    together(place, row, total, parts, sources, whole, money, findings)
}

/// The amount by its total and its parts.
#[expect(clippy::too_many_arguments, reason = "what one row says of money, in one place")]
fn together(
    place: &Place<'_>,
    row: &LogicalRow,
    total: Option<Cost>,
    parts: Vec<CostPart>,
    mut sources: BTreeSet<CostSource>,
    whole: bool,
    money: &Money<'_>,
    findings: &mut Vec<Finding>,
) -> Cost {
    let sum: i64 = parts.iter().map(|part| part.amount_vnd).sum();
    let among = money.columns.iter().any(|(column, role)| column.among && *role == Role::Part);
    let mut by_payer: BTreeMap<BTreeSet<CostSource>, i64> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.amount_vnd != 0) {
        *by_payer.entry(part.sources.clone()).or_default() += part.amount_vnd;
    }
    let said = total.as_ref().and_then(|total| total.amount_vnd);
    let amount = match said {
        Some(amount) if parts.is_empty() || amount == sum => amount,
        Some(amount) if among && sum < amount => {
            *by_payer.entry(BTreeSet::new()).or_default() += amount - sum;
            amount
        }
        Some(amount) => {
            if whole {
                let cell = row.pieces.get(&Field::Cost).map_or_else(|| row.address(), |piece| piece.address);
                let told = place.finding(&finding::COST_SUM_DIFFERS, cell).field(Field::Cost.title());
                findings.push(
                    told.raw(text(row, money)).with("total", phrase::money::grouped(amount)).with("sum", phrase::money::grouped(sum)),
                );
            }
            sources.extend(by_payer.keys().flatten().copied());
            by_payer.clear();
            amount
        }
        None if parts.is_empty() => {
            let mut cost = total.unwrap_or_default();
            if !sources.is_empty() && cost.kind == CostKind::None {
                cost.kind = CostKind::SourceOnly;
            }
            return Cost { sources, ..cost };
        }
        None => sum,
    };
    sources.extend(by_payer.keys().flatten().copied());
    let divided = by_payer.len() > 1 || by_payer.keys().any(|payers| *payers != sources);
    let parts =
        if divided { by_payer.into_iter().map(|(sources, amount_vnd)| CostPart { sources, amount_vnd }).collect() } else { Vec::new() };
    Cost { kind: if amount == 0 { CostKind::Zero } else { CostKind::Amount }, amount_vnd: Some(amount), sources, parts }
}

/// What one cell says. An amount merged over several rows is counted with the first of them.
fn of_piece(place: &Place<'_>, row: &LogicalRow, piece: &Piece, scale: Scale, findings: &mut Vec<Finding>) -> Cost {
    let weighed = scale.weigh(piece);
    let cost = weighed.cost.clone();
    let amount = cost.amount_vnd.is_some_and(|amount| amount > 0);
    let told = |rule, cell| place.finding(rule, cell).field(Field::Cost.title()).raw(&piece.text);
    if amount && !row.rows.contains(&piece.address.row) {
        findings.push(
            told(&finding::COST_SHARED, row.address()).with("what", "ghi trong ô gộp cho nhiều việc nên chỉ tính một lần, ở việc đầu"),
        );
        return Cost { kind: CostKind::None, amount_vnd: None, ..cost };
    }
    if amount && piece.raw.as_deref().is_some_and(is_ditto) {
        findings.push(
            told(&finding::COST_SHARED, piece.address).with("what", "ghi \"như trên\", được hiểu là dòng này cũng cần chừng ấy tiền"),
        );
    }
    let doubted = weighed.told(|| told(&finding::COST_BEYOND_UNIT, piece.address));
    let has_digits = piece.text.contains(|sign: char| sign.is_ascii_digit());
    match cost.kind {
        _ if doubted.is_some() => {}
        CostKind::Unspecified if is_of_resources(place) && !phrase::money::may_be_money(&piece.text) => {}
        CostKind::Unspecified if has_digits => findings.push(told(&finding::COST_NUMBER_UNREAD, piece.address)),
        CostKind::Unspecified if !phrase::money::is_left_open(&piece.text) => findings.push(told(&finding::COST_UNREAD, piece.address)),
        CostKind::UnitPrice => findings.push(told(&finding::COST_BY_PIECE, piece.address)),
        _ => {}
    }
    findings.extend(doubted);
    if is_bare(piece) && scale.unit_vnd.is_none() && cost.amount_vnd.is_some_and(|amount| amount > 0 && amount < 100_000) {
        findings.push(told(&finding::NUMBER_AS_COST, piece.address));
    }
    cost
}

/// "Nguồn lực bảo đảm" asks for people and hours as well as money.
fn is_of_resources(place: &Place<'_>) -> bool {
    place.header.column(Field::Cost).is_some_and(|cost| text::fold(&cost.title).starts_with("nguon luc"))
}

fn read(piece: &Piece, unit_vnd: i64) -> Cost {
    match piece.kind {
        CellKind::Number { value, .. } => of_number(value, unit_vnd),
        _ => phrase::money::parse_in(&piece.text, unit_vnd),
    }
}

/// By the column's own title, else by the words that hold for the table.
fn unit(place: &Place<'_>, column: u32) -> Option<i64> {
    place.header.money.iter().find(|money| money.column == column).and_then(|money| money.unit_vnd).or(place.unit_vnd)
}

fn is_mark(text: &str) -> bool {
    text.chars().count() <= 3 && text.parse::<f64>().is_err() && phrase::mark::parse(text) == Some(Mark::Yes)
}

fn of_number(value: f64, unit_vnd: i64) -> Cost {
    let amount = value * unit_vnd as f64;
    if !(0.0..1e15).contains(&amount) {
        return Cost { kind: CostKind::Unspecified, ..Cost::default() };
    }
    let amount = amount.round() as i64;
    Cost { kind: if amount == 0 { CostKind::Zero } else { CostKind::Amount }, amount_vnd: Some(amount), ..Cost::default() }
}
