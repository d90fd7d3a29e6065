//! A commune made of two, a school merged, one split, one renamed: who has to report and what is counted, in the old geography and in the new.

use std::fs;
use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::Value;

use crate::program::{ctcl, report, root};

const REPORTS: &str = "sample-data/xa-ban-mai/bao-cao";
const CONFIG: &str = "sample-data/xa-ban-mai/ctcl.toml";

fn groups<'a>(figures: &'a Value, by: &str) -> Vec<&'a Value> {
    figures["by_group"].as_array().expect("groups").iter().filter(|group| group["by"] == by).collect()
}

fn names<'a>(groups: &[&'a Value]) -> Vec<&'a str> {
    groups.iter().filter_map(|group| group["name"].as_str()).collect()
}

/// What the first two columns of a sheet say.
fn sheet(output: &Path, name: &str) -> Vec<String> {
    let mut workbook: Xlsx<_> = open_workbook(output.join("tong-hop.xlsx")).expect("a workbook");
    workbook.worksheet_range(name).expect(name).rows().flat_map(|row| row.iter().take(6).map(ToString::to_string)).collect()
}

#[test]
fn the_figures_of_the_old_communes_and_of_the_new_one_add_up_to_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let figures = report(&[REPORTS, "--config", CONFIG, "--group-by", "xa,xa-cu,huyen-cu"], &folder.path().join("ket-qua"));
    let by = |by: &str| names(&groups(&figures, by));
    assert_eq!(by("commune"), ["Xã Ban Mai"]);
    assert_eq!(by("commune_before"), ["Xã Sương Sớm", "Xã Đồng Gió"]);
    assert_eq!(by("district"), ["Huyện Suối Mây"]);
    for by in ["commune", "commune_before", "district"] {
        for pointer in ["/schools/reported", "/schools/missing", "/actions/total", "/actions/overdue", "/cost_vnd"] {
            let own = if pointer == "/cost_vnd" { "/cost/total_vnd" } else { pointer };
            let sum: i64 =
                groups(&figures, by).iter().map(|group| group["figures"].pointer(pointer).and_then(Value::as_i64).expect(pointer)).sum();
            assert_eq!(Some(sum), figures.pointer(own).and_then(Value::as_i64), "{by} {pointer}");
        }
    }
    // The renamed school is found by the name its letters still bear, and nothing is asked about it.
    let school = figures["by_school"].as_array().expect("schools").iter().find(|school| school["school_id"] == "09908007").expect("there");
    assert_eq!((school["name"].as_str(), school["submission"].as_str()), (Some("Trường THCS Tự Lập"), Some("on_time")));
    assert_eq!(figures["schools"]["expected"], 8);
    assert!(!sheet(&folder.path().join("ket-qua"), "Tình hình nộp").contains(&"Xã Sương Sớm".to_owned()));
}

#[test]
fn before_the_day_of_the_change_schools_stand_where_they_stood() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("ket-qua");
    let figures = report(&[REPORTS, "--config", CONFIG, "--group-by", "xa", "--as-of", "2025-06-30"], &output);
    assert_eq!(names(&groups(&figures, "commune"))[..2], ["Xã Sương Sớm", "Xã Đồng Gió"]);
    let missing = |id: &str| {
        figures["by_school"]
            .as_array()
            .expect("schools")
            .iter()
            .any(|school| school["school_id"] == id && school["submission"] == "missing")
    };
    assert!(missing("09908009") && missing("09908010"));
    let listed = sheet(&output, "Tình hình nộp");
    assert!(listed.contains(&"Xã Sương Sớm".to_owned()) && listed.contains(&"Xã Đồng Gió".to_owned()));
    assert!(!listed.contains(&"Xã Ban Mai".to_owned()));
}

#[test]
fn nobody_hands_a_form_to_a_school_that_is_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let handed_out = |name: &str, more: &[&str]| -> Vec<String> {
        let output = folder.path().join(name);
        let shown = output.display().to_string();
        let mut arguments = vec!["template", "--config", CONFIG, "-o", &shown, "--quiet"];
        arguments.extend(more);
        let ran = ctcl(&arguments);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let files =
            fs::read_dir(&output).expect("listed").map(|entry| entry.expect("an entry").file_name().to_string_lossy()[..8].to_owned());
        let mut codes: Vec<String> = files.collect();
        codes.sort();
        codes
    };
    let codes = |numbers: &[u32]| -> Vec<String> { numbers.iter().map(|number| format!("09908{number:03}")).collect() };
    assert_eq!(handed_out("nay", &[]), codes(&[1, 2, 3, 4, 5, 6, 7, 8]));
    assert_eq!(handed_out("truoc", &["--year", "2025-2026"]), codes(&[2, 4, 5, 6, 7, 8, 9, 10]));
}

#[test]
fn the_work_of_a_merged_school_goes_on_at_the_school_it_became_part_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("ket-qua");
    let figures = report(&[REPORTS, "--config", CONFIG], &output);
    let task = figures["overdue"]
        .as_array()
        .expect("work")
        .iter()
        .find(|work| work["school_id"] == "09908006")
        .expect("overdue work of the school");
    let register = fs::read_to_string(root().join("sample-data/xa-ban-mai/danh-sach-truong.csv")).expect("a register");
    let merged: String = register
        .lines()
        .map(|line| {
            if line.starts_with("09908006") {
                format!("{},09908005,01/08/2027,,\n", line.trim_end_matches(','))
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    assert_ne!(register.trim_end(), merged.trim_end());
    fs::write(folder.path().join("truong.csv"), merged).expect("written");
    let (shown, register, from) = (
        folder.path().join("mau").display().to_string(),
        folder.path().join("truong.csv").display().to_string(),
        output.display().to_string(),
    );
    let ran =
        ctcl(&["template", "--register", &register, "--from", &from, "--year", "2027-2028", "--period", "hk1", "-o", &shown, "--quiet"]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut files = fs::read_dir(&shown).expect("listed").map(|entry| entry.expect("an entry").path());
    let heir = files.find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("09908005"))).expect("a form");
    let mut workbook: Xlsx<_> = open_workbook(heir).expect("a workbook");
    let cells: Vec<String> = workbook
        .worksheets()
        .iter()
        .flat_map(|(_, range)| range.used_cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>())
        .collect();
    let task = task["task"].as_str().expect("a task");
    assert!(cells.iter().any(|cell| cell.contains(task)), "{task} is not carried on");
}
