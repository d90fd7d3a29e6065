//! The round trip with the schools: handed out, filled in as Excel and LibreOffice would, read back without a doubt.

mod pen;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::ctcl;
use pen::Pen;

/// One school of each kind.
const REGISTER: &str = "Mã trường,Tên trường,Loại hình,Xã/Phường
09100001,Trường Mầm non Hoa Sen,Mầm non,Xã An Phú
09200002,Trường Tiểu học Bình Minh,Tiểu học,Xã An Phú
09300003,Trường THCS Hiếu Học,THCS,Xã An Phú
09400004,Trường THPT Sao Mai,THPT,Xã An Phú
09500005,Trường TH&THCS Bồ Câu,Nhiều cấp học,Xã An Phú
09600006,Trung tâm GDTX Hướng Dương,GDTX,Xã An Phú
";

const TASKS: [&str; 6] = [
    "Xây dựng kế hoạch chiến lược giai đoạn mới",
    "- Kiện toàn các hội đồng trong trường",
    "Tổ chức đại hội các đoàn thể",
    "Bồi dưỡng tổ trưởng chuyên môn",
    "Sửa hàng rào phía đông",
    "Xây dựng thư viện số",
];
const COSTS: [&str; 6] = ["15.000.000 đồng (ngân sách)", "Không", "2 triệu đồng", "0đ", "Ngân sách", "3.500.000đ (xã hội hóa)"];

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

/// Fills in plan, result and self-assessment: work on four criteria, a second piece on one, one of the Mức 4 list.
fn fill(bytes: &[u8], first_year: &str) -> Vec<u8> {
    let mut pen = Pen::take(bytes);
    let (plan, of_2026) = if pen.names().contains(&"V. Kế hoạch") { ("V. Kế hoạch", true) } else { ("Kế hoạch", false) };
    let page = pen.page(plan);
    let column = |title: &str| page.column(title);
    let criterion = if of_2026 { column("Tiêu chí") } else { column("Tiêu chuẩn, tiêu chí") };
    let coded = page.rows_of(criterion, "Tiêu chí ");
    let spare =
        (coded[0]..page.rows.len()).find(|row| page.rows[*row][criterion].is_empty() && !page.rows[*row][0].is_empty()).expect("room");
    let mut rows = vec![coded[0], coded[1], coded[2], coded[3], spare];
    if !of_2026 {
        let band = page.rows.iter().position(|row| row[0] == "MỨC 4").expect("the Mức 4 list");
        rows.push(band + 1);
    }
    let times = [
        format!("tháng 10/{first_year}"),
        format!("từ tháng 9/{first_year} đến tháng 11/{first_year}"),
        format!("15/12/{first_year}"),
        "Thường xuyên".to_owned(),
        format!("11/{first_year}"),
        "cuối năm học".to_owned(),
    ];
    let titles: [&str; 5] = if of_2026 {
        ["Mục tiêu cải tiến", "Hoạt động/giải pháp", "Đơn vị/cá nhân phụ trách", "Thời gian thực hiện", "Nguồn lực bảo đảm"]
    } else {
        [
            "Kết quả cần đạt (so với hiện trạng)",
            "Công việc/giải pháp cần thực hiện",
            "Chủ trì và phối hợp thực hiện",
            "Thời gian thực hiện và hoàn thành",
            "Dự kiến kinh phí",
        ]
    };
    let columns = titles.map(column);
    let status = of_2026.then(|| column("Mức độ thực hiện"));
    let content = of_2026.then(|| column("Nội dung cải tiến"));
    for (at, row) in rows.iter().enumerate() {
        for (column, text) in columns.iter().zip(["Tốt hơn hiện nay", TASKS[at], "Phó hiệu trưởng", &times[at], COSTS[at]]) {
            pen.write(plan, *row, *column, text);
        }
        if let (Some(status), Some(content)) = (status, content) {
            pen.write(plan, *row, status, ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành"][at % 3]);
            pen.write(plan, *row, content, "Nâng chất lượng quản trị");
        }
    }
    pen.write(plan, spare, criterion, "Tiêu chí 1.2");
    if of_2026 {
        fill_parts_of_2026(&mut pen);
    } else {
        fill_result(&mut pen, &rows, spare);
    }
    fill_assessment(&mut pen);
    pen.save()
}

fn fill_result(pen: &mut Pen, rows: &[usize], spare: usize) {
    let page = pen.page("Kết quả");
    let [criterion, planned, done, ongoing, waiting] = [
        "Tiêu chuẩn, tiêu chí",
        "được xây dựng đầu năm",
        "những công việc đã triển khai xong",
        "đang triển khai hoặc chậm (lý do)",
        "chưa triển khai",
    ]
    .map(|title| page.column(title));
    // The report has one more row of titles than the plan.
    let moved = page.rows_of(criterion, "Tiêu chí ")[0] - rows[0];
    let said = [
        ["Đã ban hành tháng 11", "Không", "Không"],
        ["", "Đang rà soát nhân sự", ""],
        ["", "", "Chưa bố trí được kinh phí"],
        ["Bồi dưỡng xong 4 người", "", ""],
        ["", "Chậm vì mưa nhiều", "Không"],
        ["Thư viện số hoạt động từ tháng 12", "Không", "Không"],
    ];
    for (at, row) in rows.iter().enumerate() {
        pen.write("Kết quả", row + moved, planned, TASKS[at]);
        for (column, text) in [done, ongoing, waiting].iter().zip(said[at]).filter(|(_, text)| !text.is_empty()) {
            pen.write("Kết quả", row + moved, *column, text);
        }
    }
    pen.write("Kết quả", spare + moved, criterion, "Tiêu chí 1.2");
}

fn fill_parts_of_2026(pen: &mut Pen) {
    let page = pen.page("IV. Hạn chế");
    let row = page.rows_of(page.column("Tiêu chí liên quan (nếu có)"), "Tiêu chí 1.1")[0];
    let columns = ["Đánh giá hiện trạng", "Điểm hạn chế", "Nguyên nhân của hạn chế"].map(|title| page.column(title));
    for (column, text) in columns.iter().zip(["Có kế hoạch đến năm nay", "Chưa có tầm nhìn dài hạn", "Thiếu dữ liệu"])
    {
        pen.write("IV. Hạn chế", row, *column, text);
    }
    let page = pen.page("VI. Theo dõi");
    let row = page.rows_of(page.column("Thời điểm"), "Cuối học kỳ I")[0];
    let columns = ["Nội dung theo dõi", "Kết quả thực hiện", "Người đánh giá"].map(|title| page.column(title));
    for (column, text) in columns.iter().zip(["Tiến độ chung", "Đúng tiến độ", "Hiệu trưởng"]) {
        pen.write("VI. Theo dõi", row, *column, text);
    }
}

/// Mức 2 everywhere, but for the first criterion.
fn fill_assessment(pen: &mut Pen) {
    let page = pen.page("Tự đánh giá");
    let rows = page.rows_of(page.column("Tiêu chuẩn, tiêu chí"), "Tiêu chí ");
    let unmet = if pen.names().contains(&"V. Kế hoạch") { "Không đạt Mức 1" } else { "Không đạt" };
    let (unmet, level2) = (page.column(unmet), page.column("Mức 2"));
    for (at, row) in rows.into_iter().enumerate() {
        pen.write("Tự đánh giá", row, if at == 0 { unmet } else { level2 }, "x");
    }
}

#[test]
fn every_form_of_every_framework_and_kind_comes_back_without_a_doubt() {
    for (year, schools) in [("2023-2024", 5), ("2026-2027", 6)] {
        let office = Office::of(year);
        let files = office.handed_out("mau", &["--evidence"]);
        assert_eq!(files.len(), schools, "{year}");
        fs::create_dir(office.path("nop")).expect("a folder");
        for file in &files {
            let filled = fill(&fs::read(file).expect("a file"), office.first_year());
            fs::write(office.path("nop").join(file.file_name().expect("a name")), filled).expect("written");
        }
        let checked = office.check(&office.path("nop"), &[]);
        assert_clean(&checked);
        let submissions = checked["submissions"].as_array().expect("submissions");
        assert!(submissions.iter().all(|submission| submission["state"] == "accepted"), "{submissions:#?}");
        assert!(submissions.iter().all(|submission| submission["school_ids"][0].as_str().is_some_and(|id| id.starts_with("09"))));
        let output = office.path("ket-qua").display().to_string();
        let ran = office.run("report", &[&office.path("nop").display().to_string(), "-o", &output, "--quiet"]);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let figures = crate::program::json(&office.path("ket-qua/thong-ke.json"));
        // What was typed is what is counted: five or six pieces of work a school, none overdue that is done.
        let each = if year == "2023-2024" { 6 } else { 5 };
        assert_eq!(figures["actions"]["total"], each * schools, "{}", figures["actions"]);
        assert_eq!(figures["actions"]["no_report"], 0);
        for school in figures["by_school"].as_array().expect("schools").iter().filter(|school| school["submission"] != "missing") {
            let of = &school["criteria_met"]["2"];
            assert_eq!(of[0].as_u64().map(|met| met + 1), of[1].as_u64(), "{school}");
        }
    }
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
        let actions = |checked: &Value| findings(checked, &["R06", "R08", "X01"]).len();
        let first = office.check(&filled, &[]);
        for saved in [&ods, &again] {
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
fn a_stamp_that_says_otherwise_is_told() {
    let office = Office::of("2023-2024");
    let files = office.handed_out("mau", &[]);
    let filled = fill(&fs::read(&files[2]).expect("a file"), "2023");
    fs::create_dir(office.path("nop")).expect("a folder");
    let sent = office.path("nop/khong-ro.xlsx");
    // The name of the file says nothing; the stamp does.
    fs::write(&sent, &filled).expect("written");
    let checked = office.check(&sent, &[]);
    assert_clean(&checked);
    assert_eq!(checked["submissions"][0]["school_ids"], serde_json::json!(["09300003"]));
    assert!(findings(&checked, &["S24"]).is_empty());

    let other_period = office.check(&sent, &["--period", "hk2"]);
    assert_eq!(findings(&other_period, &["warning", "error"]).iter().map(|finding| finding["id"].clone()).collect::<Vec<_>>(), ["S32"]);

    let edited = |from: &str, to: &str| {
        let path = office.path("nop/sua.xlsx");
        fs::write(&path, replaced(&filled, from, to)).expect("written");
        let checked = office.check(&path, &[]);
        findings(&checked, &["warning", "error"]).iter().map(|finding| finding["id"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(edited("TRƯỜNG THCS HIẾU HỌC", "TRƯỜNG TIỂU HỌC BÌNH MINH"), ["S30"]);
    assert_eq!(edited("09300003", "09300099"), ["S31"]);
    // Of another version than is handed out today, and than the file as a whole: said once, and of each of its four sheets.
    let mut older = edited("Mẫu ctcl 1-", "Mẫu ctcl 0-");
    older.sort();
    assert_eq!(older, ["S33", "S34", "S34", "S34", "S34"]);
}

/// The workbook with one text for another in its strings and properties.
fn replaced(workbook: &[u8], from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a zip");
    let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut content = Vec::new();
        member.read_to_end(&mut content).expect("it inflates");
        if name.ends_with("sharedStrings.xml") || name.ends_with("custom.xml") {
            content = String::from_utf8(content).expect("text").replace(from, to).into_bytes();
        }
        changed.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        changed.write_all(&content).expect("written");
    }
    changed.finish().expect("whole").into_inner()
}

#[test]
fn a_form_for_any_school_of_a_kind_is_filled_in_with_its_name() {
    let office = Office::of("2023-2024");
    let files = office.handed_out("mau", &["--by-kind"]);
    let names: Vec<String> = files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect();
    assert_eq!(names, ["mau_mam_non.xlsx", "mau_nhieu_cap.xlsx", "mau_thcs.xlsx", "mau_thpt.xlsx", "mau_tieu_hoc.xlsx"]);
    let mut pen = Pen::take(&fill(&fs::read(&files[2]).expect("a file"), "2023"));
    for sheet in ["Kế hoạch", "Kết quả", "Tự đánh giá", "Mức 4"] {
        let (row, column) = pen
            .page(sheet)
            .rows
            .iter()
            .enumerate()
            .find_map(|(row, texts)| Some((row, texts.iter().position(|text| text.starts_with("TRƯỜNG …"))?)))
            .expect("a place for the name");
        pen.write(sheet, row, column, "TRƯỜNG THCS HIẾU HỌC");
    }
    let sent = office.path("bieu.xlsx");
    fs::write(&sent, pen.save()).expect("written");
    let checked = office.check(&sent, &[]);
    assert_clean(&checked);
    assert_eq!(checked["submissions"][0]["school_ids"], serde_json::json!(["09300003"]));
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
    let pen = Pen::take(&fs::read(&files_of(&folder)[2]).expect("a file"));
    let page = pen.page("Kế hoạch");
    let tasks: Vec<&str> = page.rows.iter().flatten().map(String::as_str).filter(|text| TASKS.contains(text)).collect();
    assert_eq!(tasks.len(), 3, "{tasks:?}");
}

fn files_of(folder: &str) -> Vec<PathBuf> {
    files(Path::new(folder))
}
