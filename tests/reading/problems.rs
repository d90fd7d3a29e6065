//! Part V of the plan of 2026 and the problems of part IV: which problem a work is for, where its words and its number do not agree.

use super::{rules, work};
use crate::paper::{Paper, reading};

const ABOVE: [&str; 6] = [
    "TRƯỜNG THCS HOA SEN",
    "Năm học 2026-2027",
    "TT|Tiêu chuẩn|Tiêu chí liên quan (nếu có)|Đánh giá hiện trạng|Điểm hạn chế|Nguyên nhân của hạn chế",
    "1|Tiêu chuẩn 1|Tiêu chí 1.2|Đã có quy chế|Thư viện ít đầu sách mới|Thiếu kinh phí",
    "2|Tiêu chuẩn 4|Tiêu chí 4.1|Đã có sân|Sân trường chưa có đủ mái che|Thiếu kinh phí",
    "TT|Nội dung cải tiến|Hoạt động/giải pháp|Thời gian thực hiện|Đơn vị/cá nhân phụ trách|Mức độ thực hiện",
];

/// The criteria of two works that are to improve these.
fn criteria(first: &str, second: &str) -> Vec<String> {
    let works =
        [format!("1|{first}|Lắp rèm|15/11/2026|Kế toán|Hoàn thành"), format!("2|{second}|Mở lớp|15/12/2026|Tổ trưởng|Đang thực hiện")];
    let rows: Vec<&str> = ABOVE.into_iter().chain(works.iter().map(String::as_str)).collect();
    let read = reading(&[Paper::of("KH", &rows)]);
    let codes = work(&read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert!(!rules(&read).contains("R03"), "{:?}", rules(&read));
    codes
}

#[test]
fn a_work_that_names_what_is_weak_is_for_it_whatever_its_number() {
    for (first, second) in [
        ("Khắc phục: sân trường chưa có đủ mái che", "Khắc phục: thư viện ít đầu sách mới"),
        ("Khắc phục tình trạng sân trường chưa có đủ mái che", "Giải quyết việc thư viện ít đầu sách mới hằng năm"),
        ("Sân trường chưa có đủ mái che (khu A)", "Cải tiến: Thư viện ít đầu sách mới"),
        ("Sân trường chưa có đủ mái che", "Bổ sung sách"),
    ] {
        let second_is = if second == "Bổ sung sách" { "?" } else { "1.2" };
        assert_eq!(criteria(first, second), ["4.1", second_is], "{first}");
    }
}

#[test]
fn works_that_all_speak_of_other_problems_than_their_numbers_say_are_not_placed_by_number() {
    let other = criteria("Làm thêm mái che đủ cho sân trường", "Bổ sung đầu sách mới cho thư viện");
    assert_ne!(other, ["1.2", "4.1"]);
    // One word in common says nothing against the number.
    assert_eq!(criteria("Bổ sung sách", "Dựng mái che"), ["1.2", "4.1"]);
    assert_eq!(criteria("Mua sách tham khảo đặt trong sân", "Dựng mái che"), ["1.2", "4.1"]);
    assert_eq!(criteria("Làm thêm mái che đủ cho sân trường", "Dựng mái che"), ["1.2", "4.1"], "the one is said in passing");
}
