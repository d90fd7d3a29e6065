//! Several tables below one another on one sheet, each under its title and above its signatures.

use super::{leaves_out, levels, rules, sheet, work};
use crate::paper::{Paper, reading};
use ctcl::reading::Reading;

fn results(read: &Reading) -> Vec<(&str, &str)> {
    read.reports.iter().map(|report| (report.planned.as_str(), report.status.code())).collect()
}

#[test]
fn a_narrow_report_under_its_own_title_is_no_part_of_the_plan_above_it() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
        "|Stt|Tiêu chuẩn - tiêu chí|Mục tiêu cần đạt|Nội dung, biện pháp|Thời hạn hoàn thành|Người phụ trách|Dự kiến kinh phí",
        "|1|1.1|Đạt chuẩn|Rà soát chiến lược phát triển|Cuối tháng 11/2023|GVCN|1,5 triệu",
        "|2|1.4|Đủ số lượng|Cử giáo viên đi học nâng chuẩn|Cả năm học|Hiệu trưởng|3.000.000 đồng",
        "",
        "|||||Phú Khánh, ngày 08 tháng 01 năm 2024",
        "Người lập bảng||||HIỆU TRƯỞNG",
        "",
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG HỌC KỲ I",
        "",
        "|Tiêu chuẩn - tiêu chí|Nội dung, biện pháp|Mức độ hoàn thành",
        "|1.1|Rà soát chiến lược phát triển|Đã hoàn thành",
        "|1.4|Cử giáo viên đi học nâng chuẩn|Chưa thực hiện",
        "",
        "|Phú Khánh, ngày 08 tháng 01 năm 2024",
        "Người lập bảng|HIỆU TRƯỞNG",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược phát triển @ Cuối tháng 11/2023", "1.4 Cử giáo viên đi học nâng chuẩn @ Cả năm học"]);
    assert_eq!(results(&read), [("Rà soát chiến lược phát triển", "completed"), ("Cử giáo viên đi học nâng chuẩn", "not_started")]);
    // Who signs stands in no column of the table.
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn a_row_of_work_that_reads_like_titles_stays_a_row_of_the_plan() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
        "Tiêu chí|Nội dung công việc|Thời gian thực hiện",
        "1.1|Xây dựng kế hoạch cải tiến chất lượng|9/2023",
        "1.4|Nội dung, biện pháp thực hiện kế hoạch|10/2023",
        "1.5|Đánh giá kết quả thực hiện|5/2024",
    ])]);
    assert_eq!(read.actions.len(), 3, "{:?}", work(&read));
    assert!(!rules(&read).contains("T10"), "{:?}", rules(&read));
}

#[test]
fn titles_that_stand_again_with_nothing_below_them_are_no_table() {
    let titles = "Số TT|Tiêu chí|Công việc cần thực hiện|Chủ trì, phối hợp|Thời gian dự kiến|KP (tr.đ)|Điều kiện hỗ trợ|Tiến độ";
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        titles,
        "1|1.7|Cử giáo viên đi học nâng chuẩn|Văn phòng|Từ tháng 9/2023|20||Đã hoàn thành",
        "2|2.2|Cải tạo sân chơi, bãi tập|Ban giám hiệu|12/2023|12,5|Cha mẹ phối hợp|Đã xong tháng 12",
        "3|3.1|Tổ chức ngày hội|Hiệu trưởng|02/2024|5||Đang thực hiện",
        titles,
        "",
        "||||Phú Khánh, ngày 08 tháng 01 năm 2024",
    ])]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "completed", "in_progress"]);
    let amounts: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(amounts, [Some(20_000_000), Some(12_500_000), Some(5_000_000)]);
    // "KP (tr.đ)" is a title as people write it.
    assert!(!rules(&read).contains("T10") && !rules(&read).contains("T04"), "{:?}", rules(&read));
}

#[test]
fn what_stands_in_a_table_further_down_is_no_column_of_the_one_above() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Tiêu chí|Công việc cần thực hiện|Thời gian thực hiện",
        "1.1|Rà soát chiến lược|9/2023",
        "1.4|Kiện toàn các tổ|10/2023",
        "",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Tiêu chí|Công việc|Người thực hiện|Tình trạng",
        "1.1|Rà soát chiến lược|Hiệu trưởng|Hoàn thành",
        "1.4|Kiện toàn các tổ|Tổ trưởng|Đang thực hiện",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "1.4 Kiện toàn các tổ @ 10/2023"]);
    assert_eq!(results(&read), [("Rà soát chiến lược", "completed"), ("Kiện toàn các tổ", "in_progress")]);
    assert!(!rules(&read).contains("T15") && !rules(&read).contains("T14"), "{:?}", rules(&read));
}

#[test]
fn results_below_the_plan_are_of_the_criterion_their_words_name() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Nội dung công việc|Thời điểm thực hiện",
        "1|Xây dựng ba công trình măng non (tiêu chí 1.3)|Tháng 2/2024",
        "2|Mua máy vi tính (tiêu chí 3.5)|Tháng 10/2023",
        "",
        "B. KẾT QUẢ THỰC HIỆN",
        "TT|Nội dung công việc|Kết quả|Tồn tại",
        "1|Xây dựng ba công trình măng non (tiêu chí 1.3)|Chưa thực hiện|Thiếu kinh phí",
        "2|Mua máy vi tính (tiêu chí 3.5)|Hoàn thành|",
    ])]);
    let told: Vec<_> = read.reports.iter().map(|report| (report.criterion.map(|it| it.to_string()), report.status.code())).collect();
    assert_eq!(told, [(Some("1.3".to_owned()), "not_started"), (Some("3.5".to_owned()), "completed")], "{:?}", rules(&read));
    assert!(!rules(&read).contains("R03"));
}

#[test]
fn a_sheet_of_results_by_half_of_the_year_is_no_plan() {
    let read = reading(&[sheet(&[
        "KẾT QUẢ THỰC HIỆN HỌC KỲ I",
        "TT|Tiêu chí|Việc làm|Kết quả|Đánh giá",
        "1|1.4|Sinh hoạt chuyên đề|Các tổ đã thực hiện|Hoàn thành",
        "2|1.7|Cử giáo viên đi học|Chưa cử|Chưa thực hiện",
    ])]);
    assert_eq!(results(&read), [("Sinh hoạt chuyên đề", "completed"), ("Cử giáo viên đi học", "not_started")], "{:?}", rules(&read));
}

#[test]
fn levels_that_criteria_have_are_no_assessment() {
    let rows =
        ["1.1|Phương hướng, chiến lược xây dựng và phát triển nhà trường", "1.2|Hội đồng trường", "1.3|Tổ chức Đảng Cộng sản Việt Nam"];
    let list = |name: &str, caption: &str, titles: &str, levels: [&str; 3]| {
        let rows: Vec<String> = rows.iter().zip(levels).map(|(row, level)| format!("{row}|{level}")).collect();
        reading(&[Paper::of(name, &["TRƯỜNG THCS HOA SEN", caption, titles, &rows[0], &rows[1], &rows[2]])])
    };
    for read in [
        list("DanhMuc", "", "Mã|Tên tiêu chí|Mức", ["1;2;3", "1;2", "1;2;3"]),
        list("Sheet2", "DANH MỤC TIÊU CHÍ", "Mã|Tên tiêu chí|Mức", ["1;2;3", "1;2", "1;2;3"]),
        list("Sheet2", "", "Tiêu chí|Tên tiêu chí|Mức cao nhất", ["Mức 3", "Mức 2", "Mức 3"]),
    ] {
        assert_eq!(read.assessments.len(), 0, "{:?}", rules(&read));
        assert!(rules(&read).contains("T08"), "{:?}", rules(&read));
    }
    let read = list("Sheet2", "BẢNG TỰ ĐÁNH GIÁ", "Tiêu chí|Tên tiêu chí|Mức đạt cao nhất", ["Mức 3", "Mức 2", "Mức 3"]);
    assert_eq!(levels(&read)["1.1"], "+++", "{:?}", rules(&read));
}

#[test]
fn counts_by_standard_below_an_assessment_are_no_criteria() {
    let criteria = ["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "Tiêu chí 1.1||x|x|", "Tiêu chí 1.10||x|x|", "Tiêu chí 2.4||x|x|"];
    for below in [
        &["", "Tiêu chuẩn|Số tiêu chí|Không đạt|Đạt Mức 1|Đạt Mức 2|Đạt Mức 3", "1|10|0|10|10|0", "2|4|0|4|4|0", "Tổng|14|0|14|14|0"][..],
        &["", "Tiêu chuẩn|Mức 1|Mức 2|Mức 3|Tỉ lệ", "1|10|10|0|100%", "2|4|4|0|100%", "Tổng|14|14|0|100%"],
    ] {
        let read = reading(&[sheet(&[&criteria[..], below].concat())]);
        assert_eq!(levels(&read).into_values().collect::<Vec<_>>(), ["++-", "++", "++-"], "{:?}", rules(&read));
        assert!(["R03", "C10"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
    }
}

#[test]
fn rows_of_another_year_are_not_those_of_this() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Năm học|Mức 1|Mức 2|Mức 3",
        "1.1|2022-2023|x|x|",
        "|2023-2024|x||",
        "1.2|2022-2023|x|x|",
        "|2023-2024|x|x|x",
    ])
    .merged(3, 0, 4, 0)]);
    assert_eq!(levels(&read).into_values().collect::<Vec<_>>(), ["+--", "++"], "{:?}", rules(&read));
}

#[test]
fn when_a_school_assesses_itself_is_no_plan_though_it_speaks_of_criteria() {
    let rows = [
        "KẾ HOẠCH TỰ ĐÁNH GIÁ",
        "Thời gian|Nội dung công việc|Người thực hiện",
        "Tuần 1|Họp lãnh đạo|HT",
        "Tuần 9|Viết phiếu đánh giá tiêu chí|Các nhóm",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(read.actions.len(), 0, "{:?}", rules(&read));
}

#[test]
fn a_place_and_a_day_right_below_the_last_time_are_of_who_signs() {
    let of = |below: &str| {
        let rows = ["TT|Tiêu chí|Công việc|Phụ trách|Hạn", "1|4.2|Xin cấp đất|HT|30/4/2024", below];
        let read = reading(&[sheet(&rows)]);
        (work(&read), rules(&read).contains("C07"))
    };
    for below in ["||||Phù Yên, ngày 10/9/2023", "|||Thuận Châu, ngày 5-10-2023"] {
        assert_eq!(of(below), (vec!["4.2 Xin cấp đất @ 30/4/2024".to_owned()], false), "{below}");
    }
    let rest =
        reading(&[sheet(&["TT|Tiêu chí|Công việc|Phụ trách|Hạn", "1|4.2|Xin cấp đất|HT|Từ ngày 10/9/2023", "||||đến ngày 30/4/2024"])]);
    assert_eq!(work(&rest), ["4.2 Xin cấp đất @ Từ ngày 10/9/2023 đến ngày 30/4/2024"], "{:?}", rules(&rest));
}

#[test]
fn what_came_of_a_work_may_stand_alone_below_it() {
    for arrow in ["→ Kết quả:", "=> KQ:", "- Kết quả thực hiện:", "Kết quả:", "* Tình trạng:", "→", "=>"] {
        let told = ["Đã rà soát xong", "Đang chia", "Chưa thực hiện"].map(|said| format!("||{arrow} {said}||"));
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách",
            "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT",
            &told[0],
            "2|1.5|Chia lớp|Tháng 10/2023|PHT",
            &told[1],
            "3|3.3|Sửa thư viện|Tháng 11/2023|KT",
            &told[2],
        ])]);
        let works: Vec<(&str, &str)> = read.actions.iter().map(|action| (action.task.as_str(), action.status.code())).collect();
        let expected = [("Rà soát chiến lược", "completed"), ("Chia lớp", "in_progress"), ("Sửa thư viện", "not_started")];
        assert_eq!(works, expected, "{arrow} {:?}", rules(&read));
    }
    for bullet in ["", "- "] {
        let told = ["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"].map(|state| format!("||{bullet}{state}||"));
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách",
            "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT",
            &told[0],
            "2|1.5|Chia lớp|Tháng 10/2023|PHT",
            &told[1],
            "3|3.3|Sửa thư viện|Tháng 11/2023|KT",
            &told[2],
        ])]);
        let works: Vec<(&str, &str)> = read.actions.iter().map(|action| (action.task.as_str(), action.status.code())).collect();
        let expected = [("Rà soát chiến lược", "completed"), ("Chia lớp", "in_progress"), ("Sửa thư viện", "not_started")];
        assert_eq!(works, expected, "{bullet} {:?}", rules(&read));
    }
    // Whoever tells it is named beside it.
    let signed = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách",
        "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT",
        "||→ Kết quả: đã rà soát xong||Thư ký",
        "2|1.5|Chia lớp|Tháng 10/2023|PHT",
    ])]);
    let works: Vec<(&str, &str)> = signed.actions.iter().map(|action| (action.task.as_str(), action.status.code())).collect();
    assert_eq!(works, [("Rà soát chiến lược", "completed"), ("Chia lớp", "no_report")], "{:?}", rules(&signed));
    // What is aimed at is no result.
    let aims = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách",
        "1|1.1|Bồi dưỡng giáo viên|Tháng 9/2023|HT",
        "||- Kết quả: 100% giáo viên được bồi dưỡng||",
        "2|1.5|Chia lớp|Tháng 10/2023|PHT",
    ])]);
    assert!(aims.actions.iter().all(|action| action.status.code() == "no_report"), "{:?}", rules(&aims));
}
