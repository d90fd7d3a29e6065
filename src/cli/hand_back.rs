//! What `check --return` writes: each school's own workbook with its faults marked, reminders, and what is needed to see later what was mended.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, anyhow, bail};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

use super::job::{Answer, Job, REMINDERS};
use crate::finding::{self, Finding};
use crate::handed_back::{self, Told};
use crate::mark::{self, Mark};
use crate::model::{State, day_shown};
use crate::read::{self, Source};
use crate::report::{self, reminder};
use crate::write::{self, folder::FileNames, folder::Staged};

/// Days to answer in, where the deadline has passed and none were given.
const DAYS_TO_ANSWER: i64 = 7;

/// What was written.
#[derive(Debug, Default)]
pub(super) struct HandedBack {
    /// File, and the name of its marked workbook.
    pub marked: BTreeMap<String, String>,
    /// File, and why it has no marked workbook.
    pub failed: Vec<(String, String)>,
    pub reminders: usize,
}

/// The day schools are asked to answer by: the deadline, or some days after the latest day that is known of, where that is behind it.
/// Later than the day of an earlier round, whose answers are what is looked at.
///
/// # Errors
/// The day given is known to be over: a file came after it, or the school year only began.
pub(super) fn answer_by(answer: &Answer, given: Option<Date>, before: Option<Date>) -> anyhow::Result<Date> {
    let question = &answer.question;
    let received = answer.reading.submissions.iter().filter_map(|submission| submission.received_on).max();
    let Some(given) = given else { return Ok(asked_by(question.deadline, question.as_of, received, before)) };
    let first = Date::new(question.school_year.first(), 8, 1)?;
    let over = received.filter(|received| given < *received).map(|received| format!("có tệp nhận ngày {}", day_shown(received)));
    let over = over.or_else(|| (given < first).then(|| format!("năm học {} chưa bắt đầu", question.school_year)));
    match over {
        Some(why) => bail!("Ngày sau --reply-by ({}) đã qua: {why}. Hãy xem lại năm và tháng.", day_shown(given)),
        None => Ok(given),
    }
}

fn asked_by(deadline: Date, as_of: Date, received: Option<Date>, before: Option<Date>) -> Date {
    let latest = received.map_or(as_of, |received| received.max(as_of));
    let day = if latest <= deadline { deadline } else { latest.saturating_add(DAYS_TO_ANSWER.days()) };
    before.map_or(day, |before| day.max(before.saturating_add(DAYS_TO_ANSWER.days())))
}

pub(super) fn stage(job: &Job, answer: &Answer, source: &report::Source<'_>, due: Date, staged: &mut Staged) -> anyhow::Result<HandedBack> {
    let mut handed = HandedBack::default();
    let mut names = FileNames::default();
    // Not to be taken by a workbook.
    for own in [REMINDERS, handed_back::FILE] {
        names.give(own);
    }
    let asked: Vec<(&Source, Vec<&Finding>)> =
        answer.sources.iter().filter_map(|source| Some((source, to_mark(source, answer)?))).collect();
    // A few at a time: each holds a workbook in memory.
    for some in asked.chunks(16) {
        let workbooks: Vec<_> = some.par_iter().map(|(source, findings)| workbook(job, answer, source, findings)).collect();
        for ((source, _), made) in some.iter().zip(workbooks) {
            match made {
                Ok((bytes, ending)) => {
                    let name = names.give(&place_of(&source.name, ending));
                    staged.write(&name, &bytes)?;
                    handed.marked.insert(source.name.to_string(), name);
                }
                Err(error) => handed.failed.push((source.name.to_string(), format!("{error:#}"))),
            }
        }
    }
    let has_workbook = |school: &str| {
        let files = answer.reading.submissions.iter().filter(|submission| submission.school_ids.contains(school));
        files.into_iter().any(|submission| handed.marked.contains_key(submission.file.as_ref()))
    };
    let reminders = report::reminders(source, due, &has_workbook);
    let mut texts = FileNames::default();
    for reminder in &reminders {
        let name = texts.give(&format!("{}.txt", reminder.school_id.replace(['/', '\\'], "-")));
        staged.write(&format!("{REMINDERS}/{name}"), reminder.text.as_bytes())?;
    }
    if !reminders.is_empty() {
        let list = write::csv::to_bytes(&reminder::TITLES, reminders.iter().map(|reminder| reminder.row.clone()))?;
        staged.write(&format!("{REMINDERS}/danh-sach.csv"), &list)?;
    }
    handed.reminders = reminders.len();
    let question = &answer.question;
    let told =
        Told::new(&answer.reading, (question.school_year, question.period), (question.as_of, due), |file| handed.marked.get(file).cloned());
    staged.write(handed_back::FILE, &told.to_bytes()?)?;
    Ok(handed)
}

/// The findings of a file that was read and has something to be mended; `None` where nothing is to be handed back.
fn to_mark<'a>(source: &Source, answer: &'a Answer) -> Option<Vec<&'a Finding>> {
    let reading = &answer.reading;
    let submission = reading.submissions.iter().find(|submission| submission.file == source.name)?;
    let findings: Vec<&Finding> = reading.findings.iter().filter(|finding| finding.file.as_ref() == Some(&source.name)).collect();
    // What could not be opened cannot be marked: its school is reminded of it.
    let opened =
        submission.state != State::Rejected || findings.iter().any(|finding| finding.sheet.is_some() || finding.rule == &finding::NO_TABLE);
    (opened && findings.iter().any(|finding| handed_back::is_open(finding))).then_some(findings)
}

/// The school's own workbook, marked; of a format that cannot be added to, a copy of its cells. With the ending it is to have.
fn workbook(job: &Job, answer: &Answer, source: &Source, findings: &[&Finding]) -> anyhow::Result<(Vec<u8>, Option<&'static str>)> {
    let limits = &job.settings.limits;
    let bytes = source.bytes(limits).map_err(|finding| anyhow!("{}", finding.message()))?;
    let submission = answer.reading.submissions.iter().find(|submission| submission.file == source.name);
    if submission.is_some_and(|submission| submission.sha256 != read::fingerprint(&bytes)) {
        bail!("tệp đã đổi trong lúc đọc; hãy chạy lại");
    }
    let marks: Vec<Mark> = findings.iter().filter_map(|finding| mark_of(finding)).collect();
    let whole = |bytes: &[u8], marks: &[Mark], remarks: &[String]| {
        // Our own code: if it fails, it costs this file only.
        catch_unwind(AssertUnwindSafe(|| mark::apply(bytes, marks, remarks, limits.member_bytes())))
            .unwrap_or_else(|_| Err(anyhow!("lỗi của chương trình khi đánh dấu")))
    };
    let mut remark =
        "Tệp gốc không phải .xlsx nên đây là bản chép: mọi ô giữ đúng chỗ và nội dung, còn màu, công thức và hình của tệp gốc thì không."
            .to_owned();
    if read::is_package(&bytes) {
        match whole(&bytes, &marks, &[]) {
            Ok(marked) => return Ok((marked, None)),
            Err(error) => {
                remark = format!(
                    "Không đánh dấu được trong chính tệp của trường ({error:#}) nên đây là bản chép: mọi ô giữ đúng chỗ và nội dung, còn màu, công thức và hình của tệp gốc thì không."
                )
            }
        }
    }
    let (sheets, saved) =
        read::contents(&source.name, &bytes, limits, &job.isolation).map_err(|finding| anyhow!("{}", finding.message()))?;
    let (copy, names) = write::copy::to_bytes(&sheets, saved).context("không chép được sang .xlsx")?;
    let renamed: BTreeMap<&str, &String> = sheets.iter().map(|sheet| sheet.name.as_ref()).zip(&names).collect();
    let marks: Vec<Mark> = marks
        .into_iter()
        .map(|mark| Mark {
            sheet: mark.sheet.map(|sheet| renamed.get(sheet.as_str()).map_or(sheet.clone(), |name| (*name).clone())),
            ..mark
        })
        .collect();
    Ok((whole(&copy, &marks, &[remark])?, Some("xlsx")))
}

/// What of a finding its school is to know; nothing where it has nothing to do about it.
fn mark_of(finding: &Finding) -> Option<Mark> {
    Some(Mark {
        sheet: finding.sheet.as_deref().map(str::to_owned),
        cell: finding.cell,
        severity: finding.rule.severity,
        code: finding.rule.id.to_owned(),
        message: finding.message(),
        remedy: finding.for_school()?,
    })
}

/// The place of a marked workbook: what lay in a bundle lies in a folder, which under the bundle's own name would pass for an archive.
fn place_of(name: &str, ending: Option<&str>) -> String {
    let (folders, file) = name.rsplit_once('/').map_or(("", name), |(folders, file)| (folders, file));
    let unpacked = |folder: &str| match folder.char_indices().rev().nth(3) {
        Some((dot, '.')) if dot > 0 && folder[dot..].eq_ignore_ascii_case(".zip") => folder[..dot].trim_end().to_owned(),
        _ => folder.to_owned(),
    };
    let mut path: Vec<String> = folders.split('/').filter(|folder| !folder.is_empty()).map(unpacked).collect();
    path.push(with_ending(file, ending));
    path.join("/")
}

/// Excel opens a workbook only under an ending that fits what it is.
fn with_ending(name: &str, ending: Option<&str>) -> String {
    let start = name.rfind('/').map_or(0, |at| at + 1);
    let (stem, own) = name[start..].rfind('.').map_or((name, ""), |at| (&name[..start + at], &name[start + at + 1..]));
    match ending {
        None if ["xlsx", "xlsm", "xltx", "xltm"].contains(&own.to_lowercase().as_str()) => name.to_owned(),
        ending => format!("{stem}.{}", ending.unwrap_or("xlsx")),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{asked_by, place_of};

    #[test]
    fn nobody_is_asked_to_answer_by_a_day_that_is_known_to_be_over() {
        let deadline = date(2024, 1, 10);
        assert_eq!(asked_by(deadline, deadline, None, None), deadline);
        assert_eq!(asked_by(deadline, deadline, Some(date(2024, 1, 9)), None), deadline);
        assert_eq!(asked_by(deadline, date(2024, 1, 15), None, None), date(2024, 1, 22));
        assert_eq!(asked_by(deadline, deadline, Some(date(2024, 1, 14)), None), date(2024, 1, 21));
        assert_eq!(asked_by(deadline, deadline, None, Some(date(2024, 1, 19))), date(2024, 1, 26), "answers of that day are looked at");
    }

    #[test]
    fn a_marked_workbook_is_called_what_it_is() {
        for (name, copied, expected) in [
            ("a/b.xlsm", None, "a/b.xlsm"),
            ("a.b/c", None, "a.b/c.xlsx"),
            ("xã/Hoa Mi.ZIP/x.xls", None, "xã/Hoa Mi/x.xlsx"),
            (".zip/a.zip.xlsx", None, ".zip/a.zip.xlsx"),
            ("x.ods", Some("xlsx"), "x.xlsx"),
        ] {
            assert_eq!(place_of(name, copied), expected);
        }
    }
}
