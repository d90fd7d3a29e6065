//! A written workbook and the rows that are to grow in, the same workbook with these rows free to grow out.
//!
//! Every height that rust_xlsxwriter is told is fixed: what is typed into such a row later is cut off. A height without
//! `customHeight` is where the row begins, and spreadsheets make it higher as it fills.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Releases the rows of each sheet, in the order of the sheets; other parts are copied as they are.
pub fn release(workbook: Vec<u8>, growing: &[&BTreeSet<u32>]) -> anyhow::Result<Vec<u8>> {
    if growing.iter().all(|rows| rows.is_empty()) {
        return Ok(workbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut released = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut member = archive.by_index(index)?;
        let name = member.name()?.into_owned();
        let rows = sheet_number(&name).and_then(|number| growing.get(number - 1)).filter(|rows| !rows.is_empty());
        match rows {
            None => released.raw_copy_file(member)?,
            Some(rows) => {
                let mut part = String::new();
                member.read_to_string(&mut part)?;
                // The time of the members is that of the writer, so that the same book gives the same bytes.
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(member.last_modified().unwrap_or_default());
                released.start_file(name, options)?;
                released.write_all(without_fixed_heights(&part, rows).as_bytes())?;
            }
        }
    }
    Ok(released.finish()?.into_inner())
}

/// 3 of `xl/worksheets/sheet3.xml`.
fn sheet_number(name: &str) -> Option<usize> {
    name.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?.parse().ok().filter(|number| *number > 0)
}

fn without_fixed_heights(part: &str, rows: &BTreeSet<u32>) -> String {
    let mut text = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(at) = rest.find("<row r=\"") {
        let (before, opening) = rest.split_at(at);
        let end = opening.find('>').map_or(opening.len(), |end| end + 1);
        let (tag, after) = opening.split_at(end);
        let number = tag["<row r=\"".len()..].split('"').next().and_then(|number| number.parse::<u32>().ok());
        text.push_str(before);
        if number.and_then(|number| number.checked_sub(1)).is_some_and(|row| rows.contains(&row)) {
            text.push_str(&tag.replace(" customHeight=\"1\"", ""));
        } else {
            text.push_str(tag);
        }
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::{sheet_number, without_fixed_heights};

    #[test]
    fn only_the_rows_that_grow_lose_their_fixed_height() {
        let part = r#"<sheetData><row r="1" ht="20" customHeight="1"><c r="A1"/></row><row r="12" spans="1:3" ht="20" customHeight="1"/></sheetData>"#;
        let free = without_fixed_heights(part, &[11].into());
        assert_eq!(
            free,
            r#"<sheetData><row r="1" ht="20" customHeight="1"><c r="A1"/></row><row r="12" spans="1:3" ht="20"/></sheetData>"#
        );
    }

    #[test]
    fn sheets_are_known_by_their_part() {
        assert_eq!(sheet_number("xl/worksheets/sheet12.xml"), Some(12));
        assert_eq!(sheet_number("xl/worksheets/_rels/sheet1.xml.rels"), None);
    }
}
