//! Outputs kept by school year, period and unit, as engines read them: where one goes, and the figures of a unit's periods, oldest first.
//!
//! ```text
//! STORE/school_year=2023-2024/period=hk1/unit=phong-gd-dt-quan-hoa-phuong/{actions,…}.parquet, thong-ke.json
//! ```
//!
//! Year, period and unit stand in the names of folders (hive partitions) and nowhere in the tables, as DuckDB, polars and Spark expect.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::model::{Period, SchoolYear};
use crate::stats::{self, Statistics};
use crate::text;

/// The figures beside the tables.
pub const FIGURES: &str = "thong-ke.json";

/// Where an output of the unit goes.
pub fn place(store: &Path, school_year: SchoolYear, period: Period, unit: &str) -> PathBuf {
    store.join(format!("school_year={school_year}")).join(format!("period={}", period.code())).join(format!("unit={}", key(unit)))
}

/// The unit as a name of a folder: `phong-gd-dt-quan-hoa-phuong`.
fn key(unit: &str) -> String {
    let key = text::fold(unit).replace(' ', "-");
    if key.is_empty() { "don-vi".to_owned() } else { key }
}

/// Where the output of these figures goes; never where another unit's output lies: names that differ in their accents only are one folder.
///
/// # Errors
/// Another unit's figures are there, or figures that cannot be read.
pub fn claim(store: &Path, now: &Statistics) -> anyhow::Result<PathBuf> {
    let place = place(store, now.school_year, now.period, &now.unit.name);
    if place.join(FIGURES).is_file() {
        same_unit(&place, &figures(&place.join(FIGURES))?, now)?;
    }
    Ok(place)
}

fn same_unit(place: &Path, kept: &Statistics, now: &Statistics) -> anyhow::Result<()> {
    let named = |statistics: &Statistics| text::clean(&statistics.unit.name).to_lowercase();
    let parents = [kept, now].map(|statistics| text::clean(&statistics.unit.parent).to_lowercase());
    let other_parent = parents[0] != parents[1] && parents.iter().all(|parent| !parent.is_empty());
    if named(kept) != named(now) || other_parent {
        bail!(
            "\"{}\" trong kho là số liệu của {}, không phải của {}. Hãy dùng một kho khác cho đơn vị này.",
            place.display(),
            kept.unit.full(),
            now.unit.full()
        );
    }
    Ok(())
}

/// The figures that are kept of the unit, by school year and period; `now` stands in the place of what is kept of its own period.
///
/// # Errors
/// A folder cannot be listed, or holds figures that cannot be read: none is left out in silence.
pub fn periods(store: &Path, now: &Statistics) -> anyhow::Result<Vec<Statistics>> {
    let mut periods = vec![now.clone()];
    for year in folders(store, "school_year=")? {
        for period in folders(&year, "period=")? {
            let path = period.join(format!("unit={}", key(&now.unit.name))).join(FIGURES);
            if !path.is_file() {
                continue;
            }
            let kept = figures(&path)?;
            same_unit(&period, &kept, now)?;
            if (kept.school_year, kept.period) != (now.school_year, now.period) {
                periods.push(kept);
            }
        }
    }
    periods.sort_by_key(|statistics| (statistics.school_year, statistics.period));
    Ok(periods)
}

/// Folders below `folder` whose names begin so; none where there is no such folder yet.
fn folders(folder: &Path, prefix: &str) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let shown = folder.display();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("Không mở được kho \"{shown}\". Hãy kiểm tra đường dẫn và quyền đọc"))?
    {
        let entry = entry.with_context(|| format!("Không đọc được kho \"{shown}\""))?;
        if entry.file_name().to_string_lossy().starts_with(prefix) && entry.path().is_dir() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn figures(path: &Path) -> anyhow::Result<Statistics> {
    let shown = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("Không đọc được \"{shown}\" trong kho"))?;
    let value: serde_json::Value = serde_json::from_str(&text)
        .with_context(|| format!("\"{shown}\" trong kho bị hỏng. Hãy chạy lại ctcl report --store cho kỳ đó"))?;
    if value["schema"] != stats::SCHEMA {
        bail!("\"{shown}\" trong kho không phải số liệu dạng {}. Hãy chạy lại ctcl report --store cho kỳ đó.", stats::SCHEMA);
    }
    serde_json::from_value(value)
        .with_context(|| format!("\"{shown}\" trong kho thiếu số liệu. Hãy chạy lại ctcl report --store cho kỳ đó"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Dataset, Question};
    use crate::reading::Reading;
    use crate::stats::UnitName;
    use crate::stats::tests::sample::{frameworks, question};

    fn statistics(year: i16, period: Period) -> Statistics {
        let question = Question { school_year: SchoolYear::new(year).expect("a school year"), period, ..question() };
        let unit = UnitName { name: "Phòng GD&ĐT quận Hoa Phượng".to_owned(), ..UnitName::default() };
        stats::compute(&Dataset::new(&Reading::default(), &question), &frameworks(), |_| 2, unit, &question).expect("sound tables")
    }

    fn keep(store: &Path, statistics: &Statistics) -> PathBuf {
        let place = place(store, statistics.school_year, statistics.period, &statistics.unit.name);
        fs::create_dir_all(&place).expect("created");
        fs::write(place.join(FIGURES), serde_json::to_vec(statistics).expect("figures are JSON")).expect("written");
        place
    }

    #[test]
    fn periods_come_oldest_first_and_this_one_once() {
        let store = tempfile::tempdir().expect("a folder");
        assert_eq!(periods(store.path(), &statistics(2023, Period::Hk1)).expect("an empty store").len(), 1);
        for kept in [statistics(2024, Period::Hk1), statistics(2023, Period::Hk2), statistics(2023, Period::Hk1)] {
            keep(store.path(), &kept);
        }
        let found = periods(store.path(), &statistics(2024, Period::Hk1)).expect("sound");
        let found: Vec<String> = found.iter().map(|kept| format!("{} {}", kept.school_year, kept.period.code())).collect();
        assert_eq!(found, ["2023-2024 hk1", "2023-2024 hk2", "2024-2025 hk1"]);
    }

    #[test]
    fn a_unit_is_a_folder_every_engine_can_read() {
        let kept = statistics(2023, Period::Hk1);
        let place = place(Path::new("kho"), kept.school_year, kept.period, &kept.unit.name);
        assert_eq!(place, Path::new("kho/school_year=2023-2024/period=hk1/unit=phong-gd-dt-quan-hoa-phuong"));
    }

    #[test]
    fn a_unit_never_takes_the_place_of_another_whose_name_differs_in_accents() {
        let store = tempfile::tempdir().expect("a folder");
        keep(store.path(), &statistics(2023, Period::Hk1));
        let mut other = statistics(2023, Period::Hk1);
        other.unit.name = "Phòng GD&ĐT quận Hòa Phương".to_owned();
        let told = claim(store.path(), &other).expect_err("refused").to_string();
        assert!(told.contains("Hoa Phượng") && told.contains("Hòa Phương") && told.contains("kho khác"), "{told}");
        assert!(periods(store.path(), &other).is_err());
        other.unit = UnitName { parent: "Sở GD&ĐT tỉnh Ngàn Hoa".to_owned(), ..statistics(2023, Period::Hk1).unit };
        assert!(claim(store.path(), &other).is_ok());
        keep(store.path(), &other);
        other.unit.parent = "Sở GD&ĐT tỉnh Ngàn Hương".to_owned();
        assert!(claim(store.path(), &other).is_err());
    }

    #[test]
    fn damaged_figures_are_named_not_left_out() {
        let store = tempfile::tempdir().expect("a folder");
        let place = keep(store.path(), &statistics(2023, Period::Hk1));
        fs::write(place.join(FIGURES), "{\"schema\": \"other/9\"}").expect("written");
        let error = periods(store.path(), &statistics(2024, Period::Hk1)).expect_err("refused");
        assert!(error.to_string().contains("period=hk1") && error.to_string().contains("ctcl.statistics/1"), "{error}");
    }
}
