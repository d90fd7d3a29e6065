//! What a school reports of its work, held against what it planned, and against the column in which it stands.

use ctcl::model::{Period, Status};

use super::{Desk, HOA_SEN, message, of, plan, result, sheet};
use crate::paper::{Paper, Typed};

#[test]
fn what_is_reported_is_held_against_what_was_planned() {
    let judged = |work: &str, done: &str| {
        let papers = [plan(HOA_SEN, &[&format!("1|1.1|Đủ|{work}|HT||")]), result(HOA_SEN, &[&format!("1|1.1|{work}||{done}||Không")])];
        Desk::new().file("a.xlsx", &papers).judged()
    };
    let read = judged("Lắp tivi cho 16 lớp", "Đã lắp tivi cho 9 lớp");
    assert_eq!(message(&read, "X33"), "Việc được tính là đã hoàn thành, nhưng kế hoạch ghi 16 lớp mà kết quả ghi 9 lớp.");
    for (work, done, short) in [
        ("Mua hai bộ máy chiếu", "Đã mua một bộ máy chiếu", "2 bộ máy chiếu mà kết quả ghi 1 bộ máy chiếu"),
        ("Mỗi lớp 1 tivi (12 lớp)", "Đã lắp 7 tivi", "12 tivi mà kết quả ghi 7 tivi"),
        ("100% học sinh tham gia BHYT", "Số HS tham gia BHYT là 402/420", "100% mà kết quả ghi 402/420"),
        ("10/10 lớp có góc thiên nhiên", "Đã có 9 lớp", "10 lớp mà kết quả ghi 9 lớp"),
        ("Nâng tỉ lệ học sinh giỏi lên 30%", "HS giỏi 22,5%", "30% mà kết quả ghi 22,5%"),
        ("Thay rèm cửa các phòng", "Thay xong khối nhà A", "các phòng mà kết quả ghi khối nhà A"),
        ("Lắp đèn dãy A, B, C", "Đã lắp ở dãy A", "dãy A, B, C mà kết quả ghi dãy A"),
        ("Khám sức khỏe học sinh toàn trường", "Trạm Y tế đã khám cho khối 6, 7", "toàn trường mà kết quả ghi khối 6, 7"),
        ("Mua máy in, máy chiếu", "Đã mua máy in", "máy in, máy chiếu mà kết quả ghi máy in"),
        ("Họp phụ huynh 3 lần/năm", "Đã họp 1 lần", "3 lần/năm mà kết quả ghi 1 lần"),
        ("Tất cả các lớp học 2 buổi/ngày", "Lớp 1–3 học 2 buổi, lớp 4, 5 học 1 buổi", "2 buổi/ngày mà kết quả ghi 1 buổi"),
        ("Cấp thẻ BHYT cho 120 em", "Cấp 105 thẻ, số kia bảo hiểm huyện đối chiếu", "120 em mà kết quả ghi 105 thẻ"),
        ("Giảm số lớp ghép từ 4 xuống 2", "Hiện có 3 lớp ghép", "xuống 2 mà kết quả ghi 3 lớp ghép"),
        ("1. Lập hồ sơ 2. Thi công", "1: xong", "2 việc: Lập hồ sơ; Thi công mà kết quả ghi việc 1"),
    ] {
        let read = judged(work, done);
        assert!(message(&read, "X33").ends_with(&format!("kế hoạch ghi {short}.")), "{}", message(&read, "X33"));
    }
    let read = judged("Trồng cây keo", "Trồng 60 gốc keo, mưa xuống trồng nốt");
    assert!(message(&read, "X35").contains("chưa hiểu \"mưa xuống trồng nốt\""), "{}", message(&read, "X35"));
    assert!(of(&judged("Trồng cây keo", "Trồng 60 gốc keo, cây tươi tốt"), "X35").is_empty());
    for (work, done) in [("Lắp đèn dãy A, B, C", "Đã lắp đầy đủ, dãy A lắp trước"), ("Mua máy in, máy chiếu", "Đã mua máy chiếu và máy in")]
    {
        assert!(of(&judged(work, done), "X33").is_empty(), "{done}");
    }
    let read = judged("Tổ chức ngày hội đọc sách", "Đã tiêm phòng cho 40 cháu");
    assert!(message(&read, "X32").starts_with("1 việc"), "{}", message(&read, "X32"));
    for (work, done) in [
        ("Tổ chức chuyên đề", "Đã triển khai 2 buổi sinh hoạt theo chủ đề"),
        ("Phát triển đảng viên", "Kết nạp được 2 quần chúng ưu tú"),
        ("Mua 40 bộ bàn ghế", "Nhập kho 40 bộ, hóa đơn ngày 28/9, đã giao các lớp"),
    ] {
        assert!(of(&judged(work, done), "X32").is_empty(), "{done}");
    }
    // What tells of no outcome, only makes ready, or was learnt by others is asked about, though it has the plan's own words.
    for (work, done) in [
        ("Trang bị phòng học bộ môn", "Chọn được phòng"),
        ("Tổ chức học ngoại khóa tại trang trại", "Liên hệ với chủ trang trại"),
        ("Tập huấn sử dụng phần mềm cho giáo viên", "Ban giám hiệu dự tập huấn"),
    ] {
        assert!(message(&judged(work, done), "X32").starts_with("1 việc"), "{done}");
    }
    // A stage before the work is none of it, and told to be read so.
    for (work, done) in [
        ("Tổ chức ngày hội đọc sách", "Đã phân công đồng chí Hạnh phụ trách"),
        ("Xây tường rào", "Đo đạc xong, cắm mốc xong"),
        ("Tặng xe đạp cho học sinh nghèo", "Danh sách 12 em đã chốt với thôn"),
    ] {
        let read = judged(work, done);
        assert_eq!(read.actions[0].status, Status::InProgress, "{done}");
        assert!(message(&read, "X34").contains("nên tính là Đang thực hiện"), "{}", message(&read, "X34"));
    }
    for (work, done, short) in [
        ("Cử 5 giáo viên đi học", "Cô Hoa, cô Mận đã có bằng", "5 giáo viên mà kết quả ghi cô Hoa, Mận"),
        ("Dạy bơi cho toàn bộ học sinh", "Lớp 5A biết bơi cả", "mọi học sinh mà kết quả ghi lớp 5A"),
        ("Sửa mái dột 8 phòng học", "3 phòng hết dột", "8 phòng học mà kết quả ghi 3 phòng"),
        ("Viết sáng kiến, mỗi tổ 2 đề tài", "Tổ Xã hội nộp 1 đề tài", "2 đề tài mà kết quả ghi 1 đề tài"),
        ("Dạy 4 chuyên đề STEM", "Dạy chuyên đề 1", "4 chuyên đề STEM mà kết quả ghi đề 1"),
        ("Trang bị tivi cho 12 phòng học", "Phòng học lớp 5 có tivi", "12 phòng học mà kết quả ghi lớp 5"),
        ("Tổ chức 2 đợt tham quan", "Khối 3 đi bảo tàng", "2 đợt mà kết quả ghi khối 3"),
        ("Số hóa hồ sơ 2018-2023", "Số hóa năm 2018, 2019", "2018-2023 mà kết quả ghi 2018, 2019"),
        ("Trang bị ti vi cho 15 lớp", "Khối 1, khối 2 đã có ti vi", "15 lớp mà kết quả ghi khối 1, 2"),
    ] {
        let read = judged(work, done);
        assert!(message(&read, "X33").ends_with(&format!("kế hoạch ghi {short}.")), "{}", message(&read, "X33"));
    }
    // A step is the work where it was planned, and else is told to be read as no more.
    let read = judged("Lập tờ trình xin kinh phí", "Đã lập tờ trình đúng hạn");
    assert_eq!(read.actions[0].status, Status::Completed);
    let read = judged("Sơn 5 phòng học", "Đã sơn 3 phòng, còn 2 phòng");
    assert_eq!(read.actions[0].status, Status::InProgress);
    assert!(message(&read, "X34").contains("nên tính là Đang thực hiện"), "{}", message(&read, "X34"));
    let read = judged("Sơn 5 phòng học", "Đã sơn 5 phòng học");
    assert!(["X24", "X32", "X33", "X34"].iter().all(|id| of(&read, id).is_empty()));
}

#[test]
fn the_plan_gives_its_meaning_to_what_says_nothing_by_itself() {
    let paper = sheet(
        "KH",
        HOA_SEN,
        &[
            "TT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian hoàn thành|Đánh giá",
            "1|1.1|Lắp đặt 10 bình chữa cháy|HT|9/2023|10 bình",
            "2|1.2|Xây dựng tiêu chí thi đua mới|HT|9/2023|Không xây dựng mới mà dùng bộ tiêu chí cũ",
            "3|1.3|Mua 12 máy tính|HT|9/2023|7/12",
            "4|1.4|Sửa mái nhà bếp|HT|9/2023|Đã sửa trong hè",
            "5|1.5|Giảm tỉ lệ trẻ suy dinh dưỡng dưới 3%|HT|9/2023|Tỷ lệ trẻ suy dinh dưỡng còn 2,1%",
        ],
    );
    let read = Desk::new().over(Period::Hk1).file("a.xlsx", &[paper]).judged();
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(
        states,
        [Status::Completed, Status::NotStarted, Status::InProgress, Status::Completed, Status::Completed],
        "a verdict behind the time of the work is what came of it"
    );
    assert!(["C14", "T04", "T14", "X23", "X24", "X32", "X33"].iter().all(|id| of(&read, id).is_empty()));
}

#[test]
fn a_state_in_the_plan_that_lies_in_the_future_is_asked_about() {
    let paper = sheet(
        "KH",
        HOA_SEN,
        &[
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Tình trạng",
            "1|1.1|Rà soát hồ sơ|HT|9/2023|Hoàn thành tháng 5/2024",
            "2|1.2|Kiện toàn|HT|9/2023|Hoàn thành tháng 12/2023",
        ],
    );
    let read = Desk::new().over(Period::Hk1).file("a.xlsx", &[paper]).judged();
    assert_eq!(of(&read, "X23").len(), 1);
    assert!(message(&read, "X23").contains("Hoàn thành tháng 5/2024"));
}

#[test]
fn states_in_the_columns_of_a_plan_are_read_against_it_too() {
    let paper = sheet(
        "KH",
        HOA_SEN,
        &[
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Đã hoàn thành|Đang thực hiện|Chưa thực hiện",
            "1|1.1|Lập tờ trình xin kinh phí|HT|9/2023|Đã lập tờ trình đúng hạn||",
            "2|1.2|Sơn 5 phòng học|HT|9/2023|Đã sơn 3 phòng, còn 2 phòng||",
        ],
    );
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress"]);
    assert!(message(&read, "X34").contains("nên tính là Đang thực hiện"), "{}", message(&read, "X34"));
}

#[test]
fn what_is_asked_about_a_result_stands_at_the_cell_that_says_it() {
    let papers =
        [plan(HOA_SEN, &["1|1.1|Đủ|Mua máy chiếu|HT||"]), result(HOA_SEN, &["1|1.1|Mua máy chiếu||Đã mua, chưa thanh toán hết||Không"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let cell = read.actions[0].result_origin.as_ref().map(|origin| (origin.sheet.to_string(), origin.cell.to_string()));
    let told = of(&read, "X24");
    assert_eq!(cell, told[0].sheet.as_ref().zip(told[0].cell).map(|(sheet, cell)| (sheet.to_string(), cell.to_string())));
    assert!(cell.is_some_and(|(_, cell)| cell.starts_with('E')), "the column of what is done");
}

const WORK: &[&str] = &[
    "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí|Kết quả thực hiện",
    "1|1.1|Rà soát chiến lược|HT|10/2023|5|Hoàn thành",
    "2|1.2|Kiện toàn hội đồng|HT|10/2023|2|",
    "3|1.3|Mua sách|HT|10/2023|12|",
    "4|1.4|Lát sân|HT|10/2023|30|",
];

#[test]
fn what_a_note_below_the_table_says_of_its_rows_is_told() {
    let below = |line: &str| Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &[WORK, &["", line]].concat())]).judged();
    let read = below("Ghi chú: Việc số 2 chuyển sang học kỳ II; việc số 3 đã xong tháng 11.");
    assert_eq!(read.actions.len(), 4);
    assert!(message(&read, "T45").starts_with("Dòng \"Ghi chú: Việc số 2 chuyển sang học kỳ II"), "{}", message(&read, "T45"));
    for line in ["Ghi chú: Trường có 2 điểm lẻ", "||||Ban Mai, ngày 05 tháng 01 năm 2024", "(Đơn vị tính: triệu đồng)"]
    {
        assert!(of(&below(line), "T45").is_empty(), "{line}");
    }
}

#[test]
fn the_unit_of_amounts_may_stand_below_the_table() {
    let read = |below: &[&str]| {
        let paper = sheet("KH", HOA_SEN, &[WORK, below].concat());
        let paper =
            [5.0, 2.0, 12.0, 30.0].into_iter().zip(3..).fold(paper, |paper, (amount, row)| paper.put(row, 5, Typed::Number(amount)));
        let read = Desk::new().file("a.xlsx", &[paper]).judged();
        (read.actions[3].cost.amount_vnd, of(&read, "C15").len())
    };
    assert_eq!(read(&["", "(Đơn vị tính: triệu đồng)"]), (Some(30_000_000), 0));
    assert_eq!(read(&[]), (Some(30), 4));
}

#[test]
fn rows_in_colour_that_say_nothing_are_told() {
    let painted = |colours: &[(u32, u32)]| {
        let paper = colours.iter().fold(sheet("KH", HOA_SEN, WORK), |paper, (row, colour)| paper.put(*row, 6, Typed::On("", *colour)));
        Desk::new().file("a.xlsx", &[paper]).judged()
    };
    let read = painted(&[(4, 0x92D050), (5, 0xFF0000), (6, 0x92D050)]);
    assert!(read.actions[1..].iter().all(|action| action.status == Status::NoReport));
    assert!(message(&read, "T46").contains("xanh lá (dòng 5, 7); đỏ (dòng 6)"), "{}", message(&read, "T46"));
    // A column painted from end to end, and rows in turn, are how a table looks.
    for colours in [&[(3, 0xDDEBF7), (4, 0xDDEBF7), (5, 0xDDEBF7), (6, 0xDDEBF7)][..], &[(4, 0xDDEBF7), (6, 0xDDEBF7)], &[]] {
        assert!(of(&painted(colours), "T46").is_empty(), "{colours:?}");
    }
}

const BESIDE: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kết quả thực hiện";

#[test]
fn what_is_left_to_do_beside_a_result_is_told() {
    let read = |title: &str, rows: &[&str]| {
        let titles = format!("{BESIDE}|{title}");
        Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &[&[titles.as_str()], rows].concat())]).judged()
    };
    let rows = [
        "1|3.5|Mua 5 máy tính|KT|10/2023|Đã thực hiện|Chưa mua được 2 máy do thiếu kinh phí",
        "2|3.2|Sơn 5 phòng học|KT|10/2023|Đã sơn|Phòng 5 chưa sơn",
        "3|1.5|Làm bảng tin|HT|10/2023|Đã hoàn thành|Không",
        "4|3.5|Mua tivi|KT|10/2023||Chưa có kinh phí",
        "5|3.6|Làm nhà xe|KT|10/2023|Chưa thực hiện|Thiếu kinh phí",
    ];
    for title in
        ["Tồn tại/Nguyên nhân", "Tồn tại, hạn chế", "Nguyên nhân", "Những tồn tại", "Ghi chú/Lý do", "Nguyên nhân chưa đạt", "Ghi chú"]
    {
        let told = read(title, &rows);
        assert!(message(&told, "T47").starts_with("2 việc") && message(&told, "T47").contains("Chưa mua được 2 máy"), "{title}");
        assert!(message(&told, "T48").starts_with("1 việc") && message(&told, "T48").contains("Chưa có kinh phí"), "{title}");
    }
    let others = [
        "1|3.5|Mua 5 máy tính|KT|10/2023|Hoàn thành|Đạt 60%",
        "2|3.2|Lát nền|KT|10/2023|Hoàn thành|Mới xong phần thô",
        "3|1.5|Họp|HT|10/2023||Đã hoàn thành 20/11",
    ];
    let told = read("Ghi chú", &others);
    assert!(message(&told, "T47").starts_with("2 việc") && message(&told, "T48").starts_with("1 việc"));
    let quiet = [
        "1|3.5|Mua 5 máy tính|KT|10/2023|Đã hoàn thành|Kinh phí xã hội hóa",
        "2|3.2|Sơn 5 phòng học|KT|10/2023|Đang làm|Chưa đủ kinh phí",
        "3|3.5|Mua tivi|KT|10/2023||",
    ];
    for title in ["Nguyên nhân", "Ghi chú"] {
        let told = read(title, &quiet);
        assert!(["T47", "T48"].iter().all(|id| of(&told, id).is_empty()), "{title}");
    }
}

#[test]
fn results_may_name_their_works_by_number_only() {
    let read = |below: &[&str]| {
        let rows = [
            "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian|Kinh phí|Ghi chú",
            "1|1.1|Điều chỉnh chiến lược|HT|Tháng 9/2023|Không|",
            "2|3.2|Mua bàn ghế|KT|Tháng 11/2023|30.000.000|",
            "3|5.3|Tổ chức trải nghiệm|TPT|Tháng 3/2024|10.000.000|",
            "",
            "KẾT QUẢ THỰC HIỆN (đến 31/12/2023)",
            "TT|Kết quả đạt được|Đánh giá",
        ];
        Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &[&rows[..], below].concat())]).judged()
    };
    let told = read(&[
        "1|Đã điều chỉnh và công bố|Hoàn thành",
        "2|Mua được 10/20 bộ|Đang thực hiện",
        "3||Chưa thực hiện",
        "",
        "Nơi nhận:||||HIỆU TRƯỞNG",
        "||||Nguyễn Thị Hạnh",
    ]);
    let shown: Vec<&str> = told.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(shown, ["completed", "in_progress", "not_started"]);
    assert!(message(&told, "T50").starts_with("3 việc") && of(&told, "T49").is_empty());
    let told = read(&["7|Đã điều chỉnh và công bố|Hoàn thành", "8|Mua được 10/20 bộ|Đang thực hiện"]);
    assert!(told.actions.iter().all(|action| action.status == Status::NoReport));
    assert!(message(&told, "T49").starts_with("Bảng \"TT | Kết quả đạt được | Đánh giá\""), "{}", message(&told, "T49"));
}

#[test]
fn work_that_only_keeps_to_its_time_is_under_way_in_a_sheet_of_results_too() {
    let judged = |due: &str, done: &str| {
        let papers = [
            plan(HOA_SEN, &[&format!("1|1.1|Đủ|Bồi dưỡng đội tuyển|HT|{due}|")]),
            result(HOA_SEN, &[&format!("1|1.1|Bồi dưỡng đội tuyển||{done}||Không")]),
        ];
        Desk::new().file("a.xlsx", &papers).judged().actions[0].status
    };
    for done in ["Đúng tiến độ", "Theo đúng kế hoạch", "Đảm bảo tiến độ"] {
        assert_eq!(judged("Tháng 5/2024", done), Status::InProgress, "{done}");
        assert_eq!(judged("Tháng 11/2023", done), Status::Completed, "{done}");
    }
    assert_eq!(judged("Tháng 5/2024", "Đã bồi dưỡng, đúng tiến độ"), Status::Completed);
    assert_eq!(judged("Tháng 5/2024", "Hoàn thành đúng tiến độ"), Status::Completed);
}

#[test]
fn what_part_vi_tells_of_works_in_their_own_words_is_their_result() {
    let read = |period: Period, below: &[&str]| {
        let rows = [
            "TT|Tiêu chí|Hoạt động|Thời gian|Phụ trách",
            "1|1.4|Công khai trên website|Tháng 9/2026|VT",
            "2|4.3|Trồng rừng phòng hộ|Tháng 11/2026|TPT",
            "",
            "VI. THEO DÕI",
            "Thời điểm|Nội dung theo dõi|Kết quả thực hiện|Điều chỉnh (nếu có)|Người đánh giá",
        ];
        let papers = [Paper::of("KH", &[&["TRƯỜNG THCS HOA SEN", "Năm học 2026-2027"], &rows[..], below].concat())];
        Desk::in_year(2026).over(period).file("a.xlsx", &papers).judged()
    };
    let below = [
        "Cuối học kỳ I|Công khai trên website|Đã công khai đủ||HT",
        "Cuối học kỳ I|Trồng rừng phòng hộ|Chưa trồng vì hạn hán|Chuyển sang tháng 3/2027|HT",
        "Cuối học kỳ I|Nề nếp chung|Tốt||HT",
        "Cuối năm học|Trồng rừng phòng hộ|Đã trồng đủ|Không|HT",
    ];
    let told = read(Period::Hk1, &below);
    let shown: Vec<&str> = told.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(shown, ["completed", "not_started"], "{:?}", told.findings);
    assert!(message(&told, "T64").starts_with("2 việc") && message(&told, "T64").contains("1 dòng khác"), "{}", message(&told, "T64"));
    assert!(of(&told, "T08").is_empty());
    let told = read(Period::Hk2, &below);
    let shown: Vec<&str> = told.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(shown, ["completed", "completed"]);
    // In words of its own it is of no one work.
    let told = read(Period::Hk1, &["Cuối học kỳ I|Tiến độ trồng rừng|Đã trồng đủ||HT"]);
    assert!(told.actions.iter().all(|action| action.status == Status::NoReport));
    assert!(of(&told, "T64").is_empty() && !of(&told, "T08").is_empty());
}

#[test]
fn a_result_without_criterion_may_say_its_work_in_fewer_words() {
    const WORKS: [&str; 3] = [
        "1|3.5|Đủ|Mua sắm bổ sung 10 máy vi tính cho phòng Tin học|KT|Tháng 3/2024|",
        "2|2.2|Đủ|Bồi dưỡng chuyên môn cho giáo viên tổ Toán|PHT|Tháng 4/2024|",
        "3|2.3|Đủ|Bồi dưỡng chuyên môn cho giáo viên tổ Văn|PHT|Tháng 4/2024|",
    ];
    let judged = |rows: &[&str]| {
        let results = sheet("KQ", HOA_SEN, &[&["KẾT QUẢ THỰC HIỆN", "TT|Nội dung công việc|Kết quả thực hiện|Ghi chú"], rows].concat());
        Desk::new().file("a.xlsx", &[plan(HOA_SEN, &WORKS), results]).judged()
    };
    let read = judged(&["1|Trang bị 10 máy tính cho phòng Tin|Đang đấu thầu|", "2|Sơn cổng trường và hàng rào|Đã sơn xong|"]);
    let works: Vec<(&str, Status)> = read.actions.iter().map(|action| (action.task.as_str(), action.status)).collect();
    assert_eq!((works.len(), works[0].1), (4, Status::InProgress), "{works:?}");
    assert!(message(&read, "X01").ends_with("vì lời văn gần việc này nhất, xa các việc khác."), "{}", message(&read, "X01"));
    // Of two works in these words neither is the one, nor is that of another number.
    for row in ["1|Bồi dưỡng chuyên môn giáo viên|Đã bồi dưỡng|", "1|Mua 12 máy vi tính phòng Tin|Đã mua|"] {
        let read = judged(&[row]);
        assert_eq!((read.actions.len(), of(&read, "X01").len(), of(&read, "X02").len()), (4, 0, 1), "{row}");
    }
}

#[test]
fn a_result_that_may_be_of_either_of_two_works_is_told() {
    let works = [
        "1|2.2|Đủ|Bồi dưỡng chuyên môn cho giáo viên tổ Toán|PHT|Tháng 4/2024|",
        "2|2.2|Đủ|Bồi dưỡng chuyên môn cho giáo viên tổ Văn|PHT|Tháng 4/2024|",
    ];
    let told = |rows: &[&str]| {
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &works), result(HOA_SEN, rows)]).judged();
        (read.actions.len(), of(&read, "X02").len())
    };
    assert_eq!(told(&["1|2.2|Bồi dưỡng chuyên môn giáo viên||Đã bồi dưỡng||"]), (3, 1), "it is of neither");
    let both = ["1|2.2|Bồi dưỡng chuyên môn GV tổ Toán||Đã bồi dưỡng||", "2|2.2|Bồi dưỡng chuyên môn GV tổ Văn||Đã bồi dưỡng||"];
    assert_eq!(told(&both), (2, 0));
    // It names both.
    let read = Desk::new()
        .file("a.xlsx", &[plan(HOA_SEN, &works), result(HOA_SEN, &["1|2.2|Bồi dưỡng chuyên môn GV tổ Toán, Văn||Đã bồi dưỡng||"])])
        .judged();
    assert_eq!((read.actions.iter().filter(|action| action.status == Status::Completed).count(), of(&read, "X16").len()), (2, 1));
}
