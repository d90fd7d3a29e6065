//! Files in, one whole set of files out: until the set is complete the old one stays as it is.
//!
//! New files wait in `.ctcl-new` inside the target; [`Staged::commit`] moves the old ones to `.ctcl-old`, the new ones into
//! place and the list of names, `.ctcl-manifest`, last. A run that was killed between these steps is mended by the next one:
//! no list means the old set comes back, a list means the new set stands. Only names on a list are ever replaced or
//! removed; what else lies in the folder is not touched.

mod name;
mod swap;

pub use name::FileNames;

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};

/// Short, for paths have limits on Windows and names in Vietnamese are long.
const NEW: &str = ".ctcl-new";
const OLD: &str = ".ctcl-old";
const LOCK: &str = ".ctcl.lock";
const MANIFEST: &str = ".ctcl-manifest";

/// A set of files on its way into a folder. Dropped without [`Staged::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Staged {
    target: PathBuf,
    /// With `/` between folders, on every system.
    names: BTreeSet<String>,
    /// The folder was made by this run and goes again if nothing comes of it.
    made_target: bool,
    /// Held while the run lasts; the system lets go of it when the program dies.
    lock: Option<File>,
}

impl Staged {
    /// Makes sure, before any work is done, that the folder can be written and that nobody else is writing it.
    pub fn begin(target: &Path) -> anyhow::Result<Staged> {
        let shown = target.display();
        if target.exists() && !target.is_dir() {
            bail!("Không ghi được kết quả vào {shown}: đây là một tệp, không phải thư mục. Hãy chọn tên thư mục khác sau -o.");
        }
        let made_target = !target.exists();
        fs::create_dir_all(target).with_context(|| format!("Không tạo được thư mục kết quả {shown}. {}", mend_writing(target)))?;
        let mut staged = Staged { target: target.to_owned(), names: BTreeSet::new(), made_target, lock: None };
        staged.lock = Some(lock(target)?);
        swap::recover(target).with_context(|| format!("Thư mục kết quả {shown} còn dở dang từ lần chạy trước và không khôi phục được. Hãy đóng các tệp đang mở trong thư mục này rồi chạy lại."))?;
        fs::create_dir(target.join(NEW))
            .with_context(|| format!("Không ghi được vào thư mục kết quả {shown}. {}", mend_writing(target)))?;
        swap::refuse_open_files(target)?;
        Ok(staged)
    }

    /// Puts one file of the new set aside: `bieu-do/tieu-chi-cham.png`.
    pub fn write(&mut self, relative: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let inside = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || relative.is_empty() || relative.starts_with(".ctcl") {
            bail!("Tên tệp kết quả {relative} không nằm trong thư mục kết quả {}.", self.target.display());
        }
        let path = self.target.join(NEW).join(relative);
        write_whole(&path, bytes).map_err(|error| explain_writing(&error, &self.target.join(relative), bytes.len()))?;
        self.names.insert(relative.to_owned());
        Ok(())
    }

    /// Puts the new set in the place of the old one. On failure the old set is back in its place.
    pub fn commit(mut self) -> anyhow::Result<()> {
        let list: String = self.names.iter().flat_map(|name| [name.as_str(), "\n"]).collect();
        let path = self.target.join(NEW).join(MANIFEST);
        write_whole(&path, list.as_bytes()).map_err(|error| explain_writing(&error, &path, list.len()))?;
        swap::exchange(&self.target, &self.names)?;
        self.made_target = false;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // What cannot be removed here is removed by the next run; there is nobody left to tell.
        if let Some(lock) = self.lock.take() {
            let _ = fs::remove_dir_all(self.target.join(NEW));
            let _ = fs::remove_file(self.target.join(LOCK));
            drop(lock);
        }
        if self.made_target {
            let _ = fs::remove_dir(&self.target);
        }
    }
}

/// Writes one file, whole or not at all: beside its place first, then into it.
pub fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let temporary = (|| {
        fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new().prefix(".ctcl-").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    })()
    .map_err(|error: io::Error| explain_writing(&error, path, bytes.len()))?;
    temporary.persist(path).map_err(|error| swap::explain_moving(&error.error, path))?;
    Ok(())
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn lock(target: &Path) -> anyhow::Result<File> {
    let path = target.join(LOCK);
    // The holder removes the file before it lets go: a lock on a file that is gone is no lock, so try again.
    for _ in 0..8 {
        // Windows locks no file that is open for appending alone.
        let file = File::options()
            .create(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .with_context(|| format!("Không ghi được vào thư mục kết quả {}. {}", target.display(), mend_writing(target)))?;
        match file.try_lock() {
            Ok(()) if path.exists() => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => break,
            // Some network drives know no locks: better without one than not at all.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => {
                return Err(error)
                    .with_context(|| format!("Không khóa được thư mục kết quả {}. {}", target.display(), mend_writing(target)));
            }
        }
    }
    bail!("Đang có một lần chạy khác ghi vào thư mục {}. Hãy chờ lần chạy đó xong, hoặc chọn thư mục khác sau -o.", target.display())
}

fn mend_writing(target: &Path) -> String {
    format!("Hãy kiểm tra quyền ghi vào {}, ổ đĩa hoặc ổ mạng còn kết nối, hoặc chọn thư mục khác sau -o.", target.display())
}

fn explain_writing(error: &io::Error, path: &Path, size: usize) -> anyhow::Error {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            let kib = size.div_ceil(1024);
            anyhow::anyhow!(
                "Hết chỗ trên đĩa khi ghi {shown} (tệp này cần {kib} KiB). Kết quả cũ còn nguyên. Hãy xóa bớt tệp rồi chạy lại."
            )
        }
        _ => anyhow::anyhow!(
            "Không ghi được {shown}: {error}. Kết quả cũ còn nguyên. Hãy kiểm tra quyền ghi và dung lượng đĩa rồi chạy lại."
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::{MANIFEST, NEW, OLD, Staged, save};

    /// All files below a folder but our list, with their text.
    fn files(folder: &Path) -> BTreeMap<String, String> {
        fn walk(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
            for entry in fs::read_dir(folder).expect("the folder exists") {
                let entry = entry.expect("the folder can be listed");
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    walk(&entry.path(), &format!("{name}/"), found);
                } else if name != MANIFEST {
                    found.insert(name, fs::read_to_string(entry.path()).expect("the file is text"));
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(folder, "", &mut found);
        found
    }

    fn run(target: &Path, set: &[(&str, &str)]) {
        let mut staged = Staged::begin(target).expect("the folder can be written");
        for (name, text) in set {
            staged.write(name, text.as_bytes()).expect("the file can be written");
        }
        staged.commit().expect("the set can be put in place");
    }

    fn expected(set: &[(&str, &str)]) -> BTreeMap<String, String> {
        set.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_new_set_replaces_the_old_one_whole_and_leaves_foreign_files() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let target = place.path().join("ket-qua");
        run(&target, &[("tong-hop.xlsx", "cũ"), ("bieu-do/a.png", "cũ"), ("bieu-do/b.png", "cũ")]);
        fs::write(target.join("ghi-chu.docx"), "của cán bộ").expect("the folder can be written");
        fs::write(target.join("bieu-do/anh.png"), "của cán bộ").expect("the folder can be written");
        run(&target, &[("tong-hop.xlsx", "mới"), ("bieu-do/a.png", "mới")]);
        let after = expected(&[
            ("tong-hop.xlsx", "mới"),
            ("bieu-do/a.png", "mới"),
            ("ghi-chu.docx", "của cán bộ"),
            ("bieu-do/anh.png", "của cán bộ"),
        ]);
        assert_eq!(files(&target), after);
    }

    #[test]
    fn a_run_that_stops_halfway_leaves_no_trace() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let target = place.path().join("ket-qua");
        let mut staged = Staged::begin(&target).expect("the folder can be written");
        staged.write("tong-hop.xlsx", b"x").expect("the file can be written");
        drop(staged);
        assert!(!target.exists());

        run(&target, &[("tong-hop.xlsx", "cũ")]);
        let mut staged = Staged::begin(&target).expect("the folder can be written");
        staged.write("tong-hop.xlsx", b"x").expect("the file can be written");
        drop(staged);
        assert_eq!(files(&target), expected(&[("tong-hop.xlsx", "cũ")]));
    }

    #[test]
    fn two_runs_at_once_do_not_collide() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let first = Staged::begin(place.path()).expect("the folder can be written");
        let message = Staged::begin(place.path()).expect_err("the folder is taken").to_string();
        assert!(message.starts_with("Đang có một lần chạy khác"), "{message}");
        drop(first);
        assert!(Staged::begin(place.path()).is_ok());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told_before_the_work() {
        let place = tempfile::tempdir().expect("a temporary folder");
        fs::write(place.path().join("tep"), "x").expect("the folder can be written");
        assert!(Staged::begin(&place.path().join("tep")).expect_err("a file is no folder").to_string().contains("không phải thư mục"));
        assert!(
            Staged::begin(&place.path().join("tep/ket-qua"))
                .expect_err("a file holds no folder")
                .to_string()
                .contains("Không tạo được thư mục kết quả")
        );
    }

    #[test]
    fn names_that_lead_out_of_the_folder_are_refused() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let mut staged = Staged::begin(place.path()).expect("the folder can be written");
        for name in ["../a", "/a", "a/../../b", "", ".ctcl-old/a"] {
            assert!(staged.write(name, b"x").is_err(), "{name}");
        }
    }

    #[test]
    fn a_run_killed_while_files_were_exchanged_is_mended_by_the_next() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let target = place.path().join("ket-qua");
        run(&target, &[("a.csv", "cũ"), ("b.csv", "cũ")]);
        // As it lies when the program dies after half of the files: a is new, b still old, c is new and had no old.
        fs::create_dir_all(target.join(OLD)).expect("the folder can be written");
        fs::create_dir_all(target.join(NEW)).expect("the folder can be written");
        fs::rename(target.join(MANIFEST), target.join(OLD).join(MANIFEST)).expect("the list can be moved");
        fs::rename(target.join("a.csv"), target.join(OLD).join("a.csv")).expect("the file can be moved");
        fs::write(target.join("a.csv"), "mới").expect("the folder can be written");
        fs::write(target.join("c.csv"), "mới").expect("the folder can be written");
        fs::write(target.join(NEW).join("b.csv"), "mới").expect("the folder can be written");
        fs::write(target.join(NEW).join(MANIFEST), "a.csv\nb.csv\nc.csv\n").expect("the folder can be written");
        drop(Staged::begin(&target).expect("the old set comes back"));
        assert_eq!(files(&target), expected(&[("a.csv", "cũ"), ("b.csv", "cũ")]));
        run(&target, &[("a.csv", "mới")]);
        assert_eq!(files(&target), expected(&[("a.csv", "mới")]));
    }

    #[test]
    fn a_set_that_cannot_be_put_in_place_leaves_the_old_one() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let target = place.path().join("ket-qua");
        run(&target, &[("a.csv", "cũ"), ("b.csv", "cũ")]);
        // A folder of somebody's stands where the new file is to go.
        fs::create_dir_all(target.join("c.csv/cua-toi")).expect("the folder can be written");
        let mut staged = Staged::begin(&target).expect("the folder can be written");
        for name in ["a.csv", "b.csv", "c.csv"] {
            staged.write(name, b"x").expect("the file can be written");
        }
        let message = staged.commit().expect_err("a folder cannot be replaced by a file").to_string();
        assert!(message.contains("c.csv") && message.contains("Kết quả cũ còn nguyên"), "{message}");
        assert_eq!(files(&target), expected(&[("a.csv", "cũ"), ("b.csv", "cũ")]));
        assert!(!target.join(OLD).exists() && !target.join(NEW).exists());
    }

    #[test]
    fn one_file_is_saved_whole_over_an_old_one() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let path = place.path().join("moi/so-sanh.xlsx");
        save(&path, b"1").expect("the file can be written");
        save(&path, b"2").expect("the file can be replaced");
        assert_eq!(files(place.path()), expected(&[("moi/so-sanh.xlsx", "2")]));
    }
}
