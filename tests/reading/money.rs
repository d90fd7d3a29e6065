//! Money in several columns: totals and parts, sources, what is planned and what was spent.

use ctcl::dataset::{Dataset, Question};
use ctcl::finding::Finding;
use ctcl::model::{Action, Period, SchoolYear};
use ctcl::reading::Reading;
use jiff::civil::date;

use super::{rules, sheet};
use crate::paper::{Paper, Typed, reading};

/// `7000000 = budget 5000000 + socialised 2000000`, as the dataset holds it.
fn money(action: &Action) -> String {
    let named = |sources: &std::collections::BTreeSet<ctcl::model::CostSource>| ctcl::dataset::payers(sources);
    let parts: Vec<String> = action.cost.parts.iter().map(|part| format!("{} {}", named(&part.sources), part.amount_vnd)).collect();
    let amount = action.cost.amount_vnd.map_or("-".to_owned(), |amount| amount.to_string());
    if parts.is_empty() { format!("{amount} {}", named(&action.cost.sources)) } else { format!("{amount} = {}", parts.join(" + ")) }
}

fn costs(reading: &Reading) -> Vec<String> {
    let mut actions: Vec<&Action> = reading.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.into_iter().map(money).collect()
}

fn of<'a>(reading: &'a Reading, id: &str) -> Vec<&'a Finding> {
    reading.findings.iter().filter(|finding| finding.rule.id == id).collect()
}

/// Everything but the money is the same in each table.
fn table(titles: &[&str], rows: &[&str]) -> Paper {
    let mut all: Vec<String> = titles
        .iter()
        .enumerate()
        .map(|(at, titles)| {
            if at == 0 {
                format!("TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|{titles}")
            } else {
                format!("|||||{titles}")
            }
        })
        .collect();
    let work = ["Rà soát hồ sơ", "Kiện toàn hội đồng trường", "Đại hội liên đội", "Họp tổ chuyên môn"];
    for (at, row) in rows.iter().enumerate() {
        all.push(format!("{}|Tiêu chí 1.{}|{}|Hiệu trưởng|Tháng 10/2023|{row}", at + 1, at + 1, work[at]));
    }
    sheet(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn parts_under_one_title_are_read_with_their_sources_and_the_total_is_counted_once() {
    let titles = ["Kinh phí (triệu đồng)|||", "Ngân sách nhà nước|Xã hội hóa|Khác|Tổng cộng"];
    let read = reading(&[table(&titles, &["5|2|1|8", "10|||10", "0|0|0|0", "Không|Không|Không|Không"]).merged(2, 5, 2, 8)]);
    assert_eq!(
        costs(&read),
        ["8000000 = unstated 1000000 + budget 5000000 + socialised 2000000", "10000000 budget", "0 unstated", "- unstated"]
    );
    assert!(["T03", "T21", "T22", "C19"].iter().all(|id| of(&read, id).is_empty()), "{:?}", rules(&read));
    assert_eq!(read.actions[0].cost_text, "Ngân sách nhà nước: 5; Xã hội hóa: 2; Khác: 1; Tổng cộng: 8");
}

#[test]
fn parts_feed_the_figures_by_source() {
    let titles = ["Kinh phí||", "NSNN|XHH|Tổng"];
    let read = reading(&[table(&titles, &["5.000.000đ|2.000.000đ|7.000.000đ", "1.000.000||1.000.000"]).merged(2, 5, 2, 7)]);
    let question = Question {
        school_year: SchoolYear::new(2023).expect("a year"),
        period: Period::Hk1,
        as_of: date(2024, 1, 10),
        deadline: date(2024, 1, 10),
        expected: false,
    };
    let frameworks = ctcl::framework::Frameworks::load(None).expect("sound");
    let dataset = Dataset::new(&read, &question);
    let figures = ctcl::stats::compute(&dataset, &frameworks, |_| 2, ctcl::model::UnitName::default(), &question).expect("figures");
    assert_eq!(figures.cost.total_vnd, 8_000_000);
    let by_source: Vec<_> = figures.cost.by_source.iter().map(|(source, amount)| (source.as_str(), *amount)).collect();
    assert_eq!(by_source, [("budget", 6_000_000), ("socialised", 2_000_000)]);
    assert_eq!(dataset.reading().expect("read back").actions, read.actions);
}

#[test]
fn a_heading_three_rows_deep_and_the_sum_written_below_the_titles_are_understood() {
    let titles =
        ["Dự kiến kinh phí (đơn vị tính: nghìn đồng)||", "Tổng số|Trong đó|", "|Ngân sách|Huy động xã hội hóa", "(6)=(7)+(8)|(7)|(8)"];
    let mut paper = table(&titles, &["9000|6000|3000", "4000|4000|"]).merged(2, 5, 2, 7).merged(3, 5, 4, 5).merged(3, 6, 3, 7);
    for (column, number) in ["(1)", "(2)", "(3)", "(4)", "(5)"].iter().enumerate() {
        paper.text(5, column as u16, number);
        paper = if column < 5 { paper.merged(2, column as u16, 4, column as u16) } else { paper };
    }
    let read = reading(&[paper]);
    assert_eq!(costs(&read), ["9000000 = budget 6000000 + socialised 3000000", "4000000 budget"], "{:?}", rules(&read));
}

#[test]
fn flat_titles_without_a_total_are_summed() {
    let read = reading(&[table(&["Ngân sách|Xã hội hóa|Ghi chú"], &["5 triệu|2 triệu|", "3.000.000 đồng||Gấp", "|Phụ huynh ủng hộ|"])]);
    assert_eq!(costs(&read), ["7000000 = budget 5000000 + socialised 2000000", "3000000 budget", "- socialised"], "{:?}", rules(&read));
    assert!(read.actions.iter().any(|action| action.note == "Gấp"));
}

#[test]
fn a_total_that_is_not_the_sum_of_its_parts_is_told_and_not_divided() {
    let titles = ["Kinh phí (triệu đồng)||", "Ngân sách|Xã hội hóa|Tổng"];
    let read = reading(&[table(&titles, &["5|2|9", "1|1|2"]).merged(2, 5, 2, 7)]);
    assert_eq!(costs(&read), ["9000000 budget+socialised", "2000000 = budget 1000000 + socialised 1000000"]);
    let told = of(&read, "C19");
    assert_eq!(told.len(), 1);
    assert!(told[0].message().contains("9.000.000") && told[0].message().contains("7.000.000"), "{}", told[0].message());
    assert_eq!(told[0].cell.map(|cell| cell.to_string()), Some("H5".to_owned()));
}

#[test]
fn a_plan_of_several_years_needs_what_it_needs_in_all_of_them() {
    for years in [
        "Năm 2023|Năm 2024|Năm 2025",
        "2023|2024|2025",
        "Năm học 2023-2024|Năm học 2024-2025|Năm học 2025-2026",
        "Năm thứ nhất|Năm thứ hai|Năm thứ ba",
    ] {
        let titles = ["Kinh phí (triệu đồng)||", years];
        let read = reading(&[table(&titles, &["5|7|3", "|90|", "||"]).merged(2, 5, 2, 7)]);
        assert_eq!(costs(&read), ["15000000 unstated", "90000000 unstated", "- unstated"], "{years}: {:?}", rules(&read));
        assert_eq!(of(&read, "T80").len(), 1, "{years}: {:?}", rules(&read));
        assert!(of(&read, "T21").is_empty(), "{years}: {:?}", rules(&read));
        assert!(read.actions[0].cost_text.contains("; "), "{years}: {}", read.actions[0].cost_text);
    }
    // What was needed before the school year is none of its plan, and a total speaks for itself.
    let read = reading(&[table(&["Kinh phí (triệu đồng)||", "Năm 2021|Năm 2022|Năm 2023"], &["5|7|3"]).merged(2, 5, 2, 7)]);
    assert_eq!((costs(&read), of(&read, "T22").len()), (vec!["3000000 unstated".to_owned()], 2), "{:?}", rules(&read));
    let read = reading(&[table(&["Kinh phí (triệu đồng)||", "Năm 2023|Năm 2024|Tổng"], &["5|7|12"]).merged(2, 5, 2, 7)]);
    assert_eq!((costs(&read), of(&read, "T80").len()), (vec!["12000000 unstated".to_owned()], 0), "{:?}", rules(&read));
    let read = reading(&[table(&["Kinh phí năm 2023|Kinh phí năm 2024"], &["5.000.000|7.000.000"])]);
    assert_eq!(costs(&read), ["12000000 unstated"], "{:?}", rules(&read));
}

#[test]
fn a_unit_on_a_row_of_its_own_is_of_the_title_above_it() {
    let titles = ["Kinh phí|", "Ngân sách|XHH", "(triệu đồng)|(triệu đồng)"];
    let read = reading(&[table(&titles, &["5|2", "|20"]).merged(2, 5, 2, 6)]);
    assert_eq!(costs(&read), ["7000000 = budget 5000000 + socialised 2000000", "20000000 socialised"], "{:?}", rules(&read));
    let read = reading(&[table(&["Kinh phí", "(nghìn đồng)"], &["5000", "20"])]);
    assert_eq!(costs(&read), ["5000000 unstated", "20000 unstated"], "{:?}", rules(&read));
}

#[test]
fn planned_and_spent_money_are_not_added() {
    for titles in ["Kinh phí kế hoạch|Kinh phí thực hiện", "Kinh phí dự kiến|Đã chi (kinh phí)", "Kinh phí|Kinh phí đã sử dụng"]
    {
        let read = reading(&[table(&[titles], &["5.000.000|4.800.000", "2.000.000|"])]);
        assert_eq!(costs(&read), ["5000000 unstated", "2000000 unstated"], "{titles}");
        assert_eq!(of(&read, "T22").len(), 1, "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn an_amount_beside_the_words_of_who_pays_is_theirs() {
    let read = reading(&[table(&["Kinh phí (đồng)|Nguồn kinh phí"], &["5000000|NSNN", "2000000|Xã hội hóa", "|Ngân sách"])]);
    assert_eq!(costs(&read), ["5000000 budget", "2000000 socialised", "- budget"], "{:?}", rules(&read));
    let read = reading(&[table(&["Kinh phí (đồng)|NSNN|XHH"], &["5000000|x|", "2000000||x", "3000000|x|x"])]);
    assert_eq!(costs(&read), ["5000000 budget", "2000000 socialised", "3000000 budget+socialised"], "{:?}", rules(&read));
}

#[test]
fn a_plain_title_beside_parts_is_their_total_where_the_rows_add_up() {
    let titles = ["Kinh phí|Ngân sách|XHH"];
    let read = reading(&[table(&titles, &["7.000.000|5.000.000|2.000.000", "1.000.000|1.000.000|"])]);
    assert_eq!(costs(&read), ["7000000 = budget 5000000 + socialised 2000000", "1000000 budget"]);
    assert!(of(&read, "T21").is_empty());
}

#[test]
fn amounts_of_which_nothing_says_whether_they_belong_together_are_an_error() {
    let read = reading(&[table(&["Kinh phí|Ngân sách|XHH"], &["7.000.000|1.000.000|2.000.000", "1.000.000|1.000.000|3.000.000"])]);
    assert_eq!(costs(&read), ["7000000 unstated", "1000000 unstated"]);
    let told: Vec<&str> = of(&read, "T21").into_iter().filter_map(|finding| finding.raw.as_deref()).collect();
    assert_eq!(told, ["Ngân sách", "XHH"], "{:?}", rules(&read));
}

#[test]
fn the_price_of_one_is_no_part_of_the_cost() {
    let titles = ["Kinh phí (đồng)||", "Số lượng|Đơn giá|Thành tiền"];
    let read = reading(&[table(&titles, &["10|500.000|5.000.000", "2|1.000.000|2.000.000"]).merged(2, 5, 2, 7)]);
    assert_eq!(costs(&read), ["5000000 unstated", "2000000 unstated"], "{:?}", rules(&read));
    assert_eq!(of(&read, "T22").len(), 1);
}

#[test]
fn an_amount_merged_over_several_works_is_counted_once() {
    let read = reading(&[table(&["Kinh phí"], &["6.000.000đ", "", ""]).merged(3, 5, 5, 5)]);
    assert_eq!(costs(&read), ["6000000 unstated", "- unstated", "- unstated"]);
    assert_eq!(of(&read, "C17").len(), 2);
    let titles = ["Kinh phí||", "Ngân sách|Xã hội hóa|Tổng"];
    let read = reading(&[table(&titles, &["6.000.000||6.000.000", "||"]).merged(2, 5, 2, 7).merged(4, 5, 5, 5).merged(4, 7, 5, 7)]);
    assert_eq!(costs(&read), ["6000000 budget", "- unstated"], "{:?}", rules(&read));
}

#[test]
fn an_amount_merged_over_two_sources_is_theirs_together() {
    let titles = ["Kinh phí (triệu đồng)||", "Ngân sách|Xã hội hóa|Khác"];
    let read = reading(&[table(&titles, &["8||1"]).merged(2, 5, 2, 7).merged(4, 5, 4, 6)]);
    assert_eq!(costs(&read), ["9000000 = unstated 1000000 + budget+socialised 8000000"], "{:?}", rules(&read));
}

#[test]
fn the_unit_above_the_table_holds_for_every_column_of_money() {
    let mut rows = vec!["ĐVT: triệu đồng"];
    rows.extend(["TT|Tiêu chí|Công việc|Thời gian|NSNN|XHH|Tổng cộng", "1|Tiêu chí 1.1|Mua sách|Tháng 10/2023|||"]);
    let read = reading(&[sheet(&rows).put(4, 4, Typed::Number(1.5)).put(4, 5, Typed::Number(0.5)).put(4, 6, Typed::Number(2.0))]);
    assert_eq!(costs(&read), ["2000000 = budget 1500000 + socialised 500000"], "{:?}", rules(&read));
}

#[test]
fn each_column_counts_in_the_unit_of_its_own_title() {
    let read = reading(&[table(&["Ngân sách (triệu đồng)|Xã hội hóa (nghìn đồng)"], &["15|500", "2|"])]);
    assert_eq!(costs(&read), ["15500000 = budget 15000000 + socialised 500000", "2000000 budget"], "{:?}", rules(&read));
}

#[test]
fn a_unit_named_between_two_tables_of_the_same_titles_holds_for_the_second() {
    let titles = "STT|Tiêu chí|Nội dung công việc|Phụ trách|Tiến độ|Kinh phí";
    let read = reading(&[sheet(&[
        titles,
        "1|1.1|Rà soát chiến lược|HT|9/2023|500000 đồng",
        "",
        "Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
        "|||||ĐVT: nghìn đồng",
        titles,
        "1|2.1|Cử cán bộ đi học|HT|2024|3000",
    ])]);
    assert_eq!(costs(&read), ["500000 unstated", "3000000 unstated"]);
    assert!(of(&read, "R04").is_empty(), "{:?}", rules(&read));
}

#[test]
fn a_small_bare_number_typed_as_text_is_told_as_one_typed_as_a_number() {
    let read = reading(&[table(&["Kinh phí"], &["3000", "5 triệu"])]);
    assert_eq!(of(&read, "C15").len(), 1, "{:?}", rules(&read));
}

#[test]
fn amounts_that_come_to_no_sum_are_told() {
    let read = reading(&[table(&["Kinh phí"], &["Năm trước 10 triệu, năm nay 15 triệu", "300k/tháng"])]);
    assert_eq!((of(&read, "C32").len(), of(&read, "C33").len()), (1, 1), "{:?}", rules(&read));
    let read = reading(&[table(&["Kinh phí"], &["Theo thực tế", "15 triệu"])]);
    assert!(of(&read, "C32").is_empty() && of(&read, "C33").is_empty(), "{:?}", rules(&read));
}

#[test]
fn the_unit_of_each_amount_may_stand_in_a_column_beside_it() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Số tiền|Đơn vị tính|Nguồn",
        "1|1.6|Mua phần mềm|Kế toán|9/2023|15|triệu đồng|Ngân sách",
        "2|3.6|Mua sách|Thư viện|10/2023|500|nghìn đồng|Xã hội hóa",
        "3|3.5|Mua máy|Kế toán|11/2023|20000000|đồng|Ngân sách",
    ])]);
    let costs: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(costs, [Some(15_000_000), Some(500_000), Some(20_000_000)]);
    assert!(read.actions.iter().all(|action| !action.lead.contains("đồng")));
}

/// What is told of an amount and its unit, by cell.
fn doubts(reading: &Reading) -> Vec<String> {
    of(reading, "C31")
        .iter()
        .map(|told| format!("{} {}", told.cell.map_or_else(String::new, |cell| cell.to_string()), told.message()))
        .collect()
}

#[test]
fn amounts_written_in_full_below_a_larger_unit_are_what_they_say_and_are_told() {
    for title in ["Kinh phí (triệu đồng)", "Kinh phí (nghìn đồng)", "Dự kiến kinh phí (ĐVT: 1.000đ)"] {
        let mut paper = table(&[title], &["15.000.000", "", "12.500.000 (NSNN)", "1.500.000"]);
        paper = paper.put(4, 5, Typed::Number(15_000_000.0));
        let read = reading(&[paper]);
        assert_eq!(costs(&read), ["15000000 unstated", "15000000 unstated", "12500000 budget", "1500000 unstated"], "{title}");
        assert_eq!(doubts(&read).len(), 4, "{title}: {:?}", doubts(&read));
        assert!(doubts(&read)[0].contains("hiểu là số ghi đủ, 15.000.000 đồng"), "{title}: {:?}", doubts(&read));
    }
    let read = reading(&[table(&["Kinh phí (triệu đồng)"], &["15", "15.000.000", "500.000", "15.000.000 triệu đồng"])]);
    assert_eq!(costs(&read), ["15000000 unstated", "15000000 unstated", "500000 unstated", "15000000 unstated"]);
    assert_eq!(doubts(&read).len(), 3, "{:?}", doubts(&read));
}

#[test]
fn one_amount_that_can_only_be_in_full_shows_how_its_column_is_written() {
    // 120.000 below "nghìn đồng" may well be 120 triệu.
    let read = reading(&[table(&["Kinh phí (nghìn đồng)"], &["120.000", "1.250.000", "300.000", "350.000"])]);
    assert_eq!(costs(&read), ["120000000 unstated", "1250000000 unstated", "300000000 unstated", "350000000 unstated"]);
    assert!(doubts(&read).is_empty(), "{:?}", doubts(&read));
    let read = reading(&[table(&["Kinh phí (nghìn đồng)"], &["120.000", "1.250.000", "15.000.000", "350.000"])]);
    assert_eq!(costs(&read), ["120000 unstated", "1250000 unstated", "15000000 unstated", "350000 unstated"]);
    assert_eq!(doubts(&read).len(), 4, "{:?}", doubts(&read));
    // 9.000 is counted in thousands, so the column is.
    let read = reading(&[table(&["Kinh phí (nghìn đồng)"], &["120.000", "1.250.000", "15.000.000", "9.000"])]);
    assert_eq!(costs(&read), ["120000000 unstated", "1250000000 unstated", "15000000 unstated", "9000000 unstated"]);
    assert_eq!(doubts(&read).len(), 1, "{:?}", doubts(&read));
}

#[test]
fn an_amount_that_hardly_fits_its_unit_is_asked_about_and_an_impossible_one_not_counted() {
    let mut paper = table(&["Kinh phí (triệu đồng)"], &["15", "1,5", "", "20 triệu"]);
    paper = paper.put(5, 5, Typed::Number(15_000.0));
    let read = reading(&[paper]);
    assert_eq!(costs(&read), ["15000000 unstated", "1500000 unstated", "15000000000 unstated", "20000000 unstated"]);
    assert_eq!(
        doubts(&read),
        ["F6 Kinh phí \"15000\" theo đơn vị của cột là 15.000.000.000 đồng, rất lớn với một việc của trường; vẫn tính như vậy."]
    );
    let mut paper = table(&["Kinh phí (tỷ đồng)"], &["12", "0,5", "", ""]);
    paper = paper.put(5, 5, Typed::Number(500.0)).put(6, 5, Typed::Number(45.0));
    let read = reading(&[paper]);
    assert_eq!(costs(&read), ["12000000000 unstated", "500000000 unstated", "- unstated", "45000000000 unstated"]);
    assert_eq!(doubts(&read).len(), 1, "{:?}", doubts(&read));
    assert!(of(&read, "C09").is_empty());
}

#[test]
fn a_few_dong_below_a_title_in_dong_are_told() {
    let mut paper = table(&["Kinh phí (đồng)"], &["", "", "15.000", "15.000.000"]);
    paper = paper.put(3, 5, Typed::Number(15.0)).put(4, 5, Typed::Number(1_500.0));
    let read = reading(&[paper]);
    assert_eq!(costs(&read), ["15 unstated", "1500 unstated", "15000 unstated", "15000000 unstated"]);
    assert_eq!(doubts(&read).len(), 3, "{:?}", doubts(&read));
    assert!(doubts(&read)[0].contains("là 15 đồng, quá nhỏ"), "{:?}", doubts(&read));
}

#[test]
fn parts_and_their_total_written_in_full_below_a_unit_still_add_up() {
    let titles = ["Kinh phí (triệu đồng)||", "Ngân sách|Xã hội hóa|Tổng"];
    let read = reading(&[table(&titles, &["5.000.000|2.000.000|7.000.000", "1.000.000||1.000.000"]).merged(2, 5, 2, 7)]);
    assert_eq!(costs(&read), ["7000000 = budget 5000000 + socialised 2000000", "1000000 budget"], "{:?}", rules(&read));
    assert!(of(&read, "C19").is_empty());
}

#[test]
fn a_sum_below_the_amounts_is_no_part_of_the_last_work() {
    let rows = [
        "1|1.7|Cử giáo viên đi học|PHT|10/2023|5.000.000đ",
        "2|3.5|Mua máy tính|Kế toán|11/2023|45.000.000đ",
        "3|3.6|Tủ sách|Thư viện|12/2023|2.000.000đ",
    ];
    let total = |sum: &str, after: &str| {
        let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí", rows[0], rows[1], rows[2], sum, after])]);
        let total: i64 = read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum();
        (read.actions.len(), total)
    };
    assert_eq!(total("|||||52.000.000đ", ""), (3, 52_000_000));
    assert_eq!(total("|||||52.000.000đ", "4|4.1|Họp cha mẹ|HT|1/2024|1.000.000đ"), (4, 53_000_000));
    // Reckoned wrongly, and nothing follows.
    assert_eq!(total("|||||51.000.000đ", ""), (3, 52_000_000));
    // An amount on a row of its own that is no sum belongs to the work above.
    assert_eq!(total("|||||1.000.000đ", "4|4.1|Họp cha mẹ|HT|1/2024|1.000.000đ").0, 4);
}

#[test]
fn a_total_beside_the_cost_is_no_state() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung cải tiến|Người thực hiện|Thời gian|Kinh phí|Tổng",
        "1|1.7|Cử giáo viên đi học|PHT|Tháng 10/2023|3000000|3000000",
        "2|3.5|Mua máy|Kế toán|Tháng 12/2023|40000000|40000000",
    ])]);
    assert!(read.actions.iter().all(|action| action.status == ctcl::model::Status::NoReport), "{:?}", rules(&read));
    assert_eq!(read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum::<i64>(), 43_000_000, "{:?}", rules(&read));
}

#[test]
fn parts_of_a_total_by_who_pays_are_no_work() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí|Tình trạng",
        "1.7|Cử giáo viên đi học|PHT|Tháng 10/2023|5000000|Đã xong",
        "3.5|Mua máy tính|Kế toán|Tháng 11/2023|45000000|Đang làm",
        "|Cộng|||50000000|",
        "|Trong đó: - Ngân sách|||48000000|",
        "|- Xã hội hóa|||2000000|",
    ])]);
    assert_eq!(read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum::<i64>(), 50_000_000, "{:?}", rules(&read));
    assert_eq!(read.actions.len(), 2);
}

#[test]
fn what_was_paid_out_is_no_plan() {
    let read = reading(&[sheet(&[
        "THEO DÕI CHI TIỀN CẢI TIẾN",
        "TT|Ngày|Nội dung chi|Số tiền|Người nhận",
        "1|12/10/2023|Học phí bồi dưỡng Tin học|4500000|Cô Lan",
        "2|05/12/2023|Đặt cọc máy tính|10000000|Cty A",
    ])]);
    assert_eq!(read.actions.len(), 0, "{:?}", rules(&read));
    assert!(rules(&read).contains("T08"), "{:?}", rules(&read));
}

#[test]
fn a_row_put_back_by_a_column_keeps_the_unit_of_the_table() {
    let table = |unit: &str, title: &str| {
        sheet(&[
            unit,
            &format!("TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|{title}"),
            "1|Tiêu chí 1.1|Rà soát hồ sơ của các tổ|Hiệu trưởng|Tháng 10/2023|15",
            "Tiêu chí 1.2|Kiện toàn hội đồng trường năm học|Hiệu trưởng|Tháng 11/2023|20",
            "3|Tiêu chí 1.3|Đại hội liên đội đầu năm học|Phó hiệu trưởng|Tháng 12/2023|7",
        ])
    };
    for paper in [table("|||||ĐVT: triệu đồng", "Kinh phí"), table("", "Kinh phí (triệu đồng)"), table("", "Dự kiến kinh phí (trđ)")]
    {
        let read = reading(&[paper]);
        assert_eq!(costs(&read), ["15000000 unstated", "20000000 unstated", "7000000 unstated"], "{:?}", rules(&read));
        assert!(of(&read, "C15").is_empty() && of(&read, "R02").len() == 1);
    }
}

#[test]
fn money_that_was_granted_counts_in_place_of_what_was_asked_for() {
    let amounts = |titles: &str, rows: &[&str]| {
        let titles = format!("TT|Tiêu chí|Nội dung công việc|Thời gian|{titles}");
        let read = reading(&[sheet(&[&[titles.as_str()][..], rows].concat())]);
        let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
        (money, rules(&read).contains("T36"), rules(&read).contains("T21"))
    };
    let rows = [
        "1|1.3|Bồi dưỡng|10/2023|15.000.000|10.000.000",
        "2|3.5|Mua máy|11/2023|45.000.000|",
        "3|3.6|Mua sách|3/2024|8.000.000|Chưa duyệt",
    ];
    for titles in ["Kinh phí đề xuất|Kinh phí được duyệt", "Kinh phí (đồng)|Kinh phí đã phê duyệt", "Dự toán đề nghị|Kinh phí duyệt"]
    {
        assert_eq!(amounts(titles, &rows), (vec![Some(10_000_000), Some(45_000_000), Some(8_000_000)], true, false), "{titles}");
    }
    let alone = ["1|1.3|Bồi dưỡng|10/2023|15.000.000|", "2|3.5|Mua máy|11/2023|45.000.000|"];
    assert_eq!(amounts("Kinh phí được duyệt|Ghi chú", &alone), (vec![Some(15_000_000), Some(45_000_000)], false, false));
}

#[test]
fn amounts_of_payers_below_one_another_are_of_the_one_work_they_stand_beside() {
    let rows = [
        "TT|Tiêu chí|Công việc|Thời gian|Kinh phí (đồng)|Nguồn",
        "1|3.2|Thay mái tôn|15/8/2024||Ngân sách",
        "|||||Phụ huynh",
        "2|3.6|Mua truyện|20/11/2023||Quỹ Đội",
    ];
    let paper = sheet(&rows).put(3, 4, Typed::Number(5e7)).put(4, 4, Typed::Number(3e7)).put(5, 4, Typed::Number(3e6));
    let read = reading(&[paper.merged(3, 0, 4, 0).merged(3, 1, 4, 1).merged(3, 2, 4, 2).merged(3, 3, 4, 3)]);
    let told: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(told, [Some(80_000_000), Some(3_000_000)], "{:?}", rules(&read));
}
