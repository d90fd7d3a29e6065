//! Plans whose works are written into columns of months, and months that are painted or crossed by bars and weeks.

use super::{leaves_out, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};
use ctcl::reading::Reading;

fn dues(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by_key(|action| (action.origin.clone(), action.window.due));
    actions.iter().map(|action| action.window.due.map_or("-".to_owned(), |due| due.to_string())).collect()
}

/// As [`work`], whatever the order.
fn works(read: &Reading) -> Vec<String> {
    let mut works = work(read);
    works.sort();
    works
}

#[test]
fn each_cell_under_a_month_is_a_work_of_that_month() {
    let read = reading(&[sheet(&[
        "TT|Lĩnh vực|Tiêu chí|T9|T10|T11|T12|Người phụ trách|Kinh phí (đồng)",
        "1|Cơ sở vật chất|3.2|Khảo sát phòng học|Sửa phòng học||Nghiệm thu phòng học|Phó hiệu trưởng|50000000",
        "2|Đội ngũ|2.2||Thao giảng cấp trường|||Tổ trưởng|",
        "3|Hoạt động|5.2|Phụ đạo học sinh yếu|Phụ đạo học sinh yếu|Phụ đạo học sinh yếu||Giáo viên|",
        "Nơi nhận:||||HIỆU TRƯỞNG",
        "||||Nguyễn Thị Hạnh",
    ])]);
    assert_eq!(
        works(&read),
        [
            "2.2 Thao giảng cấp trường @ tháng 10",
            "3.2 Khảo sát phòng học @ tháng 9",
            "3.2 Nghiệm thu phòng học @ tháng 12",
            "3.2 Sửa phòng học @ tháng 10",
            "5.2 Phụ đạo học sinh yếu @ tháng 9, 10, 11",
        ],
        "{:?}",
        rules(&read)
    );
    let of_3_2: Vec<_> = read.actions.iter().filter(|action| action.lead == "Phó hiệu trưởng").collect();
    assert_eq!(of_3_2.len(), 3, "who leads leads them all");
    assert_eq!(of_3_2.iter().filter_map(|action| action.cost.amount_vnd).collect::<Vec<_>>(), [50_000_000], "money counts once");
    let cells: Vec<String> = of_3_2.iter().map(|action| action.origin.cell.to_string()).collect();
    assert!(cells.iter().all(|cell| cell.ends_with('4')), "each stands on its own row of the file: {cells:?}");
    assert!(rules(&read).contains("T98") && !leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn quarters_terms_and_years_over_works_say_when_as_months_do() {
    for (titles, first, second) in [
        ("Quý III/2023|Quý IV/2023", "2023-09-30", "2023-12-31"),
        ("Học kỳ I|Học kỳ II", "2024-01-15", "2024-05-31"),
        ("Năm học 2023-2024|Năm học 2024-2025", "2024-05-31", "2025-05-31"),
        ("T9/2024|T10/2024", "2024-09-30", "2024-10-31"),
    ] {
        let read = reading(&[sheet(&[
            &format!("Tiêu chuẩn, tiêu chí|{titles}|Phụ trách"),
            "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
            "Tiêu chí 1.1: Phương hướng, chiến lược|Rà soát chiến lược|Công bố chiến lược|HT",
            "Tiêu chí 1.10: Trường học an toàn||Tập huấn phòng cháy|PHT",
        ])]);
        assert_eq!(read.actions.len(), 3, "{titles}: {:?}", rules(&read));
        let due = |task: &str| {
            let action = read.actions.iter().find(|action| action.task.starts_with(task)).expect(task);
            (action.criterion.map(|criterion| criterion.to_string()), action.window.due.map(|due| due.to_string()).unwrap_or_default())
        };
        assert_eq!(due("Rà soát"), (Some("1.1".to_owned()), first.to_owned()), "{titles}");
        assert_eq!(due("Công bố"), (Some("1.1".to_owned()), second.to_owned()), "{titles}");
        assert_eq!(due("Tập huấn"), (Some("1.10".to_owned()), second.to_owned()), "{titles}");
    }
}

#[test]
fn halves_over_their_months_say_no_more_than_these() {
    let paper = sheet(&[
        "TT|Tiêu chí|HỌC KỲ I||HỌC KỲ II||Phụ trách",
        "||Tháng 11|Tháng 12|Tháng 1|Tháng 2|",
        "1|1.1|Công bố chiến lược|||Sơ kết thực hiện|HT",
        "2|4.1|||Họp cha mẹ giữa năm||GVCN",
    ]);
    let paper = [0, 1, 6].into_iter().fold(paper.merged(2, 2, 2, 3).merged(2, 4, 2, 5), |paper, column| paper.merged(2, column, 3, column));
    assert_eq!(
        works(&reading(&[paper])),
        ["1.1 Công bố chiến lược @ tháng 11", "1.1 Sơ kết thực hiện @ tháng 2", "4.1 Họp cha mẹ giữa năm @ tháng 1"]
    );
}

#[test]
fn codes_of_the_standard_above_and_codes_merged_over_rows_hold_for_every_work() {
    let paper = sheet(&[
        "TT|Tiêu chí|Mục tiêu|Kế hoạch thực hiện||",
        "|||Tháng 9|Tháng 10|Tháng 11",
        "TIÊU CHUẨN 3: CƠ SỞ VẬT CHẤT VÀ THIẾT BỊ DẠY HỌC",
        "1|Tiêu chí 4|Đủ nước sạch|Khảo sát giếng|Khoan giếng mới|",
        "|||Xin chủ trương||Lắp bồn rửa tay",
    ]);
    let paper = [0, 1, 2].into_iter().fold(paper.merged(2, 3, 2, 5), |paper, column| paper.merged(2, column, 3, column));
    let read = reading(&[[0, 1, 2].into_iter().fold(paper, |paper, column| paper.merged(5, column, 6, column))]);
    assert_eq!(
        works(&read),
        [
            "3.4 Khoan giếng mới @ tháng 10",
            "3.4 Khảo sát giếng @ tháng 9",
            "3.4 Lắp bồn rửa tay @ tháng 11",
            "3.4 Xin chủ trương @ tháng 9",
        ],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn steps_of_a_work_say_when_it_is_done() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Tháng 9|Tháng 10|Tháng 11|Tháng 12|Phụ trách",
        "1|1.1|Xây dựng chiến lược|Họp hội đồng trường|Lấy ý kiến|Công bố||HT",
        "2|3.2|Cải tạo phòng bộ môn||Khảo sát||Thi công đợt 1|PHT",
        "Nơi nhận:||||||HIỆU TRƯỞNG",
    ])]);
    assert_eq!(
        work(&read),
        [
            "1.1 Xây dựng chiến lược @ tháng 9, 10, 11 (Họp hội đồng trường; Lấy ý kiến; Công bố)",
            "3.2 Cải tạo phòng bộ môn @ tháng 10, 12 (Khảo sát; Thi công đợt 1)"
        ]
    );
    assert_eq!(dues(&read), ["2023-11-30", "2023-12-31"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T74") && !leaves_out(&read), "{:?}", rules(&read));
    // Beside a time of its own, and where states or amounts stand below, nothing is made of them.
    for (titles, first, second) in [
        ("Thời gian|Tháng 9|Tháng 10", "10/2023|Họp hội đồng|Công bố rộng rãi", "10/2023|Khảo sát phòng|Sửa phòng"),
        ("Phụ trách|Tháng 9|Tháng 10", "HT|Đã họp|Đã công bố", "HT|Đang khảo sát|Đã xong"),
        ("Phụ trách|Tháng 9|Tháng 10", "HT|Xong|", "HT|Làm|Xong"),
        ("Phụ trách|Tháng 9|Tháng 10", "HT|10 máy|5 máy", "HT|2 triệu|1 triệu"),
    ] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|{titles}"),
            &format!("1|1.1|Xây dựng chiến lược|{first}"),
            &format!("2|3.2|Cải tạo phòng|{second}"),
        ])]);
        assert!(!rules(&read).contains("T74"), "{first}: {:?}", rules(&read));
    }
}

#[test]
fn results_states_and_crosses_are_no_works_of_months() {
    for (above, titles, first, second) in [
        ("BÁO CÁO KẾT QUẢ CẢI TIẾN", "TT|Tiêu chí|Tháng 9|Tháng 10", "Họp hội đồng|Mua sách mới", "Khảo sát phòng|Sửa phòng học"),
        ("KẾ HOẠCH", "TT|Tiêu chí|Tháng 9|Tháng 10", "Đã xong|Đang làm", "Chưa làm|Đang làm"),
        (
            "KẾ HOẠCH",
            "TT|Tiêu chí|Công việc|Tháng 9|Tháng 10",
            "Chiến lược|Họp hội đồng|Công bố rộng rãi",
            "Phòng học|Khảo sát phòng|Sửa phòng",
        ),
        ("KẾ HOẠCH", "TT|Tiêu chí|Tháng 9|Tháng 10", "x|", "x|x"),
        ("KẾ HOẠCH", "TT|Tiêu chí|Tháng 9|Tháng 10", "5 triệu đồng|2 triệu đồng", "1 triệu đồng|"),
    ] {
        let read = reading(&[sheet(&[above, titles, &format!("1|1.1|{first}"), &format!("2|3.2|{second}")])]);
        assert!(!rules(&read).contains("T98"), "{titles} {first}: {:?}", rules(&read));
    }
}

fn painted(rows: &[&str], cells: &[(u32, u16, u32)]) -> Paper {
    cells.iter().fold(sheet(rows), |paper, (row, column, colour)| paper.put(*row, *column, Typed::On("", *colour)))
}

const BLUE: u32 = 0x00_B0_F0;
const GREEN: u32 = 0x92_D0_50;

#[test]
fn painted_months_are_read_above_who_signs_and_not_where_colours_may_mean_several_things() {
    let rows = [
        "TT|Tiêu chí|Công việc|T9|T10|T11|T12|Phụ trách",
        "1|1.5|Chia lớp|||||HT",
        "2|3.2|Sửa phòng|||||HT",
        "3|3.5|Mua máy|||||KT",
        "Nơi nhận:||||HIỆU TRƯỞNG",
    ];
    // The numbers stand on a colour of their own; the third row has two.
    let cells = [(3, 3, BLUE), (3, 4, BLUE), (4, 5, GREEN), (4, 6, GREEN), (5, 3, BLUE), (5, 4, GREEN)];
    let read = reading(&[painted(&rows, &cells)]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-12-31", "-"], "{:?}", rules(&read));
    let told = read.findings.iter().find(|finding| finding.rule.id == "T70").expect("told");
    assert!(told.message().contains("(2 việc)") && told.message().contains("dòng 6 có nhiều màu"), "{}", told.message());
    // A row that is painted from end to end says nothing of months.
    let stripe: Vec<(u32, u16, u32)> = (3..8).map(|column| (4, column, GREEN)).collect();
    let stripe = painted(&rows, &stripe).put(4, 7, Typed::On("HT", GREEN));
    assert!(reading(&[stripe]).actions.iter().all(|action| action.window.due.is_none()));
}

#[test]
fn a_text_merged_over_months_is_a_bar_and_weeks_named_by_letters_are_of_their_month() {
    let bars =
        sheet(&["TT|Tiêu chí|Công việc|T9|T10|T11|T12|Phụ trách", "1|1.5|Chia lớp|Tổ văn phòng||||HT", "2|3.2|Sửa phòng||Thi công|||HT"]);
    let read = reading(&[bars.merged(3, 3, 3, 4).merged(4, 4, 4, 6)]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-12-31"], "{:?}", rules(&read));
    let weeks = sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Tháng 9||||Tháng 10|||",
        "||||T1|T2|T3|T4|T1|T2|T3|T4",
        "1|1.1|Rà soát|HT|x|x|x|x||||",
        "2|3.2|Sửa phòng|HT||||||x|x|",
    ]);
    let read = reading(&[weeks.merged(2, 4, 2, 7).merged(2, 8, 2, 11)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ tháng 9", "3.2 Sửa phòng @ tuần 2 tháng 10; tuần 3 tháng 10"], "{:?}", rules(&read));
    let year = sheet(&["TT|Tiêu chí|Công việc|Tuần 4|Tuần 5|Tuần 6|Tuần 7|Phụ trách", "1|1.1|Rà soát|x|x|||HT", "2|3.2|Sửa phòng||||x|HT"]);
    assert_eq!(work(&reading(&[year])), ["1.1 Rà soát @ tuần 4; tuần 5", "3.2 Sửa phòng @ tuần 7"]);
    let own = sheet(&["TT|Tiêu chí|Công việc|T9/2024|T10/2024|T11/2024", "1|1.1|Rà soát|x|x|", "2|3.2|Sửa phòng|||x"]);
    assert_eq!(dues(&reading(&[own])), ["2024-10-31", "2024-11-30"], "a title's own year holds");
}
