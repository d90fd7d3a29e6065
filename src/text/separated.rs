//! A text whose lines are rows of fields in, the rows as Excel shows them out, empty lines as rows too.

use csv::{Error, ReaderBuilder, StringRecord};

/// Rows have as many fields as they have. A field in quotes may hold separators and line feeds.
///
/// # Errors
/// The library refuses the text.
pub fn separated(text: &str, separator: u8) -> Result<Vec<StringRecord>, Error> {
    let mut reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    loop {
        // The reader passes over empty lines; the next row begins behind them.
        let begin = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(text.len());
        if !reader.read_record(&mut record)? {
            return Ok(rows);
        }
        let (before, rest) = text.split_at(begin);
        // Of "\r\n" the second half is still to come.
        let rest = if before.ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
        let passed = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n').count();
        rows.extend(std::iter::repeat_n(StringRecord::new(), passed));
        rows.push(record.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_row_and_a_field_may_hold_more() {
        let rows = |text: &str| -> Vec<String> {
            separated(text, b';').expect("fields").iter().map(|row| row.iter().collect::<Vec<_>>().join("|")).collect()
        };
        for (text, expected) in [
            ("a;b\n1;2\n", &["a|b", "1|2"][..]),
            ("a;b\r\n\r\n1;2", &["a|b", "", "1|2"]),
            ("\n\na\n\n\nb\n", &["", "", "a", "", "", "b"]),
            ("\"x\ny\";2\n\n\"z;\"\"\n", &["x\ny|2", "", "z;\"\n"]),
            (";;\n1\n", &["||", "1"]),
            ("", &[]),
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }
}
