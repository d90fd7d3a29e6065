//! Titles of months over the rows of a table in, the time of each row out.

use super::{LogicalRow, Physical, Piece};
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::read::grid::{CellKind, Grid};
use crate::read::header::Header;
use crate::read::section::{self, TimeTitle};

/// The time in force, row after row.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// What the title says that holds here.
    current: Option<Piece>,
    /// The month above a week.
    month: Option<String>,
    /// The row of the last such title of the table.
    last: Option<u32>,
    /// Other titles stood among those of months: they part the work of one month.
    parted: bool,
    /// The table begins with the column of times: "Thời gian | Nội dung", where a time stands once for the rows below it.
    leads: bool,
}

impl Times {
    /// For a table whose titles name times; one right above the header begins them.
    pub fn of<'l>(header: &Header<'_>, rows: &[Physical], grid: &Grid, mut above: impl Iterator<Item = &'l (Address, String)>) -> Times {
        let heads = |row: &&Physical| row.time_title().is_some_and(|title| section::heads(&title, header, grid));
        let last = rows.iter().filter(heads).map(|row| row.index).max();
        let before = header.columns.iter().take_while(|assigned| assigned.field == Field::Ordinal).count();
        let of_work = matches!(header.form.kind, FormKind::Plan | FormKind::Evidence);
        let leads = of_work && header.columns.get(before).is_some_and(|assigned| assigned.field == Field::Time);
        let mut times = Times { last, leads, ..Times::default() };
        // "T4 | T5 | Phụ trách" are titles of columns.
        let alone = |address: Address| grid.row(address.row).is_none_or(|row| row.cells.len() <= 2);
        let timed = [Field::Time, Field::Start, Field::End].into_iter().any(|field| header.column(field).is_some());
        if !timed
            && let Some(title) = above.find_map(|(address, line)| section::time_title(&[(*address, line)]).filter(|_| alone(*address)))
            && (last.is_some() || title.address.row + 1 == header.first)
            && section::may_head(&title, header.form.kind, last.is_some())
        {
            times.begin(&title);
        } else if !timed
            && last.is_none()
            && header.form.kind == FormKind::Plan
            && let Some(title) = section::of_sheet(grid).filter(|title| section::may_head(title, header.form.kind, false))
        {
            times.begin(&TimeTitle { address: Address::new(header.first, 0), ..title });
        }
        times
    }

    pub fn begin(&mut self, title: &TimeTitle) {
        let within = self.month.as_deref().and_then(|month| section::within(month, &title.time));
        if within.is_none() {
            self.month = Some(title.time.clone());
        }
        let text = within.unwrap_or_else(|| title.time.clone());
        self.current = Some(Piece { text, raw: None, address: title.address, kind: CellKind::Text });
    }

    /// Another title came. Where no month follows and none of them was parted so before, nobody knows whether the last one still holds;
    /// what it said is handed back.
    pub fn end(&mut self, row: u32) -> Option<String> {
        self.current.as_ref()?;
        if self.parted || self.last.is_some_and(|last| row < last) {
            self.parted = true;
            return None;
        }
        self.current.take().map(|piece| piece.text)
    }

    /// A row has the time of the title above it, or in the first column of the table that of the row above, unless it says its own; "Tuần 2" is of the month above.
    pub fn give(&mut self, row: &mut LogicalRow) {
        if let Some(own) = row.pieces.get(&Field::Time).filter(|own| self.leads && !own.text.is_empty()) {
            self.current = Some(own.clone());
            return;
        }
        let Some(time) = &self.current else { return };
        if [Field::Start, Field::End].into_iter().any(|field| !row.text(field).is_empty()) {
            return;
        }
        match row.pieces.get_mut(&Field::Time).filter(|own| !own.text.is_empty()) {
            None => {
                row.pieces.insert(Field::Time, time.clone());
                row.titled_time = true;
            }
            Some(own) => {
                if let Some(within) = section::within(&time.text, &own.text) {
                    own.raw.get_or_insert(std::mem::replace(&mut own.text, within));
                    row.titled_time = true;
                }
            }
        }
    }
}
