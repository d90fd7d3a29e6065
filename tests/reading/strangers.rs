//! Other papers of the school in the same workbook: they have columns as ours have, and are none of the report.

use super::{levels, rules, work};
use crate::paper::{Paper, reading};

const REPORT: [&str; 5] = [
    "TRƯỜNG THCS HOA SEN",
    "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
    "Học kỳ I năm học 2023-2024",
    "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kết quả",
    "1|3.2|Lát nền|HT|30/11/2023|Đã hoàn thành",
];

const OTHERS: [&[&str]; 9] = [
    &[
        "KẾ HOẠCH NĂM HỌC 2023-2024",
        "Thời gian|Nội dung công việc|Người thực hiện",
        "Tháng 9/2023|Khai giảng năm học|HT",
        "Tháng 10/2023|Hội nghị viên chức|CĐ",
    ],
    &["KẾ HOẠCH KIỂM TRA NỘI BỘ", "TT|Nội dung kiểm tra|Đối tượng|Thời gian|Người kiểm tra", "1|Kiểm tra hồ sơ tổ|Tổ 1|Tháng 10/2023|HT"],
    &["KẾ HOẠCH TỔ CHỨC HỘI THI", "TT|Nội dung|Thời gian|Phụ trách|Kinh phí", "1|Thi cắm hoa|20/10/2023|CĐ|2.000.000"],
    &["QUYẾT TOÁN THU CHI", "TT|Nội dung|Thời gian|Số tiền|Ghi chú", "1|Mua văn phòng phẩm|Tháng 9/2023|3000000|"],
    &[
        "THEO DÕI KIẾN NGHỊ SAU KIỂM TRA",
        "TT|Nội dung kiến nghị|Thời hạn|Người thực hiện|Kết quả khắc phục",
        "1|Bổ sung sổ họp|30/10/2023|VT|Đã khắc phục",
        "2|Sửa lan can|30/11/2023|BV|Chưa khắc phục",
    ],
    &["KẾ HOẠCH BỒI DƯỠNG THƯỜNG XUYÊN", "TT|Nội dung bồi dưỡng|Thời gian|Số tiết|Người thực hiện", "1|Module 9|Tháng 10/2023|40|GV"],
    &[
        "Sổ theo dõi văn bản",
        "TT|Số, ký hiệu|Ngày|Trích yếu nội dung|Người xử lý|Kết quả xử lý",
        "1|301/PGDĐT|20/12/2023|Báo cáo học kỳ I|VT|Đang thực hiện",
    ],
    &["THỰC TRẠNG CƠ SỞ VẬT CHẤT", "TT|Hạng mục|Số lượng|Tình trạng|Ghi chú", "1|Phòng học|10|Tốt|", "2|Nhà vệ sinh|2|Xuống cấp|Cần sửa"],
    &[
        "DANH SÁCH HỌC SINH KHUYẾT TẬT",
        "TT|Họ và tên|Lớp|Nội dung hỗ trợ|Người phụ trách|Kết quả",
        "1|Học sinh A|2A|Kèm đọc|GVCN|Đang thực hiện",
    ],
];

#[test]
fn other_papers_of_the_school_are_no_work_of_the_report() {
    for other in OTHERS {
        let below = Paper::of("BC", &[&REPORT[..], &[""], other].concat());
        let beside = [Paper::of("BC", &REPORT), Paper::of("Phụ lục", &[&["TRƯỜNG THCS HOA SEN"], other].concat())];
        for papers in [&[below][..], &beside] {
            let read = reading(papers);
            assert_eq!(work(&read), ["3.2 Lát nền @ 30/11/2023"], "{} {:?}", other[0], rules(&read));
            assert!(["T61", "T06", "T08", "T02", "T09"].iter().any(|id| rules(&read).contains(id)), "{} {:?}", other[0], rules(&read));
        }
    }
}

#[test]
fn criteria_of_another_set_are_none_of_the_schools_self_assessment() {
    for other in [
        &["ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP", "TT|Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|Có kế hoạch học tập|x|x|", "1.2|Có thư viện mở|x||"][..],
        &["TỰ ĐÁNH GIÁ XÂY DỰNG TRƯỜNG HỌC HẠNH PHÚC", "TT|Tiêu chí|Đạt|Chưa đạt", "1.1|Yêu thương học trò|x|", "1.2|An toàn tuyệt đối||x"],
        &[
            "ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ",
            "TT|Tiêu chí|Mức đạt",
            "1.1|Có ban hành kế hoạch dạy học trực tuyến|Mức 2",
            "1.2|Có quy chế|Mức 1",
        ],
    ] {
        let read = reading(&[Paper::of("BC", &REPORT), Paper::of("Phụ lục", &[&["TRƯỜNG THCS HOA SEN"], other].concat())]);
        assert!(levels(&read).is_empty(), "{} {:?}", other[0], levels(&read));
        assert!(rules(&read).contains("T61"), "{} {:?}", other[0], rules(&read));
    }
}

#[test]
fn a_plan_under_a_loose_title_still_counts() {
    // Alone in its workbook it may be what the school takes for its plan, and it is asked about.
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH PHÒNG CHỐNG TAI NẠN",
            "TT|Nội dung công việc|Người thực hiện|Thời gian",
            "1|Sửa lan can|HT|Tháng 10/2023",
        ],
    )]);
    assert_eq!(read.actions.len(), 1, "{:?}", rules(&read));
    assert!(rules(&read).contains("T61"), "{:?}", rules(&read));
    // Rows that name criteria are ours, whatever stands above them.
    let read = reading(&[
        Paper::of("BC", &REPORT),
        Paper::of(
            "KH",
            &[
                "TRƯỜNG THCS HOA SEN",
                "KẾ HOẠCH KIỂM TRA NỘI BỘ",
                "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian",
                "1|1.4|Kiểm tra tổ|HT|Tháng 10/2023",
            ],
        ),
    ]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
    // A plan of parts, and results told in a table of their own, are ours.
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "I. Cơ sở vật chất",
            "TT|Nội dung công việc|Người thực hiện|Thời gian",
            "1|Sửa lan can|HT|Tháng 10/2023",
            "II. Công tác y tế, chữ thập đỏ",
            "TT|Nội dung công việc|Người thực hiện|Thời gian",
            "1|Khám sức khỏe|YT|Tháng 11/2023",
        ],
    )]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
}

#[test]
fn rows_of_another_paper_below_ours_are_left_though_no_form_knows_their_titles() {
    for other in [
        &[
            "ĐÁNH GIÁ GIÁO VIÊN THEO CHUẨN NGHỀ NGHIỆP",
            "Tiêu chí|Chưa đạt|Đạt|Khá|Tốt",
            "Tiêu chí 1. Đạo đức nhà giáo|0|2|5|10",
            "Tiêu chí 2. Phong cách|0|1|6|10",
        ][..],
        &["CHUẨN HIỆU TRƯỞNG", "Tiêu chuẩn|Tiêu chí|Kết quả", "Tiêu chuẩn 1|Tiêu chí 1.1|Tốt", "Tiêu chuẩn 2|Tiêu chí 2.1|Đạt"],
        &["PHÂN CÔNG NHIỆM VỤ", "TT|Họ và tên|Nhiệm vụ|Thời gian|Ghi chú", "1|Giáo viên A|Phụ trách tiêu chuẩn 1|Tháng 9/2023|"],
    ] {
        let read = reading(&[Paper::of("BC", &[&REPORT[..], &["", ""], other].concat())]);
        assert_eq!(work(&read), ["3.2 Lát nền @ 30/11/2023"], "{} {:?}", other[0], rules(&read));
        assert!(rules(&read).contains("T06") && !rules(&read).contains("R03"), "{} {:?}", other[0], rules(&read));
    }
    // What a part of the plan is called, without a gap, ends nothing.
    let read = reading(&[Paper::of("BC", &[&REPORT[..], &["CHƯƠNG TRÌNH GIÁO DỤC", "2|5.1|Dạy học|PHT|12/2023|Đang làm"]].concat())]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
}

#[test]
fn a_plan_called_by_what_it_does_is_ours_beside_a_report() {
    for title in ["LỊCH THỰC HIỆN", "PHÂN CÔNG THỰC HIỆN CÁC NHIỆM VỤ", "CHƯƠNG TRÌNH HÀNH ĐỘNG"] {
        let plan = ["TRƯỜNG THCS HOA SEN", title, "TT|Nội dung công việc|Người thực hiện|Thời gian", "1|Sửa lan can|HT|Tháng 10/2023"];
        let read = reading(&[Paper::of("BC", &REPORT), Paper::of("KH", &plan)]);
        assert_eq!(read.actions.len(), 2, "{title} {:?}", rules(&read));
        assert!(!rules(&read).contains("T61"), "{title} {:?}", rules(&read));
    }
}

#[test]
fn capitals_that_go_on_with_a_work_are_no_title() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian",
            "1|1.1|RÀ SOÁT, CÔNG BỐ|HT|10/2023",
            "||KẾ HOẠCH CHIẾN LƯỢC||",
            "2|1.4|KIỆN TOÀN TỔ|HT|11/2023",
        ],
    )]);
    assert_eq!(work(&read), ["1.1 RÀ SOÁT, CÔNG BỐ\nKẾ HOẠCH CHIẾN LƯỢC @ 10/2023", "1.4 KIỆN TOÀN TỔ @ 11/2023"], "{:?}", rules(&read));
}

#[test]
fn plans_of_a_month_or_of_the_year_are_none_to_improve() {
    for title in ["KẾ HOẠCH CÔNG TÁC THÁNG 12/2023", "KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG NĂM HỌC 2023-2024"] {
        let titles = "TT|Nội dung công việc|Người phụ trách|Thời gian thực hiện|Kết quả";
        let plan = ["TRƯỜNG THCS HOA SEN", title, titles, "1|Kiểm tra cuối học kỳ I|PHT|25/12/2023|"];
        let read = reading(&[Paper::of("BC", &REPORT), Paper::of("KH", &plan)]);
        assert_eq!(work(&read), ["3.2 Lát nền @ 30/11/2023"], "{title} {:?}", rules(&read));
        assert!(rules(&read).contains("T61"), "{title} {:?}", rules(&read));
        // Alone it may be what the school took for it.
        assert_eq!(reading(&[Paper::of("KH", &plan)]).actions.len(), 1, "{title}");
    }
}

#[test]
fn lists_of_other_papers_are_not_asked_about() {
    for other in [
        &["DANH MỤC MUA SẮM THIẾT BỊ", "TT|Tên thiết bị|Đơn vị|Số lượng|Đơn giá|Thành tiền|Ghi chú", "1|Tivi|Chiếc|4|12000000|48000000|"][..],
        &["TỔNG HỢP KẾT QUẢ THI ĐUA HỌC KỲ I", "TT|Lớp|Nề nếp|Học tập|Xếp loại|Ghi chú", "1|4A|Tốt|Tốt|A|", "2|4B|Khá|Tốt|B|"],
    ] {
        let read = reading(&[Paper::of("BC", &REPORT), Paper::of("Phụ lục", &[&["TRƯỜNG THCS HOA SEN"], other].concat())]);
        assert_eq!(work(&read), ["3.2 Lát nền @ 30/11/2023"], "{}", other[0]);
        assert!(!rules(&read).contains("T01") && !rules(&read).contains("T02") && rules(&read).contains("T09"), "{:?}", rules(&read));
    }
}

#[test]
fn a_plan_to_the_right_of_another_table_is_the_work() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            "",
            "Lớp|Sĩ số|Nữ|||TT|Tiêu chí|Công việc|Phụ trách|Hạn",
            "6A|35|17|||1|1.5|Chia tách lớp|HT|15/9/2023",
            "6B|34|18|||2|2.4|Tuyên truyền nội quy|Đội|20/9/2023",
            "7A|30|12|||3|5.5|Dạy bơi|TPT|31/5/2024",
            "8A|33|15",
            "9A|29|14",
        ],
    )]);
    assert_eq!(
        work(&read),
        ["1.5 Chia tách lớp @ 15/9/2023", "2.4 Tuyên truyền nội quy @ 20/9/2023", "5.5 Dạy bơi @ 31/5/2024"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_sheet_of_choices_and_a_list_of_who_leads_each_group_are_no_tables_of_ours() {
    let plan = Paper::of("KH", &REPORT);
    let levels = ["Không đạt", "Mức 1", "Mức 2", "Mức 3"];
    let states = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"];
    let mut rows = vec!["Tiêu chí|Tình trạng|Mức".to_owned()];
    let at = |of: &[&str], row: usize| of.get(row).copied().unwrap_or_default().to_owned();
    rows.extend((0..10).map(|row| format!("1.{}|{}|{}", row + 1, at(&states, row), at(&levels, row))));
    let choices = Paper::of("DM", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let read = reading(&[plan.clone(), choices]);
    assert_eq!((read.actions.len(), read.assessments.len()), (1, 0), "{:?}", rules(&read));
    assert!(rules(&read).contains("T08") && !rules(&read).contains("T01"), "{:?}", rules(&read));
    // All ten judged: no list of choices, be they in that order at first.
    let judged: Vec<String> = (0..10).map(|row| format!("1.{}|{}", row + 1, levels[if row < 4 { row } else { 2 }])).collect();
    let judged = [&["Tiêu chí|Mức".to_owned()][..], &judged].concat();
    let read = reading(&[plan.clone(), Paper::of("TĐG", &judged.iter().map(String::as_str).collect::<Vec<_>>())]);
    assert_eq!(read.assessments.iter().filter(|row| row.level == 1).count(), 10, "{:?}", rules(&read));

    let groups = Paper::of(
        "Phân công",
        &[
            "PHÂN CÔNG NHIỆM VỤ HỘI ĐỒNG TỰ ĐÁNH GIÁ",
            "TT|Tiêu chuẩn|Nhóm phụ trách|Nhóm trưởng|Ghi chú",
            "1|Tiêu chuẩn 1|Nhóm 1|Phó hiệu trưởng",
            "2|Tiêu chuẩn 2|Nhóm 2|Tổ văn phòng",
            "3|Tiêu chuẩn 3|Nhóm 3|Tổ văn phòng",
            "4|Tiêu chuẩn 4|Nhóm 4|Kế toán",
            "5|Tiêu chuẩn 5|Nhóm 5|Tổ văn phòng",
        ],
    );
    let read = reading(&[plan, groups]);
    assert_eq!(read.actions.len(), 1, "{:?}", rules(&read));
}
