//! What each school with something open is asked for: a text short enough for Zalo, and one list for the office by commune.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::basis::{Basis, Entry};
use super::wording;
use crate::finding::{self, Finding, Rule, Severity};
use crate::handed_back;
use crate::stats::Reported;

/// The most letters of a text.
const MOST: usize = 600;

/// What a school mends by sending a workbook instead.
const UNREAD: &[&Rule] = &[
    &finding::EMPTY_FILE,
    &finding::DAMAGED_FILE,
    &finding::WRONG_CHECKSUM,
    &finding::NOT_A_WORKBOOK,
    &finding::PASSWORD,
    &finding::WORD_DOCUMENT,
    &finding::PDF_DOCUMENT,
    &finding::PICTURE,
    &finding::HTML_DOCUMENT,
    &finding::PLAIN_TEXT,
    &finding::DAMAGED_BUNDLE,
];

/// One school that something is asked of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    pub school_id: String,
    pub text: String,
    /// The row of the office's list, in the order of [`TITLES`].
    pub row: Vec<String>,
}

/// Titles of the office's list.
pub const TITLES: [&str; 9] =
    ["Xã, phường", "Trường", "Mã trường", "Tình hình nộp", "Biểu còn thiếu", "Lỗi", "Cần xem lại", "Hạn gửi lại", "Tin nhắn"];

/// Schools in the order of all sheets: by commune, kind, name. `has_workbook` tells whose workbook was marked; `due` is the day to answer by.
pub(super) fn reminders(basis: &Basis, due: Date, has_workbook: &dyn Fn(&str) -> bool) -> Vec<Reminder> {
    let mut open: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    let only_school: BTreeMap<&str, &str> = basis
        .source
        .reading
        .submissions
        .iter()
        .filter(|submission| submission.school_ids.len() == 1)
        .filter_map(|submission| Some((submission.file.as_ref(), submission.school_ids.first()?.as_str())))
        .collect();
    for finding in &basis.source.reading.findings {
        let school = finding.school_id.as_deref().or_else(|| only_school.get(finding.file.as_deref()?).copied());
        if let Some(school) = school.filter(|_| handed_back::is_open(finding)) {
            open.entry(school).or_default().push(finding);
        }
    }
    for findings in open.values_mut() {
        findings.sort_by(|a, b| (b.rule.severity, a.key()).cmp(&(a.rule.severity, b.key())));
    }
    let asked = basis.schools.iter().filter_map(|entry| {
        let findings = open.remove(entry.figures.school_id.as_str()).unwrap_or_default();
        let nothing_came =
            entry.figures.submission == Reported::Missing && (entry.registered() || basis.source.statistics.schools.expected.is_none());
        (nothing_came || !findings.is_empty()).then(|| reminder(basis, entry, &findings, due, has_workbook(&entry.figures.school_id)))
    });
    asked.collect()
}

fn reminder(basis: &Basis, entry: &Entry, findings: &[&Finding], due: Date, has_workbook: bool) -> Reminder {
    let (missing, faults): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|finding| finding.rule == &finding::FORMS_MISSING);
    let forms = missing.iter().filter_map(|finding| finding.details.get("forms").cloned()).collect::<Vec<_>>().join(", ");
    let count = |severity: Severity| faults.iter().filter(|finding| finding.rule.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    // Of an empty form everything is said when it is called empty.
    let listed = if entry.unfilled { &[] } else { &faults[..] };
    let text = text(basis, entry, &forms, listed, due, has_workbook);
    let row = vec![
        entry.commune().to_owned(),
        entry.name.clone(),
        entry.figures.school_id.clone(),
        entry.standing().to_owned(),
        forms,
        errors.to_string(),
        warnings.to_string(),
        wording::date(due),
        text.replace('\n', " "),
    ];
    Reminder { school_id: entry.figures.school_id.clone(), text, row }
}

/// How many letters a name, the forms that are missing and the unit are given: more room first, so that a cell to mend is always told.
const ROOMS: [[usize; 3]; 3] = [[80, 90, 60], [80, 60, 30], [50, 40, 20]];

fn text(basis: &Basis, entry: &Entry, forms: &str, faults: &[&Finding], due: Date, has_workbook: bool) -> String {
    let written = |room| within(basis, entry, forms, faults, due, has_workbook, room);
    let fits = |text: &String| text.chars().count() <= MOST && (faults.is_empty() || text.contains("\n- "));
    let [wide, middle, tight] = ROOMS.map(written);
    [wide, middle].into_iter().find(fits).unwrap_or(tight)
}

/// Greeting, what is missing, as many cells as there is room for, and the day. Only rules and places are named, and only of this school's files.
fn within(basis: &Basis, entry: &Entry, forms: &str, faults: &[&Finding], due: Date, has_workbook: bool, room: [usize; 3]) -> String {
    let statistics = basis.source.statistics;
    let [of_name, of_forms, of_unit] = room;
    let unit = wording::brief(&statistics.unit.name, of_unit);
    let report = format!("kế hoạch cải tiến chất lượng {}, năm học {}", statistics.period.title(), statistics.school_year);
    let mut head = format!("Kính gửi {}.\n", wording::brief(&entry.figures.name, of_name));
    let is_unread = |finding: &&Finding| UNREAD.contains(&finding.rule);
    let only_unread = !faults.is_empty() && faults.iter().all(is_unread);
    if entry.unfilled {
        head.push_str(&format!("Tệp trường gửi để báo cáo {report} còn là mẫu chưa điền.\n"));
    } else if entry.figures.submission == Reported::Unreadable && only_unread {
        head.push_str(&format!("Đã nhận tệp của trường nhưng chưa đọc được báo cáo {report}.\n"));
    } else if entry.figures.submission == Reported::Missing {
        head.push_str(&format!("Đến nay chưa nhận được báo cáo {report} của trường. Nếu đã gửi, xin trường báo lại.\n"));
    } else {
        head.push_str(&format!("Báo cáo {report} của trường còn chỗ cần bổ sung hoặc xem lại.\n"));
    }
    if !forms.is_empty() {
        head.push_str(&format!("Còn thiếu biểu: {}.\n", wording::brief(forms, of_forms)));
    }
    let sign = if unit.is_empty() { String::new() } else { format!("\n{unit}") };
    let how = if has_workbook && !faults.is_empty() {
        "Xin mở tệp đã đánh dấu gửi kèm (trang \"Cần sửa\"), sửa, lưu và gửi lại"
    } else if entry.unfilled {
        "Xin điền rồi gửi lại"
    } else if faults.is_empty() || only_unread {
        "Xin gửi"
    } else {
        "Xin sửa và gửi lại"
    };
    // What no program can read is not mended cell by cell.
    let unread = if faults.iter().any(is_unread) {
        "Tệp không đọc được xin gửi lại bằng tệp Excel (.xlsx), không đặt mật khẩu. "
    } else {
        ""
    };
    let end = format!("{unread}{how} chậm nhất ngày {}. Trân trọng.{sign}", wording::date(due));
    if faults.is_empty() {
        return format!("{head}{end}");
    }
    let mut text = if only_unread { head } else { format!("{head}Cần xem {} chỗ:\n", faults.len()) };
    let room = MOST - end.chars().count() - "… và 1.000.000 chỗ khác\n".chars().count();
    let mut told = 0;
    for finding in faults {
        let line = format!("- {}\n", line(finding));
        if text.chars().count() + line.chars().count() > room {
            break;
        }
        text.push_str(&line);
        told += 1;
    }
    if told < faults.len() {
        text.push_str(&format!("… và {} chỗ khác\n", wording::count(faults.len() - told)));
    }
    text.push_str(&end);
    text
}

/// `KH, ô B14: Không hiểu thời gian "tháng 15"`; `Chưa đọc được bao cao.xlsx (tệp PDF)`.
fn line(finding: &Finding) -> String {
    let file = wording::brief(finding.file.as_deref().map_or("", |file| file.rsplit('/').next().unwrap_or(file)), 40);
    if UNREAD.contains(&finding.rule) {
        return format!("Chưa đọc được {file} ({})", wording::lower_first(finding.rule.title));
    }
    let sheet = finding.sheet.as_deref().map(|sheet| wording::brief(sheet, 20));
    let place = match (sheet, finding.cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}, ô {cell}: "),
        (Some(sheet), None) => format!("{sheet}: "),
        (None, _) if finding.file.is_some() => format!("{file}: "),
        _ => String::new(),
    };
    let detail = |name: &str| finding.details.get(name).map_or("", String::as_str);
    if finding.rule == &finding::OTHER_YEAR {
        return format!("{place}ghi năm học {}, xin gửi tệp {}", detail("found"), detail("expected"));
    }
    let raw = finding.raw.as_deref().filter(|_| finding.cell.is_some()).map(|raw| wording::brief(raw, 30)).filter(|raw| !raw.is_empty());
    // What is said of one criterion names it; what is said of several, as many as there is room for.
    let criteria = [("criterion", 12), ("criteria", 40)].map(|(name, room)| wording::brief(detail(name), room));
    let criteria =
        criteria.iter().find(|criteria| !criteria.is_empty()).map(|criteria| format!(" (tiêu chí {criteria})")).unwrap_or_default();
    format!("{place}{}{criteria}{}", finding.rule.title, raw.map_or_else(String::new, |raw| format!(" \"{raw}\"")))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::report::example;

    fn all(change: impl FnOnce(&mut crate::reading::Reading)) -> Vec<Reminder> {
        let mut example = example::district(24);
        change(&mut example.reading);
        reminders(&Basis::new(&example.source()), date(2024, 1, 17), &|_| true)
    }

    #[test]
    fn a_text_is_short_names_the_day_and_no_other_school() {
        let texts = all(|reading| {
            let school = reading.schools[0].id.clone();
            for row in 0..200 {
                let mut finding = Finding::new(&finding::TIME_UNREAD)
                    .on_sheet(&"bao-cao/a.xlsx".into(), &"Kế hoạch".into())
                    .of_school(&school)
                    .raw("sớm nhất có thể");
                finding.cell = Some(crate::model::Address::new(row, 5));
                reading.findings.push(finding);
            }
        });
        assert!(!texts.is_empty());
        for reminder in &texts {
            assert!(reminder.text.chars().count() <= MOST, "{}", reminder.text);
            assert!(reminder.text.contains("17/01/2024"), "{}", reminder.text);
            assert_eq!(reminder.row.len(), TITLES.len());
            for other in texts.iter().filter(|other| other.school_id != reminder.school_id) {
                assert!(!reminder.text.contains(&other.row[1]), "{} names {}", reminder.school_id, other.row[1]);
            }
        }
        assert!(
            texts.iter().any(|reminder| reminder.text.contains("… và ") && reminder.text.contains("Kế hoạch, ô F1: Không hiểu thời gian")),
            "{texts:#?}"
        );
    }

    #[test]
    fn the_longest_names_and_forms_leave_room_for_a_cell_to_mend() {
        let long = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Bỉnh Khiêm xã Hòa An Thượng".to_owned();
        let mut example = example::district(24);
        let school = example.reading.schools[2].id.clone();
        let mut findings = vec![
            Finding::new(&finding::FORMS_MISSING)
                .of_school(&school)
                .with("forms", "kế hoạch cải tiến, kết quả thực hiện, tự đánh giá, minh chứng, ".repeat(3)),
            Finding::new(&finding::PDF_DOCUMENT).in_file(&format!("{}.pdf", long.repeat(2)).into()).of_school(&school),
        ];
        for row in 0..3_000 {
            let mut finding = Finding::new(&finding::TIME_UNREAD)
                .on_sheet(&"a.xlsx".into(), &long.as_str().into())
                .of_school(&school)
                .raw("sớm nhất có thể, ".repeat(9));
            finding.cell = Some(crate::model::Address::new(row, 5));
            findings.push(finding);
        }
        example.reading.findings.extend(findings);
        for submission in [Reported::OnTime, Reported::Missing, Reported::Unreadable] {
            let statistics = &mut example.statistics;
            statistics.unit.name = long.clone();
            statistics.by_school.iter_mut().for_each(|figures| {
                figures.name = long.clone();
                figures.submission = submission;
            });
            for has_workbook in [false, true] {
                let texts = reminders(&Basis::new(&example.source()), date(2024, 1, 17), &|_| has_workbook);
                for reminder in texts {
                    let letters = reminder.text.chars().count();
                    assert!(letters <= MOST && reminder.text.contains("17/01/2024"), "{letters}: {}", reminder.text);
                    assert!(reminder.school_id != school || reminder.text.contains("\n- "), "{}", reminder.text);
                }
            }
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_asked_for_as_a_workbook() {
        let texts = all(|reading| {
            reading.findings.clear();
            let school = reading.schools[0].id.clone();
            reading.findings.push(Finding::new(&finding::PDF_DOCUMENT).in_file(&"x/bao cao.pdf".into()).of_school(&school));
        });
        let asked: Vec<&Reminder> =
            texts.iter().filter(|reminder| reminder.text.contains("\n- Chưa đọc được bao cao.pdf (tệp PDF)\n")).collect();
        assert!(asked.len() == 1 && asked[0].text.contains("xin gửi lại bằng tệp Excel"), "{texts:#?}");
        assert!(texts.iter().filter(|reminder| reminder.text.contains("bằng tệp Excel")).count() == 1);
    }

    #[test]
    fn schools_with_nothing_open_get_none_and_missing_ones_do() {
        let texts = all(|reading| reading.findings.clear());
        assert!(texts.iter().all(|reminder| reminder.row[3] == "Chưa nộp"), "{texts:#?}");
        assert!(texts.iter().all(|reminder| reminder.text.contains("chưa nhận được") && reminder.text.contains("Xin gửi chậm nhất ngày")));
    }

    #[test]
    fn a_line_names_the_criteria_and_the_year_that_is_asked_for() {
        let at = |rule| Finding::new(rule).on_sheet(&"a.xlsx".into(), &"KH".into());
        let weak = at(&finding::WEAK_WITHOUT_PLAN).with("count", 3).with("criteria", "1.2, 3.2, 5.6");
        assert_eq!(line(&weak), "KH: Tiêu chí chưa đạt mà không có kế hoạch (tiêu chí 1.2, 3.2, 5.6)");
        let other_year = at(&finding::OTHER_YEAR).with("found", "2022-2023").with("expected", "2023-2024");
        assert_eq!(line(&other_year), "KH: ghi năm học 2022-2023, xin gửi tệp 2023-2024");
    }
}
