//! Plans as offices receive them: results beside the work, sums beside titles, an example of the form's maker, titles in two languages.

use super::{leaves_out, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};
use ctcl::reading::Reading;

fn states(read: &Reading) -> Vec<&'static str> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.status.code()).collect()
}

#[test]
fn a_plan_that_tells_its_results_beside_the_work_is_read_whole() {
    let rows = [
        "TRƯỜNG THCS HOA SEN",
        "THEO DÕI KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
        "TT|Tiêu chí|KẾ HOẠCH||||KẾT QUẢ THỰC HIỆN||",
        "||Nội dung|Người phụ trách|Thời gian|Kinh phí|Đã hoàn thành|Đang thực hiện|Chưa thực hiện",
        "1|1.1|Rà soát chiến lược|HT|9/2023|Không|Đã rà soát tháng 9||",
        "2|1.2|Kiện toàn hội đồng|HT|10/2023|Không||Đang xin quyết định|",
        "3|3.5|Mua 5 tivi|KT|12/2023|60 triệu|||Chưa có kinh phí",
    ];
    let read = reading(&[Paper::of("KH", &rows).merged(2, 2, 2, 5).merged(2, 6, 2, 8).merged(2, 0, 3, 0).merged(2, 1, 3, 1)]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "1.2 Kiện toàn hội đồng @ 10/2023", "3.5 Mua 5 tivi @ 12/2023"]);
    assert_eq!(states(&read), ["completed", "in_progress", "not_started"]);
    assert_eq!(read.actions[2].cost.amount_vnd, Some(60_000_000));
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn a_report_under_its_own_name_is_a_report_whatever_it_repeats_of_the_plan() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Đã thực hiện|Đang thực hiện|Chưa thực hiện",
        "1|1.1|Rà soát chiến lược|HT|9/2023|x||",
        "2|3.5|Mua tivi|KT|12/2023||x|",
    ])]);
    assert_eq!((read.actions.len(), read.reports.len()), (0, 2));
    let told: Vec<(&str, &str)> = read.reports.iter().map(|report| (report.planned.as_str(), report.status.code())).collect();
    assert_eq!(told, [("Rà soát chiến lược", "completed"), ("Mua tivi", "in_progress")]);
}

#[test]
fn what_the_rows_of_a_standard_come_to_stands_beside_its_title() {
    let read = reading(&[sheet(&[
        "|||||ĐVT: triệu đồng",
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí",
        "I|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường||||12",
        "1|1.1|Rà soát chiến lược|HT|9/2023|2",
        "2|1.6|Mua phần mềm|KT|10/2023|10",
        "II|Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học||||30",
        "3|3.5|Mua tivi|KT|11/2023|30",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "1.6 Mua phần mềm @ 10/2023", "3.5 Mua tivi @ 11/2023"]);
    let amounts: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(amounts, [Some(2_000_000), Some(10_000_000), Some(30_000_000)]);
    let left = read.findings.iter().find(|finding| finding.rule.id == "T06").map(|finding| finding.message());
    assert!(left.as_ref().is_some_and(|left| left.contains("tên và số tổng của tiêu chuẩn")), "{left:?}");
    assert!(!rules(&read).contains("R04") && !rules(&read).contains("R01"), "{:?}", rules(&read));
}

#[test]
fn the_example_of_the_form_is_no_work_of_the_school() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí",
        "Ví dụ|1.1|Rà soát phương hướng|Hiệu trưởng|9/2023|1.000.000đ",
        "1|3.2|Sơn lớp học|KT|8/2023|30 triệu",
    ])]);
    assert_eq!(work(&read), ["3.2 Sơn lớp học @ 8/2023"]);
    assert!(read.findings.iter().any(|finding| finding.rule.id == "T06" && finding.message().contains("dòng ví dụ")));
}

#[test]
fn titles_in_two_languages_are_read_by_the_first() {
    for titles in [
        "STT (No.)|Tiêu chí (Criterion)|Nội dung công việc (Task)|Người phụ trách (Person in charge)|Thời gian (Deadline)|Kinh phí (Budget)",
        "STT|Tiêu chí/Criterion|Nội dung công việc/Tasks|Người phụ trách/Person in charge|Thời gian/Deadline|Kinh phí/Budget",
    ] {
        let read = reading(&[sheet(&[titles, "1|1.1|Rà soát chiến lược|HT|9/2023|0", "2|3.6|Mua sách|TV|10/2023|50 triệu"])]);
        assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "3.6 Mua sách @ 10/2023"], "{titles}");
        assert_eq!(read.actions[1].cost.amount_vnd, Some(50_000_000));
    }
}

#[test]
fn a_code_may_stand_behind_the_name_of_its_criterion() {
    let read = reading(&[sheet(&[
        super::PLAN,
        "1|Thiết bị - 3.5|Mua máy|KT|11/2023",
        "2|Thư viện (3.6)|Mua sách|TV|10/2023",
        "3|Sân bãi - 30.10|Lát sân|BV|10/2023",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua máy @ 11/2023", "3.6 Mua sách @ 10/2023", "? Lát sân @ 10/2023"]);
}

#[test]
fn a_line_ends_within_a_code_and_within_an_amount() {
    let paper = sheet(&["TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí", "1||Lắp camera|BV|10/2023|"])
        .put(3, 1, Typed::Text("Tiêu chí\n1.\n10".to_owned()))
        .put(3, 5, Typed::Text("5.000.\n000đ".to_owned()));
    let read = reading(&[paper]);
    assert_eq!(work(&read), ["1.10 Lắp camera @ 10/2023"]);
    assert_eq!(read.actions[0].cost.amount_vnd, Some(5_000_000));
}

#[test]
fn a_verdict_beside_what_was_done_is_the_status() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung công việc|Kết quả đạt được|Đánh giá",
        "1|1.1|Rà soát chiến lược|Đã ban hành chiến lược mới|Hoàn thành",
        "2|3.5|Mua tivi|Đã mua 3/5 cái|Chưa hoàn thành",
        "3|3.6|Mua sách||Chưa thực hiện",
        "4|5.2|Dạy bồi dưỡng|Đã mở 2 lớp|Tốt",
    ])]);
    let told: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(told, ["completed", "in_progress", "not_started", "completed"]);
    assert_eq!(read.reports[1].done_text, "Đã mua 3/5 cái");
}

#[test]
fn progress_is_a_time_or_a_status_by_what_stands_below() {
    let report = "BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG";
    let read = reading(&[sheet(&[
        report,
        "TT|Tiêu chí|Nội dung|Tiến độ|Ghi chú",
        "1|1.1|Rà soát|Đã hoàn thành|",
        "2|3.5|Mua tivi|Đang thực hiện, chậm 1 tháng|",
        "3|3.2|Xây phòng|Chưa|",
    ])]);
    let told: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(told, ["completed", "in_progress", "not_started"], "{:?}", rules(&read));
    let read =
        reading(&[sheet(&["TT|Tiêu chí|Công việc|Phụ trách|Tiến độ", "1|1.1|Rà soát|HT|9/2023", "2|1.2|Kiện toàn|HT|Tháng 10/2023"])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "1.2 Kiện toàn @ Tháng 10/2023"]);
}

#[test]
fn a_sheet_called_after_a_standard_holds_its_criteria() {
    let mut paper = sheet(&[super::PLAN, "1|Tiêu chí 5|Mua tivi|Kế toán|Tháng 11/2023"]);
    paper.name = "Tiêu chuẩn 3".to_owned();
    assert_eq!(work(&reading(&[paper])), ["3.5 Mua tivi @ Tháng 11/2023"]);
}

#[test]
fn one_title_of_a_later_form_makes_no_later_form() {
    let read = reading(&[sheet(&[
        "Mã TC|Nội dung cải tiến|Biện pháp|Người chịu trách nhiệm|Hoàn thành trước",
        "1.10|An ninh|Lắp camera|Bảo vệ|30/11/2023",
    ])]);
    assert_eq!(work(&read), ["1.10 Lắp camera @ 30/11/2023"]);
    assert!(!rules(&read).contains("K23"), "{:?}", rules(&read));
    let whole = "TT|Nội dung cải tiến|Mục tiêu cải tiến|Hoạt động/giải pháp|Chỉ số đánh giá kết quả|Thời gian thực hiện|Đơn vị/cá nhân phụ trách|Nguồn lực bảo đảm|Thông tin, dữ liệu hoặc minh chứng dự kiến|Mức độ thực hiện";
    let read = reading(&[sheet(&[whole, "1|TC 1.1. Chiến lược|Có|Công bố|1|10/2023|HT|Không|Web|Hoàn thành"])]);
    assert!(rules(&read).contains("K23"), "{:?}", rules(&read));
}

#[test]
fn a_list_of_people_below_the_plan_is_no_work() {
    let read = reading(&[sheet(&[
        super::PLAN,
        "1|1.1|Rà soát chiến lược|Hiệu trưởng|Tháng 10/2023",
        "",
        "DANH SÁCH HỘI ĐỒNG TỰ ĐÁNH GIÁ",
        "TT|Họ và tên|Chức vụ|Nhiệm vụ",
        "1|Nguyễn Văn A|Hiệu trưởng|Chủ tịch",
        "2|Trần Thị B|Phó hiệu trưởng|Phó chủ tịch",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ Tháng 10/2023"]);
    let left: Vec<String> = read.findings.iter().filter(|finding| finding.rule.id == "T06").map(|finding| finding.message()).collect();
    assert!(left.iter().any(|left| left.contains("6-9 (bảng khác")), "{left:?}");
    assert!(!rules(&read).contains("R03") && !rules(&read).contains("T61"), "{:?}", rules(&read));
}

#[test]
fn a_question_in_a_title_is_answered_by_yes_and_no() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời hạn|Hoàn thành (Có/Không)",
        "1|1.1|Rà soát|HT|9/2023|Có",
        "2|3.5|Mua tivi|KT|12/2023|Không",
        "3|3.6|Mua sách|TV|12/2023|",
    ])]);
    assert_eq!(states(&read), ["completed", "not_started", "no_report"]);
}

#[test]
fn what_a_number_format_shows_is_what_stands_there() {
    let paper = sheet(&["TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí", "1|3.5|Mua tivi|KT||", "2|3.6|Mua sách|TV||"])
        .put(3, 4, Typed::Shown(45_200.0, "mmm-yy"))
        .put(3, 5, Typed::Shown(25.0, "#,##0\" triệu\""))
        .put(4, 4, Typed::Shown(45_200.0, "dd/mm/yyyy"))
        .put(4, 5, Typed::Shown(5_000_000.0, "#,##0\"đ\""));
    let read = reading(&[paper]);
    let dues: Vec<String> = read.actions.iter().filter_map(|action| action.window.due).map(|due| due.to_string()).collect();
    assert_eq!(dues, ["2023-10-31", "2023-10-01"]);
    let amounts: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(amounts, [Some(25_000_000), Some(5_000_000)]);
}

#[test]
fn strengths_and_weaknesses_beside_the_level_leave_it_a_self_assessment() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn, tiêu chí|Điểm mạnh|Điểm yếu|Mức đạt|Minh chứng",
        "1|1.1|Có chiến lược|Không|Đạt Mức 2|H1-1.1-01",
        "2|1.2|Khá|Thiếu|Chưa đạt|H1-1.2-01",
    ])]);
    assert_eq!(super::levels(&read), super::expected(&[("1.1", "++-"), ("1.2", "--")]), "{:?}", rules(&read));
}

#[test]
fn a_title_of_criteria_over_their_code_and_their_name_holds_the_code() {
    let rows = [
        "TT|Tiêu chí||Công việc|Phụ trách|Thời gian",
        "|Mã|Tên|||",
        "1|1.1|Phương hướng, chiến lược|Rà soát|HT|9/2023",
        "2|1.10|An ninh trật tự|Lắp camera|BV|10/2023",
    ];
    let read = reading(&[sheet(&rows).merged(2, 1, 2, 2).merged(2, 0, 3, 0).merged(2, 3, 3, 3).merged(2, 4, 3, 4).merged(2, 5, 3, 5)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "1.10 Lắp camera @ 10/2023"]);
}

#[test]
fn signs_for_what_stands_above_are_read_under_a_state_too() {
    for sign in ["//", ",,"] {
        let rows = [format!("2|{sign}|Công bố trên trang web|{sign}|{sign}"), format!("3|2.3|Bồi dưỡng nhân viên|{sign}|{sign}")];
        let titles = "TT|Tiêu chí|Nội dung|Thời gian|Tình trạng";
        let read = reading(&[sheet(&[titles, "1|1.1|Rà soát chiến lược phát triển|Tháng 9/2023|Đã xong", &rows[0], &rows[1]])]);
        assert!(read.actions.iter().all(|action| action.status.code() == "completed"), "{sign}: {:?}", rules(&read));
        assert!(read.actions.iter().all(|action| action.window.due.is_some()), "{sign}: {:?}", rules(&read));
    }
}

#[test]
fn a_plan_with_ticks_for_its_states_keeps_its_money_without_a_column_of_people() {
    for title in ["KẾ HOẠCH VÀ KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"] {
        let read = reading(&[sheet(&[
            title,
            "TT|Tiêu chí|Công việc|Thời gian hoàn thành|Kinh phí|Đã làm|Đang làm|Chưa làm",
            "1|TC 1.4|Kiện toàn tổ|30/9/2023|Không|x||",
            "2|TC 3.3|Sửa phòng y tế|15/11/2023|22.000.000||x|",
            "3|TC 3.5|Mua 2 máy chiếu|31/12/2023|30.000.000|||x",
        ])]);
        assert_eq!(states(&read), ["completed", "in_progress", "not_started"], "{title}: {:?}", rules(&read));
        let amounts: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
        assert_eq!(amounts, [None, Some(22_000_000), Some(30_000_000)], "{title}");
        assert!(!leaves_out(&read), "{title}: {:?}", rules(&read));
    }
}

#[test]
fn works_counted_on_with_what_is_their_own_are_two() {
    let titles = "Tiêu chí|Hoạt động|Thời gian|Phụ trách|Mức độ thực hiện";
    for [first, second] in [["a)", "b)"], ["1.", "2."], ["①", "②"], ["(1)", "(2)"]] {
        let rows = [
            titles.to_owned(),
            format!("Tiêu chí 1.3|{first} Bồi dưỡng cán bộ|Tháng 10/2023|HT|Hoàn thành"),
            format!("|{second} Học tiếng Anh||PHT|Đang thực hiện"),
            "Tiêu chí 2.3|Tập huấn nhân viên|Tháng 1/2024||".to_owned(),
        ];
        let read = reading(&[sheet(&rows.each_ref().map(String::as_str))]);
        assert_eq!(states(&read), ["completed", "in_progress", "no_report"], "{first}: {:?}", rules(&read));
        assert_eq!(read.actions[1].criterion.map(|criterion| criterion.to_string()).as_deref(), Some("1.3"), "{first}");
    }
    // With nothing of its own it may be the rest of a list that a page's end broke: one work, and asked about.
    let read = reading(&[sheet(&[titles, "Tiêu chí 1.3|a) Bồi dưỡng cán bộ|Tháng 10/2023|HT|Hoàn thành", "|b) Học tiếng Anh|||"])]);
    assert_eq!((read.actions.len(), rules(&read).contains("R19")), (1, true), "{:?}", rules(&read));
}

#[test]
fn words_alone_below_a_work_are_asked_about_where_they_begin_a_deed() {
    let doubted = |work: &str, below: &str| {
        let first = format!("1|1.8|{work}|Ban giám hiệu|Tháng 11/2023");
        let second = format!("||{below}||");
        let read =
            reading(&[sheet(&["TT|Tiêu chí|Công việc|Người phụ trách|Thời gian", &first, &second, "2|2.2|Dự giờ|Tổ CM|Tháng 10/2023"])]);
        assert_eq!(read.actions.len(), 2, "{below}: {:?}", rules(&read));
        rules(&read).contains("R19")
    };
    assert!(doubted("Kiểm tra nội bộ", "Kiểm tra hồ sơ dạy thêm"));
    assert!(doubted("Sửa 5 máy tính", "Lập sổ mượn thiết bị"));
    assert!(doubted("b. Viết dự thảo", "2. Sửa phòng thư viện"));
    assert!(!doubted("Kiểm tra nội bộ theo", "kế hoạch của phòng"));
    assert!(!doubted("Kiểm tra nội bộ và", "Kiểm tra hồ sơ dạy thêm"));
    assert!(!doubted("Kiểm tra:", "Hồ sơ dạy thêm"));
    assert!(!doubted("Mua máy chiếu hiệu", "Sony cho phòng họp"));
}
