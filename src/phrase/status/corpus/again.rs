//! Under what is done: texts that begin with a time, and words that look like others without their marks.

use super::*;

#[test]
fn what_is_done_is_read_behind_its_time_and_with_its_marks() {
    for (done, expected) in [
        ("Đến tháng 12 đã hoàn thành 80%", "in_progress"),
        ("Tính đến hết 31/12/2023 đạt 60% kế hoạch", "in_progress"),
        ("Tháng 10: đang thực hiện", "in_progress"),
        ("Đến nay đã hoàn thành 100%", "completed"),
        ("Tháng 11 đã họp phụ huynh, 95% phụ huynh tham gia", "completed"),
        ("KTH", "not_started"),
        // "Only then" says nothing of how far it came; "by now only" does.
        ("Đến nay mới xong phần thô", "in_progress"),
        ("Tháng 10 mới thực hiện", "completed"),
        ("Cuối năm mới làm", "not_started"),
        ("Da sua, chua xong", "in_progress"),
        // "Chữa" without its marks is "chưa".
        ("Tháng 10/2023 đã sửa chữa xong", "completed"),
        ("Hè 2023 sửa chữa xong mái hiên", "completed"),
        ("Tuần 3 sua chua xong 2 phòng", "completed"),
        ("Hệ thống chữa cháy đã lắp xong", "completed"),
        ("Bể chứa xây xong", "completed"),
        ("Tháng 10 sửa chưa xong", "in_progress"),
        ("Mái hiên sửa chữa chưa xong", "in_progress"),
        // Days of one month are no share of anything.
        ("Từ 15/8 đến 30/8/2023", "completed"),
        ("Thực hiện từ 5/9 đến 10/9", "completed"),
        ("Tổ chức 15/10 và 30/10", "completed"),
        ("Xong 8 phòng trên 10 phòng", "in_progress"),
        // "Đã thực hiện" or "đang thực hiện", of which the column knows.
        ("ĐTH", "completed"),
        ("Giáo viên đang thực hiện", "in_progress"),
        ("Giáo viên đang thực hiện tốt quy chế", "completed"),
        ("Hoàn thành khoảng 2/3", "in_progress"),
        ("Gia hạn hợp đồng bảo vệ", "completed"),
        ("Đề HKII đã được thẩm định", "completed"),
        ("Gia hạn đến tháng 3", "in_progress"),
        ("Để HKII làm", "not_started"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}
