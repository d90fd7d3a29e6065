//! Submissions in; out comes what each school has sent, and when.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::model::{FormKind, State, Submission};

/// How a school stands with the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// In time, or on a day nobody knows: what cannot be shown to be late is not.
    OnTime(Option<Date>),
    Late(Date),
    /// No file names the school.
    Missing,
    /// Only rejected files name it.
    Unreadable,
}

/// What the files of one school hold, rejected files aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// Whether any of its files could be read.
    readable: bool,
    /// For each form the earliest known day on which it came.
    forms: BTreeMap<FormKind, Option<Date>>,
}

/// What each school that some file names has sent. A newer version of a form does not make the first one late.
pub fn of_schools(submissions: &[Submission]) -> HashMap<&str, Sent> {
    let mut schools: HashMap<&str, Sent> = HashMap::new();
    for submission in submissions {
        for school_id in &submission.school_ids {
            let sent = schools.entry(school_id).or_default();
            if submission.state == State::Rejected {
                continue;
            }
            sent.readable = true;
            for form in &submission.forms {
                let earliest = sent.forms.entry(*form).or_default();
                *earliest = [*earliest, submission.received_on].into_iter().flatten().min();
            }
        }
    }
    schools
}

impl Sent {
    /// Late when the last of its forms first came after `deadline`.
    pub fn receipt(&self, deadline: Date) -> Receipt {
        match self.forms.values().copied().flatten().max() {
            _ if !self.readable => Receipt::Unreadable,
            Some(day) if day > deadline => Receipt::Late(day),
            day => Receipt::OnTime(day),
        }
    }

    pub fn forms(&self) -> impl Iterator<Item = &FormKind> {
        self.forms.keys()
    }
}

impl Receipt {
    pub fn code(self) -> &'static str {
        match self {
            Receipt::OnTime(_) => "on_time",
            Receipt::Late(_) => "late",
            Receipt::Missing => "missing",
            Receipt::Unreadable => "unreadable",
        }
    }

    pub fn received_on(self) -> Option<Date> {
        match self {
            Receipt::OnTime(day) => day,
            Receipt::Late(day) => Some(day),
            Receipt::Missing | Receipt::Unreadable => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;
    use crate::model::ReceivedFrom;

    fn submission(state: State, forms: &[FormKind], received_on: Option<Date>) -> Submission {
        let school_ids = BTreeSet::from(["a".to_owned()]);
        Submission {
            file: "a.xlsx".into(),
            sha256: String::new(),
            school_ids,
            forms: forms.iter().copied().collect(),
            received_on,
            received_from: ReceivedFrom::None,
            state,
        }
    }

    fn receipt(submissions: &[Submission]) -> Receipt {
        of_schools(submissions).get("a").map_or(Receipt::Missing, |sent| sent.receipt(date(2024, 1, 10)))
    }

    #[test]
    fn a_mended_version_after_the_deadline_does_not_make_a_school_late() {
        let first = submission(State::Superseded, &[FormKind::Plan], Some(date(2024, 1, 9)));
        let second = submission(State::Accepted, &[FormKind::Plan], Some(date(2024, 1, 15)));
        assert_eq!(receipt(&[second, first]), Receipt::OnTime(Some(date(2024, 1, 9))));
    }

    #[test]
    fn a_school_is_late_when_one_of_its_forms_is() {
        let plan = submission(State::Accepted, &[FormKind::Plan], Some(date(2024, 1, 9)));
        let result = submission(State::Accepted, &[FormKind::Result], Some(date(2024, 1, 11)));
        assert_eq!(receipt(&[plan, result]), Receipt::Late(date(2024, 1, 11)));
    }

    #[test]
    fn the_day_of_the_deadline_is_in_time() {
        assert_eq!(
            receipt(&[submission(State::Accepted, &[FormKind::Plan], Some(date(2024, 1, 10)))]),
            Receipt::OnTime(Some(date(2024, 1, 10)))
        );
    }

    #[test]
    fn without_a_known_day_nobody_is_late() {
        assert_eq!(receipt(&[submission(State::Accepted, &[FormKind::Plan], None)]), Receipt::OnTime(None));
    }

    #[test]
    fn rejected_files_make_a_school_unreadable_not_missing() {
        let rejected = submission(State::Rejected, &[], Some(date(2024, 1, 9)));
        assert_eq!(receipt(std::slice::from_ref(&rejected)), Receipt::Unreadable);
        assert_eq!(
            receipt(&[rejected, submission(State::Accepted, &[FormKind::Plan], Some(date(2024, 1, 12)))]),
            Receipt::Late(date(2024, 1, 12))
        );
        assert_eq!(receipt(&[]), Receipt::Missing);
    }
}
