//! A workbook as the library wrote it in, the same with what the library cannot do out: rows free to grow, and rows written apart.
//!
//! Every height that rust_xlsxwriter is told is fixed: what is typed into such a row later is cut off. A height without
//! `customHeight` is where the row begins, and spreadsheets make it higher as it fills.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use anyhow::Context;
use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::apart::{Apart, Numbers};
use crate::model::Address;

/// What is to be done with one sheet once the library has written it.
#[derive(Default)]
pub struct Rest<'a> {
    /// Rows that are free to grow.
    pub growing: Option<&'a BTreeSet<u32>>,
    /// Tables whose rows are written apart, from top to bottom.
    pub apart: Vec<Apart<'a>>,
}

impl Rest<'_> {
    fn is_nothing(&self) -> bool {
        self.apart.is_empty() && self.growing.is_none_or(BTreeSet::is_empty)
    }
}

/// Completes the sheets, in their order, each on a thread of its own; other parts are copied as they are, packed.
pub fn complete(workbook: Vec<u8>, sheets: &[Rest<'_>], level: u8) -> anyhow::Result<Vec<u8>> {
    if sheets.iter().all(Rest::is_nothing) {
        return Ok(workbook);
    }
    let packed_before = workbook.len();
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut parts: Vec<(usize, String, Option<DateTime>, &Rest<'_>)> = Vec::new();
    for (index, rest) in sheets.iter().enumerate().filter(|(_, rest)| !rest.is_nothing()) {
        let mut member = archive.by_name(&format!("xl/worksheets/sheet{}.xml", index + 1))?;
        let mut part = String::new();
        member.read_to_string(&mut part)?;
        parts.push((index, part, member.last_modified(), rest));
    }
    let completed: Vec<(String, Vec<u8>)> = parts
        .into_par_iter()
        .map(|(index, part, time, rest)| {
            let name = format!("xl/worksheets/sheet{}.xml", index + 1);
            let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
            packed.start_file(name.as_str(), packing(level, time))?;
            sheet(&part, rest, &mut packed).with_context(|| format!("không ghi được phần {name}"))?;
            Ok((name, packed.finish()?.into_inner()))
        })
        .collect::<anyhow::Result<_>>()?;
    let mut completed: BTreeMap<String, Vec<u8>> = completed.into_iter().collect();
    // The room is known: growing to it would hold it three times over.
    let room = packed_before + completed.values().map(Vec::len).sum::<usize>();
    let mut whole = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
    for index in 0..archive.len() {
        let member = archive.by_index(index)?;
        let name = member.name()?.into_owned();
        if let Some(packed) = completed.remove(&name) {
            whole.raw_copy_file(ZipArchive::new(Cursor::new(packed))?.by_index(0)?)?;
        } else if name.starts_with("xl/tables/") {
            let options = packing(level, member.last_modified());
            let mut part = String::new();
            { member }.read_to_string(&mut part)?;
            whole.start_file(name, options)?;
            whole.write_all(in_full(part, sheets.iter().flat_map(|rest| &rest.apart)).as_bytes())?;
        } else {
            whole.raw_copy_file(member)?;
        }
    }
    Ok(whole.finish()?.into_inner())
}

/// The time of the members is that of the library, so that the same book gives the same bytes.
fn packing(level: u8, time: Option<DateTime>) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(i64::from(level)))
        .last_modified_time(time.unwrap_or_default())
}

/// What the library says of a table, for as many rows as are there.
fn in_full<'t>(part: String, mut apart: impl Iterator<Item = &'t Apart<'t>>) -> String {
    let Some((_, [shown, whole])) = apart.find_map(|apart| Some(apart.ranges()).filter(|(name, _)| attribute(&part, "name") == Some(name)))
    else {
        return part;
    };
    part.replace(&format!("ref=\"{shown}\""), &format!("ref=\"{whole}\""))
}

/// One sheet: its text up to a pattern, the rows in its place, and so on; the links at their own place.
fn sheet(part: &str, rest: &Rest<'_>, out: &mut impl Write) -> anyhow::Result<()> {
    let free;
    let part = match rest.growing.filter(|rows| !rows.is_empty()) {
        Some(rows) => {
            free = without_fixed_heights(part, rows);
            &free
        }
        None => part,
    };
    let mut links = String::new();
    let mut done = 0;
    for apart in &rest.apart {
        let (from, to) = rows(part, apart.first, apart.last).context("the library wrote no pattern")?;
        out.write_all(&part.as_bytes()[done..from])?;
        let styles = apart.patterns().map(|cell| style(&part[from..to], cell)).collect();
        apart.write(&Numbers { styles, relations: relations(part) }, out, &mut links)?;
        done = to;
    }
    let rest = &part[done..];
    // Internal links alone have no element of the library's to stand in: theirs comes before the settings of the page.
    let end = rest
        .find("</hyperlinks>")
        .map(|at| (at, false))
        .or_else(|| rest.find("<printOptions").or_else(|| rest.find("<pageMargins")).map(|at| (at, true)));
    match end {
        Some((at, bare)) if !links.is_empty() => {
            out.write_all(&rest.as_bytes()[..at])?;
            let links = if bare { format!("<hyperlinks>{links}</hyperlinks>") } else { links };
            out.write_all(links.as_bytes())?;
            out.write_all(&rest.as_bytes()[at..])?;
        }
        _ => out.write_all(rest.as_bytes())?,
    }
    Ok(())
}

/// From where to where some rows stand in a sheet: both have to be there.
fn rows(part: &str, first: u32, last: u32) -> Option<(usize, usize)> {
    const END: &str = "</row>";
    let from = part.find(&format!("<row r=\"{}\"", first + 1))?;
    let of_last = from + part[from..].find(&format!("<row r=\"{}\"", last + 1))?;
    Some((from, of_last + part[of_last..].find(END)? + END.len()))
}

/// The number of the format of a cell; the first is not written.
fn style(rows: &str, cell: Address) -> u32 {
    let tag = rows.find(&format!("<c r=\"{cell}\"")).map(|at| &rows[at..]).and_then(|cell| cell.split('>').next()).unwrap_or_default();
    attribute(tag, "s").and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Cell → the name of what it links to among the relations of the sheet.
fn relations(part: &str) -> BTreeMap<String, String> {
    let links = part.split("<hyperlink ").skip(1).filter_map(|link| link.split('>').next());
    links.filter_map(|link| Some((attribute(link, "ref")?.to_owned(), attribute(link, "r:id")?.to_owned()))).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let opening = format!("{name}=\"");
    let at = tag.match_indices(&opening).map(|(at, _)| at).find(|at| *at == 0 || tag.as_bytes()[at - 1] == b' ')?;
    tag[at + opening.len()..].split('"').next()
}

/// The sheet with some rows that spreadsheets may make higher.
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
    use super::{relations, rows, style, without_fixed_heights};
    use crate::model::Address;

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
    fn what_the_library_made_of_the_pattern_is_found() {
        let part = r#"<row r="9"><c r="A9"/></row><row r="10" spans="1:2"><c r="A10" s="7"/><c r="K10" s="4" t="s"><v>1</v></c></row><row r="11"><c r="A11"/></row></sheetData><hyperlinks><hyperlink ref="K10" r:id="rId3" location="'KH'!B2"/></hyperlinks>"#;
        let (from, to) = rows(part, 9, 10).expect("both rows are there");
        assert!(part[from..to].starts_with("<row r=\"10\"") && part[to..].starts_with("</sheetData>"));
        assert_eq!([Address::new(9, 0), Address::new(9, 10), Address::new(10, 0)].map(|cell| style(&part[from..to], cell)), [7, 4, 0]);
        assert_eq!(relations(part), [("K10".to_owned(), "rId3".to_owned())].into());
    }
}
