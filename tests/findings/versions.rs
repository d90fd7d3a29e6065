//! Plans and reports that a school tells again: drafts, newer versions, adjusted plans.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use ctcl::reading::Reading;

#[test]
fn a_sheet_that_calls_itself_a_draft_counts_for_nothing_beside_the_plan() {
    let plan = |name: &str, second: &str| {
        let rows = ["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|", second];
        Paper { name: name.to_owned(), ..plan(HOA_SEN, &rows) }
    };
    let (sent, draft) = ("2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|", "2|3.5|Đủ|Mua 20 máy vi tính|KT|Tháng 3/2024|");
    let read = Desk::new().file("a.xlsx", &[plan("KH", sent), plan("Bản nháp", draft)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F59").len()), (2, 1));
    // "Nhập" is another word.
    let read = Desk::new().file("a.xlsx", &[plan("KH", sent), plan("Nhập", draft)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F59").len()), (3, 0));
}

#[test]
fn a_newer_version_is_told_once_for_all_its_forms() {
    let papers = |work: &str| {
        let planned = format!("1|1.1|Đủ|{work}|HT||");
        let reported = format!("1|1.1|{work}||Đã xong||Không");
        [plan(HOA_SEN, &[&planned]), result(HOA_SEN, &[&reported])]
    };
    let read = Desk::new().file("hoa sen.xlsx", &papers("Rà soát")).file("hoa sen sua lai.xlsx", &papers("Rà soát lại")).judged();
    let told = of(&read, "F37");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].field.as_deref(), Some("Kế hoạch, Kết quả thực hiện"));
    assert!(told[0].message().contains("tên tệp ghi là bản sửa"), "{}", told[0].message());
}

#[test]
fn an_adjusted_plan_speaks_for_the_work_it_repeats() {
    let rows = |first: &str, second: &str| {
        [format!("1|3.1|Đủ|Lát sân trường 300 m2|HT|{first}|"), format!("2|3.6|Đủ|Mua 300 bản sách|TV|{second}|")]
    };
    for (sheet, title) in [
        ("KH điều chỉnh", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"),
        ("KH 2", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG (ĐIỀU CHỈNH)"),
        ("Trang 2", "(Thay thế Kế hoạch số 34/KH-TH ngày 12/9/2023)"),
    ] {
        let told = |name: &str, title: &str, rows: &[String], more: &[&str]| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).chain(more.iter().copied()).collect();
            Paper::of(name, &[vec![HOA_SEN, title, "Năm học 2023-2024", PLAN], rows].concat())
        };
        let old = told(
            "KH tháng 9",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &rows("Tháng 11/2023", "Tháng 12/2023"),
            &["3|2.1|Đủ|Bồi dưỡng|PHT|Tháng 4/2024|"],
        );
        let new = told(sheet, title, &rows("Tháng 3/2024", "Tháng 2/2024"), &[]);
        let read = Desk::new().file("a.xlsx", &[old, new]).judged();
        let mut dues: Vec<String> = read
            .actions
            .iter()
            .map(|action| format!("{} {}", action.task, action.window.due.map_or_else(String::new, |due| due.to_string())))
            .collect();
        dues.sort();
        assert_eq!(dues, ["Bồi dưỡng 2024-04-30", "Lát sân trường 300 m2 2024-03-31", "Mua 300 bản sách 2024-02-29"], "{sheet}");
        assert_eq!((of(&read, "F45").len(), of(&read, "F70").len()), (0, 1), "{sheet}");
        let said = message(&read, "F70");
        assert!(said.contains("2 việc"), "{said}");
    }
}

#[test]
fn what_the_offices_collection_repeats_counts_in_the_schools_own_file() {
    let (one, other) = ("1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|", "1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|");
    let of = |name: &str, school: &str, row: &str| Paper { name: name.to_owned(), ..plan(school, &[row]) };
    let collection = [of("A", HOA_SEN, one), of("B", "TRƯỜNG MẦM NON HOA MAI", other)];
    let own = [plan(HOA_SEN, &[one])];
    let read = Desk::new().file("a tong hop.xlsx", &collection).file("hoa sen.xlsx", &own).judged();
    let files = |read: &Reading| read.actions.iter().map(|row| row.origin.file.to_string()).collect::<BTreeSet<_>>();
    assert_eq!((read.actions.len(), files(&read)), (2, BTreeSet::from(["a tong hop.xlsx".to_owned(), "hoa sen.xlsx".to_owned()])));
    assert_eq!(read.actions[0].origin.file.as_ref(), "hoa sen.xlsx", "its own");
    assert_eq!((super::of(&read, "F71").len(), super::of(&read, "F38").len()), (1, 0));
    // Where they differ nobody knows which is the newer; the school's own is taken until then.
    let changed = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 3/2024|"])];
    let read = Desk::new().file("z tong hop.xlsx", &collection).file("hoa sen.xlsx", &changed).judged();
    assert_eq!((read.actions.len(), read.actions[0].origin.file.as_ref()), (2, "hoa sen.xlsx"));
    assert_eq!((super::of(&read, "F71").len(), super::of(&read, "F38").len()), (0, 1));
}

const FULL: &[&str] = &[
    "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|",
    "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|",
    "3|3.6|Đủ|Mua 300 bản sách cho thư viện|TV|Tháng 12/2023|",
    "4|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 1/2024|",
    "5|5.2|Đủ|Bồi dưỡng học sinh năng khiếu|PHT|Tháng 3/2024|",
];

fn tasks(read: &Reading) -> BTreeSet<&str> {
    read.actions.iter().map(|row| row.task.as_str()).collect()
}

#[test]
fn a_draft_and_an_old_copy_give_way_to_what_was_sent_whatever_day_they_bear() {
    let sent = || plan(HOA_SEN, FULL);
    let draft = || plan(HOA_SEN, &["1|1.1|Đủ|Xây dựng kế hoạch mới|HT|Tháng 2/2024|"]);
    for (kept, name) in [("Bản nháp/kh.xlsx", "Bản chính/kh.xlsx"), ("Cũ/kh.xlsx", "kh.xlsx"), ("kh dự thảo.xlsx", "kh.xlsx")] {
        let desk = Desk::new().file(kept, &[draft()]).file(name, &[sent()]);
        let read = desk.received(kept, "09/01/2024").received(name, "05/01/2024").judged();
        assert_eq!((read.actions.len(), of(&read, "F37").len(), of(&read, "F38").len()), (5, 1, 0), "{kept}");
        assert!(message(&read, "F37").contains("bản nháp hay bản cũ"), "{}", message(&read, "F37"));
    }
    // Alone it is what there is.
    assert_eq!(Desk::new().file("Bản nháp/kh.xlsx", &[draft()]).judged().actions.len(), 1);
}

#[test]
fn the_round_in_the_name_of_a_folder_tells_the_newer() {
    let of_folders = |one: &str, other: &str| {
        let early = plan(HOA_SEN, &["1|1.1|Đủ|Xây dựng kế hoạch mới|HT|Tháng 2/2024|"]);
        Desk::new().file(&format!("{one}/kh.xlsx"), &[early]).file(&format!("{other}/kh.xlsx"), &[plan(HOA_SEN, FULL)]).judged()
    };
    let read = of_folders("Đợt 1", "Đợt 2");
    assert_eq!((read.actions.len(), of(&read, "F37").len(), of(&read, "F38").len()), (5, 1, 0));
    assert_eq!(of(&of_folders("Cụm 1", "Cụm 2"), "F38").len(), 1, "no round");
}

#[test]
fn files_of_campuses_and_of_stages_of_schooling_all_count() {
    let other = ["1|1.1|Đủ|Xây dựng kế hoạch mới|HT|Tháng 2/2024|", "2|3.5|Đủ|Mua 5 máy chiếu|KT|Tháng 11/2023|"];
    let of_two = |school: &str, one: &str, two: &str| {
        let read = Desk::new().file(one, &[plan(school, FULL)]).file(two, &[plan(school, &other)]).judged();
        (read.actions.len(), of(&read, "F76").len(), of(&read, "F37").len() + of(&read, "F38").len())
    };
    assert_eq!(of_two(HOA_SEN, "kh cơ sở 1.xlsx", "kh cơ sở 2.xlsx"), (7, 1, 0));
    assert_eq!(of_two(HOA_SEN, "Điểm trường Bản Mo/kh.xlsx", "Điểm trường Bản Mé/kh.xlsx"), (7, 1, 0));
    assert_eq!(of_two("TRƯỜNG TH&THCS BẢN MO", "kh tiểu học.xlsx", "kh thcs.xlsx"), (7, 1, 0));
    // A school of one stage, and a file that names no part: which is the newer is not known.
    assert_eq!(of_two(HOA_SEN, "kh tiểu học.xlsx", "kh thcs.xlsx").2, 1);
    assert_eq!(of_two(HOA_SEN, "kh.xlsx", "kh cơ sở 2.xlsx").2, 1);
    // Each part has its own versions.
    let read = Desk::new()
        .file("kh cơ sở 1.xlsx", &[plan(HOA_SEN, FULL)])
        .file("kh cơ sở 2.xlsx", &[plan(HOA_SEN, &other[..1])])
        .file("kh cơ sở 2 lần 2.xlsx", &[plan(HOA_SEN, &other)])
        .judged();
    assert_eq!((read.actions.len(), of(&read, "F37").len()), (7, 1));
}

#[test]
fn an_additional_plan_adds_and_a_correction_takes_the_place_of_the_works_it_says_anew() {
    let added = ["1|3.5|Đủ|Mua 5 máy chiếu|KT|Tháng 2/2024|", "2|5.1|Đủ|Thao giảng 10 tiết|PHT|Tháng 2/2024|"];
    for (name, title) in [("kh.xlsx", "KẾ HOẠCH BỔ SUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"), ("kh bổ sung.xlsx", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG")]
    {
        let paper = Paper::of("KH", &[&[HOA_SEN, title, "Năm học 2023-2024", PLAN][..], &added].concat());
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, FULL)]).file(name, &[paper]).judged();
        assert_eq!((read.actions.len(), of(&read, "F75").len()), (7, 1), "{name}: {:?}", tasks(&read));
    }
    // The whole plan, completed, is no addition.
    let whole: Vec<&str> = FULL.iter().copied().chain(added).collect();
    let read = Desk::new().file("kh.xlsx", &[plan(HOA_SEN, FULL)]).file("kh bổ sung.xlsx", &[plan(HOA_SEN, &whole)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F75").len(), of(&read, "F37").len()), (7, 0, 1));
    // Two works of five, with another time: theirs alone are taken anew, whatever else stands under their criteria.
    let full: Vec<&str> = FULL.iter().copied().chain(["6|3.5|Đủ|Sửa 2 máy in|KT|Tháng 11/2023|"]).collect();
    let again = ["1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 2/2024|", "2|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 2/2024|"];
    let read = Desk::new().file("kh.xlsx", &[plan(HOA_SEN, &full)]).file("kh (2).xlsx", &[plan(HOA_SEN, &again)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F75").len()), (6, 1), "{:?}", tasks(&read));
    assert!(tasks(&read).contains("Sửa 2 máy in"));
}

#[test]
fn the_later_of_two_signed_plans_counts() {
    let dated = |day: &str, rows: &[&str]| {
        let place = format!("Ban Mai, {day}");
        Paper::of("KH", &[&[HOA_SEN, place.as_str(), "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", PLAN][..], rows].concat())
    };
    let of_two = |day: &str| {
        let early = dated("ngày 20 tháng 9 năm 2023", FULL);
        Desk::new().file("z.xlsx", &[early]).file("a.xlsx", &[dated(day, &FULL[..4])]).judged()
    };
    let read = of_two("ngày 08 tháng 01 năm 2024");
    assert_eq!((read.actions.len(), of(&read, "F37").len()), (4, 1));
    assert!(message(&read, "F37").contains("ngày ký sau"), "{}", message(&read, "F37"));
    assert_eq!(of(&of_two("ngày 20 tháng 9 năm 2023"), "F38").len(), 1, "the same day tells nothing");
}

#[test]
fn other_papers_of_the_school_beside_its_plan_count_for_nothing() {
    let other = Paper::of(
        "KH",
        &[HOA_SEN, "KẾ HOẠCH KIỂM TRA NỘI BỘ", "TT|Nội dung công việc|Người thực hiện|Thời gian", "1|Hồ sơ|HT|Tháng 10/2023"],
    );
    let read =
        Desk::new().file("hoa sen/kh.xlsx", &[plan(HOA_SEN, FULL)]).file("hoa sen/kiem tra.xlsx", std::slice::from_ref(&other)).judged();
    assert_eq!((read.actions.len(), of(&read, "F38").len(), of(&read, "T61").len()), (5, 0, 1));
    assert!(message(&read, "T61").contains("bộ tiêu chuẩn: không tính"), "{}", message(&read, "T61"));
    assert_eq!(states(&read), BTreeMap::from([("hoa sen/kh.xlsx", "accepted"), ("hoa sen/kiem tra.xlsx", "superseded")]));
    // What is told of the plan's own works is their result, whatever it is called.
    let progress = Paper::of(
        "TĐ",
        &[
            HOA_SEN,
            "BÁO CÁO TIẾN ĐỘ CÁC HẠNG MỤC SỬA CHỮA, MUA SẮM",
            "TT|Nội dung công việc|Đã hoàn thành|Đang thực hiện|Chưa thực hiện",
            "1|Mua 15 máy vi tính|Đã mua||",
            "2|Mua 300 bản sách cho thư viện||Đang mua|",
        ],
    );
    let read = Desk::new().file("hoa sen/kh.xlsx", &[plan(HOA_SEN, FULL)]).file("hoa sen/tien do.xlsx", &[progress]).judged();
    let told = read.actions.iter().filter(|row| row.status != ctcl::model::Status::NoReport).count();
    assert_eq!((read.actions.len(), told), (5, 2), "{:?}", of(&read, "T61"));
    // Beside last year's plan alone it is what there is of this year.
    let of_year =
        |year: &str, title: &str, titles: &str, rows: &[&str]| Paper::of("KH", &[&[HOA_SEN, title, year, titles][..], rows].concat());
    let rows = ["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2022|", "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2022|"];
    let last = of_year("Năm học 2022-2023", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", PLAN, &rows);
    let this = of_year(
        "Năm học 2023-2024",
        "KẾ HOẠCH PHÒNG CHỐNG TAI NẠN THƯƠNG TÍCH",
        "TT|Nội dung công việc|Người thực hiện|Thời gian",
        &["1|Sửa lan can tầng hai|HT|Tháng 10/2023"],
    );
    let read = Desk::new().file("hoa sen/cu/kh.xlsx", &[last]).file("hoa sen/kh.xlsx", &[this]).judged();
    assert_eq!(tasks(&read), BTreeSet::from(["Sửa lan can tầng hai"]), "{:?}", message(&read, "T61"));
    // Below the plan it is left in its own file, and the plan on that sheet counts like the rest of it on another.
    let below = ["", "", "KẾ HOẠCH KIỂM TRA NỘI BỘ", "TT|Nội dung công việc|Người thực hiện|Thời gian", "1|Hồ sơ|HT|Tháng 10/2023"];
    let first = Paper { name: "TC 1-3".to_owned(), ..plan(HOA_SEN, &[&FULL[..3], &below].concat()) };
    let second = Paper { name: "TC 5".to_owned(), ..plan(HOA_SEN, &FULL[3..]) };
    let read = Desk::new().file("kh.xlsx", &[first, second]).judged();
    assert_eq!((read.actions.len(), of(&read, "T61").is_empty()), (5, false), "{:?}", tasks(&read));
    // Of another school that sent nothing else it still counts, and is asked about.
    let read = Desk::new().file("kh.xlsx", &[plan("TRƯỜNG MẦM NON HOA MAI", FULL)]).file("kiem tra.xlsx", &[other]).judged();
    assert_eq!(read.actions.len(), 6);
    assert!(message(&read, "T61").contains("vẫn tính"), "{}", message(&read, "T61"));
}

#[test]
fn the_day_in_a_name_tells_the_newer_and_what_is_signed_stands_before_what_is_not() {
    let early = || plan(HOA_SEN, &["1|1.1|Đủ|Xây dựng kế hoạch mới|HT|Tháng 2/2024|"]);
    for (old, new, how) in [
        ("KH 30.12.2023.xlsx", "KH 05.01.2024.xlsx", "ngày trong tên"),
        ("KH 2023-12-30.xlsx", "KH 2024-01-05.xlsx", "ngày trong tên"),
        ("Nhận ngày 28-12/KH.xlsx", "Nhận ngày 5-1/KH.xlsx", "ngày trong tên"),
        ("KH.xlsx", "KH (đã ký).xlsx", "bản sửa"),
        ("KH chưa ký.xlsx", "KH.xlsx", "bản nháp hay bản cũ"),
    ] {
        let read = Desk::new().file(old, &[early()]).file(new, &[plan(HOA_SEN, FULL)]).judged();
        assert_eq!((read.actions.len(), of(&read, "F37").len(), of(&read, "F38").len()), (5, 1, 0), "{new}");
        assert!(message(&read, "F37").contains(how), "{}", message(&read, "F37"));
    }
    // A day in the name of one alone, and days of which one has no year, tell nothing.
    for (one, other) in [("KH.xlsx", "KH 05.01.2024.xlsx"), ("KH ngày 9-1.xlsx", "KH 05.01.2024.xlsx")] {
        let read = Desk::new().file(one, &[early()]).file(other, &[plan(HOA_SEN, FULL)]).judged();
        assert_eq!(of(&read, "F38").len(), 1, "{other}");
    }
}

#[test]
fn works_that_slips_say_again_are_no_second_plan() {
    let whole = ["1|1.1|Đủ|Rà soát chiến lược|HT|Tháng 9/2023|0", "2|1.3|Đủ|Kiện toàn chi bộ|PHT|Tháng 10/2023|0"];
    let slip = |code: &str, work: &str| {
        let criterion = format!("Tiêu chí {code}: Nội dung tiêu chí");
        let titles = "Giải pháp|Người thực hiện|Thời gian|Kinh phí";
        let rows =
            [HOA_SEN, "PHIẾU ĐÁNH GIÁ TIÊU CHÍ", &criterion, "4. Kế hoạch cải tiến chất lượng", titles, work, "5. Tự đánh giá: Đạt Mức 2"];
        Paper::of(&format!("TC {code}"), &rows)
    };
    let second = slip("1.3", "Kiện toàn chi bộ||Tháng 10/2023|");
    // Whichever is read first.
    for (one, other) in [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx")] {
        let of_two = |time: &str| {
            let slips = [slip("1.1", &format!("Rà soát chiến lược||{time}|")), second.clone()];
            Desk::new().file(one, &slips).file(other, &[plan(HOA_SEN, &whole)]).judged()
        };
        let read = of_two("Tháng 9/2023");
        assert_eq!((read.actions.len(), of(&read, "F38").len()), (2, 0), "{:?}", read.findings);
        assert_eq!(message(&read, "F37"), format!("Tính theo bản \"{other}\" (có đủ các việc của tệp này); tệp này không tính."));
        assert!(!read.assessments.is_empty() && read.actions.iter().all(|row| &*row.origin.file == other));
        assert_eq!(of(&of_two("Tháng 12/2023"), "F38").len(), 1, "another time is another version");
    }
}
