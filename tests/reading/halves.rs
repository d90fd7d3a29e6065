//! Plans side by side under the halves of the year.

use super::{rules, sheet, work};
use crate::paper::{Paper, reading};

const BELOW: [&str; 6] = [
    "1|1.3|Kiện toàn chi đoàn|9/2023|Tổng kết chi đoàn|5/2024",
    "2|3.6|Lập danh mục sách|12/2023|Mua sách|3/2024",
    "3|5.2|Phụ đạo học sinh|11/2023||",
    "4|5.4|||Tham quan di tích|4/2024",
    "Nơi nhận:||||HIỆU TRƯỞNG|",
    "- Lưu: VT||||Nguyễn Thị Hạnh|",
];
const ALL: [&str; 6] = [
    "1.3 Kiện toàn chi đoàn @ 9/2023",
    "3.6 Lập danh mục sách @ 12/2023",
    "5.2 Phụ đạo học sinh @ 11/2023",
    "1.3 Tổng kết chi đoàn @ 5/2024",
    "3.6 Mua sách @ 3/2024",
    "5.4 Tham quan di tích @ 4/2024",
];

fn sorted(read: &ctcl::reading::Reading) -> Vec<String> {
    let mut all = work(read);
    all.sort();
    all
}

#[test]
fn work_of_both_halves_is_read_each_with_its_time() {
    let mut all = ALL.to_vec();
    all.sort_unstable();
    for titles in [
        &["STT|Tiêu chí|Học kỳ I||Học kỳ II|", "||Nội dung|Thời gian|Nội dung|Thời gian"][..],
        &["STT|Tiêu chí|Từ tháng 8 đến tháng 12/2023||Từ tháng 1 đến tháng 5/2024|", "||Công việc|Thời gian|Công việc|Thời gian"],
        &["STT|Tiêu chí|Công việc học kỳ I|Thời gian HKI|Công việc học kỳ II|Thời gian HKII"],
        &["STT|Tiêu chí|Công việc HKI|Thời gian HKI|Công việc HKII|Thời gian HKII"],
    ] {
        let read = reading(&[sheet(&[titles, &BELOW].concat())]);
        assert_eq!(sorted(&read), all, "{:?}", rules(&read));
        assert!(rules(&read).contains("T38") && !rules(&read).contains("R04"), "{:?}", rules(&read));
        let later = read.actions.iter().find(|action| action.task == "Tổng kết chi đoàn").expect("read above");
        assert_eq!(later.origin.cell.to_string(), format!("B{}", titles.len() + 3), "it stands where it stood");
    }
}

#[test]
fn work_without_a_time_of_its_own_has_that_of_its_half() {
    let titles = ["STT|Tiêu chí|Học kỳ I||Học kỳ II|", "||Nội dung|Thời gian|Nội dung|Thời gian"];
    let rows = ["1|1.3|Kiện toàn chi đoàn||Tổng kết chi đoàn|", "2|3.6|Lập danh mục sách|12/2023|Mua sách|3/2024"];
    let read = reading(&[sheet(&[&titles[..], &rows].concat())]);
    let all = work(&read);
    assert!(all.contains(&"1.3 Tổng kết chi đoàn @ Học kỳ II".to_owned()), "{all:?}");
    assert!(all.contains(&"1.3 Kiện toàn chi đoàn @ Học kỳ I".to_owned()), "{all:?}");
}

#[test]
fn halves_may_be_all_that_says_when_and_may_tell_what_came_of_their_work() {
    let titles = ["STT|Tiêu chí|Quý IV/2023||Quý I/2024|", "||Nội dung|Người làm|Nội dung|Người làm"];
    let rows = ["1|1.1|Rà soát chiến lược|HT|Công bố chiến lược|PHT", "2|3.6|Khảo sát nhu cầu sách|TV|Mua sách|TV"];
    let read = reading(&[sheet(&[&titles[..], &rows].concat())]);
    let expected = [
        "1.1 Công bố chiến lược @ Quý I/2024",
        "1.1 Rà soát chiến lược @ Quý IV/2023",
        "3.6 Khảo sát nhu cầu sách @ Quý IV/2023",
        "3.6 Mua sách @ Quý I/2024",
    ];
    assert_eq!(sorted(&read), expected, "{:?}", rules(&read));
    let told = [
        "TT|Tiêu chí|Học kỳ I||Học kỳ II|",
        "||Công việc|Kết quả|Công việc|Kết quả",
        "1|1.1|Rà soát chiến lược|Đã hoàn thành|Công bố chiến lược|",
    ];
    assert!(rules(&reading(&[sheet(&told)])).contains("T38"));
    let same = [
        "TT|Tiêu chí|Học kỳ I||Học kỳ II|",
        "||Công việc|Kết quả|Công việc|Kết quả",
        "1|1.1|Bồi dưỡng giáo viên|Đang làm|Bồi dưỡng giáo viên|Xong",
    ];
    assert!(!rules(&reading(&[sheet(&same)])).contains("T38"));
}

#[test]
fn results_told_half_by_half_and_plans_that_replace_each_other_stay_one_table() {
    let results = Paper::of(
        "KQ",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Nội dung công việc|Học kỳ I||Học kỳ II|",
            "|||Đã làm xong|Đang làm|Đã làm xong|Đang làm",
            "1|1.3|Kiện toàn chi đoàn|x||x|",
            "2|3.6|Mua sách||x|x|",
        ],
    );
    assert!(!rules(&reading(&[results])).contains("T38"));
    let years = ["TT|Tiêu chí|Năm học 2022-2023||Năm học 2023-2024|", "||Nội dung|Thời gian|Nội dung|Thời gian", "1|1.3|a|9/2022|b|9/2023"];
    assert!(!rules(&reading(&[sheet(&years)])).contains("T38"));
}
