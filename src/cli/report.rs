//! `ctcl report`: workbooks in; consolidated workbook, charts, figures, findings and data out.

use std::path::{Path, PathBuf};

use clap::Args;

use super::job::{Answer, Job};
use super::{Common, DONE, FOUND_ERRORS, screen};
use crate::dataset::Dataset;
use crate::finding::Severity;
use crate::report::{self, Options, Signature};
use crate::stats::{self, Statistics};
use crate::write::{self, folder::Staged};

pub(super) const EXAMPLE: &str =
    "Ví dụ:\n  ctcl report bao-cao --register danh-sach-truong.xlsx --year 2023-2024 --period hk1 -o ket-qua\n";

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
    let mut staged = Staged::begin(&arguments.output)?;
    let answer = job.answer(common, &arguments.inputs)?;
    let dataset = Dataset::new(&answer.reading, &answer.question);
    let statistics = stats::compute(&dataset, &job.frameworks, |framework| job.target_level(framework), job.unit(), &answer.question)?;
    let target_level = |framework: &str| job.target_level(framework);
    let source = source(&job, &answer, &statistics, &target_level, file_base(&arguments.output, &arguments.inputs));
    files(&source, &dataset, &mut staged)?;
    staged.commit()?;
    if common.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&statistics)?)?)?;
    } else if !common.quiet {
        screen::summary(&report::summary(&source), Some(&arguments.output))?;
    }
    let errors = answer.reading.findings.iter().any(|finding| finding.rule.severity == Severity::Error);
    Ok(if common.strict && errors { FOUND_ERRORS } else { DONE })
}

/// Everything of CONTRACT's `report`, into the temporary folder.
fn files(source: &report::Source<'_>, dataset: &Dataset, staged: &mut Staged) -> anyhow::Result<()> {
    staged.write("tong-hop.xlsx", &write::xlsx::to_bytes(&report::book(source))?)?;
    for chart in report::charts(source) {
        let svg = write::picture::svg(&chart)?;
        staged.write(&format!("bieu-do/{}.png", chart.id), &write::picture::png(&svg)?)?;
        staged.write(&format!("bieu-do/{}.svg", chart.id), svg.as_bytes())?;
    }
    staged.write("thong-ke.json", &write::json::to_bytes(source.statistics)?)?;
    let (header, rows) = report::findings_csv(source);
    staged.write("van-de.csv", &write::csv::to_bytes(&header, rows.into_iter())?)?;
    for (name, frame) in dataset.tables() {
        staged.write(&format!("du-lieu/{name}.parquet"), &write::parquet::to_bytes(frame)?)?;
    }
    Ok(())
}

/// What the report is composed from. Links of the workbook lead from the output folder to the files as they lie.
pub(super) fn source<'a>(
    job: &'a Job,
    answer: &'a Answer,
    statistics: &'a Statistics,
    target_level: &'a dyn Fn(&str) -> u8,
    file_base: String,
) -> report::Source<'a> {
    let unit = &job.settings.unit;
    let thresholds = &job.settings.thresholds;
    report::Source {
        statistics,
        reading: &answer.reading,
        frameworks: &job.frameworks,
        signature: Signature { place: &unit.place, title: &unit.signatory_title, name: &unit.signatory_name },
        target_level,
        options: Options {
            due_soon_days: thresholds.due_soon_days,
            expiring_days: thresholds.expiring_days,
            formula_rows: thresholds.formula_rows,
            file_base,
        },
    }
}

/// From the output folder to the folder that the names of the files begin at: `../bao-cao`. Empty where there is no one such folder.
fn file_base(output: &Path, inputs: &[PathBuf]) -> String {
    let [input] = inputs else { return String::new() };
    let folder = if input.is_dir() { input.as_path() } else { input.parent().unwrap_or(Path::new("")) };
    let (Ok(from), Ok(to)) = (absolute(output), absolute(folder)) else { return String::new() };
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return String::new();
    }
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    up.chain(to[shared..].iter().cloned()).collect::<Vec<_>>().join("/")
}

fn absolute(path: &Path) -> std::io::Result<Vec<String>> {
    let path = path.canonicalize().or_else(|_| std::path::absolute(path))?;
    Ok(path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_output_to_the_files() {
        let root = tempfile::tempdir().expect("a folder");
        let reports = root.path().join("bao-cao");
        std::fs::create_dir_all(&reports).expect("created");
        assert_eq!(file_base(&root.path().join("ket-qua"), std::slice::from_ref(&reports)), "../bao-cao");
        assert_eq!(file_base(&root.path().join("ket-qua"), &[reports.join("a.xlsx")]), "../bao-cao");
        assert_eq!(file_base(&root.path().join("a"), &[reports.clone(), reports]), "");
    }
}
