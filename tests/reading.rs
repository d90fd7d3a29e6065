//! The traits of real sheets in nasty combinations, one small workbook each; what is expected is what a user would see.

mod aims;
mod below;
mod by_level;
mod by_month;
mod cards;
mod centred;
mod circular;
mod clerk;
mod codes;
mod collected;
mod columns;
mod continued;
mod doers;
mod entitled;
mod evidence;
mod finders;
mod granted;
mod halves;
mod headed;
mod hurried;
mod indicators;
mod joined;
mod joint;
mod layouts;
mod lined;
mod lists;
mod marks;
mod money;
mod months;
mod names;
mod notes;
mod offices;
mod once;
mod others;
mod owners;
mod pages;
mod parents;
mod parts;
mod pasted;
mod planned_slips;
mod problems;
mod progress;
mod rounds;
mod said_of_levels;
mod sections;
mod signs;
mod slips;
mod spelled;
mod standards;
mod state_titles;
mod stated;
mod strangers;
mod summaries;
mod summed_up;
mod titled;
mod torn;
mod turned;
mod twice;
mod twofold;
mod when;
mod whole;
mod whose;
mod worded;

use std::collections::{BTreeMap, BTreeSet};

use ctcl::model::{Outcome, Status};
use ctcl::reading::Reading;

use crate::paper::{Paper, reading};

const PLAN: &str = "TT|Tiêu chuẩn, tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện";

/// A sheet with the letterhead of a school above the rows.
fn sheet(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"];
    all.extend(rows);
    Paper::of("KH", &all)
}

/// `1.1 Mua sách @ Tháng 10/2023` for each piece of work, in order of the rows.
fn work(reading: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = reading.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    let code = |criterion: Option<ctcl::model::Criterion>| criterion.map_or("?".to_owned(), |criterion| criterion.to_string());
    actions.iter().map(|action| format!("{} {} @ {}", code(action.criterion), action.task, action.time_text)).collect()
}

fn rules(reading: &Reading) -> BTreeSet<&str> {
    reading.findings.iter().map(|finding| finding.rule.id).collect()
}

/// Whether a column of the file was not taken.
fn leaves_out(reading: &Reading) -> bool {
    rules(reading).iter().any(|id| matches!(*id, "T03" | "T29"))
}

/// Criterion → its levels in order: `+` met, `-` unmet, `?` not assessed.
fn levels(read: &Reading) -> BTreeMap<String, String> {
    let mut rows: Vec<_> = read.assessments.iter().collect();
    rows.sort_by_key(|row| (row.criterion, row.level));
    let mut levels: BTreeMap<String, String> = BTreeMap::new();
    for row in rows {
        levels.entry(row.criterion.to_string()).or_default().push(match row.result {
            Outcome::Met => '+',
            Outcome::Unmet => '-',
            Outcome::NotAssessed => '?',
        });
    }
    levels
}

fn expected(levels: &[(&str, &str)]) -> BTreeMap<String, String> {
    levels.iter().map(|(code, shown)| ((*code).to_owned(), (*shown).to_owned())).collect()
}

#[test]
fn a_criterion_broken_before_its_number_is_one_row() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023",
        "|Tiêu chí|Mua sắm thiết bị|Kế toán|Tháng 11/2023",
        "|1.5: Khối lớp và tổ chức lớp học|dạy học tối thiểu||",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023", "1.5 Mua sắm thiết bị dạy học tối thiểu @ Tháng 11/2023"]);
    assert!(rules(&read).contains("R01"));
}

#[test]
fn a_row_of_data_that_sounds_like_titles_is_no_header() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Nội dung kế hoạch|Nội dung điều chỉnh|Tình trạng",
        "Tiêu chí 5.1: Thực hiện Chương trình|Phối hợp với cha mẹ học sinh||Đang thực hiện",
        "giáo dục phổ thông|tổ chức các hoạt động||",
        "Thực hiện Chương trình|Phối hợp với cha mẹ học sinh tổ chức các hoạt động||Chưa thực hiện",
        "Tiêu chí 5.3|Tham mưu với địa phương||Hoàn thành",
    ])]);
    assert_eq!(read.actions.len(), 0, "no plan stands here: {:?}", work(&read));
    assert_eq!(read.reports.last().map(|report| report.status), Some(Status::Completed));
}

#[test]
fn two_schools_on_two_sheets_keep_their_own_rows() {
    let mut second = Paper::of(
        "Trường 2",
        &["TRƯỜNG TIỂU HỌC SAO MAI", "Năm học 2023-2024", PLAN, "1|Tiêu chí 2.1|Bồi dưỡng giáo viên|Hiệu trưởng|Tháng 10/2023"],
    );
    second.name = "Sao Mai".to_owned();
    let read = reading(&[sheet(&[PLAN, "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023"]), second]);
    let owners: BTreeSet<(&str, &str)> = read.actions.iter().map(|action| (action.school_id.as_str(), action.task.as_str())).collect();
    assert_eq!(owners, [("thcs-hoa-sen", "Rà soát hồ sơ"), ("tieu-hoc-sao-mai", "Bồi dưỡng giáo viên")].into());
}

#[test]
fn a_table_that_starts_far_down_and_to_the_right_is_read() {
    let rows = [
        "|||||",
        "||||||",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "||TT|Tiêu chí|Biện pháp thực hiện|Thời gian",
        "||1|Tiêu chí 1.10|Diễn tập chữa cháy|Tháng 3/2024",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(work(&read), ["1.10 Diễn tập chữa cháy @ Tháng 3/2024"]);
}

#[test]
fn a_criterion_merged_over_its_work_counts_for_each() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023",
        "2||Công khai kế hoạch|nt|nt",
        "3||Sơ kết kế hoạch|nt|Tháng 1/2024",
    ])
    .merged(3, 1, 5, 1)]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát hồ sơ @ Tháng 10/2023", "1.1 Công khai kế hoạch @ Tháng 10/2023", "1.1 Sơ kết kế hoạch @ Tháng 1/2024"]
    );
    assert!(read.actions.iter().all(|action| action.lead == "Hiệu trưởng"));
}

#[test]
fn the_row_of_totals_is_no_criterion() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "Tiêu chí 1.1||x|x|",
        "Tiêu chí 1.2|x|||",
        "Cộng chung|1|1|1|0",
    ])]);
    let met: Vec<String> = read
        .assessments
        .iter()
        .filter(|assessment| assessment.result == Outcome::Met)
        .map(|assessment| format!("{} Mức {}", assessment.criterion, assessment.level))
        .collect();
    assert_eq!(met, ["1.1 Mức 1", "1.1 Mức 2"]);
    assert!(read.assessments.iter().all(|assessment| assessment.criterion.to_string().starts_with("1.")));
}

#[test]
fn the_code_of_evidence_in_its_own_column_is_kept() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mã minh chứng|Minh chứng cần thu thập|Nơi thu thập|Thời gian thu thập",
        "Tiêu chí 1.1|[H1-1.1-01]|Kế hoạch chiến lược|Văn phòng|Tháng 10/2023",
        "|MC riêng 7|Biên bản họp|Văn phòng|Tháng 10/2023",
    ])]);
    let codes: Vec<_> = read.evidence.iter().map(|evidence| evidence.code.as_deref().unwrap_or("")).collect();
    assert_eq!(codes, ["H1-1.1-01", "MC riêng 7"]);
}

#[test]
fn column_numbers_below_two_titles_are_no_work() {
    let read = reading(&[sheet(&["Nội dung công việc|Thời điểm thực hiện", "(1)|(2)", "Rà soát hồ sơ tiêu chí 1.1|Tháng 10/2023"])]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ tiêu chí 1.1 @ Tháng 10/2023"]);
}

#[test]
fn result_rows_without_the_plan_beside_them_stay_apart() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Những công việc đã triển khai xong|Đang triển khai|Chưa triển khai",
        "Tiêu chí 1.5|Đã tổ chức 2 chuyên đề||Không",
        "|Đã hoàn thành hồ sơ|Đang mua thiết bị|Chưa xây phòng học",
    ])]);
    let done: Vec<_> = read.reports.iter().map(|report| report.done_text.as_str()).collect();
    assert_eq!(done, ["Đã tổ chức 2 chuyên đề", "Đã hoàn thành hồ sơ"]);
    assert!(read.reports.iter().all(|report| report.criterion.is_some_and(|criterion| criterion.to_string() == "1.5")));
}

#[test]
fn two_tables_side_by_side_are_both_read() {
    let left = ["Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 9/2023", "Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 9/2023"];
    let right = ["Tiêu chí 2.1|Bồi dưỡng đội ngũ|Phó hiệu trưởng|Tháng 12/2023", "Tiêu chí 2.2|Dự giờ|Phó hiệu trưởng|Tháng 12/2023"];
    let titles = "Tiêu chí|Công việc|Người thực hiện|Thời gian";
    for gap in ["|", "||"] {
        let rows: Vec<String> = [[titles, titles], [left[0], right[0]], [left[1], right[1]]]
            .iter()
            .map(|[left, right]| format!("{left}{gap}{right}"))
            .collect();
        let read = reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())]);
        let mut work = work(&read);
        work.sort();
        assert_eq!(
            work,
            [
                "1.1 Rà soát hồ sơ @ Tháng 9/2023",
                "1.2 Kiện toàn hội đồng @ Tháng 9/2023",
                "2.1 Bồi dưỡng đội ngũ @ Tháng 12/2023",
                "2.2 Dự giờ @ Tháng 12/2023"
            ]
        );
        assert!(!rules(&read).contains("T11") && !leaves_out(&read), "{:?}", rules(&read));
    }
}

#[test]
fn tables_side_by_side_need_not_be_of_one_form_nor_begin_on_one_row() {
    let read = reading(&[sheet(&[
        "|||||||TỰ ĐÁNH GIÁ",
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|",
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 9/2023||Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "2|Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 9/2023||1.1||x|x|",
        "3|Tiêu chí 1.3|Đại hội|Bí thư|Tháng 10/2023||1.2|x|||",
    ])]);
    assert_eq!(work(&read).len(), 3, "{:?}", work(&read));
    let met: Vec<_> = read.assessments.iter().map(|read| format!("{} {} {}", read.criterion, read.level, read.result.code())).collect();
    assert_eq!(met, ["1.1 1 met", "1.1 2 met", "1.1 3 unmet", "1.2 1 unmet", "1.2 2 unmet"].map(str::to_owned), "{:?}", rules(&read));
}

#[test]
fn titles_that_stand_twice_without_making_two_tables_are_told() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Tiêu chí|Công việc",
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 9/2023|Tiêu chí 2.1|Bồi dưỡng đội ngũ",
        "2|Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 9/2023|Tiêu chí 2.2|Dự giờ",
    ])]);
    assert!(rules(&read).contains("T11"), "{:?}", rules(&read));
}

#[test]
fn columns_may_be_lettered_and_numbered_below_the_titles() {
    let read = reading(&[sheet(&[PLAN, "A|B|1|2|3", "1|Tiêu chí 1.2|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 10/2023"])]);
    assert_eq!(work(&read), ["1.2 Kiện toàn hội đồng trường @ Tháng 10/2023"]);
    assert!(!rules(&read).contains("R03"), "{:?}", rules(&read));
}

#[test]
fn a_day_in_three_columns_is_one_day() {
    let rows = [
        "TT|Tiêu chí|Công việc cần thực hiện|Chủ trì|Thời gian hoàn thành||",
        "||||Ngày|Tháng|Năm",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|15|10|2023",
        "2|1.2|Mua sách|Hiệu trưởng|31|2|2024",
        "3|1.3|Dự giờ|Hiệu trưởng|Thường xuyên||",
    ];
    let mut paper = sheet(&rows).merged(2, 4, 2, 6);
    for column in 0..4 {
        paper = paper.merged(2, column, 3, column);
    }
    let read = reading(&[paper]);
    let due: Vec<Option<String>> = read.actions.iter().map(|action| action.window.due.map(|due| due.to_string())).collect();
    assert_eq!(due, [Some("2023-10-15".to_owned()), None, None]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ 15/10/2023", "1.2 Mua sách @ 31/2/2024", "1.3 Dự giờ @ Thường xuyên"]);
    let told: Vec<_> =
        read.findings.iter().filter(|finding| finding.rule.id == "C07").filter_map(|finding| finding.raw.as_deref()).collect();
    assert_eq!(told, ["31/2/2024"]);
}

#[test]
fn a_small_amount_without_a_unit_is_told_however_it_was_typed() {
    let rows = [
        "TT|Tiêu chí|Công việc cần thực hiện|Chủ trì|Thời gian thực hiện|Dự kiến kinh phí",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023|1.234",
        "2|1.2|Mua sách|Hiệu trưởng|Tháng 10/2023|15.000.000",
        "3|1.3|Dự giờ|Hiệu trưởng|Tháng 10/2023|15.000 đồng",
        "4|1.4|Tập huấn|Hiệu trưởng|Tháng 10/2023|1e400",
    ];
    let read = reading(&[sheet(&rows)]);
    let told = |id: &str| {
        read.findings.iter().filter(|finding| finding.rule.id == id).filter_map(|finding| finding.raw.clone()).collect::<Vec<_>>()
    };
    assert_eq!((told("C15"), told("C32")), (vec!["1.234".to_owned()], vec!["1e400".to_owned()]));
    let amounts: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(amounts, [Some(1_234), Some(15_000_000), Some(15_000), None]);
}

#[test]
fn a_sheet_that_goes_on_without_titles_is_read_as_the_sheet_before() {
    let first = sheet(&[
        "TT|Tiêu chí|Kết quả cần đạt|Công việc|Chủ trì|Thời gian|Kinh phí",
        "1|Tiêu chí 1.1|Đủ|Rà soát chiến lược|HT|9/2023|Không",
        "2|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng|HT|10/2023|Không",
    ]);
    let second = Paper::of(
        "Trang 2",
        &[
            "3|Tiêu chí 2.1|Đủ|Cử cán bộ đi học|HT|11/2023|5.000.000đ",
            "4|Tiêu chí 2.2|Đủ|Dự giờ thăm lớp|PHT|12/2023|Không",
            "5|Tiêu chí 2.3|Đủ|Bổ sung nhân viên|HT, KT|1/2024|Không",
        ],
    );
    let read = reading(&[first, second]);
    assert_eq!(read.actions.len(), 5, "{:?} {:?}", rules(&read), work(&read));
    assert!(rules(&read).contains("T05"));
}

#[test]
fn what_signs_a_document_is_no_row_and_what_mentions_who_signs_is_no_signature() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|9/2023",
        "2|1.2|Hiệu trưởng chủ trì họp hội đồng|Hiệu trưởng|10/2023",
        "|1.3|Ký kết giao ước thi đua|Hiệu trưởng|",
        "3|1.4|Phê duyệt kế hoạch tổ|Thư ký hội đồng|11/2023",
        "||||Tân Lập, ngày     tháng    năm 2023",
        "XÁC NHẬN CỦA ĐỊA PHƯƠNG||||TM. NHÀ TRƯỜNG",
        "CHỦ TỊCH UBND XÃ||||KT. HIỆU TRƯỞNG",
        "(Ký tên, đóng dấu)||||PHÓ HIỆU TRƯỞNG",
        "",
        "Nơi nhận:",
        "- Phòng GD&ĐT;",
        "- Các tổ chuyên môn (t/h);",
        "- Lưu: VT, KĐCL.",
    ])]);
    assert_eq!(
        work(&read),
        [
            "1.1 Rà soát hồ sơ @ 9/2023",
            "1.2 Hiệu trưởng chủ trì họp hội đồng @ 10/2023",
            "1.3 Ký kết giao ước thi đua @ ",
            "1.4 Phê duyệt kế hoạch tổ @ 11/2023"
        ]
    );
}
