//! Levels: judged twice, not judged, declared otherwise than the rule says.

use std::collections::BTreeMap;

use super::{Context, FirstRows, Verdicts, about, framework_of, listed};
use crate::finding::{self, Finding};
use crate::framework::{Framework, Level4Item};
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

/// Criteria of which the self-assessment says nothing at all, standard by standard: "Tiêu chuẩn 1 có 9/10 (thiếu 1.10)".
/// Of the Mức 4 list only where it was begun: nobody has to claim it.
fn missing(framework: &Framework, of: &BTreeMap<(Criterion, u8), Outcome>) -> (usize, String) {
    let listed = |criterion: &Criterion| of.keys().any(|(judged, _)| judged == criterion);
    let numbered = framework.standards.iter().map(|standard| {
        let all: Vec<Criterion> = framework
            .criteria
            .iter()
            .map(|info| info.criterion)
            .filter(|criterion| criterion.standard() == Some(standard.number))
            .collect();
        (format!("Tiêu chuẩn {}", standard.number), all)
    });
    let level4: Vec<Criterion> = framework.level4.iter().map(Level4Item::criterion).collect();
    let begun = level4.iter().any(listed);
    let level4 = begun.then(|| ("danh mục Mức 4".to_owned(), level4));
    let mut count = 0;
    let mut standards = Vec::new();
    for (name, all) in numbered.chain(level4) {
        let missing: Vec<Criterion> = all.iter().copied().filter(|criterion| !listed(criterion)).collect();
        count += missing.len();
        match missing.len() {
            0 => {}
            some if some == all.len() => standards.push(format!("{name} không có tiêu chí nào")),
            some => standards.push(format!("{name} có {}/{} (thiếu {})", all.len() - some, all.len(), self::listed(&missing))),
        }
    }
    (count, standards.join("; "))
}

/// A criterion on more than one row of one table, with the same verdict: the standard has more rows than criteria.
pub(super) fn rows_of_standards(reading: &Reading, context: &Context<'_>, findings: &mut Vec<Finding>) {
    type Table<'a> = (&'a str, &'a str, &'a str, &'a str);
    let mut tables: BTreeMap<Table<'_>, BTreeMap<Criterion, BTreeMap<u32, &Assessment>>> = BTreeMap::new();
    // Each level of a criterion may have a row of its own; the first is there once.
    for row in reading.assessments.iter().filter(|row| matches!(row.level, 1 | 4)) {
        let table = (row.school_id.as_str(), row.framework.as_str(), row.origin.file.as_ref(), row.origin.sheet.as_ref());
        tables.entry(table).or_default().entry(row.criterion).or_default().entry(row.origin.cell.row).or_insert(row);
    }
    for ((school, framework_id, ..), criteria) in tables {
        let Some(framework) = framework_of(context, framework_id) else { continue };
        for standard in &framework.standards {
            let rows: Vec<(&Criterion, &BTreeMap<u32, &Assessment>)> =
                criteria.iter().filter(|(criterion, _)| criterion.standard() == Some(standard.number)).collect();
            let twice: Vec<Criterion> = rows.iter().filter(|(_, rows)| rows.len() > 1).map(|(criterion, _)| **criterion).collect();
            let again = rows.iter().filter(|(_, rows)| rows.len() > 1).filter_map(|(_, rows)| rows.values().nth(1)).next();
            let of = framework.criteria.iter().filter(|info| info.criterion.standard() == Some(standard.number)).count();
            // Each of them as often as the others: the report gives a table of each standard and one of all.
            let alike = rows.len() == of && rows.iter().all(|(_, own)| own.len() == rows[0].1.len());
            if let Some(again) = again.filter(|_| !alike) {
                findings.push(
                    Finding::new(&finding::CRITERION_TWICE)
                        .at(&again.origin)
                        .of_school(school)
                        .with("standard", standard.number)
                        .with("rows", rows.iter().map(|(_, rows)| rows.len()).sum::<usize>())
                        .with("of", of)
                        .with("criteria", listed(&twice)),
                );
            }
        }
    }
}

/// Criteria missing from a self-assessment, totals that differ from the table, levels that differ from the rule.
pub(super) fn gaps(reading: &Reading, verdicts: &Verdicts, first_rows: &FirstRows<'_>, context: &Context<'_>, findings: &mut Vec<Finding>) {
    for ((school, framework_id), of) in verdicts {
        let Some(framework) = framework_of(context, framework_id) else { continue };
        let row = first_rows.of_school(school, framework_id);
        let (count, standards) = missing(framework, of);
        if count > 0 {
            findings.push(about(
                Finding::new(&finding::CRITERIA_NOT_LISTED).with("count", count).with("standards", standards),
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
