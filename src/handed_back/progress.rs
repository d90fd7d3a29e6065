//! What was told the last time, and a reading of now → for each school how much is mended, still open and new.
//!
//! Nothing is mended because it cannot be seen: a fault counts as mended only where the form it stood in was sent again and read. A file that
//! lies in the folder as it did the last time has not been sent again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::earlier::{Earlier, is_unchanged, last_name};
use super::matching::matched;
use super::{Told, ToldFile, is_open};
use crate::finding::Finding;
use crate::model::{FormKind, State};
use crate::reading::Reading;

/// One school since the last time.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Progress {
    /// None for files of which no school is known.
    pub school_id: Option<String>,
    pub name: String,
    /// What was open the last time.
    pub before: usize,
    pub mended: usize,
    /// Open then, and still open.
    pub open: usize,
    /// Open now, and not then.
    pub fresh: usize,
    /// Of what was open, how much stood in forms that have not come again.
    pub not_resent: usize,
}

/// Every school that has or had something open, by id.
pub fn progress(before: &Told, reading: &Reading, earlier: &Earlier) -> Vec<Progress> {
    let of_old_file: BTreeMap<&str, &ToldFile> = before.files.iter().map(|file| (file.file.as_str(), file)).collect();
    let of_new_file: BTreeMap<&str, &BTreeSet<String>> =
        reading.submissions.iter().map(|submission| (submission.file.as_ref(), &submission.school_ids)).collect();
    let counts = |finding: &&Finding| is_open(finding);
    let old = grouped(before.findings.iter().filter(counts), |file| of_old_file.get(file).map(|file| &file.school_ids));
    let new =
        grouped(reading.findings.iter().filter(counts).filter(|finding| finding.file.is_some() || finding.school_id.is_some()), |file| {
            of_new_file.get(file).copied()
        });
    let ids: BTreeSet<&Option<String>> = old.keys().chain(new.keys()).collect();
    let schools = before.schools.iter().chain(&reading.schools);
    let names: BTreeMap<&str, &str> = schools.map(|school| (school.id.as_str(), school.name.as_str())).collect();
    let all = ids.into_iter().map(|id| {
        let none = Vec::new();
        let (old, new) = (old.get(id).unwrap_or(&none), new.get(id).unwrap_or(&none));
        let sent = Sent::of(id.as_deref(), before, reading, earlier);
        let pairs = matched(old, new);
        let is_resent = |(finding, pair): &(&&Finding, &Option<usize>)| match pair {
            Some(pair) => sent.is_of_new_file(new[*pair]),
            None => sent.again(finding, &of_old_file),
        };
        let not_resent = old.iter().zip(&pairs).filter(|both| !is_resent(both)).count();
        let still = pairs.iter().flatten().count();
        let open = pairs.iter().flatten().filter(|pair| sent.is_of_new_file(new[**pair])).count();
        let name = match id {
            Some(id) => names.get(id.as_str()).map_or_else(|| id.clone(), |name| (*name).to_owned()),
            None => "Tệp không rõ trường".to_owned(),
        };
        Progress {
            school_id: id.clone(),
            name,
            before: old.len(),
            mended: old.len() - open - not_resent,
            open,
            fresh: new.len() - still,
            not_resent,
        }
    });
    all.collect()
}

/// Findings by school: their own, or the only one of their file.
fn grouped<'a, 's>(
    findings: impl Iterator<Item = &'a Finding>,
    schools_of: impl Fn(&str) -> Option<&'s BTreeSet<String>>,
) -> BTreeMap<Option<String>, Vec<&'a Finding>> {
    let mut groups: BTreeMap<Option<String>, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let schools = finding.file.as_deref().and_then(&schools_of);
        let only = schools.filter(|schools| schools.len() == 1).and_then(|schools| schools.first()).cloned();
        groups.entry(finding.school_id.clone().or(only)).or_default().push(finding);
    }
    groups
}

/// What a school sent then and now.
struct Sent {
    forms_then: BTreeSet<FormKind>,
    forms_now: BTreeSet<FormKind>,
    /// Names of the files that came now and could be read, without folders, in lower case.
    names_now: BTreeSet<String>,
    /// Files that lie there now and did not the last time.
    new_files: BTreeSet<Arc<str>>,
}

impl Sent {
    fn of(school: Option<&str>, before: &Told, reading: &Reading, earlier: &Earlier) -> Sent {
        let belongs = |schools: &BTreeSet<String>| school.map_or(schools.is_empty(), |school| schools.contains(school));
        let then = before.files.iter().filter(|file| belongs(&file.school_ids) && file.state != State::Rejected);
        let given: Vec<_> = reading
            .submissions
            .iter()
            .filter(|submission| belongs(&submission.school_ids) && !earlier.files.contains(&submission.file))
            .collect();
        let now: Vec<_> = given.iter().filter(|submission| submission.state != State::Rejected).collect();
        let new_files = given.iter().filter(|submission| !is_unchanged(before, submission)).map(|submission| Arc::clone(&submission.file));
        Sent {
            forms_then: then.flat_map(|file| file.forms.iter().copied()).collect(),
            forms_now: now.iter().flat_map(|submission| submission.forms.iter().copied()).collect(),
            names_now: now.iter().map(|submission| last_name(&submission.file)).collect(),
            new_files: new_files.collect(),
        }
    }

    /// Whether a finding of now is about something that came since; what is said of the school as a whole is, where anything did.
    fn is_of_new_file(&self, finding: &Finding) -> bool {
        finding.file.as_ref().map_or(!self.new_files.is_empty(), |file| self.new_files.contains(file))
    }

    /// Whether what a finding speaks of has come again, so that its absence says something.
    fn again(&self, finding: &Finding, files: &BTreeMap<&str, &ToldFile>) -> bool {
        let all_forms = !self.forms_now.is_empty() && self.forms_then.is_subset(&self.forms_now);
        if finding.rule.id.starts_with('X') {
            return all_forms;
        }
        let Some(file) = finding.file.as_deref() else { return all_forms };
        match files.get(file).map(|file| &file.forms) {
            Some(forms) if !forms.is_empty() => forms.is_subset(&self.forms_now),
            // A file that gave nothing: it came again under its name, or something came that was not there before.
            _ => self.names_now.contains(&last_name(file)) || !self.forms_now.is_subset(&self.forms_then),
        }
    }
}

impl std::fmt::Display for Progress {
    /// `đã sửa 7/9, còn 2, mới 1`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.before, self.fresh) {
            (0, fresh) => return write!(f, "lần trước không có gì phải sửa, mới {fresh}"),
            (before, 0) if self.not_resent == before => return write!(f, "chưa gửi lại, còn {before}"),
            (before, fresh) => write!(f, "đã sửa {}/{before}, còn {}, mới {fresh}", self.mended, self.open)?,
        }
        if self.not_resent > 0 { write!(f, "; {} chỗ ở biểu chưa gửi lại", self.not_resent) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding;
    use crate::model::{Address, Period, ReceivedFrom, SchoolYear, Submission};

    fn finding(file: &str, row: u32, raw: &str) -> Finding {
        let mut finding = Finding::new(&finding::TIME_UNREAD).on_sheet(&file.into(), &"KH".into()).raw(raw).of_school("hoa-sen");
        finding.cell = Some(Address::new(row, 3));
        finding
    }

    fn reading(files: &[(&str, &[FormKind], State)], findings: Vec<Finding>) -> Reading {
        let submissions = files.iter().map(|(file, forms, state)| Submission {
            file: (*file).into(),
            sha256: (*file).to_owned(),
            school_ids: ["hoa-sen".to_owned()].into(),
            forms: forms.iter().copied().collect(),
            received_on: None,
            received_from: ReceivedFrom::None,
            state: *state,
        });
        Reading { submissions: submissions.collect(), findings, ..Reading::default() }
    }

    /// `now` are other bytes than before, but for files named "as it was".
    fn told(before: &Reading, now: &Reading) -> Vec<String> {
        let year = SchoolYear::new(2023).expect("a year");
        let day = jiff::civil::date(2024, 1, 10);
        let before = Told::new(before, (year, Period::Hk1), (day, day), |_| None);
        let bytes = before.to_bytes().expect("JSON");
        let read: Told = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(read, before);
        let mut now = now.clone();
        for submission in now.submissions.iter_mut().filter(|submission| !submission.file.starts_with("as it was")) {
            submission.sha256.push_str(" now");
        }
        let earlier = Earlier::join(&read, &mut now);
        progress(&read, &now, &earlier).iter().map(ToString::to_string).collect()
    }

    const PLAN: &[FormKind] = &[FormKind::Plan];
    const RESULT: &[FormKind] = &[FormKind::Result];

    #[test]
    fn a_school_is_told_what_it_mended_what_is_left_and_what_is_new() {
        let before =
            reading(&[("a.xlsx", PLAN, State::Accepted)], (1..=9).map(|row| finding("a.xlsx", row, &format!("sai {row}"))).collect());
        let now = reading(
            &[("a (sửa).xlsx", PLAN, State::Accepted)],
            vec![finding("a (sửa).xlsx", 3, "sai 2"), finding("a (sửa).xlsx", 6, "sai 5"), finding("a (sửa).xlsx", 40, "khác")],
        );
        assert_eq!(told(&before, &now), ["đã sửa 7/9, còn 2, mới 1"]);
    }

    #[test]
    fn what_has_not_come_again_is_not_mended() {
        let before = reading(
            &[("a.xlsx", PLAN, State::Accepted), ("b.xlsx", RESULT, State::Accepted)],
            vec![finding("a.xlsx", 3, "sai"), finding("b.xlsx", 4, "sai"), finding("b.xlsx", 5, "sai nữa")],
        );
        assert_eq!(told(&before, &Reading::default()), ["chưa gửi lại, còn 3"]);
        assert_eq!(
            told(&before, &reading(&[("a.xlsx", PLAN, State::Accepted)], Vec::new())),
            ["đã sửa 1/3, còn 0, mới 0; 2 chỗ ở biểu chưa gửi lại"]
        );
        // What cannot be read any more has not been mended either.
        let broken = Finding::new(&finding::DAMAGED_FILE).in_file(&"a.xlsx".into()).of_school("hoa-sen");
        assert_eq!(
            told(&before, &reading(&[("a.xlsx", &[], State::Rejected)], vec![broken])),
            ["đã sửa 0/3, còn 0, mới 1; 3 chỗ ở biểu chưa gửi lại"]
        );
    }

    #[test]
    fn a_file_that_could_not_be_read_is_mended_when_it_can() {
        let broken = |file: &str| Finding::new(&finding::DAMAGED_FILE).in_file(&file.into()).of_school("hoa-sen");
        let before = reading(&[("a.xlsx", PLAN, State::Accepted), ("b.xlsx", &[], State::Rejected)], vec![broken("b.xlsx")]);
        assert_eq!(told(&before, &reading(&[("a.xlsx", PLAN, State::Accepted)], Vec::new())), ["chưa gửi lại, còn 1"]);
        let mended = reading(&[("a.xlsx", PLAN, State::Accepted), ("b.xlsx", RESULT, State::Accepted)], Vec::new());
        assert_eq!(told(&before, &mended), ["đã sửa 1/1, còn 0, mới 0"]);
    }

    #[test]
    fn a_file_that_lies_there_as_it_was_has_not_been_sent_again() {
        let of = |files: &[(&str, &[FormKind], State)], broken: &[&str]| {
            let told = broken.iter().map(|file| Finding::new(&finding::PDF_DOCUMENT).in_file(&(*file).into()).of_school("hoa-sen"));
            reading(files, told.chain([finding("as it was.xlsx", 3, "sai")]).collect())
        };
        let before = of(&[("as it was.xlsx", PLAN, State::Accepted), ("as it was.pdf", &[], State::Rejected)], &["as it was.pdf"]);
        assert_eq!(told(&before, &before), ["chưa gửi lại, còn 2"]);
        // The PDF came again as a workbook and still lies there; the other file was not sent again.
        let now = of(
            &[("as it was.xlsx", PLAN, State::Accepted), ("as it was.pdf", &[], State::Rejected), ("new.xlsx", RESULT, State::Accepted)],
            &["as it was.pdf"],
        );
        assert_eq!(told(&before, &now), ["đã sửa 1/2, còn 0, mới 0; 1 chỗ ở biểu chưa gửi lại"]);
    }
}
