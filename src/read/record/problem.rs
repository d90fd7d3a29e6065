//! Part IV of the 2026 plan: which criterion each problem belongs to, so that part V's work finds its criterion.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Place, Taken, criteria};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Action, Address, Criterion, Origin};
use crate::read::code::Codes;
use crate::read::header::likeness;
use crate::read::rows::LogicalRow;
use crate::text;

/// One row of part IV.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Problem {
    pub school_id: String,
    pub ordinal: String,
    pub standard: Option<u8>,
    pub criteria: Vec<Criterion>,
    /// What is weak, and why, folded.
    pub words: String,
    /// What is weak, folded.
    pub weakness: String,
}

/// How a piece of work of part V speaks of its problem.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::read) struct Improved {
    pub ordinal: String,
    /// What is to be improved, folded, and the cell it stands in, which may be merged over several pieces of work.
    pub content: String,
    pub content_at: Option<Address>,
}

impl Improved {
    pub fn of(row: &LogicalRow) -> Improved {
        Improved {
            ordinal: super::piece_text(row.pieces.get(&Field::Ordinal)),
            content: text::fold(row.text(Field::Content)),
            content_at: row.pieces.get(&Field::Content).map(|piece| piece.address),
        }
    }
}

pub(super) fn take(place: &Place<'_>, row: &LogicalRow, at: usize, codes: &mut Codes<'_>, taken: &mut Taken) {
    let coded = criteria(place, row, at, codes, &mut taken.reading.findings);
    let words = [Field::Situation, Field::Weakness, Field::Cause]
        .into_iter()
        .map(|field| text::fold(row.text(field)))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    taken.problems.push(Problem {
        school_id: place.school_id.to_owned(),
        ordinal: text::fold(row.text(Field::Ordinal)),
        standard: coded.standard.or_else(|| crate::read::code::standard_of(row.text(Field::Standard), row.band)),
        criteria: coded.criteria,
        words,
        weakness: text::fold(row.text(Field::Weakness)),
    });
}

/// Gives each piece of work without a criterion that of its problem: where it repeats its words, else by number where both parts number alike,
/// else by wording where one problem is clearly nearest.
///
/// What was placed by its own words or by number, as the form means it, is told once for a sheet; what was placed by likeness is told row by row.
pub(in crate::read) fn place_tasks(actions: &mut [Action], improved: &[Improved], problems: &[Problem]) -> Placed {
    let mut placed = Placed::default();
    let mut by_number: BTreeMap<(String, Arc<str>), Vec<Numbered>> = BTreeMap::new();
    let mut by_school: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        by_school.entry(&problem.school_id).or_default().push(problem);
    }
    let numbers = numbers(actions, improved);
    let otherwise = numbered_otherwise(actions, improved, &numbers, &by_school);
    for ((action, improved), ordinal) in actions.iter_mut().zip(improved).zip(numbers) {
        let Some(problems) = by_school.get(action.school_id.as_str()).filter(|_| action.criterion.is_none()) else { continue };
        let number = text::fold(&ordinal);
        let alike = !number.is_empty() && !otherwise.contains(&action.school_id);
        let same_number: Vec<&&Problem> = problems.iter().filter(|problem| alike && problem.ordinal == number).collect();
        let words = text::fold(&format!("{} {}", action.task, action.target));
        let (problem, as_meant) = match (repeated(problems, &improved.content), &same_number[..]) {
            (Some(problem), _) => (Some(problem), true),
            (None, [only]) => (Some(**only), true),
            _ => (nearest(problems, &words).or_else(|| nearest(problems, &improved.content)), false),
        };
        let Some(problem) = problem else { continue };
        action.standard = action.standard.or(problem.standard);
        // A problem of several criteria is told with its own row; its work counts once, for the first.
        if let Some(&criterion) = problem.criteria.first() {
            action.criterion = Some(criterion);
            action.standard = criterion.standard();
            placed.cells.insert((Some(Arc::clone(&action.origin.sheet)), Some(action.origin.cell)));
            if as_meant {
                let sheet = (action.school_id.clone(), Arc::clone(&action.origin.sheet));
                by_number.entry(sheet).or_default().push(Numbered {
                    origin: action.origin.clone(),
                    criterion,
                    ordinal: problem.ordinal.clone(),
                });
            } else {
                let told = Finding::new(&finding::CRITERION_FROM_PROBLEM).at(&action.origin).of_school(&action.school_id).raw(&action.task);
                placed.findings.push(told.with("criterion", criterion).with("number", &problem.ordinal));
            }
        }
    }
    for ((school, _), works) in by_number {
        let listed = |shown: &dyn Fn(&Numbered) -> String| works.iter().map(shown).collect::<Vec<_>>().join(", ");
        let told = Finding::new(&finding::CRITERION_FROM_PROBLEM).at(&works[0].origin).of_school(&school);
        let told = told.with("criterion", listed(&|work| work.criterion.to_string()));
        placed.findings.push(told.with("number", listed(&|work| work.ordinal.clone())));
    }
    placed
}

/// A piece of work that found its criterion as the form means it.
struct Numbered {
    origin: Origin,
    criterion: Criterion,
    ordinal: String,
}

/// What part IV gave part V.
#[derive(Default)]
pub(in crate::read) struct Placed {
    pub findings: Vec<Finding>,
    /// Sheet and cell of each piece of work that found its criterion.
    pub cells: BTreeSet<(Option<Arc<str>>, Option<Address>)>,
}

/// The number of each piece of work in the list of problems: its own; that of the first under the same cell, where it has none; and none
/// where works under one cell are numbered each, for their numbers are no problem's.
fn numbers(actions: &[Action], improved: &[Improved]) -> Vec<String> {
    let mut under: BTreeMap<(Origin, Address), Vec<usize>> = BTreeMap::new();
    let sheet = |action: &Action| Origin { cell: Address::default(), ..action.origin.clone() };
    for (at, (action, work)) in actions.iter().zip(improved).enumerate() {
        if let Some(cell) = work.content_at {
            under.entry((sheet(action), cell)).or_default().push(at);
        }
    }
    let mut numbers: Vec<String> = improved.iter().map(|work| work.ordinal.clone()).collect();
    for works in under.values() {
        let mut own = works.iter().map(|at| improved[*at].ordinal.as_str()).filter(|ordinal| !ordinal.is_empty());
        let first = own.next().unwrap_or_default();
        let number = if own.all(|other| other == first) { first } else { "" };
        for at in works {
            numbers[*at] = number.to_owned();
        }
    }
    numbers
}

/// Schools whose works have numbers of their own: some repeat the words of a problem with another number, or go beyond the numbers of the problems or begin
/// anew while the words of the others do not show that they count as these do.
fn numbered_otherwise(
    actions: &[Action],
    improved: &[Improved],
    numbers: &[String],
    by_school: &BTreeMap<&str, Vec<&Problem>>,
) -> BTreeSet<String> {
    /// Words that are not shared by chance: without their marks "phần" and "phân" are one.
    const FEWEST: usize = 2;
    #[derive(Default)]
    struct Counted {
        contradicted: bool,
        /// Beyond the numbers of the problems, or begun anew: "1, 2, 1, 2".
        doubtful: bool,
        last: Option<u32>,
        alike: usize,
        unlike: usize,
        /// Works that say much of another problem and next to nothing of the one with their number.
        strange: usize,
    }
    let mut schools: BTreeMap<&str, Counted> = BTreeMap::new();
    for ((action, work), number) in actions.iter().zip(improved).zip(numbers) {
        let Some(problems) = by_school.get(action.school_id.as_str()) else { continue };
        if number.is_empty() || action.criterion.is_some() {
            continue;
        }
        let number = text::fold(number);
        let counted = schools.entry(&action.school_id).or_default();
        let place = number.parse::<u32>().ok();
        counted.doubtful |= place.zip(counted.last).is_some_and(|(place, last)| place < last);
        counted.last = place.or(counted.last);
        counted.contradicted |= repeated(problems, &work.content).is_some_and(|problem| problem.ordinal != number);
        let Some(own) = problems.iter().find(|problem| problem.ordinal == number) else {
            counted.doubtful = true;
            continue;
        };
        let words = format!("{} {}", work.content, text::fold(&format!("{} {}", action.task, action.target)));
        let of_others = problems.iter().filter(|problem| problem.ordinal != number).map(|problem| shared(&problem.words, &words)).max();
        let of_own = shared(&own.words, &words);
        let of_others = of_others.unwrap_or(0);
        counted.strange += usize::from(of_others > FEWEST && of_others >= of_own * 3);
        match of_own.cmp(&of_others) {
            Ordering::Greater if of_own >= FEWEST => counted.alike += 1,
            Ordering::Less => counted.unlike += 1,
            Ordering::Greater | Ordering::Equal => {}
        }
    }
    let otherwise = |counted: &Counted| {
        let strange = counted.alike == 0 && counted.strange >= FEWEST;
        counted.contradicted || strange || counted.doubtful && counted.alike <= counted.unlike
    };
    schools.into_iter().filter(|(_, counted)| otherwise(counted)).map(|(school, _)| school.to_owned()).collect()
}

/// How many words two folded texts have in common.
fn shared(one: &str, other: &str) -> usize {
    let other: BTreeSet<&str> = other.split(' ').collect();
    one.split(' ').collect::<BTreeSet<_>>().into_iter().filter(|word| word.len() > 1 && other.contains(word)).count()
}

/// The one problem whose words a piece of work repeats, or whose weakness it names whole: "Khắc phục: sân trường chưa có đủ mái che".
fn repeated<'a>(problems: &[&'a Problem], content: &str) -> Option<&'a Problem> {
    const FEWEST_WORDS: usize = 3;
    let is_long = |words: &str| words.split(' ').count() >= FEWEST_WORDS;
    if !is_long(content) {
        return None;
    }
    let only = |is: &dyn Fn(&Problem) -> bool| {
        let mut named = problems.iter().filter(|problem| is(problem));
        named.next().filter(|_| named.next().is_none()).copied()
    };
    let names = |problem: &Problem| is_long(&problem.weakness) && text::holds_words(content, &problem.weakness);
    only(&|problem| text::holds_words(&problem.words, content)).or_else(|| only(&names))
}

fn nearest<'a>(problems: &[&'a Problem], words: &str) -> Option<&'a Problem> {
    let mut scored: Vec<(f64, &Problem)> = problems.iter().map(|problem| (likeness(words, &problem.words), *problem)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let second = scored.get(1).map_or(0.0, |(score, _)| *score);
    scored.first().filter(|(score, _)| *score >= 0.6 && score - second >= 0.1).map(|(_, problem)| *problem)
}
