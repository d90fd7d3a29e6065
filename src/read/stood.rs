//! Cells that were laid elsewhere before a sheet was read in, what the records say of them where they stand on the sheet itself out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Address;
use crate::reading::Reading;

/// Of sheets that were laid out anew: the cell that is read → the cell that stands in the file.
#[derive(Default)]
pub(super) struct Stood {
    sheets: Vec<(Arc<str>, BTreeMap<Address, Address>)>,
}

impl Stood {
    pub fn add(&mut self, sheet: &Arc<str>, cells: BTreeMap<Address, Address>) {
        self.sheets.push((Arc::clone(sheet), cells));
    }

    /// Says of every record and finding where it stands on the sheet.
    pub fn put_back(&self, reading: &mut Reading) {
        for (sheet, stood) in &self.sheets {
            let back = |on: &Arc<str>, cell: &mut Address| {
                if on == sheet
                    && let Some(own) = stood.get(cell)
                {
                    *cell = *own;
                }
            };
            for action in &mut reading.actions {
                for origin in std::iter::once(&mut action.origin).chain(&mut action.result_origin) {
                    back(&origin.sheet, &mut origin.cell);
                }
            }
            for report in &mut reading.reports {
                let on = Arc::clone(&report.origin.sheet);
                for cell in std::iter::once(&mut report.origin.cell).chain(&mut report.said_at) {
                    back(&on, cell);
                }
            }
            for finding in &mut reading.findings {
                if let (Some(on), Some(cell)) = (&finding.sheet, &mut finding.cell) {
                    back(on, cell);
                }
            }
        }
    }
}
