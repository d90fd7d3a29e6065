//! Slips of criteria → verdicts: as each concludes; without a conclusion as its levels are stated, else by their indicators. What disagrees is told.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::File;
use super::columns::quoted;
use super::whose::not_own;
use crate::finding::{self, Finding};
use crate::form::{Field, Stamp};
use crate::model::{Address, Assessment, Criterion, Declaration, FormKind, Origin, Outcome, School};
use crate::phrase;
use crate::read::cards;
use crate::read::grid::{Grid, Workbook};
use crate::read::header::Matcher;
use crate::read::lined;
use crate::read::listed;
use crate::read::slip::{self, Slip};
use crate::read::table;
use crate::read::turned::{self, Collected, Count, OfSchool, Resent, Unused};
use crate::read::who;

/// Slips of one school, and the cell beside them that names it, where one does.
pub(super) struct Slips {
    pub school: Option<(Address, String)>,
    pub slips: Vec<Slip>,
    /// The level the school says it reached as a whole.
    pub reached: Option<(Address, u8)>,
    /// How many criteria it says it met.
    pub counts: Vec<Count>,
    /// They are lines of text, not filled forms.
    pub in_lines: bool,
}

/// Slips by the sheet they stand on.
pub(super) type BySheet = BTreeMap<usize, Vec<Slips>>;

/// The slips of each sheet that has some, and the criteria of tables turned round, taken out of it; by sheet what is told of the columns beside them.
pub(super) fn slips_of(
    workbook: &mut Cow<'_, Workbook>,
    cards: &cards::Sheets,
    matcher: &mut Matcher<'_>,
) -> (BySheet, Vec<(usize, Finding)>) {
    let mut slips = BTreeMap::new();
    let mut told = Vec::new();
    for at in (0..workbook.grids.len()).filter(|at| !cards.is_unread(*at)) {
        let grid = &workbook.grids[at];
        if let Some((Collected { schools, unused, resent, .. }, rest)) = turned::of_schools(grid) {
            let of_school =
                |OfSchool { name, slips, reached, counts }| Slips { school: Some(name), slips, reached, counts, in_lines: false };
            slips.insert(at, schools.into_iter().map(of_school).collect());
            told.extend(unused.into_iter().map(|unused| (at, left_out(unused))));
            told.extend(resent.into_iter().map(|resent| (at, answered_again(resent))));
            workbook.to_mut().grids[at] = rest;
            continue;
        }
        let Some((found, rest)) = slip::taken(grid).or_else(|| turned::taken(grid)).or_else(|| listed::taken(grid)) else {
            if let Some((lists, rest)) = in_lines(grid, matcher) {
                workbook.to_mut().grids[at] = rest;
                slips.insert(at, lists);
            }
            continue;
        };
        if !slip::are_rows_of(&found, &table::find(grid, matcher, &[], &[]).tables) {
            workbook.to_mut().grids[at] = rest;
            slips.insert(at, vec![Slips { school: None, slips: found, reached: None, counts: Vec::new(), in_lines: false }]);
        }
    }
    (slips, told)
}

/// The lists of criteria that lines of text judge, outside every table.
fn in_lines(grid: &Grid, matcher: &mut Matcher<'_>) -> Option<(Vec<Slips>, Grid)> {
    // Most sheets have none, and their tables are not looked for.
    lined::taken(grid, |_| false)?;
    let tables = table::find(grid, matcher, &[], &[]).tables;
    let reach: Vec<_> = tables.iter().map(|table| table.header.first..table.end_of_rows(grid)).collect();
    let is_of_a_table = |row: u32| reach.iter().any(|rows| rows.contains(&row));
    let (lists, rest) = lined::taken(grid, is_of_a_table)?;
    Some((lists.into_iter().map(|slips| Slips { school: None, slips, reached: None, counts: Vec::new(), in_lines: true }).collect(), rest))
}

/// A column that stands beside names and levels of schools.
fn left_out(unused: Unused) -> Finding {
    let Unused { at, title, texts, counted } = unused;
    let told = match counted {
        Some(what) => Finding::new(&finding::COLUMN_LEFT_OUT).with("what", what),
        None => Finding::new(&finding::COLUMN_UNUSED),
    };
    let told = told.raw(title).with("form", FormKind::Assessment.title());
    Finding { cell: Some(at), ..told.with("count", texts.len()).with("texts", quoted(texts.iter().map(String::as_str))) }
}

/// A school that answered an online form more than once.
fn answered_again(resent: Resent) -> Finding {
    let Resent { school, last: (row, sent), earlier } = resent;
    let before: Vec<String> = earlier.iter().map(|(row, sent)| format!("dòng {} ({sent})", row + 1)).collect();
    let told = Finding::new(&finding::ANSWERED_AGAIN).raw(school);
    let told = told.with("earlier", before.join(", ")).with("last", format!("dòng {} ({sent})", row + 1));
    Finding { cell: Some(Address::new(row, 0)), ..told }
}

/// What a slip comes to.
#[derive(Debug, Default, PartialEq)]
struct Verdict {
    /// Level → met or not, and the cell that says so; a level nothing is said of is not there.
    levels: BTreeMap<u8, (bool, Address)>,
    /// What the slip says elsewhere that does not agree, and where.
    disagrees: Vec<(Address, String)>,
    /// Nothing of it can hold.
    contradicts: bool,
}

impl File<'_> {
    /// Slips of one school: the one named beside them, else the one that the sheet speaks of.
    pub(super) fn slips(&mut self, grid: &Grid, of: &Slips, letterheads: &[(Address, String)], stamp: Option<&Stamp>) {
        let Slips { school, slips, reached, counts, in_lines } = of;
        let Some(first) = slips.first().map(|slip| slip.address).or_else(|| Some(counts.first()?.at)) else { return };
        let raw = slips.first().map_or_else(|| school.as_ref().map_or("", |(_, name)| name), |slip| &slip.criterion);
        let above: Vec<(Address, String)> = table::lines(&grid.rows).into_iter().filter(|(address, _)| address.row < first.row).collect();
        if let Some((cell, title, why)) = not_own(above.iter().rev(), (&grid.name, first), self.context.year) {
            return self.levels_left_out(
                grid,
                cell,
                self.not_own(why, &title, FormKind::Assessment.title(), slips.len().max(counts.len())),
            );
        }
        let lines: Vec<(Address, String)> = letterheads.iter().cloned().chain(above).chain(school.clone()).collect();
        let named = who::school(self.name, &lines, stamp, self.context);
        let unknown = who::unknown(&named);
        if school.as_ref().is_some_and(|(_, name)| name.is_empty()) {
            // A row among those of schools, and nobody's.
            return self.slip_refused(grid, first, raw, &finding::ROW_WITHOUT_SCHOOL);
        }
        for finding in named.findings {
            let known = |known: &Finding| known.rule == finding.rule && known.school_id == finding.school_id && known.file.is_some();
            if !self.reading.findings.iter().any(known) {
                self.on_sheet(grid, finding);
            }
        }
        let Some(school) = named.school else {
            return self.slip_refused(grid, first, raw, unknown);
        };
        let Some(framework) = school.kind.and_then(|kind| self.context.frameworks.of(kind, self.context.year)) else {
            self.schools.insert(school.id.clone(), school);
            return self.slip_refused(grid, first, raw, &finding::FRAMEWORK_UNKNOWN);
        };
        self.other_framework(grid, &school, framework, &lines, first);
        for slip in slips {
            let told = |rule, cell: Address| {
                let mut finding = Finding::new(rule).of_school(&school.id);
                finding.cell = Some(cell);
                finding
            };
            let Some(criterion) = phrase::criterion::parse(&slip.criterion, None, None).criterion else { continue };
            if framework.title_of(criterion).is_none() {
                let finding = told(&finding::CRITERION_NOT_IN_FRAMEWORK, slip.address).raw(&slip.criterion);
                self.on_sheet(grid, finding.with("criterion", criterion).with("framework", &framework.title));
                continue;
            }
            for (cell, raw) in &slip.unread {
                let finding = told(&finding::MARK_UNREAD, *cell).field(Field::Outcome.title()).raw(raw);
                self.on_sheet(grid, finding);
            }
            let own = framework.levels_of(criterion);
            let verdict = verdict(slip);
            for (cell, what) in &verdict.disagrees {
                self.on_sheet(grid, told(&finding::SLIP_DISAGREES, *cell).with("criterion", criterion).with("what", what));
            }
            if verdict.contradicts {
                self.on_sheet(grid, told(&finding::MARK_CONTRADICTION, slip.address).with("criterion", criterion));
            } else if verdict.levels.is_empty() {
                self.on_sheet(grid, told(&finding::MARK_MISSING, slip.address).with("criterion", criterion));
            } else {
                let silent: Vec<String> =
                    own.iter().filter(|level| !verdict.levels.contains_key(level)).map(|level| format!("Mức {level}")).collect();
                if !silent.is_empty() {
                    let finding = told(&finding::LEVEL_WITHOUT_ROW, slip.address).with("criterion", criterion);
                    self.on_sheet(grid, finding.with("levels", silent.join(", ")));
                }
            }
            for (level, (_, cell)) in verdict.levels.iter().filter(|(level, (met, _))| *met && !own.contains(level)) {
                self.on_sheet(grid, told(&finding::LEVEL_NOT_THERE, *cell).with("criterion", criterion).with("level", level));
            }
            self.judged(grid, &school, &framework.id, criterion, &own, &verdict, slip);
        }
        let planned: Vec<&(Address, String)> = slips.iter().filter_map(|slip| slip.planned.as_ref()).collect();
        if let Some((cell, words)) = planned.first() {
            let told = Finding::new(&finding::PLAN_IN_PROSE).of_school(&school.id).with("count", planned.len()).raw(words);
            self.on_sheet(grid, Finding { cell: Some(*cell), ..told });
        }
        if let Some((cell, level)) = *reached {
            let origin = Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell };
            self.reading.declarations.push(Declaration::SchoolLevel { school_id: school.id.clone(), level, origin });
        }
        self.counted(grid, &school.id, counts);
        if *in_lines {
            let told = Finding::new(&finding::CRITERIA_IN_LINES).of_school(&school.id).with("count", slips.len());
            let example = slips.first().and_then(|slip| slip.written.get(&first)).map_or("", String::as_str);
            self.on_sheet(grid, Finding { cell: Some(first), ..told.raw(example) });
        }
        self.forms.insert(FormKind::Assessment);
        let school = School { framework: Some(framework.id.clone()), ..school };
        self.schools.insert(school.id.clone(), school);
    }

    /// How many criteria a school of a list met: all that is known of its assessment there.
    fn counted(&mut self, grid: &Grid, school_id: &str, counts: &[Count]) {
        let Some(first) = counts.first() else { return };
        let shown = |count: &Count| {
            let of = count.of.map_or_else(String::new, |of| format!("/{of}"));
            format!("Mức {}: {}{of}", count.level, count.met)
        };
        let told = Finding::new(&finding::TOTALS_ONLY).of_school(school_id);
        let told = told.with("totals", counts.iter().map(shown).collect::<Vec<_>>().join("; "));
        self.on_sheet(grid, Finding { cell: Some(first.at), ..told });
        for Count { level, met, of, at } in counts.iter().copied() {
            let origin = Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell: at };
            self.reading.declarations.push(Declaration::CriteriaMet { school_id: school_id.to_owned(), level, met, of, origin });
        }
    }

    /// Told once for all that stands below one title.
    pub(super) fn levels_left_out(&mut self, grid: &Grid, cell: Address, told: Finding) {
        self.refused = true;
        let known = |known: &Finding| {
            known.rule == told.rule && known.raw == told.raw && known.cell == Some(cell) && known.sheet.as_ref() == Some(&grid.name)
        };
        if !self.reading.findings.iter().any(known) {
            self.on_sheet(grid, Finding { cell: Some(cell), ..told });
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one verdict and where it stands")]
    fn judged(
        &mut self,
        grid: &Grid,
        school: &School,
        framework: &str,
        criterion: Criterion,
        own: &BTreeSet<u8>,
        verdict: &Verdict,
        slip: &Slip,
    ) {
        for level in own {
            let (result, cell) = match verdict.levels.get(level).filter(|_| !verdict.contradicts) {
                Some((met, cell)) => (if *met { Outcome::Met } else { Outcome::Unmet }, *cell),
                None => (Outcome::NotAssessed, slip.address),
            };
            let mark = match result {
                Outcome::NotAssessed if !verdict.contradicts => String::new(),
                Outcome::NotAssessed => slip.written.values().cloned().collect::<Vec<_>>().join("; "),
                _ => slip.written.get(&cell).cloned().unwrap_or_default(),
            };
            self.reading.assessments.push(Assessment {
                school_id: school.id.clone(),
                framework: framework.to_owned(),
                criterion,
                level: *level,
                result,
                mark,
                origin: Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell },
            });
        }
    }

    fn slip_refused(&mut self, grid: &Grid, cell: Address, raw: &str, rule: &'static finding::Rule) {
        let finding = Finding { cell: Some(cell), ..Finding::new(rule).raw(raw) };
        self.refused = true;
        self.on_sheet(grid, finding);
    }
}

/// The levels a slip has met: all up to its conclusion; else each as stated, else by its indicators, and none above one that is not met.
fn verdict(slip: &Slip) -> Verdict {
    const LEVELS: [u8; 3] = [1, 2, 3];
    let mut verdict = Verdict::default();
    let stated = |level: u8| slip.levels.get(&level).and_then(|level| level.stated.first().copied());
    let by_indicators = |level: u8| {
        let indicators = &slip.levels.get(&level)?.indicators;
        let unmet = indicators.iter().find(|(met, _)| !met).copied();
        unmet.or_else(|| indicators.first().copied())
    };
    let shown = |met: bool| if met { "đạt" } else { "không đạt" };
    let mut below_unmet = false;
    for (number, level) in &slip.levels {
        verdict.contradicts |= level.stated.iter().any(|(met, _)| *met != level.stated[0].0);
        if let (Some((stated, cell)), Some((met, _))) = (level.stated.first(), by_indicators(*number))
            && *stated != met
            // Above a level that is not met none is, whatever its indicators say.
            && !(below_unmet && met)
        {
            let what = format!("Mức {number} ghi {}, các chỉ báo là {}; tính theo dòng của mức", shown(*stated), shown(met));
            verdict.disagrees.push((*cell, what));
        }
        below_unmet |= level.stated.first().copied().or_else(|| by_indicators(*number)).is_some_and(|(met, _)| !met);
    }
    if let Some((level, cell)) = slip.conclusions.first() {
        if slip.conclusions.iter().any(|(other, _)| other != level) {
            verdict.contradicts = true;
            return verdict;
        }
        // The whole word of the slip outweighs its parts, which are told.
        verdict.contradicts = false;
        for number in LEVELS {
            let concluded = number <= *level;
            let part = stated(number).or_else(|| by_indicators(number));
            // Indicators of a level above one that is not met say nothing of it.
            if let Some((met, at)) = part.filter(|(met, _)| *met != concluded && (!met || number == level + 1)) {
                let what = format!("kết luận đạt {}, còn Mức {number} là {}; tính theo kết luận", reached(*level), shown(met));
                verdict.disagrees.push((at, what));
            }
            verdict.levels.insert(number, (concluded, *cell));
        }
        return verdict;
    }
    let mut below: Option<Address> = None;
    for number in LEVELS {
        match (stated(number).or_else(|| by_indicators(number)), below) {
            (Some((true, cell)), Some(_)) if stated(number).is_some() => {
                verdict.contradicts = true;
                verdict.levels.insert(number, (false, cell));
            }
            (_, Some(cell)) => drop(verdict.levels.insert(number, (false, cell))),
            (Some((met, cell)), None) => {
                verdict.levels.insert(number, (met, cell));
                below = (!met).then_some(cell);
            }
            (None, None) => {}
        }
    }
    // "Mức 2: Đạt" is more than Mức 1.
    let top = verdict.levels.iter().rev().find(|(_, (met, _))| *met).map(|(level, (_, cell))| (*level, *cell));
    if let Some((top, cell)) = top {
        for below in 1..top {
            verdict.levels.entry(below).or_insert((true, cell));
        }
    }
    verdict
}

fn reached(level: u8) -> String {
    if level == 0 { "không mức nào".to_owned() } else { format!("Mức {level}") }
}
