//! The texts of an `.xlsx`, shared or within their cells, whose parts have looks of their own in, the text as people see it out: each run decoded by its font,
//! what was struck through left out and told.
//!
//! calamine joins the runs of a text and drops their looks.

use std::collections::BTreeMap;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts::{address, attribute, unescaped};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind};
use crate::text;

/// A text in parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rich {
    runs: Vec<Run>,
}

/// A part of a text and its looks.
#[derive(Debug, Clone, Default, PartialEq)]
struct Run {
    text: String,
    /// Where it has one of its own.
    font: Option<String>,
    struck: bool,
}

impl Rich {
    /// The cell that holds it, and what of it is struck through; a text that is struck through as a whole is kept.
    pub fn cell(&self, column: u32, font: Option<&str>) -> (Option<Cell>, Option<String>) {
        let raw: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        let mut converted = false;
        let mut decoded = |struck: Option<bool>| -> String {
            let runs = self.runs.iter().filter(|run| struck.is_none_or(|struck| run.struck == struck));
            runs.map(|run| match run.font.as_deref().or(font).filter(|font| text::is_legacy_font(font)) {
                Some(font) => match text::legacy(&run.text, Some(font)) {
                    Some(text) => {
                        converted = true;
                        text
                    }
                    None => run.text.clone(),
                },
                None => run.text.clone(),
            })
            .collect()
        };
        let (kept, struck) = (decoded(Some(false)), decoded(Some(true)));
        let whole = kept.trim().is_empty();
        let shown = if whole { decoded(None) } else { kept };
        let (text, mended) = text::read(&shown, None);
        let kind = if converted || mended { CellKind::Converted } else { CellKind::Text };
        let cell = (!text.is_empty()).then(|| Cell { column, raw: (text != raw).then_some(raw), text, kind });
        let struck = struck.trim();
        (cell, (!struck.is_empty()).then(|| text::read(struck, None).0))
    }

    /// Whether a run of it has looks that change how it is read.
    fn has_looks(&self) -> bool {
        self.runs.iter().any(|run| run.struck || run.font.as_deref().is_some_and(text::is_legacy_font))
    }

    /// Whether nothing of it is left that is not struck through.
    pub fn is_struck(&self) -> bool {
        self.runs.iter().all(|run| run.struck || run.text.trim().is_empty())
    }
}

/// The shared texts of which a part is struck through or in a font whose letters are not Unicode, by their number. Most workbooks have none.
pub(super) fn rich(strings: &[u8]) -> BTreeMap<usize, Rich> {
    let found = if has_looks(strings) { texts(strings) } else { Vec::new() };
    found.into_iter().enumerate().filter(|(_, (_, text))| text.has_looks()).map(|(at, (_, text))| (at, text)).collect()
}

/// Such texts that stand within the cells of a sheet.
pub(super) fn inline(part: &[u8]) -> BTreeMap<Address, Rich> {
    let found = if memmem::find(part, b"inlineStr").is_some() && has_looks(part) { texts(part) } else { Vec::new() };
    found.into_iter().filter(|(_, text)| text.has_looks()).filter_map(|(place, text)| Some((place?, text))).collect()
}

fn has_looks(part: &[u8]) -> bool {
    [&b"strike"[..], b"rFont val=\".V", b"rFont val=\"V"].iter().any(|words| memmem::find(part, words).is_some())
}

/// Every text of a part, `si` or `is`, and the cell it stands in. Broken XML ends the search.
fn texts(part: &[u8]) -> Vec<(Option<Address>, Rich)> {
    let mut found = Vec::new();
    let Ok(xml) = std::str::from_utf8(part) else { return found };
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut place = None;
    let mut item = Rich::default();
    let mut run = Run::default();
    // Within a text, of which phonetic hints are no part.
    let (mut reading, mut hint) = (false, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "c" => place = attribute(&element, "r").as_deref().and_then(address),
                "si" | "is" => item = Rich::default(),
                "r" => run = Run::default(),
                "rPh" => hint = true,
                "t" => reading = !hint,
                _ => looks(&element, &mut run),
            },
            Ok(Event::Empty(element)) => match element.local_name().as_ref() {
                "si" | "is" => found.push((place, Rich::default())),
                _ => looks(&element, &mut run),
            },
            Ok(Event::Text(text)) if reading => run.text.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) if reading => run.text.push_str(&quick_xml::escape::escape(&*text.xml10_content())),
            Ok(Event::GeneralRef(name)) if reading => run.text.push_str(&format!("&{};", &*name)),
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "rPh" => hint = false,
                "t" => reading = false,
                "r" => item.runs.push(Run { text: unescaped(&run.text), ..std::mem::take(&mut run) }),
                "si" | "is" => {
                    found.push((place, std::mem::take(&mut item)));
                    run = Run::default();
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn looks(element: &BytesStart<'_>, run: &mut Run) {
    let value = || element.attributes().flatten().find(|found| found.key.as_ref() == "val").map(|found| unescaped(&found.value));
    match element.local_name().as_ref() {
        "rFont" => run.font = value(),
        "strike" => run.struck = !matches!(value().as_deref(), Some("0" | "false")),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRINGS: &str = r#"<sst><si><t>plain</t></si><si/><si><r><t xml:space="preserve">Tháng 10/2023 </t></r><r><rPr><b/></rPr><t>A &amp; B</t></r></si>
<si><r><rPr><strike/><rFont val="Arial"/></rPr><t xml:space="preserve">Tháng 9/2023 </t></r><r><t>Tháng 10/2023 &lt;b&gt;</t></r></si>
<si><r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">tr&#173;êng </t></r><r><rPr><rFont val="Arial"/></rPr><t>học</t></r></si>
<si><r><rPr><strike val="0"/></rPr><t>kept</t></r></si><si><r><rPr><strike/></rPr><t>all</t></r></si></sst>"#;

    #[test]
    fn runs_are_decoded_each_by_its_font_and_what_is_struck_is_left_out() {
        let found = rich(STRINGS.as_bytes());
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), [3, 4, 6]);
        let cell = |at: usize| {
            let (cell, struck) = found[&at].cell(0, None);
            (cell.map(|cell| (cell.text, cell.kind)), struck)
        };
        assert_eq!(cell(3).1.as_deref(), Some("Tháng 9/2023"));
        assert!(cell(3).0.is_some_and(|(text, _)| text.starts_with("Tháng 10/2023")));
        assert_eq!(cell(4), (Some(("trường học".to_owned(), CellKind::Converted)), None));
        assert_eq!(cell(6), (Some(("all".to_owned(), CellKind::Text)), Some("all".to_owned())));
        assert!(found[&6].is_struck() && !found[&3].is_struck());
    }

    #[test]
    fn a_run_without_a_font_has_that_of_its_cell() {
        let strings = r#"<sst><si><r><t xml:space="preserve">tr&#173;êng </t></r><r><rPr><strike/><rFont val=".VnTime"/></rPr><t>häc</t></r></si></sst>"#;
        let (cell, struck) = rich(strings.as_bytes())[&0].cell(2, Some(".VnTime"));
        assert_eq!((cell.map(|cell| cell.text).as_deref(), struck.as_deref()), (Some("trường"), Some("học")));
    }

    #[test]
    fn a_text_within_its_cell_is_read_in_the_same_way() {
        let part = r#"<sheetData><row r="4"><c r="E4" t="inlineStr"><is><r><rPr><strike/></rPr><t xml:space="preserve">Tháng 9/2023 </t></r><r><t>Tháng 10/2023</t></r></is></c>
<c r="F4" t="inlineStr"><is><t>plain</t></is></c></row></sheetData>"#;
        let found = inline(part.as_bytes());
        assert_eq!(found.keys().map(Address::to_string).collect::<Vec<_>>(), ["E4"]);
        let (cell, struck) = found.values().next().expect("one").cell(4, None);
        assert_eq!((cell.map(|cell| cell.text).as_deref(), struck.as_deref()), (Some("Tháng 10/2023"), Some("Tháng 9/2023")));
    }

    #[test]
    fn plain_strings_are_not_even_looked_at_and_broken_ones_end_the_search() {
        assert!(rich(b"<sst><si><r><rPr><b/></rPr><t>a</t></r></si></sst>").is_empty());
        assert!(rich(b"<sst><si><r><rPr><strike/></rPr><t>a</t></r>").is_empty());
        assert!(rich(b"strike \xff").is_empty());
    }
}
