//! Why outputs are not put together, and what the office takes upon itself all the same.

use std::collections::BTreeMap;
use std::str::FromStr;

/// What can be accepted by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    DuplicateSchool,
    DuplicateUnit,
    MixedPeriod,
    MixedYear,
    Edited,
    FrameworkDiffers,
}

impl Reason {
    pub const ALL: [Reason; 6] =
        [Reason::DuplicateSchool, Reason::DuplicateUnit, Reason::MixedPeriod, Reason::MixedYear, Reason::Edited, Reason::FrameworkDiffers];

    /// As it is written after `--accept`.
    pub fn code(self) -> &'static str {
        match self {
            Reason::DuplicateSchool => "duplicate-school",
            Reason::DuplicateUnit => "duplicate-unit",
            Reason::MixedPeriod => "mixed-period",
            Reason::MixedYear => "mixed-year",
            Reason::Edited => "edited",
            Reason::FrameworkDiffers => "framework-differs",
        }
    }

    /// What follows from accepting it.
    pub fn consequence(self) -> &'static str {
        match self {
            Reason::DuplicateSchool => {
                "trường có trong danh sách chỉ tính một lần, theo đơn vị có trường trong danh sách; trường không đơn vị nào có trong danh sách tính là hai trường khác nhau"
            }
            Reason::DuplicateUnit => "kết quả giống hệt chỉ tính một lần; kết quả khác nhau được coi là hai phần của một đơn vị",
            Reason::MixedPeriod => "các kỳ được cộng chung và ghi theo kỳ sau cùng",
            Reason::MixedYear => "các năm học được cộng chung và ghi theo năm học sau cùng",
            Reason::Edited => "dùng dữ liệu gốc mà chương trình đã ghi, không dùng chỗ đã sửa",
            Reason::FrameworkDiffers => "tính theo bộ tiêu chuẩn của đơn vị gộp",
        }
    }

    fn other_name(self) -> &'static str {
        match self {
            Reason::DuplicateSchool => "trung-truong",
            Reason::DuplicateUnit => "trung-don-vi",
            Reason::MixedPeriod => "khac-ky",
            Reason::MixedYear => "khac-nam-hoc",
            Reason::Edited => "da-sua",
            Reason::FrameworkDiffers => "khac-bo-tieu-chuan",
        }
    }
}

impl FromStr for Reason {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = |reason: &&Reason| reason.code() == text || reason.other_name() == text;
        Reason::ALL.iter().find(named).copied().ok_or_else(|| format!("các lý do được dùng: {}", Reason::ALL.map(Reason::code).join(", ")))
    }
}

/// The reasons that are accepted, each with what the office wrote of it: `edited`, `edited=Xã đã xác nhận`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted(BTreeMap<Reason, String>);

impl Accepted {
    pub fn of(given: impl IntoIterator<Item = (Reason, String)>) -> Accepted {
        Accepted(given.into_iter().collect())
    }

    /// A reason, and after `=` why it is accepted.
    ///
    /// # Errors
    /// No such reason.
    pub fn entry(text: &str) -> Result<(Reason, String), String> {
        let (reason, why) = text.split_once('=').unwrap_or((text, ""));
        Ok((reason.trim().parse()?, why.trim().to_owned()))
    }

    pub fn why(&self, reason: Reason) -> Option<&str> {
        self.0.get(&reason).map(String::as_str)
    }
}
