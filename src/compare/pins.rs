//! What the office has decided about doubtful links, `lien-ket.csv` → is this the same work? Doubtful links → lines to decide.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};

use super::{Certainty, Changes};
use crate::text;

/// Decisions by school and folded wordings, then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pins {
    decided: BTreeMap<(String, String, String), bool>,
    /// Lines without a decision yet: they stand, so that they are not asked twice.
    asked: Vec<(String, String, String)>,
    /// What stands between the columns of the list.
    delimiter: u8,
}

impl Default for Pins {
    fn default() -> Self {
        Pins { decided: BTreeMap::new(), asked: Vec::new(), delimiter: b',' }
    }
}

impl Pins {
    /// The titles of the list, in its order.
    pub const TITLES: [&'static str; 5] = ["Mã trường", "Tiêu chí", "Việc kỳ trước", "Việc kỳ này", "Cùng một việc"];

    /// Reads the list; `,`, `;` or tab between. "Cùng một việc" is `có`, `không`, or empty for not yet decided.
    ///
    /// # Errors
    /// The file cannot be read, lacks a column, or a decision is neither `có` nor `không`: with its line.
    pub fn load(path: &Path) -> anyhow::Result<Pins> {
        let shown = path.display();
        let bytes =
            std::fs::read(path).with_context(|| format!("Không đọc được danh sách liên kết \"{shown}\". Hãy kiểm tra đường dẫn."))?;
        let text = String::from_utf8(bytes)
            .ok()
            .with_context(|| format!("Danh sách liên kết \"{shown}\" không phải UTF-8. Hãy lưu lại dạng \"CSV UTF-8\"."))?;
        Pins::parse(text.trim_start_matches('\u{feff}'), &shown.to_string())
    }

    fn parse(text: &str, name: &str) -> anyhow::Result<Pins> {
        let first = text.lines().next().unwrap_or_default();
        let delimiter =
            [b';', b'\t', b','].into_iter().max_by_key(|delimiter| first.bytes().filter(|byte| byte == delimiter).count()).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let titles: Vec<String> = reader.headers()?.iter().map(text::fold).collect();
        let column = |title: &str| titles.iter().position(|known| *known == text::fold(title));
        let (Some(school), Some(old), Some(new), Some(same)) =
            (column(Pins::TITLES[0]), column(Pins::TITLES[2]), column(Pins::TITLES[3]), column(Pins::TITLES[4]))
        else {
            bail!(
                "Danh sách liên kết \"{name}\" phải có các cột {} ở dòng đầu.",
                [Pins::TITLES[0], Pins::TITLES[2], Pins::TITLES[3], Pins::TITLES[4]].join(", ")
            );
        };
        let mut pins = Pins { delimiter, ..Pins::default() };
        for record in reader.records() {
            let record = record.with_context(|| format!("Danh sách liên kết \"{name}\" không đúng dạng CSV."))?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            let key = (cell(school).to_owned(), text::fold(cell(old)), text::fold(cell(new)));
            if key.0.is_empty() && key.1.is_empty() && key.2.is_empty() {
                continue;
            }
            match text::fold(cell(same)).as_str() {
                "" => pins.asked.push(key),
                "co" | "dung" | "x" => drop(pins.decided.insert(key, true)),
                "khong" | "sai" => drop(pins.decided.insert(key, false)),
                _ => bail!(
                    "Danh sách liên kết \"{name}\", dòng {line}: cột \"{}\" ghi \"{}\"; hãy ghi có hoặc không.",
                    Pins::TITLES[4],
                    cell(same)
                ),
            }
        }
        Ok(pins)
    }

    /// What stands between the columns of the list, for lines to be added.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// What was decided of two folded wordings of one school.
    pub(super) fn is_same(&self, school_id: &str, old: &str, new: &str) -> Option<bool> {
        if self.decided.is_empty() {
            return None;
        }
        self.decided.get(&(school_id.to_owned(), old.to_owned(), new.to_owned())).copied()
    }

    /// The decisions whose work is on neither side any more, for a word about them: `01: việc …`.
    pub(super) fn idle(&self, stands: impl Fn(&str, &str, &str) -> bool) -> Vec<String> {
        let idle = self.decided.keys().filter(|(school, old, new)| !stands(school, old, new));
        idle.map(|(school, old, new)| format!("{school}: \"{old}\" – \"{new}\"")).collect()
    }

    /// A line for every doubtful link that was not asked about yet, in the order of [`Pins::TITLES`], undecided.
    pub fn questions(&self, changes: &Changes) -> Vec<[String; 5]> {
        let mut lines = Vec::new();
        for change in changes.work.iter().filter(|change| change.certainty == Some(Certainty::Doubtful)) {
            let (Some(old), Some(new)) = (&change.old, &change.new) else { continue };
            let key = (change.school_id.clone(), text::fold(&old.task), text::fold(&new.task));
            if !self.asked.contains(&key) {
                let criterion = change.criterion.map_or_else(String::new, |criterion| criterion.to_string());
                lines.push([change.school_id.clone(), criterion, old.task.clone(), new.task.clone(), String::new()]);
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_found_whatever_the_case_and_spaces() {
        let pins = Pins::parse(
            "Mã trường;Tiêu chí;Việc kỳ trước;Việc kỳ này;Cùng một việc\n01;1.1;Mua máy  tính;Trang bị máy;Có\n01;1.1;A;B;không\n01;1.1;C;D;\n",
            "lien-ket.csv",
        )
        .expect("read");
        assert_eq!(pins.is_same("01", "mua may tinh", "trang bi may"), Some(true));
        assert_eq!(pins.is_same("01", "a", "b"), Some(false));
        assert_eq!(pins.is_same("01", "c", "d"), None);
    }

    #[test]
    fn a_decision_that_is_none_is_refused_with_its_line() {
        let error =
            Pins::parse("Mã trường,Việc kỳ trước,Việc kỳ này,Cùng một việc\n01,a,b,chắc thế\n", "lien-ket.csv").expect_err("refused");
        assert_eq!(
            error.to_string(),
            "Danh sách liên kết \"lien-ket.csv\", dòng 2: cột \"Cùng một việc\" ghi \"chắc thế\"; hãy ghi có hoặc không."
        );
        let error = Pins::parse("Mã trường,Việc\n", "lien-ket.csv").expect_err("refused");
        assert!(error.to_string().contains("Cùng một việc"), "{error}");
    }
}
