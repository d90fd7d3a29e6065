//! What the schools were told when their workbooks went back: `doi-chieu.json`, written and read; with it, what became of it since.

mod earlier;
mod matching;
mod progress;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::finding::{Asked, Finding, Severity};
use crate::model::{FormKind, Period, ReceivedFrom, School, SchoolYear, State};
use crate::reading::Reading;

pub use earlier::Earlier;
pub use progress::{Progress, progress};

/// The name of the file in the folder of the workbooks handed back.
pub const FILE: &str = "doi-chieu.json";
const SCHEMA: &str = "ctcl.returned/1";

/// Everything that `doi-chieu.json` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub schema: String,
    pub school_year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
    /// The day schools were asked to answer by.
    #[serde(default)]
    pub reply_by: Option<Date>,
    /// The schools that sent something.
    #[serde(default)]
    pub schools: Vec<School>,
    /// Every file that was read, by name.
    pub files: Vec<ToldFile>,
    /// What schools were asked to mend or to look at.
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldFile {
    pub file: String,
    pub sha256: String,
    pub school_ids: BTreeSet<String>,
    pub forms: BTreeSet<FormKind>,
    pub state: State,
    #[serde(default)]
    pub received_on: Option<Date>,
    #[serde(default)]
    pub received_from: ReceivedFrom,
    /// The marked workbook, by its name in the folder.
    pub marked: Option<String>,
}

/// Whether a school is to mend or to look at something. Remarks ask for nothing, nor does what only the office can mend.
pub fn is_open(finding: &Finding) -> bool {
    finding.rule.severity >= Severity::Warning && finding.rule.asked != Asked::Nobody
}

impl Told {
    /// `marked` tells under which name a file's workbook was written.
    pub fn new(
        reading: &Reading,
        (school_year, period): (SchoolYear, Period),
        (as_of, reply_by): (Date, Date),
        marked: impl Fn(&str) -> Option<String>,
    ) -> Told {
        let files = reading.submissions.iter().map(|submission| ToldFile {
            file: submission.file.to_string(),
            sha256: submission.sha256.clone(),
            school_ids: submission.school_ids.clone(),
            forms: submission.forms.clone(),
            state: submission.state,
            received_on: submission.received_on,
            received_from: submission.received_from,
            marked: marked(&submission.file),
        });
        let findings =
            reading.findings.iter().filter(|finding| is_open(finding) && (finding.file.is_some() || finding.school_id.is_some()));
        let of_file = |id: &String| reading.submissions.iter().any(|submission| submission.school_ids.contains(id));
        Told {
            schema: SCHEMA.to_owned(),
            school_year,
            period,
            as_of,
            reply_by: Some(reply_by),
            schools: reading.schools.iter().filter(|school| of_file(&school.id)).cloned().collect(),
            files: files.collect(),
            findings: findings.cloned().collect(),
        }
    }

    /// # Errors
    /// The folder holds none, or one that this program did not write so.
    pub fn load(folder: &Path) -> anyhow::Result<Told> {
        let path = folder.join(FILE);
        let shown = path.display();
        let text = std::fs::read_to_string(&path).with_context(|| {
            format!("Không đọc được \"{shown}\". Sau --since hãy ghi thư mục mà lần trước đã ghi bằng ctcl check --return")
        })?;
        let told: Told = serde_json::from_str(&text)
            .with_context(|| format!("\"{shown}\" không đúng dạng. Hãy chạy lại ctcl check --return vào một thư mục mới"))?;
        if told.schema != SCHEMA {
            bail!(
                "\"{shown}\" do một bản khác của chương trình ghi ({}). Hãy chạy lại ctcl check --return vào một thư mục mới.",
                told.schema
            );
        }
        Ok(told)
    }

    /// # Errors
    /// None that data can cause.
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
