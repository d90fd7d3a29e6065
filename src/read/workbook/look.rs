//! A number format in, what it shows of a value beyond the bare number out: per cent, a month without a day, a unit of money.

use calamine::DataRef;

use super::{Cell, CellKind, as_share, cell, decimals};
use crate::phrase;
use crate::text;

/// How the cells of one style look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looks {
    pub font: Option<String>,
    pub decimals: Option<u8>,
    pub shows: Shows,
    pub struck: bool,
}

impl Looks {
    pub fn of(format: &str, font: Option<String>, struck: bool) -> Looks {
        Looks { font, decimals: decimals(format), shows: shows(format), struck }
    }

    /// Whether the cells of the style are read as the file stores them.
    pub fn are_plain(&self) -> bool {
        let reads_otherwise = |font: &String| text::is_legacy_font(font) || text::symbols("x", font).is_some();
        self.decimals.is_none() && self.shows == Shows::Value && !self.struck && !self.font.as_ref().is_some_and(reads_otherwise)
    }

    /// A value in this style as a cell.
    pub fn cell(&self, column: u32, value: &DataRef<'_>) -> Option<Cell> {
        cell(column, value, self.font.as_deref(), self.decimals).map(|cell| self.shows.apply(cell))
    }
}

/// What Excel keeps by number: the format of each that shows more, or less, than the value. ECMA-376 18.8.30.
pub(super) fn built_in(number: u16) -> &'static str {
    match number {
        2 | 4 | 39 | 40 => "0.00",
        9 => "0%",
        10 => "0.00%",
        17 => "mmm-yy",
        _ => "",
    }
}

/// What a number format adds to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shows {
    Value,
    /// `0%`.
    Share,
    /// `mmm-yy`: "10/2023" as it is typed becomes the first of October, and shows as a month.
    Month,
    /// `#,##0" triệu"`.
    Money(String),
    /// `#,##0,` shows thousands, `#,##0,,"tr"` millions: how many thousands it is divided by, and the unit behind.
    Scaled(u8, Option<String>),
}

/// By the first section of the format.
pub(super) fn shows(format: &str) -> Shows {
    if format.ends_with('%') {
        return Shows::Share;
    }
    let (mut codes, mut words) = (String::new(), String::new());
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for sign in format.chars() {
        match sign {
            _ if std::mem::take(&mut escaped) => words.push(sign),
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => words.push(sign),
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            ';' => break,
            _ => codes.extend(sign.to_lowercase()),
        }
    }
    if codes.contains('m') && codes.contains('y') && !codes.contains(['d', 'h', 's']) {
        return Shows::Month;
    }
    let words = words.trim();
    if let Some(thousands) = scale(&codes) {
        return Shows::Scaled(thousands, phrase::money::unit(&format!("({words})")).filter(|unit| *unit > 1).map(|_| words.to_owned()));
    }
    match phrase::money::unit(&format!("({words})")) {
        Some(unit) if unit > 1 => Shows::Money(words.to_owned()),
        _ => Shows::Value,
    }
}

/// Commas behind the last digit of a number: each leaves three digits out.
fn scale(codes: &str) -> Option<u8> {
    let number = codes.trim();
    let plain = number.bytes().all(|sign| matches!(sign, b'0' | b'#' | b',' | b'.' | b'_' | b' ' | b'-' | b'?'));
    let behind = number.trim_end_matches(['_', ' ', '-', '?']);
    let commas = behind.bytes().rev().take_while(|sign| *sign == b',').count();
    (plain && (1..=3).contains(&commas) && behind.len() > commas).then_some(commas as u8)
}

impl Shows {
    /// The cell as Excel shows it.
    pub(super) fn apply(&self, cell: Cell) -> Cell {
        match (self, cell.kind) {
            (Shows::Share, _) => as_share(cell),
            (Shows::Month, CellKind::Date(day)) => {
                Cell { raw: Some(cell.text), text: format!("{}/{}", day.month(), day.year()), kind: CellKind::Text, ..cell }
            }
            (Shows::Money(unit), CellKind::Number { .. }) => {
                let shown = format!("{} {unit}", cell.text.replace('.', ","));
                Cell { raw: Some(cell.text), text: shown, kind: CellKind::Text, ..cell }
            }
            (Shows::Scaled(thousands, unit), CellKind::Number { value, decimals }) => {
                let value = value / 1_000f64.powi(i32::from(*thousands));
                let shown = value.to_string();
                match unit {
                    Some(unit) => {
                        Cell { raw: Some(cell.text), text: format!("{} {unit}", shown.replace('.', ",")), kind: CellKind::Text, ..cell }
                    }
                    None => Cell { raw: Some(cell.text), text: shown, kind: CellKind::Number { value, decimals }, ..cell },
                }
            }
            _ => cell,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_it_shows() {
        for format in ["mmm-yy", "mm/yyyy", "[$-409]mmm-yy;@", "m/yyyy", "\"Tháng \"m/yyyy"] {
            assert_eq!(shows(format), Shows::Month, "{format}");
        }
        for format in
            ["dd/mm/yyyy", "d-mmm", "General", "#,##0", "0.00", "h:mm", "mm:ss", "yyyy", "#,##0\"đ\"", "[$-42A]dd mmmm yyyy", "\"my\"0"]
        {
            assert_eq!(shows(format), Shows::Value, "{format}");
        }
        assert_eq!(shows("#,##0\" triệu\""), Shows::Money("triệu".to_owned()));
        assert_eq!(shows("#,##0\\ \"nghìn đồng\";-#,##0"), Shows::Money("nghìn đồng".to_owned()));
        assert_eq!(shows("0%"), Shows::Share);
        assert_eq!(shows("#,##0,\" nghìn\""), Shows::Scaled(1, Some("nghìn".to_owned())));
        assert_eq!(shows("#,##0,,\"tr\""), Shows::Scaled(2, Some("tr".to_owned())));
        assert_eq!(shows("#,##0,"), Shows::Scaled(1, None));
        let cell = |value: f64| Cell { column: 0, text: value.to_string(), raw: None, kind: CellKind::Number { value, decimals: None } };
        let shown = |format: &str, value: f64| shows(format).apply(cell(value)).text;
        assert_eq!(shown("#,##0,\" nghìn\"", 2_500_000.0), "2500 nghìn");
        assert_eq!(shown("#,##0,,", 15_000_000.0), "15");
        assert_eq!(shown("#,##0", 15_000_000.0), "15000000");
    }
}
