//! `ctcl report`: workbooks in; consolidated workbook, charts, figures, findings and data out.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::job::{Answer, Job};
use super::{Common, DONE, FOUND_ERRORS, screen};
use crate::dataset::Dataset;
use crate::finding::Severity;
use crate::report::{self, Options};
use crate::stats::{self, Statistics};
use crate::write::{self, folder::Staged};

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl report bao-cao --register danh-sach-truong.xlsx --year 2023-2024 --period hk1 -o ket-qua\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Tệp, thư mục hoặc gói .zip của các trường
    #[arg(required = true, value_name = "ĐẦU VÀO", help_heading = "Đối số")]
    inputs: Vec<PathBuf>,
    /// Thư mục ghi kết quả
    #[arg(short, long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    output: PathBuf,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let common = &arguments.common;
    let job = Job::load(common)?;
    let staged = Staged::begin(&arguments.output)?;
    let answer = job.answer(common, &arguments.inputs)?;
    let dataset = Dataset::new(&answer.reading, &answer.question)?;
    let statistics = stats::compute(&dataset, &job.frameworks, |framework| job.target_level(framework), job.settings.unit_name(), &answer.question)?;
    let source = source(&job, &answer, &statistics, &arguments.output);
    files(&source, &dataset, &staged)?;
    staged.commit()?;
    if common.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&statistics)?)?)?;
    } else if !common.quiet {
        screen::result(&screen::visible(&report::summary(&source, Some(&arguments.output.display().to_string()))))?;
    }
    let errors = answer.reading.findings.iter().any(|finding| finding.rule.severity == Severity::Error);
    Ok(if common.strict && errors { FOUND_ERRORS } else { DONE })
}

/// Everything of CONTRACT's `report`, into the temporary folder.
fn files(source: &report::Source<'_>, dataset: &Dataset, staged: &Staged) -> anyhow::Result<()> {
    staged.write("tong-hop.xlsx", &write::xlsx::to_bytes(&report::book(source))?)?;
    for chart in report::charts(source) {
        let svg = write::picture::svg(&chart)?;
        staged.write(&format!("bieu-do/{}.png", chart.id), &write::picture::png(&svg)?)?;
        staged.write(&format!("bieu-do/{}.svg", chart.id), svg.as_bytes())?;
    }
    staged.write("thong-ke.json", &json(source.statistics)?)?;
    let (header, rows) = report::findings_csv(source);
    staged.write("van-de.csv", &write::csv::to_bytes(&header, rows.into_iter())?)?;
    for (name, frame) in dataset.frames() {
        staged.write(&format!("du-lieu/{name}.parquet"), &write::parquet::to_bytes(frame)?)?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> anyhow::Result<Vec<u8>> {
    write::json::to_bytes(value)
}

pub(super) fn source<'a>(job: &'a Job, answer: &'a Answer, statistics: &'a Statistics, output: &Path) -> report::Source<'a> {
    let _ = output;
    report::Source {
        statistics,
        reading: &answer.reading,
        frameworks: &job.frameworks,
        unit: &job.settings.unit,
        options: Options::default(),
    }
}
