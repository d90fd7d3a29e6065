//! What `--since` says of a school in each of the ways a mended workbook comes back.

use std::fs;

use super::{FILE, PLAN, Place, check, lived_in};
use crate::program::json;

const RIGHT: &str = "Tháng 9/2023";

fn with_time(row: usize, line: &str) -> Vec<&str> {
    let mut rows = PLAN.to_vec();
    rows[row] = line;
    rows
}

#[test]
fn a_school_is_told_the_truth_however_its_workbook_comes_back() {
    let place = Place::with(&[(FILE, &lived_in(PLAN))]);
    place.hand_back("gui", "tra");
    let open = json(&place.path("tra/doi-chieu.json"))["findings"].as_array().expect("findings").len();
    let mended_line = PLAN[4].replace("lúc nào rảnh thì làm", RIGHT);
    let mended = with_time(4, &mended_line);
    let worse_line = PLAN[4].replace("lúc nào rảnh thì làm", "hôm nào tiện thì làm");
    let worse = with_time(4, &worse_line);
    let mut all = mended.clone();
    let (year, code) = (PLAN[5].replace("20233", "2023"), PLAN[6].replace("9.9", "3.5"));
    (all[5], all[6]) = (&year, &code);
    let mut swapped = PLAN.to_vec();
    swapped.swap(4, 5);
    let mut moved = PLAN.to_vec();
    moved.insert(0, "UBND XÃ AN PHÚ");
    moved.insert(4, "");
    let text = |done: usize, fresh: usize| format!("đã sửa {done}/{open}, còn {}, mới {fresh}", open - done);
    for (name, file, rows, expected) in [
        ("one mended", FILE, mended.clone(), text(1, 0)),
        ("one mended, renamed", "ban cuoi/ke hoach (2).xlsm", mended, text(1, 0)),
        ("written otherwise and still wrong", FILE, worse, text(0, 0)),
        ("every cell mended, forms still missing", FILE, all, text(3, 0)),
        ("rows in another order", FILE, swapped, text(0, 0)),
        ("rows moved down", FILE, moved, text(0, 0)),
    ] {
        let folder = place.path(&format!("lan {name}"));
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, lived_in(&rows)).expect("written");
        let again = check(&folder, &["--since", &place.path("tra").display().to_string()]);
        assert_eq!(again["since"][0]["text"], expected, "{name}");
    }
    // Still lying there, byte for byte.
    let again = check(&place.path("gui"), &["--since", &place.path("tra").display().to_string()]);
    assert_eq!(again["since"][0]["text"], format!("chưa gửi lại, còn {open}"));
    // In the marked workbook itself, by a program that saves everything anew.
    let marked = fs::read(place.path("tra").join(FILE)).expect("marked");
    fs::create_dir_all(place.path("danh-dau")).expect("made");
    fs::write(place.path("danh-dau").join(FILE), marked).expect("written");
    let again = check(&place.path("danh-dau"), &["--since", &place.path("tra").display().to_string()]);
    assert_eq!(again["since"][0]["text"], text(0, 0));
}

/// The folder of reminders: list by school, texts by school.
fn reminders(folder: &std::path::Path) -> (String, Vec<String>) {
    let list = fs::read_to_string(folder.join("nhac-nho/danh-sach.csv")).expect("a list");
    let mut texts: Vec<String> = fs::read_dir(folder.join("nhac-nho"))
        .expect("a folder")
        .map(|entry| entry.expect("listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| fs::read_to_string(path).expect("UTF-8"))
        .collect();
    texts.sort();
    (list, texts)
}

#[test]
fn a_second_round_of_what_was_sent_again_asks_nobody_for_what_is_there() {
    let of = |school: &'static str| [&[school], &PLAN[1..]].concat();
    let clean: Vec<&str> = [&["TRƯỜNG THCS HOA MAI"], &PLAN[1..4], &PLAN[7..]].concat();
    let place = Place::with(&[
        ("hoa-sen.xlsm", &lived_in(PLAN)),
        ("sao-mai.xlsm", &lived_in(&of("TRƯỜNG TIỂU HỌC SAO MAI"))),
        ("hoa-mai.xlsm", &lived_in(&clean)),
        ("THCS Chim Én.pdf", b"%PDF-1.4 ..."),
        ("dong-da.xlsm", &lived_in(&of("TRƯỜNG THCS ĐỐNG ĐA"))),
    ]);
    fs::write(
        place.path("truong.csv"),
        "Mã trường,Tên trường,Loại hình\n09900001,Trường THCS Hoa Sen,THCS\n09900002,Trường Tiểu học Sao Mai,Tiểu học\n\
         09900003,Trường THCS Hoa Mai,THCS\n09900004,Trường THCS Chim Én,THCS\n09900005,Trường THCS Bồ Câu,THCS\n",
    )
    .expect("written");
    let register = place.path("truong.csv").display().to_string();
    let [tra, tra_2, tra_3] = ["tra", "tra-2", "tra-3"].map(|name| place.path(name).display().to_string());
    check(&place.path("gui"), &["--register", &register, "--return", &tra]);
    let (_, first) = reminders(&place.path("tra"));
    // Mended; a good file in the place of the PDF; the other two schools send nothing.
    let mended_line = PLAN[4].replace("lúc nào rảnh thì làm", RIGHT);
    let mended = with_time(4, &mended_line);
    let chim_en = [&["TRƯỜNG THCS CHIM ÉN"], &clean[1..]].concat();
    fs::create_dir_all(place.path("lan-2")).expect("made");
    fs::write(place.path("lan-2/hoa-sen.xlsm"), lived_in(&mended)).expect("written");
    fs::write(place.path("lan-2/THCS Chim Én.xlsm"), lived_in(&chim_en)).expect("written");
    let only = check(&place.path("lan-2"), &["--register", &register, "--since", &tra, "--return", &tra_2]);
    // The same with all files in one folder.
    for name in ["sao-mai.xlsm", "hoa-mai.xlsm", "dong-da.xlsm", "THCS Chim Én.pdf"] {
        fs::copy(place.path("gui").join(name), place.path("lan-2").join(name)).expect("copied");
    }
    let all = check(&place.path("lan-2"), &["--register", &register, "--since", &tra, "--return", &tra_3]);
    for (checked, folder) in [(&only, "tra-2"), (&all, "tra-3")] {
        let texts: Vec<(&str, &str)> = checked["since"]
            .as_array()
            .expect("schools")
            .iter()
            .map(|row| (row["name"].as_str().unwrap_or(""), row["text"].as_str().unwrap_or("")))
            .collect();
        let of = |name: &str| texts.iter().find(|(of, _)| of.ends_with(name)).map_or("", |(_, text)| *text);
        assert!(of("Hoa Sen").starts_with("đã sửa 1/"), "{folder}: {texts:?}");
        assert!(of("Sao Mai").starts_with("chưa gửi lại, còn "), "{folder}: {texts:?}");
        assert!(of("Chim Én").starts_with("đã sửa 1/1, còn 0"), "{folder}: {texts:?}");
        let (list, reminded) = reminders(&place.path(folder));
        let row = |name: &str| list.lines().find(|line| line.contains(name)).unwrap_or("").to_owned();
        assert!(row("Bồ Câu").contains("Chưa nộp"), "{list}");
        // Outside the register, and not among the files of this round.
        assert!(of("Trường THCS Đống Đa").starts_with("chưa gửi lại") && row("Đống Đa").contains("Đúng hạn"), "{texts:?} {list}");
        for name in ["Sao Mai", "Hoa Mai", "Hoa Sen"] {
            assert!(!row(name).contains("Chưa nộp"), "{folder}: {list}");
        }
        assert_eq!(reminded.iter().filter(|text| text.contains("chưa nhận được")).count(), 1, "{reminded:#?}");
        assert!(!reminded.iter().any(|text| text.contains(".pdf")), "{reminded:#?}");
        // Everybody is given more time than the first letter gave.
        let day = |texts: &[String]| texts[0].split("chậm nhất ngày ").nth(1).map(|rest| rest[..10].to_owned()).expect("a day");
        let turned = |day: String| day.split('/').rev().collect::<Vec<_>>().join("-");
        assert!(turned(day(&reminded)) > turned(day(&first)), "{reminded:#?}");
    }
}

#[test]
fn an_answer_is_not_asked_for_by_a_day_that_is_over() {
    let place = Place::with(&[(FILE, &lived_in(PLAN))]);
    let [from, to] = ["gui", "tra"].map(|name| place.path(name).display().to_string());
    let ran = crate::program::ctcl(&["check", &from, "--year", "2023-2024", "--return", &to, "--reply-by", "2023-01-17"]);
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.code() == Some(2) && said.contains("17/01/2023") && said.contains("--reply-by"), "{said}");
    assert!(!place.path("tra").exists());
}
