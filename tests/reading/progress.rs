//! How far work has come, told where the form has no place for it: under "Tiến độ hoàn thành", "Hoàn thành", "Tự đánh giá", and its pace beside it.

use super::{expected, rules, sheet};
use crate::paper::{Paper, Typed, reading};
use ctcl::reading::Reading;

const CODES: [&str; 3] = ["completed", "in_progress", "not_started"];

/// Three works due in November, the columns beside their time and what stands below these.
fn plan(titles: &str, said: [&str; 3]) -> Paper {
    let works = ["1|1.5|Chia lớp theo quy định", "2|3.2|Sửa phòng học", "3|3.5|Mua đồ dùng dạy học"];
    let rows: Vec<String> = works.iter().zip(said).map(|(work, said)| format!("{work}|Tháng 11/2023|{said}")).collect();
    let titles = format!("TT|Tiêu chí|Nội dung công việc|Thời gian|{titles}");
    sheet(&[&titles, &rows[0], &rows[1], &rows[2]])
}

/// The states, where the time of every work is what its own column says.
fn states(read: &Reading) -> Vec<&str> {
    assert!(read.actions.iter().all(|action| action.time_text == "Tháng 11/2023"), "{:?}", read.actions);
    read.actions.iter().map(|action| action.status.code()).collect()
}

fn told(read: &Reading, id: &str) -> usize {
    read.findings.iter().filter(|finding| finding.rule.id == id).count()
}

#[test]
fn progress_beside_the_time_is_no_part_of_it() {
    for said in [["100%", "40%", "0%"], ["Xong", "Đang làm", "Chưa làm"], ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"]]
    {
        for title in ["Tiến độ hoàn thành", "Tiến độ"] {
            let read = reading(&[plan(title, said)]);
            assert_eq!(states(&read), CODES, "{title} {said:?}: {:?}", rules(&read));
        }
    }
    for numbers in [[1.0, 0.4, 0.0], [100.0, 40.0, 0.0]] {
        let paper = numbers
            .into_iter()
            .zip(3..)
            .fold(plan("Tiến độ", [""; 3]), |paper, (number, row)| paper.put(row, 4, Typed::Number(number)));
        let read = reading(&[paper]);
        assert_eq!(states(&read), CODES, "{numbers:?}: {:?}", rules(&read));
        assert!(!rules(&read).contains("C14"), "{numbers:?}");
    }
    // Months are months.
    let months =
        reading(&[sheet(&["TT|Tiêu chí|Nội dung công việc|Người làm|Tiến độ", "1|1.5|Chia lớp|HT|9/2023", "2|3.2|Sửa phòng|KT|11/2023"])]);
    assert!(months.actions.iter().all(|action| action.window.due.is_some()), "{:?}", rules(&months));
}

#[test]
fn what_answers_whether_work_is_completed_is_its_state() {
    for said in [["✓", "✗", ""], ["Có", "Không", ""], ["Đã xong", "Chưa", ""], ["v", "x", ""], ["ü", "û", ""]] {
        let read = reading(&[plan("Hoàn thành", said)]);
        assert_eq!(states(&read), ["completed", "not_started", "no_report"], "{said:?}: {:?}", rules(&read));
    }
    let when = reading(&[sheet(&["TT|Tiêu chí|Công việc|Bắt đầu|Hoàn thành", "1|1.1|Rà soát|9/2023|10/2023"])]);
    assert_eq!(when.actions[0].window.due, Some(jiff::civil::date(2023, 10, 31)));
}

#[test]
fn what_a_school_says_of_its_work_in_sentences_is_its_state() {
    let sentences = ["Đã chia lớp xong từ đầu năm học", "Đang làm, dự kiến xong tháng 2/2024", "Chưa có kinh phí nên chưa mua được"];
    for title in [
        "Tự đánh giá",
        "Nhận xét",
        "Diễn biến",
        "Tiến độ hoàn thành",
        "Kết quả tự đánh giá",
        "Tiến độ (đến 31/12/2023)",
        "Nội dung đã thực hiện",
    ] {
        let read = reading(&[plan(title, sentences)]);
        assert_eq!(states(&read), CODES, "{title}: {:?}", rules(&read));
    }
    // Of what the plan starts from, before the work, it says nothing of the work.
    let before = [
        "TT|Tiêu chí|Kết quả tự đánh giá|Nội dung công việc|Thời gian",
        "1|1.5|Chưa đủ hồ sơ các lớp|Chia lớp|Tháng 11/2023",
        "2|3.2|Phòng học đã xuống cấp, chưa sửa xong|Sửa phòng|Tháng 11/2023",
    ];
    let read = reading(&[sheet(&before)]);
    assert!(states(&read).iter().all(|state| *state == "no_report"), "{:?}", rules(&read));
    // Nor do remarks of the office.
    let read = reading(&[plan("Nhận xét", ["Kế hoạch rõ ràng", "Cần bổ sung minh chứng", "Phù hợp"])]);
    assert!(states(&read).iter().all(|state| *state == "no_report"), "{:?}", rules(&read));
    // Under a title that could be anything they are left out, and that is told.
    let read = reading(&[plan("Cột H", sentences)]);
    assert_eq!(told(&read, "T29") + told(&read, "T14"), 1, "{:?}", rules(&read));
}

#[test]
fn how_work_keeps_to_its_time_is_no_time() {
    for titles in ["Kết quả thực hiện|Tiến độ", "Kết quả|Tiến độ thực hiện"] {
        let read = reading(&[plan(titles, ["Đã hoàn thành|Đúng tiến độ", "Đang làm|Chậm", "Chưa thực hiện|Chậm 2 tháng"])]);
        assert_eq!(states(&read), CODES, "{titles}: {:?}", rules(&read));
        let late: Vec<bool> = read.actions.iter().map(|action| action.late_stated).collect();
        assert_eq!(late, [false, true, true], "{titles}");
        assert!(read.actions.iter().all(|action| action.window.start.is_some()), "{titles}");
    }
}

#[test]
fn a_state_beside_what_was_done_goes_before_it() {
    let sentences = ["Các lớp đã chia đúng quy định", "Đã sửa 3 phòng", ""];
    for states_said in [["Hoàn thành", "Đang thực hiện", "Chưa thực hiện"], ["Đã xong", "Đang làm", "Chưa làm"], ["100%", "60%", "0%"]]
    {
        for (title, result_first) in
            [("Tình trạng", true), ("Tình trạng", false), ("Mức độ hoàn thành", true), ("Trạng thái", true), ("Tỷ lệ hoàn thành", false)]
        {
            for result in ["Kết quả", "Kết quả thực hiện", "Kết quả đạt được"] {
                let pair = |one: &str, other: &str| if result_first { format!("{one}|{other}") } else { format!("{other}|{one}") };
                let said = [0, 1, 2].map(|at| pair(sentences[at], states_said[at]));
                let titles = pair(result, title);
                let read = reading(&[plan(&titles, [&said[0], &said[1], &said[2]])]);
                assert_eq!(states(&read), CODES, "{titles} {said:?}: {:?}", rules(&read));
                assert_eq!((told(&read, "T29"), told(&read, "T14"), told(&read, "T03")), (0, 0, 0), "{titles}: {:?}", rules(&read));
                let done: Vec<&str> = read.actions.iter().map(|action| action.done_text.as_str()).collect();
                assert_eq!(done[1], "Đã sửa 3 phòng", "{titles}");
            }
        }
    }
    // Shares are stored as numbers, and a title may list what is to be chosen from.
    let shares = [1.0, 0.7, 0.0].into_iter().zip(3..);
    let works = plan("Kết quả đạt được|Mức độ hoàn thành (%)", ["Đã chia|", "Đã sửa mái chính|", "|"]);
    let read = reading(&[shares.fold(works, |paper, (share, row)| paper.put(row, 5, Typed::Number(share)))]);
    assert_eq!(states(&read), CODES, "{:?}", rules(&read));
    let chosen =
        plan("Kết quả thực hiện|Tình trạng (Hoàn thành/Đang TH/Chưa TH)", ["12 lớp|Hoàn thành", "Sửa được 1 bên|Đang TH", "|Chưa TH"]);
    let read = reading(&[chosen]);
    assert_eq!((states(&read), told(&read, "C14")), (CODES.to_vec(), 0), "{:?}", rules(&read));
    // Where the two say otherwise the verdict counts, and is asked about.
    let read = reading(&[plan("Kết quả|Tình trạng", ["Đang thi công phần mái|Hoàn thành", "Đã sửa|Đang thực hiện", "|Chưa thực hiện"])]);
    assert_eq!(states(&read), CODES, "{:?}", rules(&read));
    // The same in a report of its own.
    let rows = [
        "1|1.2|Bổ sung thành viên|Đã bổ sung 2 thành viên|Hoàn thành",
        "2|3.4|Khoan giếng||Chưa thực hiện",
        "3|3.5|Mua tủ|Mới nhận báo giá|Đang thực hiện",
    ];
    let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Kết quả|Tình trạng", rows[0], rows[1], rows[2]])]);
    let shown: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(shown, ["completed", "not_started", "in_progress"], "{:?}", rules(&read));
    // What stands to the left of the work is what there was before it.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Tình trạng|Công việc|Thời gian|Kết quả",
        "1|1.2|Chưa đủ|Bổ sung thành viên|10/2023|Đã bổ sung",
        "2|3.4|Chưa có|Khoan giếng|11/2023|Đã khoan xong",
    ])]);
    assert!(read.actions.iter().all(|action| action.status.code() == "completed"), "{:?}", rules(&read));
}

#[test]
fn work_that_is_on_time_and_due_only_later_is_under_way() {
    let of = |due: &str, said: &str| {
        let row = format!("1|5.2|Bồi dưỡng học sinh|{due}|{said}");
        let mut office = crate::paper::Office::in_year(2023);
        office.settings.period = Some(ctcl::model::Period::Hk1);
        let bytes = crate::paper::workbook(&[sheet(&["TT|Tiêu chí|Nội dung công việc|Thời gian|Tình trạng", &row])]);
        office.read(&[ctcl::read::Source::in_memory("a.xlsx", bytes)]).actions[0].status.code()
    };
    for said in ["Đúng tiến độ", "Theo đúng kế hoạch", "Đảm bảo tiến độ", "Thực hiện đúng kế hoạch đề ra"]
    {
        assert_eq!(of("Tháng 5/2024", said), "in_progress", "{said}");
        assert_eq!(of("Tháng 11/2023", said), "completed", "{said}");
    }
    assert_eq!(of("Tháng 5/2024", "Đã hoàn thành đúng tiến độ"), "completed");
}

#[test]
fn the_title_of_criteria_is_known_whatever_the_title_of_the_results() {
    for title in ["Đã thực hiện", "Đã làm được", "Nội dung đã thực hiện", "Hoàn thành/Chưa hoàn thành"] {
        let titles = format!(
            "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp cần thực hiện|Chủ trì và phối hợp thực hiện|Thời gian thực hiện và hoàn thành|Dự kiến kinh phí|{title}|Ghi chú"
        );
        let rows = [
            "1|Tiêu chí 1.1|Đạt|Bồi dưỡng giáo viên|HT|Tháng 9/2023|Không|Đã hoàn thành, nghiệm thu tháng 12/2023",
            "2|Tiêu chí 1.2|Đạt|Bổ sung tài liệu|HT|Tháng 9/2023|Không|Đang thực hiện",
            "3|Tiêu chí 1.3|Đạt|Cải tạo khuôn viên|HT|Tháng 9/2023|Không|Chưa thực hiện do thiếu kinh phí",
        ];
        let read = reading(&[sheet(&["KẾ HOẠCH VÀ KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", &titles, rows[0], rows[1], rows[2]])]);
        let shown: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(shown, CODES, "{title}: {:?}", rules(&read));
        let of_criteria = |raw: &Option<String>| raw.as_deref() == Some("Tiêu chuẩn, tiêu chí");
        assert!(!read.findings.iter().any(|finding| of_criteria(&finding.raw)), "{title}: {:?}", rules(&read));
    }
}

#[test]
fn how_far_a_plan_has_come_is_a_report_of_it_by_its_title() {
    for (titles, said) in [("% hoàn thành", ["100%", "0%"]), ("Tỷ lệ hoàn thành", ["100%", "0%"]), ("Tình trạng", ["Xong", "Chưa"])]
    {
        let titles = format!("TT|Tiêu chí|Công việc|{titles}|Ghi chú");
        let rows = [format!("1|1.2|Bổ sung thành viên|{}|", said[0]), format!("2|3.4|Khoan giếng nước|{}|chưa có tài trợ", said[1])];
        let read = reading(&[sheet(&["TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CTCL", "Học kỳ I", &titles, &rows[0], &rows[1]])]);
        let shown: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
        assert_eq!(shown, ["completed", "not_started"], "{titles}: {:?}", rules(&read));
    }
    let paper = sheet(&[
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CTCL",
        "TT|Tiêu chí|Công việc|Tiến độ|Ghi chú",
        "1|1.2|Bổ sung thành viên||",
        "2|3.4|Khoan giếng nước||",
    ]);
    let read = reading(&[paper.put(4, 3, Typed::Number(1.0)).put(5, 3, Typed::Number(0.0))]);
    let shown: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(shown, ["completed", "not_started"], "{:?}", rules(&read));
    // What was spent makes no plan of it.
    for title in [
        "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Theo dõi thực hiện kế hoạch cải tiến chất lượng",
        "Tiến độ thực hiện kế hoạch cải tiến chất lượng giáo dục",
    ] {
        for titles in ["Kinh phí|Kết quả|Tình trạng", "Kinh phí đã chi|Kết quả|Tình hình", "Kinh phí thực hiện|Kết quả đạt được|Tình trạng"]
        {
            let titles = format!("TT|Tiêu chí|Công việc|{titles}");
            let rows = [
                "1|1.2|Bổ sung thành viên|0|2 thành viên|Đã xong",
                "2|3.4|Khoan giếng nước|16.000.000|Khoan được 20 m|Đang làm",
                "3|3.5|Mua tủ|10.000.000||Chưa mua",
            ];
            let read = reading(&[sheet(&[title, &titles, rows[0], rows[1], rows[2]])]);
            let shown: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
            assert_eq!(shown, CODES, "{title}: {titles}: {:?}", rules(&read));
        }
    }
    // A timetable under that title stays a plan.
    let read = reading(&[sheet(&[
        "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
        "TT|Công việc|Người thực hiện|Thời gian",
        "1|Khoan giếng nước|HT|Tháng 9/2023",
    ])]);
    assert_eq!(read.actions.len(), 1, "{:?}", rules(&read));
}

#[test]
fn what_came_of_work_may_stand_in_its_own_cell() {
    let titles = "TT|Tiêu chí|Nội dung|Thời gian|Phụ trách";
    for (rows, expected) in [
        (
            &[
                "1|1.2|Họp hội đồng trường|Tháng 9/2023|HT",
                "||Kết quả: đã họp ngày 20/9/2023",
                "2|3.5|Mua tủ hóa chất|Tháng 11/2023|KT",
                "||Kết quả: chưa mua do thiếu kinh phí",
            ][..],
            ["completed", "not_started"],
        ),
        (
            &[
                "1|1.2|Họp hội đồng trường\nKết quả: đã họp ngày 20/9/2023|Tháng 9/2023|HT",
                "2|3.5|Mua tủ hóa chất\n=> Chưa mua do thiếu kinh phí|Tháng 11/2023|KT",
            ],
            ["completed", "not_started"],
        ),
        (
            &["1|1.2|Họp hội đồng trường (đã xong)|Tháng 9/2023|HT", "2|3.5|Mua tủ hóa chất - chưa làm|Tháng 11/2023|KT"],
            ["completed", "not_started"],
        ),
        (
            &[
                "1|1.2|Họp hội đồng trường\nKết quả: 100% thành viên dự họp|Tháng 9/2023|HT",
                "2|3.5|Giúp học sinh (chưa hoàn thành)|Tháng 11/2023|KT",
            ],
            ["no_report"; 2],
        ),
    ] {
        let read = reading(&[sheet(&[&[titles], rows].concat())]);
        let shown: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(shown, expected, "{rows:?}: {:?}", rules(&read));
        if expected[0] == "completed" {
            let works: Vec<&str> = read.actions.iter().map(|action| action.task.as_str()).collect();
            assert_eq!((works, told(&read, "R12")), (vec!["Họp hội đồng trường", "Mua tủ hóa chất"], 2));
        }
    }
}

#[test]
fn levels_in_one_table_with_the_plan_are_read_with_it() {
    let rows = [
        "1.1|Thiếu hồ sơ|Bổ sung hồ sơ|Tháng 11/2023|HT",
        "1.2|Thiếu sách|Bổ sung sách|Tháng 11/2023|HT",
        "1.3|Thiếu ghế|Mua ghế|Tháng 11/2023|HT",
    ];
    for (titles, levels) in [("Mức 1|Mức 2|Mức 3", "x|x|"), ("Mức tự chấm", "Mức 2")] {
        let titles = format!("Tiêu chí|Điểm yếu|Biện pháp|Thời gian|Người thực hiện|{titles}");
        let rows = rows.map(|row| format!("{row}|{levels}"));
        let read = reading(&[sheet(&[&titles, &rows[0], &rows[1], &rows[2]])]);
        assert_eq!(super::levels(&read), expected(&[("1.1", "++-"), ("1.2", "++"), ("1.3", "++-")]), "{titles}: {:?}", rules(&read));
        assert!(read.actions.len() == 3 && told(&read, "T29") + told(&read, "T03") == 0, "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn signs_that_their_title_explains_are_read() {
    for (title, signs) in [
        ("Mức độ thực hiện (1: Hoàn thành; 2: Đang thực hiện; 3: Chưa hoàn thành)", ["1", "2", "3"]),
        ("Kết quả (A: hoàn thành; B: đang làm; C: chưa làm)", ["A", "B", "C"]),
        ("Kết quả (Đ: đã làm; Đ.L: đang làm; C: chưa làm)", ["Đ", "Đ.L", "C"]),
        ("Tình trạng (x: đã xong; /: đang làm; o: chưa làm)", ["x", "/", "o"]),
    ] {
        let header = format!("TT|Tiêu chí|Công việc|Phụ trách|Thời gian|{title}");
        let rows: Vec<String> =
            signs.iter().enumerate().map(|(at, sign)| format!("{}|3.{}|Sơn cổng {at}|HT|10/2023|{sign}", at + 1, at + 1)).collect();
        let read = reading(&[sheet(&[&header, &rows[0], &rows[1], &rows[2]])]);
        let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(states[0], "completed", "{title} {states:?} {:?}", rules(&read));
        assert_eq!(states[1], "in_progress", "{title} {states:?} {:?}", rules(&read));
        assert!(matches!(states[2], "not_started" | "in_progress"), "{title} {states:?} {:?}", rules(&read));
        assert!(rules(&read).contains("T33"), "{title} {:?}", rules(&read));
    }
    // A title whose brackets explain nothing stays as it is.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kết quả (ghi rõ: đã xong hay chưa)",
        "1|3.1|Sơn cổng|HT|10/2023|đã xong",
    ])]);
    assert!(!rules(&read).contains("T33"), "{:?}", rules(&read));
}

#[test]
fn a_state_told_behind_the_time_of_a_work_is_its_state() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian",
        "1|1.4|Kiện toàn các tổ|HT|Tháng 11/2023 (đã xong)",
        "2|3.5|Mua máy|KT|Tháng 12/2023: chưa làm",
        "3|3.6|Mua sách|TV|Tháng 10/2023 - đang thực hiện",
        "4|3.6|Kê lại giá sách|TV|Tháng 10/2023 (dự kiến)",
    ])]);
    let found: Vec<(&str, Option<String>)> =
        read.actions.iter().map(|action| (action.status.code(), action.window.due.map(|due| due.to_string()))).collect();
    let expected = [("completed", "2023-11-30"), ("not_started", "2023-12-31"), ("in_progress", "2023-10-31"), ("no_report", "2023-10-31")];
    assert_eq!(found, expected.map(|(state, due)| (state, Some(due.to_owned()))), "{:?}", rules(&read));
    assert_eq!(read.findings.iter().filter(|told| told.rule.id == "R13").count(), 3);
}

#[test]
fn what_came_of_a_work_may_stand_in_the_row_below_it() {
    let states = |rows: &[&str]| -> Vec<(String, &'static str)> {
        let read = reading(&[sheet(rows)]);
        assert!(!rules(&read).contains("R03"), "{:?}", rules(&read));
        read.actions.iter().map(|action| (action.task.clone(), action.status.code())).collect()
    };
    let expected = [("Kiểm tra 5 giáo viên".to_owned(), "completed"), ("Mua máy lọc nước".to_owned(), "not_started")];
    for (header, label) in [
        ("Tiêu chí|KH/TH|Nội dung|Thời gian|Phụ trách", ["KH", "TH"]),
        ("Tiêu chí||Nội dung|Thời gian|Phụ trách", ["Kế hoạch", "Thực hiện"]),
    ] {
        let [planned, told] = label;
        let found = states(&[
            "KẾ HOẠCH VÀ KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG",
            header,
            &format!("1.8|{planned}|Kiểm tra 5 giáo viên|Tháng 11/2023|PHT"),
            &format!("1.8|{told}|Đã kiểm tra 5/5 giáo viên|Tháng 11/2023|PHT"),
            &format!("3.3|{planned}|Mua máy lọc nước|Tháng 12/2023|HT"),
            &format!("3.3|{told}|Chưa mua|Tháng 12/2023|HT"),
        ]);
        assert_eq!(found, expected, "{header}");
    }
    let found = states(&[
        "KẾ HOẠCH VÀ KẾT QUẢ CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung|Thời gian|Phụ trách",
        "1|1.8|KH: Kiểm tra 5 giáo viên|Tháng 11/2023|PHT",
        "||TH: Đã kiểm tra 5/5 giáo viên||",
        "2|3.3|KH: Mua máy lọc nước|Tháng 12/2023|HT",
        "||TH: Chưa mua||",
    ]);
    assert_eq!(found, expected);
}

#[test]
fn what_is_left_beside_what_was_done_leaves_the_work_open() {
    for title in ["Việc chưa xong", "Phần việc còn lại"] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc theo kế hoạch|Kết quả đạt được|{title}|Lý do"),
            "1|1.5|Chia lớp theo quy định|Đã chia đủ 12 lớp|Không|",
            "2|3.2|Làm hàng rào|Đã làm 60 m hàng rào|Còn 40 m|Đường sạt",
            "3|3.5|Xây bể nước|Chưa triển khai|Toàn bộ|Chưa có kinh phí",
        ])]);
        let states: Vec<&str> = read.reports.iter().map(|report| report.status.code()).collect();
        assert_eq!(states, CODES, "{title}: {:?}", rules(&read));
        assert!(!rules(&read).contains("T03"), "{:?}", rules(&read));
    }
}

#[test]
fn who_signs_below_a_short_table_hides_no_column_of_ticks() {
    let read = reading(&[sheet(&[
        "BÁO CÁO THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Đã hoàn thành|Ghi chú",
        "1|1.6|Công khai|KT|Tháng 9/2023|TRUE|",
        "2|3.2|Mua quạt|KT|Tháng 10/2023|FALSE|chưa có tiền",
        "3|5.5|Phụ đạo|GV|Tháng 12/2023|TRUE|",
        "",
        "Nơi nhận:|||||HIỆU TRƯỞNG|",
        "- Như kính gửi;|||||(Ký tên, đóng dấu)|",
        "",
        "|||||Hoàng Văn A|",
    ])]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "not_started", "completed"], "{:?}", rules(&read));
}
