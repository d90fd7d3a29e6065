//! Profiles in, the office's own lists out: the register of schools, the intake list, the settings.

use anyhow::Result;
use csv::WriterBuilder;
use ctcl::model::SchoolKind;
use jiff::civil::Date;

use crate::draft::Value;
use crate::school::{Profile, Unit};
use crate::workbook;

/// What the register knows of a school beside its profile.
pub struct Standing {
    pub cluster: String,
    pub aliases: String,
    pub accreditation: Option<u8>,
    pub recognised_on: Option<Date>,
    pub target: u8,
    pub past: Option<Past>,
}

/// Where a school belonged before the communes changed, and since when it is one.
pub struct Past {
    pub commune: &'static str,
    pub district: &'static str,
    pub since: Date,
    pub open_from: Option<Date>,
}

/// A school that is no more: merged into another, or closed when others were made of it.
pub struct Former {
    pub code: &'static str,
    pub name: &'static str,
    pub kind: SchoolKind,
    pub commune: &'static str,
    pub past: Past,
    /// The code of the school it became part of.
    pub merged_into: Option<&'static str>,
    /// The first day on which it is no school of its own.
    pub ended: Date,
}

const TITLES: [&str; 10] =
    ["Mã trường", "Tên trường", "Loại hình", "Xã/phường", "Cụm", "Tên khác", "Cấp độ KĐCLGD", "Mức độ CQG", "Ngày công nhận", "Mục tiêu"];

/// Only where a unit has a past.
const TITLES_OF_THE_PAST: [&str; 7] =
    ["Xã/phường cũ", "Huyện cũ", "Địa giới mới từ", "Sáp nhập vào", "Ngày sáp nhập", "Hoạt động từ", "Hoạt động đến"];

pub fn workbook(schools: &[(Profile, Standing)], saved: Date) -> Result<Vec<u8>> {
    let rows: Vec<Vec<Value>> = schools.iter().map(|(profile, standing)| row(profile, standing)).collect();
    let widths = [13.0, 34.0, 14.0, 20.0, 10.0, 40.0, 16.0, 14.0, 16.0, 12.0];
    workbook::list("Danh sách trường", &TITLES, &widths, &rows, saved)
}

pub fn csv(schools: &[(Profile, Standing)], former: &[Former]) -> Result<Vec<u8>> {
    let with_past = !former.is_empty() || schools.iter().any(|(_, standing)| standing.past.is_some());
    let mut titles = TITLES.to_vec();
    let mut rows: Vec<Vec<Value>> = schools.iter().map(|(profile, standing)| row(profile, standing)).collect();
    if with_past {
        titles.extend(TITLES_OF_THE_PAST);
        for (row, (_, standing)) in rows.iter_mut().zip(schools) {
            row.extend(past(standing.past.as_ref(), None, None));
        }
        rows.extend(former.iter().map(row_of_former));
    }
    let written = rows.iter().map(|row| {
        let cells = row.iter().map(|cell| match cell {
            Value::Day(day) => slashed(*day),
            cell => cell.as_text().to_owned(),
        });
        cells.collect()
    });
    table(&titles, written)
}

/// The cells below [`TITLES_OF_THE_PAST`].
fn past(past: Option<&Past>, merged: Option<(&str, Date)>, open_to: Option<Date>) -> Vec<Value> {
    let day = |day: Option<Date>| day.map_or(Value::Empty, Value::Day);
    vec![
        Value::text(past.map_or("", |past| past.commune)),
        Value::text(past.map_or("", |past| past.district)),
        day(past.map(|past| past.since)),
        Value::text(merged.map_or("", |(into, _)| into)),
        day(merged.map(|(_, on)| on)),
        day(past.and_then(|past| past.open_from)),
        day(open_to),
    ]
}

fn row_of_former(former: &Former) -> Vec<Value> {
    let mut row = vec![Value::text(former.code), Value::text(former.name), Value::text(former.kind.title()), Value::text(former.commune)];
    row.resize(TITLES.len(), Value::Empty);
    let merged = former.merged_into.map(|into| (into, former.ended));
    let open_to = former.ended.yesterday().ok().filter(|_| merged.is_none());
    row.extend(past(Some(&former.past), merged, open_to));
    row
}

/// The days the office wrote down when mail came in.
pub fn intake(lines: &[(String, String, Date)]) -> Result<Vec<u8>> {
    let rows = lines.iter().map(|(file, code, day)| vec![file.clone(), code.clone(), slashed(*day), "Thư điện tử".to_owned()]);
    table(&["Tệp", "Mã trường", "Ngày nhận", "Cách gửi"], rows)
}

/// `ctcl.toml` of the unit.
pub fn settings(unit: &Unit, level: &str, parent: &str, place: &str, signatory: &str, register: &str, intake: bool) -> String {
    let intake = if intake { "intake = \"so-nhan.csv\"\n" } else { "" };
    format!(
        "# Đơn vị, năm học và nơi dùng trong ví dụ này đều do chương trình tự đặt ra.\nschool_year = \"{}\"\nperiod = \"{}\"\nregister = \"{register}\"\n{intake}\n\
         [unit]\nname = \"{}\"\nlevel = \"{level}\"\nparent = \"{parent}\"\nplace = \"{place}\"\nsignatory_title = \"{signatory}\"\n\n\
         [deadlines]\nhk1 = \"10/01\"\nhk2 = \"10/5\"\n",
        unit.year,
        unit.period.code(),
        unit.name,
    )
}

fn row(profile: &Profile, standing: &Standing) -> Vec<Value> {
    let number = |level: Option<u8>| Value::text(level.map(|level| level.to_string()).unwrap_or_default());
    let kind = if profile.kind == SchoolKind::NhieuCap { "TH&THCS" } else { profile.kind.title() };
    vec![
        Value::text(&profile.code),
        Value::text(profile.full_name()),
        Value::text(kind),
        Value::text(profile.commune),
        Value::text(&standing.cluster),
        Value::text(&standing.aliases),
        number(standing.accreditation),
        // Chuẩn quốc gia mức độ 1 needs Mức 2, mức độ 2 needs Mức 3.
        number(standing.accreditation.filter(|level| *level >= 2).map(|level| (level - 1).min(2))),
        standing.recognised_on.map_or(Value::Empty, Value::Day),
        Value::text(format!("Mức {}", standing.target)),
    ]
}

fn slashed(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// UTF-8 with the mark that makes Excel read it as such.
fn table(titles: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(titles)?;
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(writer.into_inner().map_err(|error| error.into_error())?)
}
