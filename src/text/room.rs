//! What one cell of a spreadsheet holds: so much is shown in a workbook of ours, whatever is kept beside it.

/// Excel's limits for one cell: UTF-16 units, and line feeds among them.
pub const CELL_UNITS: usize = 32_767;
pub const CELL_LINE_FEEDS: usize = 253;

/// Whether a cell holds the whole text. Asked of every cell: a short one is not looked at.
pub fn fits_cell(text: &str) -> bool {
    if text.len() <= CELL_LINE_FEEDS {
        return true;
    }
    let units = || text.encode_utf16().count();
    (text.len() <= CELL_UNITS || units() <= CELL_UNITS) && text.bytes().filter(|byte| *byte == b'\n').count() <= CELL_LINE_FEEDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_so_many_units_and_lines() {
        assert!(fits_cell(&"ố".repeat(CELL_UNITS)) && !fits_cell(&"ố".repeat(CELL_UNITS + 1)));
        assert!(!fits_cell(&"🙂".repeat(20_000)), "each takes two");
        assert!(fits_cell(&"a\n".repeat(CELL_LINE_FEEDS)) && !fits_cell(&"a\n".repeat(CELL_LINE_FEEDS + 1)));
    }
}
