//! What other programs see in a workbook: openpyxl its cells, notes, fills and links; LibreOffice whether it opens.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// Prints what openpyxl reads, as JSON.
const SCRIPT: &str = r#"
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], keep_vba=True)
seen = {"sheets": book.sheetnames, "values": {}, "notes": {}, "fills": [], "links": []}
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            at = f"{sheet.title}!{cell.coordinate}"
            if cell.value is not None: seen["values"][at] = str(cell.value)
            if cell.comment: seen["notes"][at] = cell.comment.text
            if cell.hyperlink and cell.hyperlink.location: seen["links"].append(cell.hyperlink.location)
            if sheet is not book.worksheets[0] and cell.fill.fgColor.rgb in ("FFFFB3B0", "FFFFE08A", "FFCFE4F7"): seen["fills"].append(at)
seen["fills"].sort()
json.dump(seen, sys.stdout)
"#;

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Opinion {
    pub sheets: Vec<String>,
    /// By `sheet!cell`, as text.
    pub values: BTreeMap<String, String>,
    pub notes: BTreeMap<String, String>,
    pub fills: Vec<String>,
    pub links: Vec<String>,
}

impl Opinion {
    pub fn without_listing(&self) -> Opinion {
        let mut rest = self.clone();
        rest.values.retain(|at, _| !at.starts_with("Cần sửa!"));
        rest
    }
}

/// Makes a workbook of rows of text, with all that openpyxl can put into one.
const MAKE: &str = r#"
import sys, openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Kế hoạch & sửa"
style = NamedStyle("Của trường", font=Font(name="Times New Roman", size=13), alignment=Alignment(wrap_text=True))
book.add_named_style(style)
for row, line in enumerate(open(sys.argv[2], encoding="utf-8").read().splitlines(), 1):
    for column, text in enumerate(line.split("|"), 1):
        if text:
            cell = sheet.cell(row, column, text)
            cell.style = "Của trường"
            cell.border = Border(bottom=Side(style="thin"))
            if column == 6: cell.fill = PatternFill("solid", fgColor="FFE2EFDA")
sheet["F5"].comment = Comment("Cô Hoa: hỏi lại thầy hiệu trưởng", "Cô Hoa")
sheet["A1"].comment = Comment("Tên trường viết hoa", "Cô Hoa")
choice = DataValidation(type="list", formula1='"Không,Có"')
choice.add("G5:G8")
sheet.add_data_validation(choice)
sheet.conditional_formatting.add("G5:G8", CellIsRule(operator="equal", formula=['"Không"'], font=Font(bold=True)))
sheet.freeze_panes = "A5"
figures = book.create_sheet("Số liệu riêng")
for number, value in enumerate(["Tháng", 3, 5, 8], 1): figures.cell(number, 1, value)
figures["A5"] = "=SUM(A2:A4)"
figures.add_table(Table(displayName="Bang", ref="A1:A4"))
chart = BarChart()
chart.add_data(Reference(sheet, min_col=1, min_row=5, max_row=8))
sheet.add_chart(chart, "K2")
sheet["K20"], sheet["K21"] = "Loại", "Số"
sheet.add_table(Table(displayName="Bang_rieng", ref="K20:L21"))
sheet["L20"], sheet["L21"] = "Của", "trường"
name = DefinedName("Tong", attr_text="'Số liệu riêng'!$A$5")
book.defined_names.append(name) if hasattr(book.defined_names, "append") else book.defined_names.add(name)
book.save(sys.argv[1])
"#;

/// Loads a workbook and saves it.
const SAVE: &str = r#"
import sys, openpyxl
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])
"#;

/// Without openpyxl nothing is shown, so the test does not pass.
pub fn opinion(workbook: &[u8]) -> Opinion {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.xlsm");
    fs::write(&path, workbook).expect("written");
    serde_json::from_slice(&openpyxl(SCRIPT, &[&path])).expect("JSON")
}

/// A workbook of these rows with notes, a chart, lists to choose from, rules, tables and names.
pub fn made_by_openpyxl(rows: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, lines) = (folder.path().join("bang.xlsx"), folder.path().join("dong.txt"));
    fs::write(&lines, rows.join("\n")).expect("written");
    openpyxl(MAKE, &[&path, &lines]);
    fs::read(&path).expect("made")
}

pub fn saved_by_openpyxl(workbook: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.xlsx");
    fs::write(&path, workbook).expect("written");
    openpyxl(SAVE, &[&path]);
    fs::read(&path).expect("saved")
}

fn openpyxl(script: &str, paths: &[&Path]) -> Vec<u8> {
    let mut said = String::new();
    // The one that the system's packages are installed for may not come first.
    for python in ["python3", "/usr/bin/python3", "python"] {
        let Ok(ran) = Command::new(python).args(["-X", "utf8", "-c", script]).args(paths).output() else { continue };
        if ran.status.success() {
            return ran.stdout;
        }
        said.push_str(&String::from_utf8_lossy(&ran.stderr));
    }
    panic!("This test needs Python with openpyxl (python3-openpyxl), which reads what was written: {said}");
}

/// Opened and saved by LibreOffice, with a profile of its own; all in one start, for starting takes longest.
pub fn saved_by_libreoffice(workbooks: &[PathBuf], ending: &str) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let profile =
        format!("-env:UserInstallation=file://{}/{}", if cfg!(windows) { "/" } else { "" }, folder.path().join("ho-so").display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", ending, "--outdir"])
        .arg(folder.path().join("ra"))
        .args(workbooks)
        .output()
        .expect("LibreOffice (soffice) is needed: install libreoffice-calc");
    let read = |workbook: &PathBuf| {
        let made = folder.path().join("ra").join(workbook.with_extension(ending).file_name().expect("a name"));
        fs::read(&made)
            .unwrap_or_else(|error| panic!("soffice gave no {}: {error}\n{}", made.display(), String::from_utf8_lossy(&ran.stderr)))
    };
    workbooks.iter().map(read).collect()
}
