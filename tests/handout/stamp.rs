//! Stamps that say otherwise, and forms for any school of a kind.

use std::fs;

use super::filled::fill;
use super::pen::Pen;
use super::{Office, assert_clean, findings};

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
