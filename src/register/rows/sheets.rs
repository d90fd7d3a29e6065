//! The sheets of a workbook in, the parts of the list of schools on them out: one sheet for each kind or commune, or two halves of a long list
//! side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Row;
use crate::finding::{self, Finding};
use crate::model::SchoolKind;
use crate::register::column::Column;
use crate::register::titles::{Block, Header, blocks};
use crate::register::{ListSheet, cell};
use crate::text;

/// One sheet of the list.
pub(super) struct Part<'a> {
    rows: &'a [Vec<String>],
    header: Header,
    blocks: Vec<Block>,
    /// Its name, where the list is on several.
    sheet: Option<Arc<str>>,
    /// What stands above its titles.
    pub above: &'a [Vec<String>],
    /// The kind that the sheet is called after: "MN".
    pub kind: Option<SchoolKind>,
}

impl<'a> Part<'a> {
    fn of(sheet: &'a ListSheet) -> Option<Part<'a>> {
        let header = Header::find(&sheet.rows)?;
        let blocks = blocks(&sheet.rows[header.row], &header.columns);
        let (above, kind) = (&sheet.rows[..header.row], cell::kind(&sheet.name));
        Some(Part { rows: &sheet.rows, header, blocks, sheet: Some(sheet.name.as_str().into()), above, kind })
    }

    /// The rows below the titles, half after half.
    pub fn body<'p>(&'p self, file: &'p Arc<str>) -> Vec<Row<'p>> {
        let below = || self.rows.iter().enumerate().skip(self.header.row + 1);
        let row = |block: &'p Block, (at, cells): (usize, &'p Vec<String>)| Row { at, cells, block, file, sheet: self.sheet.as_ref() };
        let all = self.blocks.iter().flat_map(|block| below().map(move |found| row(block, found)));
        all.filter(|row| row.filled() > 0 && !row.belongs_to_header()).collect()
    }

    /// Codes and names below the titles, folded.
    fn schools(&self) -> BTreeSet<String> {
        let file: Arc<str> = "".into();
        let told = |row: &Row<'_>| {
            let (code, name) = (cell::code(&row.text(Column::Code)), text::fold(&row.text(Column::Name)));
            if code.is_empty() { name } else { code }
        };
        self.body(&file).iter().map(told).filter(|told| !told.is_empty()).collect()
    }
}

/// The sheets with titles of a list. One that lists again what stands on those before is a table about the schools, or the list of another year;
/// it is told where it names others besides.
pub(super) fn of_list<'a>(sheets: &'a [ListSheet], file: &Arc<str>) -> (Vec<Part<'a>>, Vec<Finding>) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut findings = Vec::new();
    for part in sheets.iter().filter_map(Part::of) {
        let schools = part.schools();
        let again = schools.intersection(&known).count();
        // One column of names alone may be a list; beside a list it is the note that explains its columns.
        if parts.is_empty() || again * 2 < schools.len() && part.header.columns.len() > 1 {
            known.extend(schools);
            parts.push(part);
        } else if let (Some(sheet), new @ 1..) = (part.sheet, schools.len() - again) {
            let told = Finding::new(&finding::REGISTER_SHEET_LEFT_OUT).in_file(file).with("sheet", &sheet).with("again", again);
            findings.push(Finding { sheet: Some(sheet), ..told.with("of", schools.len()).with("new", new) });
        }
    }
    if let [only] = &mut parts[..] {
        only.sheet = None;
    }
    (parts, findings)
}
