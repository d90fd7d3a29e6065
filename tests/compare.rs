//! January and May of one commune, compared: what changed is counted a second time by plain loops over what the generator meant.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::program::{ctcl, json, report, root};

const JANUARY: &str = "xa-ban-mai";
const MAY: &str = "xa-ban-mai-cuoi-nam";
/// What a school that tells its work in other words puts before them.
const REWORDED: &str = "Tiếp tục việc của học kỳ I: ";

fn output(sample: &str, folder: &Path, more: &[&str]) -> PathBuf {
    let output = folder.join(sample);
    let sample = format!("sample-data/{sample}");
    let (inputs, config) = (format!("{sample}/bao-cao"), format!("{sample}/ctcl.toml"));
    let mut arguments = vec![inputs.as_str(), "--config", &config];
    arguments.extend(more);
    report(&arguments, &output);
    output
}

fn truth(sample: &str) -> Value {
    json(&root().join(format!("tests/data/truth-{sample}.json")))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn schools(truth: &Value) -> BTreeMap<&str, &Value> {
    list(truth, "schools").iter().map(|school| (text(school, "school_id"), school)).collect()
}

fn has_reported(school: &Value) -> bool {
    matches!(text(school, "submission"), "on_time" | "late")
}

/// Criterion and level → whether it is met, of what was judged.
fn verdicts(school: &Value) -> BTreeMap<(String, String), bool> {
    let rows = list(school, "assessments").iter().filter(|row| row["result"] != "not_assessed");
    rows.map(|row| ((text(row, "criterion").to_owned(), row["level"].to_string()), row["result"] == "met")).collect()
}

#[test]
fn what_changed_equals_what_the_generator_meant() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (output(JANUARY, folder.path(), &[]), output(MAY, folder.path(), &[]));
    let (file, pins) = (folder.path().join("so-sanh.xlsx"), folder.path().join("lien-ket.csv"));
    let shown = [&old, &new, &file, &pins].map(|path| path.display().to_string());
    let ran = ctcl(&["compare", &shown[0], &shown[1], "-o", &shown[2], "--pins", &shown[3], "--json"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let changes: Value = serde_json::from_slice(&ran.stdout).expect("JSON");

    let (january, may) = (truth(JANUARY), truth(MAY));
    let (before, after) = (schools(&january), schools(&may));
    let reported = |side: &BTreeMap<&str, &Value>| -> BTreeSet<String> {
        side.iter().filter(|(_, school)| has_reported(school)).map(|(id, _)| (*id).to_owned()).collect()
    };
    let (then, now) = (reported(&before), reported(&after));
    assert_eq!(changes["schools_balance"]["newly"], now.difference(&then).count());
    assert_eq!(changes["schools_balance"]["no_longer"], then.difference(&now).count());
    assert!(now.difference(&then).count() > 0 && then.difference(&now).count() > 0, "the sample shows both");

    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    let mut fates: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut completed, mut slipped) = (0, 0);
    for (id, was) in &before {
        let is = after[id];
        if !(has_reported(was) && has_reported(is)) {
            continue;
        }
        let (verdicts_then, verdicts_now) = (verdicts(was), verdicts(is));
        for (key, met) in &verdicts_now {
            match (verdicts_then.get(key), met) {
                (Some(false), true) => *turns.entry("gained").or_default() += 1,
                (Some(true), false) => *turns.entry("lost").or_default() += 1,
                _ => {}
            }
        }
        for work in list(was, "actions") {
            let task = text(work, "task");
            let successor = list(is, "actions").iter().find(|other| {
                other["criterion"] == work["criterion"]
                    && text(other, "task").trim_start_matches(REWORDED) == task.trim_start_matches(REWORDED)
            });
            let fate = match successor {
                Some(successor) => {
                    completed += usize::from(work["status"] != "completed" && successor["status"] == "completed");
                    let (due, due_now) = (text(&work["window"], "due"), text(&successor["window"], "due"));
                    slipped += usize::from(!due.is_empty() && due_now > due);
                    "kept"
                }
                None if work["status"] == "completed" => "finished",
                None => "dropped",
            };
            *fates.entry(fate).or_default() += 1;
        }
    }
    let count = |name: &str, value: &str| {
        list(&changes, if name == "turn" { "criteria" } else { "work" }).iter().filter(|row| row[name] == value).count()
    };
    for turn in ["gained", "lost"] {
        assert_eq!(count("turn", turn), turns.get(turn).copied().unwrap_or(0), "{turn}");
    }
    for fate in ["kept", "finished", "dropped"] {
        assert_eq!(count("fate", fate), fates.get(fate).copied().unwrap_or(0), "{fate}");
    }
    assert!(turns["gained"] > 0 && fates["dropped"] > 0 && completed > 0 && slipped > 0, "the sample shows each: {turns:?} {fates:?}");
    let both = |row: &&Value| row["old"].is_object() && row["new"].is_object();
    let rows = || list(&changes, "work").iter().filter(both);
    assert_eq!(rows().filter(|row| row["old"]["status"] != "completed" && row["new"]["status"] == "completed").count(), completed);
    let due = |row: &Value, side: &str| text(&row[side], "due").to_owned();
    assert_eq!(rows().filter(|row| !due(row, "old").is_empty() && due(row, "new") > due(row, "old")).count(), slipped);

    let mut book: Xlsx<_> = open_workbook(&file).expect("a workbook");
    assert_eq!(book.sheet_names()[..3], ["So với kỳ trước", "Trường thay đổi", "Việc thay đổi"]);
    assert!(book.worksheet_range("Việc thay đổi").expect("a sheet").height() > slipped + completed);
}

#[test]
fn a_report_shows_what_changed_and_the_store_shows_the_trend() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("kho").display().to_string();
    let january = output(JANUARY, folder.path(), &["--store", &store]).display().to_string();
    let may = output(MAY, folder.path(), &["--store", &store, "--previous", &january]);
    let book = |path: &Path| open_workbook::<Xlsx<_>, _>(path.join("tong-hop.xlsx")).expect("a workbook");
    let names = book(&may).sheet_names();
    for name in ["Xu hướng", "So với kỳ trước", "Trường thay đổi", "Việc thay đổi"] {
        assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
    }
    let trend = book(&may).worksheet_range("Xu hướng").expect("a sheet");
    let periods: Vec<String> =
        trend.rows().filter_map(|row| row.first()).map(ToString::to_string).filter(|cell| cell.ends_with("2026-2027")).collect();
    assert_eq!(periods[..2], ["Học kỳ I 2026-2027", "Cuối năm học 2026-2027"]);
    assert!(may.join("bieu-do/xu-huong-cong-viec.svg").is_file());
    let kept = Path::new(&store).join("school_year=2026-2027/period=hk2/unit=ubnd-xa-ban-mai");
    for table in ["schools", "submissions", "assessments", "actions", "evidence", "findings"] {
        assert!(kept.join(format!("{table}.parquet")).is_file(), "{table}");
    }
    // Once more: the same bytes, whatever is kept already.
    let first = std::fs::read(may.join("tong-hop.xlsx")).expect("read");
    output(MAY, folder.path(), &["--store", &store, "--previous", &january]);
    assert_eq!(std::fs::read(may.join("tong-hop.xlsx")).expect("read"), first);
}

#[test]
fn what_cannot_be_compared_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (output(JANUARY, folder.path(), &[]), output(MAY, folder.path(), &[]));
    let file = folder.path().join("so-sanh.xlsx");
    let shown = [&old, &new, &file].map(|path| path.display().to_string());
    for (arguments, said) in
        [([&shown[1], &shown[0]], "sau kết quả thứ hai"), ([&shown[0], &folder.path().display().to_string()], "thong-ke.json")]
    {
        let ran = ctcl(&["compare", arguments[0], arguments[1], "-o", &shown[2]]);
        assert_eq!(ran.status.code(), Some(2));
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(told.contains(said) && !file.exists(), "{told}");
    }
    // A school's workbook is not written over, nor is anything written that Excel would not open; an earlier comparison is replaced.
    let school = folder.path().join("truong.xlsx");
    std::fs::write(&school, b"the school's own").expect("written");
    let [book, word] = ["truong.xlsx", "so-sanh.docx"].map(|name| folder.path().join(name).display().to_string());
    let total = new.join("tong-hop.xlsx").display().to_string();
    for (output, said) in
        [(&book, "không ghi đè"), (&total, "không ghi đè"), (&word, "-o "), (&folder.path().display().to_string(), "là thư mục")]
    {
        let ran = ctcl(&["compare", &shown[0], &shown[1], "-o", output]);
        let told = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(2), "{told}");
        assert!(told.contains(said), "{told}");
    }
    assert_eq!(std::fs::read(&school).expect("read"), b"the school's own");
    for _ in 0..2 {
        let ran = ctcl(&["compare", &shown[0], &shown[1], "-o", &shown[2], "--quiet"]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).expect("written").permissions().mode();
        assert_eq!(mode(&file), mode(&new.join("tong-hop.xlsx")), "as all may read what a report writes");
    }
}
