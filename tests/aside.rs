//! What lies among the reports and no school sent: results of an earlier run, loose or packed, and the office's own list.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::program::{ctcl, files, report};

const COMMUNE: &str = "sample-data/xa-ban-mai";

/// The answer of `check`, as programs read it.
fn checked(folder: &Path) -> Value {
    let ran = ctcl(&["check", &folder.display().to_string(), "--config", &format!("{COMMUNE}/ctcl.toml"), "--json", "--quiet"]);
    serde_json::from_slice(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&ran.stderr)))
}

/// Files and ids of the findings with one of these ids.
fn told(answer: &Value, ids: &[&str]) -> Vec<(String, String)> {
    let findings = answer["findings"].as_array().expect("findings");
    let shown = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    findings
        .iter()
        .filter(|finding| ids.contains(&finding["id"].as_str().unwrap_or_default()))
        .map(|finding| (shown(finding, "file"), shown(finding, "id")))
        .collect()
}

fn bundle(of: &Path, below: &str) -> Vec<u8> {
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files(of) {
        bundle.start_file(format!("{below}{name}"), SimpleFileOptions::default()).expect("started");
        bundle.write_all(&bytes).expect("written");
    }
    bundle.finish().expect("finished").into_inner()
}

#[test]
fn results_of_an_earlier_run_are_nobodys_report() {
    let root = tempfile::tempdir().expect("a folder");
    let input = root.path().join("bao-cao");
    fs::create_dir(&input).expect("created");
    for (name, bytes) in files(Path::new(&format!("{COMMUNE}/bao-cao"))) {
        fs::write(input.join(name), bytes).expect("written");
    }
    let alone = checked(&input);
    // Written into the folder of the reports, as happens; and what was written carried off by hand.
    let output = input.join("ket-qua");
    report(&[&input.display().to_string(), "--config", &format!("{COMMUNE}/ctcl.toml")], &output);
    for name in ["tong-hop.xlsx", "bieu-so.xlsx"] {
        fs::copy(output.join(name), input.join(name)).expect("copied");
    }
    fs::write(input.join("gui-so.zip"), bundle(&output, "ket-qua-hk1/")).expect("written");
    fs::write(input.join("gui-so-2.zip"), bundle(&output, "")).expect("written");
    let among = checked(&input);
    assert_eq!(among["schools"], alone["schools"]);
    let expected =
        [("bieu-so.xlsx", "F46"), ("gui-so-2.zip", "F47"), ("gui-so.zip/ket-qua-hk1", "F47"), ("ket-qua", "F47"), ("tong-hop.xlsx", "F46")];
    let mut found = told(&among, &["F46", "F47"]);
    found.sort();
    assert_eq!(found, expected.map(|(file, id)| (file.to_owned(), id.to_owned())));
    let counted = |answer: &Value| -> Vec<(String, String)> {
        let submissions = answer["submissions"].as_array().expect("submissions");
        let shown = |submission: &Value, key: &str| submission[key].as_str().unwrap_or_default().to_owned();
        submissions
            .iter()
            .map(|submission| (shown(submission, "file"), shown(submission, "state")))
            .filter(|(_, state)| state != "rejected")
            .collect()
    };
    assert_eq!(counted(&among), counted(&alone));
    let ours = |(file, _): &(String, String)| file.contains("ket-qua") || file.ends_with(".png") || file.ends_with(".svg");
    assert!(!told(&among, &["F21", "F23"]).iter().any(ours), "what lies in a result is not told piece by piece");
}

#[test]
fn a_list_of_schools_among_the_reports_is_told_for_what_it_is() {
    let root = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files(Path::new(&format!("{COMMUNE}/bao-cao"))) {
        fs::write(root.path().join(name), bytes).expect("written");
    }
    fs::copy(format!("{COMMUNE}/danh-sach-truong.csv"), root.path().join("truong.csv")).expect("copied");
    fs::copy("sample-data/quan-hoa-phuong/danh-sach-truong.xlsx", root.path().join("truong.xlsx")).expect("copied");
    fs::write(root.path().join("ghi-chu.csv"), "Tên trường,Ý kiến\nTrường Mầm non Hoa Sen,tốt\n").expect("written");
    let answer = checked(root.path());
    let listed = |name: &str, id: &str| (name.to_owned(), id.to_owned());
    assert_eq!(
        told(&answer, &["F23", "F48", "T01"]),
        [listed("ghi-chu.csv", "F23"), listed("truong.csv", "F48"), listed("truong.xlsx", "F48")]
    );
}
