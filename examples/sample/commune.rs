//! The invented commune: xã Ban Mai, 8 schools, 2026-2027, the forms of 2026; in January, and once more at the end of the year.

use ctcl::model::SchoolKind::{self, MamNon, Thcs, TieuHoc};
use ctcl::model::{Period, SchoolYear};
use jiff::civil::{Date, date};

use crate::dirt::Dirt::{self, *};
use crate::register::Standing;
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

pub fn standing(at: usize, profile: &Profile) -> Standing {
    let recognised_on: Option<Date> = (profile.level > 0).then(|| date(2022 + (at % 4) as i16, 5, 20));
    Standing {
        cluster: "Cụm 1".to_owned(),
        aliases: String::new(),
        accreditation: recognised_on.map(|_| profile.level),
        recognised_on,
        target: (profile.level + 1).min(2),
    }
}
