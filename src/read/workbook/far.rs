//! `content.xml` of an `.ods` with a cell far below or far to the right → the same without it, and how many filled cells that left out.
//!
//! Such a cell makes a sheet look a million rows long; the rows people see stand before the gap.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Empty rows in one piece that end what people see.
const FAR_ROWS: u32 = 10_000;
/// Empty cells in one piece that end a row.
const FAR_COLUMNS: u32 = 1_000;

/// `None` where nothing stands behind such a gap: the reader would make room for all of it before it looks.
pub(super) fn clipped(content: &[u8]) -> Option<(Vec<u8>, u64)> {
    let text = std::str::from_utf8(content).ok()?;
    let mut reader = Reader::from_str(text);
    let mut gaps: Vec<std::ops::Range<usize>> = Vec::new();
    let (mut left_out, mut hides) = (0, false);
    // Where the sheet and the row end, by a gap that was seen.
    let (mut sheet_over, mut row_over) = (false, false);
    let mut row = Open::default();
    let mut cell = Open::default();
    loop {
        let before = position(&reader)?;
        let event = reader.read_event().ok()?;
        let after = position(&reader)?;
        match event {
            Event::Eof => break,
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => sheet_over = false,
                "table:table-row" => (row, row_over) = (Open::at(before, number(&element, "table:number-rows-repeated")), false),
                "table:table-cell" | "table:covered-table-cell" => {
                    cell = Open::at(before, number(&element, "table:number-columns-repeated"));
                    cell.valued = is_valued(&element);
                }
                _ => {}
            },
            Event::Empty(element) => match element.name().as_ref() {
                "table:table-row" if sheet_over || number(&element, "table:number-rows-repeated") >= FAR_ROWS => {
                    sheet_over = true;
                    gaps.push(before..after);
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let valued = is_valued(&element);
                    row_over |= !valued && number(&element, "table:number-columns-repeated") >= FAR_COLUMNS;
                    if row_over {
                        gaps.push(before..after);
                        (left_out, hides) = (left_out + u64::from(valued), hides || valued);
                    } else {
                        row.note(valued, valued);
                    }
                }
                _ => {}
            },
            Event::Text(words) => cell.filled |= !words.trim().is_empty(),
            Event::End(element) => match element.name().as_ref() {
                "table:table-cell" | "table:covered-table-cell" => {
                    row_over |= !cell.valued && !cell.filled && cell.repeated >= FAR_COLUMNS;
                    if row_over {
                        gaps.push(cell.start..after);
                        (left_out, hides) = (left_out + u64::from(cell.filled), hides || cell.valued || cell.filled);
                    } else {
                        row.note(cell.filled, cell.valued);
                    }
                    cell = Open::default();
                }
                "table:table-row" => {
                    sheet_over |= !row.valued && !row.filled && row.repeated >= FAR_ROWS;
                    if sheet_over {
                        gaps.retain(|gap| gap.start < row.start);
                        gaps.push(row.start..after);
                        (left_out, hides) = (left_out + row.cells, hides || row.valued);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    if !hides {
        return None;
    }
    let mut kept = Vec::with_capacity(content.len());
    let mut at = 0;
    for gap in gaps {
        kept.extend_from_slice(&content[at..gap.start]);
        at = gap.end;
    }
    kept.extend_from_slice(&content[at..]);
    Some((kept, left_out))
}

/// An element that is not yet closed.
#[derive(Default)]
struct Open {
    start: usize,
    repeated: u32,
    /// Something to read stands in it, in so many cells.
    filled: bool,
    cells: u64,
    /// The file gives it a value, be it a space.
    valued: bool,
}

impl Open {
    fn at(start: usize, repeated: u32) -> Self {
        Open { start, repeated, ..Open::default() }
    }
}

impl Open {
    fn note(&mut self, filled: bool, valued: bool) {
        self.filled |= filled;
        self.cells += u64::from(filled);
        self.valued |= valued || filled;
    }
}

fn is_valued(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|found| matches!(found.key.as_ref(), "office:value-type" | "calcext:value-type"))
}

fn position(reader: &Reader<&[u8]>) -> Option<usize> {
    usize::try_from(reader.buffer_position()).ok()
}

fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    let found = element.attributes().flatten().find(|found| found.key.as_ref() == name);
    found.and_then(|found| found.value.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(content: &str) -> Option<(String, u64)> {
        clipped(content.as_bytes()).map(|(kept, left)| (String::from_utf8(kept).expect("cut between elements"), left))
    }

    #[test]
    fn what_stands_behind_a_gap_is_cut_off_and_counted() {
        let filled = |text: &str| format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>");
        let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
        let gap = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
        let sheet = |rows: &str| format!("<table:table>{rows}</table:table>");
        let seen = row(&filled("a"));
        let ghost = sheet(&format!("{seen}{gap}{}", row(&filled(" "))));
        assert_eq!(clip(&ghost), Some((sheet(&seen), 0)));
        let far = sheet(&format!("{seen}{gap}{}", row(&filled("xa"))));
        assert_eq!(clip(&far), Some((sheet(&seen), 1)));
        let wide = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
        let right = sheet(&row(&format!("{}{wide}{}", filled("a"), filled("b"))));
        assert_eq!(clip(&format!("{right}{}", sheet(&seen))), Some((format!("{}{}", sheet(&seen), sheet(&seen)), 1)));
        assert_eq!(clip(&sheet(&seen)), None);
        // What LibreOffice writes below and beside every sheet.
        assert_eq!(clip(&sheet(&format!("{seen}{gap}"))), None);
        assert_eq!(clip(&sheet(&row(&format!("{}{wide}", filled("a"))))), None);
        assert_eq!(clip("<table:table><broken"), None);
    }
}
