//! The reports of the circulars whole, as software prints them and a school pastes them: prose, a table for each criterion, a table for each
//! standard, one of all, and one that counts them, one below the other on one sheet.

use std::collections::BTreeMap;

use ctcl::finding::Severity;
use ctcl::framework::Frameworks;
use ctcl::model::{Criterion, Declaration, SchoolKind, SchoolYear, Status};
use ctcl::read::Source;
use ctcl::reading::Reading;

use super::{expected, levels, rules, sheet, work};
use crate::paper::{Office, Paper, reading, workbook};

/// The criteria of 2026 with the level that each has reached.
const REACHED: &[(&str, u8)] = &[
    ("1.1", 2),
    ("1.2", 2),
    ("1.3", 1),
    ("1.4", 1),
    ("2.1", 2),
    ("2.2", 1),
    ("2.3", 2),
    ("3.1", 2),
    ("3.2", 1),
    ("3.3", 2),
    ("3.4", 2),
    ("3.5", 0),
    ("4.1", 2),
    ("4.2", 1),
    ("4.3", 2),
];

fn read_in_2026(rows: &[String], merges: &[(u32, u16, u32, u16)]) -> Reading {
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let paper = Paper { merges: merges.to_vec(), ..Paper::of("Sheet1", &rows) };
    Office::in_year(2026).read(&[Source::in_memory("bao-cao.xlsx", workbook(&[paper]))])
}

fn title(code: &str) -> String {
    let year = SchoolYear::new(2026).expect("a year of this century");
    let frameworks = Frameworks::load(None).expect("the built-in frameworks are sound");
    let criterion: Criterion = code.parse().expect("a code");
    let framework = frameworks.of(SchoolKind::Thcs, year).expect("a framework in force");
    framework.title_of(criterion).expect("a criterion of the framework").to_owned()
}

/// Each criterion as it reached its level, three times over: in a table of its own, in that of its standard, in that of all.
fn thrice() -> BTreeMap<String, String> {
    let shown = |met: bool| if met { "+++" } else { "---" };
    REACHED.iter().map(|(code, level)| ((*code).to_owned(), format!("{}{}", shown(*level >= 1), shown(*level >= 2)))).collect()
}

fn asked(read: &Reading) -> Vec<&str> {
    read.findings.iter().filter(|finding| finding.rule.severity != Severity::Info).map(|finding| finding.rule.id).collect()
}

#[test]
fn the_whole_report_of_2026_gives_each_criterion_its_levels_and_asks_nothing() {
    let mut rows: Vec<String> = [
        "UBND XÃ BẢN MÂY|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TRƯỜNG THCS HOA SEN|Độc lập - Tự do - Hạnh phúc",
        "BÁO CÁO TỰ ĐÁNH GIÁ",
        "Năm học 2026-2027",
        "Phần II. TỰ ĐÁNH GIÁ",
    ]
    .map(str::to_owned)
    .into();
    let mut merges = Vec::new();
    let row = |rows: &[String]| u32::try_from(rows.len()).expect("a row of a sheet");
    let crossed = |level: u8| (0..3).map(|at| if at == level { "|×" } else { "|" }).collect::<String>();
    for standard in ["1", "2", "3", "4"] {
        rows.push(format!("Tiêu chuẩn {standard}: PHẦN THỨ {standard}"));
        let own: Vec<&(&str, u8)> = REACHED.iter().filter(|(code, _)| code.starts_with(standard)).collect();
        for (code, level) in &own {
            let said = |of: u8| if *level >= of { "Đạt" } else { "Không đạt" };
            rows.extend([
                format!("Tiêu chí {code}. {} (tiêu chí bắt buộc)", title(code)),
                "Mức 1: Nhà trường có kế hoạch, phân công và theo dõi theo quy định.".to_owned(),
                "Mức 2: Nhà trường rà soát, dùng dữ liệu để điều chỉnh.".to_owned(),
                "Mô tả hiện trạng:".to_owned(),
                "Mức|Hiện trạng, kết quả đạt được của tiêu chí đến thời điểm đánh giá (kèm mã minh chứng)|Đánh giá".to_owned(),
                format!("Mức 1|Nhà trường đã ban hành kế hoạch (MC.{code}.01).|{}", said(1)),
                format!("Mức 2|Đã rà soát hai lần trong năm.|{}", said(2)),
                format!("Minh chứng của tiêu chí: (MC.{code}.01, MC.{code}.02)"),
                format!("Tự đánh giá: Tiêu chí {}.", ["không đạt Mức 1", "đạt Mức 1", "đạt Mức 2"][usize::from(*level)]),
            ]);
        }
        rows.extend([
            format!("Đánh giá chung về Tiêu chuẩn {standard}:"),
            format!("1. Điểm mạnh nổi bật của Tiêu chuẩn {standard}:"),
            "(chưa nhập)".to_owned(),
            format!("4. Tổng hợp kết quả đánh giá các tiêu chí của Tiêu chuẩn {standard}:"),
        ]);
        let titles = row(&rows);
        merges.extend([(titles, 0, titles + 1, 0), (titles, 1, titles, 3)]);
        rows.extend(["Tiêu chí|Kết quả đánh giá tiêu chí||".to_owned(), "|Không đạt|Mức 1|Mức 2".to_owned()]);
        rows.extend(own.iter().map(|(code, level)| format!("Tiêu chí {code}{}", crossed(*level))));
    }
    rows.extend(["Phần III. KẾT LUẬN".to_owned(), "a) Bảng tổng hợp kết quả đánh giá tiêu chí".to_owned()]);
    let titles = row(&rows);
    merges.extend([(titles, 0, titles + 1, 0), (titles, 1, titles, 3)]);
    rows.extend(["Tiêu chuẩn, Tiêu chí|Kết quả đánh giá tiêu chí||".to_owned(), "|Không đạt Mức 1|Mức 1|Mức 2".to_owned()]);
    for standard in ["1", "2", "3", "4"] {
        rows.push(format!("Tiêu chuẩn {standard}|||"));
        let own = REACHED.iter().filter(|(code, _)| code.starts_with(standard));
        rows.extend(own.map(|(code, level)| format!("Tiêu chí {code}{}", crossed(*level))));
    }
    rows.extend(["Cộng chung|1|5|9".to_owned(), "b) Bảng tổng hợp chung".to_owned()]);
    let titles = row(&rows);
    merges.extend([(titles, 0, titles + 2, 0), (titles, 1, titles + 2, 1), (titles, 2, titles, 7)]);
    merges.extend([2, 4, 6].map(|column| (titles + 1, column, titles + 1, column + 1)));
    rows.extend(
        [
            "Tiêu chuẩn|Tổng số tiêu chí|Tổng hợp kết quả đánh giá tiêu chí trong tiêu chuẩn|||||",
            "||Không đạt||Mức 1||Mức 2|",
            "||SL|%|SL|%|SL|%",
            "Tiêu chuẩn 1|4|0|0%|2|50%|2|50%",
            "Tiêu chuẩn 2|3|0|0%|1|33.3%|2|66.7%",
            "Tiêu chuẩn 3|5|1|20%|1|20%|3|60%",
            "Tiêu chuẩn 4|3|0|0%|1|33.3%|2|66.7%",
            "Cộng chung|15|1|6.7%|5|33.3%|9|60%",
            "3. Mức đạt của cơ sở giáo dục",
            "Cơ sở giáo dục Đạt Mức 1.",
            "Phần IV. PHỤ LỤC",
            "Danh mục minh chứng",
            "TT|Mã|Tên|Vị trí/đường dẫn|Ghi chú",
            "1|MC.1.1.01|Kế hoạch năm học|Văn phòng|Bản giấy",
            "2|MC.1.2.01|Quyết định phân công|Văn phòng|",
        ]
        .map(str::to_owned),
    );
    let read = read_in_2026(&rows, &merges);
    assert_eq!(levels(&read), thrice(), "{:?}", rules(&read));
    assert_eq!(read.declarations.len(), 1, "{:?}", read.declarations);
    assert_eq!(read.evidence.len(), 2);
    assert!(asked(&read).is_empty(), "{:?}", asked(&read));
}

#[test]
fn a_plan_whose_titles_bear_the_numbers_of_their_columns_is_read_below_part_four() {
    let rows = [
        "TRƯỜNG THCS HOA SEN|",
        "KẾ HOẠCH",
        "Cải tiến chất lượng giáo dục năm học 2026-2027",
        "IV. TÓM TẮT CÁC VẤN ĐỀ TRỌNG TÂM CẦN CẢI TIẾN",
        "TT|Tiêu chuẩn|Tiêu chí liên quan (nếu có)|Đánh giá hiện trạng|Điểm hạn chế|Nguyên nhân của hạn chế",
        "1|1|1.3|Đã làm nhưng chưa đều|Còn chậm ở hai tổ|Chưa phân công rõ",
        "2|2|2.2|Đã làm nhưng chưa đều|Ít dự giờ|Thiếu thời gian",
        "V. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT (1)|Nội dung cải tiến (2)|Mục tiêu cải tiến (3)|Hoạt động/giải pháp (4)|Chỉ số đánh giá kết quả (5)|Thời gian thực hiện (6)|Đơn vị/cá nhân phụ trách (7)|Nguồn lực bảo đảm (8)|Thông tin, dữ liệu hoặc minh chứng dự kiến (9)|Mức độ thực hiện (10)",
        "1|Cập nhật dữ liệu quản lý|98% dữ liệu đúng hạn|Kiểm tra chéo hằng tháng|Tỷ lệ đúng hạn|2026-09-01 - 2026-12-20|Tổ văn phòng|12 giờ rà soát mỗi tháng|Bảng kiểm|dang_thuc_hien",
        "2|Dự giờ sau bồi dưỡng|24/24 giáo viên được dự giờ|Dự giờ theo nhóm|Số giáo viên|2026-10-01 - 2026-12-31|Tổ trưởng|Quỹ 2.000.000 đồng|Phiếu dự giờ|(nhà trường bổ sung)",
    ];
    let read = read_in_2026(&rows.map(str::to_owned), &[]);
    assert_eq!(
        work(&read),
        ["1.3 Kiểm tra chéo hằng tháng @ 2026-09-01 - 2026-12-20", "2.2 Dự giờ theo nhóm @ 2026-10-01 - 2026-12-31"],
        "{:?}",
        rules(&read)
    );
    let states: Vec<_> = read.actions.iter().map(|action| (action.status, action.cost.amount_vnd)).collect();
    assert_eq!(states, [(Status::InProgress, None), (Status::NoReport, Some(2_000_000))]);
    assert!(asked(&read).is_empty(), "{:?}", asked(&read));
}

/// Two problems of a school, and the titles of the plan that is to mend them.
const PROBLEMS: [&str; 8] = [
    "TRƯỜNG THCS HOA SEN|",
    "Năm học 2026-2027",
    "IV. CÁC VẤN ĐỀ CẦN CẢI TIẾN",
    "TT|Tiêu chuẩn|Tiêu chí liên quan (nếu có)|Đánh giá hiện trạng|Điểm hạn chế|Nguyên nhân của hạn chế",
    "1|1|1.3|Đã làm nhưng chưa đều|Hồ sơ số chưa đồng bộ|Chưa phân công rõ",
    "2|2|2.2|Đã làm nhưng chưa đều|Giáo viên ít dự giờ lẫn nhau|Thiếu thời gian",
    "V. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
    "TT|Nội dung cải tiến|Mục tiêu cải tiến|Hoạt động/giải pháp|Chỉ số đánh giá kết quả|Thời gian thực hiện|Đơn vị/cá nhân phụ trách",
];

/// Part IV names the criterion; under one problem of part V stand several activities.
#[test]
fn several_activities_under_one_problem_are_of_its_criterion_however_they_are_numbered() {
    let expected = [
        "1.3 Mua phần mềm quản lý @ Tháng 10/2026",
        "1.3 Số hóa hồ sơ @ Tháng 12/2026",
        "2.2 Dự giờ chéo @ Tháng 11/2026",
        "2.2 Mở chuyên đề @ Tháng 3/2027",
    ];
    let (one, other) = ("Hồ sơ số chưa đồng bộ", "Giáo viên ít dự giờ lẫn nhau");
    // Number and problem of each activity; whether those that stand once are merged over both.
    let ways = [
        ([("1", one), ("", ""), ("2", other), ("", "")], true),
        ([("1", one), ("", ""), ("2", other), ("", "")], false),
        ([("1", one), ("2", ""), ("3", other), ("4", "")], true),
        ([("1", one), ("2", one), ("3", other), ("4", other)], false),
        ([("1", one), ("1", one), ("2", other), ("2", other)], false),
        // In other words only the number tells, and it tells of the first activity's cell.
        ([("1", "Dữ liệu rời rạc"), ("", ""), ("2", "Ít trao đổi"), ("", "")], true),
    ];
    for (way, merged) in ways {
        let mut rows: Vec<String> = PROBLEMS.map(str::to_owned).to_vec();
        let first = rows.len() as u32;
        let works = [
            "Mua phần mềm quản lý|Số bộ|Tháng 10/2026",
            "Số hóa hồ sơ|Tỷ lệ|Tháng 12/2026",
            "Dự giờ chéo|Số tiết|Tháng 11/2026",
            "Mở chuyên đề|Số buổi|Tháng 3/2027",
        ];
        rows.extend(way.iter().zip(works).map(|((number, problem), work)| format!("{number}|{problem}|Đạt yêu cầu|{work}|Tổ trưởng")));
        let numbered = way[1].0.is_empty();
        let columns = if numbered { &[0, 1][..] } else { &[1] };
        let merges: Vec<_> = if merged {
            columns.iter().flat_map(|column| [(first, *column, first + 1, *column), (first + 2, *column, first + 3, *column)]).collect()
        } else {
            vec![]
        };
        let read = read_in_2026(&rows, &merges);
        assert_eq!(work(&read), expected, "{way:?}: {:?}", rules(&read));
        assert!(!rules(&read).contains("R06"), "{way:?}: {:?}", rules(&read));
    }
}

/// More works than problems, in other words: their numbers are no problems'.
#[test]
fn works_that_number_themselves_take_no_criterion_by_number() {
    let works = [
        "Dữ liệu rời rạc|Đạt|Mua phần mềm quản lý|Số bộ|Tháng 10/2026|Tổ trưởng",
        "Dữ liệu rời rạc|Đạt|Nhập lại học bạ|Tỷ lệ|Tháng 12/2026|Tổ trưởng",
        "Ít trao đổi|Đạt|Họp chuyên môn liên tổ|Số buổi|Tháng 11/2026|Tổ trưởng",
    ];
    // On, or anew for each problem.
    for numbers in [[1, 2, 3], [1, 2, 1]] {
        let works = numbers.iter().zip(works).map(|(number, work)| format!("{number}|{work}"));
        let rows: Vec<String> = PROBLEMS.map(str::to_owned).into_iter().chain(works).collect();
        let read = read_in_2026(&rows, &[]);
        assert!(read.actions.iter().all(|action| action.criterion.is_none()), "{:?}", work(&read));
        assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "R06").count(), 3, "{:?}", rules(&read));
    }
}

#[test]
fn titles_nobody_knows_among_the_rows_of_another_table_are_told() {
    let rows = [
        "TRƯỜNG THCS HOA SEN|",
        "Năm học 2026-2027",
        "TT|Tiêu chuẩn|Tiêu chí liên quan (nếu có)|Đánh giá hiện trạng|Điểm hạn chế|Nguyên nhân của hạn chế",
        "1|1|1.3|Đã làm nhưng chưa đều|Còn chậm ở hai tổ|Chưa phân công rõ",
        "Bảng hai",
        "TT - a|Cái cần - b|Đích - c|Cách - d|Số đo - e|Khi nào - g|Ai lo - h|Của cải - i|Giấy tờ - k",
        "1|Cập nhật dữ liệu|98%|Kiểm tra chéo|Tỷ lệ|Tháng 12/2026|Tổ văn phòng|Không|Bảng kiểm",
        "2|Dự giờ|24/24|Dự giờ theo nhóm|Số lượt|Tháng 12/2026|Tổ trưởng|Không|Phiếu",
    ];
    let read = read_in_2026(&rows.map(str::to_owned), &[]);
    let told: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "T73").collect();
    assert_eq!(told.len(), 1, "{:?}", rules(&read));
    assert_eq!(told[0].cell.map(|cell| cell.to_string()).as_deref(), Some("A6"));
}

#[test]
fn the_level_of_a_standard_beside_its_name_is_no_criterion_and_ends_the_row_above() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "Tiêu chuẩn 1|x|--------|--------|--------",
        "Tiêu chí 1.1||x|x|Không đạt",
        "Tiêu chí 1.10|x|Không đạt|Không đạt|--------",
        "Tiêu chuẩn 2||x|x|--------",
        "Tiêu chí 2.1||x|x|x",
        "Tiêu chí 2.3||x|x|x",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.10", "--"), ("2.1", "+++"), ("2.3", "+++")]), "{:?}", rules(&read));
    for id in ["R01", "R03", "C10"] {
        assert!(!rules(&read).contains(id), "{id}: {:?}", rules(&read));
    }
}

#[test]
fn a_plan_within_the_card_of_a_criterion_stays_a_plan() {
    let card = |code: &str, work: &str| {
        [
            format!("Tiêu chí {code}"),
            "Mức|Nội dung|Kết quả".to_owned(),
            "Mức 1|Có kế hoạch|Đạt".to_owned(),
            "Mức 2|Có rà soát|Không đạt".to_owned(),
            "TT|Giải pháp|Người thực hiện|Thời gian".to_owned(),
            format!("1|{work}|Hiệu trưởng|Tháng 12/2026"),
            "Tự đánh giá: Đạt Mức 1".to_owned(),
        ]
    };
    let mut rows = vec!["TRƯỜNG THCS HOA SEN".to_owned(), "Năm học 2026-2027".to_owned()];
    rows.extend(card("1.1", "Rà soát kế hoạch"));
    rows.extend(card("1.2", "Phân công lại"));
    let read = read_in_2026(&rows, &[]);
    assert_eq!(levels(&read), expected(&[("1.1", "+-"), ("1.2", "+-")]), "{:?}", rules(&read));
    assert_eq!(work(&read), ["1.1 Rà soát kế hoạch @ Tháng 12/2026", "1.2 Phân công lại @ Tháng 12/2026"], "{:?}", rules(&read));
}

#[test]
fn a_report_of_2018_says_each_criterion_in_its_table_and_in_prose_alike() {
    let mut rows: Vec<String> = [
        "TRƯỜNG THCS HOA SEN",
        "BÁO CÁO TỰ ĐÁNH GIÁ",
        "Năm học 2023-2024",
        "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        "Tiêu chuẩn, tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "Tiêu chuẩn 1||x|--------|--------",
        "Tiêu chí 1.1||x|x|Không đạt",
        "Tiêu chí 1.10||x|Không đạt|--------",
        "Kết quả: Đạt mức 1",
        "Phần I. CƠ SỞ DỮ LIỆU",
        "Số lớp học|Năm học 2021-2022|Năm học 2022-2023|Năm học 2023-2024",
        "Khối 6|3|3|4",
        "Khối 7|3|3|4",
        "Phần II. TỰ ĐÁNH GIÁ",
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "Mở đầu: Nhà trường có đủ cơ cấu tổ chức theo Điều lệ.",
    ]
    .map(str::to_owned)
    .into();
    for (code, concluded) in [("1.1", "Đạt Mức 2"), ("1.10", "Đạt Mức 1")] {
        rows.extend([
            format!("Tiêu chí {code}: Tên của tiêu chí"),
            "Mức 1:".to_owned(),
            "a) Phù hợp với mục tiêu giáo dục;".to_owned(),
            "1. Mô tả hiện trạng".to_owned(),
            "1.1. Mức 1".to_owned(),
            "a) Nhà trường có chiến lược phát triển [H1-1.1-01].".to_owned(),
            "1.2. Mức 2".to_owned(),
            "Đã giám sát thường xuyên, đạt 100% kế hoạch.".to_owned(),
            "4. Kế hoạch cải tiến chất lượng".to_owned(),
            "Trong năm học, nhà trường rà soát chiến lược, hoàn thành tháng 5/2024.".to_owned(),
            format!("5. Tự đánh giá: {concluded}."),
        ]);
    }
    rows.extend(
        [
            "Kết luận về Tiêu chuẩn 1:",
            "Nhà trường có 1/10 tiêu chí đạt Mức 2, không có tiêu chí nào đạt Mức 4.",
            "Phần III. KẾT LUẬN CHUNG",
            "- Mức đánh giá của trường: Đạt Mức 1.",
        ]
        .map(str::to_owned),
    );
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let read = reading(&[Paper::of("Sheet1", &rows)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++++--"), ("1.10", "++--")]), "{:?}", rules(&read));
    assert!(asked(&read).is_empty(), "{:?}", asked(&read));
    assert!(read.declarations.iter().all(|said| matches!(said, Declaration::SchoolLevel { level: 1, .. })), "{:?}", read.declarations);
}

#[test]
fn work_below_what_was_found_of_a_criterion_is_kept_and_asked_about() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện",
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "Hiện trạng: còn hạn chế",
        "Tự đánh giá: Đạt Mức 1",
        "1||Rà soát chiến lược|Hiệu trưởng|Tháng 10/2023",
        "2||Công khai chiến lược|Hiệu trưởng|Tháng 11/2023",
        "Tiêu chí 1.2: Hội đồng trường",
        "Hiện trạng: chưa đều",
        "Tự đánh giá: Đạt Mức 2",
        "3||Kiện toàn hội đồng|Hiệu trưởng|Tháng 12/2023",
    ])]);
    let expected =
        ["? Rà soát chiến lược @ Tháng 10/2023", "? Công khai chiến lược @ Tháng 11/2023", "? Kiện toàn hội đồng @ Tháng 12/2023"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    assert!(rules(&read).contains("R03"), "{:?}", rules(&read));
    let bare = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện",
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "Hiện trạng: còn hạn chế",
        "Tự đánh giá: Đạt Mức 1",
        "||Rà soát chiến lược||Tháng 10/2023",
    ])]);
    assert_eq!(work(&bare).len(), 1, "a work and its time alone: {:?}", rules(&bare));
}

/// A work more than there are problems, and the words of the others show that they are numbered alike.
#[test]
fn one_work_more_than_problems_costs_the_others_no_criterion() {
    let works = [
        "1|Đồng bộ hồ sơ|Đạt|Mua phần mềm quản lý|Số bộ|Tháng 10/2026|Tổ trưởng",
        "2|Tăng dự giờ|Đạt|Lập lịch|Số tiết|Tháng 12/2026|Tổ trưởng",
        "3|Ngày hội đọc sách|Đạt|Tổ chức ngày hội|Số buổi|Tháng 11/2026|Tổ trưởng",
    ];
    let read = read_in_2026(&[&PROBLEMS[..], &works].concat().iter().map(|row| (*row).to_owned()).collect::<Vec<_>>(), &[]);
    let codes: Vec<_> = read.actions.iter().map(|action| action.criterion.map_or("?".to_owned(), |code| code.to_string())).collect();
    assert_eq!(codes, ["1.3", "2.2", "?"], "{:?}", rules(&read));
}

/// The three choices of the form of 2026: what is under way is one of them, so that the third is not begun.
#[test]
fn what_is_not_completed_beside_what_is_under_way_is_not_begun() {
    let titles = |state: &str| {
        format!("TT|Nội dung cải tiến|Mục tiêu cải tiến|Hoạt động/giải pháp|Chỉ số đánh giá kết quả|Thời gian thực hiện|Phụ trách|{state}")
    };
    let plan = |state: &str, said: [&str; 3]| {
        let row =
            |(at, said): (usize, &&str)| format!("{0}|Tiêu chí 1.{0}|Đạt|Việc thứ {0}|Số bộ|Tháng 10/2026|Hiệu trưởng|{said}", at + 1);
        let mut rows =
            vec!["TRƯỜNG THCS HOA SEN|".to_owned(), "Năm học 2026-2027".to_owned(), "V. KẾ HOẠCH CẢI TIẾN".to_owned(), titles(state)];
        rows.extend(said.iter().enumerate().map(row));
        read_in_2026(&rows, &[])
    };
    let long = "Mức độ thực hiện (Hoàn thành/ Đang thực hiện/ Chưa hoàn thành)";
    for (state, said, last, told) in [
        (long, ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành"], Status::NotStarted, true),
        ("Mức độ thực hiện", ["Hoàn thành", "Đang thực hiện", "CHƯA HOÀN THÀNH"], Status::NotStarted, true),
        ("Mức độ thực hiện", ["Hoàn thành", "", "☐ Hoàn thành ☐ Đang thực hiện ☑ Chưa hoàn thành"], Status::NotStarted, true),
        // What is not begun has a word of its own there.
        ("Mức độ thực hiện", ["Hoàn thành", "Chưa thực hiện", "Chưa hoàn thành"], Status::InProgress, false),
        ("Mức độ thực hiện (Hoàn thành/Chưa hoàn thành/Chưa thực hiện)", ["Hoàn thành", "", "Chưa hoàn thành"], Status::InProgress, false),
        (long, ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành 2 phòng"], Status::InProgress, false),
    ] {
        let read = plan(state, said);
        assert_eq!(read.actions.last().map(|action| action.status), Some(last), "{state}: {said:?}");
        let found: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "C43").filter_map(|finding| finding.cell).collect();
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), if told { vec!["H7"] } else { vec![] }, "{state}: {said:?}");
    }
}
