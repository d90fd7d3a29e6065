//! What lies among the files of schools and no school sent: what programs leave lying about, what this program wrote, what the office keeps for itself.

use std::collections::BTreeSet;
use std::path::Path;

use super::grid::Workbook;
use super::plain;
use crate::finding::{self, Finding, Rule};
use crate::register::Register;
use crate::table::{CARRIED_SHEET, OUTPUT_PROPERTY};

/// Files and folders that an output has whatever else was written.
const OUTPUT_FILE: &str = "thong-ke.json";
const OUTPUT_FOLDER: &str = "du-lieu";

/// What becomes of the outputs of other runs among the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outputs {
    Aside,
    Taken,
}

/// By its name: locks of open workbooks and what systems scatter.
pub(super) fn by_name(name: &str) -> Option<Finding> {
    if let Some(of) = locked_name(name) {
        return Some(Finding::new(&finding::LOCK_FILE).with("of", of));
    }
    let last = name.rsplit('/').next().unwrap_or(name);
    let system = matches!(last, "Thumbs.db" | ".DS_Store" | "desktop.ini")
        || last.starts_with("._")
        || name.split('/').any(|part| part == "__MACOSX");
    system.then(|| Finding::new(&finding::SYSTEM_FILE))
}

/// The name of the file that a lock file speaks of.
fn locked_name(name: &str) -> Option<&str> {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.strip_prefix("~$").or_else(|| last.strip_prefix(".~lock.").and_then(|rest| rest.strip_suffix('#')))
}

/// Whether a folder is what `ctcl report` or `ctcl rollup` wrote: its workbook holds rows of schools, and read again they would count anew.
pub(super) fn is_output(folder: &Path) -> bool {
    folder.join(OUTPUT_FILE).is_file() && folder.join(OUTPUT_FOLDER).is_dir()
}

/// The same among the names of a bundle: every folder that is an output.
pub(super) fn outputs(names: &BTreeSet<String>) -> Vec<&str> {
    let holds = |folder: &str| {
        let within = format!("{folder}/{OUTPUT_FOLDER}/");
        names.range(within.clone()..).next().is_some_and(|name| name.starts_with(&within))
    };
    let folders = names.iter().filter_map(|name| name.strip_suffix(OUTPUT_FILE)?.strip_suffix('/'));
    folders.filter(|folder| holds(folder)).collect()
}

/// A workbook the program wrote for the office: by its stamp, or by what it carries for a roll-up.
pub(super) fn by_content(workbook: &Workbook) -> Option<Finding> {
    let ours = workbook.stamp.contains_key(OUTPUT_PROPERTY) || workbook.grids.iter().any(|grid| *grid.name == *CARRIED_SHEET);
    ours.then(|| Finding::new(&finding::OWN_OUTPUT))
}

/// A list of schools, in a workbook that holds no table of a report.
pub(super) fn register(workbook: &Workbook) -> Option<Finding> {
    let grid = workbook.grids.iter().find(|grid| !grid.rows.is_empty())?;
    Register::is_list(&plain::rows(grid)).then(|| Finding::new(&finding::REGISTER_AMONG_FILES))
}

/// A list of schools in text that a file was refused for.
pub(super) fn register_in_text(refused: &'static Rule, bytes: &[u8]) -> Option<Finding> {
    (refused == &finding::PLAIN_TEXT && Register::is_csv_list(bytes)).then(|| Finding::new(&finding::REGISTER_AMONG_FILES))
}
