//! What an earlier report leaves to be done, in the next form.

use std::fs;
use std::path::Path;

use super::filled::{TASKS, fill, fill_assessment};
use super::pen::Pen;
use super::{Office, assert_clean, findings};
use crate::program::ctcl;

/// What a filled form reports of each piece of work: by task, status.
fn statuses(output: &Path) -> Vec<(String, String)> {
    let dataset = ctcl::dataset::Dataset::load(&output.join("du-lieu")).expect("tables");
    let reading = dataset.reading().expect("records");
    let mut found: Vec<(String, String)> =
        reading.actions.iter().map(|action| (action.task.clone(), action.status.code().to_owned())).collect();
    found.sort();
    found
}

#[test]
fn the_next_form_holds_the_work_that_goes_on() {
    let office = Office::of("2023-2024");
    let files = office.handed_out("mau", &[]);
    fs::create_dir(office.path("nop")).expect("a folder");
    fs::write(office.path("nop/a.xlsx"), fill(&fs::read(&files[2]).expect("a file"), "2023")).expect("written");
    let output = office.path("ket-qua");
    let reported = office.run("report", &[&office.path("nop").display().to_string(), "-o", &output.display().to_string(), "--quiet"]);
    assert!(reported.status.success(), "{}", String::from_utf8_lossy(&reported.stderr));
    let first = statuses(&output);
    assert_eq!(first.iter().filter(|(_, status)| status == "completed").count(), 3, "{first:?}");

    // The same year: the whole plan stays, and the report has its rows already.
    let next = office.handed_out("mau-2", &["--from", &output.display().to_string(), "--period", "hk2"]);
    let mut pen = Pen::take(&fs::read(&next[2]).expect("a file"));
    let page = pen.page("Kết quả");
    let [planned, done] = ["được xây dựng đầu năm", "những công việc đã triển khai xong"].map(|title| page.column(title));
    let rows: Vec<usize> = (0..page.rows.len()).filter(|row| TASKS.contains(&page.rows[*row][planned].as_str())).collect();
    assert_eq!(rows.len(), TASKS.len(), "{:?}", page.rows);
    let open: Vec<usize> = rows.iter().copied().filter(|row| page.rows[*row][done].is_empty()).collect();
    assert_eq!(open.len(), 3);
    for row in open {
        pen.write("Kết quả", row, done, "Đến tháng 4 đã làm xong, có biên bản");
    }
    fill_assessment(&mut pen);
    fs::create_dir(office.path("nop-2")).expect("a folder");
    fs::write(office.path("nop-2/a.xlsx"), pen.save()).expect("written");
    assert_clean(&office.check(&office.path("nop-2"), &["--period", "hk2"]));
    let second = office.path("ket-qua-2");
    let arguments = [&office.path("nop-2").display().to_string(), "-o", &second.display().to_string(), "--period", "hk2", "--quiet"];
    assert!(office.run("report", &arguments).status.success());
    let of_second = statuses(&second);
    assert_eq!(of_second.len(), TASKS.len());
    assert!(of_second.iter().all(|(_, status)| status == "completed"), "{of_second:?}");

    // The next year: only what was not completed.
    let register = office.path("truong.csv").display().to_string();
    let folder = office.path("mau-3").display().to_string();
    let ran = ctcl(&[
        "template",
        "--from",
        &output.display().to_string(),
        "--register",
        &register,
        "--year",
        "2024-2025",
        "--period",
        "hk1",
        "-o",
        &folder,
    ]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let pen = Pen::take(&fs::read(&super::files(Path::new(&folder))[2]).expect("a file"));
    let page = pen.page("Kế hoạch");
    let tasks: Vec<&str> = page.rows.iter().flatten().map(String::as_str).filter(|text| TASKS.contains(text)).collect();
    assert_eq!(tasks.len(), 3, "{tasks:?}");
}

/// The forms of the second half for three schools, with what they reported in the first printed in.
fn with_work_printed_in(office: &Office) -> Vec<std::path::PathBuf> {
    fs::create_dir(office.path("nop")).expect("a folder");
    for file in &office.handed_out("mau", &[])[..3] {
        let filled = fill(&fs::read(file).expect("a file"), office.first_year());
        fs::write(office.path("nop").join(file.file_name().expect("a name")), filled).expect("written");
    }
    let output = office.path("ket-qua").display().to_string();
    let reported = office.run("report", &[&office.path("nop").display().to_string(), "-o", &output, "--quiet"]);
    assert!(reported.status.success(), "{}", String::from_utf8_lossy(&reported.stderr));
    office.handed_out("mau-2", &["--from", &output, "--period", "hk2"])
}

#[test]
fn forms_sent_back_as_they_were_printed_report_nothing() {
    for year in ["2023-2024", "2026-2027"] {
        let office = Office::of(year);
        let next = with_work_printed_in(&office);
        let plan = if year == "2023-2024" { "Kế hoạch" } else { "V. Kế hoạch" };
        let sent = office.path("nop-2");
        fs::create_dir(&sent).expect("a folder");
        let into = |at: usize, bytes: Vec<u8>| fs::write(sent.join(format!("{at}.xlsx")), bytes).expect("written");
        // Untouched; saved again by a program; only the self-assessment filled in.
        into(0, fs::read(&next[0]).expect("a file"));
        into(1, Pen::take(&fs::read(&next[1]).expect("a file")).save());
        let mut pen = Pen::take(&fs::read(&next[2]).expect("a file"));
        fill_assessment(&mut pen);
        into(2, pen.save());
        let checked = office.check(&sent, &["--period", "hk2"]);
        let told = |id: &str| {
            let told = findings(&checked, &[id]);
            told.iter().map(|finding| finding["file"].as_str().unwrap_or("")[..1].to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told("F43"), "0 1", "{year}");
        let back = office.path("tra").display().to_string();
        office.check(&sent, &["--period", "hk2", "--return", &back]);
        let letter = fs::read_to_string(office.path("tra/nhac-nho/09100001.txt")).expect("a letter");
        assert!(
            letter.contains("còn là mẫu chưa điền") && letter.contains("Xin điền rồi gửi lại") && !letter.contains("Cần xem"),
            "{letter}"
        );
        let output = office.path("ket-qua-2");
        let shown = [sent.display().to_string(), output.display().to_string()];
        let ran = office.run("report", &[&shown[0], "-o", &shown[1], "--period", "hk2"]);
        assert!(String::from_utf8_lossy(&ran.stdout).contains("Chưa điền"), "{}", String::from_utf8_lossy(&ran.stdout));
        let figures = crate::program::json(&output.join("thong-ke.json"));
        assert_eq!((&figures["schools"]["reported"], &figures["schools"]["unreadable"]), (&1.into(), &2.into()), "{year}");
        let third = figures["by_school"].as_array().expect("schools").iter().find(|school| school["school_id"] == "09300003");
        // Its plan goes on; what was said of it last time is not this time's report.
        let forms = serde_json::json!({"plan": true, "result": false, "assessment": true, "evidence": false});
        assert_eq!(third.expect("the third school")["forms"], forms, "{year}");
        assert_eq!(figures["actions"]["completed"], 0, "{year}: {}", figures["actions"]);
        if year == "2023-2024" {
            assert_eq!(told("T12"), "0 0 0 1 1 1 2");
        } else {
            assert_eq!(told("T55"), "2");
        }

        // One word of the plan changed is a plan.
        let mut pen = Pen::take(&fs::read(&next[0]).expect("a file"));
        let page = pen.page(plan);
        let row = (0..page.rows.len()).find(|row| page.rows[*row].iter().any(|text| text == TASKS[4])).expect("a task");
        let column = page.rows[row].iter().position(|text| text == TASKS[4]).expect("its column");
        pen.write(plan, row, column, "Sửa hàng rào phía tây");
        let changed = office.path("mot-chu.xlsx");
        fs::write(&changed, pen.save()).expect("written");
        let checked = office.check(&changed, &["--period", "hk2"]);
        assert_eq!(findings(&checked, &["F43"]).len(), 0, "{year}");
        assert_eq!(checked["submissions"][0]["forms"], serde_json::json!(["plan"]), "{year}");
    }
}
