//! A file of ours in; whether somebody has it open or locked it against writing, and where to go instead, out.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

/// Windows: the file is open in another program, and that program does not share it.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// Places tried beside the one asked for.
const MOST_PLACES: u32 = 99;

/// Whether the file is there and should not be replaced.
///
/// Only Windows keeps an open file from being replaced; elsewhere the owner file that Excel or LibreOffice lays beside it tells.
pub fn is_held(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    metadata.permissions().readonly() || has_owner_file(path) || is_refused(OpenOptions::new().append(true).open(path))
}

fn has_owner_file(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return false };
    [format!("~${name}"), format!(".~lock.{name}#")].iter().any(|owner| path.with_file_name(owner).exists())
}

fn is_refused<T>(opened: io::Result<T>) -> bool {
    opened.is_err_and(|error| is_open_elsewhere(&error) || error.kind() == io::ErrorKind::PermissionDenied)
}

pub fn is_open_elsewhere(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// `ket-qua (2)`, `ket-qua (3)`; of a file the number stands before the ending.
pub fn beside(path: &Path) -> impl Iterator<Item = PathBuf> {
    let ending = if path.is_dir() { None } else { path.extension().map(|ending| format!(".{}", ending.to_string_lossy())) };
    let ending = ending.unwrap_or_default();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.strip_suffix(&ending).unwrap_or(&name).to_owned();
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    (2..=MOST_PLACES).map(move |number| folder.join(format!("{stem} ({number}){ending}")))
}

pub fn refused(path: &Path) -> anyhow::Error {
    anyhow::anyhow!(
        "Tệp kết quả {} đang mở trong chương trình khác (thường là Excel) hoặc chỉ cho đọc. Kết quả cũ còn nguyên. Hãy đóng tệp, bỏ thuộc tính chỉ đọc rồi chạy lại.",
        path.display()
    )
}
