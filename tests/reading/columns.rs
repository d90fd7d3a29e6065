//! Columns whose titles say nothing: made out by what stands in them and where, and always told.

use super::{expected, leaves_out, levels, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};
use ctcl::reading::Reading;

pub(super) fn told<'a>(read: &'a Reading, id: &str) -> Vec<(&'a str, Option<&'a str>)> {
    let of = read.findings.iter().filter(|finding| finding.rule.id == id);
    of.map(|finding| (finding.raw.as_deref().unwrap_or(""), finding.field.as_deref())).collect()
}

const ROWS: [&str; 3] = [
    "1|Tiêu chí 1.1|Rà soát hồ sơ quản lý nhà trường|Hiệu trưởng|Tháng 10/2023|5.000.000đ",
    "2|Tiêu chí 1.2|Kiện toàn hội đồng trường|Phó hiệu trưởng|Tháng 11/2023|Không",
    "3|Tiêu chí 1.3|Đại hội liên đội đầu năm học|Tổng phụ trách|15/10/2023|2.000.000đ",
];

fn table(titles: &str) -> Reading {
    reading(&[sheet(&[titles, ROWS[0], ROWS[1], ROWS[2]])])
}

#[test]
fn a_column_of_times_under_a_strange_title_is_the_time_and_is_told() {
    for (title, named) in [("Mốc XYZ", "Mốc XYZ"), ("", "E (không có tiêu đề)"), ("Thg", "Thg")] {
        let read = table(&format!("TT|Tiêu chí|Công việc|Người thực hiện|{title}|Kinh phí"));
        assert_eq!(
            work(&read),
            [
                "1.1 Rà soát hồ sơ quản lý nhà trường @ Tháng 10/2023",
                "1.2 Kiện toàn hội đồng trường @ Tháng 11/2023",
                "1.3 Đại hội liên đội đầu năm học @ 15/10/2023"
            ]
        );
        assert_eq!(told(&read, "T14"), [(named, Some("Thời gian"))], "{:?}", rules(&read));
        assert!(!leaves_out(&read));
    }
}

#[test]
fn codes_doers_and_money_are_made_out_too() {
    let read = table("TT|Mục|Công việc|Người thực hiện|Thời gian|Kinh phí");
    assert_eq!(work(&read).len(), 3);
    assert!(work(&read)[0].starts_with("1.1 "), "{:?}", work(&read));
    assert_eq!(told(&read, "T14"), [("Mục", Some("Tiêu chí"))], "{:?}", rules(&read));
    let read = table("TT|Tiêu chí|Công việc|ABC|Thời gian|Kinh phí");
    assert_eq!(read.actions[0].lead, "Hiệu trưởng");
    assert_eq!(told(&read, "T14"), [("ABC", Some("Người thực hiện"))]);
    let read = table("TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Xyz");
    assert_eq!(read.actions[0].cost.amount_vnd, Some(5_000_000), "{:?}", rules(&read));
    assert_eq!(told(&read, "T14"), [("Xyz", Some("Kinh phí"))]);
}

#[test]
fn the_one_text_left_over_is_the_work_where_the_table_has_none() {
    let read = table("TT|Tiêu chí|Diễn giải chi tiết|Người thực hiện|Thời gian|Kinh phí");
    assert_eq!(work(&read).len(), 3, "{:?}", rules(&read));
    assert_eq!(told(&read, "T14"), [("Diễn giải chi tiết", Some("Công việc, giải pháp"))]);
}

#[test]
fn two_columns_that_may_be_the_time_are_told_and_none_is_taken() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Mốc A|Mốc B|Kinh phí",
        "1|Tiêu chí 1.1|Rà soát hồ sơ quản lý|Tháng 10/2023|Tháng 11/2023|5.000.000đ",
        "2|Tiêu chí 1.2|Kiện toàn hội đồng trường|Tháng 11/2023|Tháng 12/2023|Không",
    ])]);
    assert!(read.actions.iter().all(|action| action.time_text.is_empty()));
    let named: Vec<&str> = told(&read, "T15").into_iter().map(|(raw, _)| raw).collect();
    assert!(named == ["Mốc A", "Mốc B"] || rules(&read).contains("T02"), "{:?}", rules(&read));
}

#[test]
fn marks_under_an_empty_title_between_the_levels_are_a_level() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, tiêu chí|Không đạt|Mức 1|Mức 2|",
        "Tiêu chí 1.1||x|x|x",
        "Tiêu chí 1.3||x|x|x",
        "Tiêu chí 1.4|x|||",
    ])]);
    let third: Vec<String> =
        read.assessments.iter().filter(|row| row.level == 3).map(|row| format!("{} {}", row.criterion, row.result.code())).collect();
    assert_eq!(third, ["1.1 met", "1.3 met", "1.4 unmet"], "{:?}", rules(&read));
    assert_eq!(told(&read, "T14").len(), 1);
}

#[test]
fn a_time_and_a_day_of_completion_are_the_two_ends() {
    for titles in ["TT|Tiêu chí|Công việc|Thời gian thực hiện|Hạn hoàn thành", "TT|Tiêu chí|Công việc|Thời gian thực hiện|Ngày hoàn thành"]
    {
        let read = reading(&[sheet(&[titles, "1|Tiêu chí 1.1|Rà soát hồ sơ|Tháng 9/2023 đến tháng 12/2023|15/12/2023"])]);
        let window = &read.actions[0].window;
        assert_eq!((window.start, window.due), (Some(jiff::civil::date(2023, 9, 1)), Some(jiff::civil::date(2023, 12, 15))));
        assert!(!leaves_out(&read), "{:?}", rules(&read));
    }
}

#[test]
fn thousands_of_columns_beside_a_table_do_not_hold_up_its_reading() {
    let wide = |row: u32, paper: Paper| (8..3_000).fold(paper, |paper, column| paper.put(row, column, Typed::Text("x".to_owned())));
    let paper = sheet(&[super::PLAN, "1|1.1|Rà soát|HT|9/2023", "2|3.5|Mua tivi|KT|10/2023"]);
    let read = reading(&[wide(4, wide(3, paper))]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "3.5 Mua tivi @ 10/2023"]);
    let told: Vec<&str> =
        read.findings.iter().filter(|finding| finding.rule.id == "T03").filter_map(|finding| finding.raw.as_deref()).collect();
    assert_eq!(told, ["I đến DKJ (không có tiêu đề)"]);
}

#[test]
fn bullets_in_a_column_of_their_own_under_a_title_over_two_belong_to_the_work() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc||Thời gian|Người thực hiện",
        "1|1.8|-|Lập kế hoạch tháng|Tháng 9/2023|PHT",
        "||-|Kiểm tra hồ sơ|Tháng 12/2023|PHT",
        "2|2.2|+|Thi giáo án điện tử|Tháng 11/2023|TTCM",
        "3|2.3||Tập huấn văn thư|Tháng 11/2023|VP",
    ])
    .merged(2, 2, 2, 3)
    .merged(3, 0, 4, 0)
    .merged(3, 1, 4, 1)]);
    assert_eq!(
        work(&read),
        [
            "1.8 - Lập kế hoạch tháng @ Tháng 9/2023",
            "1.8 - Kiểm tra hồ sơ @ Tháng 12/2023",
            "2.2 + Thi giáo án điện tử @ Tháng 11/2023",
            "2.3 Tập huấn văn thư @ Tháng 11/2023"
        ],
        "{:?}",
        rules(&read)
    );
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn a_summary_beside_the_table_is_none_of_its_columns() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Phụ trách|Thời hạn|Kết quả||TỔNG HỢP|",
        "1|1.1|Rà soát chiến lược|HT|10/2023|Hoàn thành||Tổng số việc|3",
        "2|2.2|Chuyên đề cấp trường|PHT|12/2023|Đang thực hiện||Hoàn thành|1",
        "3|3.1|Trồng cây|BV|01/2024|Chưa thực hiện||Đang thực hiện|1",
        "|||||||Chưa thực hiện|1",
    ])]);
    assert_eq!(work(&read).len(), 3, "{:?}", work(&read));
    let told = rules(&read);
    assert!(!["C09", "R01", "T04", "T14"].iter().any(|id| told.contains(id)), "{told:?}");
}

#[test]
fn a_title_of_criteria_is_no_aim_of_a_form_that_knows_no_criteria() {
    let bytes = crate::paper::workbook(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG MẦM NON HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
            "Năm học 2026-2027",
            "Mã tiêu chí|Công việc cần thực hiện|Người thực hiện|Thời gian dự kiến|Dự kiến kinh phí|Kết quả thực hiện||",
            "|||||Những công việc đã triển khai xong|Đang triển khai hoặc chậm (lý do)|Chưa triển khai",
            "1.3.|Sửa chữa nhà vệ sinh|Tổ trưởng|Tháng 12/2026|0|Đã sửa xong||",
            "1.4.|Xây dựng quy chế dân chủ|Văn thư|Tháng 10/2026|Không|||Chưa làm",
            "2.1.|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 11/2026|Không||Đang họp|",
        ],
    )
    .merged(3, 5, 3, 7)]);
    let read = crate::paper::Office::in_year(2026).read(&[ctcl::read::Source::in_memory("a.xlsx", bytes)]);
    assert_eq!(
        work(&read),
        [
            "1.3 Sửa chữa nhà vệ sinh @ Tháng 12/2026",
            "1.4 Xây dựng quy chế dân chủ @ Tháng 10/2026",
            "2.1 Kiện toàn hội đồng trường @ Tháng 11/2026"
        ]
    );
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "not_started", "in_progress"]);
}

#[test]
fn a_column_that_is_left_out_is_asked_about_where_it_holds_what_is_counted() {
    let rows = |titles: &str, of: [&str; 3]| {
        let rows: Vec<String> = ROWS.iter().zip(of).map(|(row, of)| format!("{row}|{of}")).collect();
        let read = reading(&[sheet(&[titles, &rows[0], &rows[1], &rows[2]])]);
        let told: Vec<(String, String)> = read
            .findings
            .iter()
            .filter(|finding| matches!(finding.rule.id, "T03" | "T29"))
            .map(|finding| (finding.rule.id.to_owned(), finding.message()))
            .collect();
        told
    };
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí|Bổ sung Z";
    let asked = |of, what: &str| {
        let told = rows(titles, of);
        assert!(matches!(&told[..], [(id, message)] if id == "T29" && message.contains(what)), "{told:?}");
    };
    asked(["Không", "30/11/2023", "1/2024"], "thời gian (3 ô: \"Không\", \"30/11/2023\", \"1/2024\")");
    let told = rows(titles, ["Tổ 1", "Tổ 2", "Tổ 1"]);
    let [(id, message)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(id, "T03");
    assert!(message.contains("(3 ô: \"Tổ 1\", \"Tổ 2\")"), "{message}");
}

#[test]
fn a_column_no_figure_takes_is_asked_about_where_it_is_filled_with_what_one_would() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Tình trạng|Phối hợp",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|9/2023||Đã hoàn thành",
        "2|1.2|Kiện toàn hội đồng|Hiệu trưởng|10/2023||Đang thực hiện",
        "3|1.3|Đại hội liên đội|Tổng phụ trách|11/2023|Hoàn thành|",
    ])]);
    assert_eq!(told(&read, "T30"), [("Phối hợp", Some("Người phối hợp"))], "{:?}", rules(&read));
    // Where the money comes from is no amount, and a note may say anything.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Điều kiện hỗ trợ|Ghi chú",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|9/2023|Sự hỗ trợ của địa phương|Việc mới",
        "2|1.2|Kiện toàn hội đồng|Hiệu trưởng|10/2023|Ngân sách nhà nước|Từ năm trước",
    ])]);
    assert!(told(&read, "T30").is_empty(), "{:?}", told(&read, "T30"));
}

#[test]
fn titles_that_ask_are_titles() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Muốn đạt được gì|Phải làm gì|Giao cho ai|Hạn chót|Cần bao nhiêu tiền|Làm đến đâu|Vướng gì",
        "1.1|Chiến lược|Công bố chiến lược phát triển|Hiệu trưởng|06/10/2023|2.000.000đ|Đã công bố|",
        "1.3|Đoàn thể|Kết nạp một đảng viên|Bí thư|12/3/2024|Không|Chưa có nguồn|Thiếu tiền",
    ])]);
    assert_eq!(
        work(&read),
        ["1.1 Công bố chiến lược phát triển @ 06/10/2023", "1.3 Kết nạp một đảng viên @ 12/3/2024"],
        "{:?}",
        rules(&read)
    );
    let first = &read.actions[0];
    let shown =
        (first.target.as_str(), first.lead.as_str(), first.cost.amount_vnd, first.done_text.as_str(), read.actions[1].note.as_str());
    assert_eq!(shown, ("Chiến lược", "Hiệu trưởng", Some(2_000_000), "Đã công bố", "Thiếu tiền"));
    assert!(!leaves_out(&read) && !rules(&read).contains("T04"), "{:?}", rules(&read));
}

#[test]
fn the_day_work_is_given_out_begins_it_and_the_day_it_was_done_says_so() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Giao cho|Ngày giao|Ngày phải xong|Ngày xong",
        "1|1.1|Niêm yết chiến lược|Hiệu trưởng|03/9/2023|03/10/2023|",
        "2|1.8|Rà soát kế hoạch giáo dục|Ban giám hiệu|13/10/2023|12/11/2023|10/11/2023",
    ])]);
    let shown: Vec<String> = read
        .actions
        .iter()
        .map(|action| {
            let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
            format!("{} {} {}", day(action.window.start), day(action.window.due), action.status.code())
        })
        .collect();
    assert_eq!(shown, ["2023-09-03 2023-10-03 no_report", "2023-10-13 2023-11-12 completed"], "{:?}", rules(&read));
}

#[test]
fn what_the_form_as_handed_out_does_not_have_is_not_supposed_without_titles() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "Năm học 2023-2024",
            "1|Tiêu chí 1.1|Có chiến lược phù hợp|Rà soát chiến lược phát triển|Hiệu trưởng|Tháng 10/2023|5.000.000đ|Chưa có",
            "2|Tiêu chí 1.5|Đủ hồ sơ các lớp học|Kiểm tra hồ sơ của các lớp|Phó hiệu trưởng|Tháng 11/2023|Không|Không",
            "3|Tiêu chí 1.9|Thực hiện quy chế dân chủ|Tổ chức đối thoại định kỳ|Hiệu trưởng|Tháng 12/2023|2.000.000đ|Sự phối hợp của cha mẹ",
        ],
    )]);
    assert!(rules(&read).contains("T05"), "{:?}", rules(&read));
    let (first, last) = (&read.actions[0], &read.actions[2]);
    assert_eq!((first.target.as_str(), first.status.code()), ("Có chiến lược phù hợp", "no_report"));
    assert_eq!(last.conditions, "Sự phối hợp của cha mẹ");
}

#[test]
fn crosses_under_levels_in_any_words_are_marks() {
    for title in ["Mức {}", "Đạt mức {}", "Kết quả mức {}", "Mức {} (Đạt/Không đạt)", "Kết quả Mức {} (Đạt/Không đạt)"]
    {
        let titles: Vec<String> = (1..=3).map(|level| title.replace("{}", &level.to_string())).collect();
        let titles = format!("TT|Tiêu chí|{}", titles.join("|"));
        let read = reading(&[sheet(&[&titles, "1|1.1|x|x|x", "2|1.2|x||", "3|1.3|x|x|"])]);
        let met = read.assessments.iter().filter(|row| row.result == ctcl::model::Outcome::Met).count();
        assert_eq!(met, 6, "{title}: {:?}", rules(&read));
    }
}

#[test]
fn levels_in_a_column_of_a_plan_are_read_beside_it() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Tự đánh giá",
        "1|1.1|Rà soát|HT|Tháng 10/2023|Mức 2",
        "2|1.2|Họp hội đồng|HT|Tháng 11/2023|Mức 1",
        "3|1.3|Mua sách|KT|Tháng 12/2023|Không đạt",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-"), ("1.3", "---")]), "{:?}", rules(&read));
    assert!(read.actions.len() == 3 && !leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn what_may_go_wrong_is_no_state_of_the_work() {
    let rows =
        ["1|1.1|Mua máy|HT|10/2023|Chậm kinh phí", "2|1.2|Mua bàn|HT|11/2023|Chưa có nguồn", "3|1.3|Sửa cổng|HT|12/2023|Chậm do mưa"];
    for (title, asked) in [("Rủi ro", false), ("Rủi ro có thể gặp", false), ("Cột lạ", true)] {
        let titles = format!("TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|{title}");
        let read = reading(&[sheet(&[&titles, rows[0], rows[1], rows[2]])]);
        let told = rules(&read).iter().any(|id| matches!(*id, "T29" | "T14" | "T04"));
        assert_eq!(told, asked, "{title}: {:?}", rules(&read));
        assert!(asked || read.actions.iter().all(|action| action.status == ctcl::model::Status::NoReport));
    }
}

#[test]
fn titles_of_a_time_over_several_rows_name_no_state_by_their_last_words() {
    let mut paper = Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chuẩn,|Công việc|Thời gian|Người|Kinh phí (nghìn đồng)||",
            "|tiêu chí|cần thực hiện|thực hiện và|chủ trì|||",
            "||||hoàn thành|||",
        ],
    );
    for (column, text) in ["", "", "", "hoàn thành", "", "NSNN", "XHH", "Tổng"].iter().enumerate() {
        paper.text(4, column as u16, text);
    }
    paper.cells.retain(|(row, column, _)| (*row, *column) != (4, 4));
    let rows = [
        "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT|0|0|0",
        "2|1.10|Lắp camera|Tháng 2/2024|BV|12000|0|12000",
        "3|3.6|Mua sách|12/2023|TV|0|5000|5000",
    ];
    for (at, line) in rows.iter().enumerate() {
        for (column, text) in line.split('|').enumerate() {
            paper.text(5 + at as u32, column as u16, text);
        }
    }
    let read = reading(&[paper.merged(2, 5, 2, 7)]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát chiến lược @ Tháng 9/2023", "1.10 Lắp camera @ Tháng 2/2024", "3.6 Mua sách @ 12/2023"],
        "{:?}",
        rules(&read)
    );
    assert!(read.actions.iter().all(|action| action.status == ctcl::model::Status::NoReport));
}

#[test]
fn a_report_says_how_far_work_has_come_in_the_column_with_words_of_states() {
    for titles in ["Mức độ thực hiện|Kết quả đạt được", "Tình trạng|Kết quả cụ thể"] {
        for told in ["", "Có biên bản"] {
            let read = reading(&[sheet(&[
                &format!("TT|Tiêu chí|Nội dung công việc|{titles}"),
                &format!("1|1.1|Rà soát chiến lược|Đã hoàn thành|{told}"),
                &format!("2|1.10|Lắp camera|Chưa thực hiện|{told}"),
                &format!("3|3.6|Mua sách|Đang thực hiện|{told}"),
            ])]);
            let states: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
            assert_eq!(states, ["completed", "not_started", "in_progress"], "{titles} {told}: {:?}", rules(&read));
        }
    }
}

#[test]
fn shares_beside_marks_of_what_is_done_are_told_as_states() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Đã hoàn thành|Tỷ lệ (%)|Minh chứng",
        "1|1.1|Rà soát chiến lược|x|100|QĐ 45",
        "2|3.2|Sửa phòng học||60|Biên bản",
    ])]);
    assert!(rules(&read).contains("T29"), "{:?}", rules(&read));
}

#[test]
fn codes_under_a_title_of_criteria_that_no_form_has_are_the_criteria_of_the_works() {
    for title in ["Tiêu chí TĐG", "Tiêu chí theo báo cáo tự đánh giá của trường", "Tiêu chí (số)"] {
        let read = reading(&[sheet(&[
            &format!("Thứ tự|Giải pháp khắc phục|Tiến độ thực hiện đến nay|Dự toán kinh phí|{title}|Khi nào|Đơn vị chủ trì"),
            "1|Rà soát hồ sơ|Xong|0đ|1.1|Tháng 10/2023|Hiệu trưởng",
            "2|Mua bàn ghế|Đang làm|5.000.000đ|Tiêu chí 3.3|Tháng 11/2023|Kế toán",
            "3|Họp phụ huynh|Xong|0đ|4.1|15/10/2023|GVCN",
        ])]);
        assert_eq!(
            work(&read),
            ["1.1 Rà soát hồ sơ @ Tháng 10/2023", "3.3 Mua bàn ghế @ Tháng 11/2023", "4.1 Họp phụ huynh @ 15/10/2023"],
            "{title}"
        );
        assert!(!rules(&read).contains("R06") && !rules(&read).contains("T03"), "{title}: {:?}", rules(&read));
    }
    // What is measured there is no criterion.
    let read = reading(&[sheet(&[
        "Thứ tự|Giải pháp khắc phục|Tiêu chí thi đua|Khi nào|Đơn vị chủ trì",
        "1|Rà soát hồ sơ|Đủ hồ sơ|Tháng 10/2023|Hiệu trưởng",
        "2|Mua bàn ghế|Bàn đúng chuẩn|Tháng 11/2023|Kế toán",
        "3|Họp phụ huynh|Đông đủ|15/10/2023|GVCN",
    ])]);
    assert!(read.actions.iter().all(|action| action.criterion.is_none()), "{:?}", work(&read));
}
