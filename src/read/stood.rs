//! Cells that were laid elsewhere before a sheet was read in, what the records say of them where they stand on the sheet itself out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Address;
use crate::reading::Reading;

/// Of sheets that were laid out anew: the cell that is read → the cell that stands in the file.
#[derive(Default)]
pub(super) struct Stood {
    sheets: Vec<(Arc<str>, BTreeMap<Address, Place>)>,
}

/// A cell of a sheet, by the name of that where it is another.
type Place = (Option<Arc<str>>, Address);

impl Stood {
    pub fn add(&mut self, sheet: &Arc<str>, cells: BTreeMap<Address, Address>) {
        self.sheets.push((Arc::clone(sheet), cells.into_iter().map(|(read, own)| (read, (None, own))).collect()));
    }

    /// Cells that came from other sheets.
    pub fn add_from(&mut self, sheet: &Arc<str>, cells: BTreeMap<Address, (Arc<str>, Address)>) {
        let cells = cells.into_iter().map(|(read, (on, own))| (read, (Some(on), own)));
        self.sheets.push((Arc::clone(sheet), cells.collect()));
    }

    /// Says of every record and finding where it stands on the sheet.
    pub fn put_back(&self, reading: &mut Reading) {
        for (sheet, stood) in &self.sheets {
            let back = |on: &mut Arc<str>, cell: &mut Address| {
                if on == sheet
                    && let Some((own_sheet, own)) = stood.get(cell)
                {
                    *cell = *own;
                    if let Some(own) = own_sheet {
                        *on = Arc::clone(own);
                    }
                }
            };
            for action in &mut reading.actions {
                for origin in std::iter::once(&mut action.origin).chain(&mut action.result_origin) {
                    back(&mut origin.sheet, &mut origin.cell);
                }
            }
            for report in &mut reading.reports {
                let mut on = Arc::clone(&report.origin.sheet);
                back(&mut report.origin.sheet, &mut report.origin.cell);
                if let Some(cell) = &mut report.said_at {
                    back(&mut on, cell);
                }
            }
            for finding in &mut reading.findings {
                if let (Some(on), Some(cell)) = (&mut finding.sheet, &mut finding.cell) {
                    back(on, cell);
                }
            }
        }
    }
}
