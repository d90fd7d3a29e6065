//! The drawing in which Excel shows notes: one shape for each. Its XML is often not well formed, so it is only ever added to at its end,
//! and shapes are found by the words around them, under whatever prefix a program gives them.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Context;

use super::sheet::Layout;
use crate::model::Address;

const WIDTH: u32 = 340;
const LINE: u32 = 17;
const LETTERS_PER_LINE: usize = 52;

const VML: &str = "urn:schemas-microsoft-com:vml";
const EXCEL: &str = "urn:schemas-microsoft-com:office:excel";

/// A drawing without shapes. `sheet` numbers the drawings of a workbook, so that the ids of their shapes differ.
pub(super) fn empty(sheet: u32) -> String {
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{sheet}\"/></o:shapelayout></xml>"
    )
}

/// Adds a shape for each note: where it is, and what it says.
///
/// # Errors
/// The drawing has no end to put shapes in front of.
pub(super) fn with(mut source: String, notes: &[(Address, String)], layout: &Layout, sheet: u32) -> anyhow::Result<String> {
    let mut number = highest(&source).unwrap_or(0).max(sheet * 1024);
    let is_new = !source.contains("_x0000_t202");
    let end = source.rfind("</").filter(|end| source[*end..].trim_end().ends_with('>')).context("phần vẽ ghi chú bị cắt ngang")?;
    let behind = source.split_off(end);
    if is_new {
        source.push_str(
            "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>",
        );
    }
    for (at, text) in notes {
        number += 1;
        source.push_str(&shape(*at, text, layout, number));
    }
    source.push_str(&behind);
    Ok(source)
}

fn shape(at: Address, text: &str, layout: &Layout, number: u32) -> String {
    let lines: usize = text.lines().map(|line| line.chars().count() / LETTERS_PER_LINE + 1).sum();
    let height = (lines as u32 + 2).min(30) * LINE;
    let left = (at.column + 1, 12);
    let top = (at.row.saturating_sub(1), 6);
    let right = along(left, WIDTH, &|column| layout.column_pixels(column), 16_383);
    let bottom = along(top, height, &|row| layout.row_pixels(row), 1_048_575);
    format!(
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style='position:absolute;width:{}pt;height:{}pt;z-index:1;visibility:hidden' fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}, {}, {}, {}, {}, {}, {}, {}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
        WIDTH * 3 / 4,
        height * 3 / 4,
        left.0,
        left.1,
        top.0,
        top.1,
        right.0,
        right.1,
        bottom.0,
        bottom.1,
        at.row,
        at.column
    )
}

/// So many pixels further along columns or rows.
fn along(from: (u32, u32), pixels: u32, size: &dyn Fn(u32) -> u32, last: u32) -> (u32, u32) {
    let (mut at, mut rest) = (from.0, from.1 + pixels);
    // Hidden columns take no place: a bound for those that hide all to the end.
    for _ in 0..2_000 {
        if at >= last || rest < size(at) {
            break;
        }
        rest -= size(at);
        at += 1;
    }
    (at, rest.min(size(at).saturating_sub(1)))
}

/// The highest number of a shape, of `_x0000_s1027`.
fn highest(source: &str) -> Option<u32> {
    let numbers = source.match_indices("_x0000_s").filter_map(|(at, found)| {
        let digits: String = source[at + found.len()..].chars().take_while(char::is_ascii_digit).take(9).collect();
        digits.parse().ok()
    });
    numbers.max()
}

/// Takes the shapes of these notes out.
pub(super) fn without(source: &str, gone: &BTreeSet<Address>) -> String {
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for (span, place) in notes(source) {
        if place.is_some_and(|place| gone.contains(&place)) {
            text.push_str(&source[at..span.start]);
            at = span.end;
        }
    }
    text.push_str(&source[at..]);
    text
}

/// The cells that have a shape.
pub(super) fn cells(source: &str) -> BTreeSet<Address> {
    notes(source).into_iter().filter_map(|(_, place)| place).collect()
}

/// Whether anything is drawn.
pub(super) fn has_shapes(source: &str) -> bool {
    const DRAWN: &[&str] = &["shape", "group", "rect", "roundrect", "oval", "line", "polyline", "image", "arc", "curve"];
    prefixes(source, VML).iter().any(|prefix| DRAWN.iter().any(|name| !elements(source, prefix, name).is_empty()))
}

/// The shapes of notes from above downwards, with their cells.
fn notes(source: &str) -> Vec<(Range<usize>, Option<Address>)> {
    let excel = prefixes(source, EXCEL);
    let mut spans: Vec<Range<usize>> = prefixes(source, VML).iter().flat_map(|prefix| elements(source, prefix, "shape")).collect();
    spans.sort_by_key(|span| span.start);
    let is_note = |shape: &str| shape.contains("ObjectType=\"Note\"") || shape.contains("ObjectType='Note'");
    let found = spans.into_iter().filter(|span| is_note(&source[span.clone()]));
    found.map(|span| (span.clone(), excel.iter().find_map(|prefix| place(&source[span.clone()], prefix)))).collect()
}

/// What a drawing calls a namespace by: `v:`, or nothing where it is the usual one.
fn prefixes(source: &str, namespace: &str) -> BTreeSet<String> {
    let named = source.match_indices(namespace).filter_map(|(at, _)| {
        let rest = source.get(at + namespace.len()..)?;
        let before = source[..at].strip_suffix(['"', '\''])?.trim_end().strip_suffix('=')?.trim_end();
        let name = before.rsplit(|letter: char| letter.is_whitespace() || letter == '<').next()?;
        let whole = rest.starts_with(['"', '\'']);
        let prefix = name.strip_prefix("xmlns")?;
        whole.then(|| prefix.strip_prefix(':').map_or_else(String::new, |prefix| format!("{prefix}:")))
    });
    named.collect()
}

/// The elements of a name that hold none of the same name.
fn elements(source: &str, prefix: &str, name: &str) -> Vec<Range<usize>> {
    let (open, close) = (format!("<{prefix}{name}"), format!("</{prefix}{name}>"));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = source[at..].find(&open).map(|start| at + start) {
        let inside = start + open.len();
        let rest = &source[inside..];
        at = inside;
        if !rest.starts_with(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>')) {
            continue;
        }
        let Some(tag) = rest.find('>') else { break };
        let end = if rest[..tag].ends_with('/') { Some(tag + 1) } else { rest.find(&close).map(|end| end + close.len()) };
        let Some(end) = end else { break };
        at = inside + end;
        found.push(start..at);
    }
    found
}

fn place(shape: &str, prefix: &str) -> Option<Address> {
    let number = |name: &str| -> Option<u32> {
        let open = format!("<{prefix}{name}>");
        let from = shape.find(&open)? + open.len();
        shape[from..].split('<').next()?.trim().parse().ok()
    };
    Some(Address::new(number("Row")?, number("Column")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_added_behind_the_schools_own_and_taken_out_alone() {
        let layout = Layout::read("<w><sheetData/></w>", &|_| false).expect("well formed");
        let own = with(empty(1), &[(Address::new(0, 0), "của trường".to_owned())], &layout, 1).expect("whole");
        let both = with(own.clone(), &[(Address::new(4, 1), "của chúng tôi".to_owned())], &layout, 1).expect("whole");
        assert_eq!(cells(&both), BTreeSet::from([Address::new(0, 0), Address::new(4, 1)]));
        assert!(both.contains("_x0000_s1025") && both.contains("_x0000_s1026"));
        assert_eq!(both.matches("<v:shapetype").count(), 1);
        assert_eq!(without(&both, &BTreeSet::from([Address::new(4, 1)])), own);
    }

    #[test]
    fn shapes_are_known_under_any_prefix() {
        // As openpyxl writes them.
        let other = "<xml xmlns:ns0=\"urn:schemas-microsoft-com:vml\" xmlns:ns1='urn:schemas-microsoft-com:office:excel'><ns0:shapetype id=\"_x0000_t202\"/><ns0:shape id=\"_x0000_s0001\"><ns0:textbox/><ns1:ClientData ObjectType='Note'><ns1:Row>3</ns1:Row><ns1:Column> 2</ns1:Column></ns1:ClientData></ns0:shape><ns0:shape\n id=\"b\"/></xml>";
        assert_eq!(cells(other), BTreeSet::from([Address::new(3, 2)]));
        let left = without(other, &BTreeSet::from([Address::new(3, 2)]));
        assert!(cells(&left).is_empty() && has_shapes(&left) && left.contains("<ns0:shape\n id=\"b\"/></xml>"), "{left}");
        assert!(!has_shapes("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shapetype id=\"x\"/></xml>"));
        let layout = Layout::read("<w><sheetData/></w>", &|_| false).expect("well formed");
        let more = with(other.to_owned(), &[(Address::new(9, 0), "thêm".to_owned())], &layout, 2).expect("whole");
        assert_eq!(cells(&more), BTreeSet::from([Address::new(3, 2), Address::new(9, 0)]));
        assert!(more.contains("_x0000_s2049"), "{more}");
        assert!(with("<xml".to_owned(), &[], &layout, 1).is_err());
    }

    #[test]
    fn a_note_is_as_wide_however_wide_the_columns_are() {
        let layout =
            Layout::read("<w><cols><col min=\"2\" max=\"2\" width=\"100\"/></cols><sheetData/></w>", &|_| false).expect("well formed");
        assert_eq!(along((1, 12), 340, &|column| layout.column_pixels(column), 16_383), (1, 352));
    }
}
