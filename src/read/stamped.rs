//! A workbook → the stamps of the forms the office handed out, the workbook without them, and what is strange about them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Context;
use super::grid::Workbook;
use crate::finding::{self, Finding};
use crate::form::{Printed, Stamp, Version};
use crate::model::Address;

/// The stamps of one workbook: of the file, in its document properties, and of each sheet, in a line on it.
pub(super) struct Stamps {
    file: Option<Stamp>,
    sheets: Vec<Option<OfSheet>>,
}

struct OfSheet {
    at: Address,
    stamp: Stamp,
    /// What was printed into its open cells.
    printed: Option<Printed>,
}

impl Stamps {
    /// Reads the stamps and takes their lines out, for they are no rows of a table.
    pub fn take(workbook: &Workbook) -> (Stamps, Cow<'_, Workbook>) {
        let file = Stamp::of_properties(&workbook.stamp);
        let mut lines = Vec::new();
        for grid in &workbook.grids {
            let cells = grid.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (Address::new(row.index, cell.column), cell)));
            lines.push(
                cells
                    .filter_map(|(address, cell)| {
                        Some(OfSheet { at: address, stamp: Stamp::of_line(&cell.text)?, printed: Printed::of_line(&cell.text) })
                    })
                    .collect::<Vec<_>>(),
            );
        }
        let mut rest = Cow::Borrowed(workbook);
        if lines.iter().any(|lines| !lines.is_empty()) {
            for (grid, lines) in rest.to_mut().grids.iter_mut().zip(&lines) {
                for row in &mut grid.rows {
                    row.cells.retain(|cell| !lines.iter().any(|line| line.at == Address::new(row.index, cell.column)));
                }
                grid.rows.retain(|row| !row.cells.is_empty());
            }
        }
        (Stamps { file, sheets: lines.into_iter().map(|lines| lines.into_iter().next()).collect() }, rest)
    }

    /// The stamp that holds for a sheet: its own, for sheets are copied from one workbook to another; else that of the file.
    pub fn on(&self, sheet: usize) -> Option<&Stamp> {
        self.sheets.get(sheet).and_then(Option::as_ref).map(|of| &of.stamp).or(self.file.as_ref())
    }

    /// What was printed into the open cells of a sheet before it was handed out.
    pub fn printed(&self, sheet: usize) -> Option<&Printed> {
        self.sheets.get(sheet)?.as_ref()?.printed.as_ref()
    }

    /// The stamp of the file as a whole.
    pub fn of_file(&self) -> Option<&Stamp> {
        self.file.as_ref().or_else(|| self.sheets.iter().flatten().map(|of| &of.stamp).next())
    }

    /// What to tell of them, each with the sheet it is about. Said once for all sheets that say the same.
    pub fn findings(&self, context: &Context<'_>) -> Vec<(Option<usize>, Finding)> {
        let mut told = Vec::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        let of_sheets =
            self.sheets.iter().enumerate().filter_map(|(at, found)| found.as_ref().map(|of| (Some(at), Some(of.at), &of.stamp)));
        for (sheet, cell, stamp) in self.file.iter().map(|stamp| (None, None, stamp)).chain(of_sheets) {
            if let (Some(file), Some(_)) = (self.file.as_ref().filter(|file| *file != stamp), sheet) {
                let finding = Finding::new(&finding::STAMP_DIFFERS).raw(stamp.line()).with("file_stamp", file.line());
                told.push((sheet, placed(finding, cell)));
            }
            if known.insert(stamp.line()) {
                told.extend(strange(stamp, context).into_iter().map(|finding| (sheet, placed(finding, cell))));
            }
        }
        told
    }
}

fn placed(mut finding: Finding, cell: Option<Address>) -> Finding {
    finding.cell = cell;
    finding
}

/// An older form, one of another period, one for a school that the register does not know.
fn strange(stamp: &Stamp, context: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let current = context.frameworks.get(&stamp.framework).map(|framework| Version::current(framework, context.forms));
    let why = match &current {
        None => Some(format!("không còn bộ tiêu chuẩn {}", stamp.framework)),
        Some(current) if stamp.version.is_older_than(current) => Some("chương trình đã đổi cách trình bày mẫu".to_owned()),
        Some(current) if current.is_older_than(&stamp.version) => Some("mẫu do một bản chương trình mới hơn phát ra".to_owned()),
        Some(current) if stamp.version != *current => Some("biểu hoặc danh mục tiêu chí đã đổi từ khi phát mẫu".to_owned()),
        Some(_) => None,
    };
    if let Some(why) = why {
        let current = current.map_or_else(|| "không có".to_owned(), |current| current.to_string());
        found.push(Finding::new(&finding::STAMP_OLD).raw(stamp.version.to_string()).with("current", current).with("why", why));
    }
    let other_period = context.period.is_some_and(|period| period != stamp.period);
    if stamp.year != context.year || other_period {
        let expected = context.period.unwrap_or(stamp.period);
        let finding = Finding::new(&finding::STAMP_OTHER_PERIOD)
            .with("found", format!("{}, năm học {}", stamp.period.title(), stamp.year))
            .with("expected", format!("{}, năm học {}", expected.title(), context.year));
        found.push(finding);
    }
    if let Some(code) =
        stamp.school.as_ref().filter(|code| !context.register.schools.is_empty() && context.register.by_code(code).is_none())
    {
        found.push(Finding::new(&finding::STAMP_SCHOOL_UNKNOWN).raw(code));
    }
    found
}
