//! The work of both sides in; what became of every piece, and the balances that hold all of it, out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::kinship::Kinships;
use super::linking::{self, Certainty, Link};
use super::{Pins, Side};
use crate::model::{Action, Criterion, Lateness, Origin, Status};
use crate::text;

/// Pieces of work: `old - finished - dropped - of_schools_left = kept`, `kept + added + of_schools_come = new`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct WorkBalance {
    pub old: usize,
    /// Completed then, and not named again.
    pub finished: usize,
    /// Not completed then, and not named now, though the school sends work: dropped without a word.
    pub dropped: usize,
    /// Of schools that send no work now.
    pub of_schools_left: usize,
    /// Stands on both sides.
    pub kept: usize,
    /// Not named then, though the school sent work.
    pub added: usize,
    /// Of schools that sent no work then.
    pub of_schools_come: usize,
    pub new: usize,
}

/// Work certainly or possibly overdue: `old - completed - eased - left + newly + entered = new`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct OverdueBalance {
    pub old: usize,
    /// Overdue then, completed now.
    pub completed: usize,
    /// Overdue then, not completed and not overdue now: its date was moved or is not given any more.
    pub eased: usize,
    /// Overdue then, not named now.
    pub left: usize,
    /// Named and not overdue then, overdue now.
    pub newly: usize,
    /// Not named then, overdue now.
    pub entered: usize,
    pub new: usize,
}

/// What became of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Kept,
    Finished,
    Dropped,
    SchoolLeft,
    Added,
    SchoolCame,
}

/// One piece of work, then and now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WorkChange {
    pub school_id: String,
    pub framework: String,
    pub criterion: Option<Criterion>,
    pub fate: Fate,
    pub old: Option<WorkSide>,
    pub new: Option<WorkSide>,
    /// How sure it is that both are one.
    pub certainty: Option<Certainty>,
    /// Of the wordings, from 0 to 1.
    pub likeness: Option<f64>,
}

/// A piece of work as one side has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkSide {
    pub task: String,
    pub lead: String,
    pub due: Option<Date>,
    pub status: Status,
    pub overdue: Lateness,
    pub origin: Origin,
}

impl WorkSide {
    fn new(action: &Action, as_of: Date) -> Self {
        WorkSide {
            task: action.task.clone(),
            lead: action.lead.clone(),
            due: action.window.due,
            status: action.status,
            overdue: action.lateness(as_of),
            origin: action.origin.clone(),
        }
    }

    pub fn is_overdue(&self) -> bool {
        matches!(self.overdue, Lateness::Certain | Lateness::Possible)
    }
}

impl WorkChange {
    fn both(&self) -> Option<(&WorkSide, &WorkSide)> {
        self.old.as_ref().zip(self.new.as_ref())
    }

    /// Not completed then, completed now.
    pub fn was_completed(&self) -> bool {
        self.both().is_some_and(|(old, new)| old.status != Status::Completed && new.status == Status::Completed)
    }

    /// Completed then, not now.
    pub fn was_reopened(&self) -> bool {
        self.both().is_some_and(|(old, new)| old.status == Status::Completed && new.status != Status::Completed)
    }

    /// Overdue now, and not then or not there then.
    pub fn is_newly_overdue(&self) -> bool {
        self.new.as_ref().is_some_and(WorkSide::is_overdue) && !self.old.as_ref().is_some_and(WorkSide::is_overdue)
    }

    /// Days by which the due date was moved: more than 0 is later.
    pub fn slipped_days(&self) -> Option<i32> {
        let (old, new) = self.both()?;
        let days = (new.due? - old.due?).get_days();
        (days != 0).then_some(days)
    }
}

pub(super) struct Worked {
    pub balance: WorkBalance,
    pub status_moves: [[usize; 4]; 4],
    pub overdue: OverdueBalance,
    pub rows: Vec<WorkChange>,
    pub idle_pins: Vec<String>,
}

/// The work of schools that go on in others is held against the work of those.
pub(super) fn changes(old: Side<'_>, new: Side<'_>, pins: &Pins, kinships: &Kinships<'_>) -> Worked {
    let families = kinships.families();
    let (before, after) = (by_school(&old.reading.actions, &families), by_school(&new.reading.actions, &families));
    let schools: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let mut rows = Vec::new();
    for school in schools {
        let (then, now) = (before.get(school).map_or(&[][..], Vec::as_slice), after.get(school).map_or(&[][..], Vec::as_slice));
        rows.extend(of_school((then, old.statistics.as_of), (now, new.statistics.as_of), pins));
    }
    let family = |school_id: &str| families.get(school_id).copied().unwrap_or(school_id).to_owned();
    let wordings = |actions: &[Action]| -> BTreeSet<(String, String)> {
        actions.iter().map(|action| (family(&action.school_id), text::fold(&action.task))).collect()
    };
    let (worded, words) = (wordings(&old.reading.actions), wordings(&new.reading.actions));
    let idle_pins = pins
        .idle(|school, old, new| worded.contains(&(family(school), old.to_owned())) && words.contains(&(family(school), new.to_owned())));
    Worked { balance: balance(&rows), status_moves: status_moves(&rows), overdue: overdue(&rows), rows, idle_pins }
}

/// Rows with their places in the table.
type Rows<'s, 'a> = &'s [(usize, &'a Action)];

/// The rows of each school, or family of schools, with their places in the table.
fn by_school<'a>(actions: &'a [Action], families: &BTreeMap<&'a str, &'a str>) -> BTreeMap<&'a str, Vec<(usize, &'a Action)>> {
    let mut schools: BTreeMap<&str, Vec<(usize, &Action)>> = BTreeMap::new();
    for (at, action) in actions.iter().enumerate() {
        let school_id = action.school_id.as_str();
        schools.entry(families.get(school_id).copied().unwrap_or(school_id)).or_default().push((at, action));
    }
    schools
}

/// Every row of either side once: first what stood then, in its order, then what came.
fn of_school((old, old_day): (Rows<'_, '_>, Date), (new, new_day): (Rows<'_, '_>, Date), pins: &Pins) -> Vec<WorkChange> {
    let links = linking::of_school(old, new, pins);
    let now: BTreeMap<usize, &Action> = new.iter().copied().collect();
    let by_old: BTreeMap<usize, &Link> = links.iter().map(|link| (link.old, link)).collect();
    let linked: BTreeSet<usize> = links.iter().map(|link| link.new).collect();
    let mut rows = Vec::new();
    for (at, action) in old {
        let link = by_old.get(at).copied();
        let successor = link.and_then(|link| now.get(&link.new).copied());
        let fate = match successor {
            Some(_) => Fate::Kept,
            None if new.is_empty() => Fate::SchoolLeft,
            None if action.status == Status::Completed => Fate::Finished,
            None => Fate::Dropped,
        };
        rows.push(WorkChange {
            fate,
            old: Some(WorkSide::new(action, old_day)),
            new: successor.map(|action| WorkSide::new(action, new_day)),
            certainty: link.map(|link| link.certainty),
            likeness: link.map(|link| link.likeness),
            ..about(successor.unwrap_or(action), fate)
        });
    }
    for (_, action) in new.iter().filter(|(at, _)| !linked.contains(at)) {
        let fate = if old.is_empty() { Fate::SchoolCame } else { Fate::Added };
        rows.push(WorkChange { new: Some(WorkSide::new(action, new_day)), ..about(action, fate) });
    }
    rows
}

fn about(action: &Action, fate: Fate) -> WorkChange {
    WorkChange {
        school_id: action.school_id.clone(),
        framework: action.framework.clone(),
        criterion: action.criterion,
        fate,
        old: None,
        new: None,
        certainty: None,
        likeness: None,
    }
}

fn balance(rows: &[WorkChange]) -> WorkBalance {
    let count = |fate: Fate| rows.iter().filter(|row| row.fate == fate).count();
    WorkBalance {
        old: rows.iter().filter(|row| row.old.is_some()).count(),
        finished: count(Fate::Finished),
        dropped: count(Fate::Dropped),
        of_schools_left: count(Fate::SchoolLeft),
        kept: count(Fate::Kept),
        added: count(Fate::Added),
        of_schools_come: count(Fate::SchoolCame),
        new: rows.iter().filter(|row| row.new.is_some()).count(),
    }
}

fn status_moves(rows: &[WorkChange]) -> [[usize; 4]; 4] {
    let place = |status: Status| Status::ALL.iter().position(|known| *known == status).unwrap_or(Status::ALL.len() - 1);
    let mut moves = [[0; 4]; 4];
    for (old, new) in rows.iter().filter_map(WorkChange::both) {
        moves[place(old.status)][place(new.status)] += 1;
    }
    moves
}

fn overdue(rows: &[WorkChange]) -> OverdueBalance {
    let mut balance = OverdueBalance::default();
    for row in rows {
        let was = row.old.as_ref().is_some_and(WorkSide::is_overdue);
        let is = row.new.as_ref().is_some_and(WorkSide::is_overdue);
        balance.old += usize::from(was);
        balance.new += usize::from(is);
        match (was, is) {
            (true, false) if row.new.is_none() => balance.left += 1,
            (true, false) if row.was_completed() => balance.completed += 1,
            (true, false) => balance.eased += 1,
            (false, true) if row.old.is_none() => balance.entered += 1,
            (false, true) => balance.newly += 1,
            _ => {}
        }
    }
    balance
}
