//! Codes of criteria: text to people (`1.10` follows `1.9`), numbers to sort by.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A criterion of a framework, or an item of its Mức 4 list: `1.10`, `M4.3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// Tiêu chí `number` of tiêu chuẩn `standard`.
    Numbered { standard: u8, number: u8 },
    /// Khoản `item` of the framework's Mức 4 list.
    Level4 { item: u8 },
}

impl Criterion {
    /// The standard, where there is one: an item of the Mức 4 list belongs to none.
    pub fn standard(self) -> Option<u8> {
        match self {
            Criterion::Numbered { standard, .. } => Some(standard),
            Criterion::Level4 { .. } => None,
        }
    }

    /// The standard of the criterion; where no criterion is named, the one the row stands under.
    pub fn standard_or(criterion: Option<Criterion>, stated: Option<u8>) -> Option<u8> {
        criterion.map_or(stated, Criterion::standard)
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Criterion::Numbered { standard, number } => write!(f, "{standard}.{number}"),
            Criterion::Level4 { item } => write!(f, "M4.{item}"),
        }
    }
}

impl FromStr for Criterion {
    type Err = String;

    /// Reads exactly what `Display` writes; phrases of people are read by `phrase::criterion`.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| part.parse::<u8>().map_err(|_| format!("mã tiêu chí \"{text}\" không đúng dạng 1.10 hoặc M4.3"));
        let (left, right) = text.split_once('.').ok_or_else(|| format!("mã tiêu chí \"{text}\" thiếu dấu chấm"))?;
        if left == "M4" {
            Ok(Criterion::Level4 { item: number(right)? })
        } else {
            Ok(Criterion::Numbered { standard: number(left)?, number: number(right)? })
        }
    }
}

impl Serialize for Criterion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Criterion {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The part of a plan a row stands in: the criteria of Mức 1-3, or the list of Mức 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LevelBand {
    #[serde(rename = "123")]
    OneToThree,
    #[serde(rename = "4")]
    Four,
}

impl LevelBand {
    pub fn code(self) -> &'static str {
        match self {
            LevelBand::OneToThree => "123",
            LevelBand::Four => "4",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_text_and_sort_as_people_count() {
        let mut codes: Vec<Criterion> = ["1.10", "M4.1", "1.9", "2.1", "1.1"].map(|code| code.parse().expect("a code")).into();
        codes.sort();
        assert_eq!(codes.iter().map(Criterion::to_string).collect::<Vec<_>>(), ["1.1", "1.9", "1.10", "2.1", "M4.1"]);
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in ["", "1", "1.", ".1", "1.1.1", "M4", "a.b", "1.300"] {
            assert!(text.parse::<Criterion>().is_err(), "{text}");
        }
    }
}
