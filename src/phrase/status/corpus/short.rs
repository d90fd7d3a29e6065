//! Under what is done: aims missed and reached, work nothing came of, and what is only asked about.

use super::*;

#[test]
fn what_was_reached_is_read_against_the_aim_beside_it() {
    for (done, expected) in [
        ("Khối lượng thực hiện ước đạt bảy mươi phần trăm", "in_progress"),
        ("Xây được 120m trên tổng số 200m tường rào", "in_progress"),
        ("Xây được 150m tường rào (kế hoạch 200m)", "in_progress"),
        ("2 GV dạy giỏi cấp huyện (chỉ tiêu 4)", "in_progress"),
        ("3 sáng kiến được công nhận so với chỉ tiêu 5", "in_progress"),
        ("Kế hoạch 4 chuyên đề, do thời tiết mưa bão nên tổ chức được 3", "in_progress"),
        ("KH 4, TH 3", "in_progress"),
        ("Huy động trẻ nhà trẻ đạt 28,4%, thấp hơn KH 3,6%", "in_progress"),
        ("Gần đạt chỉ tiêu", "in_progress"),
        ("Suýt đạt", "in_progress"),
        ("Môn Anh không đạt chỉ tiêu", "in_progress"),
        ("97% (KH 95%)", "completed"),
        ("Chỉ tiêu 95%, thực hiện 97%", "completed"),
        ("98%, vượt 3%", "completed"),
        ("Xếp thứ 4/20 toàn huyện, tăng 6 bậc", "completed"),
        ("Toàn trường hưởng ứng, thu 2.300 vỏ lon", "completed"),
        ("Đã thực hiện kế hoạch số 17/KH-THCS", "completed"),
        ("Vượt quá khả năng của nhà trường", "not_started"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn what_nothing_came_of_is_not_done() {
    for (done, expected) in [
        ("Đã thi tuyển, không có thí sinh nào trúng tuyển", "in_progress"),
        ("Đã đăng tuyển, không ai nộp hồ sơ", "in_progress"),
        ("Có 03 HS dự thi cấp tỉnh, không có giải", "in_progress"),
        ("Người trúng tuyển không đến nhận việc", "in_progress"),
        ("Không hoàn toàn đúng kế hoạch", "in_progress"),
        ("Không có học sinh nào bỏ học", "completed"),
        ("Đã kiểm tra, không có giáo viên nào vi phạm", "completed"),
        ("Không xảy ra bạo lực học đường", "completed"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
}

#[test]
fn what_ended_before_or_goes_well_is_done() {
    for (done, ongoing, not_started, expected) in [
        ("", "Đã hoàn thành vượt mức", "", "completed"),
        ("", "Hoàn thành tốt", "", "completed"),
        ("", "Hoàn thành đúng hạn", "", "completed"),
        ("", "Hoàn thành tốt phần móng", "", "in_progress"),
        ("Đã tổ chức", "Đã tổ chức xong cả 2 đợt", "Không còn", "completed"),
        ("Đã làm ở HK I", "Không phải làm ở HK II", "Không", "completed"),
        ("", "", "Nội dung đã hoàn thành trong tháng 11", "completed"),
        ("Đã lắp 3 tivi", "Các tivi hoạt động tốt", "Không", "completed"),
        ("Đã thành lập câu lạc bộ", "Câu lạc bộ hoạt động đều", "Không", "completed"),
        ("Đã ký quy chế", "Hai bên phối hợp tốt", "Không", "completed"),
        ("Đã lắp 3 tivi", "Đang lắp 2 tivi", "Không", "in_progress"),
        ("Chưa năm nào trường huy động đủ trẻ 5 tuổi như năm nay: 62/62 cháu ra lớp, đạt 100%", "", "", "completed"),
        ("Chưa năm nào làm được", "", "", "not_started"),
        ("Đã nghiệm thu, đang làm hồ sơ quyết toán", "", "", "completed"),
        ("Xây xong, chờ gắn biển", "", "", "completed"),
        ("Thực hiện theo phân kỳ: đợt 1 tháng 9, đợt 2 tháng 12, đều đã xong", "", "", "completed"),
        ("Đợt 1 tháng 10, đợt 2 tháng 12, cả 2 đợt đều hoàn thành", "", "", "completed"),
        ("Dự kiến 20/12/2023 xong, thực tế xong ngày 15/12/2023", "", "", "completed"),
        ("Dự kiến 20/12/2023 xong", "", "", "in_progress"),
        ("", "", "Mới có ý tưởng", "not_started"),
    ] {
        assert_eq!(told(parse(done, ongoing, not_started)), expected, "{done} | {ongoing} | {not_started}");
    }
}

#[test]
fn what_may_not_be_done_is_asked_about() {
    for done in [
        "Theo báo cáo của nhà thầu thì hết tháng 1 mới bàn giao",
        "Hết tháng 2 mới xong",
        "Tháng 2 có hàng",
        "Hợp đồng mua sắm 15/12 mới ký, thời hạn giao hàng 60 ngày",
        "Có 1 công ty nhận lời tài trợ",
        "Xã cho mượn tạm 1 phòng",
        "Trường mới mua loại nhỏ",
        "Duy trì được hết tháng 11",
        "Duy trì được 1 tháng",
        "Hoạt động được ít buổi",
        "Có làm nhưng không đáng kể",
        "Một bộ phận giáo viên còn ngại đổi mới",
        "Xảy ra 2 ca ngộ độc nhẹ",
        "18 GV có chứng chỉ, 4 GV không tham gia",
        "Nhà A sơn xong, nhà B sơn lót",
        "Đã lắp 04 camera, trong đó 02 cái không hoạt động, đã báo bảo hành",
        "CLB bóng đá còn hoạt động, CLB tiếng Anh nghỉ từ tháng 11",
        "Học bạ điện tử mới triển khai lớp 1",
        "Hồ sơ cơ quan văn hóa đã gửi LĐLĐ",
        "GV đã đăng ký tên đề tài",
        "Đã có danh sách đăng ký 20 em",
        "Công an kiểm tra yêu cầu bổ sung lối thoát hiểm",
        "Lập rồi nhưng ít em theo",
        "GV trẻ dùng được, GV lớn tuổi còn lúng túng",
        "Phụ huynh đóng góp được 20 triệu, đủ làm đợt đầu",
        "Phụ huynh giấu, không cho lập hồ sơ",
        "Bán trú tạm gác vì không có nhà ăn",
        "Đã bàn giao việc này cho UBND xã thực hiện",
        "Việc này nay thuộc Ban quản lý dự án huyện",
        "GVCN đã đến nhà 3 em, 2 em đi học lại, 1 em theo bố mẹ vào Nam",
        "Sở mới cấp 1 GV Tin học",
        "Lúc làm lúc không",
    ] {
        assert_eq!(told(parse(done, "", "")), "completed", "{done}");
        assert_eq!(doubt(done), Some(Doubt::Left), "{done}");
    }
    for done in [
        "Có 1 công ty nhận lời tài trợ, đã trao 10 bộ máy",
        "Trường mới được xây, khang trang",
        "Duy trì được 3 năm liền, hoạt động tốt",
        "Không để xảy ra bạo lực học đường",
        "Từ chỗ chưa có sân khấu, đến nay trường đã có sân khấu bê tông",
        "Họp phụ huynh lần 1 chưa thống nhất, lần 2 100% phụ huynh nhất trí và đã triển khai",
        "Vận động được 64 triệu so với 50 triệu dự kiến, vượt 14 triệu",
        "Tỉ lệ HS hoàn thành 99,6%, vượt chỉ tiêu 0,6%",
        "Đã lắp ở dãy A, dãy B, dãy C",
        "Mái tôn được thay mới hoàn toàn, hết dột",
        "Tháng 11/2023 khánh thành thư viện xanh, vốn do hội khuyến học tài trợ",
        "Tuần nào cũng làm",
        "Hồ sơ đã nộp đầy đủ, đúng hạn",
        "Công an yêu cầu khắc phục 2 nội dung, đã khắc phục xong",
        "Bàn ghế mới được cấp đủ",
        "HS khuyết tật (2 em) được lập hồ sơ, có KH giáo dục cá nhân",
        "Website bị lỗi hồi tháng 10, nay đã khắc phục",
        "Sĩ số duy trì 412/412",
        "GVCN đã đến nhà 3 em, cả 3 em đã đi học lại",
        "KH 4, TH 4",
    ] {
        assert_eq!(doubt(done), None, "{done}");
    }
}

#[test]
fn what_is_plainly_not_done_needs_no_asking() {
    for (done, expected) in [
        ("đã làm đc 1 số nội dung, 1 số nội dung ko làm đc", "in_progress"),
        ("Họp PH lần 2 vẫn chưa thống nhất", "in_progress"),
        ("Gói thầu số 1 đã nghiệm thu, gói thầu số 2 đang đấu thầu", "in_progress"),
        ("Đã in bìa, ruột sách đang in", "in_progress"),
        ("Giải ngân 60% vốn", "in_progress"),
        ("HT 1 phần", "in_progress"),
        ("dg làm", "in_progress"),
        ("Dưới chỉ tiêu", "in_progress"),
        ("Xấp xỉ chỉ tiêu", "in_progress"),
        ("Chẳng làm được gì", "not_started"),
        ("Đành gác lại vì thiếu người", "not_started"),
        ("Nội dung này trường xin rút", "not_started"),
    ] {
        assert_eq!(told(parse(done, "", "")), expected, "{done}");
    }
    for done in ["Xong xuôi", "Đâu vào đấy", "Ok rồi ạ", "HTT", "HTXSNV", "Bằng chỉ tiêu", "Trên chỉ tiêu"] {
        assert_eq!(doubt(done), None, "{done}");
    }
}
