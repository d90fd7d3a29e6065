//! The office's list of units in, which of them have sent nothing out.

use anyhow::Context;

use super::Part;
use crate::model::UnitName;
use crate::text::{fold, separated};

/// Titles stand in one of this many first rows.
const TITLE_ROWS: usize = 20;
const NAMES: [&str; 6] = ["ten don vi", "don vi", "ten don vi tong hop", "don vi tong hop", "xa phuong", "ten"];
const PARENTS: [&str; 4] = ["cap tren", "don vi cap tren", "co quan cap tren", "truc thuoc"];

/// The units that should send something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// Name, and the unit above where the list says so.
    units: Vec<(String, String)>,
}

impl Expected {
    /// Reads the rows of a sheet: a column "Tên đơn vị", optionally "Cấp trên".
    ///
    /// # Errors
    /// No row of titles names the column of units.
    pub fn from_rows(rows: &[Vec<String>], source_name: &str) -> anyhow::Result<Expected> {
        let place = |row: &[String], titles: &[&str]| {
            row.iter().position(|title| {
                titles.contains(&fold(title).replace(['/', ','], " ").split_whitespace().collect::<Vec<_>>().join(" ").as_str())
            })
        };
        let header =
            rows.iter().take(TITLE_ROWS).enumerate().find_map(|(at, row)| place(row, &NAMES).map(|name| (at, name, place(row, &PARENTS))));
        let (at, name, parent) = header.with_context(|| {
            format!(
                "Danh sách đơn vị \"{source_name}\": không thấy cột \"Tên đơn vị\" trong {TITLE_ROWS} dòng đầu. Hãy đặt lại tiêu đề cột."
            )
        })?;
        let cell = |row: &[String], at: usize| row.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
        let units = rows[at + 1..].iter().map(|row| (cell(row, name), parent.map_or_else(String::new, |parent| cell(row, parent))));
        Ok(Expected { units: units.filter(|(name, _)| !name.is_empty()).collect() })
    }

    /// The rows of a CSV: UTF-8, `,`, `;` or tab between.
    ///
    /// # Errors
    /// It is no such text.
    pub fn csv_rows(bytes: &[u8], source_name: &str) -> anyhow::Result<Vec<Vec<String>>> {
        let text = str::from_utf8(bytes).ok().with_context(|| {
            format!("Danh sách đơn vị \"{source_name}\" không phải UTF-8. Trong Excel chọn Lưu thành \"CSV UTF-8\", hoặc dùng tệp .xlsx.")
        })?;
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().next().unwrap_or_default();
        let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
        let separator = [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',');
        let rows = separated(text, separator).with_context(|| format!("Danh sách đơn vị \"{source_name}\" không đúng dạng CSV."))?;
        Ok(rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect())
    }

    /// Units of the list that are in none of the outputs.
    pub(super) fn missing(&self, parts: &[Part]) -> Vec<String> {
        let sent = sent(parts);
        let missing = self.units.iter().filter(|unit| !sent.iter().any(|name| is(unit, name)));
        missing.map(|(name, parent)| UnitName { name: name.clone(), level: String::new(), parent: parent.clone() }.full()).collect()
    }

    /// Outputs of units that are not in the list.
    pub(super) fn strangers(&self, parts: &[Part]) -> Vec<String> {
        let listed = |name: &UnitName| self.units.iter().any(|unit| is(unit, name));
        let strange = parts.iter().filter(|part| !listed(&part.stamp.unit) && !part.stamp.units.iter().any(|leaf| listed(&leaf.unit)));
        strange.map(|part| part.stamp.unit.full()).collect()
    }
}

/// Every unit and roll-up that the outputs name.
fn sent(parts: &[Part]) -> Vec<UnitName> {
    let mut names: Vec<UnitName> = Vec::new();
    for part in parts {
        names.push(part.stamp.unit.clone());
        names.extend(part.stamp.units.iter().map(|leaf| leaf.unit.clone()));
        let between = part.stamp.units.iter().flat_map(|leaf| &leaf.within);
        names.extend(between.map(|name| UnitName { name: name.clone(), ..UnitName::default() }));
    }
    names
}

fn is((name, parent): &(String, String), unit: &UnitName) -> bool {
    are_one(name, &unit.name) && (parent.is_empty() || unit.parent.is_empty() || are_one(parent, &unit.parent))
}

/// "Quận Bến Cát", "Phòng GD&ĐT quận Bến Cát" and "Phòng Giáo dục và Đào tạo Bến Cát" are one unit; "xã Bến Cát" is another.
fn are_one(a: &str, b: &str) -> bool {
    let [(level, name), (other_level, other_name)] = [a, b].map(place);
    name == other_name && (level == other_level || level.is_empty() || other_level.is_empty())
}

/// The level and the name of the place that a unit is the office of.
fn place(name: &str) -> (String, String) {
    const OFFICES: [&str; 9] = [
        "phong gd dt",
        "phong gddt",
        "phong giao duc va dao tao",
        "phong giao duc dao tao",
        "phong giao duc",
        "uy ban nhan dan",
        "ubnd",
        "so gd dt",
        "so giao duc va dao tao",
    ];
    const LEVELS: [&str; 10] = ["thi tran", "dac khu", "thi xa", "thanh pho", "quan", "huyen", "phuong", "tinh", "tp", "xa"];
    let folded = fold(name);
    let after = |text: &str, openings: &[&'static str]| {
        openings.iter().find_map(|opening| Some((*opening, text.strip_prefix(opening)?.strip_prefix(' ')?.to_owned())))
    };
    let bare = after(&folded, &OFFICES).map_or_else(|| folded.clone(), |(_, rest)| rest);
    match after(&bare, &LEVELS) {
        Some((level, rest)) => (if level == "tp" { "thanh pho" } else { level }.to_owned(), rest),
        None => (String::new(), bare),
    }
}
