//! Names people chose in, names Excel accepts out, one to one.

use std::collections::BTreeSet;

use super::wording::legible;
use crate::table::Table;

const MOST_UNITS: usize = 31;

/// Names given so far, for Excel takes names that differ only in case for one.
#[derive(Default)]
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name for the sheet: at most 31 UTF-16 units, nothing forbidden, not given before.
    pub fn give(&mut self, wanted: &str) -> String {
        let clean: String = legible(wanted).chars().map(|letter| if ":\\/?*[]\n\t".contains(letter) { '-' } else { letter }).collect();
        let clean = clean.trim().trim_matches('\'').trim();
        let base = if clean.is_empty() { "Trang" } else { clean };
        for number in 1_usize.. {
            let ending = if number == 1 { String::new() } else { format!("_{number}") };
            let name = format!("{}{ending}", shortened(base, MOST_UNITS - ending.len()));
            // Excel keeps this one for itself.
            if name.to_lowercase() != "history" && self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        unreachable!("there are more numbers than sheets")
    }
}

/// At most so many UTF-16 units, without an apostrophe or a blank at the end.
fn shortened(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end]).trim_end_matches(['\'', ' '])
}

/// A sheet and a cell as a formula names them: `'KH năm ''24'!B14`.
pub fn reference(sheet: &str, cell: &str) -> String {
    format!("'{}'!{cell}", sheet.replace('\'', "''"))
}

/// Titles of the columns, no two alike: a real Excel table needs that. Of two alike the second names its group, or its number.
pub fn column_titles(table: &Table) -> Vec<String> {
    let mut given = BTreeSet::new();
    let mut titles = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let plain = legible(&column.title).split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = if plain.is_empty() { "Cột".to_owned() } else { plain };
        let grouped = column.group.as_ref().map(|group| format!("{plain} ({})", legible(group)));
        let numbered = (2..).map(|number| format!("{plain} ({number})"));
        let title = std::iter::once(plain.clone()).chain(grouped).chain(numbered).find(|title| given.insert(title.to_lowercase()));
        titles.push(title.expect("there are more numbers than columns"));
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::{SheetNames, column_titles, reference};
    use crate::table::{Column, Table};

    #[test]
    fn sheet_names_are_made_fit_one_to_one() {
        let mut names = SheetNames::default();
        assert_eq!(names.give("Việc quá hạn"), "Việc quá hạn");
        assert_eq!(names.give("VIỆC QUÁ HẠN"), "VIỆC QUÁ HẠN_2");
        assert_eq!(names.give("a/b:c*d?[e]\\f"), "a-b-c-d--e--f");
        assert_eq!(names.give("'Kế hoạch'"), "Kế hoạch");
        assert_eq!(names.give("  "), "Trang");
        assert_eq!(names.give("History"), "History_2");
        let long = "Danh sách các trường chưa nộp báo cáo kết quả";
        let (first, second) = (names.give(long), names.give(long));
        assert!(first != second && second.ends_with("_2"));
        assert!([first, second, names.give(&"🙂".repeat(30))].iter().all(|name| name.encode_utf16().count() <= 31));
    }

    #[test]
    fn a_reference_quotes_the_apostrophe() {
        assert_eq!(reference("KH năm '24", "B14"), "'KH năm ''24'!B14");
    }

    #[test]
    fn columns_of_one_title_are_told_apart() {
        let columns = vec![
            Column::text("Mức 1", 8.0).under("Đạt"),
            Column::text("mức 1", 8.0).under("Không đạt"),
            Column::text("Mức 1", 8.0),
            Column::text("", 8.0),
        ];
        let table = Table { id: "a".to_owned(), columns, rows: Vec::new(), filter: true };
        assert_eq!(column_titles(&table), ["Mức 1", "mức 1 (Không đạt)", "Mức 1 (2)", "Cột"]);
    }
}
