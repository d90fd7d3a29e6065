//! Commands as users type them: exit codes, what stands on stdout and stderr, what is left on disk.

use std::fs;

use serde_json::Value;

use crate::program::{ctcl, files, report};

const DISTRICT: &str = "sample-data/quan-hoa-phuong";

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_order_and_the_threads() {
    let root = tempfile::tempdir().expect("a folder");
    let config = format!("{DISTRICT}/ctcl.toml");
    let (first, second) = (root.path().join("a"), root.path().join("b"));
    let (thcs, primary) = (
        format!("{DISTRICT}/bao-cao/thcs_bach_dan_ke_hoach_va_bao_cao.xlsx"),
        format!("{DISTRICT}/bao-cao/tieu_hoc_nhan_ai_ke_hoach_va_bao_cao.xlsx"),
    );
    report(&[&thcs, &primary, "--config", &config, "--threads", "1"], &first);
    report(&[&primary, &thcs, "--config", &config, "--threads", "4"], &second);
    let (first, second) = (files(&first), files(&second));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for ((name, a), (_, b)) in first.iter().zip(&second) {
        assert!(a == b, "{name} differs");
    }
    for name in ["tong-hop.xlsx", "thong-ke.json", "van-de.csv", "du-lieu/actions.parquet", "du-lieu/findings.parquet"] {
        assert!(first.iter().any(|(written, _)| written.replace('\\', "/") == name), "{name} is missing");
    }
    assert!(first.iter().any(|(name, _)| name.ends_with(".png")) && first.iter().any(|(name, _)| name.ends_with(".svg")));
}

#[test]
fn a_run_that_cannot_be_done_leaves_the_old_output_alone() {
    let root = tempfile::tempdir().expect("a folder");
    let output = root.path().join("ket-qua");
    report(&[&format!("{DISTRICT}/bao-cao/thcs_bach_dan_ke_hoach_va_bao_cao.xlsx"), "--config", &format!("{DISTRICT}/ctcl.toml")], &output);
    let before = files(&output);
    let empty = root.path().join("rong.xlsx");
    fs::write(&empty, b"").expect("written");
    let ran = ctcl(&["report", &empty.display().to_string(), "--year", "2023-2024", "-o", &output.display().to_string()]);
    assert_eq!(ran.status.code(), Some(2), "{}", text(&ran.stderr));
    assert!(text(&ran.stderr).contains("Tệp rỗng"), "{}", text(&ran.stderr));
    assert!(files(&output) == before);
}

#[test]
fn files_that_cannot_be_read_are_one_finding_each_and_the_others_count() {
    let ran = ctcl(&["check", &format!("{DISTRICT}/bao-cao"), "--config", &format!("{DISTRICT}/ctcl.toml"), "--json"]);
    assert_eq!(ran.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let findings = found["findings"].as_array().expect("findings");
    let submissions = found["submissions"].as_array().expect("submissions");
    let rejected: Vec<&str> = submissions
        .iter()
        .filter(|submission| submission["state"] == "rejected")
        .filter_map(|submission| submission["file"].as_str())
        .collect();
    assert!(rejected.len() >= 6, "{rejected:?}");
    for file in &rejected {
        let told: Vec<&Value> = findings.iter().filter(|finding| finding["file"] == *file).collect();
        assert_eq!(told.len(), 1, "{file}: {told:#?}");
    }
    assert!(submissions.iter().filter(|submission| submission["state"] == "accepted").count() >= 30);
}

#[test]
fn init_writes_what_report_can_use_and_never_overwrites() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("hoc-ky-1");
    let shown = folder.display().to_string();
    assert_eq!(ctcl(&["init", &shown]).status.code(), Some(0));
    let again = ctcl(&["init", &shown]);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("không ghi đè"));
    let config = folder.join("ctcl.toml").display().to_string();
    report(
        &[&format!("{DISTRICT}/bao-cao/thcs_bach_dan_ke_hoach_va_bao_cao.xlsx"), "--config", &config, "--year", "2023-2024"],
        &root.path().join("ket-qua"),
    );
    let told = fs::read_to_string(root.path().join("ket-qua/van-de.csv")).expect("written");
    let of_list: Vec<&str> = told.lines().filter(|line| line.contains("danh-sach-truong.xlsx")).filter_map(|line| line.get(..3)).collect();
    assert_eq!(of_list, ["S43"], "only the row of the example is told");
    assert!(told.contains("S74"), "nor is a period written in the settings");
}

#[test]
fn without_a_register_the_program_works_from_the_files_and_says_so() {
    let root = tempfile::tempdir().expect("a folder");
    let figures = report(
        &[&format!("{DISTRICT}/bao-cao/thcs_bach_dan_ke_hoach_va_bao_cao.xlsx"), "--year", "2023-2024", "--period", "hk1"],
        &root.path().join("ket-qua"),
    );
    assert_eq!(figures["schools"]["expected"], Value::Null);
    assert_eq!(figures["schools"]["reported"], 1);
    assert_eq!(figures["by_school"][0]["school_id"], "thcs-bach-dan");
    assert!(fs::read_to_string(root.path().join("ket-qua/van-de.csv")).expect("written").contains("S27"));
}

#[test]
fn faults_of_usage_are_told_in_vietnamese_with_exit_code_2() {
    for (arguments, says) in [
        (&["report"][..], "còn thiếu"),
        (&["reprot", "x"], "không có lệnh"),
        (&["report", "x", "--nam", "2023"], "không có tùy chọn"),
        (&["report", "khong-co", "-o", "ket-qua", "--year", "2023"], "không dùng được"),
        (&["report", "khong-co-thu-muc-nay", "-o", "target/khong-ghi", "--year", "2023-2024"], "khong-co-thu-muc-nay"),
    ] {
        let ran = ctcl(arguments);
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(text(&ran.stderr).contains(says), "{arguments:?}: {}", text(&ran.stderr));
        assert!(ran.stdout.is_empty());
    }
}

#[test]
fn help_is_vietnamese_and_shows_an_example() {
    for command in ["report", "check", "parse", "init"] {
        let help = text(&ctcl(&[command, "--help"]).stdout);
        assert!(help.contains("Cách dùng:") && help.contains("Ví dụ:"), "{help}");
        assert!(!help.contains("Usage") && !help.contains("Options") && !help.contains("Print help"), "{help}");
    }
    let aliased = ctcl(&["doc", "money", "15 triệu", "--json"]);
    assert!(text(&aliased.stdout).contains("15000000"));
}

#[test]
fn an_unknown_key_in_the_settings_is_refused_with_its_line() {
    let root = tempfile::tempdir().expect("a folder");
    let config = root.path().join("ctcl.toml");
    fs::write(&config, "school_year = \"2023-2024\"\nnam_hoc = 1\n").expect("written");
    let ran = ctcl(&["check", DISTRICT, "--config", &config.display().to_string()]);
    assert_eq!(ran.status.code(), Some(2));
    let says = text(&ran.stderr);
    assert!(says.contains("ctcl.toml") && says.contains('2') && says.contains("nam_hoc"), "{says}");
}
