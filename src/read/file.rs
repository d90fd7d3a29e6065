//! One workbook, already a grid → its part of the reading: tables found, owners known, rows taken.

mod by_number;
mod coded;
mod colours;
mod columns;
mod declared;
mod duties;
mod finished;
mod followed;
mod framework;
mod guidance;
mod laid;
mod notes;
mod of_standards;
mod passed_over;
mod printed;
mod remarks;
mod repeated;
mod shortcomings;
mod slips;
mod stated;
mod strangers;
mod totals_doubted;
mod uncounted;
mod unit;
mod whose;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Context;
use super::grid::{Grid, Workbook};
use super::header::{Header, Matcher};
use super::levels_judged;
use super::record::{self, Improved, Place, Problem, Taken};
use super::rows;
use super::stamped::Stamps;
use super::table::{self, Table};
use super::who;
use crate::finding::{self, Finding, Rule};
use crate::form::{Field, Printed, Stamp};
use crate::framework::Framework;
use crate::model::{Address, FormKind, School};
use crate::phrase;
use crate::reading::Reading;
use crate::settings::Pin;
use crate::text;

use laid::Laid;
use printed::{PrintedPlan, is_untouched};

/// What a file gave before anything is compared with other files.
pub(super) fn read(name: &Arc<str>, sha256: String, workbook: &Workbook, context: &Context<'_>, matcher: &mut Matcher<'_>) -> Reading {
    let (stamps, workbook) = Stamps::take(workbook);
    let laid = Laid::of(workbook, context, matcher);
    let workbook: &Workbook = &laid.workbook;
    let slips = &laid.slips;
    let mut file = File {
        name,
        context,
        has_plan: false,
        unfilled: false,
        filled: BTreeSet::new(),
        printed: Vec::new(),
        reading: Reading::default(),
        problems: Vec::new(),
        improved: Vec::new(),
        refused: false,
        schools: BTreeMap::new(),
        forms: BTreeSet::new(),
        followed: BTreeMap::new(),
        owners: Vec::new(),
    };
    for (sheet, finding) in stamps.findings(context) {
        match sheet {
            Some(at) => file.on_sheet(&workbook.grids[at], finding),
            None => file.reading.findings.push(finding.in_file(name)),
        }
    }
    for (sheet, finding) in laid.explained {
        match workbook.grids.iter().find(|grid| grid.name == sheet) {
            Some(grid) => file.on_sheet(grid, finding),
            // Sheets that go on upon others are one with them by now.
            None => file.reading.findings.push(finding.on_sheet(name, &sheet)),
        }
    }
    for (at, finding) in laid.cards.findings() {
        file.refused = true;
        file.on_sheet(&workbook.grids[at], finding);
    }
    for (sheet, told) in laid.told {
        file.on_sheet(&workbook.grids[sheet], told);
    }
    let pins = context.settings.pins_of(name);
    for told in idle_pins(&pins, &workbook.grids) {
        file.reading.findings.push(told.in_file(name));
    }
    let mut known: Vec<Header<'_>> = Vec::new();
    let mut letterheads: Vec<(Address, String)> = Vec::new();
    let mut tables: Vec<(usize, Table<'_>)> = Vec::new();
    for (at, grid) in workbook.grids.iter().enumerate().filter(|(_, grid)| !grid.rows.is_empty()) {
        let sheet_pins: Vec<_> = pins.iter().copied().filter(|pin| pin.sheet.as_str() == grid.name.as_ref()).collect();
        let mut found = table::find(grid, matcher, &sheet_pins, &known);
        for slip in slips.get(&at).into_iter().flatten().flat_map(|of| &of.slips).filter(|slip| slip.apart) {
            found.tables.iter_mut().for_each(|table| table.leave_out(&slip.rows));
        }
        file.refused |= found.refused;
        for finding in found.findings {
            file.on_sheet(grid, finding);
        }
        if found.tables.is_empty() {
            if !found.refused {
                file.sheet_without_table(grid, matcher, !slips.contains_key(&at) && !laid.moved.contains(&at), &mut letterheads);
            }
            continue;
        }
        known.extend(found.tables.iter().map(|table| table.header.clone()));
        tables.extend(found.tables.into_iter().map(|table| (at, table)));
    }
    for (place, told) in levels_judged::judged(&mut tables, context) {
        file.on_sheet(&workbook.grids[tables[place].0], told);
    }
    file.has_plan = tables.iter().any(|(_, table)| table.header.form.kind == FormKind::Plan);
    // A letterhead on the first sheet speaks for sheets without one.
    for (_, table) in &tables {
        if letterheads.is_empty() {
            letterheads.extend(table.above.iter().cloned());
        }
    }
    letterheads.splice(..0, page_headers(workbook));
    letterheads.extend(the_one_school(&letterheads, &tables));
    let shown = guidance::of(workbook, &tables);
    let strangers = strangers::of(&tables, context.frameworks);
    let passed = passed_over::of(workbook, &tables, context.year);
    for (place, (at, table)) in tables.iter().enumerate() {
        if let Some(passed) = passed.get(&place) {
            file.passed_over(workbook, &tables[place], passed);
            continue;
        }
        if shown.contains(&place) {
            file.shown_how(&workbook.grids[*at], table);
            continue;
        }
        if let Some(stranger) = strangers.get(&place).filter(|_| stamps.on(*at).is_none()) {
            file.told_of(&workbook.grids[*at], table, stranger);
            if stranger.beside_ours {
                continue;
            }
        }
        file.table(&workbook.grids[*at], table, &letterheads, (stamps.on(*at), stamps.printed(*at)));
    }
    for (at, slips) in slips.iter().flat_map(|(at, slips)| slips.iter().map(move |slips| (*at, slips))) {
        file.slips(&workbook.grids[at], slips, &letterheads, stamps.on(at));
    }
    file.printed_plans();
    for (at, grid) in workbook.grids.iter().enumerate() {
        if slips.contains_key(&at) || tables.iter().any(|(of, _)| *of == at) {
            file.notes(grid);
            let of_form = stamps.on(at).is_some();
            let titles = tables.iter().filter(|(of, _)| *of == at && of_form).map(|(_, table)| table.header.first..table.header.end);
            file.cell_notes(grid, &titles.collect::<Vec<_>>());
        } else {
            file.works_on_unread(grid);
        }
    }
    file.dates(&workbook.grids, &tables);
    file.totals(&workbook.grids, &tables, &letterheads, stamps.of_file());
    let mut reading = file.finish(sha256, workbook);
    laid.moves.put_back(&mut reading);
    reading
}

/// Schools and years that are printed above the pages and stand in no cell; what stands in cells goes before.
fn page_headers(workbook: &Workbook) -> Vec<(Address, String)> {
    let lines = workbook.grids.iter().flat_map(|grid| &grid.page_header);
    let says = |line: &&String| phrase::school::parse(line).name.is_some() || phrase::year::parse(line).is_some();
    lines.filter(says).map(|line| (Address::default(), line.clone())).collect()
}

/// What the office pinned where the workbook has no such sheet, or nothing stands in that row.
fn idle_pins(pins: &[&Pin], grids: &[Grid]) -> Vec<Finding> {
    let fault = |pin: &&&Pin| match grids.iter().find(|grid| *grid.name == *pin.sheet) {
        None => {
            let names: Vec<String> = grids.iter().map(|grid| format!("\"{}\"", grid.name)).collect();
            Some(format!("không có trang ấy (có: {})", names.join(", ")))
        }
        Some(grid) if !grid.rows.iter().any(|row| row.index + 1 == pin.header_row) => Some("không có gì ở hàng ấy".to_owned()),
        Some(_) => None,
    };
    let told = |pin: &&Pin| {
        let fault = fault(&pin)?;
        Some(Finding::new(&finding::PIN_WITHOUT_TABLE).with("sheet", &pin.sheet).with("row", pin.header_row).with("fault", fault))
    };
    pins.iter().filter_map(told).collect()
}

/// A title of a form stands within so many lines.
const MOST_ABOVE: usize = 12;

struct File<'a> {
    name: &'a Arc<str>,
    context: &'a Context<'a>,
    reading: Reading,
    problems: Vec<Problem>,
    improved: Vec<Improved>,
    refused: bool,
    /// Some table of the file is a plan.
    has_plan: bool,
    /// Some form came back as it was handed out.
    unfilled: bool,
    /// Plans that nothing was written into, to be taken when the other forms are.
    printed: Vec<PrintedPlan>,
    schools: BTreeMap<String, School>,
    forms: BTreeSet<FormKind>,
    /// School → the framework its first table follows, and the sheet that one stands on.
    followed: BTreeMap<String, (&'a Framework, Arc<str>)>,
    /// Schools of which a table holds a row.
    filled: BTreeSet<String>,
    /// Sheet, first row of the header, and school of every table that was read.
    owners: Vec<(Arc<str>, u32, String)>,
}

impl<'a> File<'a> {
    fn on_sheet(&mut self, grid: &Grid, finding: Finding) {
        let mut finding = finding.with("file", self.name).with("sheet", &grid.name);
        finding.file = Some(Arc::clone(self.name));
        finding.sheet = Some(Arc::clone(&grid.name));
        self.reading.findings.push(finding);
    }

    fn sheet_without_table(&mut self, grid: &Grid, matcher: &Matcher<'_>, is_told: bool, letterheads: &mut Vec<(Address, String)>) {
        let lines = table::lines(&grid.rows);
        let titled = lines.iter().take(MOST_ABOVE).find(|(_, line)| matcher.titles_form(line, None));
        let count = titled.map_or(0, |_| rows_of_work(grid));
        if let Some((cell, title)) = titled.filter(|_| is_told && count >= 2) {
            let told = Finding::new(&finding::TITLED_WITHOUT_TABLE).with("title", title).with("count", count);
            self.on_sheet(grid, Finding { cell: Some(*cell), ..told });
        } else if is_told && lines.len() >= 3 {
            self.on_sheet(grid, Finding::new(&finding::SHEET_WITHOUT_TABLE).with("count", grid.rows.len()));
        }
        // A title page names the school for the sheets behind it.
        letterheads.extend(
            lines
                .into_iter()
                .take(40)
                .filter(|(_, line)| phrase::school::parse(line).name.is_some() || phrase::year::parse(line).is_some()),
        );
    }

    fn table(
        &mut self,
        grid: &Grid,
        table: &Table<'_>,
        letterheads: &[(Address, String)],
        (stamp, printed): (Option<&Stamp>, Option<&Printed>),
    ) {
        let header = &table.header;
        let named_here = table.above.iter().any(|(_, line)| phrase::school::parse(line).name.is_some());
        let lines: Vec<(Address, String)> =
            if named_here { table.above.clone() } else { letterheads.iter().chain(&table.above).cloned().collect() };
        // The letterhead of another sheet speaks for this one where its own name does not.
        let by_sheet = || if named_here || stamp.is_some() { None } else { who::by_sheet(&grid.name, self.name, self.context) };
        let pinned = self.context.settings.school_of(self.name).is_some();
        let named = by_sheet().filter(|_| !pinned).unwrap_or_else(|| who::school(self.name, &lines, stamp, self.context));
        let unknown = who::unknown(&named);
        for finding in named.findings {
            if !self
                .reading
                .findings
                .iter()
                .any(|known| known.rule == finding.rule && known.school_id == finding.school_id && known.file.is_some())
            {
                self.on_sheet(grid, finding);
            }
        }
        let cell = Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column));
        let refuse = |file: &mut Self, rule: &'static Rule| {
            let mut finding = Finding::new(rule).raw(header.form.title.clone());
            finding.cell = Some(cell);
            file.refused = true;
            file.on_sheet(grid, finding);
        };
        let Some(school) = named.school else {
            return refuse(self, unknown);
        };
        if let Some((cell, title)) = uncounted::named(table, &grid.name) {
            let mut told = Finding::new(&finding::FORM_NOT_COUNTED).with("form", format!("\"{title}\"")).with("count", table.body.len());
            told.cell = Some(cell);
            return self.on_sheet(grid, told);
        }
        if let Some((cell, title, found)) = self.looks_back(table, &lines).filter(|_| stamp.is_none()) {
            let told = Finding::new(&finding::TABLE_OF_EARLIER_YEAR).of_school(&school.id).raw(title).with("form", &header.form.title);
            let mut told = told.with("count", table.body.len()).with("found", found).with("expected", self.context.year);
            told.cell = Some(cell);
            return self.on_sheet(grid, told);
        }
        self.levels_of_plan(grid, table, &school.id);
        self.stated(grid, table, &lines, stamp, &school.id);
        let Some(framework) = self.framework(grid, &school, table, stamp) else {
            self.schools.insert(school.id.clone(), school);
            return refuse(self, &finding::FRAMEWORK_UNKNOWN);
        };
        self.other_framework(grid, &school, framework, &lines, cell);
        let year = self.plan_year(table, &lines);
        let lines = rows::lines(grid, table, framework, self.context);
        let place = Place {
            file: self.name,
            sheet: &grid.name,
            school_id: &school.id,
            framework,
            context: self.context,
            year,
            header,
            unit_vnd: unit::of(grid, table),
            stamped: stamp.is_some(),
            untouched: is_untouched(table, &lines, printed),
            supposed: table.lost,
        };
        self.papers_below(grid, table, &lines);
        self.columns(grid, table, &lines, &school.id);
        self.remarks(grid, table, &lines, &school.id);
        self.works_left_out(grid, table, &lines, &school.id);
        self.colours(grid, table, &lines, &school.id);
        let empty = !lines.iter().any(|line| matches!(line, rows::Line::Data(_)));
        if empty {
            let rows = record::spans(&(header.first..header.end).collect::<Vec<_>>());
            let may_be_empty = stamp.is_some() && header.form.kind == FormKind::FollowUp;
            let rule = if may_be_empty { &finding::PART_UNFILLED } else { &finding::TABLE_WITHOUT_ROWS };
            self.unfilled |= may_be_empty;
            let mut told = Finding::new(rule).of_school(&school.id).with("form", &header.form.title).with("rows", rows);
            told.cell = Some(cell);
            self.on_sheet(grid, told);
        }
        // Titles of months over the rows are times as well.
        let has_time = [Field::Time, Field::Start, Field::End].iter().any(|field| header.column(*field).is_some())
            || lines.iter().any(|line| matches!(line, rows::Line::Data(row) if row.titled_time));
        if header.form.kind == FormKind::Plan && !has_time && !empty {
            let mut told = Finding::new(&finding::PLAN_WITHOUT_TIMES).of_school(&school.id).with("row", header.first + 1);
            told.cell = Some(cell);
            self.on_sheet(grid, told);
        }
        let mut taken = record::take(&place, &lines);
        self.by_number(grid, table, &lines, &mut taken, &school.id);
        self.followed(grid, header.form, &lines, &mut taken, &school.id);
        self.shortcomings(grid, table, &lines, &taken.reading, &school.id);
        match header.form.kind {
            FormKind::Plan if place.untouched => {
                self.printed.push(PrintedPlan { taken, unfilled: record::unfilled_form(&place, &lines) });
            }
            FormKind::FollowUp if empty => self.reading.absorb(taken.reading),
            kind => {
                // "Không có" below the titles: the school has said what there was to say.
                if !empty && !taken.unfilled || empty && says_there_is_none(table) {
                    self.filled.insert(school.id.clone());
                }
                self.take(kind, taken);
            }
        }
        self.owners.push((Arc::clone(&grid.name), header.first, school.id.clone()));
        let school = School { framework: Some(framework.id.clone()), ..school };
        self.schools.insert(school.id.clone(), school);
    }

    fn take(&mut self, kind: FormKind, taken: Taken) {
        self.reading.absorb(taken.reading);
        self.problems.extend(taken.problems);
        self.improved.extend(taken.improved);
        self.unfilled |= taken.unfilled;
        if !taken.unfilled {
            self.forms.insert(kind);
        }
    }
}

/// Whether a row of the table holds such words and at most a number beside them.
fn says_there_is_none(table: &Table<'_>) -> bool {
    const MOST: usize = 2;
    table.body.iter().any(|row| row.cells.len() <= MOST && row.cells.iter().any(|cell| phrase::status::is_nothing_in_words(&cell.text)))
}

/// Rows of a sheet that name a criterion or say how far work has come, as no title page does.
fn rows_of_work(grid: &Grid) -> usize {
    let says = |text: &str| {
        let named = || phrase::criterion::parse(text, None, None).criterion.is_some();
        phrase::status::word(text).is_some() || text::has_more_letters(text, 3) && named()
    };
    grid.rows.iter().filter(|row| row.cells.iter().any(|cell| says(&cell.text))).count()
}

/// Where the letterhead names no school, and all tables that name one name the same: the line that does, for those that name none.
fn the_one_school(letterheads: &[(Address, String)], tables: &[(usize, Table<'_>)]) -> Option<(Address, String)> {
    let name = |line: &str| phrase::school::parse(line).name.map(|name| text::fold(&name));
    if letterheads.iter().any(|(_, line)| name(line).is_some()) {
        return None;
    }
    let mut named = tables.iter().flat_map(|(_, table)| &table.above).filter_map(|line| Some((name(&line.1)?, line)));
    let (first, line) = named.next()?;
    named.all(|(other, _)| other == first).then(|| line.clone())
}
