//! A unit with its schools in, its folder on disk out, and the truth about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use ctcl::model::State;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalogue::Catalogues;
use crate::parcel::{FOLDER, Parcel};
use crate::register::{self, Former, Standing};
use crate::school::{Profile, Unit};
use crate::truth::{Reported, SchoolTruth, Truth};
use crate::work::Work;
use crate::workbook;
use crate::{commune, district};

/// What all schools are drawn from.
pub struct Stock {
    pub catalogues: Catalogues,
    pub bank: Vec<Work>,
}

/// The settings that are not the same for every unit.
pub struct Office {
    pub level: &'static str,
    pub parent: &'static str,
    pub place: &'static str,
    pub signatory: &'static str,
    /// `.xlsx` or `.csv`.
    pub register: &'static str,
    /// Schools that are no more but stand in its register.
    pub former: &'static [Former],
}

/// Every file of the unit, and what is true of it.
pub fn write(folder: &Path, unit: &Unit, office: &Office, schools: &[(Profile, Standing)], stock: &Stock) -> Result<(Truth, Vec<Parcel>)> {
    let reports = folder.join(FOLDER);
    if reports.exists() {
        fs::remove_dir_all(&reports).with_context(|| reports.display().to_string())?;
    }
    fs::create_dir_all(&reports).with_context(|| reports.display().to_string())?;

    let mut parcels: Vec<Parcel> = Vec::new();
    let mut bundled = Vec::new();
    let mut truths = Vec::new();
    let mut intake = Vec::new();
    for (profile, _) in schools {
        let catalogue = stock.catalogues.of(profile.kind, unit.year);
        if profile.works == 0 {
            truths.push(nothing(profile, &catalogue.id, Reported::Missing));
            continue;
        }
        let written = profile.write(unit, catalogue, &stock.bank)?;
        let mut own = Vec::new();
        for (file, book) in &written.books {
            own.push(Parcel {
                file: file.clone(),
                bytes: workbook::bytes(book)?,
                school_ids: vec![profile.code.clone()],
                state: State::Accepted,
                modified: Some(book.modified),
                shows: shows(profile, unit),
            });
        }
        let is_district = unit.folder == district::unit().folder;
        if is_district {
            own = district::mix_up(profile, own, || {
                let older = Profile { works: profile.works - 3, modified: district::OLD_VERSION, ..profile.clone() };
                let older = older.write(unit, catalogue, &stock.bank)?;
                workbook::bytes(&older.books.first().context("a school with files")?.1)
            })?;
        }
        if let Some(day) = profile.intake {
            intake.extend(
                own.iter().filter(|parcel| parcel.state == State::Accepted).map(|parcel| (parcel.file.clone(), profile.code.clone(), day)),
            );
        }
        let readable = own.iter().any(|parcel| parcel.state == State::Accepted);
        truths.push(if readable { written.truth } else { nothing(profile, &catalogue.id, Reported::Unreadable) });
        if is_district && district::BUNDLED.contains(&profile.name.as_str()) {
            bundled.extend(own);
        } else {
            parcels.extend(own);
        }
    }
    if !bundled.is_empty() {
        parcels.push(district::bundle(bundled)?);
    }
    parcels.sort_by(|a, b| a.file.cmp(&b.file));
    for parcel in &parcels {
        let path = reports.join(&parcel.file);
        fs::write(&path, &parcel.bytes).with_context(|| path.display().to_string())?;
    }
    lists(folder, unit, office, schools, &intake)?;
    let truth = Truth {
        unit: unit.name.to_owned(),
        school_year: unit.year,
        period: unit.period,
        as_of: unit.as_of,
        schools: truths,
        files: parcels.iter().map(Parcel::truth).collect(),
    };
    Ok((truth, parcels))
}

fn lists(folder: &Path, unit: &Unit, office: &Office, schools: &[(Profile, Standing)], intake: &[(String, String, Date)]) -> Result<()> {
    let save = |name: &str, bytes: Vec<u8>| fs::write(folder.join(name), bytes).with_context(|| folder.join(name).display().to_string());
    let saved = unit.as_of.checked_sub(90.days()).context("a day in autumn")?;
    let list = if office.register.ends_with(".csv") { register::csv(schools, office.former)? } else { register::workbook(schools, saved)? };
    save(office.register, list)?;
    if !intake.is_empty() {
        save("so-nhan.csv", register::intake(intake)?)?;
    }
    let settings =
        register::settings(unit, office.level, office.parent, office.place, office.signatory, office.register, !intake.is_empty());
    save("ctcl.toml", settings.into_bytes())
}

/// A school of which nothing can be counted.
fn nothing(profile: &Profile, framework: &str, submission: Reported) -> SchoolTruth {
    SchoolTruth {
        school_id: profile.code.clone(),
        name: profile.full_name(),
        kind: profile.kind,
        framework: framework.to_owned(),
        submission,
        received_on: None,
        forms: Vec::new(),
        level: None,
        declared_level: None,
        declared_totals: BTreeMap::new(),
        assessments: Vec::new(),
        actions: Vec::new(),
        evidence: 0,
    }
}

fn shows(profile: &Profile, unit: &Unit) -> Vec<String> {
    let ways = profile.ways.iter().filter_map(|way| way.title()).map(str::to_owned);
    let spread = profile.spread.title().map(str::to_owned);
    let late = (profile.received_on() > unit.as_of).then(|| "nộp trễ hạn".to_owned());
    let level4 = (profile.level >= 3).then(|| "kế hoạch có phần MỨC 4, tự đánh giá có danh mục Mức 4".to_owned());
    let dirt = profile.dirt.iter().map(|dirt| dirt.title().to_owned());
    let renamed = commune::letter_name(profile).map(|name| format!("trường đã đổi tên; thư còn mang tên cũ {name}"));
    late.into_iter().chain(spread).chain(level4).chain(ways).chain(dirt).chain(renamed).collect()
}
