//! Schools, as the register of the office knows them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a school teaches; with the school year it decides the framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolKind {
    /// Mầm non, mẫu giáo, nhà trẻ.
    MamNon,
    /// Tiểu học.
    TieuHoc,
    /// Trung học cơ sở.
    Thcs,
    /// Trung học phổ thông.
    Thpt,
    /// More than one level: TH&THCS, THCS&THPT, phổ thông nhiều cấp học.
    NhieuCap,
    /// Giáo dục thường xuyên.
    Gdtx,
}

impl SchoolKind {
    pub const ALL: [SchoolKind; 6] =
        [SchoolKind::MamNon, SchoolKind::TieuHoc, SchoolKind::Thcs, SchoolKind::Thpt, SchoolKind::NhieuCap, SchoolKind::Gdtx];

    /// The code of data files: `mam_non`.
    pub fn code(self) -> &'static str {
        match self {
            SchoolKind::MamNon => "mam_non",
            SchoolKind::TieuHoc => "tieu_hoc",
            SchoolKind::Thcs => "thcs",
            SchoolKind::Thpt => "thpt",
            SchoolKind::NhieuCap => "nhieu_cap",
            SchoolKind::Gdtx => "gdtx",
        }
    }

    /// The name people read: `Mầm non`.
    pub fn title(self) -> &'static str {
        match self {
            SchoolKind::MamNon => "Mầm non",
            SchoolKind::TieuHoc => "Tiểu học",
            SchoolKind::Thcs => "THCS",
            SchoolKind::Thpt => "THPT",
            SchoolKind::NhieuCap => "Nhiều cấp học",
            SchoolKind::Gdtx => "GDTX",
        }
    }
}

/// One school of the register, or, without a register, one that the files name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// The register's code with its leading zeros, else the folded name: `thcs-ton-that-tung`.
    pub id: String,
    /// As the office writes it: `Trường THCS Hoa Sen`.
    pub name: String,
    pub kind: Option<SchoolKind>,
    /// Xã, phường.
    pub commune: String,
    /// Cụm chuyên môn.
    pub cluster: String,
    /// Other names under which files may come.
    pub aliases: Vec<String>,
    /// Cấp độ kiểm định chất lượng giáo dục, 1 to 4.
    pub accreditation: Option<u8>,
    /// Mức độ chuẩn quốc gia, 1 or 2.
    pub national_standard: Option<u8>,
    pub recognised_on: Option<Date>,
    /// Mức the school means to reach, where the register says so.
    pub target_level: Option<u8>,
    /// The framework it reports under: of its files, else of its kind and the year.
    pub framework: Option<String>,
    /// Whether the school stands in the register.
    pub registered: bool,
    pub geography: Geography,
    pub lineage: Lineage,
}

/// The schools that one goes on from, by their codes: what compares two periods follows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// They have become part of it.
    pub took_in: Vec<String>,
    /// It was split from this one.
    pub split_from: Option<String>,
}

/// Where a school belonged before the communes and districts changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Geography {
    /// Huyện, quận cũ.
    pub district: String,
    /// Xã, phường cũ.
    pub commune_before: String,
    /// The first day on which [`School::commune`] holds; without one it always does.
    pub changed_on: Option<Date>,
}

impl School {
    /// The commune it belongs to on a day.
    pub fn commune_on(&self, day: Date) -> &str {
        let Geography { commune_before, changed_on, .. } = &self.geography;
        if changed_on.is_some_and(|from| day < from) && !commune_before.is_empty() { commune_before } else { &self.commune }
    }
}
