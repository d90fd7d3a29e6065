//! What a clerk does to a form beside filling it in: it costs no doubt and no work counts twice, or what is lost by it is told.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::filled::fill;
use super::{Office, assert_clean, findings};

/// What is done to the sheets of a form, by openpyxl, which knows nothing of the stamp in the document properties either.
const HABITS: &str = r#"
import os, sys, openpyxl
from openpyxl.worksheet.cell_range import CellRange
source, folder, *habits = sys.argv[1:]

def moved(sheet, change, place):
    merged = [CellRange(str(area)) for area in sheet.merged_cells.ranges]
    for area in merged: sheet.unmerge_cells(area.coord)
    change()
    for area in map(place, merged):
        if area and area.size["rows"] * area.size["columns"] > 1: sheet.merge_cells(area.coord)

def rows_put_in(sheet, at, count):
    def place(area):
        if area.min_row >= at: area.shift(row_shift=count)
        return area
    moved(sheet, lambda: sheet.insert_rows(at, count), place)

def taken_out(first, last, at):
    return None if first == last == at else (first - (first > at), last - (last >= at))

def row_taken_out(sheet, at):
    def place(area):
        rows = taken_out(area.min_row, area.max_row, at)
        return rows and CellRange(min_col=area.min_col, max_col=area.max_col, min_row=rows[0], max_row=rows[1])
    moved(sheet, lambda: sheet.delete_rows(at), place)

def column_taken_out(sheet, title):
    at = titled(sheet, title).column
    def place(area):
        columns = taken_out(area.min_col, area.max_col, at)
        return columns and CellRange(min_row=area.min_row, max_row=area.max_row, min_col=columns[0], max_col=columns[1])
    moved(sheet, lambda: sheet.delete_cols(at), place)

def titled(sheet, title):
    return next(cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith(title))

def coded(sheet, column):
    return [row for row in range(1, sheet.max_row) if str(sheet.cell(row, column).value or "").startswith("Tiêu chí ")]

# Nothing is lost by these.
def saved(book, sheet, code): pass

def widened(book, sheet, code):
    sheet.column_dimensions["D"].width = 70
    for row in range(5, 30): sheet.row_dimensions[row].height = 44

def empty_rows(book, sheet, code):
    rows_put_in(sheet, code.row + 1, 2)
    rows_put_in(book["Tự đánh giá"], 12, 1)

def sorted_otherwise(book, sheet, code):
    for column in range(2, sheet.max_column + 1):
        one, other = sheet.cell(code.row, column), sheet.cell(code.row + 1, column)
        one.value, other.value = other.value, one.value

def sorted_backwards(book, sheet, code):
    rows = [row for row in coded(sheet, code.column) if not isinstance(sheet.cell(row, 3), openpyxl.cell.cell.MergedCell)]
    rows = rows[:5]
    texts = [[sheet.cell(row, column).value for column in range(2, sheet.max_column + 1)] for row in rows]
    for row, line in zip(rows, reversed(texts)):
        for column, text in enumerate(line, 2): sheet.cell(row, column).value = text

def copied(book, sheet, code):
    book.copy_worksheet(sheet).title = sheet.title + " (2)"

def more_sheets(book, sheet, code):
    book.create_sheet("Sheet1")["A1"] = "Ghi chú riêng của văn thư"
    book.move_sheet("Sheet1", -len(book.sheetnames))

def renamed(book, sheet, code):
    for number, sheet in enumerate(list(book), 1): sheet.title = f"Sheet{number}"

def unlocked_and_retitled(book, sheet, code):
    for other in book: other.protection.sheet = False
    titled(sheet, "Thời gian thực hiện").value = "Thời hạn hoàn thành"

def lead_merged(book, sheet, code):
    lead = titled(sheet, "Chủ trì") if sheet.title == "Kế hoạch" else titled(sheet, "Đơn vị/cá nhân phụ trách")
    sheet.merge_cells(start_row=code.row, end_row=code.row + 2, start_column=lead.column, end_column=lead.column)

def without_stamp_row(book, sheet, code):
    for other in book: row_taken_out(other, other.max_row)

def without_letterhead(book, sheet, code):
    for other in book:
        for _ in range(4): row_taken_out(other, 1)

def without_name_on_one(book, sheet, code):
    row_taken_out(sheet, sheet.max_row)
    row_taken_out(sheet, 2)

def without_title_of_standard(book, sheet, code):
    row_taken_out(sheet, titled(sheet, "Tiêu chuẩn 1").row)

def without_notes(book, sheet, code):
    column_taken_out(sheet, "Ghi chú" if sheet.title == "Kế hoạch" else "Thông tin, dữ liệu")

# Something is lost by these.
def without_times(book, sheet, code): column_taken_out(sheet, "Thời gian thực hiện")
def without_tasks(book, sheet, code): column_taken_out(sheet, "Công việc/giải pháp")
def without_done(book, sheet, code): column_taken_out(book["Kết quả"], "những công việc đã")
def without_level(book, sheet, code): column_taken_out(book["Tự đánh giá"], "Mức 2")
def without_report(book, sheet, code): book.remove(book["Kết quả"])

def without_any_name(book, sheet, code):
    without_stamp_row(book, sheet, code)
    without_letterhead(book, sheet, code)

def without_titles(book, sheet, code): row_taken_out(sheet, titled(sheet, "TT").row)

def marks_pasted(book, sheet, code):
    page = book["Tự đánh giá"]
    level = titled(page, "Mức 2").column
    marked = [row for row in range(1, page.max_row) if page.cell(row, level).value == "x"]
    for row, mark in zip(marked, ["Đạt", "v", 1, True, "gần được"]): page.cell(row, level).value = mark

def own_row(book, sheet, code):
    rows_put_in(sheet, code.row + 1, 1)
    row = ["Tiêu chí 1.1", "Đủ sách", "Mua thêm sách cho thư viện", "Hiệu trưởng", "12/2023", "1.000.000đ"]
    for column, text in enumerate(row, 2): sheet.cell(code.row + 1, column).value = text

def criteria_merged(book, sheet, code):
    sheet.merge_cells(start_row=code.row, end_row=code.row + 1, start_column=code.column, end_column=code.column)

def codes_emptied(book, sheet, code):
    for row in coded(sheet, code.column)[:4]: sheet.cell(row, code.column).value = None

for habit in habits:
    book = openpyxl.load_workbook(source)
    sheet = book["V. Kế hoạch" if "V. Kế hoạch" in book.sheetnames else "Kế hoạch"]
    globals()[habit](book, sheet, titled(sheet, "Tiêu chí 1.1"))
    book.save(os.path.join(folder, habit + ".xlsx"))
"#;

const HARMLESS: &[&str] = &[
    "saved",
    "widened",
    "empty_rows",
    "sorted_otherwise",
    "sorted_backwards",
    "copied",
    "more_sheets",
    "renamed",
    "unlocked_and_retitled",
    "lead_merged",
    "without_stamp_row",
    "without_letterhead",
    "without_name_on_one",
    "without_title_of_standard",
    "without_notes",
];

/// Habit, what is told of it, and what is left to count: works, of these not reported, criteria met at Mức 2.
type Told = (&'static str, &'static [&'static str], [u64; 3]);

const TOLD: &[Told] = &[
    ("without_times", &["T23"], [6, 0, 27]),
    ("without_tasks", &["T02", "X14"], [6, 0, 27]),
    ("without_done", &["T02", "X14"], [6, 6, 27]),
    ("without_level", &["T02", "X14"], [6, 0, 0]),
    ("without_report", &["X14"], [6, 6, 27]),
    ("without_titles", &["T05"], [6, 0, 27]),
    ("marks_pasted", &["C10"], [6, 0, 26]),
    ("own_row", &["X03"], [7, 1, 27]),
    ("criteria_merged", &["X02", "X03"], [7, 1, 27]),
    ("codes_emptied", &["R06"], [6, 0, 27]),
];

fn after(habits: &[&str], form: &Path, folder: &Path) {
    let mut said = String::new();
    for python in ["python3", "/usr/bin/python3", "python"] {
        let Ok(ran) = Command::new(python).args(["-X", "utf8", "-c", HABITS]).args([form, folder]).args(habits).output() else { continue };
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
        after(HARMLESS, &filled, &folder);
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

#[test]
fn what_a_clerk_breaks_is_told_and_the_rest_counts() {
    let office = Office::of("2023-2024");
    let files = office.handed_out("mau", &[]);
    let form = files.iter().find(|file| file.to_string_lossy().contains("09300003")).expect("the school's form");
    let filled = office.path("a.xlsx");
    fs::write(&filled, fill(&fs::read(form).expect("a file"), office.first_year())).expect("written");
    let folder = office.path("nop");
    fs::create_dir(&folder).expect("a folder");
    let habits: Vec<&str> = TOLD.iter().map(|(habit, ..)| *habit).chain(["without_any_name"]).collect();
    after(&habits, &filled, &folder);
    let nobodys = folder.join("without_any_name.xlsx").display().to_string();
    let ran = office.run("check", &[&nobodys]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("Không tìm thấy tên trường"), "{}", String::from_utf8_lossy(&ran.stderr));
    for (habit, told, [works, unreported, met]) in TOLD {
        let file = folder.join(format!("{habit}.xlsx"));
        let checked = office.check(&file, &[]);
        for id in *told {
            assert!(!findings(&checked, &[*id]).is_empty(), "{habit}: {id} is not told: {checked:#}");
        }
        let output = office.path(&format!("ket-qua-{habit}"));
        let arguments = [&file.display().to_string(), "-o", &output.display().to_string(), "--quiet", "--figures-only"];
        let ran = office.run("report", &arguments);
        assert!(ran.status.success(), "{habit}: {}", String::from_utf8_lossy(&ran.stderr));
        let figures: Value = crate::program::json(&output.join("thong-ke.json"));
        let schools = figures["by_school"].as_array().expect("schools");
        let school = schools.iter().find(|school| school["school_id"] == "09300003").expect("the school");
        let counted = [&figures["actions"]["total"], &figures["actions"]["no_report"], &school["criteria_met"]["2"][0]];
        assert_eq!(counted.map(|count| count.as_u64().unwrap_or(0)), [*works, *unreported, *met], "{habit}: {checked:#}");
    }
}
