//! What only comparing shows: who sent what, which version counts, which result speaks of which work, what contradicts what.
//! Each test is the small input that provokes it; what is expected is what a user would see.

mod quiet;
mod times;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use ctcl::finding::Finding;
use ctcl::intake::Intake;
use ctcl::link;
use ctcl::model::{Status, Submission};
use ctcl::read::{Source, find};
use ctcl::reading::Reading;
use ctcl::register::Register;
use ctcl::settings::Limits;
use jiff::civil::{Date, date};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::paper::{Office, Paper, workbook};

const PLAN: &str = "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện|Dự kiến kinh phí";
const RESULT: [&str; 2] = [
    "TT|Tiêu chuẩn, tiêu chí|Nội dung kế hoạch||Kết quả thực hiện||",
    "||được xây dựng đầu năm|đã được điều chỉnh|những công việc đã triển khai xong|đang triển khai hoặc chậm (lý do)|chưa triển khai",
];
const REGISTER: &str = "Mã trường,Tên trường,Loại hình,Xã/phường,Tên khác\n\
    09900001,Trường THCS Hoa Sen,THCS,Xã Ban Mai,Trường THCS Sen Hồng\n\
    09900002,Trường Tiểu học Bình Minh,Tiểu học,Xã Ban Mai,\n\
    09900003,Trường Tiểu học Bình Minh,Tiểu học,Phường Suối Mơ,\n\
    09900004,Trường TH&THCS Đại Bàng,Nhiều cấp học,Xã Ban Mai,\n\
    09900005,Trường PTDTBT THCS Chim Én,THCS,Xã Ban Mai,\n\
    09900006,Trường Mầm non Hoa Mai,Mầm non,Xã Ban Mai,\n";

/// The files of an office, and what it knows beforehand.
struct Desk {
    office: Office,
    sources: Vec<Source>,
    intake: String,
}

impl Desk {
    fn new() -> Self {
        Desk::in_year(2023)
    }

    fn in_year(first: i16) -> Self {
        let (register, _) = Register::from_csv(REGISTER.as_bytes(), "danh-sach.csv").expect("a list");
        Desk { office: Office { register, ..Office::in_year(first) }, sources: Vec::new(), intake: "Tệp,Ngày nhận\n".to_owned() }
    }

    fn file(mut self, name: &str, papers: &[Paper]) -> Self {
        self.sources.push(Source::in_memory(name, workbook(papers)));
        self
    }

    fn received(mut self, name: &str, day: &str) -> Self {
        self.intake.push_str(&format!("{name},{day}\n"));
        self
    }

    fn deadline(&self) -> Date {
        date(self.office.year.second(), 1, 10)
    }

    /// Read, linked and checked.
    fn judged(self) -> Reading {
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join("so-nhan.csv");
        std::fs::write(&list, &self.intake).expect("written");
        let intake = Intake::load(&list).expect("a list of receipts");
        let reading = self.office.read(&self.sources);
        let Office { frameworks, register, settings, year, .. } = &self.office;
        let context = link::Context { frameworks, register: &register.schools, intake: &intake, year: *year, deadline: self.deadline() };
        let mut reading = link::link(reading, context);
        let target_level = |id: &str| frameworks.get(id).map_or(1, |framework| settings.target_level(framework));
        ctcl::check::all(&mut reading, &ctcl::check::Context { frameworks, target_level: &target_level });
        reading
    }
}

/// A sheet with a letterhead above the rows.
fn sheet(name: &str, school: &str, rows: &[&str]) -> Paper {
    let mut all = vec![school, "Năm học 2023-2024"];
    all.extend(rows);
    Paper::of(name, &all)
}

fn plan(school: &str, rows: &[&str]) -> Paper {
    sheet("KH", school, &[&[PLAN], rows].concat())
}

fn result(school: &str, rows: &[&str]) -> Paper {
    sheet("KQ", school, &[&RESULT, rows].concat())
}

fn of<'a>(reading: &'a Reading, id: &str) -> Vec<&'a Finding> {
    reading.findings.iter().filter(|finding| finding.rule.id == id).collect()
}

/// `Mua sách: completed` for each work, in the order of the rows.
fn work(reading: &Reading) -> Vec<String> {
    reading.actions.iter().map(|action| format!("{}: {}", action.task, action.status.code())).collect()
}

fn states(reading: &Reading) -> BTreeMap<&str, &'static str> {
    reading.submissions.iter().map(|Submission { file, state, .. }| (file.as_ref(), state.code())).collect()
}

const HOA_SEN: &str = "TRƯỜNG THCS HOA SEN";

#[test]
fn a_result_that_lists_several_works_speaks_for_each() {
    let read = Desk::new()
        .file(
            "a.xlsx",
            &[
                plan(
                    HOA_SEN,
                    &[
                        "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 10/2023|",
                        "2|1.1|Đủ|Công khai phương hướng phát triển|HT|Tháng 11/2023|",
                    ],
                ),
                result(HOA_SEN, &["1|1.1|Rà soát kế hoạch chiến lược; công khai phương hướng phát triển||Đã xong||Không"]),
            ],
        )
        .judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch chiến lược: completed", "Công khai phương hướng phát triển: completed"]);
    assert_eq!(of(&read, "X16").len(), 1);
}

#[test]
fn results_of_the_parts_of_one_work_come_to_one() {
    let read = Desk::new()
        .file(
            "a.xlsx",
            &[
                plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch chiến lược; công khai phương hướng phát triển|HT|Tháng 10/2023|"]),
                result(
                    HOA_SEN,
                    &["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||Không", "2|1.1|Công khai phương hướng phát triển||||Chưa triển khai"],
                ),
            ],
        )
        .judged();
    assert_eq!(read.actions.len(), 1);
    assert_eq!(read.actions[0].status, Status::InProgress);
    assert_eq!(of(&read, "X17").len(), 1);
}

#[test]
fn works_that_differ_by_a_number_or_a_verb_are_not_joined_in_silence() {
    let read = Desk::new()
        .file(
            "a.xlsx",
            &[
                plan(
                    HOA_SEN,
                    &[
                        "1|1.1|Đủ|Tập huấn cho giáo viên về chuyển đổi số đợt 1|HT|Tháng 10/2023|",
                        "2|3.5|Đủ|Mua sắm máy tính phòng Tin học năm học này|HT|Tháng 11/2023|",
                    ],
                ),
                result(
                    HOA_SEN,
                    &[
                        "1|1.1|Tập huấn cho giáo viên về chuyển đổi số đợt 2||Đã xong||Không",
                        "2|3.5|Sửa chữa máy tính phòng Tin học năm học này||Đã xong||Không",
                    ],
                ),
            ],
        )
        .judged();
    let told: Vec<_> = of(&read, "X01").into_iter().chain(of(&read, "X02")).filter_map(|finding| finding.cell).collect();
    assert_eq!(told.len(), 2, "{:?}", read.findings);
}

#[test]
fn a_mark_that_is_also_a_title_is_a_mark() {
    let rows = [
        "Tiêu chuẩn, tiêu chí|Kết quả|||",
        "|Không đạt|Đạt||",
        "||Mức 1|Mức 2|Mức 3",
        "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường||Đạt|Đạt|Đạt",
        "Tiêu chí 1.2||Đạt|Đạt|-",
        "Tiêu chí 1.3|Không đạt|||",
    ];
    let read = Desk::new().file("a.xlsx", &[sheet("TĐG", HOA_SEN, &rows)]).judged();
    let verdicts: Vec<String> =
        read.assessments.iter().map(|row| format!("{}/{} {}", row.criterion, row.level, row.result.code())).collect();
    assert_eq!(verdicts, ["1.1/1 met", "1.1/2 met", "1.1/3 met", "1.2/1 met", "1.2/2 met", "1.3/1 unmet", "1.3/2 unmet", "1.3/3 unmet"]);
}

#[test]
fn a_bundle_may_hold_workbooks_uncompressed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cum-1.zip");
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.xlsx", "b/c.ods"] {
        bundle.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).expect("started");
        bundle.write_all(&workbook(&[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])])).expect("written");
    }
    std::fs::write(&path, bundle.finish().expect("finished").into_inner()).expect("written");
    let (sources, _) = find(&[path], &Limits::default()).expect("found");
    assert_eq!(sources.iter().map(|source| source.name.as_ref()).collect::<Vec<_>>(), ["cum-1.zip/a.xlsx", "cum-1.zip/b/c.ods"]);
}

#[test]
fn the_offices_list_speaks_for_every_copy_of_a_file() {
    let papers = [plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])];
    let read = Desk::new()
        .file("thcs hoa sen - ban sao.xlsx", &papers)
        .file("thcs hoa sen.xlsx", &papers)
        .received("thcs hoa sen.xlsx", "12/01/2024")
        .judged();
    assert_eq!(states(&read), BTreeMap::from([("thcs hoa sen - ban sao.xlsx", "accepted"), ("thcs hoa sen.xlsx", "duplicate")]));
    assert!(read.submissions.iter().all(|submission| submission.received_on == Some(date(2024, 1, 12))));
    assert_eq!(of(&read, "S26").len(), 0);
}

#[test]
fn a_school_outside_the_register_keeps_the_name_of_its_papers() {
    let name = |school: &str| {
        let read = Desk::new().file("a.xlsx", &[plan(school, &["1|1.1|Đủ|Rà soát|HT||"])]).judged();
        read.schools.into_iter().find(|school| !school.registered).map(|school| (school.id, school.name))
    };
    for (written, id, shown) in [
        ("TRƯỜNG TH&THCS LÁ PHONG", "th-thcs-la-phong", "Trường TH&THCS Lá Phong"),
        ("Trường THCS và THPT Lá Phong", "thcs-thpt-la-phong", "Trường THCS&THPT Lá Phong"),
        ("TRƯỜNG PTDTBT THCS LÁ PHONG", "thcs-la-phong", "Trường PTDTBT THCS Lá Phong"),
        ("TRƯỜNG MẦM NON LÁ PHONG", "mam-non-la-phong", "Trường Mầm non Lá Phong"),
    ] {
        assert_eq!(name(written), Some((id.to_owned(), shown.to_owned())), "{written}");
    }
}

/// A self-assessment: each criterion with its marks under Không đạt, Mức 1, Mức 2, Mức 3.
fn assessment(school: &str, rows: &[&str]) -> Paper {
    let head = ["Tiêu chuẩn, tiêu chí|Không đạt|Đạt||", "||Mức 1|Mức 2|Mức 3"];
    sheet("TĐG", school, &[&head, rows].concat())
}

/// Every criterion of the framework met up to `level`, save those said otherwise.
fn assessed(framework: &str, level: u8, otherwise: &[&str]) -> Vec<String> {
    let office = Office::in_year(2023);
    let framework = office.frameworks.get(framework).expect("built in");
    let row = |code: String, top: u8| match otherwise.iter().find(|row| row.starts_with(&format!("{code}|"))) {
        Some(row) => (*row).to_owned(),
        None => format!("{code}||{}", (1..=top).map(|_| "x").collect::<Vec<_>>().join("|")),
    };
    framework
        .criteria
        .iter()
        .map(|info| row(info.criterion.to_string(), info.levels.iter().copied().filter(|of| *of <= level).max().unwrap_or(1)))
        .collect()
}

fn lines(rows: &[String]) -> Vec<&str> {
    rows.iter().map(String::as_str).collect()
}

fn message(reading: &Reading, id: &str) -> String {
    of(reading, id).first().map_or_else(|| format!("no {id}"), |finding| finding.message())
}

#[test]
fn a_level_that_is_declared_otherwise_tells_what_is_missing() {
    let mut rows = assessed("tt18-2018", 2, &["2.2||x", "3.6|x||"]);
    rows.push("".to_owned());
    rows.push("Mức đánh giá của trường: Mức 2".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X04"), "Trường tự nhận Mức 2, theo các tiêu chí là Mức 0. Để đạt Mức 1 còn thiếu: 3.6.");
}

#[test]
fn level_2_without_level_1_is_told_where_every_level_is_marked() {
    let rows = assessed("tt18-2018", 2, &["2.2|||x"]);
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert!(message(&read, "X05").starts_with("Tiêu chí 2.2 đánh dấu Mức 2 nhưng không đánh dấu Mức 1"));
}

#[test]
fn weak_criteria_without_work_and_work_for_what_is_met_are_told_once() {
    let rows = assessed("tt18-2018", 3, &["2.2|x||", "2.3|x||", "3.1||x"]);
    let papers = [assessment(HOA_SEN, &lines(&rows)), plan(HOA_SEN, &["1|1.2|Đủ|Kiện toàn hội đồng|HT||", "2|2.3|Đủ|Bồi dưỡng|HT||"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let weak: Vec<String> = of(&read, "X12").iter().map(|finding| finding.message()).collect();
    assert_eq!(
        weak,
        [
            "1 tiêu chí chưa đạt Mức 1 mà không có việc nào trong kế hoạch: 2.2.",
            "1 tiêu chí chưa đạt Mức 2 mà không có việc nào trong kế hoạch: 3.1."
        ]
    );
    assert_eq!(message(&read, "X11"), "1 tiêu chí đã tự đánh giá đạt đủ các mức mà vẫn có việc cải tiến: 1.2.");
}

#[test]
fn a_standard_with_too_few_or_too_many_rows_is_told() {
    let mut rows = assessed("tt18-2018", 2, &[]);
    rows.retain(|row| !row.starts_with("1.10|"));
    rows.push("5.6||x|x".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X07"), "Bảng tự đánh giá thiếu 1 tiêu chí: Tiêu chuẩn 1 có 9/10 (thiếu 1.10).");
    assert!(message(&read, "X20").starts_with("Tiêu chuẩn 5 có 7 dòng tiêu chí trong khi bộ tiêu chuẩn có 6: tiêu chí 5.6"));
}

#[test]
fn totals_in_words_are_checked_against_the_table() {
    let mut rows = assessed("tt18-2018", 2, &["2.2||x"]);
    rows.push("Tổng số các tiêu chí đạt Mức 2: 28/28 tỷ lệ 100%".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X08"), "Trường ghi Mức 2: 28/28, đếm trong bảng là 27/28.");
}

#[test]
fn totals_in_words_belong_to_the_school_they_stand_below() {
    let total = |number: u8| format!("Tổng số các tiêu chí đạt Mức 1: {number}/27");
    let rows = |school: &str, number: u8| {
        vec![school.to_owned(), "Năm học 2023-2024".to_owned(), PLAN.to_owned(), "1|1.1|Đủ|Rà soát|HT||".to_owned(), total(number)]
    };
    let (one, other) = (rows("TRƯỜNG TIỂU HỌC MỘT NẮNG", 20), rows("TRƯỜNG TIỂU HỌC HAI SƯƠNG", 21));
    let all: Vec<&str> = one.iter().chain(&other).map(String::as_str).collect();
    let read = Desk::new().file("cum 1.xlsx", &[Paper::of("Cụm", &all)]).judged();
    let mut declared: Vec<String> = read.declarations.iter().map(|declaration| format!("{declaration:?}")).collect();
    declared.sort();
    assert_eq!(declared.len(), 2, "{declared:?}");
    assert!(declared[0].contains("tieu-hoc-hai-suong") && declared[0].contains("met: 21"), "{declared:?}");
    assert!(declared[1].contains("tieu-hoc-mot-nang") && declared[1].contains("met: 20"), "{declared:?}");
    assert_eq!(read.actions.len(), 2);
}

#[test]
fn dates_that_cannot_be_are_told() {
    let rows = [
        "1|1.1|Đủ|Rà soát|HT|Từ 30/10/2023 đến 15/9/2023|",
        "2|1.2|Đủ|Kiện toàn|HT|Tháng 10/2022|",
        "3|1.3|Đủ|Củng cố|HT|Giai đoạn 2023-2028|",
    ];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows)]).judged();
    assert!(message(&read, "X18").contains("có hạn 15/09/2023 trước ngày bắt đầu 30/10/2023"), "{}", message(&read, "X18"));
    assert_eq!(of(&read, "C07").len(), 0, "said once");
    assert_eq!(
        of(&read, "X09").iter().map(|finding| finding.message()).collect::<Vec<_>>(),
        ["Hạn 31/10/2022 nằm ngoài thời gian của kế hoạch năm học 2023-2024."]
    );
    let two = "TT|Tiêu chuẩn, tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Bắt đầu|Kết thúc";
    let read = Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &[two, "1|1.1|Rà soát|HT|10/2023|9/2023"])]).judged();
    assert_eq!(of(&read, "X18").len(), 1);
    assert_eq!(read.actions[0].window.due, None);
}

#[test]
fn documents_whose_dates_disagree_are_told() {
    let below = |date: &str| ["1|1.1|Đủ|Rà soát|HT||".to_owned(), String::new(), format!("||||Ban Mai, {date}")];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &lines(&below("ngày 05 tháng 10 năm 2021")))]).judged();
    assert_eq!(message(&read, "X19"), "Ngày ghi trên văn bản không khớp: ghi ngày 05/10/2021, ngoài năm học 2023-2024.");
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &lines(&below("ngày 05 tháng 10 năm 2023")))]).judged();
    assert_eq!(of(&read, "X19").len(), 0);
    let early = ["1|1.1|Rà soát||Đã xong||Không", "", "||||Ban Mai, ngày 01 tháng 9 năm 2023"];
    let papers = [plan(HOA_SEN, &lines(&below("ngày 05 tháng 10 năm 2023"))), result(HOA_SEN, &early)];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert!(message(&read, "X19").contains("kết quả thực hiện ghi ngày 01/09/2023, trước ngày của kế hoạch là 05/10/2023"));
}

#[test]
fn results_in_the_words_of_the_plan_or_of_another_school_are_told() {
    let row = |school: &str, done: &str| {
        [
            plan(school, &["1|1.1|Đủ|Rà soát, điều chỉnh kế hoạch chiến lược của trường|HT|Tháng 10/2023|"]),
            result(school, &[&format!("1|1.1|Rà soát, điều chỉnh kế hoạch chiến lược của trường||{done}||Không")]),
        ]
    };
    let done = "Đã tổ chức 02 buổi họp lấy ý kiến và công bố trên trang tin của trường";
    let read = Desk::new()
        .file("a.xlsx", &row(HOA_SEN, "Rà soát, điều chỉnh kế hoạch chiến lược của trường"))
        .file("b.xlsx", &row("TRƯỜNG TH&THCS ĐẠI BÀNG", done))
        .file("c.xlsx", &row("TRƯỜNG PTDTBT THCS CHIM ÉN", done))
        .judged();
    assert_eq!(of(&read, "X10").len(), 1);
    assert_eq!(of(&read, "X13").len(), 2);
}

#[test]
fn titles_and_circulars_of_another_framework_are_told() {
    let rows = ["|Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ", "1|5.1|Đủ|Đổi mới dạy học|HT||"];
    let mut paper = plan(HOA_SEN, &rows);
    paper.text(1, 0, "Năm học 2023-2024, theo Thông tư số 19/2018/TT-BGDĐT");
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    assert_eq!(of(&read, "K22").len(), 1, "{:?}", read.findings);
    assert_eq!(
        message(&read, "K26"),
        "Văn bản dẫn Thông tư 19/2018/TT-BGDĐT, trong khi năm học này trường theo Thông tư 18/2018/TT-BGDĐT."
    );
}

#[test]
fn an_old_form_among_new_ones_is_told_and_does_not_move_the_school() {
    let old = ["1|1.10|Đủ|Giữ an ninh trường học|HT||", "2|5.6|Đủ|Nâng kết quả giáo dục|HT||", "3|3.6|Đủ|Bổ sung sách|HT||"];
    let mut paper = plan(HOA_SEN, &old);
    paper.text(1, 0, "Năm học 2026-2027");
    let new =
        ["TRƯỜNG THCS HOA SEN", "Năm học 2026-2027", "Tiêu chuẩn, Tiêu chí|Không đạt Mức 1|Đạt|", "||Mức 1|Mức 2", "1.1||x|x", "1.2||x|"];
    let read = Desk::in_year(2026).file("a.xlsx", &[paper, Paper::of("TĐG", &new)]).judged();
    let framework = |id: &str| read.schools.iter().find(|school| school.id == id).and_then(|school| school.framework.clone());
    assert_eq!(framework("09900001").as_deref(), Some("tt57-2026-pho-thong"));
    assert!(!of(&read, "K23").is_empty());
    assert_eq!(of(&read, "K25").len(), 1, "{:?}", read.findings);
}

#[test]
fn schools_of_one_name_are_told_apart_by_commune_or_asked_about() {
    let owner = |lines: [&str; 2]| {
        let rows = [lines[0], lines[1], PLAN, "1|1.1|Đủ|Rà soát|HT||"];
        let read = Desk::new().file("bao cao.xlsx", &[Paper::of("KH", &rows)]).judged();
        read.actions.first().map_or_else(|| message(&read, "S22"), |action| action.school_id.clone())
    };
    assert_eq!(owner(["UBND PHƯỜNG SUỐI MƠ", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900003");
    assert_eq!(owner(["UBND XÃ BAN MAI", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900002");
    assert!(owner(["", "TRƯỜNG TIỂU HỌC BÌNH MINH"]).contains("09900002") && owner(["", "TRƯỜNG TIỂU HỌC BÌNH MINH"]).contains("09900003"));
    assert_eq!(owner(["Mã trường: 09900003", "TRƯỜNG TIỂU HỌC BÌNH MINH"]), "09900003");
    assert_eq!(owner(["", "Trường THCS Sen Hồng"]), "09900001");
    for name in ["TRƯỜNG TH VÀ THCS ĐẠI BÀNG", "Trường Tiểu học và THCS Đại Bàng", "TRƯỜNG TH & THCS ĐẠI BÀNG", "TRƯỜNG TH-THCS ĐẠI BÀNG"]
    {
        assert_eq!(owner(["", name]), "09900004", "{name}");
    }
    for name in ["TRƯỜNG PTDTBT THCS CHIM ÉN", "Trường PTDT bán trú THCS Chim Én", "TRƯỜNG THCS CHIM ÉN"] {
        assert_eq!(owner(["", name]), "09900005", "{name}");
    }
}

#[test]
fn of_several_files_the_newest_counts_by_receipt_or_by_name() {
    let version = |work: &str| [plan(HOA_SEN, &[&format!("1|1.1|Đủ|{work}|HT||"), "2|1.2|Đủ|Kiện toàn hội đồng|HT||"])];
    let by_receipt = Desk::new()
        .file("thcs hoa sen a.xlsx", &version("Bản sau"))
        .file("thcs hoa sen b.xlsx", &version("Bản trước"))
        .received("thcs hoa sen a.xlsx", "08/01/2024")
        .received("THCS Hoa Sen B.xlsx", "05/01/2024")
        .judged();
    assert_eq!(states(&by_receipt), BTreeMap::from([("thcs hoa sen a.xlsx", "accepted"), ("thcs hoa sen b.xlsx", "superseded")]));
    assert!(work(&by_receipt).contains(&"Bản sau: no_report".to_owned()));
    let by_name = Desk::new()
        .file("hoa sen lan 2.xlsx", &version("Bản sau"))
        .file("hoa sen lan 1.xlsx", &version("Bản trước"))
        .received("hoa sen lan 1.xlsx", "08/01/2024")
        .received("hoa sen lan 2.xlsx", "08/01/2024")
        .judged();
    assert_eq!(states(&by_name), BTreeMap::from([("hoa sen lan 1.xlsx", "superseded"), ("hoa sen lan 2.xlsx", "accepted")]));
    let undecided = Desk::new()
        .file("hoa sen a.xlsx", &version("Một"))
        .file("hoa sen b.xlsx", &version("Hai"))
        .received("hoa sen a.xlsx", "08/01/2024")
        .received("hoa sen b.xlsx", "08/01/2024")
        .judged();
    assert_eq!(of(&undecided, "F38").len(), 1);
    assert_eq!(undecided.actions.len(), 2, "one of the two counts");
}

#[test]
fn forms_of_one_school_in_several_files_complete_each_other() {
    let read = Desk::new()
        .file("hoa sen - ke hoach.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch|HT||"])])
        .file("hoa sen - ket qua.xlsx", &[result(HOA_SEN, &["1|1.1|Rà soát kế hoạch||Đã xong||Không"])])
        .judged();
    assert_eq!(work(&read), ["Rà soát kế hoạch: completed"]);
    assert!(states(&read).values().all(|state| *state == "accepted"));
}

#[test]
fn a_sheet_that_was_copied_counts_once_and_one_changed_since_is_told() {
    let rows = ["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 10/2023|", "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|lúc nào rảnh|"];
    let named = |name: &str, rows: &[&str]| Paper { name: name.to_owned(), ..plan(HOA_SEN, rows) };
    let reports =
        result(HOA_SEN, &["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||Không", "2|1.2|Kiện toàn hội đồng trường||Đã xong||Không"]);
    let copied = Desk::new().file("a.xlsx", &[named("KH", &rows), named("KH (2)", &rows), reports.clone()]).judged();
    assert_eq!(work(&copied), ["Rà soát kế hoạch chiến lược: completed", "Kiện toàn hội đồng trường: completed"]);
    assert_eq!(message(&copied, "F44"), "Trang này có 2 dòng giống hệt trang \"KH\"; chỉ tính một lần.");
    assert_eq!(of(&copied, "F44")[0].sheet.as_deref(), Some("KH (2)"));
    assert!(copied.findings.iter().filter(|finding| finding.sheet.as_deref() == Some("KH (2)")).count() == 1, "{:#?}", copied.findings);

    let changed = [rows[0], rows[1], "3|2.1|Đủ|Bồi dưỡng giáo viên|HT|Tháng 3/2024|"];
    let both = Desk::new().file("a.xlsx", &[named("KH", &rows), named("KH (2)", &changed), reports]).judged();
    assert_eq!(both.actions.len(), 5);
    assert!(message(&both, "F45").starts_with("2 trong 3 việc ở trang này cũng có ở trang \"KH\""), "{}", message(&both, "F45"));

    // Sheets that complete each other are none of this.
    let parts = Desk::new().file("a.xlsx", &[named("KH 1", &rows[..1]), named("KH 2", &rows[1..])]).judged();
    assert!(of(&parts, "F44").is_empty() && of(&parts, "F45").is_empty());
}

#[test]
fn a_later_file_with_a_few_criteria_does_not_wipe_out_the_rest() {
    let full: Vec<String> = (1..=9).map(|number| format!("{number}|1.{number}|Đủ|Việc số {number} của kế hoạch|HT||")).collect();
    let read = Desk::new()
        .file("hoa sen.xlsx", &[plan(HOA_SEN, &lines(&full))])
        .file("hoa sen bo sung.xlsx", &[plan(HOA_SEN, &["1|1.3|Đủ|Việc đã sửa|HT||", "2|2.1|Đủ|Việc thêm|HT||"])])
        .received("hoa sen.xlsx", "05/01/2024")
        .received("hoa sen bo sung.xlsx", "08/01/2024")
        .judged();
    assert_eq!(read.actions.len(), 10);
    assert!(!work(&read).iter().any(|work| work.contains("Việc số 3")));
    assert_eq!(states(&read), BTreeMap::from([("hoa sen bo sung.xlsx", "accepted"), ("hoa sen.xlsx", "accepted")]));
    assert!(message(&read, "F42").contains("chỉ có 1 trong 9 tiêu chí"), "{}", message(&read, "F42"));
}

#[test]
fn a_result_without_a_plan_and_a_plan_without_a_result_are_told() {
    let papers = [
        plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch|HT||", "2|1.2|Đủ|Kiện toàn hội đồng trường|HT||"]),
        result(HOA_SEN, &["1|1.1|Rà soát kế hoạch||Đã xong||Không", "2|3.5|Mua máy chiếu||Đã mua||Không"]),
    ];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert!(message(&read, "X03").contains("Kiện toàn hội đồng trường"));
    assert!(message(&read, "X02").contains("Mua máy chiếu"));
    assert_eq!(message(&read, "X14"), "Trường có báo cáo nhưng không thấy biểu: Tự đánh giá.");
}

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
fn the_list_of_receipts_finds_names_however_their_letters_are_composed() {
    let apart = "Trươ\u{300}ng THCS Hoa Sen.xlsx";
    let read =
        Desk::new().file(apart, &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"])]).received("Trường THCS Hoa Sen.xlsx", "12/01/2024").judged();
    assert_eq!(read.submissions[0].received_on, Some(date(2024, 1, 12)));
    assert_eq!(read.submissions[0].file.as_ref(), apart, "shown as given");
}

#[test]
fn totals_in_words_alone_are_a_self_assessment() {
    let rows = ["Tổng số các tiêu chí đạt Mức 1: 28/28 tỷ lệ 100%", "Tổng số các tiêu chí đạt Mức 3: 13/20 tỷ lệ 65%"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"]), sheet("TĐG", HOA_SEN, &rows)]).judged();
    assert_eq!(read.declarations.len(), 2);
    assert_eq!(of(&read, "T09").len(), 0);
    assert!(message(&read, "T20").ends_with("lấy các số này: Mức 1: 28/28; Mức 3: 13/20."), "{}", message(&read, "T20"));
    assert_eq!(message(&read, "X14"), "Trường có báo cáo nhưng không thấy biểu: Kết quả thực hiện.");
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
