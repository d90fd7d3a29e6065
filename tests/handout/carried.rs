//! What an earlier report leaves to be done, in the next form.

use std::fs;
use std::path::Path;

use super::filled::{TASKS, fill, fill_assessment};
use super::pen::Pen;
use super::{Office, assert_clean};
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
