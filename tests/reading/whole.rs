//! Sheets as schools fill them in: works under indicators, times at first and as adjusted, results beside what is to mend them, and who signs.

use super::{levels, rules, sheet, work};
use crate::paper::{Office, Paper, reading, workbook};
use ctcl::model::Status;
use ctcl::read::Source;
use ctcl::reading::Reading;

const TITLES: &str = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí";

/// Read and linked.
fn linked(papers: &[Paper]) -> Reading {
    Office::in_year(2023).link(&[Source::in_memory("bao-cao.xlsx", workbook(papers))])
}

fn dues(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.window.due.map_or("-".to_owned(), |due| due.to_string())).collect()
}

#[test]
fn works_under_the_indicators_of_a_criterion_are_works_each() {
    let expected = [
        "1.5 Phân lại lớp @ 9/2023",
        "1.5 Giảm sĩ số @ 10/2023",
        "3.5 Mua máy chiếu @ 11/2023",
        "3.5 Sửa loa @ 12/2023",
        "3.5 Thay bàn @ 1/2024",
    ];
    for [a, b, c] in [
        ["Chỉ báo a", "Chỉ báo b", "Chỉ báo c"],
        ["a", "b", "c"],
        ["a)", "b)", "c)"],
        ["Chỉ báo a: Số lượng", "Chỉ báo b: Tình trạng", "Chỉ báo c: Sử dụng"],
        ["Nội hàm a.", "Nội hàm b.", "Nội hàm c."],
    ] {
        let rows = [
            TITLES.to_owned(),
            "1|Tiêu chí 1.5||||".to_owned(),
            format!("|{a}|Phân lại lớp|HT|9/2023|0"),
            format!("|{b}|Giảm sĩ số|PHT|10/2023|1.000.000"),
            "2|Tiêu chí 3.5||||".to_owned(),
            format!("|{a}|Mua máy chiếu|KT|11/2023|20.000.000"),
            format!("|{b}|Sửa loa|KT|12/2023|2.000.000"),
            format!("|{c}|Thay bàn|KT|1/2024|5.000.000"),
        ];
        let read = reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())]);
        assert_eq!(work(&read), expected, "{a}: {:?}", rules(&read));
        assert!(!rules(&read).contains("R01"), "{:?}", rules(&read));
        let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
        assert_eq!(money, [0, 1_000_000, 20_000_000, 2_000_000, 5_000_000].map(Some));
    }
}

#[test]
fn works_under_indicators_need_neither_time_nor_a_heading_of_their_own() {
    let rows = [
        "Tiêu chí|Công việc|Người thực hiện|Thời gian",
        "Tiêu chí 3.5|Kiểm kê thiết bị||",
        "Chỉ báo b|Mua máy chiếu||",
        "Chỉ báo c|Sửa loa||",
        "Tiêu chí 3.6|Mua sách||",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(work(&read), ["3.5 Kiểm kê thiết bị @ ", "3.5 Mua máy chiếu @ ", "3.5 Sửa loa @ ", "3.6 Mua sách @ "], "{:?}", rules(&read));
}

#[test]
fn what_is_no_indicator_below_a_criterion_stays_what_it_is() {
    for (rest, expected) in [
        // The rest of a name over the end of a page, of a work, of a time.
        ("|an toàn|trường học|||", "1.10 Diễn tập trường học @ 9/2023"),
        ("||cho học sinh|||", "1.10 Diễn tập cho học sinh @ 9/2023"),
        ("|bảo vệ|||10/2023|", "1.10 Diễn tập @ 9/2023 10/2023"),
        // A letter alone, and no work beside it.
        ("|a||||", "1.10 Diễn tập @ 9/2023"),
    ] {
        let read = reading(&[sheet(&[
            TITLES,
            "1|Tiêu chí 1.10: An ninh trật tự,|Diễn tập|BV|9/2023|0",
            rest,
            "2|Tiêu chí 2.1|Dự giờ|HT|5/2024|0",
        ])]);
        assert_eq!(work(&read), [expected, "2.1 Dự giờ @ 5/2024"], "{rest}: {:?}", rules(&read));
    }
    // No code above: the letters count the works.
    let read = reading(&[sheet(&[TITLES, "1|a|Rà soát chiến lược (tiêu chí 1.1)|HT|9/2023|0", "2|b|Dự giờ (tiêu chí 2.1)|HT|5/2024|0"])]);
    assert_eq!(dues(&read), ["2023-09-30", "2024-05-31"], "{:?}", rules(&read));
}

#[test]
fn a_time_at_first_and_its_adjustment_are_one_time() {
    for [first, adjusted] in [
        ["Thời gian ban đầu", "Thời gian điều chỉnh"],
        ["Thời hạn ban đầu", "Thời hạn điều chỉnh"],
        ["Thời gian thực hiện ban đầu", "Thời gian sau điều chỉnh"],
    ] {
        let titles = format!("TT|Tiêu chí|Công việc|Người thực hiện|{first}|{adjusted}|Kinh phí");
        let read = reading(&[sheet(&[
            &titles,
            "1|1.1|Rà soát chiến lược|HT|9/2023||0",
            "2|2.1|Dự giờ|HT|9/2023|11/2023|0",
            "3|3.5|Mua ti vi|KT|10/2023|-|5.000.000",
        ])]);
        assert_eq!(dues(&read), ["2023-09-30", "2023-11-30", "2023-10-31"], "{first}: {:?}", rules(&read));
        assert!(rules(&read).contains("T28"), "{:?}", rules(&read));
    }
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian ban đầu|Kinh phí";
    let read = reading(&[sheet(&[titles, "1|1.1|Rà soát chiến lược|HT|9/2023|0", "2|2.1|Dự giờ|HT|Tháng 11/2023|0"])]);
    assert_eq!(dues(&read), ["2023-09-30", "2023-11-30"], "{:?}", rules(&read));
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian bắt đầu|Thời gian kết thúc|Kinh phí";
    let read = reading(&[sheet(&[titles, "1|1.1|Rà soát chiến lược|HT|9/2023|10/2023|0", "2|2.1|Dự giờ|HT|9/2023|11/2023|0"])]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-11-30"], "{:?}", rules(&read));
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian bắt đầu|Kinh phí";
    let read = reading(&[sheet(&[titles, "1|1.1|Rà soát chiến lược|HT|9/2023|0", "2|2.1|Dự giờ|HT|11/2023|0"])]);
    assert_eq!(dues(&read), ["-", "-"], "when it begins says not when it ends: {:?}", rules(&read));
}

#[test]
fn what_is_to_mend_the_rest_is_not_the_work() {
    let plan = Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            TITLES,
            "1|1.1|Rà soát chiến lược|HT|9/2023|0",
            "2|3.5|Mua ti vi|KT|10/2023|5.000.000",
        ],
    );
    for remedy in ["Hướng khắc phục", "Biện pháp khắc phục", "Giải pháp tiếp theo"] {
        let titles = format!("Tiêu chí|Đã làm được|Chưa làm được|Nguyên nhân|{remedy}");
        let report = Paper::of(
            "KQ",
            &[
                "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
                &titles,
                "1.1|Đã rà soát chiến lược|||",
                "3.5||Mua ti vi|Thiếu kinh phí|Vận động phụ huynh",
            ],
        );
        let read = linked(&[plan.clone(), report]);
        let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [Status::Completed, Status::NotStarted], "{remedy}: {:?}", rules(&read));
        assert!(!rules(&read).contains("X02"), "{:?}", rules(&read));
    }
    // Before what was done it is the work.
    let titles = "Tiêu chí|Biện pháp khắc phục|Đã làm được|Chưa làm được";
    let report =
        Paper::of("KQ", &["KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN", titles, "1.1|Rà soát chiến lược|Xong|", "3.5|Mua ti vi||Chưa mua"]);
    let read = linked(&[plan, report]);
    assert_eq!(
        read.actions.iter().map(|action| action.status).collect::<Vec<_>>(),
        [Status::Completed, Status::NotStarted],
        "{:?}",
        rules(&read)
    );
    // In a plan it is the work wherever it stands.
    let read = reading(&[sheet(&[
        "Tiêu chí|Đã làm được|Chưa làm được|Biện pháp khắc phục|Người thực hiện|Thời gian",
        "1.1|Có chiến lược|Chưa rà soát|Rà soát chiến lược|HT|9/2023",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023"], "{:?}", rules(&read));
}

#[test]
fn those_who_sign_under_the_columns_of_the_work_do_none() {
    let rows = [TITLES, "1|1.1|Rà soát chiến lược|HT|9/2023|0", "2|2.1|Dự giờ|HT|5/2024|0"];
    for signed in [
        &["Nơi nhận:||DUYỆT CỦA PHÒNG GD&ĐT||HIỆU TRƯỞNG|", "- Phòng GD&ĐT;||Trưởng phòng||(đã ký)|", "- Lưu VT.||||Lê Thị Mai|"][..],
        &["Nơi nhận:||Người lập||Hiệu trưởng|", "- Lưu: VT.||Trần Nam||Lê Mai|"],
        &["|NGƯỜI LẬP BIỂU|KẾ TOÁN|CHỦ TỊCH CÔNG ĐOÀN|HIỆU TRƯỞNG|", "|Nam|Lan|Cúc|Mai|"],
    ] {
        let read = reading(&[sheet(&[&rows, signed].concat())]);
        assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "2.1 Dự giờ @ 5/2024"], "{signed:?}: {:?}", rules(&read));
    }
    for own in [
        "3|1.9|DUYỆT KẾ HOẠCH GIÁO DỤC|HIỆU TRƯỞNG|10/2023|0",
        "3|1.9|XÁC NHẬN HỒ SƠ|KẾ TOÁN|HẰNG THÁNG|",
        "|1.9|Phê duyệt thực đơn|Hiệu trưởng||",
    ] {
        let read = reading(&[sheet(&[&rows[..], &[own]].concat())]);
        assert_eq!(read.actions.len(), 3, "{own}: {:?}", work(&read));
    }
}

#[test]
fn columns_that_did_not_fit_the_page_may_tell_the_results_of_a_half() {
    let first =
        ["STT|Tiêu chí|Nội dung công việc|Người thực hiện", "1|1.1|Rà soát chiến lược|HT", "2|3.5|Mua ti vi|KT", "3|3.6|Mua sách|TV", ""];
    for result in ["Kết quả HKI", "Kết quả học kỳ I", "Tình hình thực hiện HK1"] {
        let rest = [
            "(tiếp theo)".to_owned(),
            format!("STT|Tiêu chí|Thời gian|Kinh phí|{result}"),
            "1|1.1|9/2023|0|Đã rà soát".to_owned(),
            "2|3.5|10/2023|5.000.000|Chưa mua".to_owned(),
            "3|3.6|11/2023|1.000.000|Đang mua".to_owned(),
        ];
        let all: Vec<&str> = first.into_iter().chain(rest.iter().map(String::as_str)).collect();
        let read = linked(&[sheet(&all)]);
        let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [Status::Completed, Status::NotStarted, Status::InProgress], "{result}: {:?}", rules(&read));
        assert_eq!(dues(&read), ["2023-09-30", "2023-10-31", "2023-11-30"], "{result}: {:?}", rules(&read));
    }
}

#[test]
fn what_others_found_and_what_was_spent_is_told_in_passing() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Tự đánh giá|||Đánh giá ngoài||",
        "|Mức 1|Mức 2|Mức 3|Mức 1|Mức 2|Mức 3",
        "1.1|x|x|x|x|x|",
        "1.3|x|x||x||",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 2, 3)
    .merged(2, 4, 2, 6)]);
    assert_eq!(levels(&read).into_values().collect::<Vec<_>>(), ["+++", "++-"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T40") && !rules(&read).contains("T29"), "{:?}", rules(&read));
    let plan = Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            TITLES,
            "1|1.1|Rà soát chiến lược|HT|9/2023|0",
            "2|3.5|Mua ti vi|KT|10/2023|5.000.000",
        ],
    );
    let report =
        Paper::of("BC", &["BÁO CÁO KẾT QUẢ HỌC KỲ I", "Việc số|Tình trạng|Kinh phí đã chi", "1|Hoàn thành|", "2|Hoàn thành|4.800.000"]);
    let read = linked(&[plan, report]);
    assert!(["T14", "F78"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
    assert_eq!(read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum::<i64>(), 5_000_000);
}

#[test]
fn the_title_of_a_standard_that_names_roles_is_no_signature() {
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí";
    for title in ["TIÊU CHUẨN 2: CÁN BỘ QUẢN LÝ, GIÁO VIÊN, NHÂN VIÊN VÀ HỌC SINH", "TIÊU CHUẨN 2. CÁN BỘ QUẢN LÝ, GIÁO VIÊN, NHÂN VIÊN"]
    {
        let rows = [
            "TIÊU CHUẨN 1: TỔ CHỨC VÀ QUẢN LÝ NHÀ TRƯỜNG",
            titles,
            "1|Tiêu chí 1|Rà soát chiến lược|HT|9/2023|0",
            "|Cộng TC1: 1 việc||||0",
            "Trang 1",
            titles,
            title,
            "1|Tiêu chí 1|Học bồi dưỡng|HT|10/2023|0",
            "2|Tiêu chí 2|Cử đi học|PHT|11/2023|0",
        ];
        let read = reading(&[sheet(&rows).merged(8, 0, 8, 5)]);
        assert_eq!(
            work(&read),
            ["1.1 Rà soát chiến lược @ 9/2023", "2.1 Học bồi dưỡng @ 10/2023", "2.2 Cử đi học @ 11/2023"],
            "{title}: {:?}",
            rules(&read)
        );
    }
}

#[test]
fn indicators_may_be_written_behind_the_codes() {
    let rows = [
        "Chỉ báo|Điểm yếu|Biện pháp|Người thực hiện|Thời gian",
        "1.1a|Chưa rà soát|Rà soát chiến lược|HT|9/2023",
        "1.1b|Chưa công khai|Công khai chiến lược|HT|10/2023",
        "3.5a|Thiếu máy|Mua máy chiếu|KT|11/2023",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát chiến lược @ 9/2023", "1.1 Công khai chiến lược @ 10/2023", "3.5 Mua máy chiếu @ 11/2023"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn what_a_criterion_is_called_is_no_work_of_it() {
    let titles = "TC|Nội dung|Biện pháp|Người thực hiện|Thời gian|Kết quả";
    let named = [
        "1.9|Thực hiện quy chế dân chủ cơ sở||||",
        "1.9.a|Hòm thư chưa mở|Mở hòm thư góp ý|HT|9/2023|Đã mở",
        "1.9.b|Chưa tiếp dân|Ban hành lịch tiếp dân|HT|10/2023|Chưa",
        "3.6|Thư viện||||",
        "3.6.a|Ít sách|Mua sách|TV|11/2023|Chưa mua",
    ];
    let read = reading(&[sheet(&[&[titles], &named[..]].concat())]);
    assert_eq!(
        work(&read),
        ["1.9 Mở hòm thư góp ý @ 9/2023", "1.9 Ban hành lịch tiếp dân @ 10/2023", "3.6 Mua sách @ 11/2023"],
        "{:?}",
        rules(&read)
    );
    assert!(rules(&read).contains("R07"), "{:?}", rules(&read));
    // With a time, a doer or a result it is work; so are words of the school's own, and the name of another criterion.
    for own in [
        "3.6|Thư viện||TV|11/2023|",
        "3.6|Thư viện||||Đã sửa",
        "3.6|Mua sách cho thư viện||||",
        "3.5|Thư viện||||",
        "3.6|Thư viện xanh||||",
    ] {
        let read = reading(&[sheet(&[titles, "1.1|Chưa rà soát|Rà soát chiến lược|HT|9/2023|Đã xong", own])]);
        assert_eq!(read.actions.len(), 2, "{own}: {:?} {:?}", work(&read), rules(&read));
    }
}

#[test]
fn the_criterion_that_a_heading_names_is_that_of_the_works_under_it() {
    let titles = "TT|Biện pháp|Người thực hiện|Thời gian|Kết quả";
    for [one, two, three] in [["1.1", "1.2", "2.1"], ["1a", "1b", "2a"], ["1.1", "1.2", "2.1."]] {
        let rows = [
            titles.to_owned(),
            "1|Điểm yếu: Chiến lược chưa rà soát (tiêu chí 1.1)|||".to_owned(),
            format!("{one}|Rà soát chiến lược|HT|9/2023|Đã xong"),
            format!("{two}|Công khai chiến lược|HT|10/2023|Chưa"),
            "2|Điểm yếu: Thiếu máy chiếu (tiêu chí 3.5)|||".to_owned(),
            format!("{three}|Mua máy chiếu|KT|11/2023|Chưa mua"),
            "3|Mua sách|TV|12/2023|Chưa mua".to_owned(),
            "4|Sửa mái nhà xe (tiêu chí 3.3)|BV|12/2023|Chưa".to_owned(),
        ];
        let read = reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())]);
        let expected = [
            "1.1 Rà soát chiến lược @ 9/2023",
            "1.1 Công khai chiến lược @ 10/2023",
            "3.5 Mua máy chiếu @ 11/2023",
            "? Mua sách @ 12/2023",
        ];
        assert_eq!(work(&read)[..4], expected, "{one}: {:?}", rules(&read));
        assert_eq!(work(&read)[4], "3.3 Sửa mái nhà xe (tiêu chí 3.3) @ 12/2023");
    }
    let bullets = [
        titles,
        "|Thư viện (tiêu chí 3.6):|||",
        "|- Mua sách|TV|9/2023|Đã mua",
        "|- Mua phần mềm theo tiêu chí 3.5|KT|10/2023|Chưa",
        "|Dự giờ|HT|11/2023|Chưa",
    ];
    let read = reading(&[sheet(&bullets)]);
    assert_eq!(
        work(&read),
        ["3.6 - Mua sách @ 9/2023", "3.5 - Mua phần mềm theo tiêu chí 3.5 @ 10/2023", "? Dự giờ @ 11/2023"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn what_is_left_of_the_money_is_no_cost() {
    let titles = ["TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí||", "|||||Dự toán|Đã chi|Còn lại"];
    let rows = ["1|3.5|Mua ti vi|KT|10/2023|5.000.000|3.000.000|2.000.000", "2|3.6|Mua sách|TV|11/2023|2.000.000||2.000.000"];
    let read = reading(&[sheet(&[titles, rows].concat()).merged(2, 5, 2, 7)]);
    assert_eq!(read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum::<i64>(), 7_000_000, "{:?}", rules(&read));
    assert!(!rules(&read).contains("T21"), "{:?}", rules(&read));
    // Beside nothing spent it may be a part.
    let titles = ["TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí|", "|||||Ngân sách|Còn lại"];
    let rows = ["1|3.5|Mua ti vi|KT|10/2023|5.000.000|2.000.000", "2|3.6|Mua sách|TV|11/2023|2.000.000|1.000.000"];
    let read = reading(&[sheet(&[titles, rows].concat()).merged(2, 5, 2, 6)]);
    assert!(rules(&read).contains("T21"), "{:?}", rules(&read));
}

#[test]
fn what_somebody_who_may_sign_does_within_the_table_is_work() {
    let titles = "TT|Tiêu chí|Công việc|Chủ trì|Thời gian";
    let first = "1|2.1|Tự học ngoại ngữ|HT|9/2023";
    let last = "2|2.2|Bồi dưỡng|HT|10/2023";
    for own in [
        "||Hiệu trưởng học lớp trung cấp chính trị||11/2023",
        "||Phó hiệu trưởng dự giờ 2 tiết/tuần||Tháng 10/2023",
        "||Phê duyệt kế hoạch tổ||9/2023",
        "||Xác nhận hồ sơ minh chứng|Văn phòng|",
        "||Duyệt giáo án hằng tuần|Tổ trưởng|",
        "||KT hồ sơ sổ sách|Tổ trưởng|",
        "||Chủ tịch hội đồng trường triệu tập họp|Văn phòng|",
    ] {
        let read = reading(&[sheet(&[titles, first, own, last])]);
        assert_eq!(read.actions.len(), 3, "{own}: {:?} {:?}", work(&read), rules(&read));
    }
    for signed in [
        "||Hiệu trưởng||",
        "||Duyệt của Hiệu trưởng||",
        "||Xác nhận nhà trường||",
        "||Hiệu trưởng trường THCS Bình Minh||",
        "||Hiệu trưởng đã ký, đóng dấu||",
        "||KT. Hiệu trưởng||",
        "||Thư ký hội đồng tự đánh giá||",
        "||Phê duyệt của lãnh đạo nhà trường||",
        "||Duyệt ban giám hiệu nhà trường||",
        "||Duyệt kế hoạch||",
        "||Hiệu trưởng phê duyệt||",
        "||Hiệu trưởng xác nhận||",
        "||Hiệu trưởng lập kế hoạch||",
        "||Thư ký ghi biên bản||",
    ] {
        let read = reading(&[sheet(&[titles, first, last, signed])]);
        assert_eq!(work(&read), ["2.1 Tự học ngoại ngữ @ 9/2023", "2.2 Bồi dưỡng @ 10/2023"], "{signed}: {:?}", rules(&read));
    }
}

#[test]
fn numbers_of_criteria_begin_rows() {
    let titles = "Tiêu chí|Hoạt động|Thời gian|Phụ trách|Mức độ thực hiện";
    // Whose standard they are of nobody says, and they are two.
    let read = reading(&[sheet(&[titles, "1|Bổ sung tầm nhìn|9/2023|HT|", "7|Phân công hợp lý||PHT|"])]);
    assert_eq!(read.actions.len(), 2, "{:?} {:?}", work(&read), rules(&read));
}
