//! The sheets of a workbook in, the parts of the list of schools on them out: one sheet for each kind or commune, or two halves of a long list
//! side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Row, across};
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
        Some(Part::below(sheet, header, blocks))
    }

    /// One whose kinds are its titles.
    fn across(sheet: &'a ListSheet) -> Option<Part<'a>> {
        across::found(&sheet.rows).map(|(header, blocks)| Part::below(sheet, header, blocks))
    }

    fn below(sheet: &'a ListSheet, header: Header, blocks: Vec<Block>) -> Part<'a> {
        let (above, kind) = (&sheet.rows[..header.row], cell::kind(&sheet.name));
        Part { rows: &sheet.rows, header, blocks, sheet: Some(sheet.name.as_str().into()), above, kind }
    }

    /// The rows below the titles, half after half.
    pub fn body<'p>(&'p self, file: &'p Arc<str>) -> Vec<Row<'p>> {
        let below = || self.rows.iter().enumerate().skip(self.header.row + 1);
        let row = |block: &'p Block, (at, cells): (usize, &'p Vec<String>)| Row { at, cells, block, file, sheet: self.sheet.as_ref() };
        let all = self.blocks.iter().flat_map(|block| below().map(move |found| row(block, found)));
        all.filter(|row| row.filled() > 0 && !row.belongs_to_header()).collect()
    }

    /// That its kinds were taken from its titles.
    fn told_across(&self) -> Option<Finding> {
        let kinds: Vec<&str> = self.blocks.iter().filter_map(|block| Some(block.kind?.title())).collect();
        let told = Finding::new(&finding::REGISTER_ACROSS).with("row", self.header.row + 1).with("kinds", kinds.join(", "));
        (!kinds.is_empty()).then_some(Finding { sheet: self.sheet.clone(), ..told })
    }

    /// Codes and names below the titles, folded. Titles of columns stand in a note that explains them.
    fn schools(&self) -> BTreeSet<String> {
        let file: Arc<str> = "".into();
        let told = |row: &Row<'_>| {
            let (code, name) = (cell::code(&row.text(Column::Code)), text::fold(&row.text(Column::Name)));
            if code.is_empty() { name } else { code }
        };
        self.body(&file).iter().map(told).filter(|told| !told.is_empty() && Column::of(told).is_none()).collect()
    }
}

/// The sheets with titles of a list. One that lists again what stands on those before is a table about the schools, or the list of another year;
/// it is told where it names others besides.
pub(super) fn of_list<'a>(sheets: &'a [ListSheet], file: &Arc<str>) -> (Vec<Part<'a>>, Vec<Finding>) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut findings = Vec::new();
    // Columns of kinds are a list where no sheet says which column names the schools.
    let titled: Vec<Part<'a>> = sheets.iter().filter_map(Part::of).collect();
    let listed = if titled.is_empty() { sheets.iter().filter_map(Part::across).take(1).collect() } else { titled };
    if let Some(kinds) = listed.first().and_then(Part::told_across) {
        findings.push(kinds.in_file(file));
    }
    for part in listed {
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
