//! Tables of another school year than the one reported on.

use super::*;

const LAST: &str = "Năm học 2022-2023";
const THIS: &str = "Năm học 2023-2024";

fn plan_of(year: &str, name: &str, rows: &[&str]) -> Paper {
    Paper::of(name, &[&[HOA_SEN, year, PLAN], rows].concat())
}

fn tasks(reading: &Reading) -> Vec<&str> {
    reading.actions.iter().map(|action| action.task.as_str()).collect()
}

#[test]
fn last_years_file_in_the_folder_counts_nothing_beside_this_years() {
    let old = plan_of(LAST, "KH", &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10/2022|", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Tháng 3|"]);
    let new = plan_of(THIS, "KH", &["1|1.3|Đủ|Bồi dưỡng đảng viên mới|HT|Tháng 12/2023|"]);
    let read = Desk::new().file("hoa sen 22-23.xlsx", std::slice::from_ref(&old)).file("hoa sen.xlsx", &[new]).judged();
    assert_eq!(tasks(&read), ["Bồi dưỡng đảng viên mới"]);
    assert_eq!(states(&read), BTreeMap::from([("hoa sen 22-23.xlsx", "superseded"), ("hoa sen.xlsx", "accepted")]));
    let said = message(&read, "S35");
    assert!(said.contains("2022-2023") && said.contains("2023-2024") && said.contains("[hoa sen.xlsx]KH"), "{said}");
    assert_eq!(of(&read, "S25").len() + of(&read, "X09").len(), 0, "nothing more is said of what does not count");
    // Alone, the year in its title may be what is wrong.
    let read = Desk::new().file("hoa sen 22-23.xlsx", &[old]).judged();
    assert_eq!((read.actions.len(), of(&read, "S25").len(), of(&read, "S35").len()), (2, 1, 0));
}

#[test]
fn last_years_sheet_in_the_workbook_counts_nothing_beside_this_years() {
    let read = Desk::new()
        .file(
            "a.xlsx",
            &[
                plan_of(LAST, "KH 22-23", &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10|", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Tháng 3|"]),
                plan_of(THIS, "KH 23-24", &["1|1.1|Đủ|Công khai kế hoạch|HT|Tháng 11|"]),
                result(HOA_SEN, &["1|1.1|Công khai kế hoạch||Đã xong||Không"]),
            ],
        )
        .judged();
    assert_eq!(work(&read), ["Công khai kế hoạch: completed"]);
    assert_eq!(states(&read), BTreeMap::from([("a.xlsx", "accepted")]));
    assert_eq!(of(&read, "S35").len(), 1);
}

#[test]
fn a_title_left_from_last_year_over_work_of_this_year_is_told_and_counted() {
    let read = Desk::new()
        .file("a.xlsx", &[plan_of(LAST, "KH", &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10/2023|"])])
        .file("b.xlsx", &[plan_of(THIS, "KH", &["1|2.1|Đủ|Bồi dưỡng giáo viên|HT|Tháng 12/2023|"])])
        .judged();
    assert_eq!(tasks(&read), ["Rà soát kế hoạch", "Bồi dưỡng giáo viên"]);
    assert_eq!((of(&read, "S25").len(), of(&read, "S35").len()), (1, 0));
}

#[test]
fn what_the_school_sent_for_this_year_in_another_form_leaves_last_years_plan_to_be_asked_about() {
    let read = Desk::new()
        .file("a.xlsx", &[plan_of(LAST, "KH", &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10|"])])
        .file("b.xlsx", &[result(HOA_SEN, &["1|1.1|Rà soát kế hoạch||Đã xong||Không"])])
        .judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: completed"]);
    assert_eq!((of(&read, "S25").len(), of(&read, "S35").len()), (1, 0));
}

#[test]
fn last_years_report_above_this_years_plan_says_nothing_of_it() {
    let last = |rows: &[&str]| Paper::of("KQ", &[&[HOA_SEN, LAST], &RESULT[..], rows].concat());
    let now = plan_of(THIS, "KH", &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 12/2023|", "2|3.5|Đủ|Mua tivi|KT|Tháng 3/2024|"]);
    let of_last = last(&["1|1.1|Sửa quy chế cũ||Đã xong||", "2|3.5|Mua máy in||Đã xong||"]);
    let read = Desk::new().file("a.xlsx", &[of_last, now.clone()]).judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: no_report", "Mua tivi: no_report"]);
    assert_eq!(of(&read, "S35").len(), 1);
    let both = Paper::of(
        "KH",
        &[
            HOA_SEN,
            "I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2022-2023",
            "TT|Tiêu chí|Công việc|Kết quả",
            "1|1.1|Sửa quy chế cũ|Hoàn thành",
            "II. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            PLAN,
            "1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 12/2023|",
        ],
    );
    let read = Desk::new().file("a.xlsx", &[both]).judged();
    assert_eq!((work(&read), of(&read, "S35").len()), (vec!["Rà soát kế hoạch: no_report".to_owned()], 1));
    // In the words of the plan it is this year's report under last year's title.
    let of_now = last(&["1|1.1|Rà soát kế hoạch||Đã xong||", "2|3.5|Mua tivi|||Đang làm|"]);
    let read = Desk::new().file("a.xlsx", &[of_now, now]).judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: completed", "Mua tivi: in_progress"]);
    assert_eq!(of(&read, "S35").len(), 0);
}

#[test]
fn work_of_a_sheet_that_does_not_count_is_not_said_to_count_twice() {
    let rows = ["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10|", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Tháng 3|"];
    let again = ["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 11|"];
    let read = Desk::new().file("a.xlsx", &[plan_of(LAST, "KH 22-23", &rows), plan_of(THIS, "KH 23-24", &again)]).judged();
    assert_eq!((tasks(&read), of(&read, "S35").len(), of(&read, "F45").len()), (vec!["Rà soát kế hoạch"], 1, 0));
}

#[test]
fn files_of_two_years_with_the_same_rows_are_no_copies_and_that_of_this_year_counts() {
    let rows = ["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10/2023|", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Tháng 3|"];
    for (old, new) in [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx")] {
        let read = Desk::new().file(old, &[plan_of(LAST, "KH", &rows)]).file(new, &[plan_of(THIS, "KH", &rows)]).judged();
        assert_eq!(states(&read), BTreeMap::from([(old, "superseded"), (new, "accepted")]));
        assert_eq!((of(&read, "F36").len(), of(&read, "S25").len()), (0, 0));
        assert!(message(&read, "F37").contains("ghi đúng năm học này"), "{}", message(&read, "F37"));
    }
    // What came later with another year above it may be the correction: nobody can know.
    let read = Desk::new().file("a lan 2.xlsx", &[plan_of(LAST, "KH", &rows)]).file("a.xlsx", &[plan_of(THIS, "KH", &rows)]).judged();
    assert_eq!((of(&read, "F38").len(), of(&read, "F37").len()), (1, 0));
    // Saved again under another name, it is a copy.
    let read = Desk::new().file("a.xlsx", &[plan_of(THIS, "KH", &rows)]).file("b.xlsx", &[plan_of(THIS, "KH 2", &rows)]).judged();
    assert_eq!(of(&read, "F36").len(), 1);
}

#[test]
fn where_most_files_are_of_another_year_the_year_asked_for_is_doubted_first() {
    let schools = ["TRƯỜNG THCS HOA SEN", "TRƯỜNG TH&THCS ĐẠI BÀNG", "TRƯỜNG THCS CHIM ÉN"];
    let of_years = |years: [&str; 3]| {
        let desk = schools.iter().zip(years).enumerate().fold(Desk::new(), |desk, (at, (school, year))| {
            let rows = [school, year, PLAN, "1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10|"];
            desk.file(&format!("{at}.xlsx"), &[Paper::of("KH", &rows)])
        });
        desk.judged()
    };
    let next = "Năm học 2024-2025";
    let read = of_years([next, next, next]);
    assert_eq!(message(&read, "S40"), "3/3 tệp có ghi năm học là của năm học 2024-2025, trong khi lần chạy này là cho năm học 2023-2024.");
    assert_eq!(of(&of_years([next, next, THIS]), "S40").len() + of(&of_years([THIS, THIS, next]), "S40").len(), 0);
}
