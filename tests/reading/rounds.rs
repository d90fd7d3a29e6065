//! Results told time after time, in columns of quarters, months, days or rounds beside a plan: the newest is the state, the others the record.

use super::{rules, sheet};
use crate::paper::{Office, reading, workbook};
use ctcl::read::Source;
use ctcl::reading::Reading;

/// `completed: Đã mua [Diễn biến: …]` for each piece of work, in order of the rows.
fn told(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| format!("{}: {} [{}]", action.status.code(), action.done_text, action.note)).collect()
}

#[test]
fn the_newest_result_is_the_state_and_the_others_are_kept() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách|KQ tháng 10|KQ tháng 12",
        "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT|Đã lấy ý kiến các tổ|Đã hoàn thành, đã niêm yết",
        "2|3.2|Sửa mái tôn dãy B|Tháng 10-12/2023|PHT|Đang khảo sát|",
        "3|3.5|Mua 20 bộ đồ dùng|Tháng 3/2024|KT||",
        "4|2.2|Cử 2 giáo viên đi học|Tháng 11/2023|HT|Chưa thực hiện|Đang làm thủ tục",
        "5|4.1|Kiện toàn Ban đại diện|Tháng 10/2023|HT|Đã xong|-",
        "6|1.9|Công khai tài chính|Tháng 10/2023|KT|Đang niêm yết|nt",
    ])]);
    assert_eq!(
        told(&read),
        [
            "completed: Đã hoàn thành, đã niêm yết [Diễn biến: KQ tháng 10: Đã lấy ý kiến các tổ]",
            "in_progress: Đang khảo sát []",
            "no_report:  []",
            "in_progress: Đang làm thủ tục [Diễn biến: KQ tháng 10: Chưa thực hiện]",
            "completed: Đã xong []",
            "in_progress: Đang niêm yết [Diễn biến: KQ tháng 12: nt]",
        ],
        "{:?}",
        rules(&read)
    );
    assert!(rules(&read).contains("T71") && rules(&read).is_disjoint(&["T03", "T15", "T29", "T30", "T47"].into()), "{:?}", rules(&read));
}

#[test]
fn quarters_days_parts_of_a_half_and_rounds_under_one_title_are_read_as_months_are() {
    for (over, first, second) in [
        ("Kết quả thực hiện", "Quý III", "Quý IV"),
        ("Kết quả", "Giữa HKI", "Cuối HKI"),
        ("Mức độ thực hiện", "Tháng 10", "Tháng 11"),
        ("Kiểm tra tiến độ", "Lần 1 (15/10/2023)", "Lần 2 (30/12/2023)"),
        ("Kết quả thực hiện", "Đợt 1", "Đợt 2"),
        ("Tiến độ", "Đến 30/10/2023", "Đến 31/12/2023"),
        ("Tiến độ", "Đến 31/12/2023", "Đến 30/10/2023"),
    ] {
        let newest_first = first > second && over == "Tiến độ";
        let cells = |old: &str, new: &str| if newest_first { format!("{new}|{old}") } else { format!("{old}|{new}") };
        let paper = sheet(&[
            &format!("TT|Tiêu chí|Kết quả cần đạt|Hoạt động|Thời gian|Người phụ trách|{over}||Ghi chú"),
            &format!("||||||{first}|{second}|"),
            &format!("1|1.5|Đủ 12 lớp|Biên chế lớp học|8/2023|PHT|{}|", cells("Đã biên chế xong 12 lớp", "")),
            &format!("2|3.4|Đủ nhà vệ sinh|Xây nhà vệ sinh|12/2023|HT|{}|Theo dự toán", cells("Chưa có kinh phí", "Đã xây xong")),
        ]);
        let paper = [0, 1, 2, 3, 4, 5, 8].into_iter().fold(paper.merged(2, 6, 2, 7), |paper, column| paper.merged(2, column, 3, column));
        let read = reading(&[paper]);
        assert_eq!(
            told(&read),
            [
                "completed: Đã biên chế xong 12 lớp []".to_owned(),
                format!("completed: Đã xây xong [Theo dự toán; Diễn biến: {first}: Chưa có kinh phí]")
                    .replace(&format!("{first}: "), &format!("{}: ", if newest_first { second } else { first }))
            ],
            "{first}: {:?}",
            rules(&read)
        );
        assert!(!rules(&read).contains("T47"), "what was told before is no shortcoming: {:?}", rules(&read));
    }
}

#[test]
fn what_is_told_behind_the_report_is_kept_and_does_not_count() {
    let mut office = Office::in_year(2023);
    office.settings.period = Some(ctcl::model::Period::Hk1);
    let rows = [
        "TT|Tiêu chí|Công việc|Thời gian|Phụ trách|KQ tháng 12|KQ tháng 3",
        "1|1.9|Ban hành quy chế|31/10/2023|HT|Đang soạn|Đã ban hành",
        "2|3.3|Sửa văn phòng|30/11/2023|HT|Đã xong|",
    ];
    let read = office.read(&[Source::in_memory("a.xlsx", workbook(&[sheet(&rows)]))]);
    assert_eq!(told(&read), ["in_progress: Đang soạn [Diễn biến: KQ tháng 3: Đã ban hành]", "completed: Đã xong []"]);
}

#[test]
fn work_that_was_done_and_is_not_any_more_is_asked_about() {
    let rows = |second: &str| {
        [
            "TT|Tiêu chí|Công việc|Thời gian|Phụ trách|Tiến độ T10|Tiến độ T12".to_owned(),
            format!("1|1.9|Ban hành quy chế|31/10/2023|HT|Đã hoàn thành|{second}"),
            "2|3.3|Sửa văn phòng|30/11/2023|HT|Đang làm|Đã xong".to_owned(),
        ]
    };
    let read = |second: &str| reading(&[sheet(&rows(second).iter().map(String::as_str).collect::<Vec<_>>())]);
    assert!(rules(&read("Đang chỉnh sửa")).contains("T97"));
    assert!(!rules(&read("Đã hoàn thành")).contains("T97"));
    assert!(!rules(&read("")).contains("T97"));
}

#[test]
fn a_result_beside_them_halves_and_levels_are_no_rounds() {
    for (titles, first, second) in [
        ("Kết quả cuối kỳ|KQ tháng 10|KQ tháng 12", "Đã xong|Đang làm|Đang làm", "Đang làm|Chưa làm|Đang làm"),
        ("Kết quả 2021-2022|Kết quả 2022-2023", "Đã cử 1 giáo viên|Đã cử 2 giáo viên", "Chưa mua|Đã mua 50 cuốn"),
        ("Kết quả tháng 10/2022|Kết quả tháng 5/2023", "Đã cử 1 giáo viên|Đã cử 2 giáo viên", "Chưa mua|Đã mua 50 cuốn"),
        ("Kết quả HKI|Kết quả HKII", "Đã xong|", "Đang làm|"),
        ("Tháng 10|Tháng 12", "Họp tổ|Mua sách", "Khảo sát|Sửa phòng"),
        ("KQ tháng 10|KQ tháng 12", "Mức 1|Mức 2", "Mức 2|Mức 2"),
    ] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|Thời gian|Phụ trách|{titles}"),
            &format!("1|1.9|Ban hành quy chế|31/10/2023|HT|{first}"),
            &format!("2|3.3|Sửa văn phòng|30/11/2023|HT|{second}"),
        ])]);
        assert!(!rules(&read).contains("T71"), "{titles}: {:?}", rules(&read));
    }
}

/// A plan of four works with two columns beside it.
fn beside(titles: [&str; 2], cells: [[&str; 2]; 4]) -> Reading {
    let works = ["1|1.1|Mua sách|9/2023", "2|1.2|Trồng cây|10/2023", "3|1.3|Sơn tường|11/2023", "4|1.4|Xây nhà xe|12/2023"];
    let rows: Vec<String> = works.iter().zip(cells).map(|(work, told)| format!("{work}|{}", told.join("|"))).collect();
    let titles = format!("TT|Tiêu chí|Nội dung công việc|Thời gian|{}", titles.join("|"));
    let mut office = Office::in_year(2023);
    office.settings.period = Some(ctcl::model::Period::Hk1);
    let rows = sheet(&[titles.as_str()].into_iter().chain(rows.iter().map(String::as_str)).collect::<Vec<_>>());
    office.read(&[Source::in_memory("bao-cao.xlsx", workbook(&[rows]))])
}

#[test]
fn halves_that_are_titles_of_states_are_results_of_that_half() {
    let states = [["Đã mua", ""], ["Đang trồng", "Đã trồng xong"], ["Chưa sơn", "Đã sơn"], ["", "Chưa xây"]];
    for titles in
        [["HKI", "HKII"], ["Học kỳ I", "Học kỳ II"], ["Thực hiện HKI", "Thực hiện HKII"], ["Giữa năm", "Cuối năm"], ["HK1", "Cả năm"]]
    {
        let read = beside(titles, states);
        let told: Vec<&str> = read.actions.iter().map(|work| work.status.code()).collect();
        assert_eq!(told, ["completed", "in_progress", "not_started", "no_report"], "{titles:?}: {:?}", rules(&read));
        assert!(rules(&read).contains("S37"), "{titles:?}: {:?}", rules(&read));
    }
    for titles in [["Giữa kỳ", "Cuối kỳ"], ["Kết quả giữa kỳ", "Kết quả cuối kỳ"], ["Sơ kết", "Tổng kết"]] {
        let read = beside(titles, states);
        let told: Vec<&str> = read.actions.iter().map(|work| work.status.code()).collect();
        assert_eq!(told, ["completed", "completed", "completed", "not_started"], "{titles:?}: {:?}", rules(&read));
        assert!(rules(&read).contains("T71"), "{titles:?}: {:?}", rules(&read));
    }
}

#[test]
fn halves_over_steps_amounts_or_aims_are_no_results() {
    for cells in [
        [["Khảo sát", "Mua"], ["Đào hố", "Trồng"], ["", "Sơn"], ["Lập dự toán", "Xây"]],
        [["x", ""], ["x", "x"], ["", "x"], ["x", ""]],
        [["50%", "100%"], ["100%", ""], ["30%", "100%"], ["", "100%"]],
        [["5 triệu", ""], ["", "10 triệu"], ["3 triệu", "3 triệu"], ["", ""]],
        [["20 cuốn", "30 cuốn"], ["10 cây", "20 cây"], ["1 dãy", ""], ["", "1 nhà"]],
    ] {
        for titles in [["HKI", "HKII"], ["Học kỳ I", "Học kỳ II"], ["Giữa năm", "Cuối năm"]] {
            let read = beside(titles, cells);
            let told: Vec<&str> = read.actions.iter().map(|work| work.status.code()).filter(|code| *code != "no_report").collect();
            assert!(told.is_empty() && !rules(&read).contains("S37"), "{titles:?} {cells:?}: {told:?} {:?}", rules(&read));
        }
    }
}
