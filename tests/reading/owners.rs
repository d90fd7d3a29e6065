//! Whose a table is where only the name of its sheet or of its folder says so.

use super::rules;
use crate::paper::{Office, Paper, reading};
use ctcl::read::Source;
use ctcl::reading::Reading;
use ctcl::register::Register;

fn plan(name: &str, work: &str) -> Paper {
    let rows = ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "TT|Tiêu chí|Công việc|Phụ trách|Thời gian", &format!("1|3.4|{work}|HT|Tháng 10/2023")];
    Paper::of(name, &rows)
}

fn owners(read: &Reading) -> Vec<String> {
    let mut owners: Vec<String> = read.actions.iter().map(|action| format!("{}: {}", action.school_id, action.task)).collect();
    owners.sort();
    owners
}

#[test]
fn a_sheet_for_each_school_is_named_after_it() {
    let read = reading(&[plan("TH Kim Liên", "Sửa WC"), plan("THCS Hoa Sen", "Mua bảng")]);
    assert_eq!(owners(&read), ["thcs-hoa-sen: Mua bảng", "tieu-hoc-kim-lien: Sửa WC"], "{:?}", rules(&read));
    assert!(rules(&read).contains("S70") && !rules(&read).contains("S20"), "{:?}", rules(&read));
}

#[test]
fn the_letterhead_of_another_sheet_does_not_speak_for_a_sheet_named_after_a_school() {
    let mut first = Paper::of("TH Kim Liên", &["TRƯỜNG TIỂU HỌC KIM LIÊN"]);
    let rows = plan("TH Kim Liên", "Sửa WC");
    first.cells.extend(rows.cells.into_iter().map(|(row, column, typed)| (row + 1, column, typed)));
    let read = reading(&[first.clone(), plan("TH Ba Đình", "Mua bảng")]);
    assert_eq!(owners(&read), ["tieu-hoc-ba-dinh: Mua bảng", "tieu-hoc-kim-lien: Sửa WC"], "{:?}", rules(&read));
    // Names of sheets that look like schools: "TH" is also "tổng hợp", "thực hiện".
    for name in ["TH kế hoạch", "TH KQ", "KH", "Trang 2", "TH HKI", "TH năm học", "TH"] {
        let read = reading(&[first.clone(), plan(name, "Mua bảng")]);
        assert_eq!(owners(&read), ["tieu-hoc-kim-lien: Mua bảng", "tieu-hoc-kim-lien: Sửa WC"], "{name}: {:?}", rules(&read));
    }
}

#[test]
fn a_folder_is_named_after_the_school() {
    let office = Office::in_year(2023);
    let bytes = crate::paper::workbook(&[plan("KH", "Sửa WC")]);
    for (path, expected) in [
        ("TH Kim Liên/ke hoach.xlsx", Some("tieu-hoc-kim-lien")),
        ("bao cao/Trường Tiểu học Kim Liên/2023/KH.xlsx", Some("tieu-hoc-kim-lien")),
        ("bao cao/ke hoach.xlsx", None),
    ] {
        let read = office.read(&[Source::in_memory(path, bytes.clone())]);
        assert_eq!(read.actions.first().map(|action| action.school_id.as_str()), expected, "{path}: {:?}", rules(&read));
    }
}

#[test]
fn a_column_of_nothing_but_schools_under_a_question_says_whose_each_row_is() {
    let titles = "Dấu thời gian|Trường của thầy cô|Tiêu chí|Nội dung công việc|Thời gian hoàn thành";
    let read = reading(&[Paper::of(
        "Trả lời",
        &[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            titles,
            "08/05/2024 9:12:33|THCS Hoa Sen|1.6|Công khai tài chính|Tháng 10/2023",
            "08/05/2024 9:15:33|THCS Hoa Sen|3.2|Sửa phòng học|Tháng 12/2023",
            "08/05/2024 9:22:33|THCS Bình Minh|3.5|Mua bàn ghế|Tháng 3/2024",
        ],
    )]);
    let known = ["thcs-binh-minh: Mua bàn ghế", "thcs-hoa-sen: Công khai tài chính", "thcs-hoa-sen: Sửa phòng học"];
    assert_eq!(owners(&read), known, "{:?}", rules(&read));
    // One school throughout, where the letterhead names another, is no owner of rows: work is done together with it.
    let read = reading(&[super::sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung công việc|Thời gian|Trường kết nghĩa",
        "1|1.6|Công khai tài chính|Tháng 10/2023|THCS Bình Minh",
        "2|3.2|Sửa phòng học|Tháng 12/2023|THCS Bình Minh",
    ])]);
    assert_eq!(owners(&read), ["thcs-hoa-sen: Công khai tài chính", "thcs-hoa-sen: Sửa phòng học"], "{:?}", rules(&read));
}

#[test]
fn schools_of_the_register_are_known_by_sheet_file_and_letterhead_however_they_are_called() {
    let list = "Mã trường,Tên trường,Loại hình,Xã/phường\n\
        44901001,Trường Mầm non Phong Lan,Mầm non,Xã A\n\
        44901002,Trường THCS Chu Văn An,THCS,Xã A\n\
        44901003,Trường PTDTNT THCS huyện Sìn Hồ,THCS,Thị trấn Sìn Hồ\n\
        44901004,Trường Tiểu học Thị trấn Sìn Hồ,Tiểu học,Thị trấn Sìn Hồ\n\
        44901005,Trường Tiểu học Sìn Hồ,Tiểu học,Xã Sìn Hồ\n\
        44901006,Trường Tiểu học Số 1 Bình An,Tiểu học,Xã Bình An\n\
        44901007,Trường Mầm non tư thục Ánh Dương,Mầm non,Xã A\n\
        44901008,Trường Mầm non Ánh Dương,Mầm non,Xã Bình An\n\
        44901009,Trường PTDTBT THCS Pa Tần,THCS,Xã Pa Tần\n\
        44901010,Trường Mầm non Pa Tần,Mầm non,Xã Pa Tần\n\
        44901011,Trường TH&THCS Pa Tần,Nhiều cấp học,Xã Pa Tần\n";
    let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
    let office = Office { register, ..Office::in_year(2023) };
    let headed = |lines: &[&str]| {
        let rows = ["TT|Tiêu chí|Công việc|Phụ trách|Thời gian", "1|3.4|Sửa WC|HT|Tháng 10/2023"];
        Paper::of("KH", &[lines, &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"], &rows].concat())
    };
    for (path, paper, expected) in [
        ("Cum 2.xlsx", plan("MN Phong Lan", "Sửa WC"), Some("44901001")),
        ("BC_TDG_THCS_ChuVanAn_2023.xlsx", plan("KH", "Sửa WC"), Some("44901002")),
        ("TH Binh An 1 - KQ TDG.xlsx", plan("KH", "Sửa WC"), Some("44901006")),
        ("MN_PHONGLAN_TDG.xlsx", plan("KH", "Sửa WC"), Some("44901001")),
        ("THCSChuVanAn.xlsx", plan("KH", "Sửa WC"), Some("44901002")),
        ("mau 2.xlsx", headed(&["Mã trường:|44901002"]), Some("44901002")),
        ("mau 2.xlsx", headed(&["TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ HUYỆN SÌN HỒ"]), Some("44901003")),
        ("mau 2.xlsx", headed(&["TRƯỜNG TH TT SÌN HỒ"]), Some("44901004")),
        ("mau 2.xlsx", headed(&["TRƯỜNG TH SÌN HỒ"]), Some("44901005")),
        ("Cum 2.xlsx", plan("lần 2", "Sửa WC"), None),
        ("mau 2.xlsx", headed(&["TRƯỜNG MNTT ÁNH DƯƠNG"]), Some("44901007")),
        ("mau 2.xlsx", headed(&["TRƯỜNG MN TT ÁNH DƯƠNG"]), Some("44901007")),
        ("mau 2.xlsx", headed(&["TRƯỜNG MẦM NON TƯ THỤC ÁNH DƯƠNG"]), Some("44901007")),
        ("mau 2.xlsx", headed(&["UBND XÃ BÌNH AN", "TRƯỜNG MN ÁNH DƯƠNG"]), Some("44901008")),
        ("mau 2.xlsx", headed(&["TRƯỜNG MẦM NON ÁNH DƯƠNG"]), None),
        ("Pa Tần mn.xlsx", plan("KH", "Sửa WC"), Some("44901010")),
        ("Pa Tan THCS KH.xlsx", plan("KH", "Sửa WC"), Some("44901009")),
        ("baocao-MamnonPaTan.xlsx", plan("KH", "Sửa WC"), Some("44901010")),
        ("Pa Tan TH&THCS.xlsx", plan("KH", "Sửa WC"), Some("44901011")),
        // "TH" may be what is done.
        ("Pa Tan TH KH nam hoc.xlsx", plan("KH", "Sửa WC"), None),
    ] {
        let read = office.read(&[Source::in_memory(path, crate::paper::workbook(&[paper]))]);
        assert_eq!(read.actions.first().map(|action| action.school_id.as_str()), expected, "{path}: {:?}", rules(&read));
    }
}

#[test]
fn labels_of_the_letterhead_with_their_values_in_other_cells_are_no_titles() {
    let titles = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian";
    for above in [
        &["Tên trường:||TH&THCS Suối Tiên", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Năm học:||2023 - 2024"][..],
        &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Năm học:|2023-2024", "Đơn vị:|TH&THCS Suối Tiên"],
    ] {
        let rows = [above, &[titles, "1|3.4|Sửa WC|HT|Tháng 10/2023"]].concat();
        let read = reading(&[Paper::of("KH", &rows)]);
        assert_eq!(owners(&read), ["th-thcs-suoi-tien: Sửa WC"], "{above:?}: {:?}", rules(&read));
    }
}

/// Works of two schools, told apart by a column titled so; above, below and beside it nothing names a school.
fn collected(above: &str, title: &str, schools: [&str; 2]) -> Reading {
    let [first, second] = schools;
    let rows = [
        above.to_owned(),
        format!("TT|{title}|Tiêu chí|Nội dung công việc|Phụ trách|Hạn hoàn thành"),
        format!("1|{first}|1.6|Công khai tài chính|Kế toán|12/11/2023"),
        format!("2|{first}|3.2|Sửa phòng học|Hiệu trưởng|12/12/2023"),
        format!("3|{second}|3.5|Mua bàn ghế|Kế toán|12/11/2023"),
    ];
    reading(&[Paper::of("Tổng hợp", &rows.each_ref().map(String::as_str))])
}

#[test]
fn a_column_of_nothing_but_schools_says_whose_each_row_is_whatever_its_title() {
    let above = "TỔNG HỢP KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG CÁC TRƯỜNG";
    let known = ["thcs-hoa-sen: Công khai tài chính", "thcs-hoa-sen: Sửa phòng học", "tieu-hoc-kim-lien: Mua bàn ghế"];
    for title in ["Cơ sở giáo dục", "Đơn vị báo cáo", "Nơi thực hiện", "Đơn vị thực hiện", "Cơ sở", "CSGD"] {
        let read = collected(above, title, ["TRƯỜNG THCS HOA SEN", "Trường Tiểu học Kim Liên"]);
        assert_eq!(owners(&read), known, "{title}: {:?}", rules(&read));
        let is_told = !["Cơ sở giáo dục", "Đơn vị báo cáo", "Đơn vị thực hiện", "CSGD"].contains(&title);
        assert_eq!(rules(&read).contains("S76"), is_told, "{title}: {:?}", rules(&read));
    }
    // With whom the work is done is not whose it is.
    for title in ["Đơn vị phối hợp", "Trường kết nghĩa", "Đi tham quan, học tập tại"] {
        let read = collected("TRƯỜNG THCS HÀ AN", title, ["Trường THCS Hoa Sen", "Trường Tiểu học Kim Liên"]);
        assert_eq!(read.actions.iter().filter(|action| action.school_id == "thcs-ha-an").count(), 3, "{title}: {:?}", rules(&read));
    }
    // Nor is the place of the work, where the letterhead says whose the sheet is.
    let read = collected("TRƯỜNG THCS HÀ AN", "Nơi thực hiện", ["Trường THCS Hoa Sen", "Trường Tiểu học Kim Liên"]);
    assert_eq!(read.actions.iter().filter(|action| action.school_id == "thcs-ha-an").count(), 3, "{:?}", rules(&read));
}

#[test]
fn names_without_their_kinds_below_truong_take_it_from_the_title_or_from_a_column() {
    let known = ["mam-non-hoa-sen: Công khai tài chính", "mam-non-hoa-sen: Sửa phòng học", "mam-non-kim-lien: Mua bàn ghế"];
    let of = |above: &str, title: &str, schools| collected(above, title, schools);
    let read = of("TỔNG HỢP KẾ HOẠCH CẢI TIẾN CÁC TRƯỜNG MẦM NON", "Tên trường", ["Hoa Sen", "Kim Liên"]);
    assert_eq!(owners(&read), known, "{:?}", rules(&read));
    let read = of("TỔNG HỢP KẾ HOẠCH CẢI TIẾN", "Cấp học|Trường", ["Mầm non|Hoa Sen", "Mầm non|Kim Liên"]);
    assert_eq!(owners(&read), known, "{:?}", rules(&read));
    // Two kinds say of no school which it is, and people or rooms are no schools.
    let read = of("TỔNG HỢP KẾ HOẠCH CÁC TRƯỜNG TIỂU HỌC VÀ THCS", "Tên trường", ["Hoa Sen", "Kim Liên"]);
    assert!(!read.actions.iter().any(|action| action.school_id.contains("thcs")), "{:?}", owners(&read));
    let read = of("TRƯỜNG THCS HÀ AN", "Đơn vị", ["Tổ Toán", "Tổ Văn"]);
    assert_eq!(read.actions.iter().filter(|action| action.school_id == "thcs-ha-an").count(), 3, "{:?}", rules(&read));
}

#[test]
fn a_name_whose_syllables_are_also_words_of_sheets_is_a_name_behind_its_kind() {
    for (sheet, owner) in [
        ("Mầm non Phú Xuân", "mam-non-phu-xuan"),
        ("Trường THCS Nam Hà", "thcs-nam-ha"),
        ("TIỂU HỌC TÂN TIẾN", "tieu-hoc-tan-tien"),
        ("MN Hoa Lan", "mam-non-hoa-lan"),
    ] {
        let read = reading(&[plan(sheet, "Sửa WC"), plan("TH Ba Đình", "Mua bảng")]);
        assert!(owners(&read).iter().any(|own| own.starts_with(owner)), "{sheet}: {:?} {:?}", owners(&read), rules(&read));
    }
    for sheet in ["TH Minh Chứng", "TH Kế Hoạch Nộp", "THCS Quý 2", "Mầm non kết quả năm", "TH Biểu Mẫu Phụ Lục Trường"]
    {
        let read = reading(&[plan(sheet, "Sửa WC"), plan("TH Ba Đình", "Mua bảng")]);
        assert_eq!(owners(&read).len(), 1, "{sheet}: {:?} {:?}", owners(&read), rules(&read));
    }
}
