//! A number of schools in, a district of that many out: what it takes to measure speed. Less dirt, more files.

use ctcl::model::SchoolKind::{MamNon, NhieuCap, Thcs, TieuHoc};
use ctcl::model::{Period, SchoolYear};
use jiff::civil::date;

use crate::dirt::Dirt::{self, *};
use crate::register::Standing;
use crate::rng::Rng;
use crate::school::{Profile, Unit};
use crate::way::Spread;
use crate::way::Way::{self, DayCells, StartAndEnd};

pub fn unit(seed: u64) -> Unit {
    Unit {
        folder: "",
        name: "Phòng GD&ĐT quận Trăm Hoa",
        superior: "PHÒNG GD&ĐT QUẬN TRĂM HOA",
        year: SchoolYear::new(2023).expect("a school year"),
        period: Period::Hk1,
        as_of: date(2024, 1, 10),
        seed,
    }
}

const FIRST: [&str; 20] = [
    "Hoa",
    "Nắng",
    "Sao",
    "Tre",
    "Trúc",
    "Mai",
    "Sen",
    "Lan",
    "Cúc",
    "Đào",
    "Thông",
    "Tùng",
    "Phượng",
    "Yến",
    "Oanh",
    "Vành",
    "Sơn",
    "Bình",
    "Ánh",
    "Thảo",
];
const SECOND: [&str; 16] =
    ["Vàng", "Xanh", "Hồng", "Trắng", "Biếc", "Thắm", "Mới", "Sáng", "Lành", "Hiền", "Thơm", "Nhỏ", "Ngọc", "Ca", "Nguyên", "Minh"];

const COMMUNES: [&str; 6] =
    ["Phường Nắng Mai", "Phường Suối Biếc", "Phường Trúc Xanh", "Phường Gió Nồm", "Phường Đồi Sim", "Phường Bến Lau"];

/// The layouts in turn; most are tidy.
const LAYOUTS: [&[Dirt]; 8] = [&[], &[], &[HeaderAgain], &[ColumnNumbers], &[], &[Fillers], &[OddSpaces], &[Decomposed]];
const WAYS: [&[Way]; 4] = [&[], &[DayCells], &[], &[StartAndEnd]];

/// Each name once: past the pairs, a number follows.
pub fn profiles(schools: usize, seed: u64) -> Vec<Profile> {
    (0..schools)
        .map(|at| {
            let code = format!("0{:09}", 770_000_000 + at);
            let mut rng = Rng::named(seed, &code);
            let kind = [MamNon, TieuHoc, Thcs, TieuHoc, MamNon, Thcs, NhieuCap][at % 7];
            let round = at / (FIRST.len() * SECOND.len());
            let number = if round == 0 { String::new() } else { format!(" {}", round + 1) };
            Profile {
                name: format!("{} {}{number}", FIRST[at % FIRST.len()], SECOND[at / FIRST.len() % SECOND.len()]),
                code,
                kind,
                commune: COMMUNES[at % COMMUNES.len()],
                level: [2, 1, 2, 3, 1, 0][rng.below(6)],
                works: 30,
                modified: date(2024, 1, rng.between(2, 12) as i8),
                intake: None,
                spread: Spread::One,
                ways: WAYS[at % WAYS.len()],
                dirt: LAYOUTS[at % LAYOUTS.len()],
            }
        })
        .collect()
}

pub fn standing(at: usize, profile: &Profile) -> Standing {
    Standing {
        cluster: format!("Cụm {}", 1 + at % 8),
        aliases: String::new(),
        accreditation: None,
        recognised_on: None,
        target: (profile.level + 1).min(3),
        past: None,
    }
}
