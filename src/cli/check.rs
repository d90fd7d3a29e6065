//! `ctcl check`: reads and judges, writes nothing but its findings, and the list of receipts where the office wants it kept.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::job::{Job, Recording};
use super::{Common, DONE, FOUND_ERRORS, report as report_command, screen};
use crate::dataset::Dataset;
use crate::finding::Severity;
use crate::{report, stats};

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl check bao-cao/thcs-hoa-sen.xlsx --year 2023-2024\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Tệp, thư mục hoặc gói .zip của các trường
    #[arg(required = true, value_name = "ĐẦU VÀO", help_heading = "Đối số")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    recording: Recording,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let common = &arguments.common;
    let job = Job::load(common)?.record(&arguments.recording)?;
    let answer = job.answer(common, &arguments.inputs)?;
    answer.keep_list()?;
    if common.json {
        let findings: Vec<serde_json::Value> = answer
            .reading
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "id": finding.rule.id, "severity": finding.rule.severity, "school_id": finding.school_id, "file": finding.file, "sheet": finding.sheet,
                    "cell": finding.cell.map(|cell| cell.to_string()), "field": finding.field, "raw": finding.raw, "message": finding.message(), "remedy": finding.remedy(),
                })
            })
            .collect();
        let value = json!({"submissions": answer.reading.submissions, "findings": findings});
        screen::result(&format!("{}\n", serde_json::to_string_pretty(&value)?))?;
    } else {
        let dataset = Dataset::new(&answer.reading, &answer.question);
        let statistics = stats::compute(&dataset, &job.frameworks, |framework| job.target_level(framework), job.unit(), &answer.question)?;
        let target_level = |framework: &str| job.target_level(framework);
        let source = report_command::source(&job, &answer.reading, &statistics, &target_level, None);
        screen::result(&screen::visible(&report::findings_by_file(&source)))?;
        if !common.quiet {
            screen::summary(&report::summary(&source), None)?;
        }
    }
    let errors = answer.reading.findings.iter().any(|finding| finding.rule.severity == Severity::Error);
    Ok(if errors { FOUND_ERRORS } else { DONE })
}
