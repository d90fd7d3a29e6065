//! A sheet whose texts are surely in an old encoding in, the words among them that alone would leave a doubt read in it too out: "Møc 1" beside
//! "Tiªu chuÈn". Where fonts are known there is no doubt; of `.ods` they are not.

use crate::read::grid::{CellKind, Grid};
use crate::text;

/// Texts that make the encoding of a sheet.
const FEWEST: usize = 5;

pub(super) fn spread(grid: &mut Grid) {
    let cells = || grid.rows.iter().flat_map(|row| &row.cells);
    let converted = cells().filter(|cell| cell.kind == CellKind::Converted).filter_map(|cell| text::legacy_font(cell.raw.as_deref()?));
    let fonts: Vec<&'static str> = converted.collect();
    let Some(font) = fonts.first().copied().filter(|_| fonts.len() >= FEWEST) else { return };
    // Half the sheet may have come from elsewhere, and "Cô" is a word in every encoding.
    let is_mixed = fonts.iter().any(|other| *other != font)
        || cells().any(|cell| cell.kind == CellKind::Text && text::is_typed_in_unicode(&cell.text));
    if is_mixed {
        return;
    }
    for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.kind == CellKind::Text) {
        let raw = cell.raw.as_deref().unwrap_or(&cell.text);
        // "×" is a tick, though it is "ì" in TCVN3.
        if raw.chars().nth(1).is_none() {
            continue;
        }
        if let (text, true) = text::read(raw, Some(font)) {
            let raw = cell.raw.take().unwrap_or_else(|| cell.text.clone());
            (cell.text, cell.raw, cell.kind) = (text, Some(raw), CellKind::Converted);
        }
    }
}
