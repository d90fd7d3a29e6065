//! Text of whatever origin in, text that a cell can hold out.

use std::borrow::Cow;

use crate::text::{CELL_LINE_FEEDS, CELL_UNITS, fits_cell};

/// Ends a text that had to be cut.
const CUT: &str = "… (xem đủ trong tệp Parquet)";

/// The text without what XML forbids, with one kind of line end, cut where a cell ends.
pub fn legible(text: &str) -> Cow<'_, str> {
    let clean = if may_hold_forbidden(text) && text.contains(is_forbidden) {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        Cow::Owned(lines.chars().filter(|letter| !is_forbidden(*letter)).collect())
    } else {
        Cow::Borrowed(text)
    };
    let text = match end_of_cell(&clean) {
        None => clean,
        Some(end) => Cow::Owned(format!("{}{CUT}", clean.get(..end).unwrap_or_default())),
    };
    match text.strip_suffix("</r>").filter(|_| text.starts_with("<r>")) {
        // The library would take it for rich text of its own and write it into the file as XML of a school's making; no letter more, for it may fill its cell.
        Some(inner) => Cow::Owned(format!("{inner}‹/r>")),
        None => text,
    }
}

/// Whether a spreadsheet that the text is typed into would take it for a formula.
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether a byte stands in the text that a forbidden character is written with; asked of every cell, and nearly always denied.
fn may_hold_forbidden(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..=0x8 | 0xB..=0x1F | 0x7F | 0xC2 | 0xEF))
}

fn is_forbidden(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Where to cut so that text and mark fit; nowhere when the whole text fits.
fn end_of_cell(text: &str) -> Option<usize> {
    if fits_cell(text) {
        return None;
    }
    let room = CELL_UNITS - CUT.encode_utf16().count();
    let (mut units, mut line_feeds) = (0, 0);
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        line_feeds += usize::from(*letter == '\n');
        units > room || line_feeds > CELL_LINE_FEEDS
    });
    end.map(|(position, _)| position)
}

#[cfg(test)]
mod tests {
    use super::{CUT, legible, looks_like_formula};

    #[test]
    fn a_text_is_never_written_as_xml() {
        assert_eq!(legible("<r><t>x</t></r>"), "<r><t>x</t>‹/r>");
        assert_eq!(legible("<r> và </r> trong câu"), "<r> và </r> trong câu");
        let long = format!("<r>{}</r>", "x".repeat(32_760));
        assert!(!legible(&long).ends_with("</r>") && legible(&long).encode_utf16().count() <= 32_767);
    }

    #[test]
    fn long_texts_are_cut_with_a_mark_and_short_ones_are_not() {
        let whole = "ố".repeat(32_767);
        assert_eq!(legible(&whole), whole);
        let cut = legible(&"ố".repeat(32_768)).into_owned();
        assert!(cut.ends_with(CUT));
        assert_eq!(cut.encode_utf16().count(), 32_767);
        assert!(legible(&"🙂".repeat(20_000)).encode_utf16().count() <= 32_767);
    }

    #[test]
    fn lines_beyond_what_a_cell_holds_are_cut() {
        assert_eq!(legible(&"a\n".repeat(253)).matches('\n').count(), 253);
        let cut = legible(&"a\n".repeat(300)).into_owned();
        assert_eq!(cut.matches('\n').count(), 253);
        assert!(cut.ends_with(CUT));
    }

    #[test]
    fn control_characters_go_and_line_ends_are_one() {
        assert_eq!(legible("a\u{0}b\r\nc\rd\u{1b}[31m\te"), "ab\nc\nd[31m\te");
    }

    #[test]
    fn what_could_be_typed_as_a_formula_is_known() {
        for text in ["=1", "+84", "-", "@a", "\tb", "\rc"] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        assert!(!looks_like_formula("1=2") && !looks_like_formula(""));
    }
}
