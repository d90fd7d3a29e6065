//! What only comparing shows: who sent what, which version counts, which result speaks of which work, what contradicts what.
//! Each test is the small input that provokes it; what is expected is what a user would see.

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
