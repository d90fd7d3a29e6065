//! Two sets of files in one folder in, one of them out: the exchange, and its mending after a run was killed.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::bail;

use super::held::is_open_elsewhere;
use super::{MANIFEST, NEW, OLD};

/// Old files aside, new files in, the list last.
pub fn exchange(target: &Path, names: &BTreeSet<String>) -> anyhow::Result<()> {
    let listed = manifest(&target.join(MANIFEST));
    fs::create_dir(target.join(OLD)).map_err(|error| explain_moving(&error, &target.join(OLD)))?;
    let outcome = move_sets(target, names, &listed);
    if let Err(error) = outcome {
        // Where even this fails the next run tries again, for the list is not in its place.
        return match recover(target) {
            Ok(()) => Err(error),
            Err(again) => Err(error.context(format!(
                "Chưa khôi phục được kết quả cũ ({again}); lần chạy sau sẽ khôi phục. Đừng xóa thư mục {}.",
                target.join(OLD).display()
            ))),
        };
    }
    // The new set stands; what is left over is removed now or by the next run.
    let _ = fs::remove_dir_all(target.join(OLD));
    let _ = fs::remove_dir_all(target.join(NEW));
    remove_empty_folders(target, &listed);
    Ok(())
}

fn move_sets(target: &Path, names: &BTreeSet<String>, listed: &BTreeSet<String>) -> anyhow::Result<()> {
    let list = String::from(MANIFEST);
    for name in std::iter::once(&list).chain(listed.union(names)) {
        let from = target.join(name);
        if from.is_dir() {
            bail!(
                "Không ghi được tệp {}: đã có một thư mục cùng tên. Kết quả cũ còn nguyên. Hãy đổi tên thư mục đó rồi chạy lại.",
                from.display()
            );
        }
        if from.exists() {
            shift(&from, &target.join(OLD).join(name)).map_err(|error| explain_moving(&error, &from))?;
        }
    }
    for name in names.iter().chain([&list]) {
        let to = target.join(name);
        shift(&target.join(NEW).join(name), &to).map_err(|error| explain_moving(&error, &to))?;
    }
    Ok(())
}

/// Brings a folder that a killed run left behind into one of its two states.
pub fn recover(target: &Path) -> io::Result<()> {
    let (old, new) = (target.join(OLD), target.join(NEW));
    let complete = target.join(MANIFEST).exists();
    if old.exists() && !complete {
        let placed = manifest(&new.join(MANIFEST));
        for name in &placed {
            // Those that still wait never came into place; what lies there is the old file.
            if !new.join(name).exists() && target.join(name).is_file() {
                fs::remove_file(target.join(name))?;
            }
        }
        let listed = manifest(&old.join(MANIFEST));
        for name in listed.union(&placed) {
            if old.join(name).exists() {
                shift(&old.join(name), &target.join(name))?;
            }
        }
        if old.join(MANIFEST).exists() {
            shift(&old.join(MANIFEST), &target.join(MANIFEST))?;
        }
        remove_empty_folders(target, &placed);
    }
    for left in [old, new] {
        if left.exists() {
            fs::remove_dir_all(left)?;
        }
    }
    Ok(())
}

pub fn explain_moving(error: &io::Error, path: &Path) -> anyhow::Error {
    let shown = path.display();
    if is_open_elsewhere(error) {
        anyhow::anyhow!(
            "Tệp kết quả {shown} đang mở trong chương trình khác (thường là Excel). Kết quả cũ còn nguyên. Hãy đóng tệp rồi chạy lại."
        )
    } else {
        anyhow::anyhow!(
            "Không thay được {shown}: {error}. Kết quả cũ còn nguyên. Hãy đóng tệp nếu đang mở, kiểm tra quyền ghi rồi chạy lại."
        )
    }
}

fn shift(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// The names of a list, without any that somebody made lead out of the folder.
pub fn manifest(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let inside = |name: &&str| {
        !name.is_empty()
            && !name.starts_with(".ctcl")
            && Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)))
    };
    text.lines().filter(inside).map(str::to_owned).collect()
}

/// Folders that held only our files go with them; one that holds anything else cannot be removed, and stays.
fn remove_empty_folders(target: &Path, names: &BTreeSet<String>) {
    for name in names {
        for folder in Path::new(name).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
            let _ = fs::remove_dir(target.join(folder));
        }
    }
}
