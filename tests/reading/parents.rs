//! Rows of a plan that stand over others: sums of their parts, bands of groups, what is to be improved; and criteria in the words of the work.

use super::{rules, sheet, work};
use crate::paper::reading;
use ctcl::reading::Reading;

const PLAN: &str = "TT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian|Kinh phí";
const WITHOUT_CODES: &str = "TT|Nội dung công việc|Người thực hiện|Thời gian|Kinh phí";

fn amounts(read: &Reading) -> Vec<Option<i64>> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.cost.amount_vnd).collect()
}

#[test]
fn parts_that_say_when_or_by_whom_are_the_works_under_their_sum() {
    for (first, second, whole, parts) in [
        ("1.1", "1.2", "50.000.000", ["30.000.000", "20.000.000"]),
        ("1a", "1b", "50 triệu", ["30.000.000", "20.000.000"]),
        ("a)", "b)", "50tr", ["30tr", "20tr"]),
        ("-", "-", "50", ["30", "20"]),
        ("", "", "50,5", ["30,5", "20"]),
    ] {
        let item = if first.is_empty() { "- " } else { "" };
        let read = reading(&[sheet(&[
            PLAN,
            "9|2.2|Bồi dưỡng giáo viên|PHT|Tháng 9/2023|",
            &format!("1|3.5|Mua sắm thiết bị|HT|Tháng 12/2023|{whole}"),
            &format!("{first}||{item}Máy chiếu|KT|Tháng 11/2023|{}", parts[0]),
            &format!("{second}||{item}Loa máy|KT||{}", parts[1]),
        ])]);
        let expected = [
            "2.2 Bồi dưỡng giáo viên @ Tháng 9/2023".to_owned(),
            format!("3.5 {item}Máy chiếu @ Tháng 11/2023"),
            format!("3.5 {item}Loa máy @ Tháng 12/2023"),
        ];
        if first.is_empty() || first == "-" || first == "1.1" {
            assert_eq!(work(&read)[..2], expected[..2], "{first}: {:?}", rules(&read));
        }
        assert_eq!(read.actions.len(), 3, "{first}: {:?}", work(&read));
        assert!(rules(&read).contains("T06"), "{first}: {:?}", rules(&read));
    }
}

#[test]
fn parts_that_say_neither_are_details_of_the_one_work() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|3.5|Mua sắm thiết bị, gồm:|HT|Tháng 12/2023|50.000.000",
        "a||Máy chiếu|||30.000.000",
        "b||Loa máy|||20.000.000",
        "2|3.6|Mua sách|KT|Tháng 10/2023|5.000.000",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua sắm thiết bị, gồm: @ Tháng 12/2023", "3.6 Mua sách @ Tháng 10/2023"]);
    assert_eq!(amounts(&read), [Some(50_000_000), Some(5_000_000)]);
}

#[test]
fn the_sum_of_a_criterion_beside_its_name_is_no_work() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|2.2|Bồi dưỡng giáo viên|PHT|Tháng 9/2023|1.000.000",
        "|Tiêu chí 3.5: Thiết bị||||50.000.000",
        "2||Máy chiếu|KT|Tháng 11/2023|30.000.000",
        "3||Loa máy|KT|Tháng 12/2023|20.000.000",
    ])]);
    let expected = ["2.2 Bồi dưỡng giáo viên @ Tháng 9/2023", "3.5 Máy chiếu @ Tháng 11/2023", "3.5 Loa máy @ Tháng 12/2023"];
    assert_eq!(work(&read), expected);
    assert_eq!(amounts(&read), [Some(1_000_000), Some(30_000_000), Some(20_000_000)]);
    assert!(!rules(&read).contains("R04"), "{:?}", rules(&read));
}

#[test]
fn a_parent_hands_down_the_criterion_in_its_words() {
    let read = reading(&[sheet(&[
        WITHOUT_CODES,
        "1|Mua sắm thiết bị (tiêu chí 3.5)|HT|Tháng 12/2023|50.000.000",
        "1.1|Máy chiếu|KT|Tháng 11/2023|30.000.000",
        "1.2|Loa máy|KT|Tháng 12/2023|20.000.000",
    ])]);
    assert_eq!(work(&read), ["3.5 Máy chiếu @ Tháng 11/2023", "3.5 Loa máy @ Tháng 12/2023"]);
}

#[test]
fn rows_that_are_not_numbered_as_parts_or_do_not_add_up_are_works() {
    let beside = reading(&[sheet(&[
        PLAN,
        "1|3.5|Mua sắm thiết bị|HT|Tháng 12/2023|50.000.000",
        "2|3.5|Máy chiếu|KT|Tháng 11/2023|30.000.000",
        "3|3.5|Loa máy|KT|Tháng 12/2023|20.000.000",
    ])]);
    assert_eq!(amounts(&beside).len(), 3);
    let less = reading(&[sheet(&[
        PLAN,
        "1|3.5|Mua sắm thiết bị|HT|Tháng 12/2023|50.000.000",
        "1.1||Máy chiếu|KT|Tháng 11/2023|30.000.000",
        "1.2||Loa máy|KT|Tháng 12/2023|10.000.000",
    ])]);
    assert_eq!(amounts(&less).len(), 3);
}

#[test]
fn bands_of_groups_are_no_work_with_or_without_a_column_of_criteria() {
    for (first, second) in [
        ("A|NHÓM CÔNG VIỆC THƯỜNG XUYÊN", "B|NHÓM CÔNG VIỆC ĐẦU TƯ"),
        ("I|Công tác tổ chức", "II|Cơ sở vật chất"),
        ("I.|Công tác tổ chức", "II.|Mua sắm"),
    ] {
        let taught = "1|Bồi dưỡng giáo viên (tiêu chí 2.2)|PHT|Tháng 9/2023|";
        let built = "2|Xây nhà vệ sinh (tiêu chí 3.4)|HT|Tháng 5/2024|200 triệu";
        let read = reading(&[sheet(&[WITHOUT_CODES, first, taught, second, built])]);
        let expected = ["2.2 Bồi dưỡng giáo viên (tiêu chí 2.2) @ Tháng 9/2023", "3.4 Xây nhà vệ sinh (tiêu chí 3.4) @ Tháng 5/2024"];
        assert_eq!(work(&read), expected, "{first}: {:?}", rules(&read));
        let coded = reading(&[sheet(&[
            PLAN,
            first,
            "1|2.2|Bồi dưỡng giáo viên|PHT|Tháng 9/2023|",
            second,
            "2|3.4|Xây nhà vệ sinh|HT|Tháng 5/2024|",
        ])]);
        assert_eq!(work(&coded), ["2.2 Bồi dưỡng giáo viên @ Tháng 9/2023", "3.4 Xây nhà vệ sinh @ Tháng 5/2024"], "{first}");
        assert!(!rules(&coded).contains("R07") && !rules(&coded).contains("R01"), "{first}: {:?}", rules(&coded));
    }
}

#[test]
fn work_names_its_criterion_by_a_code_alone() {
    let read = reading(&[sheet(&[
        WITHOUT_CODES,
        "1|Bồi dưỡng giáo viên (2.2)|PHT|Tháng 9/2023|",
        "2|Xây nhà vệ sinh - TC3.4|HT|Tháng 5/2024|",
        "3|[3.5] Mua máy|HT|Tháng 5/2024|",
        "4|1.10 - Lắp camera|HT|Tháng 5/2024|",
        "5|2.3: Xếp hạng nhân viên|HT|Tháng 5/2024|",
        "6|Mua 2.5 tấn xi măng|HT|Tháng 5/2024|",
        "7|2.5 tấn xi măng|HT|Tháng 5/2024|",
        "8|Phấn đấu điểm bình quân đạt 3.5 điểm|HT|Tháng 5/2024|",
        "9|Nâng tỷ lệ giáo viên trên lớp (1,5)|HT|Tháng 5/2024|",
        "10|Họp phụ huynh (8.30)|HT|Tháng 5/2024|",
    ])]);
    let codes: Vec<String> = work(&read).iter().filter_map(|work| work.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(codes, ["2.2", "3.4", "3.5", "1.10", "2.3", "?", "?", "?", "?", "?"]);
}

#[test]
fn numbers_that_count_the_works_are_no_codes() {
    let read = reading(&[sheet(&[
        "Nội dung công việc|Người thực hiện|Thời gian|Kinh phí",
        "1.1. Rà soát chiến lược|HT|Tháng 9/2023|",
        "1.2. Kiện toàn hội đồng|HT|Tháng 10/2023|",
        "2.1. Mua máy chiếu|KT|Tháng 11/2023|",
    ])]);
    assert!(work(&read).iter().all(|work| work.starts_with('?')), "{:?}", work(&read));
}

#[test]
fn work_of_several_criteria_is_told() {
    for task in ["Hội giảng (tiêu chí 2.2), thi đồ dùng (tiêu chí 3.5)", "Tiêu chí 2.2: Hội giảng; tiêu chí 3.5: thi đồ dùng"]
    {
        let read = reading(&[sheet(&[WITHOUT_CODES, &format!("1|{task}|PHT|Tháng 10/2023|")])]);
        assert_eq!(work(&read), [format!("2.2 {task} @ Tháng 10/2023")]);
        assert!(rules(&read).contains("R05"), "{task}: {:?}", rules(&read));
    }
}

#[test]
fn what_is_to_be_improved_stands_once_over_its_activities() {
    let read = reading(&[sheet(&[
        "TT|Nội dung cải tiến|Mục tiêu cải tiến|Hoạt động/giải pháp|Chỉ số đánh giá kết quả|Thời gian thực hiện|Đơn vị/cá nhân phụ trách",
        "1|Tiêu chí 3.5: Thiếu máy tính|15 máy|Đề nghị cấp máy|15 máy|Tháng 11/2023|HT",
        "|||Vận động phụ huynh||Tháng 12/2023|CMHS",
        "2|Tiêu chí 2.2: Giáo viên|100%|Cử đi học|100%|Tháng 10/2023|HT",
    ])]);
    let expected = ["3.5 Đề nghị cấp máy @ Tháng 11/2023", "3.5 Vận động phụ huynh @ Tháng 12/2023", "2.2 Cử đi học @ Tháng 10/2023"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
}

#[test]
fn tc_beside_the_criterion_is_the_standard() {
    for (standards, codes) in
        [(["TIÊU CHUẨN 1", "TIÊU CHUẨN 3"], ["Tiêu chí 5", "Tiêu chí 8", "Tiêu chí 2"]), (["1", "3"], ["5", "8", "2"])]
    {
        let read = reading(&[sheet(&[
            "TC|Tiêu chí|Việc làm|Ai làm|Thời gian|Kinh phí",
            &format!("{}|{}|Biên chế lại lớp|HT|Tháng 8/2023|", standards[0], codes[0]),
            &format!("|{}|Xây dựng kế hoạch|HT|Tháng 9/2023|", codes[1]),
            &format!("{}|{}|Lắp rèm|BV|Tháng 10/2023|7tr", standards[1], codes[2]),
        ])]);
        let expected = ["1.5 Biên chế lại lớp @ Tháng 8/2023", "1.8 Xây dựng kế hoạch @ Tháng 9/2023", "3.2 Lắp rèm @ Tháng 10/2023"];
        assert_eq!(work(&read), expected, "{standards:?}: {:?}", rules(&read));
    }
}

#[test]
fn the_code_and_the_name_of_a_criterion_stand_under_tc_and_its_word() {
    let read = reading(&[sheet(&[
        "TT|TC|Tiêu chí|Việc làm|Ai làm|Thời gian",
        "1|1.5|Khối lớp và tổ chức lớp học|Biên chế lại lớp|HT|Tháng 8/2023",
        "2|3.5|Thiết bị|Mua máy|HT|Tháng 9/2023",
    ])]);
    assert_eq!(work(&read), ["1.5 Biên chế lại lớp @ Tháng 8/2023", "3.5 Mua máy @ Tháng 9/2023"], "{:?}", rules(&read));
}

#[test]
fn work_is_named_by_what_is_done() {
    for title in ["Nội dung mua sắm, sửa chữa", "Nội dung bồi dưỡng, tập huấn", "Nội dung cần khắc phục"] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|{title}|Phụ trách|Thời gian|Thành tiền"),
            "1|3.5|Mua máy tính|KT|Tháng 10/2023|60000000",
        ])]);
        assert_eq!(work(&read), ["3.5 Mua máy tính @ Tháng 10/2023"], "{title}: {:?}", rules(&read));
    }
}

#[test]
fn the_row_that_says_what_to_write_says_the_unit() {
    let read = reading(&[sheet(&[
        PLAN,
        "|(ghi mã)|(nêu rõ việc)|(họ tên)|(tháng/năm)|(triệu đồng)",
        "1|3.5|Mua máy tính|KT|Tháng 10/2023|4.5",
        "2|3.6|Mua sách|KT|Tháng 10/2023|12",
    ])]);
    assert_eq!(amounts(&read), [Some(4_500_000), Some(12_000_000)], "{:?}", rules(&read));
}

#[test]
fn one_column_of_ticks_says_what_is_done() {
    for title in ["Đã hoàn thành", "Đã xong", "Xong", "Đã thực hiện", "Hoàn thành"] {
        for (yes, no) in [("x", ""), ("TRUE", "FALSE"), ("✓", "✗")] {
            let read = reading(&[sheet(&[
                "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
                &format!("TT|Tiêu chí|Công việc|Phụ trách|Thời gian|{title}"),
                &format!("1|1.6|Công khai|KT|Tháng 9/2023|{yes}"),
                &format!("2|3.2|Mua quạt|KT|Tháng 10/2023|{no}"),
                &format!("3|3.5|Mua máy|KT|Tháng 10/2023|{yes}"),
            ])]);
            let mut states: Vec<&str> = read
                .actions
                .iter()
                .map(|action| action.status.code())
                .chain(read.reports.iter().map(|report| report.status.code()))
                .collect();
            states.dedup();
            let expected = if no.is_empty() { "no_report" } else { "not_started" };
            assert_eq!(states, ["completed", expected, "completed"], "{title} {yes}: {:?}", rules(&read));
        }
    }
}
