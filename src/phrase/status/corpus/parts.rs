//! Under what is done: steps before the work, parts of it, times to come.

use super::*;

#[test]
fn a_step_before_the_work_is_no_work_done() {
    for (done, expected) in [
        ("Đã gửi tờ trình", "in_progress"),
        ("Đã có công văn đề nghị cấp trên bổ sung giáo viên", "in_progress"),
        ("Đã nộp đơn xin hỗ trợ kinh phí", "in_progress"),
        ("Đã kiến nghị UBND xã mở rộng sân", "in_progress"),
        ("Đã khảo sát, lập dự toán", "in_progress"),
        ("Đã lựa chọn được nhà thầu", "in_progress"),
        ("Đã đặt hàng", "in_progress"),
        ("Đã trình phê duyệt", "in_progress"),
        ("Đã gửi tờ trình, đã được cấp 20 bộ", "completed"),
        ("Đã gửi tờ trình và được Phòng phê duyệt", "completed"),
        ("Đã xin được 5 máy tính", "completed"),
        ("Đã tham mưu với UBND xã", "completed"),
        ("Đã lập dự toán thu chi", "completed"),
        ("Đã ký hợp đồng, tháng 3 khởi công", "in_progress"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn a_part_of_the_work_is_not_all_of_it() {
    for (done, expected) in [
        ("Mới sửa xong 1 phòng", "in_progress"),
        ("Chỉ mới khảo sát", "in_progress"),
        ("Vì thiếu vốn, chỉ mua được 2 bộ", "in_progress"),
        ("Thiếu vốn nên mới sơn được 2 phòng", "in_progress"),
        ("Đã sơn 5 phòng, 1 phòng chưa sơn", "in_progress"),
        ("Mái đã lợp, nền chưa lát", "in_progress"),
        ("Nhà thầu chưa bàn giao", "in_progress"),
        ("Đợt 1 xong, đợt 2 đang triển khai", "in_progress"),
        ("Lần 1 đã họp, lần 2 vào tháng 3", "in_progress"),
        ("Phần móng đã xong", "in_progress"),
        ("Xong 8 phòng/10 phòng", "in_progress"),
        ("8/10 lớp có tủ sách", "in_progress"),
        ("18/20 lớp đạt tiên tiến", "completed"),
        ("10/10 lớp có tủ sách", "completed"),
        ("Trang bị được 70% thiết bị", "in_progress"),
        ("Đã kiểm tra 12 giáo viên, đạt 60% kế hoạch", "in_progress"),
        ("Đã tập huấn, đạt 60% giáo viên giỏi", "completed"),
        ("Sáu mươi phần trăm", "in_progress"),
        ("Một trăm phần trăm", "completed"),
        ("Hai phần ba", "in_progress"),
        ("0/4", "not_started"),
        ("Một số nội dung đã hoàn thành", "in_progress"),
        ("Một số nội dung được lồng ghép", "completed"),
        ("Thực hiện chưa thường xuyên", "in_progress"),
        ("Thực hiện không đầy đủ", "in_progress"),
        ("Làm dở", "in_progress"),
        ("Bị dừng giữa chừng", "in_progress"),
        ("2 giáo viên đang học đại học", "in_progress"),
        ("3 học sinh đang học hòa nhập", "completed"),
        ("x (chưa xong)", "in_progress"),
        ("x - 80%", "in_progress"),
        ("+ Đã xây dựng kế hoạch + Đang triển khai", "in_progress"),
        ("Đangthực hiện", "in_progress"),
        ("Đã mua sắm xong, chưa thanh toán", "completed"),
        ("Có làm, hiện chưa tốt", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn what_is_left_to_a_time_to_come_is_not_begun() {
    for (done, expected) in [
        ("Tháng 3 mới làm", "not_started"),
        ("Quý 2/2024 mới thực hiện", "not_started"),
        ("Đến tháng 3 mới thực hiện", "not_started"),
        ("Tháng 3 mới mua được 2 máy", "completed"),
        ("Chuyển thực hiện vào năm 2025", "not_started"),
        ("Gộp vào kế hoạch HKII", "not_started"),
        ("Chờ sang hè", "not_started"),
        ("Phải lùi thời gian do dịch", "not_started"),
        ("Dự kiến khởi công quý II", "not_started"),
        ("Dự kiến xong tháng 5", "in_progress"),
        ("Đã hủy bỏ nội dung này", "not_started"),
        ("Rút khỏi kế hoạch", "not_started"),
        ("Không còn phù hợp nên không thực hiện", "not_started"),
        ("Ko làm đc", "not_started"),
        ("Hết kinh phí", "not_started"),
        ("Chuyên đề vào tháng 11 đã tổ chức", "completed"),
        ("Chuyển 2 giáo viên đến điểm lẻ", "completed"),
        ("Đưa nội dung địa phương vào kế hoạch năm học", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn what_is_slow_is_not_late() {
    for (ongoing, expected) in [
        ("Trẻ ăn chậm được cô giúp đỡ", "in_progress"),
        ("Đường truyền internet còn chậm", "in_progress"),
        ("Máy tính chậm so với kế hoạch", "in_progress late"),
        ("Giải ngân chậm", "in_progress late"),
        ("Nộp báo cáo muộn", "in_progress late"),
        ("Nhắc học sinh đi học muộn", "in_progress"),
    ] {
        assert_eq!(told(parse("", ongoing, "")), expected, "{ongoing}");
    }
    assert_eq!(told(parse("Hoàn thành sau thời hạn 1 tháng", "", "")), "completed late");
    assert_eq!(told(parse("Nhà thầu thi công chậm", "", "")), "in_progress late");
    assert_eq!(told(parse("", "Đã nghiệm thu", "")), "completed");
    assert_eq!(told(parse("", "", "Không (đã làm hết)")), "completed");
}
