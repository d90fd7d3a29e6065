//! What is kept up, made do with, dropped or no more late.

use super::*;

#[test]
fn what_is_done_again_whenever_it_is_needed_is_kept_up() {
    for (ongoing, expected) in [
        ("Bổ sung thuốc khi hết", "completed"),
        ("Sửa khi có hỏng hóc", "completed"),
        ("Điều chỉnh khi có thay đổi", "completed"),
        ("Ghi thêm nếu có phát sinh", "completed"),
        ("Cập nhật hằng quý", "completed"),
        ("Cập nhật mỗi học kỳ", "completed"),
        ("Bảo hành 12 tháng", "completed"),
        ("Thực hiện theo đúng quy chế", "completed"),
        ("Vận hành ổn định", "completed"),
        ("Giao nhân viên y tế quản lý", "completed"),
        ("Giao lớp 4A chăm sóc", "completed"),
        ("Giao nhà thầu thi công", "in_progress"),
        ("Giao các tổ xây dựng kế hoạch sử dụng", "in_progress"),
        ("Đăng tin đều", "completed"),
        ("Chăm bón", "completed"),
        ("Nhận thêm từ nhà tài trợ nếu có", "completed"),
        ("Thực hiện chưa đều", "in_progress"),
        ("Làm cổng trường", "in_progress"),
        ("Ôn mỗi tuần 3 buổi", "in_progress"),
        ("Sửa nếu có kinh phí", "in_progress"),
        ("Đang vận hành thử", "in_progress"),
        ("Mua thêm khi có kinh phí", "in_progress"),
        ("Xây tiếp khi được cấp vốn", "in_progress"),
        ("Bổ sung khi có điều kiện", "in_progress"),
        ("Đang sửa khi cần", "in_progress"),
        ("Bổ sung thuốc", "in_progress"),
    ] {
        assert_eq!(told(parse("Đã trang bị tủ thuốc", ongoing, "Không")), expected, "{ongoing}");
    }
}

#[test]
fn what_little_was_got_is_begun() {
    for (not_started, expected) in [
        ("Do kinh phí hạn hẹp nên chỉ mua 5 máy", "in_progress"),
        ("Thiếu giáo viên nên chỉ mở 1 lớp", "in_progress"),
        ("Thiếu kinh phí nên mới sửa 2 phòng", "in_progress"),
        ("Chỉ mới làm phần móng", "in_progress"),
        ("Vì thiếu vốn, chỉ xây được móng", "in_progress"),
        ("Do thiếu vốn nên mới dự kiến mua 2 máy", "not_started"),
        ("Do thiếu vốn nên chỉ đề nghị mua 2 máy", "not_started"),
        ("Do thiếu kinh phí nên chưa mua 5 máy", "not_started"),
        ("Vì không có đất nên chỉ còn cách xin 500m2 của xã", "not_started"),
        ("Chỉ mới có chủ trương", "not_started"),
        ("Mới có 5/8 tổ chuyên môn nộp kế hoạch", "in_progress"),
        ("Đã thực hiện theo đúng kế hoạch", "in_progress"),
        ("Đã hoàn thành hồ sơ", "in_progress"),
    ] {
        assert_eq!(told(parse("", "", not_started)), expected, "{not_started}");
    }
    assert_eq!(told(parse("Do kinh phí hạn hẹp nên chỉ mua 5 máy", "", "")), "in_progress");
}

#[test]
fn of_several_things_some_were_dropped() {
    for (done, expected) in [
        ("2 việc xong, 1 việc hủy", "in_progress"),
        ("1 việc hủy, 2 việc xong", "in_progress"),
        ("Xong 2 hạng mục, hủy 1 hạng mục", "in_progress"),
        ("Đã tổ chức 3 buổi, 1 buổi hủy do mưa", "in_progress"),
        ("2 nội dung hoàn thành, 1 nội dung không thực hiện", "in_progress"),
        ("2 chuyên đề đã dạy, chuyên đề 3 hoãn", "in_progress"),
        ("Đã dạy 4 chuyên đề, 1 chuyên đề phải hoãn vì bão", "in_progress"),
        ("Đã hủy 5 loại sổ không cần thiết, giữ 3 loại", "completed"),
        ("Đã hủy 2 hóa đơn sai, xuất lại", "completed"),
        ("3 buổi đều đã tổ chức, không hủy buổi nào", "completed"),
        ("Đã họp 3 lần, lần 2 không tổ chức trực tiếp mà họp trực tuyến", "completed"),
        ("Công khai 3 lần, không thực hiện sai quy định", "completed"),
        ("Tổ chức 3 buổi, mỗi buổi 2 tiết", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn of_what_is_entered_the_people_are_the_work() {
    for (done, expected) in [
        ("Nhập được 260 em trên 530 em", "in_progress"),
        ("Nhập hồ sơ được 260/530 học sinh", "in_progress"),
        ("Nhập điểm cho 300 em trên 300 em", "completed"),
        ("Đã nhập học 120 em trên 130 em", "completed"),
        ("Có 12 em trên 300 em tham gia thi", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn lateness_that_happens_no_more_is_none_of_the_work() {
    for (done, ongoing, expected) in [
        ("Việc nộp hồ sơ trễ hạn không còn xảy ra", "", "completed"),
        ("Hiện tượng nộp hồ sơ quá hạn không tái diễn", "", "completed"),
        ("Việc chậm trả lương cho nhân viên hợp đồng đã được giải quyết", "", "completed"),
        ("Việc báo cáo trễ hạn đã giảm nhiều", "", "completed"),
        ("", "Chậm do không còn kinh phí", "in_progress late"),
        ("", "Chậm vì nhà thầu không còn nhân công", "in_progress late"),
        ("", "Chậm tiến độ, không còn cách nào khác", "in_progress late"),
    ] {
        assert_eq!(told(parse(done, ongoing, "Không")), expected, "{done}{ongoing}");
    }
}

#[test]
fn what_comes_only_later_or_is_not_finished_is_under_way() {
    for (done, expected) in [
        ("Biển đặt mua ở Hà Nội, tháng sau mới có", "in_progress"),
        ("Đã đặt hàng, ra Tết mới lắp", "in_progress"),
        ("Máy lắp nhưng chưa nhập vân tay", "in_progress"),
        ("Tường xây, chưa trát", "in_progress"),
        ("Kinh phí chưa về nên chưa mua", "not_started"),
        ("Chưa mua, chưa lắp", "not_started"),
        ("Đã lắp máy mới, tháng sau mới nhất trường", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (done, ongoing, expected) in [
        ("Tình trạng nợ sách thư viện quá hạn đã hết", "", "completed"),
        ("Không thuộc trách nhiệm của trường", "", "not_started"),
        ("", "Bị chậm lại do thiếu vật tư", "in_progress late"),
        ("", "Quá hạn, đã hết kinh phí", "in_progress late"),
        ("Không có hồ sơ trễ hạn", "", "completed"),
        ("Trẻ biếng ăn, chậm lớn giảm rõ rệt", "", "completed"),
        ("Đã đăng ký chữ ký số", "Đang sử dụng", "completed"),
        ("Đã đăng ký chữ ký số", "Tiếp tục khai thác có hiệu quả", "completed"),
        ("", "Trễ hẹn so với hợp đồng", "in_progress late"),
        ("", "Không có mặt bằng thi công nên chậm", "in_progress late"),
        ("", "Không có thợ làm chậm tiến độ", "in_progress late"),
    ] {
        assert_eq!(told(parse(done, ongoing, "Không")), expected, "{done}{ongoing}");
    }
}

#[test]
fn a_rate_that_is_kept_up_is_no_share_of_the_work() {
    for (done, ongoing, not_started, expected) in [
        ("98,5%", "Duy trì", "Không", "completed"),
        ("92%", "Tiếp tục duy trì tỷ lệ chuyên cần", "", "completed"),
        ("80%", "Tiếp tục thực hiện", "Không", "in_progress"),
        ("80%", "Duy trì, bổ sung", "Không", "in_progress"),
        ("80%", "Duy trì", "Chưa làm khối 5", "in_progress"),
        ("20%", "Duy trì", "Không", "in_progress"),
        ("80%", "", "Không", "in_progress"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}
