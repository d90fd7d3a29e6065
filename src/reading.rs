//! The first waist: all that was read, whatever form, format or framework it came in.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity};
use crate::model::{Action, Assessment, Declaration, Evidence, FormKind, Period, Report, School, SchoolYear, Submission};

/// Every row once: as a record or as a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The schools of the register, then those only the files name.
    pub schools: Vec<School>,
    pub submissions: Vec<Submission>,
    pub assessments: Vec<Assessment>,
    /// Plan rows; once linked, with what was reported of each.
    pub actions: Vec<Action>,
    /// Result rows that are not joined yet; none once linked.
    pub reports: Vec<Report>,
    pub evidence: Vec<Evidence>,
    pub declarations: Vec<Declaration>,
    /// What each table says of when it is from; none once linked.
    #[serde(skip)]
    pub stated: Vec<Stated>,
    pub findings: Vec<Finding>,
}

/// The year and the half a table is of, as its title, its sheet, its file or its stamp has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    /// The first row of its titles, from 0.
    pub row: u32,
    pub school_id: String,
    pub form: FormKind,
    pub year: Option<SchoolYear>,
    pub period: Option<Period>,
    /// The month that a report of results names, 1 to 12.
    pub month: Option<u8>,
    /// It stands on a sheet that Excel does not show.
    pub hidden: bool,
    /// It is called an adjusted plan, or one that replaces another.
    pub replaces: bool,
    /// It is called an addition to what was sent.
    pub adds: bool,
    /// It is called a report on how far a plan has come.
    pub reports: bool,
    /// The day written with the place in its letterhead or above its signature.
    pub signed: Option<Date>,
}

impl Reading {
    /// What several files gave, in their order, in no more room than it takes.
    pub fn of_parts(parts: Vec<Reading>) -> Reading {
        let mut whole = Reading::default();
        let rows = |of: fn(&Reading) -> usize| parts.iter().map(of).sum();
        whole.assessments.reserve_exact(rows(|part| part.assessments.len()));
        whole.actions.reserve_exact(rows(|part| part.actions.len()));
        whole.reports.reserve_exact(rows(|part| part.reports.len()));
        whole.findings.reserve_exact(rows(|part| part.findings.len()));
        parts.into_iter().for_each(|part| whole.absorb(part));
        whole
    }

    /// Whether something could not be read or counted.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.rule.severity == Severity::Error)
    }

    /// Takes in what another file gave.
    pub fn absorb(&mut self, other: Reading) {
        self.schools.extend(other.schools);
        self.submissions.extend(other.submissions);
        self.assessments.extend(other.assessments);
        self.actions.extend(other.actions);
        self.reports.extend(other.reports);
        self.evidence.extend(other.evidence);
        self.declarations.extend(other.declarations);
        self.stated.extend(other.stated);
        self.findings.extend(other.findings);
    }

    /// Puts everything into the one order that does not depend on threads or arguments.
    pub fn sort(&mut self) {
        self.submissions.sort_by(|a, b| a.file.cmp(&b.file));
        self.assessments.sort_by(|a, b| {
            (&a.school_id, &a.framework, a.criterion, a.level, &a.origin).cmp(&(
                &b.school_id,
                &b.framework,
                b.criterion,
                b.level,
                &b.origin,
            ))
        });
        self.actions.sort_by(|a, b| (&a.school_id, &a.origin).cmp(&(&b.school_id, &b.origin)));
        self.reports.sort_by(|a, b| (&a.school_id, &a.origin).cmp(&(&b.school_id, &b.origin)));
        self.evidence.sort_by(|a, b| (&a.school_id, &a.origin).cmp(&(&b.school_id, &b.origin)));
        self.findings.sort_by(|a, b| a.key().cmp(&b.key()));
    }
}
