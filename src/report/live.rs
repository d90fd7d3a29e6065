//! Formulas over the data sheets: what is to be counted in, `COUNTIFS(...)` out, with the program's own figure as the cached value.
//!
//! A condition such as `"1.10"` also matches `"1.1"`, because Excel compares texts that look like numbers as numbers. So criteria are counted
//! by keys that hold a bar and cannot be read as a number: `tt18-2018|1.10|3`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::Criterion;
use crate::table::{Cell, Value};

/// The tables formulas may name, by their id in the book.
pub mod table {
    pub const ACTIONS: &str = "actions";
    pub const ASSESSMENTS: &str = "assessments";
    pub const SCHOOLS: &str = "schools";
    pub const SCHOOL_LEVELS: &str = "school_levels";
    pub const FINDINGS: &str = "findings";
}

/// The titles of the columns formulas name: each said once, here.
pub mod column {
    pub const SCHOOL_ID: &str = "Mã trường";
    pub const SCHOOL: &str = "Tên trường";
    pub const KIND: &str = "Loại hình";
    pub const COMMUNE: &str = "Xã, phường";
    pub const FRAMEWORK: &str = "Bộ tiêu chuẩn";
    pub const LISTED: &str = "Trong danh sách";
    pub const SUBMISSION: &str = "Tình trạng nộp";
    pub const SCHOOL_LEVEL: &str = "Mức của trường";
    pub const RESULT: &str = "Kết quả";
    pub const STATUS: &str = "Tình trạng";
    pub const DUE: &str = "Hạn hoàn thành";
    pub const SUPPOSED: &str = "Hạn do suy đoán";
    pub const OVERDUE: &str = "Quá hạn";
    pub const DAYS_OVERDUE: &str = "Số ngày quá hạn";
    pub const COST: &str = "Số tiền (đồng)";
    pub const CRITERION_KEY: &str = "Khóa tiêu chí";
    pub const STANDARD_KEY: &str = "Khóa tiêu chuẩn";
    pub const SCHOOL_KEY: &str = "Khóa trường";
    pub const SEVERITY: &str = "Mức độ";
}

/// A criterion of a framework: `tt18-2018|1.10`.
pub fn criterion_key(framework: &str, criterion: Criterion) -> String {
    format!("{framework}|{criterion}")
}

/// A criterion at a level: `tt18-2018|1.10|3`.
pub fn level_key(framework: &str, criterion: Criterion, level: u8) -> String {
    format!("{framework}|{criterion}|{level}")
}

/// A standard: `tt18-2018|tc1`.
pub fn standard_key(framework: &str, standard: u8) -> String {
    format!("{framework}|tc{standard}")
}

/// A standard at a level: `tt18-2018|tc1|3`.
pub fn standard_level_key(framework: &str, standard: u8, level: u8) -> String {
    format!("{framework}|tc{standard}|{level}")
}

/// A criterion of a school: `t|0123|1.10`. The letter in front keeps a code that begins with a sign from being read as a comparison.
pub fn school_key(school_id: &str, criterion: Criterion) -> String {
    format!("t|{school_id}|{criterion}")
}

/// How many rows of a table satisfy every condition.
#[derive(Debug, Clone)]
pub struct Count {
    table: &'static str,
    /// Column and condition as `COUNTIFS` takes it; `None` where the condition cannot be said safely.
    conditions: Vec<(&'static str, Option<String>)>,
}

impl Count {
    /// Every row, by a column that is never empty.
    pub fn all(table: &'static str) -> Self {
        Count { table, conditions: Vec::new() }
    }

    /// The rows whose `column` holds `text`: a key, or a word of ours.
    pub fn of(table: &'static str, column: &'static str, text: &str) -> Self {
        Count::all(table).and(column, text)
    }

    pub fn and(mut self, column: &'static str, text: &str) -> Self {
        self.conditions.push((column, exact(text)));
        self
    }

    /// The rows whose number in `column` lies between two bounds, both included.
    pub fn between(mut self, column: &'static str, least: i32, most: Option<i32>) -> Self {
        self.conditions.push((column, Some(format!(">={least}"))));
        if let Some(most) = most {
            self.conditions.push((column, Some(format!("<={most}"))));
        }
        self
    }

    fn formula(&self) -> Option<String> {
        if self.conditions.is_empty() {
            return Some(format!("COUNTA({}[{}])", self.table, column::SCHOOL_ID));
        }
        let mut text = String::from("COUNTIFS(");
        for (index, (column, condition)) in self.conditions.iter().enumerate() {
            let condition = condition.as_ref()?;
            let comma = if index > 0 { "," } else { "" };
            text.push_str(&format!("{comma}{}[{column}],\"{condition}\"", self.table));
        }
        text.push(')');
        Some(text)
    }
}

/// The text as a condition that matches nothing else: wildcards and quotes escaped. `None` for what Excel would read as a number or a comparison, or cuts.
fn exact(text: &str) -> Option<String> {
    /// Longest text literal in a formula.
    const LONGEST: usize = 255;
    if !text.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let mut condition = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '~' | '*' | '?' => condition.extend(['~', letter]),
            '"' => condition.push_str("\"\""),
            letter => condition.push(letter),
        }
    }
    (condition.encode_utf16().count() <= LONGEST).then_some(condition)
}

/// Which tables formulas may count over: none where the book holds more rows than wanted, and never one without rows.
#[derive(Debug, Clone, Default)]
pub struct Live {
    tables: BTreeSet<&'static str>,
}

impl Live {
    pub fn over(tables: impl IntoIterator<Item = &'static str>) -> Self {
        Live { tables: tables.into_iter().collect() }
    }

    pub fn has(&self, table: &str) -> bool {
        self.tables.contains(table)
    }

    /// The figure, alive as the sum of the counts.
    pub fn count(&self, figure: usize, counts: &[Count]) -> Cell {
        self.cell(Cell::count(figure), self.sum(counts))
    }

    /// The figure, alive as one count less another.
    pub fn difference(&self, figure: usize, from: &[Count], less: &[Count]) -> Cell {
        let formula = self.sum(from).zip(self.sum(less)).map(|(from, less)| format!("({from})-({less})"));
        self.cell(Cell::count(figure), formula)
    }

    /// The share, alive as the parts over the wholes.
    pub fn share(&self, part: usize, whole: usize, parts: &[Count], wholes: &[Count]) -> Cell {
        let formula = self.sum(parts).zip(self.sum(wholes)).map(|(parts, wholes)| format!("IFERROR(({parts})/({wholes}),\"–\")"));
        // Of nothing there is no share; the dash is what the formula gives as well.
        self.cell(if whole == 0 { Cell::text("–") } else { Cell::share(part, whole) }, formula)
    }

    /// A cell of the matrix: the level reached, a dash where nothing was judged, and the mark where work is overdue.
    pub fn matrix(&self, shown: String, key: &str, level4: bool) -> Cell {
        let judged = |result: &str| Count::of(table::ASSESSMENTS, column::SCHOOL_KEY, key).and(column::RESULT, result);
        let met = self.sum(&[judged("Đạt")]);
        let unmet = self.sum(&[judged("Không đạt")]);
        let late = if self.has(table::ACTIONS) {
            self.sum(&[Count::of(table::ACTIONS, column::SCHOOL_KEY, key).and(column::OVERDUE, "Chắc chắn")])
        } else {
            Some("0".to_owned())
        };
        let formula = met.zip(unmet).zip(late).map(|((met, unmet), late)| {
            let verdict = if level4 {
                format!("IF({unmet}>0,\"K\",IF({met}>0,\"Đ\",\"–\"))")
            } else {
                format!("IF({met}+{unmet}=0,\"–\",{met})")
            };
            // Not `verdict & ""`: a level without a mark is a number to both engines.
            format!("IF({late}>0,{verdict}&\" ▲\",{verdict})")
        });
        self.cell(level(shown), formula)
    }

    /// Whether the work of this row is overdue, by its status, its due date and how that date is known.
    pub fn lateness(&self, words: &str, as_of: Date) -> Cell {
        let formula = self.has(table::ACTIONS).then(|| {
            let day = day(as_of);
            let (status, due, supposed) = (here(column::STATUS), here(column::DUE), here(column::SUPPOSED));
            format!(
                "IF({status}=\"Hoàn thành\",\"Không\",IF({due}=\"\",\"Chưa rõ hạn\",IF({due}>={day},\"Không\",IF(OR({supposed}<>\"\",{status}=\"Chưa báo cáo\"),\"Có thể\",\"Chắc chắn\"))))"
            )
        });
        self.cell(Cell::text(words), formula)
    }

    /// Days past due, a dash where the work is not overdue.
    pub fn days_overdue(&self, days: Option<i32>, as_of: Date) -> Cell {
        let formula = self.has(table::ACTIONS).then(|| {
            let (overdue, due) = (here(column::OVERDUE), here(column::DUE));
            format!("IF(OR({overdue}=\"Chắc chắn\",{overdue}=\"Có thể\"),{}-{due},\"–\")", day(as_of))
        });
        let value = days.map_or(Value::Text("–".to_owned()), |days| Value::Count(i64::from(days)));
        self.cell(Cell::new(value), formula)
    }

    fn sum(&self, counts: &[Count]) -> Option<String> {
        let mut terms = Vec::with_capacity(counts.len());
        for count in counts {
            if !self.has(count.table) {
                return None;
            }
            terms.push(count.formula()?);
        }
        (!terms.is_empty()).then(|| terms.join("+"))
    }

    fn cell(&self, cell: Cell, formula: Option<String>) -> Cell {
        match formula {
            Some(formula) => cell.formula(formula),
            None => cell,
        }
    }
}

/// What stands in the matrix: a number where a level stands alone.
pub fn level(shown: String) -> Cell {
    shown.parse().map_or_else(|_| Cell::text(shown), |level| Cell::new(Value::Count(level)))
}

/// The cell of a column in the formula's own row.
fn here(column: &str) -> String {
    format!("{}[[#This Row],[{column}]]", table::ACTIONS)
}

fn day(date: Date) -> String {
    format!("DATE({},{},{})", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Criterion {
        text.parse().expect("a code")
    }

    #[test]
    fn no_key_can_be_read_as_a_number_and_1_1_is_not_1_10() {
        let keys = ["1.1", "1.10"]
            .map(|text| [criterion_key("tt18-2018", code(text)), level_key("tt18-2018", code(text), 1), school_key("0123", code(text))]);
        for (short, long) in keys[0].iter().zip(&keys[1]) {
            assert_ne!(short, long);
            assert!(short.contains('|') && short.parse::<f64>().is_err());
        }
    }

    #[test]
    fn a_condition_from_a_register_matches_itself_only() {
        assert_eq!(exact("Phường 1").as_deref(), Some("Phường 1"));
        assert_eq!(exact("Xã \"A*\"").as_deref(), Some("Xã \"\"A~*\"\""));
        for text in ["", "1", ">5", "=1+1", "-", &"x".repeat(300)] {
            assert_eq!(exact(text), None, "{text}");
        }
    }

    #[test]
    fn a_formula_never_names_a_table_that_is_not_there() {
        let live = Live::over([table::SCHOOLS]);
        assert_eq!(live.count(3, &[Count::all(table::SCHOOLS)]).formula.as_deref(), Some("COUNTA(schools[Mã trường])"));
        assert_eq!(live.count(3, &[Count::all(table::ACTIONS)]).formula, None);
        assert_eq!(live.count(3, &[Count::all(table::SCHOOLS), Count::all(table::ACTIONS)]).formula, None);
    }
}
