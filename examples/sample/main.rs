//! Writes the sample data: an invented district, its neighbour and an invented commune, with the truth about them.
//!
//! `cargo run --example sample -- sample-data --truth tests/data`, or a district of any size for benchmarks:
//! `cargo run --release --example sample -- --schools 600 --seed 1 --out DIR`.
//!
//! The meaning comes first: `story` decides what is true of a school, `form` fills in its forms, `dirt` makes them look like life,
//! `workbook` and `odd_file` turn them into files, `truth` keeps what was meant.

mod benchmark;
mod catalogue;
mod commune;
mod dirt;
mod district;
mod draft;
mod folder;
mod form;
mod form_2026;
mod lettering;
mod money;
mod neighbour;
mod odd_file;
mod parcel;
mod readme;
mod register;
mod rng;
mod school;
mod story;
mod time;
mod truth;
mod way;
mod work;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use catalogue::Catalogues;
use folder::{Office, Stock};
use register::Standing;
use school::Profile;
use truth::Truth;

const DISTRICT: Office = Office {
    level: "phong",
    parent: "Sở GD&ĐT tỉnh Ngàn Hoa",
    place: "Hoa Phượng",
    signatory: "TRƯỞNG PHÒNG",
    register: "danh-sach-truong.xlsx",
    former: &[],
};
const COMMUNE: Office = Office {
    level: "xa",
    parent: "Sở GD&ĐT tỉnh Ngàn Hoa",
    place: "Ban Mai",
    signatory: "CHỦ TỊCH",
    register: "danh-sach-truong.csv",
    former: &commune::FORMER,
};

const NEIGHBOUR: Office = Office {
    level: "phong",
    parent: "Sở GD&ĐT tỉnh Ngàn Hoa",
    place: "Suối Mây",
    signatory: "TRƯỞNG PHÒNG",
    register: "danh-sach-truong.csv",
    former: &[],
};

/// What a roll-up of the district and its neighbour is told.
const PROVINCE: &str = "\
# Đơn vị cấp trên trong ví dụ này do chương trình tự đặt ra.
school_year = \"2023-2024\"
period = \"hk1\"
units = \"danh-sach-don-vi.csv\"

[unit]
name = \"Sở GD&ĐT tỉnh Ngàn Hoa\"
level = \"so\"
parent = \"Bộ GD&ĐT\"
place = \"Ngàn Hoa\"
signatory_title = \"GIÁM ĐỐC\"
";
const UNITS: &str = "TT,Tên đơn vị\n1,Phòng GD&ĐT quận Hoa Phượng\n2,Phòng GD&ĐT huyện Suối Mây\n3,Phòng GD&ĐT huyện Đồng Lúa\n";

/// What the command line asks for.
#[derive(Default)]
struct Wish {
    out: Option<PathBuf>,
    truth: Option<PathBuf>,
    schools: Option<usize>,
    seed: u64,
}

fn main() -> Result<()> {
    let wish = wish()?;
    let out = wish.out.context("usage: sample OUT [--truth DIR] | sample --schools N [--seed S] --out DIR [--truth DIR]")?;
    let stock = Stock { catalogues: Catalogues::load()?, bank: work::bank()? };
    if let Some(schools) = wish.schools {
        let schools = registered(benchmark::profiles(schools, wish.seed), benchmark::standing);
        let (truth, parcels) = folder::write(&out, &benchmark::unit(wish.seed), &DISTRICT, &schools, &stock)?;
        println!("{}: {} files", out.display(), parcels.len());
        return tell(wish.truth.as_deref(), "truth.json", &truth);
    }
    let district = district::unit();
    let schools = registered(district::profiles(), district::standing);
    let (district_truth, district_parcels) = folder::write(&out.join(district.folder), &district, &DISTRICT, &schools, &stock)?;
    let commune = commune::unit();
    let schools = registered(commune::profiles(), commune::standing);
    let (commune_truth, commune_parcels) = folder::write(&out.join(commune.folder), &commune, &COMMUNE, &schools, &stock)?;
    let neighbour = neighbour::unit();
    let schools = registered(neighbour::profiles(), neighbour::standing);
    let (neighbour_truth, neighbour_parcels) = folder::write(&out.join(neighbour.folder), &neighbour, &NEIGHBOUR, &schools, &stock)?;
    let province = out.join("tinh-ngan-hoa");
    fs::create_dir_all(&province).with_context(|| province.display().to_string())?;
    for (name, text) in [("ctcl.toml", PROVINCE), ("danh-sach-don-vi.csv", UNITS)] {
        fs::write(province.join(name), text).with_context(|| name.to_owned())?;
    }
    let may = commune::unit_in_may();
    let schools = registered(commune::profiles_in_may(), commune::standing);
    let (may_truth, may_parcels) = folder::write(&out.join(may.folder), &may, &COMMUNE, &schools, &stock)?;
    let units = [
        (district.folder, &district_truth, district_parcels.as_slice()),
        (neighbour.folder, &neighbour_truth, neighbour_parcels.as_slice()),
        (commune.folder, &commune_truth, commune_parcels.as_slice()),
        (may.folder, &may_truth, may_parcels.as_slice()),
    ];
    let path = out.join("README.md");
    fs::write(&path, readme::write(&units)).with_context(|| path.display().to_string())?;
    for (folder, truth, parcels) in units {
        println!("{}: {} files", out.join(folder).display(), parcels.len());
        tell(wish.truth.as_deref(), &format!("truth-{folder}.json"), truth)?;
    }
    Ok(())
}

fn registered(profiles: Vec<Profile>, standing: fn(usize, &Profile) -> Standing) -> Vec<(Profile, Standing)> {
    profiles
        .into_iter()
        .enumerate()
        .map(|(at, profile)| {
            let standing = standing(at, &profile);
            (profile, standing)
        })
        .collect()
}

fn tell(folder: Option<&Path>, name: &str, truth: &Truth) -> Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let path = folder.join(name);
    fs::write(&path, truth.to_json()?).with_context(|| path.display().to_string())
}

fn wish() -> Result<Wish> {
    let mut wish = Wish { seed: 1, ..Wish::default() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--truth" => wish.truth = Some(value()?.into()),
            "--out" => wish.out = Some(value()?.into()),
            "--schools" => wish.schools = Some(value()?.parse()?),
            "--seed" => wish.seed = value()?.parse()?,
            option if option.starts_with('-') => bail!("unknown option {option}"),
            folder => wish.out = Some(folder.into()),
        }
    }
    Ok(wish)
}
