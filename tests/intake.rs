//! The list of receipts kept by the program: only where the office names it, and the officer's corrections stand.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{ctcl, json, root};

const CONFIG: &str = "sample-data/xa-ban-mai/ctcl.toml";
const REPORTS: &str = "sample-data/xa-ban-mai/bao-cao";

fn late(figures: &Value) -> u64 {
    figures["schools"]["late"].as_u64().expect("a number")
}

fn report(folder: &Path, seen_on: &str) -> Value {
    let (list, output) = (folder.join("so").display().to_string(), folder.join("ket-qua").display().to_string());
    let ran = ctcl(&["report", REPORTS, "--config", CONFIG, "--intake", &list, "--seen-on", seen_on, "-o", &output]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("tệp mới"), "{}", String::from_utf8_lossy(&ran.stderr));
    json(&folder.join("ket-qua/thong-ke.json"))
}

#[test]
fn the_day_a_file_was_first_seen_counts_until_the_officer_corrects_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("so/so-nhan.csv");
    let first = report(folder.path(), "2027-01-12");
    let reported = first["schools"]["reported"].as_u64().expect("a number");
    assert_eq!(late(&first), reported, "every file was first seen two days after the deadline");
    let list = fs::read_to_string(&path).expect("the list");
    assert!(list.starts_with("\u{feff}Tệp,Mã kiểm tra,Ngày nhận,Mã trường,Biểu,Kỳ,Tình trạng"), "{list}");

    // Later runs keep the first day, and say which files are the same.
    let second = report(folder.path(), "2027-02-20");
    assert_eq!(second["schools"], first["schools"]);
    assert_eq!(fs::read_to_string(&path).expect("the list"), list);
    let findings = fs::read_to_string(folder.path().join("ket-qua/van-de.csv")).expect("findings");
    assert_eq!(findings.matches("S28").count(), list.lines().count() - 1, "{findings}");

    // The officer knows better of one file, and writes it her way.
    let corrected: Vec<String> = list
        .lines()
        .map(|line| {
            if line.contains("vanh_khuyen") || line.contains("VanhKhuyen") {
                line.replace("12/01/2027", "8/1/2027")
            } else {
                line.to_owned()
            }
        })
        .collect();
    fs::write(&path, corrected.join("\r\n") + "\r\n").expect("written");
    let third = report(folder.path(), "2027-03-01");
    assert_eq!(late(&third), reported - 1);
    assert!(fs::read_to_string(&path).expect("the list").contains("8/1/2027"));
}

#[test]
fn without_being_asked_nothing_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(root().join("sample-data/xa-ban-mai/danh-sach-truong.csv"), folder.path().join("truong.csv")).expect("copied");
    let settings = "school_year = \"2026-2027\"\nregister = \"truong.csv\"\nintake = \"so-nhan.csv\"\n";
    let config = folder.path().join("ctcl.toml");
    let config_path = config.display().to_string();
    let list = folder.path().join("so-nhan.csv");
    let check = |more: &[&str]| {
        let mut arguments = vec!["check", REPORTS, "--config", &config_path, "--quiet"];
        arguments.extend(more);
        ctcl(&arguments).status.code()
    };
    fs::write(&config, settings).expect("written");
    assert_ne!(check(&[]), Some(2));
    assert!(!list.exists());
    // A day for a list that is not kept is a misunderstanding.
    assert_eq!(check(&["--seen-on", "2027-01-08"]), Some(2));
    fs::write(&config, format!("{settings}record_intake = true\n")).expect("written");
    assert_ne!(check(&["--seen-on", "2027-01-08"]), Some(2));
    assert!(fs::read_to_string(&list).expect("the list").contains("08/01/2027"));
}
