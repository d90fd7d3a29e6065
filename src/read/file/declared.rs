//! Lines of text around the tables in, what the school says of itself out: "Tổng số các tiêu chí đạt Mức 3: 13/19".

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::File;
use super::of_standards::OfStandards;
use super::totals_doubted;
use super::whose::{NotOwn, not_own};
use crate::finding::{self, Finding};
use crate::form::{Field, Stamp};
use crate::framework::Framework;
use crate::model::{Address, Criterion, Declaration, FormKind, Origin, School, SchoolYear};
use crate::phrase;
use crate::phrase::levels::{LevelPhrase, OfStandard, Reached, Unmet};
use crate::read::grid::{CellKind, Grid, Row};
use crate::read::rows;
use crate::read::table::{self, Table};
use crate::read::who;
use crate::text;

/// Whether a cell stands in the columns of a table, on a row that names a criterion or a piece of work: "Đạt mức 2" beside "1.1" is said
/// of that criterion, and as what work is to come to of the criterion it is for.
fn speaks_of_a_row(table: &Table<'_>, address: Address) -> bool {
    let header = &table.header;
    let Some(row) = table.row(address.row).filter(|_| is_titled(table, address.column)) else { return false };
    let beside = |field: Field| header.column(field).filter(|assigned| assigned.column != address.column).and_then(|of| row.get(of.column));
    let names_a_criterion = beside(Field::Criterion).is_some_and(|cell| {
        let named = phrase::criterion::parse(&cell.text, None, None);
        let others = || text::fold(&cell.text).starts_with("cac tieu chi");
        named.criterion.is_some() || named.level4_item.is_some() || !matches!(cell.kind, CellKind::Text) || others()
    });
    names_a_criterion || [Field::Task, Field::Planned, Field::Weakness].into_iter().any(|work| beside(work).is_some())
}

/// "Tổng số tiêu chí đạt Mức 1 | 28/28 | 100%", "Tự đánh giá chung | Mức 2": a label and what it comes to side by side, as one line.
fn labelled(grid: &Grid) -> Vec<(Address, String)> {
    let line = |row: &Row| {
        let (label, rest) = row.cells.split_first()?;
        let count = match rest {
            [count] => count,
            [count, share] if share.text.ends_with('%') || matches!(share.kind, CellKind::Number { .. }) => count,
            _ => return None,
        };
        let name = label.text.trim_end_matches(':');
        let counted = label.text.contains("iêu chí") && count.text.chars().count() <= 20;
        let of_school = rows::speaks_of_the_school(name) && matches!(phrase::levels::reached(&count.text), Some(Reached::Up(_)));
        let said = if of_school {
            format!("Tự đánh giá đạt {}", count.text.trim_start_matches("Đạt "))
        } else {
            format!("{name}: {}", count.text)
        };
        (counted || of_school).then(|| (Address::new(row.index, label.column), said))
    };
    grid.rows.iter().filter_map(line).collect()
}

/// "Kết luận về Tiêu chuẩn 1:" over "Nhà trường có 8/10 tiêu chí đạt Mức 2": what is said there is of that standard.
fn below_a_standard(lines: &[(Address, String)], at: Address) -> bool {
    const LINES: usize = 4;
    const OPENINGS: &[&str] =
        &["ket luan ve tieu chuan", "ket luan tieu chuan", "danh gia chung ve tieu chuan", "danh gia chung tieu chuan"];
    let above = lines.partition_point(|(address, _)| *address < at);
    lines[..above].iter().rev().take(LINES).any(|(_, line)| {
        let folded = text::fold(line);
        OPENINGS.iter().any(|words| text::opens_with_words(&folded, words))
    })
}

/// Whether the nearest heading above, outside of tables, is that of one standard: "Tiêu chuẩn 3: Cơ sở vật chất" over "Các tiêu chí chưa đạt Mức 2: 3.2".
fn in_the_part_of_a_standard(lines: &[(Address, String)], at: Address, in_table: impl Fn(u32) -> bool) -> bool {
    const LINES: usize = 15;
    let above = lines.partition_point(|(address, _)| *address < at);
    let ends = |folded: &str| ["chung", "tong", "ket luan", "phan"].iter().any(|word| text::holds_words(folded, word));
    let headings = lines[..above].iter().rev().filter(|(address, _)| !in_table(address.row)).take(LINES);
    let of_standards = headings.map_while(|(_, line)| (!ends(&text::fold(line))).then(|| phrase::levels::of_standard(line).is_some()));
    of_standards.into_iter().any(|of_standard| of_standard)
}

/// The year of a heading that is nothing else, where a heading of the own year stands on the sheet too: "Năm học 2022-2023:" over its totals.
fn under_an_earlier_year(lines: &[(Address, String)], at: Address, own: SchoolYear) -> bool {
    let alone = |line: &str| {
        const LONGEST: usize = 32;
        let folded = text::fold(line);
        let year = phrase::year::parse(line).filter(|_| folded.len() <= LONGEST);
        year.filter(|_| {
            folded
                .split(' ')
                .all(|word| word.len() < 3 || matches!(word, "nam" | "hoc" | "nien" | "khoa") || word.bytes().all(|of| of.is_ascii_digit()))
        })
    };
    let above = lines.partition_point(|(address, _)| *address < at);
    let nearest = lines[..above].iter().rev().find_map(|(_, line)| alone(line));
    nearest.is_some_and(|year| year < own) && lines.iter().any(|(_, line)| alone(line) == Some(own))
}

/// "Trường THCS Lê Lợi đạt Mức 3" in the paper of Trường THCS Hoa Sen.
fn is_of_another_school(line: &str, school: &School) -> bool {
    let lower = line.to_lowercase();
    let Some(at) = lower.find("trường ").filter(|_| lower.len() == line.len()) else { return false };
    let behind = &lower[at..];
    let Some(end) = [" có ", " đạt "].iter().filter_map(|word| behind.find(word)).min() else { return false };
    let Some(name) = phrase::school::parse(&format!("T{}", &line[at + 1..at + end])).name else { return false };
    let (name, own) = (text::fold(&name), text::fold(&school.name));
    !text::holds_words(&own, &name) && !school.aliases.iter().any(|alias| text::holds_words(&text::fold(alias), &name))
}

/// Whether the column has a title of the table, be it one that is not taken: "Mức đạt năm 2021", "Đánh giá ngoài".
fn is_titled(table: &Table<'_>, column: u32) -> bool {
    table.header.knows(column) || table.header.unused.iter().any(|(unused, _)| *unused == column)
}

/// How many criteria meet the level, by those that do not; nothing where the line names one that has no such level.
fn met_besides(lacking: &Unmet, framework: &Framework) -> Option<LevelPhrase> {
    let with: Vec<Criterion> = framework.criteria_with(lacking.level).collect();
    let of = u32::try_from(with.len()).ok()?;
    let known = lacking.named.iter().all(|named| with.contains(named));
    let met = of.checked_sub(lacking.count).filter(|_| known && lacking.of.is_none_or(|said| said == of))?;
    Some(LevelPhrase::CriteriaMet { level: lacking.level, met, of: Some(of) })
}

impl File<'_> {
    /// What schools say of themselves in lines of text, anywhere outside the tables' rows.
    pub(super) fn totals(
        &mut self,
        grids: &[Grid],
        tables: &[(usize, Table<'_>)],
        letterheads: &[(Address, String)],
        stamp: Option<&Stamp>,
    ) {
        let named = if let Some(school) = self.schools.values().next() {
            Some(school.clone())
        } else {
            who::school(self.name, letterheads, stamp, self.context).school
        };
        let Some(school) = named else { return };
        // "Đạt mức 2" on a row that was read as a criterion's is said of that criterion, wherever its code stands.
        let assessed: HashSet<(&str, u32)> =
            self.reading.assessments.iter().map(|row| (row.origin.sheet.as_ref(), row.origin.cell.row)).collect();
        let mut declared = Vec::new();
        let mut left_out: BTreeMap<(usize, Address), (String, NotOwn, BTreeSet<u32>)> = BTreeMap::new();
        let framework = school.kind.and_then(|kind| self.context.frameworks.of(kind, self.context.year));
        let mut of_standards = OfStandards::default();
        let mut lists = totals_doubted::Lists::new();
        for (at, grid) in grids.iter().enumerate() {
            of_standards.next_sheet();
            let headers: Vec<_> = tables
                .iter()
                .filter(|(of, _)| *of == at)
                .flat_map(|(_, table)| std::iter::once(table.header.first..table.header.end).chain(table.repeats.iter().cloned()))
                .collect();
            let lines = table::lines(&grid.rows);
            let mut with_labelled: Vec<(Address, String)> = lines.iter().cloned().chain(labelled(grid)).collect();
            with_labelled.sort_by_key(|(address, _)| *address);
            for (address, line) in with_labelled {
                if line.chars().count() > 200 || headers.iter().any(|rows| rows.contains(&address.row)) {
                    continue;
                }
                let of_row = |table: &Table<'_>| {
                    let assesses = assessed.contains(&(grid.name.as_ref(), address.row)) && is_titled(table, address.column);
                    assesses && table.row(address.row).is_some() || speaks_of_a_row(table, address)
                };
                if tables.iter().filter(|(of, _)| *of == at).any(|(_, table)| of_row(table)) {
                    continue;
                }
                if below_a_standard(&lines, address) {
                    continue;
                }
                // "Năm học 2022-2023 có 20/27 tiêu chí đạt Mức 2"
                if phrase::year::parse(&line).is_some_and(|year| year != self.context.year)
                    || under_an_earlier_year(&lines, address, self.context.year)
                {
                    continue;
                }
                let origin = Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell: address };
                let Some(school_id) = self.owner(&grid.name, address.row, &school.id) else { continue };
                // "Tiêu chuẩn 1 | 8/10 tiêu chí đạt Mức 1"
                let beside = || grid.row(address.row).and_then(|row| row.cells.first()).filter(|first| first.column < address.column);
                let of_row =
                    || phrase::levels::of_standard(&beside()?.text).map(|of| OfStandard { counted: phrase::levels::all(&line), ..of });
                let named = phrase::levels::of_standard(&line).or_else(of_row);
                let mut all = named.as_ref().map_or_else(|| phrase::levels::all(&line), |named| named.counted.clone());
                let lacking = if all.is_empty() && named.is_none() { phrase::levels::unmet(&line) } else { None };
                let in_table = |row: u32| tables.iter().any(|(of, table)| *of == at && table.row(row).is_some());
                // Above a plan they say what it is about.
                let plan = || tables.iter().any(|(of, table)| *of == at && table.header.form.kind != FormKind::Assessment);
                let lacking = lacking.filter(|_| !plan() && !in_the_part_of_a_standard(&lines, address, in_table));
                all.extend(lacking.as_ref().and_then(|lacking| met_besides(lacking, framework?)));
                if let Some((cell, title, why)) = Some(&all).filter(|all| !all.is_empty()).and_then(|_| self.titled(grid, &lines, address))
                {
                    left_out.entry((at, cell)).or_insert_with(|| (title, why, BTreeSet::new())).2.insert(address.row);
                    continue;
                }
                if !all.is_empty() && is_of_another_school(&line, &school) {
                    continue;
                }
                if of_standards.take((address, named.as_ref()), &all, framework, (&school_id, &origin)) {
                    continue;
                }
                if let Some(lacking) = lacking {
                    lists.entry((school_id.clone(), lacking.level)).or_insert((lacking, origin.clone()));
                }
                for said in all {
                    let (school_id, origin) = (school_id.clone(), origin.clone());
                    declared.push(match said {
                        LevelPhrase::CriteriaMet { level, met, of } => Declaration::CriteriaMet { school_id, level, met, of, origin },
                        LevelPhrase::SchoolLevel { level } => Declaration::SchoolLevel { school_id, level, origin },
                    });
                }
            }
        }
        if let Some(framework) = framework {
            let (sums, mut doubts) = of_standards.sums(framework, &declared);
            declared.extend(sums);
            doubts.extend(totals_doubted::lists_apart(&mut declared, &lists));
            if self.reading.assessments.is_empty() {
                doubts.extend(totals_doubted::doubted(&mut declared, framework));
                for (origin, doubt) in doubts {
                    let Some(grid) = grids.iter().find(|grid| grid.name == origin.sheet) else { continue };
                    self.on_sheet(grid, Finding { cell: Some(origin.cell), ..doubt });
                }
            }
        }
        for ((at, cell), (title, why, rows)) in left_out {
            self.levels_left_out(&grids[at], cell, self.not_own(why, &title, FormKind::Assessment.title(), rows.len()));
        }
        for grid in grids {
            self.totals_only(grid, &declared);
        }
        for declaration in declared {
            if !self.reading.declarations.contains(&declaration) {
                self.reading.declarations.push(declaration);
            }
        }
        // Totals alone are a self-assessment too, if a short one.
        let totals = self.reading.declarations.iter().any(|declaration| matches!(declaration, Declaration::CriteriaMet { .. }));
        if totals || tables.is_empty() && !self.reading.declarations.is_empty() {
            self.forms.insert(FormKind::Assessment);
            self.schools.entry(school.id.clone()).or_insert(school);
        }
    }

    /// The title over a line of totals, where it says that they are not the school's own of this year: "Mục tiêu phấn đấu cuối năm học".
    fn titled(&self, grid: &Grid, lines: &[(Address, String)], at: Address) -> Option<(Address, String, NotOwn)> {
        const ROWS: u32 = 8;
        let over = lines.iter().rev().filter(|(address, _)| (at.row.saturating_sub(ROWS)..at.row).contains(&address.row));
        not_own(over.filter(|(_, line)| phrase::levels::all(line).is_empty()), (&grid.name, at), self.context.year)
    }

    /// A sheet whose only figures are totals in words was read after all.
    pub(super) fn totals_only(&mut self, grid: &Grid, declared: &[Declaration]) {
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
        // Above or below a plan, too, they are all the assessment there is.
        if self.reading.findings.len() < before || !self.forms.contains(&FormKind::Assessment) {
            let listed: Vec<&str> = totals.iter().map(|(total, _)| total.as_str()).collect();
            let mut finding = Finding::new(&finding::TOTALS_ONLY).with("totals", listed.join("; "));
            finding.cell = Some(*first);
            self.on_sheet(grid, finding);
        }
    }

    /// Whose line this is: the file's one school, or the school of the table it stands below; of the first on its sheet, where above all.
    pub(super) fn owner(&self, sheet: &Arc<str>, row: u32, only: &str) -> Option<String> {
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
}
