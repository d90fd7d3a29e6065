//! A kind of school and a level in, what is true of that school out: its verdicts and its pieces of work. Chosen before any form is filled in.

use ctcl::model::{Criterion, LevelBand, Outcome, SchoolKind, SchoolYear, Status, WindowKind};
use jiff::civil::{Date, date};

use crate::catalogue::{Catalogue, Entry};
use crate::money::Money;
use crate::rng::Rng;
use crate::time::Time;
use crate::truth::{ActionTruth, AssessmentTruth};
use crate::work::Work;

/// What is true of one school.
#[derive(Debug, Clone)]
pub struct Story {
    pub verdicts: Vec<Verdict>,
    /// Items of the Mức 4 list, where the school claims Mức 3.
    pub level4: Vec<(u8, bool)>,
    pub level: u8,
    pub deeds: Vec<Deed>,
}

/// From this many pieces of work on, a plan says something of every standard.
const A_LONG_PLAN: usize = 14;

/// The highest level reached; 0 for none, `None` where the school gives no verdict.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    pub criterion: Criterion,
    pub highest: u8,
    pub reached: Option<u8>,
}

/// One piece of work with what became of it.
#[derive(Debug, Clone)]
pub struct Deed {
    pub criterion: Option<Criterion>,
    pub further_criteria: Vec<Criterion>,
    pub target: String,
    pub task: String,
    pub lead: String,
    pub time: Time,
    pub money: Money,
    pub conditions: String,
    pub note: String,
    pub status: Status,
    pub late_stated: bool,
    pub done: String,
    pub ongoing: String,
    pub not_started: String,
    pub adjusted: String,
    /// 2026: indicator and evidence expected.
    pub indicator: String,
    pub evidence: String,
    pub planned: bool,
    pub reported: bool,
}

impl Story {
    pub fn new(rng: &mut Rng, catalogue: &Catalogue, bank: &[Work], kind: SchoolKind, year: SchoolYear, level: u8, count: usize) -> Self {
        let verdicts = if catalogue.is_of_2026() { verdicts_2026(rng, catalogue, level) } else { verdicts_2018(rng, catalogue, level) };
        let missed = rng.below(catalogue.level4.len().max(1));
        let level4 = match level {
            3 | 4 => {
                catalogue.level4.iter().enumerate().map(|(at, (item, _))| (*item, level == 4 || (at != missed && rng.chance(60)))).collect()
            }
            _ => Vec::new(),
        };
        let mut works: Vec<&Work> = bank.iter().filter(|work| work.suits(kind, catalogue.is_of_2026())).collect();
        works.retain(|work| level >= 3 || work.criterion.standard().is_some());
        rng.shuffle(&mut works);
        // Weak criteria come first; the sort is stable, so the rest stays shuffled.
        works.sort_by_key(|work| {
            verdicts.iter().find(|verdict| verdict.criterion == work.criterion).map_or(0, |verdict| verdict.reached.unwrap_or(0).min(2))
        });
        if count >= A_LONG_PLAN {
            for (standard, _) in catalogue.standards.iter().rev() {
                if let Some(at) = works.iter().position(|work| work.criterion.standard() == Some(*standard)) {
                    let work = works.remove(at);
                    works.insert(0, work);
                }
            }
        }
        works.truncate(count);
        works.sort_by_key(|work| work.criterion);
        let deeds = works.into_iter().map(|work| Deed::new(rng, work, year)).collect();
        Story { verdicts, level4, level, deeds }
    }

    /// What has become of it by the end of the year: most of what was due is done, some of it is put off, a criterion is gained or lost,
    /// one piece of work is told in other words, and one is not named any more. The level of the school stays.
    pub fn later(&mut self, rng: &mut Rng, catalogue: &Catalogue, as_of: Date) {
        let dropped = self.deeds.iter().position(|deed| deed.status == Status::NotStarted).filter(|_| rng.chance(50));
        if let Some(at) = dropped {
            self.deeds.remove(at);
        }
        for deed in self.deeds.iter_mut().filter(|deed| deed.status != Status::Completed) {
            match (deed.time.window.due, rng.below(10)) {
                (Some(due), 0..=5) if due < as_of => deed.status = Status::Completed,
                (Some(due), 6 | 7) if due < as_of => {
                    // Put off to the end of the school year.
                    let day = date(as_of.year(), 5, 31);
                    deed.time.text = format!("Hoàn thành trước ngày {}", day.strftime("%d/%m/%Y"));
                    deed.time.window.due = Some(day);
                    deed.time.window.start = None;
                    deed.time.window.flags.clear();
                    deed.status = Status::InProgress;
                }
                (_, 8) => deed.status = Status::InProgress,
                _ => {}
            }
        }
        if let Some(deed) = self.deeds.iter_mut().find(|deed| deed.status != Status::Completed) {
            deed.task = format!("Tiếp tục việc của học kỳ I: {}", deed.task);
        }
        let optional =
            |verdict: &&mut Verdict| catalogue.criteria.iter().any(|entry| entry.criterion == verdict.criterion && !entry.mandatory);
        if self.level == 1 {
            let gained = self.verdicts.iter_mut().filter(optional).find(|verdict| verdict.reached == Some(1));
            if let Some(verdict) = gained {
                verdict.reached = Some(2);
            }
            let lost = self.verdicts.iter_mut().filter(optional).rev().find(|verdict| verdict.reached == Some(2));
            if let Some(verdict) = lost.filter(|_| rng.chance(50)) {
                verdict.reached = Some(1);
            }
        }
    }

    pub fn assessments(&self) -> Vec<AssessmentTruth> {
        let mut truth = Vec::new();
        for verdict in &self.verdicts {
            for level in 1..=verdict.highest {
                let result = match verdict.reached {
                    None => Outcome::NotAssessed,
                    Some(reached) if reached >= level => Outcome::Met,
                    Some(_) => Outcome::Unmet,
                };
                truth.push(AssessmentTruth { criterion: verdict.criterion, level, result });
            }
        }
        for (item, met) in &self.level4 {
            let result = if *met { Outcome::Met } else { Outcome::Unmet };
            truth.push(AssessmentTruth { criterion: Criterion::Level4 { item: *item }, level: 4, result });
        }
        truth
    }

    /// Criteria met at `level`, and criteria that have it.
    pub fn met(&self, level: u8) -> (usize, usize) {
        let having = self.verdicts.iter().filter(|verdict| verdict.highest >= level);
        (having.clone().filter(|verdict| verdict.reached >= Some(level)).count(), having.count())
    }
}

/// How likely a criterion is weak: buildings, equipment and libraries hold schools back most.
fn weakness(criterion: Criterion) -> usize {
    match criterion {
        Criterion::Numbered { standard: 3, number: 5 | 6 } => 9,
        Criterion::Numbered { standard: 3, .. } => 5,
        Criterion::Numbered { standard: 2, number: 2 } => 6,
        Criterion::Numbered { standard: 4, number: 2 } | Criterion::Numbered { standard: 1, number: 1 } => 3,
        _ => 1,
    }
}

fn weak(rng: &mut Rng, entries: &[&Entry], count: usize) -> Vec<Criterion> {
    let mut weights: Vec<usize> = entries.iter().map(|entry| weakness(entry.criterion)).collect();
    let mut chosen = Vec::new();
    for _ in 0..count.min(entries.len()) {
        let at = rng.weighted(&weights);
        weights[at] = 0;
        chosen.push(entries[at].criterion);
    }
    chosen
}

/// Mức n: every criterion that has Mức n, and those below, met.
fn verdicts_2018(rng: &mut Rng, catalogue: &Catalogue, level: u8) -> Vec<Verdict> {
    let all: Vec<&Entry> = catalogue.criteria.iter().collect();
    let with_three: Vec<&Entry> = catalogue.criteria.iter().filter(|entry| entry.highest >= 3).collect();
    let amount = |rng: &mut Rng, first, last| rng.between(first, last).unsigned_abs() as usize;
    let unmet = if level == 0 { weak(rng, &all, 2) } else { Vec::new() };
    let count = amount(rng, 2, 5);
    let at_one = if level <= 1 { weak(rng, &all, count) } else { Vec::new() };
    let count = amount(rng, 4, 9);
    let at_two = if level <= 2 { weak(rng, &with_three, count) } else { Vec::new() };
    all.iter()
        .map(|entry| {
            let reached = match entry.criterion {
                criterion if unmet.contains(&criterion) => 0,
                criterion if at_one.contains(&criterion) => 1,
                criterion if at_two.contains(&criterion) => 2,
                _ => entry.highest,
            };
            Verdict { criterion: entry.criterion, highest: entry.highest, reached: Some(reached) }
        })
        .collect()
}

/// Mức 1: the mandatory ones and five of the others at 1. Mức 2: the mandatory ones and five of the others at 2, none below 1.
fn verdicts_2026(rng: &mut Rng, catalogue: &Catalogue, level: u8) -> Vec<Verdict> {
    let mandatory: Vec<&Entry> = catalogue.criteria.iter().filter(|entry| entry.mandatory).collect();
    let others: Vec<&Entry> = catalogue.criteria.iter().filter(|entry| !entry.mandatory).collect();
    let unmet = match level {
        0 => weak(rng, &mandatory, 1),
        1 => weak(rng, &others, 1),
        _ => Vec::new(),
    };
    let at_one = if level <= 1 { [weak(rng, &mandatory, 3), weak(rng, &others, 3)].concat() } else { weak(rng, &others, 2) };
    catalogue
        .criteria
        .iter()
        .map(|entry| {
            let reached = if unmet.contains(&entry.criterion) { 0 } else { 2 - u8::from(at_one.contains(&entry.criterion)) };
            Verdict { criterion: entry.criterion, highest: entry.highest, reached: Some(reached) }
        })
        .collect()
}

impl Deed {
    pub fn new(rng: &mut Rng, work: &Work, year: SchoolYear) -> Self {
        let number = rng.between(2, 19).to_string();
        let fill = |text: &str| text.replace("{n}", &number);
        let time = Time::any(rng, year);
        let as_of = date(year.second(), 1, 10);
        let status = status(rng, &time, as_of);
        let money = Money::of(rng, work.millions);
        let conditions = ["", "Không", "Không có", "Sự phối hợp của cha mẹ học sinh", "Sự hỗ trợ của địa phương", ""];
        let conditions = (*rng.pick(&conditions)).to_owned();
        let mut deed = Deed {
            criterion: Some(work.criterion),
            further_criteria: Vec::new(),
            target: fill(&work.target),
            task: fill(&work.task),
            lead: work.lead.clone(),
            time,
            money,
            conditions,
            note: String::new(),
            status,
            late_stated: false,
            done: String::new(),
            ongoing: String::new(),
            not_started: String::new(),
            adjusted: String::new(),
            indicator: fill(&work.done),
            evidence: fill(&work.ongoing),
            planned: true,
            reported: true,
        };
        deed.tell(rng, &fill(&work.done), &fill(&work.ongoing), as_of);
        deed
    }

    /// Fills the three columns of the result form so that they mean the status.
    fn tell(&mut self, rng: &mut Rng, done: &str, ongoing: &str, as_of: Date) {
        let past_due = self.time.window.due.is_some_and(|due| due < as_of);
        let (done, ongoing, not_started) = match self.status {
            Status::Completed => match rng.below(9) {
                0 => (done, "Tiếp tục duy trì", "Không có"),
                1 => ("Hoàn thành", "", ""),
                2 => ("x", "", ""),
                3 => (done, "", ""),
                4 => (done, "", "KHông"),
                5 => (done, "", "-"),
                _ => (done, "", "Không"),
            },
            Status::InProgress if past_due && rng.chance(55) => {
                self.late_stated = true;
                let reasons = [
                    "Chậm so với kế hoạch do thiếu kinh phí",
                    "Chưa kịp tiến độ vì chờ phê duyệt",
                    "Chậm so với kế hoạch do chưa chọn được nhà thầu",
                    "Chậm tiến độ do thời tiết mưa nhiều",
                ];
                ("", *rng.pick(&reasons), "")
            }
            Status::InProgress => match rng.below(4) {
                0 => ("", "Đang thực hiện", ""),
                1 => ("Đã xây dựng kế hoạch thực hiện", ongoing, "Không"),
                2 => ("", ongoing, "Không"),
                _ => ("", ongoing, ""),
            },
            Status::NotStarted => match rng.below(4) {
                0 => ("Không", "Không", "Chưa thực hiện do chưa có kinh phí"),
                1 => ("", "", self.task.as_str()),
                2 => ("", "", "x"),
                _ => ("", "", "Chưa triển khai"),
            },
            Status::NoReport => match rng.below(8) {
                0 => ("", "", ""),
                1 => ("Không", "Không", "Không"),
                2 => ("", "", "Không"),
                3 => ("-", "-", "-"),
                _ => {
                    self.reported = false;
                    ("", "", "")
                }
            },
        };
        let (done, ongoing, not_started) = (done.to_owned(), ongoing.to_owned(), not_started.to_owned());
        (self.done, self.ongoing, self.not_started) = (done, ongoing, not_started);
        if self.status == Status::InProgress && rng.chance(12) {
            self.adjusted = format!("{} (điều chỉnh: chia làm hai đợt)", self.task);
        }
    }

    pub fn band(&self) -> Option<LevelBand> {
        Some(match self.criterion? {
            Criterion::Numbered { .. } => LevelBand::OneToThree,
            Criterion::Level4 { .. } => LevelBand::Four,
        })
    }

    /// Nothing is reported of it: the school sent no result form, or left the row out.
    pub fn unreported(&mut self) {
        self.status = Status::NoReport;
        self.late_stated = false;
        self.reported = false;
    }

    pub fn truth(&self) -> ActionTruth {
        ActionTruth {
            standard: self.criterion.and_then(Criterion::standard),
            criterion: self.criterion,
            further_criteria: self.further_criteria.clone(),
            level_band: self.band(),
            target: self.target.clone(),
            task: self.task.clone(),
            lead: self.lead.clone(),
            time_text: self.time.text.trim().to_owned(),
            window: self.time.window.clone(),
            cost_text: self.money.text.clone(),
            cost: self.money.cost.clone(),
            status: self.status,
            late_stated: self.late_stated,
            planned: self.planned,
            reported: self.reported,
        }
    }
}

fn status(rng: &mut Rng, time: &Time, as_of: Date) -> Status {
    let weights = match (time.window.kind, time.window.due) {
        (WindowKind::Span, Some(due)) if due < as_of => [58, 21, 12, 9],
        (WindowKind::Conditional, _) => [10, 20, 60, 10],
        _ => [22, 48, 20, 10],
    };
    Status::ALL[rng.weighted(&weights)]
}
