//! Folders, bundles and workbooks as given in, the outputs in them out, each whole and as it was written, or refused by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, anyhow, bail};
use serde::Deserialize;

use crate::cli::job::Job;
use crate::cli::output::SEAL;
use crate::dataset::stamp::{self, Stamp};
use crate::dataset::{Dataset, Stored, TABLES};
use crate::model::{Period, SchoolYear};
use crate::read::{self, Source};
use crate::rollup::{Part, Settled};
use crate::seal::Seal;
use crate::settings::Limits;
use crate::stats;

const STATISTICS: &str = "thong-ke.json";
const DATA: &str = "du-lieu/";
const WORKBOOK: &str = "tong-hop.xlsx";

/// Every output of the inputs. An input may hold several.
pub(super) fn load(inputs: &[PathBuf], job: &Job) -> anyhow::Result<Vec<Part>> {
    let mut parts = Vec::new();
    for input in inputs {
        let found = of_input(input, job).with_context(|| format!("Không gộp được \"{}\"", input.display()))?;
        parts.extend(found);
    }
    Ok(parts)
}

fn of_input(input: &Path, job: &Job) -> anyhow::Result<Vec<Part>> {
    let (sources, _) = read::find_outputs(&[input.to_path_buf()], &job.settings.limits)?;
    // A bundle among the files is one that could not be opened: what it holds would be missing without a word.
    if let Some(closed) = sources.iter().find(|source| source.name.to_lowercase().ends_with(".zip")) {
        match closed.bytes(&job.settings.limits) {
            Err(finding) => bail!("\"{}\": {} {}", closed.name, finding.message(), finding.remedy()),
            Ok(_) => bail!("\"{}\" không phải gói .zip. Hãy nén lại thư mục kết quả, hoặc xin đơn vị gửi lại.", closed.name),
        }
    }
    let by_name: BTreeMap<&str, &Source> = sources.iter().map(|source| (&*source.name, source)).collect();
    let stamps = by_name.keys().filter_map(|name| name.strip_suffix(&format!("{DATA}{}", stamp::FILE_NAME)));
    let bases: Vec<&str> = stamps.filter(|base| base.is_empty() || base.ends_with('/')).collect();
    let mut parts = Vec::new();
    for base in &bases {
        let given = if base.is_empty() { input.display().to_string() } else { format!("{} ({base})", input.display()) };
        parts.push(of_folder(base, &given, &by_name, job)?);
    }
    let old = by_name.keys().find(|name| name.ends_with(STATISTICS) && !bases.iter().any(|base| **name == format!("{base}{STATISTICS}")));
    if let Some(name) = old {
        bail!(
            "\"{name}\" không có du-lieu/{} đi kèm: kết quả không đủ, hoặc do bản cũ của chương trình ghi. Hãy chạy lại `ctcl report`.",
            stamp::FILE_NAME
        );
    }
    for source in &sources {
        let beside = bases.iter().any(|base| source.name.starts_with(base));
        let workbook =
            source.name.to_lowercase().ends_with(".xlsx") && !source.name.rsplit('/').next().unwrap_or_default().starts_with(['~', '.']);
        if workbook && !beside {
            let given = if bases.is_empty() && sources.len() == 1 {
                input.display().to_string()
            } else {
                format!("{} ({})", input.display(), source.name)
            };
            parts.push(of_workbook(source, given, job)?);
        }
    }
    if parts.is_empty() {
        bail!(
            "không có du-lieu/{} hay tệp tong-hop.xlsx nào. Hãy chỉ tới thư mục do `ctcl report` ghi, gói .zip của nó, hoặc tệp tong-hop.xlsx.",
            stamp::FILE_NAME
        );
    }
    Ok(parts)
}

fn of_folder(base: &str, given: &str, files: &BTreeMap<&str, &Source>, job: &Job) -> anyhow::Result<Part> {
    let bytes = |name: &str| -> anyhow::Result<Vec<u8>> {
        let source = files.get(format!("{base}{name}").as_str()).with_context(|| format!("thiếu tệp {name}"))?;
        bytes_of(source, &job.settings.limits)
    };
    let stamp = stamp_of(&bytes(&format!("{DATA}{}", stamp::FILE_NAME))?)?;
    let statistics: Head = serde_json::from_slice(&bytes(STATISTICS)?).with_context(|| format!("{STATISTICS} không đúng dạng"))?;
    if statistics.schema != stats::SCHEMA {
        bail!(
            "{STATISTICS} có lược đồ \"{}\", chương trình này hiểu {}. {}",
            statistics.schema,
            stats::SCHEMA,
            stamp::mend_schema(&statistics.schema, stats::SCHEMA)
        );
    }
    let years = stamp.units.iter().map(|unit| (unit.school_year, unit.period)).collect::<Vec<_>>();
    let same = stamp.rolled_up || years.iter().all(|half| *half == (statistics.school_year, statistics.period));
    let edited =
        (!same).then(|| format!("{STATISTICS} ghi năm học {}, {} khác với dữ liệu", statistics.school_year, statistics.period.title()));
    let edited = match files.get(format!("{base}{WORKBOOK}").as_str()) {
        Some(workbook) if edited.is_none() => edited_sheets(workbook, job),
        _ => edited,
    };
    let limits = job.settings.limits.clone();
    let tables: BTreeMap<&str, Source> = TABLES
        .into_iter()
        .filter_map(|name| files.get(format!("{base}{DATA}{name}.parquet").as_str()).map(|source| (name, (*source).clone())))
        .collect();
    part(given.to_owned(), stamp, edited, move |name| {
        let source = tables.get(name).with_context(|| format!("thiếu tệp {DATA}{name}.parquet"))?;
        bytes_of(source, &limits)
    })
}

fn bytes_of(source: &Source, limits: &Limits) -> anyhow::Result<Vec<u8>> {
    Ok(source.bytes(limits).map_err(|finding| anyhow!("{} {}", finding.message(), finding.remedy()))?.to_vec())
}

/// What was changed on the data sheets of the workbook beside the tables: people correct what they see, and what they see would not be what
/// is counted. A workbook that says nothing of itself cannot be compared; the tables hold without it.
fn edited_sheets(workbook: &Source, job: &Job) -> Option<String> {
    let mailed = read::mailed(workbook, &job.settings.limits, &job.isolation).ok()?;
    let seal: Seal = serde_json::from_slice(mailed.carried.get(SEAL)?).ok()?;
    let difference = seal.difference(&mailed.sheets);
    (!difference.is_none()).then(|| format!("{WORKBOOK}: {}", difference.spoken()))
}

/// What is compared with the stamp.
#[derive(Deserialize)]
struct Head {
    schema: String,
    school_year: SchoolYear,
    period: Period,
}

fn of_workbook(source: &Source, given: String, job: &Job) -> anyhow::Result<Part> {
    let mailed = read::mailed(source, &job.settings.limits, &job.isolation)
        .map_err(|finding| anyhow!("\"{}\": {} {}", source.name, finding.message(), finding.remedy()))?;
    let (name_of_book, held) = (Arc::clone(&source.name), mailed.carried);
    let carried = move |name: &str| {
        held.get(name).cloned().with_context(|| {
            format!(
                "\"{name_of_book}\" không mang dữ liệu để gộp: không phải tong-hop.xlsx do chương trình ghi, đã bị lưu lại mất trang ẩn, hoặc quá lớn. Hãy xin đơn vị cả thư mục kết quả."
            )
        })
    };
    let stamp = stamp_of(&carried(stamp::FILE_NAME)?)?;
    let seal: Seal = serde_json::from_slice(&carried(SEAL)?).context("dấu niêm của các trang dữ liệu không đúng dạng")?;
    let difference = seal.difference(&mailed.sheets);
    let edited = (!difference.is_none()).then(|| difference.spoken());
    part(given, stamp, edited, move |name| carried(&format!("{name}.parquet")))
}

fn stamp_of(bytes: &[u8]) -> anyhow::Result<Stamp> {
    #[derive(Deserialize)]
    struct Schema {
        schema: String,
    }
    let wrong = || format!("{} không đúng dạng", stamp::FILE_NAME);
    let Schema { schema } = serde_json::from_slice(bytes).with_context(wrong)?;
    if schema != stamp::SCHEMA {
        let mend = stamp::mend_schema(&schema, stamp::SCHEMA);
        bail!("dữ liệu có lược đồ \"{schema}\", chương trình này hiểu {}. {mend}", stamp::SCHEMA);
    }
    serde_json::from_slice(bytes).with_context(wrong)
}

/// Tables that are no longer what the stamp says cannot be told from damaged ones: there is nothing to take in their place. They are compared
/// now, and again whenever rows are read, for they may lie on a drive that others write to.
fn part(
    given: String,
    mut stamp: Stamp,
    edited: Option<String>,
    table: impl Fn(&str) -> anyhow::Result<Vec<u8>> + Send + Sync + 'static,
) -> anyhow::Result<Part> {
    let hashes = stamp.tables.clone();
    let tables = Stored::new(move |name| {
        let bytes = table(name)?;
        if hashes.get(name).is_some_and(|hash| *hash == stamp::sha256(&bytes)) {
            return Ok(bytes);
        }
        bail!("bảng {name}.parquet không còn như khi ghi (mã kiểm tra khác). Hãy xin đơn vị gửi lại kết quả.")
    });
    tables.check()?;
    if stamp.units.is_empty() {
        bail!("{} không ghi đơn vị nào", stamp::FILE_NAME);
    }
    let mut schools = tables.table("schools")?;
    if stamp.unit.name.is_empty() && !stamp.rolled_up {
        // An office without settings is known by what it sent.
        stamp.unit.name = Path::new(&given).file_stem().map_or_else(|| given.clone(), |name| name.to_string_lossy().into_owned());
        stamp.units.iter_mut().for_each(|leaf| leaf.unit = stamp.unit.clone());
        stamp.notes.push("kết quả không ghi tên đơn vị ([unit] name trong ctcl.toml của đơn vị), lấy tên thư mục hay tệp".to_owned());
        schools = Dataset { schools, ..Dataset::empty() }.compiled_by(&stamp.unit).schools;
    }
    Ok(Part { given, stamp, schools, tables, edited, settled: Settled::default() })
}
