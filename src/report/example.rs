//! For tests: an invented district of any size in, its reading and its figures out, the figures counted here by plain loops.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::{Options, Signature, Source};
use crate::finding::{Asked, Finding, Rule, Severity};
use crate::framework::Frameworks;
use crate::model::{
    Action, Address, Assessment, Cost, CostKind, CostSource, Criterion, FormKind, Lateness, Origin, Outcome, Period, ReceivedFrom, School,
    SchoolKind, State, Status, Submission, Window, WindowFlag, WindowKind,
};
use crate::reading::Reading;
use crate::stats::{
    ActionCounts, CostFigures, CriterionFigures, FindingCounts, Forms, Lagging, LevelCounts, OriginFigure, Overdue, Reported, SCHEMA,
    SchoolFigures, StandardFigures, Statistics, SubmissionCounts, UnitName,
};

pub const AS_OF: Date = date(2024, 1, 10);
const TARGET: u8 = 2;

static EMPTY_FILE: Rule = Rule {
    id: "F01",
    severity: Severity::Error,
    title: "Tệp rỗng",
    message: "Tệp rỗng (0 byte).",
    remedy: "Hãy đề nghị trường gửi lại.",
    asked: Asked::AsOffice,
};

pub struct Example {
    pub reading: Reading,
    pub statistics: Statistics,
    pub frameworks: Frameworks,
}

impl Example {
    pub fn source(&self) -> Source<'_> {
        let signature = Signature { place: "Hoa Sơn", title: "TRƯỞNG PHÒNG", name: "Nguyễn Văn A" };
        let options = Options { file_base: Some("../bao-cao".to_owned()), ..Options::default() };
        Source {
            statistics: &self.statistics,
            reading: &self.reading,
            frameworks: &self.frameworks,
            signature,
            target_level: &|_| TARGET,
            changes: None,
            periods: &[],
            options,
            provenance: Vec::new(),
        }
    }
}

/// Every twelfth school sends nothing, another sends what nobody can read, some come late.
pub fn district(schools: usize) -> Example {
    let frameworks = Frameworks::load(None).expect("the built-in frameworks are sound");
    let mut reading = Reading::default();
    for number in 0..schools {
        add_school(&mut reading, &frameworks, number);
    }
    reading.sort();
    let statistics = count(&reading, &frameworks);
    Example { reading, statistics, frameworks }
}

fn standing(number: usize) -> Reported {
    match number % 12 {
        5 => Reported::Missing,
        9 => Reported::Unreadable,
        2 | 7 => Reported::Late,
        _ => Reported::OnTime,
    }
}

/// Spreads numbers without chance.
fn mixed(parts: &[usize]) -> usize {
    parts.iter().fold(17, |sum, part| (sum * 31 + part * 7 + 3) % 10_007)
}

fn add_school(reading: &mut Reading, frameworks: &Frameworks, number: usize) {
    let kinds = [
        (SchoolKind::MamNon, "tt19-2018", "mầm non"),
        (SchoolKind::TieuHoc, "tt17-2018", "tiểu học"),
        (SchoolKind::Thcs, "tt18-2018", "THCS"),
    ];
    let names = ["Hoa Sen", "Ánh Dương", "Đồng Tiến", "Lê Quý Đôn", "Nguyễn Bỉnh Khiêm", "Sơn Ca", "Bình Minh"];
    let communes = ["Xã Hòa An", "Xã Đại Lộc", "Phường 1", "Thị trấn Núi Thành"];
    let (kind, framework, words) = kinds[number % 3];
    let id = format!("{:08}", 1_200_000 + number);
    let file: std::sync::Arc<str> = format!("{}/{id}.xlsx", kind.code()).into();
    reading.schools.push(School {
        id: id.clone(),
        name: format!("Trường {words} {} {}", names[number % 7], number / 7 + 1),
        kind: Some(kind),
        commune: communes[number % 4].to_owned(),
        cluster: String::new(),
        aliases: Vec::new(),
        accreditation: (!number.is_multiple_of(4)).then_some((number % 4) as u8),
        national_standard: [None, None, Some(1), Some(2)][number % 4],
        recognised_on: (!number.is_multiple_of(4)).then(|| date(2018 + (number % 6) as i16, 12, 20)),
        target_level: None,
        framework: Some(framework.to_owned()),
        registered: true,
        geography: Default::default(),
        lineage: Default::default(),
    });
    let standing = standing(number);
    if standing == Reported::Missing {
        return;
    }
    let (forms, state) = match standing {
        Reported::Unreadable => (BTreeSet::new(), State::Rejected),
        _ => (BTreeSet::from([FormKind::Plan, FormKind::Result, FormKind::Assessment]), State::Accepted),
    };
    reading.submissions.push(Submission {
        file: file.clone(),
        sha256: format!("{:064x}", number * 7919 + 1),
        school_ids: BTreeSet::from([id.clone()]),
        forms,
        received_on: Some(if standing == Reported::Late { date(2024, 1, 12) } else { date(2024, 1, 8) }),
        received_from: ReceivedFrom::Intake,
        state,
    });
    if standing == Reported::Unreadable {
        reading.findings.push(Finding::new(&EMPTY_FILE).of_school(&id).in_file(&file));
        return;
    }
    let framework = frameworks.get(framework).expect("a built-in framework");
    for (row, info) in framework.criteria.iter().enumerate() {
        let weak = if mixed(&[number, row]).is_multiple_of(19) { mixed(&[row]) as u8 % 2 } else { 3 };
        let reached = weak.min([3, 2, 2, 3][number % 4]);
        for level in &info.levels {
            let origin = Origin { file: file.clone(), sheet: "TĐG".into(), cell: Address::new(row as u32 + 8, 2 + u32::from(*level)) };
            let result = match (mixed(&[row, number]) + number) % 37 {
                0 => Outcome::NotAssessed,
                _ if *level <= reached => Outcome::Met,
                _ => Outcome::Unmet,
            };
            reading.assessments.push(Assessment {
                school_id: id.clone(),
                framework: framework.id.clone(),
                criterion: info.criterion,
                level: *level,
                result,
                mark: if result == Outcome::NotAssessed { String::new() } else { "x".to_owned() },
                origin,
            });
        }
    }
    for row in 0..8 {
        reading.actions.push(action(
            &id,
            &file,
            framework.id.as_str(),
            framework.criteria[mixed(&[number, row, 5]) % framework.criteria.len()].criterion,
            number,
            row,
        ));
    }
}

fn action(school_id: &str, file: &std::sync::Arc<str>, framework: &str, criterion: Criterion, number: usize, row: usize) -> Action {
    let works = [
        "Bổ sung kế hoạch phát triển nhà trường giai đoạn 2021-2025, công khai trên trang thông tin điện tử và niêm yết tại bảng tin",
        "=HYPERLINK(\"http://example.invalid\",\"Mua máy tính\")",
        "- Sửa chữa nhà vệ sinh học sinh; cải tạo sân chơi, bãi tập bảo đảm an toàn",
        "Bồi dưỡng giáo viên về ứng dụng công nghệ thông tin trong dạy học",
    ];
    let status = Status::ALL[mixed(&[number, row, 1]) % 4];
    let choice = mixed(&[number, row, 2]) % 7;
    let due = AS_OF.saturating_add([-200, -45, -10, 5, 20, 120, 0][choice].days());
    let kind = if choice == 6 { [WindowKind::Recurring, WindowKind::Unknown][number % 2] } else { WindowKind::Span };
    let window = Window {
        kind,
        start: None,
        due: (kind == WindowKind::Span).then_some(due),
        flags: if row.is_multiple_of(3) { BTreeSet::from([WindowFlag::YearInferred]) } else { BTreeSet::new() },
    };
    let cost = match row % 4 {
        0 => Cost {
            kind: CostKind::Amount,
            amount_vnd: Some(5_000_000 * (row as i64 + 1)),
            sources: BTreeSet::from([CostSource::Budget]),
            ..Cost::default()
        },
        1 => Cost { kind: CostKind::SourceOnly, amount_vnd: None, sources: BTreeSet::from([CostSource::Socialised]), ..Cost::default() },
        2 => Cost { kind: CostKind::Amount, amount_vnd: Some(1_500_000), ..Cost::default() },
        _ => Cost::default(),
    };
    let ongoing = if status == Status::InProgress {
        "Đang triển khai, chậm do chưa được bố trí kinh phí sửa chữa trong năm"
    } else {
        ""
    };
    Action {
        school_id: school_id.to_owned(),
        framework: framework.to_owned(),
        standard: criterion.standard(),
        criterion: Some(criterion),
        level_band: None,
        target: "Duy trì kết quả đã đạt".to_owned(),
        task: works[mixed(&[number, row, 3]) % 4].to_owned(),
        lead: "Hiệu trưởng, tổ trưởng chuyên môn".to_owned(),
        time_text: window.due.map_or_else(|| "Thường xuyên".to_owned(), |due| format!("đến ngày {}", super::wording::date(due))),
        window,
        cost_text: if row % 4 == 1 { "Xã hội hóa".to_owned() } else { String::new() },
        cost,
        conditions: String::new(),
        note: String::new(),
        adjusted: String::new(),
        done_text: if status == Status::Completed { "Đã hoàn thành".to_owned() } else { String::new() },
        ongoing_text: ongoing.to_owned(),
        reported_time: String::new(),
        not_started_text: if status == Status::NotStarted { "Chờ phê duyệt".to_owned() } else { String::new() },
        status,
        late_stated: false,
        origin: Origin { file: file.clone(), sheet: "KH".into(), cell: Address::new(row as u32 + 12, 1) },
        result_origin: (status != Status::NoReport).then(|| Origin {
            file: file.clone(),
            sheet: "KQ".into(),
            cell: Address::new(row as u32 + 9, 4),
        }),
    }
}

fn counted<'a>(actions: impl IntoIterator<Item = &'a Action>) -> ActionCounts {
    let mut counts = ActionCounts::default();
    for action in actions {
        counts.total += 1;
        *match action.status {
            Status::Completed => &mut counts.completed,
            Status::InProgress => &mut counts.in_progress,
            Status::NotStarted => &mut counts.not_started,
            Status::NoReport => &mut counts.no_report,
        } += 1;
        match action.lateness(AS_OF) {
            Lateness::Certain => counts.overdue += 1,
            Lateness::Possible => counts.possibly_overdue += 1,
            Lateness::Undetermined => counts.undetermined += 1,
            Lateness::No => {}
        }
    }
    counts
}

fn count(reading: &Reading, frameworks: &Frameworks) -> Statistics {
    let number = |school: &School| school.id.parse::<usize>().expect("an invented code") - 1_200_000;
    let outcome = |school: &School, criterion: Criterion, level: u8| {
        let row = reading.assessments.iter().find(|row| row.school_id == school.id && row.criterion == criterion && row.level == level);
        row.map_or(Outcome::NotAssessed, |row| row.result)
    };
    let by_school: Vec<SchoolFigures> = reading
        .schools
        .iter()
        .map(|school| {
            let submission = standing(number(school));
            let framework = school.framework.as_deref().and_then(|id| frameworks.get(id)).expect("a built-in framework");
            let met = |level: u8| framework.criteria.iter().filter(|info| outcome(school, info.criterion, level) == Outcome::Met).count();
            let of = |level: u8| framework.criteria.iter().filter(|info| info.levels.contains(&level)).count();
            let errors = reading.findings.iter().filter(|finding| finding.school_id.as_deref() == Some(&school.id)).count();
            SchoolFigures {
                school_id: school.id.clone(),
                name: school.name.clone(),
                kind: school.kind,
                framework: school.framework.clone(),
                submission,
                forms: Forms { plan: submission.counts(), result: submission.counts(), assessment: submission.counts(), evidence: false },
                criteria_met: if submission.counts() {
                    (1..=3).map(|level| (level, (met(level), of(level)))).collect()
                } else {
                    BTreeMap::new()
                },
                level: if submission.counts() {
                    framework.school_level(|criterion, level| outcome(school, criterion, level))
                } else {
                    None
                },
                declared_level: submission.counts().then_some(1),
                actions: counted(reading.actions.iter().filter(|action| action.school_id == school.id)),
                findings: FindingCounts { error: errors, warning: 0, info: 0 },
            }
        })
        .collect();
    let (mut by_criterion, mut by_standard, mut lagging) = (Vec::new(), Vec::new(), Vec::new());
    for framework in &frameworks.all {
        let schools: Vec<&School> = reading.schools.iter().filter(|school| school.framework.as_deref() == Some(&framework.id)).collect();
        if schools.is_empty() {
            continue;
        }
        let reported: Vec<&School> = schools.iter().copied().filter(|school| standing(number(school)).counts()).collect();
        let of_standard = |standard: u8| framework.criteria.iter().filter(move |info| info.criterion.standard() == Some(standard));
        let late = |school: &School, criterion: Criterion| {
            reading.actions.iter().any(|action| {
                action.school_id == school.id && action.criterion == Some(criterion) && action.lateness(AS_OF) == Lateness::Certain
            })
        };
        let unmet = |school: &School, criterion: Criterion| (1..=TARGET).any(|level| outcome(school, criterion, level) == Outcome::Unmet);
        for info in &framework.criteria {
            let criterion = info.criterion;
            let affected = reported.iter().filter(|school| unmet(school, criterion) || late(school, criterion)).count();
            by_criterion.push(CriterionFigures {
                framework: framework.id.clone(),
                criterion,
                title: info.title.clone(),
                levels: info
                    .levels
                    .iter()
                    .map(|level| (*level, levels(&schools, &reported, |school| outcome(school, criterion, *level))))
                    .collect(),
                actions: counted(
                    reading.actions.iter().filter(|action| action.framework == framework.id && action.criterion == Some(criterion)),
                ),
                schools_affected: affected,
                schools_reported: reported.len(),
            });
            if affected > 0 {
                lagging.push(Lagging {
                    rank: 0,
                    framework: framework.id.clone(),
                    criterion,
                    schools_affected: affected,
                    schools_reported: reported.len(),
                    unmet: reported.iter().filter(|school| unmet(school, criterion)).count(),
                    overdue: reported.iter().filter(|school| late(school, criterion)).count(),
                });
            }
        }
        for standard in &framework.standards {
            let mut sums: BTreeMap<u8, LevelCounts> = BTreeMap::new();
            for figures in by_criterion
                .iter()
                .filter(|figures| figures.framework == framework.id && figures.criterion.standard() == Some(standard.number))
            {
                for (level, counts) in &figures.levels {
                    let sum = sums.entry(*level).or_default();
                    sum.met += counts.met;
                    sum.unmet += counts.unmet;
                    sum.not_assessed += counts.not_assessed;
                    sum.not_reported += counts.not_reported;
                }
            }
            by_standard.push(StandardFigures {
                framework: framework.id.clone(),
                standard: standard.number,
                title: standard.title.clone(),
                levels: sums,
                actions: counted(
                    reading.actions.iter().filter(|action| action.framework == framework.id && action.standard == Some(standard.number)),
                ),
                schools_affected: reported
                    .iter()
                    .filter(|school| of_standard(standard.number).any(|info| unmet(school, info.criterion) || late(school, info.criterion)))
                    .count(),
                schools_reported: reported.len(),
            });
        }
    }
    lagging.sort_by(|a, b| {
        (b.schools_affected * a.schools_reported, b.schools_affected, &a.framework, a.criterion).cmp(&(
            a.schools_affected * b.schools_reported,
            a.schools_affected,
            &b.framework,
            b.criterion,
        ))
    });
    for (index, figures) in lagging.iter_mut().enumerate() {
        figures.rank = index + 1;
    }
    let tally = |wanted: Reported| by_school.iter().filter(|figures| figures.submission == wanted).count();
    Statistics {
        by_unit: Vec::new(),
        by_group: Vec::new(),
        missing_units: Vec::new(),
        schema: SCHEMA.to_owned(),
        unit: UnitName {
            name: "Phòng Giáo dục và Đào tạo huyện Hoa Sơn".to_owned(),
            level: "phong".to_owned(),
            parent: "UBND huyện Hoa Sơn".to_owned(),
        },
        school_year: "2023-2024".parse().expect("a school year"),
        period: Period::Hk1,
        as_of: AS_OF,
        target_level: Default::default(),
        schools: SubmissionCounts {
            expected: Some(by_school.len()),
            reported: tally(Reported::OnTime) + tally(Reported::Late),
            on_time: tally(Reported::OnTime),
            late: tally(Reported::Late),
            missing: tally(Reported::Missing),
            unreadable: tally(Reported::Unreadable),
        },
        by_school,
        by_criterion,
        by_standard,
        actions: counted(&reading.actions),
        overdue: overdue(reading),
        lagging,
        cost: cost(reading),
    }
}

fn levels(schools: &[&School], reported: &[&School], outcome: impl Fn(&School) -> Outcome) -> LevelCounts {
    let tally = |wanted: Outcome| reported.iter().filter(|school| outcome(school) == wanted).count();
    LevelCounts {
        met: tally(Outcome::Met),
        unmet: tally(Outcome::Unmet),
        not_assessed: tally(Outcome::NotAssessed),
        not_reported: schools.len() - reported.len(),
    }
}

fn overdue(reading: &Reading) -> Vec<Overdue> {
    let late = reading
        .actions
        .iter()
        .filter_map(|action| action.days_overdue(AS_OF).zip(action.window.due).map(|(days, due)| (action, days, due)));
    late.map(|(action, days_overdue, due)| Overdue {
        school_id: action.school_id.clone(),
        criterion: action.criterion,
        task: action.task.clone(),
        lead: action.lead.clone(),
        due,
        days_overdue,
        certainty: action.lateness(AS_OF),
        status: action.status,
        origin: OriginFigure {
            file: action.origin.file.to_string(),
            sheet: action.origin.sheet.to_string(),
            cell: action.origin.cell.to_string(),
        },
    })
    .collect()
}

fn cost(reading: &Reading) -> CostFigures {
    let mut figures = CostFigures::default();
    for action in &reading.actions {
        let Some(vnd) = action.cost.amount_vnd else { continue };
        let source = if action.cost.sources.is_empty() { "unstated" } else { "budget" };
        figures.total_vnd += vnd;
        *figures.by_source.entry(source.to_owned()).or_default() += vnd;
    }
    figures
}
