//! The agreed readings, as data: every row of the four tables, through `ctcl parse --json`.

use std::path::PathBuf;

use serde_json::Value;

use crate::program::{ctcl, root};

/// The tables travel with the project, so that it stands alone.
fn table(name: &str) -> Vec<csv::StringRecord> {
    let path: PathBuf = root().join("tests/data/conformance").join(name);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.records().map(|record| record.expect("a sound table")).collect()
}

fn parse(arguments: &[&str]) -> Value {
    let mut all = vec!["parse"];
    all.extend(arguments);
    let ran = ctcl(&all);
    assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

/// A cell of a table as JSON gives it: nothing is null.
fn expected(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::String(text.to_owned()) }
}

fn number(text: &str) -> Value {
    text.parse::<i64>().map_or(Value::Null, Value::from)
}

fn words(text: &str) -> Value {
    Value::Array(text.split([';', ' ', ',']).filter(|word| !word.is_empty()).map(|word| Value::String(word.to_owned())).collect())
}

fn check(name: &str, compare: impl Fn(&csv::StringRecord) -> Vec<(Value, Value)>) {
    let rows = table(name);
    assert!(rows.len() > 15, "{name} is whole");
    let mut wrong = Vec::new();
    for row in &rows {
        for (expected, found) in compare(row) {
            if expected != found {
                wrong.push(format!("{:?}: expected {expected}, found {found}", row.iter().collect::<Vec<_>>()));
            }
        }
    }
    assert!(wrong.is_empty(), "{name}, {} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_time_phrase_is_read_as_agreed() {
    check("time-phrases.csv", |row| {
        let found = parse(&["time", &row[0], "--year", &row[1], "--json"]);
        vec![
            (expected(&row[2]), found["start"].clone()),
            (expected(&row[3]), found["due"].clone()),
            (expected(&row[4]), found["kind"].clone()),
            (words(&row[5]), found["flags"].clone()),
        ]
    });
}

#[test]
fn every_sum_of_money_is_read_as_agreed() {
    check("money.csv", |row| {
        let found = parse(&["money", &row[0], "--json"]);
        vec![
            (number(&row[1]), found["amount_vnd"].clone()),
            (expected(&row[2]), found["kind"].clone()),
            (words(&row[3]), found["sources"].clone()),
        ]
    });
}

#[test]
fn every_criterion_code_is_read_as_agreed() {
    check("criterion-codes.csv", |row| {
        let mut arguments = vec!["criterion", &row[0], "--json"];
        if !row[1].is_empty() {
            arguments.extend(["--standard", &row[1]]);
        }
        if !row[2].is_empty() {
            arguments.extend(["--level-band", &row[2]]);
        }
        let found = parse(&arguments);
        vec![
            (number(&row[3]), found["standard"].clone()),
            (expected(&row[4]), found["criterion"].clone()),
            (number(&row[5]), found["level4_item"].clone()),
            (expected(&row[6]), found["indicator"].clone()),
        ]
    });
}

#[test]
fn every_status_is_read_as_agreed() {
    check("status.csv", |row| {
        let found = parse(&["status", &format!("{}\t{}\t{}", &row[0], &row[1], &row[2]), "--json"]);
        vec![(expected(&row[3]), found["status"].clone()), (Value::Bool(&row[4] == "true"), found["late_stated"].clone())]
    });
}
