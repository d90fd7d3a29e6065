//! Columns that say how far work has come, under whatever title, and those that only seem to.

use super::columns::told;
use super::{rules, sheet};
use crate::paper::reading;
use ctcl::reading::Reading;

const DONE: [&str; 3] = [
    "1|1.1|Rà soát hồ sơ|Hiệu trưởng|9/2023",
    "2|1.2|Kiện toàn hội đồng|Hiệu trưởng|10/2023",
    "3|1.3|Đại hội liên đội|Tổng phụ trách|11/2023",
];

fn states(title: &str, of: [&str; 3], below: &str) -> (Vec<&'static str>, Reading) {
    let titles = format!("TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|{title}");
    let rows: Vec<String> = DONE.iter().zip(of).map(|(row, of)| format!("{row}|{of}")).collect();
    let read = reading(&[sheet(&[&titles, &rows[0], &rows[1], &rows[2], "", below])]);
    (read.actions.iter().map(|action| action.status.code()).collect(), read)
}

#[test]
fn states_under_the_title_of_something_else_are_read_and_told() {
    const ALL: [&str; 3] = ["completed", "in_progress", "not_started"];
    for (title, by) in [("Ghi chú", "T14"), ("Theo dõi", "T14"), ("Hiện nay", "T14"), ("Đánh giá của BGH", "T04")] {
        let (read, of) = states(title, ["Đã xong", "Đang làm", "Chưa làm"], "");
        assert_eq!(read, ALL, "{title}");
        assert_eq!(told(&of, by), [(title, Some("Tình trạng"))]);
    }
    // Notes on some of the work say no state of the others.
    let (read, of) = states("Ghi chú", ["Đã xong", "", ""], "");
    assert_eq!(read, ["no_report"; 3]);
    assert!(told(&of, "T14").is_empty());
    let (read, _) = states("Ghi chú", ["Việc mới", "Chuyển từ năm trước", "Ưu tiên"], "");
    assert_eq!(read, ["no_report"; 3]);
}

#[test]
fn a_result_with_nothing_to_ask_is_done_though_it_has_no_word_of_state() {
    let (read, of) = states("Kết quả thực hiện", ["Đủ 312 hồ sơ, xếp theo năm", "QĐ 78/QĐ-THCS, 13 thành viên", "Bầu 15 em vào BCH"], "");
    assert_eq!(read, ["completed"; 3], "{:?}", rules(&of));
    assert!(!rules(&of).contains("C14"), "{:?}", rules(&of));
    let (read, of) = states("Kết quả thực hiện", ["Hồ sơ 2 tổ chưa nộp", "Dồn vào dịp 26/3 luôn", "Vẫn như cũ"], "");
    assert!(!read.contains(&"completed"), "{read:?} {:?}", rules(&of));
    // As software prints them.
    let (read, _) = states("Tình trạng", ["Done", "In Progress", "Not started"], "");
    assert_eq!(read, ["completed", "in_progress", "not_started"]);
}

#[test]
fn signs_are_read_as_the_sheet_explains_them() {
    const ALL: [&str; 3] = ["completed", "in_progress", "not_started"];
    for (signs, legend) in [
        (["x", "o", "/"], "Ký hiệu: x: đã xong; o: đang làm; /: chưa làm"),
        (["A", "B", "C"], "Ghi chú: A - hoàn thành; B - đang thực hiện; C - chưa thực hiện"),
        (["Xanh", "Vàng", "Đỏ"], "Xanh = đã hoàn thành; Vàng = đang thực hiện; Đỏ = chưa thực hiện"),
    ] {
        let (read, of) = states("Tình trạng", signs, legend);
        assert_eq!(read, ALL, "{legend}");
        assert_eq!(told(&of, "T33"), [(legend, None)]);
    }
    // One sign, and the empty cell beside it.
    let (read, of) = states("Tình trạng", ["x", "", "x"], "Dấu x là chưa làm, để trống là đã làm");
    assert_eq!(read, ["not_started", "completed", "not_started"]);
    assert_eq!(told(&of, "T33").len(), 1);
    // Letters that count the parts of the plan are no signs.
    let rows = [
        "A||Công tác tổ chức",
        "I|1.1|Rà soát|HT|9/2023|A",
        "II|1.2|Kiện toàn|HT|10/2023|B",
        "B||Cơ sở vật chất",
        "III|3.5|Mua máy|KT|11/2023|A",
    ];
    let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kết quả";
    let read = reading(&[sheet(&[&["A: hoàn thành, B: đang thực hiện", titles], &rows[..]].concat())]);
    let shown: Vec<String> = read.actions.iter().map(|action| format!("{} {}", action.task, action.status.code())).collect();
    assert_eq!(shown, ["Rà soát completed", "Kiện toàn in_progress", "Mua máy completed"], "{:?}", rules(&read));
    // Without an explanation a sign that is no tick is asked about.
    let (read, of) = states("Tình trạng", ["x", "o", "/"], "");
    assert_eq!(read, ["completed", "in_progress", "no_report"]);
    assert!(rules(&of).contains("C14"), "{:?}", rules(&of));
}

#[test]
fn progress_told_in_words_under_a_title_of_times_is_the_state_of_the_work() {
    let of = |title: &str, said: [&str; 3]| {
        let rows = [
            "1|1.1|Đạt|Xây bể nước|HT|Tháng 9/2023",
            "2|1.2|Đạt|Tuyển giáo viên|HT|Tháng 10/2023",
            "3|1.3|Đạt|Thay công tơ|HT|Tháng 11/2023",
        ];
        let lines: Vec<String> = rows.iter().zip(said).map(|(row, said)| format!("{row}|Không|{said}")).collect();
        let titles = format!(
            "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp cần thực hiện|Chủ trì và phối hợp thực hiện|Thời gian thực hiện và hoàn thành|Dự kiến kinh phí|{title}|Ghi chú"
        );
        let all: Vec<&str> = std::iter::once(titles.as_str()).chain(lines.iter().map(String::as_str)).collect();
        let read = reading(&[sheet(&all)]);
        read.actions.iter().map(|action| format!("{:?} {}", action.window.due, action.status.code())).collect::<Vec<String>>()
    };
    let words = [
        "Ngày 14/11/2023 UBND xã đã bàn giao 01 bộ đồ chơi liên hoàn",
        "Chưa có kinh phí nên chưa làm",
        "Đang chờ huyện điều động nhân viên y tế",
    ];
    let times = ["Tháng 12/2023", "Tháng 1/2024", "Quý II/2024"];
    for title in ["Tiến độ", "Tiến độ thực hiện"] {
        let states = of(title, words);
        assert_eq!(states, ["Some(2023-09-30) completed", "Some(2023-10-31) not_started", "Some(2023-11-30) in_progress"], "{title}");
        assert!(of(title, times).iter().all(|state| state.ends_with("no_report")), "{title}");
    }
}

#[test]
fn crosses_under_people_are_who_does_it_and_crosses_under_states_the_state() {
    let of = |titles: &str, crosses: [&str; 3]| {
        let rows = ["1|1.1|Chia lớp|11/2023", "2|1.2|Sửa phòng|11/2023", "3|1.3|Mua đồ chơi|12/2023"];
        let lines: Vec<String> = rows.iter().zip(crosses).map(|(row, crosses)| format!("{row}|{crosses}")).collect();
        let titles = format!("TT|Tiêu chí|Công việc|Thời gian|{titles}");
        let all: Vec<&str> = std::iter::once(titles.as_str()).chain(lines.iter().map(String::as_str)).collect();
        reading(&[sheet(&all)])
    };
    let read = of("HT|PHT|TTCM|GV", ["x|x||", "|x||", "|x||x"]);
    let leads: Vec<&str> = read.actions.iter().map(|action| action.lead.as_str()).collect();
    assert_eq!(leads, ["HT, PHT", "PHT", "PHT, GV"]);
    assert!(read.actions.iter().all(|action| action.status.code() == "no_report"));
    for (titles, expected) in [
        ("Hoàn thành đúng hạn|Hoàn thành trễ hạn|Không hoàn thành", ["completed", "completed", "in_progress"]),
        ("0%|50%|100%", ["not_started", "in_progress", "completed"]),
        ("Đã xong|Đang làm|Chưa làm", ["completed", "in_progress", "not_started"]),
    ] {
        let read = of(titles, ["x||", "|x|", "||x"]);
        let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(states, expected, "{titles}");
    }
}

#[test]
fn what_is_there_before_the_work_is_no_state_of_it() {
    for (title, said) in [
        ("Hiện trạng", ["Đã có 5 máy", "Chưa có"]),
        ("Thực trạng", ["Đã có 5 máy", "Chưa có"]),
        ("Mô tả hiện trạng", ["Đạt Mức 1", "Không đạt"]),
        ("Kết quả tự đánh giá", ["Đạt Mức 1", "Không đạt"]),
        ("Kết quả đánh giá ngoài", ["Đạt Mức 1", "Không đạt"]),
        ("Tình hình hiện nay", ["Đã có 5 máy", "Đang xuống cấp"]),
    ] {
        let of_work = format!("TT|Nội dung công việc|{title}|Người thực hiện|Thời gian");
        let rows = [
            format!("1|Mua máy (tiêu chí 3.5)|{}|HT|Tháng 11/2023", said[0]),
            format!("2|Mua sách (tiêu chí 3.6)|{}|HT|Tháng 11/2023", said[1]),
        ];
        let coded = format!("TT|Tiêu chí|{title}|Nội dung công việc|Người thực hiện|Thời gian");
        let by_code = [format!("1|3.5|{}|Mua máy|HT|Tháng 11/2023", said[0]), format!("2|3.6|{}|Mua sách|HT|Tháng 11/2023", said[1])];
        for (header, rows) in [(&of_work, &rows), (&coded, &by_code)] {
            let read = reading(&[sheet(&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", header, &rows[0], &rows[1]])]);
            let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
            assert_eq!(states, ["no_report", "no_report"], "{header} {:?}", rules(&read));
            assert!(!rules(&read).contains("T30"), "{header} {:?}", rules(&read));
        }
    }
}

#[test]
fn how_things_stand_now_is_no_state_where_the_work_stands_behind_it() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Tình trạng hiện nay|Nội dung công việc|Người thực hiện|Thời gian",
        "1|3.5|Đã có 5 máy|Mua máy|HT|Tháng 11/2023",
        "2|3.6|Chưa có|Mua sách|HT|Tháng 11/2023",
    ])]);
    assert!(read.actions.iter().all(|action| action.status.code() == "no_report"), "{:?}", rules(&read));
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian|Tình trạng hiện nay",
        "1|3.5|Mua máy|HT|Tháng 11/2023|Đã mua",
        "2|3.6|Mua sách|HT|Tháng 11/2023|Chưa mua",
    ])]);
    assert_eq!(read.actions[0].status.code(), "completed", "{:?}", rules(&read));
}
