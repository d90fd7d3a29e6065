//! The office's list of units in, which of them have sent nothing out.

use anyhow::Context;

use super::Part;
use crate::model::UnitName;
use crate::text::{fold, is_total, separated};

/// Titles stand in one of this many first rows.
const TITLE_ROWS: usize = 20;
const NAMES: [&str; 14] = [
    "ten don vi",
    "don vi",
    "ten don vi tong hop",
    "don vi tong hop",
    "xa phuong",
    "ten",
    "ten xa phuong",
    "xa phuong dac khu",
    "ten xa phuong dac khu",
    "ten xa",
    "don vi bao cao",
    "ten don vi bao cao",
    "don vi truc thuoc",
    "ten phong",
];
const ORDINALS: [&str; 4] = ["stt", "tt", "so tt", "so thu tu"];
const PARENTS: [&str; 4] = ["cap tren", "don vi cap tren", "co quan cap tren", "truc thuoc"];

/// The units that should send something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// Name, and the unit above where the list says so.
    units: Vec<(String, String)>,
}

impl Expected {
    /// Reads the sheets of a list: on each that has one a column "Tên đơn vị", optionally "Cấp trên"; a long list may lie in two halves side by side.
    ///
    /// # Errors
    /// No sheet has titles that name the column of units.
    pub fn from_sheets(sheets: &[Vec<Vec<String>>], source_name: &str) -> anyhow::Result<Expected> {
        let mut listed = sheets.iter().filter_map(|rows| units(rows)).peekable();
        listed.peek().with_context(|| {
            format!(
                "Danh sách đơn vị \"{source_name}\": không thấy cột \"Tên đơn vị\" trong {TITLE_ROWS} dòng đầu. Hãy đặt lại tiêu đề cột."
            )
        })?;
        let mut expected = Expected::default();
        for unit in listed.flatten() {
            if !expected.units.contains(&unit) {
                expected.units.push(unit);
            }
        }
        Ok(expected)
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

/// The units of one sheet, and what is above them; `None` where no titles name them.
fn units(rows: &[Vec<String>]) -> Option<Vec<(String, String)>> {
    let title = |cell: &String| fold(cell).replace(['/', ','], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let titled = |row: &Vec<String>| row.iter().map(title).collect::<Vec<String>>();
    let is_name = |title: &String| NAMES.contains(&title.as_str());
    let (at, titles) = rows.iter().take(TITLE_ROWS).map(titled).enumerate().find(|(_, titles)| titles.iter().any(is_name))?;
    let first = titles.iter().find(|title| is_name(title))?;
    let names: Vec<usize> = (0..titles.len()).filter(|column| titles[*column] == *first).collect();
    let mut units = Vec::new();
    for (half, name) in names.iter().copied().enumerate() {
        let begin = half.checked_sub(1).map_or(0, |before| names[before] + 1);
        let end = names.get(half + 1).copied().unwrap_or(titles.len());
        let ordinal = (begin..name).rev().find(|column| ORDINALS.contains(&titles[*column].as_str()));
        let parent = (begin..end).find(|column| PARENTS.contains(&titles[*column].as_str()));
        let cell = |row: &[String], column: usize| row.get(column).map_or("", |text| text.trim()).to_owned();
        let is_number = |text: &str| {
            let bare = text.trim_end_matches(['.', ')']);
            !bare.is_empty() && bare.bytes().all(|letter| letter.is_ascii_digit())
        };
        let below = || rows[at + 1..].iter().filter(|row| !cell(row, name).is_empty());
        // Where units are numbered, what has no number is the title of a section, a total, or who signs.
        let numbered = ordinal.filter(|ordinal| below().any(|row| is_number(&cell(row, *ordinal))));
        let is_unit = |row: &&Vec<String>| {
            let written = cell(row, name);
            let words = written.chars().any(char::is_alphabetic);
            words && !is_total(&written) && !is_name(&title(&written)) && numbered.is_none_or(|ordinal| is_number(&cell(row, ordinal)))
        };
        units.extend(below().filter(is_unit).map(|row| (cell(row, name), parent.map_or_else(String::new, |parent| cell(row, parent)))));
    }
    Some(units)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(rows: &[&[&str]]) -> Vec<String> {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        units(&rows).map_or_else(Vec::new, |units| units.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn sections_totals_and_who_signs_are_no_units() {
        let numbered: &[&[&str]] = &[
            &["DANH SÁCH ĐƠN VỊ"],
            &["STT", "Tên xã, phường", "Ghi chú"],
            &["(1)", "(2)", "(3)"],
            &["I", "Huyện Suối Mây cũ", ""],
            &["1", "Xã Ban Mai", ""],
            &["2", "Phường Cộng Hòa", ""],
            &["", "Tổng cộng: 2 đơn vị", ""],
            &["", "", "Người lập biểu"],
            &["", "Người lập biểu", ""],
        ];
        assert_eq!(names(numbered), ["Xã Ban Mai", "Phường Cộng Hòa"]);
        assert_eq!(
            names(&[&["Đơn vị"], &["Xã Ban Mai"], &["Đơn vị"], &["Xã Cộng Hòa"], &["Cộng"], &["Tổng số 2"]]),
            ["Xã Ban Mai", "Xã Cộng Hòa"]
        );
        assert_eq!(names(&[&["Ban Mai"]]), Vec::<String>::new());
    }

    #[test]
    fn all_sheets_and_both_halves_are_one_list() {
        let halves: &[&[&str]] = &[
            &["TT", "Đơn vị", "Cấp trên", "TT", "Đơn vị", "Cấp trên"],
            &["1", "Xã A", "S", "3", "Xã C", "T"],
            &["2", "Xã B", "S", "", "", ""],
        ];
        assert_eq!(names(halves), ["Xã A", "Xã B", "Xã C"]);
        let sheet = |names: &[&str]| [&["Đơn vị"], names].concat().iter().map(|name| vec![(*name).to_owned()]).collect::<Vec<_>>();
        let cover = vec![vec!["BÌA".to_owned()]];
        let expected = Expected::from_sheets(&[cover, sheet(&["Xã A", "Xã B"]), sheet(&["Xã B", "Xã D"])], "don-vi.xlsx").expect("a list");
        assert_eq!(expected.units.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["Xã A", "Xã B", "Xã D"]);
    }
}
