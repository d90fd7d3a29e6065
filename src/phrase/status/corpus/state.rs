//! The cell of a column of states, and the columns of a result that say another thing than their title.

use super::*;

fn of(text: &str) -> Option<&'static str> {
    state(text).map(|said| said.status.code())
}

#[test]
fn a_column_of_states_is_read_in_its_own_short_words() {
    for text in [
        "x",
        "✓",
        "OK",
        "Rồi",
        "Điện lực đã thay công tơ mới ngày 03/11",
        "KH 4, TH 4",
        "5 GV dạy giỏi cấp huyện (chỉ tiêu 4)",
        "H.thành",
        "ĐHT",
        "100",
        "1,0",
        "Tốt",
        "Đạt chỉ tiêu",
        "Vượt chỉ tiêu",
        "Hoàn thàng",
        "Hoành thành",
        "5/5 phòng",
        "Thực hiện đúng kế hoạch",
        "Không có HS bỏ học",
        "Chậm nhưng đã xong",
        "Đã hoàn thành nhưng chưa thanh toán",
        "[x] Hoàn thành [ ] Chưa",
    ] {
        assert_eq!(of(text), Some("completed"), "{text}");
    }
    for text in [
        "3/5 phòng",
        "0,7",
        "60% KH",
        "HT 70%",
        "Mới làm",
        "Xong bước 1",
        "Đã quá hạn",
        "Hoàn thành móng",
        "Hoàn thành (70)",
        "Hoàn thành: Không",
        "Dừng",
    ] {
        assert_eq!(of(text), Some("in_progress"), "{text}");
    }
    for text in ["Không", "0", "0/5", "CTK", "Hông làm", "Đã tạm hoãn", "Đã bỏ", "Không có kinh phí", "Dự kiến tháng 3"]
    {
        assert_eq!(of(text), Some("not_started"), "{text}");
    }
    for text in ["?", "Hiệu trưởng", "Tháng 9", "5.000.000đ", "Bồi dưỡng giáo viên", "", "…"] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn what_stands_under_the_wrong_title_is_read_by_its_words() {
    for (done, ongoing, not_started, expected) in [
        ("", "Đã hoàn thành trong tháng 12", "Không", "completed"),
        ("", "Chậm 1 tuần, nay đã xong", "", "completed late"),
        ("Đã sơn cổng", "Đúng tiến độ", "Không", "completed"),
        ("Đã sơn cổng", "Đang sơn nốt cổng phụ", "Không", "in_progress"),
        ("Đã lắp", "Bảo trì định kỳ hằng tháng", "", "completed"),
        ("Đã sơn", "", "Ko còn", "completed"),
        ("Đã sơn", "", "Hông", "completed"),
        ("Đã sơn", "0/5", "0%", "completed"),
        ("Đã sơn", "", "Không còn phòng nào", "completed"),
        ("Đã sơn", "", "100% đã triển khai", "completed"),
        ("", "", "100%", "not_started"),
        ("0%", "0%", "100%", "not_started"),
        ("", "", "Tất cả các nội dung", "not_started"),
        ("", "", "Đã khởi công", "in_progress"),
        ("", "", "Mới xong 2/5 phòng", "in_progress"),
        ("", "", "Chưa xong, còn 20%", "in_progress"),
        ("", "", "Đã trình hồ sơ, chờ duyệt", "not_started"),
        ("chưa có", "", "", "not_started"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}

#[test]
fn a_rest_is_heard_without_a_word_for_it() {
    for done in [
        "Đã lát sân trước; sân sau để hè làm",
        "Khối 6, 7 đã xong; khối 8, 9 làm tiếp",
        "Đã xong 4 nội dung; 2 nội dung chuyển HKII",
        "Đã học xong 3 mô đun, mô đun 4 học sau",
        "Đã xong trừ phòng Tin",
        "Xong hết ngoài phòng Âm nhạc",
        "Vận động được 20 triệu/50 triệu",
        "Lát được 400 m2 trong tổng 650 m2",
        "Hoàn thành được khoảng 9 phần 10",
        "7 (KH 10)",
        "Đã đổ móng",
        "Đã được phê duyệt dự toán",
        "Đã vận động nhưng không được",
        "da lam nhung chua xong",
        "Đa phần đã xong",
    ] {
        assert_eq!(told(parse(done, "", "")), "in_progress", "{done}");
    }
    for done in [
        "Đã mua đủ 5 bộ, chưa kể 2 bộ được tặng",
        "Rà soát xong, có 3 hồ sơ chưa đủ minh chứng",
        "Đã thay 8 quạt, cái cũ đang chờ thanh lý",
        "Đã xong, đang bảo hành",
        "Không phát hiện thực phẩm quá hạn",
        "Đã dừng thu các khoản ngoài quy định",
        "Đã lùi hàng rào vào 2m",
        "Chưa hết HKI đã hoàn thành",
        "Học kỳ I chưa thực hiện được, học kỳ II đã hoàn thành",
        "Đã đào tạo phía sau sân khấu",
        "Bài trừ hủ tục, phòng trừ sâu bệnh cho cây",
        "Mới hoàn thành ngày 8/1/2024",
    ] {
        assert_eq!(told(parse(done, "", "")), "completed", "{done}");
    }
}
