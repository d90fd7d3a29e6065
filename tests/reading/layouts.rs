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
