//! Where a command may write: never over what it reads, over a school's file or over another period's result; and what is still written.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::disk::plan;
use crate::program::{ctcl, files};

/// A folder with the reports of two schools in `bao-cao`.
fn desk() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    for (name, school) in [("a.xlsx", "TRƯỜNG THCS MỘT"), ("b.xlsx", "TRƯỜNG THCS HAI")] {
        put(&root.path().join("bao-cao").join(name), &plan(school, &format!("Rà soát của {school}")));
    }
    root
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    fs::write(path, bytes).expect("written");
}

/// Exit code, and what was said of faults; every name below `root` is written with `@`.
fn run(root: &Path, line: &str) -> (i32, String) {
    let arguments: Vec<String> = line.split(' ').map(|word| word.replace('@', &format!("{}/", root.display()))).collect();
    let ran = ctcl(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    (ran.status.code().expect("an exit code"), String::from_utf8_lossy(&ran.stderr).into_owned())
}

fn reported(root: &Path, input: &str, output: &str, more: &str) -> (i32, String) {
    run(root, &format!("report {input} -o {output} --year 2023-2024 --figures-only --quiet{more}"))
}

/// The command is refused with these words, and no file is other than before.
fn refused(root: &Path, line: &str, words: &[&str]) {
    let before = files(root);
    let (code, said) = run(root, line);
    assert_eq!(code, 2, "{line}: {said}");
    words.iter().for_each(|word| assert!(said.contains(word), "{line}: {word}: {said}"));
    assert!(files(root) == before, "{line}: something was written");
}

#[test]
fn no_result_is_written_over_or_among_what_is_read() {
    let desk = desk();
    let root = desk.path();
    for (inputs, output) in
        [("@bao-cao", "@bao-cao"), ("@bao-cao/a.xlsx", "@bao-cao"), ("@bao-cao", "@"), ("@bao-cao @bao-cao/a.xlsx", "@bao-cao")]
    {
        let line = format!("report {inputs} -o {output} --year 2023-2024 --quiet");
        refused(root, &line, &["Thư mục sau -o", "Hãy chọn một thư mục khác"]);
    }
    refused(root, "check @bao-cao --return @bao-cao --year 2023-2024", &["Thư mục sau --return"]);
    // Beside the reports, or in a folder of its own among them: once and again.
    for output in ["@ket-qua", "@bao-cao/ket-qua", "@bao-cao/ket-qua"] {
        assert_eq!(reported(root, "@bao-cao", output, ""), (0, String::new()));
    }
    refused(root, "template --from @ket-qua -o @ket-qua", &["Thư mục sau -o"]);
}

#[test]
fn the_result_of_another_half_of_the_year_stays() {
    let desk = desk();
    let root = desk.path();
    assert_eq!(reported(root, "@bao-cao", "@ket-qua", " --period hk1"), (0, String::new()));
    let (may, year) = (" --period HK2", "report @bao-cao -o @ket-qua --figures-only --year 2024-2025");
    refused(
        root,
        &format!("report @bao-cao -o @ket-qua --year 2023-2024{may}"),
        &["đang giữ kết quả Học kỳ I năm học 2023-2024", "Cuối năm học"],
    );
    refused(root, year, &["đang giữ kết quả Học kỳ I năm học 2023-2024", "2024-2025"]);
    assert_eq!(reported(root, "@bao-cao", "@ket-qua", " --period hk1").0, 0, "the same half again");
    assert_eq!(reported(root, "@bao-cao", "@cuoi-nam", may).0, 0);
}

#[test]
fn the_period_before_is_one_before() {
    let desk = desk();
    let root = desk.path();
    assert_eq!(run(root, "report @bao-cao -o @hk1 --year 2023-2024 --period hk1 --quiet"), (0, String::new()));
    for (period, previous, words) in
        [("hk1", "@hk1", "không phải kỳ trước của Học kỳ I năm học 2023-2024"), ("hk2", "@ket-qua-khac", "thong-ke.json")]
    {
        let line = format!("report @bao-cao -o @moi --year 2023-2024 --period {period} --previous {previous}");
        refused(root, &line, &[words]);
    }
    refused(root, "report @bao-cao -o @hk1 --year 2023-2024 --previous @hk1", &["Thư mục sau -o không được là chính thư mục đang đọc"]);
    let line = "report @bao-cao -o @hk2 --year 2023-2024 --period hk2 --figures-only --quiet --previous @hk1";
    assert_eq!(run(root, line), (0, String::new()));
}

#[test]
fn a_workbook_handed_back_takes_no_other_files_place() {
    let desk = desk();
    let root = desk.path();
    put(&root.join("lan-truoc/a.xlsx"), b"the school's own");
    refused(root, "check @bao-cao --return @lan-truoc --year 2022-2023", &["a.xlsx", "không ghi đè", "Hãy chọn một thư mục khác"]);
    for _ in 0..2 {
        let (code, said) = run(root, "check @bao-cao --return @tra-lai --year 2022-2023 --quiet");
        assert!(code < 2 && said.is_empty(), "{said}");
    }
    assert!(root.join("tra-lai/a.xlsx").is_file());
}

#[test]
fn reports_that_lie_in_a_result_are_told_and_a_result_alone_is_not() {
    let desk = desk();
    let root = desk.path();
    assert_eq!(run(root, "report @bao-cao -o @kq --year 2023-2024 --quiet").0, 0);
    let found = |input: &str| -> Vec<(String, String, String)> {
        let shown = root.join(input).display().to_string();
        let ran = ctcl(&["check", &shown, "--year", "2023-2024", "--json", "--quiet"]);
        let answer: Value = serde_json::from_slice(&ran.stdout).unwrap_or_default();
        let findings = answer["findings"].as_array().cloned().unwrap_or_default();
        let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let told = findings.iter().map(|finding| (text(finding, "id"), text(finding, "file"), text(finding, "message")));
        told.filter(|(id, _, _)| id == "F47" || id == "F60").collect()
    };
    // What the program writes there for the office is no school's.
    fs::rename(root.join("kq"), root.join("bao-cao/kq")).expect("moved");
    fs::copy(root.join("bao-cao/kq/tong-hop.xlsx"), root.join("bao-cao/kq/tong-hop gửi Sở.xlsx")).expect("copied");
    put(&root.join("bao-cao/kq/cong-van.pdf"), b"%PDF-1.4");
    put(&root.join("bao-cao/kq/~$tong-hop.xlsx"), b"Van thu");
    assert_eq!(found("bao-cao").iter().map(|(id, _, _)| id.as_str()).collect::<Vec<_>>(), ["F47"]);
    put(&root.join("bao-cao/kq/THCS/c.xlsx"), &plan("TRƯỜNG THCS BA", "Rà soát"));
    let told = found("bao-cao");
    assert_eq!((told.len(), told[0].0.as_str(), told[0].1.as_str()), (1, "F60", "kq"));
    assert!(told[0].2.contains("1 tệp không do ctcl ghi (\"c.xlsx\")"), "{}", told[0].2);
    // The same packed.
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files(&root.join("bao-cao/kq")) {
        bundle.start_file(name, SimpleFileOptions::default()).expect("started");
        bundle.write_all(&bytes).expect("written");
    }
    fs::remove_dir_all(root.join("bao-cao/kq")).expect("removed");
    put(&root.join("bao-cao/kq.zip"), &bundle.finish().expect("finished").into_inner());
    let told = found("bao-cao");
    assert_eq!((told.len(), told[0].0.as_str()), (1, "F60"), "{told:?}");
    assert!(told[0].2.contains("1 tệp không do ctcl ghi (\"THCS/c.xlsx\")"), "{}", told[0].2);
    // Nothing else to read: the reason is named.
    fs::remove_file(root.join("bao-cao/a.xlsx")).expect("removed");
    fs::remove_file(root.join("bao-cao/b.xlsx")).expect("removed");
    let (code, said) = run(root, "check @bao-cao --year 2023-2024");
    assert!(code == 2 && said.contains("Không có tệp nào để đọc") && said.contains("kết quả của một lần chạy khác"), "{said}");
}

#[test]
fn options_and_settings_are_refused_in_vietnamese_with_what_to_write() {
    let desk = desk();
    let root = desk.path();
    put(&root.join("so/so-nhan.csv"), "Tệp,Ngày nhận\n".as_bytes());
    let check = "check @bao-cao --year 2023-2024 --quiet";
    for (more, words) in [
        (" --as-of hôm-nay", "2024-01-10"),
        (" --intake @so/so-nhan.csv", "Sau --intake hãy ghi thư mục, không ghi tệp: --intake "),
        (" --intake @chua-co/so.csv", "Sau --intake hãy ghi thư mục"),
        (" --config @bao-cao", "là thư mục, không phải tệp cấu hình. Hãy ghi cả tên tệp, ví dụ "),
        (" --register @so", "là thư mục. Hãy ghi cả tên tệp .xlsx hoặc .csv"),
        (" --config @khong-co.toml", "không có tệp hay thư mục này"),
        (" --period hk3", "hk1, hk2"),
    ] {
        let (code, said) = run(root, &format!("{check}{more}"));
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(words) && !said.contains("os error") && !said.contains("failed to"), "{more}: {said}");
    }
    for more in [" --as-of 10/01/2024", " --as-of 2024-01-10", " --period HK1", " --intake @so", ""] {
        let (code, said) = run(root, &format!("{check}{more}"));
        assert!(code < 2, "{more}: {said}");
    }
    for (text, words) in [
        ("register = \"D:\\cai-tien\\ds.xlsx\"", "Hãy ghi register = \"D:/cai-tien/ds.xlsx\""),
        ("register = \"D:\\ten\\nam.xlsx\"", "dấu \\ của đường dẫn phải thay bằng /"),
        ("school_year = 2023-2024", "Hãy ghi school_year = \"2023-2024\""),
        ("school_year = 2023", "cần chữ trong dấu nháy kép"),
        ("period = hk1", "Hãy ghi period = \"hk1\""),
        ("[unit]\nname = “Phòng”", "nháy kép thẳng"),
        ("as_of = \"31/02/2024\"", "hãy ghi năm-tháng-ngày như 2024-01-10"),
        ("[deadlines]\nhk1 = \"10/01\"\n\n#[target_level]\ntt18-2018 = 2", "hãy bỏ cả dấu # ở đầu dòng [target_level]"),
    ] {
        put(&root.join("ctcl.toml"), text.as_bytes());
        refused(root, &format!("{check} --config @ctcl.toml"), &["ctcl.toml, dòng ", words]);
    }
    put(&root.join("ctcl.toml"), "period = \"HK1\"\nas_of = \"10/01/2024\"\n[deadlines]\n#hk2 = \"10/5\"\nhk1 = \"10/01\"\n".as_bytes());
    assert!(run(root, &format!("{check} --config @ctcl.toml")).0 < 2);
}

#[test]
fn a_pin_works_with_and_without_the_folder_that_is_given_and_is_told_where_it_does_nothing() {
    let desk = desk();
    let root = desk.path();
    put(&root.join("bao-cao/THCS/c.xlsx"), &plan("BÁO CÁO", "Rà soát"));
    put(
        &root.join("truong.csv"),
        "Mã trường,Tên trường,Loại hình\n00000001,Trường THCS Một,THCS\n00000003,Trường THCS Ba,THCS\n".as_bytes(),
    );
    let told = |pins: &str| -> (Value, Vec<(String, String)>) {
        put(&root.join("ctcl.toml"), format!("school_year = \"2023-2024\"\nregister = \"truong.csv\"\n{pins}").as_bytes());
        let shown = ["bao-cao", "ctcl.toml"].map(|name| root.join(name).display().to_string());
        let ran = ctcl(&["check", &shown[0], "--config", &shown[1], "--json", "--quiet"]);
        let answer: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        let submissions = answer["submissions"].as_array().expect("submissions");
        let of = submissions.iter().find(|submission| submission["file"] == "THCS/c.xlsx").expect("it was read");
        let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let findings = answer["findings"].as_array().expect("findings");
        let idle = findings.iter().filter(|finding| finding["id"] == "S46" || finding["id"] == "S41");
        (of["school_ids"].clone(), idle.map(|finding| (text(finding, "id"), text(finding, "message"))).collect())
    };
    let ours = serde_json::json!(["00000003"]);
    for file in ["c.xlsx", "THCS/c.xlsx", "bao-cao/THCS/c.xlsx", "bao-cao\\\\THCS\\\\c.xlsx"] {
        assert_eq!(told(&format!("[[school]]\nfile = \"{file}\"\nid = \"00000003\"\n")), (ours.clone(), Vec::new()), "{file}");
    }
    for (pins, id, words) in [
        ("[[school]]\nfile = \"MN/c.xlsx\"\nid = \"00000003\"\n", "S46", "Dòng 4: không có tệp \"MN/c.xlsx\" trong các tệp đã cho"),
        ("[[school]]\nfile = \"a.xlsx\"\nid = \"00000009\"\n", "S46", "danh sách trường không có mã \"00000009\""),
        (
            "[[pin]]\nfile = \"a.xlsx\"\nsheet = \"KH\"\nheader_row = 4\nform = \"plan-9-2018\"\ncolumns = { criterion = \"B\", task = \"D\", time = \"F\" }\n",
            "S41",
            "không có trang ấy (có: ",
        ),
    ] {
        let (_, idle) = told(pins);
        assert_eq!(idle.len(), 1, "{pins}: {idle:?}");
        assert!(idle[0].0 == id && idle[0].1.contains(words), "{pins}: {idle:?}");
    }
}

#[test]
fn a_list_with_the_example_alone_expects_nobody_and_hands_out_nothing() {
    let desk = desk();
    let root = desk.path();
    assert_eq!(run(root, "init @hk1").0, 0);
    let (code, said) = run(root, "template --config @hk1/ctcl.toml --year 2026-2027 -o @mau");
    assert!(code == 2 && said.contains("chưa có trường nào") && said.contains("dòng ví dụ") && !root.join("mau").exists(), "{said}");
    assert_eq!(run(root, "template --config @hk1/ctcl.toml --year 2026-2027 -o @mau --by-kind --quiet"), (0, String::new()));
    assert_eq!(reported(root, "@bao-cao", "@ket-qua", " --config @hk1/ctcl.toml"), (0, String::new()));
    let figures = crate::program::json(&root.join("ket-qua/thong-ke.json"));
    assert_eq!((&figures["schools"]["expected"], &figures["schools"]["reported"]), (&Value::Null, &Value::from(2)));
}

#[test]
fn a_slip_in_the_list_of_receipts_is_told() {
    let desk = desk();
    let root = desk.path();
    let told = |list: &str| -> Vec<(String, String)> {
        put(&root.join("so-nhan.csv"), list.as_bytes());
        put(&root.join("ctcl.toml"), b"school_year = \"2023-2024\"\nintake = \"so-nhan.csv\"\n");
        let shown = ["bao-cao", "ctcl.toml"].map(|name| root.join(name).display().to_string());
        let ran = ctcl(&["check", &shown[0], "--config", &shown[1], "--json", "--quiet"]);
        let answer: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        let findings = answer["findings"].as_array().expect("findings").clone();
        let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let ours = findings.iter().filter(|finding| finding["id"] == "S44" || finding["id"] == "S45");
        ours.map(|finding| (text(finding, "id"), text(finding, "message"))).collect()
    };
    let slips = told("Tệp,Ngày nhận\na.xlsx,05/02/2023\nthcs-hai.xlsx,08/01/2024\n");
    assert_eq!(slips.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["S44", "S45"], "{slips:?}");
    assert!(
        slips[0].1.contains("05/02/2023, ngoài năm học 2023-2024") && slips[1].1.contains("Dòng 3") && slips[1].1.contains("thcs-hai.xlsx"),
        "{slips:?}"
    );
    // A late school, a day of autumn, a row the program kept, and one of another period.
    let sound = "Tệp,Ngày nhận,Mã kiểm tra\na.xlsx,05/02/2024,\nb.xlsx,20/09/2023,\ncu.xlsx,08/01/2024,abc\ncuoi-nam.xlsx,09/05/2024,\n";
    assert_eq!(told(sound), Vec::new());
}

#[test]
fn an_office_without_a_name_is_told_and_one_with_a_name_is_not() {
    let desk = desk();
    let root = desk.path();
    for (settings, is_told) in [("[unit]\nname = \"\"\n", true), ("[unit]\nname = \"UBND xã Ban Mai\"\n", false)] {
        put(&root.join("ctcl.toml"), settings.as_bytes());
        let (code, said) = run(root, "report @bao-cao -o @ket-qua --year 2023-2024 --figures-only --config @ctcl.toml");
        assert_eq!((code, said.contains("Chưa có tên đơn vị")), (0, is_told), "{said}");
    }
}
