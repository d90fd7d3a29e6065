//! A folder that `report` wrote in, its figures and its records out.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::compare::Side;
use crate::dataset::Dataset;
use crate::dataset::stamp::mend_schema;
use crate::model::{Period, SchoolYear};
use crate::reading::Reading;
use crate::stats::{self, Statistics};

/// An output as it was kept.
pub(super) struct Kept {
    pub statistics: Statistics,
    /// Linked.
    pub reading: Reading,
}

impl Kept {
    /// # Errors
    /// The folder holds no output of `report`, or one of another shape.
    pub fn load(folder: &Path) -> anyhow::Result<Kept> {
        let shown = folder.display();
        let statistics = serde_json::from_value(figures(folder)?)
            .with_context(|| format!("\"{shown}\" thiếu số liệu trong thong-ke.json. Hãy chạy lại ctcl report"))?;
        let reading = Dataset::load(&folder.join("du-lieu"))?
            .reading()
            .with_context(|| format!("Không đọc được dữ liệu trong \"{shown}\". Hãy chạy lại ctcl report"))?;
        Ok(Kept { statistics, reading })
    }

    pub fn half(&self) -> (SchoolYear, Period) {
        (self.statistics.school_year, self.statistics.period)
    }

    pub fn side(&self) -> Side<'_> {
        Side { statistics: &self.statistics, reading: &self.reading }
    }
}

/// The half of a year that an output in a folder is of; `None` where there is none, or none that can be read.
pub(super) fn half(folder: &Path) -> Option<(SchoolYear, Period)> {
    #[derive(Deserialize)]
    struct Half {
        school_year: SchoolYear,
        period: Period,
    }
    let bytes = fs::read(folder.join("thong-ke.json")).ok()?;
    serde_json::from_slice(&bytes).ok().map(|Half { school_year, period }| (school_year, period))
}

/// What `thong-ke.json` of an output holds.
///
/// # Errors
/// There is none, or it is of another shape.
pub(super) fn figures(folder: &Path) -> anyhow::Result<serde_json::Value> {
    let path = folder.join("thong-ke.json");
    let shown = path.display();
    let text =
        fs::read_to_string(&path).with_context(|| format!("Không mở được \"{shown}\". Hãy chỉ tới thư mục kết quả của ctcl report"))?;
    let figures: serde_json::Value = serde_json::from_str(&text).with_context(|| format!("\"{shown}\" không phải tệp JSON"))?;
    if figures["schema"] != stats::SCHEMA {
        let found = figures["schema"].as_str().unwrap_or_default();
        bail!("\"{shown}\" không phải số liệu dạng {}. {}", stats::SCHEMA, mend_schema(found, stats::SCHEMA));
    }
    Ok(figures)
}
