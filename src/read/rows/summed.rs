//! The rows of a table in, those out that hold nothing but what the amounts above them come to, whether or not somebody wrote "Cộng" before it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Physical, Piece};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;

/// Amounts that must stand above a sum.
const FEWEST: usize = 2;

/// By row of the sheet.
pub(super) fn rows(rows: &[Physical]) -> BTreeSet<u32> {
    let mut sums = BTreeSet::new();
    if !rows.iter().any(|row| is_bare(row) || is_labelled(row)) {
        return sums;
    }
    let mut columns: BTreeMap<u32, Column> = BTreeMap::new();
    let last = rows.iter().rposition(|row| !amounts(row).is_empty());
    for (at, row) in rows.iter().enumerate() {
        let amounts = amounts(row);
        if amounts.is_empty() {
            continue;
        }
        let fits = |is: &dyn Fn(&Column, &Amounts) -> bool| {
            amounts.iter().any(|(column, amounts)| columns.get(column).is_some_and(|above| above.count >= FEWEST && is(above, amounts)))
        };
        // Nothing of the kind follows, and it is more than any above and near to all of them: the sum, reckoned wrongly.
        let near =
            |above: &Column, amounts: &Amounts| above.most < amounts.as_they_stand && above.whole.as_they_stand / 2 < amounts.as_they_stand;
        let closes = last == Some(at) && fits(&|above, amounts| above.at + 1 == at && near(above, amounts));
        let sums_up = || fits(&|above, amounts| above.comes_to(amounts));
        if is_bare(row) && (closes || sums_up()) || is_labelled(row) && sums_up() {
            sums.insert(row.index);
            for (column, _) in amounts {
                columns.entry(column).or_default().begin();
            }
            continue;
        }
        for (column, amounts) in amounts {
            columns.entry(column).or_default().add(at, amounts);
        }
    }
    sums
}

/// Whether a row has nothing but money.
fn is_bare(row: &Physical) -> bool {
    let texts = row.texts();
    let mut filled = texts.iter().filter(|(_, text)| !text.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|(address, _)| holds_money(row, address))
}

/// Whether a row has one text and money, and neither number nor criterion nor time nor whoever does it: whatever the text calls it, it may be a sum.
fn is_labelled(row: &Physical) -> bool {
    let of_work = [Field::Ordinal, Field::Criterion, Field::Time, Field::Lead].into_iter().any(|field| {
        row.pieces.get(&field).is_some_and(|piece| !piece.text.is_empty() && piece.text.contains(|letter: char| letter.is_ascii_digit()))
    });
    let texts = row.texts();
    let filled = || texts.iter().filter(|(_, text)| !text.is_empty());
    !of_work && filled().count() >= 2 && filled().filter(|(address, _)| !holds_money(row, address)).count() == 1
}

fn holds_money(row: &Physical, address: &Address) -> bool {
    row.money.values().any(|amount| amount.piece.address == *address)
        || row.pieces.get(&Field::Cost).is_some_and(|piece| piece.address == *address)
}

/// One amount, a bare number in it read as đồng and as millions: which it is, is said elsewhere.
#[derive(Clone, Copy, Default)]
struct Amounts {
    as_they_stand: i64,
    in_millions: i64,
}

/// What stands in one column so far.
#[derive(Default)]
struct Column {
    count: usize,
    /// The place of the last amount among the rows.
    at: usize,
    most: i64,
    since_last: Amounts,
    whole: Amounts,
}

impl Column {
    fn add(&mut self, at: usize, amounts: Amounts) {
        (self.count, self.at, self.most) = (self.count + 1, at, self.most.max(amounts.as_they_stand));
        for sum in [&mut self.since_last, &mut self.whole] {
            sum.as_they_stand = sum.as_they_stand.saturating_add(amounts.as_they_stand);
            sum.in_millions = sum.in_millions.saturating_add(amounts.in_millions);
        }
    }

    fn begin(&mut self) {
        self.since_last = Amounts::default();
    }

    fn comes_to(&self, amounts: &Amounts) -> bool {
        [self.since_last, self.whole].iter().any(|sum| sum.as_they_stand == amounts.as_they_stand || sum.in_millions == amounts.in_millions)
    }
}

/// The amounts of a row by column. A row that says of money anything else has none.
fn amounts(row: &Physical) -> Vec<(u32, Amounts)> {
    let cost = row.pieces.get(&Field::Cost).into_iter();
    let mut found: BTreeMap<u32, Option<Amounts>> = BTreeMap::new();
    for piece in cost.chain(row.money.values().map(|amount| &amount.piece)).filter(|piece| !piece.text.is_empty()) {
        found.insert(piece.address.column, read(piece));
    }
    found.into_iter().map(|(column, amounts)| amounts.map(|amounts| (column, amounts))).collect::<Option<_>>().unwrap_or_default()
}

fn read(piece: &Piece) -> Option<Amounts> {
    let digit = piece.text.contains(|letter: char| letter.is_ascii_digit());
    let [as_they_stand, in_millions] =
        [1, 1_000_000].map(|unit| phrase::money::parse_in(&piece.text, unit).amount_vnd.filter(|amount| *amount > 0 && digit));
    Some(Amounts { as_they_stand: as_they_stand?, in_millions: in_millions? })
}
