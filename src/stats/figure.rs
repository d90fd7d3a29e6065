//! The figures as plain structs, in the shape of `thong-ke.json`. Order of fields and keys is the order in the file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use crate::model::UnitName;
use crate::model::{Criterion, Lateness, Period, SchoolKind, SchoolYear, Status};

/// The name of this shape; a reader refuses another.
pub const SCHEMA: &str = "ctcl.statistics/1";

/// Everything `thong-ke.json` holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statistics {
    pub schema: String,
    pub unit: UnitName,
    pub school_year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
    /// Framework → the level at or below which an unmet criterion counts against a school; without it no one can count the affected again.
    #[serde(default)]
    pub target_level: BTreeMap<String, u8>,
    pub schools: SubmissionCounts,
    pub by_school: Vec<SchoolFigures>,
    pub by_criterion: Vec<CriterionFigures>,
    pub by_standard: Vec<StandardFigures>,
    pub actions: ActionCounts,
    pub overdue: Vec<Overdue>,
    pub lagging: Vec<Lagging>,
    pub cost: CostFigures,
    /// Of a roll-up: every unit, and every roll-up between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_unit: Vec<UnitFigures>,
    /// Every group of schools that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_group: Vec<GroupFigures>,
    /// Of a roll-up: units that were expected, and of which nothing came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_units: Vec<String>,
}

/// What schools are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// The commune in force on the day of closing.
    Commune,
    /// As the list has them now, whatever the day.
    CommuneNew,
    /// As they were before they changed.
    CommuneBefore,
    /// The districts there were.
    District,
    Cluster,
    Kind,
    Unit,
}

impl Grouping {
    pub const ALL: [Grouping; 7] = [
        Grouping::Commune,
        Grouping::CommuneNew,
        Grouping::CommuneBefore,
        Grouping::District,
        Grouping::Cluster,
        Grouping::Kind,
        Grouping::Unit,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Grouping::Commune => "Xã, phường",
            Grouping::CommuneNew => "Xã, phường (địa giới mới)",
            Grouping::CommuneBefore => "Xã, phường (địa giới cũ)",
            Grouping::District => "Huyện, quận cũ",
            Grouping::Cluster => "Cụm chuyên môn",
            Grouping::Kind => "Loại hình",
            Grouping::Unit => "Đơn vị tổng hợp",
        }
    }
}

/// One group of schools with every figure of the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupFigures {
    pub by: Grouping,
    pub name: String,
    pub figures: Tally,
    pub by_kind: Vec<KindFigures>,
    pub by_criterion: Vec<CriterionFigures>,
    pub by_standard: Vec<StandardFigures>,
    pub lagging: Vec<Lagging>,
    pub cost: CostFigures,
}

/// One unit, or a roll-up of several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitFigures {
    #[serde(flatten)]
    pub unit: UnitName,
    /// The roll-ups that hold it, the highest first.
    pub within: Vec<String>,
    /// Whether it is a roll-up of units rather than one that read schools' files.
    pub rolled_up: bool,
    /// How many units that read schools' files it stands for.
    pub units: usize,
    pub figures: Tally,
    pub by_kind: Vec<KindFigures>,
}

/// The schools of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KindFigures {
    pub kind: Option<SchoolKind>,
    pub figures: Tally,
}

/// Schools counted together. Everything adds up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub schools: SubmissionCounts,
    /// Reported, and said of at least one criterion whether it is met.
    pub self_assessed: usize,
    /// Framework → level → schools that have reached it, of those whose level is known. Never summed over frameworks here.
    pub levels: BTreeMap<String, BTreeMap<u8, LevelReached>>,
    /// Cấp độ kiểm định → schools.
    pub accreditation: BTreeMap<u8, usize>,
    /// Mức độ chuẩn quốc gia → schools.
    pub national_standard: BTreeMap<u8, usize>,
    /// Recognitions that end soon.
    pub expiring: usize,
    pub actions: ActionCounts,
    pub cost_vnd: i64,
    pub findings: FindingCounts,
}

impl Tally {
    /// Takes in other schools.
    pub fn absorb(&mut self, other: &Tally) {
        self.schools.add(&other.schools);
        self.self_assessed += other.self_assessed;
        for (framework, levels) in &other.levels {
            for (level, counted) in levels {
                let own = self.levels.entry(framework.clone()).or_default().entry(*level).or_default();
                own.reached += counted.reached;
                own.judged += counted.judged;
            }
        }
        for (own, more) in [(&mut self.accreditation, &other.accreditation), (&mut self.national_standard, &other.national_standard)] {
            more.iter().for_each(|(level, schools)| *own.entry(*level).or_default() += schools);
        }
        self.expiring += other.expiring;
        self.actions.add(&other.actions);
        self.cost_vnd = self.cost_vnd.saturating_add(other.cost_vnd);
        self.findings.error += other.findings.error;
        self.findings.warning += other.findings.warning;
        self.findings.info += other.findings.info;
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelReached {
    pub reached: usize,
    pub judged: usize,
}

/// `expected = reported + missing + unreadable`; `reported = on_time + late`. Without a register nothing is expected, and nothing known to be missing.
/// With a register these count its schools alone; a school that is not in it stands in `by_school` only, and in the figures of its criteria.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionCounts {
    pub expected: Option<usize>,
    pub reported: usize,
    pub on_time: usize,
    pub late: usize,
    pub missing: usize,
    pub unreadable: usize,
}

/// Whether a school has reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    OnTime,
    Late,
    /// Nothing came.
    Missing,
    /// Something came, and none of it could be read.
    Unreadable,
}

impl Reported {
    pub fn title(self) -> &'static str {
        match self {
            Reported::OnTime => "Đúng hạn",
            Reported::Late => "Trễ hạn",
            Reported::Missing => "Chưa nộp",
            Reported::Unreadable => "Không đọc được",
        }
    }

    /// Whether anything of the school counts in the figures.
    pub fn counts(self) -> bool {
        matches!(self, Reported::OnTime | Reported::Late)
    }
}

/// One school.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchoolFigures {
    pub school_id: String,
    pub name: String,
    pub kind: Option<SchoolKind>,
    pub framework: Option<String>,
    pub submission: Reported,
    pub forms: Forms,
    /// Level → (criteria met, criteria of the framework that have this level). Empty when nothing was assessed.
    pub criteria_met: BTreeMap<u8, (usize, usize)>,
    /// By the framework's own rule; `None` when too little was assessed to tell.
    pub level: Option<u8>,
    /// What the school says of itself.
    pub declared_level: Option<u8>,
    pub actions: ActionCounts,
    pub findings: FindingCounts,
}

/// Which forms of a school were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    pub plan: bool,
    pub result: bool,
    pub assessment: bool,
    pub evidence: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCounts {
    pub error: usize,
    pub warning: usize,
    pub info: usize,
}

/// Counts of actions. `total` is the sum of the four statuses; the last three cut across them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionCounts {
    pub total: usize,
    pub completed: usize,
    pub in_progress: usize,
    pub not_started: usize,
    pub no_report: usize,
    /// Certainly overdue.
    pub overdue: usize,
    pub possibly_overdue: usize,
    /// Not completed, and without a due date.
    pub undetermined: usize,
}

impl ActionCounts {
    pub fn add(&mut self, other: &ActionCounts) {
        self.total += other.total;
        self.completed += other.completed;
        self.in_progress += other.in_progress;
        self.not_started += other.not_started;
        self.no_report += other.no_report;
        self.overdue += other.overdue;
        self.possibly_overdue += other.possibly_overdue;
        self.undetermined += other.undetermined;
    }
}

/// One level of one criterion over the schools of its framework: the four add up to all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelCounts {
    pub met: usize,
    pub unmet: usize,
    /// Reported, without a verdict on this criterion.
    pub not_assessed: usize,
    pub not_reported: usize,
}

impl LevelCounts {
    /// The denominator of a share of schools: those that judged the criterion at this level.
    pub fn assessed(&self) -> usize {
        self.met + self.unmet
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CriterionFigures {
    pub framework: String,
    pub criterion: Criterion,
    pub title: String,
    pub levels: BTreeMap<u8, LevelCounts>,
    pub actions: ActionCounts,
    pub schools_affected: usize,
    pub schools_reported: usize,
}

/// Sums over the criteria of a standard: `levels` counts verdicts (criterion × school), schools once each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandardFigures {
    pub framework: String,
    pub standard: u8,
    pub title: String,
    pub levels: BTreeMap<u8, LevelCounts>,
    pub actions: ActionCounts,
    pub schools_affected: usize,
    pub schools_reported: usize,
}

/// One piece of work past its due date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overdue {
    pub school_id: String,
    pub criterion: Option<Criterion>,
    pub task: String,
    pub lead: String,
    pub due: Date,
    pub days_overdue: i32,
    /// `certain` or `possible`.
    pub certainty: Lateness,
    pub status: Status,
    pub origin: OriginFigure,
}

/// The cell a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginFigure {
    pub file: String,
    pub sheet: String,
    pub cell: String,
}

/// A criterion that holds schools back: affected ÷ reported, then affected, then framework and criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lagging {
    pub rank: usize,
    pub framework: String,
    pub criterion: Criterion,
    pub schools_affected: usize,
    pub schools_reported: usize,
    /// Schools that do not meet it at or below the target level.
    pub unmet: usize,
    /// Schools with a certainly overdue action on it.
    pub overdue: usize,
}

/// Planned money: amounts written as a total, whole đồng. Sources, unit prices and ranges' lower ends are not added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostFigures {
    pub total_vnd: i64,
    /// `budget`, `socialised`, `budget+socialised` (one amount, both named), `unstated`: adds up to the total.
    pub by_source: BTreeMap<String, i64>,
}
