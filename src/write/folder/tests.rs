//! Sets of files as they lie before and after, and what is told.

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

fn only_to_read(path: &Path, only: bool) {
    let mut permissions = fs::metadata(path).expect("it is there").permissions();
    permissions.set_readonly(only);
    fs::set_permissions(path, permissions).expect("the file is ours");
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
    let after =
        expected(&[("tong-hop.xlsx", "mới"), ("bieu-do/a.png", "mới"), ("ghi-chu.docx", "của cán bộ"), ("bieu-do/anh.png", "của cán bộ")]);
    assert_eq!(files(&target), after);
}

#[test]
fn a_set_takes_the_place_of_no_file_that_is_not_its_own() {
    let place = tempfile::tempdir().expect("a temporary folder");
    fs::write(place.path().join("truong-a.xlsx"), "của trường").expect("the folder can be written");
    let mut staged = Staged::begin(place.path()).expect("the folder can be written");
    staged.write("b.csv", b"x").expect("the file can be written");
    let message = staged.write("truong-a.xlsx", b"x").expect_err("it is the school's").to_string();
    assert!(message.contains("truong-a.xlsx") && message.contains("không ghi đè"), "{message}");
    drop(staged);
    assert_eq!(files(place.path()), expected(&[("truong-a.xlsx", "của trường")]));
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
fn a_set_goes_beside_one_that_is_held_and_both_are_named() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (target, beside) = (place.path().join("ket-qua"), place.path().join("ket-qua (2)"));
    let held = target.join("tong-hop.xlsx");
    run(&target, &[("tong-hop.xlsx", "cũ"), ("a.csv", "cũ")]);
    let put = |text: &str| {
        let mut staged = Staged::begin_or_beside(&target).expect("a place is found");
        staged.write("tong-hop.xlsx", text.as_bytes()).expect("the file can be written");
        staged.commit().expect("the set can be put in place")
    };
    let old = expected(&[("tong-hop.xlsx", "cũ"), ("a.csv", "cũ")]);
    only_to_read(&held, true);
    let landed = put("mới");
    assert_eq!((landed.place, landed.held), (beside.clone(), Some(held.clone())));
    assert_eq!((files(&target), files(&beside)), (old.clone(), expected(&[("tong-hop.xlsx", "mới")])));
    assert!(Staged::begin(&target).expect_err("only to be read").to_string().contains("tong-hop.xlsx"));
    // Another run goes to the same place, and back to the first once the file is free.
    put("mới hơn");
    assert_eq!(files(&beside), expected(&[("tong-hop.xlsx", "mới hơn")]));
    only_to_read(&held, false);
    for lock in ["~$tong-hop.xlsx", ".~lock.tong-hop.xlsx#"] {
        fs::write(target.join(lock), "Văn thư").expect("the folder can be written");
        assert_eq!(put("mới").held, Some(held.clone()), "{lock}");
        fs::remove_file(target.join(lock)).expect("it is ours");
    }
    let landed = put("sau cùng");
    assert_eq!((landed.place, landed.held), (target.clone(), None));
    assert_eq!(files(&target), expected(&[("tong-hop.xlsx", "sau cùng")]));
}

#[test]
fn a_file_that_is_opened_while_the_set_is_made_is_left_alone_too() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let target = place.path().join("ket-qua");
    run(&target, &[("tong-hop.xlsx", "cũ")]);
    // A folder of the office's that happens to be called so.
    fs::create_dir(place.path().join("ket-qua (2)")).expect("the folder can be made");
    let mut staged = Staged::begin_or_beside(&target).expect("the folder can be written");
    staged.write("bieu-do/a.svg", b"x").expect("the file can be written");
    fs::write(target.join("~$tong-hop.xlsx"), "Văn thư").expect("the folder can be written");
    let landed = staged.commit().expect("the set lands beside");
    assert_eq!(landed.place, place.path().join("ket-qua (3)"));
    assert_eq!(files(&landed.place), expected(&[("bieu-do/a.svg", "x")]));
    assert_eq!(files(&target), expected(&[("tong-hop.xlsx", "cũ"), ("~$tong-hop.xlsx", "Văn thư")]));
}

#[test]
fn a_full_disk_is_told_with_the_room_that_is_needed() {
    let error = super::explain_writing(&std::io::ErrorKind::StorageFull.into(), Path::new("kq/tong-hop.xlsx"), 5 << 20).to_string();
    assert!(error.contains("Hết chỗ trên đĩa") && error.contains("5 MiB") && error.contains("Kết quả cũ còn nguyên"), "{error}");
}

#[test]
fn a_held_file_is_not_replaced_and_the_new_one_named() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("so-sanh.xlsx");
    assert_eq!(super::save_or_beside(&path, b"1").expect("written").place, path);
    only_to_read(&path, true);
    let landed = super::save_or_beside(&path, b"2").expect("written");
    assert_eq!((landed.place, landed.held), (place.path().join("so-sanh (2).xlsx"), Some(path.clone())));
    only_to_read(&path, false);
    assert_eq!(files(place.path()), expected(&[("so-sanh.xlsx", "1"), ("so-sanh (2).xlsx", "2")]));
}

#[test]
fn one_file_is_saved_whole_over_an_old_one() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("moi/so-sanh.xlsx");
    save(&path, b"1").expect("the file can be written");
    save(&path, b"2").expect("the file can be replaced");
    assert_eq!(files(place.path()), expected(&[("moi/so-sanh.xlsx", "2")]));
}
