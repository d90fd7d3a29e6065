//! Rows of a self-assessment → one verdict per criterion and level.

mod by_indicator;
mod by_level;
mod conclusion;
mod habits;
mod listed;
mod others;

use std::collections::{BTreeMap, BTreeSet};

use habits::{Habits, percent, unmet_in_words};

use super::{Place, Taken, cells, criteria};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, Assessment, Criterion, FormKind, LevelBand, Outcome};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{Mark, Sign, Verdict};
use crate::read::code::Codes;
use crate::read::grid::CellKind;
use crate::read::rows::{Line, LogicalRow, Piece};

/// The marks of one row, as they were read.
#[derive(Debug, Clone, Default)]
struct Marks {
    unmet: Option<Said>,
    /// By level.
    levels: BTreeMap<u8, Said>,
    /// Levels with a mark that has no reading: told already.
    unread: BTreeSet<u8>,
    /// Levels whose mark contradicts itself: told already.
    contradicted: BTreeSet<u8>,
    /// It is marked, and of which level is not said: told already.
    unsaid: bool,
}

/// One mark: whether it says yes, where it stands, and how.
#[derive(Debug, Clone)]
struct Said {
    yes: bool,
    at: Address,
    raw: String,
    /// It only counts indicators: those of a level may be met though the level below is not.
    counted: bool,
}

impl Said {
    fn of(piece: &Piece, yes: bool) -> Said {
        Said { yes, at: piece.address, raw: as_written(piece), counted: phrase::mark::is_bare_share(&piece.text) }
    }
}

fn as_written(piece: &Piece) -> String {
    piece.raw.as_ref().unwrap_or(&piece.text).trim().to_owned()
}

impl Marks {
    fn says_nothing(&self) -> bool {
        self.unmet.is_none() && self.levels.is_empty() && self.unread.is_empty() && self.contradicted.is_empty() && !self.unsaid
    }

    fn lowest_unmet(&self) -> Option<u8> {
        self.levels.iter().find(|(_, said)| !said.yes).map(|(level, _)| *level)
    }

    /// No level is met above one that is not, whatever its indicators say.
    fn none_above_unmet(&mut self) {
        let Some(lowest) = self.lowest_unmet() else { return };
        for (_, said) in self.levels.range_mut(lowest + 1..).filter(|(_, said)| said.counted) {
            said.yes = false;
        }
    }

    fn highest(&self) -> Option<(u8, &Said)> {
        self.levels.iter().rev().find(|(_, said)| said.yes).map(|(level, said)| (*level, said))
    }

    fn counts(&self) -> usize {
        self.levels.values().filter(|said| said.yes).count()
    }

    /// `Không đạt: x; Mức 2: x`.
    fn listed(&self) -> String {
        let unmet = self.unmet.iter().map(|said| format!("Không đạt: {}", said.raw));
        unmet.chain(self.levels.iter().map(|(level, said)| format!("Mức {level}: {}", said.raw))).collect::<Vec<_>>().join("; ")
    }
}

pub(super) fn take(place: &Place<'_>, lines: &[Line], rows: &[&LogicalRow], codes: &mut Codes<'_>, taken: &mut Taken) {
    debug_assert_eq!(place.header.form.kind, FormKind::Assessment);
    if place.header.form.column(Field::Level).is_some() {
        return by_level::take(place, rows, codes, taken);
    }
    let findings = &mut taken.reading.findings;
    let mut judged = Vec::new();
    let words = words_say_no_level(rows);
    let habits = Habits::of(place, rows, findings);
    let by_level = listed::is_by_level(rows);
    let mut unused: Vec<&Piece> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        cells(place, row, findings);
        if by_level {
            codes.begin_anew();
        }
        // "Mức 3 | Không | 0", "Không đạt | | 0": no criterion is at that level, and none of those above.
        if by_level && (row.left_out || phrase::status::is_nothing(row.text(Field::Criterion))) {
            findings.push(place.finding(&finding::LEVEL_WITHOUT_CRITERIA, row.address()).raw(row.text(Field::Outcome)));
            continue;
        }
        let mut coded = criteria(place, row, at, codes, findings);
        if coded.criteria.is_empty()
            && let Some(meant) = others::meant(place, rows, row)
        {
            let listed: Vec<String> = meant.iter().map(ToString::to_string).collect();
            let told = place.finding(&finding::OTHER_CRITERIA, row.address()).raw(row.text(Field::Criterion));
            findings.push(told.with("count", meant.len()).with("criteria", listed.join(", ")));
            coded.criteria = meant;
        }
        let levelless = is_levelless(place, row, words) && coded.criteria.iter().any(|it| matches!(it, Criterion::Numbered { .. }));
        let mut marks = if levelless {
            Marks { unsaid: true, ..Marks::default() }
        } else {
            marks(place, row, coded.criteria.first().copied(), habits, findings)
        };
        if let Some(said) = conclusion::of(place, row) {
            let of = coded.criteria.first().copied();
            unused.extend(conclusion::settle(place, said, of, &mut marks, findings));
        }
        let marked = levelless || marks.unmet.is_some() || !marks.levels.is_empty();
        if coded.criteria.is_empty() {
            if !coded.refused && (marked || !lines.is_empty()) {
                let rule = if marked { &finding::ROW_WITHOUT_CRITERION } else { &finding::ROW_NOT_UNDERSTOOD };
                let raw = row.pieces.values().map(|piece| piece.text.as_str()).find(|text| !text.is_empty()).unwrap_or("");
                findings.push(place.finding(rule, row.address()).raw(raw));
            }
            continue;
        }
        for criterion in coded.criteria {
            if levelless {
                findings.push(place.finding(&finding::LEVEL_UNSAID, row.address()).with("criterion", criterion));
            }
            let mut marks = marks.clone();
            marks.none_above_unmet();
            judged.push((criterion, marks, row.address(), by_indicator::Part::of(row.text(Field::Indicator))));
        }
    }
    findings.extend(conclusion::unused(place, &unused));
    let judged = if by_level { listed::gathered(judged) } else { judged };
    let judged = if rows.iter().any(|row| !row.text(Field::Indicator).is_empty()) {
        by_indicator::gathered(judged, place.framework)
    } else {
        by_indicator::whole(judged)
    };
    for (criterion, levels, address) in by_indicator::passed_over(&judged) {
        findings.push(place.finding(&finding::INDICATOR_PASSED_OVER, address).with("criterion", criterion).with("levels", levels));
    }
    let each_level = marks_each_level(&judged);
    for (criterion, marks, address) in judged {
        verdicts(place, criterion, &marks, address, each_level, taken);
    }
}

/// Columns of Mức 2 and Mức 3, and none of Mức 1: what is below Mức 2 nobody says.
fn begins_with_second(place: &Place<'_>) -> bool {
    place.header.column(Field::Level2).is_some() && place.header.column(Field::Level1).is_none()
}

/// "1.1 | x | " under "Đạt | Không đạt", or "1.1 | Đạt" in a column of such words: of which level nobody knows.
fn is_levelless(place: &Place<'_>, row: &LogicalRow, words: bool) -> bool {
    let marked = |field: Field| phrase::mark::parse(row.text(field)).is_some_and(|mark| mark != Mark::Dash);
    let of_columns = place.header.column(Field::Met).is_some()
        && place.header.column(Field::Level1).is_none()
        && [Field::Met, Field::Unmet].into_iter().any(marked);
    let of_words = words && phrase::mark::word(row.text(Field::Outcome)).is_some();
    of_columns || of_words && !conclusion::stands_beside_levels(place)
}

/// Whether the column of results is one of "Đạt" and "Không đạt" rather than of levels.
fn words_say_no_level(rows: &[&LogicalRow]) -> bool {
    let texts = || rows.iter().map(|row| row.text(Field::Outcome)).filter(|text| !text.is_empty());
    let met = texts().filter(|text| phrase::mark::word(text) == Some(Mark::Yes)).count();
    let levels = texts().filter(|text| matches!(phrase::levels::reached(text), Some(Reached::Up(1..)))).count();
    met > levels
}

/// "Không có", "Không quy định", "N/A" where the criterion has no such level.
fn says_no_such_level(text: &str) -> bool {
    let folded = crate::text::fold(text);
    folded.starts_with("khong ") || matches!(folded.as_str(), "n a" | "na")
}

/// "a: đạt; b: không đạt": each indicator has its mark, and one of them is not met.
fn some_indicator_is_unmet(text: &str) -> bool {
    let said = |part: &str| {
        let (letter, mark) = part.split_once(':').filter(|(letter, _)| phrase::mark::is_indicator(letter))?;
        phrase::mark::parse(mark.trim()).filter(|mark| *mark != Mark::Dash && !letter.is_empty())
    };
    let marks: Option<Vec<Mark>> = text.split([';', '\n', ',']).map(said).collect();
    marks.is_some_and(|marks| marks.len() > 1 && marks.contains(&Mark::No))
}

/// Whether the criterion has that level; of one that is not known nobody can say that it has not.
fn has_level(place: &Place<'_>, criterion: Option<Criterion>, level: u8) -> bool {
    criterion.is_none_or(|criterion| place.framework.levels_of(criterion).contains(&level))
}

/// "a: x" where the criterion has one indicator at that level: the others of the printed columns are not there.
fn all_indicators(place: &Place<'_>, criterion: Option<Criterion>, level: u8, text: &str) -> bool {
    let of = || place.framework.info(criterion?)?.indicators.get(usize::from(level.checked_sub(1)?)).copied();
    let met = |part: &str| {
        let said = part.split_once(':').filter(|(indicator, _)| indicator.trim().chars().count() == 1);
        said.is_some_and(|(_, mark)| phrase::mark::parse(mark.trim()) == Some(Mark::Yes))
    };
    // "x (a, b, c)"
    let listed = || {
        let (mark, letters) = text.trim().strip_suffix(')')?.split_once('(')?;
        let mut letters = letters.split([',', ';', ' ']).filter(|letter| !letter.is_empty());
        let in_order = ('a'..='e').map_while(|next| letters.next().map(|letter| letter == next.to_string())).collect::<Vec<_>>();
        let whole = phrase::mark::parse(mark.trim()) == Some(Mark::Yes) && letters.next().is_none() && in_order.iter().all(|fits| *fits);
        (whole && of().map(usize::from) == Some(in_order.len())).then_some(())
    };
    text.contains(':') && text.split("; ").all(met) && of().map(usize::from) == Some(text.split("; ").count()) || listed().is_some()
}

fn marks(place: &Place<'_>, row: &LogicalRow, criterion: Option<Criterion>, habits: Habits, findings: &mut Vec<Finding>) -> Marks {
    let mut marks = Marks::default();
    let of_list = matches!(criterion, Some(Criterion::Level4 { .. }));
    let list = of_list || row.band == Some(LevelBand::Four) || place.header.column(Field::Item).is_some();
    for (field, piece) in &row.pieces {
        if *field == Field::Outcome && conclusion::stands_beside_levels(place) && row.band != Some(LevelBand::Four) {
            continue;
        }
        if *field == Field::Outcome && !piece.text.is_empty() {
            match phrase::levels::reached(&piece.text) {
                // "Kết quả: Đạt" of an item of the list.
                None if list && phrase::mark::parse(&piece.text) == Some(Mark::Yes) => drop(marks.levels.insert(4, Said::of(piece, true))),
                Some(Reached::Up(0)) => marks.unmet = Some(Said::of(piece, true)),
                Some(Reached::Up(level)) => {
                    findings.extend(levels_of_number(place, piece, level));
                    marks.levels.insert(level, Said::of(piece, true));
                }
                Some(Reached::Gap { missing }) => {
                    findings.push(gap(place, piece, missing));
                    marks.unsaid = true;
                }
                Some(Reached::Below(_)) | None => {
                    marks.unsaid = true;
                    findings.push(place.finding(&finding::MARK_UNREAD, piece.address).field(field.title()).raw(&piece.text));
                }
            }
            continue;
        }
        let level = match field {
            Field::Unmet => 0,
            Field::Level1 if list => 4,
            Field::Level1 => 1,
            Field::Level2 => 2,
            Field::Level3 => 3,
            Field::Met => 4,
            _ => continue,
        };
        if piece.text.is_empty() {
            continue;
        }
        if let Some(share) = percent(&piece.text).filter(|_| habits.shares && (1..=3).contains(&level)) {
            marks.levels.insert(level, Said { counted: true, ..Said::of(piece, share == 100.0) });
            continue;
        }
        let doubtful = habits.crosses_deny && field.level().is_some() && phrase::mark::sign(&piece.text) == Some(Sign::Cross);
        // "Đạt mức 2" under "Mức 2".
        let own = || field.level().is_some() && field.level().map(Reached::Up) == phrase::levels::reached(&piece.text);
        let verdict = if level == 0 { denied(&piece.text, habits.unmet_words) } else { phrase::mark::verdict(&piece.text) };
        let mark = match verdict.filter(|_| !doubtful) {
            Some(Verdict::Said(Mark::Dash)) if habits.dashes_deny && level > 0 && has_level(place, criterion, level) => Mark::No,
            Some(Verdict::Said(mark)) => mark,
            Some(Verdict::Contradicts) => {
                findings.push(place.finding(&finding::INDICATORS_CONTRADICT, piece.address).field(field.title()).raw(&piece.text));
                marks.contradicted.insert(level);
                continue;
            }
            // "✗" beside "✓" can only say that it is not met; "x" is asked about.
            None if doubtful && phrase::mark::parse(&piece.text).is_none() => Mark::No,
            None if habits.crosses_affirm && phrase::mark::sign(&piece.text) == Some(Sign::Cross) => Mark::Yes,
            None if own() || all_indicators(place, criterion, level, &piece.text) => Mark::Yes,
            // "Chưa đạt Mức 3" under "Mức 3".
            None if phrase::levels::reached(&piece.text) == Some(Reached::Below(level)) => Mark::No,
            None if level == 1 && phrase::levels::reached(&piece.text) == Some(Reached::Up(0)) => Mark::No,
            None if level > 0 && !has_level(place, criterion, level) && says_no_such_level(&piece.text) => Mark::Dash,
            // "a: đạt; b: đạt; c: không đạt"
            None if some_indicator_is_unmet(&piece.text) => Mark::No,
            None => {
                findings.push(place.finding(&finding::MARK_UNREAD, piece.address).field(field.title()).raw(&piece.text));
                marks.unread.insert(level);
                continue;
            }
        };
        match (level, mark) {
            (_, Mark::Dash) => {}
            // "x" and "Không đạt" both say so in the column of that name.
            (0, Mark::Yes | Mark::No) => marks.unmet = Some(Said::of(piece, true)),
            (level, mark) => {
                marks.levels.insert(level, Said::of(piece, mark == Mark::Yes));
            }
        }
    }
    // "0" or "Không" under "Không đạt", beside levels that are met: it is not unmet.
    if marks.highest().is_some() {
        marks.unmet =
            marks.unmet.filter(|said| !matches!(crate::text::fold(&said.raw).as_str(), "0" | "khong" | "ko" | "khong co" | "no" | "false"));
    }
    marks
}

/// What stands under "Không đạt": a mark, be it a cross that elsewhere may deny, or that word; how many indicators are met says nothing there. "Đạt" is a mark as "x" is,
/// unless "Không đạt" stands in that column, too.
fn denied(text: &str, words: bool) -> Option<Verdict> {
    let crossed = || (phrase::mark::sign(text) == Some(Sign::Cross)).then_some(Mark::Yes);
    // "x (thiếu một phó hiệu trưởng)": why it is not met.
    let reasoned = || text.trim_end().strip_suffix(')')?.split_once('(').and_then(|(mark, _)| phrase::mark::parse(mark.trim()));
    let reasoned = || reasoned().filter(|mark| *mark != Mark::Dash);
    phrase::mark::parse(text)
        .or_else(crossed)
        .or_else(reasoned)
        .filter(|_| !(words && phrase::mark::word(text) == Some(Mark::Yes)))
        .map(Verdict::Said)
}

/// "1, 2", typed where Excel takes the comma for that of a number.
fn levels_of_number(place: &Place<'_>, piece: &Piece, level: u8) -> Option<Finding> {
    let CellKind::Number { value, .. } = piece.kind else { return None };
    let listed = (1..=level).map(|level| level.to_string()).collect::<Vec<_>>().join(", ");
    let told = || place.finding(&finding::LEVELS_FROM_NUMBER, piece.address).raw(&piece.text).with("levels", listed);
    (value.fract() != 0.0).then(told)
}

fn gap(place: &Place<'_>, piece: &Piece, missing: u8) -> Finding {
    place.finding(&finding::LEVELS_WITH_GAP, piece.address).field(Field::Outcome.title()).raw(&piece.text).with("missing", missing)
}

/// Whether the table marks every level reached, or only the highest.
fn marks_each_level(judged: &[(Criterion, Marks, Address)]) -> bool {
    let above_first = |marks: &&Marks| marks.highest().is_some_and(|(level, _)| (2..=3).contains(&level));
    let tops: Vec<&Marks> = judged.iter().map(|(_, marks, _)| marks).filter(above_first).collect();
    let several = tops.iter().filter(|marks| marks.counts() > 1).count();
    several * 2 > tops.len()
}

fn verdicts(place: &Place<'_>, criterion: Criterion, marks: &Marks, address: Address, each_level: bool, taken: &mut Taken) {
    let findings = &mut taken.reading.findings;
    let levels = place.framework.levels_of(criterion);
    let highest = marks.highest();
    let passed_over = marks.lowest_unmet().zip(highest).is_some_and(|(unmet, (top, _))| unmet < top);
    let contradiction = passed_over || marks.unmet.is_some() && highest.is_some();
    if contradiction {
        findings.push(place.finding(&finding::MARK_CONTRADICTION, address).with("criterion", criterion));
    }
    for (level, said) in marks.levels.iter().filter(|(level, said)| said.yes && !levels.contains(level)) {
        findings.push(place.finding(&finding::LEVEL_NOT_THERE, said.at).with("criterion", criterion).with("level", level));
    }
    let nothing = marks.unmet.is_none() && marks.levels.is_empty();
    let told = marks.unsaid || !marks.unread.is_empty() || !marks.contradicted.is_empty();
    if nothing && !told {
        findings.push(place.finding(&finding::MARK_MISSING, address).with("criterion", criterion));
    }
    let has_column = |level: u8| level != 1 || !begins_with_second(place);
    if let (true, Some((top, said))) = (each_level, highest) {
        for below in levels
            .iter()
            .filter(|below| **below < top && has_column(**below) && !marks.levels.contains_key(below) && !marks.unread.contains(below))
        {
            findings
                .push(place.finding(&finding::LEVEL_SKIPPED, said.at).with("criterion", criterion).with("level", top).with("below", below));
        }
    }
    // "Không đạt" under Mức 2 beside an empty Mức 1: between what is met and the level that is denied nothing is said.
    let denied = marks.lowest_unmet().filter(|_| !contradiction && marks.unmet.is_none() && marks.unread.is_empty());
    let top = highest.map_or(0, |(top, _)| top);
    let is_unsaid = |level: u8| denied.is_some_and(|denied| (top + 1..denied).contains(&level)) && !marks.contradicted.contains(&level);
    if let Some((denied, said)) = denied.and_then(|denied| Some((denied, marks.levels.get(&denied)?))) {
        let unsaid: Vec<String> = levels.iter().filter(|level| is_unsaid(**level)).map(|level| format!("Mức {level}")).collect();
        if !unsaid.is_empty() {
            let told = place.finding(&finding::BELOW_UNMET_UNSAID, said.at).with("criterion", criterion).with("level", denied);
            findings.push(told.with("unsaid", unsaid.join(", ")));
        }
    }
    if let Some(said) = marks.unmet.as_ref().filter(|_| highest.is_none() && !has_column(1)) {
        let told = place.finding(&finding::BELOW_UNMET_UNSAID, said.at).with("criterion", criterion);
        findings.push(told.with("level", 2).with("unsaid", "Mức 1"));
    }
    for level in levels {
        let (result, said) = if contradiction || nothing || marks.contradicted.contains(&level) {
            (Outcome::NotAssessed, None)
        } else {
            match (marks.levels.get(&level), highest) {
                (Some(said), _) => (if said.yes { Outcome::Met } else { Outcome::Unmet }, Some(said)),
                // What was written there has no reading, and no other mark speaks for it.
                (None, top) if marks.unread.contains(&level) && marks.unmet.is_none() && top.is_none_or(|(top, _)| level > top) => {
                    (Outcome::NotAssessed, None)
                }
                (None, Some(_)) if is_unsaid(level) => (Outcome::NotAssessed, None),
                (None, Some((top, said))) => (if level <= top { Outcome::Met } else { Outcome::Unmet }, Some(said)),
                (None, None) if is_unsaid(level) || !has_column(level) => (Outcome::NotAssessed, None),
                (None, None) => (Outcome::Unmet, marks.unmet.as_ref()),
            }
        };
        let cell = said.map_or(address, |said| said.at);
        let mark = said.map_or_else(|| marks.listed(), |said| said.raw.clone());
        taken.reading.assessments.push(Judged { criterion, level, result, mark, cell }.of(place));
    }
}

/// One verdict and the cell that says it.
struct Judged {
    criterion: Criterion,
    level: u8,
    result: Outcome,
    mark: String,
    cell: Address,
}

impl Judged {
    fn of(self, place: &Place<'_>) -> Assessment {
        Assessment {
            school_id: place.school_id.to_owned(),
            framework: place.framework.id.clone(),
            criterion: self.criterion,
            level: self.level,
            result: self.result,
            mark: self.mark,
            origin: place.origin(self.cell),
        }
    }
}
