//! Words that differ by their marks alone, and marks that were forgotten or mistaken.

use super::*;

#[test]
fn a_word_is_none_that_it_only_looks_like() {
    for (done, expected) in [
        ("Đăng ký thi đua đầu năm", "completed"),
        ("Đăng tải công khai trên trang thông tin điện tử", "completed"),
        ("Đảng viên gương mẫu đi đầu", "completed"),
        ("Hoàn lại tiền thu thừa cho phụ huynh", "completed"),
        ("Tạm hoãn", "not_started"),
        ("Hoãn lại đến khi có kinh phí", "not_started"),
        ("Có bàn ghế đầy đủ", "completed"),
        ("Cơ bản xong", "in_progress"),
        ("Hệ thống nước đã lắp xong", "completed"),
        ("Hè 2023 đang sửa", "in_progress"),
        ("Nền nhà đã lát", "completed"),
        ("Chứa đủ 200 học sinh", "completed"),
        ("Trẻ đến lớp đầy đủ", "completed"),
        ("Mỗi lớp được 2 quạt", "completed"),
        ("Mới được 2 lớp", "in_progress"),
        ("Mời chuyên gia về tập huấn được 2 buổi", "completed"),
        ("Chi trả được 2 đợt", "completed"),
        ("Chỉ làm được 2 đợt", "in_progress"),
        ("Đúng thực tế", "completed"),
        ("Dừng triển khai", "in_progress"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (ongoing, expected) in
        [("Đang cho học sinh thực hành", "in_progress"), ("Đang chờ", "in_progress"), ("Trẻ kế hoạch hóa", "in_progress")]
    {
        assert_eq!(told(parse("", ongoing, "")), expected, "{ongoing}");
    }
}

#[test]
fn forgotten_and_mistaken_marks_are_heard() {
    for (done, expected) in [
        ("Đả hòan thành", "completed"),
        ("Chưa thưc hiên", "not_started"),
        ("Đang triễn khai", "in_progress"),
        ("Hoản sang năm sau", "not_started"),
        ("Chua thuc hien", "not_started"),
        ("Da sua chua xong", "completed"),
        ("He thong dien da lap xong", "completed"),
        ("De sang hoc ky 2", "not_started"),
        ("Đã đuợc 80%", "in_progress"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}
