//! The office's list of what came when, `so-nhan.csv` → dates of receipt.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::Date;

use crate::text;

/// Dates of receipt by file name and by content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    by_file: BTreeMap<String, Date>,
    by_hash: BTreeMap<String, Date>,
}

impl Intake {
    /// Reads the list: columns "Tệp" and "Ngày nhận", optionally "Mã kiểm tra", in any order; `,`, `;` or tab between.
    ///
    /// # Errors
    /// The file cannot be read, or lacks one of the two columns, or a date is none: with the line.
    pub fn load(path: &Path) -> anyhow::Result<Intake> {
        let bytes =
            std::fs::read(path).with_context(|| format!("Không đọc được sổ nhận \"{}\". Hãy kiểm tra đường dẫn.", path.display()))?;
        let text = String::from_utf8_lossy(&bytes);
        Intake::parse(text.trim_start_matches('\u{feff}'), &path.display().to_string())
    }

    fn parse(text: &str, name: &str) -> anyhow::Result<Intake> {
        let first = text.lines().next().unwrap_or_default();
        let delimiter =
            [b';', b'\t', b','].into_iter().max_by_key(|delimiter| first.bytes().filter(|byte| byte == delimiter).count()).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let titles: Vec<String> = reader.headers()?.iter().map(text::fold).collect();
        let column = |names: &[&str]| titles.iter().position(|title| names.contains(&title.as_str()));
        let (Some(file), Some(date)) = (column(&["tep", "ten tep", "file"]), column(&["ngay nhan", "ngay", "received on"])) else {
            bail!("Sổ nhận \"{name}\" phải có cột \"Tệp\" và cột \"Ngày nhận\" ở dòng đầu.");
        };
        let hash = column(&["ma kiem tra", "sha256", "hash"]);
        let mut intake = Intake::default();
        for record in reader.records() {
            let record = record.with_context(|| format!("Sổ nhận \"{name}\" không đúng dạng CSV."))?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            if cell(date).is_empty() {
                continue;
            }
            let received = day(cell(date))
                .with_context(|| format!("Sổ nhận \"{name}\", dòng {line}: ngày \"{}\" không đúng; hãy ghi như 08/01/2024.", cell(date)))?;
            intake.by_file.insert(key(cell(file)), received);
            if let Some(hash) = hash.map(cell).filter(|hash| !hash.is_empty()) {
                intake.by_hash.insert(hash.to_owned(), received);
            }
        }
        Ok(intake)
    }

    /// When a file came, by its content first, then by its name with or without folders.
    pub fn received(&self, file: &str, sha256: &str) -> Option<Date> {
        let file = key(file);
        let last = file.rsplit('/').next().unwrap_or(&file);
        self.by_hash.get(sha256).or_else(|| self.by_file.get(&file)).or_else(|| self.by_file.get(last)).copied()
    }
}

/// One name however its letters are composed (macOS takes them apart), whatever the case and the strokes between folders.
fn key(name: &str) -> String {
    text::clean(name).to_lowercase().replace('\\', "/")
}

/// `08/01/2024` or `2024-01-08`.
fn day(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_receipt_are_found_by_content_and_by_name() {
        let intake =
            Intake::parse("Tệp;Ngày nhận;Mã kiểm tra\nmn-hoa-sen.xlsx;08/01/2024;\nx.xlsx;2024-01-12;abc\n", "so-nhan.csv").expect("read");
        assert_eq!(intake.received("bao-cao/mn-hoa-sen.xlsx", "1").map(|date| date.to_string()), Some("2024-01-08".to_owned()));
        assert_eq!(intake.received("doi-ten.xlsx", "abc").map(|date| date.to_string()), Some("2024-01-12".to_owned()));
        assert_eq!(intake.received("khac.xlsx", "1"), None);
    }

    #[test]
    fn a_date_that_is_none_is_refused_with_its_line() {
        let error = Intake::parse("Tệp,Ngày nhận\na.xlsx,31/02/2024\n", "so-nhan.csv").expect_err("refused");
        assert!(error.to_string().contains("dòng 2") && error.to_string().contains("31/02/2024"), "{error}");
    }
}
