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

#[test]
fn what_stands_behind_a_colon_or_at_the_end_is_read() {
    for (done, expected) in [
        ("Nhà đa năng: chưa khởi công", "not_started"),
        ("Gói thầu bị huỷ vì không có nhà thầu tham gia", "not_started"),
        ("Đất đang tranh chấp nên không xây được", "not_started"),
        ("Không đủ số lượng đăng ký nên không mở lớp", "not_started"),
        ("Huyện trả lời không còn quỹ đất", "in_progress"),
        ("Phòng GD nói năm nay không có đợt mua sắm tập trung", "in_progress"),
        ("Trường đề nghị cấp trên quan tâm hỗ trợ", "in_progress"),
        ("Thiết bị về được một nửa theo hợp đồng", "in_progress"),
        ("Thực hiện dc phần nào", "in_progress"),
        ("Bỏ, vì đã có nước sạch của xã", "not_started"),
        ("Để dịp 30/4 thay luôn", "not_started"),
        ("Khoan 2 chỗ đều không có nước", "in_progress"),
        ("Các lớp đều không có học sinh vi phạm", "completed"),
        ("HKI kiểm tra nội bộ được 6 đầu việc trên 9", "in_progress"),
        ("Không còn em nào chưa có thẻ BHYT", "completed"),
        ("Da lam duoc mot it", "in_progress"),
        ("90% rồi", "in_progress"),
        ("Trường không giữ được danh hiệu do có 1 GV vi phạm", "in_progress"),
        ("Danh hiệu xét cuối năm học nên chưa có kết quả", "in_progress"),
        ("Được tặng 5 máy nên không mua", "completed"),
        ("Tất cả các khối tham gia, trừ 5 em ốm", "completed"),
        ("Nhận được một phần quà của hội khuyến học", "completed"),
        ("Xây 4 phòng học: đã xong phần móng", "in_progress"),
        ("Mái che sẽ hoàn thành tháng 3", "in_progress"),
        ("Hội thi hủy do dịch", "not_started"),
        ("Công trình chờ nghiệm thu", "in_progress"),
        ("Tập huấn đợt 2 dời sang tháng 2", "not_started"),
        ("Tường rào xây được 50m/100m", "in_progress"),
        ("Sách giáo khoa mua được 80%", "in_progress"),
        ("Thiết bị mới nhận được một nửa", "in_progress"),
        ("Hồ sơ cập nhật chưa kịp thời", "in_progress"),
        ("Đã bồi dưỡng 2 chuyên đề, tiếp tục bồi dưỡng trong HKII", "in_progress"),
        ("Chuyên đề 1 đã xong, chuyên đề 2 dự kiến tháng 3", "in_progress"),
        ("Đã triển khai nhưng còn vướng", "in_progress"),
        ("Xong 3 còn 2", "in_progress"),
        ("Một nửa đã xong", "in_progress"),
        ("Chưa bồi dưỡng xong", "in_progress"),
        ("Chưa được 1/2", "in_progress"),
        ("Chưa đủ điều kiện", "not_started"),
        ("0/5 phòng", "not_started"),
        ("Không đủ", "in_progress"),
        ("Không thực hiện ở HKI", "not_started"),
        ("Nhà xe giáo viên đã xong, nhà xe học sinh đang thi công", "in_progress"),
        ("Giáo viên còn thiếu, đã đề nghị Phòng bổ sung", "in_progress"),
        ("Không còn phù hợp, đề nghị bỏ", "not_started"),
        ("Chuyển sang thực hiện ở học kỳ II", "not_started"),
        ("Kiến nghị cấp trên hỗ trợ", "in_progress"),
        ("Tỷ lệ học sinh yếu giảm còn 2%", "completed"),
        ("Bồi dưỡng HSG đang tiến hành", "in_progress"),
        ("Nâng cấp sân chơi chưa thực hiện được", "not_started"),
        ("Kiểm tra công trình đang thi công", "completed"),
        ("Thay thế thiết bị không được sử dụng", "completed"),
        ("Bàn ghế hư chưa thay", "not_started"),
        ("Lát gạch sân trường 300/500m2", "in_progress"),
        ("Thiếu 50m hàng rào", "in_progress"),
        ("Nâng cấp sân chơi được khoảng 70%", "in_progress"),
        ("Kết nạp 1/2 đảng viên theo chỉ tiêu", "in_progress"),
        ("Đạt 25/30 điểm", "completed"),
        ("Phòng chờ giáo viên đã bố trí", "completed"),
        ("Tuyển sinh đạt 90% kế hoạch", "in_progress"),
        ("Không thực hiện đầy đủ", "in_progress"),
        ("Đề tài đang viết", "in_progress"),
        ("Chưa hoàn chỉnh", "in_progress"),
        ("Từ HKII mới thực hiện", "not_started"),
        ("Đánh giá viên chức cuối năm mới thực hiện", "not_started"),
        ("Khi nào có vốn thì làm", "not_started"),
        ("Đã duyệt thiết kế", "in_progress"),
        ("Vừa mới triển khai", "in_progress"),
        ("Chưa khả quan", "in_progress"),
        ("Hoàn thành nhưng muộn hơn dự kiến", "completed late"),
        ("Phụ đạo học sinh đọc chưa tốt", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    assert_eq!(told(parse("", "Chậm tiến độ do chưa được cấp kinh phí", "")), "in_progress late");
    assert_eq!(told(parse("", "", "Bắt đầu triển khai")), "in_progress");
    assert_eq!(told(parse("", "Đã sửa xong 15/12", "")), "completed");
    assert_eq!(told(parse("", "xong 20/12", "")), "completed");
    assert_eq!(told(parse("", "", "Mới đề xuất")), "not_started");
    assert_eq!(told(parse("", "Đã sửa xong 2 phòng", "")), "in_progress");
    assert_eq!(told(parse("", "Chậm, lý do: thiếu giáo viên", "")), "in_progress late");
    assert_eq!(told(parse("", "Đã hoàn thành, không chậm", "")), "completed");
}
