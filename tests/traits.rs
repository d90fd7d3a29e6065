//! Every trait of a school's sheet, one small workbook each: read as meant, told where a guess was made, and the same rows
//! whether it was saved as `.xlsx`, `.ods`, `.xls` or `.xlsb`.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use ctcl::model::Criterion;
use ctcl::read::Source;
use ctcl::reading::Reading;

use crate::hostile::book;
use crate::paper::{Office, Paper, Typed, workbook};

const PLAN: &str = "TT|Tiêu chuẩn, tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện";
const FIRST: &str = "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023";
const FIRST_READ: &str = "1.1 Rà soát hồ sơ @ Tháng 10/2023";
const LAST: &str = "9|Tiêu chí 5.6|Tổng kết năm học|Hiệu trưởng|Tháng 5/2024";
const LAST_READ: &str = "5.6 Tổng kết năm học @ Tháng 5/2024";

struct Trait {
    name: &'static str,
    papers: Vec<Paper>,
    /// Criterion, work and time of each row, in order.
    read: Vec<&'static str>,
    /// Rules that must be told of.
    told: &'static [&'static str],
    /// Formats that cannot hold it: what is stored there is another thing.
    not_in: &'static [&'static str],
}

fn sheet(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"];
    all.extend(rows);
    Paper::of("KH", &all)
}

/// Rows of a plan between a first row and a last one that are as they should be.
fn plan(name: &'static str, rows: &[&str], read: &[&'static str], told: &'static [&'static str]) -> Trait {
    let all: Vec<&str> = [PLAN, FIRST].iter().chain(rows).chain(&[LAST]).copied().collect();
    let read = [FIRST_READ].iter().chain(read).chain(&[LAST_READ]).copied().collect();
    Trait { name, papers: vec![sheet(&all)], read, told, not_in: &[] }
}

/// What stands in the third column of the second row, as it is typed.
fn typed(name: &'static str, column: u16, value: Typed, row: &str, read: &'static str, told: &'static [&'static str]) -> Trait {
    let of = plan(name, &[row], &[read], told);
    Trait { papers: of.papers.into_iter().map(|paper| paper.put(4, column, value.clone())).collect(), ..of }
}

/// The code of the criterion after 1.9, as it is typed.
fn tenth(name: &'static str, code: Typed) -> Trait {
    let rows = ["2|Tiêu chí 1.9|Công khai|Kế toán|Tháng 11/2023", "3||Diễn tập chữa cháy|Hiệu trưởng|Tháng 3/2024"];
    let of = plan(name, &rows, &["1.9 Công khai @ Tháng 11/2023", "1.10 Diễn tập chữa cháy @ Tháng 3/2024"], &["C05"]);
    Trait { papers: of.papers.into_iter().map(|paper| paper.put(5, 1, code.clone())).collect(), ..of }
}

fn traits() -> Vec<Trait> {
    let second = "2|Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 11/2023";
    let second_read = "1.2 Kiện toàn hội đồng @ Tháng 11/2023";
    vec![
        Trait {
            papers: vec![Paper::of(
                "KH",
                &[
                    "UBND XÃ BAN MAI|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "TRƯỜNG THCS HOA SEN|||Độc lập - Tự do - Hạnh phúc",
                    "Số: 12/KH-THCS|||Ban Mai, ngày 05 tháng 9 năm 2023",
                    "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
                    "Năm học 2023-2024",
                    "",
                    PLAN,
                    FIRST,
                    LAST,
                    "",
                    "Nơi nhận:||||HIỆU TRƯỞNG",
                    "- Phòng GDĐT;||||(Ký, đóng dấu)",
                    "- Lưu: VT.",
                ],
            )],
            ..plan("letterhead above, signature and recipients below", &[], &[], &["T06"])
        },
        Trait {
            papers: vec![
                sheet(&[PLAN, FIRST, "", "PHẦN B", PLAN, second]),
                Paper::of("KH tiếp", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", PLAN, LAST]),
            ],
            read: vec![FIRST_READ, second_read, LAST_READ],
            ..plan("several tables on a sheet, several sheets", &[], &[], &[])
        },
        Trait {
            papers: vec![
                sheet(&[
                    "TT|Tiêu chuẩn,\ntiêu chí|Công việc/\ngiải pháp\ncần thực hiện|Chủ  trì|Thời gian\nthực\nhiện",
                    FIRST,
                    "2||Công khai kế hoạch|Hiệu trưởng|Tháng 11/2023",
                    LAST,
                ])
                .merged(3, 1, 4, 1),
            ],
            ..plan("wrapped titles, a criterion merged over its works", &[], &["1.1 Công khai kế hoạch @ Tháng 11/2023"], &[])
        },
        plan("the header again on the next page", &[second, PLAN], &[second_read], &["T06"]),
        plan("a row of column numbers, again on the next page", &[second, "(1)|(2)|(3)|(4)|(5)"], &[second_read], &["T06"]),
        plan("empty rows", &["", "", second, "", ""], &[second_read], &[]),
        Trait {
            papers: vec![sheet(&[
                "|TT|Tiêu chuẩn, tiêu chí||Công việc/giải pháp cần thực hiện|Chủ trì||Thời gian thực hiện",
                "|1|Tiêu chí 1.1||Rà soát hồ sơ|Hiệu trưởng||Tháng 10/2023",
                "|9|Tiêu chí 5.6||Tổng kết năm học|Hiệu trưởng||Tháng 5/2024",
            ])],
            ..plan("empty columns", &[], &[], &[])
        },
        plan(
            "a row broken by the end of a page, inside the time and the criterion",
            &[
                "2|Tiêu chí 1.2: Hội đồng|Kiện toàn hội đồng|Hiệu trưởng|Thời gian bắt",
                "|trường|trường theo quy định||đầu: năm học 2023-2024",
            ],
            &["1.2 Kiện toàn hội đồng trường theo quy định @ Thời gian bắt đầu: năm học 2023-2024"],
            &["R01"],
        ),
        plan(
            "a row that stands one column to the left",
            &["Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 11/2023"],
            &[second_read],
            &["R02"],
        ),
        Trait {
            papers: vec![sheet(&[
                "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
                FIRST,
                second,
                "3|Tiêu chí 1.3|Đại hội chi đoàn|Bí thư|Tháng 10/2023",
                LAST,
            ])],
            ..plan("the header lost", &[], &[second_read, "1.3 Đại hội chi đoàn @ Tháng 10/2023"], &["T05"])
        },
        plan(
            "a standard in the cell of the number",
            &["2 Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh", "1|Tiêu chí 1|Bồi dưỡng cán bộ|Hiệu trưởng|Tháng 4/2024"],
            &["2.1 Bồi dưỡng cán bộ @ Tháng 4/2024"],
            &[],
        ),
        plan(
            "a standard without its number",
            &["|Tiêu chuẩn : Quan hệ giữa nhà trường, gia đình và xã hội", "1|Tiêu chí 2|Phối hợp với địa phương|Hiệu trưởng|Tháng 4/2024"],
            &["4.2 Phối hợp với địa phương @ Tháng 4/2024"],
            &[],
        ),
        plan(
            "a standard continued on the next row",
            &["|Tiêu chuẩn 3: Cơ sở vật chất", "|và thiết bị dạy học", "1|Tiêu chí 6|Bổ sung sách thư viện|Thư viện|Tháng 4/2024"],
            &["3.6 Bổ sung sách thư viện @ Tháng 4/2024"],
            &[],
        ),
        plan(
            "another number in front of a standard",
            &["4|Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục", "1|Tiêu chí 2|Tổ chức hoạt động|Hiệu trưởng|Tháng 4/2024"],
            &["5.2 Tổ chức hoạt động @ Tháng 4/2024"],
            &[],
        ),
        plan(
            "a standard by the name another framework gives it",
            &[
                "|Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ",
                "1|Tiêu chí 2|Tổ chức hoạt động|Hiệu trưởng|Tháng 4/2024",
            ],
            &["5.2 Tổ chức hoạt động @ Tháng 4/2024"],
            &["K22"],
        ),
        plan(
            "leftover tags",
            &["2|<p>Tiêu chí 1.2</p>|<i>Kiện toàn</i> hội đồng<br/>|Hiệu&nbsp;trưởng|<b>Tháng 11/2023</b>"],
            &[second_read],
            &[],
        ),
        plan("placeholder rows", &["…|…|…|…|…", ".....|.....|.....|.....|.....", second, "2|…|||"], &[second_read], &["T06"]),
        plan("numbers typed as text", &["2|1,2|Kiện toàn hội đồng|Hiệu trưởng|Tháng 11/2023"], &[second_read], &[]),
        tenth("1.10 stored as the number 1.1", Typed::Number(1.1)),
        tenth("1.10 stored as a date", Typed::Date(2023, 10, 1)),
        typed("a date stored as a date", 4, Typed::Date(2023, 11, 15), second, "1.2 Kiện toàn hội đồng @ 15/11/2023", &[]),
        Trait {
            papers: vec![sheet(&[PLAN, FIRST, LAST]).put(1_048_575, 16_383, Typed::Text(" ".to_owned()))],
            // Its reader asks for the whole rectangle; refused by the limit on cells.
            not_in: &["ods"],
            ..plan("a ghost cell at the far corner", &[], &[], &[])
        },
        plan(
            "letters apart, look-alikes, odd spaces",
            &["2|Tie\u{302}u chi\u{301}\u{a0}1.2|Kie\u{323}\u{302}n toàn  hội \u{200b}\u{110}ô\u{300}ng|Hiệu trưởng|Tháng\u{a0}11/2023"],
            &["1.2 Kiện toàn hội Đồng @ Tháng 11/2023"],
            &[],
        ),
        plan("as above", &["2|nt|Kiện toàn hội đồng|nt|nt"], &["1.1 Kiện toàn hội đồng @ Tháng 10/2023"], &[]),
        plan(
            "TCVN3 and VNI",
            &[
                "2|Tiªu chÝ 1.2|KiÖn toµn héi ®ång tr\u{ad}êng|HiÖu tr\u{ad}ëng|Th¸ng 11/2023",
                "3|Tieâu chí 1.3|Cuûng coá toå chöùc|Hieäu tröôûng|Thaùng 12/2023",
            ],
            &["1.2 Kiện toàn hội đồng trường @ Tháng 11/2023", "1.3 Củng cố tổ chức @ Tháng 12/2023"],
            &["C06"],
        ),
    ]
}

fn read(name: &str, bytes: Vec<u8>) -> Reading {
    Office::in_year(2023).read(&[Source::in_memory(name, bytes)])
}

fn rows(reading: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = reading.actions.iter().collect();
    actions.sort_by_key(|action| (action.origin.sheet.len(), action.origin.cell));
    let code = |criterion: Option<Criterion>| criterion.map_or("?".to_owned(), |criterion| criterion.to_string());
    let line = |action: &&ctcl::model::Action| {
        let window = action.window.due.map_or("-".to_owned(), |due| due.to_string());
        (format!("{} {} @ {}", code(action.criterion), action.task, action.time_text), window, action.lead.clone())
    };
    actions.iter().map(line).map(|(shown, due, lead)| format!("{shown} | {due} | {lead}")).collect()
}

fn shown(rows: &[String]) -> Vec<String> {
    rows.iter().filter_map(|row| row.split(" | ").next()).map(str::to_owned).collect()
}

#[test]
fn every_trait_is_read_as_meant_and_told_where_it_was_a_guess() {
    let mut wrong = Vec::new();
    for case in traits() {
        let reading = read("bao-cao.xlsx", workbook(&case.papers));
        let found = shown(&rows(&reading));
        if found != case.read {
            wrong.push(format!("{}: read {found:#?}", case.name));
        }
        let ids: BTreeSet<&str> = reading.findings.iter().map(|finding| finding.rule.id).collect();
        wrong.extend(case.told.iter().filter(|id| !ids.contains(*id)).map(|id| format!("{}: {id} is not among {ids:?}", case.name)));
        // What is told is told of something: a clean trait is no reason to stop an officer.
        let loud = reading.findings.iter().filter(|finding| finding.rule.severity == ctcl::finding::Severity::Error);
        wrong.extend(loud.map(|finding| format!("{}: {} {}", case.name, finding.rule.id, finding.message())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_trait_gives_the_same_rows_in_every_format() {
    let root = tempfile::tempdir().expect("a folder");
    let cases = traits();
    for (number, case) in cases.iter().enumerate() {
        fs::write(root.path().join(format!("{number:02}.xlsx")), workbook(&case.papers)).expect("written");
    }
    let profile = format!("-env:UserInstallation=file://{}/{}", if cfg!(windows) { "/" } else { "" }, root.path().join("ho-so").display());
    let mut wrong = Vec::new();
    for ending in ["ods", "xls"] {
        let files = (0..cases.len()).map(|number| root.path().join(format!("{number:02}.xlsx")));
        let ran = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
            .arg(root.path())
            .args(files)
            .output();
        assert!(ran.is_ok_and(|ran| ran.status.success()), "LibreOffice (soffice) is needed to save the sheets in the other formats");
    }
    for (number, case) in cases.iter().enumerate() {
        let meant = rows(&read("bao-cao.xlsx", fs::read(root.path().join(format!("{number:02}.xlsx"))).expect("written")));
        for ending in ["ods", "xls", "xlsb"] {
            let bytes = match ending {
                "xlsb" => match binary(&case.papers) {
                    Some(bytes) => bytes,
                    None => continue,
                },
                _ => fs::read(root.path().join(format!("{number:02}.{ending}"))).expect("LibreOffice saved it"),
            };
            let reading = read(&format!("bao-cao.{ending}"), bytes);
            let found = rows(&reading);
            let refused = reading.findings.iter().any(|finding| finding.rule.severity == ctcl::finding::Severity::Error);
            if found != meant && !(case.not_in.contains(&ending) && found.is_empty() && refused) {
                wrong.push(format!("{} as .{ending}: {found:#?}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One sheet of texts as `.xlsb`; LibreOffice writes none, and ours knows no more.
fn binary(papers: &[Paper]) -> Option<Vec<u8>> {
    let [paper] = papers else { return None };
    let height = paper.cells.iter().map(|(row, ..)| *row).max()? as usize + 1;
    if height > 1_000 || paper.cells.iter().any(|(_, _, typed)| !matches!(typed, Typed::Text(_))) {
        return None;
    }
    let width = paper.cells.iter().map(|(_, column, _)| usize::from(*column)).max()? + 1;
    let mut texts = vec![vec![""; width]; height];
    for (row, column, typed) in &paper.cells {
        if let Typed::Text(text) = typed {
            texts[*row as usize][usize::from(*column)] = text;
        }
    }
    let rows: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
    let merges: Vec<[u32; 4]> = paper.merges.iter().map(|area| [area.0, area.2, u32::from(area.1), u32::from(area.3)]).collect();
    Some(book::packed(&book::xlsb(&rows, &merges)))
}
