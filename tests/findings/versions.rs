//! Plans and reports that a school tells again: drafts, newer versions, adjusted plans.

use std::collections::BTreeSet;

use super::*;
use ctcl::reading::Reading;

#[test]
fn a_sheet_that_calls_itself_a_draft_counts_for_nothing_beside_the_plan() {
    let plan = |name: &str, second: &str| {
        let rows = ["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|", second];
        Paper { name: name.to_owned(), ..plan(HOA_SEN, &rows) }
    };
    let (sent, draft) = ("2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|", "2|3.5|Đủ|Mua 20 máy vi tính|KT|Tháng 3/2024|");
    let read = Desk::new().file("a.xlsx", &[plan("KH", sent), plan("Bản nháp", draft)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F59").len()), (2, 1));
    // "Nhập" is another word.
    let read = Desk::new().file("a.xlsx", &[plan("KH", sent), plan("Nhập", draft)]).judged();
    assert_eq!((read.actions.len(), of(&read, "F59").len()), (3, 0));
}

#[test]
fn a_newer_version_is_told_once_for_all_its_forms() {
    let papers = |work: &str| {
        let planned = format!("1|1.1|Đủ|{work}|HT||");
        let reported = format!("1|1.1|{work}||Đã xong||Không");
        [plan(HOA_SEN, &[&planned]), result(HOA_SEN, &[&reported])]
    };
    let read = Desk::new().file("hoa sen.xlsx", &papers("Rà soát")).file("hoa sen sua lai.xlsx", &papers("Rà soát lại")).judged();
    let told = of(&read, "F37");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].field.as_deref(), Some("Kế hoạch, Kết quả thực hiện"));
    assert!(told[0].message().contains("tên tệp ghi là bản sửa"), "{}", told[0].message());
}

#[test]
fn an_adjusted_plan_speaks_for_the_work_it_repeats() {
    let rows = |first: &str, second: &str| {
        [format!("1|3.1|Đủ|Lát sân trường 300 m2|HT|{first}|"), format!("2|3.6|Đủ|Mua 300 bản sách|TV|{second}|")]
    };
    for (sheet, title) in [
        ("KH điều chỉnh", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"),
        ("KH 2", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG (ĐIỀU CHỈNH)"),
        ("Trang 2", "(Thay thế Kế hoạch số 34/KH-TH ngày 12/9/2023)"),
    ] {
        let told = |name: &str, title: &str, rows: &[String], more: &[&str]| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).chain(more.iter().copied()).collect();
            Paper::of(name, &[vec![HOA_SEN, title, "Năm học 2023-2024", PLAN], rows].concat())
        };
        let old = told(
            "KH tháng 9",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &rows("Tháng 11/2023", "Tháng 12/2023"),
            &["3|2.1|Đủ|Bồi dưỡng|PHT|Tháng 4/2024|"],
        );
        let new = told(sheet, title, &rows("Tháng 3/2024", "Tháng 2/2024"), &[]);
        let read = Desk::new().file("a.xlsx", &[old, new]).judged();
        let mut dues: Vec<String> = read
            .actions
            .iter()
            .map(|action| format!("{} {}", action.task, action.window.due.map_or_else(String::new, |due| due.to_string())))
            .collect();
        dues.sort();
        assert_eq!(dues, ["Bồi dưỡng 2024-04-30", "Lát sân trường 300 m2 2024-03-31", "Mua 300 bản sách 2024-02-29"], "{sheet}");
        assert_eq!((of(&read, "F45").len(), of(&read, "F70").len()), (0, 1), "{sheet}");
        let said = message(&read, "F70");
        assert!(said.contains("2 việc"), "{said}");
    }
}

#[test]
fn what_the_offices_collection_repeats_counts_in_the_schools_own_file() {
    let (one, other) = ("1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|", "1|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|");
    let of = |name: &str, school: &str, row: &str| Paper { name: name.to_owned(), ..plan(school, &[row]) };
    let collection = [of("A", HOA_SEN, one), of("B", "TRƯỜNG MẦM NON HOA MAI", other)];
    let own = [plan(HOA_SEN, &[one])];
    let read = Desk::new().file("a tong hop.xlsx", &collection).file("hoa sen.xlsx", &own).judged();
    let files = |read: &Reading| read.actions.iter().map(|row| row.origin.file.to_string()).collect::<BTreeSet<_>>();
    assert_eq!((read.actions.len(), files(&read)), (2, BTreeSet::from(["a tong hop.xlsx".to_owned(), "hoa sen.xlsx".to_owned()])));
    assert_eq!(read.actions[0].origin.file.as_ref(), "hoa sen.xlsx", "its own");
    assert_eq!((super::of(&read, "F71").len(), super::of(&read, "F38").len()), (1, 0));
    // Where they differ nobody knows which is the newer; the school's own is taken until then.
    let changed = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 3/2024|"])];
    let read = Desk::new().file("z tong hop.xlsx", &collection).file("hoa sen.xlsx", &changed).judged();
    assert_eq!((read.actions.len(), read.actions[0].origin.file.as_ref()), (2, "hoa sen.xlsx"));
    assert_eq!((super::of(&read, "F71").len(), super::of(&read, "F38").len()), (0, 1));
}
