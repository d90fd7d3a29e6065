//! Single cells: formulas, dates, money, macros beside them.

use super::*;
use crate::paper::Typed;

/// The workbook with its members changed, and members more.
fn altered(bytes: &[u8], change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut member, &mut text).expect("a part of text");
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("started");
        writer.write_all(change(&name, text).as_bytes()).expect("written");
    }
    for (name, content) in more {
        writer.start_file(*name, SimpleFileOptions::default()).expect("started");
        writer.write_all(content.as_bytes()).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

/// What reading one workbook gives.
fn read_one(name: &str, bytes: Vec<u8>) -> Reading {
    let mut desk = Desk::new();
    desk.sources.push(Source::in_memory(name, bytes));
    desk.judged()
}

#[test]
fn macros_and_links_to_other_files_are_told_and_the_data_read() {
    let bytes = workbook(&[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT|Tháng 10/2023|"])]);
    let read = read_one(
        "a.xlsm",
        altered(&bytes, |_, text| text, &[("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<externalLink/>")]),
    );
    assert_eq!((of(&read, "F31").len(), of(&read, "F32").len(), read.actions.len()), (1, 1, 1));
}

#[test]
fn formulas_without_values_and_errors_are_told_with_their_cell() {
    let cell = |formula: &str, value: &str| {
        let bytes = workbook(&[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT|Tháng 10/2023|5000000"])]);
        let put = |name: &str, text: String| {
            if !name.ends_with("sheet1.xml") {
                return text;
            }
            let start = text.find("<c r=\"G4\"").expect("the cell of the cost");
            let end = start + text[start..].find("</c>").expect("its end") + 4;
            format!(
                "{}<c r=\"G4\" {value}><f>{formula}</f>{}</c>{}",
                &text[..start],
                if value.is_empty() { "" } else { "<v>#REF!</v>" },
                &text[end..]
            )
        };
        read_one("a.xlsx", altered(&bytes, put, &[]))
    };
    let uncomputed = cell("6*2500000", "");
    assert!(!of(&uncomputed, "C01").is_empty(), "{:?}", uncomputed.findings);
    assert_eq!(of(&uncomputed, "C01").iter().map(|finding| finding.place()).collect::<Vec<_>>(), ["[a.xlsx]KH!G4"]);
    let broken = cell("Sheet9!A1", "t=\"e\"");
    assert!(!of(&broken, "C02").is_empty(), "{:?}", broken.findings);
    assert_eq!(of(&broken, "C02").iter().map(|finding| finding.place()).collect::<Vec<_>>(), ["[a.xlsx]KH!G4"]);
    assert_eq!((uncomputed.actions[0].cost.amount_vnd, broken.actions[0].cost.amount_vnd), (None, None));
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let mut paper = plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"]);
    paper = paper.put(3, 5, crate::paper::Typed::Date(2023, 10, 15));
    let bytes = workbook(&[paper]);
    let read = read_one("a.xlsx", bytes.clone());
    assert_eq!(read.actions[0].window.due, Some(date(2023, 10, 15)));
    let later = altered(&bytes, |_, text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "), &[]);
    assert_eq!(read_one("a.xlsx", later).actions[0].window.due, Some(date(2027, 10, 16)));
}

#[test]
fn a_day_that_is_none_is_told_and_never_overdue() {
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT|31/02/2024|"])]).judged();
    assert!(message(&read, "C07").contains("31/02/2024"));
    assert_eq!(read.actions[0].window.due, None);
}

#[test]
fn a_row_of_work_and_who_does_it_is_no_signature() {
    let rows =
        ["1|1.1|Đủ|Rà soát kế hoạch|Hiệu trưởng|Tháng 10/2023|", "|||Công khai kế hoạch|Hiệu trưởng||", "", "Nơi nhận:||||HIỆU TRƯỞNG||"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows)]).judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: no_report", "Công khai kế hoạch: no_report"]);
}

#[test]
fn money_in_several_columns_is_counted_once_with_who_pays_it() {
    let rows = [
        "TT|Tiêu chí|Kết quả cần đạt|Công việc cần thực hiện|Người thực hiện|Thời gian|Kinh phí||",
        "||||||Ngân sách|Xã hội hóa|Tổng",
        "1|1.1|Đủ phòng học|Sửa chữa 3 phòng học|Hiệu trưởng|Tháng 10/2023|10.000.000|5.000.000|15.000.000",
        "2|1.2|Đủ máy tính|Mua bổ sung máy tính|Phó hiệu trưởng|Tháng 12/2023||7.000.000|7.000.000",
    ];
    let read = Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &rows).merged(2, 6, 2, 8)]).judged();
    let amounts: Vec<_> = read.actions.iter().map(|action| (action.cost.amount_vnd, action.cost.parts.len())).collect();
    assert_eq!(amounts, [(Some(15_000_000), 2), (Some(7_000_000), 0)]);
    assert!(of(&read, "T03").is_empty() && of(&read, "T21").is_empty());
}

#[test]
fn a_row_struck_through_is_counted_and_told() {
    let paper = plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|"]);
    let row = paper.cells.iter().map(|(row, ..)| *row).max().expect("rows") + 1;
    let struck = ["2", "1.2", "Đủ", "Kiện toàn hội đồng trường", "HT", "Tháng 3/2024"];
    let paper = struck.into_iter().zip(0..).fold(paper, |paper, (text, column)| paper.put(row, column, Typed::Struck(text)));
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    assert_eq!(read.actions.len(), 2);
    assert!(message(&read, "T26").contains(&format!("Dòng {}", row + 1)), "{}", message(&read, "T26"));
    let one = plan(HOA_SEN, &["1|1.1|Đủ||HT|Tháng 12/2023|"]).put(row - 1, 3, Typed::Struck("Rà soát kế hoạch chiến lược"));
    assert!(of(&Desk::new().file("a.xlsx", &[one]).judged(), "T26").is_empty(), "one cell struck through is a correction");
}

#[test]
fn runs_of_a_text_are_read_each_by_its_font_and_what_is_struck_through_is_told() {
    let rows = [
        "1|1.1|Đủ|Sửa nhà xe|Hiệu trưởng|@time|",
        "2|1.2|Đủ|@work|Hiệu trưởng|Tháng 11/2023|",
        "3|1.3|Đủ|@gone|Hiệu trưởng|Tháng 12/2023|",
    ];
    let bytes = workbook(&[plan(HOA_SEN, &rows)]);
    let run = |looks: &str, text: &str| format!("<r><rPr>{looks}</rPr><t xml:space=\"preserve\">{text}</t></r>");
    let texts = [
        ("@time", [run("<strike/><sz val=\"11\"/>", "Tháng 9/2023 "), run("<b/>", "Tháng 10/2023")].concat()),
        ("@work", [run("<rFont val=\".VnTime\"/>", "Mua s¸ch cho "), run("<rFont val=\"Arial\"/>", "thư viện")].concat()),
        ("@gone", run("<strike val=\"1\"/>", "Làm hàng rào")),
    ];
    let change = |name: &str, text: String| {
        if name != "xl/sharedStrings.xml" {
            return text;
        }
        texts.iter().fold(text, |text, (mark, runs)| text.replace(&format!("<t>{mark}</t>"), runs))
    };
    let mut desk = Desk::new();
    desk.sources.push(Source::in_memory("a.xlsx", altered(&bytes, change, &[])));
    let read = desk.judged();
    let works: Vec<String> = read.actions.iter().map(|action| format!("{} @ {}", action.task, action.time_text)).collect();
    assert_eq!(works, ["Sửa nhà xe @ Tháng 10/2023", "Mua sách cho thư viện @ Tháng 11/2023", "Làm hàng rào @ Tháng 12/2023"]);
    assert_eq!(message(&read, "C28"), "Trong ô có chữ bị gạch ngang \"Tháng 9/2023\"; coi như trường đã bỏ, chỉ đọc phần còn lại.");
    assert!(message(&read, "C29").starts_with("1 ô bị gạch ngang cả ô"), "{}", message(&read, "C29"));
    let cells = |id: &str| of(&read, id).iter().filter_map(|finding| finding.cell).map(|cell| cell.to_string()).collect::<Vec<_>>();
    assert_eq!((cells("C28"), cells("C29"), cells("C06").len()), (vec!["F4".to_owned()], vec!["D6".to_owned()], 1));
}
