//! Sheets as many offices type them: plans in lines, states shortened, levels counted and listed, years over months, those who look on.

use ctcl::model::Status;

use super::{expected, levels, rules, sheet, work};
use crate::paper::{Paper, reading};

#[test]
fn works_told_line_by_line_are_cards() {
    let card = |code: &str, task: &str, time: &str| {
        [
            format!("Tiêu chí {code}: tên tiêu chí"),
            format!("- Công việc: {task}"),
            "- Người phụ trách: Kế toán".to_owned(),
            format!("- Thời gian: {time}"),
            "- Kinh phí: 2.500.000 đồng".to_owned(),
        ]
    };
    let lines: Vec<String> = card("1.6", "Nhập tài sản", "30/11/2023").into_iter().chain(card("3.1", "Đổ sân", "Tháng 12/2023")).collect();
    let above = ["I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NỘI DUNG CẢI TIẾN"];
    let rows: Vec<&str> = above.into_iter().chain(lines.iter().map(String::as_str)).chain(["", "|HIỆU TRƯỞNG"]).collect();
    let read = reading(&[sheet(&rows)]);
    assert_eq!(work(&read), ["1.6 Nhập tài sản @ 30/11/2023", "3.1 Đổ sân @ Tháng 12/2023"], "{:?}", rules(&read));
    assert_eq!((read.actions[0].lead.as_str(), read.actions[0].cost.amount_vnd), ("Kế toán", Some(2_500_000)));
    assert_eq!(read.actions[0].origin.cell.column, 0, "every line stands in the first column");
    // Two works under one criterion: which is whose is not guessed.
    let twice: Vec<&str> = rows[..5].iter().chain(&rows[4..]).copied().collect();
    let read = reading(&[sheet(&twice)]);
    assert!(read.actions.is_empty() && !rules(&read).is_empty(), "{:?}", work(&read));
}

#[test]
fn shortened_states_over_crosses_are_those_they_are_short_for() {
    for form in
        ["TT|Tiêu chí|Hoạt động|Thời gian|Phụ trách|HT|ĐTH|CHT|Lý do", "TT|Tiêu chí|Công việc|Thời gian|Phụ trách|HT|ĐTH|CTH|Ghi chú"]
    {
        let read = reading(&[sheet(&[
            form,
            "1|1.1|Rà soát|9/2023|PHT|x|||",
            "2|1.3|Kết nạp|10/2023|PHT||x||",
            "3|3.6|Mua sách|11/2023|PHT|||x|Chưa có tiền",
        ])]);
        let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{form}: {:?}", rules(&read));
    }
    // Beside others of the school "HT" is its head.
    let read =
        reading(&[sheet(&["TT|Tiêu chí|Công việc|Thời gian|HT|PHT|TTCM", "1|1.1|Rà soát|9/2023|x||", "2|1.3|Kết nạp|10/2023||x|x"])]);
    assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{:?}", rules(&read));
    assert_eq!(read.actions[0].lead, "HT");
}

#[test]
fn years_over_months_stand_beside_titles_that_are_not_merged_down() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Công việc|Phụ trách|Năm 2023|||Năm 2024|",
            "||||T10|T11|T12|T1|T2",
            "1|1.1|Rà soát|HT|x|x|||",
            "2|3.6|Mua sách|TV||||x|",
        ],
    )
    .merged(2, 4, 2, 6)
    .merged(2, 7, 2, 8)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ tháng 10/2023, 11/2023", "3.6 Mua sách @ tháng 1/2024"], "{:?}", rules(&read));
    assert!(!rules(&read).contains("R04") && !rules(&read).contains("T14"), "{:?}", rules(&read));
}

#[test]
fn those_who_look_on_do_not_do_the_work() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|CT - PH|Thời gian|Người kiểm tra|Người báo cáo",
        "1|1.1|Rà soát|Lò Thị Hiền|9/2023|Hiệu trưởng|Tổ trưởng",
        "2|3.6|Mua sách|Thư viện|11/2023|Hiệu trưởng|Tổ trưởng",
    ])]);
    assert_eq!(work(&read).len(), 2);
    assert_eq!((read.actions[0].lead.as_str(), read.actions[1].lead.as_str()), ("Lò Thị Hiền", "Thư viện"), "{:?}", rules(&read));
    assert!(!rules(&read).contains("T04"), "{:?}", rules(&read));
}

#[test]
fn whom_the_leaders_checked_is_no_state_of_the_work() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Hạn|Lãnh đạo duyệt",
        "1|1.1|Rà soát|PHT|9/2023|Đã duyệt",
        "2|3.6|Mua sách|Thư viện|11/2023|Đã duyệt",
        "3|3.5|Mua tivi|Kế toán|11/2023|Đã duyệt",
    ])]);
    assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{:?}", rules(&read));
    assert!(!rules(&read).contains("T14") && !rules(&read).contains("T29"), "{:?}", rules(&read));
}

#[test]
fn who_and_what_that_changed_places_on_one_row_are_told() {
    let table = |row: &str| {
        let rows = ["TT|Tiêu chí|Công việc|Phụ trách|Thời gian", "1|1.1|Lấy ý kiến toàn trường|Hiệu trưởng|9/2023", row];
        reading(&[sheet(&rows)])
    };
    assert!(rules(&table("2|3.2|Tổ văn phòng|Lắp quạt trần cho 8 phòng học|10/2023")).contains("C35"));
    for row in [
        "2|3.2|Tổ chức hội thi|Toàn thể cán bộ, giáo viên và học sinh|10/2023",
        "2|3.2|Kế toán|Lò Thị Hiền, Vừ A Dính, Cà Văn Pản|10/2023",
        "2|2.2|Giáo viên học nâng chuẩn đào tạo|Các thầy cô chưa đạt chuẩn trình độ|10/2023",
    ] {
        assert!(!rules(&table(row)).contains("C35"), "{row}");
    }
}

#[test]
fn choices_below_a_title_that_is_not_merged_down_are_one_column() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Công việc|Người thực hiện|||Thời gian",
            "|||BGH|GV|NV|",
            "1|1.1|Rà soát|x|||9/2023",
            "2|3.5|Mua tivi|||x|11/2023",
        ],
    )
    .merged(2, 3, 2, 5)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "3.5 Mua tivi @ 11/2023"], "{:?}", rules(&read));
    assert_eq!((read.actions[0].lead.as_str(), read.actions[1].lead.as_str()), ("BGH", "NV"));
    assert!(!rules(&read).contains("R04") && !rules(&read).contains("T14"), "{:?}", rules(&read));
}

#[test]
fn the_day_work_was_done_beside_its_state_is_not_asked_about() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời hạn|Ngày hoàn thành thực tế|Tình trạng",
        "1|1.1|Rà soát|HT|9/2023|28/9/2023|Hoàn thành",
        "2|3.6|Mua sách|TV|11/2023||Đang làm",
    ])]);
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress], "{:?}", rules(&read));
    assert!(["T04", "T29"].iter().all(|rule| !rules(&read).contains(rule)), "{:?}", rules(&read));
}

#[test]
fn levels_may_begin_with_the_second() {
    let rows = ["1.1|Đạt|Đạt", "1.2|Đạt|-", "1.3|Không đạt|Không đạt", "1.4|Đạt|Không đạt", "1.6|Đạt|Đạt", "2.1|Đạt|Đạt"];
    let read = reading(&[sheet(&[&["Tiêu chí|Mức 2|Mức 3"], &rows[..]].concat())]);
    let of = [("1.1", "+++"), ("1.2", "++"), ("1.3", "?--"), ("1.4", "++-"), ("1.6", "+++"), ("2.1", "+++")];
    assert_eq!(levels(&read), expected(&of), "{:?}", rules(&read));
    assert!(rules(&read).contains("C42") && !rules(&read).contains("X05"), "{:?}", rules(&read));
    // A column of marks that no title names is that of Mức 1, and told.
    let marked = rows.map(|row| row.replacen('|', "|Đạt|", 1));
    let marked: Vec<&str> = std::iter::once("Tiêu chí|Cột A|Mức 2|Mức 3").chain(marked.iter().map(String::as_str)).collect();
    let read = reading(&[sheet(&marked)]);
    assert!(levels(&read)["1.3"] == "+--" && rules(&read).contains("T14"), "{:?}", rules(&read));
}

#[test]
fn a_table_of_levels_may_list_their_criteria_behind_how_many_they_are() {
    let rows = ["Mức|Số tiêu chí|Các tiêu chí", "Không đạt|1|3.6", "Mức 1|2|3.4, 5.6", "Mức 2|4|1.1, 1.2, 1.3, 2.1", "Mức 3|2|1.4; 2.2"];
    let read = reading(&[sheet(&rows)]);
    let shown = levels(&read);
    assert_eq!(shown.len(), 9, "{:?}", rules(&read));
    assert_eq!((shown["3.4"].as_str(), shown["1.4"].as_str(), shown["3.6"].as_str()), ("+-", "+++", "---"));
    assert!(!rules(&read).contains("T10"), "{:?}", rules(&read));
}

#[test]
fn sums_by_table_and_by_who_pays_are_no_work() {
    let titles = "TT|Tiêu chí|Giải pháp|Phụ trách|Thời gian|Số tiền (đồng)";
    let rows = ["1|3.5|Mua tivi|KT|12/2023|8000000", "2|3.6|Mua sách|TV|11/2023|2000000"];
    for sums in [
        ["||Cộng bảng 1|||10000000", ""],
        ["Tổng NSNN|||||8000000", "Tổng XHH|||||2000000"],
        ["Tổng ngân sách|||||8000000", "Cộng xã hội hóa|||||2000000"],
    ] {
        let read = reading(&[sheet(&[&[titles], &rows[..], &sums].concat())]);
        assert_eq!(work(&read), ["3.5 Mua tivi @ 12/2023", "3.6 Mua sách @ 11/2023"], "{sums:?}: {:?}", rules(&read));
        assert_eq!(read.actions[1].cost.amount_vnd, Some(2_000_000), "{sums:?}");
    }
    let read = reading(&[sheet(&[titles, rows[0], "2|3.6|Cộng đồng ủng hộ sách|TV|11/2023|2000000"])]);
    assert_eq!(work(&read).len(), 2, "{:?}", rules(&read));
}

#[test]
fn a_title_that_says_what_stands_below_it_is_not_asked_about() {
    let rows = ["1.1|Rà soát hồ sơ|10/2023|Đã xong", "1.2|Kiện toàn|11/2023|Đang làm", "3.6|Mua sách|11/2023|Chưa làm"];
    let read = reading(&[sheet(&[&["Tiêu chí|Công việc|Thời gian|Kết quả HKI"], &rows[..]].concat())]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ 10/2023", "1.2 Kiện toàn @ 11/2023", "3.6 Mua sách @ 11/2023"], "{:?}", rules(&read));
    assert!(!rules(&read).contains("T14"), "{:?}", rules(&read));
}
