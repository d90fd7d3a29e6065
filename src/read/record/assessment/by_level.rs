//! Rows with one level of one criterion each → one verdict per criterion and level.

use std::collections::{BTreeMap, BTreeSet};

use super::{Judged, Place, Taken, as_written, cells, criteria, denied, gap, unmet_in_words};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, Criterion, Outcome};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{Mark, Sign, Verdict};
use crate::read::by_level::{aim, speaks_of_aims};
use crate::read::code::Codes;
use crate::read::level_named;
use crate::read::rows::{LogicalRow, Piece};

/// What the rows of one criterion say.
#[derive(Debug, Default)]
struct Levels {
    first: Address,
    /// Levels that have a row, marked or not.
    listed: BTreeSet<u8>,
    marked: BTreeMap<u8, (bool, Address)>,
    /// Every mark as written.
    written: BTreeMap<Address, String>,
    /// Where a level is marked both ways.
    contradicts: bool,
    /// Levels whose rows are of one indicator each.
    by_indicator: BTreeSet<u8>,
}

/// How the marks of this table are to be taken.
struct Habits {
    /// Ticks stand beside crosses.
    crosses_deny: bool,
    /// "Không đạt" stands in the column of that name.
    unmet_words: bool,
    /// The levels are those aimed at.
    aims: bool,
}

/// The columns that say how a row is judged.
const MARKS: [Field; 3] = [Field::Outcome, Field::Met, Field::Unmet];

/// What one row says of its level.
enum Said {
    Met(Address),
    Unmet(Address),
    /// "Đạt Mức 2" on a row that names no level: the criterion as a whole.
    Reached(u8, Address),
}

pub(super) fn take(place: &Place<'_>, rows: &[&LogicalRow], codes: &mut Codes<'_>, taken: &mut Taken) {
    let findings = &mut taken.reading.findings;
    let mut order: Vec<Criterion> = Vec::new();
    let mut found: BTreeMap<Criterion, Levels> = BTreeMap::new();
    let mut last: (String, u8, Vec<Criterion>) = Default::default();
    // "MỨC 1" over criteria that are marked for it.
    let mut over: Option<u8> = None;
    let aims = place.header.column(Field::Level).filter(|level| speaks_of_aims(&level.title));
    let habits = Habits { crosses_deny: crosses_may_deny(rows), unmet_words: unmet_in_words(rows), aims: aims.is_some() };
    for (at, row) in rows.iter().enumerate() {
        cells(place, row, findings);
        // "1.1 | Mức 1 | a | Đạt", "| | b | Không đạt".
        let letter = phrase::mark::is_indicator(row.text(Field::Content));
        let above = last.1;
        let goes_on_below = letter && above > 0 && row.text(Field::Level).is_empty() && row.same_criterion;
        let own = level_of(row, aims.is_some()).or_else(|| goes_on_below.then_some(above));
        let code = row.text(Field::Criterion).to_owned();
        // Excel may have made 1.1 of each row of 1.10: what goes on with the next level is the same criterion.
        let goes_on = !code.is_empty() && code == last.0 && own.is_some_and(|level| level == last.1 + 1) && !last.2.is_empty();
        let coded = if goes_on { None } else { Some(criteria(place, row, at, codes, findings)) };
        let refused = coded.as_ref().is_some_and(|coded| coded.refused);
        let named = coded.map_or_else(|| last.2.clone(), |coded| coded.criteria);
        let said = said(place, row, &habits, findings).map(|said| match said {
            // "Không đạt" is then said of the level, not of the criterion.
            Said::Reached(0, cell) if goes_on_below => Said::Unmet(cell),
            said => said,
        });
        if own.is_some() && said.is_none() && stands_in_code(row) {
            over = own;
            codes.begin_anew();
        } else if own.is_some() {
            over = None;
        }
        last = (code, own.unwrap_or_default(), named.clone());
        let level = own.or(over.filter(|_| said.is_some() && !row.same_criterion));
        if own.is_none() && !row.text(Field::Level).is_empty() {
            let piece = &row.pieces[&Field::Level];
            findings.push(place.finding(&finding::MARK_UNREAD, piece.address).field(Field::Level.title()).raw(&piece.text));
        }
        if named.is_empty() {
            if !refused && said.is_some() {
                findings.push(place.finding(&finding::ROW_WITHOUT_CRITERION, row.address()).raw(row.text(Field::Level)));
            } else if !refused && own.is_none() {
                let raw = row.pieces.values().map(|piece| piece.text.as_str()).find(|text| !text.is_empty()).unwrap_or("");
                findings.push(place.finding(&finding::ROW_NOT_UNDERSTOOD, row.address()).raw(raw));
            }
            continue;
        }
        if let (None, Some(Said::Met(cell) | Said::Unmet(cell))) = (level, &said) {
            findings.push(place.finding(&finding::LEVEL_UNSAID, *cell).with("criterion", named[0]));
            continue;
        }
        for criterion in named {
            let levels = found.entry(criterion).or_insert_with(|| {
                order.push(criterion);
                Levels { first: row.address(), ..Levels::default() }
            });
            levels.listed.extend(own);
            let marks = MARKS.iter().filter_map(|field| row.pieces.get(field)).filter(|piece| !piece.text.is_empty());
            levels.written.extend(marks.map(|piece| (piece.address, as_written(piece))));
            levels.by_indicator.extend(level.filter(|_| letter));
            match (&said, level) {
                (Some(Said::Met(cell)), Some(level)) => levels.mark(level, true, *cell),
                (Some(Said::Unmet(cell)), Some(level)) => levels.mark(level, false, *cell),
                (Some(Said::Reached(0, cell)), _) => levels.mark(1, false, *cell),
                (Some(Said::Reached(reached, cell)), _) => levels.mark(*reached, true, *cell),
                _ => {}
            }
        }
    }
    let in_rows = found.values().any(|levels| levels.listed.len() > 1);
    if let Some(aims) = aims.filter(|_| !in_rows && found.values().any(|levels| !levels.marked.is_empty())) {
        let told = place.finding(&finding::LEVEL_AIMED_AT, Address::new(place.header.end - 1, aims.column));
        findings.push(told.raw(&aims.title));
    }
    // "Mức 1" in the name of the table: of the other levels it says nothing.
    let of_table = place.header.column(Field::Level).is_some_and(|level| level.title == level_named::TITLE);
    for criterion in order {
        let own = place.framework.levels_of(criterion);
        let own = own.into_iter().filter(|level| !of_table || found[&criterion].listed.contains(level)).collect::<Vec<_>>();
        verdicts(place, (criterion, &own), &found[&criterion], (in_rows, aims.is_some()), taken);
    }
}

impl Levels {
    fn mark(&mut self, level: u8, met: bool, cell: Address) {
        let differs = self.marked.get(&level).is_some_and(|(known, _)| *known != met);
        if differs && self.by_indicator.contains(&level) {
            // A level is met where all its indicators are.
            if !met {
                self.marked.insert(level, (met, cell));
            }
            return;
        }
        self.contradicts |= differs;
        self.marked.entry(level).or_insert((met, cell));
    }

    fn highest_met(&self) -> Option<(u8, Address)> {
        self.marked.iter().rev().find(|(_, (met, _))| *met).map(|(level, (_, cell))| (*level, *cell))
    }

    fn lowest_unmet(&self) -> Option<(u8, Address)> {
        self.marked.iter().find(|(_, (met, _))| !*met).map(|(level, (_, cell))| (*level, *cell))
    }
}

fn level_of(row: &LogicalRow, aims: bool) -> Option<u8> {
    let text = row.text(Field::Level);
    if aims { aim(text) } else { phrase::levels::named(text) }
}

/// The level came out of the cell of the code, which names no criterion.
fn stands_in_code(row: &LogicalRow) -> bool {
    let own = row.pieces.get(&Field::Criterion).filter(|piece| row.rows.contains(&piece.address.row));
    own.is_none_or(|piece| piece.text.is_empty()) && row.pieces.get(&Field::Level).is_some_and(|level| level.raw.is_some())
}

/// Whether ticks and crosses stand in the one column of results: a cross may then say that the level is not met.
fn crosses_may_deny(rows: &[&LogicalRow]) -> bool {
    let has = |wanted: Sign| rows.iter().any(|row| phrase::mark::sign(row.text(Field::Outcome)) == Some(wanted));
    has(Sign::Tick) && has(Sign::Cross)
}

fn said(place: &Place<'_>, row: &LogicalRow, habits: &Habits, findings: &mut Vec<Finding>) -> Option<Said> {
    let mut said = None;
    for field in MARKS {
        let Some(piece) = row.pieces.get(&field).filter(|piece| !piece.text.is_empty()) else { continue };
        let here = match one(row, field, piece, habits) {
            One::Said(said) => said,
            One::Nothing => continue,
            One::Unread => {
                findings.push(place.finding(&finding::MARK_UNREAD, piece.address).field(field.title()).raw(&piece.text));
                continue;
            }
            One::Contradicts => {
                findings.push(place.finding(&finding::INDICATORS_CONTRADICT, piece.address).field(field.title()).raw(&piece.text));
                continue;
            }
            One::Gap(missing) => {
                findings.push(gap(place, piece, missing));
                continue;
            }
        };
        if said.is_some() {
            // Both columns marked: neither counts.
            findings.push(place.finding(&finding::MARK_UNREAD, piece.address).field(field.title()).raw(&piece.text));
            return None;
        }
        said = Some(here);
    }
    said
}

/// What one cell comes to.
enum One {
    Said(Said),
    /// A dash.
    Nothing,
    Unread,
    /// The word says one thing, the number of indicators another.
    Contradicts,
    /// A level is passed over.
    Gap(u8),
}

fn one(row: &LogicalRow, field: Field, piece: &Piece, habits: &Habits) -> One {
    let at = piece.address;
    let own = level_of(row, habits.aims);
    let level = (field == Field::Outcome).then(|| phrase::levels::reached(&piece.text)).flatten();
    // "1" under a title of results is a level as well as a mark; the row says which it can be.
    if row.text(Field::Level).is_empty()
        && let Some(level) = level
    {
        return match level {
            Reached::Up(level) => One::Said(Said::Reached(level, at)),
            Reached::Gap { missing } => One::Gap(missing),
            Reached::Below(_) => One::Unread,
        };
    }
    let word = phrase::mark::word(&piece.text);
    if habits.aims
        && let (Some(level), Some(own), None) = (level, own, word)
    {
        // Beside the level aimed at stands the one reached; "1" may also be a mark of what was aimed at.
        let is_mark = phrase::mark::parse(&piece.text).is_some();
        return match level {
            Reached::Up(level) if level == own => One::Said(Said::Met(at)),
            Reached::Up(0) if own == 1 => One::Said(Said::Unmet(at)),
            Reached::Up(level) if !is_mark => One::Said(Said::Reached(level, at)),
            Reached::Below(level) if level == own => One::Said(Said::Unmet(at)),
            Reached::Gap { missing } => One::Gap(missing),
            Reached::Up(_) | Reached::Below(_) => One::Unread,
        };
    }
    let doubtful = habits.crosses_deny && field == Field::Outcome && phrase::mark::sign(&piece.text) == Some(Sign::Cross);
    let verdict = if field == Field::Unmet { denied(&piece.text, habits.unmet_words) } else { phrase::mark::verdict(&piece.text) };
    match (field, verdict.filter(|_| !doubtful)) {
        (_, Some(Verdict::Said(Mark::Dash))) => One::Nothing,
        (_, Some(Verdict::Contradicts)) => One::Contradicts,
        (Field::Unmet, Some(Verdict::Said(_))) | (_, Some(Verdict::Said(Mark::No))) => One::Said(Said::Unmet(at)),
        (_, Some(Verdict::Said(Mark::Yes))) => One::Said(Said::Met(at)),
        // "Đạt Mức 2" on the row of Mức 2.
        (_, None) if own.is_some() && level == own.map(Reached::Up) => One::Said(Said::Met(at)),
        (_, None) if own == Some(1) && level == Some(Reached::Up(0)) => One::Said(Said::Unmet(at)),
        (_, None) if own.is_some() && level == own.map(Reached::Below) => One::Said(Said::Unmet(at)),
        (_, None) => One::Unread,
    }
}

fn verdicts(place: &Place<'_>, (criterion, own): (Criterion, &[u8]), levels: &Levels, (in_rows, aims): (bool, bool), taken: &mut Taken) {
    let findings = &mut taken.reading.findings;
    for (level, (_, cell)) in levels.marked.iter().filter(|(level, (met, _))| *met && !place.framework.levels_of(criterion).contains(level))
    {
        findings.push(place.finding(&finding::LEVEL_NOT_THERE, *cell).with("criterion", criterion).with("level", level));
    }
    let (top, bottom) = (levels.highest_met(), levels.lowest_unmet());
    let contradicts = levels.contradicts || top.zip(bottom).is_some_and(|((top, _), (bottom, _))| bottom < top);
    if contradicts {
        findings.push(place.finding(&finding::MARK_CONTRADICTION, levels.first).with("criterion", criterion));
    } else if levels.marked.is_empty() {
        findings.push(place.finding(&finding::MARK_MISSING, levels.first).with("criterion", criterion));
    }
    let mut unsaid: Vec<u8> = Vec::new();
    for &level in own {
        let judged = match (levels.marked.get(&level), top, bottom) {
            _ if contradicts || levels.marked.is_empty() => None,
            (Some((met, cell)), _, _) => Some((*met, *cell)),
            (None, Some((top, cell)), _) if level < top => Some((true, cell)),
            (None, _, Some((bottom, cell))) if level > bottom => Some((false, cell)),
            // A table with one row for each criterion names the highest level reached.
            (None, Some((_, cell)), None) if !in_rows => Some((false, cell)),
            _ => {
                unsaid.push(level);
                None
            }
        };
        let (result, cell) = match judged {
            Some((met, cell)) => (if met { Outcome::Met } else { Outcome::Unmet }, cell),
            None => (Outcome::NotAssessed, levels.first),
        };
        let mark = match judged {
            Some((_, cell)) => levels.written.get(&cell).cloned().unwrap_or_default(),
            None if contradicts => levels.written.values().cloned().collect::<Vec<_>>().join("; "),
            None => String::new(),
        };
        taken.reading.assessments.push(Judged { criterion, level, result, mark, cell }.of(place));
    }
    if !unsaid.is_empty() {
        let listed = unsaid.iter().map(|level| format!("Mức {level}")).collect::<Vec<_>>().join(", ");
        let told = match bottom.filter(|_| aims && !in_rows) {
            Some((level, cell)) => place.finding(&finding::BELOW_AIM_UNSAID, cell).with("level", level),
            None => place.finding(&finding::LEVEL_WITHOUT_ROW, levels.first),
        };
        taken.reading.findings.push(told.with("criterion", criterion).with("levels", listed));
    }
}
