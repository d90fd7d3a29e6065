//! Levels: judged twice, not judged, declared otherwise than the rule says.

use std::collections::BTreeMap;

use super::{Context, Verdicts, about, first_row, framework_of, listed};
use crate::finding::{self, Finding};
use crate::model::{Assessment, Criterion, Declaration, Outcome};
use crate::reading::Reading;

/// The same criterion and level with two different verdicts.
pub(super) fn twice(reading: &Reading, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<(&str, &str, Criterion, u8), &Assessment> = BTreeMap::new();
    for row in &reading.assessments {
        let known = first.entry((&row.school_id, &row.framework, row.criterion, row.level)).or_insert(row);
        if known.result != row.result && known.result != Outcome::NotAssessed && row.result != Outcome::NotAssessed {
            findings.push(
                Finding::new(&finding::ASSESSED_TWICE)
                    .at(&row.origin)
                    .of_school(&row.school_id)
                    .with("criterion", row.criterion)
                    .with("level", row.level),
            );
        }
    }
}

/// Criteria missing from a self-assessment, totals that differ from the table, levels that differ from the rule.
pub(super) fn gaps(reading: &Reading, verdicts: &Verdicts, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for ((school, framework_id), of) in verdicts {
        let Some(framework) = framework_of(context, framework_id) else { continue };
        let row = first_row(reading, school, framework_id);
        let missing: Vec<Criterion> = framework
            .criteria
            .iter()
            .map(|info| info.criterion)
            .filter(|criterion| !of.keys().any(|(judged, _)| judged == criterion))
            .collect();
        if !missing.is_empty() {
            findings.push(about(
                Finding::new(&finding::CRITERIA_NOT_LISTED).with("count", missing.len()).with("criteria", listed(&missing)),
                row,
                school,
            ));
        }
        let outcome = |criterion: Criterion, level: u8| of.get(&(criterion, level)).copied().unwrap_or(Outcome::NotAssessed);
        let computed = framework.school_level(outcome);
        for declaration in reading.declarations.iter() {
            match declaration {
                Declaration::CriteriaMet { school_id, level, met, of: total, origin } if school_id == school => {
                    let with: Vec<Criterion> = framework.criteria_with(*level).collect();
                    let counted = with.iter().filter(|criterion| outcome(**criterion, *level) == Outcome::Met).count();
                    let raw = total.map_or_else(|| format!("{met}"), |total| format!("{met}/{total}"));
                    if counted != *met as usize || total.is_some_and(|total| total as usize != with.len()) {
                        let counted = format!("{counted}/{}", with.len());
                        findings.push(
                            Finding::new(&finding::TOTAL_DIFFERS)
                                .at(origin)
                                .of_school(school)
                                .raw(format!("Mức {level}: {raw}"))
                                .with("counted", counted),
                        );
                    }
                }
                Declaration::SchoolLevel { school_id, level, origin } if school_id == school => {
                    let Some(computed) = computed.filter(|computed| computed != level) else { continue };
                    let lacking: Vec<Criterion> =
                        framework.missing_for(computed + 1, outcome).into_iter().map(|(criterion, _)| criterion).collect();
                    let missing = if lacking.is_empty() {
                        String::new()
                    } else {
                        format!("Để đạt Mức {} còn thiếu: {}.", computed + 1, listed(&lacking))
                    };
                    findings.push(
                        Finding::new(&finding::LEVEL_GAP)
                            .at(origin)
                            .of_school(school)
                            .raw(format!("Mức {level}"))
                            .with("declared", level)
                            .with("computed", computed)
                            .with("missing", missing),
                    );
                }
                _ => {}
            }
        }
    }
}
