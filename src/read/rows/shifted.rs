//! Rows whose cells all stand one column beside where they belong are put back.

use super::coded::is_dotted_code;
use super::wording::{are_bare_numbers, is_ordinal};
use super::{Amount, Physical, Piece, Side, has_code, is_code, is_code_field, primary};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::read::grid::CellKind;
use crate::read::header::Header;
use crate::read::names::Names;
use crate::text;

/// A longer text that names a criterion is a sentence.
const LONGEST_CODE: usize = 40;
/// The code and something said.
const FEWEST_SLIPPED: usize = 2;

/// Puts back rows whose cells all stand one column to the left, because the number is missing, or one to the right.
pub(super) fn unshift(header: &Header<'_>, names: &Names, rows: &mut [Physical]) {
    let Some(key) = header.column(primary(header)).filter(|key| key.field == Field::Criterion) else {
        return rows.iter_mut().filter(|row| has_slipped(header, row)).for_each(|row| shift(header, row, Side::Right));
    };
    for row in rows.iter_mut().filter(|row| slipped_right(header, row, key.column)) {
        shift(header, row, Side::Left);
    }
    let Some(before) = key.column.checked_sub(1) else { return };
    if codes_stand_in_ordinal(header, names, rows) {
        return;
    }
    let code_of = |text: &str| phrase::criterion::parse(text, None, None).criterion;
    let at = |row: &Physical, column: u32| {
        row.texts().into_iter().find(|(address, _)| address.column == column).map(|(_, text)| text.to_owned()).unwrap_or_default()
    };
    let count = |is: &dyn Fn(&Physical) -> bool| rows.iter().filter(|row| is(row)).count();
    let named_beside =
        count(&|row| names.named(&at(row, key.column + 1)).is_some()) > 2 * count(&|row| names.named(row.text(Field::Criterion)).is_some());
    // "1.5 | Hoàn chỉnh hồ sơ" where other rows have a number and a code; beside its name a code may as well have taken the place of the number.
    let coded_behind_numbers =
        count(&|row| is_dotted_code(row.text(Field::Criterion))) >= 2 * count(&|row| is_dotted_code(&at(row, before)));
    for row in rows.iter_mut() {
        let left = Some(at(row, before)).filter(|left| !left.is_empty());
        // Neither number nor criterion, and doer and time each one column too far left.
        let bare = !row.has(Field::Ordinal) && !row.has(Field::Criterion);
        if bare && fit(header, row, 1) >= 2 && fit(header, row, 0) == 0 {
            shift(header, row, Side::Right);
            continue;
        }
        // "2 | Mua kính hiển vi | Kế toán | 11/2023": numbered, and its work where the criterion should stand.
        if lacks_its_criterion(header, names, row, key.column) {
            shift_from(header, row, Side::Right, key.column);
            continue;
        }
        // "Tiêu chí 2" alone is a code too, by the standard or the band above it.
        let stands_before = |piece: &Piece| piece.address.column == before && matches!(piece.kind, CellKind::Date(_));
        let is_date = row.pieces.values().any(stands_before);
        let Some(left) = left.filter(|left| is_date || is_code(left, Some(1), None, None)) else { continue };
        let beside = row.text(Field::Criterion);
        // "TC 3: Cơ sở vật chất | 4": a standard and the number of its criterion.
        if header.field_at(before) == Some(Field::Standard) && are_bare_numbers(beside) {
            continue;
        }
        let coded = has_code(row, header, None, None) && phrase::criterion::evidence_code(beside).is_none();
        let named = text::fold(&left).starts_with('t') && left.chars().any(|letter| letter.is_ascii_digit());
        let better = fit(header, row, 1) > fit(header, row, 0);
        // "1.7 | Quản lý cán bộ" where a number, the code and its name are to stand.
        let beside_its_name = named_beside && names.named(beside).is_some_and(|named| Some(named) == code_of(&left));
        let misplaced = coded_behind_numbers && !coded && is_dotted_code(&left) && names.named(beside).is_none();
        let fits = fit(header, row, 1) >= fit(header, row, 0);
        if beside_its_name
            || misplaced && fits
            || !coded && (named && fit(header, row, 1) >= fit(header, row, 0) || better && (is_date || is_dotted_code(&left)))
        {
            shift(header, row, Side::Right);
        }
    }
}

/// Whether a row has its number and no criterion, and all that follows stands one column before its place.
fn lacks_its_criterion(header: &Header<'_>, names: &Names, row: &Physical, key: u32) -> bool {
    const FEWEST_FITTING: usize = 2;
    let stands_for_it = row.text(Field::Criterion);
    let Some(last) = header.columns.last() else { return false };
    header.field_at(key.saturating_sub(1)) == Some(Field::Ordinal)
        && row.text(Field::Ordinal).trim_end_matches(['.', ')']).parse::<u16>().is_ok()
        && stands_for_it.split_whitespace().nth(1).is_some()
        && !has_code(row, header, Some(1), None)
        && names.named(stands_for_it).is_none()
        && row.texts().iter().all(|(at, text)| text.is_empty() || at.column < last.column)
        && fit(header, row, 0) == 0
        && fit(header, row, 1) >= FEWEST_FITTING
}

/// Whether words stand where the number of a row should, and times, states and doers one column before theirs: "Phòng tin học | Đủ máy | Mua 15 máy".
fn has_slipped(header: &Header<'_>, row: &Physical) -> bool {
    const FEWEST_WORDS: usize = 2;
    const FEWEST_FITTING: usize = 2;
    let number = row.text(Field::Ordinal);
    let Some(last) = header.columns.last() else { return false };
    let ends_before = row.texts().iter().all(|(at, text)| text.is_empty() || at.column < last.column);
    number.split_whitespace().count() >= FEWEST_WORDS
        && !is_ordinal(number)
        && ends_before
        && fit(header, row, 0) == 0
        && fit(header, row, 1) >= FEWEST_FITTING
}

/// Whether the code of a row stands one column to the right of the others, what names the row stands there too, and nothing is before it.
fn slipped_right(header: &Header<'_>, row: &Physical, key: u32) -> bool {
    let texts = row.texts();
    let filled = || texts.iter().filter(|(_, text)| !text.is_empty());
    let at = |column: u32| filled().find(|(address, _)| address.column == column).map_or("", |(_, text)| *text);
    let before = at(key);
    let code = at(key + 1);
    let named = text::fold(code).starts_with('t') && code.chars().any(|letter| letter.is_ascii_digit());
    let is_code = code.chars().count() <= LONGEST_CODE && is_code(code, Some(1), None, None) && (named || is_dotted_code(code));
    let is_number = before.is_empty() || before.trim_end_matches(['.', ')']).bytes().all(|letter| letter.is_ascii_digit());
    is_code
        && is_number
        && filled().all(|(address, _)| address.column >= key)
        && filled().count() >= FEWEST_SLIPPED
        && header.field_at(key + 1).is_some_and(|field| !is_code_field(field) && field.level().is_none() && field != Field::Ordinal)
        && fit(header, row, -1) >= fit(header, row, 0)
}

/// Whether the codes of most rows stand in the number column, and the criterion column holds titles only.
pub(super) fn codes_stand_in_ordinal(header: &Header<'_>, names: &Names, rows: &[Physical]) -> bool {
    if header.column(Field::Ordinal).is_none() || header.column(Field::Criterion).is_none() {
        return false;
    }
    let coded = |row: &&Physical| {
        is_dotted_code(row.text(Field::Ordinal))
            && !row.text(Field::Criterion).is_empty()
            && !has_code(row, header, None, None)
            && fit(header, row, 1) <= fit(header, row, 0)
    };
    let with_criterion = rows.iter().filter(|row| has_code(row, header, None, None)).count();
    let in_ordinal = rows.iter().filter(coded).count();
    // "2.1 | Thư viện", "3.1 | Thiết bị": where the names are those of other criteria, works are numbered under them.
    let (mut agree, mut differ) = (0, 0);
    for row in rows.iter().filter(coded) {
        let code = phrase::criterion::parse(row.text(Field::Ordinal), None, None).criterion;
        match names.named(row.text(Field::Criterion)) {
            Some(named) if Some(named) == code => agree += 1,
            Some(_) => differ += 1,
            None => {}
        }
    }
    if differ > 1 && differ > agree {
        return false;
    }
    let Some(titled) = header.column(Field::Ordinal) else { return false };
    // "Tiêu chí | Tên tiêu chí" says so over one row, too.
    let fewest = if text::fold(&titled.title).contains("tieu chi") { 1 } else { 3 };
    in_ordinal >= fewest && in_ordinal > with_criterion
}

/// How many texts of a row are what their column holds, were they so many columns further right: times, states, marks, codes of evidence.
pub(super) fn fit(header: &Header<'_>, row: &Physical, shift: i32) -> usize {
    let fits = |(address, text): &(Address, &str)| match address.column.checked_add_signed(shift).and_then(|column| header.field_at(column))
    {
        Some(Field::Time | Field::Start | Field::End) => phrase::time::is_time(text),
        Some(Field::Status) => phrase::status::word(text).is_some(),
        Some(Field::EvidenceCode) => phrase::criterion::evidence_code(text).is_some(),
        Some(Field::Unmet | Field::Level1 | Field::Level2 | Field::Level3 | Field::Met) => phrase::mark::parse(text).is_some(),
        Some(Field::Lead | Field::Collector) => crate::read::content::is_role(text),
        Some(Field::Task | Field::Planned | Field::Evidence) => text.split_whitespace().count() >= 4,
        _ => false,
    };
    row.texts().iter().filter(|text| fits(text)).count()
}

fn shift(header: &Header<'_>, row: &mut Physical, to: Side) {
    shift_from(header, row, to, 0);
}

/// The same of what stands in this column or behind it.
fn shift_from(header: &Header<'_>, row: &mut Physical, to: Side, first: u32) {
    let pieces: Vec<Piece> = std::mem::take(&mut row.pieces)
        .into_values()
        .chain(
            std::mem::take(&mut row.money)
                .into_iter()
                .filter(|(column, _)| header.field_at(*column).is_none())
                .map(|(_, amount)| amount.piece),
        )
        .chain(std::mem::take(&mut row.extra).into_iter().map(|(address, text)| Piece { text, raw: None, address, kind: CellKind::Text }))
        .collect();
    let by = if to == Side::Right { 1 } else { -1 };
    for piece in pieces {
        let by = if piece.address.column < first { 0 } else { by };
        let Some(column) = piece.address.column.checked_add_signed(by) else { continue };
        if header.money.iter().any(|money| money.column == column) {
            row.money.insert(column, Amount { piece: piece.clone(), until: column });
        }
        match header.field_at(column) {
            Some(field) => {
                row.pieces.insert(field, piece);
            }
            None if header.knows(column) => {}
            None => row.extra.push((piece.address, piece.text)),
        }
    }
    row.shifted = Some(if to == Side::Right { Side::Left } else { Side::Right });
}
