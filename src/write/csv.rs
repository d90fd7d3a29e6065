//! Rows of text in, a CSV file out that Excel opens as it is: UTF-8 with BOM, lines ended by CR LF.

use csv::{Terminator, WriterBuilder};

/// Rows may be shorter or longer than the header; nothing is cut.
pub fn to_bytes(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> anyhow::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.into_iter().map(harmless))?;
    }
    Ok(writer.into_inner()?)
}

/// What stands in a file, byte for byte, and rows after it; a file that is not there yet begins with the header.
pub fn with_rows(known: &[u8], header: &[&str], rows: impl Iterator<Item = Vec<String>>, delimiter: u8) -> anyhow::Result<Vec<u8>> {
    if known.is_empty() {
        return to_bytes(header, rows);
    }
    let mut bytes = known.to_vec();
    if !bytes.ends_with(b"\n") {
        bytes.extend(b"\r\n");
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).delimiter(delimiter).flexible(true).from_writer(bytes);
    for row in rows {
        writer.write_record(row.into_iter().map(harmless))?;
    }
    Ok(writer.into_inner()?)
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it. A dash alone, a telephone number and
/// a number stay as they are: they are no formulas, and people must read them.
fn harmless(text: String) -> String {
    let mut letters = text.chars();
    let risky = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !(letters.as_str().trim().is_empty() || is_number(letters.as_str())),
        _ => false,
    };
    if risky { format!("'{text}") } else { text }
}

/// Digits, with the separators people put between them: `84 912 345 678`, `1.234,5`, `5%`.
fn is_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '%'))
}

#[cfg(test)]
mod tests {
    use super::to_bytes;

    fn written(cell: &str) -> String {
        let bytes = to_bytes(&["a"], [vec![cell.to_owned()]].into_iter()).expect("memory can be written");
        String::from_utf8(bytes).expect("texts are UTF-8").trim_start_matches("\u{feff}a\r\n").trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn excel_sees_utf8_and_windows_lines() {
        let bytes = to_bytes(&["mã", "lời"], [vec!["F01".to_owned(), "Tệp rỗng, \"0 byte\"".to_owned()]].into_iter())
            .expect("memory can be written");
        assert_eq!(bytes, "\u{feff}mã,lời\r\nF01,\"Tệp rỗng, \"\"0 byte\"\"\"\r\n".as_bytes());
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_made_harmless() {
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(written("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(written("+A1"), "'+A1");
        assert_eq!(written("-2+3+cmd|' /C calc'!A0"), "'-2+3+cmd|' /C calc'!A0");
        assert_eq!(written("- Bồi dưỡng giáo viên"), "'- Bồi dưỡng giáo viên");
        assert_eq!(written("\tthụt vào"), "'\tthụt vào");
        assert_eq!(written("\rxuống dòng"), "\"'\rxuống dòng\"");
    }

    #[test]
    fn dashes_numbers_and_telephone_numbers_stay_readable() {
        for text in ["-", "- ", "-5", "-1.234,5", "+84912345678", "+84 912 345 678", "bình thường", ""] {
            assert_eq!(written(text).trim_matches('"'), text);
        }
    }
}
