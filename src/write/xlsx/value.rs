//! The value of a cell in; what Excel holds of it, shows before it computes, and how it shows it, out.

use rust_xlsxwriter::ExcelDateTime;

use super::style::Shown;
use super::wording::legible;
use crate::table::Value;

/// The kind of number format it takes.
pub fn shown(value: &Value) -> Shown {
    match value {
        Value::Empty | Value::Text(_) => Shown::Text,
        Value::Count(_) => Shown::Count,
        Value::Share { .. } => Shown::Share,
        Value::Date(_) => Shown::Date,
        Value::Money(_) => Shown::Money,
    }
}

/// What Excel shows before it computes.
pub fn result(value: &Value) -> String {
    match value {
        Value::Text(text) => legible(text).into_owned(),
        Value::Count(number) | Value::Money(number) => number.to_string(),
        Value::Share { part, whole } if *whole != 0 => (*part as f64 / *whole as f64).to_string(),
        Value::Date(date) => excel_date(*date).map_or_else(String::new, |day| day.to_excel().to_string()),
        Value::Share { .. } | Value::Empty => String::new(),
    }
}

/// Excel's calendar begins in 1900.
pub fn excel_date(date: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, date.month().try_into().ok()?, date.day().try_into().ok()?).ok()
}
