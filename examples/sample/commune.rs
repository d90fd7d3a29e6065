//! The invented commune: xã Ban Mai, 8 schools, 2026-2027, the forms of 2026; in January, and once more at the end of the year.

use ctcl::model::SchoolKind::{self, MamNon, Thcs, TieuHoc};
use ctcl::model::{Period, SchoolYear};
use jiff::civil::{Date, date};

use crate::dirt::Dirt::{self, *};
use crate::register::{Former, Past, Standing};
use crate::school::{Profile, Unit};
use crate::way::Spread::{self, One, Two};

pub fn unit() -> Unit {
    Unit {
        folder: "xa-ban-mai",
        name: "UBND xã Ban Mai",
        superior: "UBND XÃ BAN MAI",
        year: SchoolYear::new(2026).expect("a school year"),
        period: Period::Hk1,
        as_of: date(2027, 1, 10),
        seed: 2026,
    }
}

/// The same commune in May.
pub fn unit_in_may() -> Unit {
    Unit { folder: "xa-ban-mai-cuoi-nam", period: Period::Hk2, as_of: date(2027, 5, 10), ..unit() }
}

/// The same schools in May; one that sent nothing in January reports, another does not.
pub fn profiles_in_may() -> Vec<Profile> {
    profiles()
        .into_iter()
        .map(|profile| Profile {
            works: match profile.name.as_str() {
                "Bồ Đề" => 8,
                "Chăm Học" => 0,
                _ => profile.works,
            },
            modified: date(2027, 5, profile.modified.day().min(9)),
            ..profile
        })
        .collect()
}

/// Kind, name, level by its criteria, pieces of work, day of January on which the file was saved, how the forms lie, what is unusual.
type Line = (SchoolKind, &'static str, u8, usize, i8, Spread, &'static [Dirt]);

#[rustfmt::skip]
const SCHOOLS: [Line; 8] = [
    (MamNon, "Sóc Nâu", 2, 7, 5, One, &[]),
    (MamNon, "Bồ Công Anh", 1, 9, 8, One, &[ColumnNumbers]),
    (MamNon, "Cầu Vồng", 1, 8, 7, One, &[]),
    (TieuHoc, "Vành Khuyên", 2, 8, 4, Two, &[]),
    (TieuHoc, "Lúa Vàng", 0, 10, 9, One, &[HeaderAgain, ColumnNumbers]),
    (TieuHoc, "Chăm Học", 1, 8, 14, One, &[]),
    (Thcs, "Tự Lập", 2, 9, 6, One, &[Decomposed]),
    (Thcs, "Bồ Đề", 1, 0, 1, One, &[]),
];

pub fn profiles() -> Vec<Profile> {
    (1..)
        .zip(&SCHOOLS)
        .map(|(number, (kind, name, level, works, saved, spread, dirt))| Profile {
            code: format!("09908{number:03}"),
            kind: *kind,
            name: (*name).to_owned(),
            commune: "Xã Ban Mai",
            level: *level,
            works: *works,
            modified: date(2027, 1, *saved),
            intake: None,
            spread: *spread,
            ways: &[],
            dirt,
        })
        .collect()
}

/// The commune was made of two on this day, when the district that held them ended; the schools changed a year after, before the year began.
const NEW_GEOGRAPHY: Date = date(2025, 7, 1);
const NEW_SCHOOLS: Date = date(2026, 8, 1);
const BEFORE: [&str; 2] = ["Xã Sương Sớm", "Xã Đồng Gió"];

const fn past(before: usize, open_from: Option<Date>) -> Past {
    Past { commune: BEFORE[before], district: "Huyện Suối Mây", since: NEW_GEOGRAPHY, open_from }
}

pub fn standing(at: usize, profile: &Profile) -> Standing {
    let recognised_on: Option<Date> = (profile.level > 0).then(|| date(2022 + (at % 4) as i16, 5, 20));
    Standing {
        cluster: "Cụm 1".to_owned(),
        aliases: if profile.name == "Tự Lập" { RENAMED.to_owned() } else { String::new() },
        accreditation: recognised_on.map(|_| profile.level),
        recognised_on,
        target: (profile.level + 1).min(2),
        past: Some(past(at % 2, SPLIT.contains(&profile.name.as_str()).then_some(NEW_SCHOOLS))),
    }
}

/// The name that Trường THCS Tự Lập had; its letters still bear it.
const RENAMED: &str = "Trường THCS Sông Trăng";
/// Both were made of Trường Mầm non Cánh Diều.
const SPLIT: [&str; 2] = ["Sóc Nâu", "Cầu Vồng"];

/// What the letters of a school call it, where that is not its name.
pub fn letter_name(profile: &Profile) -> Option<&'static str> {
    (profile.commune == "Xã Ban Mai" && profile.name == "Tự Lập").then_some(RENAMED)
}

/// Schools that were there before.
pub static FORMER: [Former; 2] = [
    Former {
        code: "09908009",
        name: "Trường Tiểu học Trăng Non",
        kind: TieuHoc,
        commune: "Xã Ban Mai",
        past: past(1, None),
        merged_into: Some("09908005"),
        ended: NEW_SCHOOLS,
    },
    Former {
        code: "09908010",
        name: "Trường Mầm non Cánh Diều",
        kind: MamNon,
        commune: "Xã Ban Mai",
        past: past(0, None),
        merged_into: None,
        ended: NEW_SCHOOLS,
    },
];
