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
fn works_without_numbers_that_come_to_the_sum_above_them_count_once() {
    let read = |whole: &str, who: &str, works: &[&str]| {
        let heading = format!("1|Tiêu chí 3.3|Mua sắm thiết bị|{who}||{whole}");
        let rows = [&[PLAN, &heading], works, &["2|Tiêu chí 3.1|Sửa mái|HT|12/2023|5.000.000"]].concat();
        reading(&[sheet(&rows)])
    };
    let works = &["||Mua bàn|HT|10/2023|10.000.000", "||Mua ghế|HT|11/2023|20.000.000"];
    let once = read("30.000.000", "", works);
    assert_eq!(work(&once), ["3.3 Mua bàn @ 10/2023", "3.3 Mua ghế @ 11/2023", "3.1 Sửa mái @ 12/2023"], "{:?}", rules(&once));
    let some = read("30.000.000", "", &["||Mua bàn|HT|10/2023|10.000.000", "||Mua ghế|||20.000.000"]);
    assert_eq!(amounts(&some), [10_000_000, 20_000_000, 5_000_000].map(Some), "{:?}", rules(&some));
    // Who does it makes a work of the first, too; to something else nobody knows what it comes, which is asked.
    let own = read("30.000.000", "KT", works);
    assert_eq!((own.actions.len(), rules(&own).contains("C34")), (4, false), "{:?}", rules(&own));
    let other = read("25.000.000", "", works);
    assert_eq!((other.actions.len(), rules(&other).contains("C34")), (4, true), "{:?}", rules(&other));
    let alone = read("25.000.000", "", &works[..1]);
    assert_eq!((alone.actions.len(), rules(&alone).contains("C34")), (3, false), "{:?}", rules(&alone));
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

#[test]
fn a_sum_is_one_wherever_its_line_ends() {
    for sum in ["Cộng\ntiêu chuẩn 3", "Cộng tiêu\nchuẩn 3", "Cộng:\nTiêu chuẩn 3", "Cộng\nTC 3", "Cộng tiêu chuẩn 3"]
    {
        for amount in ["14000000", "14 triệu"] {
            let read = reading(&[sheet(&[
                PLAN,
                "1|Tiêu chí 3.1|Trồng cây|HT|Tháng 2/2024|2000000",
                "2|Tiêu chí 3.5|Mua máy|HT|Tháng 12/2023|12000000",
                &format!("|{sum}||||{amount}"),
                "3|Tiêu chí 5.3|Văn nghệ|HT|Tháng 12/2023|1000000",
            ])]);
            assert_eq!(amounts(&read), [Some(2_000_000), Some(12_000_000), Some(1_000_000)], "{sum} {amount}: {:?}", rules(&read));
        }
    }
}

#[test]
fn captions_in_capitals_and_room_for_more_are_no_work() {
    let read = reading(&[sheet(&[
        "Nội dung công việc|Người thực hiện|Thời gian",
        "Tiêu chí 3.5: Thiết bị",
        "Mua máy|HT|Tháng 12/2023",
        "(Các công việc khác, nếu có)",
        "II. KẾT QUẢ TỰ ĐÁNH GIÁ",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua máy @ Tháng 12/2023"], "{:?}", rules(&read));
}

#[test]
fn a_sheet_may_be_called_by_the_criterion_or_the_month_of_its_work() {
    use crate::paper::Paper;
    let head = ["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"];
    let paper = |name: &str, rows: [&str; 2]| Paper::of(name, &[&head[..], &rows[..]].concat());
    let timed = "TT|Nội dung công việc|Phụ trách|Thời gian";
    let read = reading(&[
        paper("TC 1.6", [timed, "1|Kiểm kê tài sản|KT|Tháng 12/2023"]),
        paper("Tiêu chí 2.2", [timed, "1|Bồi dưỡng giáo viên|PHT|Tháng 10/2023"]),
    ]);
    assert_eq!(work(&read), ["1.6 Kiểm kê tài sản @ Tháng 12/2023", "2.2 Bồi dưỡng giáo viên @ Tháng 10/2023"], "{:?}", rules(&read));
    let untimed = "TT|Tiêu chí|Nội dung công việc|Phụ trách";
    let months = reading(&[paper("Tháng 10", [untimed, "1|3.3|Sửa bếp|HT"]), paper("Tháng 9", [untimed, "1|1.1|Rà soát chiến lược|HT"])]);
    assert_eq!(work(&months), ["3.3 Sửa bếp @ Tháng 10", "1.1 Rà soát chiến lược @ Tháng 9"], "{:?}", rules(&months));
}

#[test]
fn weeks_with_their_days_are_times() {
    let read = reading(&[sheet(&[
        "TT|Tuần|Tiêu chí|Nội dung công việc|Phụ trách",
        "1|Tuần 5 (02/10-07/10)|1.8|Kiểm tra hồ sơ|HT",
        "2|Tuần 9 (30/10-04/11)|2.4|Ngày hội|PHT",
    ])]);
    let dues: Vec<_> = read.actions.iter().filter_map(|action| action.window.due).map(|due| due.to_string()).collect();
    assert_eq!(dues, ["2023-10-07", "2023-11-04"], "{:?}", rules(&read));
}

#[test]
fn cells_that_a_program_broke_or_an_eye_misread_are_put_right() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 3 (TCh 2)|Bồi dưỡng nhân viên|HT|31/10/2023|8.500\n.000",
        "2|Tch3.TC5|Mua kính hiển vi|HT|Tháng\n10/20\n23|2.000.00\n0đ",
        "3|TCh 1 - TCí 8|Dự giờ|HT|Tháng 10/2023|50.000.000(**)",
        "4|l.5|Chia lớp|HT|Tháng 10/2023|3.5OO.OOO",
    ])]);
    let codes: Vec<String> = work(&read).iter().filter_map(|work| work.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(codes, ["2.3", "3.5", "1.8", "1.5"], "{:?}", rules(&read));
    assert_eq!(amounts(&read), [Some(8_500_000), Some(2_000_000), Some(50_000_000), Some(3_500_000)], "{:?}", rules(&read));
    assert!(read.actions.iter().all(|action| action.window.due.is_some_and(|due| due.to_string() == "2023-10-31")), "{:?}", read.actions);
}

#[test]
fn codes_that_became_days_are_those_that_never_fall() {
    use crate::paper::Typed;
    let paper = sheet(&[
        PLAN,
        "1|a|Tách nhóm trẻ|HT|Tháng 8/2023|",
        "2|b|Bồi dưỡng giáo viên|PHT|Tháng 9/2023|",
        "3|c|Sửa cổng|HT|Tháng 10/2023|",
        "4|3.6|Mua téc nước|KT|Tháng 11/2023|",
    ]);
    let paper = paper.put(3, 1, Typed::Date(2023, 5, 1)).put(4, 1, Typed::Date(2023, 2, 2)).put(5, 1, Typed::Date(2023, 4, 3));
    let read = reading(&[paper]);
    let codes: Vec<String> = work(&read).iter().filter_map(|work| work.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(codes, ["1.5", "2.2", "3.4", "3.6"], "{:?}", rules(&read));
    assert!(rules(&read).contains("C05"), "{:?}", rules(&read));
    let alone = reading(&[sheet(&[PLAN, "1|a|Tách nhóm trẻ|HT|Tháng 8/2023|", "2|3.6|Mua téc nước|KT|Tháng 9/2023|"]).put(
        3,
        1,
        Typed::Date(2023, 5, 1),
    )]);
    assert!(rules(&alone).contains("C04"), "{:?} {:?}", work(&alone), rules(&alone));
}

#[test]
fn what_a_survey_says_below_an_assessment_is_no_part_of_its_last_criterion() {
    let read = reading(&[sheet(&[
        "TỰ ĐÁNH GIÁ",
        "TT|Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1|Tiêu chí 5.5: Hình thành, phát triển năng lực|x|x|",
        "2|Tiêu chí 5.6: Kết quả giáo dục|x|x|x",
        "|Khảo sát phụ huynh|90%|85%|60%",
    ])]);
    assert_eq!(super::levels(&read).get("5.6").map(String::as_str), Some("+++"), "{:?}", rules(&read));
}

#[test]
fn a_sum_that_is_not_that_of_its_parts_is_asked_about() {
    let plan = |whole: &str, parts: [&str; 2]| {
        reading(&[sheet(&[
            PLAN,
            &format!("1|3.5|Mua sắm thiết bị|HT|Tháng 12/2023|{whole}"),
            &format!("1.1||Máy chiếu|KT|Tháng 11/2023|{}", parts[0]),
            &format!("1.2||Loa máy|KT|Tháng 11/2023|{}", parts[1]),
            "2|3.6|Mua sách|TV|Tháng 11/2023|5.000.000",
        ])])
    };
    for (whole, parts) in [
        ("50.000.000", ["30.000.000", "15.000.000"]),
        ("100.000.000", ["3.000.000", "2.000.000"]),
        ("50.000.000", ["30.000.000", "Ngân sách"]),
    ] {
        let read = plan(whole, parts);
        assert_eq!(read.findings.iter().filter(|told| told.rule.id == "C34").count(), 1, "{whole} {:?}", rules(&read));
        assert_eq!(read.actions.len(), 4, "{whole} {:?}", work(&read));
    }
    for (number, parts) in [("I", ["1", "2"]), ("A", ["1", "2"]), ("I", ["I.1", "I.2"])] {
        let rows = |whole: &str| {
            reading(&[sheet(&[
                PLAN,
                &format!("{number}|3.5|Mua sắm|KT|Tháng 12/2023|{whole}"),
                &format!("{}|3.5|Mua máy chiếu|KT|Tháng 10/2023|20.000.000", parts[0]),
                &format!("{}|3.5|Mua loa|KT|Tháng 11/2023|10.000.000", parts[1]),
            ])])
        };
        let (same, unlike) = (rows("30.000.000"), rows("50.000.000"));
        assert_eq!((same.actions.len(), rules(&same).contains("C34")), (2, false), "{number}: {:?}", work(&same));
        assert!(rules(&unlike).contains("C34"), "{number}: {:?}", rules(&unlike));
    }
    // The same, and parts without amounts, are not asked about.
    for (whole, parts) in [("45.000.000", ["30.000.000", "15.000.000"]), ("45.000.000", ["Ngân sách", ""])] {
        let read = plan(whole, parts);
        assert!(!rules(&read).contains("C34"), "{whole} {:?}", rules(&read));
    }
}

#[test]
fn the_title_of_a_standard_in_the_column_of_the_work_is_no_work() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Tiêu chí|Thời gian thực hiện|Người chịu trách nhiệm|Dự toán kinh phí",
        "I|TIÊU CHUẨN 1||||",
        "1|Bồi dưỡng cán bộ nguồn|1.4|Tháng 10/2023|Hiệu trưởng|2.000.000",
        "2|Tiêu chuẩn 3: Cơ sở vật chất||||",
        "1|Sửa máy tính|Tiêu chí 5|Tháng 11/2023|Kế toán|5.500.000",
    ])]);
    assert_eq!(work(&read), ["1.4 Bồi dưỡng cán bộ nguồn @ Tháng 10/2023", "3.5 Sửa máy tính @ Tháng 11/2023"], "{:?}", rules(&read));
}

#[test]
fn each_part_with_a_sum_heads_its_own_works() {
    let read = reading(&[sheet(&[
        "TT|Nội dung|TC|Kinh phí (đồng)|Người phụ trách|Hạn",
        "|Tổng cộng||32.000.000||",
        "I|Cơ sở vật chất||30.000.000||",
        "1|Sửa bếp|3.4|22.000.000|Tổ bếp|Tháng 10/2023",
        "2|Làm mái che|3.1|8.000.000||",
        "II|Đội ngũ||2.000.000||",
        "1|Tập huấn|2.2|2.000.000|PHT|Tháng 1/2024",
    ])]);
    let costs: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(costs, [Some(22_000_000), Some(8_000_000), Some(2_000_000)], "{:?}", rules(&read));
}
