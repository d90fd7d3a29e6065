//! One workbook, already a grid → its part of the reading: tables found, owners known, rows taken.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Context;
use super::dated::{self, Dated};
use super::grid::{CellKind, Grid, Workbook};
use super::header::{Header, Matcher};
use super::record::{self, Place, Problem};
use super::rows;
use super::stamped::Stamps;
use super::table::{self, Table};
use super::who;
use crate::finding::{self, Finding, Rule};
use crate::form::{Field, Stamp};
use crate::framework::Framework;
use crate::model::{Address, Criterion, Declaration, FormKind, ReceivedFrom, School, State, Submission};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

/// What a file gave before anything is compared with other files.
pub(super) fn read(name: &Arc<str>, sha256: String, workbook: &Workbook, context: &Context<'_>, matcher: &mut Matcher<'_>) -> Reading {
    let (stamps, workbook) = Stamps::take(workbook);
    let workbook: &Workbook = &workbook;
    let mut file = File {
        name,
        context,
        unfilled: false,
        reading: Reading::default(),
        problems: Vec::new(),
        ordinals: Vec::new(),
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
    let pins = context.settings.pins_of(name);
    let mut known: Vec<Header<'_>> = Vec::new();
    let mut letterheads: Vec<(Address, String)> = Vec::new();
    let mut tables: Vec<(usize, Table<'_>)> = Vec::new();
    for (at, grid) in workbook.grids.iter().enumerate().filter(|(_, grid)| !grid.rows.is_empty()) {
        let sheet_pins: Vec<_> = pins.iter().copied().filter(|pin| pin.sheet.as_str() == grid.name.as_ref()).collect();
        let found = table::find(grid, matcher, &sheet_pins, &known);
        file.refused |= found.refused;
        for finding in found.findings {
            file.on_sheet(grid, finding);
        }
        if found.tables.is_empty() {
            if !found.refused {
                file.sheet_without_table(grid, &mut letterheads);
            }
            continue;
        }
        known.extend(found.tables.iter().map(|table| table.header.clone()));
        tables.extend(found.tables.into_iter().map(|table| (at, table)));
    }
    // A letterhead on the first sheet speaks for sheets without one.
    for (_, table) in &tables {
        if letterheads.is_empty() {
            letterheads.extend(table.above.iter().cloned());
        }
    }
    for (at, table) in &tables {
        file.table(&workbook.grids[*at], table, &letterheads, stamps.on(*at));
    }
    for (at, grid) in workbook.grids.iter().enumerate() {
        if tables.iter().any(|(of, _)| *of == at) {
            file.notes(grid);
        }
    }
    file.dates(&workbook.grids, &tables);
    file.totals(&workbook.grids, &tables, &letterheads, stamps.of_file());
    file.finish(sha256, workbook)
}

struct File<'a> {
    name: &'a Arc<str>,
    context: &'a Context<'a>,
    reading: Reading,
    problems: Vec<Problem>,
    ordinals: Vec<String>,
    refused: bool,
    /// Some form came back as it was handed out.
    unfilled: bool,
    schools: BTreeMap<String, School>,
    forms: BTreeSet<FormKind>,
    /// School → the framework its first table follows, and the sheet that one stands on.
    followed: BTreeMap<String, (&'a Framework, Arc<str>)>,
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

    fn sheet_without_table(&mut self, grid: &Grid, letterheads: &mut Vec<(Address, String)>) {
        let lines = table::lines(&grid.rows);
        if lines.len() >= 3 {
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

    fn table(&mut self, grid: &Grid, table: &Table<'_>, letterheads: &[(Address, String)], stamp: Option<&Stamp>) {
        let header = &table.header;
        let named_here = table.above.iter().any(|(_, line)| phrase::school::parse(line).name.is_some());
        let lines: Vec<(Address, String)> =
            if named_here { table.above.clone() } else { letterheads.iter().chain(&table.above).cloned().collect() };
        let named = who::school(self.name, &lines, stamp, self.context);
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
            return refuse(self, &finding::SCHOOL_UNKNOWN);
        };
        // A form of another year has said so already.
        if stamp.is_none_or(|stamp| stamp.year == self.context.year) {
            self.year(grid, &lines, &school.id);
        }
        let Some(framework) = self.framework(grid, &school, table, stamp) else {
            self.schools.insert(school.id.clone(), school);
            return refuse(self, &finding::FRAMEWORK_UNKNOWN);
        };
        self.other_framework(grid, &school, framework, &lines, cell);
        self.columns(grid, table, &school.id);
        let place = Place {
            file: self.name,
            sheet: &grid.name,
            school_id: &school.id,
            framework,
            context: self.context,
            header,
            unit_vnd: unit(table),
            stamped: stamp.is_some(),
        };
        let lines = rows::lines(grid, table);
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
        let taken = record::take(&place, &lines);
        self.reading.absorb(taken.reading);
        self.problems.extend(taken.problems);
        self.ordinals.extend(taken.ordinals);
        self.unfilled |= taken.unfilled;
        if !(taken.unfilled || empty && header.form.kind == FormKind::FollowUp) {
            self.forms.insert(header.form.kind);
        }
        self.owners.push((Arc::clone(&grid.name), header.first, school.id.clone()));
        let school = School { framework: Some(framework.id.clone()), ..school };
        self.schools.insert(school.id.clone(), school);
    }

    /// By the kind of the school and the year; by the codes of the rows, where these say clearly another: codes of two frameworks are never counted as one.
    /// A form that was handed out says it itself.
    fn framework(&mut self, grid: &Grid, school: &School, table: &Table<'_>, stamp: Option<&Stamp>) -> Option<&'a Framework> {
        let frameworks = self.context.frameworks;
        let header = &table.header;
        let belongs = |framework: &Framework| {
            header.form.frameworks.is_empty() || header.form.frameworks.iter().any(|name| framework.answers_to(name))
        };
        let stamped = stamp.and_then(|stamp| frameworks.get(&stamp.framework)).filter(|framework| belongs(framework));
        let usual = school.kind.and_then(|kind| Some((kind, frameworks.of(kind, self.context.year)?)));
        let Some((kind, own)) = usual else { return stamped };
        let codes = table_codes(table);
        let strange = |framework: &Framework| codes.iter().filter(|criterion| !framework.has(**criterion)).count();
        let other = frameworks
            .all
            .iter()
            .filter(|other| other.kinds.contains(&kind) && other.family != own.family)
            // Short titles fit the forms of several sets; codes that only one set has do not.
            .filter(|other| belongs(other) || strange(other) == 0 && strange(own) >= 2)
            .min_by_key(|other| strange(other));
        let chosen = match other {
            _ if let Some(stamped) = stamped => stamped,
            Some(other) if !codes.is_empty() && strange(other) * 4 < strange(own) => other,
            _ => own,
        };
        if !belongs(own) || chosen.id != own.id {
            let mut finding = Finding::new(&finding::OTHER_FRAMEWORK_YEAR)
                .of_school(&school.id)
                .with("found", if chosen.id == own.id { &header.form.title } else { &chosen.title })
                .with("framework", &own.title);
            finding.cell = Some(Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column)));
            self.on_sheet(grid, finding);
        }
        Some(chosen)
    }

    /// A second framework within the file, and a circular that is not the school's own.
    fn other_framework(&mut self, grid: &Grid, school: &School, framework: &'a Framework, lines: &[(Address, String)], cell: Address) {
        let (first, sheet) = self.followed.entry(school.id.clone()).or_insert_with(|| (framework, Arc::clone(&grid.name))).clone();
        if first.id != framework.id {
            let mut finding = Finding::new(&finding::TWO_FRAMEWORKS)
                .of_school(&school.id)
                .with("this", &framework.title)
                .with("first", &first.title)
                .with("sheet", sheet);
            finding.cell = Some(cell);
            self.on_sheet(grid, finding);
        }
        let circulars: BTreeSet<&str> = self.context.frameworks.all.iter().map(|other| other.circular.as_str()).collect();
        let named = |line: &str, circular: &str| format!(" {line} ").contains(&format!(" {} ", text::fold(circular)));
        for (address, line) in lines {
            let folded = text::fold(line);
            if named(&folded, &framework.circular) {
                continue;
            }
            let Some(found) = circulars.iter().find(|circular| named(&folded, circular)) else { continue };
            let told = |known: &Finding| known.rule == &finding::OTHER_CIRCULAR && known.details.get("found").is_some_and(|it| it == found);
            if !self.reading.findings.iter().any(told) {
                let mut finding = Finding::new(&finding::OTHER_CIRCULAR)
                    .of_school(&school.id)
                    .raw(line)
                    .with("found", found)
                    .with("own", &framework.circular);
                finding.cell = Some(*address);
                self.on_sheet(grid, finding);
            }
        }
    }

    /// Dates of the documents that do not agree, of a file that speaks for one school.
    fn dates(&mut self, grids: &[Grid], tables: &[(usize, Table<'_>)]) {
        if self.schools.len() > 1 {
            return;
        }
        let mut documents = Vec::new();
        for (at, table) in tables {
            let grid = &grids[*at];
            let alone = tables.iter().filter(|(of, _)| of == at).count() == 1;
            let below = if alone { table::lines(&table.body) } else { Vec::new() };
            documents.push((grid, Dated::of(table.header.form.kind, &table.above, &below)));
        }
        for (grid, document) in &documents {
            for finding in dated::within(document, self.context.year) {
                self.on_sheet(grid, finding);
            }
        }
        let all: Vec<&Dated> = documents.iter().map(|(_, document)| document).collect();
        if let Some((at, finding)) = dated::among(&all) {
            self.on_sheet(documents[at].0, finding);
        }
    }

    fn year(&mut self, grid: &Grid, lines: &[(Address, String)], school_id: &str) {
        let years = who::years(self.name, lines);
        if years.is_empty() || years.contains(&self.context.year) {
            return;
        }
        let told = self.reading.findings.iter().any(|known| known.rule == &finding::OTHER_YEAR);
        if let (Some(found), false) = (years.last(), told) {
            let cell = lines.iter().find(|(_, line)| phrase::year::parse(line) == Some(*found)).map(|(address, _)| *address);
            let mut finding =
                Finding::new(&finding::OTHER_YEAR).with("found", found).with("expected", self.context.year).of_school(school_id);
            finding.cell = cell;
            self.on_sheet(grid, finding);
        }
    }

    /// Columns that were read with doubt, and columns that were not read.
    fn columns(&mut self, grid: &Grid, table: &Table<'_>, school_id: &str) {
        if table.pinned || table.lost {
            return;
        }
        let header = &table.header;
        for assigned in header.columns.iter().filter(|assigned| assigned.is_doubtful()) {
            let other = assigned.runner_up.map_or("không có", |(field, _)| field.title());
            let mut finding = Finding::new(&finding::COLUMN_UNCERTAIN)
                .of_school(school_id)
                .field(assigned.field.title())
                .raw(&assigned.title)
                .with("score", format!("{:.2}", assigned.score))
                .with("other", other);
            finding.cell = Some(Address::new(header.first, assigned.column));
            self.on_sheet(grid, finding);
        }
        // Two titles that stand again are a second table; one may be a slip of the school's.
        let all: Vec<String> = header
            .columns
            .iter()
            .map(|assigned| &assigned.title)
            .chain(header.unused.iter().map(|(_, title)| title))
            .map(|title| text::fold(title))
            .collect();
        let twice: BTreeSet<&str> = all
            .iter()
            .enumerate()
            .filter(|(at, title)| !title.is_empty() && all[..*at].contains(title))
            .map(|(_, title)| title.as_str())
            .collect();
        if twice.len() >= 2 {
            let mut shown: Vec<&str> = Vec::new();
            for title in header.columns.iter().map(|assigned| assigned.title.as_str()) {
                if twice.contains(text::fold(title).as_str()) && !shown.contains(&title) {
                    shown.push(title);
                }
            }
            let mut finding = Finding::new(&finding::TABLES_SIDE_BY_SIDE).of_school(school_id).with("columns", shown.join(", "));
            finding.cell = Some(Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column)));
            self.on_sheet(grid, finding);
        }
        for (column, title) in &header.unused {
            let filled = table.body.iter().any(|row| row.get(*column).is_some());
            if filled {
                let mut finding = match cost_beside(header, title) {
                    Some(taken) => Finding::new(&finding::COST_IN_SEVERAL_COLUMNS).with("taken", taken),
                    None => Finding::new(&finding::COLUMN_UNUSED).with("form", &header.form.title),
                };
                finding = finding.of_school(school_id).raw(title);
                finding.cell = Some(Address::new(header.first, *column));
                self.on_sheet(grid, finding);
            }
        }
        self.columns_without_title(grid, table, school_id);
    }

    /// Filled columns beside the table that no title stands over.
    fn columns_without_title(&mut self, grid: &Grid, table: &Table<'_>, school_id: &str) {
        let header = &table.header;
        let titled = |column: u32| header.field_at(column).is_some() || header.unused.iter().any(|(unused, _)| *unused == column);
        let mut untitled: BTreeMap<u32, (usize, Address)> = BTreeMap::new();
        for row in &table.body {
            let in_table = row.cells.iter().any(|cell| titled(cell.column));
            for cell in row.cells.iter().filter(|cell| in_table && !titled(cell.column)) {
                untitled.entry(cell.column).or_insert((0, Address::new(row.index, cell.column))).0 += 1;
            }
        }
        for (column, (_, first)) in untitled {
            let mut finding = Finding::new(&finding::COLUMN_UNUSED)
                .of_school(school_id)
                .raw(format!("{} (không có tiêu đề)", table::column_letters(column)))
                .with("form", &header.form.title);
            finding.cell = Some(first);
            self.on_sheet(grid, finding);
        }
    }

    /// What is said once for a whole sheet.
    fn notes(&mut self, grid: &Grid) {
        let mut hidden = Vec::new();
        if grid.hidden {
            hidden.push("Cả trang tính".to_owned());
        }
        let rows = grid.rows.iter().filter(|row| grid.hidden_rows.contains(&row.index)).count();
        if rows > 0 {
            hidden.push(format!("{rows} dòng"));
        }
        let columns = grid.hidden_columns.iter().filter(|column| grid.rows.iter().any(|row| row.get(**column).is_some())).count();
        if columns > 0 {
            hidden.push(format!("{columns} cột"));
        }
        if !hidden.is_empty() {
            self.on_sheet(grid, Finding::new(&finding::HIDDEN_CONTENT).with("what", hidden.join(", ")));
        }
        let converted: Vec<Address> = grid
            .rows
            .iter()
            .flat_map(|row| {
                row.cells.iter().filter(|cell| cell.kind == CellKind::Converted).map(|cell| Address::new(row.index, cell.column))
            })
            .collect();
        if let Some(first) = converted.first() {
            let mut finding = Finding::new(&finding::TEXT_CONVERTED).with("count", converted.len());
            finding.cell = Some(*first);
            finding.raw = grid.get(*first).and_then(|cell| cell.raw.clone());
            self.on_sheet(grid, finding);
        }
    }

    /// What schools say of themselves in lines of text, anywhere outside the tables' rows.
    fn totals(&mut self, grids: &[Grid], tables: &[(usize, Table<'_>)], letterheads: &[(Address, String)], stamp: Option<&Stamp>) {
        let named = if let Some(school) = self.schools.values().next() {
            Some(school.clone())
        } else {
            who::school(self.name, letterheads, stamp, self.context).school
        };
        let Some(school) = named else { return };
        let mut declared = Vec::new();
        for (at, grid) in grids.iter().enumerate() {
            let headers: Vec<_> =
                tables.iter().filter(|(of, _)| *of == at).map(|(_, table)| table.header.first..table.header.end).collect();
            for (address, line) in table::lines(&grid.rows) {
                if line.chars().count() > 200 || headers.iter().any(|rows| rows.contains(&address.row)) {
                    continue;
                }
                let origin = crate::model::Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell: address };
                let Some(school_id) = self.owner(&grid.name, address.row, &school.id) else { continue };
                match phrase::levels::parse(&line) {
                    Some(phrase::levels::LevelPhrase::CriteriaMet { level, met, of }) => {
                        declared.push(Declaration::CriteriaMet { school_id, level, met, of, origin })
                    }
                    Some(phrase::levels::LevelPhrase::SchoolLevel { level }) => {
                        declared.push(Declaration::SchoolLevel { school_id, level, origin })
                    }
                    None => {}
                }
            }
        }
        for grid in grids {
            self.totals_only(grid, &declared);
        }
        for declaration in declared {
            if !self.reading.declarations.contains(&declaration) {
                self.reading.declarations.push(declaration);
            }
        } // Totals alone are a self-assessment too, if a short one.
        let totals = self.reading.declarations.iter().any(|declaration| matches!(declaration, Declaration::CriteriaMet { .. }));
        if totals || tables.is_empty() && !self.reading.declarations.is_empty() {
            self.forms.insert(FormKind::Assessment);
            self.schools.entry(school.id.clone()).or_insert(school);
        }
    }

    /// A sheet whose only figures are totals in words was read after all.
    fn totals_only(&mut self, grid: &Grid, declared: &[Declaration]) {
        let without_table = |finding: &Finding| finding.rule == &finding::SHEET_WITHOUT_TABLE && finding.sheet.as_ref() == Some(&grid.name);
        let totals: Vec<(String, Address)> = declared
            .iter()
            .filter_map(|declaration| match declaration {
                Declaration::CriteriaMet { level, met, of, origin, .. } if origin.sheet == grid.name => {
                    let of = of.map_or_else(String::new, |of| format!("/{of}"));
                    Some((format!("Mức {level}: {met}{of}"), origin.cell))
                }
                _ => None,
            })
            .collect();
        let Some((_, first)) = totals.first() else { return };
        let before = self.reading.findings.len();
        self.reading.findings.retain(|finding| !without_table(finding));
        if self.reading.findings.len() < before {
            let listed: Vec<&str> = totals.iter().map(|(total, _)| total.as_str()).collect();
            let mut finding = Finding::new(&finding::TOTALS_ONLY).with("totals", listed.join("; "));
            finding.cell = Some(*first);
            self.on_sheet(grid, finding);
        }
    }

    /// Whose line this is: the file's one school, or the school of the table it stands below; of the first on its sheet, where above all.
    fn owner(&self, sheet: &Arc<str>, row: u32, only: &str) -> Option<String> {
        if self.schools.len() <= 1 {
            return Some(only.to_owned());
        }
        let here = || self.owners.iter().filter(|(of, ..)| of == sheet);
        let (_, _, school) = here()
            .filter(|(_, first, _)| *first <= row)
            .max_by_key(|(_, first, _)| *first)
            .or_else(|| here().min_by_key(|(_, first, _)| *first))?;
        Some(school.clone())
    }

    fn finish(mut self, sha256: String, workbook: &Workbook) -> Reading {
        let findings = record::place_tasks(&mut self.reading.actions, &self.ordinals, &self.problems);
        // Work that found its criterion in part IV is not without one.
        let placed: BTreeSet<_> = findings.iter().map(|finding| (finding.sheet.clone(), finding.cell)).collect();
        self.reading
            .findings
            .retain(|finding| finding.rule != &finding::TASK_WITHOUT_CRITERION || !placed.contains(&(finding.sheet.clone(), finding.cell)));
        self.reading.findings.extend(findings);
        let counted = !self.forms.is_empty();
        if !counted && self.unfilled {
            self.reading.findings.push(Finding::new(&finding::FILE_UNFILLED).in_file(self.name));
        } else if !counted && !self.refused {
            self.reading.findings.push(Finding::new(&finding::NO_TABLE).in_file(self.name));
        }
        if self.schools.is_empty()
            && let Some(school) = who::school_of_file(self.name, self.context)
        {
            self.schools.insert(school.id.clone(), school);
        }
        if let [school] = self.schools.keys().collect::<Vec<_>>()[..] {
            for finding in self.reading.findings.iter_mut().filter(|finding| finding.school_id.is_none()) {
                finding.school_id = Some(school.clone());
            }
        }
        self.reading.submissions.push(Submission {
            file: Arc::clone(self.name),
            sha256,
            school_ids: self.schools.keys().cloned().collect(),
            forms: self.forms,
            received_on: workbook.modified,
            received_from: if workbook.modified.is_some() { ReceivedFrom::Document } else { ReceivedFrom::None },
            state: if counted { State::Accepted } else { State::Rejected },
        });
        self.reading.schools = self.schools.into_values().collect();
        self.reading
    }
}

/// The codes written out in a table: "1.10".
fn table_codes(table: &Table<'_>) -> BTreeSet<Criterion> {
    let Some(column) = table.header.column(Field::Criterion).map(|assigned| assigned.column) else { return BTreeSet::new() };
    table
        .body
        .iter()
        .filter_map(|row| row.get(column))
        .filter_map(|cell| phrase::criterion::parse(&cell.text, None, None).criterion)
        .collect()
}

/// "ĐVT: triệu đồng" above the table or in the title of the cost column.
fn unit(table: &Table<'_>) -> Option<i64> {
    let in_title = table.header.column(Field::Cost).and_then(|cost| phrase::money::unit(&cost.title));
    in_title.or_else(|| table.above.iter().rev().find_map(|(_, line)| phrase::money::unit(line)))
}

/// The title of the column whose amounts are counted, where `title` stands under the same heading: `Kinh phí / Ngân sách` beside `Kinh phí / Tổng`.
fn cost_beside<'h>(header: &'h Header<'_>, title: &str) -> Option<&'h str> {
    let taken = header.column(Field::Cost)?.title.as_str();
    let heading = |title: &str| title.split_once(" / ").map(|(heading, _)| text::fold(heading));
    (heading(taken)? == heading(title)?).then_some(taken)
}
