//! A path in; the bytes that lie there, read once, or the finding that says why they cannot be had.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::finding::{self, Finding};
use crate::settings::Limits;

/// A file that another program holds is asked for again so often, within two seconds in all.
const RETRIES: usize = 3;
const PAUSE: Duration = Duration::from_millis(600);

/// Windows: sharing violation and lock violation.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// The bytes. A file that is only in the cloud is not fetched.
pub fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, Box<Finding>> {
    let told = |error: io::Error| Box::new(why(&error, cfg!(windows)));
    if is_online_only(attributes(path).map_err(told)?) {
        return Err(Box::new(Finding::new(&finding::ONLINE_ONLY)));
    }
    let whole = patiently(|| at_most(path, limits.file_bytes()), cfg!(windows), || thread::sleep(PAUSE)).map_err(told)?;
    whole.ok_or_else(|| Box::new(Finding::new(&finding::FILE_TOO_LARGE).with("limit", format!("{} MiB", limits.file_mib))))
}

/// Nothing where the file holds more.
fn at_most(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Asks again, after a pause, as long as another program holds the file.
fn patiently<T>(mut read: impl FnMut() -> io::Result<T>, on_windows: bool, pause: impl Fn()) -> io::Result<T> {
    for _ in 0..RETRIES {
        match read() {
            Err(error) if is_held(&error, on_windows) => pause(),
            outcome => return outcome,
        }
    }
    read()
}

fn is_held(error: &io::Error, on_windows: bool) -> bool {
    // A number means another thing on every system; on network drives of others a held file is busy.
    let by_number = on_windows && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
    by_number || matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock)
}

/// What is told of a file or folder that cannot be read.
pub fn why(error: &io::Error, on_windows: bool) -> Finding {
    if is_held(error, on_windows) {
        return Finding::new(&finding::FILE_OPEN_ELSEWHERE);
    }
    match error.kind() {
        io::ErrorKind::InvalidFilename => Finding::new(&finding::PATH_TOO_LONG),
        _ => Finding::new(&finding::UNREADABLE_PATH).with("cause", cause(error)),
    }
}

/// The same in a few words, for a path the user typed.
pub fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hoặc thư mục này".to_owned(),
        io::ErrorKind::PermissionDenied => "không có quyền đọc".to_owned(),
        io::ErrorKind::InvalidFilename => "tên hoặc đường dẫn dài quá mức hệ điều hành nhận".to_owned(),
        _ => error.to_string(),
    }
}

/// OneDrive keeps a name where the content is elsewhere, and opening it would fetch it: `OFFLINE`, `RECALL_ON_OPEN`, `RECALL_ON_DATA_ACCESS`.
fn is_online_only(attributes: u32) -> bool {
    const OFFLINE: u32 = 0x1000;
    const RECALL_ON_OPEN: u32 = 0x4_0000;
    const RECALL_ON_DATA_ACCESS: u32 = 0x40_0000;
    attributes & (OFFLINE | RECALL_ON_OPEN | RECALL_ON_DATA_ACCESS) != 0
}

/// The attributes Windows keeps of a file; none elsewhere. Asking for them fetches nothing.
#[cfg(windows)]
fn attributes(path: &Path) -> io::Result<u32> {
    use std::os::windows::fs::MetadataExt;
    Ok(fs::metadata(path)?.file_attributes())
}

#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Windows")]
fn attributes(_: &Path) -> io::Result<u32> {
    Ok(0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// How often the file was asked for, how often was waited, and what came of it, if it is held so many times.
    fn asked(held: usize) -> (usize, usize, Option<&'static str>) {
        let (reads, pauses) = (Cell::new(0), Cell::new(0));
        let read = || {
            reads.set(reads.get() + 1);
            if reads.get() <= held { Err(io::Error::from_raw_os_error(SHARING_VIOLATION)) } else { Ok("nội dung") }
        };
        let outcome = patiently(read, true, || pauses.set(pauses.get() + 1)).ok();
        (reads.get(), pauses.get(), outcome)
    }

    #[test]
    fn a_file_that_is_open_elsewhere_is_asked_for_again_and_then_given_up() {
        assert_eq!(asked(0), (1, 0, Some("nội dung")));
        assert_eq!(asked(2), (3, 2, Some("nội dung")));
        assert_eq!(asked(3), (4, 3, Some("nội dung")));
        assert_eq!(asked(9), (4, 3, None));
        assert!(PAUSE * 3 <= Duration::from_secs(2));
        let gone = patiently(|| Err::<(), _>(io::ErrorKind::NotFound.into()), true, || panic!("nobody holds what is not there"));
        assert_eq!(gone.expect_err("gone").kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn each_obstacle_has_its_finding() {
        let id = |error: io::Error, on_windows: bool| why(&error, on_windows).rule.id;
        assert_eq!(id(io::Error::from_raw_os_error(SHARING_VIOLATION), true), "F06");
        assert_eq!(id(io::Error::from_raw_os_error(LOCK_VIOLATION), true), "F06");
        assert_eq!(id(io::ErrorKind::ResourceBusy.into(), false), "F06");
        assert_eq!(id(io::ErrorKind::PermissionDenied.into(), true), "F08");
        assert_eq!(id(io::ErrorKind::NotFound.into(), false), "F08");
        assert_eq!(id(io::ErrorKind::InvalidFilename.into(), false), "F16");
        // On Linux 32 is a broken pipe.
        assert_eq!(id(io::Error::from_raw_os_error(SHARING_VIOLATION), false), "F08");
        assert!(why(&io::ErrorKind::PermissionDenied.into(), false).message().contains("không có quyền đọc"));
    }

    #[test]
    fn a_placeholder_of_onedrive_is_told_from_a_file_that_is_there() {
        const ARCHIVE: u32 = 0x20;
        const REPARSE_POINT: u32 = 0x400;
        const PINNED: u32 = 0x8_0000;
        for (attributes, online) in [
            (0, false),
            (ARCHIVE, false),
            (ARCHIVE | REPARSE_POINT | PINNED, false),
            (0x1000, true),
            (ARCHIVE | REPARSE_POINT | 0x40_0000, true),
            (0x4_0000, true),
        ] {
            assert_eq!(is_online_only(attributes), online, "{attributes:#x}");
        }
    }

    #[test]
    fn a_file_that_went_away_or_grew_is_told() {
        let root = tempfile::tempdir().expect("a folder");
        let gone = read(&root.path().join("mat.xlsx"), &Limits::default()).expect_err("gone");
        assert_eq!(gone.rule.id, "F08");
        let large = root.path().join("lon.xlsx");
        fs::write(&large, vec![0; (1 << 20) + 1]).expect("written");
        let limits = Limits { file_mib: 1, ..Limits::default() };
        assert_eq!(read(&large, &limits).expect_err("too large").rule.id, "F17");
    }
}
