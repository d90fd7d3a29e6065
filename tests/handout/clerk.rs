//! What a clerk does to a form beside filling it in: nothing of it costs a doubt, and no work counts twice.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::filled::fill;
use super::{Office, assert_clean, findings};

/// What is done to the sheet of the plan, by openpyxl, which knows nothing of the stamp in the document properties either.
const HABITS: &str = r#"
import os, sys, openpyxl
from openpyxl.worksheet.cell_range import CellRange
source, folder = sys.argv[1:]

def rows_put_in(sheet, at, count):
    merged = [str(area) for area in sheet.merged_cells.ranges]
    for area in merged: sheet.unmerge_cells(area)
    sheet.insert_rows(at, count)
    for area in map(CellRange, merged):
        if area.min_row >= at: area.shift(row_shift=count)
        sheet.merge_cells(area.coord)

def widened(book, sheet, first):
    sheet.column_dimensions["D"].width = 70
    for row in range(5, 30): sheet.row_dimensions[row].height = 44

def empty_rows(book, sheet, first):
    rows_put_in(sheet, first + 1, 2)
    rows_put_in(book["Tự đánh giá"], 12, 1)

def sorted_otherwise(book, sheet, first):
    for column in range(2, sheet.max_column + 1):
        one, other = sheet.cell(first, column), sheet.cell(first + 1, column)
        one.value, other.value = other.value, one.value

def copied(book, sheet, first):
    book.copy_worksheet(sheet).title = sheet.title + " (2)"

def more_sheets(book, sheet, first):
    book.create_sheet("Sheet1")["A1"] = "Ghi chú riêng của văn thư"
    book.move_sheet("Sheet1", -len(book.sheetnames))

def saved(book, sheet, first): pass

for habit in (saved, widened, empty_rows, sorted_otherwise, copied, more_sheets):
    book = openpyxl.load_workbook(source)
    sheet = book["V. Kế hoạch" if "V. Kế hoạch" in book.sheetnames else "Kế hoạch"]
    first = next(cell.row for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith("Tiêu chí 1.1"))
    habit(book, sheet, first)
    book.save(os.path.join(folder, habit.__name__ + ".xlsx"))
"#;

fn after_every_habit(form: &Path, folder: &Path) {
    let mut said = String::new();
    for python in ["python3", "/usr/bin/python3", "python"] {
        let Ok(ran) = Command::new(python).args(["-X", "utf8", "-c", HABITS]).args([form, folder]).output() else { continue };
        if ran.status.success() {
            return;
        }
        said.push_str(&String::from_utf8_lossy(&ran.stderr));
    }
    panic!("This test needs Python with openpyxl (python3-openpyxl): {said}");
}

#[test]
fn what_clerks_do_to_a_form_is_harmless() {
    for (year, pick, works) in [("2023-2024", "09200002", 6), ("2026-2027", "09300003", 5)] {
        let office = Office::of(year);
        let files = office.handed_out("mau", &[]);
        let form = files.iter().find(|file| file.to_string_lossy().contains(pick)).expect("the school's form");
        let filled = office.path("a.xlsx");
        fs::write(&filled, fill(&fs::read(form).expect("a file"), office.first_year())).expect("written");
        let folder = office.path("nop");
        fs::create_dir(&folder).expect("a folder");
        after_every_habit(&filled, &folder);
        for file in super::files(&folder) {
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            let checked = office.check(&file, &[]);
            assert_clean(&checked);
            assert_eq!(checked["submissions"][0]["school_ids"], serde_json::json!([pick]), "{name}");
            assert_eq!(findings(&checked, &["F44"]).len(), usize::from(name == "copied"), "{name}: {checked:#}");
            let output = office.path(&format!("ket-qua-{name}"));
            let arguments = [&file.display().to_string(), "-o", &output.display().to_string(), "--quiet", "--figures-only"];
            assert!(office.run("report", &arguments).status.success(), "{name}");
            let figures: Value = crate::program::json(&output.join("thong-ke.json"));
            assert_eq!(figures["actions"]["total"], works, "{name}");
            assert_eq!(figures["actions"]["no_report"], 0, "{name}");
        }
    }
}
