//! Inputs as given → the files to read, each under one name, in one order. Folders are walked, bundles opened in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::bundle;
use crate::finding::{self, Finding};
use crate::settings::Limits;

/// One file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As the user knows it: its path below the given folder, `/` between parts; inside a bundle, after the bundle's name.
    pub name: Arc<str>,
    /// Where it lies on disk: the file itself, or the bundle it is in. Links of the consolidated workbook lead here.
    pub path: PathBuf,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Path,
    Bytes(Arc<[u8]>),
    /// What lies in a bundle and cannot be had, or a bundle that cannot be opened.
    Refused(Box<Finding>),
}

impl Source {
    pub fn in_memory(name: &str, bytes: Vec<u8>) -> Self {
        Source { name: name.into(), path: PathBuf::from(name), content: Content::Bytes(bytes.into()) }
    }

    /// The bytes, read once. A file that another program holds is asked for three times within two seconds.
    pub fn bytes(&self, limits: &Limits) -> Result<Arc<[u8]>, Box<Finding>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Arc::clone(bytes)),
            Content::Refused(finding) => Err(Box::new(finding.as_ref().clone().in_file(&self.name))),
            Content::Path => read_file(&self.path, limits).map(Into::into).map_err(|fault| Box::new(fault.in_file(&self.name))),
        }
    }
}

/// All files of the inputs, sorted by name, and what is to be said of those left aside.
/// A path that does not exist is an error: the user mistyped, nothing was sent wrong.
pub fn find(inputs: &[PathBuf], limits: &Limits) -> anyhow::Result<(Vec<Source>, Vec<Finding>)> {
    let mut found: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    let mut findings = Vec::new();
    for input in inputs {
        let metadata = fs::metadata(input)
            .map_err(|error| anyhow::anyhow!("Không mở được \"{}\": {}. Hãy kiểm tra lại đường dẫn.", input.display(), cause(&error)))?;
        if metadata.is_dir() {
            walk(input, &mut Vec::new(), &mut found, &mut findings);
        } else if !metadata.is_file() {
            // A pipe or a device may never end, and may block before it begins.
            findings.push(Finding::new(&finding::NOT_A_FILE).in_file(&file_name(input).into()));
        } else {
            found.insert(identity(input), vec![file_name(input)]);
        }
    }
    let mut sources = Vec::new();
    for (path, name) in unique_names(found) {
        let source = Source { name: name.into(), path, content: Content::Path };
        if bundle::is_named_so(&source.name) {
            bundle::open(&source, limits, &mut sources, &mut findings);
        } else {
            sources.push(source);
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((sources, findings))
}

/// A source that lies inside a bundle.
pub(super) fn inside(bundle: &Source, name: String, bytes: Vec<u8>) -> Source {
    Source { name: name.into(), path: bundle.path.clone(), content: Content::Bytes(bytes.into()) }
}

/// A source that has a name and a state, and no content; the finding says why.
pub(super) fn refused(bundle: &Source, name: String, finding: Finding) -> Source {
    Source { name: name.into(), path: bundle.path.clone(), content: Content::Refused(Box::new(finding)) }
}

fn walk(folder: &Path, below: &mut Vec<String>, found: &mut BTreeMap<PathBuf, Vec<String>>, findings: &mut Vec<Finding>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            findings
                .push(Finding::new(&finding::UNREADABLE_PATH).in_file(&folder.display().to_string().into()).with("cause", cause(&error)));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
        let name = file_name(&path);
        if metadata.is_dir() {
            below.push(name);
            walk(&path, below, found, findings);
            below.pop();
        } else if metadata.is_file() {
            let mut parts = below.clone();
            parts.push(name);
            found.insert(identity(&path), parts);
        } else {
            findings.push(Finding::new(&finding::NOT_A_FILE).in_file(&name.into()));
        }
    }
}

/// One path on disk is one file, however it was named.
fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Names relative to the given folder; where two files would share one, folders from above are put in front until they differ.
/// So a name depends on the files given, never on the order they were given in.
fn unique_names(found: BTreeMap<PathBuf, Vec<String>>) -> Vec<(PathBuf, String)> {
    let mut entries: Vec<(PathBuf, Vec<String>)> = found.into_iter().collect();
    loop {
        let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (_, parts)) in entries.iter().enumerate() {
            seen.entry(parts.join("/")).or_default().push(at);
        }
        let mut changed = false;
        for same in seen.values().filter(|same| same.len() > 1) {
            for &at in same {
                let (path, parts) = &mut entries[at];
                if let Some(above) = path.iter().rev().nth(parts.len()) {
                    parts.insert(0, above.to_string_lossy().into_owned());
                    changed = true;
                }
            }
        }
        if !changed {
            return entries.into_iter().map(|(path, parts)| (path, parts.join("/"))).collect();
        }
    }
}

/// The name of the file that a lock file speaks of.
pub(super) fn locked_name(name: &str) -> Option<&str> {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.strip_prefix("~$").or_else(|| last.strip_prefix(".~lock.").and_then(|rest| rest.strip_suffix('#')))
}

fn read_file(path: &Path, limits: &Limits) -> Result<Vec<u8>, Box<Finding>> {
    let mut tries = 0;
    loop {
        match read_whole(path, limits.file_bytes()) {
            Ok(Some(bytes)) => return Ok(bytes),
            Ok(None) => return Err(Box::new(Finding::new(&finding::FILE_TOO_LARGE).with("limit", format!("{} MiB", limits.file_mib)))),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(Box::new(Finding::new(&finding::ONLINE_ONLY))),
            Err(error) if held_by_another(&error) && tries < 3 => {
                tries += 1;
                thread::sleep(Duration::from_millis(600));
            }
            Err(error) if held_by_another(&error) => return Err(Box::new(Finding::new(&finding::FILE_OPEN_ELSEWHERE))),
            Err(error) => return Err(Box::new(Finding::new(&finding::UNREADABLE_PATH).with("cause", cause(&error)))),
        }
    }
}

fn read_whole(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    if is_online_only(path)? {
        return Err(io::Error::new(io::ErrorKind::WouldBlock, "online only"));
    }
    fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// OneDrive keeps a name where the content is elsewhere; opening it would fetch it. Attributes `OFFLINE` and `RECALL_ON_DATA_ACCESS`.
#[cfg(windows)]
fn is_online_only(path: &Path) -> io::Result<bool> {
    use std::os::windows::fs::MetadataExt;
    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x40_0000;
    Ok(fs::metadata(path)?.file_attributes() & (OFFLINE | RECALL_ON_DATA_ACCESS) != 0)
}

#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Windows")]
fn is_online_only(_: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Windows: sharing violation (32) and lock violation (33).
fn held_by_another(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hoặc thư mục này".to_owned(),
        io::ErrorKind::PermissionDenied => "không có quyền đọc".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_below_the_given_folder_whatever_the_order() {
        let root = tempfile::tempdir().expect("a folder");
        for name in ["a/x.xlsx", "b/x.xlsx", "b/c/y.xlsx"] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("created");
            fs::write(path, b"1").expect("written");
        }
        let names = |inputs: &[&str]| {
            let inputs: Vec<PathBuf> = inputs.iter().map(|input| root.path().join(input)).collect();
            let (sources, _) = find(&inputs, &Limits::default()).expect("found");
            sources.iter().map(|source| source.name.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&["b"]), ["c/y.xlsx", "x.xlsx"]);
        assert_eq!(names(&["a", "b"]), ["a/x.xlsx", "b/x.xlsx", "c/y.xlsx"]);
        assert_eq!(names(&["a", "b"]), names(&["b", "a", "b/x.xlsx"]));
    }

    #[test]
    fn a_mistyped_path_is_an_error_that_names_it() {
        let error = find(&[PathBuf::from("khong-co.xlsx")], &Limits::default()).expect_err("refused");
        assert!(error.to_string().contains("khong-co.xlsx"), "{error}");
    }
}
