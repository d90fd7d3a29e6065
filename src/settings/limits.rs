//! Numbers that can be set: how much of a file is read, and from where on something is told.

use serde::{Deserialize, Deserializer, Serialize};

/// What no file may exceed, so that none can end the run; real files stay far below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    #[serde(deserialize_with = "positive")]
    pub file_mib: u64,
    /// Members of a zipped workbook.
    #[serde(deserialize_with = "positive")]
    pub members: usize,
    /// Of one member unpacked, counted while inflating.
    #[serde(deserialize_with = "positive")]
    pub member_mib: u64,
    #[serde(deserialize_with = "positive")]
    pub unpacked_mib: u64,
    /// The ratio is asked of members larger than this.
    #[serde(deserialize_with = "positive")]
    pub ratio_from_mib: u64,
    /// Unpacked over packed.
    #[serde(deserialize_with = "positive")]
    pub ratio: u64,
    /// Filled cells of a workbook.
    #[serde(deserialize_with = "positive")]
    pub cells: u64,
    #[serde(deserialize_with = "positive")]
    pub xml_depth: usize,
    /// Bundles inside bundles.
    #[serde(deserialize_with = "positive")]
    pub bundle_depth: usize,
    #[serde(deserialize_with = "positive")]
    pub bundle_files: usize,
    #[serde(deserialize_with = "positive")]
    pub bundle_mib: u64,
    /// Of the processor, for one file.
    #[serde(deserialize_with = "positive")]
    pub file_seconds: u64,
    /// Files from this size on have `large_file_seconds`.
    #[serde(deserialize_with = "positive")]
    pub large_file_mib: u64,
    #[serde(deserialize_with = "positive")]
    pub large_file_seconds: u64,
    #[serde(deserialize_with = "positive")]
    pub worker_memory_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_mib: 100,
            members: 2_000,
            member_mib: 256,
            unpacked_mib: 512,
            ratio_from_mib: 16,
            ratio: 500,
            cells: 5_000_000,
            xml_depth: 64,
            bundle_depth: 2,
            bundle_files: 2_000,
            bundle_mib: 1_024,
            file_seconds: 20,
            large_file_mib: 20,
            large_file_seconds: 60,
            worker_memory_mib: 512,
        }
    }
}

impl Limits {
    pub fn file_bytes(&self) -> u64 {
        bytes(self.file_mib)
    }

    pub fn member_bytes(&self) -> u64 {
        bytes(self.member_mib)
    }

    pub fn unpacked_bytes(&self) -> u64 {
        bytes(self.unpacked_mib)
    }

    pub fn ratio_from_bytes(&self) -> u64 {
        bytes(self.ratio_from_mib)
    }

    pub fn bundle_bytes(&self) -> u64 {
        bytes(self.bundle_mib)
    }

    pub fn large_file_bytes(&self) -> u64 {
        bytes(self.large_file_mib)
    }

    /// Two that contradict each other, in Vietnamese.
    pub(super) fn contradiction(&self) -> Option<String> {
        let pairs = [
            ("file_seconds", self.file_seconds, "large_file_seconds", self.large_file_seconds),
            ("member_mib", self.member_mib, "unpacked_mib", self.unpacked_mib),
        ];
        let wrong = pairs.into_iter().find(|(_, small, _, large)| small > large);
        wrong.map(|(smaller, small, larger, large)| format!("{smaller} ({small}) lớn hơn {larger} ({large})"))
    }
}

/// From where on something is taken, told or shown.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// A header is taken without asking from this likeness on, 0 to 1.
    #[serde(deserialize_with = "share")]
    pub header_score: f64,
    /// Lagging criteria shown with their schools: on their sheet, in its charts, in the terminal.
    #[serde(deserialize_with = "positive")]
    pub lagging_top: usize,
    pub due_soon_days: u32,
    pub expiring_days: u32,
    /// With more rows than this the workbook holds values instead of formulas.
    pub formula_rows: usize,
    /// With more rows of work and of self-assessment than this the workbook holds figures alone. A row listed takes about 4 KiB while the
    /// workbook is drawn.
    pub listed_rows: usize,
    /// Of a longer list only the groups that stand first are printed, as many as fit; all of it stands on the screen.
    #[serde(deserialize_with = "positive")]
    pub printed_rows: usize,
    /// Rows of one worksheet: a longer table goes on over sheets `_2`, `_3`.
    #[serde(deserialize_with = "sheet_rows")]
    pub sheet_rows: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            header_score: 0.72,
            lagging_top: 10,
            due_soon_days: 30,
            expiring_days: 365,
            formula_rows: 20_000,
            listed_rows: 250_000,
            printed_rows: 150,
            sheet_rows: MOST_SHEET_ROWS,
        }
    }
}

fn bytes(mib: u64) -> u64 {
    mib.saturating_mul(1 << 20)
}

pub(super) fn positive<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default + PartialOrd>(deserializer: D) -> Result<T, D::Error> {
    let number = T::deserialize(deserializer)?;
    if number > T::default() { Ok(number) } else { Err(serde::de::Error::custom("phải là số lớn hơn 0")) }
}

/// Rows of a worksheet of Excel.
const MOST_SHEET_ROWS: u32 = 1_048_576;
/// Letterhead, title and signature need this many at least.
const LEAST_SHEET_ROWS: u32 = 300;

fn sheet_rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = u32::deserialize(deserializer)?;
    if (LEAST_SHEET_ROWS..=MOST_SHEET_ROWS).contains(&number) {
        Ok(number)
    } else {
        Err(serde::de::Error::custom(format!("phải là số từ {LEAST_SHEET_ROWS} đến {MOST_SHEET_ROWS}")))
    }
}

fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let number = f64::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err(serde::de::Error::custom("phải là số từ 0 đến 1")) }
}
