//! `ctcl report`: workbooks in; consolidated workbook, charts, figures, findings and data out.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::job::{Job, Recording};
use super::{Common, DONE, FOUND_ERRORS, GroupingArgument, compare as compare_command, groupings, output, place, screen};
use crate::compare::{self, Side};
use crate::dataset::{Dataset, Stamp};
use crate::reading::Reading;
use crate::report::{self, Options, Signature};
use crate::stats::{self, Statistics};
use crate::store;
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
    /// Kho lưu kết quả các kỳ, để thấy xu hướng và để phần mềm khác đọc
    #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    store: Option<PathBuf>,
    /// Tệp ghi việc nào của hai kỳ là một, như của ctcl compare
    #[arg(long, value_name = "TỆP", requires = "previous", help_heading = "Tùy chọn")]
    pins: Option<PathBuf>,
    /// Chỉ ghi thong-ke.json, nhanh hơn; các tệp khác mà lần chạy trước ghi vào thư mục kết quả được bỏ đi
    #[arg(long, conflicts_with = "store", help_heading = "Tùy chọn")]
    figures_only: bool,
    /// Gom mọi số liệu theo: xa, xa-moi, xa-cu, huyen-cu, cum, loai-hinh, don-vi; nhiều cách thì cách nhau bằng dấu phẩy
    #[arg(long, value_name = "NHÓM", value_delimiter = ',', help_heading = "Tùy chọn")]
    group_by: Vec<GroupingArgument>,
    #[command(flatten)]
    recording: Recording,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let common = &arguments.common;
    let job = Job::load(&common.basics, common.previous.as_deref())?.record(&arguments.recording)?;
    let pins = compare_command::pins(arguments.pins.as_deref())?;
    place::apart("-o", &arguments.output, arguments.inputs.iter().chain(&common.previous))?;
    let mut staged = Staged::begin_or_beside(&arguments.output)?;
    job.tell_unnamed(common.basics.quiet);
    let answer = job.answer(common, &arguments.inputs)?;
    place::of_this_half(&arguments.output, answer.question.school_year, answer.question.period)?;
    let dataset = Dataset::new(&answer.reading, &answer.question).compiled_by(&job.unit());
    let target_level = |framework: &str| job.target_level(framework);
    let mut statistics = stats::compute(&dataset, &job.frameworks, target_level, job.unit(), &answer.question)?;
    let expiring_days = job.settings.thresholds.expiring_days;
    let groupings = groupings(&arguments.group_by);
    statistics.by_group =
        stats::Groups::of(&dataset, &job.frameworks, target_level, &answer.question, &groupings, expiring_days)?.figures();
    let changes = match &job.previous {
        Some(previous) => Some(
            compare::between(previous.side(), Side { statistics: &statistics, reading: &answer.reading }, &pins).context("--previous")?,
        ),
        None => None,
    };
    let periods = match &arguments.store {
        Some(store) => store::periods(store, &statistics)?,
        None => Vec::new(),
    };
    let file_base = Some(file_base(&arguments.output, &arguments.inputs));
    let mut source = report::Source {
        changes: changes.as_ref(),
        periods: &periods,
        ..source(&job, &answer.reading, &statistics, &target_level, file_base)
    };
    let mut kept = None;
    let mut composed = None;
    if arguments.figures_only {
        staged.write("thong-ke.json", &write::json::to_bytes(&statistics)?)?;
    } else {
        let tables = output::tables(&dataset)?;
        kept = arguments.store.as_deref().map(|store| output::keep(store, &job, &dataset, &statistics, &tables)).transpose()?;
        let stamp = Stamp::of_report(job.unit(), &answer.question, output::fingerprints(&dataset, &job.frameworks)?, &tables);
        let whole = stats::whole(&dataset, &statistics, &job.frameworks, &answer.question, expiring_days)?;
        drop(dataset);
        composed = Some(output::compose(&mut source, (&job.returns, &[whole]), &tables, &stamp, &mut staged)?);
    }
    let summary = report::summary(&source);
    let errors = answer.reading.has_errors();
    let receipts = answer.receipts;
    if let Some(composed) = composed {
        // What is drawn stands in the book; the rows need their room no longer.
        drop((answer.reading, answer.sources));
        composed.draw(&mut staged)?;
    }
    receipts.keep()?;
    let landed = staged.commit()?;
    screen::landed(&landed, &arguments.output);
    if let Some(kept) = kept {
        kept.commit()?;
    }
    if common.basics.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&statistics)?)?)?;
    } else if !common.basics.quiet {
        let written = if arguments.figures_only { screen::FIGURES } else { screen::EVERYTHING };
        screen::summary(&summary, Some((&landed.place, written)))?;
    }
    Ok(if common.strict && errors { FOUND_ERRORS } else { DONE })
}

/// What the report is composed from. Links of the workbook lead from the output folder to the files as they lie.
pub(super) fn source<'a>(
    job: &'a Job,
    reading: &'a Reading,
    statistics: &'a Statistics,
    target_level: &'a (dyn Fn(&str) -> u8 + Sync),
    file_base: Option<String>,
) -> report::Source<'a> {
    let unit = &job.settings.unit;
    let thresholds = &job.settings.thresholds;
    report::Source {
        statistics,
        reading,
        frameworks: &job.frameworks,
        signature: Signature { place: &unit.place, title: &unit.signatory_title, name: &unit.signatory_name },
        target_level,
        changes: None,
        periods: &[],
        options: Options {
            due_soon_days: thresholds.due_soon_days,
            expiring_days: thresholds.expiring_days,
            lagging_top: thresholds.lagging_top,
            formula_rows: thresholds.formula_rows,
            printed_rows: thresholds.printed_rows,
            sheet_rows: thresholds.sheet_rows,
            listed: reading.actions.len() + reading.assessments.len() <= thresholds.listed_rows,
            file_base,
        },
        provenance: Vec::new(),
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
