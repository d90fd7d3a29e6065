//! Tables torn by page ends and hurried hands: titles again, rows cut in two or set beside their columns, counts below the work.

use ctcl::model::Status;

use super::{PLAN, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};

const STATED: &str = "TT|Tiêu chí|Việc cần làm|Đã hoàn thành|Đang thực hiện|Chưa thực hiện";

/// A sheet headed as a report, where the titles of a plan with its states stand.
fn report(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Năm học 2023-2024"];
    all.extend(rows);
    Paper::of("BC", &all)
}

#[test]
fn titles_that_stand_again_word_for_word_begin_no_table_of_another_form() {
    let titles = "TT|Tiêu chí|Biện pháp thực hiện|Thời hạn|Dự toán kinh phí|Đã hoàn thành|Đang thực hiện|Chưa thực hiện";
    let read = reading(&[report(&[
        titles,
        "1|1.1|Sắp xếp lại hồ sơ|10/2023||x||",
        "2|1.2|Công khai phương hướng|11/2023|||x|",
        titles,
        "3|1.3|Kiện toàn hội đồng|12/2023||||x",
    ])]);
    assert!(read.actions.is_empty(), "all of it is the report: {:?}", work(&read));
    let states: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn what_is_left_of_a_row_below_the_titles_is_neither_title_nor_work() {
    let rest = ["||bộ bóng đá|chuyên môn|", "||đồ chơi ngoài trời|năm học|thực hiện", "|||chuyên môn|"];
    for rest in rest {
        let read = reading(&[sheet(&[
            PLAN,
            "1|Tiêu chí 5.1|Mở câu lạc|Hiệu trưởng, các tổ|Tháng 10/2023",
            PLAN,
            rest,
            "2|Tiêu chí 5.2|Rà soát|HT|9/2023",
        ])]);
        assert_eq!(read.actions.len(), 2, "{rest}: {:?}", work(&read));
        assert!(read.actions[0].task.len() > "Mở câu lạc".len() || read.actions[0].lead.ends_with("chuyên môn"), "{rest}");
        assert!(!rules(&read).contains("T73"), "{rest}: {:?}", rules(&read));
    }
}

#[test]
fn scraps_and_numbers_are_the_rest_of_the_row_above() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.1|Rà soát chiến lược giai đoạn|Hiệu trưởng|HKI và",
        "||2023-2028|2|HKII",
        "2|3.4|Sửa chữa nhà vệ sinh khu|Nhóm công tác|Tháng",
        "||B|số 2|10/2023",
        "3|2.3|Tổ chức lớp bồi dưỡng tiếng|Hiệu trưởng, các tổ chuyên|9/2023",
        "||Anh cho giáo viên|môn|",
        "4|2.4|Phụ đạo|GVCN|HKI",
    ])]);
    assert_eq!(
        work(&read),
        [
            "1.1 Rà soát chiến lược giai đoạn\n2023-2028 @ HKI và HKII",
            "3.4 Sửa chữa nhà vệ sinh khu B @ Tháng 10/2023",
            "2.3 Tổ chức lớp bồi dưỡng tiếng\nAnh cho giáo viên @ 9/2023",
            "2.4 Phụ đạo @ HKI",
        ],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn work_without_a_number_that_begins_afresh_stays_work() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.1|Rà soát chiến lược|Hiệu trưởng|HKI",
        "||Công khai chiến lược|giáo viên chủ nhiệm|HKII",
        "||Sửa chữa nhà xe|\"|//",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ HKI", "1.1 Công khai chiến lược @ HKII", "1.1 Sửa chữa nhà xe @ HKII"]);
}

#[test]
fn a_number_that_excel_did_not_reckon_counts_a_row() {
    let uncomputed = |row| (row, Typed::Formula("=A5+1", ""));
    let titles = "TT|Tiêu chí|Người kiểm tra|Việc cần làm|Mức độ hoàn thành";
    let mut paper = report(&[
        titles,
        "1|1.8||Lắp camera|Đang thực hiện",
        "||Hiệu trưởng|Xây dựng phương án phòng cháy|Đã xong",
        "|1.9|Hiệu trưởng|Góp ý|Chưa làm",
    ]);
    for (row, number) in [uncomputed(5), uncomputed(6)] {
        paper = paper.put(row, 0, number);
    }
    let read = reading(&[paper]);
    let states: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
    assert_eq!(states, [Status::InProgress, Status::Completed, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn works_counted_by_state_below_them_are_no_work() {
    for counts in [
        ["Tổng hợp:", "Tổng số việc||3", "Đã hoàn thành||1", "Đang thực hiện||1", "Chưa thực hiện||1"],
        ["", "- Số việc đã hoàn thành:|1", "- Số việc đang thực hiện:|1", "- Số việc chưa thực hiện:|1", "Tổng cộng|3"],
    ] {
        let mut rows = vec![STATED, "1|1.1|Lắp camera|x||", "2|1.2|Công khai||x|", "3|1.3|Kiện toàn|||x"];
        rows.extend(counts);
        let read = reading(&[report(&rows)]);
        assert_eq!(read.reports.len(), 3, "{counts:?}: {:?}", read.reports);
        assert!(!rules(&read).contains("R03") && !rules(&read).contains("R04"), "{counts:?}: {:?}", rules(&read));
    }
    // So are works counted by standard.
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.1|Lắp camera|HT|9/2023",
        "Tiêu chuẩn|Số việc|Kinh phí||",
        "Tiêu chuẩn 1|1|500000||",
        "Tổng|1|500000||",
    ])]);
    assert_eq!(work(&read), ["1.1 Lắp camera @ 9/2023"], "{:?}", rules(&read));
}

#[test]
fn a_code_where_the_number_belongs_moves_its_row_back() {
    for rows in [
        vec![
            "TT|Tiêu chí|Việc cần làm|Người thực hiện|Kinh phí",
            "1|1.2|Tập huấn kỹ năng thoát hiểm|Ban giám hiệu|30",
            "1.5|Hoàn chỉnh hồ sơ quản lý tài chính|Cô Thu, thầy Hùng|8",
            "3|1.6|Kiện toàn hội đồng|HT|15",
            "4|1.9|Góp ý quy chế|HT|5",
        ],
        vec![
            "TT|Mã số|Tên tiêu chí|Việc cần làm|Người thực hiện|Kinh phí",
            "1|1.4|Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng|Tập huấn kỹ năng thoát hiểm|Ban giám hiệu|30",
            "1.5|Khối lớp và tổ chức lớp học|Hoàn chỉnh hồ sơ quản lý tài chính|Cô Thu, thầy Hùng|8",
            "3|1.6|Quản lý hành chính, tài chính và tài sản|Kiện toàn hội đồng|HT|15",
            "4|1.9|Thực hiện quy chế dân chủ cơ sở|Góp ý quy chế|HT|5",
        ],
    ] {
        let read = reading(&[sheet(&rows)]);
        let [_, moved, ..] = &read.actions[..] else { panic!("{:?}", work(&read)) };
        assert_eq!(moved.criterion.map(|criterion| criterion.to_string()).as_deref(), Some("1.5"), "{:?}", work(&read));
        assert_eq!((moved.task.as_str(), moved.lead.as_str()), ("Hoàn chỉnh hồ sơ quản lý tài chính", "Cô Thu, thầy Hùng"));
        assert!(rules(&read).contains("R02") && !rules(&read).contains("T14"), "{:?}", rules(&read));
    }
}

#[test]
fn a_row_of_work_with_words_of_titles_is_no_header() {
    let read = reading(&[report(&[
        "Tiêu chí|Nội dung công việc|Mức độ thực hiện|Minh chứng",
        "Tiêu chí 2.4|Phân loại giáo viên|Đang thực hiện|Biên bản",
        "|Cử 02 giáo viên học nâng chuẩn trình độ|Hoàn thành|Kế hoạch",
        "Tiêu chí 3.2|Mua tủ đựng hồ sơ|Hoàn thành|",
    ])]);
    let states: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
    assert_eq!(states, [Status::InProgress, Status::Completed, Status::Completed], "{:?}", rules(&read));
}

#[test]
fn numbers_of_columns_that_an_empty_one_parts_are_no_months() {
    let read = reading(&[report(&[
        "TT|Tiêu chuẩn|Tiêu chí|Việc cần làm|Phụ trách|Kinh phí||Đã hoàn thành|Đang thực hiện|Chưa thực hiện",
        "1|2|3|4|5|6||7|8|9",
        "1||1.1|Rà soát chiến lược|Tổ văn phòng|||x||",
        "2||1.3|Bồi dưỡng đảng viên|Ban giám hiệu|||||x",
    ])]);
    let states: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
    assert_eq!(states, [Status::Completed, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn titles_cut_short_over_codes_are_those_of_criteria() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, t.chí|Việc cần làm|Phụ trách|Thời gian",
        "1.1|Rà soát chiến lược|HT|9/2023",
        "1.2|Kiện toàn hội đồng|HT|10/2023",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "1.2 Kiện toàn hội đồng @ 10/2023"], "{:?}", rules(&read));
}

#[test]
fn a_column_whose_title_is_known_elsewhere_is_not_taken_for_money() {
    let read = reading(&[report(&[
        "TT|Tiêu chí|Việc cần làm|Tình trạng|Điều kiện hỗ trợ khác",
        "1|1.1|Rà soát chiến lược|Hoàn thành|Không",
        "2|1.2|Kiện toàn hội đồng|Chưa làm|Phụ huynh",
        "3|1.3|Bồi dưỡng|Chưa làm|Phụ huynh",
    ])]);
    assert!(!rules(&read).contains("T14") && read.reports.len() == 3, "{:?}", rules(&read));
}

#[test]
fn work_of_its_own_is_no_rest_however_small_its_doer_is_written() {
    for lead in ["cô Lan", "thầy phụ trách CSVC", "phụ huynh lớp 5A", "tổ bảo vệ"] {
        let lines = [
            "TRƯỜNG THCS HOA SEN".to_owned(),
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(),
            "TT|Tiêu chí|Công việc|Người thực hiện|Thời hạn|Kinh phí".to_owned(),
            "1|1.1|Mua sách|Kế toán|9/2023|2 triệu".to_owned(),
            format!("||Sửa cửa lớp|{lead}|10/2023|1 triệu"),
            format!("||Thay khóa|{lead}||"),
            format!("2|1.2|Trồng cây|{lead}|11/2023|"),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = reading(&[Paper::of("KH", &lines)]);
        assert_eq!(read.actions.len(), 4, "{lead}: {:?}", read.actions.iter().map(|work| &work.task).collect::<Vec<_>>());
    }
}

#[test]
fn work_answered_for_below_answered_work_is_work_however_small_it_is_written() {
    let titles = "TT|Tiêu chí|Nội dung kế hoạch|Đã điều chỉnh|Đã triển khai xong|Đang triển khai hoặc chậm (lý do)|Chưa triển khai|Ghi chú";
    let read = reading(&[report(&[
        titles,
        "1|2.2|tập huấn dạy học tích cực|-|Không|Không|x|",
        "||tổ chức chuyên đề môn Toán|-|Không|Chậm tiến độ vì chờ phê duyệt|Không|",
        "2|3.6|xây dựng tủ sách lớp học|Không|Đã có 12 tủ sách|||",
        "||mua thêm sách tham khảo|Không|||x|",
        // A page end cut these: what stands below ends the texts above, or is all that is said of them.
        "3|4.1|Họp ban đại diện cha mẹ|Không|Đã họp ngày|||",
        "||học sinh lần 2||10/11|||",
        "4|5.1|Rà soát chương trình||||||",
        "||giáo dục của nhà trường||x|||",
    ])]);
    let states: Vec<(&str, Status)> = read.reports.iter().map(|report| (report.planned.as_str(), report.status)).collect();
    let expected = [
        ("tập huấn dạy học tích cực", Status::NotStarted),
        ("tổ chức chuyên đề môn Toán", Status::InProgress),
        ("xây dựng tủ sách lớp học", Status::Completed),
        ("mua thêm sách tham khảo", Status::NotStarted),
        ("Họp ban đại diện cha mẹ học sinh lần 2", Status::Completed),
        ("Rà soát chương trình giáo dục của nhà trường", Status::Completed),
    ];
    assert_eq!(states, expected, "{:?}", rules(&read));
}

#[test]
fn a_row_of_a_plan_without_a_column_of_criteria_is_put_back_where_its_number_is_missing() {
    const TITLES: &str = "TT|Nội dung công việc|Mục tiêu|Người thực hiện|Thời gian|Kết quả";
    let first = "1|Họp cha mẹ (tiêu chí 4.1)|Đủ|Hiệu trưởng|9/2023|Hoàn thành";
    let read = reading(&[sheet(&[TITLES, first, "Mua bàn ghế (tiêu chí 3.2)|40 bộ|Kế toán|10/2023|Đang thực hiện"])]);
    assert_eq!(work(&read), ["4.1 Họp cha mẹ (tiêu chí 4.1) @ 9/2023", "3.2 Mua bàn ghế (tiêu chí 3.2) @ 10/2023"]);
    assert!(rules(&read).contains("R02") && read.actions[1].lead == "Kế toán", "{:?}", rules(&read));
    // Words before the work, where the rest stands in its place, are left there.
    for number in ["Việc 2", "Ưu tiên 2", "Nhóm II"] {
        let second = format!("{number}|Mua bàn ghế (tiêu chí 3.2)|40 bộ|Kế toán|10/2023|");
        let read = reading(&[sheet(&[TITLES, first, &second])]);
        assert!(!rules(&read).contains("R02") && read.actions.len() == 2 && read.actions[1].lead == "Kế toán", "{number}");
    }
}

#[test]
fn a_numbered_row_without_its_criterion_is_put_back() {
    const TITLES: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí";
    let read = reading(&[sheet(&[
        TITLES,
        "1|Tiêu chí 3.5|Mua máy chiếu|Kế toán|10/2023|12 triệu",
        "2|Mua kính hiển vi|Kế toán|11/2023|8 triệu|",
        "3|Tiêu chí 3.6|Mua sách|Thư viện|12/2023|5 triệu",
    ])]);
    let all = work(&read);
    assert!(all.len() == 3 && all[1].ends_with("Mua kính hiển vi @ 11/2023"), "{all:?}: {:?}", rules(&read));
    assert_eq!((read.actions[1].lead.as_str(), read.actions[1].cost.amount_vnd), ("Kế toán", Some(8_000_000)));
    assert!(rules(&read).contains("R02"));
    // Names of criteria, and rows whose other cells stand in their places, are left there.
    for second in ["2|Thư viện|Mua sách|Thư viện|11/2023|", "2|Các phòng học|Quét vôi|Kế toán|11/2023|", "2|Hội giảng cấp trường||||"]
    {
        let read = reading(&[sheet(&[TITLES, "1|Tiêu chí 3.5|Mua máy chiếu|Kế toán|10/2023|12 triệu", second])]);
        assert!(!rules(&read).contains("R02"), "{second}: {:?}", work(&read));
    }
}

#[test]
fn a_code_that_became_a_day_may_have_slipped_with_its_row() {
    let mut paper = sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí",
        "1|Tiêu chí 1.10|Lắp camera|Bảo vệ|9/2023|9 triệu",
        "|Hội giảng|Tổ trưởng|11/2023|2 triệu|",
    ]);
    paper.cells.push((4, 0, Typed::Date(2023, 2, 2)));
    let read = reading(&[paper]);
    assert_eq!(work(&read), ["1.10 Lắp camera @ 9/2023", "2.2 Hội giảng @ 11/2023"], "{:?}", rules(&read));
    assert!(rules(&read).contains("R02"));
}
