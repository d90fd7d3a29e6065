//! Titles of standards and of Mức 4 over the rows they hold for.

use super::{PLAN, rules, sheet, work};
use crate::paper::{Paper, reading};
use ctcl::reading::Reading;

#[test]
fn items_below_the_band_of_level_four_are_items_of_its_list() {
    let read = reading(&[sheet(&[
        PLAN,
        "MỨC 1, 2, 3",
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023",
        "MỨC 4",
        "1|Tiêu chí 2|Xây dựng thư viện tiên tiến|Hiệu trưởng|Tháng 5/2024",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023", "M4.2 Xây dựng thư viện tiên tiến @ Tháng 5/2024"]);
}

#[test]
fn a_standard_in_the_number_cell_is_a_title() {
    let read = reading(&[sheet(&[
        PLAN,
        "2 Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
        "1|Tiêu chí 1|Bồi dưỡng cán bộ|Hiệu trưởng|Tháng 4/2024",
    ])]);
    assert_eq!(work(&read), ["2.1 Bồi dưỡng cán bộ @ Tháng 4/2024"]);
}

#[test]
fn a_standard_named_above_its_own_table_holds_for_the_rows_below() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        PLAN,
        "1|Tiêu chí 2|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 10/2023",
        "",
        "Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
        PLAN,
        "1|Tiêu chí 1|Bồi dưỡng cán bộ quản lý|Hiệu trưởng|Tháng 11/2023",
        "",
        "MỨC 4",
        PLAN,
        "1|Tiêu chí 3|Xây dựng thư viện tiên tiến|Hiệu trưởng|Tháng 12/2023",
    ])]);
    assert_eq!(
        work(&read),
        [
            "1.2 Kiện toàn hội đồng trường @ Tháng 10/2023",
            "2.1 Bồi dưỡng cán bộ quản lý @ Tháng 11/2023",
            "M4.3 Xây dựng thư viện tiên tiến @ Tháng 12/2023"
        ]
    );
}

#[test]
fn a_standard_is_known_by_its_title_and_what_does_not_fit_is_told() {
    let told = |read: &Reading| {
        let of = |id: &'static str| read.findings.iter().find(|finding| finding.rule.id == id).map(|_| id);
        ["K22", "K27", "K28", "R03"].into_iter().filter_map(of).collect::<Vec<_>>()
    };
    let named = |heading: &str| {
        let below = "2|Tiêu chí 2|Phối hợp với địa phương|Hiệu trưởng|Tháng 4/2024";
        let first = "|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường";
        let read = reading(&[sheet(&[PLAN, first, "1|Tiêu chí 1|Rà soát|Hiệu trưởng|Tháng 10/2023", &format!("|{heading}"), below])]);
        (work(&read)[1].chars().take(3).collect::<String>(), told(&read))
    };
    assert_eq!(named("Tiêu chuẩn : Quan hệ giữa nhà trường, gia đình và xã hội"), ("4.2".to_owned(), vec![]));
    assert_eq!(named("Tiêu chuẩn: Quan hệ giữa nhà trường"), ("4.2".to_owned(), vec![]));
    assert_eq!(named("Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội"), ("4.2".to_owned(), vec![]));
    assert_eq!(named("Tiêu chuẩn 2: Quan hệ giữa nhà trường, gia đình và xã hội"), ("2.2".to_owned(), vec!["K27"]));
    assert_eq!(named("Tiêu chuẩn : Đội ngũ và những việc khác"), ("2.2".to_owned(), vec!["K28"]));
    // In a column of their own, over several rows.
    let columns = "TT|Tiêu chuẩn|Tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện";
    let rows = [
        columns,
        "1|Tổ chức và quản lý nhà trường|Tiêu chí 1|Rà soát|Hiệu trưởng|Tháng 10/2023",
        "2|Quan hệ giữa nhà trường, gia đình và xã hội|Tiêu chí 2|Phối hợp|Hiệu trưởng|Tháng 4/2024",
        "3|Một việc không ai biết|Tiêu chí 1|Dự giờ|Hiệu trưởng|Tháng 4/2024",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ Tháng 10/2023", "4.2 Phối hợp @ Tháng 4/2024", "? Dự giờ @ Tháng 4/2024"]);
    assert_eq!(told(&read), ["R03"]);
}

#[test]
fn items_of_the_fourth_level_may_be_named_in_the_column_of_standards() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn|Tiêu chí|Hoạt động|Bộ phận phụ trách|Thời gian",
        "1|2|2|Bồi dưỡng giáo viên|PHT|5/2024",
        "2|M4|Khoản 3|Nghiên cứu khoa học|TTCM|5/2024",
    ])]);
    assert_eq!(work(&read), ["2.2 Bồi dưỡng giáo viên @ 5/2024", "M4.3 Nghiên cứu khoa học @ 5/2024"], "{:?}", rules(&read));
}

/// Below it "Tiêu chí 1" is item 1 of that list, and no criterion of the standard above.
#[test]
fn whatever_words_head_the_list_of_level_four_its_items_are_of_it() {
    let plan = |line: &str, items: [&str; 2]| {
        reading(&[sheet(&[
            "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc cần thực hiện|Chủ trì|Thời gian",
            "MỨC 1, 2, 3",
            "5|Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục",
            "1|Tiêu chí 5.1|Đạt|Bồi dưỡng học sinh giỏi|HT|10/2023",
            "2|Tiêu chí 5.2|Đạt|Lập câu lạc bộ|HT|11/2023",
            line,
            &format!("3|{}|Đạt|Biên soạn tài liệu|HT|12/2023", items[0]),
            &format!("4|{}|Đạt|Nghiên cứu khoa học|HT|3/2024", items[1]),
        ])])
    };
    let codes = |read: &ctcl::reading::Reading| {
        let codes = read.actions.iter().map(|action| action.criterion.map_or_else(|| "-".to_owned(), |code| code.to_string()));
        codes.collect::<Vec<_>>().join(" ")
    };
    for line in [
        "MỨC 4 (Điều 22)",
        "MỨC 4 (Khoản 1-6 Điều 22)",
        "Mức 4 - Trường chất lượng cao",
        "Các khoản Mức 4",
        "Mức IV",
        "Tiêu chuẩn Mức 4",
        "Công việc để đạt Mức 4",
        "Phấn đấu mức bốn",
    ] {
        for items in [["Tiêu chí 1", "Tiêu chí 2"], ["Khoản 1", "Khoản 4"]] {
            let read = plan(line, items);
            let last = if items[1] == "Khoản 4" { "M4.4" } else { "M4.2" };
            assert_eq!(codes(&read), format!("5.1 5.2 M4.1 {last}"), "{line} {items:?}: {:?}", rules(&read));
        }
    }
    // The criteria go on, say their standard themselves, or the line says what was reached.
    for (line, items, expected) in [
        ("Phấn đấu mức 4", ["Tiêu chí 3", "Tiêu chí 4"], "5.1 5.2 5.3 5.4"),
        ("Phấn đấu mức 4", ["Tiêu chí 5.1", "Tiêu chí 5.3"], "5.1 5.2 5.1 5.3"),
        ("Chưa đạt Mức 4", ["Tiêu chí 3", "Tiêu chí 4"], "5.1 5.2 5.3 5.4"),
        ("Mức độ 2", ["Tiêu chí 3", "Tiêu chí 4"], "5.1 5.2 5.3 5.4"),
    ] {
        let read = plan(line, items);
        assert_eq!(codes(&read), expected, "{line} {items:?}: {:?}", rules(&read));
    }
}

#[test]
fn the_name_of_a_standard_alone_heads_the_rows_below_wherever_it_stands_before_the_codes() {
    let below = "2|Tiêu chí 5|Mua máy in|Kế toán|10/2023";
    for title in [
        "Cơ sở vật chất và thiết bị dạy học",
        "|CƠ SỞ VẬT CHẤT VÀ THIẾT BỊ DẠY HỌC",
        "3. Cơ sở vật chất và thiết bị dạy học",
        "III/ Cơ sở vật chất và thiết bị dạy học",
        "TC3: Cơ sở vật chất và thiết bị dạy học",
        "3|Cơ sở vật chất và thiết bị dạy học",
        "II|Cơ sở vật chất và thiết bị dạy học",
        "2. Cơ sở vật chất và thiết bị dạy học",
    ] {
        let read = reading(&[sheet(&[PLAN, "1|Tiêu chí 1.2|Họp hội đồng|HT|9/2023", title, below])]);
        assert_eq!(work(&read), ["1.2 Họp hội đồng @ 9/2023", "3.5 Mua máy in @ 10/2023"], "{title}: {:?}", rules(&read));
    }
    // What names no standard leaves the one above in force.
    for title in ["Thư viện", "Hoạt động giáo dục", "Cơ sở vật chất", "Các việc chung"] {
        let first = "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường";
        let read = reading(&[sheet(&[PLAN, first, "1|Tiêu chí 2|Họp hội đồng|HT|9/2023", title, below])]);
        assert_eq!(work(&read), ["1.2 Họp hội đồng @ 9/2023", "1.5 Mua máy in @ 10/2023"], "{title}: {:?}", rules(&read));
    }
}

#[test]
fn sheets_may_be_called_by_their_standards() {
    let rows = ["TRƯỜNG THCS HOA SEN", PLAN, "1|Tiêu chí 5|Mua máy in|Kế toán|10/2023", "2|Tiêu chí 6|Mua sách|Thư viện|11/2023"];
    for name in ["TC3", "TC 3", "T.C III"] {
        let read = reading(&[Paper::of(name, &rows)]);
        assert_eq!(work(&read), ["3.5 Mua máy in @ 10/2023", "3.6 Mua sách @ 11/2023"], "{name}");
    }
    // Codes say themselves whose they are, and a sheet of one criterion may be called by its number.
    let coded = ["TRƯỜNG THCS HOA SEN", PLAN, "1|1.5|Xếp lớp|HT|10/2023", "2|2.2|Hội giảng|TTCM|11/2023"];
    assert_eq!(work(&reading(&[Paper::of("TC3", &coded)])), ["1.5 Xếp lớp @ 10/2023", "2.2 Hội giảng @ 11/2023"]);
    let one = ["TRƯỜNG THCS HOA SEN", PLAN, "1|Tiêu chí 3|Xếp lớp|HT|10/2023", "2|Tiêu chí 3|Hội giảng|TTCM|11/2023"];
    let read = reading(&[Paper::of("TC3", &one)]);
    assert!(work(&read).iter().all(|work| work.starts_with('?')) && rules(&read).contains("R03"));
}
