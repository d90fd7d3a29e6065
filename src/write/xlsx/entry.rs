//! What may be filled in, in; the locks, lists to choose from and notes of a form that is handed out, out.

use rust_xlsxwriter::{DataValidation, Note, ProtectionOptions, Worksheet};

use super::plan::Piece;
use super::style::{FONT, Place};
use crate::table::{Entry, Rows};

/// Width and height of a note, in pixels: so many letters to a line, so high a line.
const NOTE_WIDTH: u32 = 260;
const NOTE_LETTERS: usize = 36;
const NOTE_LINE: u32 = 19;

/// Locks a sheet without a password: titles and codes stay as they are, rows can be added, removed and made higher.
pub fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        ..ProtectionOptions::new()
    });
}

/// Whether a line around the table is the school's to write: its dots still stand there, or nothing does.
pub fn is_left_to_fill(place: Place, text: &str) -> bool {
    match place {
        Place::Organisation | Place::OrganisationStrong | Place::SignatureDate => text.contains('…'),
        Place::SignatureStrong => text.is_empty() || text.contains('…'),
        _ => false,
    }
}

/// The note on each title.
pub fn notes(sheet: &mut Worksheet, titles: u32, piece: &Piece) -> anyhow::Result<()> {
    for (column, span) in piece.table.columns.iter().zip(&piece.spans) {
        let Some(text) = &column.note else { continue };
        let under_group = column.group.is_some();
        let row = if under_group { titles + piece.header_rows - 1 } else { titles };
        let lines: usize = text.lines().map(|line| line.chars().count() / NOTE_LETTERS + 1).sum();
        let height = (lines as u32 + 1) * NOTE_LINE;
        let note = Note::new(text).add_author_prefix(false).set_font_name(FONT).set_font_size(11).set_width(NOTE_WIDTH).set_height(height);
        sheet.insert_note(row, span.first, &note)?;
    }
    Ok(())
}

/// The lists to choose from: one for each run of cells with the same.
pub fn choices(sheet: &mut Worksheet, body: u32, piece: &Piece) -> anyhow::Result<()> {
    let Rows::Listed(rows) = piece.all else { return Ok(()) };
    let rows = &rows[piece.rows.clone()];
    for (index, span) in piece.spans.iter().enumerate() {
        let mut at = 0;
        while at < rows.len() {
            let entry = piece.table.entry(&rows[at], index);
            let run = rows[at..].iter().take_while(|row| piece.table.entry(row, index) == entry).count();
            if let Entry::Choice(options) = entry {
                let (first, last) = (body + at as u32, body + (at + run) as u32 - 1);
                let list = DataValidation::new()
                    .allow_list_strings(options)?
                    .set_error_title("Không có trong danh sách")?
                    .set_error_message("Hãy chọn một giá trị trong danh sách thả xuống, hoặc để trống ô này.")?;
                sheet.add_data_validation(first, span.first, last, span.first, &list)?;
            }
            at += run;
        }
    }
    Ok(())
}
