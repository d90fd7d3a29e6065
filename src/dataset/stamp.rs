//! What an output says of itself, for the program that rolls it up: who compiled it, for when, by which frameworks, and the hashes of its tables.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Question;
use crate::model::{Period, SchoolYear, UnitName};

/// The name of the shape of `du-lieu/`; a reader refuses another.
pub const SCHEMA: &str = "ctcl.data/1";
/// What to do about a shape that this program does not read: `ctcl.data/0` is of an older one, `ctcl.data/2` of a newer one.
pub fn mend_schema(found: &str, own: &str) -> &'static str {
    let number = |schema: &str| schema.rsplit_once('/').and_then(|(name, number)| Some((name.to_owned(), number.parse::<u32>().ok()?)));
    match (number(found), number(own)) {
        (Some((name, found)), Some((own_name, own))) if name == own_name && found > own => {
            "Kết quả do bản mới hơn của chương trình ghi: hãy cập nhật ctcl trên máy này rồi chạy lại."
        }
        (Some((name, _)), Some((own_name, _))) if name == own_name => {
            "Kết quả do bản cũ hơn của chương trình ghi: hãy chạy lại ctcl report bằng bản này từ các tệp của trường, hoặc đề nghị đơn vị chạy lại rồi gửi lại."
        }
        _ => "Đây không phải kết quả của ctcl: hãy chỉ tới thư mục, gói .zip hoặc tong-hop.xlsx do ctcl report ghi.",
    }
}

/// The file of `du-lieu/` it is written to.
pub const FILE_NAME: &str = "nguon.json";

/// The stamp of one output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub schema: String,
    /// The version of the program that wrote it.
    pub program: String,
    /// Who compiled this output.
    pub unit: UnitName,
    /// Whether it was rolled up from others, or read from schools' files.
    pub rolled_up: bool,
    /// The day on which its work was judged overdue.
    pub as_of: Date,
    /// The units that read schools' files: one for a report, all of them for a roll-up; by name.
    pub units: Vec<UnitStamp>,
    /// Units of the register of units from which nothing came.
    pub missing: Vec<String>,
    /// What was taken in although it would have been refused, and why.
    pub accepted: Vec<String>,
    /// What else the reader of the figures should know of the roll-up.
    pub notes: Vec<String>,
    /// SHA-256 of each table as Parquet.
    pub tables: BTreeMap<String, String>,
}

/// A unit that read schools' files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitStamp {
    #[serde(flatten)]
    pub unit: UnitName,
    /// The roll-ups it has gone through, the first one first.
    pub within: Vec<String>,
    pub school_year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
    pub deadline: Date,
    /// Whether a register said which schools have to report.
    pub expected: bool,
    /// Of each framework that its rows name, what it was taken to say.
    pub frameworks: BTreeMap<String, String>,
    /// Of all its tables: two outputs with one hash are the same.
    pub sha256: String,
}

impl Stamp {
    /// The stamp of a report: `tables` are the bytes of each table.
    pub fn of_report(unit: UnitName, question: &Question, frameworks: BTreeMap<String, String>, tables: &[(&str, Vec<u8>)]) -> Stamp {
        let tables = hashes(tables);
        let all: String = tables.iter().flat_map(|(name, hash)| [name.as_str(), " ", hash, "\n"]).collect();
        let leaf = UnitStamp {
            unit: unit.clone(),
            within: Vec::new(),
            school_year: question.school_year,
            period: question.period,
            as_of: question.as_of,
            deadline: question.deadline,
            expected: question.expected,
            frameworks,
            sha256: sha256(all.as_bytes()),
        };
        Stamp {
            schema: SCHEMA.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            unit,
            rolled_up: false,
            as_of: question.as_of,
            units: vec![leaf],
            missing: Vec::new(),
            accepted: Vec::new(),
            notes: Vec::new(),
            tables,
        }
    }

    /// Line by line, for people: what, and what it is.
    pub fn lines(&self) -> Vec<(String, String)> {
        let mut lines = vec![
            ("Lược đồ dữ liệu".to_owned(), format!("{}, chương trình ctcl {}", self.schema, self.program)),
            ("Đơn vị lập".to_owned(), self.unit.full()),
        ];
        let frameworks: BTreeMap<&String, &String> = self.units.iter().flat_map(|unit| &unit.frameworks).collect();
        for (id, hash) in frameworks {
            lines.push((format!("Bộ tiêu chuẩn {id}"), hash.clone()));
        }
        for (name, hash) in &self.tables {
            lines.push((format!("Bảng dữ liệu {name}"), hash.clone()));
        }
        for unit in self.units.iter().filter(|_| self.rolled_up) {
            let through = if unit.within.is_empty() { String::new() } else { format!(", qua {}", unit.within.join(", ")) };
            lines.push((
                format!("Số liệu của {}{through}", unit.unit.full()),
                format!("chốt ngày {}, mã {}", unit.as_of.strftime("%d/%m/%Y"), unit.sha256),
            ));
        }
        lines.extend(self.missing.iter().map(|name| ("Đơn vị chưa gửi".to_owned(), name.clone())));
        lines.extend(self.accepted.iter().map(|note| ("Chấp nhận khi gộp".to_owned(), note.clone())));
        lines.extend(self.notes.iter().map(|note| ("Ghi chú khi gộp".to_owned(), note.clone())));
        lines
    }
}

/// SHA-256 of each table.
pub fn hashes<N: AsRef<str>>(tables: &[(N, Vec<u8>)]) -> BTreeMap<String, String> {
    tables.iter().map(|(name, bytes)| (name.as_ref().to_owned(), sha256(bytes))).collect()
}

/// In hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
