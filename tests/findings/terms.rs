//! Reports in the columns of a plan, and titles, marks and words of states that look like something else.

use super::*;
use crate::composed::OTHERS;

const TITLES: &str = "TT|Tiêu chí|Công việc|Người thực hiện|Thời hạn|Kinh phí";
const WORKS: [&str; 3] = [
    "1|1.1|Rà soát hồ sơ lưu trữ|Hiệu trưởng|9/2023|2 triệu",
    "2|1.2|Thay mới 12 bộ bóng đèn|Kế toán|10/2023|5 triệu",
    "3|1.3|Đại hội liên đội|Tổng phụ trách|11/2023|",
];

/// Under the line `title`: the works with these cells behind them.
fn table(title: &str, titles: &str, states: [&str; 3]) -> Vec<String> {
    let rows = WORKS.iter().zip(states).map(|(work, state)| format!("{work}|{state}"));
    [title.to_owned(), String::new(), format!("{TITLES}|{titles}")].into_iter().chain(rows).collect()
}

fn read<Line: AsRef<str>>(lines: &[Line]) -> Reading {
    let lines: Vec<&str> = [HOA_SEN].into_iter().chain(lines.iter().map(AsRef::as_ref)).collect();
    Desk::new().file("a.xlsx", &[Paper::of("Sheet1", &lines)]).judged()
}

fn rules(read: &Reading) -> Vec<&str> {
    read.findings.iter().map(|told| told.rule.id).collect()
}

/// `completed 2023-09-30 2000000` of each work.
fn shown(read: &Reading) -> Vec<String> {
    let due = |due: Option<jiff::civil::Date>| due.map_or_else(|| "-".to_owned(), |due| due.to_string());
    let cost = |cost: Option<i64>| cost.map_or_else(|| "-".to_owned(), |cost| cost.to_string());
    read.actions
        .iter()
        .map(|action| format!("{} {} {}", action.status.code(), due(action.window.due), cost(action.cost.amount_vnd)))
        .collect()
}

const READ: [&str; 3] = ["completed 2023-09-30 2000000", "in_progress 2023-10-31 5000000", "not_started 2023-11-30 -"];

#[test]
fn what_is_done_beside_a_plan_is_no_day_however_it_is_titled_and_marked() {
    const PLAN: &str = "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC";
    for titles in ["Hoàn thành|Đang thực hiện|Chưa hoàn thành", "HOÀN THÀNH|ĐANG TRIỂN KHAI|CHƯA TRIỂN KHAI"] {
        for states in [["x||", "|x|", "||x"], ["Đã xong||", "|Làm được 60%|", "||Chuyển sang học kỳ II"], ["+||", "|+|", "||+"]]
        {
            for numbers in [None, Some("(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)")] {
                let mut lines = table(PLAN, titles, states);
                if let Some(numbers) = numbers {
                    lines.insert(3, numbers.to_owned());
                }
                let found = read(&lines);
                assert_eq!(shown(&found), READ, "{titles} {states:?} {numbers:?}: {:?}", rules(&found));
            }
        }
    }
    // Under a time it is the day.
    let lines = [
        PLAN,
        "",
        "TT|Tiêu chí|Công việc|Người thực hiện|Bắt đầu|Hoàn thành|Kinh phí",
        "1|1.1|Rà soát hồ sơ lưu trữ|Hiệu trưởng|9/2023|10/2023|2 triệu",
        "2|1.2|Thay mới bóng đèn|Kế toán|9/2023|11/2023|5 triệu",
    ];
    let found = read(&lines);
    assert_eq!(shown(&found), ["no_report 2023-10-31 2000000", "no_report 2023-11-30 5000000"], "{:?}", rules(&found));
}

#[test]
fn what_is_not_completed_has_begun_where_what_is_not_begun_stands_beside_it() {
    const PLAN: &str = "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC";
    const REPORT: &str = "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG";
    for title in [PLAN, REPORT] {
        for titles in ["Hoàn thành|Chưa hoàn thành|Chưa thực hiện", "Đã xong|Chưa xong|Chưa làm"] {
            let found = read(&table(title, titles, ["x||", "|x|", "||x"]));
            assert_eq!(shown(&found), READ, "{title} {titles}: {:?}", rules(&found));
        }
        // "Chưa có" alone says that there is nothing yet; in every column it is a row nobody filled.
        let found = read(&table(title, "Đã thực hiện|Đang thực hiện|Chưa thực hiện", ["Xong||", "|Đang làm|", "||Chưa có"]));
        assert_eq!(shown(&found), READ, "{title}: {:?}", rules(&found));
    }
}

#[test]
fn what_criteria_are_called_is_not_asked_about_beside_their_codes() {
    let lines = [
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        "",
        "TT|Tiêu chí|Tên tiêu chí|Mức đạt",
        "1|1.1|Phương hướng, chiến lược|Mức 2",
        "2|1.2|Hội đồng trường|Mức 1",
        "3|1.3|Tổ chức Đảng|Không đạt",
    ];
    let found = read(&lines);
    assert!(found.assessments.len() >= 6 && !rules(&found).contains(&"T04"), "{:?}", rules(&found));
}

#[test]
fn a_report_alone_keeps_the_times_and_costs_of_its_works() {
    const REPORT: &str = "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG";
    let three = "Đã thực hiện|Đang thực hiện|Chưa thực hiện";
    let alone = read(&table(REPORT, three, ["Xong||", "|Đang làm|", "||Chưa làm"]));
    assert_eq!(shown(&alone), READ, "{:?}", rules(&alone));
    assert!(!rules(&alone).contains(&"T29"), "{:?}", rules(&alone));
    let alone = read(&table(REPORT, "Kết quả", ["Đã xong", "Đang làm", "Chưa làm"]));
    assert_eq!(shown(&alone), READ, "{:?}", rules(&alone));
    // What was spent is not what the work was to cost.
    let lines = [
        REPORT,
        "",
        "TT|Tiêu chí|Công việc|Kinh phí đã chi|Đã thực hiện|Đang thực hiện|Chưa thực hiện",
        "1|1.1|Rà soát hồ sơ|2 triệu|Xong||",
        "2|1.2|Sơn cổng trường|3 triệu|Xong||",
    ];
    let spent = read(&lines);
    assert_eq!(shown(&spent), ["completed - -"; 2], "{:?}", rules(&spent));
    assert!(rules(&spent).contains(&"T29"), "{:?}", rules(&spent));
}

#[test]
fn beside_its_plan_a_report_changes_no_cost_and_what_differs_is_told() {
    let plan = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Ghi chú", ["", "", ""]);
    let report = |cost: &str| {
        [
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "",
            "TT|Tiêu chí|Công việc|Kinh phí|Đã thực hiện|Đang thực hiện|Chưa thực hiện",
            "1|1.1|Rà soát hồ sơ lưu trữ|2.000.000đ|Xong||",
            &format!("2|1.2|Thay mới 12 bộ bóng đèn|{cost}||Đang làm|"),
            "3|1.3|Đại hội liên đội||||Chưa làm",
        ]
        .map(str::to_owned)
    };
    for (cost, differs) in [("5 triệu", false), ("Ngân sách", false), ("9 triệu", true)] {
        let found = read(&[&plan[..], &[String::new()], &report(cost)[..]].concat());
        assert_eq!(shown(&found), READ, "{cost}: {:?}", rules(&found));
        assert_eq!(rules(&found).contains(&"F78"), differs, "{cost}: {:?}", rules(&found));
    }
}

#[test]
fn numbers_of_columns_over_shares_are_no_work_and_what_goes_on_later_is_no_total() {
    let lines = [
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "",
        "Tiêu chí|Nội dung công việc|Tiến độ|Ghi chú",
        "1|2|3|4",
        "1.1|Rà soát hồ sơ|Hoàn thành|",
        "1.2|Thay mới 12 bộ bóng đèn|Còn thiếu kinh phí|",
        "1.3|Mua 5 bộ máy tính|Chuyển sang học kỳ II|",
    ];
    let found = read(&lines);
    assert_eq!(shown(&found), ["completed - -", "in_progress - -", "not_started - -"], "{:?}", rules(&found));
    // A sum carried over, and what is left of it, are no work.
    let plan = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Ghi chú", ["", "", ""]);
    let lines: Vec<&str> =
        plan.iter().map(String::as_str).chain(["||Chuyển sang trang sau|||7 triệu", "||Còn thiếu|||3.500.000 đồng"]).collect();
    let found = read(&lines);
    assert_eq!(found.actions.len(), 3, "{:?}", rules(&found));
}

#[test]
fn states_beside_a_plan_that_names_no_criteria_in_a_column_of_their_own_are_read() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
        "",
        "STT|Nội dung công việc|Thời gian thực hiện|Người phụ trách|Dự kiến kinh phí|Đã triển khai xong|Đang triển khai hoặc chậm (lý do)|Chưa triển khai",
        "1|Tiêu chí 1.1: Rà soát hồ sơ lưu trữ|9/2023|HT|2 triệu|x||",
        "2|Tiêu chí 1.2: Thay bóng đèn|10/2023|KT|5 triệu||x|",
        "3|Tiêu chí 1.3: Đại hội liên đội|11/2023|TPT||||x",
    ];
    let found = read(&lines);
    assert_eq!(shown(&found), READ, "{:?}", rules(&found));
}

#[test]
fn work_of_which_a_report_says_nothing_is_no_rest_of_the_work_above() {
    let lines = [
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "",
        "Tiêu chí|Nội dung công việc|Đã thực hiện|Đang thực hiện|Chưa thực hiện",
        "1.1|Thanh lý tài sản hư hỏng|Xong||",
        "|Quy hoạch lại khuôn viên, phân khu chức năng|||",
        "1.2|Tổ chức ngày hội đọc sách cho||x|",
        "|học sinh các khối|||",
    ];
    let found = read(&lines);
    assert_eq!(shown(&found), ["completed - -", "no_report - -", "in_progress - -"], "{:?}", rules(&found));
}

#[test]
fn days_of_work_over_the_states_of_a_report_are_no_titles() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
        "",
        "TT|Tiêu chí|Công việc|Bắt đầu|Kết thúc|Kinh phí",
        "1|1.1|Rà soát hồ sơ lưu trữ|05/09/2023|30/09/2023|2 triệu",
        "2|1.2|Thay mới 12 bộ bóng đèn|05/09/2023|31/10/2023|5 triệu",
        "3|1.3|Đại hội liên đội|05/09/2023|30/11/2023|",
        "",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Hoàn thành|Đang thực hiện|Chưa thực hiện",
        "1|1.1|Rà soát hồ sơ lưu trữ|Đã xong||",
        "2|1.2|Thay mới 12 bộ bóng đèn||Đang làm|",
        "3|1.3|Đại hội liên đội|||Chưa làm",
    ];
    let found = read(&lines);
    assert_eq!(shown(&found), READ, "{:?}", rules(&found));
    assert!(!rules(&found).contains(&"T71"), "{:?}", rules(&found));
}

#[test]
fn work_under_way_in_shares_is_under_way() {
    for title in ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"]
    {
        for share in ["45", "70%"] {
            let states = ["x||", &format!("|{share}|"), "||Chờ kinh phí"];
            let found = read(&table(title, "Đã triển khai xong|Đang triển khai (tỷ lệ %)|Chưa triển khai (lý do)", states));
            assert_eq!(shown(&found), READ, "{title} {share}: {:?}", rules(&found));
        }
    }
}

#[test]
fn a_report_below_its_plan_on_one_sheet_counts_no_work_twice() {
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời hạn|Kinh phí|Ngân sách|Xã hội hóa|Kết quả thực hiện";
    let plan = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Ghi chú", ["", "", ""]);
    let report = [
        "",
        "BÁO CÁO SƠ KẾT HỌC KỲ I VỀ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "",
        titles,
        "1|1.1|Rà soát hồ sơ lưu trữ|Hiệu trưởng|9/2023|2 triệu|1 triệu|1 triệu|Đã rà soát xong",
        "2|1.2|Thay mới 12 bộ bóng đèn|Kế toán|12/2023|5 triệu|5 triệu||Đang làm",
        "3|1.3|Đại hội liên đội|Tổng phụ trách|11/2023||||Chưa làm",
    ]
    .map(str::to_owned);
    let found = read(&[&plan[..], &report[..]].concat());
    assert_eq!(shown(&found), READ, "{:?}", rules(&found));
    // Another time of work that is not done is asked about; the plan's stands.
    assert!(rules(&found).contains(&"X21"), "{:?}", rules(&found));
}

#[test]
fn sums_below_the_work_are_no_work_whatever_stands_beside_them() {
    let plan = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Ghi chú", ["", "", ""]);
    for sum in [
        "||Cộng tiêu chuẩn 1|3 hoạt động||7 triệu",
        "||Tổng kinh phí|||7.000.000 (bằng chữ: bảy triệu)",
        "||Cộng|3 nhiệm vụ||7.000.000đ",
        "||Dự phòng 10%|||3,5 triệu (dự kiến)",
        "||Tổng kinh phí|||7 triệu (NSNN 5 triệu, PHHS đóng góp 2 triệu)",
        "||Còn thiếu|||NSNN: 2 triệu",
        "||Cộng mang sang|||7.000.000 đồng (Bảy triệu đồng chẵn)",
    ] {
        let lines: Vec<&str> = plan.iter().map(String::as_str).chain([sum]).collect();
        let found = read(&lines);
        assert_eq!(found.actions.len(), 3, "{sum}: {:?}", rules(&found));
    }
    // Work that goes on later says so in a note, too.
    let report = table(
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Kết quả|Ghi chú",
        ["Đã xong|", "Đang làm|", "Chưa làm|Chuyển sang năm sau"],
    );
    assert_eq!(shown(&read(&report)), READ);
}

#[test]
fn crosses_under_verdicts_beside_work_are_asked_about() {
    let found = read(&table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Đạt|Chưa đạt", ["x|", "|x", "x|"]));
    assert_eq!(rules(&found).iter().filter(|id| **id == "T29").count(), 2, "{:?}", rules(&found));
    // Beside states they are another matter.
    let found = read(&table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Tình trạng|Đạt", ["Đã xong|x", "Đang làm|", "Chưa làm|"]));
    assert_eq!(shown(&found), READ);
    assert!(!rules(&found).contains(&"T29"), "{:?}", rules(&found));
}

#[test]
fn the_number_of_a_row_is_no_state_in_english_either() {
    for number in ["No.", "No", "Stt"] {
        let titles = format!("{number}|Mã TC|Công việc|Đã xong|Đang làm|Chưa làm");
        let lines = [
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "",
            &titles,
            "1|1.1|Rà soát hồ sơ|Đã rà soát||",
            "2|1.2|Thay bóng đèn|Đã thay||",
            "3|1.3|Đại hội liên đội|||Chưa tổ chức được",
        ];
        let found = read(&lines);
        assert_eq!(shown(&found), ["completed - -", "completed - -", "not_started - -"], "{number}: {:?}", rules(&found));
    }
}

#[test]
fn where_works_stand_behind_bullets_one_without_a_state_is_no_rest_of_the_work_above() {
    let told = |last: &str| {
        let lines = [
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "",
            "TT|Tiêu chí|Nội dung kế hoạch|Đã thực hiện|Đang thực hiện|Chưa thực hiện",
            "1|1.1|- Lập kế hoạch chiến lược|- Đã lập||",
            "||- Tổ chức lấy ý kiến|||",
            last,
        ];
        let found = read(&lines);
        found.actions.iter().map(|action| action.status.code()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told("||- Công khai trên trang tin||- Đang làm|"), "completed no_report in_progress");
    // Nothing says that a bullet begins a work.
    assert_eq!(told("||- Công khai trên trang tin|||"), "completed");
}

#[test]
fn why_work_is_not_done_is_no_state_of_it() {
    for why in ["Nguyên nhân chưa hoàn thành", "Lý do chưa thực hiện xong", "Vì sao chưa hoàn thành"] {
        let states = [("x||", ""), ("|x|", "Thiếu kinh phí"), ("||x", "Thiếu kinh phí")].map(|(state, why)| format!("{state}|{why}"));
        let titles = format!("Những công việc đã triển khai xong|Đang triển khai hoặc chậm (lý do)|Chưa triển khai|{why}");
        let lines = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", &titles, states.each_ref().map(String::as_str));
        let found = read(&lines);
        assert_eq!(shown(&found), READ, "{why} {:?}", rules(&found));
    }
}

#[test]
fn a_table_of_how_many_works_are_done_is_told_and_no_work() {
    let counts: [&[&str]; 3] = [
        &["Nội dung|Số lượng|Tỷ lệ", "Tổng số công việc|3|100%", "Đã hoàn thành|1|33%", "Chưa hoàn thành|2|67%"],
        &["TT|Kết quả thực hiện|Số việc|Tỷ lệ %", "1|Hoàn thành|1|33", "2|Đang thực hiện|1|33", "3|Chưa thực hiện|1|33"],
        &["Tiêu chí|Số việc|Đã xong|Tỷ lệ", "1.1|1|1|100%", "1.2|1||0%", "1.3|1||0%"],
    ];
    for counts in counts {
        let works = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Đã xong|Đang làm|Chưa làm", ["x||", "|x|", "||x"]);
        let lines: Vec<String> = works.into_iter().chain([String::new()]).chain(counts.iter().map(|line| (*line).to_owned())).collect();
        let found = read(&lines);
        assert_eq!(shown(&found), READ, "{counts:?} {:?}", rules(&found));
        assert!(rules(&found).contains(&"T08"), "{counts:?} {:?}", rules(&found));
    }
}

#[test]
fn tables_of_other_things_below_the_work_are_no_work() {
    for other in OTHERS {
        let works = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Đã xong|Đang làm|Chưa làm", ["x||", "|x|", "||x"]);
        let lines: Vec<String> = works.into_iter().chain([String::new()]).chain(other.iter().map(|line| (*line).to_owned())).collect();
        let found = read(&lines);
        assert_eq!(shown(&found), READ, "{other:?} {:?}", rules(&found));
    }
}

#[test]
fn tables_of_other_things_beside_the_work_are_no_columns_of_it() {
    // Beside as many rows it could as well be of the table.
    for other in OTHERS.iter().filter(|other| other.len() <= WORKS.len()) {
        let works = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Đã xong|Đang làm|Chưa làm", ["x||", "|x|", "||x"]);
        let behind = |(at, work): (usize, String)| match at.checked_sub(2).and_then(|at| other.get(at)) {
            Some(line) => format!("{work}||{line}"),
            None => work,
        };
        let found = read(&works.into_iter().enumerate().map(behind).collect::<Vec<_>>());
        assert_eq!(shown(&found), READ, "{other:?} {:?}", rules(&found));
    }
}

#[test]
fn work_behind_a_gap_is_work_however_little_it_says() {
    let works = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Đã xong|Đang làm|Chưa làm", ["x||", "|x|", "||x"]);
    let further = ["4|1.4|Thư viện|Kế toán||||x|", "|1.5|Sân chơi|Phụ huynh|||||"];
    for gap in [&[][..], &[""], &["II. VIỆC KHÁC"]] {
        let lines: Vec<String> = works.iter().cloned().chain(gap.iter().chain(&further).map(|line| (*line).to_owned())).collect();
        let found = read(&lines);
        assert_eq!(found.actions.len(), 5, "{gap:?} {:?}", rules(&found));
    }
}

#[test]
fn a_slip_of_the_fingers_in_a_title_of_states_costs_no_report() {
    let slipped = [
        "Hoàn thàh|Đang thực hiện|Chưa hoàn thành",
        "Hoàn thành|Chưa hoàn thhành|Chưa thực hiện",
        "Hoàn thàành|Đang thực hịên|Chưa thực hiênn",
    ];
    for titles in slipped {
        let lines = table("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", titles, ["Đã xong||", "|Đang làm|", "||Chưa làm"]);
        let found = read(&lines);
        assert_eq!(shown(&found), READ, "{titles} {:?}", rules(&found));
    }
}

#[test]
fn the_same_titles_under_the_name_of_another_paper_are_that_paper() {
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời hạn|Kết quả";
    for report in ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Kết quả thực hiện kế hoạch cải tiến chất lượng học kỳ I"]
    {
        let lines = [
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            titles,
            "1|1.1|Mua sách tham khảo|Kế toán|9/2023|",
            "2|1.2|Trồng cây bóng mát|Bảo vệ|11/2023|",
            "",
            report,
            titles,
            "1|1.1|Mua sách tham khảo|Kế toán|9/2023|Đã mua xong",
            "2|1.2|Trồng cây bóng mát|Bảo vệ|11/2023|Chưa trồng",
        ];
        let found = read(&lines);
        assert_eq!(shown(&found), ["completed 2023-09-30 -", "not_started 2023-11-30 -"], "{report} {:?}", rules(&found));
    }
}
