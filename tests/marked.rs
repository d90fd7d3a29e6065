//! Workbooks handed back: the school's own file with notes, fills and a first sheet, all else as it was; read again as if nothing had been added.

mod odd;
mod others;
mod second_opinion;
mod since;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{
    Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format, Formula, Image, Note, Workbook,
};
use serde_json::Value;
use zip::ZipArchive;

use crate::hostile::book;
use crate::program::{ctcl, json, root};
use second_opinion::opinion;

const PLAN: &[&str] = &[
    "TRƯỜNG THCS HOA SEN",
    "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
    "Năm học 2023-2024",
    "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp cần thực hiện|Chủ trì và phối hợp thực hiện|Thời gian thực hiện và hoàn thành|Dự kiến kinh phí|Ghi chú",
    "1|Tiêu chí 1.1|Có kế hoạch|Xây dựng kế hoạch phát triển|Hiệu trưởng|lúc nào rảnh thì làm|Không|",
    "2|Tiêu chí 3.6|Đủ sách|Bổ sung sách thư viện|Thư viện|Tháng 9/20233|2500000|xem thêm",
    "3|Tiêu chí 9.9|An toàn|Sửa hàng rào|Bảo vệ|Đến 31/12/2023|-|",
    "4|Tiêu chí 1.10|Trật tự|Trực cổng trường|Bảo vệ|Tháng 10/2023|Không|",
];

/// What a school makes of its table over the years: notes, a picture, a chart, formulas, rules for cells, a locked sheet, macros.
fn lived_in(rows: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let macros = folder.path().join("vbaProject.bin");
    fs::write(&macros, b"not run, not read, only kept").expect("written");
    let mut workbook = Workbook::new();
    let boxed = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin).set_text_wrap().set_font_name("Times New Roman");
    let sheet = workbook.add_worksheet().set_name("KH 'cải tiến' & <sửa>").expect("a name");
    for (row, line) in rows.iter().enumerate() {
        for (column, text) in line.split('|').enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(row as u32, column as u16, text, &boxed).expect("a cell");
        }
    }
    sheet.insert_note(4, 5, &Note::new("Cô Hoa: hỏi lại thầy hiệu trưởng").set_author("Cô Hoa")).expect("a note");
    sheet.insert_note(0, 0, &Note::new("Tên trường viết hoa").set_author("Cô Hoa")).expect("a note");
    let list = DataValidation::new().allow_list_strings(&["Không", "Có"]).expect("a list");
    sheet.add_data_validation(4, 6, 7, 6, &list).expect("a validation");
    let rule =
        ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo("Không".to_owned())).set_format(Format::new().set_bold());
    sheet.add_conditional_format(4, 6, 7, 6, &rule).expect("a rule");
    sheet.set_column_width(3, 40).expect("a width").protect_with_password("hoasen");
    let image = Image::new(root().join("docs/images/bieu-do.png")).expect("a picture").set_scale_to_size(80, 40, true);
    let figures = workbook.add_worksheet().set_name("Số liệu riêng").expect("a name");
    for (row, number) in [3, 5, 8].into_iter().enumerate() {
        figures.write_number(row as u32, 0, number).expect("a cell");
    }
    figures.write_formula(3, 0, Formula::new("=SUM(A1:A3)").set_result("16")).expect("a formula");
    figures.insert_image(5, 3, &image).expect("a picture");
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values(("Số liệu riêng", 0, 0, 2, 0));
    figures.insert_chart(5, 0, &chart).expect("a chart");
    figures.set_print_area(0, 0, 9, 9).expect("an area");
    workbook.define_name("Tong", "='Số liệu riêng'!$A$4").expect("a name");
    workbook.add_vba_project(&macros).expect("macros");
    workbook.save_to_buffer().expect("a workbook")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Every part: its compressed bytes as they lie, and its name.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index_raw(at).expect("listed");
        let name = part.name().expect("a name").into_owned();
        let mut raw = Vec::new();
        part.read_to_end(&mut raw).expect("readable");
        parts.insert(name, raw);
    }
    parts
}

/// Every part, inflated, in its order.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("listed");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("readable");
        parts.push((part.name().expect("a name").into_owned(), content));
    }
    parts
}

/// `ctcl check` of a folder with these options; what it says as JSON.
fn check(input: &Path, options: &[&str]) -> Value {
    let shown = input.display().to_string();
    let mut arguments = vec!["check", &shown, "--year", "2023-2024", "--json"];
    arguments.extend(options);
    let ran = ctcl(&arguments);
    assert!(matches!(ran.status.code(), Some(0 | 1)), "{}", text(&ran.stderr));
    serde_json::from_slice(&ran.stdout).expect("JSON")
}

/// Cells that findings of a file speak of to its school, as `sheet!cell`.
fn cells(told: &Value, file: &str) -> BTreeSet<String> {
    let is_asked = |finding: &&Value| {
        let rule = finding["id"].as_str().and_then(ctcl::finding::rule).expect("a rule");
        finding["file"] == file && rule.for_school().is_some()
    };
    let findings = told["findings"].as_array().expect("findings").iter().filter(is_asked);
    findings.filter_map(|finding| Some(format!("{}!{}", finding["sheet"].as_str()?, finding["cell"].as_str()?))).collect()
}

/// What is said of the files, without the places that name them.
fn said(told: &Value) -> Vec<String> {
    let findings = told["findings"].as_array().expect("findings").iter();
    findings.map(|finding| format!("{} {} {} {}", finding["id"], finding["sheet"], finding["cell"], finding["message"])).collect()
}

struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn with(files: &[(&str, &[u8])]) -> Place {
        let root = tempfile::tempdir().expect("a folder");
        for (name, bytes) in files {
            let path = root.path().join("gui").join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        Place { root }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn hand_back(&self, from: &str, to: &str) -> Value {
        check(&self.path(from), &["--return", &self.path(to).display().to_string()])
    }
}

const FILE: &str = "thcs-hoa-sen.xlsm";

#[test]
fn only_what_must_change_changes_and_each_fault_has_one_note_and_one_fill() {
    let own = lived_in(PLAN);
    let place = Place::with(&[(FILE, &own)]);
    let told = place.hand_back("gui", "tra");
    let marked = fs::read(place.path("tra").join(FILE)).expect("handed back under its own name");
    let (before, after) = (parts(&own), parts(&marked));
    let changed: Vec<&str> = before.iter().filter(|(name, raw)| after.get(*name) != Some(raw)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        changed,
        [
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml"
        ]
    );
    let new: Vec<&str> = after.keys().filter(|name| !before.contains_key(*name)).map(String::as_str).collect();
    assert_eq!(new, ["xl/worksheets/sheet3.xml"], "only our sheet is a part that was not there");

    let faulty = cells(&told, FILE);
    assert!(faulty.len() >= 3, "{faulty:?}");
    let (theirs, ours) = (opinion(&own), opinion(&marked));
    assert_eq!(ours.sheets, ["Cần sửa", "KH 'cải tiến' & <sửa>", "Số liệu riêng"]);
    assert_eq!(ours.without_listing().values, theirs.values, "every cell holds what it held");
    assert_eq!(ours.fills, faulty.iter().cloned().collect::<Vec<_>>());
    let noted: BTreeSet<String> = ours.notes.iter().filter(|(_, note)| note.contains("Cần sửa (ctcl)")).map(|(at, _)| at.clone()).collect();
    assert_eq!(noted, faulty);
    // The school's own notes are there, the one on a faulty cell in front of ours.
    assert_eq!(ours.notes["KH 'cải tiến' & <sửa>!A1"], theirs.notes["KH 'cải tiến' & <sửa>!A1"]);
    let both = &ours.notes["KH 'cải tiến' & <sửa>!F5"];
    assert!(both.contains("hỏi lại thầy hiệu trưởng\n\nCần sửa (ctcl)\n[Cần xem lại] Không hiểu thời gian"), "{both}");
    let links: BTreeSet<String> =
        ours.links.iter().map(|link| link.replace("''", "'").replacen('\'', "", 1).replacen("'!", "!", 1)).collect();
    assert_eq!(links, faulty);
    let findings = told["findings"].as_array().expect("findings").iter().filter(|finding| finding["file"] == FILE);
    let is_there = |text: &str| ours.values.values().any(|value| value == text);
    for finding in findings {
        let message = finding["message"].as_str().expect("text");
        // The school reads what it is to do; what is the office's affair stands with the office.
        match finding["id"].as_str().and_then(ctcl::finding::rule).expect("a rule").for_school() {
            Some(asked) => assert!(is_there(message) && (asked.contains('{') || is_there(&asked)), "{message}"),
            None => assert!(!is_there(message), "{message}"),
        }
    }
    assert!(!ours.values.values().any(|value| value.contains("trường gửi lại") || value.contains("hỏi lại trường")));
    assert!(ours.values.values().any(|value| value.contains("đang khóa")), "a locked sheet is told of");
}

#[test]
fn a_marked_workbook_reads_as_the_one_before_and_is_never_marked_twice() {
    let own = lived_in(PLAN);
    let place = Place::with(&[(FILE, &own)]);
    let told = place.hand_back("gui", "tra");
    let again = place.hand_back("tra", "tra-2");
    assert_eq!(said(&again), said(&told));
    let rows = |from: &str| {
        let output = place.path(&format!("{from}-so-lieu"));
        let ran = ctcl(&[
            "report",
            &place.path(from).display().to_string(),
            "--year",
            "2023-2024",
            "--quiet",
            "-o",
            &output.display().to_string(),
        ]);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        ["actions", "assessments", "evidence", "schools", "findings"]
            .map(|name| fs::read(output.join(format!("du-lieu/{name}.parquet"))).expect("written"))
    };
    assert!(rows("gui") == rows("tra"), "the marks are no data");
    let (first, second) =
        (fs::read(place.path("tra").join(FILE)).expect("marked"), fs::read(place.path("tra-2").join(FILE)).expect("marked"));
    let (one, two) = (opinion(&first), opinion(&second));
    assert_eq!((one.sheets, one.notes, one.fills, one.links, one.values), (two.sheets, two.notes, two.fills, two.links, two.values));
    let (first, second) = (parts(&first), parts(&second));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for name in ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"] {
        assert!(first[name] == second[name], "{name} grows with every round");
    }
}

#[test]
fn another_program_may_save_it_in_between() {
    let own = lived_in(PLAN);
    let place = Place::with(&[(FILE, &own)]);
    let told = place.hand_back("gui", "tra");
    let saved = second_opinion::saved_by_libreoffice(&[place.path("tra").join(FILE)], "xlsx").remove(0);
    let returned = place.path("gui-lai");
    fs::create_dir_all(&returned).expect("made");
    fs::write(returned.join("thcs-hoa-sen.xlsx"), saved).expect("written");
    let again =
        check(&returned, &["--return", &place.path("tra-2").display().to_string(), "--since", &place.path("tra").display().to_string()]);
    let told: BTreeSet<String> = said(&told).into_iter().filter(|line| !line.contains("F31")).collect();
    assert_eq!(said(&again).into_iter().collect::<BTreeSet<_>>(), told, "macros alone are gone");
    let open = again["since"][0]["before"].as_u64().expect("a count");
    assert_eq!(again["since"][0]["text"], format!("đã sửa 0/{open}, còn {open}, mới 0"));
    let ours = opinion(&fs::read(place.path("tra-2/thcs-hoa-sen.xlsx")).expect("marked"));
    assert_eq!(ours.sheets, ["Cần sửa", "KH 'cải tiến' & <sửa>", "Số liệu riêng"]);
    assert_eq!(ours.fills.iter().cloned().collect::<BTreeSet<_>>(), cells(&again, "thcs-hoa-sen.xlsx"));
    for (at, note) in &ours.notes {
        assert!(note.matches("Cần sửa (ctcl)").count() <= 1, "{at}: {note}");
    }
    assert!(ours.notes["KH 'cải tiến' & <sửa>!F5"].contains("hỏi lại thầy hiệu trưởng"));
}

#[test]
fn what_a_school_mended_is_counted_and_what_it_did_not_send_is_not() {
    let second = ["TRƯỜNG TIỂU HỌC SAO MAI"].iter().chain(&PLAN[1..]).copied().collect::<Vec<_>>();
    let place = Place::with(&[(FILE, &lived_in(PLAN)), ("tieu-hoc-sao-mai.xlsm", &lived_in(&second))]);
    place.hand_back("gui", "tra");
    let open = json(&place.path("tra/doi-chieu.json"))["findings"].as_array().expect("findings").len() / 2;
    // A row put in above, one fault mended, another made.
    let mut mended: Vec<&str> = PLAN.to_vec();
    mended[4] = "1|Tiêu chí 1.1|Có kế hoạch|Xây dựng kế hoạch phát triển|Hiệu trưởng|Tháng 9/2023|Không|";
    mended.insert(5, "2|Tiêu chí 1.2|Đủ hội đồng|Kiện toàn hội đồng trường|Hiệu trưởng|hôm nào tiện|Không|");
    fs::create_dir_all(place.path("lan-2")).expect("made");
    fs::write(place.path("lan-2/thcs-hoa-sen-da-sua.xlsm"), lived_in(&mended)).expect("written");
    let again = check(&place.path("lan-2"), &["--since", &place.path("tra").display().to_string()]);
    let texts: Vec<&str> = again["since"].as_array().expect("schools").iter().filter_map(|row| row["text"].as_str()).collect();
    assert_eq!(texts, [format!("đã sửa 1/{open}, còn {}, mới 1", open - 1), format!("chưa gửi lại, còn {open}")]);
    let missing = ctcl(&[
        "check",
        &place.path("lan-2").display().to_string(),
        "--year",
        "2023-2024",
        "--since",
        &place.path("gui").display().to_string(),
    ]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("--return"), "{}", text(&missing.stderr));
}

#[test]
fn nothing_is_written_where_nothing_is_wrong_and_other_formats_come_back_as_a_copy() {
    let clean: Vec<&str> = [&["TRƯỜNG THCS HOA MAI"], &PLAN[1..4], &PLAN[7..]].concat();
    let rows: Vec<Vec<&str>> = PLAN.iter().map(|line| line.split('|').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let xls = book::xls(&rows, &[]);
    let place = Place::with(&[("xã a/sạch.xlsm", &lived_in(&clean)), ("xã a/thcs cũ.xls", &xls), ("hỏng.xlsx", b"PK\x03\x04 torn")]);
    let told = place.hand_back("gui", "tra");
    let expected = serde_json::json!({"xã a/thcs cũ.xls": "xã a/thcs cũ.xlsx"});
    assert_eq!(told["returned"], expected, "{told:#}");
    let ours = opinion(&fs::read(place.path("tra/xã a/thcs cũ.xlsx")).expect("handed back"));
    assert_eq!(ours.fills.iter().cloned().collect::<BTreeSet<_>>(), cells(&told, "xã a/thcs cũ.xls"));
    let sheet = ours.sheets[1].clone();
    for (row, line) in PLAN.iter().enumerate() {
        for (column, text) in line.split('|').enumerate().filter(|(_, text)| !text.is_empty()) {
            let at = format!("{sheet}!{}{}", char::from(b'A' + column as u8), row + 1);
            assert_eq!(ours.values.get(&at).map(String::as_str), Some(text), "{at}");
        }
    }
    assert!(ours.values.values().any(|value| value.contains("bản chép")));
    let read = check(&place.path("tra/xã a/thcs cũ.xlsx"), &[]);
    let of_xls: Vec<String> = said(&told).into_iter().filter(|line| line.contains("!") || line.contains(&format!("\"{sheet}\""))).collect();
    for line in &of_xls {
        assert!(said(&read).contains(line), "{line}\n{:#?}", said(&read));
    }
}

#[test]
fn the_folder_is_written_whole_and_never_over_what_is_read() {
    let place = Place::with(&[(FILE, &lived_in(PLAN))]);
    let input = place.path("gui").display().to_string();
    let ran = ctcl(&["check", &input, "--year", "2023-2024", "--return", &input]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).contains("--return"), "{}", text(&ran.stderr));
    assert_eq!(fs::read_dir(place.path("gui")).expect("a folder").count(), 1);
    // Inside the folder read, what was handed back is not sent by anybody.
    let inside = place.path("gui/tra").display().to_string();
    let first = check(&place.path("gui"), &["--return", &inside]);
    let second = check(&place.path("gui"), &["--return", &inside, "--threads", "1"]);
    assert_eq!(first, second);
    assert_eq!(first["submissions"].as_array().map(Vec::len), Some(1));
}

#[test]
fn each_school_with_something_open_is_reminded_in_few_words() {
    let config = "sample-data/quan-hoa-phuong/ctcl.toml";
    let place = Place::with(&[]);
    let tra = place.path("tra").display().to_string();
    let ran =
        ctcl(&["check", "sample-data/quan-hoa-phuong/bao-cao", "--config", config, "--return", &tra, "--reply-by", "2024-01-25", "--json"]);
    let told: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let texts: BTreeMap<String, String> = fs::read_dir(place.path("tra/nhac-nho"))
        .expect("a folder")
        .map(|entry| entry.expect("listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), fs::read_to_string(&path).expect("UTF-8")))
        .collect();
    let list = fs::read_to_string(place.path("tra/nhac-nho/danh-sach.csv")).expect("written");
    assert_eq!(list.lines().count(), texts.len() + 1);
    assert!(texts.len() >= 10);
    for (school, text) in &texts {
        assert!(text.chars().count() <= 600 && text.contains("25/01/2024"), "{text}");
        let sent = told["submissions"]
            .as_array()
            .expect("files")
            .iter()
            .any(|file| file["school_ids"].as_array().is_some_and(|ids| ids.iter().any(|id| id == school)));
        assert_eq!(text.contains("chưa nhận được"), !sent, "{school}: {text}");
    }
}
