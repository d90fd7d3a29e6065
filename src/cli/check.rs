//! `ctcl check`: reads and judges; on demand hands each school's workbook back, marked, tells what was mended since, and keeps the list of receipts.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::hand_back::{self, HandedBack};
use super::job::{Answer, Job, Recording};
use super::{Common, DONE, FOUND_ERRORS, place, report as report_command, screen};
use crate::dataset::Dataset;
use crate::handed_back::{Progress, Told, progress};
use crate::write::folder::Staged;
use crate::{report, stats};

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl check bao-cao/thcs-hoa-sen.xlsx --year 2023-2024\n  ctcl check bao-cao --return tra-lai            mỗi trường một tệp đã đánh dấu, kèm tin nhắc\n  ctcl check bao-cao-lan-2 --since tra-lai       trường nào đã sửa bao nhiêu chỗ\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Tệp, thư mục hoặc gói .zip của các trường
    #[arg(required = true, value_name = "ĐẦU VÀO", help_heading = "Đối số")]
    inputs: Vec<PathBuf>,
    /// Ghi vào thư mục này tệp của từng trường đã đánh dấu chỗ cần sửa, và tin nhắc
    #[arg(long = "return", value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    hand_back: Option<PathBuf>,
    /// So với lần trả lại trước: đã sửa bao nhiêu, còn bao nhiêu, mới bao nhiêu
    #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    since: Option<PathBuf>,
    /// Ngày trường cần gửi lại, ghi trong tin nhắc (mặc định: hạn nộp; quá hạn thì 7 ngày sau ngày chốt hoặc ngày nhận tệp cuối)
    #[arg(long, value_name = "NGÀY", value_parser = super::day, requires = "hand_back", help_heading = "Tùy chọn")]
    reply_by: Option<Date>,
    #[command(flatten)]
    recording: Recording,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let common = &arguments.common;
    let mut job = Job::load(&common.basics, common.previous.as_deref())?.record(&arguments.recording)?;
    job.earlier = arguments.since.as_deref().map(Told::load).transpose()?;
    let mut staged = None;
    if let Some(folder) = &arguments.hand_back {
        place::apart("--return", folder, &arguments.inputs)?;
        staged = Some(Staged::begin_or_beside(folder)?);
        job.output = Some(folder.clone());
    }
    let answer = job.answer(common, &arguments.inputs)?;
    let dataset = Dataset::new(&answer.reading, &answer.question);
    let statistics = stats::compute(&dataset, &job.frameworks, |framework| job.target_level(framework), job.unit(), &answer.question)?;
    let target_level = |framework: &str| job.target_level(framework);
    let source = report_command::source(&job, &answer.reading, &statistics, &target_level, None);
    let handed = match staged {
        Some(mut staged) => {
            let due = hand_back::answer_by(&answer, arguments.reply_by, job.earlier.as_ref().and_then(|told| told.reply_by))?;
            let handed = hand_back::stage(&job, &answer, &source, due, &mut staged)?;
            Some((handed, staged.commit()?))
        }
        None => None,
    };
    answer.receipts.keep()?;
    let since = job.earlier.as_ref().map(|before| progress(before, &answer.reading, &answer.earlier));
    if common.basics.json {
        let value = as_json(&answer, handed.as_ref().map(|(handed, _)| handed), since.as_deref());
        screen::result(&format!("{}\n", serde_json::to_string_pretty(&value)?))?;
    } else {
        screen::said(&report::findings_by_file(&source))?;
        if let Some(since) = &since {
            screen::said(&mended(since))?;
        }
        if !common.basics.quiet {
            screen::summary(&report::summary(&source), None)?;
        }
    }
    if let (Some((handed, landed)), Some(folder)) = (&handed, &arguments.hand_back) {
        screen::landed(landed, folder);
        if !common.basics.quiet {
            told(handed, &landed.place);
        }
    }
    let errors = answer.reading.has_errors();
    Ok(if errors { FOUND_ERRORS } else { DONE })
}

fn as_json(answer: &Answer, handed: Option<&HandedBack>, since: Option<&[Progress]>) -> Value {
    let findings: Vec<Value> = answer
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
    let mut value = json!({"submissions": answer.reading.submissions, "findings": findings});
    if let Some(handed) = handed {
        value["returned"] = json!(handed.marked);
    }
    if let Some(since) = since {
        let rows = since.iter().map(|progress| {
            let mut row = json!(progress);
            row["text"] = json!(progress.to_string());
            row
        });
        value["since"] = rows.collect();
    }
    value
}

/// One line a school.
fn mended(since: &[Progress]) -> String {
    let mut text = "So với lần trả lại trước\n".to_owned();
    for progress in since {
        text.push_str(&format!("  {}: {progress}\n", progress.name));
    }
    if since.is_empty() {
        text.push_str("  Không có gì phải sửa, lần trước cũng như lần này.\n");
    }
    text.push('\n');
    text
}

fn told(handed: &HandedBack, folder: &Path) {
    let shown = folder.display();
    let mut text = format!("Đã ghi vào {shown}: {} tệp đã đánh dấu, {} tin nhắc (nhac-nho).", handed.marked.len(), handed.reminders);
    for (file, cause) in &handed.failed {
        text.push_str(&format!("\nKhông đánh dấu được \"{file}\": {cause}"));
    }
    eprintln!("{}", screen::visible(&text));
}
