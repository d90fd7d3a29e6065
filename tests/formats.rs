//! The same tables, saved as `.xlsx`, `.ods`, `.xls`, `.xlsb`, as XML and as text: the same rows, whatever the office saved them as.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Note, Workbook};
use serde_json::Value;

use crate::hostile::book;
use crate::program::{ctcl, json};

const PLAN: &[&[&str]] = &[
    &["TRƯỜNG THCS HOA SEN"],
    &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"],
    &["Năm học 2023-2024"],
    &[
        "TT",
        "Tiêu chuẩn, tiêu chí",
        "Kết quả cần đạt",
        "Công việc/giải pháp cần thực hiện",
        "Chủ trì và phối hợp thực hiện",
        "Thời gian thực hiện và hoàn thành",
        "Dự kiến kinh phí",
        "Điều kiện hỗ trợ khác",
        "Ghi chú",
    ],
    &["1", "Tiêu chí 1.1", "Có kế hoạch", "Xây dựng kế hoạch phát triển", "Hiệu trưởng", "Tháng 9/2023", "Không", "", ""],
    &["2", "Tiêu chí 3.6", "Đủ sách & báo", "Bổ sung sách thư viện", "Thư viện", "@date", "@number", "", "  ghi chú  "],
    &["3", "Tiêu chí 1.10", "An toàn", "Sửa\nhàng rào", "Bảo vệ", "Đến 31/12/2023", "@formula", "", ""],
];

const ASSESSMENT: &[&[&str]] = &[
    &["TRƯỜNG THCS HOA SEN"],
    &["BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ"],
    &["Tiêu chuẩn, tiêu chí", "Không đạt", "Đạt", "", ""],
    &["", "", "Mức 1", "Mức 2", "Mức 3"],
    &["Tiêu chí 1.1", "", "x", "x", "x"],
    &["Tiêu chí 1.2", "", "x", "", "-"],
    &["Tiêu chí 1.10", "x", "", "", ""],
];

/// First row, first column, last row, last column.
const MERGED: &[(u32, u16, u32, u16)] = &[(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 4)];

fn written() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (name, rows) in [("Ke hoach", PLAN), ("Tu danh gia", ASSESSMENT)] {
        let sheet = workbook.add_worksheet().set_name(name).expect("a name");
        if name == "Tu danh gia" {
            for (first_row, first_column, last_row, last_column) in MERGED {
                sheet.merge_range(*first_row, *first_column, *last_row, *last_column, "", &Format::new()).expect("an area");
            }
        }
        for (row, column, text) in cells(rows) {
            let column = column as u16;
            match text {
                "@date" => sheet.write_with_format(row, column, ExcelDateTime::from_ymd(2023, 12, 15).expect("a day"), &date),
                "@number" => sheet.write_number(row, column, 10_000_000),
                "@formula" => sheet.write_formula(row, column, Formula::new("=2500000*2").set_result("5000000")),
                text => match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, text),
                },
            }
            .expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn cells<'a>(rows: &'a [&'a [&'a str]]) -> impl Iterator<Item = (u32, usize, &'a str)> {
    rows.iter().enumerate().flat_map(|(row, texts)| {
        texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(move |(column, text)| (row as u32, column, *text))
    })
}

/// Every sheet as a text of its own, in UTF-8, fields parted by semicolons, as they show.
const CSV: &str = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

/// LibreOffice, so that the other formats are what an office has. Without it nothing is shown, so the test does not pass.
fn converted(workbook: &Path, format: &str) -> Vec<u8> {
    let ending = format.split(':').next().expect("an ending");
    let mut made = saved(workbook, format);
    assert_eq!(made.len(), 1, "one .{ending}");
    made.remove(0)
}

/// The files that LibreOffice makes of a workbook, by name.
fn saved(workbook: &Path, format: &str) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile =
        format!("-env:UserInstallation=file://{}/{}", if cfg!(windows) { "/" } else { "" }, folder.path().join("ho-so").display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(folder.path().join("ra"))
        .arg(workbook)
        .output()
        .expect("LibreOffice (soffice) is needed to save the table in the other formats");
    let made = fs::read_dir(folder.path().join("ra"))
        .unwrap_or_else(|error| panic!("soffice gave no {format}: {error}\n{}", String::from_utf8_lossy(&ran.stderr)));
    let mut made: Vec<PathBuf> = made.map(|entry| entry.expect("an entry").path()).collect();
    made.sort();
    made.iter().map(|path| fs::read(path).expect("made")).collect()
}

/// The rows that a file of these bytes gives, of which so many are work and so many criteria not met, and what is told of it. The name is always the same: content decides what is read.
fn rows_and_findings(bytes: &[u8], actions: u64, unmet: u64) -> (Vec<Vec<u8>>, Vec<String>) {
    let root = tempfile::tempdir().expect("a folder");
    let input: PathBuf = root.path().join("thcs-hoa-sen.xlsx");
    fs::write(&input, bytes).expect("written");
    let (shown, output) = (input.display().to_string(), root.path().join("ra"));
    let ran = ctcl(&["report", &shown, "--year", "2023-2024", "--quiet", "-o", &output.display().to_string()]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let figures = json(&output.join("thong-ke.json"));
    assert_eq!(figures["actions"]["total"], actions);
    let at_level_1 = figures["by_criterion"].as_array().expect("criteria").iter().filter_map(|row| row["levels"]["1"]["unmet"].as_u64());
    assert_eq!(at_level_1.sum::<u64>(), unmet);
    let rows = ["actions", "assessments"].map(|name| fs::read(output.join(format!("du-lieu/{name}.parquet"))).expect("written"));
    let ran = ctcl(&["check", &shown, "--year", "2023-2024", "--json"]);
    let told: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let findings =
        told["findings"].as_array().expect("findings").iter().filter(|finding| finding["id"] != "F30").map(Value::to_string).collect();
    (rows.to_vec(), findings)
}

#[test]
fn the_same_tables_saved_in_every_format_of_spreadsheets_give_the_same_rows() {
    let root = tempfile::tempdir().expect("a folder");
    let workbook = root.path().join("bang.xlsx");
    let bytes = written();
    fs::write(&workbook, &bytes).expect("written");
    let (rows, findings) = rows_and_findings(&bytes, 3, 1);
    assert!(!findings.iter().any(|finding| finding.contains("\"error\"")), "{findings:#?}");
    for ending in ["ods", "xls", "fods"] {
        let (others, told) = rows_and_findings(&converted(&workbook, ending), 3, 1);
        assert_eq!(told, findings, ".{ending}");
        assert!(others == rows, ".{ending} gives other rows");
    }
}

/// As Excel 2003 and many a program write it, and call it `.xls`.
fn xml_2003() -> String {
    let cell = |row: u32, column: usize, text: &str, merged: &[(u32, u16, u32, u16)]| {
        let area = merged.iter().find(|area| (area.0, usize::from(area.1)) == (row, column));
        let spans =
            area.map_or(String::new(), |area| format!(" ss:MergeAcross=\"{}\" ss:MergeDown=\"{}\"", area.3 - area.1, area.2 - area.0));
        let (more, kind, value) = match text {
            "@date" => (" ss:StyleID=\"ngay\"", "DateTime", "2023-12-15T00:00:00.000".to_owned()),
            "@number" => ("", "Number", "10000000".to_owned()),
            "@formula" => (" ss:Formula=\"=2500000*2\"", "Number", "5000000".to_owned()),
            text if text.parse::<f64>().is_ok() => ("", "Number", text.to_owned()),
            text => ("", "String", text.replace('&', "&amp;").replace('\n', "&#10;")),
        };
        format!("<Cell ss:Index=\"{}\"{spans}{more}><Data ss:Type=\"{kind}\">{value}</Data></Cell>\n", column + 1)
    };
    let sheet = |name: &str, rows: &[&[&str]], merged: &[(u32, u16, u32, u16)]| {
        let row = |at: u32| -> String {
            cells(rows).filter(|found| found.0 == at).map(|(row, column, text)| cell(row, column, text, merged)).collect()
        };
        let rows: String = (0..rows.len() as u32).map(|at| format!("<Row>\n{}</Row>\n", row(at))).collect();
        format!("<Worksheet ss:Name=\"{name}\"><Table>\n{rows}</Table></Worksheet>\n")
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Styles><Style ss:ID=\"ngay\"><NumberFormat ss:Format=\"dd/mm/yyyy\"/></Style></Styles>\n{}{}</Workbook>",
        sheet("Ke hoach", PLAN, &[]),
        sheet("Tu danh gia", ASSESSMENT, MERGED)
    )
}

#[test]
fn the_same_tables_in_the_xml_of_excel_2003_give_the_same_rows() {
    let (rows, findings) = rows_and_findings(&written(), 3, 1);
    let text = xml_2003();
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes(), &wide] {
        let (others, told) = rows_and_findings(bytes, 3, 1);
        assert_eq!(told, findings);
        assert!(others == rows, "other rows");
    }
}

/// Text knows no sheets and no numbers: each sheet is a file, numbers and dates are as they show.
#[test]
fn sheets_saved_as_text_give_their_rows_and_one_called_xls_says_what_it_is() {
    let root = tempfile::tempdir().expect("a folder");
    let workbook = root.path().join("bang.xlsx");
    fs::write(&workbook, written()).expect("written");
    let sheets = saved(&workbook, CSV);
    assert_eq!(sheets.len(), 2);
    let folder = root.path().join("bao-cao");
    fs::create_dir(&folder).expect("a folder");
    for (name, sheet) in ["thcs-hoa-sen-ke-hoach.xls", "thcs-hoa-sen-tu-danh-gia.csv"].iter().zip(&sheets) {
        fs::write(folder.join(name), sheet).expect("written");
    }
    let output = root.path().join("ra");
    let ran = ctcl(&["report", &folder.display().to_string(), "--year", "2023-2024", "--quiet", "-o", &output.display().to_string()]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let figures = json(&output.join("thong-ke.json"));
    assert_eq!((&figures["actions"]["total"], &figures["cost"]["total_vnd"]), (&3.into(), &15_000_000.into()));
    let met = figures["by_criterion"].as_array().expect("criteria").iter().filter_map(|row| row["levels"]["1"]["met"].as_u64());
    assert_eq!(met.sum::<u64>(), 2);
    let told = fs::read_to_string(output.join("van-de.csv")).expect("written");
    assert!(told.contains("Tệp .xls này thực ra là văn bản chia cột (CSV)"), "{told}");
    assert!(!told.contains(";Lỗi;") && !told.contains(",Lỗi,"), "{told}");
}

/// The plan as school software exports it: a web page called `.xls`. Numbers and dates are texts in it.
#[test]
fn a_web_page_called_xls_gives_the_rows_of_its_tables_and_says_what_it_is() {
    let row = |texts: &&[&str]| {
        let written = |text: &&str| match *text {
            "@date" => "15/12/2023".to_owned(),
            "@number" => "10.000.000".to_owned(),
            "@formula" => "5.000.000".to_owned(),
            text => text.replace('&', "&amp;").replace('\n', "<br>"),
        };
        format!("<tr>{}</tr>", texts.iter().map(|text| format!("<td>{}</td>", written(text))).collect::<String>())
    };
    let title = |texts: &&[&str]| format!("<p>{}</p>", texts[0]);
    let (above, table) = PLAN.split_at(3);
    let page = format!(
        "<html><head><meta charset=\"utf-8\"><title>Báo cáo</title></head><body>{}<table border=1>{}</table></body></html>",
        above.iter().map(title).collect::<String>(),
        table.iter().map(row).collect::<String>()
    );
    let root = tempfile::tempdir().expect("a folder");
    let input = root.path().join("thcs-hoa-sen.xls");
    fs::write(&input, page).expect("written");
    let output = root.path().join("ra");
    let ran = ctcl(&["report", &input.display().to_string(), "--year", "2023-2024", "--quiet", "-o", &output.display().to_string()]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let figures = json(&output.join("thong-ke.json"));
    assert_eq!((&figures["actions"]["total"], &figures["cost"]["total_vnd"]), (&3.into(), &15_000_000.into()));
    let told = fs::read_to_string(output.join("van-de.csv")).expect("written");
    assert!(told.contains("Tệp .xls này thực ra là trang web (HTML)"), "{told}");
}

/// A plan in which much is said by how cells look: a month Excel made a day of, `1.10` stored as 1.1, a struck row, a hidden one, a note.
fn told_by_looks() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Ke hoach").expect("a name");
    let month = Format::new().set_num_format("mm/yyyy");
    let short = Format::new().set_num_format("mmm-yy");
    let code = Format::new().set_num_format("0.00");
    let struck = Format::new().set_font_strikethrough();
    let rows = [
        "TRƯỜNG THCS HOA SEN",
        "Năm học 2023-2024",
        "TT|Tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì|Thời gian thực hiện|Kết quả cần đạt",
        "1|Tiêu chí 1.1|Xây dựng kế hoạch phát triển|Hiệu trưởng|@month|@share",
        "2|@code|Sửa hàng rào|Bảo vệ|@short|Đủ",
        "3|Tiêu chí 2.1|Cử người đi học|Hiệu phó|Tháng 12/2023|Đủ",
        "4|Tiêu chí 3.6|Bổ sung sách|Thư viện|Tháng 1/2024|Đủ",
    ];
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(texts.split('|')) {
            let first_of = |year, month| ExcelDateTime::from_ymd(year, month, 1).expect("a day");
            match text {
                "@month" => sheet.write_with_format(row, column, first_of(2023, 10), &month),
                "@short" => sheet.write_with_format(row, column, first_of(2023, 11), &short),
                "@code" => sheet.write_with_format(row, column, 1.1, &code),
                "@share" => sheet.write_with_format(row, column, 0.5, &Format::new().set_num_format("0%")),
                text if row == 5 => sheet.write_with_format(row, column, text, &struck),
                text => sheet.write(row, column, text),
            }
            .expect("a cell");
        }
    }
    sheet.set_row_hidden(6).expect("a row");
    sheet.insert_note(3, 4, &Note::new("Lùi sang tháng 12").add_author_prefix(false)).expect("a note");
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn what_cells_say_by_their_looks_is_read_from_every_format() {
    let root = tempfile::tempdir().expect("a folder");
    let workbook = root.path().join("bang.xlsx");
    let bytes = told_by_looks();
    fs::write(&workbook, &bytes).expect("written");
    let (rows, findings) = rows_and_findings(&bytes, 4, 0);
    for id in ["T07", "T27"] {
        assert!(findings.iter().any(|finding| finding.contains(id)), "{id}: {findings:#?}");
    }
    for ending in ["ods", "xls", "fods"] {
        let (others, told) = rows_and_findings(&converted(&workbook, ending), 4, 0);
        // Strokes are not read from .ods.
        let told_of = |findings: &[String]| -> Vec<String> {
            findings.iter().filter(|finding| !ending.ends_with("ods") || !finding.contains("T26")).cloned().collect()
        };
        assert_eq!(told_of(&told), told_of(&findings), ".{ending}");
        assert!(others == rows, ".{ending} gives other rows");
    }
}

#[test]
fn the_same_table_saved_as_xlsb_gives_the_same_rows() {
    let areas: String = MERGED
        .iter()
        .map(|(first_row, first_column, last_row, last_column)| {
            let letter = |column: &u16| char::from(b'A' + *column as u8);
            format!("<mergeCell ref=\"{}{}:{}{}\"/>", letter(first_column), first_row + 1, letter(last_column), last_row + 1)
        })
        .collect();
    let part = book::sheet(&book::rows(ASSESSMENT)).replace("</sheetData>", &format!("</sheetData><mergeCells>{areas}</mergeCells>"));
    let merges: Vec<[u32; 4]> = MERGED.iter().map(|area| [area.0, area.2, u32::from(area.1), u32::from(area.3)]).collect();
    let (rows, findings) = rows_and_findings(&book::packed(&book::xlsx(&[part])), 0, 1);
    let (others, told) = rows_and_findings(&book::packed(&book::xlsb(ASSESSMENT, &merges)), 0, 1);
    assert_eq!(told, findings);
    assert!(others == rows, ".xlsb gives other rows");
}

/// As Excel for the web and SharePoint name them, in the way of other producers: the same workbook.
#[test]
fn parts_under_other_names_and_in_another_hand_are_read_the_same() {
    let renamed = |name: &str| {
        let name = name.replace("xl/workbook.xml", "xl/workbook22.xml").replace("workbook.xml.rels", "workbook22.xml.rels");
        name.replace("sharedStrings.xml", "sharedStrings3.xml").replace("styles.xml", "styles7.xml")
    };
    let by_hand = |name: &str, content: &str| {
        if !name.starts_with("xl/worksheets/sheet") {
            return content.to_owned();
        }
        content.replace("<v>", "<!-- a value --><v>").replace("t=\"s\"", "t='s'").replace("<row r=\"1\"", "<row").replace("</v>", "\n</v>")
    };
    let rows = |bytes: &[u8]| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.xlsx"), bytes).expect("written");
        let out = folder.path().join("out");
        let told = ctcl(&[
            "report",
            folder.path().join("a.xlsx").to_str().expect("a path"),
            "-o",
            out.to_str().expect("a path"),
            "--year",
            "2023-2024",
            "--period",
            "hk1",
        ]);
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let of = |name: &str| fs::read(out.join("du-lieu").join(name)).expect("rows");
        (of("actions.parquet"), of("assessments.parquet"), fs::read_to_string(out.join("van-de.csv")).expect("findings"))
    };
    let own = written();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&own)).expect("a zip");
    let mut members: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut member, &mut content).expect("text");
        let content = by_hand(&name, &content);
        let content = if name.ends_with(".rels") || name.contains("Content_Types") {
            content
                .replace("workbook.xml", "workbook22.xml")
                .replace("sharedStrings.xml", "sharedStrings3.xml")
                .replace("styles.xml", "styles7.xml")
        } else {
            content
        };
        members.push((renamed(&name), content.into_bytes()));
    }
    assert!(members.iter().any(|(name, _)| name == "xl/styles7.xml"));
    assert_eq!(rows(&book::packed(&members)), rows(&own));
}
