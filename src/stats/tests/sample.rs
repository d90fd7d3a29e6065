//! Two small frameworks, and records to write readings with.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use crate::dataset::Question;
use crate::framework::{CriterionInfo, Framework, Frameworks, Level4Item, LevelRule, Requirement, Scope, Standard};
use crate::model::{
    Action, Address, Assessment, Calendars, Cost, Criterion, FormKind, Origin, Outcome, Period, ReceivedFrom, School, SchoolKind,
    SchoolYear, State, Status, Submission, Window, WindowKind,
};

pub const DEADLINE: Date = date(2024, 1, 10);

/// `one`: criteria 1.1 (Mức 1-3), 1.10 (Mức 1-2), 2.1 (Mức 1-3) and two items of Mức 4; `two`: 1.1 (Mức 1-2) and no Mức 4.
pub fn frameworks() -> Frameworks {
    let one = framework("one", &[1, 2], &[("1.1", 3), ("1.10", 2), ("2.1", 3)], 2, 4);
    let two = framework("two", &[1], &[("1.1", 2)], 0, 2);
    Frameworks { all: vec![one, two], calendars: Calendars::default() }
}

fn framework(id: &str, standards: &[u8], criteria: &[(&str, u8)], items: u8, levels: u8) -> Framework {
    let all = |level: u8| Requirement {
        of: if level == 4 { Scope::Level4 } else { Scope::All },
        at: level,
        at_least: None,
        unassessed_is_unmet: level == 4,
    };
    let info = |(code, highest): &(&str, u8)| CriterionInfo {
        criterion: criterion(code),
        title: format!("Tiêu chí {code}"),
        levels: (1..=*highest).collect(),
        mandatory: false,
        indicators: Vec::new(),
    };
    Framework {
        id: id.to_owned(),
        family: id.to_owned(),
        circular: String::new(),
        title: String::new(),
        kinds: vec![SchoolKind::Thcs],
        schools: None,
        in_force_from: date(2018, 10, 10),
        in_force_to: None,
        default_from_year: None,
        target_level: 2,
        standards: standards.iter().map(|number| Standard { number: *number, title: format!("Tiêu chuẩn {number}") }).collect(),
        criteria: criteria.iter().map(info).collect(),
        level4: (1..=items).map(|item| Level4Item { item, title: format!("Khoản {item}") }).collect(),
        rules: (1..=levels).map(|level| LevelRule { level, require: vec![all(level)] }).collect(),
        judged_at_least: None,
    }
}

pub fn question() -> Question {
    Question {
        school_year: SchoolYear::new(2023).expect("a school year"),
        period: Period::Hk1,
        as_of: DEADLINE,
        deadline: DEADLINE,
        expected: true,
    }
}

pub fn criterion(code: &str) -> Criterion {
    code.parse().expect("a code")
}

pub fn school(id: &str, framework: Option<&str>, registered: bool) -> School {
    School {
        id: id.to_owned(),
        name: format!("Trường {id}"),
        kind: Some(SchoolKind::Thcs),
        commune: String::new(),
        cluster: String::new(),
        aliases: Vec::new(),
        accreditation: None,
        national_standard: None,
        recognised_on: None,
        target_level: None,
        framework: framework.map(str::to_owned),
        registered,
        geography: Default::default(),
        lineage: Default::default(),
    }
}

pub fn submission(file: &str, school_id: &str, state: State, forms: &[FormKind], received_on: Option<Date>) -> Submission {
    Submission {
        file: file.into(),
        sha256: String::new(),
        school_ids: BTreeSet::from([school_id.to_owned()]),
        forms: forms.iter().copied().collect(),
        received_on,
        received_from: ReceivedFrom::Intake,
        state,
    }
}

pub fn origin(school_id: &str, row: u32) -> Origin {
    Origin { file: format!("{school_id}.xlsx").into(), sheet: "KH".into(), cell: Address::new(row, 1) }
}

pub fn assessment(school_id: &str, framework: &str, code: &str, level: u8, result: Outcome, row: u32) -> Assessment {
    Assessment {
        school_id: school_id.to_owned(),
        framework: framework.to_owned(),
        criterion: criterion(code),
        level,
        result,
        mark: "x".to_owned(),
        origin: origin(school_id, row),
    }
}

pub fn action(school_id: &str, framework: &str, code: Option<&str>, status: Status, due: Option<Date>, row: u32) -> Action {
    Action {
        school_id: school_id.to_owned(),
        framework: framework.to_owned(),
        standard: None,
        criterion: code.map(criterion),
        level_band: None,
        target: String::new(),
        task: format!("Việc {row}"),
        lead: "Hiệu trưởng".to_owned(),
        time_text: String::new(),
        window: Window {
            kind: if due.is_some() { WindowKind::Span } else { WindowKind::Recurring },
            start: None,
            due,
            flags: BTreeSet::new(),
        },
        cost_text: String::new(),
        cost: Cost::default(),
        conditions: String::new(),
        note: String::new(),
        adjusted: String::new(),
        done_text: String::new(),
        ongoing_text: String::new(),
        reported_time: String::new(),
        not_started_text: String::new(),
        status,
        late_stated: false,
        origin: origin(school_id, row),
        result_origin: None,
    }
}
