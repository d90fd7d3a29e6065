//! What disks, systems and other programs do to a run: names, full disks, open files, two runs, a run that is killed, other clocks.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use ctcl::dataset::Dataset;
use ctcl::write::folder::Staged;
use serde_json::Value;

use crate::hostile::book::{PLAN, packed, rows, sheet, xlsx};
use crate::hostile::{good, write};
use crate::program::{ctcl, files, json, report};

/// The arguments of a report over a folder of these tests.
fn arguments<'a>(input: &'a str, output: &'a str) -> Vec<&'a str> {
    vec!["report", input, "--year", "2023-2024", "--period", "hk1", "--quiet", "-o", output]
}

/// Every file below a folder but our list, by name, with its bytes.
fn set(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = files(folder);
    found.retain(|name, _| !name.ends_with(".ctcl-manifest"));
    found
}

fn said(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

/// A plan of one piece of work, the school named in its letterhead.
pub fn plan(school: &str, task: &str) -> Vec<u8> {
    let mut plan: Vec<Vec<&str>> = PLAN[..5].iter().map(|row| row.to_vec()).collect();
    plan[0][0] = school;
    plan[4][3] = task;
    packed(&xlsx(&[sheet(&rows(&plan.iter().map(Vec::as_slice).collect::<Vec<_>>()))]))
}

/// Reports, output and inputs below one folder.
struct Desk {
    root: tempfile::TempDir,
}

impl Desk {
    fn new(schools: usize) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("bao-cao")).expect("created");
        good(&root.path().join("bao-cao"), schools);
        Desk { root }
    }

    fn at(&self, name: &str) -> String {
        self.root.path().join(name).display().to_string()
    }

    fn run(&self) -> Output {
        ctcl(&arguments(&self.at("bao-cao"), &self.at("ket-qua")))
    }

    fn written(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        set(&self.root.path().join(name))
    }
}

#[test]
fn a_result_that_is_open_stays_and_the_new_one_lies_beside_it() {
    let desk = Desk::new(1);
    assert_eq!(desk.run().status.code(), Some(0));
    let old = desk.written("ket-qua");
    good(&desk.root.path().join("bao-cao"), 2);
    let owner = desk.root.path().join("ket-qua/~$tong-hop.xlsx");
    fs::write(&owner, b"Van thu").expect("written");
    let ran = desk.run();
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    assert!(said(&ran).contains("tong-hop.xlsx") && said(&ran).contains("ket-qua (2)"), "{}", said(&ran));
    fs::remove_file(&owner).expect("removed");
    assert!(desk.written("ket-qua") == old, "the open set was touched");
    let beside = desk.written("ket-qua (2)");
    assert_eq!(beside.keys().collect::<Vec<_>>(), old.keys().collect::<Vec<_>>(), "the set beside is whole");
    assert_eq!(json(&desk.root.path().join("ket-qua (2)/thong-ke.json"))["schools"]["reported"], 2);
    let ran = desk.run();
    assert!(said(&ran).is_empty(), "{}", said(&ran));
    assert!(desk.written("ket-qua") == beside);
}

#[test]
fn a_place_that_cannot_be_written_is_told_before_anything_is_read() {
    let desk = Desk::new(1);
    fs::write(desk.root.path().join("tep"), b"").expect("written");
    // What is to be read is not even there.
    for output in ["tep", "tep/ket-qua"] {
        let ran = ctcl(&arguments("khong-co", &desk.at(output)));
        assert_eq!(ran.status.code(), Some(2));
        assert!(said(&ran).contains("kết quả") && said(&ran).contains("tep") && !said(&ran).contains("khong-co"), "{}", said(&ran));
    }
}

#[test]
fn a_list_of_receipts_that_is_named_and_not_there_is_told() {
    let desk = Desk::new(1);
    let told = |more: &str| {
        let settings = format!("school_year = \"2023-2024\"\nintake = \"so-nhan.csv\"\n{more}");
        fs::write(desk.root.path().join("ctcl.toml"), settings).expect("written");
        let ran = ctcl(&["check", &desk.at("bao-cao"), "--config", &desk.at("ctcl.toml"), "--quiet", "--json"]);
        let told: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        told["findings"].as_array().expect("findings").iter().filter(|finding| finding["id"] == "S29").count()
    };
    assert_eq!((told(""), told("record_intake = true\n")), (1, 0));
}

#[test]
fn a_file_with_another_ending_is_read_by_what_it_is_and_said() {
    let desk = Desk::new(0);
    write(&desk.root.path().join("bao-cao"), "a.xls", &plan("TRƯỜNG THCS HOA SEN", "Rà soát"));
    let ran = ctcl(&["check", &desk.at("bao-cao"), "--year", "2023-2024", "--json"]);
    let told: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    assert_eq!(told["submissions"][0]["state"], "accepted");
    let ids: Vec<&str> = told["findings"].as_array().expect("findings").iter().filter_map(|finding| finding["id"].as_str()).collect();
    assert!(ids.contains(&"F30"), "{ids:?}");
}

#[test]
fn a_second_run_into_one_folder_is_refused_while_the_first_lasts() {
    let desk = Desk::new(1);
    assert_eq!(desk.run().status.code(), Some(0));
    let old = desk.written("ket-qua");
    let first = Staged::begin(&desk.root.path().join("ket-qua")).expect("nobody writes there");
    let ran = desk.run();
    assert_eq!(ran.status.code(), Some(2));
    assert!(said(&ran).contains("Đang có một lần chạy khác"), "{}", said(&ran));
    drop(first);
    assert!(desk.written("ket-qua") == old);
    assert_eq!(desk.run().status.code(), Some(0));
}

#[test]
fn a_run_that_is_killed_leaves_a_whole_set_for_the_next() {
    let desk = Desk::new(3);
    assert_eq!(desk.run().status.code(), Some(0));
    let old = desk.written("ket-qua");
    good(&desk.root.path().join("bao-cao"), 5);
    let waiting = desk.root.path().join("ket-qua/.ctcl-new");
    for pause in [0, 30, 300, 900] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ctcl"))
            .args(arguments(&desk.at("bao-cao"), &desk.at("ket-qua")))
            .spawn()
            .expect("the program starts");
        let begun = Instant::now();
        while !waiting.exists() && begun.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(5));
        }
        thread::sleep(Duration::from_millis(pause));
        child.kill().expect("killed");
        child.wait().expect("ended");
        // The system let go of the lock; what was left halfway is cleared away.
        drop(Staged::begin(&desk.root.path().join("ket-qua")).expect("the folder comes back"));
        let left = desk.written("ket-qua");
        assert!(left == old || left.len() == old.len(), "a set of {} files where one has {}", left.len(), old.len());
        assert!(!waiting.exists());
    }
    assert_eq!(desk.run().status.code(), Some(0));
    assert_eq!(json(&desk.root.path().join("ket-qua/thong-ke.json"))["schools"]["reported"], 5);
}

#[test]
fn clock_zone_language_and_age_of_files_change_nothing() {
    let desk = Desk::new(2);
    assert_eq!(desk.run().status.code(), Some(0));
    let first = desk.written("ket-qua");
    let old = fs::File::options().append(true).open(desk.root.path().join("bao-cao/thcs-so-001.xlsx")).expect("opened");
    old.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).expect("set");
    let ran = Command::new(env!("CARGO_BIN_EXE_ctcl"))
        .args(arguments(&desk.at("bao-cao"), &desk.at("ket-qua")))
        .envs([("TZ", "America/Los_Angeles"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("RAYON_NUM_THREADS", "7")])
        .output()
        .expect("the program starts");
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    for (name, bytes) in desk.written("ket-qua") {
        assert!(first[&name] == bytes, "{name} differs");
    }
}

#[test]
fn files_of_any_name_are_read_and_shown_as_they_are_called() {
    let desk = Desk::new(0);
    let folder = desk.root.path().join("bao-cao");
    let mut names = vec![
        "Trươ\u{300}ng Mô\u{323}t.xlsx".to_owned(),
        "\u{1f600} năm & sáu #7 100%.xlsx".to_owned(),
        format!("{}.xlsx", "ố".repeat(83)),
        "it's 'quoted'!.xlsx".to_owned(),
    ];
    if cfg!(unix) {
        names.extend(["CON.xlsx", "hai: <b>ba?.xlsx", "dong\nmoi.xlsx", "cham..xlsx"].map(str::to_owned));
    }
    for (number, name) in names.iter().enumerate() {
        write(&folder, name, &plan(&format!("TRƯỜNG THCS TÊN {number}"), &format!("Việc của trường {number}")));
    }
    let figures = report(&[&desk.at("bao-cao"), "--year", "2023-2024"], &desk.root.path().join("ket-qua"));
    assert_eq!(figures["schools"]["reported"], names.len());
    let dataset = Dataset::load(&desk.root.path().join("ket-qua/du-lieu")).expect("written").reading().expect("sound");
    let mut read: Vec<String> = dataset.submissions.iter().map(|submission| submission.file.to_string()).collect();
    read.sort();
    names.sort();
    assert_eq!(read, names);
}

#[test]
fn a_folder_named_in_composed_letters_is_found_where_they_lie_apart() {
    let desk = Desk::new(0);
    let apart = desk.root.path().join("Ba\u{301}o ca\u{301}o");
    fs::create_dir(&apart).expect("created");
    write(&apart, "a.xlsx", &plan("TRƯỜNG THCS HOA SEN", "Rà soát"));
    fs::write(desk.root.path().join("Danh sa\u{301}ch.csv"), "Mã trường,Tên trường,Loại hình\n01,Trường THCS Hoa Sen,THCS\n")
        .expect("written");
    fs::write(desk.root.path().join("ctcl.toml"), "school_year = \"2023-2024\"\nregister = \"Danh sách.csv\"\n").expect("written");
    let figures = report(&[&desk.at("Báo cáo"), "--config", &desk.at("ctcl.toml")], &desk.root.path().join("ket-qua"));
    assert_eq!((&figures["schools"]["expected"], &figures["schools"]["reported"]), (&Value::from(1), &Value::from(1)));
}

#[test]
fn a_text_longer_than_a_cell_is_whole_in_the_data_and_cut_with_a_word_in_the_workbook() {
    let desk = Desk::new(0);
    let long = format!("Việc {}hết", "rất dài ".repeat(5_000));
    let lines: String = (0..300).map(|line| format!("dòng {line}\n")).collect();
    for (school, task) in [("MỘT", long.as_str()), ("HAI", lines.trim_end())] {
        write(&desk.root.path().join("bao-cao"), &format!("{school}.xlsx"), &plan(&format!("TRƯỜNG THCS {school}"), task));
    }
    report(&[&desk.at("bao-cao"), "--year", "2023-2024"], &desk.root.path().join("ket-qua"));
    let dataset = Dataset::load(&desk.root.path().join("ket-qua/du-lieu")).expect("written").reading().expect("sound");
    let tasks: Vec<&str> = dataset.actions.iter().map(|action| action.task.as_str()).collect();
    assert!(
        tasks.contains(&long.as_str()) && tasks.contains(&lines.trim_end()),
        "{:?}",
        tasks.iter().map(|task| task.len()).collect::<Vec<_>>()
    );
    let told: Vec<_> = dataset.findings.iter().filter(|finding| finding.rule.id == "C16").filter_map(|finding| finding.cell).collect();
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), ["D5", "D5"]);
    let shown = ctcl::read::contents(
        "tong-hop.xlsx",
        &fs::read(desk.root.path().join("ket-qua/tong-hop.xlsx")).expect("written"),
        &ctcl::settings::Limits::default(),
        &ctcl::read::Isolation::InProcess,
    );
    let (sheets, _) = shown.expect("a sound workbook");
    let cut = sheets.iter().flat_map(|sheet| &sheet.cells).filter(|(_, held)| format!("{held:?}").contains("(xem đủ trong tệp Parquet)"));
    assert!(cut.count() >= 2, "the workbook says that it cut");
}

#[test]
fn what_a_school_wrote_drives_no_terminal_and_no_picture_and_stands_in_no_log() {
    let desk = Desk::new(0);
    let secret = "Nguyen Van Bi Mat 0912345678";
    let task = format!("<script>alert(1)</script> {secret} Tháng 13/2023");
    let raw = packed(&xlsx(&[sheet(
        &rows(&[
            &["TRƯỜNG THCS &lt;SCRIPT&gt;"],
            &["Năm học 2023-2024"],
            PLAN[3],
            &["1", "Tiêu chí 1.1", "Đủ", "ESC", "Hiệu trưởng", "Tháng 13_x001b_[2J", "", "", ""],
        ])
        .replace("ESC", &task.replace('<', "&lt;"))
        .replace("&amp;lt;", "&lt;")
        .replace("&amp;gt;", "&gt;"),
    )]));
    write(&desk.root.path().join("bao-cao"), "a\u{1b}[31m.xlsx", &raw);
    let ran = ctcl(&["check", &desk.at("bao-cao"), "--year", "2023-2024"]);
    let shown = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(shown.contains("C07") || shown.contains("Không hiểu thời gian"), "{shown}");
    assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'), "{shown:?}");
    assert!(!said(&ran).contains("Bi Mat") && !said(&ran).contains('\u{1b}'), "{}", said(&ran));
    let ran = desk.run();
    assert_eq!((ran.status.code(), said(&ran).as_str(), ran.stdout.len()), (Some(0), "", 0));
    let pictures: Vec<String> = desk
        .written("ket-qua")
        .into_iter()
        .filter(|(name, _)| name.ends_with(".svg"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("SVG is text"))
        .collect();
    assert!(!pictures.is_empty() && pictures.iter().all(|picture| !picture.to_lowercase().contains("<script")));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn a_name_in_no_encoding_is_shown_with_marks_and_the_file_read() {
        let desk = Desk::new(0);
        let path = desk.root.path().join("bao-cao").join(OsStr::from_bytes(b"tr\xFD\xF2ng.xlsx"));
        fs::write(path, plan("TRƯỜNG THCS HOA SEN", "Rà soát")).expect("written");
        let figures = report(&[&desk.at("bao-cao"), "--year", "2023-2024"], &desk.root.path().join("ket-qua"));
        assert_eq!((&figures["schools"]["reported"], &figures["actions"]["total"]), (&Value::from(1), &Value::from(1)));
        let dataset = Dataset::load(&desk.root.path().join("ket-qua/du-lieu")).expect("written").reading().expect("sound");
        assert_eq!(dataset.submissions[0].file.as_ref(), "tr\u{fffd}\u{fffd}ng.xlsx");
    }

    /// A file that may not grow beyond a size fails while it is written, as on a full disk.
    #[test]
    fn a_set_that_finds_no_room_leaves_the_old_one_and_no_trace() {
        let desk = Desk::new(1);
        assert_eq!(desk.run().status.code(), Some(0));
        let old = desk.written("ket-qua");
        good(&desk.root.path().join("bao-cao"), 2);
        let ran = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_ctcl")])
            .args(arguments(&desk.at("bao-cao"), &desk.at("ket-qua")))
            .output()
            .expect("a shell");
        assert_eq!(ran.status.code(), Some(2), "{}", said(&ran));
        assert!(said(&ran).contains("ket-qua/bieu-so.xlsx") && said(&ran).contains("Kết quả cũ còn nguyên"), "{}", said(&ran));
        assert!(desk.written("ket-qua") == old, "the old set was touched");
        assert!(!desk.root.path().join("ket-qua/.ctcl-new").exists());
    }
}
