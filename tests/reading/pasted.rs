//! Tables pasted from Word, put together by an office, or worked on by several hands: what stands beside the work and is none.

use super::{PLAN, levels, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};
use ctcl::model::Status;
use ctcl::reading::Reading;

fn told(read: &Reading, id: &str) -> usize {
    read.findings.iter().filter(|finding| finding.rule.id == id).count()
}

fn states(read: &Reading) -> Vec<Status> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.status).collect()
}

#[test]
fn numbers_of_pages_are_no_part_of_the_row_above() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.1|Xây dựng chiến lược|Hiệu trưởng|10/2023",
        "||||1",
        "2|1.5|Sắp xếp lớp học|Hiệu phó|Tháng 9,",
        "||||10",
        "|||2|",
        "3|3.4|Sửa nhà vệ sinh|Bảo vệ|12/2023",
    ])]);
    let expected = ["1.1 Xây dựng chiến lược @ 10/2023", "1.5 Sắp xếp lớp học @ Tháng 9, 10", "3.4 Sửa nhà vệ sinh @ 12/2023"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
}

#[test]
fn strokes_stand_for_the_time_and_the_person_above_and_for_no_money() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian|Kinh phí",
        "1|1.1|Rà soát|Hiệu trưởng|10/2023|2 triệu",
        "2|1.2|Kiện toàn|//|-//-|//",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 10/2023", "1.2 Kiện toàn @ 10/2023"]);
    assert_eq!((read.actions[1].lead.as_str(), read.actions[1].cost.amount_vnd), ("Hiệu trưởng", None));
}

#[test]
fn a_number_over_its_own_parts_heads_them_and_is_no_work() {
    let rows = [
        "TT|Nội dung công việc|Tiêu chí liên quan|Phụ trách|Thời gian",
        "1|Công tác tổ chức|||",
        "1.1|Kiện toàn tổ chuyên môn|1.4|Hiệu trưởng|9/2023",
        "1.2|Phân công nhiệm vụ|1.7|Hiệu trưởng|9/2023",
        "2|Cơ sở vật chất|||",
        "2.1|Sửa bàn ghế|3.2|Bảo vệ|12/2023",
    ];
    let read = reading(&[sheet(&rows)]);
    let expected = ["1.4 Kiện toàn tổ chuyên môn @ 9/2023", "1.7 Phân công nhiệm vụ @ 9/2023", "3.2 Sửa bàn ghế @ 12/2023"];
    assert_eq!(work(&read), expected);
    assert!(!rules(&read).contains("R03"), "{:?}", rules(&read));
    let lettered: Vec<String> = rows.iter().map(|row| row.replacen("1.", "", 1).replacen("2.1|", "1|", 1)).collect();
    let lettered: Vec<String> = lettered.iter().map(|row| row.replacen("1|Công", "I|Công", 1).replacen("2|Cơ", "II|Cơ", 1)).collect();
    assert_eq!(work(&reading(&[sheet(&lettered.iter().map(String::as_str).collect::<Vec<_>>())])).len(), 3);
}

#[test]
fn sums_of_a_standard_and_amounts_in_words_are_no_rows() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Thời gian|Kinh phí (đồng)",
        "1|1.6|Mua phần mềm|9/2023|6.000.000",
        "2|1.10|Mua bình chữa cháy|10/2023|4.500.000",
        "|Cộng TC1|||10.500.000",
        "3|3.1|Trồng cây xanh|2/2024|2.000.000",
        "|TỔNG CỘNG|||12.500.000",
        "|Bằng chữ: Mười hai triệu năm trăm nghìn đồng.",
    ])]);
    assert_eq!(read.actions.len(), 3, "{:?}", work(&read));
    assert!(rules(&read).is_disjoint(&["R03", "R04", "R07"].into()), "{:?}", rules(&read));
}

#[test]
fn a_title_may_say_until_when_and_in_which_unit() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung cải tiến|Thời gian|Tiền (nghìn đồng)|Tiến độ đến 10/01/2024|Lý do chậm",
        "1|1.1|Rà soát|10/2023|1.500|Xong|",
        "2|1.2|Kiện toàn|11/2023|500|70%|Thiếu người",
        "3|1.3|Kết nạp|12/2023|0|Chưa làm|Chưa có tiền",
    ])]);
    assert_eq!(states(&read), [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
    let amounts: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(amounts, [Some(1_500_000), Some(500_000), Some(0)]);
}

#[test]
fn codes_in_a_column_of_their_own_outweigh_names() {
    let read = reading(&[sheet(&[
        "STT|Tên tiêu chí|Mã|Hoạt động cải tiến|Đơn vị thực hiện|Thời hạn",
        "1|Khối lớp|1.5|Chia lớp|BGH|8/2023",
        "2|Thiết bị|3.5|Mua máy chiếu|KT|12/2023",
    ])]);
    assert_eq!(work(&read), ["1.5 Chia lớp @ 8/2023", "3.5 Mua máy chiếu @ 12/2023"], "{:?}", rules(&read));
    assert_eq!(told(&read, "T14"), 1);
}

#[test]
fn levels_to_choose_from_are_no_part_of_a_title() {
    let paper = sheet(&["TT|Tiêu chí|Mức đạt (0,1,2,3)", "1|1.1|", "2|1.2|", "3|1.3|"]);
    let read = reading(&[paper.put(3, 2, Typed::Number(3.0)).put(4, 2, Typed::Number(2.0)).put(5, 2, Typed::Number(0.0))]);
    let shown = levels(&read);
    assert_eq!((shown["1.1"].as_str(), shown["1.2"].as_str(), shown["1.3"].as_str()), ("+++", "++", "---"));
}

#[test]
fn criteria_across_with_a_row_for_each_school_are_read() {
    let read = reading(&[Paper::of(
        "TH",
        &[
            "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024",
            "TT|Tên trường|1.1|1.2|1.3",
            "1|Trường THCS Hoa Sen|Mức 2|Mức 1|Không đạt",
            "2|Trường THCS Sao Mai|Mức 3|Mức 2|Mức 1",
        ],
    )]);
    let of = |school: &str| -> Vec<String> {
        let rows = read.assessments.iter().filter(|row| row.school_id == school);
        rows.map(|row| format!("{} {} {:?} {}", row.criterion, row.level, row.result, row.origin.cell)).collect()
    };
    assert_eq!(of("thcs-hoa-sen")[..3], ["1.1 1 Met C3", "1.1 2 Met C3", "1.1 3 Unmet C3"]);
    assert_eq!((of("thcs-hoa-sen").len(), of("thcs-sao-mai").len()), (8, 8));
    assert!(!rules(&read).contains("F35"), "{:?}", rules(&read));
}

#[test]
fn a_column_of_schools_may_be_titled_by_that_word_alone() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TỔNG HỢP KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            "TT|Trường|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian",
            "1|THCS Hoa Sen|1.1|Rà soát|Hiệu trưởng|10/2023",
            "2|THCS Sao Mai|1.1|Công bố|Hiệu trưởng|12/2023",
        ],
    )]);
    let schools: Vec<&str> = read.actions.iter().map(|action| action.school_id.as_str()).collect();
    assert_eq!(schools, ["thcs-hoa-sen", "thcs-sao-mai"], "{:?}", rules(&read));
    assert!(read.actions.iter().all(|action| action.lead == "Hiệu trưởng"));
}

#[test]
fn forms_that_name_a_school_each_are_asked_about() {
    let plan = sheet(&[PLAN, "1|1.1|Rà soát|Hiệu trưởng|10/2023"]);
    let marks = |school: &str| Paper::of("TDG", &[school, "TT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1|1.1||x|x|"]);
    assert_eq!(told(&reading(&[plan.clone(), marks("TRƯỜNG THCS SAO MAI")]), "S38"), 1);
    assert_eq!(told(&reading(&[plan, marks("TRƯỜNG THCS HOA SEN")]), "S38"), 0);
}

#[test]
fn letters_under_the_titles_and_what_the_form_asks_for_are_no_rows() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian|Kinh phí",
        "A|B|C|D|E|F",
        "|(Ghi mã)|(Nêu rõ việc làm)|(Tên người)|(Tháng/năm)|(Đồng)",
        "1|1.1|Rà soát|Hiệu trưởng|10/2023|1.000.000",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 10/2023"], "{:?}", rules(&read));
    assert!(!rules(&read).contains("R03"), "{:?}", rules(&read));
}

#[test]
fn when_the_work_was_done_is_not_when_it_is_due() {
    let read = reading(&[sheet(&[
        "BÁO CÁO THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Kế hoạch|||Thực hiện||",
        "||Công việc|Thời gian|Phụ trách|Kết quả|Thời gian hoàn thành|Minh chứng",
        "1|1.1|Rà soát chiến lược|10/2023|Hiệu trưởng|Hoàn thành|20/10/2023|QĐ 5",
    ])
    .merged(3, 0, 4, 0)
    .merged(3, 1, 4, 1)
    .merged(3, 2, 3, 4)
    .merged(3, 5, 3, 7)]);
    let dues: Vec<_> =
        read.reports.iter().filter_map(|report| report.window.due).chain(read.actions.iter().filter_map(|a| a.window.due)).collect();
    assert_eq!(dues.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2023-10-31"], "{:?}", rules(&read));
}

#[test]
fn short_names_of_standards_beside_bare_numbers_are_standards() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn|Tiêu chí|Hạn chế|Biện pháp|Trách nhiệm|Hoàn thành trước",
        "TC 1: Tổ chức|1|Thiếu văn bản|Bổ sung văn bản|Hiệu trưởng|30/10/2023",
        "|5|Lớp đông|Tách lớp|Hiệu phó|30/5/2024",
        "TC 3: CSVC|4|Nhà vệ sinh hỏng|Sửa chữa|Bảo vệ|30/11/2023",
    ])
    .merged(3, 0, 4, 0)]);
    assert_eq!(
        work(&read),
        ["1.1 Bổ sung văn bản @ 30/10/2023", "1.5 Tách lớp @ 30/5/2024", "3.4 Sửa chữa @ 30/11/2023"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_cross_of_symbols_under_not_met_is_its_mark() {
    let read = reading(&[sheet(&["TT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1|1.1||x|x|x", "2|1.3||||", "3|1.4||x||"]).put(
        4,
        2,
        Typed::InFont("û", "Wingdings"),
    )]);
    assert_eq!((levels(&read)["1.3"].as_str(), levels(&read)["1.4"].as_str()), ("---", "+--"), "{:?}", rules(&read));
}
