//! A second engine computes the workbook: LibreOffice, from the formulas alone, must come to every figure the program wrote.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::program::{generate, report};

/// Fewer would mean that the sheets hold values where formulas are promised.
const LEAST_FORMULAS: usize = 500;

/// Recalculate on load, always: LibreOffice otherwise believes what a file says its formulas come to.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

#[test]
fn another_program_computes_every_formula_of_the_district_to_the_figure_written() {
    compare("sample-data/quan-hoa-phuong", LEAST_FORMULAS);
}

#[test]
fn another_program_computes_every_formula_of_the_commune_to_the_figure_written() {
    compare("sample-data/xa-ban-mai", LEAST_FORMULAS);
}

#[test]
fn another_program_computes_every_formula_of_120_schools_to_the_figure_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = folder.path().join("quan");
    generate(120, &made);
    compare(&made.display().to_string(), 10_000);
}

fn compare(input: &str, least: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    report(&[&format!("{input}/bao-cao"), "--config", &format!("{input}/ctcl.toml")], &folder.path().join("ket-qua"));
    let written = folder.path().join("ket-qua/tong-hop.xlsx");
    let bare = folder.path().join("khong-ket-qua.xlsx");
    let forgotten = without_results(&written, &bare);
    let computed = recomputed(&bare, folder.path());

    let mut ours: Xlsx<_> = open_workbook(&written).expect("our workbook opens");
    let mut theirs: Xlsx<_> = open_workbook(&computed).expect("the recomputed workbook opens");
    let (mut compared, mut wrong) = (0, Vec::new());
    for sheet in ours.sheet_names() {
        let formulas = ours.worksheet_formula(&sheet).expect("the sheet's formulas");
        let (values, others) = (ours.worksheet_range(&sheet).expect("our values"), theirs.worksheet_range(&sheet).expect("their values"));
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            let place = (top + row as u32, left + column as u32);
            let (value, other) = (values.get_value(place), others.get_value(place));
            compared += 1;
            if !same(value, other) {
                wrong.push(format!("{sheet} {place:?}: we wrote {value:?}, LibreOffice computes {other:?}: {formula}"));
            }
        }
    }
    assert!(compared > least, "only {compared} formulas");
    assert_eq!(forgotten, compared, "LibreOffice was shown results it could copy");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    println!("{input}: {compared} formulas");
}

fn same(ours: Option<&Data>, theirs: Option<&Data>) -> bool {
    let number = |value: Option<&Data>| match value {
        Some(Data::Int(number)) => Some(*number as f64),
        Some(Data::Float(number)) => Some(*number),
        Some(Data::DateTime(day)) => Some(day.as_f64()),
        _ => None,
    };
    match (number(ours), number(theirs)) {
        (Some(ours), Some(theirs)) => (ours - theirs).abs() < 1e-9,
        (None, None) => match (ours, theirs) {
            (Some(Data::String(ours)), Some(Data::String(theirs))) => ours == theirs,
            (None | Some(Data::Empty), None | Some(Data::Empty)) => true,
            _ => false,
        },
        _ => false,
    }
}

/// The workbook with no formula's result in it, so that nothing can be copied instead of computed; how many there were.
fn without_results(from: &Path, to: &Path) -> usize {
    let mut parts = ZipArchive::new(File::open(from).expect("the workbook")).expect("a package");
    let mut bare = ZipWriter::new(File::create(to).expect("created"));
    let mut forgotten = 0;
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).expect("listed");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("readable");
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(bytes).expect("XML is text");
            let mut pieces = text.split("</f><v>");
            let mut rest = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                forgotten += 1;
                rest.push_str("</f>");
                rest.push_str(piece.split_once("</v>").expect("a result has an end").1);
            }
            bytes = rest.into_bytes();
        }
        bare.start_file(name, SimpleFileOptions::default()).expect("a part");
        bare.write_all(&bytes).expect("written");
    }
    bare.finish().expect("a package");
    forgotten
}

/// Opened and saved by LibreOffice, with a profile of its own.
fn recomputed(workbook: &Path, folder: &Path) -> PathBuf {
    let (profile, output) = (folder.join("ho-so"), folder.join("tinh-lai"));
    fs::create_dir_all(profile.join("user")).expect("a folder");
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).expect("written");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .args([&output, workbook])
        .output()
        .unwrap_or_else(|error| panic!("This test needs LibreOffice: soffice is not to be started ({error}); install libreoffice-calc."));
    let computed = output.join(workbook.file_name().expect("a name"));
    assert!(
        computed.is_file(),
        "LibreOffice wrote nothing: {}{}",
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr)
    );
    computed
}

#[test]
fn a_wrong_figure_would_be_noticed() {
    let (three, text) = (Data::Int(3), Data::String("3".to_owned()));
    assert!(same(Some(&three), Some(&Data::Float(3.0))));
    for (ours, theirs) in [(Some(&three), None), (Some(&three), Some(&text)), (Some(&three), Some(&Data::Float(3.1)))] {
        assert!(!same(ours, theirs), "{ours:?} {theirs:?}");
    }
}

/// Marks one criterion unmet that was met and sets one piece of work 40 days back, as an officer would on the data sheets.
const CORRECTION: &str = r#"
import datetime, sys, warnings, openpyxl
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])
day = datetime.datetime.fromisoformat(sys.argv[3])
def rows(sheet):
    area = list(sheet[next(iter(sheet.tables.values())).ref])
    titles = [cell.value for cell in area[0]]
    return [dict(zip(titles, row)) for row in area[1:]]
def on_time(row):
    due = row["Hạn hoàn thành"].value
    return due and due >= day and row["Tình trạng"].value == "Đang thực hiện" and not row["Hạn do suy đoán"].value
met = next(row for row in rows(book["Dữ liệu đánh giá"]) if row["Khóa trường"].value and row["Kết quả"].value == "Đạt" and row["Mức"].value == 1)
met["Kết quả"].value = "Không đạt"
work = next(row for row in rows(book["Dữ liệu"]) if row["Khóa trường"].value and on_time(row))
work["Hạn hoàn thành"].value = day - datetime.timedelta(days=40)
book.save(sys.argv[2])
"#;

#[test]
fn a_row_that_an_officer_corrects_moves_every_figure_that_counts_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = "sample-data/xa-ban-mai";
    let figures = report(&[&format!("{input}/bao-cao"), "--config", &format!("{input}/ctcl.toml")], &folder.path().join("ket-qua"));
    let written = folder.path().join("ket-qua/tong-hop.xlsx");
    let corrected = folder.path().join("da-sua.xlsx");
    let day = figures["as_of"].as_str().expect("a day");
    // The one that the system's packages are installed for may not come first.
    let mut said = String::new();
    let done = ["python3", "/usr/bin/python3", "python"].into_iter().any(|python| {
        let ran = Command::new(python).args(["-X", "utf8", "-c", CORRECTION]).args([&written, &corrected]).arg(day).output();
        ran.is_ok_and(|ran| {
            said.push_str(&String::from_utf8_lossy(&ran.stderr));
            ran.status.success()
        })
    });
    assert!(done, "This test needs Python with openpyxl (python3-openpyxl): {said}");
    let computed = recomputed(&corrected, folder.path());
    let mut before: Xlsx<_> = open_workbook(&written).expect("our workbook opens");
    let mut after: Xlsx<_> = open_workbook(&computed).expect("the recomputed workbook opens");
    let mut moved = |sheet: &str| {
        let (ours, theirs) = (before.worksheet_range(sheet).expect("our values"), after.worksheet_range(sheet).expect("their values"));
        let changed = ours.used_cells().filter_map(|(row, column, value)| {
            let (top, left) = ours.start().unwrap_or_default();
            let other = theirs.get_value((top + row as u32, left + column as u32));
            (!same(Some(value), other)).then(|| (value.clone(), other.cloned().unwrap_or_default()))
        });
        changed.collect::<Vec<_>>()
    };
    let mut steps = |sheet: &str| {
        // Of shares at least one end is no whole number.
        let whole = |value: &Data| value.as_f64().filter(|number| number.fract() == 0.0);
        let counts = moved(sheet).into_iter();
        let mut steps: Vec<i64> = counts.filter_map(|(before, after)| Some((whole(&after)? - whole(&before)?) as i64)).collect();
        steps.sort_unstable();
        steps
    };
    // Of its kind of school and of all, certain and both together, in its age and in all ages.
    assert_eq!(steps("Tổng quan"), [1, 1, 1, 1, 1, 1]);
    assert_eq!(steps("Việc quá hạn"), [1, 1, 1, 1]);
    let standards = steps("Theo tiêu chuẩn");
    assert_eq!((standards.iter().filter(|step| **step == -1).count(), standards.iter().filter(|step| **step == 1).count()), (2, 2));
    let matrix = moved("Trường × tiêu chí");
    assert!(matrix.iter().any(|(_, after)| after.to_string().ends_with('▲')), "{matrix:?}");
    assert!(matrix.iter().any(|(_, after)| after.to_string().starts_with('0')), "{matrix:?}");
    let criteria = moved("Mức đạt theo tiêu chí");
    assert!(criteria.contains(&(Data::Float(3.0), Data::Float(2.0))), "{criteria:?}");
}
