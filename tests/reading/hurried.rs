//! Whole workbooks as somebody in a hurry puts them together: several things on one sheet, titles of the school's own, lines below the table.

use super::{PLAN, expected, levels, rules, sheet, work};
use crate::paper::{Paper, reading};

const ROW: &str = "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023";

#[test]
fn who_signs_right_below_the_table_is_no_rest_of_its_last_row() {
    let names = ["||||TỔ TRƯỞNG", "|||TỔ TRƯỞNG CHUYÊN MÔN|", "||||Tổ trưởng", "||KẾ TOÁN||TỔ TRƯỞNG"];
    for name in names {
        let read = reading(&[sheet(&[PLAN, ROW, "", name])]);
        assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023"], "{name}: {:?}", rules(&read));
        assert!(!rules(&read).contains("R01"), "{name}");
    }
    // Who does it with whom goes on in the column of roles.
    let read = reading(&[sheet(&[PLAN, ROW, "|||tổ trưởng|"])]);
    assert!(read.actions[0].lead.contains("tổ trưởng"), "{}", read.actions[0].lead);
}

#[test]
fn levels_in_lines_below_a_plan_are_read_and_the_plan_with_them() {
    let below =
        ["Tiêu chí 1.1: Đạt mức 3", "Tiêu chí 1.2: Không đạt", "Tiêu chí 1.3: Đạt mức 1", "Tiêu chí 1.10: Đạt mức 2", "TC 2.1: Mức 2"];
    let read = reading(&[sheet(&[&[PLAN, ROW, "", "Kết quả tự đánh giá:"], &below[..], &["", "|||HIỆU TRƯỞNG"]].concat())]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023"], "{:?}", rules(&read));
    let of = [("1.1", "+++"), ("1.2", "--"), ("1.3", "+--"), ("1.10", "++"), ("2.1", "++-")];
    assert_eq!(levels(&read), expected(&of), "{:?}", rules(&read));
    assert!(!rules(&read).contains("R02"));
    // Lines that head the works between them are titles.
    let heads = below.iter().flat_map(|line| [*line, "|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023"]).collect::<Vec<_>>();
    let read = reading(&[sheet(&[&[PLAN], &heads[..]].concat())]);
    assert!(levels(&read).is_empty(), "{:?}", levels(&read));
}

#[test]
fn a_council_above_the_plan_is_no_work() {
    let council =
        ["TT|Họ tên|Chức danh|Nhiệm vụ|Ký tên", "1|Lê Văn Nam|Hiệu trưởng|Chủ tịch", "2|Vũ Thị Hà|Phó hiệu trưởng|Phó Chủ tịch", ""];
    let read = reading(&[sheet(&[&["I. Hội đồng tự đánh giá"], &council[..], &["II. Kế hoạch cải tiến", PLAN, ROW]].concat())]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023"], "{:?}", rules(&read));
    assert!(!rules(&read).contains("T04"), "{:?}", rules(&read));
    // A plan by persons names them, and what each does when.
    let plan =
        ["TT|Họ và tên|Chức vụ|Công việc cải tiến|Thời gian|Kinh phí", "1|Lê Văn Nam|HT|Rà soát hồ sơ (tiêu chí 1.1)|Tháng 10/2023|0"];
    assert_eq!(reading(&[sheet(&plan)]).actions.len(), 1);
}

#[test]
fn criteria_named_by_codes_alone_are_no_other_paper_s() {
    let titles = ["PHIẾU TỔNG HỢP CHỈ SỐ CỦA NHÀ TRƯỜNG", "Tiêu chí|Mức 1|Mức 2|Mức 3"];
    let rows = ["Tiêu chí 1.1|Đạt|Đạt|Không đạt", "Tiêu chí 1.2|Đạt|Không đạt|", "Tiêu chí 1.3|Đạt|Đạt|Đạt"];
    let read = reading(&[sheet(&[&titles[..], &rows].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-"), ("1.3", "+++")]), "{:?}", rules(&read));
}

#[test]
fn indicators_below_one_another_are_of_the_level_that_was_named_last() {
    let read = reading(&[sheet(&[
        "PHIẾU TỔNG HỢP ĐÁNH GIÁ CHỈ BÁO",
        "Tiêu chí|Mức|Chỉ báo|Đạt/Không đạt",
        "Tiêu chí 1.1|Mức 1|a|Đạt",
        "||b|Đạt",
        "||c|Đạt",
        "|Mức 2|a|Đạt",
        "||b|Không đạt",
        "|Mức 3|a|Không đạt",
        "Tiêu chí 1.2|Mức 1|a|Đạt",
        "||b|Không đạt",
        "|Mức 2|a|Không đạt",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+--"), ("1.2", "--")]), "{:?}", rules(&read));
    assert!(["C10", "C11", "C21"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn a_criterion_with_its_level_and_no_work_is_nothing_to_ask_about() {
    let titles = "Tiêu chí|Mức đạt|Điểm mạnh|Điểm yếu|Biện pháp cải tiến|Người thực hiện|Thời gian";
    let rows = [
        "Tiêu chí 1.1|Mức 2|Nền nếp tốt|Hồ sơ còn thiếu|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023",
        "Tiêu chí 1.2|Mức 2|Nền nếp tốt|Không",
        "Tiêu chí 1.3|Mức 1|Nền nếp tốt|Không",
        "Tiêu chí 1.4|Mức 3|Nền nếp tốt|Chưa đủ",
    ];
    let read = reading(&[sheet(&[&[titles], &rows[..]].concat())]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023"]);
    assert_eq!(levels(&read).len(), 4, "{:?}", rules(&read));
    assert!(["R04", "T29", "T30"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn a_plan_cut_by_the_width_of_the_page_is_one_with_its_states() {
    let first =
        ["TT|Tiêu chí|Nội dung cải tiến|Hoạt động/giải pháp", "1|1.3|Dữ liệu rời rạc|Cập nhật dữ liệu", "2|2.2|Hạn chế|Tập huấn giáo viên"];
    let rest =
        ["TT|Thời gian thực hiện|Phụ trách|Mức độ thực hiện", "1|10/2023|Văn thư|Hoàn thành", "2|11/2023|Phó hiệu trưởng|Đang thực hiện"];
    let read = reading(&[sheet(&first), Paper::of("Trang 2", &rest)]);
    assert_eq!(work(&read), ["1.3 Cập nhật dữ liệu @ 10/2023", "2.2 Tập huấn giáo viên @ 11/2023"], "{:?}", rules(&read));
    let shown: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(shown, ["completed", "in_progress"]);
    // States alone are a table of results under the numbers of the plan.
    let results = ["TT|Thời gian|Kết quả", "1|10/2023|Đã xong", "2|11/2023|Đang làm"];
    let plan = [PLAN, "1|1.3|Cập nhật dữ liệu|Văn thư|10/2023", "2|2.2|Tập huấn giáo viên|PHT|11/2023"];
    let read = reading(&[sheet(&plan), Paper::of("KQ", &results)]);
    assert!(rules(&read).contains("T50") && !rules(&read).contains("T34"), "{:?}", rules(&read));
}

#[test]
fn results_under_the_criteria_of_the_plan_find_their_works() {
    let plan = [PLAN, ROW, "2|Tiêu chí 2.2|Tập huấn giáo viên|PHT|11/2023", "3|Tiêu chí 3.5|Mua tivi|KT|12/2023"];
    let results = [
        "Tiêu chí|Kết quả thực hiện|Đánh giá",
        "Tiêu chí 1.1|Đã rà soát xong|Hoàn thành",
        "Tiêu chí 2.2|Đang tập huấn|Đang thực hiện",
        "Tiêu chí 3.5|Chưa có kinh phí|Chưa thực hiện",
    ];
    let read = reading(&[sheet(&plan), Paper::of("KQ", &results)]);
    let shown: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(shown, ["completed", "in_progress", "not_started"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T50") && read.assessments.is_empty(), "{:?}", rules(&read));
    // Levels under the same titles are a self-assessment.
    let assessed = ["Tiêu chí|Kết quả|Đánh giá", "Tiêu chí 1.1|Mức 2|Đạt", "Tiêu chí 2.2|Mức 1|Đạt", "Tiêu chí 3.5|Mức 3|Đạt"];
    let read = reading(&[sheet(&plan), Paper::of("TĐG", &assessed)]);
    assert_eq!(levels(&read).len(), 3, "{:?}", rules(&read));
}

#[test]
fn who_pays_how_much_of_the_sum_stands_in_the_first_column_too() {
    let titles = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí";
    let rows = [
        "1|1.1|Rà soát hồ sơ|HT|10/2023|2000000",
        "2|3.5|Mua tivi|KT|12/2023|8000000",
        "Tổng cộng|||||10000000",
        "Trong đó:",
        "- Ngân sách nhà nước|||||7000000",
        "- Xã hội hóa|||||3000000",
    ];
    let read = reading(&[sheet(&[&[titles], &rows[..]].concat())]);
    assert_eq!(read.actions.len(), 2);
    assert!(["R04", "R01", "C34"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn a_work_written_whole_into_one_cell_is_read_by_its_labels() {
    let titles = "TT|Tiêu chí|Điểm yếu|Kế hoạch cải tiến";
    let cells = [
        [
            "Rà soát hồ sơ.\nNgười thực hiện: Hiệu trưởng\nThời gian: Tháng 10/2023\nKinh phí: 2.000.000đ",
            "Mua tivi.\nNgười thực hiện: Kế toán\nThời gian: Tháng 12/2023",
        ],
        [
            "- Công việc: Rà soát hồ sơ\n- Thời gian: Tháng 10/2023\n- Kinh phí: 2.000.000đ",
            "- Thời gian: Tháng 12/2023\n- Công việc: Mua tivi\n- Phụ trách: Kế toán",
        ],
        ["Rà soát hồ sơ; thời gian: Tháng 10/2023; kinh phí: 2.000.000đ", "Mua tivi; thời gian: Tháng 12/2023; người thực hiện: Kế toán"],
    ];
    for [first, second] in cells {
        let rows = [format!("1|Tiêu chí 1.1|Còn thiếu|{first}"), format!("2|Tiêu chí 3.5|Còn thiếu|{second}")];
        let read = reading(&[sheet(&[titles, &rows[0], &rows[1]])]);
        let shown: Vec<String> = work(&read).iter().map(|work| work.replace('.', "")).collect();
        assert_eq!(shown, ["11 Rà soát hồ sơ @ Tháng 10/2023", "35 Mua tivi @ Tháng 12/2023"], "{first}: {:?}", rules(&read));
        assert_eq!(read.actions[0].cost.amount_vnd, Some(2_000_000));
        assert_eq!(read.actions[1].lead, "Kế toán");
        assert!(rules(&read).contains("T94"), "{:?}", rules(&read));
        assert!(read.actions[1].origin.cell.column <= 3);
    }
    // Beside a column of times, and where a label stands twice in a cell, cells stay as they are.
    let timed = [
        "TT|Tiêu chí|Công việc|Thời gian",
        "1|1.1|Họp:\nThời gian: 8 giờ; địa điểm: hội trường|10/2023",
        "2|1.2|Họp:\nThời gian: 9 giờ; địa điểm: lớp|11/2023",
    ];
    assert!(!rules(&reading(&[sheet(&timed)])).contains("T94"));
    let twice = [
        "TT|Tiêu chí|Kế hoạch cải tiến",
        "1|1.1|Việc: A\nThời gian: 10/2023\nViệc: B\nThời gian: 11/2023",
        "2|1.2|Việc: C\nThời gian: 12/2023",
    ];
    assert!(!rules(&reading(&[sheet(&twice)])).contains("T94"));
}
