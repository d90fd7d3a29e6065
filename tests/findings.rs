//! What only comparing shows: who sent what, which version counts, which result speaks of which work, what contradicts what.
//! Each test is the small input that provokes it; what is expected is what a user would see.

mod around;
mod cells;
mod files;
mod first_half;
mod halves;
mod levels;
mod progress;
mod put_off;
mod quiet;
mod reported;
mod slipped;
mod terms;
mod times;
mod versions;
mod years;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use ctcl::finding::Finding;
use ctcl::intake::Intake;
use ctcl::link;
use ctcl::model::{Period, Status, Submission};
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
    period: Period,
    /// What was read for the first half of the year.
    first_half: Option<Reading>,
}

impl Desk {
    fn new() -> Self {
        Desk::in_year(2023)
    }

    fn in_year(first: i16) -> Self {
        let (register, _) = Register::from_csv(REGISTER.as_bytes(), "danh-sach.csv").expect("a list");
        Desk {
            office: Office { register, ..Office::in_year(first) },
            sources: Vec::new(),
            intake: "Tệp,Ngày nhận\n".to_owned(),
            period: Period::Hk1,
            first_half: None,
        }
    }

    fn file(mut self, name: &str, papers: &[Paper]) -> Self {
        self.sources.push(Source::in_memory(name, workbook(papers)));
        self
    }

    fn received(mut self, name: &str, day: &str) -> Self {
        self.intake.push_str(&format!("{name},{day}\n"));
        self
    }

    fn at_the_end_of_the_year(self) -> Self {
        self.over(Period::Hk2)
    }

    fn over(mut self, period: Period) -> Self {
        self.office.settings.period = Some(period);
        Desk { period, ..self }
    }

    fn deadline(&self) -> Date {
        let month = if self.period == Period::Hk1 { 1 } else { 5 };
        date(self.office.year.second(), month, 10)
    }

    /// Read, linked and checked.
    fn judged(self) -> Reading {
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join("so-nhan.csv");
        std::fs::write(&list, &self.intake).expect("written");
        let intake = Intake::load(&list).expect("a list of receipts");
        let reading = self.office.read(&self.sources);
        let Office { frameworks, register, settings, year, .. } = &self.office;
        let context = link::Context {
            frameworks,
            register: &register.schools,
            intake: &intake,
            year: *year,
            period: self.period,
            deadline: self.deadline(),
            first_half: self.first_half.as_ref(),
        };
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

fn message(reading: &Reading, id: &str) -> String {
    of(reading, id).first().map_or_else(|| format!("no {id}"), |finding| finding.message())
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
fn work_done_in_words_of_what_is_left_or_of_nothing_done_is_told_once_for_a_school() {
    let papers = [
        plan(
            HOA_SEN,
            &[
                "1|1.1|Đủ|Rà soát kế hoạch|HT||",
                "2|1.2|Đủ|Mua máy chiếu|HT||",
                "3|1.3|Đủ|Sửa chữa phòng học|HT||",
                "4|1.4|Đủ|Làm sân chơi|HT||",
            ],
        ),
        result(
            HOA_SEN,
            &[
                "1|1.1|Rà soát kế hoạch||Đã rà soát xong||Không",
                "2|1.2|Mua máy chiếu||Đã mua sắm xong, chưa thanh toán||Không",
                "3|1.3|Sửa chữa phòng học||Đã sửa chữa 5 phòng||Không",
                "4|1.4|Làm sân chơi||Nhà tài trợ đã đồng ý||Không",
            ],
        ),
    ];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let told = of(&read, "X24");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].raw.as_deref(), Some("Đã mua sắm xong, chưa thanh toán"));
    assert!(told[0].message().starts_with("2 việc"), "{}", told[0].message());
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

#[test]
fn a_result_that_names_no_criterion_is_joined_to_the_work_of_the_same_words() {
    let result = |rows: &[&str]| {
        let titles =
            ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN", "Học kỳ I năm học 2023-2024", "TT|Nội dung|Hoàn thành|Chưa hoàn thành|Lý do"];
        sheet("KQ", HOA_SEN, &[&titles[..], rows].concat())
    };
    let works = ["1|1.7|Đủ|Cử giáo viên Tin học đi bồi dưỡng|PHT|Tháng 10/2023|", "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|"];
    let results = ["1|Cử giáo viên Tin học đi bồi dưỡng|x||", "2|Mua 15 máy vi tính||x|Đang đấu thầu"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &works), result(&results)]).judged();
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "not_started"]);
    for id in ["X01", "X02", "X03", "R03", "R06", "C18"] {
        assert!(of(&read, id).is_empty(), "{id}");
    }
    // Which of two works of the same words it is, nobody says.
    let twice = ["1|1.7|Đủ|Mua 15 máy vi tính|PHT|Tháng 10/2023|", "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &twice), result(&results[1..])]).judged();
    assert_eq!((read.actions.len(), of(&read, "X01").len(), of(&read, "X03").len()), (2, 1, 1));
}

#[test]
fn a_result_may_name_its_criterion_within_its_words() {
    let papers = [
        plan(HOA_SEN, &["1|1.3|Đủ|Sửa nhà xe|HT|Tháng 10/2023|"]),
        sheet(
            "KQ",
            HOA_SEN,
            &["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN", "TT|Công việc|Kết quả", "1|Sửa nhà xe (tiêu chí 1.3)|Đã xong"],
        ),
    ];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert_eq!(read.actions.iter().map(|action| action.status.code()).collect::<Vec<_>>(), ["completed"], "{:?}", read.findings);
}

#[test]
fn states_that_stand_over_works_are_theirs() {
    let works = [
        "1|1.7|Đủ|Cử giáo viên Tin học đi bồi dưỡng|PHT|Tháng 10/2023|",
        "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|",
        "3|3.6|Đủ|Xây dựng tủ sách lớp học|TV|Tháng 12/2023|",
    ];
    let within = [
        "TT|Tiêu chí|Công việc|Kết quả",
        "I|Đã hoàn thành||",
        "1|1.7|Cử giáo viên Tin học đi bồi dưỡng|Có chứng chỉ",
        "II|Đang thực hiện||",
        "2|3.5|Mua 15 máy vi tính|",
        "III|Chưa thực hiện||",
        "3|3.6|Xây dựng tủ sách lớp học|",
    ];
    let above = [
        "1. Việc đã làm xong",
        "TT|Tiêu chí|Việc|Kết quả cụ thể",
        "1|1.7|Cử giáo viên Tin học đi bồi dưỡng|Có chứng chỉ",
        "2. Việc đang làm",
        "TT|Tiêu chí|Việc|Đang vướng gì",
        "1|3.5|Mua 15 máy vi tính|Thiếu kinh phí",
        "3. Việc chưa làm",
        "TT|Tiêu chí|Việc|Lý do",
        "1|3.6|Xây dựng tủ sách lớp học|Chưa có kinh phí",
    ];
    let titles = ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN", "Học kỳ I năm học 2023-2024"];
    // Where a row has no cell of its own for it, the state stands in the title.
    for (rows, cells) in [(&within[..], ["D7", "B8", "B10"]), (&above[..], ["A5", "A8", "A11"])] {
        let papers = [plan(HOA_SEN, &works), sheet("KQ", HOA_SEN, &[&titles[..], rows].concat())];
        let read = Desk::new().file("a.xlsx", &papers).judged();
        let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(states, ["completed", "in_progress", "not_started"], "{rows:?}");
        let stated: Vec<String> = read.actions.iter().filter_map(|action| Some(action.result_origin.as_ref()?.cell.to_string())).collect();
        assert_eq!(stated, cells, "{rows:?}");
        assert!(message(&read, "T41").starts_with("Tình trạng của 3 dòng"), "{}", message(&read, "T41"));
    }
}

#[test]
fn a_report_that_is_no_table_is_asked_about() {
    let titles = ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN", "Học kỳ I năm học 2023-2024"];
    let lines = ["1. Tiêu chí 1.7: Cử giáo viên đi bồi dưỡng: đã xong", "2. Tiêu chí 3.5: Mua 15 máy vi tính: đang đấu thầu"];
    let works = ["1|1.7|Đủ|Cử giáo viên Tin học đi bồi dưỡng|PHT|Tháng 10/2023|"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &works), sheet("KQ", HOA_SEN, &[&titles[..], &lines[..]].concat())]).judged();
    assert!(message(&read, "T42").contains("và 2 dòng"), "{}", message(&read, "T42"));
    // A title page has nothing that was to be read.
    let read =
        Desk::new().file("a.xlsx", &[plan(HOA_SEN, &works), sheet("Bìa", HOA_SEN, &[titles[0], "Ban Mai, tháng 01 năm 2024"])]).judged();
    assert!(of(&read, "T42").is_empty());
}
