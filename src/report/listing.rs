//! What `check` says, file by file, as a careful colleague would: what was read, then what to look at, gravest first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
        // What is said of the school as a whole stands with its first file that counts.
        let mut of_school = Vec::new();
        if let (Some(general), true) = (of_file.get_mut(""), submission.state == State::Accepted) {
            of_school =
                general.extract_if(.., |finding| finding.school_id.as_ref().is_some_and(|id| submission.school_ids.contains(id))).collect();
        }
        of_file.entry(submission.file.as_ref()).or_default().splice(0..0, of_school);
        text.push_str(&heading(basis, submission));
        listed(basis, &of_file.remove(submission.file.as_ref()).unwrap_or_default(), &submission.school_ids, &mut text);
        text.push('\n');
    }
    // Bundles, folders, and schools as a whole.
    for (file, findings) in of_file.into_iter().filter(|(_, findings)| !findings.is_empty()) {
        text.push_str(if file.is_empty() { "Chung\n" } else { file });
        if !file.is_empty() {
            text.push('\n');
        }
        listed(basis, &findings, &BTreeSet::new(), &mut text);
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

/// `Kế hoạch!G14, G15: `; of findings without a place, the school they are about where it is not the file's.
fn places(basis: &Basis, findings: &[&Finding], schools: &BTreeSet<String>) -> String {
    let mut places: Vec<String> = Vec::new();
    let mut sheet = None;
    for finding in findings {
        match (&finding.sheet, &finding.cell) {
            (Some(of), Some(cell)) if sheet == Some(of) => places.push(cell.to_string()),
            (Some(of), Some(cell)) => places.push(format!("{of}!{cell}")),
            (Some(of), None) => places.push(of.to_string()),
            (None, _) => {
                let school =
                    finding.school_id.as_ref().filter(|id| finding.file.is_none() && !(schools.len() == 1 && schools.contains(*id)));
                places.extend(school.and_then(|id| basis.entry(id)).map(|entry| entry.figures.name.clone()));
            }
        }
        sheet = finding.sheet.as_ref();
    }
    places.dedup();
    let more = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    if more > 0 {
        return format!("{} và {} chỗ nữa (đủ bằng --json hay --return): ", places.join(", "), wording::count(more));
    }
    if places.is_empty() { String::new() } else { format!("{}: ", places.join(", ")) }
}

/// Places named in one line: more than that nobody goes through in a terminal.
const MOST_PLACES: usize = 40;

/// Not worth a line of its own.
const NOTHING_TO_DO: [&str; 2] = ["Không cần làm gì.", "Chỉ để xem lại."];

/// Orders rules: gravest first, then by id.
type Weight = (Reverse<Severity>, &'static str);

/// Findings of one place, by severity and rule; the remedy once for each rule.
fn listed(basis: &Basis, findings: &[&Finding], schools: &BTreeSet<String>, text: &mut String) {
    if findings.is_empty() {
        text.push_str("  Không có gì cần xem.\n");
        return;
    }
    let mut by_rule: BTreeMap<Weight, (&'static Rule, Vec<&Finding>)> = BTreeMap::new();
    for finding in findings {
        by_rule.entry((Reverse(finding.rule.severity), finding.rule.id)).or_insert((finding.rule, Vec::new())).1.push(finding);
    }
    for (rule, findings) in by_rule.values() {
        text.push_str(&format!("  {}: {} ({})\n", rule.severity.title(), rule.title, rule.id));
        // What is said of several cells in the same words is said once.
        let mut messages: Vec<String> = Vec::new();
        let mut said: HashMap<String, Vec<&Finding>> = HashMap::new();
        for finding in findings {
            let message = finding.message();
            said.entry(message.clone())
                .or_insert_with(|| {
                    messages.push(message);
                    Vec::new()
                })
                .push(finding);
        }
        for message in messages {
            let findings = said.remove(&message).unwrap_or_default();
            text.push_str(&format!("    {}{message}\n", places(basis, &findings, schools)));
        }
        if let Some(remedy) = findings.first().map(|first| first.remedy()).filter(|remedy| !NOTHING_TO_DO.contains(&remedy.as_str())) {
            text.push_str(&format!("    → {remedy}\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::{self, Finding};
    use crate::model::{Address, Origin};
    use crate::report::{example, findings_by_file};

    #[test]
    fn of_one_fault_in_many_cells_so_many_are_named_as_somebody_goes_through_and_the_others_counted() {
        let mut example = example::district(1);
        let file = example.reading.submissions[0].file.clone();
        example.reading.findings.clear();
        for row in 0..1_050 {
            let origin = Origin { file: file.clone(), sheet: "KH".into(), cell: Address::new(row, 5) };
            example.reading.findings.push(Finding::new(&finding::TIME_UNREAD).at(&origin).raw("lúc rảnh"));
        }
        let said = findings_by_file(&example.source());
        let line = said.lines().find(|line| line.contains("lúc rảnh")).expect("told");
        assert!(line.trim_start().starts_with("KH!F1, F2, F3,") && line.contains(" F40 và 1.010 chỗ nữa"), "{line}");
        assert!(!line.contains("F41"), "{line}");
        example.reading.findings.truncate(40);
        let said = findings_by_file(&example.source());
        assert!(said.contains("F39, F40: ") && !said.contains("chỗ nữa"), "{said}");
    }
}
