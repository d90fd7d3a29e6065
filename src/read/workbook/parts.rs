//! The XML parts of a workbook, for what calamine does not hand out: where sheets lie, merged areas, hidden rows and columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::model::Address;
use crate::read::grid::Area;
use crate::read::package::{Package, resolved};
use crate::text;

/// Sheet name → member, from `workbook.xml` and its relations.
pub(super) fn sheet_paths(package: &Package) -> BTreeMap<String, String> {
    let targets: BTreeMap<String, String> =
        elements(package.member("xl/_rels/workbook.xml.rels").unwrap_or_default(), "Relationship", |element| {
            let target = attribute(element, "Target")?;
            Some((attribute(element, "Id")?, resolved("xl", &target)))
        })
        .into_iter()
        .collect();
    elements(package.member("xl/workbook.xml").unwrap_or_default(), "sheet", |element| {
        let id = element.attributes().flatten().find(|found| found.key.local_name().as_ref() == "id")?;
        let id = id.value.to_string();
        Some((attribute(element, "name")?, targets.get(&id)?.clone()))
    })
    .into_iter()
    .collect()
}

/// The members of the sheets of an `.xlsb`, in the order of its relations: the same as of its sheets in what Excel and LibreOffice write.
pub(super) fn binary_sheet_paths(package: &Package) -> Vec<String> {
    let mut paths = elements(package.member("xl/_rels/workbook.bin.rels").unwrap_or_default(), "Relationship", |element| {
        let target = attribute(element, "Target")?;
        target.contains("worksheets/").then(|| resolved("xl", &target))
    });
    paths.sort_by_key(|path| {
        path.bytes().filter(u8::is_ascii_digit).fold(0u64, |number, digit| number.wrapping_mul(10) + u64::from(digit - b'0'))
    });
    paths
}

/// Merged areas. They stand behind the rows, so only the end of the part is read.
pub(super) fn merges(part: &[u8]) -> Vec<Area> {
    let Some(named) = memmem::find(part, b"mergeCells") else { return Vec::new() };
    let start = part[..named].iter().rposition(|byte| *byte == b'<').unwrap_or(named);
    let mut areas = elements(&part[start..], "mergeCell", |element| area(&attribute(element, "ref")?));
    areas.sort();
    areas
}

/// Hidden rows and columns, only looked for where the part says `hidden`.
pub(super) fn hidden(part: &[u8]) -> (Vec<u32>, Vec<u32>) {
    if memmem::find(part, b" hidden=\"").is_none() {
        return (Vec::new(), Vec::new());
    }
    let shown = |element: &BytesStart<'_>| !matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
    let rows = elements(part, "row", |element| {
        if shown(element) {
            return None;
        }
        attribute(element, "r")?.parse::<u32>().ok()?.checked_sub(1)
    });
    let columns = elements(part, "col", |element| {
        if shown(element) {
            return None;
        }
        let first = attribute(element, "min")?.parse::<u32>().ok()?.checked_sub(1)?;
        let last = attribute(element, "max")?.parse::<u32>().ok()?.min(16_384);
        Some(first..last)
    });
    (rows, columns.into_iter().flatten().collect())
}

/// The lines that are printed above its pages, left, middle and right, without the codes of fonts, page numbers and dates. ECMA-376 18.3.1.39.
pub(super) fn page_header(part: &[u8]) -> Vec<String> {
    const NAMES: &[&str] = &["oddHeader", "firstHeader"];
    let Some(start) = memmem::find(part, b"<headerFooter") else { return Vec::new() };
    let Ok(text) = std::str::from_utf8(&part[start..]) else { return Vec::new() };
    let written = |name: &&str| {
        let (_, rest) = text.split_once(&format!("<{name}"))?;
        let (_, rest) = rest.split_once('>')?;
        rest.split_once('<').map(|(written, _)| unescaped(written))
    };
    let shown: Vec<String> = NAMES.iter().filter_map(written).map(|written| without_codes(&written)).collect();
    shown.iter().flat_map(|shown| shown.lines()).map(text::clean).filter(|line| !line.is_empty()).collect()
}

/// `&L&"Times New Roman,Bold"&13TRƯỜNG` is "TRƯỜNG" on a line of its own; `&&` is the sign itself.
fn without_codes(written: &str) -> String {
    let mut shown = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('&') {
        shown.push_str(before);
        let mut signs = after.chars();
        rest = match signs.next() {
            Some('&') => {
                shown.push('&');
                signs.as_str()
            }
            Some('L' | 'C' | 'R') => {
                shown.push('\n');
                signs.as_str()
            }
            Some('"') => signs.as_str().split_once('"').map_or("", |(_, behind)| behind),
            Some('K') => signs.as_str().get(6..).unwrap_or_default(),
            Some(digit) if digit.is_ascii_digit() => after.trim_start_matches(|sign: char| sign.is_ascii_digit()),
            Some(_) => signs.as_str(),
            None => "",
        };
    }
    shown.push_str(rest);
    shown
}

/// How many cells a sheet's part stores, by their opening tags.
pub(super) fn cell_count(part: &[u8]) -> usize {
    memmem::find_iter(part, b"<c ").count() + memmem::find_iter(part, b"<c>").count()
}

/// Cells that name a shared string by something that is no number: the reader gives the first string instead.
pub(super) fn bad_string_indexes(part: &[u8]) -> Vec<(Address, String)> {
    let bad = string_cells(part, |index| !index.iter().all(u8::is_ascii_digit));
    bad.into_iter().map(|(place, index)| (place, String::from_utf8_lossy(&index).into_owned())).collect()
}

/// Cells that name a shared string, and its number as it stands there, where that is `wanted`.
pub(super) fn string_cells(part: &[u8], wanted: impl Fn(&[u8]) -> bool) -> Vec<(Address, Vec<u8>)> {
    let mut found = Vec::new();
    for at in memmem::find_iter(part, b" t=\"s\"") {
        let rest = &part[at..part.len().min(at + 400)];
        let cell = &rest[..memmem::find(rest, b"</c>").unwrap_or(rest.len())];
        let Some(start) = memmem::find(cell, b"<v>") else { continue };
        let index: Vec<u8> = cell[start + 3..].iter().copied().take_while(|byte| *byte != b'<').collect();
        if !wanted(&index) {
            continue;
        }
        let opening = part[..at].iter().rposition(|byte| *byte == b'<').unwrap_or(at);
        let whole = &part[opening..at + start];
        let place = memmem::find(whole, b" r=\"").and_then(|found| {
            let name: Vec<u8> = whole[found + 4..].iter().copied().take_while(|byte| *byte != b'"').collect();
            address(std::str::from_utf8(&name).ok()?)
        });
        found.extend(place.map(|place| (place, index)));
    }
    found
}

/// Every element of this local name for which `take` finds something. Broken XML ends the search: what counts was read by calamine.
pub(super) fn elements<T>(part: &[u8], name: &str, mut take: impl FnMut(&BytesStart<'_>) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    let Ok(text) = std::str::from_utf8(part) else { return found };
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == name => found.extend(take(&element)),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.attributes().flatten().find(|found| found.key.as_ref() == name).map(|found| unescaped(&found.value))
}

/// The letters behind references such as `&amp;`; what is no reference stays.
pub(super) fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

/// `B2:D4`, or one cell.
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (address(first)?, address(last)?);
    (first.row <= last.row && first.column <= last.column).then_some(Area { first, last })
}

pub(super) fn address(text: &str) -> Option<Address> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = text[..letters].bytes().fold(0u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = text[letters..].parse().ok()?;
    Some(Address::new(row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: &[u8] = br#"<worksheet><cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"/></row><row r="3"/></sheetData><mergeCells count="2"><mergeCell ref="B2:D4"/><mergeCell ref="A1:A3"/></mergeCells></worksheet>"#;

    #[test]
    fn what_is_printed_above_a_page_has_no_codes() {
        let header = "&amp;L&amp;\"Times New Roman,Bold\"&amp;13UBND XÃ NGÀN TRƯƠI&#10;TRƯỜNG TH&amp;&amp;THCS 20/11&amp;C&amp;KFF0000Mẫu 3&amp;RTrang &amp;P/&amp;N";
        let part = format!(
            "<worksheet><sheetData/><headerFooter alignWithMargins=\"0\"><oddHeader>{header}</oddHeader><oddFooter>x</oddFooter></headerFooter></worksheet>"
        );
        assert_eq!(page_header(part.as_bytes()), ["UBND XÃ NGÀN TRƯƠI", "TRƯỜNG TH&THCS 20/11", "Mẫu 3", "Trang /"]);
        for none in ["<worksheet/>", "<headerFooter>", "<headerFooter><oddHeader/></headerFooter>", "<headerFooter><oddHeader>&amp;"] {
            assert_eq!(page_header(none.as_bytes()), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn merged_areas_are_found_behind_the_rows() {
        let shown: Vec<String> = merges(PART).iter().map(|area| format!("{}:{}", area.first, area.last)).collect();
        assert_eq!(shown, ["A1:A3", "B2:D4"]);
        assert!(merges(b"<worksheet><sheetData/></worksheet>").is_empty());
    }

    #[test]
    fn hidden_rows_and_columns_are_told() {
        assert_eq!(hidden(PART), (vec![1], vec![2, 3]));
    }

    #[test]
    fn a_shared_string_named_by_no_number_is_found() {
        let part = br#"<row><c r="A1" t="s"><v>0</v></c><c r="B1" s="3" t="s"><v>-1</v></c><c t="s" r="C1"><v>x</v></c><c r="D1"><v>-1</v></c></row>"#;
        let shown: Vec<String> = bad_string_indexes(part).iter().map(|(place, raw)| format!("{place} {raw}")).collect();
        assert_eq!(shown, ["B1 -1", "C1 x"]);
        assert_eq!(cell_count(part), 4);
    }

    #[test]
    fn an_area_that_is_none_is_left_out() {
        for text in ["", "A", "1", "B2:A1", "A0", "ABCD1"] {
            assert_eq!(area(text), None, "{text}");
        }
    }
}
