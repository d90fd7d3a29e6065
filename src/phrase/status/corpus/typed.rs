//! Texts as they are typed in haste, without marks, or chosen from the lists of software.

use super::*;

#[test]
fn states_of_software_are_read_where_they_are_the_whole_text() {
    for (text, expected) in [
        ("Done", "completed"),
        ("Completed", "completed"),
        ("In progress", "in_progress"),
        ("Pending", "in_progress"),
        ("Not started", "not_started"),
        ("Cancelled", "not_started"),
        ("Overdue", "in_progress late"),
        ("Delayed", "in_progress late"),
    ] {
        assert_eq!(told(parse(text, "", "")), expected, "{text}");
        assert_eq!(state(text).map(told).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(doubt("Done"), None);
    assert_eq!(told(parse("Đã hoàn thành phần mềm Done", "", "")), "completed");
}

#[test]
fn late_without_marks_is_told_from_marking_and_caring() {
    for text in [
        "Cham do mua bao",
        "cham 1 thang do dich",
        "tien do con cham",
        "dang lam (cham)",
        "Cham, con 2 phong do nha thau",
        "Chậm hơn dự kiến",
        "Tiến độ bị chậm lại vì thiếu thợ",
        "Chưa đạt tiến độ đề ra",
        "Không đảm bảo thời gian do dịch",
        "Tiến độ thực hiện chưa đảm bảo do thời tiết",
        "Tiến độ chưa kịp so với kế hoạch",
        "Chưa hoàn thành theo tiến độ do chờ kinh phí",
        "Chầm so với kế hoạch",
    ] {
        assert_eq!(told(parse("", text, "")), "in_progress late", "{text}");
    }
    for text in [
        "dang cham bai thi",
        "tiep tuc cham soc cay",
        "dang cham diem thi dua",
        "Đang lập danh sách HS nộp hồ sơ trễ hạn",
        "Đang xử lý các hồ sơ nộp chậm",
        "Chưa chậm so với KH",
        "Đã giải quyết xong việc chậm lương, đang rà soát hồ sơ",
    ] {
        assert_eq!(told(parse("", text, "")), "in_progress", "{text}");
    }
    for text in [
        "Không còn giáo viên vào lớp chậm giờ",
        "Đã chấn chỉnh các tổ nộp báo cáo quá hạn",
        "Đã thay thế 6 bộ máy tính hỏng, chậm",
        "Sửa chữa xong 04 máy tính bị lỗi, treo máy, chậm",
        "Đã xử lý dứt điểm các công trình chậm bàn giao",
        "Đã dừng dạy thêm trái quy định",
    ] {
        assert_eq!(told(parse(text, "", "Không")), "completed", "{text}");
    }
    // What hinders the work itself is late still.
    assert_eq!(told(parse("", "Đã nhắc nhở nhà thầu thi công chậm", "")), "in_progress late");
    assert_eq!(told(parse("", "Không còn vốn nên chậm so với kế hoạch", "")), "in_progress late");
}

#[test]
fn what_is_put_off_needed_or_kept_up_is_no_work_done() {
    for (done, ongoing, not_started, expected) in [
        ("Tạm gác lại", "", "", "not_started"),
        ("Tạm gác lại vì thiếu kinh phí", "", "", "not_started"),
        ("Hẹn quý sau", "", "", "not_started"),
        ("Hẹn ra Tết", "", "", "not_started"),
        ("Mới lập dự toán", "", "", "in_progress"),
        ("Cần bổ sung thêm 2 GV", "", "", "in_progress"),
        ("Chờ", "", "", "in_progress"),
        ("0", "0", "0", "no_report"),
        ("0", "", "", "not_started"),
        ("Đã mua", "Kông", "khog", "completed"),
        ("Đã mua", "Không chậm so với KH", "Không", "completed"),
        ("Đã ký cam kết", "Thực hiện nghiêm túc cam kết", "Không", "completed"),
        ("Tuyên truyền trên loa phát thanh", "Thực hiện đều đặn", "Không", "completed"),
        ("Đã xây dựng bộ quy tắc ứng xử", "Thực hiện theo quy tắc", "Không", "completed"),
        ("da cap nhat trang web", "tiep tuc duy tri dang bai hang tuan", "khong", "completed"),
        ("Căn cứ kế hoạch đã mua 5 máy", "", "", "completed"),
        ("Cân đo trẻ 3 lần", "", "", "completed"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}
