//! What other programs see in a workbook: openpyxl its cells, notes, fills and links; LibreOffice whether it opens.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
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

/// Without openpyxl nothing is shown, so the test does not pass.
pub fn opinion(workbook: &[u8]) -> Opinion {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bang.xlsm");
    fs::write(&path, workbook).expect("written");
    let mut said = String::new();
    // The one that the system's packages are installed for may not come first.
    for python in ["python3", "/usr/bin/python3", "python"] {
        let Ok(ran) = Command::new(python).args(["-X", "utf8", "-c", SCRIPT]).arg(&path).output() else { continue };
        if ran.status.success() {
            return serde_json::from_slice(&ran.stdout).expect("JSON");
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
