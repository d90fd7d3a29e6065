//! Layouts that few schools use: levels of either half side by side, days with the month first, codes in Roman numbers, answers sent twice.

use ctcl::model::Period;

use super::{expected, levels, rules, sheet, work};
use crate::paper::{Office, Paper, reading, workbook};
use ctcl::read::Source;
use ctcl::reading::Reading;

fn over(period: Period, paper: Paper) -> Reading {
    let mut office = Office::in_year(2023);
    office.settings.period = Some(period);
    office.read(&[Source::in_memory("a.xlsx", workbook(&[paper]))])
}

fn told(read: &Reading, id: &str) -> Vec<String> {
    read.findings.iter().filter(|finding| finding.rule.id == id).map(|finding| finding.message()).collect()
}

#[test]
fn levels_of_either_half_are_those_of_the_half_reported_on() {
    for titles in ["Học kỳ I|Cuối năm", "HKI|HKII", "Kết quả HK1|Kết quả HK2", "Học kỳ 1|Cả năm"] {
        let of = |period| {
            let titles = format!("TT|Tiêu chí|{titles}");
            let rows = ["BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", &titles, "1|Tiêu chí 1.1|Mức 1|Mức 2", "2|Tiêu chí 1.3|Không đạt|Mức 1"];
            over(period, sheet(&rows))
        };
        let (first, second) = (of(Period::Hk1), of(Period::Hk2));
        assert_eq!(levels(&first), expected(&[("1.1", "+--"), ("1.3", "---")]), "{titles}: {:?}", rules(&first));
        assert_eq!(levels(&second), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{titles}: {:?}", rules(&second));
        assert_eq!((told(&first, "S37").len(), told(&second, "S37").len()), (1, 1), "{titles}");
    }
}

#[test]
fn days_with_the_month_first_are_read_and_told_once() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian hoàn thành",
        "1|1.1|Rà soát nội quy|Hiệu trưởng|10/31/2023",
        "2|1.5|Mở thêm lớp|Hiệu trưởng|11/05/2023",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát nội quy @ 31/10/2023", "1.5 Mở thêm lớp @ 05/11/2023"], "{:?}", rules(&read));
    let due: Vec<String> = read.actions.iter().filter_map(|action| Some(action.window.due?.to_string())).collect();
    assert_eq!(due, ["2023-10-31", "2023-11-05"]);
    assert_eq!(told(&read, "T72"), ["2 ô của cột này ghi tháng trước ngày sau như \"10/31/2023\"; đọc là 31/10/2023."]);
}

#[test]
fn codes_in_roman_numbers_stand_before_names_and_unmet_beside_the_level() {
    for (of_one, of_two) in [("I.", "II."), ("1.", "2.")] {
        let row = |standard: &str, rest: &str| format!("{standard}{rest}");
        let rows = [
            row(of_one, "1|Phương hướng, chiến lược xây dựng và phát triển nhà trường||3"),
            row(of_one, "2|Hội đồng trường||2"),
            row(of_one, "3|Tổ chức Đảng Cộng sản Việt Nam, các đoàn thể và tổ chức khác|x|"),
            row(of_two, "1|Đối với hiệu trưởng, phó hiệu trưởng||1"),
        ];
        let mut all = vec!["BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ", "Mã|Nội dung|Không đạt|Đạt mức"];
        all.extend(rows.iter().map(String::as_str));
        let read = reading(&[sheet(&all)]);
        let known = expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "---"), ("2.1", "+--")]);
        assert_eq!(levels(&read), known, "{of_one}: {:?}", rules(&read));
    }
}

#[test]
fn the_last_answer_to_an_online_form_counts_and_both_rows_are_named() {
    let read = reading(&[sheet(&[
        "Dấu thời gian|Tên trường|Tiêu chí 1.1|Tiêu chí 1.2|Tiêu chí 1.3",
        "05/01/2024 8:10:11|THCS Hoa Sen|Mức 1|Mức 2|Không đạt",
        "08/01/2024 9:00:00|THCS Hoa Sen|Mức 2||Mức 1",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "++"), ("1.3", "+--")]), "{:?}", rules(&read));
    let said = &told(&read, "T51")[..];
    assert!(said.len() == 1 && said[0].contains("dòng 4") && said[0].contains("dòng 5"), "{said:?}");
}

#[test]
fn works_side_by_side_and_works_alone_on_their_sheets_are_read() {
    let turned = sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "STT|1|2",
        "Tiêu chí|1.3|3.1",
        "Công việc|Kết nạp 2 đảng viên mới|Trồng 50 cây bàng",
        "Người thực hiện|Bí thư|Đoàn đội",
        "Thời gian|Tháng 5/2024|Tháng 2/2024",
        "Kinh phí|2.000.000đ|Không",
    ]);
    let read = reading(&[turned]);
    let expected = ["1.3 Kết nạp 2 đảng viên mới @ Tháng 5/2024", "3.1 Trồng 50 cây bàng @ Tháng 2/2024"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    // Each is told of where it stood.
    let cells: Vec<String> = read.actions.iter().map(|action| action.origin.cell.to_string()).collect();
    assert!(cells.iter().all(|cell| cell.starts_with('B') || cell.starts_with('C')), "{cells:?}");
    let card = |name: &'static str, rows: [&'static str; 3]| {
        let lines =
            ["TRƯỜNG THCS HOA SEN", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024", rows[0], rows[1], "Người phụ trách|HT", rows[2]];
        Paper::of(name, &lines)
    };
    let read = reading(&[
        card("TC 1.1", ["Tiêu chí|1.1: Phương hướng", "Công việc cần thực hiện|Công khai chiến lược", "Thời gian thực hiện|Tháng 9/2023"]),
        card("TC 3.1", ["Tiêu chí|3.1: Sân vườn", "Công việc cần thực hiện|Làm vườn cổ tích", "Thời gian thực hiện|Tháng 12/2023"]),
    ]);
    let expected = ["1.1 Công khai chiến lược @ Tháng 9/2023", "3.1 Làm vườn cổ tích @ Tháng 12/2023"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
}

#[test]
fn units_and_quantities_are_neither_who_nor_when_nor_work() {
    for (titles, rows) in [
        ("Kế hoạch|Thực hiện|Ghi chú", ["30|30|", "10|4|Chờ linh kiện", "2|0|"]),
        ("Kế hoạch|Thực hiện|Tỷ lệ", ["30|30|100%", "10|4|40%", "2|0|0%"]),
    ] {
        let head = format!("STT|Tiêu chí|Nội dung|Đơn vị tính|{titles}");
        let [first, second, third] = rows;
        let read = reading(&[sheet(&[
            "BÁO CÁO THỰC HIỆN KẾ HOẠCH CẢI TIẾN HKI",
            &head,
            &format!("1|2.2|Giáo viên dự tập huấn|người|{first}"),
            &format!("2|3.5|Sửa máy vi tính|bộ|{second}"),
            &format!("3|5.4|Buổi trải nghiệm|buổi|{third}"),
        ])]);
        let states: Vec<_> = read.reports.iter().map(|report| (report.planned.as_str(), report.status.code())).collect();
        let expected = [("Giáo viên dự tập huấn", "completed"), ("Sửa máy vi tính", "in_progress"), ("Buổi trải nghiệm", "not_started")];
        assert_eq!(states, expected, "{titles}: {:?}", rules(&read));
    }
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Đơn vị tính|Số lượng|Thời gian|Kinh phí",
        "1|3.5|Mua máy|cái|5|Tháng 10/2023|5.000.000",
    ])]);
    assert!(read.actions.iter().all(|action| action.lead.is_empty()), "{:?}", rules(&read));
}

#[test]
fn a_row_that_says_what_to_write_is_no_work_though_it_has_a_code() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Thời gian|Phụ trách|Kinh phí",
        "1|1.1|(Ghi công việc)|(tháng/năm)|(ghi rõ họ tên)|(đồng)",
        "2|1.6|Mua tủ hồ sơ|9/2023|VP|3.200.000",
    ])]);
    assert_eq!(work(&read), ["1.6 Mua tủ hồ sơ @ 9/2023"], "{:?}", rules(&read));
}

#[test]
fn how_many_works_each_has_is_no_table_of_works() {
    let counts = Paper::of(
        "Theo người",
        &["TỔNG HỢP SỐ VIỆC", "Người phụ trách|Số việc|Đã xong|Đang làm|Chưa làm", "Hiệu trưởng|1|1|0|0", "Kế toán|1|0|1|0"],
    );
    let plan = sheet(&["TT|Tiêu chí|Công việc|Thời gian|Phụ trách|Tình trạng", "1|1.7|Ký hợp đồng bảo vệ|9/2023|Hiệu trưởng|Đã xong"]);
    let read = reading(&[counts, plan]);
    assert_eq!(work(&read), ["1.7 Ký hợp đồng bảo vệ @ 9/2023"]);
    assert!(!rules(&read).contains("T02") && !rules(&read).contains("T01"), "{:?}", rules(&read));
}

#[test]
fn results_of_eight_columns_without_titles_are_known_by_their_words() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "1|Tiêu chí 1.1|Rà soát chiến lược||Đã rà soát, bổ sung||Không|",
        "2|Tiêu chí 2.2|Bồi dưỡng tin học|||Đang học, chưa thi|Không|",
        "3|Tiêu chí 3.5|Mua máy in||||Chưa mua|",
        "4|Tiêu chí 4.1|Họp phụ huynh||Đã họp 100% các lớp||Không|",
    ])]);
    let states: Vec<_> = read.reports.iter().map(|report| (report.planned.as_str(), report.status.code())).collect();
    let expected = [
        ("Rà soát chiến lược", "completed"),
        ("Bồi dưỡng tin học", "in_progress"),
        ("Mua máy in", "not_started"),
        ("Họp phụ huynh", "completed"),
    ];
    assert_eq!(states, expected, "{:?}", rules(&read));
    assert!(rules(&read).contains("T05"), "{:?}", rules(&read));
}

#[test]
fn a_plan_goes_on_to_its_right_however_short_it_is_there() {
    const TITLES: &str = "TT|Tiêu chí|Công việc|Phụ trách|Hạn||TT|Tiêu chí|Công việc|Phụ trách|Hạn";
    let read = reading(&[sheet(&[
        TITLES,
        "1|1.3|Đại hội liên đội|Tổng phụ trách|10/2023||4|3.1|Kẻ sân cầu lông|GV thể dục|11/2023",
        "2|1.7|Xếp lại thi đua|Hiệu trưởng|12/2023||5|4.1|Họp ban đại diện|Hiệu trưởng|1/2024",
        "3|2.4|Tập huấn|Tổng phụ trách|3/2024",
    ])]);
    let mut all = work(&read);
    all.sort();
    let expected = [
        "1.3 Đại hội liên đội @ 10/2023",
        "1.7 Xếp lại thi đua @ 12/2023",
        "2.4 Tập huấn @ 3/2024",
        "3.1 Kẻ sân cầu lông @ 11/2023",
        "4.1 Họp ban đại diện @ 1/2024",
    ];
    assert_eq!(all, expected, "{:?}", rules(&read));
    // What it counts, buys or who is on it is no work of its own.
    for beside in [
        ["TT|Tiêu chí|Số việc|Đã xong|Đang làm", "1|Tiêu chuẩn 1|2|1|1", "2|Tiêu chuẩn 3|2|2|0"],
        ["TT|Tiêu chí|Thiết bị|Số lượng|Đơn giá", "1|3.5|Máy in|2|3000000", "2|3.6|Giá sách|4|900000"],
        ["STT|Họ và tên|Chức vụ|Nhiệm vụ|Ghi chú", "1|Lê An|Hiệu trưởng|Trưởng ban|", "2|Vũ Hà|Phó hiệu trưởng|Phó ban|"],
    ] {
        let [titles, first, second] = beside;
        let rows = [
            format!("TT|Tiêu chí|Công việc|Phụ trách|Hạn||{titles}"),
            format!("1|1.3|Đại hội liên đội|Tổng phụ trách|10/2023||{first}"),
            format!("2|1.7|Xếp lại thi đua|Hiệu trưởng|12/2023||{second}"),
            "3|2.4|Tập huấn|Tổng phụ trách|3/2024".to_owned(),
        ];
        let read = reading(&[sheet(&rows.each_ref().map(String::as_str))]);
        assert_eq!(work(&read), expected[..3], "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn evidence_with_a_code_of_its_own_is_a_row_of_its_own() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn|Dự kiến các thông tin, minh chứng cần thu thập|Nơi thu thập|Nhóm chuyên trách, cá nhân thu thập|Thời gian thu thập|Ghi chú",
        "Tiêu chuẩn 1|[H1-1.1-01] Kế hoạch chiến lược|Văn phòng|Nhóm 1|Tháng 10/2023|",
        "|[H1-1.1-02] Biên bản họp|Văn phòng|Nhóm 1|Tháng 10/2023|",
        "|có chữ ký của các thành viên||||",
        "Tiêu chuẩn 2|[H2-2.2-01] Bằng cấp giáo viên|Văn phòng|Nhóm 2|Tháng 11/2023|",
    ])]);
    let all: Vec<_> = read.evidence.iter().map(|evidence| evidence.description.as_str()).collect();
    assert_eq!(
        all,
        ["[H1-1.1-01] Kế hoạch chiến lược", "[H1-1.1-02] Biên bản họp có chữ ký của các thành viên", "[H2-2.2-01] Bằng cấp giáo viên"]
    );
}

#[test]
fn cells_of_a_printed_page_stand_anywhere_under_their_merged_titles() {
    let mut paper = Paper::new("KH");
    paper.text(0, 0, "TRƯỜNG THCS HOA SEN");
    for (title, first, last) in
        [("TT", 0, 0), ("Tiêu chí", 1, 3), ("Công việc", 4, 7), ("Phụ trách", 8, 9), ("Thời gian", 10, 12), ("Kinh phí", 13, 14)]
    {
        paper.text(2, first, title);
        if last > first {
            paper.merges.push((2, first, 2, last));
        }
    }
    let rows: [&[(u16, &str)]; 3] = [
        &[(0, "1"), (2, "Tiêu chí 1.2"), (4, "Họp hội đồng"), (8, "Hiệu trưởng"), (11, "9/2023"), (14, "2.000.000")],
        &[(0, "2"), (1, "Tiêu chí 3.1"), (6, "Trồng cây"), (9, "Đoàn đội"), (10, "11/2023"), (13, "3.000.000")],
        &[(0, "3"), (3, "Tiêu chí 5.6"), (5, "Ôn thi"), (8, "Tổ trưởng"), (12, "3/2024"), (14, "4.000.000")],
    ];
    for (at, cells) in rows.iter().enumerate() {
        cells.iter().for_each(|(column, text)| paper.text(3 + at as u32, *column, text));
    }
    let read = reading(&[paper]);
    assert_eq!(work(&read), ["1.2 Họp hội đồng @ 9/2023", "3.1 Trồng cây @ 11/2023", "5.6 Ôn thi @ 3/2024"], "{:?}", rules(&read));
    let costs: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(costs, [Some(2_000_000), Some(3_000_000), Some(4_000_000)]);
    assert!(!super::leaves_out(&read) && read.actions.iter().all(|action| !action.lead.is_empty()), "{:?}", rules(&read));
}

#[test]
fn numbers_and_codes_may_stand_under_one_title() {
    for codes in [
        ["1.2", "3.5", "3.6"],
        ["Tiêu chí 1.2", "Tiêu chí 3.5", "Tiêu chí 3.6"],
        ["1.2: Hội đồng trường", "3.5: Thiết bị", "3.6: Thư viện"],
    ] {
        let rows = ["Họp hội đồng|HT|9/2023", "Mua máy in|Kế toán|10/2023", "Mua sách|Thư viện|11/2023"];
        let rows: Vec<String> = codes.iter().zip(rows).enumerate().map(|(at, (code, rest))| format!("{}|{code}|{rest}", at + 1)).collect();
        let mut all = vec!["Tiêu chí||Công việc|Phụ trách|Thời gian"];
        all.extend(rows.iter().map(String::as_str));
        let mut paper = sheet(&all);
        paper.merges.push((2, 0, 2, 1));
        let read = reading(&[paper]);
        assert_eq!(work(&read), ["1.2 Họp hội đồng @ 9/2023", "3.5 Mua máy in @ 10/2023", "3.6 Mua sách @ 11/2023"], "{codes:?}");
    }
}

#[test]
fn the_list_that_cells_choose_from_says_nothing_of_the_rows_beside_it() {
    use ctcl::model::Status;
    const TITLES: &str = "TT|Tiêu chí|Công việc|Phụ trách|Hạn";
    const ROWS: [&str; 5] = [
        "1|1.2|Họp hội đồng|HT|9/2023",
        "2|3.5|Mua máy in|Kế toán|10/2023",
        "3|3.6|Mua sách|Thư viện|11/2023",
        "4|4.1|Họp cha mẹ|HT|9/2023",
        "5|5.6|Phụ đạo|Tổ trưởng|4/2024",
    ];
    // What stands in column `at`, from the row of titles on, beside so many works.
    let beside = |count: usize, at: u16, cells: &[&str]| {
        let mut paper = sheet(&[&[TITLES], &ROWS[..count]].concat());
        cells.iter().enumerate().filter(|(_, text)| !text.is_empty()).for_each(|(row, text)| paper.text(2 + row as u32, at, text));
        reading(&[paper])
    };
    let (done, under_way, not_yet) = ("Hoàn thành", "Đang thực hiện", "Chưa thực hiện");
    for (count, at, cells) in [
        (2, 7, &["Danh mục tình trạng", done, under_way, not_yet][..]),
        (3, 7, &["Danh mục tình trạng", done, under_way, not_yet]),
        (5, 6, &["Tình trạng", done, under_way, not_yet]),
        (2, 6, &["", done, under_way, not_yet]),
        (5, 40, &["", done, under_way, not_yet]),
        (5, 40, &[done, under_way, not_yet]),
        (2, 8, &["Trạng thái", "Đã xong", "Đang làm", "Chậm tiến độ", "Chưa làm"]),
    ] {
        let read = beside(count, at, cells);
        assert_eq!(read.actions.len(), count, "{cells:?}: {:?}", work(&read));
        assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{cells:?} at {at}");
        assert!(super::leaves_out(&read), "that it is left out is told: {:?}", rules(&read));
    }
    // Every work has a state of its own.
    for (count, at, cells) in [
        (5, 6, &["Tình trạng", done, under_way, not_yet, done, not_yet][..]),
        (3, 6, &["Tình trạng", done, under_way, not_yet]),
        (5, 5, &["Tình trạng", done, under_way, not_yet]),
        (5, 5, &["Tình trạng", done, "", under_way, not_yet]),
    ] {
        let read = beside(count, at, cells);
        assert_eq!(read.actions[0].status, Status::Completed, "{cells:?} at {at}: {:?}", rules(&read));
    }
}
