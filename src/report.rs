//! Figures and findings in, tables and charts out: the workbook, the pictures, `van-de.csv` and the lines in the terminal. Reads no file, draws nothing.

mod basis;
mod blank;
pub mod comparison;
mod cost;
mod criteria;
mod data;
mod groups;
mod lagging;
mod levels;
mod listing;
mod live;
mod matrix;
mod method;
mod overdue;
mod overview;
mod page;
mod problems;
mod recognition;
pub mod reminder;
mod returns;
mod schools;
mod standards;
mod submission;
pub mod terminal;
mod trend;
mod undated;
mod units;
mod upcoming;
mod verdict;
mod wording;
mod work;

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;

use crate::chart::Chart;
use crate::compare::Changes;
use crate::framework::Frameworks;
use crate::reading::Reading;
use crate::returns::Layout;
use crate::stats::{Statistics, UnitFigures};
use crate::table::{Book, OUTPUT_PROPERTY, Sheet};

use basis::Basis;

/// Everything a report is composed from.
pub struct Source<'a> {
    pub statistics: &'a Statistics,
    /// Linked: plan rows know what was reported of them.
    pub reading: &'a Reading,
    pub frameworks: &'a Frameworks,
    pub signature: Signature<'a>,
    /// Framework id → the level schools are expected to reach.
    pub target_level: &'a (dyn Fn(&str) -> u8 + Sync),
    /// Against the period before, where its output was given.
    pub changes: Option<&'a Changes>,
    /// The figures of all periods that are kept, oldest first, where a store was given.
    pub periods: &'a [Statistics],
    pub options: Options,
    /// Where the data come from and what they are stamped with, line by line: what, and what it is.
    pub provenance: Vec<(String, String)>,
}

/// The tables of normalised rows: what a roll-up makes sure that nobody changed.
pub const DATA_TABLES: [&str; 2] = [live::table::ACTIONS, live::table::ASSESSMENTS];

/// Where the report is signed, and by whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signature<'a> {
    pub place: &'a str,
    pub title: &'a str,
    pub name: &'a str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Work due within so many days stands on *Sắp đến hạn*.
    pub due_soon_days: u32,
    /// Recognitions that end within so many days are marked.
    pub expiring_days: u32,
    /// Lagging criteria shown with their schools.
    pub lagging_top: usize,
    /// Rows of actions and assessments up to which figures are live formulas.
    pub formula_rows: usize,
    /// Rows of a list up to which it is printed whole.
    pub printed_rows: usize,
    /// Rows of one worksheet.
    pub sheet_rows: u32,
    /// Whether the workbook lists rows of work and of self-assessment. Where there are too many for one, it holds figures alone.
    pub listed: bool,
    /// From the output folder to the folder of the files read: `../bao-cao`. `None`: the files are elsewhere, nothing leads to them.
    pub file_base: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            due_soon_days: 30,
            expiring_days: 365,
            lagging_top: 10,
            formula_rows: 20_000,
            printed_rows: 150,
            sheet_rows: 1_048_576,
            listed: true,
            file_base: Some(String::new()),
        }
    }
}

/// The consolidated workbook.
pub fn book(source: &Source) -> Book {
    let basis = Basis::new(source);
    let statistics = source.statistics;
    let mut sheets = if source.options.listed {
        let (actions, assessments) = rayon::join(|| data::actions(&basis), || data::assessments(&basis));
        vec![
            overview::sheet(&basis),
            submission::sheet(&basis),
            criteria::sheet(&basis),
            standards::sheet(&basis),
            matrix::sheet(&basis),
            lagging::sheet(&basis),
            overdue::sheet(&basis),
            upcoming::sheet(&basis),
            undated::sheet(&basis),
            cost::sheet(&basis),
            recognition::sheet(&basis),
            schools::levels_sheet(&basis),
            schools::work_sheet(&basis),
            actions,
            assessments,
            problems::sheet(&basis),
            method::sheet(&basis),
        ]
    } else {
        vec![
            overview::sheet(&basis),
            submission::sheet(&basis),
            standards::sheet(&basis),
            recognition::sheet(&basis),
            schools::levels_sheet(&basis),
            schools::work_sheet(&basis),
            method::sheet(&basis),
        ]
    };
    if !statistics.by_group.is_empty() {
        sheets.insert(2, groups::sheet(&basis));
    }
    if !statistics.by_unit.is_empty() {
        sheets.splice(1..1, units::sheets(&basis));
    }
    let mut book = Book {
        title: format!("Tổng hợp kế hoạch cải tiến chất lượng. {}, năm học {}", statistics.period.title(), statistics.school_year),
        author: statistics.unit.name.clone(),
        created: statistics.as_of,
        properties: vec![(OUTPUT_PROPERTY.to_owned(), "tong-hop".to_owned())],
        sheets,
        carried: Vec::new(),
    };
    if let Some(changes) = source.changes {
        add_after(
            &mut book,
            schools::WORK_NAME,
            comparison::in_report(&comparison::View::new(changes, source.frameworks, source.options.printed_rows)),
        );
    }
    if !source.periods.is_empty() {
        add_after(&mut book, schools::WORK_NAME, [trend::sheet(&basis, source.periods)]);
    }
    book.sheets.iter_mut().for_each(|sheet| page::say_where_it_goes_on(sheet, source.options.sheet_rows));
    book
}

fn add_after(book: &mut Book, name: &str, sheets: impl IntoIterator<Item = Sheet>) {
    let place = book.sheets.iter().position(|known| known.name == name).map_or(book.sheets.len(), |place| place + 1);
    book.sheets.splice(place..place, sheets);
}

/// The pictures of `bieu-do`, by file name.
pub fn charts(source: &Source) -> Vec<Chart> {
    let basis = Basis::new(source);
    let mut charts = vec![submission::chart(&basis), levels::chart(&basis), work::chart(&basis), lagging::chart(&basis)];
    charts.extend(basis.frameworks().into_iter().map(|framework| standards::chart(&basis, framework)));
    if source.options.listed {
        charts.push(overdue::chart(&basis));
        charts.extend(basis.frameworks().into_iter().map(|framework| criteria::chart(&basis, framework)));
    }
    if source.periods.len() > 1 {
        charts.extend(trend::charts(&basis, source.periods));
    }
    charts.sort_by(|a, b| a.id.cmp(&b.id));
    charts
}

/// Titles and rows of `van-de.csv`: every finding, by file, sheet and cell.
pub fn findings_csv(source: &Source) -> (Vec<&'static str>, Vec<Vec<String>>) {
    problems::csv(&Basis::new(source))
}

/// The table that goes to the office above, by the layouts of the office.
pub fn returns(source: &Source, layouts: &[Layout], units: &[UnitFigures]) -> Book {
    returns::book(source, layouts, units)
}

/// What `check` says, file by file.
pub fn findings_by_file(source: &Source) -> String {
    listing::by_file(&Basis::new(source))
}

/// What each school with something open is asked for, by commune; `due` is the day to answer by.
pub fn reminders(source: &Source, due: jiff::civil::Date, has_workbook: &dyn Fn(&str) -> bool) -> Vec<reminder::Reminder> {
    reminder::reminders(&Basis::new(source), due, has_workbook)
}

/// The register an office fills in.
pub fn blank_register() -> Book {
    blank::book()
}

/// What `report` and `check` say at the end.
pub fn summary(source: &Source) -> terminal::Summary {
    terminal::summary(&Basis::new(source))
}

/// Under every picture: who compiled it, from how many reports.
fn source_line(basis: &Basis) -> String {
    let statistics = basis.source.statistics;
    let reported = wording::count(statistics.schools.reported);
    let outside = match basis.outside().len() {
        0 => String::new(),
        others => format!(" và {} trường ngoài danh sách", wording::count(others)),
    };
    format!(
        "Nguồn: {}, tổng hợp từ báo cáo của {reported} trường{outside}. {}, năm học {}",
        statistics.unit.name,
        statistics.period.title(),
        statistics.school_year
    )
}
