//! Values of the model in, the codes of data files out; and back again. A code is the name serde knows, so it is said once.

use std::fmt;

use anyhow::anyhow;
use serde::Serialize;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, IntoDeserializer};

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
}
