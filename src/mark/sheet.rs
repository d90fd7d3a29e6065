//! The XML of one sheet: the styles of some cells changed, cells put in where none stood, the drawing of its notes named.

mod restyle;

use std::ops::Range;

use anyhow::Context;

use super::xml::{self, Edits, Kind, Tag};
use crate::model::Address;

/// What stands behind `legacyDrawing` in a sheet, by its schema.
const BEHIND_DRAWING: &[&str] =
    &["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

/// What is known of a sheet before it is changed.
#[derive(Debug, Default)]
pub(super) struct Layout {
    prefix: String,
    root: Range<usize>,
    root_end: usize,
    relation_prefix: Option<String>,
    data: Range<usize>,
    data_name: String,
    data_end: usize,
    dimension: Option<(Range<usize>, String)>,
    columns: Vec<Column>,
    default_width: f64,
    rows: Vec<Row>,
    merges: Vec<(Address, Address)>,
    before_drawing: Option<usize>,
    /// The relation that names the drawing of the notes, and its element.
    pub drawing: Option<(String, Range<usize>)>,
    pub protected: bool,
}

#[derive(Debug)]
struct Column {
    first: u32,
    last: u32,
    style: u32,
    width: Option<f64>,
}

#[derive(Debug)]
struct Row {
    index: u32,
    open: Range<usize>,
    name: usize,
    empty: bool,
    end: usize,
    numbered: bool,
    style: Option<u32>,
    spans: Option<(Range<usize>, String)>,
    height: Option<f64>,
    /// Only of rows in question.
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct Cell {
    column: u32,
    start: usize,
    after_name: usize,
    numbered: bool,
    style: Option<(Range<usize>, u32)>,
}

impl Layout {
    /// Reads a sheet; cells are kept of the rows that `wanted` names.
    pub fn read(source: &str, wanted: &dyn Fn(u32) -> bool) -> anyhow::Result<Layout> {
        let mut layout = Layout { default_width: 8.43 + 0.71, root_end: source.len(), ..Layout::default() };
        let (mut row, mut column) = (0u32, 0u32);
        let mut in_data = false;
        xml::each(source, |tag| {
            match (tag.depth, tag.local()) {
                (0, _) if tag.opens() => layout.root(&tag),
                (0, _) => layout.root_end = tag.span.start,
                (1, "sheetData") => {
                    in_data = tag.kind == Kind::Open;
                    if tag.opens() {
                        layout.data = tag.span.clone();
                        tag.name.clone_into(&mut layout.data_name);
                    }
                    layout.data_end = if tag.kind == Kind::Empty { tag.span.end } else { tag.span.start };
                }
                (1, name) if tag.opens() => layout.child(name, &tag),
                (2, "row") if in_data && tag.opens() => {
                    let number = tag.number("r").and_then(|number| number.checked_sub(1));
                    row = number.unwrap_or(row + u32::from(!layout.rows.is_empty()));
                    column = 0;
                    layout.rows.push(Row::of(&tag, row, number.is_some()));
                }
                (2, "row") if in_data => {
                    if let Some(row) = layout.rows.last_mut() {
                        row.end = tag.span.start;
                    }
                }
                (3, "c") if in_data && tag.opens() => {
                    let place = tag.text("r").and_then(|text| address(&text));
                    column = place.map_or(column, |place| place.column);
                    if wanted(row)
                        && let Some(row) = layout.rows.last_mut()
                    {
                        row.cells.push(Cell {
                            column,
                            start: tag.span.start,
                            after_name: tag.after_name(),
                            numbered: place.is_some(),
                            style: tag.attribute("s").and_then(|style| Some((style.value.clone(), style.number()?))),
                        });
                    }
                    column += 1;
                }
                (2, "col") if tag.opens() => {
                    let (first, last) = (tag.number("min").unwrap_or(1), tag.number("max").unwrap_or(1));
                    layout.columns.push(Column {
                        first: first.saturating_sub(1),
                        last: last.saturating_sub(1),
                        style: tag.number("style").unwrap_or(0),
                        width: if tag.is_true("hidden") { Some(0.0) } else { tag.text("width").and_then(|width| width.parse().ok()) },
                    });
                }
                (2, "mergeCell") if tag.opens() => {
                    if let Some((first, last)) = tag.text("ref").as_deref().and_then(|area| area.split_once(':'))
                        && let (Some(first), Some(last)) = (address(first), address(last))
                    {
                        layout.merges.push((first, last));
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(layout)
    }

    fn root(&mut self, tag: &Tag<'_>) {
        tag.prefix().clone_into(&mut self.prefix);
        self.root = tag.span.clone();
        self.relation_prefix = relation_prefix(tag);
    }

    fn child(&mut self, name: &str, tag: &Tag<'_>) {
        match name {
            "dimension" => self.dimension = tag.attribute("ref").map(|area| (area.value.clone(), area.text())),
            "sheetFormatPr" => {
                if let Some(width) = tag.text("defaultColWidth").and_then(|width| width.parse().ok()) {
                    self.default_width = width;
                }
            }
            "sheetProtection" => self.protected = tag.is_true("sheet"),
            "legacyDrawing" => {
                let id = tag.attributes().into_iter().find(|attribute| xml::local(attribute.name) == "id");
                self.drawing = id.map(|id| (id.text(), tag.span.clone()));
            }
            _ if self.data_end > 0 && self.before_drawing.is_none() && BEHIND_DRAWING.contains(&name) => {
                self.before_drawing = Some(tag.span.start);
            }
            _ => {}
        }
    }

    /// For each of these cells, from above downwards, the one that shows there: in a merged area its first.
    pub fn shown(&self, cells: impl IntoIterator<Item = Address>) -> Vec<Address> {
        let mut merges = self.merges.clone();
        merges.sort_by_key(|(first, _)| first.row);
        let mut ahead = merges.into_iter().peekable();
        // Areas that reach the row in question: few, for they do not overlap.
        let mut here: Vec<(Address, Address)> = Vec::new();
        let shown = cells.into_iter().map(|at| {
            while let Some(area) = ahead.next_if(|(first, _)| first.row <= at.row) {
                here.push(area);
            }
            here.retain(|(_, last)| last.row >= at.row);
            here.iter().find(|(first, last)| (first.column..=last.column).contains(&at.column)).map_or(at, |(first, _)| *first)
        });
        shown.collect()
    }

    /// Names the drawing of the notes where the schema wants it.
    pub fn name_drawing(&self, id: &str, relations: &str, edits: &mut Edits) {
        let at = self.before_drawing.unwrap_or(self.root_end);
        let text = match &self.relation_prefix {
            Some(prefix) => format!("<{}legacyDrawing {prefix}:id=\"{id}\"/>", self.prefix),
            None => format!("<{}legacyDrawing xmlns:r=\"{relations}\" r:id=\"{id}\"/>", self.prefix),
        };
        edits.insert(at, text);
    }

    /// The width of a column in pixels of the usual font.
    pub fn column_pixels(&self, column: u32) -> u32 {
        let known = self.columns.iter().find(|known| (known.first..=known.last).contains(&column)).and_then(|known| known.width);
        (known.unwrap_or(self.default_width) * 7.0).clamp(0.0, 1_800.0) as u32
    }

    pub fn row_pixels(&self, row: u32) -> u32 {
        let known = self.rows.binary_search_by_key(&row, |known| known.index).ok().and_then(|at| self.rows[at].height);
        (known.unwrap_or(15.0) * 4.0 / 3.0).clamp(0.0, 550.0) as u32
    }
}

impl Row {
    fn of(tag: &Tag<'_>, index: u32, numbered: bool) -> Row {
        Row {
            index,
            open: tag.span.clone(),
            name: tag.after_name(),
            empty: tag.kind == Kind::Empty,
            end: tag.span.end,
            numbered,
            style: tag.number("s").filter(|_| tag.is_true("customFormat")),
            spans: tag.attribute("spans").map(|spans| (spans.value.clone(), spans.text())),
            height: if tag.is_true("hidden") { Some(0.0) } else { tag.text("ht").and_then(|height| height.parse().ok()) },
            cells: Vec::new(),
        }
    }
}

/// Gives cells back the style that `own` knows of theirs; `None` where none is ours.
pub(super) fn restored(source: &str, own: &mut dyn FnMut(u32) -> Option<u32>) -> anyhow::Result<Option<String>> {
    let mut edits = Edits::default();
    xml::each(source, |tag| {
        if tag.opens()
            && tag.local() == "c"
            && let Some(style) = tag.attribute("s")
            && let Some(number) = style.number()
            && let Some(own) = own(number)
        {
            edits.replace(style.value, own.to_string());
        }
        Ok(())
    })?;
    if edits.is_empty() { Ok(None) } else { edits.applied(source).map(Some).context("trang tính") }
}

/// The prefix under which a root element knows relations.
pub(super) fn relation_prefix(root: &Tag<'_>) -> Option<String> {
    let named = root.attributes().into_iter().find(|attribute| {
        attribute.name.starts_with("xmlns:") && attribute.raw.ends_with("/relationships") && attribute.raw.contains("officeDocument")
    })?;
    named.name.strip_prefix("xmlns:").map(str::to_owned)
}

/// `$B$14` or `B14`.
pub(super) fn address(text: &str) -> Option<Address> {
    let text = text.replace('$', "");
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = text.bytes().take(letters).fold(0, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = text[letters..].parse().ok()?;
    Some(Address::new(row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn restyled(source: &str, cells: &[&str]) -> String {
        let targets: BTreeSet<Address> = cells.iter().filter_map(|cell| address(cell)).collect();
        let layout = Layout::read(source, &|row| targets.iter().any(|target| target.row == row)).expect("well formed");
        let mut edits = Edits::default();
        layout.restyle(&targets, &mut edits, |_, own| own + 10);
        edits.applied(source).expect("apart")
    }

    #[test]
    fn cells_are_styled_where_they_stand_and_put_in_where_none_stands() {
        for (source, cells, expected) in [
            (
                "<w><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\" spans=\"1:2\"><c r=\"A1\" s=\"2\" t=\"s\"><v>0</v></c><c r=\"C1\"/></row></sheetData></w>",
                &["A1", "B1", "D1"][..],
                "<w><dimension ref=\"A1:D2\"/><sheetData><row r=\"1\" spans=\"1:4\"><c r=\"A1\" s=\"12\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"10\"/><c r=\"C1\"/><c r=\"D1\" s=\"10\"/></row></sheetData></w>",
            ),
            (
                "<x:w><x:cols><x:col min=\"2\" max=\"3\" style=\"5\"/></x:cols><x:sheetData/></x:w>",
                &["B2", "A4"],
                "<x:w><x:cols><x:col min=\"2\" max=\"3\" style=\"5\"/></x:cols><x:sheetData><x:row r=\"2\"><x:c r=\"B2\" s=\"15\"/></x:row><x:row r=\"4\"><x:c r=\"A4\" s=\"10\"/></x:row></x:sheetData></x:w>",
            ),
            (
                "<w><sheetData><row r=\"3\" s=\"4\" customFormat=\"1\"/><row r=\"9\"/></sheetData></w>",
                &["B3", "A5"],
                "<w><sheetData><row r=\"3\" s=\"4\" customFormat=\"1\"><c r=\"B3\" s=\"14\"/></row><row r=\"5\"><c r=\"A5\" s=\"10\"/></row><row r=\"9\"/></sheetData></w>",
            ),
            // A row that stands there twice: where the cell is, it is styled; where none is, in the first.
            (
                "<w><sheetData><row r=\"3\"/><row r=\"1\"/><row r=\"3\"><c r=\"A3\"/></row></sheetData></w>",
                &["A3", "B3"],
                "<w><sheetData><row r=\"3\"><c r=\"B3\" s=\"10\"/></row><row r=\"1\"/><row r=\"3\"><c s=\"10\" r=\"A3\"/></row></sheetData></w>",
            ),
        ] {
            assert_eq!(restyled(source, cells), expected);
        }
    }

    #[test]
    fn rows_and_cells_without_numbers_stay_where_they_are() {
        let source = "<w><sheetData><row><c/><c/></row><row r=\"4\"><c r=\"C4\"/><c/></row><row/></sheetData></w>";
        assert_eq!(
            restyled(source, &["B1", "A2", "B4"]),
            "<w><sheetData><row><c/><c s=\"10\"/></row><row r=\"2\"><c r=\"A2\" s=\"10\"/></row><row r=\"4\"><c r=\"B4\" s=\"10\"/><c r=\"C4\"/><c/></row><row/></sheetData></w>"
        );
        let source = "<w><sheetData><row><c/></row><row><c/></row></sheetData></w>";
        let layout = Layout::read(source, &|_| true).expect("well formed");
        assert_eq!(layout.rows.iter().map(|row| row.index).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn the_drawing_of_notes_stands_where_the_schema_wants_it() {
        let named = |source: &str| {
            let layout = Layout::read(source, &|_| false).expect("well formed");
            let mut edits = Edits::default();
            layout.name_drawing("rId7", "http://x/officeDocument/relationships", &mut edits);
            edits.applied(source).expect("apart")
        };
        let root = "<w xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
        assert_eq!(
            named(&format!("{root}<sheetData/><drawing q:id=\"rId1\"/><tableParts/></w>")),
            format!("{root}<sheetData/><drawing q:id=\"rId1\"/><legacyDrawing q:id=\"rId7\"/><tableParts/></w>")
        );
        assert_eq!(
            named("<x:w><x:sheetData/><x:pageMargins/></x:w>"),
            "<x:w><x:sheetData/><x:pageMargins/><x:legacyDrawing xmlns:r=\"http://x/officeDocument/relationships\" r:id=\"rId7\"/></x:w>"
        );
    }

    #[test]
    fn a_note_on_a_merged_area_stands_at_its_first_cell() {
        let layout =
            Layout::read("<w><sheetData/><mergeCells><mergeCell ref=\"B2:C4\"/></mergeCells></w>", &|_| false).expect("well formed");
        let cells = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 1)].map(|(row, column)| Address::new(row, column));
        let shown = [(0, 0), (1, 1), (1, 1), (3, 3), (4, 1)].map(|(row, column)| Address::new(row, column));
        assert_eq!(layout.shown(cells), shown);
    }
}
