//! Files in, one whole set of files out: until the set is complete the old one stays as it is.
//!
//! New files wait in `.ctcl-new` inside the target; [`Staged::commit`] moves the old ones to `.ctcl-old`, the new ones into
//! place and the list of names, `.ctcl-manifest`, last. A run that was killed between these steps is mended by the next one:
//! no list means the old set comes back, a list means the new set stands. Only names on a list are ever replaced or
//! removed; what else lies in the folder is not touched, and a set that would need its place is refused.
//!
//! Where a file of the old set is open elsewhere or may only be read, the new set goes into a folder beside it: `ket-qua (2)`.

mod held;
mod name;
mod swap;

pub use name::FileNames;

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::table::OUTPUT_LIST;

/// Short, for paths have limits on Windows and names in Vietnamese are long.
const NEW: &str = ".ctcl-new";
const OLD: &str = ".ctcl-old";
const LOCK: &str = ".ctcl.lock";
const MANIFEST: &str = OUTPUT_LIST;
/// A worker that was being started when its run was killed holds a copy of the lock until it is started, and then ends.
const LET_GO: Duration = Duration::from_secs(2);

/// A set of files on its way into a folder. Dropped without [`Staged::commit`], it leaves no trace.
#[derive(Debug)]
pub struct Staged {
    target: PathBuf,
    /// With `/` between folders, on every system.
    names: BTreeSet<String>,
    /// Files of the old set, in small letters: to most disks `A.xlsx` is `a.xlsx`.
    listed: BTreeSet<String>,
    /// The folder was made by this run and goes again if nothing comes of it.
    made_target: bool,
    /// The file of the old set for whose sake the new one goes elsewhere.
    held: Option<PathBuf>,
    /// Bytes put aside so far.
    size: usize,
    /// Held while the run lasts; the system lets go of it when the program dies.
    lock: Option<File>,
}

/// Where a set came to lie.
#[derive(Debug)]
pub struct Landed {
    pub place: PathBuf,
    /// The file that could not be replaced, where the set therefore lies elsewhere than asked for.
    pub held: Option<PathBuf>,
}

impl Staged {
    /// Makes sure, before any work is done, that the folder can be written, that nobody else is writing it, and that each file there can be replaced.
    pub fn begin(target: &Path) -> anyhow::Result<Staged> {
        let staged = Staged::open(target)?;
        match staged.held_file() {
            Some(file) => Err(held::refused(&file)),
            None => Ok(staged),
        }
    }

    /// The same, for a set that may as well lie beside the old one where that cannot be replaced.
    pub fn begin_or_beside(target: &Path) -> anyhow::Result<Staged> {
        let staged = Staged::open(target)?;
        match staged.held_file() {
            Some(file) => Staged::beside(target, file),
            None => Ok(staged),
        }
    }

    fn open(target: &Path) -> anyhow::Result<Staged> {
        let shown = target.display();
        if target.exists() && !target.is_dir() {
            bail!("Không ghi được kết quả vào {shown}: đây là một tệp, không phải thư mục. Hãy chọn tên thư mục khác sau -o.");
        }
        let made_target = !target.exists();
        fs::create_dir_all(target).with_context(|| format!("Không tạo được thư mục kết quả {shown}. {}", mend_writing(target)))?;
        let mut staged = Staged {
            target: target.to_owned(),
            names: BTreeSet::new(),
            listed: BTreeSet::new(),
            made_target,
            held: None,
            size: 0,
            lock: None,
        };
        staged.lock = Some(lock(target)?);
        swap::recover(target).with_context(|| format!("Thư mục kết quả {shown} còn dở dang từ lần chạy trước và không khôi phục được. Hãy đóng các tệp đang mở trong thư mục này rồi chạy lại."))?;
        staged.listed = swap::manifest(&target.join(MANIFEST)).iter().map(|name| name.to_lowercase()).collect();
        fs::create_dir(target.join(NEW))
            .with_context(|| format!("Không ghi được vào thư mục kết quả {shown}. {}", mend_writing(target)))?;
        Ok(staged)
    }

    /// The first folder beside the target, new or of an earlier run, whose files can be replaced.
    fn beside(target: &Path, held: PathBuf) -> anyhow::Result<Staged> {
        for place in held::beside(target).filter(|place| !place.exists() || place.join(MANIFEST).is_file()) {
            let mut staged = Staged::open(&place)?;
            if staged.held_file().is_none() {
                staged.held = Some(held);
                return Ok(staged);
            }
        }
        Err(held::refused(&held))
    }

    /// A file that would be replaced or removed, and must not be.
    fn held_file(&self) -> Option<PathBuf> {
        let listed = swap::manifest(&self.target.join(MANIFEST));
        listed.union(&self.names).map(|name| self.target.join(name)).find(|path| held::is_held(path))
    }

    /// Puts one file of the new set aside: `bieu-do/tieu-chi-cham.png`.
    pub fn write(&mut self, relative: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let inside = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || relative.is_empty() || relative.starts_with(".ctcl") {
            bail!("Tên tệp kết quả {relative} không nằm trong thư mục kết quả {}.", self.target.display());
        }
        let place = self.target.join(relative);
        if place.is_file() && !self.listed.contains(&relative.to_lowercase()) {
            bail!(
                "\"{}\" đã có và không phải do lần chạy trước ghi vào thư mục này (có thể là tệp của trường), nên không ghi đè; chưa ghi gì. Hãy chọn một thư mục khác để ghi, hoặc dời tệp ấy đi.",
                place.display()
            );
        }
        let path = self.target.join(NEW).join(relative);
        self.size += bytes.len();
        write_whole(&path, bytes).map_err(|error| explain_writing(&error, &self.target.join(relative), self.size))?;
        self.names.insert(relative.to_owned());
        Ok(())
    }

    /// Puts the new set in the place of the old one. On failure the old set is back in its place.
    pub fn commit(mut self) -> anyhow::Result<Landed> {
        let list: String = self.names.iter().flat_map(|name| [name.as_str(), "\n"]).collect();
        let path = self.target.join(NEW).join(MANIFEST);
        write_whole(&path, list.as_bytes()).map_err(|error| explain_writing(&error, &path, self.size))?;
        if let Some(file) = self.held_file() {
            return self.move_beside(file);
        }
        swap::exchange(&self.target, &self.names)?;
        self.made_target = false;
        Ok(Landed { place: self.target.clone(), held: self.held.take() })
    }

    /// A file was opened while the set was being made.
    fn move_beside(mut self, file: PathBuf) -> anyhow::Result<Landed> {
        let mut staged = Staged::beside(&self.target, file)?;
        let (from, to) = (self.target.join(NEW), staged.target.join(NEW));
        fs::remove_dir(&to).and_then(|()| fs::rename(&from, &to)).map_err(|error| explain_writing(&error, &to, self.size))?;
        staged.names = std::mem::take(&mut self.names);
        drop(self);
        staged.commit()
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

/// Writes one file beside the one asked for, where that is open elsewhere or may only be read: `so-sanh (2).xlsx`.
pub fn save_or_beside(path: &Path, bytes: &[u8]) -> anyhow::Result<Landed> {
    if !held::is_held(path) {
        save(path, bytes)?;
        return Ok(Landed { place: path.to_owned(), held: None });
    }
    let place = held::beside(path).find(|place| !held::is_held(place)).ok_or_else(|| held::refused(path))?;
    save(&place, bytes)?;
    Ok(Landed { place, held: Some(path.to_owned()) })
}

/// A file is for whom the office's own mask lets read it, as those of a set are; a temporary one would be its owner's alone.
#[cfg(unix)]
const FOR_ALL: u32 = 0o666;

/// Writes one file, whole or not at all: beside its place first, then into it.
pub fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let temporary = (|| {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ctcl-");
        #[cfg(unix)]
        builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(FOR_ALL));
        let mut file = builder.tempfile_in(folder)?;
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
    let begun = Instant::now();
    // The holder removes the file before it lets go: a lock on a file that is gone is no lock, so try again.
    loop {
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
            Err(TryLockError::WouldBlock) if begun.elapsed() >= LET_GO => break,
            Err(TryLockError::WouldBlock) => thread::sleep(LET_GO / 40),
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
            let mib = size.div_ceil(1 << 20);
            anyhow::anyhow!(
                "Hết chỗ trên đĩa khi ghi {shown}: cần trống ít nhất {mib} MiB. Kết quả cũ còn nguyên. Hãy xóa bớt tệp rồi chạy lại."
            )
        }
        _ => anyhow::anyhow!(
            "Không ghi được {shown}: {error}. Kết quả cũ còn nguyên. Hãy kiểm tra quyền ghi và dung lượng đĩa rồi chạy lại."
        ),
    }
}

#[cfg(test)]
mod tests;
