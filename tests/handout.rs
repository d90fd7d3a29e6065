//! The round trip with the schools: handed out, filled in as Excel and LibreOffice would, read back without a doubt.

mod carried;
mod clerk;
mod filled;
mod pen;
mod stamp;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::ctcl;
use filled::fill;

/// One school of each kind.
const REGISTER: &str = "Mã trường,Tên trường,Loại hình,Xã/Phường
09100001,Trường Mầm non Hoa Sen,Mầm non,Xã An Phú
09200002,Trường Tiểu học Bình Minh,Tiểu học,Xã An Phú
09300003,Trường THCS Hiếu Học,THCS,Xã An Phú
09400004,Trường THPT Sao Mai,THPT,Xã An Phú
09500005,Trường TH&THCS Bồ Câu,Nhiều cấp học,Xã An Phú
09600006,Trung tâm GDTX Hướng Dương,GDTX,Xã An Phú
";

struct Office {
    folder: tempfile::TempDir,
    year: &'static str,
}

impl Office {
    fn of(year: &'static str) -> Office {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("truong.csv"), REGISTER).expect("a register");
        Office { folder, year }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, command: &str, arguments: &[&str]) -> std::process::Output {
        let register = self.path("truong.csv").display().to_string();
        let mut all = vec![command];
        all.extend(arguments);
        all.extend(["--register", &register, "--year", self.year]);
        ctcl(&all)
    }

    /// Hands out the forms; the files by name.
    fn handed_out(&self, into: &str, more: &[&str]) -> Vec<PathBuf> {
        let folder = self.path(into);
        let shown = folder.display().to_string();
        let mut arguments = vec!["-o", shown.as_str(), "--quiet"];
        arguments.extend(more);
        let ran = self.run("template", &arguments);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        files(&folder)
    }

    fn check(&self, inputs: &Path, more: &[&str]) -> Value {
        let shown = inputs.display().to_string();
        let mut arguments = vec![shown.as_str(), "--json"];
        arguments.extend(more);
        let ran = self.run("check", &arguments);
        serde_json::from_slice(&ran.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)))
    }

    fn first_year(&self) -> &str {
        &self.year[..4]
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn findings<'a>(checked: &'a Value, of: &[&str]) -> Vec<&'a Value> {
    let all = checked["findings"].as_array().expect("findings");
    all.iter().filter(|finding| of.iter().any(|wanted| finding["severity"] == *wanted || finding["id"] == *wanted)).collect()
}

/// Nothing that somebody should look at.
fn assert_clean(checked: &Value) {
    let heavy = findings(checked, &["warning", "error"]);
    assert!(heavy.is_empty(), "{heavy:#?}");
}

#[test]
fn every_form_of_every_framework_and_kind_comes_back_without_a_doubt() {
    let mut frameworks = BTreeSet::new();
    for (year, schools, period) in [("2023-2024", 5, "hk1"), ("2023-2024", 5, "hk2"), ("2026-2027", 6, "hk1"), ("2026-2027", 6, "hk2")] {
        let office = Office::of(year);
        let files = office.handed_out("mau", &["--evidence", "--period", period]);
        assert_eq!(files.len(), schools, "{year}");
        fs::create_dir(office.path("nop")).expect("a folder");
        for file in &files {
            let filled = fill(&fs::read(file).expect("a file"), office.first_year());
            fs::write(office.path("nop").join(file.file_name().expect("a name")), filled).expect("written");
        }
        let checked = office.check(&office.path("nop"), &["--period", period]);
        assert_clean(&checked);
        let submissions = checked["submissions"].as_array().expect("submissions");
        assert!(submissions.iter().all(|submission| submission["state"] == "accepted"), "{submissions:#?}");
        assert!(submissions.iter().all(|submission| submission["school_ids"][0].as_str().is_some_and(|id| id.starts_with("09"))));
        let output = office.path("ket-qua").display().to_string();
        let ran = office.run("report", &[&office.path("nop").display().to_string(), "-o", &output, "--quiet", "--period", period]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let figures = crate::program::json(&office.path("ket-qua/thong-ke.json"));
        // What was typed is what is counted: five or six pieces of work a school, none overdue that is done.
        let each = if year == "2023-2024" { 6 } else { 5 };
        assert_eq!(figures["actions"]["total"], each * schools, "{}", figures["actions"]);
        assert_eq!(figures["actions"]["no_report"], 0);
        for school in figures["by_school"].as_array().expect("schools").iter().filter(|school| school["submission"] != "missing") {
            frameworks.extend(school["framework"].as_str().map(str::to_owned));
            // Under the set of 2026 the plan's own column of progress is the report.
            assert_eq!(
                school["forms"],
                serde_json::json!({"plan": true, "result": true, "assessment": true, "evidence": false}),
                "{school}"
            );
            let of = &school["criteria_met"]["2"];
            assert_eq!(of[0].as_u64().map(|met| met + 1), of[1].as_u64(), "{school}");
        }
    }
    assert_eq!(frameworks.len(), 6, "{frameworks:?}");
}

#[test]
fn a_form_saved_by_libreoffice_comes_back_the_same() {
    for (year, pick) in [("2023-2024", "09300003"), ("2026-2027", "09100001")] {
        let office = Office::of(year);
        let files = office.handed_out("mau", &[]);
        let file = files.iter().find(|file| file.to_string_lossy().contains(pick)).expect("the school's form");
        fs::create_dir_all(office.path("excel")).expect("a folder");
        let filled = office.path("excel/a.xlsx");
        fs::write(&filled, fill(&fs::read(file).expect("a file"), office.first_year())).expect("written");
        let ods = converted(&filled, "ods", &office.path("ods"));
        let again = converted(&ods, "xlsx", &office.path("xlsx"));
        let old = converted(&filled, "xls", &office.path("xls"));
        let actions = |checked: &Value| findings(checked, &["R06", "R08", "X01"]).len();
        let first = office.check(&filled, &[]);
        for saved in [&ods, &again, &old] {
            let checked = office.check(saved, &[]);
            assert_clean(&checked);
            assert_eq!(checked["submissions"][0]["school_ids"], serde_json::json!([pick]));
            assert_eq!(checked["submissions"][0]["forms"], first["submissions"][0]["forms"]);
            assert_eq!(actions(&checked), actions(&first));
        }
    }
}

fn converted(file: &Path, ending: &str, into: &Path) -> PathBuf {
    fs::create_dir_all(into).expect("a folder");
    let profile = tempfile::tempdir().expect("a folder");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--headless", "--convert-to", ending, "--outdir"])
        .args([into, file])
        .output()
        .expect("LibreOffice (soffice) is installed: apt-get install libreoffice-calc");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    into.join(file.with_extension(ending).file_name().expect("a name"))
}

#[test]
fn a_form_that_comes_back_empty_is_told_and_counts_for_nothing() {
    for year in ["2023-2024", "2026-2027"] {
        let office = Office::of(year);
        let files = office.handed_out("mau", &["--evidence"]);
        // One school filled its form in, so that the run has something to read.
        fs::write(&files[0], fill(&fs::read(&files[0]).expect("a file"), office.first_year())).expect("written");
        let checked = office.check(&office.path("mau"), &[]);
        let submissions = checked["submissions"].as_array().expect("submissions");
        let rejected: Vec<&Value> = submissions.iter().filter(|submission| submission["state"] == "rejected").collect();
        assert_eq!(rejected.len(), files.len() - 1, "{submissions:#?}");
        assert_eq!(findings(&checked, &["F43"]).len(), files.len() - 1);
        assert!(rejected.iter().all(|submission| submission["forms"] == serde_json::json!([])), "{rejected:#?}");
        // Once for each form, not once for each row.
        assert!(findings(&checked, &["C12"]).is_empty());
        let output = office.path("ket-qua").display().to_string();
        let ran = office.run("report", &[&office.path("mau").display().to_string(), "-o", &output, "--quiet"]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let figures = crate::program::json(&office.path("ket-qua/thong-ke.json"));
        let reporting: Vec<&Value> =
            figures["by_school"].as_array().expect("schools").iter().filter(|school| school["actions"]["total"] != 0).collect();
        assert_eq!(reporting.len(), 1, "{reporting:#?}");
        assert_eq!(figures["schools"]["reported"], 1);
    }
}

#[test]
fn the_same_office_hands_out_the_same_bytes_and_never_over_a_filled_form() {
    let office = Office::of("2026-2027");
    let first = office.handed_out("mau", &[]);
    let again = office.handed_out("lai", &["--threads", "1"]);
    for (one, other) in first.iter().zip(&again) {
        assert_eq!(fs::read(one).expect("a file"), fs::read(other).expect("a file"), "{}", one.display());
    }
    let filled = fill(&fs::read(&first[0]).expect("a file"), "2026");
    fs::write(&first[0], &filled).expect("written");
    let ran = office.run("template", &["-o", &office.path("mau").display().to_string()]);
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(fs::read(&first[0]).expect("a file"), filled);
}
