//! Findings in, their number by school and severity out.

use std::collections::HashMap;

use polars::prelude::{DataType, IntoLazy, len};

use super::FindingCounts;
use crate::dataset::variable::{SCHOOL_ID, SEVERITY};
use crate::dataset::{Dataset, Variable, of_code};
use crate::finding::Severity;

static FINDINGS: Variable = Variable::new("findings", DataType::UInt32, "Số vấn đề");

/// A finding that names no school counts for none.
pub(super) fn by_school(dataset: &Dataset) -> anyhow::Result<HashMap<String, FindingCounts>> {
    let counts = dataset
        .findings
        .clone()
        .lazy()
        .filter(SCHOOL_ID.col().is_not_null())
        .group_by([SCHOOL_ID.col(), SEVERITY.col()])
        .agg([len().alias(FINDINGS.name)])
        .collect()?;
    let mut schools: HashMap<String, FindingCounts> = HashMap::new();
    for ((school_id, severity), findings) in
        SCHOOL_ID.texts_of(&counts)?.iter().zip(SEVERITY.texts_of(&counts)?.iter()).zip(FINDINGS.numbers_of(&counts)?.iter())
    {
        let (Some(school_id), Some(severity), Some(findings)) = (school_id, severity, findings) else { continue };
        let counts = schools.entry(school_id.to_owned()).or_default();
        match of_code(severity)? {
            Severity::Error => counts.error = findings as usize,
            Severity::Warning => counts.warning = findings as usize,
            Severity::Info => counts.info = findings as usize,
        }
    }
    Ok(schools)
}
