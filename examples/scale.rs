//! Writes the outputs of many invented units, to measure a roll-up: `cargo run --example scale -- UNITS SCHOOLS-EACH DIR`.
//!
//! Made as tables, not read from workbooks: per school about 45 rows of self-assessment and 12 pieces of work.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use ctcl::dataset::{Dataset, Question, Stamp, stamp};
use ctcl::framework::Frameworks;
use ctcl::model::{
    Action, Address, Assessment, Cost, CostKind, FormKind, Origin, Outcome, Period, ReceivedFrom, School, SchoolKind, SchoolYear, State,
    Status, Submission, UnitName, Window, WindowKind,
};
use ctcl::reading::Reading;
use ctcl::{stats, write};
use jiff::civil::date;

const WORKS: usize = 12;

fn main() -> Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [units, schools, folder] = given.as_slice() else { anyhow::bail!("usage: scale UNITS SCHOOLS-EACH DIR") };
    let (units, schools): (usize, usize) = (units.parse()?, schools.parse()?);
    let frameworks = Frameworks::load(None)?;
    for unit in 0..units {
        write_unit(&Path::new(folder).join(format!("don-vi-{unit:04}")), unit, schools, &frameworks)?;
    }
    Ok(())
}

fn write_unit(folder: &Path, unit: usize, schools: usize, frameworks: &Frameworks) -> Result<()> {
    let as_of = date(2024, 1, 10);
    let school_year = SchoolYear::new(2023).context("a school year")?;
    let question = Question { school_year, period: Period::Hk1, as_of, deadline: as_of, expected: true };
    let name =
        UnitName { name: format!("Đơn vị {unit:04}"), level: "xa".to_owned(), parent: "Sở GD&ĐT tỉnh Ngàn Hoa".to_owned() };
    let mut reading = Reading::default();
    for number in 0..schools {
        add_school(&mut reading, unit * schools + number, frameworks)?;
    }
    let dataset = Dataset::new(&reading, &question).compiled_by(&name);
    let statistics = stats::compute(&dataset, frameworks, |_| 2, name.clone(), &question)?;
    let tables: Vec<(&str, Vec<u8>)> =
        dataset.tables().into_iter().map(|(name, table)| Ok((name, write::parquet::to_bytes(table)?))).collect::<Result<_>>()?;
    let used = dataset.frameworks()?.into_iter();
    let used = used.filter_map(|id| frameworks.get(&id).map(|framework| (id.clone(), framework.fingerprint()))).collect();
    let data = folder.join("du-lieu");
    fs::create_dir_all(&data)?;
    for (name, bytes) in &tables {
        fs::write(data.join(format!("{name}.parquet")), bytes)?;
    }
    fs::write(data.join(stamp::FILE_NAME), write::json::to_bytes(&Stamp::of_report(name, &question, used, &tables))?)?;
    fs::write(folder.join("thong-ke.json"), write::json::to_bytes(&statistics)?)?;
    Ok(())
}

fn add_school(reading: &mut Reading, number: usize, frameworks: &Frameworks) -> Result<()> {
    let (kind, id) = [(SchoolKind::MamNon, "tt19-2018"), (SchoolKind::TieuHoc, "tt17-2018"), (SchoolKind::Thcs, "tt18-2018")][number % 3];
    let framework = frameworks.get(id).context("a framework")?;
    let school_id = format!("{:08}", 10_000_000 + number);
    let file: Arc<str> = format!("{school_id}.xlsx").into();
    let origin = |row: usize| Origin { file: Arc::clone(&file), sheet: "KH".into(), cell: Address::new(row as u32, 1) };
    reading.schools.push(School {
        id: school_id.clone(),
        name: format!("Trường {} số {number}", kind.title()),
        kind: Some(kind),
        commune: format!("Xã {}", number / 12),
        cluster: format!("Cụm {}", number % 7),
        aliases: Vec::new(),
        accreditation: (!number.is_multiple_of(4)).then_some((number % 4) as u8),
        national_standard: (number % 5 == 1).then_some(1),
        recognised_on: (!number.is_multiple_of(4)).then(|| date(2019 + (number % 5) as i16, 3, 20)),
        target_level: None,
        framework: Some(id.to_owned()),
        registered: true,
        geography: Default::default(),
        lineage: Default::default(),
    });
    if number % 12 == 5 {
        return Ok(());
    }
    reading.submissions.push(Submission {
        file: Arc::clone(&file),
        sha256: String::new(),
        school_ids: [school_id.clone()].into(),
        forms: [FormKind::Plan, FormKind::Result, FormKind::Assessment].into(),
        received_on: Some(date(2024, 1, 1 + (number % 14) as i8)),
        received_from: ReceivedFrom::Document,
        state: State::Accepted,
    });
    for (row, info) in framework.criteria.iter().enumerate() {
        for level in &info.levels {
            let met = (number + row * 7) % 11 > usize::from(*level) * 2;
            reading.assessments.push(Assessment {
                school_id: school_id.clone(),
                framework: id.to_owned(),
                criterion: info.criterion,
                level: *level,
                result: if met { Outcome::Met } else { Outcome::Unmet },
                mark: "x".to_owned(),
                origin: origin(row + 9),
            });
        }
    }
    for work in 0..WORKS {
        let info = &framework.criteria[(number + work * 5) % framework.criteria.len()];
        let due = date(2023, 9 + (work % 4) as i8, 28);
        reading.actions.push(Action {
            school_id: school_id.clone(),
            framework: id.to_owned(),
            standard: info.criterion.standard(),
            criterion: Some(info.criterion),
            level_band: None,
            target: "Đạt Mức 2 vào cuối năm học, có minh chứng đầy đủ".to_owned(),
            task: format!("Bổ sung trang thiết bị dạy học, rà soát hồ sơ và cải tạo phòng học đợt {work} của trường số {number}"),
            lead: "Hiệu trưởng, tổ chuyên môn".to_owned(),
            time_text: "Tháng 9 đến tháng 12/2023".to_owned(),
            window: Window { kind: WindowKind::Span, start: None, due: Some(due), ..Window::default() },
            cost_text: "25 triệu đồng".to_owned(),
            cost: Cost { kind: CostKind::Amount, amount_vnd: Some(25_000_000), ..Cost::default() },
            conditions: String::new(),
            note: String::new(),
            adjusted: String::new(),
            done_text: if work % 3 == 0 { "Đã hoàn thành, đưa vào sử dụng".to_owned() } else { String::new() },
            ongoing_text: if work % 3 == 1 { "Đang triển khai".to_owned() } else { String::new() },
            reported_time: String::new(),
            not_started_text: String::new(),
            status: [Status::Completed, Status::InProgress, Status::NoReport][work % 3],
            late_stated: false,
            origin: origin(work + 60),
            result_origin: None,
        });
    }
    Ok(())
}
