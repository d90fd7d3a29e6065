//! Under what is done: texts that name the work first, and work done in words that might be doubted.

use super::*;

#[test]
fn a_statement_behind_its_subject_is_read() {
    for (done, expected) in [
        ("Hội đồng trường chưa kiện toàn", "not_started"),
        ("Quy chế đang soạn thảo", "in_progress"),
        ("Hội thảo hoãn vì dịch", "not_started"),
        ("Hội thảo dự kiến tháng 4", "not_started"),
        ("Hội thảo không tổ chức", "not_started"),
        ("CLB tạm ngưng sinh hoạt", "in_progress"),
        ("Kế hoạch chưa được duyệt", "not_started"),
        ("Kế hoạch đã duyệt, chưa thực hiện", "in_progress"),
        ("Thư viện chưa đạt chuẩn", "in_progress"),
        ("Kinh phí còn thiếu", "in_progress"),
        ("Đã cải tạo nhà ăn, bếp đang cải tạo", "in_progress"),
        ("Nhà vệ sinh giáo viên đã sửa, nhà vệ sinh học sinh chưa sửa", "in_progress"),
        ("Tường rào xong, cổng trường chưa", "in_progress"),
        ("Tháng 9: xong; tháng 10: đang làm", "in_progress"),
        ("Đã tổng kết HKI, HKII sẽ tổng kết cuối năm", "in_progress"),
        ("Cuối năm sẽ tổng kết", "not_started"),
        ("Trong tháng tới sẽ mua", "not_started"),
        ("Dự kiến HKII hoàn thành", "in_progress"),
        ("Tuần sau xong", "in_progress"),
        ("Để sau", "not_started"),
        ("Vận động chưa được", "not_started"),
        ("Làm không nổi", "not_started"),
        ("Bị cắt kinh phí", "not_started"),
        ("Bị trả hồ sơ", "in_progress"),
        ("Đáp ứng được 80% nhu cầu", "in_progress"),
        ("Giải ngân 100%", "completed"),
        ("Thi công đúng tiến độ", "in_progress"),
        ("Thi công hàng rào đã xong", "completed"),
        ("Đã lắp đặt, chạy thử", "in_progress"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (ongoing, expected) in [
        ("Thiếu nhân lực nên chậm", "in_progress late"),
        ("Tiến độ không đảm bảo", "in_progress late"),
        ("Khẩn trương, không để chậm", "in_progress"),
        ("Tránh để chậm tiến độ", "in_progress"),
        ("Đã xử lý chậm trễ", "completed"),
        ("Đã mua đủ", "completed"),
        ("Không có gì vướng mắc", "no_report"),
    ] {
        assert_eq!(told(parse("", ongoing, "")), expected, "{ongoing}");
    }
}

#[test]
fn work_done_is_not_doubted_for_words_it_is_told_in() {
    for done in [
        "Phân công giáo viên kèm học sinh chưa hoàn thành",
        "Thanh lý thiết bị không còn sử dụng",
        "Giáo viên chưa đạt chuẩn đã được cử đi học",
        "Sân trường không còn ngập nước",
        "Hệ thống camera đang hoạt động tốt",
        "Phòng tin học đang được sử dụng hiệu quả",
        "Đổi mới sinh hoạt chuyên môn",
        "Sách giáo khoa mới đã cấp đủ",
        "Đã chuyển 5 máy tính sang phòng thư viện",
        "Chuyển đổi số trong quản lý",
        "Sắp xếp thời khóa biểu hợp lý",
        "Bỏ phiếu tín nhiệm đạt 100%",
        "Hủy hóa đơn cũ",
        "Dự thi giáo viên giỏi đạt 2 giải",
        "Đề cử 2 giáo viên thi giỏi",
        "Đã xin ý kiến cha mẹ học sinh",
        "UBND xã đã đồng ý và cấp kinh phí",
        "Tỉ lệ học sinh đạt 85%",
        "Giải quyết chế độ không để chậm",
        "Cơ cấu tổ chức hợp lý",
        "Đồ chơi ngoài trời đã lắp đặt",
        "Hoàn thành năm học an toàn",
    ] {
        assert_eq!(told(parse(done, "", "")), "completed", "{done}");
    }
}
