//! The text of `ctcl.toml` in, settings out, or a refusal that names the line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use super::pin::PinEntry;
use super::{CalendarChange, Deadlines, Limits, Placed, Settings, Thresholds, Unit, pin};
use crate::model::{Period, SchoolYear};
use crate::template::{Day, DayOfYear, Source, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    unit: UnitEntry,
    school_year: Option<SchoolYear>,
    #[serde(default, deserialize_with = "period")]
    period: Option<Period>,
    as_of: Option<Day>,
    #[serde(default)]
    deadlines: DeadlinesEntry,
    #[serde(default)]
    calendar: BTreeMap<SchoolYear, Spanned<CalendarEntry>>,
    #[serde(default)]
    target_level: BTreeMap<String, Spanned<u8>>,
    #[serde(default)]
    thresholds: Thresholds,
    limits: Option<Spanned<Limits>>,
    templates: Option<Spanned<PathBuf>>,
    register: Option<Spanned<PathBuf>>,
    intake: Option<Spanned<PathBuf>>,
    units: Option<Spanned<PathBuf>>,
    #[serde(default)]
    record_intake: bool,
    #[serde(default)]
    pin: Vec<Spanned<PinEntry>>,
    #[serde(default)]
    school: Vec<SchoolEntry>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct UnitEntry {
    name: String,
    level: String,
    parent: String,
    place: String,
    signatory_title: String,
    signatory_name: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct DeadlinesEntry {
    hk1: Option<DayOfYear>,
    hk2: Option<DayOfYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarEntry {
    year_start: Option<Day>,
    semester1_end: Option<Day>,
    semester2_start: Option<Day>,
    year_end: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchoolEntry {
    file: Spanned<String>,
    id: String,
}

/// `"hk1"`, `"HK1"`.
fn period<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Period>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let named = [Period::Hk1, Period::Hk2].into_iter().find(|period| text.trim().eq_ignore_ascii_case(period.code()));
    named.map(Some).ok_or_else(|| serde::de::Error::unknown_variant(&text, &["hk1", "hk2"]))
}

pub(super) fn settings(source: Source, folder: &Path) -> anyhow::Result<Settings> {
    let file: File = source.parse()?;
    let beside = |path: Option<Spanned<PathBuf>>| -> anyhow::Result<Option<PathBuf>> {
        let Some(path) = path.filter(|path| !path.get_ref().as_os_str().is_empty()) else { return Ok(None) };
        // TOML takes `"D:\\ten\\nam.xlsx"` for a tab and a line end.
        if path.get_ref().to_string_lossy().contains(char::is_control) {
            let message = "trong dấu nháy kép, dấu \\ của đường dẫn phải thay bằng /, ví dụ \"D:/cai-tien/danh-sach-truong.xlsx\"";
            return Err(source.refusal(path.span(), message));
        }
        Ok(Some(folder.join(path.into_inner())))
    };
    let usual = Deadlines::default();
    let UnitEntry { name, level, parent, place, signatory_title, signatory_name } = file.unit;
    Ok(Settings {
        unit: Unit { name, level, parent, place, signatory_title, signatory_name },
        school_year: file.school_year,
        period: file.period,
        as_of: file.as_of.map(|day| day.0),
        deadlines: Deadlines { hk1: file.deadlines.hk1.unwrap_or(usual.hk1), hk2: file.deadlines.hk2.unwrap_or(usual.hk2) },
        thresholds: file.thresholds,
        limits: limits(&source, file.limits)?,
        templates: beside(file.templates)?,
        register: beside(file.register)?,
        intake: beside(file.intake)?,
        units: beside(file.units)?,
        record_intake: file.record_intake,
        pins: pins(&source, file.pin)?,
        schools: schools(&source, file.school)?,
        settled: false,
        target_levels: file.target_level.into_iter().map(|(name, level)| (name, placed(level))).collect(),
        calendars: file.calendar.into_iter().map(|(year, entry)| (year, change(entry))).collect(),
        source,
    })
}

fn placed<T>(spanned: Spanned<T>) -> Placed<T> {
    let span = spanned.span();
    Placed { value: spanned.into_inner(), span }
}

fn change(entry: Spanned<CalendarEntry>) -> Placed<CalendarChange> {
    let Placed { value, span } = placed(entry);
    let day = |day: Option<Day>| day.map(|day| day.0);
    let value = CalendarChange {
        year_start: day(value.year_start),
        semester1_end: day(value.semester1_end),
        semester2_start: day(value.semester2_start),
        year_end: day(value.year_end),
    };
    Placed { value, span }
}

fn limits(source: &Source, entry: Option<Spanned<Limits>>) -> anyhow::Result<Limits> {
    let Some(entry) = entry else { return Ok(Limits::default()) };
    match entry.get_ref().contradiction() {
        Some(message) => Err(source.refusal(entry.span(), message)),
        None => Ok(entry.into_inner()),
    }
}

fn pins(source: &Source, entries: Vec<Spanned<PinEntry>>) -> anyhow::Result<Vec<Placed<pin::Pin>>> {
    let mut pins: Vec<Placed<pin::Pin>> = Vec::new();
    for entry in entries {
        let Placed { value, span } = placed(entry);
        let pin = value.pin().map_err(|message| source.refusal(span.clone(), message))?;
        let place = |pin: &pin::Pin| (pin.file.clone(), pin.sheet.clone(), pin.header_row);
        if pins.iter().any(|known| place(&known.value) == place(&pin)) {
            return Err(source.refusal(span, "bảng này đã ghim ở trên"));
        }
        pins.push(Placed { value: pin, span });
    }
    Ok(pins)
}

fn schools(source: &Source, entries: Vec<SchoolEntry>) -> anyhow::Result<Vec<(Placed<String>, String)>> {
    let mut schools: Vec<(Placed<String>, String)> = Vec::new();
    for entry in entries {
        let file = placed(entry.file);
        if schools.iter().any(|(known, _)| known.value == file.value) {
            return Err(source.refusal(file.span, format!("tệp \"{}\" đã ghim ở trên", file.value)));
        }
        schools.push((file, entry.id));
    }
    Ok(schools)
}
