//! The whole path over the sample data. The figures are counted a second time here, by plain loops over what the generator meant,
//! without a line of the program's own code.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::program::{json, report, root};

#[test]
fn the_figures_of_the_district_equal_those_counted_from_the_truth() {
    compare("quan-hoa-phuong", 2);
}

#[test]
fn the_figures_of_the_commune_equal_those_counted_from_the_truth() {
    compare("xa-ban-mai", 1);
}

#[test]
fn the_figures_of_the_commune_in_may_equal_those_counted_from_the_truth() {
    compare("xa-ban-mai-cuoi-nam", 1);
}

fn compare(sample: &str, target_level: u64) {
    let output = tempfile::tempdir().expect("a folder");
    let folder = format!("sample-data/{sample}");
    let figures = report(&[&format!("{folder}/bao-cao"), "--config", &format!("{folder}/ctcl.toml")], &output.path().join("ket-qua"));
    let truth = json(&root().join(format!("tests/data/truth-{sample}.json")));
    let mut wrong = Vec::new();
    schools(&truth, &figures, &mut wrong);
    criteria(&truth, &figures, target_level, &mut wrong);
    work(&truth, &figures, &mut wrong);
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn differ(wrong: &mut Vec<String>, what: &str, expected: impl PartialEq<Value> + std::fmt::Debug, found: &Value) {
    if !(expected == *found) {
        wrong.push(format!("{what}: expected {expected:?}, found {found}"));
    }
}

fn has_reported(school: &Value) -> bool {
    matches!(school["submission"].as_str(), Some("on_time" | "late"))
}

fn schools(truth: &Value, figures: &Value, wrong: &mut Vec<String>) {
    let all = list(truth, "schools");
    let with = |states: &[&str]| all.iter().filter(|school| states.contains(&school["submission"].as_str().unwrap_or_default())).count();
    for (name, count) in [
        ("expected", all.len()),
        ("reported", with(&["on_time", "late"])),
        ("on_time", with(&["on_time"])),
        ("late", with(&["late"])),
        ("missing", with(&["missing"])),
        ("unreadable", with(&["unreadable"])),
    ] {
        differ(wrong, &format!("/schools/{name}"), count, &figures["schools"][name]);
    }
    for school in all {
        let id = school["school_id"].as_str().expect("an id");
        let Some(found) = list(figures, "by_school").iter().find(|found| found["school_id"] == id) else {
            wrong.push(format!("{id} is not in by_school"));
            continue;
        };
        let place = |name: &str| format!("{} {id} {name}", school["name"]);
        for name in ["submission", "framework", "kind", "level", "declared_level"] {
            differ(wrong, &place(name), school[name].clone(), &found[name]);
        }
        let forms: Vec<&str> = list(school, "forms").iter().filter_map(Value::as_str).collect();
        for form in ["plan", "result", "assessment", "evidence"] {
            let totals_only = form == "assessment" && school["declared_totals"].as_object().is_some_and(|totals| !totals.is_empty());
            // The plan of 2026 holds its own column of progress: a school that filled it in has reported results.
            let in_the_plan = form == "result" && list(school, "actions").iter().any(|action| action["status"] != "no_report");
            differ(wrong, &place(&format!("form {form}")), forms.contains(&form) || totals_only || in_the_plan, &found["forms"][form]);
        }
        let mut met: BTreeMap<String, [u64; 2]> = BTreeMap::new();
        for row in list(school, "assessments") {
            let of = met.entry(row["level"].to_string()).or_default();
            of[0] += u64::from(row["result"] == "met");
        }
        for (level, [met, _]) in met {
            differ(wrong, &place(&format!("criteria met at {level}")), met, &found["criteria_met"][&level][0]);
        }
        counts(wrong, &place("actions"), list(school, "actions").iter(), truth, &found["actions"]);
    }
}

/// The eight counts of a list of actions.
fn counts<'a>(wrong: &mut Vec<String>, place: &str, actions: impl Iterator<Item = &'a Value>, truth: &Value, found: &Value) {
    let mut counts: BTreeMap<&str, u64> =
        ["total", "completed", "in_progress", "not_started", "no_report", "overdue", "possibly_overdue", "undetermined"]
            .map(|name| (name, 0))
            .into();
    for action in actions {
        *counts.get_mut("total").expect("listed") += 1;
        *counts.get_mut(action["status"].as_str().expect("a status")).expect("one of four") += 1;
        match lateness(action, truth) {
            "certain" => *counts.get_mut("overdue").expect("listed") += 1,
            "possible" => *counts.get_mut("possibly_overdue").expect("listed") += 1,
            "undetermined" => *counts.get_mut("undetermined").expect("listed") += 1,
            _ => {}
        }
    }
    for (name, count) in counts {
        differ(wrong, &format!("{place}/{name}"), count, &found[name]);
    }
}

fn lateness(action: &Value, truth: &Value) -> &'static str {
    if action["status"] == "completed" {
        return "no";
    }
    let Some(due) = action["window"]["due"].as_str() else { return "undetermined" };
    if due >= truth["as_of"].as_str().expect("a day") {
        return "no";
    }
    let supposed =
        list(&action["window"], "flags").iter().any(|flag| matches!(flag.as_str(), Some("year_inferred" | "approximate" | "repaired")));
    if supposed || action["status"] == "no_report" { "possible" } else { "certain" }
}

fn criteria(truth: &Value, figures: &Value, target_level: u64, wrong: &mut Vec<String>) {
    let mut affected_by_rank: Vec<(f64, u64, String, String)> = Vec::new();
    for found in list(figures, "by_criterion") {
        let (framework, criterion) = (found["framework"].as_str().expect("a framework"), found["criterion"].as_str().expect("a code"));
        let place = format!("{framework} {criterion}");
        let schools: Vec<&Value> = list(truth, "schools").iter().filter(|school| school["framework"] == framework).collect();
        let reported: Vec<&&Value> = schools.iter().filter(|school| has_reported(school)).collect();
        differ(wrong, &format!("{place} schools_reported"), reported.len(), &found["schools_reported"]);
        let verdict = |school: &Value, level: u64| {
            list(school, "assessments")
                .iter()
                .find(|row| row["criterion"] == criterion && row["level"] == level)
                .map(|row| row["result"].as_str().unwrap_or_default().to_owned())
        };
        for (level, counted) in found["levels"].as_object().expect("levels") {
            let level: u64 = level.parse().expect("a level");
            let having = |result: &str| reported.iter().filter(|school| verdict(school, level).as_deref() == Some(result)).count();
            let (met, unmet) = (having("met"), having("unmet"));
            differ(wrong, &format!("{place} level {level} met"), met, &counted["met"]);
            differ(wrong, &format!("{place} level {level} unmet"), unmet, &counted["unmet"]);
            differ(wrong, &format!("{place} level {level} not_assessed"), reported.len() - met - unmet, &counted["not_assessed"]);
            differ(wrong, &format!("{place} level {level} not_reported"), schools.len() - reported.len(), &counted["not_reported"]);
        }
        let on_it =
            |school: &Value| list(school, "actions").iter().filter(|action| action["criterion"] == criterion).cloned().collect::<Vec<_>>();
        let actions: Vec<Value> = schools.iter().flat_map(|school| on_it(school)).collect();
        counts(wrong, &format!("{place} actions"), actions.iter(), truth, &found["actions"]);
        let affected = reported
            .iter()
            .filter(|school| {
                let unmet = (1..=target_level).any(|level| verdict(school, level).as_deref() == Some("unmet"));
                unmet || on_it(school).iter().any(|action| lateness(action, truth) == "certain")
            })
            .count();
        differ(wrong, &format!("{place} schools_affected"), affected, &found["schools_affected"]);
        if affected > 0 {
            affected_by_rank.push((affected as f64 / reported.len() as f64, affected as u64, framework.to_owned(), criterion.to_owned()));
        }
    }
    let natural = |code: &str| code.split('.').map(|part| part.parse::<u32>().unwrap_or(99)).collect::<Vec<_>>();
    affected_by_rank.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)).then(natural(&a.3).cmp(&natural(&b.3))));
    let expected: Vec<String> =
        affected_by_rank.iter().map(|(_, affected, framework, criterion)| format!("{framework} {criterion} {affected}")).collect();
    let found: Vec<String> = list(figures, "lagging")
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row["framework"].as_str().unwrap_or_default(),
                row["criterion"].as_str().unwrap_or_default(),
                row["schools_affected"]
            )
        })
        .collect();
    if expected != found {
        wrong.push(format!("lagging: expected {expected:?}\nfound {found:?}"));
    }
}

fn work(truth: &Value, figures: &Value, wrong: &mut Vec<String>) {
    let actions: Vec<(&str, &Value)> = list(truth, "schools")
        .iter()
        .flat_map(|school| list(school, "actions").iter().map(|action| (school["school_id"].as_str().unwrap_or_default(), action)))
        .collect();
    counts(wrong, "actions", actions.iter().map(|(_, action)| *action), truth, &figures["actions"]);
    let expected: BTreeSet<(String, String, String, String)> = actions
        .iter()
        .filter(|(_, action)| matches!(lateness(action, truth), "certain" | "possible"))
        .map(|(school, action)| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            ((*school).to_owned(), text(&action["criterion"]), text(&action["window"]["due"]), lateness(action, truth).to_owned())
        })
        .collect();
    let found: BTreeSet<(String, String, String, String)> = list(figures, "overdue")
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            (text("school_id"), text("criterion"), text("due"), text("certainty"))
        })
        .collect();
    for missing in expected.difference(&found) {
        wrong.push(format!("overdue lacks {missing:?}"));
    }
    for extra in found.difference(&expected) {
        wrong.push(format!("overdue has {extra:?}"));
    }
    let total: i64 = actions.iter().filter_map(|(_, action)| action["cost"]["amount_vnd"].as_i64()).sum();
    differ(wrong, "/cost/total_vnd", total, &figures["cost"]["total_vnd"]);
}
