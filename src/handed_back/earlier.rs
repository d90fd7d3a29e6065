//! A later round often brings only what was mended. Taken into its reading: what earlier rounds brought and this one does not, so that
//! nobody who has reported is asked for a report, and what is still to be mended stays asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Told, ToldFile};
use crate::finding::{self, Finding, Rule};
use crate::model::{FormKind, School, State, Submission};
use crate::reading::Reading;

/// Said of one form only because another is not among the files of this round.
const FROM_A_GAP: &[(FormKind, &Rule)] = &[(FormKind::Plan, &finding::RESULT_WITHOUT_PLAN), (FormKind::Plan, &finding::WEAK_WITHOUT_PLAN)];

/// What stands in a reading only because an earlier round brought it.
#[derive(Debug, Default)]
pub struct Earlier {
    pub(super) files: BTreeSet<Arc<str>>,
    /// School and form of which only an earlier round brought the rows.
    gaps: BTreeSet<(String, FormKind)>,
}

/// Whether a file is, byte for byte, one that has been told of.
pub(super) fn is_unchanged(before: &Told, submission: &Submission) -> bool {
    let is_it =
        |file: &&ToldFile| file.sha256 == submission.sha256 && (file.state == State::Rejected) == (submission.state == State::Rejected);
    !submission.sha256.is_empty() && before.files.iter().find(is_it).is_some()
}

/// A file's name without its folders, in lower case.
pub(super) fn last_name(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_lowercase()
}

/// What is new of a school: forms that could be read, and names of their files.
#[derive(Default)]
struct Fresh {
    forms: BTreeSet<FormKind>,
    names: BTreeSet<String>,
}

impl Earlier {
    /// Takes the files of earlier rounds into a reading that is not linked yet.
    pub fn join(before: &Told, reading: &mut Reading) -> Earlier {
        let (mut fresh, mut there): (BTreeMap<String, Fresh>, BTreeSet<String>) = Default::default();
        for submission in &reading.submissions {
            there.extend(submission.school_ids.iter().cloned());
            if submission.state != State::Rejected && !is_unchanged(before, submission) {
                for school in &submission.school_ids {
                    let fresh = fresh.entry(school.clone()).or_default();
                    fresh.forms.extend(&submission.forms);
                    fresh.names.insert(last_name(&submission.file));
                }
            }
        }
        let none = Fresh::default();
        let is_replaced = |file: &ToldFile| {
            file.school_ids.iter().any(|school| {
                let fresh = fresh.get(school).unwrap_or(&none);
                match file.forms.is_empty() {
                    // What could not be read came again under its name, or as a form that was not there before.
                    true => fresh.names.contains(&last_name(&file.file)) || !fresh.forms.is_subset(&forms_of(before, school)),
                    false => file.forms.iter().any(|form| fresh.forms.contains(form)),
                }
            })
        };
        let mut earlier = Earlier::default();
        let replaced: BTreeSet<&str> = before.files.iter().filter(|file| is_replaced(file)).map(|file| file.sha256.as_str()).collect();
        // An unreadable file left in the folder beside the one that was sent in its place is mended.
        let is_mended = |submission: &&Submission| submission.state == State::Rejected && replaced.contains(submission.sha256.as_str());
        let mended: BTreeSet<Arc<str>> =
            reading.submissions.iter().filter(is_mended).map(|submission| Arc::clone(&submission.file)).collect();
        reading.findings.retain(|finding| finding.file.as_ref().is_none_or(|file| !mended.contains(file)));

        let by_hash: BTreeSet<&str> = reading.submissions.iter().map(|submission| submission.sha256.as_str()).collect();
        let names: BTreeSet<&str> = reading.submissions.iter().map(|submission| submission.file.as_ref()).collect();
        let mut taken = Vec::new();
        for file in before.files.iter().filter(|file| file.state != State::Duplicate && !by_hash.contains(file.sha256.as_str())) {
            let again = is_replaced(file) || names.contains(file.file.as_str());
            if again && file.state == State::Rejected {
                continue;
            }
            let name: Arc<str> = if again { format!("{} (lần trước)", file.file).into() } else { file.file.as_str().into() };
            if !again {
                let told = before.findings.iter().filter(|finding| finding.file.as_deref() == Some(file.file.as_str()));
                reading.findings.extend(told.cloned());
            }
            earlier.files.insert(Arc::clone(&name));
            // One that was replaced still tells when the school first reported.
            let state = if again && file.state == State::Accepted { State::Superseded } else { file.state };
            taken.push(Submission {
                file: name,
                sha256: file.sha256.clone(),
                school_ids: file.school_ids.clone(),
                forms: file.forms.clone(),
                received_on: file.received_on,
                received_from: file.received_from,
                state,
            });
        }
        let sent_nothing = |finding: &&Finding| {
            let school = finding.school_id.as_ref().filter(|_| finding.file.is_none() && finding.rule != &finding::FORMS_MISSING);
            school.is_some_and(|school| !there.contains(school))
        };
        reading.findings.extend(before.findings.iter().filter(sent_nothing).cloned());
        for submission in taken.iter().filter(|submission| submission.state == State::Accepted) {
            let of_schools = submission.school_ids.iter().flat_map(|school| submission.forms.iter().map(|form| (school.clone(), *form)));
            earlier.gaps.extend(of_schools);
        }
        for submission in reading.submissions.iter().filter(|submission| submission.state == State::Accepted) {
            earlier.gaps.retain(|(school, form)| !(submission.school_ids.contains(school) && submission.forms.contains(form)));
        }
        // One outside the register is known by its files alone.
        let is_its = |school: &&School| taken.iter().any(|submission| submission.school_ids.contains(&school.id));
        reading.schools.extend(before.schools.iter().filter(is_its).cloned());
        reading.submissions.append(&mut taken);
        earlier
    }

    /// Takes out of a judged reading what is said only because a form of an earlier round is not at hand.
    pub fn without_gaps(&self, reading: &mut Reading) {
        let is_from_gap = |finding: &Finding| {
            let of_this_round = finding.file.as_ref().is_none_or(|file| !self.files.contains(file));
            let school = finding.school_id.as_ref().filter(|_| of_this_round);
            FROM_A_GAP
                .iter()
                .any(|(form, rule)| finding.rule == *rule && school.is_some_and(|school| self.gaps.contains(&(school.clone(), *form))))
        };
        reading.findings.retain(|finding| !is_from_gap(finding));
    }
}

fn forms_of(before: &Told, school: &str) -> BTreeSet<FormKind> {
    let files = before.files.iter().filter(|file| file.school_ids.contains(school) && file.state != State::Rejected);
    files.flat_map(|file| file.forms.iter().copied()).collect()
}
