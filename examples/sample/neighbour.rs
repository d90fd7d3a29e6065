//! The invented neighbour of the district: huyện Suối Mây, 6 schools, 2023-2024, the same half of the year: what is rolled up with it.

use ctcl::model::SchoolKind::{self, MamNon, Thcs, TieuHoc};
use ctcl::model::{Period, SchoolYear};
use jiff::civil::{Date, date};

use crate::dirt::Dirt::{self, *};
use crate::register::Standing;
use crate::school::{Profile, Unit};
use crate::way::Spread::{self, One, Two};

pub fn unit() -> Unit {
    Unit {
        folder: "huyen-suoi-may",
        name: "Phòng GD&ĐT huyện Suối Mây",
        superior: "PHÒNG GD&ĐT HUYỆN SUỐI MÂY",
        year: SchoolYear::new(2023).expect("a school year"),
        period: Period::Hk1,
        as_of: date(2024, 1, 10),
        seed: 2024,
    }
}

/// Kind, name, commune, level by its criteria, pieces of work, day of January on which the file was saved, how the forms lie, what is unusual.
type Line = (SchoolKind, &'static str, &'static str, u8, usize, i8, Spread, &'static [Dirt]);

#[rustfmt::skip]
const SCHOOLS: [Line; 6] = [
    (MamNon, "Mây Hồng", "Xã Đồi Chè", 2, 8, 5, One, &[]),
    (MamNon, "Suối Nguồn", "Xã Bến Đò", 1, 9, 8, One, &[ColumnNumbers]),
    (TieuHoc, "Đồi Chè", "Xã Đồi Chè", 2, 8, 4, Two, &[]),
    (TieuHoc, "Bến Đò", "Xã Bến Đò", 1, 10, 15, One, &[HeaderAgain]),
    (Thcs, "Nắng Ấm", "Xã Đồi Chè", 2, 9, 6, One, &[Decomposed]),
    (Thcs, "Rừng Thông", "Xã Bến Đò", 1, 0, 1, One, &[]),
];

pub fn profiles() -> Vec<Profile> {
    (1..)
        .zip(&SCHOOLS)
        .map(|(number, (kind, name, commune, level, works, saved, spread, dirt))| Profile {
            code: format!("09907{number:03}"),
            kind: *kind,
            name: (*name).to_owned(),
            commune,
            level: *level,
            works: *works,
            modified: date(2024, 1, *saved),
            intake: None,
            spread: *spread,
            ways: &[],
            dirt,
        })
        .collect()
}

pub fn standing(at: usize, profile: &Profile) -> Standing {
    let recognised_on: Option<Date> = at.is_multiple_of(2).then(|| date(2019 + (at % 4) as i16, 5, 20));
    Standing {
        cluster: format!("Cụm {}", 1 + at % 2),
        aliases: String::new(),
        accreditation: recognised_on.map(|_| profile.level),
        recognised_on,
        target: (profile.level + 1).min(3),
        past: None,
    }
}
