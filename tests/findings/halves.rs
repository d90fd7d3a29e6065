//! Works, results and marks that one school tells in several tables: of both halves of the year, or of none.

use super::*;

const WORKS: [&str; 3] = [
    "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|",
    "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|Tháng 3/2024|",
    "3|2.1|Đủ|Bồi dưỡng giáo viên cốt cán|PHT|Tháng 4/2024|",
];
const JANUARY: [&str; 3] = [
    "1|1.1|Rà soát kế hoạch chiến lược||Đã xong||",
    "2|1.2|Kiện toàn hội đồng trường|||Đang thực hiện|",
    "3|2.1|Bồi dưỡng giáo viên cốt cán||||Chưa triển khai",
];
const MAY: [&str; 2] = ["1|1.2|Kiện toàn hội đồng trường||Đã hoàn thành||", "2|2.1|Bồi dưỡng giáo viên cốt cán||Đã hoàn thành||"];

fn result_of(title: &str, name: &str, rows: &[&str]) -> Paper {
    Paper::of(name, &[&[HOA_SEN, title, "Năm học 2023-2024"], &RESULT[..], rows].concat())
}

fn statuses(reading: &Reading) -> Vec<&'static str> {
    reading.actions.iter().map(|action| action.status.code()).collect()
}

#[test]
fn the_sheet_of_the_half_reported_on_speaks_and_the_other_adds_what_only_it_says() {
    for titles in [("KẾT QUẢ HỌC KỲ I", "KẾT QUẢ CUỐI NĂM HỌC"), ("Sơ kết học kì 1", ""), ("", "HKII")] {
        let desk = || {
            let papers = [plan(HOA_SEN, &WORKS), result_of(titles.0, "KQ 1", &JANUARY), result_of(titles.1, "KQ 2", &MAY)];
            Desk::new().file("a.xlsx", &papers)
        };
        let read = desk().at_the_end_of_the_year().judged();
        assert_eq!(statuses(&read), ["completed"; 3], "{titles:?}: the work of January is told in January's sheet alone");
        assert_eq!((of(&read, "X02").len(), of(&read, "S36").len()), (0, 1), "{titles:?}");
        let said = message(&read, "S36");
        assert!(said.contains("2 dòng") && said.contains("[a.xlsx]KQ 2"), "{said}");
        let read = desk().judged();
        assert_eq!(statuses(&read), ["completed", "in_progress", "not_started"], "{titles:?}");
    }
}

#[test]
fn halves_are_told_by_the_names_of_sheets_and_of_files() {
    let papers = |name: &str, rows: &[&str]| vec![plan(HOA_SEN, &WORKS), result_of("", name, rows)];
    let by_sheet = || {
        let mut all = papers("KQ HKI", &JANUARY);
        all.push(result_of("", "KQ HKII", &MAY));
        Desk::new().file("a.xlsx", &all)
    };
    // Both came on one day: nothing but their names tells them apart.
    let by_file = || {
        let desk = Desk::new().file("hoa sen HK1.xlsx", &papers("KQ", &JANUARY)).file("hoa sen HK2.xlsx", &papers("KQ", &MAY));
        desk.received("hoa sen HK1.xlsx", "05/01/2024").received("hoa sen HK2.xlsx", "05/01/2024")
    };
    for desk in [&by_sheet as &dyn Fn() -> Desk, &by_file] {
        assert_eq!(statuses(&desk().judged()), ["completed", "in_progress", "not_started"]);
        let read = desk().at_the_end_of_the_year().judged();
        assert_eq!(statuses(&read)[1..], ["completed", "completed"]);
        assert_eq!(read.actions.len(), 3, "every work once");
    }
}

#[test]
fn marks_of_both_halves_count_once() {
    let of_half = |title: &str, name: &str, rows: &[&str]| {
        let head = ["Tiêu chuẩn, tiêu chí|Không đạt|Đạt||", "||Mức 1|Mức 2|Mức 3"];
        Paper::of(name, &[&[HOA_SEN, title, "Năm học 2023-2024"], &head[..], rows].concat())
    };
    let papers = [
        of_half("TỰ ĐÁNH GIÁ HỌC KỲ I", "TĐG 1", &["1.1|x|||", "1.2||x||"]),
        of_half("TỰ ĐÁNH GIÁ CUỐI NĂM", "TĐG 2", &["1.1||x||", "1.2||x||"]),
    ];
    let met = |read: &Reading| {
        read.assessments
            .iter()
            .filter(|mark| mark.level == 1)
            .map(|mark| format!("{} {:?}", mark.criterion, mark.result))
            .collect::<Vec<_>>()
    };
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert_eq!(met(&read), ["1.1 Unmet", "1.2 Met"]);
    let read = Desk::new().file("a.xlsx", &papers).at_the_end_of_the_year().judged();
    assert_eq!(met(&read), ["1.1 Met", "1.2 Met"]);
}

#[test]
fn two_sheets_that_name_no_half_are_one_result_and_what_differs_is_asked_about() {
    let papers = |second: &[&str]| [plan(HOA_SEN, &WORKS), result_of("", "KQ", &JANUARY), result_of("", "KQ sửa", second)];
    let read = Desk::new().file("a.xlsx", &papers(&["1|1.1|Rà soát kế hoạch chiến lược||Đã xong tháng 11||", MAY[0]])).judged();
    assert_eq!(statuses(&read), ["completed", "in_progress", "not_started"]);
    assert_eq!((of(&read, "F49").len(), of(&read, "X31").len(), of(&read, "X02").len()), (1, 1, 0));
    let said = message(&read, "X31");
    assert!(said.contains("hoàn thành") && said.contains("đang thực hiện") && said.contains("[a.xlsx]KQ!"), "{said}");
}

#[test]
fn works_of_one_wording_in_one_table_stay_two() {
    let rows = ["1|1.1|Đủ|Họp hội đồng trường|HT|Tháng 10/2023|", "2|1.1|Đủ|Họp hội đồng trường|HT|Tháng 3/2024|"];
    let results = ["1|1.1|Họp hội đồng trường||Đã xong||", "2|1.1|Họp hội đồng trường||||Chưa triển khai"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows), result_of("HỌC KỲ I", "KQ", &results)]).judged();
    assert_eq!(statuses(&read), ["completed", "not_started"]);
}

#[test]
fn work_done_once_in_each_half_has_a_result_in_each() {
    let rows = ["1|1.1|Đủ|Họp hội đồng trường|HT|Tháng 10/2023|", "2|1.1|Đủ|Họp hội đồng trường|HT|Tháng 3/2024|"];
    let first = result_of("HỌC KỲ I", "KQ 1", &["1|1.1|Họp hội đồng trường||Đã xong||"]);
    let second = result_of("HỌC KỲ II", "KQ 2", &["1|1.1|Họp hội đồng trường||||Chưa triển khai"]);
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows), first, second]).at_the_end_of_the_year().judged();
    assert_eq!(statuses(&read), ["completed", "not_started"]);
    assert!(of(&read, "S36").is_empty());
}

/// A result form with a column for each half; of the first work May says nothing.
fn result_by_column() -> Paper {
    let rows = [
        HOA_SEN,
        "Năm học 2023-2024",
        "TT|Tiêu chuẩn, tiêu chí|Nội dung kế hoạch|Kết quả học kỳ I|Kết quả cả năm",
        "1|1.1|Rà soát kế hoạch chiến lược|Đã xong|",
        "2|1.2|Kiện toàn hội đồng trường|Đang thực hiện|Đã hoàn thành",
        "3|2.1|Bồi dưỡng giáo viên cốt cán|Chưa thực hiện|Đang thực hiện",
    ];
    Paper::of("KQ", &rows)
}

#[test]
fn columns_of_the_half_reported_on_speak_and_those_of_january_where_may_says_nothing() {
    let desk = || Desk::new().file("a.xlsx", &[plan(HOA_SEN, &WORKS), result_by_column()]);
    let january = desk().over(Period::Hk1).judged();
    assert_eq!(statuses(&january), ["completed", "in_progress", "not_started"]);
    let may = desk().at_the_end_of_the_year().judged();
    assert_eq!(statuses(&may), ["completed", "completed", "in_progress"]);
    let said = message(&may, "S37");
    assert!(said.contains("Kết quả học kỳ I") && said.contains("để trống thì lấy cột này"), "{said}");
    assert!(!message(&january, "S37").contains("để trống"), "May never speaks for January");
    assert_eq!((of(&may, "T03").len(), of(&may, "X02").len()), (0, 0));
}

#[test]
fn three_columns_of_states_for_each_half_are_never_mixed() {
    let rows = [
        HOA_SEN,
        "Năm học 2023-2024",
        "TT|Tiêu chuẩn, tiêu chí|Nội dung kế hoạch|Học kỳ I|||Học kỳ II||",
        "|||Đã xong|Đang triển khai|Chưa triển khai|Đã xong|Đang triển khai|Chưa triển khai",
        "1|1.1|Rà soát kế hoạch chiến lược|x|||x||",
        "2|1.2|Kiện toàn hội đồng trường||x||x||",
        "3|2.1|Bồi dưỡng giáo viên cốt cán|||x||x|",
    ];
    let result = || Paper::of("KQ", &rows).merged(2, 3, 2, 5).merged(2, 6, 2, 8);
    let desk = || Desk::new().file("a.xlsx", &[plan(HOA_SEN, &WORKS), result()]);
    assert_eq!(statuses(&desk().over(Period::Hk1).judged()), ["completed", "in_progress", "not_started"]);
    assert_eq!(statuses(&desk().at_the_end_of_the_year().judged()), ["completed", "completed", "in_progress"]);
}

#[test]
fn marks_of_both_halves_side_by_side_are_never_mixed() {
    let rows = [
        HOA_SEN,
        "Năm học 2023-2024",
        "TT|Tiêu chí|Học kỳ I|||Cuối năm||",
        "||Mức 1|Mức 2|Mức 3|Mức 1|Mức 2|Mức 3",
        "1|1.1|x|||x|x|",
        "2|1.3|x|x|x|x||",
    ];
    let desk = || Desk::new().file("a.xlsx", &[Paper::of("TĐG", &rows).merged(2, 2, 2, 4).merged(2, 5, 2, 7)]);
    let highest = |read: Reading| -> Vec<String> {
        let met = read.assessments.iter().filter(|mark| mark.result == ctcl::model::Outcome::Met);
        met.map(|mark| format!("{}/{}", mark.criterion, mark.level)).collect()
    };
    assert_eq!(highest(desk().over(Period::Hk1).judged()), ["1.1/1", "1.3/1", "1.3/2", "1.3/3"]);
    assert_eq!(highest(desk().at_the_end_of_the_year().judged()), ["1.1/1", "1.1/2", "1.3/1"]);
}

#[test]
fn results_of_both_halves_one_below_the_other_are_two_tables() {
    let blocks = [
        &[HOA_SEN, "Năm học 2023-2024", "|KẾT QUẢ THỰC HIỆN HỌC KỲ I"],
        &RESULT[..],
        &JANUARY,
        &["", "|KẾT QUẢ THỰC HIỆN HỌC KỲ II"],
        &RESULT,
        &MAY,
    ];
    let desk = || Desk::new().file("a.xlsx", &[plan(HOA_SEN, &WORKS), Paper::of("KQ", &blocks.concat())]);
    let january = desk().judged();
    assert_eq!(statuses(&january), ["completed", "in_progress", "not_started"]);
    let may = desk().at_the_end_of_the_year().judged();
    assert_eq!(statuses(&may), ["completed"; 3]);
    assert_eq!((of(&may, "X02").len(), of(&may, "R01").len(), of(&may, "S36").len()), (0, 0, 1));
    assert_eq!(may.reports.len() + may.actions.len(), 3);
}

#[test]
fn work_planned_again_for_the_second_half_is_told_and_the_result_is_that_of_the_first() {
    let again = [
        "1|1.2|Đủ|Kiện toàn hội đồng trường|HT|Tháng 5/2024|",
        "2|3.1|Đủ|Mua sắm máy tính|HT|Tháng 4/2024|",
        "3|3.2|Đủ|Sửa mái nhà|HT|Tháng 4/2024|",
    ];
    let second = Paper::of("BC", &[&[HOA_SEN, "KẾ HOẠCH HỌC KỲ II", "Năm học 2023-2024", PLAN][..], &again].concat());
    let read = Desk::new().file("a.xlsx", &[second, plan(HOA_SEN, &WORKS), result_of("HỌC KỲ I", "KQ", &JANUARY)]).judged();
    let of_first = read.actions.iter().find(|action| &*action.origin.sheet == "KH" && action.task.starts_with("Kiện toàn"));
    assert_eq!(of_first.map(|action| action.status), Some(Status::InProgress));
    assert!(message(&read, "F45").contains("1 trong 3 việc"), "{}", message(&read, "F45"));
}

#[test]
fn of_reports_month_by_month_the_last_speaks() {
    let month = |month: u8, rows: &[&str]| {
        let title = format!("BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG THÁNG {month}/2023");
        let mut all = vec![title.as_str(), "TT|Tiêu chí|Nội dung kế hoạch|Tình trạng"];
        all.extend(rows);
        sheet(&format!("T{month}"), HOA_SEN, &all)
    };
    let read = Desk::new()
        .file(
            "a.xlsx",
            &[
                month(9, &["1|1.1|Rà soát chiến lược|Đang thực hiện", "2|3.5|Mua 10 máy tính|Chưa thực hiện"]),
                month(10, &["1|1.1|Rà soát chiến lược|Hoàn thành", "2|3.5|Mua 10 máy tính|Đang thực hiện"]),
                month(11, &["1|3.5|Mua 10 máy tính|Hoàn thành"]),
            ],
        )
        .judged();
    assert_eq!(statuses(&read), ["completed", "completed"]);
    assert!(of(&read, "X31").is_empty());
    let told: Vec<String> = of(&read, "S36").iter().map(|finding| finding.message()).collect();
    assert!(told.iter().any(|told| told.contains("tháng 9")) && told.iter().any(|told| told.contains("tháng 10")), "{told:?}");
}

fn tracked(name: &str, title: &str, states: [&str; 3]) -> Paper {
    let [a, b, c] = states;
    sheet(
        name,
        HOA_SEN,
        &[
            title,
            "Năm học 2023-2024",
            "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí|Kết quả",
            &format!("1|1.7|Cử giáo viên Tin học đi bồi dưỡng|Phó hiệu trưởng|Tháng 10/2023|5.000.000đ|{a}"),
            &format!("2|3.5|Mua 15 máy vi tính|Kế toán|Tháng 11/2023|45.000.000đ|{b}"),
            &format!("3|3.6|Xây dựng tủ sách lớp học|Thư viện|Tháng 12/2023||{c}"),
        ],
    )
}

#[test]
fn a_plan_on_two_sheets_with_two_states_counts_once_by_the_later_and_is_asked_about() {
    let title = "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG";
    for (first, second) in [("KH", "KH (2)"), ("Lần 1", "Lần 2"), ("Lần 9", "Lần 10")] {
        let papers =
            [tracked(first, title, ["Đã xong", "Đang làm", "Chưa làm"]), tracked(second, title, ["Đã xong", "Đã xong", "Chưa làm"])];
        let read = Desk::new().file("a.xlsx", &papers).judged();
        assert_eq!(statuses(&read), ["completed", "completed", "not_started"], "{first} {second}");
        assert_eq!(of(&read, "X31").len(), 1, "{first} {second}");
        assert!(message(&read, "F49").starts_with("2 dòng"), "{}", message(&read, "F49"));
    }
}

#[test]
fn a_plan_to_which_no_state_was_written_says_nothing_against_one_with_states() {
    let title = "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG";
    let papers = [tracked("KH", title, ["Đã xong", "", "Chưa làm"]), tracked("Theo dõi", title, ["Đã xong", "Đang làm", "Chưa làm"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let states: std::collections::BTreeSet<(&str, &str)> =
        read.actions.iter().map(|action| (action.task.as_str(), action.status.code())).collect();
    let expected = [
        ("Cử giáo viên Tin học đi bồi dưỡng", "completed"),
        ("Mua 15 máy vi tính", "in_progress"),
        ("Xây dựng tủ sách lớp học", "not_started"),
    ];
    assert_eq!(states, expected.into());
    assert!(of(&read, "X31").is_empty());
}

#[test]
fn of_plans_told_again_month_by_month_the_last_speaks() {
    let papers = [
        tracked("KH", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", ["", "", ""]),
        tracked("BC T11", "BÁO CÁO THÁNG 11/2023", ["Đã xong", "Chưa làm", "Chưa làm"]),
        tracked("BC T12", "BÁO CÁO THÁNG 12/2023", ["Đã xong", "Đang làm", "Chưa làm"]),
    ];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert_eq!(statuses(&read), ["completed", "in_progress", "not_started"]);
    assert!(of(&read, "X31").is_empty());
}

/// A plan that tells its results in two columns.
fn plan_by_column(first: &str, second: &str) -> Paper {
    let rows = [
        HOA_SEN,
        "Năm học 2023-2024",
        &format!("Tiêu chí|Công việc|Người thực hiện|Thời gian|{first}|{second}"),
        "1.7|Cử giáo viên Tin học đi bồi dưỡng|PHT|Tháng 10/2023|Đã xong|",
        "3.5|Mua 15 máy vi tính|Kế toán|Tháng 11/2023|Đang làm|Đã xong",
        "3.6|Xây dựng tủ sách lớp học|Thư viện|Tháng 12/2023|Chưa làm|Đang làm",
    ];
    Paper::of("KH", &rows)
}

#[test]
fn results_of_two_halves_beside_the_plan_are_those_of_the_half_reported_on() {
    for second in ["Kết quả HKII", "Kết quả cả năm"] {
        let desk = || Desk::new().file("a.xlsx", &[plan_by_column("Kết quả HKI", second)]);
        assert_eq!(statuses(&desk().over(Period::Hk1).judged()), ["completed", "in_progress", "not_started"], "{second}");
        assert_eq!(statuses(&desk().over(Period::Hk2).judged()), ["completed", "completed", "in_progress"], "{second}");
    }
}

#[test]
fn of_results_until_two_months_the_later_speak() {
    for (first, second) in [("Kết quả đến tháng 11", "Kết quả đến tháng 1"), ("Tình trạng đến 30/9", "Tình trạng đến 31/12")]
    {
        let read = Desk::new().file("a.xlsx", &[plan_by_column(first, second)]).judged();
        assert_eq!(statuses(&read), ["completed", "completed", "in_progress"], "{first}");
    }
}

#[test]
fn the_half_reported_on_decides_before_a_number_in_a_file_name() {
    let rows = |done: &str, ongoing: &str, left: &str| {
        [format!("1|1.3|Rà soát kế hoạch||{done}|{ongoing}|{left}"), format!("2|1.4|Kiện toàn hội đồng của {done}||Đã xong||Không")]
    };
    let report = |title: &str, rows: &[String; 2]| {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        Paper::of("KQ", &[&[HOA_SEN, "Năm học 2023-2024", title], &RESULT[..], &rows].concat())
    };
    for name in ["hk1/hoa sen (1).xlsx", "hk1/hoa sen sua lai.xlsx"] {
        let first = report("BÁO CÁO KẾT QUẢ HỌC KỲ I", &rows("", "", "Chưa triển khai"));
        let second = report("BÁO CÁO KẾT QUẢ CUỐI NĂM HỌC", &rows("", "Đang làm, còn một phần", ""));
        let read = Desk::new().file(name, &[first]).file("hk2/hoa sen.xlsx", &[second]).at_the_end_of_the_year().judged();
        let of_first: Vec<&str> =
            read.actions.iter().filter(|action| action.task == "Rà soát kế hoạch").map(|action| action.status.code()).collect();
        assert_eq!(of_first, ["in_progress"], "{name}");
        let said: Vec<String> =
            of(&read, "F42").iter().chain(&of(&read, "F37")).map(|finding| finding.file.as_deref().unwrap_or("").to_owned()).collect();
        assert!(said.iter().all(|file| file != "hk2/hoa sen.xlsx"), "{said:?}");
    }
}

#[test]
fn a_school_of_which_only_the_other_half_is_known_is_told() {
    let told_so = |title: &str, name: &str, row: &str| {
        let rows = [&[title], &RESULT[..], &[row]].concat();
        Paper { name: name.to_owned(), ..sheet(name, HOA_SEN, &rows) }
    };
    let result = |title: &str, name: &str| told_so(title, name, "1|1.2|Họp hội đồng||||Chưa thực hiện");
    let told = |papers: &[Paper], period: Period| of(&Desk::new().over(period).file("a.xlsx", papers).judged(), "S47").len();
    for title in ["BÁO CÁO KẾT QUẢ HỌC KỲ I", "Học kỳ I, năm học 2023-2024", "(Tính đến ngày 31/12/2023)"] {
        assert_eq!(told(&[result(title, "KQ")], Period::Hk2), 1, "{title}");
        assert_eq!(told(&[result(title, "KQ")], Period::Hk1), 0, "{title}");
    }
    assert_eq!(told(&[result("BÁO CÁO", "BC HKI")], Period::Hk2), 1);
    assert_eq!(told(&[result("BÁO CÁO", "BC")], Period::Hk2), 0);
    let both = [result("BÁO CÁO HỌC KỲ I", "BC HKI"), told_so("BÁO CÁO CẢ NĂM", "BC HKII", "1|1.2|Họp hội đồng||Đã họp||")];
    let read = Desk::new().over(Period::Hk2).file("a.xlsx", &both).judged();
    assert!(of(&read, "S47").is_empty(), "{:?}", read.findings.iter().map(|finding| finding.message()).collect::<Vec<_>>());
}

#[test]
fn where_most_schools_tell_of_the_other_half_the_half_asked_for_is_doubted() {
    let of_school =
        |school: &str| [sheet("KQ", school, &[&["BÁO CÁO KẾT QUẢ CẢ NĂM HỌC"], &RESULT[..], &["1|1.2|Họp||Đã họp||"]].concat())];
    let told = |period: Period, schools: usize| {
        let names = ["TRƯỜNG THCS HOA SEN", "TRƯỜNG MẦM NON HOA MAI", "TRƯỜNG TIỂU HỌC SAO MAI", "TRƯỜNG THCS SAO MAI"];
        let own = [sheet("KQ", HOA_SEN, &[&["BÁO CÁO HỌC KỲ I"], &RESULT[..], &["1|1.2|Họp||Đã họp||"]].concat())];
        let desk =
            names[..schools].iter().fold(Desk::new().over(period), |desk, name| desk.file(&format!("{name}.xlsx"), &of_school(name)));
        of(&desk.file("hoa sen hk1.xlsx", &own).judged(), "S75").iter().map(|finding| finding.message()).collect::<Vec<_>>()
    };
    assert_eq!(told(Period::Hk1, 2), Vec::<String>::new());
    assert_eq!(told(Period::Hk2, 4), Vec::<String>::new());
    let said = told(Period::Hk1, 4);
    assert!(said.len() == 1 && said[0].starts_with("3/4 trường"), "{said:?}");
}

#[test]
fn a_cell_that_tells_both_halves_counts_by_the_half_reported_on() {
    const HEADER: &str = "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian|Kết quả";
    let of_cell = |said: &str, period: Period| {
        let row = format!("1|1.4|Kiện toàn các tổ|HT|Tháng 12/2023|{said}");
        let paper = Paper::of("KH", &[HOA_SEN, "KẾ HOẠCH VÀ KẾT QUẢ", "Năm học 2023-2024", HEADER, &row]);
        let read = Desk::new().over(period).file("a.xlsx", &[paper]).judged();
        assert_eq!(of(&read, "S47").len(), 0, "{said}");
        statuses(&read)[0]
    };
    for said in [
        "HKI: chưa làm\nHKII: đã làm xong",
        "Học kỳ I: Chưa mua; Học kỳ II: Đã mua",
        "Đến 31/12: 30%. Đến 30/4: 100%",
        "Kỳ I: 50%, kỳ II: 100%",
        "HKI: chưa hoàn thành; HKII: đã hoàn thành",
    ] {
        assert_eq!(of_cell(said, Period::Hk2), "completed", "{said}");
        assert_ne!(of_cell(said, Period::Hk1), "completed", "{said}");
    }
    assert_eq!(of_cell("HKI: đã làm xong\nHKII: ", Period::Hk1), "completed");
    assert_eq!(of_cell("HKI: đã làm xong\nHKII: ", Period::Hk2), "completed");
    // What is done each half is not done while one half is not.
    assert_ne!(of_cell("HKI: đã tổ chức; HKII: chưa tổ chức", Period::Hk2), "completed");
}

#[test]
fn what_january_told_of_work_that_the_file_of_may_does_not_name_again_stands() {
    const PLANNED: [&str; 4] = [
        "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|",
        "2|1.1|Đủ|Công khai phương hướng phát triển|HT|Tháng 11/2023|",
        "3|2.1|Đủ|Bồi dưỡng giáo viên cốt cán|PHT|Tháng 4/2024|",
        "4|2.1|Đủ|Tổ chức hội giảng|PHT|Tháng 4/2024|",
    ];
    const TOLD: [&str; 4] = [
        "1|1.1|Rà soát kế hoạch chiến lược||Đã xong||",
        "2|1.1|Công khai phương hướng phát triển|||Đang thực hiện|",
        "3|2.1|Bồi dưỡng giáo viên cốt cán||Đã xong||",
        "4|2.1|Tổ chức hội giảng||||Chưa triển khai",
    ];
    let judged = |may: [&str; 2]| {
        let first = [plan(HOA_SEN, &PLANNED), result_of("", "KQ", &TOLD)];
        let desk = Desk::new().file("hoa sen HK1.xlsx", &first).file("hoa sen HK2.xlsx", &[result_of("", "KQ", &may)]);
        desk.at_the_end_of_the_year().judged()
    };
    let read = judged(["1|1.1|Công khai phương hướng phát triển||Đã xong||", "2|2.1|Tổ chức hội giảng||Đã xong||"]);
    assert_eq!(statuses(&read), ["completed"; 4], "{:?}", read.findings);
    assert_eq!((of(&read, "F79").len(), of(&read, "F37").len(), of(&read, "X03").len()), (1, 0, 0));
    let said = message(&read, "F79");
    assert!(said.contains("2 việc") && said.contains("hoa sen HK2.xlsx"), "{said}");
    // Of work that May calls otherwise than the plan, nobody knows which it is: May alone counts, and what it does not name is asked about.
    let read = judged(["1|1.1|Niêm yết công khai chiến lược ở bảng tin||Đã xong||", "2|2.1|Tổ chức hội giảng||Đã xong||"]);
    assert_eq!(of(&read, "F79").len(), 0);
    assert!(!of(&read, "X03").is_empty(), "{:?}", read.findings);
}
