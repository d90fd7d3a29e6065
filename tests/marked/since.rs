//! What `--since` says of a school in each of the ways a mended workbook comes back.

use std::fs;

use super::{FILE, PLAN, Place, check, lived_in};
use crate::program::json;

const RIGHT: &str = "Tháng 9/2023";

fn with_time(row: usize, line: &str) -> Vec<&str> {
    let mut rows = PLAN.to_vec();
    rows[row] = line;
    rows
}

#[test]
fn a_school_is_told_the_truth_however_its_workbook_comes_back() {
    let place = Place::with(&[(FILE, &lived_in(PLAN))]);
    place.hand_back("gui", "tra");
    let open = json(&place.path("tra/doi-chieu.json"))["findings"].as_array().expect("findings").len();
    let mended_line = PLAN[4].replace("lúc nào rảnh thì làm", RIGHT);
    let mended = with_time(4, &mended_line);
    let worse_line = PLAN[4].replace("lúc nào rảnh thì làm", "hôm nào tiện thì làm");
    let worse = with_time(4, &worse_line);
    let mut all = mended.clone();
    let (year, code) = (PLAN[5].replace("20233", "2023"), PLAN[6].replace("9.9", "3.5"));
    (all[5], all[6]) = (&year, &code);
    let mut swapped = PLAN.to_vec();
    swapped.swap(4, 5);
    let mut moved = PLAN.to_vec();
    moved.insert(0, "UBND XÃ AN PHÚ");
    moved.insert(4, "");
    let text = |done: usize, fresh: usize| format!("đã sửa {done}/{open}, còn {}, mới {fresh}", open - done);
    for (name, file, rows, expected) in [
        ("nothing mended", FILE, PLAN.to_vec(), text(0, 0)),
        ("one mended", FILE, mended.clone(), text(1, 0)),
        ("one mended, renamed", "ban cuoi/ke hoach (2).xlsm", mended, text(1, 0)),
        ("written otherwise and still wrong", FILE, worse, text(0, 0)),
        ("every cell mended, forms still missing", FILE, all, text(3, 0)),
        ("rows in another order", FILE, swapped, text(0, 0)),
        ("rows moved down", FILE, moved, text(0, 0)),
    ] {
        let folder = place.path(&format!("lan {name}"));
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, lived_in(&rows)).expect("written");
        let again = check(&folder, &["--since", &place.path("tra").display().to_string()]);
        assert_eq!(again["since"][0]["text"], expected, "{name}");
    }
    // In the marked workbook itself, by a program that saves everything anew.
    let marked = fs::read(place.path("tra").join(FILE)).expect("marked");
    fs::create_dir_all(place.path("danh-dau")).expect("made");
    fs::write(place.path("danh-dau").join(FILE), marked).expect("written");
    let again = check(&place.path("danh-dau"), &["--since", &place.path("tra").display().to_string()]);
    assert_eq!(again["since"][0]["text"], text(0, 0));
}
