//! What `check` says, file by file, as a careful colleague would: what was read, then what to look at, gravest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::basis::Basis;
use super::{problems, wording};
use crate::finding::{Finding, Rule, Severity};
use crate::model::{State, Submission};

/// All files in order, then what belongs to no file.
pub fn by_file(basis: &Basis) -> String {
    let findings = problems::sorted(basis);
    let mut of_file: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        of_file.entry(finding.file.as_deref().unwrap_or("")).or_default().push(finding);
    }
    let mut text = String::new();
    for submission in &basis.source.reading.submissions {
        text.push_str(&heading(basis, submission));
        listed(&of_file.remove(submission.file.as_ref()).unwrap_or_default(), &mut text);
        text.push('\n');
    }
    // Bundles, folders, and schools as a whole.
    for (file, findings) in of_file {
        text.push_str(if file.is_empty() { "Chung\n" } else { file });
        if !file.is_empty() {
            text.push('\n');
        }
        listed(&findings, &mut text);
        text.push('\n');
    }
    text
}

/// The file, whose it is, and what was found in it.
fn heading(basis: &Basis, submission: &Submission) -> String {
    let schools: Vec<String> =
        submission.school_ids.iter().map(|id| basis.entry(id).map_or_else(|| id.clone(), |entry| entry.figures.name.clone())).collect();
    let forms: Vec<&str> = submission.forms.iter().map(|form| form.title()).collect();
    let mut parts = vec![submission.file.to_string()];
    parts.extend((!schools.is_empty()).then(|| schools.join(", ")));
    parts.extend((!forms.is_empty()).then(|| forms.join(", ")));
    parts.extend((submission.state != State::Accepted).then(|| wording::state(submission.state).to_owned()));
    format!("{}\n", parts.join(" · "))
}

/// Orders rules: gravest first, then by id.
type Weight = (Reverse<Severity>, &'static str);

/// Findings of one place, by severity and rule; the remedy once for each rule.
fn listed(findings: &[&Finding], text: &mut String) {
    if findings.is_empty() {
        text.push_str("  Không có gì cần xem.\n");
        return;
    }
    let mut by_rule: BTreeMap<Weight, (&'static Rule, Vec<&Finding>)> = BTreeMap::new();
    for finding in findings {
        by_rule.entry((Reverse(finding.rule.severity), finding.rule.id)).or_insert((finding.rule, Vec::new())).1.push(finding);
    }
    for (rule, findings) in by_rule.values() {
        text.push_str(&format!("  {} {}: {}\n", rule.severity.title(), rule.id, rule.title));
        for finding in findings {
            let place = match (&finding.sheet, &finding.cell) {
                (Some(sheet), Some(cell)) => format!("{sheet}!{cell}: "),
                (Some(sheet), None) => format!("{sheet}: "),
                _ => finding.school_id.as_ref().filter(|_| finding.file.is_none()).map_or_else(String::new, |id| format!("{id}: ")),
            };
            text.push_str(&format!("    {place}{}\n", finding.message()));
        }
        if let Some(first) = findings.first() {
            text.push_str(&format!("    → {}\n", first.remedy()));
        }
    }
}
