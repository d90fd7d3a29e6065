//! A row in, whether it names a criterion or an item of the Mức 4 list.

use super::physical::Physical;
use super::{names_the_row, primary, work};
use crate::form::Field;
use crate::model::{FormKind, LevelBand};
use crate::phrase;
use crate::read::day;
use crate::read::grid::CellKind;
use crate::read::header::Header;
use crate::read::names::Names;
use crate::text::fold;

/// Whether a row names a criterion or an item in the column that is for it.
pub(super) fn has_code(row: &Physical, header: &Header<'_>, standard: Option<u8>, band: Option<LevelBand>) -> bool {
    let field = primary(header);
    let band = band.or(header.form.band);
    is_code_field(field) && is_code(row.text(field), standard, band, row.pieces.get(&field).map(|piece| piece.kind))
}

/// Whether codes stand in this field.
pub(super) fn is_code_field(field: Field) -> bool {
    matches!(field, Field::Criterion | Field::Item | Field::Standard)
}

/// The numbers of "Tiêu chí 1", "Tiêu chí 10": criteria counted within a standard that they do not name.
pub(super) fn bare_codes<'r>(rows: &'r [Physical], header: &Header<'_>) -> impl Iterator<Item = u8> + use<'r> {
    const UNNAMED: u8 = 9;
    let field = primary(header);
    let bare = move |row: &Physical| {
        let text = row.text(field);
        let within = phrase::criterion::parse(text, Some(UNNAMED), None).criterion.filter(|code| code.standard() == Some(UNNAMED))?;
        let alone = phrase::criterion::parse(text, None, None).criterion.is_none();
        within.to_string().split_once('.').and_then(|(_, number)| number.parse().ok()).filter(|_| alone)
    };
    rows.iter().filter(move |_| is_code_field(field)).filter_map(bare)
}

/// Whether a text names a criterion or an item, and is not a sentence that happens to mention one.
pub(super) fn is_code(text: &str, standard: Option<u8>, band: Option<LevelBand>, kind: Option<CellKind>) -> bool {
    if let Some(CellKind::Date(_) | CellKind::Number { .. }) = kind {
        return true;
    }
    let found = phrase::criterion::parse(text, standard, band);
    found.criterion.is_some() || found.level4_item.is_some() || day::is_day(text)
}

/// "1.10", "1,1"; or the day that Excel made of it.
pub(super) fn is_dotted_code(text: &str) -> bool {
    text.contains(['.', ',']) && is_code(text, None, None, None) || day::is_day(text)
}

/// "1.1 | Phương hướng, chiến lược xây dựng và phát triển nhà trường" and nothing else: what the criterion is called is no work of it.
pub(super) fn leave_own_name(row: &mut Physical, header: &Header<'_>, names: &Names) {
    let of_work = matches!(header.form.kind, FormKind::Plan | FormKind::Result);
    let key = primary(header);
    if !of_work || key != Field::Criterion || !row.money.is_empty() || !row.extra.is_empty() {
        return;
    }
    let mut beside = row.pieces.iter().filter(|(field, piece)| !names_the_row(**field) && !piece.text.is_empty());
    let (Some((&field, piece)), None) = (beside.next(), beside.next()) else { return };
    let holds_work = field == Field::Content || work(header) == Some(field);
    let is_own = |criterion| names.opens(&fold(&piece.text), criterion);
    if holds_work && phrase::criterion::parse(row.text(key), None, None).criterion.is_some_and(is_own) {
        row.pieces.remove(&field);
    }
}

/// What may be said of a criterion or a standard as a whole, beside its name over the work.
pub(super) fn is_of_heading(field: Field) -> bool {
    matches!(
        field,
        Field::Situation
            | Field::Weakness
            | Field::Cause
            | Field::Target
            | Field::Indicator
            | Field::Evidence
            | Field::EvidenceCode
            | Field::Conditions
            | Field::Note
    )
}
