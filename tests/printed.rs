//! What the sheets come to on paper: one page wide, and in letters that can be read.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use zip::ZipArchive;

use crate::program::{ctcl, generate, report};

/// The body of every sheet, in points.
const BODY: f64 = 12.0;
const LEAST_PRINTED: f64 = 7.0;
/// A4 less the margins, in inches.
const SHORT: f64 = 8.27 - 1.18;
const LONG: f64 = 11.69 - 1.18;

#[test]
fn every_sheet_is_printed_one_page_wide_in_letters_of_seven_points_or_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    let shown = |name: &str| place(name).display().to_string();
    let sample = |name: &str| [format!("sample-data/{name}/bao-cao"), "--config".to_owned(), format!("sample-data/{name}/ctcl.toml")];
    let run = |name: &str, more: &[&str], output: &str| {
        let arguments = sample(name);
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        arguments.extend(more);
        report(&arguments, &place(output));
    };
    run("quan-hoa-phuong", &["--group-by", "xa,loai-hinh"], "quan");
    run("huyen-suoi-may", &[], "suoi");
    run("xa-ban-mai", &["--store", &shown("kho")], "hk1");
    run("xa-ban-mai-cuoi-nam", &["--store", &shown("kho"), "--previous", &shown("hk1")], "cuoi-nam");
    let rolled = ctcl(&["rollup", &shown("quan"), &shown("suoi"), "--config", "sample-data/tinh-ngan-hoa/ctcl.toml", "-o", &shown("tinh")]);
    assert!(rolled.status.success(), "{}", String::from_utf8_lossy(&rolled.stderr));
    let mut small = Vec::new();
    for output in ["quan", "suoi", "hk1", "cuoi-nam", "tinh"] {
        for book in ["tong-hop.xlsx", "bieu-so.xlsx"] {
            for (number, size) in sizes(&place(output).join(book)) {
                if size < LEAST_PRINTED {
                    small.push(format!("{output}/{book}, sheet {number}: {size:.2}"));
                }
            }
        }
    }
    assert!(small.is_empty(), "{small:#?}");
}

/// The printed size of the body of each sheet that is seen.
fn sizes(book: &Path) -> Vec<(usize, f64)> {
    let mut parts = ZipArchive::new(File::open(book).expect("a workbook")).expect("a package");
    let mut text = |name: &str| {
        let mut text = String::new();
        parts.by_name(name).ok()?.read_to_string(&mut text).expect("XML is text");
        Some(text)
    };
    let workbook = text("xl/workbook.xml").expect("a workbook has its part");
    (1..)
        .map_while(|number| text(&format!("xl/worksheets/sheet{number}.xml")).map(|sheet| (number, sheet)))
        .filter(|(_, sheet)| sheet.contains("<pageSetup"))
        .map(|(number, sheet)| {
            assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"), "sheet {number} is one page wide");
            let area = format!("name=\"_xlnm.Print_Area\" localSheetId=\"{}\"", number - 1);
            let last =
                workbook.split(&area).nth(1).and_then(|rest| rest.split(':').nth(1)).map(|cell| column(cell.trim_start_matches('$')));
            let width: f64 = columns(&sheet, last.unwrap_or(usize::MAX));
            let paper = if sheet.contains("orientation=\"landscape\"") { LONG } else { SHORT };
            (number, BODY * (paper * 96.0 / width).min(1.0))
        })
        .collect()
}

/// The width of the columns up to the last that is printed, in pixels; Times New Roman 12 has digits of 8.
fn columns(sheet: &str, last: usize) -> f64 {
    let value = |column: &str, name: &str| -> f64 {
        let text = column.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        text.and_then(|text| text.parse().ok()).expect("a column has its attributes")
    };
    let widths = sheet.split("<col ").skip(1).map(|column| {
        let (from, to) = (value(column, "min") as usize, (value(column, "max") as usize).min(last));
        (to + 1).saturating_sub(from) as f64 * (value(column, "width") * 8.0).round()
    });
    widths.sum()
}

/// `AB` of `AB$120` as a number.
fn column(cell: &str) -> usize {
    cell.bytes().take_while(u8::is_ascii_uppercase).fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1)
}

/// Titles and headings that a page of a table begins with, above its rows.
const OPENINGS: [&str; 9] = ["TT", "STT", "Tiêu chí", "Tiêu chuẩn", "Khoản", "Mức", "Kỳ", "Bộ tiêu chuẩn", "Số trường"];
/// The first lines of a page hold its titles, wrapped as they may be.
const FIRST_LINES: usize = 9;
/// A page of fewer lines is a signature or a row that was left over; the first of a sheet of fewer, a title alone.
const LEAST_LINES: usize = 6;
const LEAST_FIRST_LINES: usize = 11;
/// Every sheet begins so.
const LETTERHEAD: &str = "Sở GD&ĐT tỉnh Ngàn Hoa";

#[test]
fn no_page_is_a_title_alone_or_a_rest_and_every_page_says_what_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = folder.path().join("quan");
    generate(60, &made);
    let output = folder.path().join("ket-qua");
    report(&[&made.join("bao-cao").display().to_string(), "--config", &made.join("ctcl.toml").display().to_string()], &output);
    let pages = pages(&output.join("tong-hop.xlsx"), folder.path());
    let mut wrong = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let mut tell = |what: &str| wrong.push(format!("page {}: {what}: {:?}", index + 1, &lines[..lines.len().min(4)]));
        if !page.contains(&format!("Trang {}/{}", index + 1, pages.len())) {
            tell("no number");
        }
        let is_first = page.trim_start().starts_with(LETTERHEAD);
        if lines.len() < if is_first { LEAST_FIRST_LINES } else { LEAST_LINES } {
            tell("hardly anything on it");
        }
        if page.contains("###") {
            tell("a number that does not fit");
        }
        let opens = |line: &&str| OPENINGS.iter().any(|opening| line.starts_with(opening) || line.contains(&format!(" {opening} ")));
        if !is_first && !lines.iter().take(FIRST_LINES).any(opens) {
            tell("no titles");
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pages.len(), wrong.join("\n"));
    // What nobody signs stays on the screen.
    assert!(pages.len() < MOST_PAGES, "{} pages", pages.len());
}

/// Of 60 schools; with all lists it would be more than a hundred.
const MOST_PAGES: usize = 75;

/// The text of every page that LibreOffice prints.
fn pages(book: &Path, folder: &Path) -> Vec<String> {
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("ho-so").display()))
        .args(["--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .args([folder, book])
        .output()
        .unwrap_or_else(|error| panic!("This test needs LibreOffice: soffice is not to be started ({error}); install libreoffice-calc."));
    let printed = folder.join(book.with_extension("pdf").file_name().expect("a name"));
    assert!(printed.is_file(), "LibreOffice printed nothing: {}", String::from_utf8_lossy(&ran.stderr));
    let text = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&printed)
        .arg("-")
        .output()
        .unwrap_or_else(|error| panic!("This test needs pdftotext ({error}); install poppler-utils."));
    let text = String::from_utf8(text.stdout).expect("asked for UTF-8");
    text.split_terminator('\u{c}').map(str::to_owned).collect()
}
