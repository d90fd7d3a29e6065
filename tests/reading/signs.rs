//! Marks whose sense the sheet explains, or that only the whole table tells.

use super::{expected, levels, rules, sheet};
use crate::paper::{Paper, Typed, reading};

const TITLES: &str = "Tiêu chí|Mức 1|Mức 2|Mức 3";

fn said(lines: &[&str]) -> (std::collections::BTreeMap<String, String>, Vec<String>) {
    let read = reading(&[sheet(lines)]);
    (levels(&read), rules(&read).into_iter().map(str::to_owned).collect())
}

#[test]
fn crosses_that_are_explained_are_read_as_they_are_explained() {
    let of = [("1.1", "+++"), ("1.2", "+-"), ("1.3", "+--"), ("1.10", "++")];
    let denied = [TITLES, "1.1|||", "1.2||✗|", "1.3||✗|✗", "1.10|||-"];
    let affirmed = [TITLES, "1.1|✗|✗|✗", "1.2|✗||", "1.3|✗||", "1.10|✗|✗|-"];
    let both = [TITLES, "1.1|✗|✗|✗", "1.2|✗|✓|", "1.3|✗|✓|✓", "1.10|✗|✗|-"];
    for (rows, legend) in [
        (denied, "Ghi chú: ✗: không đạt; để trống: đạt"),
        (denied, "Ký hiệu: (✗) chưa đạt, ô trống là đạt"),
        (denied, "Ghi chú: ✗ là không đạt"),
        (affirmed, "Ghi chú: ✗ là đạt"),
        (both, "Ghi chú: dấu ✗ là đạt, dấu ✓ là không đạt"),
    ] {
        for lines in [[&[legend], &rows[..]].concat(), [&rows[..], &["", legend]].concat()] {
            let (read, ids) = said(&lines);
            assert_eq!(read, expected(&of), "{legend}: {ids:?}");
            assert!(ids.contains(&"T33".to_owned()), "{legend}: {ids:?}");
            let x: Vec<String> = lines.iter().map(|line| line.replace('✗', "x")).collect();
            let (read, ids) = said(&x.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(read, expected(&of), "{legend}, with x: {ids:?}");
        }
    }
}

#[test]
fn crosses_alone_are_met_where_they_begin_at_the_lowest_level() {
    let (read, ids) = said(&[TITLES, "1.1|✗|✗|✗", "1.3|✗||", "1.4|✗|✗|", "1.10|✗|✗|-"]);
    assert_eq!(read, expected(&[("1.1", "+++"), ("1.3", "+--"), ("1.4", "++-"), ("1.10", "++")]), "{ids:?}");
    assert!(ids.contains(&"C41".to_owned()) && !ids.contains(&"C10".to_owned()), "{ids:?}");
    let (read, ids) = said(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||||✗", "1.3|✗|||", "1.4|||✗|", "1.10|||✗|-"]);
    assert_eq!(read, expected(&[("1.1", "+++"), ("1.3", "---"), ("1.4", "++-"), ("1.10", "++")]), "{ids:?}");
}

#[test]
fn crosses_that_may_deny_are_asked_about() {
    for rows in [
        // From some level upwards: so they would stand if they denied.
        ["1.1|||✗", "1.3||✗|✗", "1.4|||✗", "1.6|✗|✗|✗"],
        ["1.1|✗||", "1.3||✗|✗", "1.4|✗||", "1.6|✗|✗|✗"],
        ["1.1|✗|✗|✗", "1.3|✗|✗|✗", "1.4|✗|✗|✗", "1.6|✗|✗|✗"],
    ] {
        let (read, ids) = said(&[&[TITLES], &rows[..]].concat());
        assert!(read.values().all(|levels| levels == "???") && ids.contains(&"C10".to_owned()), "{rows:?}: {read:?} {ids:?}");
    }
}

#[test]
fn a_cross_beside_the_word_for_met_is_asked_about() {
    let (read, ids) = said(&[TITLES, "1.1|Đ|Đ|Đ", "1.3|Đ|Đ|x", "1.4|Đ|x|x", "1.10|Đ|Đ|"]);
    assert_eq!(read, expected(&[("1.1", "+++"), ("1.3", "++?"), ("1.4", "+??"), ("1.10", "++")]), "{ids:?}");
    assert!(ids.contains(&"C10".to_owned()), "{ids:?}");
}

#[test]
fn shares_of_the_indicators_of_a_level_say_whether_it_is_met() {
    let rows = ["1.1|100%|100%|0%", "1.2|67%|100%|", "1.3|100%|100%|50%", "1.6|100%|50%|100%", "1.10|100%|100%|"];
    let of = [("1.1", "++-"), ("1.2", "--"), ("1.3", "++-"), ("1.6", "+--"), ("1.10", "++")];
    let (read, ids) = said(&[&[TITLES], &rows[..]].concat());
    assert_eq!(read, expected(&of), "{ids:?}");
    assert!(ids.contains(&"C40".to_owned()) && !ids.contains(&"C10".to_owned()), "{ids:?}");
    let mut paper = Paper::of("TĐG", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", TITLES]);
    for (row, shares) in [("1.1", [1.0, 1.0, 0.0]), ("1.3", [1.0, 1.0, 0.5]), ("1.4", [1.0, 0.5, 0.0])].iter().enumerate() {
        paper.cells.push((row as u32 + 3, 0, Typed::Text(shares.0.to_owned())));
        let cells = shares.1.iter().enumerate().map(|(at, share)| (row as u32 + 3, at as u16 + 1, Typed::Share(*share)));
        paper.cells.extend(cells);
    }
    let read = reading(&[paper]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++-"), ("1.4", "+--")]), "{:?}", rules(&read));
}

#[test]
fn other_percentages_under_levels_are_told_and_judge_nothing() {
    for rows in [
        // How far a level is worked towards.
        ["1.1|80%|60%|40%", "1.2|90%|70%|", "1.3|100%|75%|20%", "1.4|100%|80%|10%"],
        // No criterion has them all.
        ["1.1|67%||", "1.2|33%|50%|", "1.3|33%|50%|50%", "1.4|67%|50%|50%"],
    ] {
        let (read, ids) = said(&[&[TITLES], &rows[..]].concat());
        assert!(read.values().all(|levels| levels.chars().all(|level| level == '?')), "{rows:?}: {read:?}");
        assert!(ids.contains(&"C10".to_owned()) && !ids.contains(&"C40".to_owned()), "{ids:?}");
    }
}

#[test]
fn criteria_judged_by_a_word_under_titles_of_work_are_no_works() {
    let rows = |verdicts: [&str; 4]| {
        let names = [
            "1.1|Phương hướng, chiến lược xây dựng và phát triển nhà trường",
            "1.5|Khối lớp và tổ chức lớp học",
            "1.9|Thực hiện quy chế dân chủ cơ sở",
            "3.6|Thư viện",
        ];
        names.iter().zip(verdicts).map(|(name, verdict)| format!("{name}|{verdict}")).collect::<Vec<_>>()
    };
    let of = |titles: &str, rows: &[String]| {
        let mut all = vec!["KẾT QUẢ TỰ ĐÁNH GIÁ", titles];
        all.extend(rows.iter().map(String::as_str));
        reading(&[sheet(&all)])
    };
    for verdicts in [["Đạt", "Không đạt", "Đạt", "Đạt"], ["Đ", "K", "Đ", "Đ"]] {
        let read = of("Tiêu chí|Nội dung|Kết quả", &rows(verdicts));
        assert!(read.actions.is_empty() && read.reports.is_empty() && !rules(&read).is_empty(), "{verdicts:?}: {:?}", rules(&read));
    }
    let read = of("Tiêu chí|Nội dung|Kết quả", &rows(["Đã xong", "Đang làm", "Chưa làm", "Đã xong"]));
    assert_eq!(read.reports.len() + read.actions.len(), 4, "{:?}", rules(&read));
    let read = of("Tiêu chí|Nội dung|Kết quả", &["1.1|Họp hội đồng|Đạt", "1.5|Chia lớp|Đạt", "3.6|Mua sách|Không đạt"].map(str::to_owned));
    assert_eq!(read.reports.len() + read.actions.len(), 3, "{:?}", rules(&read));
}

#[test]
fn signs_beside_their_meanings_below_the_table_are_read_and_are_no_part_of_its_last_row() {
    const PLAN: &str = "TT|Tiêu chí|Công việc|Phụ trách|Hạn|Tình trạng";
    let states = |signs: [&str; 3]| {
        let rows =
            [("1|1.7|Bình xét thi đua|HT|31/5/2024", 2), ("2|3.1|Nạo vét mương|Đội|30/9/2023", 0), ("3|3.6|Bọc sách|TV|31/12/2023", 1)];
        let rows = rows.map(|(row, sign)| format!("{row}|{}", signs[sign]));
        let meanings = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"];
        let legend: Vec<String> = signs.iter().zip(meanings).map(|(sign, meaning)| format!("|{sign}|{meaning}")).collect();
        let lines: Vec<&str> =
            [PLAN].into_iter().chain(rows.iter().map(String::as_str)).chain([""]).chain(legend.iter().map(String::as_str)).collect();
        let read = reading(&[sheet(&lines)]);
        assert!(rules(&read).contains("T33") && read.actions.len() == 3, "{:?}", rules(&read));
        assert!(read.actions.iter().all(|action| !action.task.contains('\n')));
        read.actions.iter().map(|action| action.status.code()).collect::<Vec<_>>()
    };
    for signs in [["●", "◐", "○"], ["H", "Đ", "C"], ["x", "/", "o"]] {
        assert_eq!(states(signs), ["not_started", "completed", "in_progress"], "{signs:?}");
    }
}
