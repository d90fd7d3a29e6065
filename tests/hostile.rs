//! No file can stop the run, change another's rows or stay unmentioned. Every hostile file is made here, byte by byte.

mod archive;
pub mod book;
mod kinds;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::ctcl;
use book::{PLAN, packed, rows, sheet, xlsx};

/// What a slow machine may take for one file. A hostile one that took its time limit would show.
const SECONDS_A_FILE: u64 = 10;

pub fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// Schools that did as they were asked: each its own plan.
pub fn good(folder: &Path, count: usize) {
    for number in 1..=count {
        let school = format!("TRƯỜNG THCS SỐ {number}");
        let task = format!("Tập huấn chuyên đề {number}");
        let mut plan: Vec<Vec<&str>> = PLAN.iter().map(|row| row.to_vec()).collect();
        plan[0][0] = &school;
        plan[4][3] = &task;
        let plan: Vec<&[&str]> = plan.iter().map(Vec::as_slice).collect();
        write(folder, &format!("thcs-so-{number:03}.xlsx"), &packed(&xlsx(&[sheet(&rows(&plan))])));
    }
}

fn run(command: &[&str], inputs: &[&Path], config: &str) -> Output {
    let root = tempfile::tempdir().expect("a folder");
    let settings = root.path().join("ctcl.toml");
    fs::write(&settings, config).expect("written");
    let mut arguments: Vec<String> = command.iter().map(|argument| (*argument).to_owned()).collect();
    arguments.extend(inputs.iter().map(|input| input.display().to_string()));
    arguments.extend(["--config".to_owned(), settings.display().to_string(), "--quiet".to_owned()]);
    let ran = ctcl(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let stderr = String::from_utf8_lossy(&ran.stderr);
    assert!(!stderr.contains("panicked") && !stderr.contains("memory allocation") && !stderr.contains("overflowed"), "{stderr}");
    assert!(matches!(ran.status.code(), Some(0 | 1)), "{:?}: {stderr}", ran.status);
    ran
}

fn settings(limits: &str) -> String {
    format!("school_year = \"2023-2024\"\n[limits]\n{limits}\n")
}

/// `ctcl check --json`: states by file, findings by file.
fn check(inputs: &[&Path], config: &str) -> (BTreeMap<String, Vec<String>>, BTreeMap<String, Vec<String>>) {
    let ran = run(&["check", "--json"], inputs, config);
    let value: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let gather = |list: &str, field: &str| {
        let mut by_file: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in value[list].as_array().expect("a list") {
            let file = row["file"].as_str().unwrap_or_default().to_owned();
            by_file.entry(file).or_default().push(row[field].as_str().unwrap_or_default().to_owned());
        }
        by_file
    };
    (gather("submissions", "state"), gather("findings", "id"))
}

#[test]
fn every_hostile_file_has_one_state_and_is_told_of() {
    let root = tempfile::tempdir().expect("a folder");
    let hostile = kinds::all();
    assert!(hostile.len() >= 60, "{}", hostile.len());
    for file in &hostile {
        write(root.path(), &file.name, &file.bytes);
    }
    good(root.path(), 1);
    let begun = Instant::now();
    let (states, findings) = check(&[root.path()], &settings(&format!("file_seconds = {SECONDS_A_FILE}")));
    let took = begun.elapsed();
    let mut wrong = Vec::new();
    for file in &hostile {
        // A bundle stands for the files in it.
        let inside = format!("{}/", file.name);
        let of = |by_file: &BTreeMap<String, Vec<String>>| -> Vec<(String, Vec<String>)> {
            by_file
                .iter()
                .filter(|(name, _)| **name == file.name || name.starts_with(&inside))
                .map(|(name, of)| (name.clone(), of.clone()))
                .collect()
        };
        for (name, states) in of(&states) {
            if states.len() != 1 || states[0] == "accepted" {
                wrong.push(format!("{name}: {states:?}"));
            }
        }
        let told: Vec<String> = of(&findings).into_iter().flat_map(|(_, ids)| ids).collect();
        if !told.iter().any(|id| file.told.contains(&id.as_str())) {
            wrong.push(format!("{}: told {told:?}, expected one of {:?}", file.name, file.told));
        }
        if of(&states).is_empty() && !told.contains(&"F18".to_owned()) {
            wrong.push(format!("{}: no state", file.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), hostile.len(), wrong.join("\n"));
    assert_eq!(states["thcs-so-001.xlsx"], ["accepted"]);
    let most = Duration::from_secs(SECONDS_A_FILE * 12);
    assert!(took < most, "{} files took {took:?}", hostile.len());
}

#[test]
fn three_hundred_good_files_give_the_same_bytes_with_hostile_ones_among_them() {
    let root = tempfile::tempdir().expect("a folder");
    let (alone, among) = (root.path().join("mot-minh"), root.path().join("lan-lon"));
    for folder in [&alone, &among] {
        fs::create_dir(folder).expect("created");
        good(folder, 300);
    }
    for file in kinds::all() {
        write(&among, &file.name, &file.bytes);
    }
    #[cfg(unix)]
    unix::troubles(&among);
    let datasets = [alone, among].map(|input| {
        let output = input.with_extension("ra");
        run(&["report", "-o", &output.display().to_string()], &[&input], &settings(""));
        ["assessments", "actions", "evidence"].map(|name| fs::read(output.join(format!("du-lieu/{name}.parquet"))).expect("written"))
    });
    assert!(datasets[0][1].len() > 10_000, "the good files gave no rows");
    assert!(datasets[0] == datasets[1], "hostile files changed the rows of others");
}

#[test]
fn a_worker_that_runs_out_of_memory_costs_only_its_own_file() {
    let root = tempfile::tempdir().expect("a folder");
    good(root.path(), 2);
    // Small as a file, and within every limit but the one on memory.
    let row = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>";
    write(root.path(), "an-bo-nho.xlsx", &packed(&xlsx(&[sheet(&row.repeat(300_000))])));
    let limits = "worker_memory_mib = 40\nratio = 100000";
    let (states, findings) = check(&[root.path()], &settings(limits));
    assert_eq!(states["an-bo-nho.xlsx"], ["rejected"]);
    assert_eq!(findings["an-bo-nho.xlsx"], ["F10"]);
    assert_eq!(
        (&states["thcs-so-001.xlsx"][..], &states["thcs-so-002.xlsx"][..]),
        (&["accepted".to_owned()][..], &["accepted".to_owned()][..])
    );
    let (states, findings) = check(&[root.path()], &settings("ratio = 100000"));
    assert_eq!(states["an-bo-nho.xlsx"], ["rejected"]);
    assert!(!findings["an-bo-nho.xlsx"].contains(&"F10".to_owned()), "{findings:?}");
}

#[test]
fn a_broken_sheet_leaves_the_others_read_and_is_named() {
    let root = tempfile::tempdir().expect("a folder");
    let broken = sheet(&rows(PLAN)).replace("<row r=\"6\">", "<row r=\"6\"><c>");
    write(root.path(), "mot-trang-hong.xlsx", &packed(&xlsx(&[broken, sheet(&rows(PLAN))])));
    let ran = run(&["check", "--json"], &[root.path()], &settings(""));
    let value: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    assert_eq!(value["submissions"][0]["state"], "accepted");
    let told: Vec<&Value> = value["findings"].as_array().expect("findings").iter().filter(|finding| finding["id"] == "F26").collect();
    assert_eq!(told.len(), 1);
    assert_eq!((&told[0]["file"], &told[0]["sheet"]), (&Value::from("mot-trang-hong.xlsx"), &Value::from("Trang 1")));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    /// What only a Unix folder can hold: links in a circle, links to devices, pipes, names in no encoding, files nobody may read.
    pub fn troubles(folder: &Path) {
        symlink(folder, folder.join("vong")).expect("linked");
        symlink("/dev/zero", folder.join("vo-tan.xlsx")).expect("linked");
        symlink("khong-co", folder.join("mat.xlsx")).expect("linked");
        assert!(Command::new("mkfifo").arg(folder.join("ong.xlsx")).status().expect("mkfifo is there").success());
        fs::create_dir(folder.join("thu-muc.xlsx")).expect("created");
        fs::write(folder.join(OsStr::from_bytes(b"tr\xFD\xF2ng.xlsx")), b"").expect("written");
        let locked = folder.join("cam-doc.xlsx");
        fs::write(&locked, b"").expect("written");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o0)).expect("set");
    }

    #[test]
    fn links_pipes_and_devices_are_told_of_and_never_block() {
        let root = tempfile::tempdir().expect("a folder");
        troubles(root.path());
        super::good(root.path(), 1);
        let (states, findings) = super::check(&[root.path()], &super::settings(""));
        for name in ["vong", "vo-tan.xlsx", "mat.xlsx", "ong.xlsx"] {
            assert_eq!(findings.get(name).map(Vec::as_slice), Some(&["F18".to_owned()][..]), "{name}");
            assert!(!states.contains_key(name), "{name}");
        }
        assert_eq!(states["tr\u{fffd}\u{fffd}ng.xlsx"], ["rejected"]);
        assert_eq!(states["cam-doc.xlsx"], ["rejected"]);
        assert_eq!(states["thcs-so-001.xlsx"], ["accepted"]);
    }
}
