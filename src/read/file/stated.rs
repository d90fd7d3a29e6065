//! When a table is from, by what stands around it: the year and the half its title names, else its sheet, else its file.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::File;
use crate::finding::{self, Finding};
use crate::form::Stamp;
use crate::model::{Address, Period, SchoolYear};
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::table::Table;
use crate::read::who;
use crate::reading::Stated;

/// Longer lines are sentences, not titles.
const TITLE_LETTERS: usize = 160;

impl File<'_> {
    /// Keeps what the table says of itself; another year than that of the report is told once a file. `lines` speak for the year,
    /// those of a title page among them; the half is that of the table alone.
    pub(super) fn stated(&mut self, grid: &Grid, table: &Table<'_>, lines: &[(Address, String)], stamp: Option<&Stamp>, school_id: &str) {
        let years = match stamp {
            Some(stamp) => BTreeSet::from([stamp.year]),
            None => who::years(self.name, lines),
        };
        let year = years.get(&self.context.year).or(years.last()).copied();
        let period = stamp.map(|stamp| stamp.period).or_else(|| self.period(grid, table));
        self.reading.stated.push(Stated {
            file: Arc::clone(self.name),
            sheet: Arc::clone(&grid.name),
            school_id: school_id.to_owned(),
            form: table.header.form.kind,
            year,
            period,
        });
        // A stamp of another year has said so already.
        if stamp.is_none()
            && let Some(year) = year
        {
            self.other_year(grid, lines, school_id, year);
        }
    }

    fn period(&self, grid: &Grid, table: &Table<'_>) -> Option<Period> {
        let titles = table.above.iter().filter(|(_, line)| line.chars().count() <= TITLE_LETTERS);
        let named: BTreeSet<Period> = titles.filter_map(|(_, line)| phrase::period::parse(line)).collect();
        match named.len() {
            0 => phrase::period::parse(&grid.name).or_else(|| phrase::period::parse(self.name)),
            1 => named.first().copied(),
            _ => None,
        }
    }

    fn other_year(&mut self, grid: &Grid, lines: &[(Address, String)], school_id: &str, year: SchoolYear) {
        let told = self.reading.findings.iter().any(|known| known.rule == &finding::OTHER_YEAR);
        if year == self.context.year || told {
            return;
        }
        let mut finding = Finding::new(&finding::OTHER_YEAR).with("found", year).with("expected", self.context.year).of_school(school_id);
        finding.cell = lines.iter().find(|(_, line)| phrase::year::parse(line) == Some(year)).map(|(address, _)| *address);
        self.on_sheet(grid, finding);
    }
}
