//! Values of the model in, the codes of data files out; and back again. A code is the name serde knows, so it is said once.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Context, anyhow};
use serde::Serialize;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::model::{CostPart, CostSource};

/// The code of a value: `in_progress`, `1.10`.
pub fn code<T: Serialize>(value: &T) -> String {
    struct Code<'v, T>(&'v T);
    impl<T: Serialize> fmt::Display for Code<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Code(value).to_string()
}

/// Several codes in one cell: `plan;result`.
pub fn codes<'v, T: Serialize + 'v>(values: impl IntoIterator<Item = &'v T>) -> String {
    values.into_iter().map(code).collect::<Vec<_>>().join(SEPARATOR)
}

/// What stands between the values of one cell.
pub const SEPARATOR: &str = ";";

/// Who pays an amount: `budget`, `budget+socialised` of what cannot be divided, `unstated`.
pub fn payers(sources: &BTreeSet<CostSource>) -> String {
    if sources.is_empty() { UNSTATED.to_owned() } else { codes(sources).replace(SEPARATOR, TOGETHER) }
}

/// An amount for which no source is named.
const UNSTATED: &str = "unstated";
/// What stands between those who pay together.
const TOGETHER: &str = "+";

/// The parts of an amount in one cell: `budget=5000000;socialised=2000000`.
pub fn parts(parts: &[CostPart]) -> String {
    parts.iter().map(|part| format!("{}={}", payers(&part.sources), part.amount_vnd)).collect::<Vec<_>>().join(SEPARATOR)
}

/// The parts behind such a cell.
///
/// # Errors
/// A part without an amount, or of somebody unknown.
pub fn of_parts(text: &str) -> anyhow::Result<Vec<CostPart>> {
    let part = |part: &str| {
        let (payers, amount) = part.split_once('=').with_context(|| format!("phần kinh phí \"{part}\" không có số tiền"))?;
        let sources = payers.split(TOGETHER).filter(|payer| *payer != UNSTATED).map(of_code).collect::<anyhow::Result<_>>()?;
        Ok(CostPart { sources, amount_vnd: amount.parse().with_context(|| format!("phần kinh phí \"{part}\" không có số tiền"))? })
    };
    text.split(SEPARATOR).filter(|text| !text.is_empty()).map(part).collect()
}

/// The values behind several codes in one cell.
pub fn of_codes<T: DeserializeOwned + Ord>(codes: &str) -> anyhow::Result<BTreeSet<T>> {
    codes.split(SEPARATOR).filter(|code| !code.is_empty()).map(of_code).collect()
}

/// The value behind a code.
pub fn of_code<T: DeserializeOwned>(code: &str) -> anyhow::Result<T> {
    T::deserialize(IntoDeserializer::<Error>::into_deserializer(code))
        .map_err(|error| anyhow!("không hiểu mã \"{code}\" trong bảng dữ liệu: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CostSource, Criterion, FormKind, LevelBand, SchoolKind, Status, WindowFlag};

    #[test]
    fn a_code_is_the_name_in_every_file() {
        assert_eq!(code(&WindowFlag::YearInferred), "year_inferred");
        assert_eq!(code(&LevelBand::OneToThree), "123");
        assert_eq!(code(&Criterion::Numbered { standard: 1, number: 10 }), "1.10");
        assert_eq!(codes(&[CostSource::Budget, CostSource::Socialised]), "budget;socialised");
        for kind in SchoolKind::ALL {
            assert_eq!(code(&kind), kind.code());
        }
        for form in [FormKind::Plan, FormKind::Result, FormKind::Assessment, FormKind::Evidence, FormKind::Problems, FormKind::FollowUp] {
            assert_eq!(code(&form), form.code());
        }
    }

    #[test]
    fn a_code_is_read_back() {
        for status in Status::ALL {
            assert_eq!(of_code::<Status>(status.code()).expect("a code"), status);
        }
        assert_eq!(of_code::<Criterion>("M4.3").expect("a code"), Criterion::Level4 { item: 3 });
        assert!(of_code::<Status>("done").is_err());
    }

    #[test]
    fn an_amount_in_parts_is_read_back() {
        let part = |sources: &[CostSource], amount_vnd: i64| CostPart { sources: sources.iter().copied().collect(), amount_vnd };
        let divided = [part(&[CostSource::Budget], 5), part(&[CostSource::Budget, CostSource::Socialised], 2), part(&[], 1)];
        assert_eq!(parts(&divided), "budget=5;budget+socialised=2;unstated=1");
        assert_eq!(of_parts(&parts(&divided)).expect("parts"), divided);
        assert!(of_parts("").expect("none").is_empty());
        assert!(of_parts("budget").is_err() && of_parts("nobody=1").is_err());
    }
}
