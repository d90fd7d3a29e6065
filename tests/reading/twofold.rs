//! One column under a title that names two things or three: "Người thực hiện, thời gian", "Thời gian và kinh phí".

use super::{rules, sheet, work};
use crate::paper::reading;
use ctcl::reading::Reading;

/// `HT @ 2023-09-30 = 5000000` for each piece of work.
fn told(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    let due = |due: Option<jiff::civil::Date>| due.map_or("?".to_owned(), |due| due.to_string());
    let cost = |cost: Option<i64>| cost.map_or("?".to_owned(), |cost| cost.to_string());
    actions.iter().map(|action| format!("{} @ {} = {}", action.lead, due(action.window.due), cost(action.cost.amount_vnd))).collect()
}

#[test]
fn who_and_when_in_one_column_are_told_apart() {
    for title in
        ["Người thực hiện, thời gian", "Thời gian, người thực hiện", "Người phụ trách; thời hạn", "Phân công/ thời gian hoàn thành"]
    {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Biện pháp|{title}|Kinh phí"),
            "1|1.7|Phân công nhiệm vụ|Hiệu trưởng; tháng 8/2023|Không",
            "2|3.4|Lắp máy bơm|Bảo vệ, xong trước 15/10/2023|3.500.000đ",
            "3|3.5|Mua tivi|HT - tháng 11/2023|60 triệu",
            "4|4.1|Họp cha mẹ học sinh|Tháng 9/2023 (GVCN)|",
            "5|5.1|Dự giờ|HT, PHT, TTCM tháng 10/2023|",
        ])]);
        assert_eq!(
            told(&read),
            [
                "Hiệu trưởng @ 2023-08-31 = ?",
                "Bảo vệ @ 2023-10-15 = 3500000",
                "HT @ 2023-11-30 = 60000000",
                "GVCN @ 2023-09-30 = ?",
                "HT, PHT, TTCM @ 2023-10-31 = ?"
            ],
            "{title}"
        );
        assert!(!rules(&read).contains("C07") && !rules(&read).contains("T23"), "{title}: {:?}", rules(&read));
    }
}

#[test]
fn lines_of_a_cell_each_say_who_and_when() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Biện pháp|Người thực hiện và thời gian",
        "1|1.7|Phân công nhiệm vụ|Hiệu trưởng\nTháng 8/2023",
        "2|3.4|Lắp máy bơm|HT: tháng 9/2023\nBảo vệ: tháng 10/2023",
        "3|3.5|Mua tivi|Kế toán",
        "4|3.6|Mua sách|Tháng 12/2023",
    ])]);
    assert_eq!(told(&read), ["Hiệu trưởng @ 2023-08-31 = ?", "HT; Bảo vệ @ 2023-10-31 = ?", "Kế toán @ ? = ?", " @ 2023-12-31 = ?"]);
}

#[test]
fn when_or_who_and_how_much_in_one_column_are_told_apart() {
    for title in ["Thời gian và kinh phí", "Thời gian, kinh phí", "Kinh phí, thời gian"] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Biện pháp|{title}|Người thực hiện"),
            "1|3.1|Làm cổng trường|Tháng 10/2023; 45.000.000đ|HT",
            "2|5.4|Tổ chức trải nghiệm|Tháng 3/2024 - kinh phí 12 triệu|TPT",
            "3|5.5|Ngoại khóa|Tháng 4/2024; không|TPT",
        ])]);
        assert_eq!(told(&read), ["HT @ 2023-10-31 = 45000000", "TPT @ 2024-03-31 = 12000000", "TPT @ 2024-04-30 = ?"], "{title}");
        assert!(!rules(&read).contains("T23"), "{title}: {:?}", rules(&read));
    }
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Biện pháp|Người thực hiện và kinh phí|Thời gian",
        "1|3.1|Làm cổng trường|HT; 45.000.000đ|Tháng 10/2023",
        "2|5.4|Tổ chức trải nghiệm|Tổng phụ trách|Tháng 3/2024",
    ])]);
    assert_eq!(told(&read), ["HT @ 2023-10-31 = 45000000", "Tổng phụ trách @ 2024-03-31 = ?"]);
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Biện pháp|Thời gian, người thực hiện, kinh phí",
        "1|3.1|Làm cổng trường|Tháng 10/2023; HT; 45.000.000đ",
        "2|5.4|Tổ chức trải nghiệm|Tháng 3/2024\nTPT\n12 triệu đồng",
    ])]);
    assert_eq!(told(&read), ["HT @ 2023-10-31 = 45000000", "TPT @ 2024-03-31 = 12000000"]);
}

#[test]
fn what_cannot_be_told_apart_is_asked_about_and_the_rest_of_the_sheet_stays() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Biện pháp|Người thực hiện, thời gian",
        "1|1.7|Phân công nhiệm vụ|Hiệu trưởng, tháng thứ nhất của đợt",
        "2|3.4|Lắp máy bơm|Bảo vệ, tháng 10/2023",
        "||||",
        "|||Hoa Sen, ngày 20 tháng 9 năm 2023",
        "|||HIỆU TRƯỞNG",
        "|||Nguyễn Văn Hùng",
    ])]);
    assert_eq!(work(&read).len(), 2, "{:?}", work(&read));
    assert_eq!(read.actions.iter().filter(|action| action.window.due.is_some()).count(), 1);
    let unread: Vec<String> =
        read.findings.iter().filter(|found| found.rule.id == "C07").filter_map(|found| found.cell).map(|cell| cell.to_string()).collect();
    assert_eq!(unread, ["D4"], "{:?}", rules(&read));
}

#[test]
fn titles_that_say_one_thing_in_two_words_stay_whole() {
    for (title, text) in [
        ("Chủ trì và phối hợp thực hiện", "HT, các tổ tháng 9"),
        ("Nhóm công tác, cá nhân chịu trách nhiệm", "HT, các tổ tháng 9"),
        ("Cá nhân, bộ phận thực hiện", "HT, các tổ tháng 9"),
    ] {
        let read = reading(&[sheet(&[&format!("TT|Tiêu chí|Biện pháp|{title}|Thời gian"), &format!("1|1.7|Phân công|{text}|10/2023")])]);
        assert_eq!(told(&read), [format!("{text} @ 2023-10-31 = ?")], "{title}");
    }
}
