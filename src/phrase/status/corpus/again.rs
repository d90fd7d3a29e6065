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

#[test]
fn consent_and_what_was_found_broken_are_no_work_done() {
    for (done, expected) in [
        ("Hiệu trưởng duyệt mua", "in_progress"),
        ("Được Hiệu trưởng phê duyệt", "in_progress"),
        ("Được cấp trên cho phép thực hiện", "in_progress"),
        ("Đã thống nhất trong cuộc họp phụ huynh", "in_progress"),
        ("Đã ký hợp đồng", "in_progress"),
        ("Đã chuyển tiền đặt cọc", "in_progress"),
        ("Đã xây dựng, được Hiệu trưởng phê duyệt", "completed"),
        ("Hội phụ huynh đã đồng ý", "in_progress"),
        ("Đã thống nhất mức thu trong cuộc họp phụ huynh", "completed"),
        ("Hiệu trưởng phê duyệt, đã mua 5 máy", "completed"),
        ("Đã họp, thống nhất chủ trương sửa chữa", "in_progress"),
        ("Thống kê được 8 cánh hỏng", "in_progress"),
        ("Kiểm tra, phát hiện 5 bóng đèn bị cháy", "in_progress"),
        ("Mới lập danh sách", "in_progress"),
        ("Đã nghiệm thu phần thô", "in_progress"),
        ("Đã bố trí kinh phí", "in_progress"),
        ("Kế hoạch tháng 4/2024 tổ chức", "not_started"),
        ("Hiệu trưởng duyệt mua, đã lắp xong", "completed"),
        ("Đã thông qua quy chế chi tiêu nội bộ", "completed"),
        ("Hiệu trưởng duyệt giáo án hằng tuần", "completed"),
        ("Kiểm tra, thay 5 bóng cháy", "completed"),
        ("Kiểm kê, thanh lý 12 bộ bàn ghế hư", "completed"),
        ("Đã đôn đốc giáo viên chậm nộp giáo án", "completed"),
        ("Đã họp rút kinh nghiệm về việc chậm báo cáo", "completed"),
        ("Đã đôn đốc nhà thầu thi công chậm", "completed late"),
        ("Chưa đáp ứng tiến độ đề ra", "in_progress late"),
        ("Đã bàn giao, trễ 2 tuần", "completed late"),
        ("Tình trạng: chậm trễ trong báo cáo đã không còn", "completed"),
        ("Không có bộ phận nào chậm tiến độ", "completed"),
        ("Đã phê bình tổ Văn nộp trễ", "completed"),
        ("Đã giao ban nhắc việc nộp báo cáo trễ", "completed"),
        ("Đã trừ điểm thi đua các lớp nộp quỹ chậm", "completed"),
        ("Nhà trường theo dõi", "completed"),
        ("Để tháng 5", "not_started"),
        ("Vừa đặt hàng", "in_progress"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (planned, done, expected) in [
        ("Tham mưu UBND xã xây phòng học", "UBND xã đồng ý chủ trương xây dựng", Status::Completed),
        ("Xây 2 phòng học", "UBND xã đồng ý chủ trương xây dựng", Status::InProgress),
        ("Kiểm tra cửa các phòng", "Thống kê được 8 cánh hỏng", Status::Completed),
        ("Sửa cửa các phòng", "Thống kê được 8 cánh hỏng", Status::InProgress),
        ("Tổ chức hội thi vở sạch chữ đẹp", "Mua giấy thi", Status::InProgress),
        ("Phê duyệt kế hoạch mua sắm", "Đã phê duyệt kế hoạch mua sắm", Status::Completed),
    ] {
        assert_eq!(of_plan(planned, done, "", "").status, expected, "{planned}: {done}");
    }
}

#[test]
fn what_waits_for_a_condition_is_not_begun_and_what_is_denied_twice_is_done() {
    for (done, expected) in [
        ("Khi được cấp kinh phí mới thực hiện", "not_started"),
        ("Có kinh phí mới làm", "not_started"),
        ("Có kinh phí thì làm", "not_started"),
        ("Đến khi có kinh phí", "not_started"),
        ("Khi có kinh phí đã mua 5 máy", "completed"),
        ("Không có việc nào chưa hoàn thành", "completed"),
        ("Không còn hạng mục nào dở dang", "completed"),
        ("Không chậm trễ", "completed"),
        ("Không trễ, đúng tiến độ", "completed"),
        ("Không phải là chưa làm mà làm chưa xong", "in_progress"),
        ("Mua 3 máy, 2 máy chuyển sang năm sau", "in_progress"),
        ("Không có trường hợp nào bị chậm", "completed"),
        ("Đã sửa 3 phòng, 2 phòng còn lại sửa trong hè", "in_progress"),
        ("Đã sửa 3 phòng, 2 phòng còn lại đã sửa trong hè", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (ongoing, not_started, expected) in [
        ("0%", "", "not_started"),
        ("0%", "Không", "no_report"),
        ("Không chậm trễ", "", "in_progress"),
        ("Không trễ, đúng tiến độ", "", "in_progress"),
        ("", "Đã được bố trí đủ nhân viên", "completed"),
        ("", "Đã có đủ giáo viên", "completed"),
        ("", "Đã trang bị đủ cho các lớp", "completed"),
        ("", "Đã lập đủ hồ sơ, chờ phê duyệt", "not_started"),
        ("", "Đã đề xuất bổ sung đủ giáo viên", "not_started"),
        ("", "Đã có giáo viên nhưng chưa đủ", "not_started"),
        ("", "Đã xin đủ kinh phí", "not_started"),
    ] {
        assert_eq!(told(parse("", ongoing, not_started)), expected, "{ongoing}|{not_started}");
    }
}
