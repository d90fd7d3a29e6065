//! Each text says the status beside it. A new wording from a real report is one more string here.

use proptest::prelude::proptest;

use super::*;

fn told(phrase: StatusPhrase) -> String {
    format!("{}{}", phrase.status.code(), if phrase.late_stated { " late" } else { "" })
}

#[test]
fn three_columns_say_one_status() {
    for (done, ongoing, not_started, expected) in [
        ("Đã mua 10 máy tính", "", "", "completed"),
        ("Đã mua 10 máy tính", "-", "Không ạ", "completed"),
        ("Đã hoàn thành", "", "Hết", "completed"),
        ("Đã tham gia", "Không có giáo viên nào chưa tham gia", "", "completed"),
        ("N/A", "N/A", "N/A", "no_report"),
        ("+", "", "", "completed"),
        ("", "+", "", "in_progress"),
        ("", "", "+", "not_started"),
        ("", "Không có kinh phí nên chưa thực hiện", "", "not_started"),
        ("Đã mua 10 máy tính", "", "Chưa mua máy chiếu", "in_progress"),
        ("Đã mua", "Đang duy trì", "", "completed"),
        ("Đã mua", "Tiếp tục duy trì và bổ sung", "", "in_progress"),
        ("Thực hiện tốt", "Duy trì thường xuyên", "Không", "completed"),
        ("95% học sinh đạt yêu cầu", "", "", "completed"),
        ("Hoàn thành 80%", "", "", "in_progress"),
        ("80%", "", "", "in_progress"),
        ("Đang thực hiện", "", "", "in_progress"),
        ("Chưa thực hiện", "", "", "not_started"),
        ("Chưa hoàn thành", "", "", "in_progress"),
        ("Không", "Chưa triển khai", "", "not_started"),
        ("", "Chậm, chưa triển khai", "", "not_started late"),
        ("", "Đã hoàn thành", "", "completed"),
        ("", "Duy trì", "", "in_progress"),
        ("", "x", "", "in_progress"),
        ("✓", "", "", "completed"),
        ("×", "", "", "completed"),
        ("…", "…", "…", "no_report"),
        ("", "", "Chậm do thiếu kinh phí", "not_started late"),
        ("Đã trồng cây", "Chậm tiến độ do mưa", "", "in_progress late"),
        ("", "Đang triển khai, không chậm so với kế hoạch", "", "in_progress"),
        ("", "Phụ đạo học sinh chậm tiến bộ", "", "in_progress"),
        ("", "Chăm sóc cây xanh", "", "in_progress"),
        ("", "Cham so voi ke hoach", "", "in_progress late"),
        ("", "Nhắc học sinh đi học muộn, đi trễ", "", "in_progress"),
        ("", "Không kịp tiến độ", "", "in_progress late"),
        ("", "Thực hiện chậm do dịch", "", "in_progress late"),
        ("", "Giáo viên chấm bài", "", "in_progress"),
        ("", "Hoàn thành chậm nhất 30/9", "", "in_progress"),
        ("", "Đang thực hiện", "Không có", "in_progress"),
        ("Đã triển khai, đang tiếp tục thực hiện", "", "", "in_progress"),
        ("Đã ký hợp đồng, đang thi công", "", "", "in_progress"),
        ("Đã xây dựng kế hoạch, chưa thực hiện", "", "", "in_progress"),
        ("Đã mua 5 máy (còn thiếu 5 máy)", "", "", "in_progress"),
        ("Đã triển khai nhưng chưa xong", "", "", "in_progress"),
        ("Đã mua máy, hiện đang sử dụng tốt", "", "", "completed"),
        ("Đã phụ đạo học sinh chưa hoàn thành", "", "", "completed"),
        ("Đã bồi dưỡng giáo viên đang học nâng chuẩn", "", "", "completed"),
        ("Mới thực hiện được một phần", "", "", "in_progress"),
        ("Thực hiện 1 phần", "", "", "in_progress"),
        ("Không thực hiện", "", "", "not_started"),
        ("Không thực hiện thu ngoài quy định", "", "", "completed"),
        ("Sẽ thực hiện ở HKII", "", "", "not_started"),
        ("Dự kiến hoàn thành tháng 3", "", "", "in_progress"),
        ("0%", "", "", "not_started"),
        ("", "", "Đang chờ kinh phí", "not_started"),
        ("", "Chưa đến thời gian thực hiện", "", "not_started"),
        ("", "Chuyển sang năm học sau", "", "not_started"),
        ("Đã mua", "Không có việc nào chậm", "Không có nội dung chưa triển khai", "completed"),
        ("", "Không có nội dung đang triển khai hoặc chậm", "", "no_report"),
        ("Đã mua", "", "Tất cả đã triển khai", "completed"),
        ("Đã mua", "", "Đã thực hiện đầy đủ", "completed"),
        ("", "Học sinh tiếp thu chậm được kèm cặp", "", "in_progress"),
        ("", "Không hoàn thành", "", "in_progress"),
        ("", "", "Không còn", "no_report"),
        ("2/3", "", "", "in_progress"),
        ("Trong quá trình thực hiện", "", "", "in_progress"),
        ("Dở dang", "", "", "in_progress"),
        ("Làm đồ dùng dạy học", "", "", "completed"),
        ("Hầu hết học sinh đạt yêu cầu", "", "", "completed"),
        ("Trong quá trình dạy học, giáo viên đã đổi mới phương pháp", "", "", "completed"),
        ("Phần lớn đã hoàn thành", "", "", "in_progress"),
        ("Về cơ bản đã hoàn thành", "", "", "in_progress"),
        ("Đạt 90% kế hoạch đề ra", "", "", "in_progress"),
        ("Đạt 100% chỉ tiêu", "", "", "completed"),
        ("Đã thực hiện và đang tiếp tục thực hiện", "", "", "in_progress"),
        ("Đã thực hiện, tiếp tục thực hiện", "", "", "in_progress"),
        ("Đã thực hiện, tiếp tục duy trì", "", "", "completed"),
        ("Đã sửa chữa và đang sử dụng tốt", "", "", "completed"),
        ("Thiếu kinh phí", "", "", "not_started"),
        ("", "Thiếu kinh phí", "", "in_progress"),
        ("Không thể thực hiện", "", "", "not_started"),
        ("Điều chỉnh sang năm học sau", "", "", "not_started"),
        ("", "Hoàn tất", "", "completed"),
        ("10", "", "", "completed"),
        ("Đã hoàn thành 5/10 phòng", "", "", "in_progress"),
        ("Đã tổ chức 2/4 buổi", "", "", "in_progress"),
        ("Đã hoàn thành 5/5 phòng", "", "", "completed"),
        ("Đã bồi dưỡng 20/25 giáo viên", "", "", "completed"),
        ("Đã hoàn thành 5/10/2023", "", "", "completed"),
        ("Cơ bản đã hoàn thành", "", "", "in_progress"),
        ("Sắp hoàn thành", "", "", "in_progress"),
        ("Đang", "", "", "in_progress"),
        ("Tiếp tục duy trì", "", "", "completed"),
        ("Mới xây dựng kế hoạch", "", "", "in_progress"),
        ("Đã lập tờ trình, chờ phê duyệt", "", "", "in_progress"),
        ("Đã mua sách cho học sinh, cho mượn về nhà", "", "", "completed"),
        ("Không triển khai do dịch bệnh", "", "", "not_started"),
        ("Chuyển sang năm sau", "", "", "not_started"),
        ("", "Chuyển sang năm sau", "", "not_started"),
        ("Lùi sang HKII", "", "", "not_started"),
        ("Dự kiến tháng 5", "", "", "not_started"),
        ("Chưa mua được máy tính", "", "", "not_started"),
        ("Chưa báo cáo", "", "", "no_report"),
        ("Không báo cáo", "", "", "no_report"),
        ("Đã sửa 3 phòng, 2 phòng còn lại đang sửa", "", "", "in_progress"),
        ("Đã sửa 3 phòng, số còn lại sẽ sửa trong hè", "", "", "in_progress"),
        ("Đã trang bị chưa đầy đủ", "", "", "in_progress"),
        ("Đã tổ chức, tuy nhiên chưa hiệu quả", "", "", "completed"),
        ("Đã thực hiện", "Không chậm", "Không", "completed"),
        ("Đã thực hiện", "Không bị chậm tiến độ", "", "completed"),
        ("", "Không còn chậm", "", "completed"),
        ("", "Đã khắc phục tình trạng chậm nộp báo cáo", "", "completed"),
        ("", "Do thiếu kinh phí nên chưa thực hiện", "", "not_started"),
        ("", "Quá thời hạn", "", "in_progress late"),
        ("", "Chưa hoàn thành đúng hạn", "", "in_progress late"),
        ("", "Máy tính chạy chậm", "", "in_progress"),
        ("", "Đường truyền chậm", "", "in_progress"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}

#[test]
fn what_denies_the_work_is_no_work_done() {
    for (done, expected) in [
        ("Chưa lắp đặt camera", "not_started"),
        ("Chưa được triển khai", "not_started"),
        ("Chưa kịp thực hiện", "not_started late"),
        ("Chưa có kinh phí", "not_started"),
        ("Nhà trường chưa thực hiện", "not_started"),
        ("Vẫn chưa thực hiện", "not_started"),
        ("Thư viện chưa được bổ sung sách", "not_started"),
        ("Do chưa có kinh phí nên chưa mua được", "not_started"),
        ("Không mua được", "not_started"),
        ("Ko thực hiện", "not_started"),
        ("Không có điều kiện thực hiện", "not_started"),
        ("Hoãn do mưa bão", "not_started"),
        ("Để sang năm sau", "not_started"),
        ("Đưa vào kế hoạch năm sau", "not_started"),
        ("Xin chuyển sang năm học sau", "not_started"),
        ("Khi có kinh phí sẽ thực hiện", "not_started"),
        ("Sẽ tiếp tục thực hiện", "in_progress"),
        ("Chưa kịp thời", "in_progress"),
        ("Công trình đang thi công", "in_progress"),
        ("Hồ sơ chưa hoàn thiện", "in_progress"),
        ("Đã trồng 20/30 cây", "in_progress"),
        ("Dưới 50%", "in_progress"),
        ("Ngưng do thiếu kinh phí", "in_progress"),
        ("Hủy do dịch", "not_started"),
        ("Huy động phụ huynh ủng hộ", "completed"),
        ("Đúng kế hoạch", "completed"),
        ("Giãn sang năm sau", "not_started"),
        ("Thực hiện trong năm học sau", "not_started"),
        ("Sẽ xây trong năm 2024", "not_started"),
        ("Tiếp tục thực hiện trong năm sau", "in_progress"),
        ("Đã họp ngày 5/10 với phụ huynh", "completed"),
        ("Thực hiện dở dang", "in_progress"),
        ("Chỉ thực hiện được 1 phần", "in_progress"),
        ("Mới mua được 2 máy", "in_progress"),
        ("Hoàn thành 50%, phần còn lại chuyển sang năm sau", "in_progress"),
        ("Nhà vệ sinh chưa được sửa chữa", "not_started"),
        ("Xong 80%", "in_progress"),
        ("Đã làm 70%", "in_progress"),
        ("Ước đạt 60%", "in_progress"),
        ("Hoàn thành phần lớn", "in_progress"),
        ("Hoàn thành gần hết", "in_progress"),
        ("Đã triển khai bước đầu", "in_progress"),
        ("Đã hoàn thành 1/2", "in_progress"),
        ("Đã hoàn thành 1/2/2024", "completed"),
        ("Đã mua song chưa lắp đặt", "in_progress"),
        ("Giảm tỉ lệ học sinh chưa hoàn thành", "completed"),
        ("60% học sinh tham gia", "completed"),
        ("Còn 3 phòng chưa sửa", "in_progress"),
        ("Chưaa thực hiện", "not_started"),
        ("Chuwa thuwcj hieenj", "not_started"),
        ("1. Chưa thực hiện", "not_started"),
        ("CTH", "not_started"),
        ("Chưa thực hiện, đang xin kinh phí", "not_started"),
        ("Chưa mua đủ", "in_progress"),
        ("Chưa lát xong sân", "in_progress"),
        ("Chưa dứt điểm", "in_progress"),
        ("Vẫn chưa hoàn thành", "in_progress"),
        ("Do thiếu giáo viên nên chưa hoàn thành", "in_progress"),
        ("Chưa thực hiện; đang làm phần móng", "in_progress"),
        ("Nhà vệ sinh đang sửa chữa", "in_progress"),
        ("Nhà trường đang thực hiện", "in_progress"),
        ("Dừng thực hiện", "in_progress"),
        ("Thực hiện được một nửa", "in_progress"),
        ("Đã khắc phục một phần", "in_progress"),
        ("Đạt 98% so với kế hoạch", "in_progress"),
        ("Chậm tiến độ", "in_progress late"),
        ("Không đúng tiến độ", "in_progress late"),
        ("Đã hoàn thành, trễ 1 tháng", "completed late"),
        ("Hoàn thành muộn hơn kế hoạch", "completed late"),
        ("Gần như xong", "in_progress"),
        ("Sắp hoàn tất", "in_progress"),
        ("Chưa hẳn xong", "in_progress"),
        ("Không còn vướng mắc gì, đã xong", "completed"),
        ("Mới xong phần thô", "in_progress"),
        ("Chờ nghiệm thu", "in_progress"),
        ("Chỉ còn khâu nghiệm thu", "in_progress"),
        ("Còn vướng thủ tục", "in_progress"),
        ("Bỏ dở", "in_progress"),
        ("Bị đình trệ", "in_progress"),
        ("Chưa được bao nhiêu", "in_progress"),
        ("Làm được ít", "in_progress"),
        ("Làm chưa tới nơi", "in_progress"),
        ("Chưa rõ kết quả", "in_progress"),
        ("Đã trình, chờ UBND phê duyệt", "in_progress"),
        ("Đợi nhà thầu bàn giao", "in_progress"),
        ("Đã khởi công tháng 10", "in_progress"),
        ("Mới khởi động", "in_progress"),
        ("Mới dừng ở khâu khảo sát", "in_progress"),
        ("Nửa chừng", "in_progress"),
        ("Chuyển tiếp năm học 2024-2025", "in_progress"),
        ("Sẽ làm tiếp ở HKII", "in_progress"),
        ("Hoàn toàn chưa thực hiện", "not_started"),
        ("Không cần thực hiện nữa", "not_started"),
        ("Thôi không làm", "not_started"),
        ("Do thiếu giáo viên, chưa mở lớp", "not_started"),
        ("Vì mưa bão, chưa tổ chức được", "not_started"),
        ("Kinh phí chưa về nên chưa mua", "not_started"),
        ("Chưa có HS vi phạm", "completed"),
        ("Chưa để xảy ra tai nạn", "completed"),
        ("Chưa phát hiện sai phạm", "completed"),
        ("Đã lùi thời gian thực hiện", "not_started"),
        ("Đã chuyển sang kế hoạch năm sau", "not_started"),
        ("Đã hoãn", "not_started"),
        ("Đã hủy", "not_started"),
        ("Đã hủy hồ sơ hết hạn lưu trữ", "completed"),
        ("Đã dừng", "in_progress"),
        ("Đã lên kế hoạch, sẽ thực hiện trong HKII", "in_progress"),
        ("Đã thực hiện tốt, sẽ duy trì", "completed"),
        ("Không đáp ứng", "in_progress"),
        ("Rất ít", "in_progress"),
        ("Không xong", "in_progress"),
        ("Không thường xuyên", "in_progress"),
        ("Không có thời gian làm", "not_started"),
        ("Bị hoãn", "not_started"),
        ("Phải hoãn lại", "not_started"),
        ("Dự kiến làm tháng 3", "not_started"),
        ("Chưa tới 50%", "in_progress"),
        ("Chưa quá nửa", "in_progress"),
        ("Chưa đến hạn", "not_started"),
        ("Gần 100%", "in_progress"),
        ("Xấp xỉ 90%", "in_progress"),
        ("Đa số đã hoàn thành", "in_progress"),
        ("Hoàn thành giai đoạn 1", "in_progress"),
        ("Đợt 1 xong, đợt 2 sang năm", "in_progress"),
        ("Đã đặt mua, hàng chưa về", "in_progress"),
        ("Triển khai chậm", "in_progress late"),
        ("Không đảm bảo tiến độ", "in_progress late"),
        ("Mỗi lớp được trang bị 1 ti vi", "completed"),
        ("Mọi lớp được lắp quạt", "completed"),
        // A number is a share only with its sign.
        ("Hoàn thành 5 nội dung", "completed"),
        ("1. Hoàn thành", "completed"),
        ("Phụ đạo học sinh chưa đạt chuẩn", "completed"),
        ("Không để xảy ra tai nạn", "completed"),
        ("Không có học sinh bỏ học", "completed"),
        ("Hỗ trợ học sinh đang gặp khó khăn", "completed"),
        ("Tổ chức dạy học cho trẻ chậm phát triển", "completed"),
        ("1. Không", "no_report"),
        ("“-”", "no_report"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for (ongoing, expected) in [
        ("Chưa có kinh phí", "in_progress"),
        ("Chưa mua đủ số lượng", "in_progress"),
        ("Chưa kịp", "in_progress late"),
        ("Chưa theo kịp tiến độ", "in_progress late"),
        ("Chưa đúng tiến độ", "in_progress late"),
        ("Nhà trường chưa thực hiện", "not_started"),
        ("Trễ 1 tháng so với kế hoạch", "in_progress late"),
        ("Máy chiếu khởi động chậm", "in_progress"),
    ] {
        assert_eq!(told(parse("", ongoing, "")), expected, "{ongoing}");
    }
    for (ongoing, expected) in [
        ("Không có việc nào đang làm", "no_report"),
        ("Hết việc", "no_report"),
        ("Không còn tồn tại", "no_report"),
        ("Công việc đã hoàn tất trong tháng 12", "completed"),
        ("Đã xong, không còn", "completed"),
        ("Không chậm tiến độ, đang làm", "in_progress"),
        ("Đã giải quyết xong", "completed"),
        ("Vừa xong tuần trước", "completed"),
        ("Do kinh phí chưa được cấp", "in_progress"),
    ] {
        assert_eq!(told(parse("", ongoing, "")), expected, "{ongoing}");
    }
    for (not_started, expected) in [
        ("Đã làm hết rồi", "completed"),
        ("Đều đã triển khai", "completed"),
        ("Đã bắt đầu", "in_progress"),
        ("Mới làm một phần", "in_progress"),
        ("Mỗi lớp được trang bị ti vi", "not_started"),
    ] {
        assert_eq!(told(parse("", "", not_started)), expected, "{not_started}");
    }
    assert_eq!(told(parse("", "", "Đang xin kinh phí")), "not_started");
    assert_eq!(told(parse("", "", "Xây dựng 4 phòng học (chậm do thiếu vốn)")), "not_started late");
    for (done, ongoing, not_started, expected) in
        [("1. Không", "1. Không", "1. Không", "no_report"), ("Đã lập kế hoạch", "Không", "1. Không", "completed")]
    {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}

#[test]
fn one_column_says_a_status() {
    for (text, expected) in [
        ("Hoàn thành", "completed"),
        ("HOÀN THÀNH", "completed"),
        ("Đã hoàn thành tốt", "completed"),
        ("Đã thực hiện", "completed"),
        ("Đã triển khai", "completed"),
        ("100%", "completed"),
        ("Hoàn thành 100%", "completed"),
        ("Đạt", "completed"),
        ("Xong", "completed"),
        ("Đang thực hiện", "in_progress"),
        ("Đang triển khai", "in_progress"),
        ("Chưa hoàn thành", "in_progress"),
        ("Hoàn thành một phần", "in_progress"),
        ("Đã hoàn thành nhưng còn thiếu", "in_progress"),
        ("80%", "in_progress"),
        ("Hoàn thành 75,5%", "in_progress"),
        ("Tiếp tục thực hiện", "in_progress"),
        ("Cơ bản hoàn thành", "in_progress"),
        ("Hoàn thành cơ bản", "in_progress"),
        ("Chậm tiến độ", "in_progress late"),
        ("Chậm", "in_progress late"),
        ("Quá hạn", "in_progress late"),
        ("Chưa thực hiện", "not_started"),
        ("Chưa triển khai do thiếu kinh phí", "not_started"),
        ("Chưa bắt đầu", "not_started"),
        ("Chưa", "not_started"),
        ("0%", "not_started"),
        ("Chưa báo cáo", "no_report"),
    ] {
        assert_eq!(word(text).map(told).as_deref(), Some(expected), "{text}");
    }
    for text in ["", "-", "Không", "Hiệu trưởng", "Tháng 9/2023", "Mua 10 máy tính", "120%", "50", "1", "2023", "Ngân sách"] {
        assert_eq!(word(text), None, "{text}");
    }
}

#[test]
fn nothing_is_said_in_many_ways() {
    for text in [
        "",
        " ",
        "-",
        "--",
        "–",
        "/",
        "…",
        ".....",
        "Không",
        "KHông",
        "không có",
        "Không ạ",
        "Không có.",
        "0",
        "Ko",
        "(không)",
        "_____",
        "\u{a0}",
        "\u{200b}",
        "Không có gì",
    ] {
        assert!(is_nothing(text), "{text:?}");
    }
    for text in ["x", "✓", "Không đạt", "Không đủ kinh phí", "10", "Chưa triển khai", "Khó", "a"] {
        assert!(!is_nothing(text), "{text:?}");
    }
}

#[test]
fn a_line_of_dots_is_a_placeholder() {
    for text in ["…", ".....", "_____", "…/…/…", "[...]", ". . . ."] {
        assert!(is_placeholder(text), "{text:?}");
    }
    for text in ["", "-", "/", ".", "Không", "1...", "…a"] {
        assert!(!is_placeholder(text), "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(done in "\\PC{0,20}", ongoing in "(chậm|trễ|đang|chưa|duy trì|đã| |80|%|không|còn){0,8}", not_started in "\\PC{0,20}") {
        let _ = parse(&done, &ongoing, &not_started);
        let _ = (word(&done), word(&ongoing), is_nothing(&done), is_placeholder(&not_started));
    }
}
