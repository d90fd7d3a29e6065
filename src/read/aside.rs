//! What lies among the files of schools and no school sent: what programs leave lying about, what this program wrote, what the office keeps for itself.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::Path;

use zip::ZipArchive;

use super::grid::Workbook;
use super::plain;
use crate::finding::{self, Finding, Rule};
use crate::register::Register;
use crate::table::{CARRIED_SHEET, OUTPUT_LIST, OUTPUT_PROPERTY};

/// Files and folders that an output has whatever else was written.
const OUTPUT_FILE: &str = "thong-ke.json";
const OUTPUT_FOLDER: &str = "du-lieu";

/// What becomes of the outputs of other runs among the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outputs {
    Aside,
    Taken,
}

/// By its name: locks of open workbooks and what systems scatter. `is_here` tells of the name of a file whether it lies there.
pub(super) fn by_name(name: &str, is_here: impl Fn(&str) -> bool) -> Option<Finding> {
    if let Some(of) = locked_name(name) {
        let folder = name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        // The lock alone was copied from where somebody has the workbook open.
        let rule = if is_here(&format!("{folder}{of}")) { &finding::LOCK_FILE } else { &finding::LOCK_FILE_ALONE };
        return Some(Finding::new(rule).with("of", of));
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

/// What an output folder holds that this program did not write there: reports of schools, it may be, that nobody would read.
#[derive(Default)]
pub(super) struct Strangers(Vec<String>);

impl Strangers {
    /// Those of a folder. What another run wrote below it is on that run's own list.
    pub fn of(folder: &Path) -> Strangers {
        let mut strangers = Strangers::default();
        strangers.walk(folder, &mut BTreeSet::new());
        strangers
    }

    fn walk(&mut self, folder: &Path, listed: &mut BTreeSet<std::path::PathBuf>) {
        let list = fs::read_to_string(folder.join(OUTPUT_LIST)).unwrap_or_default();
        listed.extend(list.lines().map(|name| folder.join(name)));
        let Ok(entries) = fs::read_dir(folder) else { return };
        let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() && !path.is_symlink() {
                self.walk(&path, listed);
            } else if !listed.contains(&path) {
                self.judge(&name, || File::open(&path).ok());
            }
        }
    }

    /// Those below a folder of a bundle.
    pub fn inside(folder: &str, files: &[(&str, &[u8])]) -> Strangers {
        let lists = files.iter().filter_map(|(name, bytes)| Some((name.strip_suffix(OUTPUT_LIST)?, std::str::from_utf8(bytes).ok()?)));
        let listed: BTreeSet<String> = lists.flat_map(|(place, list)| list.lines().map(move |name| format!("{place}{name}"))).collect();
        let mut strangers = Strangers::default();
        for (name, bytes) in files.iter().filter(|(name, _)| !listed.contains(*name)) {
            let below = name.strip_prefix(folder).unwrap_or(name).trim_start_matches('/');
            strangers.judge(below, || Some(std::io::Cursor::new(*bytes)));
        }
        strangers
    }

    fn judge<T: Read + Seek>(&mut self, name: &str, open: impl FnOnce() -> Option<T>) {
        const MAY_BE_REPORTS: [&str; 6] = [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".zip"];
        let small = name.to_lowercase();
        let may_be = MAY_BE_REPORTS.iter().any(|ending| small.ends_with(ending)) && by_name(name, |_| true).is_none();
        // Without a list, as after copying by hand, the names that every output has tell.
        if may_be && small != "tong-hop.xlsx" && small != "bieu-so.xlsx" && !open().is_some_and(|file| holds(file, "")) {
            self.0.push(name.to_owned());
        }
    }

    /// What is said of the folder.
    pub fn finding(&self) -> Finding {
        const LISTED: usize = 3;
        if self.0.is_empty() {
            return Finding::new(&finding::OUTPUT_FOLDER);
        }
        let names = self.0.iter().take(LISTED).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let more = if self.0.len() > LISTED { ", …" } else { "" };
        Finding::new(&finding::REPORTS_AMONG_OUTPUT).with("count", self.0.len()).with("names", format!("{names}{more}"))
    }
}

/// Whether a file is a workbook that this program wrote for the office, of the kind its property says; of any, for an empty kind.
pub fn wrote(path: &Path, kind: &str) -> bool {
    File::open(path).is_ok_and(|file| holds(file, kind))
}

fn holds(file: impl Read + Seek, kind: &str) -> bool {
    /// The two members are short; nobody's bomb is unpacked.
    const MOST: u64 = 1 << 20;
    let Ok(mut archive) = ZipArchive::new(file) else { return false };
    let mut text = |member: &str| {
        let mut text = String::new();
        // What is no text is not ours.
        let _ = archive.by_name(member).map(|member| member.take(MOST).read_to_string(&mut text));
        text
    };
    let properties = text("docProps/custom.xml");
    properties.contains(OUTPUT_PROPERTY) && properties.contains(kind)
        || kind.is_empty() && text("xl/workbook.xml").contains(&format!("\"{CARRIED_SHEET}\""))
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
