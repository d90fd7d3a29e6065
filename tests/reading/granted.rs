//! Money asked for and granted under titles that do not speak of money.

use super::{rules, sheet};
use crate::paper::reading;

#[test]
fn amounts_under_asked_and_granted_are_the_money_that_is_granted() {
    let rows = [
        "1|1.3|Bồi dưỡng|10/2023|15.000.000|10.000.000",
        "2|3.5|Mua máy|11/2023|45.000.000|40.000.000",
        "3|3.6|Mua sách|3/2024|8 triệu|5 triệu",
    ];
    for titles in ["Đề nghị|Được duyệt", "Trường đề nghị|Cấp trên duyệt", "Đề xuất|Phê duyệt"] {
        let titles = format!("TT|Tiêu chí|Nội dung công việc|Thời gian|{titles}");
        let read = reading(&[sheet(&[&[titles.as_str()], &rows[..]].concat())]);
        let money: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
        assert_eq!(money, [Some(10_000_000), Some(40_000_000), Some(5_000_000)], "{titles}: {:?}", rules(&read));
        assert!(rules(&read).contains("T91"), "{:?}", rules(&read));
        for id in ["T14", "T15", "T29", "T30"] {
            assert!(!rules(&read).contains(id), "{titles}, {id}: {:?}", rules(&read));
        }
    }
}

#[test]
fn things_asked_for_and_granted_are_no_money() {
    let titles = "TT|Tiêu chí|Nội dung công việc|Thời gian|Đề nghị|Được duyệt";
    for rows in [
        ["1|1.3|Bồi dưỡng|10/2023|Cử báo cáo viên|Đồng ý", "2|3.5|Mua máy|11/2023|Cấp 5 máy|Chưa duyệt"],
        ["1|1.3|Mua bàn|10/2023|20|15", "2|3.5|Mua máy|11/2023|5|5"],
    ] {
        let read = reading(&[sheet(&[&[titles], &rows[..]].concat())]);
        assert!(read.actions.iter().all(|action| action.cost.amount_vnd.is_none()), "{rows:?}");
        assert!(!rules(&read).contains("T91"), "{:?}", rules(&read));
    }
}
