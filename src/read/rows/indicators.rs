//! Rows that name an indicator where codes stand in, the same with the letter apart out: "a | Đạt | Đạt" below "1.1", "Chỉ báo b | Mua máy chiếu | 10/2024"
//! below "Tiêu chí 3.5".

use super::{Physical, Piece, has_code, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::grid::CellKind;
use crate::read::header::Header;
use crate::text;

/// "1.1 | | " over "a | Đạt | Đạt", or over "b | | ": the letter of an indicator stands where codes do.
pub(super) fn take_from_code(row: &mut Physical) {
    let is_marked = || row.pieces.keys().any(|field| field.level().is_some() && row.has(*field));
    if row.has(Field::Indicator) || !(is_marked() || row.texts().iter().filter(|(_, text)| !text.is_empty()).count() == 1) {
        return;
    }
    let Some(piece) = row.pieces.get_mut(&Field::Criterion).filter(|piece| phrase::mark::is_indicator(&piece.text)) else { return };
    let letter = std::mem::take(&mut piece.text);
    let indicator = Piece { text: letter.clone(), raw: None, address: piece.address, kind: CellKind::Text };
    piece.raw.get_or_insert(letter);
    row.pieces.insert(Field::Indicator, indicator);
}

/// "b" below its criterion, and nothing said of it.
pub(super) fn is_unmarked(row: &Physical) -> bool {
    phrase::mark::is_indicator(row.text(Field::Indicator)) && row.texts().iter().filter(|(_, text)| !text.is_empty()).count() == 1
}

/// Works under the indicators of a criterion: each is of the criterion above, and its letter numbers it where nothing else does.
pub(super) fn number_works(header: &Header<'_>, rows: &mut [Physical]) {
    let Some(work) = work(header).filter(|_| matches!(header.form.kind, FormKind::Plan | FormKind::Result)) else { return };
    if header.column(Field::Criterion).is_none() {
        return;
    }
    let mut below_a_code = false;
    for row in rows {
        let Some(letter) = row.pieces.get(&Field::Criterion).and_then(|piece| letter(&piece.text)) else {
            below_a_code |= has_code(row, header, None, None);
            continue;
        };
        if !below_a_code || row.text(work).is_empty() {
            continue;
        }
        if let Some(named) = row.pieces.remove(&Field::Criterion)
            && !row.has(Field::Ordinal)
        {
            let raw = named.raw.or(Some(named.text));
            row.pieces.insert(Field::Ordinal, Piece { text: letter.to_string(), raw, ..named });
        }
    }
}

/// `b` of "b", "b)", "Chỉ báo b", "Chỉ báo b: Cơ cấu tổ chức", "Nội hàm b."
fn letter(text: &str) -> Option<char> {
    /// "Chỉ báo b: …", and what it asks.
    const LONGEST: usize = 300;
    if text::has_more_letters(text, LONGEST) {
        return None;
    }
    let folded = text::fold(text);
    let named = ["chi bao ", "noi ham ", "chi so "].iter().find_map(|word| folded.strip_prefix(word));
    let (letter, rest) = named.unwrap_or(&folded).split_at_checked(1)?;
    let ends = rest.is_empty() || named.is_some() && rest.starts_with(' ');
    letter.chars().next().filter(|letter| ends && ('a'..='e').contains(letter))
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn an_indicator_is_its_letter() {
        for (text, expected) in [
            ("b", Some('b')),
            ("b)", Some('b')),
            ("Chỉ báo a", Some('a')),
            ("Chỉ báo c.", Some('c')),
            ("Chỉ báo b: Cơ cấu tổ chức", Some('b')),
            ("Nội hàm a", Some('a')),
        ] {
            assert_eq!(letter(text), expected, "{text}");
        }
        for text in ["", "a, b", "Chỉ báo", "Chỉ báo an toàn", "A5", "Tiêu chí 1.1", "Bảo vệ", "Chỉ báo 1", "Chỉ báo a, b và c", "ab"]
        {
            let expected = if text.starts_with("Chỉ báo a,") { Some('a') } else { None };
            assert_eq!(letter(text), expected, "{text}");
        }
    }
}
