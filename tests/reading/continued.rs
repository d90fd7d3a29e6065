//! Tables whose other columns, or results, stand in a table of their own under the same numbers.

use super::{levels, rules, sheet, work};
use crate::paper::{Paper, reading};

const FIRST: [&str; 5] = [
    "STT|Tiêu chí|Nội dung công việc|Mục tiêu",
    "1|1.3|Bồi dưỡng đoàn viên trẻ|Đủ",
    "2|2.2|Cử giáo viên học nâng chuẩn|100%",
    "3|3.5|Mua thiết bị phòng tin học|20 máy",
    "",
];

#[test]
fn the_columns_that_did_not_fit_the_page_stand_below_or_on_the_next_sheet() {
    let rest = ["STT|Người thực hiện|Thời gian|Kinh phí", "1|Chi đoàn|10/2023|2.000.000", "2|HT|5/2024|0", "3|KT|11/2023|45.000.000"];
    let below = reading(&[sheet(&[&FIRST[..], &["(tiếp theo)"], &rest].concat())]);
    let behind = reading(&[sheet(&FIRST), Paper::of("KH (tiếp)", &rest)]);
    let named = [
        "STT|Nội dung công việc|Người thực hiện|Thời gian|Kinh phí",
        "1|Bồi dưỡng đoàn viên trẻ|Chi đoàn|10/2023|2.000.000",
        "2|Cử giáo viên học nâng chuẩn|HT|5/2024|0",
        "3|Mua thiết bị phòng tin học|KT|11/2023|45.000.000",
    ];
    let named = reading(&[sheet(&FIRST), Paper::of("KH 2", &named)]);
    let expected =
        ["1.3 Bồi dưỡng đoàn viên trẻ @ 10/2023", "2.2 Cử giáo viên học nâng chuẩn @ 5/2024", "3.5 Mua thiết bị phòng tin học @ 11/2023"];
    for read in [&below, &behind, &named] {
        assert_eq!(work(read), expected, "{:?}", rules(read));
        assert!(rules(read).contains("T34") && !rules(read).contains("T09"), "{:?}", rules(read));
        let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
        assert_eq!(money, [Some(2_000_000), Some(0), Some(45_000_000)]);
    }
}

#[test]
fn a_unit_above_the_rest_of_a_table_is_that_of_its_money() {
    let rest = ["ĐVT: triệu đồng", "STT|Thời gian|Kinh phí", "1|10/2023|2", "2|5/2024|15", "3|11/2023|45"];
    let read = reading(&[sheet(&FIRST), Paper::of("KH 2", &rest)]);
    let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(money, [Some(2_000_000), Some(15_000_000), Some(45_000_000)]);
}

#[test]
fn money_by_who_pays_may_stand_under_the_numbers_of_the_plan() {
    let rest = ["ĐVT: nghìn đồng", "TT|Ngân sách|Xã hội hóa|Tổng kinh phí", "1|2000|0|2000", "2|10000|5000|15000", "3|0|45000|45000"];
    let plan =
        ["STT|Tiêu chí|Nội dung công việc|Thời gian", "1|1.3|Bồi dưỡng|10/2023", "2|2.2|Cử đi học|5/2024", "3|3.5|Mua thiết bị|11/2023"];
    let read = reading(&[sheet(&plan), Paper::of("Kinh phí", &rest)]);
    let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(money, [Some(2_000_000), Some(15_000_000), Some(45_000_000)], "{:?}", rules(&read));
}

#[test]
fn a_fault_of_the_rest_of_a_table_is_told_where_it_stands() {
    let rest = ["STT|Thời gian", "1|10/2023", "2|Lúc rảnh", "3|11/2023"];
    let read = reading(&[sheet(&FIRST), Paper::of("KH 2", &rest)]);
    let told = read.findings.iter().find(|told| told.rule.id == "C07").unwrap_or_else(|| panic!("{:?}", rules(&read)));
    assert_eq!((told.sheet.as_deref(), told.cell.map(|cell| cell.to_string()).as_deref()), (Some("KH 2"), Some("B3")));
}

#[test]
fn tables_of_other_things_or_under_other_numbers_do_not_go_on() {
    let people = ["STT|Họ và tên|Phụ trách", "1|Nguyễn Văn A|Trưởng ban", "2|Lê Thị B|Thư ký", "3|Trần C|Ủy viên"];
    let read = reading(&[sheet(&FIRST), Paper::of("Hội đồng", &people)]);
    assert!(!rules(&read).contains("T34") && !rules(&read).contains("T49"), "{:?}", rules(&read));
    let other =
        ["STT|Nội dung công việc|Người thực hiện|Thời gian", "1|Tập huấn|HT|10/2023", "2|Hội thi|TPT|11/2023", "3|Tham quan|TPT|3/2024"];
    let plan = ["STT|Tiêu chí|Nội dung công việc|Thời gian", "1|1.3|Bồi dưỡng đoàn viên trẻ|10/2023", "2|2.2|Cử giáo viên đi học|5/2024"];
    let read = reading(&[sheet(&plan), Paper::of("KH 2", &other)]);
    assert!(!rules(&read).contains("T34"), "{:?}", rules(&read));
    assert_eq!(read.actions.len(), 5);
    let numbers = ["STT|Người thực hiện|Thời gian", "7|HT|10/2023", "8|TPT|11/2023"];
    let read = reading(&[sheet(&FIRST), Paper::of("KH 2", &numbers)]);
    assert!(rules(&read).contains("T49"), "{:?}", rules(&read));
}

#[test]
fn results_on_another_sheet_may_name_their_works_by_number_only() {
    let plan = [
        "STT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian",
        "1|1.3|Bồi dưỡng đoàn viên trẻ|BT|10/2023",
        "2|2.2|Cử giáo viên học nâng chuẩn|HT|5/2024",
        "3|3.5|Mua thiết bị phòng tin học|KT|11/2023",
    ];
    let said = |results: &[&str]| {
        let read = reading(&[sheet(&plan), Paper::of("Kết quả", results)]);
        let told = read.reports.iter().map(|report| format!("{} {}", report.planned.replace('\n', " + "), report.status.code()));
        (told.collect::<Vec<_>>(), rules(&read).into_iter().filter(|id| id.starts_with('T')).map(str::to_owned).collect::<Vec<_>>())
    };
    let each = ["Bồi dưỡng đoàn viên trẻ completed", "Cử giáo viên học nâng chuẩn in_progress", "Mua thiết bị phòng tin học not_started"];
    let by_word = said(&["Việc số|Kết quả thực hiện", "Việc 1|Đã hoàn thành", "Việc 2|Đang thực hiện", "Việc 3|Chưa thực hiện"]);
    let by_column = said(&["STT|Những việc đã triển khai xong|Đang triển khai|Chưa triển khai", "1|x||", "2||x|", "3|||x"]);
    for (told, _) in [&by_word, &by_column] {
        assert_eq!(told, &each);
    }
    let (listed, ids) = said(&["STT trong kế hoạch|Kết quả", "STT 1, 3|Đã hoàn thành", "2|Đang thực hiện"]);
    assert_eq!(
        listed,
        ["Bồi dưỡng đoàn viên trẻ + Mua thiết bị phòng tin học completed", "Cử giáo viên học nâng chuẩn in_progress"],
        "{ids:?}"
    );
    // Criteria beside other numbers than those of the plan say which work is meant, where each has one.
    let (told, _) = said(&["TT|Tiêu chí|Kết quả thực hiện", "1|3.5|Đã hoàn thành", "2|1.3|Đang thực hiện"]);
    assert_eq!(told, ["Mua thiết bị phòng tin học completed", "Bồi dưỡng đoàn viên trẻ in_progress"]);
    let (told, ids) = said(&["TT|Tiêu chí|Kết quả thực hiện", "1|3.5|Đã hoàn thành", "2|4.1|Đang thực hiện"]);
    assert!(told.iter().all(|told| !told.contains("Bồi dưỡng")) && !ids.contains(&"T50".to_owned()), "{told:?}");
}

#[test]
fn a_table_cut_in_two_may_go_over_several_pages_and_its_numbers_may_begin_anew() {
    let first = ["TT|Tiêu chí|Nội dung công việc|Mục tiêu", "1|1.3|Bồi dưỡng đoàn viên|Đủ", "2|2.2|Cử giáo viên đi học|Đủ"];
    let next = ["TT|Tiêu chí|Nội dung công việc|Mục tiêu", "3|3.5|Mua thiết bị|Đủ", "4|3.6|Mua sách|Đủ"];
    let rest = ["TT|Người thực hiện|Thời gian", "1|BT|10/2023", "2|HT|5/2024"];
    let last = ["TT|Người thực hiện|Thời gian", "3|KT|11/2023", "4|TV|12/2023"];
    let by_page = reading(&[sheet(&[&first[..], &rest, &next, &last].concat())]);
    let on_sheets = reading(&[sheet(&[&first[..], &next].concat()), Paper::of("KH (tiếp)", &[&rest[..], &last].concat())]);
    let expected =
        ["1.3 Bồi dưỡng đoàn viên @ 10/2023", "2.2 Cử giáo viên đi học @ 5/2024", "3.5 Mua thiết bị @ 11/2023", "3.6 Mua sách @ 12/2023"];
    for read in [by_page, on_sheets] {
        assert_eq!(work(&read), expected, "{:?}", rules(&read));
    }
    let plan = [
        "TT|Tiêu chí|Công việc|Thời gian",
        "|Tiêu chuẩn 1",
        "1|1.3|Bồi dưỡng đoàn viên|10/2023",
        "|Tiêu chuẩn 2",
        "1|2.2|Cử giáo viên đi học|5/2024",
    ];
    let results = ["TT|Kết quả thực hiện", "Tiêu chuẩn 1", "1|Đã hoàn thành", "Tiêu chuẩn 2", "1|Đang thực hiện"];
    let read = reading(&[sheet(&plan), Paper::of("Kết quả", &results)]);
    let told: Vec<String> = read.reports.iter().map(|report| format!("{} {}", report.planned, report.status.code())).collect();
    assert_eq!(told, ["Bồi dưỡng đoàn viên completed", "Cử giáo viên đi học in_progress"], "{:?}", rules(&read));
}

#[test]
fn a_result_under_a_number_that_no_work_has_is_told_and_counts_for_none() {
    let plan = ["TT|Tiêu chí|Công việc|Thời gian", "1|1.3|Bồi dưỡng đoàn viên|10/2023", "2|2.2|Cử giáo viên đi học|5/2024"];
    let read = reading(&[sheet(&plan), Paper::of("Kết quả", &["STT|Kết quả thực hiện", "1|Đã hoàn thành", "12|Đã hoàn thành"])]);
    assert_eq!(read.reports.len(), 1);
    assert!(rules(&read).contains("T49"), "{:?}", rules(&read));
}

#[test]
fn a_sheet_or_a_line_names_the_level_of_the_marks_below_it() {
    let rows = ["TT|Tiêu chí|Đạt|Không đạt", "1|Tiêu chí 1.1|x|", "2|Tiêu chí 1.2|x|", "3|Tiêu chí 1.3||x"];
    let head = ["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"];
    let of = |name: &str, rows: &[&str]| Paper::of(name, &[&head[..], rows].concat());
    let second = ["TT|Tiêu chí|Đạt|Không đạt", "1|Tiêu chí 1.1||x", "2|Tiêu chí 1.2|x|", "3|Tiêu chí 1.3||x"];
    let third = ["TT|Tiêu chí|Đạt|Không đạt", "1|Tiêu chí 1.1||x", "2|Tiêu chí 1.3||x", "3|Tiêu chí 1.4||x"];
    let sheets = reading(&[of("Mức 1", &rows), of("Mức 2", &second), of("Mức 3", &third)]);
    let lines = ["1. Đánh giá tiêu chí Mức 1", "2. Đánh giá tiêu chí Mức 2", "3. Đánh giá tiêu chí Mức 3"];
    let below: Vec<&str> = lines.iter().zip([&rows, &second, &third]).flat_map(|(line, rows)| [*line].into_iter().chain(*rows)).collect();
    let below = reading(&[of("TĐG", &below)]);
    for read in [&sheets, &below] {
        assert_eq!(levels(read), super::expected(&[("1.1", "+--"), ("1.2", "++"), ("1.3", "---"), ("1.4", "-")]), "{:?}", rules(read));
        assert!(rules(read).contains("T35") && !rules(read).contains("C21"), "{:?}", rules(read));
    }
}

#[test]
fn what_names_several_levels_or_an_aim_is_no_level_of_the_marks_below() {
    let rows = ["TT|Tiêu chí|Đạt|Không đạt", "1|Tiêu chí 1.1|x|", "2|Tiêu chí 1.2|x|", "3|Tiêu chí 1.3||x"];
    for line in ["Đánh giá tiêu chí Mức 1, 2 và 3", "Phấn đấu đạt Mức 2", "Trường đạt Mức 1"] {
        let read = reading(&[sheet(&[&[line][..], &rows].concat())]);
        assert!(rules(&read).contains("C21") && !rules(&read).contains("T35"), "{line}: {:?}", rules(&read));
    }
}

#[test]
fn what_each_source_pays_is_no_money_of_the_works_of_those_numbers() {
    let plan = [
        "STT|Tiêu chí|Nội dung công việc|Thời gian",
        "1|1.3|Bồi dưỡng|10/2023",
        "2|2.2|Cử đi học|5/2024",
        "3|3.5|Mua thiết bị|11/2023",
        "",
    ];
    let money = |rows: &[&str]| {
        let read = reading(&[sheet(&[&plan[..], &["STT|Nguồn kinh phí|Số tiền"], rows].concat())]);
        let told: Vec<String> = rules(&read).iter().map(ToString::to_string).collect();
        (read.actions.iter().map(|action| action.cost.amount_vnd).collect::<Vec<_>>(), told)
    };
    let (by_source, told) = money(&["1|Ngân sách|3 triệu", "2|Xã hội hóa|4 triệu", "3|Học phí|5 triệu"]);
    assert_eq!(by_source, [None; 3], "{told:?}");
    assert!(told.iter().any(|id| id == "T49") && !told.iter().any(|id| id == "T34"), "{told:?}");
    let (of_works, told) = money(&["1|Ngân sách|3 triệu", "2|Ngân sách|4 triệu", "3|Học phí|5 triệu"]);
    assert_eq!(of_works, [Some(3_000_000), Some(4_000_000), Some(5_000_000)], "{told:?}");
}

#[test]
fn a_plan_that_stands_before_its_results_is_not_the_rest_of_them() {
    let plan = ["TT|Tiêu chí|Người thực hiện|Thời gian", "1|1.3|HT|10/2023", "2|2.2|PHT|11/2023"];
    let results = ["TT|Tiêu chí|Nội dung công việc|Kết quả", "1|1.3|Bồi dưỡng|Đã xong", "2|2.2|Cử đi học|Đang học"];
    let read = reading(&[sheet(&plan), Paper::of("KQ", &results)]);
    assert!(!rules(&read).contains("T34"), "{:?}", rules(&read));
}

#[test]
fn the_numbers_of_the_plan_may_stand_behind_what_is_told_of_its_works() {
    let plan = |number: &str, code: &str| {
        let rows =
            [("1.3", "Bồi dưỡng đoàn viên trẻ", "10/2023"), ("2.2", "Cử giáo viên đi học", "5/2024"), ("3.5", "Mua thiết bị", "11/2023")];
        let rows = rows.iter().enumerate().map(|(at, (criterion, work, time))| format!("{code}{}|{criterion}|{work}|{time}", at + 1));
        [format!("{number}|Tiêu chí|Nội dung công việc|Thời gian")].into_iter().chain(rows).collect::<Vec<_>>()
    };
    let said = |(number, code): (&str, &str), results: &[&str]| {
        let plan = plan(number, code);
        let read = reading(&[sheet(&plan.iter().map(String::as_str).collect::<Vec<_>>()), Paper::of("Kết quả", results)]);
        let told: Vec<String> = read.reports.iter().map(|report| format!("{} {}", report.planned, report.status.code())).collect();
        (told, rules(&read).into_iter().filter(|id| id.starts_with('T')).map(str::to_owned).collect::<Vec<_>>())
    };
    let expected = ["Mua thiết bị completed", "Bồi dưỡng đoàn viên trẻ in_progress", "Cử giáo viên đi học not_started"];
    let numbered = ("STT", "");
    let coded = ("Mã CV", "CV");
    for (plan, results) in [
        (numbered, &["Tình trạng|Theo KH số TT|Ghi chú", "Hoàn thành|3|", "Đang thực hiện|1|", "Chưa thực hiện|2|"][..]),
        (numbered, &["STT|Tình trạng|Số TT trong kế hoạch", "1|Hoàn thành|3", "2|Đang thực hiện|1", "3|Chưa thực hiện|2"]),
        (
            numbered,
            &[
                "Đã triển khai xong|Đang triển khai|Chưa triển khai|Theo STT của KH",
                "Đã mua 5 máy|||3",
                "|Đang bồi dưỡng||1",
                "||Chưa cử|2",
            ],
        ),
        (coded, &["TT|Mã CV|Tình trạng", "1|CV3|Hoàn thành", "2|CV1|Đang thực hiện", "3|CV2|Chưa thực hiện"]),
        (coded, &["TT|Tình trạng|Mã công việc", "1|Hoàn thành|CV3", "2|Đang thực hiện|CV1", "3|Chưa thực hiện|CV2"]),
    ] {
        let (told, ids) = said(plan, results);
        assert_eq!(told, expected, "{results:?}: {ids:?}");
        assert!(ids.contains(&"T50".to_owned()) && !ids.contains(&"T03".to_owned()), "{results:?}: {ids:?}");
    }
    // Numbers that are not said to be those of the plan name nothing there.
    let (told, _) = said(numbered, &["Tình trạng|Số lượng", "Hoàn thành|3", "Đang thực hiện|1", "Chưa thực hiện|2"]);
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn shares_beside_works_that_are_named_are_their_results_and_no_columns_of_the_plan() {
    for title in ["Hoàn thành (%)", "% hoàn thành", "Tiến độ (%)"] {
        let plan = [
            "STT|Tiêu chí|Nội dung công việc|Thời gian",
            "1|1.3|Bồi dưỡng đoàn viên trẻ|10/2023",
            "2|2.2|Cử giáo viên học nâng chuẩn|5/2024",
        ];
        let titles = format!("STT|Tiêu chí|Nội dung công việc|{title}");
        let shares = [titles.as_str(), "1|1.3|Bồi dưỡng đoàn viên trẻ|100%", "2|2.2|Cử giáo viên học nâng chuẩn|45%"];
        let read = reading(&[sheet(&plan), Paper::of("KQ", &shares)]);
        assert!(!rules(&read).contains("T34"), "{title}: {:?}", rules(&read));
        assert_eq!((read.actions.len(), read.reports.len()), (2, 2), "{title}: {:?}", rules(&read));
    }
}
