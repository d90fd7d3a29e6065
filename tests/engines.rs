//! The store, read by engines that know nothing of us: the SQL of `docs/quy-mo.md` gives the figures of `thong-ke.json`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::{ctcl, json, report, root};

/// Two periods of one commune under the framework of 2026, two districts under those of 2018, and the districts rolled up, kept.
fn store(folder: &Path) -> (PathBuf, Vec<(&'static str, Value)>) {
    let store = folder.join("kho");
    let shown = store.display().to_string();
    let mut figures: Vec<(&str, Value)> = [
        ("ubnd-xa-ban-mai", "xa-ban-mai"),
        ("ubnd-xa-ban-mai", "xa-ban-mai-cuoi-nam"),
        ("phong-gd-dt-quan-hoa-phuong", "quan-hoa-phuong"),
        ("phong-gd-dt-huyen-suoi-may", "huyen-suoi-may"),
    ]
    .map(|(unit, sample)| {
        let folder_of = format!("sample-data/{sample}");
        let arguments = [&format!("{folder_of}/bao-cao"), "--config", &format!("{folder_of}/ctcl.toml"), "--store", &shown];
        (unit, report(&arguments, &folder.join(sample)))
    })
    .into();
    let [district, neighbour, output] = ["quan-hoa-phuong", "huyen-suoi-may", "tinh"].map(|name| folder.join(name).display().to_string());
    let config = "sample-data/tinh-ngan-hoa/ctcl.toml";
    let ran = ctcl(&["rollup", &district, &neighbour, "--config", config, "--store", &shown, "-o", &output, "--quiet"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    figures.push(("so-gd-dt-tinh-ngan-hoa", json(&Path::new(&output).join("thong-ke.json"))));
    (store, figures)
}

/// The Python that `.ci/run` sets up with both engines, or one of the machine's.
fn answers(engine: &str, store: &Path) -> Value {
    let own = root().join("target/engines/bin/python");
    let python = if own.is_file() { own } else { PathBuf::from("python3") };
    let ran = Command::new(&python)
        .arg(root().join("tests/engines/query.py"))
        .args([engine.as_ref(), store.as_os_str(), root().join("docs/quy-mo.md").as_os_str()])
        .output()
        .unwrap_or_else(|error| panic!("This test needs Python with {engine}: {} is not to be started ({error})", python.display()));
    assert!(
        ran.status.success(),
        "This test needs Python with {engine}; `python3 -m venv target/engines && target/engines/bin/pip install duckdb pyspark` brings it \
         (Spark also needs Java 17).\n{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let text = String::from_utf8_lossy(&ran.stdout);
    serde_json::from_str(text.lines().last().unwrap_or_default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn agree(engine: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, periods) = store(folder.path());
    let answers = answers(engine, &store);
    for (unit, figures) in &periods {
        let of_period = |name: &str| -> Vec<&Value> {
            let rows = answers[name].as_array().unwrap_or_else(|| panic!("{name} is answered")).iter();
            let same = |row: &&Value| ["school_year", "period"].iter().all(|part| row[part] == figures[part]) && row["unit"] == *unit;
            rows.filter(same).collect()
        };
        for name in ["schools", "actions"] {
            let [row] = of_period(name)[..] else { panic!("{name}: one row a period") };
            for (figure, value) in figures[name].as_object().expect("counts") {
                assert_eq!(row[figure], *value, "{engine}: {name}/{figure}");
            }
        }
        let [cost] = of_period("cost")[..] else { panic!("one sum a period") };
        assert_eq!(cost["total_vnd"], figures["cost"]["total_vnd"], "{engine}: cost");
        let rows = of_period("by_criterion");
        let mut compared = 0;
        for criterion in figures["by_criterion"].as_array().expect("criteria") {
            for (level, counts) in criterion["levels"].as_object().expect("levels") {
                let level: u64 = level.parse().expect("a level");
                let row = rows.iter().find(|row| {
                    row["framework"] == criterion["framework"] && row["criterion"] == criterion["criterion"] && row["level"] == level
                });
                for name in ["met", "unmet"] {
                    let found = row.map_or(Value::from(0), |row| row[name].clone());
                    assert_eq!(found, counts[name], "{engine}: {} Mức {level} {name}", criterion["criterion"]);
                    compared += 1;
                }
            }
        }
        assert!(compared >= 60, "{compared}");
        submission(engine, &of_period("submission"), figures);
        let levels = of_period("school_levels");
        for school in figures["by_school"].as_array().expect("schools") {
            let level = levels.iter().find(|row| row["school_id"] == school["school_id"]).map_or(Value::Null, |row| row["level"].clone());
            assert_eq!(level, school["level"], "{engine}: level of {}", school["school_id"]);
        }
        let (rows, lagging) = (of_period("lagging"), figures["lagging"].as_array().expect("criteria"));
        assert_eq!(rows.len(), lagging.len(), "{engine}: lagging");
        for (row, expected) in rows.iter().zip(lagging) {
            for (name, value) in expected.as_object().expect("figures") {
                assert_eq!(row[name], *value, "{engine}: lagging/{}/{name}", expected["rank"]);
            }
        }
        assert!(!lagging.is_empty() && levels.iter().any(|row| row["level"].is_number()));
    }
}

/// By kind: as many as there are schools of the register that stand so.
fn submission(engine: &str, rows: &[&Value], figures: &Value) {
    let schools = figures["by_school"].as_array().expect("schools");
    let mut expected = 0;
    for row in rows {
        for standing in ["on_time", "late", "missing", "unreadable"] {
            let of = schools.iter().filter(|school| school["kind"] == row["kind"] && school["submission"] == standing).count();
            assert_eq!(row[standing], of, "{engine}: {} {standing}", row["kind"]);
        }
        expected += row["expected"].as_u64().expect("a count");
    }
    assert_eq!(figures["schools"]["expected"], expected, "{engine}: expected");
}

#[test]
fn duckdb_gives_the_same_figures() {
    agree("duckdb");
}

#[test]
fn spark_gives_the_same_figures() {
    agree("spark");
}
