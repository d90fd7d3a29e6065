//! What a workbook carries for programs in, a sheet that nobody sees out: bytes as text, in as many cells as they need.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_xlsxwriter::Workbook;

use crate::table::{CARRIED_MARK, CARRIED_SHEET, Carried};

/// Bytes of one cell; their text and its mark stay below the 32,767 letters of Excel.
const PIECE: usize = 24_000;

/// One row a piece: its name, then its text.
pub fn sheet(workbook: &mut Workbook, carried: &[Carried]) -> anyhow::Result<()> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(CARRIED_SHEET)?.set_very_hidden(true);
    let mut row = 0;
    for Carried { name, bytes } in carried {
        let pieces = bytes.chunks(PIECE).chain((bytes.is_empty()).then_some(&[][..]));
        for piece in pieces {
            sheet.write_string(row, 0, name)?;
            sheet.write_string(row, 1, format!("{CARRIED_MARK}{}", STANDARD.encode(piece)))?;
            row += 1;
        }
    }
    Ok(())
}
