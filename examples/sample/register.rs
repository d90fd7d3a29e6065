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
}

const TITLES: [&str; 10] =
    ["Mã trường", "Tên trường", "Loại hình", "Xã/phường", "Cụm", "Tên khác", "Cấp độ KĐCLGD", "Mức độ CQG", "Ngày công nhận", "Mục tiêu"];

pub fn workbook(schools: &[(Profile, Standing)], saved: Date) -> Result<Vec<u8>> {
    let rows: Vec<Vec<Value>> = schools.iter().map(|(profile, standing)| row(profile, standing)).collect();
    let widths = [13.0, 34.0, 14.0, 20.0, 10.0, 40.0, 16.0, 14.0, 16.0, 12.0];
    workbook::list("Danh sách trường", &TITLES, &widths, &rows, saved)
}

pub fn csv(schools: &[(Profile, Standing)]) -> Result<Vec<u8>> {
    let rows = schools.iter().map(|(profile, standing)| {
        row(profile, standing)
            .iter()
            .map(|cell| match cell {
                Value::Day(day) => slashed(*day),
                cell => cell.as_text().to_owned(),
            })
            .collect()
    });
    table(&TITLES, rows)
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
