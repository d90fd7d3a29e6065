//! A row in, whether it names a criterion or an item of the Mức 4 list.

use super::physical::Physical;
use super::primary;
use crate::form::Field;
use crate::model::LevelBand;
use crate::phrase;
use crate::read::day;
use crate::read::grid::CellKind;
use crate::read::header::Header;

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

/// Whether a text names a criterion or an item, and is not a sentence that happens to mention one.
pub(super) fn is_code(text: &str, standard: Option<u8>, band: Option<LevelBand>, kind: Option<CellKind>) -> bool {
    if let Some(CellKind::Date(_) | CellKind::Number { .. }) = kind {
        return true;
    }
    let found = phrase::criterion::parse(text, standard, band);
    found.criterion.is_some() || found.level4_item.is_some() || day::is_day(text)
}
