//! Rows that are nothing but a state, over the works that have come so far.

use super::{rules, sheet};
use crate::paper::reading;
use ctcl::model::Criterion;
use ctcl::reading::Reading;

#[test]
fn tables_side_by_side_under_their_states_have_them() {
    let read = reading(&[sheet(&[
        "BÁO CÁO THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
        "",
        "VIỆC ĐÃ LÀM XONG|||||VIỆC CHƯA LÀM",
        "Tiêu chí|Công việc|Phụ trách|Hạn||Tiêu chí|Công việc|Phụ trách|Hạn",
        "1.3|Họp chi bộ|Bí thư|30/9/2023||3.2|Thay ngói|Bảo vệ|30/12/2023",
        "3.1|Trồng tre|Đoàn|30/10/2023||3.5|Mua đàn|TPT|30/4/2024",
    ])]);
    let mut states: Vec<(String, &str)> = read.actions.iter().map(|action| (action.task.clone(), action.status.code())).collect();
    states.extend(read.reports.iter().map(|report| (report.planned.clone(), report.status.code())));
    states.sort();
    let expected = [("Họp chi bộ", "completed"), ("Mua đàn", "not_started"), ("Thay ngói", "not_started"), ("Trồng tre", "completed")];
    assert_eq!(states, expected.map(|(task, state)| (task.to_owned(), state)), "{:?}", rules(&read));
    assert!(rules(&read).contains("T41"), "{:?}", rules(&read));
}

/// Works by their names, each with its criterion and its state, whichever table they came from.
fn by_work(read: &Reading) -> Vec<(String, String, &'static str)> {
    let criterion = |criterion: Option<Criterion>| criterion.map_or_else(String::new, |criterion| criterion.to_string());
    let bare = |text: &str| text.trim_start_matches(['-', ' ']).to_owned();
    let mut works: Vec<_> =
        read.actions.iter().map(|action| (bare(&action.task), criterion(action.criterion), action.status.code())).collect();
    works.extend(read.reports.iter().map(|report| (bare(&report.planned), criterion(report.criterion), report.status.code())));
    works.sort();
    works
}

#[test]
fn states_head_works_that_nothing_counts() {
    let layouts: [&[&str]; 6] = [
        &[
            "Nội dung công việc|Tiêu chí|Thời gian",
            "I. Đã hoàn thành",
            "Rà soát chiến lược|1.1|10/2023",
            "Chia lớp|1.5|10/2023",
            "II. Chưa thực hiện",
            "Sửa thư viện|3.3|11/2023",
        ],
        &[
            "TT|Nội dung công việc|Tiêu chí|Thời gian",
            "I|Đã hoàn thành",
            "|Rà soát chiến lược|1.1|10/2023",
            "|Chia lớp|1.5|10/2023",
            "II|Chưa thực hiện",
            "|Sửa thư viện|3.3|11/2023",
        ],
        &[
            "Nhiệm vụ|Tiêu chí|Thời gian",
            "Các việc đã hoàn thành (2 việc):",
            "- Rà soát chiến lược|1.1|10/2023",
            "- Chia lớp|1.5|10/2023",
            "Các việc chưa thực hiện (1 việc):",
            "- Sửa thư viện|3.3|11/2023",
        ],
        &[
            "Hoạt động|Thời gian|Phụ trách",
            "a) Đã hoàn thành",
            "Tiêu chí 1.1",
            "Rà soát chiến lược|10/2023|Hiệu trưởng",
            "Tiêu chí 1.5",
            "Chia lớp|10/2023|Giáo viên",
            "b) Chưa thực hiện",
            "Tiêu chí 3.3",
            "Sửa thư viện|11/2023|Kế toán",
        ],
        &[
            "Nội dung|Thời gian|Phụ trách",
            "Tiêu chí 1.1",
            "Đã hoàn thành",
            "Rà soát chiến lược|10/2023|Hiệu trưởng",
            "Tiêu chí 1.5",
            "Đã hoàn thành",
            "Chia lớp|10/2023|Giáo viên",
            "Tiêu chí 3.3",
            "Chưa thực hiện",
            "Sửa thư viện|11/2023|Kế toán",
        ],
        &[
            "TT|Tiêu chí|Công việc|Thời gian",
            "1||CÁC NỘI DUNG ĐÃ THỰC HIỆN XONG",
            "1|1.1|Rà soát chiến lược|10/2023",
            "2|1.5|Chia lớp|10/2023",
            "2||CÁC NỘI DUNG KHÔNG THỰC HIỆN ĐƯỢC",
            "1|3.3|Sửa thư viện|11/2023",
        ],
    ];
    for layout in layouts {
        let lines = [&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", ""], layout, &["", "Nơi nhận:||HIỆU TRƯỞNG"]].concat();
        let read = reading(&[sheet(&lines)]);
        let expected =
            [("Chia lớp", "1.5", "completed"), ("Rà soát chiến lược", "1.1", "completed"), ("Sửa thư viện", "3.3", "not_started")];
        assert_eq!(by_work(&read), expected.map(|(work, code, state)| (work.to_owned(), code.to_owned(), state)), "{layout:?}");
        assert!(rules(&read).contains("T41"), "{layout:?}");
    }
}

#[test]
fn the_next_part_ends_the_state_above_it() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "",
        "TT|Tiêu chí|Công việc|Thời gian",
        "I||Đã hoàn thành",
        "1|1.1|Rà soát chiến lược|10/2023",
        "II||Đang thực hiện",
        "2|1.5|Chia lớp|10/2023",
        "III||Việc phát sinh",
        "3|3.3|Sửa thư viện|11/2023",
    ])]);
    let expected = [("Chia lớp", "1.5", "in_progress"), ("Rà soát chiến lược", "1.1", "completed"), ("Sửa thư viện", "3.3", "no_report")];
    assert_eq!(by_work(&read), expected.map(|(work, code, state)| (work.to_owned(), code.to_owned(), state)), "{:?}", rules(&read));
    let told = read.findings.iter().find(|finding| finding.rule.id == "T41").expect("it is told");
    assert!(told.message().contains("(dưới \"Việc phát sinh\" không lấy tình trạng nào)"), "{}", told.message());
}

#[test]
fn what_only_sounds_like_a_state_heads_no_works() {
    // Works of their own, and a state that stands under a work.
    for rows in [
        &["1|1.1|Hoàn thành hồ sơ tự đánh giá|10/2023", "2|1.5|Đã hoàn thành|10/2023", "3|3.3|Sửa thư viện|11/2023"][..],
        &["1|1.1|Tiếp tục thực hiện phong trào|", "2|1.5|Hoàn thành phổ cập|10/2023", "3|3.3|Chưa có phòng đọc|11/2023"],
    ] {
        let lines = [&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "", "TT|Tiêu chí|Công việc|Thời gian"], rows].concat();
        let read = reading(&[sheet(&lines)]);
        assert!(!rules(&read).contains("T41"), "{rows:?}");
        assert_eq!(read.actions.len(), 3, "{rows:?}");
    }
}
