//! Inputs as given → the files to read, each under one name, in one order. Folders are walked, bundles opened in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::aside::{self, Outputs, Strangers};
use super::bundle;
use super::source::{self, Source, content};
use crate::finding::{self, Finding};
use crate::settings::Limits;
use crate::text;

/// All files of the inputs, sorted by name, and what is to be said of those left aside.
/// A path that does not exist is an error: the user mistyped, nothing was sent wrong.
pub fn find(inputs: &[PathBuf], limits: &Limits) -> anyhow::Result<(Vec<Source>, Vec<Finding>)> {
    found(inputs, limits, Outputs::Aside)
}

/// The same for a roll-up, which is made of what this program wrote.
pub fn find_outputs(inputs: &[PathBuf], limits: &Limits) -> anyhow::Result<(Vec<Source>, Vec<Finding>)> {
    found(inputs, limits, Outputs::Taken)
}

fn found(inputs: &[PathBuf], limits: &Limits, outputs: Outputs) -> anyhow::Result<(Vec<Source>, Vec<Finding>)> {
    let mut found: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    let mut findings = Vec::new();
    for input in inputs {
        let input = &located(input);
        let metadata = fs::metadata(input).map_err(|error| {
            anyhow::anyhow!("Không mở được \"{}\": {}. Hãy kiểm tra lại đường dẫn.", input.display(), content::cause(&error))
        })?;
        if metadata.is_dir() {
            walk(input, outputs, &mut Vec::new(), &mut found, &mut findings);
        } else if !metadata.is_file() {
            // A pipe or a device may never end, and may block before it begins.
            findings.push(Finding::new(&finding::NOT_A_FILE).in_file(&file_name(input).into()));
        } else {
            found.insert(identity(input), vec![file_name(input)]);
        }
    }
    let mut sources = Vec::new();
    for (path, name) in unique_names(found) {
        let source = source::on_disk(name, path);
        if bundle::is_named_so(&source.name) {
            bundle::open(&source, limits, outputs, &mut sources, &mut findings);
        } else {
            sources.push(source);
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((sources, findings))
}

fn walk(folder: &Path, outputs: Outputs, below: &mut Vec<String>, found: &mut BTreeMap<PathBuf, Vec<String>>, findings: &mut Vec<Finding>) {
    let unread = |path: &Path, error: &io::Error| content::why(error, cfg!(windows)).in_file(&path.display().to_string().into());
    if outputs == Outputs::Aside && aside::is_output(folder) {
        findings.push(Strangers::of(folder).finding().in_file(&file_name(folder).into()));
        return;
    }
    let mut paths = Vec::new();
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                match entry {
                    Ok(entry) => paths.push(entry.path()),
                    Err(error) => findings.push(unread(folder, &error)),
                }
            }
        }
        Err(error) => findings.push(unread(folder, &error)),
    }
    paths.sort();
    for path in paths {
        let metadata = match fs::symlink_metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => {
                findings.push(unread(&path, &error));
                continue;
            }
        };
        let name = file_name(&path);
        if metadata.is_dir() {
            below.push(name);
            walk(&path, outputs, below, found, findings);
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

/// The path as it lies on disk: a name is one whether its letters are composed (as people type them) or apart (as a Mac packs them).
/// Where nothing lies there, or two names would do, the path comes back as it was given.
pub fn located(path: &Path) -> PathBuf {
    if fs::symlink_metadata(path).is_ok() {
        return path.to_path_buf();
    }
    let mut real = PathBuf::new();
    for part in path.components() {
        let next = real.join(part);
        let found = match part {
            Component::Normal(name) if fs::symlink_metadata(&next).is_err() => respelled(&real, &name.to_string_lossy()),
            _ => Some(next),
        };
        match found {
            Some(found) => real = found,
            None => return path.to_path_buf(),
        }
    }
    real
}

/// The one entry of a folder that is called so, whatever its letters are made of.
fn respelled(folder: &Path, name: &str) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let wanted = text::clean(name);
    let mut alike =
        fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| text::clean(&file_name(path)) == wanted);
    let found = alike.next()?;
    alike.next().is_none().then_some(found)
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
    fn a_name_is_found_whether_its_letters_are_composed_or_apart() {
        let root = tempfile::tempdir().expect("a folder");
        let apart = root.path().join("Xa\u{303} Ban Mai/Trươ\u{300}ng Hoa Sen.xlsx");
        fs::create_dir_all(apart.parent().expect("a parent")).expect("created");
        fs::write(&apart, b"1").expect("written");
        let typed = root.path().join("Xã Ban Mai/Trường Hoa Sen.xlsx");
        let (sources, _) = find(&[typed], &Limits::default()).expect("found");
        assert_eq!(sources.iter().map(|source| source.name.as_ref()).collect::<Vec<_>>(), ["Trươ\u{300}ng Hoa Sen.xlsx"], "shown as given");
        assert_eq!(located(Path::new("khong/co")), Path::new("khong/co"));
    }

    #[test]
    fn a_mistyped_path_is_an_error_that_names_it() {
        let error = find(&[PathBuf::from("khong-co.xlsx")], &Limits::default()).expect_err("refused");
        assert!(error.to_string().contains("khong-co.xlsx"), "{error}");
    }
}
