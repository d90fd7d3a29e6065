//! The store, read by engines that know nothing of us: the SQL of `docs/quy-mo.md` gives the figures of `thong-ke.json`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::{report, root};

/// Two periods of one commune, kept.
fn store(folder: &Path) -> (PathBuf, Vec<Value>) {
    let store = folder.join("kho");
    let shown = store.display().to_string();
    let figures = ["xa-ban-mai", "xa-ban-mai-cuoi-nam"].map(|sample| {
        let sample = format!("sample-data/{sample}");
        report(&[&format!("{sample}/bao-cao"), "--config", &format!("{sample}/ctcl.toml"), "--store", &shown], &folder.join("ket-qua"))
    });
    (store, figures.into())
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
    for figures in &periods {
        let of_period = |name: &str| -> Vec<&Value> {
            let rows = answers[name].as_array().unwrap_or_else(|| panic!("{name} is answered")).iter();
            rows.filter(|row| row["school_year"] == figures["school_year"] && row["period"] == figures["period"]).collect()
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
    }
}

#[test]
fn duckdb_gives_the_same_figures() {
    agree("duckdb");
}

#[test]
fn spark_gives_the_same_figures() {
    agree("spark");
}
