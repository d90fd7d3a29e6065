//! No row is lost: every filled row below a recognised header is in the dataset or named by a finding, and every file has one state,
//! in whatever order and on however many threads the files are read.

use std::collections::BTreeSet;

use ctcl::finding;
use ctcl::read::Source;
use ctcl::reading::Reading;
use proptest::prelude::{Just, Strategy, any, prop};
use proptest::prop_oneof;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use crate::paper::{Office, Paper, Typed, workbook};

/// Headers whose rows become records.
const HEADERS: &[&[&str]] = &[
    &[
        "TT",
        "Tiêu chuẩn, tiêu chí",
        "Kết quả cần đạt",
        "Công việc/giải pháp cần thực hiện",
        "Chủ trì và phối hợp thực hiện",
        "Thời gian thực hiện và hoàn thành",
        "Dự kiến kinh phí",
        "Ghi chú",
    ],
    &["TT", "Nội dung công việc", "Thời điểm thực hiện"],
    &["TT", "Tiêu chí", "Nội dung kế hoạch", "Tình trạng thực hiện", "Ghi chú"],
    &["Tiêu chuẩn, tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
    &["Tiêu chí", "Mã minh chứng", "Minh chứng cần thu thập", "Nơi thu thập", "Thời gian thu thập"],
];

/// What may stand in a cell, likely or not. No titles of columns: a row of those is a header itself.
const TEXTS: &[&str] = &[
    "Tiêu chí 1.1: Phương hướng, chiến lược",
    "Tiêu chí 1.10",
    "1.10",
    "9.9",
    "Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
    "Tiêu chuẩn : Quan hệ",
    "MỨC 4",
    "MỨC 1, 2, 3",
    "Tổ chức chuyên đề đổi mới phương pháp dạy học",
    "và báo cáo kết quả",
    "Tháng 9/2023",
    "đến tháng 5/2024",
    "Thường xuyên",
    "Hiệu trưởng",
    "5.000.000 đồng",
    "Không",
    "nt",
    "x",
    "-",
    "…",
    ".....",
    "1",
    "(2)",
    "I",
    "Cộng chung",
    "Tổng số các tiêu chí đạt Mức 3: 13/19",
    "Nơi nhận:",
    "HIỆU TRƯỞNG",
    "Quan Hoa, ngày 05 tháng 01 năm 2024",
    "[H1-1.1-01]",
];

#[derive(Debug, Clone)]
struct Mess {
    header: usize,
    rows: Vec<Vec<(u16, Typed)>>,
    merges: Vec<(u32, u16)>,
}

fn mess() -> impl Strategy<Value = Mess> {
    let text = prop::sample::select(TEXTS).prop_map(|text| Typed::Text(text.to_owned()));
    let odd = any::<String>().prop_map(|text| Typed::Text(text.chars().filter(|letter| !letter.is_control()).take(40).collect()));
    let number = prop::sample::select(&[1.1, 1.0, 2.0, 45_000.0, 0.0][..]).prop_map(Typed::Number);
    let typed = prop_oneof![12 => text, 1 => odd, 1 => number, 1 => Just(Typed::Date(2023, 10, 1))];
    let row = prop::collection::vec((0..9_u16, typed), 0..7);
    let merges = prop::collection::vec((0..18_u32, 0..5_u16), 0..3);
    (0..HEADERS.len(), prop::collection::vec(row, 1..18), merges).prop_map(|(header, rows, merges)| Mess { header, rows, merges })
}

/// The sheet, and its first row below the header.
fn paper(mess: &Mess) -> (Paper, u32) {
    let mut paper = Paper::of("Bảng", &["Trường THCS Hoa Sen", "Năm học 2023-2024"]);
    for (column, title) in HEADERS[mess.header].iter().enumerate() {
        paper.text(2, column as u16, title);
    }
    for (at, row) in mess.rows.iter().enumerate() {
        for (column, typed) in row {
            paper = paper.put(3 + at as u32, *column, typed.clone());
        }
    }
    // Apart from one another, and without text below their first cell: as Excel leaves them.
    let mut covered: BTreeSet<(u32, u16)> = BTreeSet::new();
    for &(row, column) in &mess.merges {
        let (row, last) = (3 + row, 4 + row);
        if (row as usize) < mess.rows.len() + 2 && !covered.contains(&(row, column)) && !covered.contains(&(last, column)) {
            covered.extend([(row, column), (last, column)]);
            paper.cells.retain(|(at, of, _)| (*at, *of) != (last, column));
            paper = paper.merged(row, column, last, column);
        }
    }
    (paper, 3)
}

/// The rows of the sheet that a record or a finding accounts for.
fn accounted(reading: &Reading) -> BTreeSet<u32> {
    let origins = (reading.actions.iter().map(|action| &action.origin))
        .chain(reading.actions.iter().filter_map(|action| action.result_origin.as_ref()))
        .chain(reading.reports.iter().map(|report| &report.origin))
        .chain(reading.evidence.iter().map(|evidence| &evidence.origin))
        .chain(reading.assessments.iter().map(|assessment| &assessment.origin));
    let mut rows: BTreeSet<u32> = origins.map(|origin| origin.cell.row).collect();
    for finding in &reading.findings {
        rows.extend(finding.cell.map(|cell| cell.row));
        let lists = [
            &finding::ROWS_NOT_TAKEN,
            &finding::ROW_STITCHED,
            &finding::ROW_STITCHED_DOUBTED,
            &finding::TABLE_WITHOUT_ROWS,
            &finding::FORM_UNFILLED,
            &finding::PART_UNFILLED,
        ];
        if lists.contains(&finding.rule) {
            rows.extend(finding.details.get("rows").into_iter().flat_map(|listed| listed_rows(listed)));
        }
    }
    rows
}

/// The rows of "10, 18-20 (tiêu đề lặp lại); 31 (chữ ký)", counted from 0.
fn listed_rows(listed: &str) -> BTreeSet<u32> {
    let spans = listed.split(';').filter_map(|part| part.split('(').next()).flat_map(|rows| rows.split(','));
    spans
        .filter_map(|span| {
            let mut ends = span.trim().split('-').filter_map(|end| end.parse::<u32>().ok());
            let first = ends.next()?;
            Some(first - 1..ends.next().unwrap_or(first))
        })
        .flatten()
        .collect()
}

#[test]
fn rows_named_by_a_finding_are_counted_from_its_list() {
    assert_eq!(listed_rows("10, 18-20 (tiêu đề lặp lại); 31 (chữ ký)"), [9, 17, 18, 19, 30].into());
}

#[test]
fn every_filled_row_below_a_header_is_a_record_or_named_by_a_finding() {
    let office = Office::in_year(2023);
    let config = Config { cases: 800, failure_persistence: None, ..Config::default() };
    // The same mess every time: a run that fails can be run again.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let tried = runner.run(&mess(), |mess| {
        let (paper, first) = paper(&mess);
        let filled: BTreeSet<u32> = paper
            .cells
            .iter()
            .filter(|(row, _, typed)| *row >= first && !matches!(typed, Typed::Text(text) if text.trim().is_empty()))
            .map(|(row, ..)| *row)
            .collect();
        let reading = office.read(&[Source::in_memory("bang.xlsx", workbook(&[paper]))]);
        let accounted = accounted(&reading);
        let lost: Vec<u32> = filled.difference(&accounted).map(|row| row + 1).collect();
        if !lost.is_empty() {
            let told: Vec<String> = reading.findings.iter().map(|finding| format!("{} {}", finding.rule.id, finding.message())).collect();
            return Err(TestCaseError::fail(format!("rows {lost:?} are nowhere; told:\n{}", told.join("\n"))));
        }
        if reading.submissions.len() != 1 {
            return Err(TestCaseError::fail(format!("{} states for one file", reading.submissions.len())));
        }
        Ok(())
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
}

#[test]
fn the_order_of_the_files_and_the_threads_change_nothing() {
    let office = Office::in_year(2023);
    let sheet = |school: &str, work: &str| {
        Paper::of(
            "KH",
            &[
                school,
                "Năm học 2023-2024",
                "TT|Tiêu chí|Công việc/giải pháp cần thực hiện|Thời gian thực hiện",
                &format!("1|Tiêu chí 1.1|{work}|Tháng 10/2023"),
                "2|Tiêu chí 1.2|Tham mưu xây phòng học|Tháng 11/2023",
            ],
        )
    };
    let result = Paper::of(
        "KQ",
        &[
            "Trường THCS Hoa Sen",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Nội dung kế hoạch|Tình trạng",
            "1|Tiêu chí 1.1|Rà soát hồ sơ|Hoàn thành",
            "2|Tiêu chí 1.2|Tham mưu xây phòng học|Đang thực hiện",
        ],
    );
    let mut sources: Vec<Source> = vec![
        Source::in_memory("a.xlsx", workbook(&[sheet("Trường THCS Hoa Sen", "Rà soát hồ sơ")])),
        Source::in_memory("b.xlsx", workbook(&[result])),
        Source::in_memory("c.xlsx", workbook(&[sheet("Trường Tiểu học Sao Mai", "Bồi dưỡng giáo viên")])),
        Source::in_memory("d.xlsx", workbook(&[sheet("Trường THCS Hoa Sen", "Rà soát hồ sơ lần hai")])),
        Source::in_memory("e.xlsx", workbook(&[sheet("Trường Tiểu học Sao Mai", "Bồi dưỡng giáo viên")])),
        Source::in_memory("hong.xlsx", b"PK\x03\x04 torn".to_vec()),
    ];
    let linked = |sources: &[Source], threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
        pool.install(|| office.link(sources))
    };
    let first = linked(&sources, 1);
    assert_eq!(first.submissions.len(), sources.len(), "one state for each file");
    assert!(first.actions.len() >= 4, "the files are read: {:?}", first.findings);
    for threads in [1, 2, 5] {
        sources.rotate_left(2);
        sources.swap(0, 3);
        let again = linked(&sources, threads);
        assert_eq!(again, first, "with {threads} threads");
    }
}

#[test]
fn a_file_says_the_same_whatever_was_read_before_it_on_the_thread() {
    let (office, later) = (Office::in_year(2023), Office::in_year(2026));
    let folder = crate::program::root().join("sample-data/quan-hoa-phuong/bao-cao");
    let (found, _) = ctcl::read::find(&[folder], &office.settings.limits).expect("the samples are there");
    let mut sources: Vec<Source> = found.into_iter().step_by(3).collect();
    assert!(sources.len() >= 10, "some files to read");
    // A thread of its own remembers nothing.
    let on_a_new_thread = |read: &(dyn Fn() -> Reading + Sync)| {
        rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread").install(read)
    };
    let alone: Vec<Reading> = sources.iter().map(|source| on_a_new_thread(&|| office.read(std::slice::from_ref(source)))).collect();
    let together = |parts: &mut dyn Iterator<Item = &Reading>| {
        let mut whole = Reading::default();
        parts.for_each(|part| whole.absorb(part.clone()));
        whole
    };
    let whole = together(&mut alone.iter());
    assert!(whole.actions.len() > 50 && whole.assessments.len() > 50, "the files are read");
    let read = on_a_new_thread(&|| {
        // Of another year, and all of it twice.
        later.read(&sources);
        office.read(&sources);
        office.read(&sources)
    });
    assert_eq!(read, whole);
    sources.reverse();
    let reversed = together(&mut alone.iter().rev());
    assert_eq!(on_a_new_thread(&|| office.read(&sources)), reversed, "in the other order");
}
